"""Parts what a row asks for into pieces, one deliverable each: numbered items, clauses of different subjects, and
clauses of different times."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.source import Quote, SourceRow
from obligations.intake.when.duties import duties
from obligations.intake.when.time_words import Day, Rhythm, Window, Within
from obligations.intake.when.timing import find_times
from obligations.intake.who.bodies import Party
from obligations.planfile_row import printable

# An item's number opens a line or follows a full stop: “…。2.加强…” is glued often enough.
_NUMBER = re.compile(r"(?:^|(?<=[\n。；;]))[ \t\u3000]*"
                     r"(?:(\d{1,2})(?:[.．](?:(?!\d)|(?=\d{1,2}月|\d{4}年))|、)|[（(](\d{1,2})[）)]|([①-⑳]))")
_ORDINAL = re.compile(r"(?:^|(?<=[\n。；;：:]))\s*([一二三四五六七八九])是(?=\S)")
_CHINESE = "一二三四五六七八九"
_CLAUSE_END = re.compile(r"(?<=[，。；;\n])")
_LEADING = re.compile(r"^[\s\u3000]*(?:\d{1,2}(?:[.．、])|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九]是)?[\s\u3000]*")
_ASKS = re.compile("公[开布示告]|发布|更新|通报|报送|解读|回应|编制|制[定作]|修订|梳理|建立|完善|开展|做好|推进|落实")
LONGEST_TITLE = 40      # characters: a push must stay readable on a telephone

Parties = tuple[Party, ...]
Subjects = Callable[[str], Parties]
"""whom a clause begins with; none: it names nobody there"""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a row asks for, in the row's exact words; `subjects`: whom its own words ask, if anybody;
    `since`: what its period runs from, where only the row's words before it say so; `late`: its words ask for something
    before they come to `subjects`; `own_time`: only after that they say when."""

    quote: Quote
    subjects: Parties = ()
    since: str = ""
    late: bool = False
    own_time: bool = False

    @property
    def title(self) -> str:
        """The first words, for a push: without the item's number, up to a full stop, clipped."""
        return _clipped(self._first)

    def called(self, steps: Sequence[str]) -> str:
        """The title, or the titles of its `steps` where they stand in several sentences."""
        whole, several = printable(self.quote.text), not all(step in self._first for step in steps)
        return _clipped("、".join(dict.fromkeys(steps))) if several and all(s in whole for s in steps) else self.title

    @property
    def _first(self) -> str:
        words = _LEADING.sub("", self.quote.text, count=1)
        return printable(re.split(r"[。；;\n]", words.strip(), maxsplit=1)[0])


def parts_of(row: SourceRow, index: int, subjects: Subjects, inquiry: Inquiry, year: int) -> tuple[Part, ...]:
    """The pieces of what a row of a plan of `year` asks, in order; together they are its words. At least one."""
    whole = row.asks
    items = [replace(whole, text=piece) for piece in _numbered(whole.text)]
    if len(items) > 1:
        parts = tuple(Part(item, subjects(_LEADING.sub("", item.text, count=1))) for item in items)
    else:
        parts = _by_subject(row, index, subjects, inquiry, year)
    return tuple(piece for part in parts for piece in _by_time(part, index, inquiry, year))


def _by_time(part: Part, index: int, inquiry: Inquiry, year: int) -> tuple[Part, ...]:
    """One part, or where its clauses ask different things at different times one for each, as the office confirms."""
    pieces = duties(part.quote.text, year)
    if len(pieces) < 2:
        return (part,)
    words = "、".join(dict.fromkeys("".join(time.words.split()) for piece in pieces for time in piece.times))
    choices = (Choice("each-its-time"), Choice("one-item"))
    if inquiry.ask("several-times", part.quote, choices, row=index, words=words) == "one-item":
        return (part,)
    return tuple(replace(part, quote=replace(part.quote, text=piece.text), since=piece.since) for piece in pieces)


def _clipped(words: str) -> str:
    words = words.rstrip("，,、 ")
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"


def _numbered(text: str) -> list[str]:
    """The text cut before each of its running numbers 1, 2, 3 …; whole where there are not at least two."""
    for found in (_marks(text, _NUMBER, _arabic), _marks(text, _ORDINAL, lambda m: _CHINESE.index(m[1]) + 1)):
        if len(found) > 1:
            cuts = [0 if not text[: found[0]].strip() else found[0], *found[1:], len(text)]
            # Words before the first item belong to the row, and so to its first part.
            return [text[start:end] for start, end in pairwise([0, *cuts[1:]])]
    return [text]


def _marks(text: str, pattern: re.Pattern[str], number: Callable[[re.Match[str]], int]) -> list[int]:
    """Where the numbers 1, 2, 3 … stand; any other number in between is part of the words."""
    found: list[int] = []
    for mark in pattern.finditer(text):
        if number(mark) == len(found) + 1:
            found.append(mark.start())
    return found


def _arabic(mark: re.Match[str]) -> int:
    if mark[3]:
        return ord(mark[3]) - ord("①") + 1
    return int(mark[1] or mark[2])


def _by_subject(row: SourceRow, index: int, subjects: Subjects, inquiry: Inquiry, year: int) -> tuple[Part, ...]:
    """One part, or where clauses ask different bodies one for each of them, as the office confirms."""
    whole = row.asks
    pieces = list(_pieces(whole.text, subjects))
    first = _first(whole, pieces, subjects, year)
    if len(pieces) < 2:
        return (first,)
    names = "、".join(party.words for _, parties in pieces for party in parties)
    decision = inquiry.ask("several-subjects", whole, (Choice("apart"), Choice("together")), row=index, names=names)
    if decision == "together":
        return (Part(whole),)
    return (first, *(Part(replace(whole, text=text), parties) for text, parties in pieces[1:]))


def _first(whole: Quote, pieces: Sequence[tuple[str, Parties]], subjects: Subjects, year: int) -> Part:
    """The first piece, whose subject may come late: 公布招生办法。县公安局配合核验户籍。"""
    before, (text, parties) = "", pieces[0]
    if not parties:
        return Part(replace(whole, text=text))
    for clause in _CLAUSE_END.split(text):
        if subjects(clause.lstrip()):
            break
        before += clause
    late = _ASKS.search(before) is not None
    own_time = late and _says_when(text[len(before):], year) and not _says_when(before, year)
    return Part(replace(whole, text=text), parties, late=late, own_time=own_time)


def _says_when(text: str, year: int) -> bool:
    return any(isinstance(time.meaning, Day | Window | Within | Rhythm) for time in find_times(text, year))


def _pieces(text: str, subjects: Subjects) -> Iterator[tuple[str, Parties]]:
    """The text cut where a clause begins with other bodies; what stands before the first goes with the first."""
    held: str = ""
    parties: Parties = ()
    for clause in _CLAUSE_END.split(text):
        found = subjects(clause.lstrip())
        if found and parties and _bodies(found) != _bodies(parties):
            yield held, parties
            held, parties = "", ()
        parties = parties or found
        held += clause
    yield held, parties


def _bodies(parties: Parties) -> frozenset[str | None]:
    """The departments; two collective words in one cell (各部门, 区政府各部门) mean the same people."""
    return frozenset(party.department for party in parties)
