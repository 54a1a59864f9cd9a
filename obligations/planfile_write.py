"""Writes a plan as the file that `planfile.py` reads, so that every plan is kept in one readable form."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Deliverable,
    Department,
    EventKind,
    Gate,
    Group,
    Membership,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    Plan,
    Question,
    Role,
    Task,
    TimeRule,
)
from obligations.planfile_row import printable
from obligations.planfile_rules import Kind

LONGEST = 480       # characters on one line, each of which may need a backslash: the reader takes 1,000
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def write_plan(plan: Plan) -> str:
    """The plan file of `plan`; reading it gives an equal plan, as far as its texts are single printable lines."""
    return "\n".join((*_top(plan), *_all("departments", plan.departments, _department),
                      *_all("groups", plan.groups, lambda group: _group(group, plan.in_force)),
                      *_all("events", plan.events, _event), *_tasks(plan.tasks),
                      *_all("questions", plan.questions, _question), ""))


def _top(plan: Plan) -> Iterator[str]:
    yield from _fields(key=plan.key, district=plan.district, year=plan.year, title=plan.title, in_force=plan.in_force)
    if not plan.departments:      # nobody is named for certain yet: the questions ask who is meant
        yield "departments = []"


def _all(name: str, things: Iterable[object], write: object) -> Iterator[str]:
    assert callable(write)
    for thing in things:
        yield f"\n[[{name}]]"
        yield from write(thing)


def _department(body: Department) -> Iterator[str]:
    yield from _fields(name=body.name, aliases=body.aliases, full_name=body.full_name)
    if body.successor:
        yield f"successor = {_table(name=body.successor.name, start=body.successor.start)}"


def _group(group: Group, in_force: date) -> Iterator[str]:
    yield from _fields(name=group.name)
    yield f"members = {_list(_member(member, in_force) for member in group.members)}"


def _member(member: Membership, in_force: date) -> str:
    if member.start == in_force and member.end is None:
        return _text(member.department)
    return _table(department=member.department, start=member.start, end=member.end)


def _event(event: EventKind) -> Iterator[str]:
    yield from _fields(key=event.key, name=event.name, scope=event.scope, aliases=event.aliases)


def _tasks(tasks: Iterable[Task]) -> Iterator[str]:
    for task in tasks:
        yield "\n[[tasks]]"
        yield from _fields(key=task.key, printed=task.printed, section=task.section, text=task.text,
                           deadline_cell=task.deadline_cell)
        for role in Role:
            yield from _fields(**{role.value: [one.department or one.group or "" for one in task.assignments
                                               if one.role is role]})
        if not task.deliverables:
            yield "deliverables = []"
        yield from _all("tasks.deliverables", task.deliverables, _deliverable)


def _deliverable(part: Deliverable) -> Iterator[str]:
    yield from _fields(key=part.key, title=part.title)
    yield f"rule = {_rule(part.rule)}"
    yield from _fields(who=(*part.departments, *part.groups), where=part.where, source=part.source, text=part.text)


def _question(one: Question) -> Iterator[str]:
    yield from _fields(key=one.key, task=one.task, place=one.place, quote=one.quote, ask=one.ask,
                       choices=one.choices, default=one.default, answer=one.answer, typed=one.typed)


def _rule(rule: TimeRule) -> str:
    match rule:
        case AfterEvent():
            return _table(kind=Kind.AFTER_EVENT, event=rule.event, amount=rule.amount, unit=rule.unit)
        case ByDate():
            return _table(kind=Kind.BY_DATE, dates=rule.dates, assumed=rule.assumed)
        case Milestones():
            return _table(kind=Kind.MILESTONES, limit=rule.limit, steps=tuple(map(_Raw, map(_step, rule.steps))))
        case Periodic():
            return _table(kind=Kind.PERIODIC, every=rule.every, day=rule.day, assumed=rule.assumed)
        case Ongoing():
            return _table(kind=Kind.ONGOING)
        case Gate():
            return _table(kind=Kind.GATE, checks=rule.checks)
        case AwaitSuperior():
            return _table(kind=Kind.AWAIT_SUPERIOR, event=rule.event, amount=rule.amount, unit=rule.unit)


def _step(step: Milestone) -> str:
    return _table(key=step.key, title=step.title, dates=step.dates)


class _Raw(str):
    """Something that is written already."""


def _fields(**values: object) -> Iterator[str]:
    """A line for each value; what is empty needs none."""
    return (f"{name} = {_value(value)}" for name, value in values.items() if not _is_empty(value))


def _table(**values: object) -> str:
    return "{ " + ", ".join(_fields(**values)) + " }"


def _is_empty(value: object) -> bool:
    return value is None or value is False or value == "" or value == () or value == []


def _value(value: object) -> str:
    match value:
        case _Raw() | bool() | int() | date():
            return str(value).lower() if isinstance(value, bool) else str(value)
        case StrEnum():
            return f'"{value.value}"'
        case str():
            return _text(value)
        case tuple() | list():
            return _list(map(_value, value))
    raise TypeError(f"no plan file can hold {type(value).__name__}")


def _list(written: Iterable[str]) -> str:
    """A list; a long one stands on several lines, which TOML allows between the values."""
    values = list(written)
    whole = "[" + ", ".join(values) + "]"
    return whole if len(whole) <= LONGEST else "[\n  " + ",\n  ".join(values) + ",\n]"


def _text(words: str) -> str:
    """A string; a long one goes over several lines, each but the last ending in a backslash that joins them."""
    plain = printable(words)
    if len(plain) <= LONGEST:
        return f'"{plain.translate(_ESCAPED)}"'
    pieces = _pieces(plain)
    return '"""\\\n' + "\\\n".join(piece.translate(_ESCAPED) for piece in pieces) + '"""'


def _pieces(words: str) -> Iterator[str]:
    """Pieces of which none begins with a space: behind the joining backslash TOML drops spaces."""
    while len(words) > LONGEST:
        cut = LONGEST
        while cut > 1 and words[cut] == " ":
            cut -= 1
        yield words[:cut]
        words = words[cut:]
    yield words
