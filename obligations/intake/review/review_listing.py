"""Finds the heading row of a sheet of a review workbook, and its columns wherever they have been moved to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from obligations.errors import Refusal
from obligations.intake.document import Cell, Document, Place, Table
from obligations.intake.review.review_kept import Sheet
from obligations.intake.review.rule_signs import folded


@dataclass(frozen=True, slots=True)
class Listing:
    """A sheet above and below its headings. `wanted` are the columns that are read, by place in the grid; `beside`
    those that are only compared, None: taken out by the user."""

    above: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    wanted: tuple[int, ...]
    beside: tuple[int | None, ...]
    place: Place

    def cells(self) -> Iterator[tuple[list[Cell], list[Cell | None]]]:
        """The cells of each row, those that are read and those beside them."""
        for row in self.rows:
            yield [row[at] for at in self.wanted], [None if at is None else row[at] for at in self.beside]

    def over(self) -> Iterator[Cell]:
        """The cells above the headings of these columns, merged ones several times."""
        columns = [at for at in (*self.wanted, *self.beside) if at is not None]
        return (row[at] for row in self.above for at in columns)


def listing(document: Document, sheet: Sheet, most: int, ids: int) -> Listing:
    """The sheet in `document` whose last `most` columns are read; the first `ids` of those tell its heading row.

    Raises Refusal where the sheet, its headings, or a column that is read is missing or stands there twice."""
    beside, wanted = sheet.columns[:-most], sheet.columns[-most:]
    table = _table(document, sheet.name)
    marks = {folded(heading) for heading in wanted[:ids]}
    for at, row in enumerate(table.grid):
        headings = [folded(cell.text) for cell in row]
        if marks <= set(headings):
            place = row[0].place
            columns = tuple(_column(heading, headings, sheet.name, place) for heading in wanted)
            return Listing(table.grid[:at], table.grid[at + 1:], columns, tuple(_others(beside, headings)), place)
    raise Refusal("review-headings-missing", sheet=sheet.name, place=table.grid[0][0].place,
                  headings="、".join(wanted[:ids]))


def _table(document: Document, name: str) -> Table:
    for block in document.blocks:
        if isinstance(block, Table) and block.grid and block.grid[0] and block.grid[0][0].place.sheet == name:
            return block
    raise Refusal("review-sheet-missing", sheet=name)


def _column(heading: str, headings: Sequence[str], sheet: str, place: Place) -> int:
    found = [at for at, words in enumerate(headings) if words == folded(heading)]
    if len(found) != 1:
        key = "review-column-twice" if found else "review-column-missing"
        raise Refusal(key, heading=heading, sheet=sheet, place=place)
    return found[0]


def _others(beside: Sequence[str], headings: Sequence[str]) -> Iterator[int | None]:
    """Each column of the source, told apart by order where several have one heading."""
    names = [folded(heading) for heading in beside]
    for at, name in enumerate(names):
        found = [column for column, words in enumerate(headings) if words == name]
        yield found[names[:at].count(name)] if len(found) == names.count(name) and name else None
