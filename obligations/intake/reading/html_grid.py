"""Lays out a table of a web page: which slots its cells cover, by the rules of HTML; and tells layout from tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from obligations.errors import Refusal
from obligations.intake.document import Cell, Paragraph, Place, Table
from obligations.intake.reading.alignment import is_header
from obligations.intake.reading.grid import Room
from obligations.intake.reading.html_words import HtmlCell, HtmlTable

Block = Paragraph | Table


@dataclass(slots=True)
class Layout:
    """Turns what was read into blocks, counting paragraphs and tables in the order of reading."""

    room: Room
    _paragraphs: int = 0
    _tables: int = 0

    def blocks(self, parts: Sequence[str | HtmlTable]) -> Iterator[Block]:
        """The paragraphs and tables of `parts`. Raises Refusal for cells that overlap, and for too many."""
        waiting = list(reversed(parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                yield from self._paragraph(part)
            elif _is_layout(part):
                waiting += reversed([*part.blocks, *_inner(part)])
            else:
                yield from self._captions(part)
                yield from self._table(part)

    def _captions(self, table: HtmlTable) -> Iterator[Block]:
        for words in _lines(table.blocks):
            yield from self._paragraph(words)

    def _paragraph(self, words: str) -> Iterator[Block]:
        self._paragraphs += 1
        yield Paragraph(words, Place(line=self._paragraphs))

    def _table(self, table: HtmlTable) -> Iterator[Block]:
        if not table.cells():
            return
        self._tables += 1
        grid = _Grid(self._tables, self.room)
        for group in table.groups():
            grid.add(group)
        yield Table(grid.rectangle())


def _is_layout(table: HtmlTable) -> bool:
    """Whether a table only puts other things in their places on the page: all words stand in one cell, or there are
    tables in it and no row of it heads columns."""
    if sum(bool(cell.blocks) for cell in table.cells()) == 1:
        return True
    rows = [row for group in table.groups() for row in group]
    nested = any(isinstance(block, HtmlTable) for row in rows for cell in row for block in cell.blocks)
    return nested and not any(is_header([Cell(_own_words(cell), Place()) for cell in row]) for row in rows)


def _own_words(cell: HtmlCell) -> str:
    return "\n".join(block for block in cell.blocks if isinstance(block, str))


def _inner(table: HtmlTable) -> list[str | HtmlTable]:
    return [block for cell in table.cells() for block in cell.blocks]


def _lines(parts: Sequence[str | HtmlTable]) -> list[str]:
    """The lines of `parts`, those of the tables in them too."""
    lines: list[str] = []
    waiting = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            lines.append(part)
        else:
            waiting += reversed([*part.blocks, *_inner(part)])
    return lines


class _Grid:
    """The slots of one table, row by row."""

    def __init__(self, table: int, room: Room) -> None:
        self._table, self._room = table, room
        self._rows: list[dict[int, Cell]] = []
        self._width = 0

    def add(self, group: Sequence[Sequence[HtmlCell]]) -> None:
        """Rows that belong together: no cell reaches beyond them."""
        first = len(self._rows)
        self._rows += [{} for _ in group]
        for number, row in enumerate(group, start=first):
            self._add_row(number, row)

    def _add_row(self, number: int, row: Sequence[HtmlCell]) -> None:
        column = 0
        for cell in row:
            while column in self._rows[number]:
                column += 1
            place = Place(table=self._table, row=number + 1, column=column + 1)
            down = min(cell.down or len(self._rows), len(self._rows) - number)
            self._room.take(down * cell.across)
            self._cover(Cell("\n".join(_lines(cell.blocks)), place, cell.hidden), number, column, down, cell.across)
            # What lies to the right of the last cell of all rows is only how far a title was told to reach.
            self._width = max(self._width, column + 1)
            column += cell.across

    def _cover(self, cell: Cell, top: int, left: int, down: int, across: int) -> None:
        for row in self._rows[top:top + down]:
            for column in range(left, left + across):
                if column in row:
                    raise Refusal("html-cells-overlap", place=cell.place, quote=cell.text[:60])
                row[column] = cell

    def rectangle(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows, equally long; a slot that no cell covers is blank."""
        self._room.take(self._width * len(self._rows) - sum(map(len, self._rows)))
        return tuple(tuple(row.get(column) or self._blank(number, column) for column in range(self._width))
                     for number, row in enumerate(self._rows))

    def _blank(self, row: int, column: int) -> Cell:
        return Cell("", Place(table=self._table, row=row + 1, column=column + 1))
