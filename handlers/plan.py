"""`/plan`: a plan as the office sees it in the chat: what it holds, what it changes, what is remarkable
about its document, and putting it in force.

Its questions are asked in `asking.py`.
"""

import hashlib
from collections.abc import Callable

from handlers import activating, drafting
from handlers.asking import next_question, resumed, said, stopped
from handlers.context import Context
from handlers.plan_buttons import (
    ACTIVATE,
    ASK,
    CANCEL,
    CONFIRM,
    DIFFERENCES,
    NEXT,
    REMARKS,
    REVIEW,
    SAY,
    STOP,
    overview_buttons,
)
from handlers.request import Button, Reply, ReplyFile
from handlers.versions import newer, newer_words
from locales.differences import Differences
from locales.messages import LIMIT, clipped, size
from locales.planning import activated, summary
from obligations.changes import compare
from obligations.errors import Refusal
from obligations.plan import PlanStatus
from storage import plans
from storage.plans import Kept

LONGEST_NUMBER = 9      # digits of a plan's id in a button
MARK = 8                # characters for what a confirm button confirms: it holds little


def plan(context: Context, words: str) -> list[Reply]:
    """The newest draft, or the plan in force. Raises Refusal for others than the office."""
    return overview(context, in_hand(context))


def questions(context: Context, words: str) -> list[Reply]:
    """The question of that plan at which one stopped. Raises Refusal for others than the office."""
    kept = in_hand(context)
    return [resumed(context, kept, edit=False)] if kept.questions_left else overview(context, kept)


def in_hand(context: Context) -> Kept:
    """The plan that the office is at work on. Raises Refusal where there is none, and for others."""
    who = context.for_office()
    kept = plans.coming(context.session, who.district) or plans.active(context.session, who.district)
    if kept is None:
        raise Refusal("plan-none")
    return kept


def overview(context: Context, kept: Kept, *, known: bool = False, remarks: int = 0,
             with_review: bool = False) -> list[Reply]:
    """What a plan holds, with what can be done next; with its review workbook where that is wanted."""
    text = summary(context.texts, kept.plan, kept.questions_left, kept.status, remarks)
    if known:
        text = f"{context.texts('plan-known')}\n{text}"
    replies = [Reply(text, overview_buttons(context, kept))]
    return [*replies, _review(context, kept, "")] if with_review else replies


def pressed(context: Context, action: str, argument: str) -> list[Reply]:
    """A button of a plan. Raises Refusal for others than the office, and for a plan that is gone."""
    who = context.for_office()
    number, _, rest = argument.partition(":")
    is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    kept = plans.plan(context.session, int(number)) if is_number else None
    if kept is None or kept.district_id != who.district:
        raise Refusal("plan-gone")
    if action not in _PRESSED:
        raise Refusal("not-understood")
    return [_PRESSED[action](context, kept, rest)]


def _differences(context: Context, kept: Kept, _rest: str = "") -> Reply:
    return Reply(clipped(_changes(context, kept)), overview_buttons(context, kept))


def _remarks(context: Context, kept: Kept, _rest: str) -> Reply:
    found, texts = drafting.remarks(context.texts, kept), context.texts
    words = _fitting(context, [texts("remarks-head", count=len(found)), ""], found, "remarks-more") if found \
        else texts("remarks-none")
    return Reply(words, overview_buttons(context, kept))


def _changes(context: Context, kept: Kept, taken: int = 0) -> str:
    """What a plan changes in the one in force, in what `taken` UTF-16 units leave of a message."""
    older = plans.in_force(context.session, kept.district_id, kept.plan.year)
    if older is None:
        parts = sum(len(task.deliverables) for task in kept.plan.tasks)
        return context.texts("activate-first", year=kept.plan.year, deliverables=parts)
    found, worded = compare(older.plan, kept.plan), Differences(context.texts, older.plan, kept.plan)
    if found.none:
        return context.texts("difference-none")
    head = [context.texts("difference-head", title=older.plan.title), worded.summary(found), ""]
    return _fitting(context, head, worded.lines(found), "difference-more", taken)


