"""Damages documents as they are damaged in offices: cells dropped or swapped, separators lost, lines joined, files
cut."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tests.corpus.shapes import Grid

Blocks = tuple[str | Grid, ...]
Cells = list[list[str]]
Damage = Callable[[Cells, Random], None]

_WIDE = str.maketrans({**{chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)}, " ": "\u3000"})
_SIGNS = "，,、；;：: 　\t\n（）()“”/\\—-。.·*√"
_ODD = "\u200b\u00a0\ufeff\u202e\u0301\U0001f600\u3400\ud7ff龘ﬁ①㈠Ⅳ𠀀\x85"


def _a_cell(rows: Cells, chance: Random) -> tuple[int, int]:
    row = chance.randrange(len(rows))
    return row, chance.randrange(len(rows[row]))


def drop_cell(rows: Cells, chance: Random) -> None:
    """The cells to the right move one to the left."""
    row, at = _a_cell(rows, chance)
    rows[row] = [*rows[row][:at], *rows[row][at + 1:], ""]


def empty_cell(rows: Cells, chance: Random) -> None:
    """A cell's words are gone."""
    row, at = _a_cell(rows, chance)
    rows[row][at] = ""


def swap_cells(rows: Cells, chance: Random) -> None:
    """Two cells of a row change places."""
    row, at = _a_cell(rows, chance)
    other = chance.randrange(len(rows[row]))
    rows[row][at], rows[row][other] = rows[row][other], rows[row][at]


def repeat_row(rows: Cells, chance: Random) -> None:
    """A row stands twice."""
    row, _ = _a_cell(rows, chance)
    rows.insert(row, list(rows[row]))


def blank_row(rows: Cells, chance: Random) -> None:
    """A row without words stands between the others."""
    row, _ = _a_cell(rows, chance)
    rows.insert(row, [""] * len(rows[0]))


def drop_row(rows: Cells, chance: Random) -> None:
    """A row is gone, perhaps that of the headings."""
    if len(rows) > 1:
        del rows[chance.randrange(len(rows))]


def join_rows(rows: Cells, chance: Random) -> None:
    """Two rows have become one."""
    row, _ = _a_cell(rows, chance)
    if row + 1 < len(rows):
        rows[row] = [f"{above}\n{below}".strip() for above, below in zip(rows[row], rows.pop(row + 1), strict=True)]


def other_separators(rows: Cells, chance: Random) -> None:
    """What parts the names in a cell is another sign, or nothing."""
    row, at = _a_cell(rows, chance)
    rows[row][at] = re.sub("[、，；]", chance.choice((" ", "，", "", "、", "\n", "/")), rows[row][at])


def other_signs(rows: Cells, chance: Random) -> None:
    """A stray sign stands in a cell, perhaps in place of a character."""
    row, at = _a_cell(rows, chance)
    words = rows[row][at]
    place = chance.randrange(len(words) + 1)
    rows[row][at] = words[:place] + chance.choice(_SIGNS + _ODD) + words[place + chance.randrange(2):]


def full_width(rows: Cells, chance: Random) -> None:
    """Digits and letters are full-width."""
    row, at = _a_cell(rows, chance)
    rows[row][at] = rows[row][at].translate(_WIDE)


def huge_cell(rows: Cells, chance: Random) -> None:
    """A cell has thousands of characters."""
    row, at = _a_cell(rows, chance)
    rows[row][at] = (rows[row][at] or "公") * (1 + 3000 // (1 + len(rows[row][at])))


# Those that leave words as they are, and those that change them.
MISPLACING: tuple[Damage, ...] = (drop_cell, empty_cell, swap_cells, repeat_row, blank_row, drop_row,
                                  other_separators, full_width)
EVERY: tuple[Damage, ...] = (*MISPLACING, join_rows, other_signs, huge_cell)


def damaged(blocks: Blocks, chance: Random, times: int, damages: Sequence[Damage] = EVERY) -> Blocks:
    """`blocks` after `times` accidents."""
    for _ in range(times):
        at = chance.randrange(len(blocks))
        block = blocks[at]
        made = _line(block, chance) if isinstance(block, str) else _table(block, chance, damages)
        blocks = (*blocks[:at], made, *blocks[at + 1:])
    return blocks


def _line(text: str, chance: Random) -> str:
    rows = [[text]]
    chance.choice((other_separators, other_signs, full_width, empty_cell))(rows, chance)
    return rows[0][0] or " "


def _table(table: Grid, chance: Random, damages: Sequence[Damage]) -> Grid:
    if damages is EVERY and chance.random() < 0.2:
        return _merged(table, chance)
    rows = [list(row) for row in table.rows]
    chance.choice(damages)(rows, chance)
    # Merges stay where they were only as long as the rows do.
    merges = table.merges if len(rows) == len(table.rows) else ()
    return Grid(tuple(map(tuple, rows)), merges)


def _merged(table: Grid, chance: Random) -> Grid:
    """One more merged area, where it overlaps none."""
    top, left = chance.randrange(len(table.rows)), chance.randrange(len(table.rows[0]))
    bottom = min(len(table.rows) - 1, top + chance.randrange(3))
    right = min(len(table.rows[0]) - 1, left + chance.randrange(3))
    apart = all(bottom < one[0] or one[2] < top or right < one[1] or one[3] < left for one in table.merges)
    if not apart or (top, left) == (bottom, right):
        return table
    return replace(table, merges=(*table.merges, (top, left, bottom, right)))


def cut(content: bytes, chance: Random) -> bytes:
    """A file that ends too early, as after a broken transfer."""
    return content[:chance.randrange(len(content) + 1)]


def without_a_tab(content: bytes, chance: Random) -> bytes:
    """A text in which one TAB, or one end of a line, is gone."""
    places = [at for at, byte in enumerate(content) if byte in b"\t\n"]
    at = chance.choice(places) if places else 0
    return content[:at] + content[at + 1:]
