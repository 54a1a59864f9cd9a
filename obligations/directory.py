"""Reads the district's list of departments, row by row: names, groups, expected liaisons, successions.

Which departments are known already, and what the list changes about them, is the storage's part.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from itertools import permutations
from typing import TypeVar

from obligations.directory_cells import (
    NO_CELL,
    at,
    day_in,
    is_heading_again,
    meaning,
    name_in,
    names_in,
)
from obligations.directory_words import Heading
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Place, Table
from obligations.intake.reading.decoding import decoded
from obligations.intake.reading.files import check_size, clean_name, read_document
from obligations.plan import Department, Succession
from obligations.planfile_row import shown
from obligations.wording import one_line, unfolded

MOST_ROWS = 20_000
COMMAS = ".csv"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stay:
    """Belonging to a group. `start` None: from today, unless it belongs already; `end` is the last day, None: open."""

    group: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One department as the list has it; `place` is where its name stands first."""

    department: Department
    liaisons: tuple[str, ...]
    stays: tuple[Stay, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole list. `columns` are those it has: what it has no column for, it says nothing about. `unused` are
    headings that mean nothing here (电话)."""

    entries: tuple[Entry, ...]
    columns: frozenset[Heading]
    unused: tuple[str, ...]

    @property
    def groups(self) -> frozenset[str]:
        """Those to which it says somebody belongs."""
        return frozenset(stay.group for entry in self.entries for stay in entry.stays)


def read_listing(name: str, content: bytes) -> Listing:
    """The list in the file `name`: CSV in UTF-8, or anything that `read_document` reads as tables.

    Raises Refusal for a file that cannot be read, PlanFaults with every faulty row at once.
    """
    reader = _Reader()
    for table in _tables(name, content):
        reader.read(table)
    if not reader.entries and not reader.faults:
        raise Refusal("listing-empty", name=clean_name(name))
    reader.check_spellings()
    if reader.faults:
        raise PlanFaults(tuple(reader.faults))
    return Listing(tuple(reader.entries.values()), frozenset(reader.columns), tuple(reader.unused))


def _tables(name: str, content: bytes) -> Iterator[Table]:
    if unfolded(name).lower().endswith(COMMAS):
        check_size(name, len(content))
        yield _commas(clean_name(name), content)
    else:
        yield from (block for block in read_document(name, content).blocks if isinstance(block, Table))


def _commas(name: str, content: bytes) -> Table:
    text = decoded(name, content)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise Refusal("listing-csv", name=name) from None
    width = max(map(len, rows), default=0)
    if len(rows) * width > 20 * MOST_ROWS:
        raise Refusal("listing-too-long", most=MOST_ROWS, name=name)
    return Table(tuple(tuple(Cell(value, Place(table=1, row=row, column=column))
                             for column, value in enumerate([*values, *[""] * (width - len(values))], 1))
                       for row, values in enumerate(rows, 1)))


class _Reader:
    """The entries read so far by name, with every fault. A faulty cell counts as empty, so that reading goes on."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.columns: set[Heading] = set()
        self.unused: dict[str, None] = {}
        self.faults: list[Refusal] = []

    def read(self, table: Table) -> None:
        """Read one table: its heading is the first row that names the departments' column."""
        top = next((at for at, row in enumerate(table.grid) if Heading.NAME in map(meaning, row)), None)
        words = next((cell for row in table.grid for cell in row if cell.text.strip()), None)
        if top is None:
            if words is not None:
                self.faults.append(Refusal("listing-no-name-column", **at(words)))
            return
        columns = self._columns(table.grid[top])
        self._check_headless(table.grid[top:])
        for row in table.grid[top + 1:]:
            cells = {heading: row[column] for heading, column in columns.items()}
            if any(cell.text.strip() for cell in row) and not is_heading_again(cells):
                self._row(cells)

    def check_spellings(self) -> None:
        """No spelling may lead to two departments, unless one takes over from the other."""
        owner = {name: name for name in self.entries}
        for entry in self.entries.values():
            body = entry.department
            for spelling in filter(None, (*body.aliases, body.full_name)):
                other = self.entries[owner.setdefault(spelling, body.name)]
                if other is not entry and not _are_kin(body, other.department):
                    self.faults.append(spelled_twice(entry, body.name, spelling, other, other.department.name))

    def _columns(self, row: Sequence[Cell]) -> Mapping[Heading, int]:
        found: dict[Heading, int] = {}
        for column, cell in enumerate(row):
            heading = meaning(cell)
            if heading is None:
                self.unused.update(dict.fromkeys(filter(None, [one_line(cell.text)[:20]])))
            elif row[found.setdefault(heading, column)] is not cell:
                self.faults.append(Refusal("listing-column-twice", **at(cell)))
        self.columns.update(found)
        return found

    def _check_headless(self, grid: Sequence[Sequence[Cell]]) -> None:
        """Words below no heading, as a comma too many leaves them, would be passed over: the first of a column is
        named."""
        top, *rows = grid
        for column in (place for place, cell in enumerate(top) if not cell.text.strip()):
            stray = next((row[column] for row in rows if row[column].text.strip()), None)
            if stray is not None:
                self.faults.append(Refusal("listing-headless", **at(stray)))

    def _row(self, cells: Mapping[Heading, Cell]) -> None:
        named = cells[Heading.NAME]
        if not named.text.strip():
            self.faults.append(Refusal("listing-nameless", place=named.place, quote=shown(_first_words(cells))))
        name = self._name(cells, Heading.NAME)
        full_name, others = self._name(cells, Heading.FULL_NAME), self._names(cells, Heading.ALIASES)
        aliases = tuple(other for other in others if other not in (name, full_name))
        body = Department(name, aliases, "" if full_name == name else full_name, self._succession(cells))
        entry = Entry(body, self._names(cells, Heading.LIAISONS), self._stays(cells), named.place)
        if name:
            self.entries[name] = self._joined(self.entries[name], entry, named) if name in self.entries else entry

    def _joined(self, first: Entry, then: Entry, cell: Cell) -> Entry:
        """Two rows of one department, which are only there to say when it belonged to which group."""
        one, other = first.department, then.department
        if not (first.stays and then.stays) or set(first.stays) & set(then.stays):
            self.faults.append(Refusal("listing-twice", **at(cell)))
        pairs = ((one.full_name, other.full_name), (one.successor, other.successor))
        if any(mine and others and mine != others for mine, others in pairs):
            self.faults.append(Refusal("listing-contradicts", **at(cell)))
        body = replace(one, aliases=_union(one.aliases, other.aliases), full_name=one.full_name or other.full_name,
                       successor=one.successor or other.successor)
        return replace(first, department=body, liaisons=_union(first.liaisons, then.liaisons),
                       stays=(*first.stays, *then.stays))

    def _stays(self, cells: Mapping[Heading, Cell]) -> tuple[Stay, ...]:
        groups = self._names(cells, Heading.GROUPS)
        start, end = self._day(cells, Heading.START), self._day(cells, Heading.END)
        if (start or end) and not groups:
            self.faults.append(Refusal("listing-date-alone", **at(cells[Heading.START if start else Heading.END])))
        if start and end and end < start:
            self.faults.append(Refusal("listing-unordered", **at(cells[Heading.END])))
        return tuple(Stay(group, start, end) for group in groups)

    def _succession(self, cells: Mapping[Heading, Cell]) -> Succession | None:
        heir, since = self._name(cells, Heading.HEIR), self._day(cells, Heading.SINCE)
        if heir and not cells.get(Heading.SINCE, NO_CELL).text.strip():
            self.faults.append(Refusal("listing-heir-undated", **at(cells[Heading.HEIR])))
        if since and not cells.get(Heading.HEIR, NO_CELL).text.strip():
            self.faults.append(Refusal("listing-since-alone", **at(cells[Heading.SINCE])))
        return Succession(heir, since) if heir and since else None

    def _name(self, cells: Mapping[Heading, Cell], heading: Heading) -> str:
        return self._read(name_in, cells.get(heading)) or ""

    def _names(self, cells: Mapping[Heading, Cell], heading: Heading) -> tuple[str, ...]:
        found = self._read(lambda cell: tuple(names_in(cell)), cells.get(heading))
        return tuple(dict.fromkeys(found or ()))

    def _day(self, cells: Mapping[Heading, Cell], heading: Heading) -> date | None:
        return self._read(day_in, cells.get(heading))

    def _read(self, read: Callable[[Cell], T], cell: Cell | None) -> T | None:
        try:
            return read(cell) if cell else None
        except Refusal as fault:
            self.faults.append(fault)
            return None


def spelled_twice(entry: Entry, name: str, spelling: str, other: Entry | None, other_name: str) -> Refusal:
    """That two departments go by one spelling; `other` None: that one is not in this list."""
    named = {"place": entry.place, "quote": shown(spelling), "name": shown(name), "other": shown(other_name)}
    return Refusal("listing-spelling-taken", there=other.place, **named) if other \
        else Refusal("listing-spelling-known", **named)


def _are_kin(one: Department, other: Department) -> bool:
    return any(old.successor is not None and old.successor.name == new.name for old, new in permutations((one, other)))


def _first_words(cells: Mapping[Heading, Cell]) -> str:
    return next((cell.text.strip() for cell in cells.values() if cell.text.strip()), "")


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
