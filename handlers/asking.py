"""Asks the office what is doubtful about a plan, one question at a time, each answer leading to the next; what an
answer makes of the plan is `drafting.py`."""

from handlers import drafting
from handlers.context import Context
from handlers.plan_buttons import choice_buttons, overview_buttons
from handlers.request import Reply
from locales.planning import asking
from obligations.errors import Refusal
from obligations.plan import Question
from obligations.wording import unfolded
from storage import pending, plans
from storage.plans import Kept

ASKED, STOPPED = "plan-question", "plan-stopped"
MOST_DIGITS = 5


def resumed(context: Context, kept: Kept, *, edit: bool) -> Reply:
    """The open question at which one stopped, or the first; those of a newer draft, if there is one."""
    kept = drafting.to_change(context.session, kept)
    last = pending.asked(context.session, context.who.id, context.request.now)
    key = last.content["question"] if last and last.kind in (ASKED, STOPPED) and last.content["plan"] == kept.id else ""
    asked = drafting.in_words(context.texts, kept).questions
    place = next((n for n, one in enumerate(asked) if one.key == key), 0)
    open_from_here = any(not one.answer for one in asked[place:])
    return _question(context, kept, place if open_from_here else 0, edit=edit)


def next_question(context: Context, kept: Kept, place: str) -> Reply:
    """The first open question from a place (counted from 0) on, or the word that there is none left."""
    now = drafting.to_change(context.session, kept)
    return _question(context, now, _number(place) or 0) if now.id == kept.id else resumed(context, now, edit=True)


def said(context: Context, kept: Kept, rest: str) -> Reply:
    """A pressed choice, `KEY:PLACE`. Raises Refusal for a question or a choice that is not there."""
    key, _, choice = rest.rpartition(":")
    one, number = _find(context, kept, key), _number(choice)
    if one is None or number is None or number >= len(one.choices):
        raise Refusal("question-gone")
    return _answered(context, kept, one, one.choices[number])


def stopped(context: Context, kept: Kept, _rest: str) -> Reply:
    """The word that no more is asked for now; words that are typed from here on are no answer."""
    last = pending.asked(context.session, context.who.id, context.request.now)
    if last and last.kind == ASKED:
        pending.ask(context.session, context.who.id, STOPPED, last.content, context.request.now)
    words = context.texts("question-stopped", count=kept.questions_left)
    return Reply(words, overview_buttons(context, kept), edit=True)


def typed(context: Context) -> list[Reply] | None:
    """Words that answer the question asked last: the number of a choice, its words, or names where those are asked
    for; None: nothing was asked that they could answer."""
    found = _asked_last(context)
    if found is None:
        return None
    kept, one = found
    words = " ".join(unfolded(context.request.text).split())
    number = _number(words.rstrip(".。、"))
    if number is not None and 1 <= number <= len(one.choices):
        return [_answered(context, kept, one, one.choices[number - 1], edit=False)]
    if number is not None:
        raise Refusal("question-number")
    same = next((choice for choice in one.choices if unfolded(choice) == words), None)
    if same is None and not one.typed:
        return None
    return [_answered(context, kept, one, same or words, edit=False)]


def is_asking(context: Context) -> bool:
    """Whether an answer is awaited: words that mean nothing else were perhaps meant as one."""
    return _asked_last(context) is not None


def _asked_last(context: Context) -> tuple[Kept, Question] | None:
    last = pending.asked(context.session, context.who.id, context.request.now)
    if last is None or last.kind != ASKED:
        return None
    kept = plans.plan(context.session, int(last.content["plan"]))
    one = _find(context, kept, str(last.content["question"])) if kept else None
    return (kept, one) if kept and one else None


def _question(context: Context, kept: Kept, start: int, before: str = "", *, edit: bool = True) -> Reply:
    plan = drafting.in_words(context.texts, kept)
    one = next((question for question in plan.questions[start:] if not question.answer), None)
    if one is not None:
        content = {"plan": kept.id, "question": one.key}
        pending.ask(context.session, context.who.id, ASKED, content, context.request.now)
        return Reply(asking(context.texts, plan, one, before),
                     choice_buttons(context, kept, one, plan.questions.index(one)), edit=edit)
    pending.forget(context.session, context.who.id)
    left = kept.questions_left
    words = context.texts("questions-skipped", count=left) if left else context.texts("questions-done")
    return Reply("\n\n".join(filter(None, (before, words))), overview_buttons(context, kept), edit=edit)


def _answered(context: Context, kept: Kept, one: Question, answer: str, *, edit: bool = True) -> Reply:
    before = _find(context, drafting.to_change(context.session, kept), one.key)
    changed = drafting.answer(context.session, context.understanding, context.texts, kept, one.key, answer,
                              context.request.now, context.who.actor)
    words = context.texts("question-noted", answer=answer)
    if before and before.answer not in ("", answer):
        words = context.texts("question-noted-instead", answer=answer, before=before.answer)
    now = _find(context, changed, one.key)
    if now and not now.answer:      # to leave it for later
        words = context.texts("question-left-open", answer=answer)
    if changed.document is None:
        words += context.texts("question-noted-by-hand")
    if changed.id != kept.id:
        words += context.texts("question-noted-revision", code=changed.key)
    asked = drafting.in_words(context.texts, changed).questions
    place = next((n for n, question in enumerate(asked) if question.key == one.key), -1)
    return _question(context, changed, place + 1, words, edit=edit)


def _find(context: Context, kept: Kept, key: str) -> Question | None:
    """The question with this key, in the words of whoever asks for it."""
    return next((one for one in drafting.in_words(context.texts, kept).questions if one.key == key), None)


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS else None
