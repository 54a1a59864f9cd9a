"""Rows for the tests of the time rules: those of the seed as they stand there, and short ones of the test's own."""

import re
from collections.abc import Mapping
from pathlib import Path

from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.source import NOTHING, From, Quote, SourceRow
from obligations.intake.when.rules import Rules, Timed

SEED = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"
WIDTH, LAST_WIDTH, HEADINGS = 7, 6, 5       # cells of a row, of the last row, of the header
INHERITS = {1, 2, 15}                       # rows whose empty 时限 is the rest of the merged cell above


def row(asks: str, deadline: str = "", content: str = "") -> SourceRow:
    """A row that asks for `asks`."""
    cell = Quote(deadline, Place(line=9)) if deadline else NOTHING
    return SourceRow((), "1", Quote(content, Place(line=7)), Quote(asks, Place(line=8)), (), cell, Place(line=7))


def seed_rows() -> list[SourceRow]:
    """The 28 rows of the seed: a line that begins with a TAB begins a cell."""
    cells = re.split(r"\n\t", SEED.read_text(encoding="utf-8"))[1 + HEADINGS:]
    cut = [cells[at:at + WIDTH] for at in range(0, len(cells) - LAST_WIDTH, WIDTH)] + [cells[-LAST_WIDTH:]]
    return [_row(index, [cell.strip() for cell in one]) for index, one in enumerate(cut)]


def _row(index: int, cells: list[str]) -> SourceRow:
    number, content, requirement, _, deadline = cells[-5:]
    cell = Quote("全年", Place(line=index), From.ABOVE) if index in INHERITS else Quote(deadline, Place(line=index))
    return SourceRow((), number, Quote(content), Quote(requirement), (), cell, Place(line=index))


def items(one: SourceRow) -> list[Quote]:
    """What the row asks for, cut before each item's number."""
    return [Quote(part) for part in re.split(r"(?:^|(?<=[\n。；]))(?=[1-9]\.)", one.asks.text) if part.strip()]


def timed(one: SourceRow, answers: Mapping[str, str] | None = None, *, part: str = "", named: bool = False,
          year: int = 2021) -> tuple[Timed, list[Doubt]]:
    """The rule of a row, or of `part` of it, with the doubts; `answers` by the kind of a question."""
    first = Inquiry({})
    asked = Quote(part) if part else one.asks
    Rules(first, year).time_rule(asked, one, 3, named=named)
    known = {doubt.key: answers[doubt.kind] for doubt in first.doubts if answers and doubt.kind in answers}
    inquiry = Inquiry(known)
    return Rules(inquiry, year).time_rule(asked, one, 3, named=named), inquiry.doubts


def kinds(doubts: list[Doubt]) -> list[str]:
    """Which questions and remarks there are."""
    return [doubt.kind for doubt in doubts]
