"""Looks at single lines of a text: what opens an item, and what is a row that lost its TABs."""

import re
from dataclasses import dataclass

from obligations.errors import Refusal
from obligations.intake.reading.grid import Room
from obligations.intake.rows.sections import mark
from obligations.intake.rows.shapes import is_number

BARS = "|│┃║｜"     # what parts the cells of a drawn table
_MOST_LINES = 300_000
_LONGEST = 120      # characters of a line that can be all headings of a table
_ITEM = re.compile(r"\s*(?:\d{1,2}\s?[.．、)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)])")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|\u3000+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; `number` counts from 1. A line may hold line breaks that stand in quotation marks."""

    number: int
    text: str


def check_size(text: str, name: str) -> None:
    """Raises Refusal for more lines or cells than a file may have, before any of them is read."""
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        raise Refusal("text-too-many-lines", name=name, lines=_MOST_LINES)
    Room(name).take(text.count("\t") + sum(map(text.count, BARS)))


def numbered(text: str) -> list[Line]:
    """The lines of `text`, whatever ends them; breaks that are no ends of lines (VT, LS, PS) become blanks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return [Line(number, line.translate(_BREAKS)) for number, line in enumerate(plain.split("\n"), start=1)]


_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def is_item(text: str) -> bool:
    """Whether `text` opens like one of several points in a cell: 2. …, （二）…, ② …"""
    return _ITEM.match(text) is not None


def is_lost_row(text: str) -> bool:
    """Whether a line after a table may be a row of it that lost its TABs: it opens like one, or has wide gaps."""
    return mark(text) is not None or is_number(text) or len(_GAP.findall(text[:_LONGEST])) > 1
