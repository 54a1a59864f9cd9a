"""Holds the keys of a plan against what they have stood for: the evidence of one task must never become another's."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session, col, select

from obligations.errors import Refusal
from obligations.plan import Plan
from storage import plans
from storage.plans import Kept
from storage.tables import Deliverable


def check_keys(session: Session, kept: Kept) -> None:
    """Raises Refusal where a key of a plan belongs to something else that another plan has asked for.

    Whoever drafts a plan decides which of its rows are those of the plan before it. Of two that were drafted side by
    side, a row that is new in both has the same key by chance, unless its words are the same too.
    """
    if kept.document is None:
        return      # in a plan written by hand the keys are its author's
    mine, words = {one.id for one in _line(session, kept)}, _words(kept.plan)
    for other, asked in _askers(session, kept):
        theirs = list(_line(session, other))
        if other.id in mine or any(one.id == kept.id for one in theirs):
            continue
        common = next((one for one in theirs if one.id in mine), None)
        settled, there = _words(common.plan) if common else {}, _words(other.plan)
        if any(words[key] != there.get(key) for key in asked if key in words and key not in settled):
            raise Refusal("plan-keys-taken", code=kept.key, other=other.key)


def _askers(session: Session, kept: Kept) -> Iterator[tuple[Kept, list[str]]]:
    """The plans of the year that were the last to ask for something, each with the keys of that."""
    rows = session.exec(select(Deliverable.plan_id, Deliverable.key).where(
        Deliverable.district_id == kept.district_id, Deliverable.year == kept.plan.year).order_by(
        col(Deliverable.plan_id)))
    found: dict[int, list[str]] = {}
    for plan_id, key in rows:
        found.setdefault(plan_id, []).append(key)
    for plan_id, keys in found.items():
        if (other := plans.plan(session, plan_id)) is not None:
            yield other, keys


def _line(session: Session, kept: Kept) -> Iterator[Kept]:
    """A plan, the one with whose rows its own were compared, and so on."""
    following: Kept | None = kept
    while following is not None:
        yield following
        following = plans.plan(session, following.before) if following.before else None


def _words(plan: Plan) -> Mapping[str, str]:
    """What each key stands for; what was added in a review workbook has only a title."""
    return {part.key: "".join((part.text or part.title).split()) for task in plan.tasks for part in task.deliverables}
