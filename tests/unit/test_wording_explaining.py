"""Why a date is what it is: each reason can be followed with a finger on the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from locales.catalogue import LOCALES
from locales.explaining import MOST_DAYS, rest_day, why
from obligations.due import Due, after_event, count
from obligations.item import State
from obligations.plan import AfterEvent, AwaitSuperior, ByDate, Gate, Ongoing, TimeRule, Unit
from obligations.workdays import RestDay, Why
from tests.cast import ZONE
from tests.wording.cast import (
    CALENDAR,
    END_OF_YEAR,
    IN_A_DAY,
    NEXT_DAY,
    PILOT,
    QUARTERLY,
    days,
    dues,
    item,
    set_off,
    the_due,
)

DATA = f"节假日数据 {CALENDAR.version}"


def reasons(due: Due, today: date = date(2018, 12, 3), state: State | None = None) -> list[str]:
    return why(days(today), item(1, "事", due, state=state), due.explanation).split("；")


def test_one_working_day_after_21_september_2018_passes_over_the_mid_autumn_festival() -> None:
    assert reasons(set_off(NEXT_DAY, "key", date(2018, 9, 21))) == [
        "9月21日起 1 个工作日（当天不算）：9月25日",
        "跳过 9月22日周六、9月23日周日、9月24日中秋节",
        DATA,
    ]


def test_worked_weekends_are_named() -> None:
    found = reasons(set_off(AfterEvent("meeting", 3, Unit.WORKDAYS), "key", date(2018, 9, 27)))
    assert found[0] == "9月27日起 3 个工作日（当天不算）：9月30日"
    assert found[-2:] == ["周末上班 9月29日、9月30日", DATA]


def test_calendar_days_that_end_on_a_day_off_run_on() -> None:
    found = reasons(set_off(AfterEvent("penalty", 7, Unit.DAYS), "key", date(2018, 9, 15)))
    assert found[:2] == ["9月15日起 7 日（自然日，当天不算）：9月22日", "9月22日放假，顺延到 9月25日"]


def test_hours_are_counted_from_the_time_of_day() -> None:
    due = after_event(IN_A_DAY, "key", date(2018, 9, 21), datetime(2018, 9, 21, 6, 30, tzinfo=UTC), CALENDAR, ZONE)
    assert reasons(due) == ["9月21日 14:30 起 24 小时", DATA]


def test_the_printed_end_of_2018_is_acted_on_before_the_holiday() -> None:
    assert reasons(dues(END_OF_YEAR)[0]) == [
        "文件规定 12月31日",
        "12月31日放假，提前到 12月29日",
        "跳过 12月30日元旦、12月31日调休",
        "周末上班 12月29日",
        DATA,
    ]


def test_contradicting_dates_are_all_named_with_what_each_is_for() -> None:
    assert reasons(dues(PILOT)[0])[0] == "文件中有几个时限（7月31日、9月30日）：按最早的提醒，过了最晚的才算逾期"


def test_a_rhythm_that_the_text_does_not_name_is_called_a_default() -> None:
    assert "按季度确认是系统默认" in reasons(the_due(QUARTERLY, "2018Q3"))[0]
    assert "系统默认" not in reasons(the_due(replace(QUARTERLY, assumed=False), "2018Q3"))[0]


def test_a_date_that_the_text_does_not_name_is_called_a_default() -> None:
    assert reasons(dues(ByDate((date(2018, 7, 31),), assumed=True))[0])[0] == "文件没有写明日期，7月31日是系统默认"


@pytest.mark.parametrize(("rule", "words"), [
    (Ongoing(), "文件没有期限，只展示，不催办"),
    (Gate(("check",)), "发布前的审查要求，只展示，不催办"),
    (AwaitSuperior("regulation"), "等待触发：登记事项之后起算"),
    (NEXT_DAY, "等待触发：登记事项之后起算"),
])
def test_what_has_no_date_says_why_and_names_no_calendar(rule: TimeRule, words: str) -> None:
    assert reasons(dues(rule)[0]) == [words]


@pytest.mark.parametrize("state", [State.OPEN, State.CLOSED])
def test_what_has_come_from_above_waits_for_the_office_and_for_nothing_else(state: State) -> None:
    due = after_event(AwaitSuperior("regulation"), "key", date(2018, 11, 1), None, CALENDAR, ZONE)
    assert reasons(due, state=state) == ["上级文件已经印发，期限待公开办确定"]


@pytest.mark.parametrize(("start", "year"), [(date(2026, 12, 28), 2027), (date(2026, 12, 24), 2027),
                                             (date(2028, 3, 1), 2028)])
def test_a_provisional_date_names_the_year_that_is_not_published(start: date, year: int) -> None:
    assert CALENDAR.certain_until == date(2026, 12, 24)
    found = reasons(count(start, 2, CALENDAR))
    assert f"{year}年放假安排尚未公布，日期暂定，公布后自动重算" in found


def test_a_certain_date_is_not_called_provisional() -> None:
    assert not any("暂定" in reason for reason in reasons(count(date(2018, 2, 14), 1, CALENDAR)))


def test_the_spring_festival_of_2018_is_passed_over_day_by_day() -> None:
    found = reasons(count(date(2018, 2, 14), 1, CALENDAR), date(2018, 2, 14))
    assert found[0] == "2月14日起 1 个工作日（当天不算）：2月22日"
    assert found[1].startswith("跳过 2月15日")
    assert found[1].count("日") >= 7 and "春节" in found[1]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_count_over_years_names_the_first_days_and_counts_the_others(locale: str) -> None:
    due = count(date(2018, 1, 2), 2000, CALENDAR)
    words = why(days(locale=locale), item(1, "事", due), due.explanation)
    left = len(due.explanation.skipped) - MOST_DAYS
    assert left > 0 and str(left) in words
    assert len(words) < 2500


def test_a_short_count_names_every_day() -> None:
    due = count(date(2018, 9, 3), 20, CALENDAR)
    assert 0 < len(due.explanation.skipped) <= MOST_DAYS
    assert "另有" not in "；".join(reasons(due))


def test_english_gives_the_same_reasons() -> None:
    due = set_off(NEXT_DAY, "key", date(2018, 9, 21))
    assert why(days(locale="en"), item(1, "x", due), due.explanation) == (
        "working days from 2018-09-21 (not counted itself): 1, which is 2018-09-25; "
        "days off passed over: 2018-09-22 (Saturday), 2018-09-23 (Sunday), 2018-09-24 (Mid-autumn Festival); "
        f"holiday data {CALENDAR.version}")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_reason_for_a_day_off_has_a_name_of_its_own(locale: str) -> None:
    names = [rest_day(days(locale=locale), RestDay(date(2018, 1, 1) + timedelta(days=n), reason))
             for n, reason in enumerate(Why)]
    assert len(set(names)) == len(Why)


@pytest.mark.parametrize(("reason", "name"), [
    (Why.TOMB_SWEEPING, "清明节"), (Why.DRAGON_BOAT, "端午节"), (Why.SUBSTITUTE, "调休"), (Why.SATURDAY, "周六"),
])
def test_a_day_off_is_named_as_the_notice_names_it(reason: Why, name: str) -> None:
    assert rest_day(days(), RestDay(date(2018, 4, 5), reason)) == name
