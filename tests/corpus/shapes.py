"""What a document of the corpus is: its blocks as an office wrote them, and the rows that a careful reader finds.

The expectations are written by hand from the document's own words; nothing of the reader is used to make them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Merge = tuple[int, int, int, int]       # top, left, bottom, right, from 0
OFFICE = ("docx", "xlsx", "html")       # formats that keep merged cells
EVERY = (*OFFICE, "md", "txt")
PLAIN = ("docx", "html", "md", "txt")   # formats of documents without a table


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the words of a merged cell stand in its upper left slot."""

    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a careful reader understands it.

    `who`: `牵头 县民政局、县财政局；配合 县教育局`, collective words as printed. `when`: the rule of each thing that
    the row asks for, in the notation of `judging.spoken`; "?" where only asking is right. `asked`: kinds of doubts
    about it that must be there.
    """

    words: str
    who: str
    when: str
    section: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A document and what it says. `year`: what the office says it is of, where the title says no single one."""

    name: str
    blocks: tuple[str | Grid, ...]
    rows: tuple[Row, ...]
    formats: tuple[str, ...] = EVERY
    year: int | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that must be refused: with which sentences, and the words that one of them must quote."""

    name: str
    blocks: tuple[str | Grid, ...]
    keys: tuple[str, ...]
    quotes: str
    formats: tuple[str, ...] = EVERY


def grid(text: str, merges: Sequence[Merge] = ()) -> Grid:
    """A table from lines with bars between the cells: a line that begins with a bar goes on with the row above, ⏎ is
    a line break inside a cell, - an empty one, and rows may be written short."""
    rows = [[cell.strip().replace("⏎", "\n").removeprefix("-") for cell in line.split("|")] for line in _joined(text)]
    width = max(map(len, rows))
    return Grid(tuple((*row, *[""] * (width - len(row))) for row in rows), tuple(merges))


def _joined(text: str) -> Iterator[str]:
    return iter(re.sub(r"\n\s*\|", " |", text.strip()).split("\n"))


def rows(text: str, **asked: str) -> tuple[Row, ...]:
    """Expected rows from lines `words | who | when | section`; `asked`: kinds of doubts by `row1`, `row2` …"""
    found = []
    for number, line in enumerate(_joined(text), 1):
        words, who, when, section = (*(cell.strip() for cell in line.split(" | ")), "")[:4]
        found.append(Row(words, who, when, section, tuple(asked.get(f"row{number}", "").split())))
    return tuple(found)
