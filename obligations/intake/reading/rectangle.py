"""Makes a rectangle of rows that came without borders; a row whose cells could stand in other columns is refused."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Place, Table
from obligations.intake.reading.alignment import (
    HEADINGS,
    Kind,
    contradicts,
    fits,
    is_header,
    kinds_of,
    misfit,
    placements,
)
from obligations.intake.rows.labels import meaning
from obligations.intake.rows.lost_borders import quoted
from obligations.intake.rows.sections import is_heading
from obligations.intake.rows.shapes import is_note
from obligations.intake.source import Column

_MOST_MISSING = 2       # cells of a row that may be missing before it is not looked at any more
_MOST_FAULTS = 50       # nobody reads more
_WIDEST = 100           # columns
_SECOND = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")

Row = Sequence[Cell]


class Missing(StrEnum):
    """What a missing cell means in a kind of text."""

    MERGED = "merged"       # one heading over two columns leaves one cell fewer
    TRAILING = "trailing"   # empty cells at the end of a line get lost


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of a table's columns: how many cells most rows have, and what kind of words each column has."""

    kinds: tuple[Kind, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.kinds)

    def clearly(self, row: Row) -> bool:
        """Whether `row` is complete and at least one of its cells proves that it stands right."""
        proven = any(kind is not Kind.FREE and cell.text.strip() for cell, kind in zip(row, self.kinds, strict=False))
        return len(row) == self.width and proven and misfit(row, self.kinds) is None


def columns_of(rows: Sequence[Row]) -> Columns:
    """The columns that most of `rows` agree on."""
    sizes = Counter(map(len, rows)).most_common()
    width = max((size for size, times in sizes if times == sizes[0][1]), default=0)
    return Columns(kinds_of([row for row in rows if len(row) == width and not is_header(row)], width))


def rectangle(rows: Sequence[Row], columns: Columns, missing: Missing) -> Table:
    """`rows` as a Table. Raises PlanFaults with the place and the words of every row that cannot be aligned."""
    fitting = _Fitting(columns, missing)
    grid: list[tuple[Cell, ...]] = []
    faults: list[Refusal] = []
    for row in rows:
        try:
            grid.append(fitting.fitted(row))
        except Refusal as fault:
            faults.append(fault)
        if len(faults) >= _MOST_FAULTS:
            break
    faults += [fitting.unclear((cell,), columns.width - 1) for cell in _half_headed(grid, columns)]
    if faults:
        raise PlanFaults(tuple(faults))
    return Table(tuple(grid), merges_known=False)


