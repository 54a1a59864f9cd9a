"""Reads the answers on the sheet of questions of a review workbook; what they change is found by drafting again."""

from collections.abc import Sequence

from obligations.errors import Refusal
from obligations.intake.document import Cell, Document
from obligations.intake.inquiry import TYPED
from obligations.intake.review.edit_fields import quoted
from obligations.intake.review.review_kept import QUESTION_COLUMNS, Kept, KeptQuestion
from obligations.intake.review.review_listing import listing
from obligations.intake.review.review_tasks import same_words
from obligations.intake.review.rule_signs import ASSUMED, folded
from obligations.wording import one_line

ANSWER = 6


class QuestionSheet:
    """The sheet of questions as it came back; what is wrong with it goes to `faults`."""

    def __init__(self, kept: Kept, document: Document, faults: list[Refusal]) -> None:
        self._faults, self._sheet = faults, kept.sheets[1]
        self._listing = listing(document, self._sheet, QUESTION_COLUMNS, 2)
        self._questions = {str(number): one for number, one in enumerate(kept.questions, 1)}
        self.changed: set[str] = set()
        """the keys of the doubts whose answer is not the one that was written, once `answers` has read them"""

    def answers(self) -> dict[str, str]:
        """The ids of the choices, or `typed:…`, by the keys of their doubts; without those that nobody answered."""
        found: dict[str, str] = {}
        left = dict(self._questions)
        for cells, _ in self._listing.cells():
            number = folded(cells[0].text).removesuffix(".0")
            question = left.pop(number, None)
            if question:
                self._check(question, cells)
                self._answer(question, cells[ANSWER], found)
            elif number in self._questions:
                self._fault("review-question-twice", cells[0])
            elif cells[ANSWER].text.strip():
                self._fault("review-answer-astray", cells[ANSWER])
        for number in left:
            self._faults.append(Refusal("review-question-missing", place=self._listing.place, quote=number,
                                        sheet=self._sheet.name))
        return found

    def _check(self, question: KeptQuestion, cells: Sequence[Cell]) -> None:
        """An answer in a neighbouring cell would be lost."""
        shown = [cell for at, cell in enumerate(cells) if at not in (0, ANSWER)]
        for cell, check in zip(shown, question.checks, strict=True):
            if same_words(cell.text) != check:
                self._fault("review-question-changed", cell)

    def _answer(self, question: KeptQuestion, cell: Cell, found: dict[str, str]) -> None:
        if same_words(cell.text) != question.answer:
            self.changed.add(question.key)
        words = folded(cell.text).removesuffix(folded(ASSUMED))
        if not words:
            return
        chosen = next((choice for label, choice in question.choices if folded(label) == words), None)
        if chosen:
            found[question.key] = chosen
        elif question.typed:
            found[question.key] = TYPED + one_line(cell.text)
        else:
            self._fault("review-answer-unknown", cell)

    def _fault(self, key: str, cell: Cell) -> None:
        self._faults.append(Refusal(key, place=cell.place, quote=quoted(cell.text)))
