"""Takes a row apart whose cells list things side by side: 1.公布水价；2.公布票价 beside 1.县水利局；2.县文旅局. That is
asked; where the numbers do not fit, it is shown."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.rows.shapes import is_bodies, is_time
from obligations.intake.source import Quote, SourceRow

_PAIRED, _EACH = Choice("one-to-one"), Choice("all-to-each")
_NUMBER = re.compile(r"(?:^|(?<=[\n。；;、，,\s]))[ \t\u3000]*(?:"
                     r"(\d{1,2})(?:[.．](?:(?!\d)|(?=\d{1,2}月|\d{4}年))|、)|[（(](\d{1,2})[）)])|([①-⑳])")
_EDGES = " \t\u3000\n；;，,、。"
_GOES_ON = re.compile("[、，,和及]$")
LONGEST = 2000      # characters of a cell looked at
_QUOTED = 60


def paired(row: SourceRow, index: int, inquiry: Inquiry) -> tuple[SourceRow, ...]:
    """`row`, which is number `index`, or one row for each of its things with the bodies and the time beside it. The
    cells as printed stay with every one of them."""
    task = row.asks.text
    numbered = _by_number(task)
    pieces = numbered or _lines(task, lambda _: True)
    cells = {quote: found for quote, is_one in [*((body, is_bodies) for _, body in row.bodies), (row.deadline, is_time)]
             if (found := _beside(quote.text, len(pieces), is_one, numbered=bool(numbered)))}
    if len(pieces) < 2 or not cells:
        _remark_numbers(row, index, inquiry)
        return (row,)
    first = next(iter(cells))
    likely = numbered and (len(cells) > 1 or _by_number(first.text))
    choices = (_PAIRED, _EACH) if likely else (_EACH, _PAIRED)
    if inquiry.ask("cells-paired", first, choices, row=index, context=task, task=_clipped(task)) == _EACH.id:
        return (row,)
    kept = (*row.others, *(("", quote) for quote in cells))
    return tuple(_one(replace(row, others=kept), piece, {quote: found[at] for quote, found in cells.items()})
                 for at, piece in enumerate(pieces))


def _one(row: SourceRow, piece: str, cells: dict[Quote, str]) -> SourceRow:
    """The row of one thing."""
    def own(quote: Quote) -> Quote:
        return replace(quote, text=cells.get(quote, quote.text))

    asks = replace(row.asks, text=piece)
    bodies = tuple((kind, own(quote)) for kind, quote in row.bodies)
    if row.asks is row.requirement:
        return replace(row, requirement=asks, bodies=bodies, deadline=own(row.deadline))
    return replace(row, content=asks, bodies=bodies, deadline=own(row.deadline))


def _beside(text: str, count: int, is_one: Callable[[str], bool], *, numbered: bool) -> Sequence[str]:
    """The pieces of a cell that has as many as the task, without their numbers."""
    if count < 2:
        return ()
    found = [_NUMBER.sub("", piece, count=1).strip(_EDGES) for piece in _by_number(text)] if numbered else []
    found = found or _lines(text, is_one)
    return found if len(found) == count > 1 and all(found) else ()


def _by_number(text: str) -> list[str]:
    """The text cut before its numbers 1, 2, 3 …; none where there are not at least two, or words stand before."""
    starts: list[int] = []
    if not any(first in text for first in "1１①"):
        return []
    for mark in _NUMBER.finditer(text[:LONGEST]):
        number = ord(mark[3]) - ord("①") + 1 if mark[3] else int(mark[1] or mark[2])
        if number == len(starts) + 1:
            starts.append(mark.start())
    if len(starts) < 2 or text[:starts[0]].strip() or len(text) > LONGEST:
        return []
    return [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]


def _lines(text: str, is_one: Callable[[str], bool]) -> list[str]:
    """The lines of a cell, where each of them is one thing and none goes on in the next."""
    lines = [line.strip() for line in text[:LONGEST].splitlines() if line.strip()]
    whole = all(is_one(line.rstrip("；;。")) for line in lines) and not any(map(_GOES_ON.search, lines))
    return [line.strip(_EDGES) for line in lines] if whole else []


def _remark_numbers(row: SourceRow, index: int, inquiry: Inquiry) -> None:
    for quote in (*(quote for _, quote in row.bodies), row.deadline):
        if _by_number(quote.text):
            inquiry.remark("cells-unpaired", quote, row=index, task=_clipped(row.asks.text))


def _clipped(text: str) -> str:
    words = " ".join(text[:4 * _QUOTED].split())
    return words if len(words) <= _QUOTED else words[:_QUOTED - 1] + "…"
