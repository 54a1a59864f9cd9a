"""An obligation as people see it: its number, whose it is, its days and its state."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """The stored states; due soon and overdue are computed from today, never stored."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    RETURNED = "returned"
    EXEMPT = "exempt"
    DROPPED = "dropped"


TO_DO = frozenset({State.OPEN, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Item:
    """One obligation. `row` is the plan's task (R24), `deliverable` its part (R24.1).

    Days are local dates, None: not known yet. `act_by` is the last working day on or before `due`;
    overdue starts after `overdue_after`; `at` is the aware UTC moment of a rule counted in hours.
    """

    number: int
    department: str
    row: str
    deliverable: str
    title: str
    period: str
    state: State
    step: str = ""
    place: str = ""
    source: str = ""
    due: date | None = None
    act_by: date | None = None
    overdue_after: date | None = None
    at: datetime | None = None
    provisional: bool = False
    opened_on: date = date.min
    version: int = 1

    @property
    def to_do(self) -> bool:
        """Whether somebody still has to act, with or without a date."""
        return self.state in TO_DO

    def overdue(self, today: date) -> bool:
        """Whether its last printed day has passed unclosed; never so without a date."""
        return self.to_do and self.overdue_after is not None and self.overdue_after < today
