"""One department's picture: what counts as what, and the order in which it is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.agenda import Policy
from obligations.item import Item, State
from obligations.standing import Counts, due_soon, standing
from obligations.workdays import calendar

CALENDAR = calendar()
TODAY = date(2018, 9, 28)          # a Friday; Saturday and Sunday are worked, then a week is off


def item(number: int, act_by: date | None = None, state: State = State.OPEN,
         overdue_after: date | None = None) -> Item:
    return Item(number, "区财政局", "R11", "R11.1", "重点领域信息", "2018Q3", state, due=act_by, act_by=act_by,
                overdue_after=overdue_after or act_by)


def test_every_state_is_counted_where_it_belongs() -> None:
    items = [item(1, date(2018, 9, 27)), item(2, date(2018, 9, 30)), item(3, date(2018, 12, 29)), item(4),
             item(5, state=State.WAITING), item(6, date(2018, 9, 27), State.CLOSED),
             item(7, date(2018, 9, 27), State.RETURNED), item(8, state=State.DROPPED), item(9, state=State.EXEMPT)]
    assert standing(items, TODAY, CALENDAR).counts == Counts(overdue=2, due_soon=1, open=5, waiting=1, closed=1)


def test_overdue_stand_first_then_by_date_then_without_one_then_what_waits_and_what_is_closed() -> None:
    items = [item(1, state=State.CLOSED), item(2, state=State.DROPPED), item(3), item(4, state=State.WAITING),
             item(5, date(2018, 12, 29)), item(6, date(2018, 9, 30)), item(7, date(2018, 9, 26)),
             item(8, date(2018, 9, 30), State.RETURNED), item(9, date(2018, 9, 3))]
    shown = [one.number for one in standing(items, TODAY, CALENDAR).items]
    assert shown == [9, 7, 6, 8, 5, 3, 4, 1, 2]


def test_past_the_earliest_of_contradicting_dates_is_soon_not_overdue() -> None:
    trial = item(1, date(2018, 7, 31), overdue_after=date(2018, 9, 30))
    assert standing([trial], TODAY, CALENDAR).counts == Counts(due_soon=1, open=1)


@pytest.mark.parametrize(("act_by", "soon"), [
    (date(2018, 9, 28), True), (date(2018, 9, 29), True),
    (date(2018, 10, 10), True),        # the 5th working day: 29, 30 September, 8, 9, 10 October
    (date(2018, 10, 11), False), (date(2018, 9, 27), False), (None, False)])
def test_soon_are_the_days_in_which_one_is_reminded_daily(act_by: date | None, soon: bool) -> None:
    assert due_soon(item(1, act_by), TODAY, CALENDAR) is soon


def test_closed_is_never_soon() -> None:
    assert not due_soon(item(1, TODAY, State.CLOSED), TODAY, CALENDAR)


def test_soon_follows_the_policy() -> None:
    assert due_soon(item(1, date(2018, 10, 11)), TODAY, CALENDAR, Policy(daily_from=6))


def test_nothing_is_an_empty_picture() -> None:
    empty = standing([], TODAY, CALENDAR)
    assert (empty.counts, empty.items, empty.on) == (Counts(), (), TODAY)


days = st.none() | st.dates(date(2018, 1, 1), date(2019, 12, 31))
items = st.lists(st.builds(item, st.integers(1, 99), days, st.sampled_from(State)), max_size=30)


@given(items)
def test_counts_never_contradict_each_other(found: list[Item]) -> None:
    picture = standing(found, TODAY, CALENDAR)
    assert picture.counts.overdue + picture.counts.due_soon <= picture.counts.open
    assert picture.counts.open + picture.counts.waiting + picture.counts.closed <= len(found)
    assert sorted(one.number for one in picture.items) == sorted(one.number for one in found)


@given(items, items)
def test_a_districts_counts_are_the_sum_of_its_departments(one: list[Item], other: list[Item]) -> None:
    together = standing(one + other, TODAY, CALENDAR).counts
    assert together == standing(one, TODAY, CALENDAR).counts + standing(other, TODAY, CALENDAR).counts
