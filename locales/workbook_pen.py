"""Writes cells of a workbook in the styles of this house; what stands in which cell is decided by the sheets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from obligations.wording import without_hidden

FONT = "微软雅黑"
LINE = 17.0             # points of height for one line of text
TALLEST = 400.0         # Excel draws no row taller than 409
LONGEST = 32_000        # characters; a cell holds 32,767
PALE, GREEN, AMBER, GREY = "#FFFFFF", "#E9F3EC", "#FFF1CC", "#EDEFF1"
_CELL = {"font_name": FONT, "font_size": 10, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9CED3"}

STYLES: dict[str, dict[str, object]] = {
    "title": {"font_name": FONT, "font_size": 14, "bold": True, "valign": "vcenter"},
    "text": {"font_name": FONT, "font_size": 11, "text_wrap": True, "valign": "top"},
    "faint": {"font_name": FONT, "font_size": 9, "font_color": "#7A828A"},
    "head": {**_CELL, "bold": True, "bg_color": GREY, "valign": "vcenter"},
    "head-understood": {**_CELL, "bold": True, "bg_color": "#CFE5D6", "valign": "vcenter"},
    "source": {**_CELL, "bg_color": PALE},
    "above": {**_CELL, "bg_color": PALE, "italic": True, "font_color": "#7A828A"},
    "fixed": {**_CELL, "bg_color": GREY},
    "understood": {**_CELL, "bg_color": GREEN},
    # As text, so that 2018-12-31 stays what was typed.
    "typed": {**_CELL, "bg_color": GREEN, "num_format": "@"},
    "assumed": {**_CELL, "bg_color": AMBER, "num_format": "@"},
}


@dataclass(frozen=True, slots=True)
class Block:
    """Words over the rows `first` to `last` (from 0) of a column; more than one row: a merged cell."""

    first: int
    last: int
    column: int
    words: str
    style: str


class Pen:
    """Writes into the sheets of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._styles: dict[str, Format] = {name: book.add_format(style) for name, style in STYLES.items()}

    def words(self, sheet: Worksheet, row: int, column: int, words: str, style: str) -> None:
        """Write one cell, always as text: what begins with = is no formula."""
        sheet.write_string(row, column, cell_words(words), self._styles[style])

    def number(self, sheet: Worksheet, row: int, column: int, number: int) -> None:
        """Write the number of a line."""
        sheet.write_number(row, column, number, self._styles["fixed"])

    def line(self, sheet: Worksheet, row: int, words: Iterable[str], style: str) -> None:
        """Write cells side by side, from the left."""
        for column, one in enumerate(words):
            self.words(sheet, row, column, one, style)

    def block(self, sheet: Worksheet, block: Block) -> None:
        """Write a cell, merged where it covers several rows."""
        if block.first == block.last:
            self.words(sheet, block.first, block.column, block.words, block.style)
        else:
            self.across(sheet, (block.first, block.column, block.last, block.column), block.words, block.style)

    def across(self, sheet: Worksheet, area: tuple[int, int, int, int], words: str, style: str) -> None:
        """Write over an area: its first row and column, its last row and column."""
        top, left, bottom, right = area
        if (top, left) != (bottom, right):
            sheet.merge_range(top, left, bottom, right, "", self._styles[style])
        self.words(sheet, top, left, words, style)


def cell_words(words: str) -> str:
    """`words` as a cell can hold and show them: nothing that hides or turns text, no more than there is room for."""
    plain = "\n".join(map(without_hidden, words.split("\n"))).encode(errors="replace").decode()
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def heights(blocks: Iterable[Block], widths: Sequence[float]) -> dict[int, float]:
    """How tall each row must be, in points, for everything in it to be read; Excel does not fit merged cells itself."""
    found: dict[int, float] = {}
    for block in sorted(blocks, key=lambda one: one.last - one.first):
        rows = range(block.first, block.last + 1)
        missing = _lines(block.words, widths[block.column]) * LINE - sum(found.get(row, LINE) for row in rows)
        for row in rows:
            found[row] = min(TALLEST, found.get(row, LINE) + max(0.0, missing) / len(rows))
    return found


def _lines(words: str, width: float) -> int:
    """How many lines `words` take in a column that holds `width` narrow characters; a Chinese one is two wide."""
    room = max(2.0, width - 1.5)
    return sum(max(1, ceil(len(line.encode("gbk", "replace")) / room)) for line in words.split("\n"))
