"""Reads one cell of the list of departments: what a heading means, a name, several names, a day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from obligations.directory_words import HEADINGS, LISTED, Heading, are_several, is_name, on_one_line
from obligations.errors import Refusal
from obligations.intake.document import Cell, Place
from obligations.names import LONGEST
from obligations.planfile_row import YEARS, shown
from obligations.wording import has_hidden, unfolded

NO_CELL = Cell("", Place())
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")
_TWO_WORDS = re.compile(r"(?<=[\u3400-\u9fff]{2})\s+(?=[\u3400-\u9fff]{2})")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")


def meaning(cell: Cell) -> Heading | None:
    """What the column under this heading holds; None: nothing that is understood here."""
    words = "".join(unfolded(cell.text).split()).rstrip(":*")
    return HEADINGS.get(words) or HEADINGS.get(_REMARK.sub("", words))


def is_heading_again(cells: Mapping[Heading, Cell]) -> bool:
    """Whether a row says the heading once more, as tables do on each page."""
    return all(meaning(cell) is heading for heading, cell in cells.items())


def name_in(cell: Cell) -> str:
    """The one name in a cell; "" when it is empty. Raises Refusal for what cannot be a name, and for several."""
    if are_several(cell.text.strip()):
        raise Refusal("listing-several", **at(cell))
    return _name(cell, cell.text)


def names_in(cell: Cell) -> Iterator[str]:
    """Each name of a cell that lists several. Raises Refusal for what cannot be a name, and for names with nothing
    but a space between them: 张  三 is one, 民政局 县民政 may be two."""
    for part in LISTED.split(cell.text):
        if _TWO_WORDS.search(part):
            raise Refusal("listing-several", **at(cell))
        if name := _name(cell, part):
            yield name


def _name(cell: Cell, text: str) -> str:
    words = text.strip()
    name = on_one_line(words)
    if words and (has_hidden(words) or not is_name(name)):
        raise Refusal("listing-name-unusable", longest=LONGEST, **at(cell))
    return name


def day_in(cell: Cell) -> date | None:
    """The date in a cell, None when it is empty. Raises Refusal for anything else."""
    words = unfolded(cell.text).strip()
    if not words:
        return None
    found = _DAY.fullmatch(words)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise Refusal("listing-not-a-day", **at(cell))
    return day


def at(cell: Cell) -> dict[str, object]:
    """What a fault says of its cell."""
    return {"place": cell.place, "quote": shown(cell.text.strip())}
