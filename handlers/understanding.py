"""What a file means as a plan, in values alone: no database is needed, so nobody who wants to write waits for it.

The same case always gives the same draft, and the last ones are remembered: a document is understood once, before
the transaction that keeps it, and an answer to a question need not begin by finding the question again.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

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

REMEMBERED = 4      # a draft of thousands of rows is large
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


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a `document`: the draft as understood, and the plan with what the office changed in its review
    workbook, or in that of an earlier version as far as it is `carried` over."""

    document: Document
    draft: Draft
    plan: Plan
    carried: Carried


@lru_cache(maxsize=4)
def read(file: Stored) -> Reading:
    """A file as read. Raises Refusal or PlanFaults for one that cannot be."""
    document = read_document(file.name, file.content)
    review = read_review(document)
    return Reading(review.document if review else document, review)


@lru_cache(maxsize=2)
def year_in(file: Stored) -> int:
    """The year that a file says it is of. Raises Refusal or PlanFaults where it cannot be read, or says none."""
    return year_of(read_rows(read(file).document, Inquiry({})))


def made(case: Case, step: Step | None = None) -> Made:
    """The plan that a case makes, under a key still to be given. Raises Refusal or PlanFaults."""
    with _LOCK:
        result = _MADE.get(case)
    if result is None:
        try:
            result = _made(case, step)
        except (Refusal, PlanFaults) as refused:
            result = refused
    with _LOCK:
        _MADE[case] = result
        _MADE.move_to_end(case)
        while len(_MADE) > REMEMBERED:
            _MADE.popitem(last=False)
    if isinstance(result, Made):
        return result
    raise result.with_traceback(None)


_MADE: "OrderedDict[Case, Made | Refusal | PlanFaults]" = OrderedDict()
_LOCK = Lock()


def _made(case: Case, step: Step | None) -> Made:
    reading, review = read(case.file), read(case.file).review
    wanted = review.wanted if review else case.wanted
    previous = parsed(case.before) if case.before else None
    found = draft(reading.document, wanted, case.known, dict(case.answers), "new", previous, step)
    carry = _carried(case, review, found.plan) if case.carried is None else case.carried
    remarked = replace(found, doubts=(*found.doubts, *lost_edits(carry, found.plan)))
    return Made(reading.document, remarked, apply(found.plan, carry.kept), carry)


def _carried(case: Case, review: Review | None, plan: Plan) -> Carried:
    """The edits that hold in `plan`, as drafted."""
    return joined(case.sent, case.inherited, noted(review.edits, plan)) if review else carried(case.inherited, plan)