class _Fitting:
    """Puts one row after another under the columns."""

    def __init__(self, columns: Columns, missing: Missing) -> None:
        self._columns, self._missing = columns, missing
        self._headed = False
        self._above: tuple[Cell, ...] = ()

    def fitted(self, row: Row) -> tuple[Cell, ...]:
        """`row` with a cell for every column. Raises Refusal."""
        self._above = self._aligned(row)
        return self._above

    def _aligned(self, row: Row) -> tuple[Cell, ...]:
        if is_header(row):
            self._headed = True
            return self._header(row)
        if len(row) == self._columns.width:
            return self._complete(row)
        if len(row) == 1 and self._may_stand_alone(row[0]):
            return (row[0],) * self._columns.width
        return self._short(row) if len(row) < self._columns.width else self._long(row)

    def _complete(self, row: Row) -> tuple[Cell, ...]:
        wrong = [cell for cell, kind in zip(row, self._columns.kinds, strict=True) if misfit((cell,), (kind,))]
        words = [cell for cell in row if cell.text.strip()]
        # One odd cell is only odd; two of them, or nothing else, mean that the whole row has shifted.
        if len(wrong) > 1 or (words and wrong == words and not (words[0] is row[0] and self._may_stand_alone(row[0]))):
            raise self.unclear(row)
        return tuple(row)

    def _may_stand_alone(self, cell: Cell) -> bool:
        """Whether nothing need stand beside `cell`: a title above the header, the heading of a section, a note."""
        return not self._headed or is_heading(cell.text) or is_note(cell.text)

    def _header(self, row: Row) -> tuple[Cell, ...]:
        kinds = self._columns.kinds
        spare = len(kinds) - len(row)
        blank = [cell for cell in row[len(kinds):] if cell.text.strip()]
        if blank or (spare > 0 and not self._may_cover(row[0], kinds[:spare + 1])):
            raise self.unclear(row)
        full = (row[0],) * max(spare, 0) + tuple(row[:len(kinds)])
        covered = spare + 1 if spare > 0 else 0
        for cell, kind in zip(full[covered:], kinds[covered:], strict=True):
            if contradicts(cell.text, kind) or (covered and kind in (*HEADINGS, Kind.NUMBER) and _announces_task(cell)):
                raise self.unclear((cell,), len(row))
        return full

    def _may_cover(self, label: Cell, kinds: Sequence[Kind]) -> bool:
        """Whether one heading may stand over the first columns: over sections and numbers (工作任务 over 一、,（一）
        and 1), or over the number and the words of the task."""
        if self._missing is not Missing.MERGED or meaning(label.text) is Column.NUMBER:
            return False
        return set(kinds) <= {*HEADINGS, Kind.NUMBER} or tuple(kinds) == (Kind.NUMBER, Kind.FREE)

    def _short(self, row: Row) -> tuple[Cell, ...]:
        lacking = self._columns.width - len(row)
        ways = placements(row, self._columns.kinds) if lacking <= _MOST_MISSING and len(row) <= _WIDEST else []
        if len(ways) != 1:
            raise self.unclear(row)
        filled = self._filled(row, ways[0])
        if filled is None:
            raise self.unclear(row)
        return filled

    def _filled(self, row: Row, gaps: tuple[int, ...]) -> tuple[Cell, ...] | None:
        if self._missing is Missing.TRAILING:
            return self._padded(row) if gaps == tuple(range(len(row), self._columns.width)) else None
        filled = list(row)
        for gap in gaps:
            cell = self._merged_into(filled, gap)
            if cell is None:
                return None
            filled.insert(gap, cell)
        return tuple(filled)

    def _padded(self, row: Row) -> tuple[Cell, ...]:
        last = row[-1].place
        empty = Cell("", Place(line=last.line))
        return tuple(row) + (empty,) * (self._columns.width - len(row))

    def _merged_into(self, row: Sequence[Cell], gap: int) -> Cell | None:
        """The cell that reaches into `gap` from beside it: a heading on its left, or a blank one below such a heading.
        """
        kinds = self._columns.kinds
        if kinds[gap] not in HEADINGS or gap >= len(row):
            return None
        if gap > 0 and row[gap - 1].text.strip():
            alone = kinds[gap - 1] in HEADINGS and not _SECOND.search(row[gap - 1].text)
            return row[gap - 1] if alone else None
        above = self._above
        covered = gap + 1 < len(above) and above[gap] is above[gap + 1] and kinds[gap + 1] in HEADINGS
        return row[gap] if covered and not row[gap].text.strip() else None

    def _long(self, row: Row) -> tuple[Cell, ...]:
        if any(cell.text.strip() for cell in row[self._columns.width:]) or self._missing is Missing.MERGED:
            raise self.unclear(row)
        return tuple(row[:self._columns.width])

    def unclear(self, row: Row, found: int | None = None) -> Refusal:
        """The fault of a row, with the place and the words that show it best."""
        swallowed = next(filter(None, map(self._swallowed, row)), None) if len(row) > self._columns.width else None
        shown = (swallowed, misfit(row, self._columns.kinds), *row)
        odd = next((cell for cell in shown if cell is not None and cell.text.strip()), row[0])
        return Refusal("text-row-unclear", place=odd.place, quote=quoted(odd.text) or "—", found=found or len(row),
                       expected=self._columns.width)

    def _swallowed(self, cell: Cell) -> Cell | None:
        """What stands in `cell` below an empty line, where it is the last of its row by what stands above that."""
        above, gap, below = cell.text.partition("\n\n")
        last = self._columns.kinds[-1]
        ends = meaning(above) is not None or (last is not Kind.FREE and fits(last, above))
        line = cell.place.line + above.count("\n") + 2
        return Cell(below, Place(line=line)) if gap and above and ends else None


def _announces_task(cell: Cell) -> bool:
    """Whether a heading is one of what is to be done."""
    return meaning(cell.text) in (Column.CONTENT, Column.REQUIREMENT)


def _half_headed(grid: Sequence[tuple[Cell, ...]], columns: Columns) -> list[Cell]:
    """Headings that seem to cover the column of the subsections, though subsections follow under the same words:
    there the subsection's own cell is lost."""
    over = [at for at, (kind, below) in enumerate(pairwise(columns.kinds)) if kind in HEADINGS and below in HEADINGS]
    found: list[Cell] = []
    for at in over:
        merged, divided, current = {}, set(), ""
        for row in grid:
            heading, below = row[at], row[at + 1]
            current = heading.text or current
            if heading is below and heading.text and heading is not row[-1]:
                merged[id(heading)] = heading
            elif below.text.strip():
                divided.add(current)
        found += [cell for cell in merged.values() if cell.text in divided]
    return found
