"""Days and deadlines in words: what a clerk reads says until when, and on which working day to act."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from locales.days import is_periodic
from obligations.due import Due, after_event
from obligations.item import State
from obligations.plan import AfterEvent, AwaitSuperior, ByDate, Every, Gate, Ongoing, Periodic, TimeRule, Unit
from tests.cast import ZONE
from tests.wording.cast import (
    CALENDAR,
    END_OF_YEAR,
    IN_A_DAY,
    PILOT,
    QUARTERLY,
    days,
    dues,
    item,
    set_off,
    the_due,
)


def deadline(due: Due, locale: str = "zh-CN", state: State | None = None) -> str:
    return days(locale=locale).deadline(item(1, "事", due, state=state))


def title(due: Due, locale: str = "zh-CN") -> str:
    return days(locale=locale).title(item(1, "事", due))


def test_a_day_of_this_year_needs_no_year() -> None:
    assert days(date(2018, 12, 3)).day(date(2018, 9, 30)) == "9月30日"


def test_a_day_of_another_year_names_it() -> None:
    assert days(date(2018, 12, 3)).day(date(2019, 1, 2)) == "2019年1月2日"


def test_english_writes_days_as_iso_does() -> None:
    assert days(locale="en").day(date(2018, 9, 30)) == "2018-09-30"
    assert days(locale="en").day(date(2019, 1, 2)) == "2019-01-02"


@pytest.mark.parametrize(("day", "chinese", "english"), [
    (date(2018, 12, 3), "周一", "Mon"),
    (date(2018, 12, 29), "周六", "Sat"),
    (date(2018, 9, 30), "周日", "Sun"),
])
def test_a_weekday_has_its_name(day: date, chinese: str, english: str) -> None:
    assert (days().weekday(day), days(locale="en").weekday(day)) == (chinese, english)


def test_a_moment_is_told_in_local_time_even_across_midnight() -> None:
    assert days().time(datetime(2018, 9, 21, 16, 5, tzinfo=UTC)) == "9月22日 00:05"


def test_several_days_stand_in_a_row() -> None:
    two = [date(2018, 7, 31), date(2018, 8, 31)]
    assert days().list(two) == "7月31日、8月31日"
    assert days(locale="en").list(two) == "2018-07-31, 2018-08-31"


@pytest.mark.parametrize(("due", "chinese", "english"), [
    (dues(ByDate((date(2018, 7, 31),)))[0], "7月31日前", "by 2018-07-31"),
    (the_due(QUARTERLY, "2018Q3"), "9月30日前（周日上班）", "by 2018-09-30 (Sun, a working day)"),
    (dues(ByDate((date(2018, 6, 30),)))[0], "6月30日放假，请于 6月29日前办",
     "2018-06-30 is a day off: act by 2018-06-29"),
    (dues(END_OF_YEAR)[0], "12月31日放假，请于 12月29日（周六上班）前办",
     "2018-12-31 is a day off: act by 2018-12-29 (Sat, a working day)"),
    (dues(PILOT)[0], "7月31日前；最迟 9月30日，之后计逾期", "by 2018-07-31; overdue after 2018-09-30"),
])
def test_a_printed_deadline_stays_and_the_day_to_act_stands_beside_it(due: Due, chinese: str, english: str) -> None:
    assert (deadline(due), deadline(due, "en")) == (chinese, english)


def test_a_rule_of_hours_ends_at_a_time_of_day() -> None:
    at = datetime(2018, 9, 21, 6, 30, tzinfo=UTC)
    due = after_event(IN_A_DAY, "key", date(2018, 9, 21), at, CALENDAR, ZONE)
    assert deadline(due) == "9月22日 14:30 前"
    assert deadline(due, "en") == "by 2018-09-22 14:30"


def test_a_date_of_a_year_without_holiday_notice_says_that_it_is_provisional() -> None:
    due = set_off(AfterEvent("meeting", 20, Unit.WORKDAYS), "key", date(2026, 12, 28))
    assert due.provisional
    assert deadline(due).endswith("（暂定）")
    assert deadline(due, "en").endswith(" (provisional)")


@pytest.mark.parametrize(("rule", "chinese", "english"), [
    (Ongoing(), "全年持续，不设期限", "all year, without a deadline"),
    (Gate(("check",)), "发布前审查，不催办", "a check before publishing, no reminders"),
    (AwaitSuperior("regulation"), "待触发", "waiting"),
    (AfterEvent("meeting", 3, Unit.WORKDAYS), "待触发", "waiting"),
])
def test_what_has_no_date_says_why(rule: TimeRule, chinese: str, english: str) -> None:
    (due,) = dues(rule)
    assert (deadline(due), deadline(due, "en")) == (chinese, english)


def test_what_has_come_from_above_without_a_date_does_not_last_all_year() -> None:
    due = after_event(AwaitSuperior("regulation"), "regulation|2018-11-01||", date(2018, 11, 1), None, CALENDAR, ZONE)
    assert deadline(due) == "期限待公开办确定"
    assert deadline(due, "en") == "the open-government office has yet to set a deadline"


@pytest.mark.parametrize(("period", "chinese", "english"), [
    ("2018Q1", "第一季度确认", "first quarter confirmation"),
    ("2018Q4", "第四季度确认", "fourth quarter confirmation"),
    ("2018H1", "上半年确认", "first half-year confirmation"),
    ("2018H2", "下半年确认", "second half-year confirmation"),
    ("2018-07", "7月确认", "confirmation for month 7"),
    ("2018", "2018年度", "year 2018"),
    ("event:meeting|2018-09-27||第十二次常务会议", "9月27日 第十二次常务会议", "2018-09-27 第十二次常务会议"),
    ("event:meeting|2017-12-27||", "2017年12月27日", "2017-12-27"),
    ("event:rumour|2018-09-21T06:30:00+00:00|区环保局|水质", "9月21日 14:30 水质", "2018-09-21 14:30 水质"),
    ("event:powers|2018-09-21|区财政局,区环保局|甲|乙", "9月21日 甲|乙", "2018-09-21 甲|乙"),
    ("event:odd|some day||", "some day", "some day"),
])
def test_a_title_names_the_period_or_the_event(period: str, chinese: str, english: str) -> None:
    due = replace(dues(END_OF_YEAR)[0], period=period)
    assert (title(due), title(due, "en")) == (f"事 · {chinese}", f"事 · {english}")


@pytest.mark.parametrize("period", ["date", "standing", "gate", "milestone:report", "event:", ""])
def test_a_period_that_says_nothing_is_left_out(period: str) -> None:
    assert title(replace(dues(END_OF_YEAR)[0], period=period)) == "事"


def test_a_title_names_the_step() -> None:
    assert title(dues(PILOT)[1]) == "事 · 报送成果"


@pytest.mark.parametrize("every", Every)
def test_every_confirmation_is_known_as_one(every: Every) -> None:
    found = dues(Periodic(every))
    assert found
    assert all(is_periodic(due.period) and title(due) != "事" for due in found)


@pytest.mark.parametrize("period", ["date", "standing", "gate", "milestone:2018", "event:2018|2018-09-27||", "2018Q5"])
def test_nothing_else_passes_for_a_confirmation(period: str) -> None:
    assert not is_periodic(period)


@pytest.mark.parametrize(("workdays", "chinese", "english"), [
    (41, "已逾期 41 个工作日", "working days overdue: 41"),
    (1, "已逾期 1 个工作日", "working days overdue: 1"),
    (0, "已逾期", "overdue"),
])
def test_lateness_is_counted_in_working_days_once_one_has_passed(workdays: int, chinese: str, english: str) -> None:
    assert (days().late(workdays), days(locale="en").late(workdays)) == (chinese, english)
