"""Compares the sheet of tasks of a review workbook with how it was written, line by line, whatever their order is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from obligations.errors import Refusal
from obligations.intake.document import Cell, Document
from obligations.intake.review.edit_fields import NEW, PART, ROLES, Edit, fingerprint, quoted
from obligations.intake.review.review_kept import IDS, TASK_COLUMNS, Kept, KeptLine, KeptTask
from obligations.intake.review.review_listing import listing
from obligations.intake.review.rule_signs import folded

REACHES_DOWN = "~"


def same_words(words: str) -> str:
    """The fingerprint of a cell that may not be changed: spaces, line breaks and full-width forms do not count."""
    return fingerprint(folded(words))


@dataclass(slots=True)
class _Lines:
    """The lines of one task that were found: its own cells of each, and its deliverables."""

    kept: KeptTask
    over: list[list[Cell | None]] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)


class TaskSheet:
    """The sheet of tasks as it came back; what is wrong with it goes to `faults`."""

    def __init__(self, kept: Kept, document: Document, faults: list[Refusal]) -> None:
        self._sheet, self._faults, self._others = kept.sheets[0], faults, frozenset(kept.others)
        self._listing = listing(document, self._sheet, TASK_COLUMNS, IDS)
        self._tasks = {folded(task.key).upper(): _Lines(task) for task in kept.tasks}
        self._seen: set[int] = set()

    def edits(self) -> Iterator[Edit]:
        """Every cell that was changed."""
        stray = list(self._listing.over())
        for cells, beside in self._listing.cells():
            if any(cell.text.strip() for cell in cells[:IDS + len(PART)]):
                yield from self._line(cells, beside)
            else:
                stray += [*cells, *(cell for cell in beside if cell)]
        self._check_stray(stray)
        for lines in self._tasks.values():
            yield from self._roles(lines)
            self._check(lines)

    def _line(self, cells: Sequence[Cell], beside: Sequence[Cell | None]) -> Iterator[Edit]:
        key = folded(cells[0].text).upper()
        lines = self._tasks.get(key)
        if lines is None:
            self._fault("review-line-unknown" if key else "review-line-without-task", cells[0] if key else cells[2])
            return
        lines.over.append([*cells[IDS + len(PART):], *beside])
        self._seen.update(map(id, (*cells, *beside)))
        if cells[1].text.strip():
            yield from self._known(lines, cells)
        else:
            target = f"{lines.kept.key}{NEW}{cells[0].place.row}"
            yield from (Edit(name, target, cell.text, cell.place, lines.kept.about)
                        for name, cell in zip(PART, cells[IDS:], strict=False) if cell.text.strip())

    def _known(self, lines: _Lines, cells: Sequence[Cell]) -> Iterator[Edit]:
        key = folded(cells[1].text).upper()
        part = next((one for one in lines.kept.parts if folded(one.key).upper() == key), None)
        if part is None or part.key in lines.parts:
            self._fault("review-line-twice" if part else "review-line-unknown", cells[1])
            return
        lines.parts.add(part.key)
        for name, cell, check in zip(PART, cells[IDS:], part.checks, strict=False):
            if fingerprint(cell.text) != check:
                yield Edit(name, part.key, cell.text, cell.place, part.about)

    def _roles(self, lines: _Lines) -> Iterator[Edit]:
        for at, role in enumerate(ROLES):
            cells = [cell for row in lines.over if (cell := row[at])]
            found = {fingerprint(cell.text): cell for cell in cells if cell.text.strip()}
            if len(found) > 1:
                self._fault("review-two-values", list(found.values())[1])
            elif cells and next(iter(found), "") != lines.kept.checks[at]:
                cell = next(iter(found.values()), cells[0])
                yield Edit(role, lines.kept.key, cell.text, cell.place, lines.kept.about)

    def _check(self, lines: _Lines) -> None:
        """The source's own words must stand as they were, and every deliverable must still have its line."""
        for part in lines.kept.parts:
            if part.key not in lines.parts:
                self._missing(part)
        for at, check in enumerate(lines.kept.checks[len(ROLES):], len(ROLES)):
            self._check_source([cell for row in lines.over if (cell := row[at])], check)

    def _check_source(self, cells: Sequence[Cell], check: str) -> None:
        bare = check.removeprefix(REACHES_DOWN)
        filled = [cell for cell in cells if cell.text.strip()]
        changed = next((cell for cell in filled if same_words(cell.text) != bare), None)
        if changed:
            self._fault("review-source-changed", changed)
        elif cells and not filled and check and bare == check:
            self._fault("review-source-changed", cells[0])

    def _check_stray(self, stray: Sequence[Cell]) -> None:
        """Words on a line of no task that were not there when it was written: a new task, or a note in our columns."""
        for cell in {id(cell): cell for cell in stray if cell.text.strip() and id(cell) not in self._seen}.values():
            if same_words(cell.text) not in self._others:
                self._fault("review-line-without-task", cell)

    def _missing(self, part: KeptLine) -> None:
        self._faults.append(Refusal("review-line-missing", place=self._listing.place, quote=part.key,
                                    sheet=self._sheet.name))

    def _fault(self, key: str, cell: Cell) -> None:
        self._faults.append(Refusal(key, place=cell.place, quote=quoted(cell.text)))
