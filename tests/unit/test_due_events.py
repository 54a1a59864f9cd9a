"""What an event sets off: working days, calendar days, hours; and the same again under newer data."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.due import Due, after_event, planned, recompute
from obligations.errors import CalendarRangeError, Refusal
from obligations.explanation import RuleKind
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.workdays import RestDay, Why, WorkCalendar, calendar
from tests.cast import ZONE

CALENDAR = calendar()
IN_FORCE = date(2018, 6, 1)
BEIJING = timezone(timedelta(hours=8))
RULES: tuple[TimeRule, ...] = (
    AfterEvent("meeting", 3, Unit.WORKDAYS), AwaitSuperior("regulation"), ByDate((date(2018, 12, 31),)),
    Milestones((Milestone("a", "验收", (date(2018, 7, 31),)), Milestone("b", "报送", (date(2018, 8, 31),)))),
    Periodic(Every.MONTH), Periodic(Every.QUARTER), Periodic(Every.YEAR), Ongoing(), Gate(("保密审查",)),
)


def november_2018() -> WorkCalendar:
    """What was known before the notice of 6 December 2018."""
    holidays = {day: name for day, name in chinese_calendar.holidays.items() if day < date(2018, 12, 30)}
    workdays = {day for day in chinese_calendar.workdays if day < date(2018, 12, 29)}
    return WorkCalendar.build(holidays, workdays, "November 2018")


def after(on: date, amount: int, unit: Unit, at: datetime | None = None) -> Due:
    return after_event(AfterEvent("meeting", amount, unit), "key", on, at, CALENDAR, ZONE)


def test_a_meeting_of_27_september_2018_is_published_by_the_worked_sunday() -> None:
    due = after(date(2018, 9, 27), 3, Unit.WORKDAYS)
    assert due.due == due.act_by == due.overdue_after == date(2018, 9, 30)
    assert (due.period, due.waiting, due.provisional) == ("event:key", False, False)


def test_a_count_over_worked_weekends_names_them() -> None:
    why = after(date(2018, 9, 27), 3, Unit.WORKDAYS).explanation
    assert (why.kind, why.anchor, why.amount, why.unit) == (
        RuleKind.AFTER_EVENT, date(2018, 9, 27), 3, Unit.WORKDAYS)
    assert (why.skipped, why.made_up) == ((), (date(2018, 9, 29), date(2018, 9, 30)))


def test_a_change_of_powers_before_mid_autumn_is_due_after_it() -> None:
    due = after(date(2018, 9, 21), 1, Unit.WORKDAYS)
    assert due.due == date(2018, 9, 25)
    assert due.explanation.skipped == (
        RestDay(date(2018, 9, 22), Why.SATURDAY), RestDay(date(2018, 9, 23), Why.SUNDAY),
        RestDay(date(2018, 9, 24), Why.MID_AUTUMN))


def test_twenty_calendar_days_that_end_on_a_working_day_stay() -> None:
    due = after(date(2018, 7, 10), 20, Unit.DAYS)
    assert due.due == due.act_by == date(2018, 7, 30)
    assert (due.explanation.rolled_from, due.explanation.skipped) == (None, ())


def test_twenty_calendar_days_that_end_in_a_holiday_run_to_the_next_working_day() -> None:
    due = after(date(2018, 9, 13), 20, Unit.DAYS)
    assert due.due == due.act_by == due.overdue_after == date(2018, 10, 8)
    assert due.explanation.rolled_from == date(2018, 10, 3)
    assert [rest.day.day for rest in due.explanation.skipped] == [3, 4, 5, 6, 7]


def test_calendar_days_that_end_on_a_worked_weekend_do_not_run_on() -> None:
    due = after(date(2018, 9, 10), 20, Unit.DAYS)
    assert due.due == date(2018, 9, 30)
    assert (due.explanation.rolled_from, due.explanation.made_up) == (None, (date(2018, 9, 30),))


def test_hours_run_through_the_night_and_days_off() -> None:
    friday_evening = datetime(2018, 9, 21, 20, 30, tzinfo=BEIJING)
    due = after(date(2018, 9, 21), 5, Unit.HOURS, friday_evening)
    assert due.at == datetime(2018, 9, 21, 17, 30, tzinfo=UTC)
    assert due.due == due.act_by == due.overdue_after == date(2018, 9, 22)    # 01:30 on a Saturday


def test_the_day_on_which_hours_end_is_that_of_the_districts_zone() -> None:
    """Ürümqi's clocks are two hours behind: there it is still Friday."""
    evening = datetime(2018, 9, 21, 20, 30, tzinfo=BEIJING)
    due = after_event(AfterEvent("rumour", 5, Unit.HOURS), "key", date(2018, 9, 21), evening, CALENDAR,
                      ZoneInfo("Asia/Urumqi"))
    assert due.due == date(2018, 9, 21)


def test_the_moment_at_which_hours_end_is_utc() -> None:
    due = after(date(2018, 9, 21), 48, Unit.HOURS, datetime(2018, 9, 21, 8, 0, tzinfo=BEIJING))
    assert due.at is not None and due.at.utcoffset() == timedelta(0)
    assert due.at == datetime(2018, 9, 23, 0, 0, tzinfo=UTC)


def test_hours_are_not_provisional_because_no_notice_can_change_them() -> None:
    due = after(date(2027, 1, 1), 24, Unit.HOURS, datetime(2027, 1, 1, 1, 0, tzinfo=UTC))
    assert (due.due, due.provisional) == (date(2027, 1, 2), False)


def test_hours_without_a_time_of_day_ask_for_it() -> None:
    with pytest.raises(Refusal) as refusal:
        after(date(2018, 9, 21), 5, Unit.HOURS)
    assert refusal.value.key == "event-needs-time"


