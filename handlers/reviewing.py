"""Makes the review workbook of a plan when its turn comes to be sent; how it looks is `locales/workbook.py`."""

from dataclasses import replace
from datetime import datetime

from handlers.drafting import drafted, language, worded
from locales.workbook import review_workbook
from obligations.errors import Refusal
from storage import plans
from storage.database import Session

REVIEW = "review"


def review(session: Session, plan: str, _now: datetime) -> bytes:
    """The review workbook of the plan with this id, as it stands now, in the language of the plan. Raises Refusal for
    one that is gone or was written by hand."""
    kept = plans.plan(session, int(plan))
    if kept is None:
        raise Refusal("plan-gone")
    made = drafted(session, kept)
    say = language(kept, made)
    return review_workbook(say, made.draft, replace(worded(say, made), key=kept.key), made.document)


MAKERS = {REVIEW: review}
