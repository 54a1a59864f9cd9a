"""What stands around a document that comes in: what is known, the version with whose rows it is compared, and the
answers and edits that it goes on from. How it is understood then is `understanding.py`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handlers.understanding import Case, Understanding
from obligations.errors import PlanFaults, Refusal
from obligations.intake.known import Known
from obligations.intake.review.edit_fields import Edit
from obligations.intake.review.review import Review
from obligations.intake.terms import Wanted
from obligations.plan import PlanStatus
from storage import departments, districts, documents, knowing, plans
from storage.database import Session
from storage.documents import Stored
from storage.plans import Kept


@dataclass(frozen=True, slots=True)
class Setting:
    """The `case` that a document makes, the plan with whose rows its own are compared, and the one that it goes on
    from, which may be all that it says. `beside`: a newer plan of which a review workbook knows nothing."""

    case: Case
    before: Kept | None = None
    base: Kept | None = None
    beside: Kept | None = None


def setting(session: Session | None, understanding: Understanding, file: Stored, wanted: Wanted) -> Setting:
    """The setting of a file. `session` None: there is no database yet. Raises Refusal or PlanFaults for a file that
    cannot be read, Refusal for a review workbook of another district."""
    review = understanding.reading(file).review
    if review and wanted.district and review.district != wanted.district:
        raise Refusal("review-other-district", named=review.district, district=wanted.district)
    own = review.answers if review else {}
    district = districts.called(session, wanted.district) if session else None
    if session is None or district is None:
        return Setting(_case(file, wanted, Known(wanted.district), own, None))
    base = plans.called(session, district, review.key) if review else None
    if review and base and _is_of(session, understanding, review, base):
        return _returned(session, understanding, file, review, base, wanted)
    year = (review.year if review else wanted.year) or understanding.year(file)
    active, draft = plans.in_force(session, district, year), plans.coming(session, district, year)
    before, latest = active or draft, draft or active
    known = replace(departments.known(session, district), used=plans.used_keys(session, district, year))
    case = _case(file, wanted, known, {**_answers(active, draft), **own}, before)
    return Setting(replace(case, inherited=_inherited(latest)), before, latest)


def case_of(session: Session, kept: Kept, answers: Mapping[str, str]) -> Case | None:
    """The case that a plan was made of, with these answers; None: the plan was written by hand."""
    file = documents.stored(session, kept)
    if file is None:
        return None
    wanted = Wanted(knowing.read_on(kept.known), kept.plan.district, kept.plan.year)
    case = _case(file, wanted, knowing.from_json(kept.known), answers, _before(session, kept))
    return replace(case, carried=knowing.edits_from_json(kept.carried))


def _returned(session: Session, understanding: Understanding, file: Stored, review: Review, base: Kept,
              wanted: Wanted) -> Setting:
    """A workbook goes on from the newest plan of its document, with what was answered and edited there meanwhile."""
    since = [one for one in _living(session, base) if one.id > base.id]
    same = (one for one in since if _is_of(session, understanding, review, one))
    latest = max(same, key=lambda one: one.id, default=base)
    beside = max((one for one in since if one.id > latest.id), key=lambda one: one.id, default=None)
    before = _before(session, latest)
    case = _case(file, wanted, knowing.from_json(latest.known), review.answers_after(latest.answers), before)
    case = replace(case, sent=_edits(base), inherited=_edits(latest))
    return Setting(case, before, latest, beside)


def _living(session: Session, base: Kept) -> Iterator[Kept]:
    found = (find(session, base.district_id, base.plan.year) for find in (plans.coming, plans.in_force))
    return (one for one in found if one)


def _is_of(session: Session, understanding: Understanding, review: Review, kept: Kept) -> bool:
    """Whether a workbook was made of this plan's document; plans elsewhere have the same keys."""
    file = documents.stored(session, kept)
    try:
        return file is not None and understanding.reading(file).document.blocks == review.document.blocks
    except (Refusal, PlanFaults):       # a newer version of the reader may refuse what was read before
        return False


def _answers(active: Kept | None, draft: Kept | None) -> Mapping[str, str]:
    """Those of the draft, and of the plan in force to what the draft does not ask: there they may have been taken
    out."""
    asked = {one.key for one in knowing.doubts_from_json(draft.doubts)} if draft else ()
    standing = active.answers if active else {}
    return {**{key: one for key, one in standing.items() if key not in asked}, **(draft.answers if draft else {})}


def _inherited(latest: Kept | None) -> tuple[Edit, ...]:
    """What the office edited in the latest version. What did not hold there may hold in the next one, as long as the
    office has not put that version in force."""
    if latest is None:
        return ()
    found = knowing.edits_from_json(latest.carried)
    return (*found.kept, *(found.lost if latest.status is PlanStatus.DRAFT else ()))


def _edits(kept: Kept) -> tuple[Edit, ...]:
    return knowing.edits_from_json(kept.carried).kept


def _before(session: Session, kept: Kept) -> Kept | None:
    return plans.plan(session, kept.before) if kept.before else None


def _case(file: Stored, wanted: Wanted, known: Known, answers: Mapping[str, str], before: Kept | None) -> Case:
    return Case(file, wanted, known, tuple(sorted(answers.items())), before.content if before else "")
