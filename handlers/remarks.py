"""What the office should have seen about a plan's document and need not answer; `obligations/intake` decides what."""

from handlers.drafting import drafted
from locales.catalogue import Texts
from locales.planning import remark
from obligations.errors import PlanFaults, Refusal
from storage.database import Session
from storage.plans import Kept


def remarked(session: Session, say: Texts, kept: Kept) -> list[str]:
    """The remarks about a plan's document in words, in the order of its rows; none about a plan written by hand. Raises
    Refusal where the document is no longer read as it was."""
    if kept.document is None:
        return []
    try:
        found = drafted(session, kept).draft
    except (Refusal, PlanFaults):       # a newer version of the reader may refuse what was read before
        raise Refusal("remarks-unread") from None
    keys = [task.key for task in found.plan.tasks]
    ordered = sorted(found.remarks, key=lambda one: -1 if one.row is None else one.row)
    return [remark(say, one, None if one.row is None else keys[one.row]) for one in ordered]
