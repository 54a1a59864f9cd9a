"""What any file looks like once it is read: paragraphs and tables with their places; nothing is understood yet."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, counted from 1; 0 or "": does not apply.

    A `line` of a text or the `line`-th paragraph of a Word file; or `row` and `column` in the `table`-th table of
    a file, or in the sheet named `sheet`.
    """

    line: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""


ANYWHERE = Place()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, with the lines of its text parted by "\\n". A merged cell is one Cell, standing in every slot of
    the grid that it covers; `place` is its upper left slot. `hidden`: in a hidden row, column or sheet."""

    text: str
    place: Place
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangle of cells, `grid[row][column]`; every row is equally long.

    `merges_known`: the format tells which cells are merged (Word, Excel, HTML), so that a cell that is empty there
    is empty; in a plain text an empty cell may be the rest of a merged one.
    """

    grid: tuple[tuple[Cell, ...], ...]
    merges_known: bool = True


class Stands(StrEnum):
    """Where a paragraph stands on the page."""

    TEXT = "text"
    BOX = "box"            # a text box
    NOTE = "note"          # a footnote or an endnote
    COMMENT = "comment"    # what somebody wrote beside the text
    MARGIN = "margin"      # a header or a footer


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside every table. The place of a note or a comment is that of the words it is about."""

    text: str
    place: Place
    stands: Stands = Stands.TEXT


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file, its blocks in the order of reading. `name` is the file's, without folders."""

    name: str
    blocks: tuple[Paragraph | Table, ...]
