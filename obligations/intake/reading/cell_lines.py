"""Reads tables that were pasted with one cell a line: a TAB opens a cell, a line without one goes on with it.

An empty line may part two rows or two paragraphs of one cell, so rows are told apart by how many cells they have.
What a row means that has too few or too many is decided in `rectangle`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Paragraph, Place, Table
from obligations.intake.reading.alignment import Kind, fits, is_header
from obligations.intake.reading.lines import Line, is_item, is_lost_row
from obligations.intake.reading.rectangle import Columns, Missing, columns_of, rectangle
from obligations.intake.rows.labels import LONGEST, meaning
from obligations.intake.rows.lost_borders import quoted
from obligations.intake.rows.shapes import is_note

Segment = list[Cell]


@dataclass(slots=True)
class _Open:
    """A cell that is still being read."""

    line: int
    parts: list[str] = field(default_factory=list)

    @property
    def ends_blank(self) -> bool:
        return len(self.parts) > 1 and not self.parts[-1].strip()

    def cell(self) -> Cell:
        return Cell("\n".join(part.rstrip() for part in self.parts).rstrip(), Place(line=self.line))


def read_cell_lines(lines: Sequence[Line]) -> list[Paragraph | Table]:
    """The tables in `lines`, the first of which opens a cell, with the paragraphs between and after them.

    Raises PlanFaults with every row that cannot be aligned and every line that may or may not belong to a cell.
    """
    blocks: list[Paragraph | Table] = []
    for segments in _tables(_segments(lines)):
        blocks += _table(segments)
    return blocks


def holds_table(lines: Sequence[Line]) -> bool:
    """Whether `lines`, all that begin with TABs, are a table and not indented paragraphs: a header shows it, or that
    groups of three or more recur."""
    segments = _segments(lines)
    width = columns_of(segments).width
    return any(map(is_header, segments)) or (width >= 3 and sum(len(one) == width for one in segments) > 1)


def _segments(lines: Sequence[Line]) -> list[Segment]:
    """The cells in groups that end with an empty line, or where a header begins."""
    cells: list[_Open] = []
    for line in lines:
        first, *rest = line.text.split("\t")
        if cells and not (rest and not first.strip()):
            cells[-1].parts.append(first)
        cells += [_Open(line.number, [part]) for part in rest]
    groups: list[Segment] = []
    for at, cell in enumerate(cells):
        if at == 0 or cells[at - 1].ends_blank or _opens_header(cells, at):
            groups.append([])
        groups[-1].append(cell.cell())
    return groups


def _opens_header(cells: Sequence[_Open], at: int) -> bool:
    """Whether a header begins with the cell `at`, right under the title that stands under the last row."""
    return _has_gap(cells[at - 1]) and len(cells) > at + 2 and all(map(_is_label, cells[at:at + 3]))


def _has_gap(cell: _Open) -> bool:
    return any(not part.strip() for part in cell.parts[1:])


def _is_label(cell: _Open) -> bool:
    return sum(map(len, cell.parts)) <= LONGEST and meaning("".join(cell.parts)) is not None


def _tables(segments: Sequence[Segment]) -> Iterator[list[Segment | Paragraph]]:
    """The segments of each table, parted where a title and then a header follow on a row."""
    table: list[Segment | Paragraph] = [segments[0]]
    for before, after in pairwise(segments):
        kept, tail = _parted(before[-1])
        if is_header(after) and tail and not is_item(tail[0].text):
            table[-1] = [*before[:-1], kept]
            yield [*table, *tail]
            table = []
        table.append(after)
    yield table


def _parted(cell: Cell) -> tuple[Cell, list[Paragraph]]:
    """`cell` up to its first empty line, and the lines after that as paragraphs."""
    lines = cell.text.split("\n")
    return _cut(cell, next((at for at, line in enumerate(lines) if at and not line.strip()), len(lines)))


def _cut(cell: Cell, end: int) -> tuple[Cell, list[Paragraph]]:
    lines = cell.text.split("\n")
    tail = [Paragraph(line.strip(), Place(line=cell.place.line + at)) for at, line in enumerate(lines)
            if at >= end and line.strip()]
    return Cell("\n".join(lines[:end]), cell.place), tail


def _table(parts: Sequence[Segment | Paragraph]) -> list[Paragraph | Table]:
    segments = [part for part in parts if isinstance(part, list)]
    after = [part for part in parts if isinstance(part, Paragraph)]
    # What follows the table still stands in its last cell, and would hide of what kind the column is.
    columns = columns_of([*segments[:-1], [*segments[-1][:-1], _cut(segments[-1][-1], 1)[0]]])
    if columns.width < 2:
        raise PlanFaults((_rows_unclear(segments),))
    rows = list(_rows(segments, columns))
    notes = _notes(rows, columns)
    return [rectangle(rows, columns, Missing.MERGED), *notes, *after]


def _rows_unclear(segments: Sequence[Segment]) -> Refusal:
    cell = next((cell for one in segments for cell in one if cell.text.strip()), segments[0][0])
    return Refusal("text-rows-unclear", place=cell.place, quote=quoted(cell.text))


def _rows(segments: Sequence[Segment], columns: Columns) -> Iterator[Segment]:
    """Rows: several segments where an empty line stands in a cell, a part of one where a separating line is lost."""
    at = 0
    while at < len(segments):
        row, used = _joined(segments, at, columns)
        at += used
        chunks = [row[start:start + columns.width] for start in range(0, len(row), columns.width)]
        if len(row) > columns.width and all(map(columns.clearly, chunks)):
            yield from chunks
        else:
            yield row


def _joined(segments: Sequence[Segment], at: int, columns: Columns) -> tuple[Segment, int]:
    """The segment `at`, with those after it if only together they are a row that clearly stands right."""
    row, used = list(segments[at]), 1
    while len(row) < columns.width and at + used < len(segments):
        row += segments[at + used]
        used += 1
    if used > 1 and columns.clearly(row):
        return row, used
    blank = at + 1 < len(segments) and len(segments[at]) < columns.width and not any(map(_has_words, segments[at]))
    # Blank cells alone are no row: they belong to what follows, complete or not.
    return ([*segments[at], *segments[at + 1]], 2) if blank else (segments[at], 1)


def _has_words(cell: Cell) -> bool:
    return bool(cell.text.strip())


def _notes(rows: list[Segment], columns: Columns) -> list[Paragraph]:
    """Takes what stands after the table out of its last cell; in every other row's last cell it stays in doubt."""
    faults = [_line_unclear(tail[0]) for row in rows[:-1] if (tail := _foreign_tail(row, columns))]
    cell, tail = _last_cell(rows[-1][-1], columns)
    if tail and _is_note(tail, len(rows), columns):
        rows[-1] = [*rows[-1][:-1], cell]
    elif tail:
        faults.append(_line_unclear(tail[0]))
    if faults:
        raise PlanFaults(tuple(faults))
    return tail


