"""Every published day, 2004 to 2026, against chinese_calendar asked day by day; and what always holds."""

import importlib.metadata
from collections import deque
from datetime import date, timedelta
from itertools import pairwise

import chinese_calendar
from hypothesis import given
from hypothesis import strategies as st

from obligations.workdays import Why, calendar

CALENDAR = calendar()
DAY = timedelta(days=1)
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
PUBLISHED = [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]
WORKED = {day: chinese_calendar.is_workday(day) for day in PUBLISHED}
MOST = 60

published_days = st.dates(FIRST, LAST)
any_days = st.dates(date(2004, 1, 5), date(2045, 12, 31))
counts = st.integers(0, 200)


def test_the_calendar_covers_the_published_years_and_twenty_more() -> None:
    assert CALENDAR.first == FIRST
    assert CALENDAR.certain_until == date(2026, 12, 24)
    assert CALENDAR.last == date(2046, 12, 31)


def test_the_calendar_names_the_version_of_its_data() -> None:
    assert CALENDAR.version == f"chinese-calendar {importlib.metadata.version('chinesecalendar')}"


def test_the_calendar_is_built_once() -> None:
    assert calendar() is CALENDAR


def test_each_published_day_is_worked_or_not_as_published() -> None:
    assert {day: CALENDAR.is_workday(day) for day in PUBLISHED} == WORKED


def test_adding_1_to_60_working_days_equals_stepping_from_every_day() -> None:
    ahead: deque[date] = deque(maxlen=MOST)    # the next working days, nearest first
    for day in reversed(PUBLISHED):
        stepped = list(ahead)
        assert [CALENDAR.add_workdays(day, n) for n in range(1, len(stepped) + 1)] == stepped
        if WORKED[day]:
            ahead.appendleft(day)
    assert len(ahead) == MOST


def test_the_last_working_day_equals_stepping_back_from_every_day() -> None:
    last = None
    for day in PUBLISHED:
        last = day if WORKED[day] else last
        if last:
            assert CALENDAR.last_workday(day) == last


def test_worked_weekends_are_those_published() -> None:
    assert {day for day in PUBLISHED if CALENDAR.made_up(day)} == set(chinese_calendar.workdays)


def test_days_off_are_exactly_those_not_worked_and_all_have_a_known_reason() -> None:
    rest = list(CALENDAR.rest_days(FIRST - DAY, LAST))
    assert [one.day for one in rest] == [day for day in PUBLISHED if not WORKED[day]]
    assert all(one.why is not Why.HOLIDAY for one in rest)


def test_substitutes_are_those_published() -> None:
    found = {one.day for one in CALENDAR.rest_days(FIRST, LAST) if one.why is Why.SUBSTITUTE}
    assert found == set(chinese_calendar.in_lieu_days)


@given(any_days, st.integers(1, 200))
def test_one_more_working_day_is_always_later(day: date, n: int) -> None:
    assert day < CALENDAR.add_workdays(day, n) < CALENDAR.add_workdays(day, n + 1)


@given(any_days, any_days, counts)
def test_a_later_start_never_ends_earlier(one: date, other: date, n: int) -> None:
    early, late = sorted((one, other))
    assert CALENDAR.add_workdays(early, n) <= CALENDAR.add_workdays(late, n)


@given(any_days, counts)
def test_counting_between_undoes_adding(day: date, n: int) -> None:
    assert CALENDAR.workdays_between(day, CALENDAR.add_workdays(day, n)) == n


@given(any_days, st.integers(0, 100), st.integers(0, 100))
def test_adding_twice_is_adding_the_sum(day: date, n: int, m: int) -> None:
    assert CALENDAR.add_workdays(CALENDAR.add_workdays(day, n), m) == CALENDAR.add_workdays(day, n + m)


@given(any_days, any_days)
def test_counting_backwards_is_the_negative(one: date, other: date) -> None:
    assert CALENDAR.workdays_between(one, other) == -CALENDAR.workdays_between(other, one)


@given(any_days, st.integers(0, 400))
def test_worked_days_and_days_off_make_up_the_time_between(day: date, days: int) -> None:
    end = min(day + days * DAY, CALENDAR.last)
    rest = list(CALENDAR.rest_days(day, end))
    assert CALENDAR.workdays_between(day, end) + len(rest) == (end - day).days
    assert all(a.day < b.day for a, b in pairwise(rest))


@given(any_days)
def test_last_and_next_working_day_enclose_the_day(day: date) -> None:
    before, after = CALENDAR.last_workday(day), CALENDAR.next_workday(day)
    assert before <= day <= after
    assert CALENDAR.is_workday(before) and CALENDAR.is_workday(after)
    assert (before == day == after) is CALENDAR.is_workday(day)


@given(any_days)
def test_a_run_of_days_off_has_work_on_both_sides_and_none_within(day: date) -> None:
    run = CALENDAR.day_off_run(day)
    if run is None:
        assert CALENDAR.is_workday(day)
    else:
        start, end = run
        assert start <= day <= end
        assert CALENDAR.is_workday(start - DAY) and CALENDAR.is_workday(end + DAY)
        assert CALENDAR.workdays_between(start - DAY, end) == 0


@given(published_days)
def test_only_the_last_week_of_the_published_years_is_provisional(day: date) -> None:
    assert CALENDAR.is_provisional(day) is (day >= date(2026, 12, 25))
