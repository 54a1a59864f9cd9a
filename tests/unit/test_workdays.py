"""Days of 2018 that anyone can check on a wall calendar, and what the calendar says about them."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from obligations.errors import CalendarRangeError
from obligations.workdays import RestDay, Why, calendar

CALENDAR = calendar()
DAY = timedelta(days=1)


@pytest.mark.parametrize(("start", "n", "end"), [
    (date(2018, 2, 14), 1, date(2018, 2, 22)),     # over 春节
    (date(2018, 2, 14), 3, date(2018, 2, 24)),     # a worked Saturday
    (date(2018, 9, 27), 3, date(2018, 9, 30)),     # a worked Sunday
    (date(2018, 9, 21), 1, date(2018, 9, 25)),     # over 中秋
    (date(2018, 9, 28), 20, date(2018, 10, 31)),
    (date(2018, 12, 28), 3, date(2019, 1, 3)),
    (date(2018, 2, 13), 20, date(2018, 3, 19)),
    (date(2020, 1, 23), 1, date(2020, 2, 3)),      # 春节 lengthened by a late notice
])
def test_the_nth_working_day_is_the_one_on_the_wall(start: date, n: int, end: date) -> None:
    assert CALENDAR.add_workdays(start, n) == end


@pytest.mark.parametrize("day", [
    date(2018, 9, 29), date(2018, 9, 30), date(2018, 12, 29), date(2018, 2, 24), date(2026, 9, 20),
])
def test_a_made_up_weekend_is_worked(day: date) -> None:
    assert CALENDAR.is_workday(day)
    assert CALENDAR.made_up(day)


@pytest.mark.parametrize("day", [
    date(2018, 9, 24),      # 中秋, a Monday
    date(2018, 12, 31),     # by the notice of 6 December 2018
    date(2015, 9, 3),       # 抗战胜利70周年
    *(date(2018, 10, d) for d in range(1, 8)),
])
def test_a_holiday_is_no_working_day(day: date) -> None:
    assert not CALENDAR.is_workday(day)
    assert not CALENDAR.made_up(day)


def test_an_ordinary_weekend_is_neither_worked_nor_made_up() -> None:
    saturday = date(2018, 7, 28)
    assert not CALENDAR.is_workday(saturday)
    assert not CALENDAR.made_up(saturday)


def test_an_ordinary_weekday_is_worked_but_not_made_up() -> None:
    assert CALENDAR.is_workday(date(2018, 7, 30))
    assert not CALENDAR.made_up(date(2018, 7, 30))


def test_no_working_days_later_is_the_day_itself_even_when_it_is_off() -> None:
    assert CALENDAR.add_workdays(date(2018, 10, 1), 0) == date(2018, 10, 1)


def test_the_last_working_day_of_2018_is_a_saturday() -> None:
    assert CALENDAR.last_workday(date(2018, 12, 31)) == date(2018, 12, 29)


def test_a_working_day_is_its_own_last_and_next_working_day() -> None:
    sunday = date(2018, 9, 30)
    assert CALENDAR.last_workday(sunday) == sunday == CALENDAR.next_workday(sunday)


def test_after_national_day_work_begins_on_the_eighth() -> None:
    assert CALENDAR.next_workday(date(2018, 10, 1)) == date(2018, 10, 8)


@pytest.mark.parametrize(("start", "end", "between"), [
    (date(2018, 9, 27), date(2018, 9, 30), 3),
    (date(2018, 9, 30), date(2018, 9, 27), -3),
    (date(2018, 9, 30), date(2018, 10, 7), 0),
    (date(2018, 12, 3), date(2018, 12, 29), 20),
    (date(2018, 9, 30), date(2018, 12, 3), 41),
])
def test_working_days_between_count_the_last_day_but_not_the_first(
    start: date, end: date, between: int,
) -> None:
    assert CALENDAR.workdays_between(start, end) == between


@pytest.mark.parametrize("inside", [date(2018, 12, 30), date(2018, 12, 31), date(2019, 1, 1)])
def test_a_run_of_days_off_is_found_from_any_of_its_days(inside: date) -> None:
    assert CALENDAR.day_off_run(inside) == (date(2018, 12, 30), date(2019, 1, 1))


def test_a_working_day_is_in_no_run_of_days_off() -> None:
    assert CALENDAR.day_off_run(date(2018, 12, 29)) is None


def test_a_run_of_days_off_stops_at_both_ends_of_the_calendar() -> None:
    short = CALENDAR.build({date(2022, 1, 1): "New Year's Day"}, {}, "test")
    assert short.day_off_run(date(2022, 1, 2)) == (date(2022, 1, 1), date(2022, 1, 2))
    until_a_saturday = CALENDAR.build({date(2024, 1, 1): "New Year's Day"}, {}, "test")
    assert until_a_saturday.day_off_run(date(2044, 12, 31)) == (date(2044, 12, 31), date(2044, 12, 31))


def test_days_off_say_why() -> None:
    assert list(CALENDAR.rest_days(date(2018, 9, 21), date(2018, 9, 25))) == [
        RestDay(date(2018, 9, 22), Why.SATURDAY),
        RestDay(date(2018, 9, 23), Why.SUNDAY),
        RestDay(date(2018, 9, 24), Why.MID_AUTUMN),
    ]


def test_a_plain_weekend_is_named_by_its_days() -> None:
    assert [rest.why for rest in CALENDAR.rest_days(date(2018, 7, 27), date(2018, 7, 30))] == [
        Why.SATURDAY, Why.SUNDAY]


def test_a_weekday_off_for_a_worked_weekend_is_a_substitute() -> None:
    reasons = {rest.day: rest.why for rest in CALENDAR.rest_days(date(2018, 9, 30), date(2018, 10, 8))}
    assert reasons[date(2018, 10, 3)] is Why.NATIONAL_DAY
    assert reasons[date(2018, 10, 4)] is Why.SUBSTITUTE
    assert reasons[date(2018, 10, 5)] is Why.SUBSTITUTE
    assert len(reasons) == 7


def test_worked_weekend_days_are_listed_in_order() -> None:
    assert list(CALENDAR.made_up_days(date(2018, 9, 28), date(2018, 10, 8))) == [
        date(2018, 9, 29), date(2018, 9, 30)]


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    assert list(CALENDAR.rest_days(date(2018, 10, 8), date(2018, 9, 30))) == []
    assert list(CALENDAR.made_up_days(date(2018, 10, 8), date(2018, 9, 28))) == []


@pytest.mark.parametrize("day", [
    date(2003, 12, 31), date(1995, 6, 1), date(1, 1, 1), CALENDAR.last + DAY, date(9999, 12, 31),
])
def test_a_day_outside_the_calendar_is_refused_with_its_limits(day: date) -> None:
    asks = (CALENDAR.is_workday, CALENDAR.last_workday, CALENDAR.next_workday, CALENDAR.day_off_run,
            CALENDAR.within, lambda d: CALENDAR.add_workdays(d, 1), lambda d: CALENDAR.add_workdays(d, 0),
            lambda d: CALENDAR.workdays_between(d, date(2018, 1, 2)))
    for ask in asks:
        with pytest.raises(CalendarRangeError) as refusal:
            ask(day)
        assert refusal.value.key == "calendar-range"
        assert refusal.value.values == {"day": day, "first": CALENDAR.first, "last": CALENDAR.last}


@pytest.mark.parametrize("n", [6_000, 10**9, 10**40])
def test_a_count_that_leaves_the_calendar_is_refused(n: int) -> None:
    with pytest.raises(CalendarRangeError):
        CALENDAR.add_workdays(date(2026, 12, 28), n)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="-1"):
        CALENDAR.add_workdays(date(2018, 7, 30), -1)


def test_no_working_day_precedes_the_first_new_year() -> None:
    with pytest.raises(CalendarRangeError):
        CALENDAR.last_workday(CALENDAR.first)


def test_importing_reads_no_holiday_data() -> None:
    code = "import sys, obligations.workdays; sys.exit('chinese_calendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
