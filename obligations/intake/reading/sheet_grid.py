"""Reads the cells of one sheet into a table as large as its words, with merged ranges and what is hidden."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from lxml.etree import _Element

from obligations.errors import Refusal
from obligations.intake.document import Cell, Place, Table
from obligations.intake.reading.grid import Room, Slot, Span, laid_out, owners
from obligations.intake.reading.ooxml import Package, switched_on, whole
from obligations.intake.reading.sheet_values import M, Values
from obligations.planfile_row import shown

LISTED = 20
# Characters of all cells, together. A cell only points at a shared text, so a file of 60 kB could repeat one of 32,767
# characters in all of its 300,000 slots; a review workbook of 3,000 rows as long as those of 2018 has five million.
WORDS = 8_000_000
LONGEST_QUOTE = 80
ROWS, COLUMNS = 1_048_576, 16_384       # of Excel
_AT = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ROW, _CELL = f"{M}row", f"{M}c"
Cells = dict[Slot, Cell]


class Faults:
    """What is wrong with single cells: the first twenty in full, the others only counted."""

    def __init__(self) -> None:
        self.listed: list[Refusal] = []
        self.more = 0

    def add(self, fault: Refusal) -> None:
        """Note one more."""
        if len(self.listed) < LISTED:
            self.listed.append(fault)
        else:
            self.more += 1


class SheetReader:
    """Reads the sheets of one workbook; what is wrong with single cells is added to `faults`."""

    def __init__(self, package: Package, values: Values, room: Room, faults: Faults) -> None:
        self._package = package
        self._values = values
        self._room = room
        self._faults = faults
        self._left = WORDS

    def read(self, root: _Element, sheet: Place, hidden: bool) -> Iterator[Table]:
        """The table of a sheet, without the empty rows and columns around it; nothing where there are no words.

        Raises Refusal for a sheet that is damaged, spreads over more slots than there is room for, or repeats too much.
        """
        try:
            veil = _Veil(root, hidden)
            cells = self._cells(root, sheet, veil)
            if cells:
                area = _area(cells)
                self._room.take(area.slots)
                owned = owners(_spans(root), area)
                self._check_covered(cells, owned)
                cells.update(_partly_seen(cells, owned, veil))
                yield Table(laid_out(cells, owned, area, lambda row, column: _blank(sheet, row, column, veil)))
        except ValueError:
            raise self._package.broken() from None

    def _cells(self, root: _Element, sheet: Place, veil: "_Veil") -> Cells:
        found: Cells = {}
        number = 0
        for row in root.iterfind(f"{M}sheetData/{_ROW}"):
            number = whole(row.get("r"), number + 1)
            column = 0
            for cell in row.iterfind(_CELL):
                column = _column(cell.get("r", "").rstrip("0123456789")) or column + 1
                text = self._text(cell, sheet, number, column) if len(cell) else ""
                if text:
                    self._take(len(text))
                    if (number, column) in found or number > ROWS or column > COLUMNS:
                        raise ValueError(number, column)
                    found[number, column] = Cell(text, _at(sheet, number, column), veil.over(number, column))
        return found

    def _take(self, characters: int) -> None:
        """Claim room for the words of a cell. Raises Refusal where there is none left."""
        self._left -= characters
        if self._left < 0:
            raise Refusal("file-too-many-words", name=self._package.name, millions=WORDS // 1_000_000)

    def _text(self, cell: _Element, sheet: Place, row: int, column: int) -> str:
        formula = cell.find(f"{M}f")
        if formula is not None:
            quote = shown(f"={formula.text or cell.findtext(f'{M}v', '')}", LONGEST_QUOTE)
            self._faults.add(Refusal("file-formula", name=self._package.name, place=_at(sheet, row, column),
                                        quote=quote))
            return ""
        if cell.get("t") == "e":
            self._faults.add(Refusal("file-cell-error", name=self._package.name, place=_at(sheet, row, column),
                                        quote=shown(cell.findtext(f"{M}v", ""), LONGEST_QUOTE)))
            return ""
        return self._values.text(cell)

    def _check_covered(self, cells: Cells, owned: Mapping[Slot, Span]) -> None:
        """WPS may keep words under a merged cell. Copies of what is seen are no loss; others nobody could see."""
        for slot, span in owned.items():
            under = cells.get(slot)
            if under is not None and slot != span.corner and _text_at(cells, span.corner) != under.text:
                self._faults.add(Refusal("file-covered-words", name=self._package.name, place=under.place,
                                         quote=shown(under.text, LONGEST_QUOTE)))


class _Veil:
    """Which rows and columns of a sheet are hidden."""

    def __init__(self, root: _Element, everything: bool) -> None:
        self._everything = everything
        self._rows = {whole(row.get("r")) for row in root.iterfind(f"{M}sheetData/{_ROW}") if _hidden(row, "ht")}
        self._columns = _hidden_columns(root)

    def over(self, row: int, column: int) -> bool:
        """Whether the slot cannot be seen."""
        return self._everything or row in self._rows or column in self._columns


def located(reference: str, sheet: Place) -> Place | None:
    """The place of a cell such as F12 in `sheet`; None for what is no such name."""
    found = _coordinates(reference)
    return _at(sheet, *found) if found else None


def _hidden(element: _Element, size: str) -> bool:
    # A height or width of nothing hides as well.
    return switched_on(element.get("hidden")) or element.get(size) in ("0", "0.0")


def _hidden_columns(root: _Element) -> set[int]:
    """The hidden columns. Raises ValueError for ranges that overlap, as hostile ones would."""
    found: set[int] = set()
    for column in root.iterfind(f"{M}cols/{M}col"):
        if _hidden(column, "width"):
            one = range(max(1, whole(column.get("min"))), min(COLUMNS, whole(column.get("max"))) + 1)
            if one and (one[0] in found or one[-1] in found):
                raise ValueError(one)
            found.update(one)
    return found


def _spans(root: _Element) -> Iterator[Span]:
    """The merged ranges. Raises ValueError for one that is none."""
    for merge in root.iterfind(f"{M}mergeCells/{M}mergeCell"):
        first, _, last = merge.get("ref", "").partition(":")
        corner, end = _coordinates(first), _coordinates(last or first)
        if corner is None or end is None:
            raise ValueError(first)
        yield Span(*corner, *end)


def _partly_seen(cells: Cells, owned: Mapping[Slot, Span], veil: _Veil) -> Cells:
    """The merged cells whose first row or column is hidden, but not all of them."""
    return {span.corner: replace(cells[span.corner], hidden=False) for slot, span in owned.items()
            if not veil.over(*slot) and span.corner in cells and cells[span.corner].hidden}


def _text_at(cells: Cells, slot: Slot) -> str | None:
    cell = cells.get(slot)
    return cell.text if cell else None


def _area(cells: Cells) -> Span:
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    return Span(min(rows), min(columns), max(rows), max(columns))


def _coordinates(reference: str) -> tuple[int, int] | None:
    found = _AT.fullmatch(reference)
    return (int(found[2]), _column(found[1])) if found else None


@lru_cache(maxsize=COLUMNS)
def _column(letters: str) -> int:
    """AB → 28; 0 for none, or for what is no column."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number if 0 < number <= COLUMNS and letters.isalpha() and letters.isupper() and letters.isascii() else 0


def _at(sheet: Place, row: int, column: int) -> Place:
    return Place(table=sheet.table, row=row, column=column, sheet=sheet.sheet)


def _blank(sheet: Place, row: int, column: int, veil: _Veil) -> Cell:
    return Cell("", _at(sheet, row, column), veil.over(row, column))
