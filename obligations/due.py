"""Computes due dates: a time rule and an event, or a period of the year, give days with their explanation.

Which days are worked is asked of `workdays.py`; who is reminded when is left to `agenda.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import assert_never

from obligations.errors import Refusal
from obligations.explanation import Explanation, RuleKind
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Every,
    Gate,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.workdays import DAY, WorkCalendar

STANDING = "standing"
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Due:
    """When one obligation is due. Days are local dates, None: not known yet, or there is none.

    `period` is its part of the natural key: 2018-07, 2018Q3, 2018H2, 2018, date, gate, ongoing, standing,
    milestone:KEY or event:KEY. `due` is the printed or counted day, `act_by` the last working day on
    or before it; overdue starts after `overdue_after`. `at` is the aware UTC moment at which a period
    of hours ends. `waiting`: nothing has set it off yet. `step` is a milestone's title.
    """

    period: str
    due: date | None
    act_by: date | None
    overdue_after: date | None
    at: datetime | None
    waiting: bool
    provisional: bool
    explanation: Explanation
    step: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter, half-year or year, with its first and last day."""

    name: str
    first: date
    last: date

    def asked_about(self, in_force: date) -> bool:
        """Whether a plan in force from `in_force` covers at least half of its days."""
        days = (self.last - self.first).days + 1
        covered = (self.last - max(self.first, in_force)).days + 1
        return 2 * covered >= days


def planned(rule: TimeRule, year: int, in_force: date, calendar: WorkCalendar) -> tuple[Due, ...]:
    """What a plan for `year` asks from `in_force` on, as its activation writes it.

    A periodic rule asks about each period that the plan covers by at least half, and always about
    the year. Raises CalendarRangeError for a printed date that the calendar does not reach.
    """
    match rule:
        case AfterEvent() | AwaitSuperior():
            return (replace(_undated(rule, STANDING, calendar), waiting=True),)
        case ByDate():
            why = Explanation(RuleKind.BY_DATE, calendar.version, printed=rule.dates, assumed=rule.assumed)
            return (_by("date", rule.dates[0], rule.dates[-1], why, calendar),)
        case Milestones():
            return tuple(_milestones(rule, calendar))
        case Periodic():
            asked = (p for p in periods(rule.every, year)
                     if rule.every is Every.YEAR or p.asked_about(in_force))
            return tuple(_confirmation(rule, period, in_force, calendar) for period in asked)
        case Ongoing():
            return (_undated(rule, "ongoing", calendar),)
        case Gate():
            return (_undated(rule, "gate", calendar),)
        case _:
            assert_never(rule)


def after_event(rule: AfterEvent | AwaitSuperior, event_key: str, on: date, at: datetime | None,
                calendar: WorkCalendar, zone: tzinfo) -> Due:
    """What an event on the local date `on`, at the aware moment `at`, sets off; its day is day 0. `zone`: where the
    day is on which hours end.

    Without an amount it is open with no date. Raises Refusal `event-needs-time` when hours are
    counted and `at` is not known, CalendarRangeError when the count leaves the calendar.
    """
    period = f"event:{event_key}"
    calendar.within(on)
    if rule.amount is None:
        due = _undated(rule, period, calendar)
        return replace(due, explanation=replace(due.explanation, anchor=on))
    kind = _KINDS[type(rule)]
    if rule.unit is Unit.HOURS:
        if at is None:
            raise Refusal("event-needs-time")
        return _after_hours(period, kind, on, at, rule.amount, calendar, zone)
    return _after_days(period, kind, on, rule.amount, rule.unit, calendar)


def recompute(rule: TimeRule, period: str, year: int, in_force: date, on: date | None, at: datetime | None,
              calendar: WorkCalendar, zone: tzinfo) -> Due:
    """The same obligation under newer calendar data; `on` and `at` are those of its event, if any.

    A period once asked about is answered for even if the plan would no longer ask about it. Raises
    what `planned` and `after_event` raise, and LookupError when the rule has no such period.
    """
    if isinstance(rule, AfterEvent | AwaitSuperior) and on is not None:
        return replace(after_event(rule, period, on, at, calendar, zone), period=period)
    if isinstance(rule, Periodic):
        found = [_confirmation(rule, one, in_force, calendar)
                 for one in periods(rule.every, year) if one.name == period]
    else:
        found = [due for due in planned(rule, year, in_force, calendar) if due.period == period]
    if not found:
        raise LookupError(f"{type(rule).__name__} of {year} has no period {period}")
    return found[0]


