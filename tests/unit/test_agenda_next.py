"""When an item is mentioned next: the answer a clerk gets from `/item`, held against the mornings themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.agenda import Agenda
from obligations.item import Item, State
from obligations.workdays import calendar

MONDAY = date(2018, 7, 30)
DAYS = calendar()


def due_on(day: date, state: State = State.OPEN) -> Item:
    return Item(1, "区财政局", "R01", "R01.1", "会议信息", "date", state, due=day, act_by=DAYS.last_workday(day),
                overdue_after=day)


def next_after(today: date, item: Item) -> date | None:
    return Agenda(today, today, DAYS).next_notice(item)


@pytest.mark.parametrize(("due", "expected"), [
    (date(2018, 7, 31), date(2018, 7, 31)),    # due tomorrow: mentioned tomorrow
    (date(2018, 8, 31), date(2018, 8, 3)),     # 24 working days away: the mark at 20 is on Friday 3 August
    (date(2018, 6, 29), date(2018, 7, 31)),    # overdue: every working day
])
def test_next_reminder_falls_on_the_mark(due: date, expected: date) -> None:
    assert next_after(MONDAY, due_on(due)) == expected


@pytest.mark.parametrize("state", [State.WAITING, State.CLOSED, State.EXEMPT, State.DROPPED])
def test_nothing_to_do_is_never_mentioned_again(state: State) -> None:
    assert next_after(MONDAY, due_on(MONDAY, state)) is None


def test_item_without_a_date_is_never_mentioned() -> None:
    assert next_after(MONDAY, Item(1, "区财政局", "R10", "R10.1", "长期公开", "ongoing", State.OPEN)) is None


@given(st.dates(date(2018, 1, 2), date(2018, 10, 31)), st.integers(-60, 120))
def test_the_promised_morning_is_the_first_one_that_mentions_it(some_day: date, away: int) -> None:
    today, item = DAYS.last_workday(some_day), due_on(some_day + timedelta(days=away))
    morning = DAYS.add_workdays(today, 1)
    since = today
    while not Agenda(morning, since, DAYS).notices([item]):
        morning, since = DAYS.add_workdays(morning, 1), morning
    assert next_after(today, item) == morning
