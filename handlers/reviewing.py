"""Makes the review workbook of a plan when its turn comes to be sent; how it looks is `locales/workbook.py`."""

from dataclasses import replace
from datetime import datetime

from handlers.drafting import drafted
from handlers.understanding import AtOnce
from locales.catalogue import texts
from locales.workbook import review_workbook
from obligations.errors import Refusal
from storage import plans
from storage.database import Session

REVIEW = "review"


def review(session: Session, what: str, _now: datetime) -> bytes:
    """The review workbook of a plan as it stands now: `what` is the plan's id and the language, `12:zh-CN`. Raises
    Refusal for a plan that is gone or was written by hand."""
    plan, _, locale = what.partition(":")
    kept = plans.plan(session, int(plan))
    if kept is None:
        raise Refusal("plan-gone")
    made = drafted(session, AtOnce(), kept)
    return review_workbook(texts(locale), made.draft, replace(made.plan, key=kept.key), made.document)


MAKERS = {REVIEW: review}
