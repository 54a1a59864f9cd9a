"""Reads the time rules of a plan file; when they fall due is left to `due.py`."""

from collections.abc import Callable, Collection
from enum import StrEnum
from itertools import pairwise

from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.planfile_row import Row, shown

LONGEST = 1000      # the longest period of a rule, in whatever unit: more is a slip of the hand
LAST_DAY = 28       # a day of the month that every month has


class Kind(StrEnum):
    """The word after `kind =` in a rule."""

    AFTER_EVENT = "after_event"
    BY_DATE = "by_date"
    MILESTONES = "milestones"
    PERIODIC = "periodic"
    ONGOING = "ongoing"
    GATE = "gate"
    AWAIT_SUPERIOR = "await_superior"


def read_rule(row: Row, events: Collection[str]) -> TimeRule:
    """The rule in `row`; `events` are the keys of the events that the file knows."""
    kind = row.choice("kind", Kind)
    if kind is None:
        return Ongoing()    # what else stands there cannot be judged without the kind
    rule = _READERS[kind](row)
    row.finish()
    if isinstance(rule, AfterEvent | AwaitSuperior) and rule.event and rule.event not in events:
        row.fault("unknown-event", "event", found=shown(rule.event))
    return rule


def _after_event(row: Row) -> AfterEvent:
    unit = row.choice("unit", Unit) or Unit.WORKDAYS
    return AfterEvent(row.key("event"), row.number("amount", 1, LONGEST) or 1, unit)


def _by_date(row: Row) -> ByDate:
    return ByDate(row.days("dates"), row.flag("assumed"))


def _periodic(row: Row) -> Periodic:
    day = row.number("day", 1, LAST_DAY, required=False)
    return Periodic(row.choice("every", Every) or Every.QUARTER, day, row.flag("assumed"))


def _ongoing(row: Row) -> Ongoing:
    return Ongoing()


def _gate(row: Row) -> Gate:
    return Gate(row.texts("checks"))


def _await_superior(row: Row) -> AwaitSuperior:
    unit = row.choice("unit", Unit, required=False) or Unit.WORKDAYS
    return AwaitSuperior(row.key("event"), row.number("amount", 1, LONGEST, required=False), unit)


def _milestones(row: Row) -> Milestones:
    seen: set[str] = set()
    steps = tuple(_milestone(step, seen) for step in row.rows("steps"))
    rule = Milestones(steps, row.day("limit", required=False))
    dated = [step.dates for step in steps if step.dates]
    if any(later[0] < earlier[0] for earlier, later in pairwise(dated)):
        row.fault("unordered", "steps", found=shown("、".join(str(dates[0]) for dates in dated)))
    if rule.limit and any(rule.limit < dates[-1] for dates in dated):
        row.fault("unordered", "limit", found=str(rule.limit))
    return rule


def _milestone(row: Row, seen: set[str]) -> Milestone:
    key = row.key("key")
    row.once("key", [key], seen)
    step = Milestone(key, row.text("title"), row.days("dates"))
    row.finish()
    return step


_READERS: dict[Kind, Callable[[Row], TimeRule]] = {
    Kind.AFTER_EVENT: _after_event,
    Kind.BY_DATE: _by_date,
    Kind.MILESTONES: _milestones,
    Kind.PERIODIC: _periodic,
    Kind.ONGOING: _ongoing,
    Kind.GATE: _gate,
    Kind.AWAIT_SUPERIOR: _await_superior,
}
