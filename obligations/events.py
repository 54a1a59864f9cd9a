"""Whom a registered event obliges, to what and by when; registering it is the storage's part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from obligations.due import Due, after_event
from obligations.errors import Refusal
from obligations.plan import AfterEvent, AwaitSuperior, Deliverable, EventKind, Plan, Scope, Task
from obligations.wording import unfolded, visible
from obligations.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened: `on` is a local date, `at` an aware UTC moment where hours count.

    `departments` are the canonical names of those it concerns, empty where the plan says who.
    """

    kind: EventKind
    on: date
    at: datetime | None = None
    departments: tuple[str, ...] = ()
    title: str = ""

    @property
    def key(self) -> str:
        """What makes it one fact however often it is reported."""
        when = self.at.isoformat() if self.at else self.on.isoformat()
        return "|".join((self.kind.key, when, ",".join(sorted(self.departments)), _squeezed(self.title)))


@dataclass(frozen=True, slots=True)
class Obliged:
    """One department that an event obliges to one deliverable."""

    task: Task
    deliverable: Deliverable
    department: str
    due: Due


def kind_called(plan: Plan, words: str) -> EventKind:
    """The kind of event with this key, name or alias. Raises Refusal naming the kinds there are."""
    wanted = _squeezed(words).lower()
    for kind in plan.events:
        if wanted in {_squeezed(name).lower() for name in (kind.key, kind.name, *kind.aliases)}:
            return kind
    known = "、".join(f"{kind.name}（{kind.key}）" for kind in plan.events)
    raise Refusal("event-kind-unknown", kind=words[:40], known=known)


def asked_of(plan: Plan, deliverable: Deliverable, on: date) -> tuple[str, ...]:
    """The departments that a deliverable asks on a day, groups through their members of that day."""
    names = dict.fromkeys(deliverable.departments)
    for group in plan.groups:
        if group.name in deliverable.groups:
            names.update(dict.fromkeys(m.department for m in group.members
                                       if m.start <= on and (m.end is None or on <= m.end)))
    return tuple(names)


def obliged_by(plan: Plan, fact: Fact, calendar: WorkCalendar, zone: tzinfo) -> tuple[Obliged, ...]:
    """Everything that follows from a fact. Raises Refusal when it does not say whom it concerns,
    names somebody it cannot concern, or gives no time of day where hours count."""
    if fact.kind.scope is Scope.NAMED and not fact.departments:
        raise Refusal("event-names-nobody", kind=fact.kind.name)
    found = tuple(_follow(plan, fact, calendar, zone))
    if missing := set(fact.departments) - {one.department for one in found}:
        raise Refusal("event-not-theirs", kind=fact.kind.name, department="、".join(sorted(missing)))
    return found


def _follow(plan: Plan, fact: Fact, calendar: WorkCalendar, zone: tzinfo) -> Iterator[Obliged]:
    for task in plan.tasks:
        for deliverable in task.deliverables:
            rule = deliverable.rule
            if isinstance(rule, AfterEvent | AwaitSuperior) and rule.event == fact.kind.key:
                due = after_event(rule, fact.key, fact.on, fact.at, calendar, zone)
                for name in _concerned(fact, asked_of(plan, deliverable, fact.on)):
                    yield Obliged(task, deliverable, name, due)


def _concerned(fact: Fact, asked: tuple[str, ...]) -> Iterable[str]:
    if fact.kind.scope is Scope.FIXED:
        return asked
    return [name for name in fact.departments if not asked or name in asked]


def _squeezed(words: str) -> str:
    return "".join(unfolded(visible(words)).split())
