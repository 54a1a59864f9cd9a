"""Reads a plan file (TOML) into a `Plan` or names every fault in it; storing it is left to others.

The fields of the file are those of `plan.py`, except that a clerk writes names where the plan keeps
two kinds of them: `lead`, `responsible`, `supporting`, `informed` and `who` list departments (in
any spelling that the file declares) and groups alike.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from datetime import date

from obligations.errors import PlanFaults
from obligations.plan import (
    AfterEvent,
    Assignment,
    AwaitSuperior,
    Deliverable,
    EventKind,
    Ongoing,
    Plan,
    Question,
    Role,
    Scope,
    Task,
)
from obligations.planfile_bodies import Bodies, read_bodies
from obligations.planfile_row import TOP, YEARS, Row, fault, shown
from obligations.planfile_rules import read_rule

LARGEST = 2_000_000
# tomllib takes quadratic time over a name of many parts (a.a.a…): no line may hold a long one.
LONGEST_LINE = 1000
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
Events = Mapping[str, EventKind]


def read_plan(text: str, name: str, largest: int = LARGEST, *, ours: bool = False) -> Plan:
    """The plan in `text`; `name` is what the file is called in its faults. `ours`: it was written here, and what is
    open about its rows is kept elsewhere.

    Raises PlanFaults with every fault at once: each names `file`, `row` and `field`. A text that
    is over `largest` bytes, has a line of over 1,000 characters, or is no TOML, has that one fault.
    """
    top = Row(name, TOP, _parsed(text, name, largest), [])
    plan = _plan(top, ours)
    if top.faults:
        raise PlanFaults(tuple(top.faults))
    return plan


def _parsed(text: str, name: str, largest: int) -> dict[str, object]:
    text = text.removeprefix("\ufeff")      # Windows' editor puts a mark before the first word
    _check_size(text, name, largest)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise PlanFaults((fault("too-deep", shown(name), TOP, ""),)) from None
    except ValueError as error:     # TOMLDecodeError is one
        at = _AT.search(str(error))
        line, column = at.groups() if at else (text.count("\n") + 1, 1)
        found = fault("syntax", shown(name), f"line {line}", "", line=line, column=column)
        raise PlanFaults((found,)) from None


def _check_size(text: str, name: str, largest: int) -> None:
    if len(text) > largest or len(text.encode(errors="surrogatepass")) > largest:
        raise PlanFaults((fault("too-big", shown(name), TOP, "", megabytes=largest // 1_000_000),))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            found = fault("long-line", shown(name), f"line {number}", "", line=number, most=LONGEST_LINE)
            raise PlanFaults((found,))


def _plan(top: Row, ours: bool) -> Plan:
    in_force = top.day("in_force") or date.min
    bodies = read_bodies(top, in_force)
    events = _events(top)
    questions, open_rows = _questions(top)
    tasks = _tasks(top, bodies, events, None if ours else open_rows)
    _check_rows(questions, {task.key for task in tasks})
    plan = Plan(
        key=top.key("key"),
        district=top.text("district"),
        year=top.number("year", YEARS[0], YEARS[-1]) or 0,
        title=top.text("title"),
        in_force=in_force,
        tasks=tasks,
        departments=tuple(bodies.departments.values()),
        groups=tuple(bodies.groups.values()),
        events=tuple(events.values()),
        questions=tuple(question for _, question in questions),
    )
    top.finish()
    return plan


def _events(top: Row) -> dict[str, EventKind]:
    """Every kind of event by its key; no word may mean two of them."""
    events: dict[str, EventKind] = {}
    words: set[str] = set()
    for row in top.rows("events", required=False):
        scope = row.choice("scope", Scope, required=False) or Scope.FIXED
        event = EventKind(row.key("key"), row.text("name"), scope, row.texts("aliases", required=False))
        row.once("key", [event.key], words)
        row.once("name", [event.name], words)
        row.once("aliases", event.aliases, words)
        row.finish()
        events.setdefault(event.key, event)
    return events


def _tasks(top: Row, bodies: Bodies, events: Events, open_rows: Collection[str] | None) -> tuple[Task, ...]:
    """`open_rows`: the rows about which something is asked, None: any may be."""
    tasks, keys = [], set[str]()
    deliverable_keys: set[str] = set()
    for row in top.rows("tasks"):
        key = row.key("key")
        row.once("key", [key], keys)
        row.name = key or row.name
        tasks.append(_task(row, key, bodies, events, deliverable_keys,
                           open_rows is None or key in open_rows))
        row.finish()
    return tuple(tasks)


def _task(row: Row, key: str, bodies: Bodies, events: Events, seen: set[str], is_open: bool) -> Task:
    return Task(
        key=key,
        printed=row.text("printed"),
        section=row.text("section"),
        text=row.text("text"),
        deadline_cell=row.text("deadline_cell", required=False),
        assignments=_assignments(row, bodies),
        deliverables=tuple(_deliverable(d, bodies, events, seen, is_open) for d in row.some_rows("deliverables")),
    )


def _assignments(row: Row, bodies: Bodies) -> tuple[Assignment, ...]:
    found: list[Assignment] = []
    for role in Role:
        departments, groups = bodies.named(row, role)
        found += [Assignment(role, department=name) for name in departments]
        found += [Assignment(role, group=name) for name in groups]
    return tuple(found)


def _deliverable(row: Row, bodies: Bodies, events: Events, seen: set[str], is_open: bool) -> Deliverable:
    key = row.key("key")
    row.once("key", [key], seen)
    before = len(row.faults)
    rule = row.table("rule")
    departments, groups = bodies.named(row, "who")
    deliverable = Deliverable(
        key=key,
        title=row.text("title"),
        rule=read_rule(rule, events) if rule else Ongoing(),
        departments=departments,
        groups=groups,
        where=row.text("where", required=False),
        source=row.text("source", required=False),
        text=row.text("text", required=False),
    )
    row.finish()
    if len(row.faults) == before and not is_open and not _asks_somebody(deliverable, bodies, events):
        row.fault("nobody", "who")
    return deliverable


def _asks_somebody(deliverable: Deliverable, bodies: Bodies, events: Events) -> bool:
    """Whether an obligation can come of it: otherwise it would be dropped without a word, unless an open
    question about its row stands for it."""
    if deliverable.departments or any(map(bodies.has_members, deliverable.groups)):
        return True
    rule = deliverable.rule
    if deliverable.groups or not isinstance(rule, AfterEvent | AwaitSuperior):
        return False
    return events[rule.event].scope is Scope.NAMED


def _questions(top: Row) -> tuple[list[tuple[Row, Question]], set[str]]:
    """Every question with where it stands, and the rows about which one is still open."""
    questions, keys = [], set[str]()
    for row in top.rows("questions", required=False):
        question = _question(row)
        row.once("key", [question.key], keys)
        row.finish()
        questions.append((row, question))
    return questions, {one.task for _, one in questions if one.task and not one.answer}


def _question(row: Row) -> Question:
    question = Question(
        key=row.key("key"),
        task=row.text("task", required=False) or None,
        place=row.text("place"),
        quote=row.text("quote"),
        ask=row.text("ask"),
        choices=row.texts("choices"),
        default=row.text("default"),
        answer=row.text("answer", required=False),
        typed=row.flag("typed"),
    )
    if question.default and question.default not in question.choices:
        row.fault("not-one-of", "default", found=shown(question.default), allowed=_list(question.choices))
    row.once("choices", question.choices, set())
    return question


def _check_rows(questions: list[tuple[Row, Question]], tasks: Collection[str]) -> None:
    for row, question in questions:
        if question.task and question.task not in tasks:
            row.fault("unknown-task", "task", found=shown(question.task))


def _list(choices: tuple[str, ...]) -> str:
    return "、".join(map(shown, choices))