def count(start: date, n: int, calendar: WorkCalendar) -> Due:
    """The n-th working day after `start`, which is day 0; raises CalendarRangeError."""
    return _after_days("date", RuleKind.COUNT, start, n, Unit.WORKDAYS, calendar)


def periods(every: Every, year: int) -> Iterator[Period]:
    """The periods of a `year`, in order."""
    length = MONTHS[every]
    for number in range(1, 12 // length + 1):
        last_month = number * length
        first = date(year, last_month - length + 1, 1)
        last = date(year + last_month // 12, last_month % 12 + 1, 1) - DAY
        names = {Every.MONTH: f"{year}-{number:02}", Every.QUARTER: f"{year}Q{number}",
                 Every.HALF_YEAR: f"{year}H{number}", Every.YEAR: f"{year}"}
        yield Period(names[every], first, last)


_KINDS = {AfterEvent: RuleKind.AFTER_EVENT, AwaitSuperior: RuleKind.AWAIT_SUPERIOR,
          Ongoing: RuleKind.ONGOING, Gate: RuleKind.GATE}


def _undated(rule: AfterEvent | AwaitSuperior | Ongoing | Gate, period: str, calendar: WorkCalendar) -> Due:
    why = Explanation(_KINDS[type(rule)], calendar.version)
    if isinstance(rule, AfterEvent | AwaitSuperior) and rule.amount is not None:
        why = replace(why, amount=rule.amount, unit=rule.unit)
    return Due(period, None, None, None, None, False, False, why)


def _by(period: str, due: date, overdue_after: date, why: Explanation, calendar: WorkCalendar,
        step: str = "") -> Due:
    """A printed day stays as printed and never rolls forward: 年底前 must not become 2 January."""
    act_by = calendar.last_workday(due)
    why = replace(why, skipped=tuple(calendar.rest_days(act_by, due)),
                  made_up=(act_by,) if calendar.made_up(act_by) else ())
    return Due(period, due, act_by, overdue_after, None, False, calendar.is_provisional(due), why, step)


def _milestones(rule: Milestones, calendar: WorkCalendar) -> Iterator[Due]:
    for step in rule.steps:
        limit = rule.limit or step.dates[-1]
        printed = tuple(sorted({*step.dates, limit}))
        why = Explanation(RuleKind.MILESTONES, calendar.version, printed=printed)
        yield _by(f"milestone:{step.key}", step.dates[0], limit, why, calendar, step.title)


def _confirmation(rule: Periodic, period: Period, in_force: date, calendar: WorkCalendar) -> Due:
    due = period.last.replace(day=min(rule.day or 31, period.last.day))
    asked_from = in_force if period.first < in_force <= due else period.first
    why = Explanation(RuleKind.PERIODIC, calendar.version, anchor=asked_from, assumed=rule.assumed)
    return _by(period.name, due, due, why, calendar)


def _after_days(period: str, kind: RuleKind, on: date, amount: int, unit: Unit,
                calendar: WorkCalendar) -> Due:
    """Working days, or calendar days that run on to a working day when the last is a day off
    (民法典 203; 民法总则 203 in 2018)."""
    counted = unit is Unit.WORKDAYS
    ends = calendar.add_workdays(on, amount) if counted else on + amount * DAY
    due = ends if counted else calendar.next_workday(ends)
    since = on if counted else ends - DAY    # whether a day is off matters only for the last calendar day
    why = Explanation(kind, calendar.version, anchor=on, amount=amount, unit=unit,
                      skipped=tuple(calendar.rest_days(since, due)), rolled_from=ends if ends < due else None,
                      made_up=tuple(calendar.made_up_days(since, due)))
    return Due(period, due, due, due, None, False, calendar.is_provisional(due), why)


def _after_hours(period: str, kind: RuleKind, on: date, at: datetime, amount: int,
                 calendar: WorkCalendar, zone: tzinfo) -> Due:
    """Hours run through nights and days off, so no calendar data can change them."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    ends = at.astimezone(UTC) + timedelta(hours=amount)
    due = ends.astimezone(zone).date()
    why = Explanation(kind, calendar.version, anchor=on, amount=amount, unit=Unit.HOURS)
    return Due(period, due, due, due, ends, False, False, why)
