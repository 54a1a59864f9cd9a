"""What a file means as a plan, in values alone: no database is needed, so nobody who wants to write waits for it.

The same case always gives the same draft. A document is understood once, before the transaction that keeps it.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import Inquiry
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.review.carrying import Carried, carried, lost_edits, noted
from obligations.intake.review.edit_fields import Edit
from obligations.intake.review.edits import apply
from obligations.intake.review.joining import joined
from obligations.intake.review.review import Review, read_review
from obligations.intake.rows.rows import read_rows
from obligations.intake.terms import Wanted, year_of
from obligations.plan import Plan
from storage.documents import Stored
from storage.plans import parsed

T = TypeVar("T")
Step = Callable[[int, int], None]
"""told how many rows are understood, of how many"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: the office's document, and what a review workbook that came back says about it."""

    document: Document
    review: Review | None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a draft comes of. `answers` are ids of choices by the doubts' keys, in order; `before` is the
    content of the plan whose rows it is compared with, "": of none. `carried`: the edits that hold in it, None: that
    is to be found out from those `inherited` from the latest version and those of a workbook that came back, which held
    the edits `sent` when it went out."""

    file: Stored
    wanted: Wanted
    known: Known
    answers: tuple[tuple[str, str], ...] = ()
    before: str = ""
    carried: Carried | None = None
    inherited: tuple[Edit, ...] = ()
    sent: tuple[Edit, ...] = ()

    def done(self, understanding: "Understanding", step: Step | None) -> "Made":
        """The plan that it makes, under a key still to be given. Raises Refusal or PlanFaults."""
        reading = understanding.reading(self.file)
        wanted = reading.review.wanted if reading.review else self.wanted
        previous = parsed(self.before) if self.before else None
        found = draft(reading.document, wanted, self.known, dict(self.answers), "new", previous, step)
        carry = _carried(self, reading.review, found.plan) if self.carried is None else self.carried
        remarked = replace(found, doubts=(*found.doubts, *lost_edits(carry, found.plan)))
        return Made(reading.document, remarked, apply(found.plan, carry.kept), carry)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a `document`: the draft as understood, and the plan with what the office changed in its review
    workbook, or in that of an earlier version as far as it is `carried` over."""

    document: Document
    draft: Draft
    plan: Plan
    carried: Carried


@dataclass(frozen=True, slots=True)
class Read:
    """To read a file."""

    file: Stored

    def done(self, _understanding: "Understanding", _step: Step | None) -> Reading:
        """The file as read. Raises Refusal or PlanFaults for one that cannot be."""
        document = read_document(self.file.name, self.file.content)
        review = read_review(document)
        return Reading(review.document if review else document, review)


@dataclass(frozen=True, slots=True)
class YearOf:
    """To find the year that a file says it is of."""

    file: Stored

    def done(self, understanding: "Understanding", _step: Step | None) -> int:
        """The year. Raises Refusal or PlanFaults where the file cannot be read, or says none."""
        return year_of(read_rows(understanding.reading(self.file).document, Inquiry({})))


Work = Read | YearOf | Case
Result = Reading | int | Made | Refusal | PlanFaults


class NotUnderstood(Exception):
    """Something has to be understood first, which takes its time: not where others wait for the right to write."""

    def __init__(self, work: Work) -> None:
        super().__init__(type(work).__name__)
        self.work = work


class Understanding:
    """What has been understood so far, handed on as a value from where that was done to the transaction that keeps
    it. What is missing there is asked for by NotUnderstood, understood outside, and the transaction begins again."""

    def __init__(self, results: Mapping[Work, Result] | None = None) -> None:
        self._results: dict[Work, Result] = dict(results or {})

    def reading(self, file: Stored) -> Reading:
        """A file as read. Raises Refusal or PlanFaults for one that cannot be, NotUnderstood."""
        result = self._of(Read(file))
        assert isinstance(result, Reading)
        return result

    def year(self, file: Stored) -> int:
        """The year that a file says it is of. Raises Refusal or PlanFaults where it says none, NotUnderstood."""
        result = self._of(YearOf(file))
        assert isinstance(result, int)
        return result

    def made(self, case: Case) -> Made:
        """The plan that a case makes, under a key still to be given. Raises Refusal or PlanFaults, NotUnderstood."""
        result = self._of(case)
        assert isinstance(result, Made)
        return result

    def having(self, work: Work, step: Step | None = None) -> "Understanding":
        """The same with one thing more, and with what that needed; takes its time, raises nothing."""
        at_once = AtOnce(self._results, step)
        with suppress(Refusal, PlanFaults):
            at_once._of(work)
        return Understanding(at_once._results)

    def _of(self, work: Work) -> Reading | int | Made:
        result = self._results[work] if work in self._results else self._missing(work)
        if isinstance(result, Refusal | PlanFaults):
            raise result.with_traceback(None)
        return result

    def _missing(self, work: Work) -> Result:
        raise NotUnderstood(work)


class AtOnce(Understanding):
    """Understands what is missing then and there: where nobody else waits."""

    def __init__(self, results: Mapping[Work, Result] | None = None, step: Step | None = None) -> None:
        super().__init__(results)
        self._step = step

    def _missing(self, work: Work) -> Result:
        try:
            result: Result = work.done(self, self._step)
        except (Refusal, PlanFaults) as refused:
            result = refused
        self._results[work] = result
        return result


def worked_out(act: Callable[[Understanding], T], understanding: Understanding) -> T:
    """What `act` gives, which is begun again with whatever it found missing."""
    while True:
        try:
            return act(understanding)
        except NotUnderstood as missing:
            understanding = understanding.having(missing.work)


def _carried(case: Case, review: Review | None, plan: Plan) -> Carried:
    """The edits that hold in `plan`, as drafted."""
    return joined(case.sent, case.inherited, noted(review.edits, plan)) if review else carried(case.inherited, plan)
