"""Finds the row or the two rows of a table that head its columns; which column then counts as what is settled in
`columns`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from obligations.intake.document import Cell, Table
from obligations.intake.rows.labels import LONGEST, TASK, WHO, compact, meaning, names_bodies
from obligations.intake.source import Column

_DEEPEST = 12       # rows above the header: titles, 单位：…, units
_CONTACTS = ("联系人", "联系电话", "电话", "手机", "姓名", "职务", "邮箱", "微信")


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of one column: its own words, those printed over it and its neighbours, and what they announce.

    `group` numbers the printed cell that it stands under: columns of one group share their words. `blank`: nothing
    is printed over the column itself, the words are those of its neighbour on the left.
    """

    words: str
    cell: Cell
    kind: Column | None
    group: int
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a table: rows `first` to `last` of its grid, one Heading a column, and their words as printed."""

    first: int
    last: int
    headings: tuple[Heading, ...]
    printed: tuple[tuple[str, ...], ...]

    def repeats(self, row: Sequence[Cell]) -> bool:
        """Whether `row` is a row of this header printed again, at the top of a new page."""
        return any(_same_words(row, printed) for printed in self.printed)


def _same_words(row: Sequence[Cell], printed: Sequence[str]) -> bool:
    return len(row) == len(printed) and all(compact(cell.text) == words if len(cell.text) <= LONGEST else False
                                            for cell, words in zip(row, printed, strict=True))


def distinct(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that have words, each once however many columns it covers."""
    return list({id(cell): cell for cell in row if cell.text.strip()}.values())


def find_header(table: Table) -> Header | None:
    """The header of a table of tasks: the first row that announces both what is to be done and who does it."""
    return next((header for at in range(min(len(table.grid), _DEEPEST)) if (header := header_at(table, at))), None)


def header_at(table: Table, at: int) -> Header | None:
    """The header that opens in row `at`, with a second row under it if there is one; None: no header there."""
    cells = distinct(table.grid[at])
    if len(cells) < 2 or not all(_is_label(cell) for cell in cells):
        return None
    last = at + 1 if _has_second_row(table, at) else at
    printed = tuple(tuple(compact(cell.text) for cell in row) for row in table.grid[at:last + 1])
    header = Header(at, last, _headings(table, at, last), printed)
    return header if _heads_tasks(header) else None


def new_header_at(table: Table, at: int) -> Header | None:
    """Another header in the midst of a table: only where every cell of the row is a heading that we know, so that
    no short row of tasks is taken for one."""
    row = table.grid[at]
    if any(len(cell.text) > LONGEST for cell in row):
        return None
    cells = distinct(row)
    if len(cells) < 3 or not all(meaning(cell.text) for cell in cells):
        return None
    return header_at(table, at)


def _is_label(cell: Cell) -> bool:
    return len(cell.text) <= LONGEST


def _heads_tasks(header: Header) -> bool:
    kinds = [heading.kind for heading in header.headings]
    known = {heading.group for heading in header.headings if heading.kind}
    labelled = {heading.group for heading in header.headings if heading.words}
    who = any(kind in WHO for kind in kinds) or any(names_bodies(heading.words) for heading in header.headings)
    return any(kind in TASK for kind in kinds) and who and 2 * len(known) >= len(labelled)


def _has_second_row(table: Table, at: int) -> bool:
    if at + 1 >= len(table.grid):
        return False
    above, below = table.grid[at], table.grid[at + 1]
    new = [(column, cell) for column, cell in enumerate(below) if cell is not above[column] and cell.text.strip()]
    if not new or not all(_is_label(cell) and _is_shared(above, column) for column, cell in new):
        return False
    reach_down = sum(cell is over and bool(cell.text.strip()) for cell, over in zip(below, above, strict=True))
    return reach_down + len(new) == len(below) > len(new) or all(meaning(cell.text) for _, cell in new)


def _is_shared(row: Sequence[Cell], column: int) -> bool:
    """Whether the words over `column` stand over a neighbour too: one merged cell, or blanks beside them."""
    groups = _groups(row)
    return groups.count(groups[column]) > 1


def _groups(row: Sequence[Cell]) -> list[int]:
    """For every column the number of the printed cell it belongs to; a blank one belongs to the words on its left."""
    groups = [0]
    for left, cell in pairwise(row):
        same = cell is left or not cell.text.strip()
        groups.append(groups[-1] if same else groups[-1] + 1)
    return groups[:len(row)]


def _headings(table: Table, first: int, last: int) -> tuple[Heading, ...]:
    top, bottom = table.grid[first], table.grid[last]
    groups = _groups(top)
    opening = {group: cell for group, cell in reversed(list(zip(groups, top, strict=True)))}
    found = []
    for column, cell in enumerate(bottom):
        over = opening[groups[column]]
        own = cell if cell is not top[column] and cell.text.strip() else None
        number = groups[column] if own is None else len(groups) + column
        found.append(_heading(over, own, number, not top[column].text.strip()))
    return tuple(found)


def _heading(over: Cell, own: Cell | None, group: int, blank: bool) -> Heading:
    if own is None:
        return Heading(over.text.strip(), over, meaning(over.text), group, blank)
    kind = meaning(own.text) or meaning(over.text + own.text)
    return Heading(own.text.strip(), own, kind, group)


def looks_like_tasks(table: Table) -> bool:
    """Whether a table without a readable header may still be one of tasks, so that passing over it would lose
    some: it is of some size and has sentences in it."""
    sizes = [len(distinct(row)) for row in table.grid]
    wide = sum(size >= 3 for size in sizes)
    long = sum(any(len(cell.text) >= 12 for cell in distinct(row)) for row in table.grid)
    return wide >= 3 and long >= 2 and not is_contacts(table)


def is_contacts(table: Table) -> bool:
    """Whether a table lists people to turn to."""
    return any(compact(cell.text).startswith(_CONTACTS) for row in table.grid[:3] for cell in distinct(row))


def heads_bodies(table: Table) -> Cell | None:
    """A cell in the first rows that heads a column of bodies, though the row heads no table of tasks."""
    return next((cell for cells in _labels(table) for cell in cells if meaning(cell.text) in WHO), None)


def heads_tasks(table: Table) -> bool:
    """Whether that row heads a column of tasks as well: then it is its other headings that are unknown."""
    found = next((cells for cells in _labels(table) if any(meaning(cell.text) in WHO for cell in cells)), [])
    return any(meaning(cell.text) in TASK for cell in found)


def _labels(table: Table) -> Iterator[list[Cell]]:
    """The first rows whose cells can all be headings."""
    rows = (distinct(row) for row in table.grid[:_DEEPEST])
    return (cells for cells in rows if len(cells) > 1 and all(map(_is_label, cells)))
