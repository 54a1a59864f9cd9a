"""Which version of a plan is newer than one that is to be put in force, and how that is pointed out."""

from locales.catalogue import Texts
from obligations.plan import PlanStatus
from storage import plans
from storage.database import Session
from storage.plans import Kept


def newer(session: Session, kept: Kept) -> Kept | None:
    """The newest plan of the same year, draft or in force, that came after `kept`."""
    found = (find(session, kept.district_id, kept.plan.year) for find in (plans.coming, plans.in_force))
    return max((one for one in found if one and one.id > kept.id), key=lambda one: one.id, default=None)


def newer_words(say: Texts, kept: Kept, found: Kept) -> str:
    """That `found` is newer than `kept`, and what to do to have it."""
    if found.status is PlanStatus.DRAFT:
        return say("plan-newer-draft", newer=found.key)
    return say("plan-newer-active", newer=found.key, code=kept.key)
