"""Reads one cell about who: names, groups and their roles, in the order they stand; which spellings are one body is
decided in `merging`, who is in a group in `groups`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from obligations.intake.inquiry import Choice
from obligations.intake.source import Source
from obligations.intake.who.cell_marks import BOLD_LEADS, FIRST_LEADS, ITEM_NUMBER, MARK, OTHERS_SUPPORT, STAR_LEADS
from obligations.intake.who.desk import Desk
from obligations.intake.who.names_in import Cutter, compact, like_a_name
from obligations.plan import Role

_ROLE_IN_BRACKETS = re.compile(
    "^(?:为)?(?:(牵头|主办|主责|总牵头)|(配合|协办|协助|参与)|(责任|负责|承办|落实))(?:单位|部门)?$")
_ROLES = {1: Role.LEAD, 2: Role.SUPPORTING, 3: Role.RESPONSIBLE}
_LABELS = {"lead_label": Role.LEAD, "support_label": Role.SUPPORTING, "duty_label": Role.RESPONSIBLE}
_NOTHING = frozenset(("", "无", "/", "／", "、", "－", "—", "——", "-", "--", "由", "请", "和", "及", "与", "为"))
# 县委、县政府督查室 is hardly the 县委 and another body.
_PARTY, _OF_BOTH = re.compile("[省市县区旗]委$"), re.compile("[省市县区旗](?:人民)?政府.")
_DIGITS = "一二三四五六七八九十"
_LEAVE_OUT, _A_BODY, _A_GROUP = Choice("leave-out"), Choice("keep-as-body"), Choice("keep-as-group")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name as it stands in a cell; `role` None: what its column says. `clause` counts the commas before it."""

    words: str
    spelling: str
    group: bool = False
    role: Role | None = None
    clause: int = 0
    unsure: bool = False
    open: str = ""    # the words up to a 等 behind it


@dataclass(frozen=True, slots=True)
class Convention:
    """What a note outside the table says about the order or the marks of names."""

    first: bool = False
    rest: Role = Role.RESPONSIBLE
    star: str = ""


def convention_of(source: Source, desk: Desk) -> Convention:
    """The note, if there is one: 列第一位者为牵头单位, 标*的为牵头单位."""
    first, rest, star = False, Role.RESPONSIBLE, ""
    notes = [*source.headings, *(quote for row in source.rows[:1] for _, quote in row.others)]
    for text, quote in [(source.title, None), *((printed, None) for _, printed in source.columns),
                        *((quote.text, quote) for quote in notes)]:
        first = first or bool(FIRST_LEADS.search(text))
        rest = Role.SUPPORTING if OTHERS_SUPPORT.search(text) else rest
        marked = STAR_LEADS.search(text)
        star = star or (marked.group(1) if marked else "")
        if quote and BOLD_LEADS.search(text):
            desk.at(quote).remark("bold-lead", text)
    return Convention(first, rest, star)


