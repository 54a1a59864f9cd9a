"""Parts what a row asks for into pieces, one deliverable each: numbered items, or clauses of different subjects."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.source import Quote, SourceRow
from obligations.intake.who.bodies import Party
from obligations.planfile_row import printable

# An item's number opens a line or follows a full stop: “…。2.加强…” is glued often enough.
_NUMBER = re.compile(r"(?:^|(?<=[\n。；;]))[ \t\u3000]*"
                     r"(?:(\d{1,2})(?:[.．](?:(?!\d)|(?=\d{1,2}月|\d{4}年))|、)|[（(](\d{1,2})[）)]|([①-⑳]))")
_ORDINAL = re.compile(r"(?:^|(?<=[\n。；;：:]))\s*([一二三四五六七八九])是(?=\S)")
_CHINESE = "一二三四五六七八九"
_CLAUSE_END = re.compile(r"(?<=[，。；;\n])")
_LEADING = re.compile(r"^[\s\u3000]*(?:\d{1,2}(?:[.．、])|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九]是)?[\s\u3000]*")
LONGEST_TITLE = 40      # characters: a push must stay readable on a telephone

Parties = tuple[Party, ...]
Subjects = Callable[[str], Parties]
"""whom a clause begins with; none: it names nobody there"""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a row asks for, in the row's exact words; `subjects`: whom its own words ask, if anybody."""

    quote: Quote
    subjects: Parties = ()

    @property
    def title(self) -> str:
        """The first words, for a push: without the item's number, up to a full stop, clipped."""
        words = _LEADING.sub("", self.quote.text, count=1)
        first = re.split(r"[。；;\n]", words.strip(), maxsplit=1)[0]
        plain = printable(first)
        return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1] + "…"


def parts_of(row: SourceRow, index: int, subjects: Subjects, inquiry: Inquiry) -> tuple[Part, ...]:
    """The pieces of what a row asks, in order; together they are its words. At least one."""
    whole = row.asks
    items = [replace(whole, text=piece) for piece in _numbered(whole.text)]
    if len(items) > 1:
        return tuple(Part(item, subjects(_LEADING.sub("", item.text, count=1))) for item in items)
    return _by_subject(row, index, subjects, inquiry)


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


def _by_subject(row: SourceRow, index: int, subjects: Subjects, inquiry: Inquiry) -> tuple[Part, ...]:
    """One part, or where clauses ask different bodies one for each of them, as the office confirms."""
    whole = row.asks
    pieces = list(_pieces(whole.text, subjects))
    if len(pieces) < 2:
        return (Part(whole, pieces[0][1]),)
    names = "、".join(party.words for _, parties in pieces for party in parties)
    decision = inquiry.ask("several-subjects", whole, (Choice("apart"), Choice("together")), row=index, names=names)
    if decision == "together":
        return (Part(whole),)
    return tuple(Part(replace(whole, text=text), parties) for text, parties in pieces)


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
