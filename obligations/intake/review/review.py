"""Reads a review workbook that came back from the office: the document in it, the answers, and what was edited.

The document is taken from the hidden sheet, so that nothing of it can be lost by sorting, filtering or saving in
another program; the sheets in sight are compared with how they were written. What was changed where nothing may be
changed, or cannot be told, is refused with its place. Edits are carried out by `edits`, answers by drafting again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document, Place, Table
from obligations.intake.review.edit_fields import Edit
from obligations.intake.review.review_bodies import BodySheet
from obligations.intake.review.review_kept import FORMAT, HIDDEN, Kept, unpack
from obligations.intake.review.review_questions import QuestionSheet
from obligations.intake.review.review_tasks import TaskSheet
from obligations.intake.terms import Wanted

MOST_FAULTS = 30
_MARK = re.compile(rf"{FORMAT.split()[0]} \d{{1,3}}")     # of any version: a later one must not be read as a document


@dataclass(frozen=True, slots=True)
class Review:
    """A review workbook as read. `document` is the one it was made of, `key` the plan's; `wanted` drafts it again on
    the terms of the first time. `answers` are the ids of choices, or `typed:…`, by the doubts' keys; `changed` are the
    keys of the doubts that had another answer when the workbook was written, or had none, or have none any more."""

    document: Document
    key: str
    wanted: Wanted
    changed: frozenset[str]
    answers: Mapping[str, str]
    edits: tuple[Edit, ...]

    @property
    def district(self) -> str:
        """Whose plan it is."""
        return self.wanted.district

    def answers_after(self, given: Mapping[str, str]) -> Mapping[str, str]:
        """What is answered now, if `given` was since the workbook was written: only what the office changed in it
        goes before that, also where it took an answer out."""
        later = {key: answer for key, answer in given.items() if key not in self.changed}
        return {**self.answers, **later}

    @property
    def year(self) -> int | None:
        """The plan's year."""
        return self.wanted.year


def read_review(document: Document) -> Review | None:
    """What a workbook says; None: it is no review workbook.

    Raises Refusal for one whose hidden sheet is missing or damaged, PlanFaults for cells that cannot be understood.
    """
    kept = _kept(document)
    if kept is None:
        return None
    faults: list[Refusal] = []
    tasks, questions, bodies = (
        TaskSheet(kept, document, faults), QuestionSheet(kept, document, faults), BodySheet(kept, document, faults))
    edits = (*bodies.edits(), *tasks.edits())
    answers = questions.answers()
    _raise(faults)
    return Review(kept.document, kept.key, kept.wanted, frozenset(questions.changed), answers, edits)


def _kept(document: Document) -> Kept | None:
    tables = [block for block in document.blocks if isinstance(block, Table) and block.grid and block.grid[0]]
    if not any(_MARK.fullmatch(cell.text) for table in tables for row in table.grid for cell in row):
        return None
    for table in tables:
        if table.grid[0][0].place.sheet == HIDDEN:
            try:
                return unpack([row[0].text for row in table.grid if row[0].text])
            except ValueError:
                break
    raise Refusal("review-damaged", name=document.name)


def _raise(faults: list[Refusal]) -> None:
    """Raise what was found, in the order of the sheets; of very many the first."""
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [Refusal("review-more-faults", more=len(faults) - MOST_FAULTS, place=Place())]
    if faults:
        raise PlanFaults(tuple(faults))
