"""Lays out the cells of a table with their merges, in bounded space; which cells those are, its callers know."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from obligations.errors import Refusal
from obligations.intake.document import Cell

# Slots of all tables of a file: 20,000 rows of 15 columns. An empty cell with its place takes 200 bytes.
SLOTS = 300_000
Slot = tuple[int, int]     # row and column


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring slots: a merged cell, or a whole table. First and last row and column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def within(self, area: "Span") -> "Span":
        """The part of it that lies in `area`; its last row or column is before its first where there is none."""
        return Span(max(self.top, area.top), max(self.left, area.left),
                    min(self.bottom, area.bottom), min(self.right, area.right))

    @property
    def slots(self) -> int:
        """How many there are."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    @property
    def corner(self) -> Slot:
        """Its upper left slot."""
        return self.top, self.left

    def each(self) -> Iterator[Slot]:
        """Its slots, row by row."""
        rows = range(self.top, self.bottom + 1) if self.right >= self.left else ()
        return ((row, column) for row in rows for column in range(self.left, self.right + 1))


class Room:
    """How many slots a file's tables may still take."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = SLOTS

    def take(self, slots: int) -> None:
        """Claim room for a table before it is laid out. Raises Refusal where there is none left."""
        self._left -= slots
        if self._left < 0:
            raise Refusal("file-too-many-cells", name=self._name, slots=SLOTS)


def owners(spans: Iterable[Span], area: Span) -> dict[Slot, Span]:
    """Which merged cell each slot of `area` belongs to, where it belongs to one.

    Raises ValueError for merged cells that overlap: no program shows that, and going on could take for ever.
    """
    found: dict[Slot, Span] = {}
    for span in spans:
        for slot in span.within(area).each():
            if slot in found:
                raise ValueError(slot)
            found[slot] = span
    return found


def laid_out(cells: Mapping[Slot, Cell], owned: Mapping[Slot, Span], area: Span,
             blank: Callable[[int, int], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of `area`: `cells` by row and column, each merged one in every slot it owns, `blank` ones elsewhere."""
    corners = {slot: span.corner for slot, span in owned.items()}
    blanks = {corner: blank(*corner) for corner in set(corners.values()) if corner not in cells}
    known = {**cells, **blanks}

    def at(slot: Slot) -> Cell:
        return known.get(corners.get(slot, slot)) or blank(*slot)

    columns = range(area.left, area.right + 1)
    return tuple(tuple(at((row, column)) for column in columns) for row in range(area.top, area.bottom + 1))
