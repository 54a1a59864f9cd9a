"""The cells of one row under the columns of its table: which column a cell over several counts for, and what of a row
is its own; what an empty cell takes from above is decided in `inherit`."""

from collections.abc import Sequence
from dataclasses import dataclass

from obligations.intake.document import Cell, Place
from obligations.intake.rows.columns import PRIORITY, Layout
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.shapes import is_number
from obligations.intake.source import Column, From, Quote

_DUTY = WHO | {Column.DEADLINE}
_RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table. `own` are the cells with words that begin in it, `quotes` its words by column."""

    cells: Sequence[Cell]
    own: tuple[Cell, ...]
    quotes: tuple[Quote, ...]
    layout: Layout

    @property
    def place(self) -> Place:
        """Where the row stands: its first cell's row, with no column."""
        first = self.own[0].place
        return Place(first.line, first.table, first.row, 0, first.sheet)

    @property
    def words(self) -> str:
        """All words of the row's own cells."""
        return " ".join(cell.text.strip() for cell in self.own)

    def role(self, at: int) -> Column:
        """The kind of the cell about who in column `at`; one over 牵头单位 and 配合单位 says neither."""
        return self.layout.kinds[at] if len(self._covered(self.cells[at]) & WHO) == 1 else Column.RESPONSIBLE

    @property
    def across(self) -> tuple[Cell, ...]:
        """Own cells that cover a column about who or when beside another one."""
        if len(set(map(id, self.cells))) == len(self.cells):
            return ()
        return tuple(cell for cell in self.own if len(covered := self._covered(cell)) > 1 and covered & _DUTY)

    def _covered(self, cell: Cell) -> set[Column]:
        return {kind for kind, other in zip(self.layout.kinds, self.cells, strict=True) if other is cell}

    def first(self, kind: Column) -> Quote | None:
        """The words in the column `kind`, "" where it is empty; None: there is no such column."""
        columns = self.layout.all(kind)
        return self.quotes[columns[0]] if columns else None

    def text(self, kind: Column) -> str:
        """The words in the column `kind`, "" where there are none."""
        found = self.first(kind)
        return found.text if found else ""


def line(cells: Sequence[Cell], above: Sequence[Cell] | None, layout: Layout) -> Line:
    """The row `cells`, `above` being the row before it in the same table."""
    own = {id(cell): cell for at, cell in enumerate(cells)
           if cell.text.strip() and (above is None or cell is not above[at])}
    homes = _homes(cells, layout)
    quotes = tuple(_quote(cell, homes[id(cell)] == at, above is not None and above[at] is cell)
                   for at, cell in enumerate(cells))
    return Line(cells, tuple(own.values()), quotes, layout)


def _quote(cell: Cell, at_home: bool, reaches_down: bool) -> Quote:
    text = cell.text.strip()
    if not text or not at_home:
        return Quote("", cell.place, From.NOWHERE)
    return Quote(text, cell.place, From.MERGED if reaches_down else From.OWN)


def _homes(cells: Sequence[Cell], layout: Layout) -> dict[int, int]:
    """The column each cell counts for: of those it covers the one that says most; a bare number its number."""
    homes: dict[int, int] = {}
    for at, cell in enumerate(cells):
        before = homes.setdefault(id(cell), at)
        if before != at and _ranks(cell, layout.kinds[at]) < _ranks(cell, layout.kinds[before]):
            homes[id(cell)] = at
    return homes


def _ranks(cell: Cell, kind: Column) -> int:
    return -1 if kind is Column.NUMBER and is_number(cell.text) else _RANK[kind]


def covers(cells: Sequence[Cell], cell: Cell) -> int:
    """How many columns of the row `cell` covers."""
    return sum(other is cell for other in cells)
