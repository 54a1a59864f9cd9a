"""P1 as a property: whichever mornings are missed, no open item slips through between its marks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from obligations.agenda import Agenda, Group
from obligations.workdays import calendar

CALENDAR = calendar()
LONG_AGO = date(2017, 1, 3)
YEAR = [day for n in range(365) if CALENDAR.is_workday(day := date(2018, 1, 1) + timedelta(days=n))]
act_bys = st.integers(30, len(YEAR) - 40).map(lambda at: YEAR[at])
mornings = st.sets(st.sampled_from(YEAR), min_size=1).map(sorted)


def groups(act_by: date, held: list[date], opened_on: date = LONG_AGO) -> dict[date, Group]:
    """The mornings on which an item that nobody closes is mentioned, with the heading it stands under."""
    found = {}
    for since, today in zip([LONG_AGO, *held], held, strict=False):
        if reason := Agenda(today, since, CALENDAR).reason(act_by, act_by, opened_on):
            found[today] = reason.group
    return found


def left(today: date, act_by: date) -> int:
    """Working days from `today` to `act_by`, counted one by one."""
    return sum(today < day <= act_by for day in YEAR)


@given(act_bys, mornings)
def test_an_item_is_mentioned_before_its_day_if_any_morning_is_held(act_by: date, held: list[date]) -> None:
    window = [day for day in held if day <= act_by and left(day, act_by) <= 20]
    mentioned = set(groups(act_by, held))
    assert not window or mentioned & set(window)


@given(act_bys, mornings)
def test_each_mark_is_followed_by_a_mention_on_the_first_morning_held(act_by: date, held: list[date]) -> None:
    mentioned = groups(act_by, held)
    for mark in (20, 10):
        after = [day for day in held if day <= act_by and left(day, act_by) <= mark]
        assert not after or after[0] in mentioned


@given(act_bys, mornings)
def test_every_morning_of_the_last_five_days_and_after_mentions_it(act_by: date, held: list[date]) -> None:
    mentioned = groups(act_by, held)
    for day in held:
        if day > act_by:
            assert mentioned[day] is Group.OVERDUE
        elif left(day, act_by) <= 5:
            assert mentioned[day] is (Group.TODAY if day == act_by else Group.SOON)


@given(act_bys, mornings)
def test_nothing_is_mentioned_more_than_twice_before_the_last_five_days(act_by: date, held: list[date]) -> None:
    ahead = [day for day, group in groups(act_by, held).items() if group is Group.AHEAD]
    assert len(ahead) <= 2
    assert all(5 < left(day, act_by) <= 20 for day in ahead)


@given(act_bys, mornings, st.integers(0, 19))
def test_an_item_opened_late_is_mentioned_on_the_first_morning_held_since(
        act_by: date, held: list[date], late: int) -> None:
    opened_on = YEAR[YEAR.index(act_by) - late]
    since_then = [day for day in held if day >= opened_on]
    assert not since_then or since_then[0] in groups(act_by, held, opened_on)


@given(st.sampled_from(YEAR), st.sampled_from(YEAR))
def test_whatever_is_mentioned_lies_within_what_the_morning_reads(today: date, act_by: date) -> None:
    """The morning's scan stops at `until`: nothing beyond it may have a reason."""
    agenda = Agenda(today, date(2018, 1, 1), CALENDAR)
    assert act_by <= agenda.until or agenda.reason(act_by, act_by, today) is None
