"""Compares the sheet of departments of a review workbook with how it was written."""

from collections.abc import Iterator, Sequence

from obligations.errors import Refusal
from obligations.intake.document import Cell, Document
from obligations.intake.review.edit_fields import BODY, NEW, Edit, fingerprint, quoted
from obligations.intake.review.review_kept import BODY_COLUMNS, Kept
from obligations.intake.review.review_listing import listing
from obligations.intake.review.rule_signs import folded


class BodySheet:
    """The sheet of departments as it came back; what is wrong with it goes to `faults`."""

    def __init__(self, kept: Kept, document: Document, faults: list[Refusal]) -> None:
        self._faults, self._sheet = faults, kept.sheets[2]
        self._listing = listing(document, self._sheet, BODY_COLUMNS, 2)
        self._bodies = {str(number): body for number, body in enumerate(kept.bodies, 1)}

    def edits(self) -> Iterator[Edit]:
        """Every cell that was changed; a line without a number is a new department."""
        left = set(self._bodies)
        for cells, _ in self._listing.cells():
            number = folded(cells[0].text).removesuffix(".0")
            if not number:
                yield from self._new(cells)
            elif number in left:
                left.remove(number)
                yield from self._changed(number, cells)
            else:
                key = "review-body-twice" if number in self._bodies else "review-line-unknown"
                self._faults.append(Refusal(key, place=cells[0].place, quote=quoted(cells[0].text)))
        for number in sorted(left, key=int):
            self._faults.append(Refusal("review-body-missing", place=self._listing.place, sheet=self._sheet.name,
                                        quote=self._bodies[number].key))

    def _changed(self, number: str, cells: Sequence[Cell]) -> Iterator[Edit]:
        body = self._bodies[number]
        for field, cell, check in zip(BODY, cells[1:], body.checks, strict=True):
            if fingerprint(cell.text) != check:
                yield Edit(field, body.key, cell.text, cell.place)

    def _new(self, cells: Sequence[Cell]) -> Iterator[Edit]:
        for field, cell in zip(BODY, cells[1:], strict=True):
            if cell.text.strip():
                yield Edit(field, f"{NEW}{cell.place.row}", cell.text, cell.place)
