"""Reads plain text: finds tables with TABs or bars between paragraphs, and refuses those whose borders are lost.

What the paragraphs mean is read elsewhere. A table whose columns are parted by blanks alone is always refused: in such
a text nothing shows an empty cell, and a gap inside a cell looks like one between two.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document, Paragraph, Place, Table
from obligations.intake.reading.alignment import is_header
from obligations.intake.reading.cell_lines import holds_table, read_cell_lines
from obligations.intake.reading.lines import Line, check_size, numbered
from obligations.intake.reading.ruled import bars, is_rule, is_ruled, read_ruled
from obligations.intake.reading.tab_rows import cells_of, check_end, quoted_lines_joined, read_tab_rows
from obligations.intake.rows.lost_borders import lost_border_faults

_AHEAD = 20         # lines looked at to tell one cell a line from one row a line

Block = Paragraph | Table


def read_text(text: str, name: str) -> Document:
    """The paragraphs and tables of a plain text, each with its line.

    Raises PlanFaults with every line and row of a table that is in doubt; Refusal for more cells than a file may have.
    """
    check_size(text, name)
    blocks: list[Block] = []
    faults: list[Refusal] = []
    for read, lines in _regions(list(quoted_lines_joined(numbered(text)))):
        try:
            blocks += read(lines)
        except PlanFaults as found:
            faults += found.faults
        except Refusal as fault:
            faults.append(fault)
    faults += lost_border_faults(blocks)
    if faults:
        raise PlanFaults(tuple(faults))
    return Document(name, tuple(blocks))


def _regions(lines: Sequence[Line]) -> Iterator[tuple[Callable[[Sequence[Line]], list[Block]], Sequence[Line]]]:
    """The lines in runs of one shape, each with what reads it."""
    at = 0
    while at < len(lines):
        if "\t" in lines[at].text:
            read, end = _tabbed(lines, at)
        elif is_ruled(lines[at].text):
            read, end = _ruled, _while_ruled(lines, at)
        elif at + 1 < len(lines) and "|" in lines[at].text and is_rule(lines[at + 1].text):
            read, end = _ruled, _while_ruled(lines, at + 2)
        else:
            read, end = _paragraphs, at + 1
        yield read, lines[at:end]
        at = end


def _tabbed(lines: Sequence[Line], at: int) -> tuple[Callable[[Sequence[Line]], list[Block]], int]:
    ahead = list(islice((line for line in lines[at:at + 10 * _AHEAD] if "\t" in line.text), _AHEAD))
    if 2 * sum(map(_is_one_cell, ahead)) >= len(ahead):
        return _cell_lines, _end_of_cells(lines, at)
    end = _end_of_rows(lines, at)
    after = next((line for line in lines[end:end + _AHEAD] if line.text.strip()), None)
    return lambda region: _tab_rows(region, after), end


def _is_one_cell(line: Line) -> bool:
    return line.text.startswith("\t") and "\t" not in line.text[1:]


def _end_of_cells(lines: Sequence[Line], at: int) -> int:
    """The line where a table with one row a line begins, or the end of the text."""
    return next((end for end in range(at + 1, len(lines)) if lines[end].text.count("\t") > 1
                 and not lines[end].text.startswith("\t") and is_header(cells_of(lines[end]))), len(lines))


def _end_of_rows(lines: Sequence[Line], at: int) -> int:
    """One past the last line of a table with one row a line: words without TABs end it, unless a row as long as the
    first or a header follows."""
    width = len(cells_of(lines[at]))
    end, gap = at + 1, False
    for number in range(at + 1, len(lines)):
        text = lines[number].text
        if "\t" not in text:
            gap = gap or bool(text.strip())
            continue
        cells = cells_of(lines[number])
        if (_is_one_cell(lines[number]) and width > 2) or (gap and len(cells) != width):
            break
        end, gap = number + 1, False
    return end


def _cell_lines(lines: Sequence[Line]) -> list[Block]:
    return read_cell_lines(lines) if holds_table(lines) else _paragraphs(lines)


def _tab_rows(lines: Sequence[Line], after: Line | None) -> list[Block]:
    if not any(map(_has_cells, lines)):
        return _paragraphs(lines)
    blocks = read_tab_rows(lines)
    last = blocks[-1]
    if isinstance(last, Table):
        check_end(last, lines[-1], after)
    return blocks


def _has_cells(line: Line) -> bool:
    """Whether the TABs of a line part anything, and do not only indent it or a word after a label."""
    words = sum(bool(cell.text) for cell in cells_of(line))
    return words > 2 or (words == 2 and is_header(cells_of(line)))


def _ruled(lines: Sequence[Line]) -> list[Block]:
    return [read_ruled(lines)]


def _while_ruled(lines: Sequence[Line], at: int) -> int:
    return next((end for end in range(at, len(lines)) if not (is_ruled(lines[end].text) or bars(lines[end].text))),
                len(lines))


def _paragraphs(lines: Sequence[Line]) -> list[Block]:
    return [Paragraph(" ".join(part.split("\t")).strip(), Place(line=line.number + at))
            for line in lines for at, part in enumerate(line.text.split("\n")) if part.strip()]
