"""One department's picture, or a whole district's: how many items in which state, and the list to show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from obligations.agenda import Policy
from obligations.item import STATES, Item, State
from obligations.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Counts:
    """`open` counts every item to be done, those overdue and due soon included."""

    overdue: int = 0
    due_soon: int = 0
    open: int = 0
    waiting: int = 0
    closed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f) + getattr(other, f) for f in self.__slots__))


@dataclass(frozen=True, slots=True)
class Standing:
    """The picture on one day (a local date); items overdue first, then by date, those without one last."""

    on: date
    counts: Counts
    items: tuple[Item, ...]


def due_soon(item: Item, today: date, calendar: WorkCalendar, policy: Policy | None = None) -> bool:
    """Whether it is to be done within the days in which it is mentioned daily, and not overdue yet."""
    limit = calendar.add_workdays(today, (policy or Policy()).daily_from)
    return item.to_do and not item.overdue(today) and item.act_by is not None and item.act_by <= limit


def standing(items: Iterable[Item], today: date, calendar: WorkCalendar) -> Standing:
    """The picture of these items on `today`."""
    known = sorted(items, key=lambda item: _urgency(item, today))
    tally: Counter[str] = Counter()
    for item in known:
        tally["open"] += item.to_do
        tally["overdue"] += item.overdue(today)
        tally["due_soon"] += due_soon(item, today, calendar)
        tally["waiting"] += item.state is State.WAITING
        tally["closed"] += item.state is State.CLOSED
    return Standing(today, Counts(**tally), tuple(known))


def _urgency(item: Item, today: date) -> tuple[int, bool, date, int]:
    return (STATES[item.state].rank, not item.overdue(today), item.act_by or date.max, item.number)