class CellReader:
    """Reads the text of cells; what it asks, it asks at `desk`."""

    def __init__(self, text: str, desk: Desk, cutter: Cutter, convention: Convention) -> None:
        self._text, self._desk, self._cutter, self._convention = text, desk, cutter, convention
        self._done: list[Mention] = []
        self._pending: list[Mention] = []
        self._label: Role | None = None
        self._beside = self._starred = self._after_duty = self._noted = False
        self._clause = 0

    def read(self) -> tuple[Mention, ...]:
        """The names in the order they stand."""
        end = 0
        for mark in MARK.finditer(self._text):
            self._take(self._text[end:mark.start()])
            end = mark.end()
            self._obey(mark)
        self._take(self._text[end:])
        self._close(self._label)
        found = tuple(self._settled())
        if not found and not self._noted and compact(self._text) not in _NOTHING:
            self._desk.remark("words-unread", self._text.strip())
        return found

    def _obey(self, mark: re.Match[str]) -> None:
        kind = mark.lastgroup or ""
        self._after_duty = kind in ("by_duty", "duty")
        if kind in _LABELS:
            self._close(self._label)
            self._label, self._beside = _LABELS[kind], False
        elif kind == "whole":
            self._add(Mention(mark.group(), compact(mark.group()), group=True))
        elif kind in ("by_duty", "duty"):
            self._close(None if self._beside and kind == "by_duty" else self._label)
        elif kind == "lead":
            self._lead(mark.group())
        elif kind == "support":
            self._support(mark.group())
        elif kind == "beside":
            self._close(Role.LEAD)
            self._label, self._beside = Role.SUPPORTING, True
        elif kind == "note":
            self._leave([mark.group()])
        elif kind == "clause":
            self._comma(mark.group())
        elif kind != "list":
            {"brackets": self._bracket, "open": self._open, "star": self._star}[kind](mark)

    def _comma(self, comma: str) -> None:
        self._clause += 1
        if set(comma) & set("；;。|｜"):
            self._close(self._label)

    def _lead(self, words: str) -> None:
        if not self._pending:
            self._desk.remark("words-unread", words)
        clauses = {mention.clause for mention in self._pending}
        if len(clauses) > 1 and not self._reaches(whole=True):
            self._close_last(Role.LEAD)
        else:
            self._close(Role.LEAD)

    def _support(self, words: str) -> None:
        """配合 reaches back to the last comma when nobody before it has a role yet: A，B配合."""
        if not self._pending:
            self._desk.remark("words-unread", words)
        clauses = {mention.clause for mention in self._pending}
        if len(clauses) > 1 and not self._done and not (self._label is None and self._reaches(whole=False)):
            self._close_last(Role.SUPPORTING)
        else:
            self._close(Role.SUPPORTING)

    def _reaches(self, *, whole: bool) -> bool:
        last = self._pending[-1].clause
        every = Choice("role-for-all", "、".join(one.spelling for one in self._pending))
        few = Choice("role-for-last", "、".join(one.spelling for one in self._pending if one.clause == last))
        return self._desk.ask("role-reach", self._text, (every, few) if whole else (few, every)) == every.id

    def _close_last(self, role: Role) -> None:
        last = self._pending[-1].clause
        self._done += [replace(one, role=role if one.clause == last else one.role or self._label)
                       for one in self._pending]
        self._pending = []

    def _close(self, role: Role | None) -> None:
        self._done += [one if one.role else replace(one, role=role) for one in self._pending]
        self._pending = []

    def _star(self, mark: re.Match[str]) -> None:
        if mark.group() != self._convention.star:
            self._desk.remark("words-unread", mark.group())
        elif self._pending and self._text[mark.start() - 1] not in "、，,；;\n /":
            self._pending[-1] = replace(self._pending[-1], role=Role.LEAD)
        else:
            self._starred = True

    def _open(self, mark: re.Match[str]) -> None:
        """等: the list is open, except where it says how many there are and names as many."""
        count = mark.group("count") or ""
        said = _DIGITS.find(count) + 1 if count in _DIGITS else int(count) if count.isdecimal() else 0
        if not self._pending or (count and said == len(self._pending)):
            return
        words = self._text[:mark.end()].rpartition("；")[2].strip()
        self._pending[-1] = replace(self._pending[-1], open=words)

    def _bracket(self, mark: re.Match[str]) -> None:
        inside = mark.group()[1:-1].strip()
        role = _ROLE_IN_BRACKETS.match(inside)
        if not self._pending:
            self._alone(inside)
        elif role:
            self._pending[-1] = replace(self._pending[-1], role=_ROLES[role.lastindex or 3])
        else:
            self._beside_name(mark, inside)

    def _alone(self, inside: str) -> None:
        """The brackets do not belong to a name: （责任单位：区财政局）."""
        mentions = CellReader(inside, self._desk, self._cutter, self._convention).read()
        self._done += mentions
        if not mentions and inside:
            self._desk.remark("words-unread", inside)

    def _beside_name(self, mark: re.Match[str], inside: str) -> None:
        last = self._pending[-1]
        if last.group:
            self._pending[-1] = replace(last, words=last.words + mark.group(), spelling=last.spelling + mark.group())
            return
        self._pending[-1] = replace(last, words=last.words + mark.group())
        noted = compact(inside)
        is_named = self._cutter.is_placed(noted) or self._cutter.is_group(noted)
        names = self._cutter.cut(noted, self._desk) if is_named else ()
        also = Choice("also-asked", inside)
        if names and self._desk.ask("in-brackets", last.words + mark.group(), (Choice("only-noted"), also)) == also.id:
            self._pending += [Mention(name, name, self._cutter.is_group(name), clause=last.clause) for name in names]
        elif not names:
            self._desk.remark("words-in-brackets", last.words + mark.group(), inside=inside)

    def _take(self, stretch: str) -> None:
        unread: list[str] = []
        for words, is_name in self._cutter.names(stretch):
            if "\n" in stretch:
                self._clause += 1
            if not is_name:
                unread.append(words)
                continue
            self._leave(unread)
            if self._pending and _PARTY.match(self._pending[-1].spelling) and _OF_BOTH.match(compact(words)):
                self._pending[-1] = replace(self._pending[-1], unsure=True)
            for name in self._cutter.cut(compact(words), self._desk):
                self._add(Mention(name if name in words else words, name, self._cutter.is_group(name)))
        self._leave(unread)

    def _leave(self, unread: list[str]) -> None:
        """What is no name: one short word may be one all the same, and is asked about; the rest is shown."""
        words = " ".join(unread)
        unread.clear()
        plain = ITEM_NUMBER.sub("", compact(words))
        if plain in _NOTHING:
            return
        self._noted = True
        if not self._after_duty and (like_a_name(plain) or self._cutter.is_glued(plain)):
            self._add(Mention(words, plain, unsure=True))
        else:
            self._desk.remark("words-unread", words)

    def _add(self, mention: Mention) -> None:
        role = Role.LEAD if self._starred else mention.role
        self._starred = False
        self._pending.append(replace(mention, role=role, clause=self._clause))

    def _settled(self) -> Iterator[Mention]:
        for mention in self._done:
            yield from self._asked(mention) if mention.unsure else (mention,)

    def _asked(self, mention: Mention) -> Iterator[Mention]:
        """Words that do not look like a body are nobody until the office says what they mean: 张三, 待定, 财政."""
        meant = self._desk.meant("not-a-body", mention.words, (_LEAVE_OUT, _A_BODY, _A_GROUP), self._cutter.one_name)
        if meant in (_A_BODY, _A_GROUP):
            yield replace(mention, group=meant == _A_GROUP)
        for name in meant if isinstance(meant, tuple) else ():
            yield replace(mention, words=name, spelling=name, group=self._cutter.is_group(name))
