"""Lays out one table of a Word file: spans, merged cells, rows that begin late; its words come from the writer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from obligations.errors import Refusal
from obligations.intake.document import Cell, Paragraph, Place, Table
from obligations.intake.reading.grid import Room, Slot, Span, laid_out, owners
from obligations.intake.reading.ooxml import Package, switched_on, whole
from obligations.intake.reading.word_numbers import VAL, W
from obligations.intake.reading.word_text import TC, TR, Writer, unwrapped

_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
COLUMNS = 500   # Word makes 63 at most


@dataclass(frozen=True, slots=True)
class _Tc:
    """One w:tc where it stands; `right` is its last column. `above` and `left_of`: it is the rest of the cell above
    it (vMerge) or to the left of it (hMerge)."""

    element: _Element
    row: int
    left: int
    right: int
    hidden: bool
    above: bool
    left_of: bool


class TableReader:
    """Reads the tables of one file, in their order."""

    def __init__(self, package: Package, writer: Writer, room: Room) -> None:
        self._package = package
        self._writer = writer
        self._room = room

    def read(self, table: _Element, number: int) -> Iterator[Table | Paragraph]:
        """The table, the `number`-th of the file; nothing where it has no cells.

        Raises Refusal for one of more cells than there is room for, and for words under a merged cell.
        """
        rows = [list(_slots(row, at)) for at, row in enumerate(unwrapped(table, TR), 1)]
        width = max((slots[-1].right for slots in rows if slots), default=0)
        if width > COLUMNS:
            raise self._package.broken()
        if width:
            self._room.take(len(rows) * width)
            yield self._laid_out(rows, Span(1, 1, len(rows), width), number)

    def _laid_out(self, rows: list[list[_Tc]], area: Span, number: int) -> Table:
        cells: dict[Slot, Cell] = {}
        spans: dict[Slot, Span] = {}
        above: dict[int, Span] = {}     # the cells of the row above by left edge, where this one may go on
        for slots in rows:
            here: dict[int, Span] = {}
            for slot in slots:
                origin = _origin(slot, above, here)
                if origin is None:
                    span = Span(slot.row, slot.left, slot.row, slot.right)
                    cells[slot.row, slot.left] = self._cell(slot, number)
                else:
                    span = Span(origin.top, origin.left, slot.row, max(origin.right, slot.right))
                    self._check_covered(slot, cells[span.top, span.left])
                here[span.left] = spans[span.top, span.left] = span
            above = here
        merged = [span for span in spans.values() if span.slots > 1]
        try:
            owned = owners(merged, area)
        except ValueError:
            raise self._package.broken() from None
        return Table(laid_out(cells, owned, area, lambda row, column: _blank(number, row, column)))

    def _cell(self, slot: _Tc, number: int) -> Cell:
        place = Place(table=number, row=slot.row, column=slot.left)
        return Cell("\n".join(self._writer.lines(slot.element, place)).strip(), place, slot.hidden)

    def _check_covered(self, slot: _Tc, origin: Cell) -> None:
        """Word does not show what stands in the rest of a merged cell; WPS leaves copies of its words there."""
        text = "".join(part.text or "" for part in slot.element.iter(f"{W}t")).strip()
        if text and text != origin.text.replace("\n", ""):
            place = Place(table=origin.place.table, row=slot.row, column=slot.left)
            raise Refusal("file-covered-words", name=self._package.name, place=place, quote=text)


def _slots(row: _Element, number: int) -> Iterator[_Tc]:
    properties = _marks(row.find(_ROW_PROPERTIES))
    column = 1 + whole(properties.get("gridBefore"), 0)
    hidden = _says(properties, "hidden")
    for cell in unwrapped(row, TC):
        marks = _marks(cell.find(_CELL_PROPERTIES))
        right = column + max(whole(marks.get("gridSpan"), 1), 1) - 1
        yield _Tc(cell, number, column, right, hidden, _goes_on(marks, "vMerge"), _goes_on(marks, "hMerge"))
        column = right + 1


def _marks(properties: _Element | None) -> dict[str, str]:
    """The values of a row's or a cell's properties by their names, "" for one without a value."""
    return {} if properties is None else {one.tag.removeprefix(W): one.get(VAL, "") for one in properties}


def _goes_on(marks: Mapping[str, str], direction: str) -> bool:
    return marks.get(direction, "restart") != "restart"


def _origin(slot: _Tc, above: dict[int, Span], here: dict[int, Span]) -> Span | None:
    """The merged cell that `slot` is the rest of; None where it is a cell of its own."""
    if slot.above:
        found = above.get(slot.left)
        return found if found is not None and found.right == slot.right else None
    if slot.left_of:
        return next((span for span in here.values() if span.right == slot.left - 1), None)
    return None


def _blank(number: int, row: int, column: int) -> Cell:
    return Cell("", Place(table=number, row=row, column=column))


def _says(marks: Mapping[str, str], tag: str) -> bool:
    return tag in marks and (not marks[tag] or switched_on(marks[tag]))
