"""Years whose holiday notice is not out: what is expected, how far that is off, and that it never raises."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.errors import CalendarRangeError
from obligations.workdays import (
    LUNAR_FROM,
    LUNAR_TO,
    RestDay,
    Why,
    WorkCalendar,
    calendar,
    expected_days,
    lunar_days,
    statutory_days,
    tomb_sweeping,
)

CALENDAR = calendar()
DAY = timedelta(days=1)


def published_until(year: int) -> WorkCalendar:
    """The calendar as it was known when `year` was the last one published."""
    holidays = {day: name for day, name in chinese_calendar.holidays.items() if day.year <= year}
    workdays = {day for day in chinese_calendar.workdays if day.year <= year}
    return WorkCalendar.build(holidays, workdays, f"until {year}", chinese_calendar.in_lieu_days)


def test_twenty_working_days_from_the_last_week_of_2026_end_in_provisional_january() -> None:
    end = CALENDAR.add_workdays(date(2026, 12, 28), 20)
    assert end == date(2027, 1, 26)    # 3 in December, none on Friday 1 January, 17 from the 4th on
    assert CALENDAR.is_provisional(end)


def test_the_day_before_the_last_week_of_the_published_years_is_certain() -> None:
    assert not CALENDAR.is_provisional(date(2026, 12, 24))
    assert CALENDAR.is_provisional(date(2026, 12, 25))


def test_the_expected_holidays_of_2027_follow_the_law() -> None:
    # 春节: 除夕 Friday 5 February to Monday 8, the weekend of which is made up for on the 9th and 10th.
    assert expected_days(2027) == {
        date(2027, 1, 1): Why.NEW_YEAR,
        date(2027, 2, 5): Why.SPRING_FESTIVAL, date(2027, 2, 6): Why.SPRING_FESTIVAL,
        date(2027, 2, 7): Why.SPRING_FESTIVAL, date(2027, 2, 8): Why.SPRING_FESTIVAL,
        date(2027, 2, 9): Why.SUBSTITUTE, date(2027, 2, 10): Why.SUBSTITUTE,
        date(2027, 4, 5): Why.TOMB_SWEEPING,
        date(2027, 5, 1): Why.LABOUR_DAY, date(2027, 5, 2): Why.LABOUR_DAY,
        date(2027, 5, 3): Why.SUBSTITUTE, date(2027, 5, 4): Why.SUBSTITUTE,
        date(2027, 6, 9): Why.DRAGON_BOAT,
        date(2027, 9, 15): Why.MID_AUTUMN,
        date(2027, 10, 1): Why.NATIONAL_DAY, date(2027, 10, 2): Why.NATIONAL_DAY,
        date(2027, 10, 3): Why.NATIONAL_DAY,
        date(2027, 10, 4): Why.SUBSTITUTE, date(2027, 10, 5): Why.SUBSTITUTE,
    }


def test_two_holidays_on_one_day_give_a_day_off_afterwards() -> None:
    # In 2031 中秋 is 1 October, a Wednesday; 1 to 3 October are off anyway, so Monday 6 is too.
    october = {day: why for day, why in expected_days(2031).items() if day.month == 10}
    assert october == {
        date(2031, 10, 1): Why.NATIONAL_DAY, date(2031, 10, 2): Why.NATIONAL_DAY,
        date(2031, 10, 3): Why.NATIONAL_DAY, date(2031, 10, 6): Why.SUBSTITUTE,
    }


def test_no_weekend_is_expected_to_be_worked() -> None:
    assert list(CALENDAR.made_up_days(date(2026, 12, 31), CALENDAR.last)) == []


@pytest.mark.parametrize("year", range(2025, LUNAR_TO + 1))
def test_the_law_gives_13_days_and_each_costs_a_weekday(year: int) -> None:
    assert len(list(statutory_days(year))) == 13
    assert sum(day.weekday() < 5 for day in expected_days(year)) == 13


@pytest.mark.parametrize("year", [2008, 2018, 2024])
def test_until_2024_the_law_gave_11_days(year: int) -> None:
    assert len(list(statutory_days(year))) == 11


# Every year from 2008 to 2060 was compared with lunar_python 1.4.8 and lunardate 0.3.0: both agree with
# the table for 正月初一, 五月初五 and 八月十五, and the solar terms of lunar_python with 清明.
@pytest.mark.parametrize(("year", "spring", "tomb", "dragon", "moon"), [
    (2027, (2, 6), (4, 5), (6, 9), (9, 15)),
    (2028, (1, 26), (4, 4), (5, 28), (10, 3)),
    (2029, (2, 13), (4, 4), (6, 16), (9, 22)),
    (2030, (2, 3), (4, 5), (6, 5), (9, 12)),
    (2031, (1, 23), (4, 5), (6, 24), (10, 1)),
    (2032, (2, 11), (4, 4), (6, 12), (9, 19)),
    (2033, (1, 31), (4, 4), (6, 1), (9, 8)),
    (2034, (2, 19), (4, 5), (6, 20), (9, 27)),
    (2035, (2, 8), (4, 5), (6, 10), (9, 16)),
    (2036, (1, 28), (4, 4), (5, 30), (10, 4)),
    (2037, (2, 15), (4, 4), (6, 18), (9, 24)),
    (2038, (2, 4), (4, 5), (6, 7), (9, 13)),
    (2039, (1, 24), (4, 5), (5, 27), (10, 2)),
    (2040, (2, 12), (4, 4), (6, 14), (9, 20)),
    (2046, (2, 6), (4, 4), (6, 8), (9, 15)),
    (2060, (2, 2), (4, 4), (6, 3), (9, 9)),
])
def test_moon_and_sun_are_where_other_almanacs_put_them(
    year: int, spring: tuple[int, int], tomb: tuple[int, int], dragon: tuple[int, int], moon: tuple[int, int],
) -> None:
    assert lunar_days(year) == (date(year, *spring), date(year, *dragon), date(year, *moon))
    assert tomb_sweeping(year) == date(year, *tomb)


@pytest.mark.parametrize("year", range(LUNAR_FROM, 2027))
def test_statutory_days_were_off_when_the_notice_came(year: int) -> None:
    # Until 2013 除夕 stood in the place of 正月初三, which was off all the same.
    published = published_until(2026)
    assert [rest for rest in statutory_days(year) if published.is_workday(rest.day)] == []


@pytest.mark.parametrize("year", range(LUNAR_FROM, LUNAR_TO))
def test_a_lunar_year_has_twelve_or_thirteen_months(year: int) -> None:
    length = (lunar_days(year + 1)[0] - lunar_days(year)[0]).days
    assert length in {353, 354, 355, 383, 384, 385}


@pytest.mark.parametrize("year", range(LUNAR_FROM, LUNAR_TO + 1))
def test_within_a_lunar_year_the_feasts_keep_their_distance(year: int) -> None:
    spring, dragon, moon = lunar_days(year)
    assert (dragon - spring).days in range(120, 154)
    assert (moon - dragon).days in {97, 98, 99, 126, 127, 128, 129}


def test_provisional_dates_were_mostly_right_and_never_more_than_ten_days_off() -> None:
    """5 to 20 working days from every day of each year, as expected the year before and as it came."""
    errors = []
    for year in range(LUNAR_FROM, 2027):
        expected = published_until(year - 1)
        starts = (date(year, 1, 1) + offset * DAY for offset in range(320))    # none ends after the year
        errors += [(expected.add_workdays(start, n) - CALENDAR.add_workdays(start, n)).days
                   for start in starts for n in range(5, 21)]
    assert max(map(abs, errors)) <= 10
    assert 0.05 < sum(map(bool, errors)) / len(errors) < 0.15


@given(st.integers(2007, 2026), st.integers(0, 20 * 365 - 30), st.integers(0, 15))
def test_years_without_a_notice_give_a_marked_date_and_never_raise(year: int, ahead: int, n: int) -> None:
    known = published_until(year)
    start = date(year, 12, 25) + ahead * DAY
    end = known.add_workdays(start, n)
    assert known.is_provisional(end)
    assert known.last_workday(end) <= end <= known.next_workday(end)


def test_with_data_until_2017_the_year_2018_is_provisional() -> None:
    known = published_until(2017)
    assert known.certain_until == date(2017, 12, 24)
    assert known.last == date(2037, 12, 31)
    assert known.is_provisional(date(2018, 1, 2))
    # Expected: 16, 17, 18 February and two days for the weekend; published: 15 to 21.
    assert known.add_workdays(date(2018, 2, 14), 1) == date(2018, 2, 15)
    assert known.add_workdays(date(2018, 2, 15), 1) == date(2018, 2, 21)


def test_the_notice_of_december_2018_moved_the_end_of_that_year() -> None:
    holidays = {d: name for d, name in chinese_calendar.holidays.items() if d < date(2018, 12, 30)}
    workdays = {day for day in chinese_calendar.workdays if day < date(2018, 12, 29)}
    before = WorkCalendar.build(holidays, workdays, "November 2018")
    assert before.last_workday(date(2018, 12, 31)) == date(2018, 12, 31)
    assert before.is_provisional(date(2018, 12, 31))
    assert CALENDAR.last_workday(date(2018, 12, 31)) == date(2018, 12, 29)


def test_a_holiday_with_a_new_name_is_still_a_day_off() -> None:
    known = WorkCalendar.build({date(2026, 9, 3): "A name nobody knows"}, {}, "test")
    assert list(known.rest_days(date(2026, 9, 2), date(2026, 9, 3))) == [
        RestDay(date(2026, 9, 3), Why.HOLIDAY)]


def test_the_calendar_goes_no_further_than_the_lunar_table() -> None:
    known = WorkCalendar.build({date(2050, 1, 1): "New Year's Day"}, {}, "test")
    assert known.last == date(LUNAR_TO, 12, 31)
    with pytest.raises(CalendarRangeError):
        known.is_workday(date(LUNAR_TO + 1, 1, 1))
