"""A plan on its way into force, as the office sees it in the chat: its summary, its questions and remarks, its
activation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from locales.catalogue import Texts
from locales.days import Days
from locales.doubts import asked, place_words, quoted
from locales.messages import Page, clipped, paged
from obligations.intake.inquiry import Doubt
from obligations.item import Item
from obligations.plan import AfterEvent, AwaitSuperior, ByDate, Milestones, Plan, PlanStatus, Question

LONGEST_LABEL = 24      # characters on a button
MOST_ALONE = 15         # departments named one by one
# A question is one message, whatever the document holds: in UTF-16 units, beside a quote of 400.
LONGEST_ASK, LONGEST_BEFORE, ROOM_FOR_CHOICES, LONGEST_CHOICE = 800, 500, 1800, 60
KINDS = ("new", "moved")    # changes that are listed one by one; what is gone is summed up
MOST_GONE = 3           # items that are no longer asked for, named one by one
LONGEST_REMARKED = 80   # characters of the words that a remark is about: enough to find them


def counts(plan: Plan, questions: int) -> dict[str, int]:
    """How much there is of everything, with so many open questions; deliverables by whether they have a date, follow
    an event, or neither."""
    rules = [part.rule for task in plan.tasks for part in task.deliverables]
    kinds = Counter("events" if isinstance(rule, AfterEvent | AwaitSuperior)
                    else "dated" if isinstance(rule, ByDate | Milestones) else "ongoing" for rule in rules)
    return {"tasks": len(plan.tasks), "departments": len(plan.departments), "deliverables": len(rules),
            **{kind: kinds[kind] for kind in ("dated", "events", "ongoing")}, "questions": questions}


def summary(texts: Texts, plan: Plan, questions: int, status: PlanStatus, remarks: int = 0) -> str:
    """What a plan holds, with so many open questions, and what can be done next."""
    lines = [texts(f"plan-head-{status.value}", title=plan.title, code=plan.key),
             texts("plan-counts", **counts(plan, questions))]
    if questions:
        lines.append(texts("plan-open", count=questions))
    if remarks:
        lines.append(texts("plan-remarks", count=remarks))
    return clipped("\n".join([*lines, texts(f"plan-foot-{status.value}")]))


def asking(texts: Texts, plan: Plan, one: Question, before: str = "") -> str:
    """One question with its quote and its choices by number; `before` says what became of the last one."""
    place = plan.questions.index(one) + 1
    head = texts("question-head", number=place, total=len(plan.questions), left=len(plan.open_questions))
    where = texts("question-where", row=one.task, place=one.place) if one.task else one.place
    most = max(LONGEST_CHOICE, ROOM_FOR_CHOICES // len(one.choices))
    choices = [texts("question-choice-default" if choice == one.default else "question-choice",
                     number=number, choice=clipped(choice, most)) for number, choice in enumerate(one.choices, 1)]
    lines = [*([clipped(before, LONGEST_BEFORE), ""] if before else []), head, where,
             texts("question-quote", quote=one.quote), "", clipped(one.ask, LONGEST_ASK)]
    return clipped("\n".join([*lines, "", *choices]))


def remark(texts: Texts, doubt: Doubt, row: str | None) -> str:
    """Something about a document that should only be seen, with its place and words; `row` is the key of its task."""
    place = place_words(texts, doubt.quote.place)
    where = texts("question-where", row=row, place=place) if row else place
    quote = texts("question-quote", quote=clipped(quoted(doubt), LONGEST_REMARKED))
    return f"{texts('remark', where=where, words=asked(texts, doubt))}\n{texts('digest-line', line=quote)}"


def label(number: int, choice: str) -> str:
    """A choice on a button."""
    words = f"{number}. {choice}"
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"


def activated(texts: Texts, told: int, alone: Sequence[str]) -> list[str]:
    """What comes of an activation for people: how many were told, and which departments nobody speaks for."""
    lines = [texts("activate-told", people=told)] if told else []
    if alone:
        names = texts("list-comma").join(alone[:MOST_ALONE]) + (" …" if len(alone) > MOST_ALONE else "")
        lines.append(texts("activate-alone", count=len(alone), departments=names, example=alone[0]))
    return lines


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that a new version of the plan made, moved or took away; `kind` is new, moved or gone."""

    kind: str
    item: Item


def changed_pages(days: Days, department: str, title: str, changed: Sequence[Changed]) -> list[Page]:
    """What a new version changes for one department: what is new, what has other dates, and in short what is no longer
    asked, about which nothing has to be done."""
    head = days.texts("changed-head", department=department, title=title)
    blocks = [(days.texts(f"changed-group-{kind}"), _entry(days, one.item), one.item.number)
              for kind in KINDS for one in changed if one.kind == kind]
    gone = [one.item for one in changed if one.kind == "gone"]
    return paged(head, [*blocks, *_gone(days, gone)], "", lambda _part: head)


def _entry(days: Days, item: Item) -> str:
    return f"{_name(days, item)}\n{days.texts('digest-line', line=days.deadline(item))}"


def _gone(days: Days, items: Sequence[Item]) -> list[tuple[str, str, int]]:
    """The first of the items, and how many more there are."""
    heading = days.texts("changed-gone", count=len(items))
    blocks = [(heading, _name(days, item), item.number) for item in items[:MOST_GONE]]
    if (more := len(items) - MOST_GONE) > 0:
        _, words, number = blocks.pop()
        blocks.append((heading, f"{words}\n{days.texts('changed-gone-more', count=more)}", number))
    return blocks


def _name(days: Days, item: Item) -> str:
    return days.texts("digest-item", number=item.number, title=days.title(item))
