"""An obligation as people see it: its number, whose it is, its days and its state."""

from collections.abc import Callable, Mapping
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


@dataclass(frozen=True, slots=True)
class Traits:
    """What a state means for everything that asks: whether somebody still has to act (`to_do`), whether mornings
    mention it once it has a date (`reminded`), whether it goes to the successor of its department (`moves`), whether
    a reply may close it (`may_close`), whether a new plan that no longer asks for it drops it (`dropped_by_plan`),
    and whether it stays as it is, whatever comes (`settled`). `rank` orders a list, the most pressing first."""

    to_do: bool = False
    reminded: bool = False
    moves: bool = False
    may_close: bool = False
    dropped_by_plan: bool = False
    settled: bool = False
    rank: int = 3


# A new state is one line here: every question about states, in Python and in SQL, is answered from this table.
STATES: Mapping[State, Traits] = {
    State.WAITING: Traits(moves=True, dropped_by_plan=True, rank=1),
    State.OPEN: Traits(to_do=True, reminded=True, moves=True, may_close=True, dropped_by_plan=True, rank=0),
    State.RETURNED: Traits(to_do=True, reminded=True, moves=True, may_close=True, dropped_by_plan=True, rank=0),
    State.CLOSED: Traits(settled=True, rank=2),
    State.EXEMPT: Traits(settled=True),
    State.DROPPED: Traits(),
}


def states(holds: Callable[[Traits], bool]) -> frozenset[State]:
    """The states of which something holds."""
    return frozenset(state for state, traits in STATES.items() if holds(traits))


TO_DO = states(lambda traits: traits.to_do)
REMINDED = states(lambda traits: traits.reminded)
MOVING = states(lambda traits: traits.moves)
DROPPED_BY_PLAN = states(lambda traits: traits.dropped_by_plan)
SETTLED = states(lambda traits: traits.settled)


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
        return STATES[self.state].to_do

    @property
    def reminded(self) -> bool:
        """Whether mornings mention it: somebody has to act, and by a day."""
        return STATES[self.state].reminded and self.act_by is not None

    @property
    def may_close(self) -> bool:
        """Whether a reply of its department closes it."""
        return STATES[self.state].may_close

    @property
    def alive(self) -> bool:
        """Whether the plan in force still asks for it: it would be dropped if a new one did not."""
        return STATES[self.state].dropped_by_plan

    def overdue(self, today: date) -> bool:
        """Whether its last printed day has passed unclosed; never so without a date."""
        return self.to_do and self.overdue_after is not None and self.overdue_after < today