def test_a_moment_without_a_time_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        after(date(2018, 9, 21), 5, Unit.HOURS, datetime(2018, 9, 21, 8, 0))


def test_a_superiors_act_sets_off_its_count() -> None:
    due = after_event(AwaitSuperior("regulation", 20), "key", date(2019, 4, 3), None, CALENDAR, ZONE)
    # 4 April, three weeks from the 8th, Sunday 28 and the 29th and 30th; 1 to 4 May off, Sunday 5 worked.
    assert due.due == date(2019, 5, 5)
    assert due.explanation.kind is RuleKind.AWAIT_SUPERIOR


def test_a_superiors_act_without_a_limit_opens_the_item_without_a_date() -> None:
    due = after_event(AwaitSuperior("regulation"), "key", date(2019, 4, 3), None, CALENDAR, ZONE)
    assert (due.period, due.due, due.waiting) == ("event:key", None, False)
    assert due.explanation.anchor == date(2019, 4, 3)


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("on", [date(1918, 9, 27), date(9999, 12, 31)])
def test_an_event_in_a_mistyped_year_is_refused(on: date, unit: Unit) -> None:
    with pytest.raises(CalendarRangeError):
        after(on, 20, unit, datetime(on.year, on.month, on.day, tzinfo=UTC))


@pytest.mark.parametrize("unit", [Unit.WORKDAYS, Unit.DAYS])
def test_a_count_that_leaves_the_published_years_is_provisional(unit: Unit) -> None:
    assert after(date(2026, 12, 20), 20, unit).provisional
    assert not after(date(2026, 12, 10), 5, unit).provisional


@given(st.dates(date(2004, 1, 5), date(2045, 1, 1)), st.integers(1, 200))
def test_working_days_to_the_due_day_are_the_amount(on: date, amount: int) -> None:
    due = after(on, amount, Unit.WORKDAYS)
    assert due.due is not None and CALENDAR.workdays_between(on, due.due) == amount
    assert (due.due - on).days == amount + len(due.explanation.skipped)
    assert due.provisional is (due.due > date(2026, 12, 24))


@given(st.dates(date(2004, 1, 5), date(2045, 1, 1)), st.integers(1, 200))
def test_calendar_days_end_on_the_first_working_day_not_before_their_last(on: date, amount: int) -> None:
    due = after(on, amount, Unit.DAYS)
    last = on + timedelta(days=amount)
    assert due.due is not None and CALENDAR.is_workday(due.due)
    assert due.due - last == timedelta(days=len(due.explanation.skipped))
    assert due.explanation.rolled_from == (last if due.due > last else None)


@given(st.dates(date(2005, 1, 1), date(2045, 12, 31)))
def test_a_printed_day_is_never_rolled_forward(printed: date) -> None:
    (due,) = planned(ByDate((printed,)), printed.year, IN_FORCE, CALENDAR)
    assert due.due == due.overdue_after == printed
    assert due.act_by is not None and due.act_by <= printed and CALENDAR.is_workday(due.act_by)
    assert CALENDAR.workdays_between(due.act_by, printed) == 0


def test_the_notice_of_december_2018_moves_only_the_act_by_day() -> None:
    rule = ByDate((date(2018, 12, 31),))
    (before,) = planned(rule, 2018, IN_FORCE, november_2018())
    now = recompute(rule, before.period, 2018, IN_FORCE, None, None, CALENDAR, ZONE)
    assert (before.act_by, before.provisional) == (date(2018, 12, 31), True)
    assert (now.act_by, now.provisional) == (date(2018, 12, 29), False)
    assert before.due == now.due
    assert (before.explanation.calendar_version, now.explanation.calendar_version) == (
        "November 2018", CALENDAR.version)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_recomputing_with_the_same_data_changes_nothing(rule: TimeRule) -> None:
    for due in planned(rule, 2018, IN_FORCE, CALENDAR):
        assert recompute(rule, due.period, 2018, IN_FORCE, None, None, CALENDAR, ZONE) == due


def test_an_events_item_is_recomputed_from_the_event() -> None:
    rule = AfterEvent("meeting", 3, Unit.WORKDAYS)
    due = after_event(rule, "key", date(2018, 12, 27), None, november_2018(), ZONE)
    again = recompute(rule, due.period, 2018, IN_FORCE, date(2018, 12, 27), None, CALENDAR, ZONE)
    assert (due.due, again.due) == (date(2019, 1, 2), date(2019, 1, 2))
    assert (due.provisional, again.provisional) == (True, False)
    assert (due.period, again.period) == ("event:key", "event:key")
    assert again.explanation.made_up == (date(2018, 12, 29),)


def test_a_standing_item_that_an_event_has_opened_keeps_its_period() -> None:
    rule, event = AwaitSuperior("regulation", 1), date(2018, 9, 21)
    due = recompute(rule, "standing", 2018, IN_FORCE, event, None, CALENDAR, ZONE)
    assert (due.period, due.due, due.waiting) == ("standing", date(2018, 9, 25), False)


def test_a_quarter_once_asked_about_is_recomputed_even_if_the_plan_now_starts_later() -> None:
    later = date(2018, 12, 1)
    due = recompute(Periodic(Every.QUARTER), "2018Q3", 2018, later, None, None, CALENDAR, ZONE)
    assert (due.due, due.explanation.anchor) == (date(2018, 9, 30), date(2018, 7, 1))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_a_period_that_the_rule_does_not_have_is_a_fault(rule: TimeRule) -> None:
    with pytest.raises(LookupError, match="2018Q9"):
        recompute(rule, "2018Q9", 2018, IN_FORCE, None, None, CALENDAR, ZONE)
