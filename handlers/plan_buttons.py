"""The buttons under what the office sees of a plan; what a press of them does is `plan.py` and `asking.py`."""

from handlers.context import Context
from handlers.request import Button
from locales.planning import label
from obligations.plan import PlanStatus, Question
from storage.plans import Kept

ASK, SAY, NEXT, STOP = "plan-ask", "plan-say", "plan-next", "plan-stop"
DIFFERENCES, ACTIVATE, CONFIRM, CANCEL, REVIEW = "plan-diff", "plan-go", "plan-yes", "plan-no", "plan-review"
REMARKS = "plan-note"
BUTTON = "plan-"
BUTTONS = (ASK, SAY, NEXT, STOP, DIFFERENCES, ACTIVATE, CONFIRM, CANCEL, REVIEW, REMARKS)
MOST_CHOICES = 30       # buttons; a choice beyond them is answered by its number
Rows = tuple[tuple[Button, ...], ...]


def overview_buttons(context: Context, kept: Kept) -> Rows:
    """What can be done with a plan: answer its questions, see what it changes and what is remarked on, get its
    workbook, put it in force."""
    texts, rows = context.texts, list[tuple[Button, ...]]()
    if (left := kept.questions_left) and kept.status is not PlanStatus.SUPERSEDED:
        rows.append((Button(texts("button-plan-ask", count=left), f"{ASK}:{kept.id}"),))
    is_draft = kept.status is PlanStatus.DRAFT
    second = [Button(texts("button-plan-differences"), f"{DIFFERENCES}:{kept.id}")] if is_draft else []
    if kept.document is not None:
        second += [Button(texts("button-plan-remarks"), f"{REMARKS}:{kept.id}"),
                   Button(texts("button-plan-review"), f"{REVIEW}:{kept.id}")]
    if second:
        rows.append(tuple(second))
    if is_draft:
        rows.append((Button(texts("button-plan-activate"), f"{ACTIVATE}:{kept.id}"),))
    return tuple(rows)


def choice_buttons(context: Context, kept: Kept, one: Question, place: int) -> Rows:
    """The choices of the question at this place (from 0), each on a line of its own, and going on without an
    answer."""
    rows = [(Button(label(number, choice), f"{SAY}:{kept.id}:{one.key}:{number - 1}"),)
            for number, choice in enumerate(one.choices[:MOST_CHOICES], 1)]
    skip = Button(context.texts("button-question-skip"), f"{NEXT}:{kept.id}:{place + 1}")
    return (*rows, (skip, Button(context.texts("button-question-stop"), f"{STOP}:{kept.id}")))
