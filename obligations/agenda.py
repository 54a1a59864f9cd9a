"""Decides who is told what this morning, and why; it reads no clock and sends nothing.

An item is mentioned when it comes within 20 and within 10 working days of its act-by day, then daily
from 5 working days before until it is closed, and daily while it is overdue. What is asked is "has a
mark been passed since the last round?", so a morning that was missed is made up for by the next one.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import inf

from obligations.item import Item
from obligations.workdays import WorkCalendar


class Group(IntEnum):
    """The headings of a digest, in their order."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2
    AHEAD = 3


@dataclass(frozen=True, slots=True)
class Policy:
    """When people are told; every number is in working days before the act-by day."""

    marks: tuple[int, ...] = (20, 10)
    daily_from: int = 5

    @property
    def horizon(self) -> int:
        """No item further away than this is ever mentioned."""
        return max((*self.marks, self.daily_from))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item is mentioned. `workdays`: left until act-by, or, when overdue, late by."""

    group: Group
    workdays: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One item of a digest with the reason why it stands there."""

    item: Item
    reason: Reason


class Agenda:
    """One morning's decisions. `since` is the day of the last round, exclusive; days are local dates."""

    def __init__(
        self, today: date, since: date, calendar: WorkCalendar, policy: Policy | None = None
    ) -> None:
        self.today = today
        self.since = since
        self._calendar = calendar
        self._policy = policy or Policy()
        self.until = calendar.add_workdays(today, self._policy.horizon)
        self._ahead: dict[date, tuple[Reason, bool]] = {}
        self._late: dict[date, Reason] = {}

    def reason(self, act_by: date | None, overdue_after: date | None, opened_on: date) -> Reason | None:
        """Why an open item with these days is mentioned today; None: it is not.

        Something without a date is never mentioned. Past act-by but not yet overdue (contradicting
        dates in the text: remind from the earliest, overdue from the latest) it is TODAY's.
        """
        if act_by is None or act_by > self.until:
            return None
        if overdue_after is not None and overdue_after < self.today:
            return self._overdue(overdue_after)
        known = self._ahead.get(act_by)
        if known is None:
            known = self._ahead[act_by] = self._look_ahead(act_by)
        reason, due_for_mention = known
        fresh = self.since < opened_on <= self.today
        return reason if due_for_mention or fresh else None

    def next_notice(self, item: Item) -> date | None:
        """The first working day after today on which an item will be mentioned, if nothing changes.

        None: never, because there is nothing to do, or no date (ongoing, a gate, not triggered yet).
        """
        if not item.reminded or item.act_by is None:
            return None
        left = self._calendar.workdays_between(self.today, item.act_by)
        ahead = [mark for mark in (*self._policy.marks, self._policy.daily_from) if mark < left]
        return self._calendar.add_workdays(self.today, left - max(ahead) if ahead else 1)

    def notices(self, items: list[Item]) -> list[Notice]:
        """The digest of these items: grouped, within a group the most pressing first."""
        reasons = ((item, self.reason(item.act_by, item.overdue_after, item.opened_on)) for item in items)
        notices = [Notice(item, reason) for item, reason in reasons if reason and item.reminded]
        return sorted(notices, key=lambda n: (n.reason.group, n.item.act_by or date.max, n.item.number))

    def picture(self, items: list[Item]) -> list[Notice]:
        """Everything within the horizon, mentioned already or not: what a newcomer is shown."""
        fresh = Agenda(self.today, date.min, self._calendar, self._policy)
        return fresh.notices(items)

    def _overdue(self, overdue_after: date) -> Reason:
        reason = self._late.get(overdue_after)
        if reason is None:
            late = self._calendar.workdays_between(overdue_after, self.today)
            reason = self._late[overdue_after] = Reason(Group.OVERDUE, late)
        return reason

    def _look_ahead(self, act_by: date) -> tuple[Reason, bool]:
        left = self._calendar.workdays_between(self.today, act_by)
        if left <= 0:
            return Reason(Group.TODAY, left), True
        if left <= self._policy.daily_from:
            return Reason(Group.SOON, left), True
        before = self._calendar.workdays_between(self.since, act_by) if self.since > date.min else inf
        return Reason(Group.AHEAD, left), any(left <= mark < before for mark in self._policy.marks)
