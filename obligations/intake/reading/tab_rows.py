"""Reads tables with one row a line and a TAB between the cells, as spreadsheets copy them; rows of uneven length are
judged in `rectangle`."""

import re
from collections.abc import Iterator, Sequence

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Paragraph, Place, Table
from obligations.intake.reading.alignment import Kind, is_header
from obligations.intake.reading.lines import Line, is_lost_row
from obligations.intake.reading.rectangle import Columns, Missing, columns_of, rectangle
from obligations.intake.rows.lost_borders import quoted
from obligations.intake.rows.sections import is_heading
from obligations.intake.rows.shapes import is_note

# A spreadsheet puts a cell with line breaks into quotation marks, and doubles those inside. No TAB may stand inside:
# a stray mark would otherwise swallow the rows up to the next one. Every start ends at the first mark that is not
# doubled, so the search is linear.
_QUOTED = re.compile(r'(?:(?<=\t)|(?<=\n)|\A)"(?P<inner>(?:[^"\t]|"")*)"(?=\t|\n|\Z)')


def quoted_lines_joined(lines: Sequence[Line]) -> Iterator[Line]:
    """`lines`, with those that one quoted cell spans as one Line. Marks around other texts stay as they are."""
    whole = "\n".join(line.text for line in lines)
    breaks = {at for found in _QUOTED.finditer(whole) if _is_beside_tab(whole, found)
              for at in range(found.start(), found.end()) if whole[at] == "\n"}
    joined: list[str] = []
    at = number = 0
    for line in lines:
        number = number if joined else line.number
        joined.append(line.text)
        at += len(line.text) + 1
        if at - 1 not in breaks:
            yield Line(number, "\n".join(joined))
            joined = []


def _is_beside_tab(whole: str, found: re.Match[str]) -> bool:
    return whole[found.start() - 1:found.start()] == "\t" or whole[found.end():found.end() + 1] == "\t"


def cells_of(line: Line) -> list[Cell]:
    """The cells of one line, each at the line where it opens."""
    cells = []
    number = line.number
    for part in line.text.split("\t"):
        found = _QUOTED.fullmatch(part)
        text = found["inner"].replace('""', '"') if found else part
        cells.append(Cell(text.strip(), Place(line=number)))
        number += part.count("\n")
    return cells


def read_tab_rows(lines: Sequence[Line]) -> list[Paragraph | Table]:
    """The tables in `lines`, the first and the last of which have TABs. Titles may stand between two tables; any
    other line without TABs is a row that lost them, or the rest of a cell.

    Raises PlanFaults with every line and row that is in doubt.
    """
    blocks: list[Paragraph | Table] = []
    faults: list[Refusal] = []
    for part in _parts(lines):
        try:
            blocks += [part] if isinstance(part, Paragraph) else [_table(part)]
        except PlanFaults as found:
            faults += found.faults
    if faults:
        raise PlanFaults(tuple(faults))
    return blocks


def check_end(table: Table, last: Line, after: Line | None) -> None:
    """Raises Refusal where the line after a table may be a row of it that lost its TABs, or the rest of its last
    cell: it follows at once, or looks like a row, or there is nothing in the table but its header."""
    if after is None or is_note(after.text):
        return
    at_once = after.number == last.number + last.text.count("\n") + 1
    if at_once or is_lost_row(after.text) or all(map(is_header, table.grid)):
        raise Refusal("text-line-unclear", place=Place(line=after.number), quote=quoted(after.text))


def _parts(lines: Sequence[Line]) -> Iterator[Paragraph | list[Line]]:
    """The lines of each table, and the paragraphs in between."""
    table: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if "\t" not in line.text:
            waiting += [line] if line.text.strip() else []
            continue
        if waiting and table and is_header(cells_of(line)) and not any(is_lost_row(one.text) for one in waiting):
            yield table
            yield from (Paragraph(one.text.strip(), Place(line=one.number)) for one in waiting)
            table = []
        else:
            table += waiting
        waiting = []
        table.append(line)
    yield table


def _table(lines: Sequence[Line]) -> Table:
    rows: list[list[Cell]] = []
    faults: list[Refusal] = []
    for line in lines:
        if "\t" in line.text or is_heading(line.text):
            rows.append(cells_of(line))
        else:
            faults.append(Refusal("text-line-unclear", place=Place(line=line.number), quote=quoted(line.text)))
    if faults:
        raise PlanFaults(tuple(faults))
    return rectangle(rows, _columns(rows), Missing.TRAILING)


def _columns(rows: Sequence[Sequence[Cell]]) -> Columns:
    """The columns of the header where there is one: rows may have lost empty cells at their ends."""
    most = columns_of(rows)
    header = next((row for row in rows if is_header(row)), None)
    if header is None or len(header) <= most.width:
        return most
    return Columns(most.kinds + (Kind.FREE,) * (len(header) - most.width))
