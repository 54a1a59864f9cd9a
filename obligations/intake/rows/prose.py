"""Reads a list whose items end with who and by when; what is tied to an item is found in `labelled`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from obligations.intake.document import Place
from obligations.intake.inquiry import Choice
from obligations.intake.rows.gathering import Gathering, Printed
from obligations.intake.rows.labelled import Field, Group, extended, groups
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.sections import Mark, is_heading, is_short, mark
from obligations.intake.source import NOTHING, Column, Quote, SourceRow
from obligations.planfile_row import printable

_AS_TASK, _AS_HEADING = Choice("as-task"), Choice("as-heading")
_SPEAKS = re.compile("责任|牵头|配合|单位|时限|期限|[月日底]前")
_PUNCTUATION = " \t\u3000；;，,。、.．"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph taken apart: its number, its groups of fields and the words after them."""

    text: str
    place: Place
    mark: Mark | None
    groups: tuple[Group, ...]
    tail: str

    @property
    def only_fields(self) -> bool:
        """Whether nothing but fields stands here: they belong to the words above."""
        return bool(self.groups) and not self.mark and not any(
            words.strip(_PUNCTUATION) for words in (self.tail, *(group.before for group in self.groups)))

    @property
    def names_bodies(self) -> bool:
        """Whether some field says who."""
        return any(one.kind in WHO for group in self.groups for one in group.fields)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of those fields that say who."""
        return tuple(one.label for group in self.groups for one in group.fields if one.kind in WHO and one.label)

    @property
    def is_section(self) -> bool:
        """Whether this is a heading, unless fields follow."""
        return not self.groups and is_heading(self.text)


def taken_apart(text: str, place: Place) -> Line:
    """`text` as a Line."""
    opening = mark(text)
    words = text.strip()[len(opening.words):] if opening else text.strip()
    return Line(text.strip(), place, opening, *groups(words))


@dataclass(slots=True)
class Item:
    """An item that is being read: its lines, and the groups that have been tied to it."""

    mark: Mark | None
    place: Place
    section: int
    lines: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)


class ListReader:
    """Reads a run of paragraphs. An item without fields among others that have them is asked about."""

    def __init__(self, lines: Sequence[Line], to: Gathering) -> None:
        self._lines, self._to = lines, to
        self._item: Item | None = None
        self._section = 0
        self._tied = _sections_with_fields(lines)

    def read(self) -> None:
        """Read every line; Refusals of single items are gathered."""
        for at, line in enumerate(self._lines):
            following = at + 1 < len(self._lines) and self._lines[at + 1].only_fields
            self._read_line(line, following)
        self._close()

    def _read_line(self, line: Line, fields_follow: bool) -> None:
        if line.only_fields:
            self._tie(line)
        elif line.groups:
            self._read_item(line)
        elif not line.mark and self._item and (longer := self._longer(self._item, line.text)):
            self._item.groups[-1] = longer
        elif line.is_section and not fields_follow:
            self._close(line.mark)
            self._section += 1
            self._to.section(line.text, line.place)
        elif line.mark or fields_follow:
            self._close(line.mark)
            words = line.text[len(line.mark.words):] if line.mark else line.text
            self._item = Item(line.mark, line.place, self._section, [words.strip()])
        elif self._item and not self._item.groups:
            self._item.lines.append(line.text)
        else:
            self._put_aside(line)

    @staticmethod
    def _longer(item: Item, text: str) -> Group | None:
        """The last group of an item with the line `text`, where that goes on with it."""
        return extended(item.groups[-1], text) if item.groups else None

    def _put_aside(self, line: Line) -> None:
        after_fields = self._item is not None and bool(self._item.groups)
        self._close()
        if after_fields and _SPEAKS.search(line.text):
            self._to.heading(line.text, line.place)
            self._to.inquiry.remark("line-aside", Quote(line.text, line.place), row=len(self._to.rows) - 1)
        else:
            self._to.outside(line.text, line.place)

    def _tie(self, line: Line) -> None:
        if self._item:
            self._item.groups += line.groups
        else:
            self._to.fault("rows-fields-alone", line.place, line.text)

    def _read_item(self, line: Line) -> None:
        """A paragraph with fields: the end of the item that is open, or an item, or several, of its own."""
        item = self._item
        if line.mark or item is None or item.groups:
            self._close(line.mark)
            item = Item(line.mark, line.place, self._section)
        self._item = None
        for group in line.groups:
            if group.before.strip(_PUNCTUATION):
                self._finish(item)
                item = self._next(item, group.before.strip())
            item.groups.append(group)
        if line.tail.strip(_PUNCTUATION):
            item.lines.append(line.tail.strip())
            self._to.inquiry.remark("words-after-bodies", Quote(line.tail.strip(), line.place), row=len(self._to.rows))
        self._item = item

    @staticmethod
    def _next(item: Item, words: str) -> Item:
        """`item` with `words`, or where its fields have been read the item after it, under a number of its own."""
        if not item.groups:
            item.lines.append(words)
            return item
        own = mark(words)
        return Item(own or item.mark, item.place, item.section, [words[len(own.words):].strip() if own else words])

    def _finish(self, item: Item) -> None:
        if item.groups:
            self._add(item)

    def _close(self, following: Mark | None = None) -> None:
        """The open item is complete; without fields it may be a heading of deeper items, or else it is asked."""
        item, self._item = self._item, None
        if item is None:
            return
        text = "\n".join(item.lines)
        deeper = following and item.mark and following.level > item.mark.level
        if item.groups:
            self._add(item)
        elif deeper and is_short(text):
            self._enter(item, text)
        elif text and self._is_task(item, text, likely=not deeper and item.section in self._tied):
            self._add(item)
        else:
            self._to.heading(_printed(item, text), item.place)

    def _enter(self, item: Item, text: str) -> None:
        printed = _printed(item, text)
        self._to.outline.enter(printed, item.mark.level if item.mark else None)
        self._to.headings.append(Quote(printed, item.place))

    def _is_task(self, item: Item, text: str, *, likely: bool) -> bool:
        answer = self._to.inquiry.ask(
            "item-without-bodies", Quote(text, item.place), (_AS_TASK, _AS_HEADING) if likely else
            (_AS_HEADING, _AS_TASK), context=text)
        return answer == _AS_TASK.id

    def _add(self, item: Item) -> None:
        fields = [one for group in item.groups for one in group.fields]
        times = [one for one in fields if one.kind is Column.DEADLINE]
        text = "\n".join(line for line in item.lines if line)
        labels = [one.label for one in fields if one.kind in WHO]
        if len(times) > 1 or not printable(text).strip(_PUNCTUATION) or len(set(labels)) < len(labels):
            printed = "".join(group.printed for group in item.groups)
            self._to.fault("rows-unclear-item", item.place, _printed(item, text) + printed)
            return
        if _is_open(text):
            self._to.inquiry.remark("bracket-open", Quote(text, item.place), row=len(self._to.rows))
        self._keep_number(item)
        self._remember(fields)
        deadline = Quote(times[0].words, item.place) if times else NOTHING
        self._to.rows.append(SourceRow(
            self._to.outline.names(), _number(item), Quote(text, item.place), NOTHING, self._bodies(item, fields, text),
            deadline, item.place, _others(item)))

    def _bodies(self, item: Item, fields: list[Field], text: str) -> tuple[tuple[Column, Quote], ...]:
        bodies = tuple((one.kind, Quote(one.words, item.place)) for one in fields if one.kind in WHO and one.words)
        if item.groups and not bodies:
            self._to.inquiry.ask("no-bodies", Quote(text, item.place), (Choice("leave-open"),),
                                 row=len(self._to.rows), context=text)
        return bodies

    def _keep_number(self, item: Item) -> None:
        if item.mark:
            self._to.outline.rise(item.mark.level)
            names = self._to.outline.names()
            self._to.printed.append(Printed(_number(item), item.place, len(self._to.rows), names))

    def _remember(self, fields: list[Field]) -> None:
        known = dict(self._to.columns)
        self._to.columns += tuple({one.kind: (one.kind, one.label) for one in fields
                                   if one.label and one.kind not in known}.values())


def _is_open(text: str) -> bool:
    """Whether a bracket in `text` has no partner: what stands in it may have been meant for the fields."""
    return sum(map(text.count, "（(【[〔")) != sum(map(text.count, "）)】]〕"))


def _sections_with_fields(lines: Sequence[Line]) -> set[int]:
    """The sections, counted from 0 as they are met, in which some item has fields."""
    section, found = 0, set()
    for at, line in enumerate(lines):
        follow = at + 1 < len(lines) and lines[at + 1].only_fields
        section += line.is_section and not follow
        if line.groups:
            found.add(section)
    return found


def _printed(item: Item, text: str) -> str:
    return (item.mark.words if item.mark else "") + text


def _number(item: Item) -> str:
    """The printed number; the mark that parts it from the words is no part of it."""
    return item.mark.words.rstrip(_PUNCTUATION) if item.mark else ""


def _others(item: Item) -> tuple[tuple[str, Quote], ...]:
    """The groups as printed, labels, brackets and all."""
    return tuple((next((one.label for one in group.fields if one.label), ""), Quote(group.printed, item.place))
                 for group in item.groups)