def _fitting(context: Context, head: list[str], lines: list[str], unsaid: str, taken: int = 0) -> str:
    """As many lines as one message holds, and in the words of the text `unsaid` how many more there are."""
    more = context.texts(unsaid, count=len(lines))
    shown, room = list(head), LIMIT - taken - size("\n".join([*head, more])) - 1
    for number, line in enumerate(lines):
        room -= size(line) + 1
        if room < 0:
            return "\n".join([*shown, context.texts(unsaid, count=len(lines) - number)])
        shown.append(line)
    return "\n".join(shown)


def _confirmation(context: Context, kept: Kept, _rest: str = "", *, again: bool = False) -> Reply:
    _check_draft(kept)
    activating.check_ours(kept)
    head = [context.texts("activate-changed")] * again
    head.append(context.texts("activate-head", title=kept.plan.title, code=kept.key))
    if left := kept.questions_left:
        head.append(context.texts("activate-open", count=left))
    if later := newer(context.session, kept):
        head.append(newer_words(context.texts, kept, later))
    words = "\n".join(head)
    buttons = ((Button(context.texts("button-plan-confirm"), f"{CONFIRM}:{kept.id}:{_mark(context, kept)}"),
                Button(context.texts("button-plan-cancel"), f"{CANCEL}:{kept.id}")),)
    return Reply(clipped(f"{words}\n{_changes(context, kept, size(words) + 1)}"), buttons)


def _mark(context: Context, kept: Kept) -> str:
    """Stands in a confirm button for what was shown above it: the plan, the newer one that was pointed out, and the
    one that it was compared with."""
    others = (newer(context.session, kept), plans.in_force(context.session, kept.district_id, kept.plan.year))
    shown = "\n".join([*(str(one.id) if one else "" for one in others), kept.content])
    return hashlib.sha256(shown.encode()).hexdigest()[:MARK]


def _activated(context: Context, kept: Kept, seen: str) -> Reply:
    """Put a plan in force; `seen`: the mark of what was confirmed, of which something may have changed since."""
    _check_draft(kept)
    if seen != _mark(context, kept):
        return _confirmation(context, kept, again=True)
    desk = activating.Desk(context.calendar, context.zone, context.request.now)
    done = activating.activate(context.session, kept, desk, context.who.actor)
    return Reply(clipped("\n".join([
        context.texts("activate-done", title=kept.plan.title, made=done.made, kept=done.kept, dropped=done.dropped),
        *activated(context.texts, done.told, done.alone)])), edit=True)


def _check_draft(kept: Kept) -> None:
    if kept.status is not PlanStatus.DRAFT:
        raise Refusal("plan-not-a-draft", code=kept.key)


def _cancelled(context: Context, kept: Kept, _rest: str) -> Reply:
    return Reply(context.texts("activate-cancelled"), overview_buttons(context, kept), edit=True)


def _review(context: Context, kept: Kept, _rest: str) -> Reply:
    if kept.document is None:
        raise Refusal("plan-by-hand", code=kept.key)
    name = context.texts("plan-review-name", code=kept.key)
    return Reply(context.texts("plan-review-caption"), file=ReplyFile(name, f"review:{kept.id}:{context.texts.locale}"))


def _asked(context: Context, kept: Kept, _rest: str) -> Reply:
    return resumed(context, kept, edit=True)


_PRESSED: dict[str, Callable[[Context, Kept, str], Reply]] = {
    ASK: _asked, NEXT: next_question, SAY: said, STOP: stopped, DIFFERENCES: _differences, REVIEW: _review,
    REMARKS: _remarks, ACTIVATE: _confirmation, CONFIRM: _activated, CANCEL: _cancelled,
}