def _foreign_tail(row: Segment, columns: Columns) -> list[Paragraph]:
    if len(row) != columns.width or "\n\n" not in row[-1].text:
        return []
    tail = _parted(row[-1])[1]
    return [] if _goes_on(tail[0], columns) else tail


def _last_cell(cell: Cell, columns: Columns) -> tuple[Cell, list[Paragraph]]:
    """The last cell of a table, and what may stand after the table: from an empty line on, or from the first line
    that is not of the column's kind (全年, and below it who signs)."""
    kind = columns.kinds[-1]
    head, tail = _parted(cell)
    if not fits(kind, head.text):
        lines = head.text.split("\n")
        head, tail = _cut(cell, next((at for at, line in enumerate(lines) if at and not fits(kind, line)), len(lines)))
    return (cell, []) if tail and _goes_on(tail[0], columns) else (head, tail)


def _is_note(tail: Sequence[Paragraph], rows: int, columns: Columns) -> bool:
    """Whether lines after the table cannot be rows that lost their TABs, nor the rest of the last cell."""
    if is_note(tail[0].text):
        return True
    proven = rows > 1 and columns.kinds[-1] is not Kind.FREE
    return proven and not any(is_lost_row(one.text) for one in tail)


def _goes_on(line: Paragraph, columns: Columns) -> bool:
    """Whether a line after an empty one still belongs to the last cell: 2. … in a column of sentences."""
    kind = columns.kinds[-1]
    return is_item(line.text) if kind is Kind.FREE else fits(kind, line.text)


def _line_unclear(line: Paragraph) -> Refusal:
    return Refusal("text-line-unclear", place=line.place, quote=quoted(line.text))
