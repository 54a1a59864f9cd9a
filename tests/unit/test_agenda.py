"""Who is told what: the marks, the daily stretch, the overdue, and contradicting dates."""

from datetime import date, timedelta

import pytest

from obligations.agenda import Agenda, Group, Policy, Reason
from obligations.item import Item, State
from obligations.workdays import calendar

CALENDAR = calendar()
LONG_AGO = date(2018, 6, 1)
# In September 2018 no day from the 3rd to the 21st but the weekends is off.
ACT_BY = date(2018, 9, 21)


def agenda(today: date, since: date | None = None) -> Agenda:
    """A morning's agenda; the round before it was that of the last working day."""
    before = CALENDAR.last_workday(today - timedelta(days=1))
    return Agenda(today, since or before, CALENDAR)


def reason(today: date, act_by: date | None = ACT_BY, overdue_after: date | None = None,
           opened_on: date = LONG_AGO, since: date | None = None) -> Reason | None:
    return agenda(today, since).reason(act_by, overdue_after or act_by, opened_on)


def before(workdays: int) -> date:
    """The day that is so many working days before ACT_BY, found by stepping back."""
    day = ACT_BY
    while workdays:
        day -= timedelta(days=1)
        workdays -= CALENDAR.is_workday(day)
    return day


@pytest.mark.parametrize("left", [20, 10])
def test_item_is_mentioned_at_each_mark(left: int) -> None:
    assert reason(before(left)) == Reason(Group.AHEAD, left)


@pytest.mark.parametrize("left", [30, 21, 19, 15, 11, 9, 8, 7, 6])
def test_item_is_left_alone_between_the_marks(left: int) -> None:
    assert reason(before(left)) is None


@pytest.mark.parametrize("left", [5, 4, 3, 2, 1])
def test_item_is_mentioned_daily_from_five_working_days_before(left: int) -> None:
    assert reason(before(left)) == Reason(Group.SOON, left)


def test_item_is_mentioned_on_its_day() -> None:
    assert reason(ACT_BY) == Reason(Group.TODAY, 0)


@pytest.mark.parametrize(("today", "late"), [
    (date(2018, 9, 25), 1),      # 22–24 September were the Mid-autumn holiday
    (date(2018, 9, 26), 2), (date(2018, 9, 29), 5), (date(2018, 9, 30), 6), (date(2018, 10, 8), 7)])
def test_overdue_item_is_mentioned_daily_with_working_days_late(today: date, late: int) -> None:
    assert reason(today) == Reason(Group.OVERDUE, late)


def test_item_a_year_late_is_still_mentioned() -> None:
    found = reason(date(2019, 9, 23))
    assert found is not None and found.group is Group.OVERDUE


@pytest.mark.parametrize("left", [19, 15, 11])
def test_a_missed_mark_is_made_up_for_by_the_next_morning(left: int) -> None:
    assert reason(before(left), since=before(21)) == Reason(Group.AHEAD, left)


def test_two_missed_marks_are_one_mention() -> None:
    assert reason(before(8), since=before(25)) == Reason(Group.AHEAD, 8)
    assert reason(before(7), since=before(8)) is None


def test_new_item_is_mentioned_wherever_it_stands_between_the_marks() -> None:
    today = before(14)
    assert reason(today, opened_on=today) == Reason(Group.AHEAD, 14)
    assert reason(before(13), opened_on=today) is None


def test_item_opened_on_a_morning_that_was_missed_is_still_new() -> None:
    assert reason(before(12), opened_on=before(14), since=before(15)) == Reason(Group.AHEAD, 12)


def test_new_item_beyond_the_horizon_waits_for_its_first_mark() -> None:
    today = before(21)
    assert reason(today, opened_on=today) is None
    assert reason(before(20), opened_on=today) == Reason(Group.AHEAD, 20)


def test_item_without_a_date_is_never_mentioned() -> None:
    assert reason(before(1), act_by=None) is None


def test_contradicting_dates_remind_from_the_earliest_and_are_overdue_after_the_latest() -> None:
    """R24: the trial's acceptance is printed as 31 July and as 31 August, its limit is 30 September."""
    first, limit = date(2018, 7, 31), date(2018, 9, 30)
    assert reason(date(2018, 7, 30), first, limit) == Reason(Group.SOON, 1)
    assert reason(first, first, limit) == Reason(Group.TODAY, 0)
    for day in (date(2018, 8, 1), date(2018, 8, 31), date(2018, 9, 29), limit):
        found = reason(day, first, limit)
        assert found is not None and found.group is Group.TODAY
    assert reason(date(2018, 10, 8), first, limit) == Reason(Group.OVERDUE, 1)


def test_year_end_is_overdue_only_after_the_printed_day() -> None:
    act_by, printed = date(2018, 12, 29), date(2018, 12, 31)
    assert reason(date(2018, 12, 29), act_by, printed) == Reason(Group.TODAY, 0)
    assert reason(date(2019, 1, 2), act_by, printed) == Reason(Group.OVERDUE, 1)


def test_a_policy_of_ones_own_is_followed() -> None:
    asked = Agenda(before(30), before(31), CALENDAR, Policy(marks=(30,), daily_from=2))
    assert asked.reason(ACT_BY, ACT_BY, LONG_AGO) == Reason(Group.AHEAD, 30)
    later = Agenda(before(5), before(6), CALENDAR, Policy(marks=(30,), daily_from=2))
    assert later.reason(ACT_BY, ACT_BY, LONG_AGO) is None


def item(number: int, act_by: date | None, state: State = State.OPEN) -> Item:
    return Item(number, "区财政局", "R08", "R08.1", "债务公开办法", "date", state, due=act_by, act_by=act_by,
                overdue_after=act_by, opened_on=LONG_AGO)


def test_notices_stand_in_the_order_of_pressure() -> None:
    today = date(2018, 9, 7)
    days = {1: date(2018, 9, 21), 2: date(2018, 9, 7), 3: date(2018, 9, 14), 4: date(2018, 9, 6), 5: date(2018, 9, 10),
            6: date(2018, 9, 3), 7: date(2018, 9, 7)}
    found = agenda(today).notices([item(number, day) for number, day in days.items()])
    assert [one.item.number for one in found] == [6, 4, 2, 7, 5, 3, 1]
    assert [one.reason.group for one in found] == [
        Group.OVERDUE, Group.OVERDUE, Group.TODAY, Group.TODAY, Group.SOON, Group.SOON, Group.AHEAD]


@pytest.mark.parametrize("state", [State.CLOSED, State.WAITING, State.EXEMPT, State.DROPPED])
def test_what_is_not_to_be_done_is_not_in_a_digest(state: State) -> None:
    assert agenda(ACT_BY).notices([item(1, ACT_BY, state)]) == []


def test_picture_shows_everything_within_the_horizon_whether_mentioned_or_not() -> None:
    asked = agenda(before(15))
    assert asked.notices([item(1, ACT_BY)]) == []
    assert [one.reason for one in asked.picture([item(1, ACT_BY)])] == [Reason(Group.AHEAD, 15)]
