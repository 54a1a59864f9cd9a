"""The table of states, held against the words of the design: what each state means for everything that asks."""

from datetime import date

import pytest

from obligations.item import DROPPED_BY_PLAN, MOVING, REMINDED, SETTLED, STATES, TO_DO, Item, State

DAY = date(2018, 9, 28)


def item(state: State, act_by: date | None = DAY) -> Item:
    return Item(1, "区财政局", "R01", "R01.1", "预算公开", "", state, due=act_by, act_by=act_by, overdue_after=act_by)


def test_every_state_has_its_line() -> None:
    assert set(STATES) == set(State)


@pytest.mark.parametrize(("state", "expected"), [
    #                  to do, reminded, may be closed, alive, overdue afterwards
    (State.WAITING, (False, False, False, True, False)),
    (State.OPEN, (True, True, True, True, True)),
    (State.RETURNED, (True, True, True, True, True)),
    (State.CLOSED, (False, False, False, False, False)),
    (State.EXEMPT, (False, False, False, False, False)),
    (State.DROPPED, (False, False, False, False, False)),
])
def test_what_a_state_means(state: State, expected: tuple[bool, ...]) -> None:
    one = item(state)
    assert (one.to_do, one.reminded, one.may_close, one.alive, one.overdue(date(2018, 10, 8))) == expected


def test_who_reminds_asks_for_a_day() -> None:
    assert not item(State.OPEN, None).reminded and item(State.OPEN, None).to_do


def test_the_sets_that_sql_is_made_of() -> None:
    assert {State.OPEN, State.RETURNED} == TO_DO == REMINDED
    assert {State.OPEN, State.RETURNED, State.WAITING} == MOVING == DROPPED_BY_PLAN
    assert {State.CLOSED, State.EXEMPT} == SETTLED
