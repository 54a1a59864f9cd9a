"""What a plan's rules ask for and when, on the dates of the 2018 table."""

from datetime import date

import pytest

from obligations.due import Due, Period, count, periods, planned
from obligations.errors import CalendarRangeError
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
from obligations.workdays import RestDay, Why, calendar

CALENDAR = calendar()
IN_FORCE = date(2018, 6, 1)
PILOT = Milestones(
    (Milestone("acceptance", "试点验收", (date(2018, 7, 31),)),
     Milestone("report", "报送成果", (date(2018, 8, 31),))),
    limit=date(2018, 9, 30),
)    # R24


def asked(rule: TimeRule, year: int = 2018, in_force: date = IN_FORCE) -> tuple[Due, ...]:
    return planned(rule, year, in_force, CALENDAR)


def the_one(rule: TimeRule) -> Due:
    (due,) = asked(rule)
    return due


def test_the_end_of_2018_is_a_day_off_and_so_is_acted_on_by_the_worked_saturday() -> None:
    due = the_one(ByDate((date(2018, 12, 31),)))
    assert (due.period, due.due, due.act_by) == ("date", date(2018, 12, 31), date(2018, 12, 29))
    assert due.overdue_after == date(2018, 12, 31)
    assert due.explanation.skipped == (
        RestDay(date(2018, 12, 30), Why.NEW_YEAR), RestDay(date(2018, 12, 31), Why.SUBSTITUTE))
    assert due.explanation.made_up == (date(2018, 12, 29),)


def test_the_end_of_september_2018_is_a_worked_sunday_and_stays() -> None:
    due = the_one(ByDate((date(2018, 9, 30),)))
    assert due.due == due.act_by == due.overdue_after == date(2018, 9, 30)
    assert due.explanation.skipped == ()
    assert due.explanation.made_up == (date(2018, 9, 30),)


def test_a_printed_working_day_needs_no_explaining() -> None:
    why = the_one(ByDate((date(2018, 7, 31),))).explanation
    assert (why.kind, why.printed, why.skipped, why.made_up) == (
        RuleKind.BY_DATE, (date(2018, 7, 31),), (), ())


def test_contradicting_dates_remind_from_the_first_and_are_overdue_after_the_last() -> None:
    dates = (date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 30))
    due = the_one(ByDate(dates))
    assert (due.due, due.overdue_after) == (date(2018, 7, 31), date(2018, 9, 30))
    assert due.explanation.printed == dates


@pytest.mark.parametrize("assumed", [True, False])
def test_a_date_of_our_own_says_so(assumed: bool) -> None:
    assert the_one(ByDate((date(2018, 12, 31),), assumed)).explanation.assumed is assumed
    assert asked(Periodic(Every.YEAR, assumed=assumed))[0].explanation.assumed is assumed


def test_each_milestone_has_its_day_and_the_limit_says_when_it_is_overdue() -> None:
    assert [(d.period, d.step, d.due, d.act_by, d.overdue_after) for d in asked(PILOT)] == [
        ("milestone:acceptance", "试点验收", date(2018, 7, 31), date(2018, 7, 31), date(2018, 9, 30)),
        ("milestone:report", "报送成果", date(2018, 8, 31), date(2018, 8, 31), date(2018, 9, 30)),
    ]


def test_a_milestone_explains_itself_by_its_own_dates_and_the_limit() -> None:
    why = asked(PILOT)[0].explanation
    assert (why.kind, why.printed) == (RuleKind.MILESTONES, (date(2018, 7, 31), date(2018, 9, 30)))


def test_without_a_limit_a_milestone_is_overdue_after_its_own_last_date() -> None:
    step = Milestone("report", "报送成果", (date(2018, 8, 31), date(2018, 9, 30)))
    due = the_one(Milestones((step,)))
    assert (due.due, due.overdue_after) == (date(2018, 8, 31), date(2018, 9, 30))
    assert due.explanation.printed == step.dates


def test_a_plan_in_force_from_june_confirms_the_third_and_fourth_quarter() -> None:
    assert [(d.period, d.due, d.act_by) for d in asked(Periodic(Every.QUARTER))] == [
        ("2018Q3", date(2018, 9, 30), date(2018, 9, 30)),
        ("2018Q4", date(2018, 12, 31), date(2018, 12, 29)),
    ]


def test_a_plan_in_force_from_june_confirms_the_second_half_year() -> None:
    assert [d.period for d in asked(Periodic(Every.HALF_YEAR))] == ["2018H2"]


def test_a_plan_in_force_from_june_confirms_seven_months() -> None:
    dues = asked(Periodic(Every.MONTH))
    assert [d.period for d in dues] == [f"2018-{month:02}" for month in range(6, 13)]
    assert dues[0].due == date(2018, 6, 30)
    assert dues[0].act_by == date(2018, 6, 29)    # the 30th is a plain Saturday


@pytest.mark.parametrize(("in_force", "first"), [
    (date(2018, 4, 16), "2018-04"),    # 15 of 30 days
    (date(2018, 4, 17), "2018-05"),    # 14 of 30 days
    (date(2018, 1, 1), "2018-01"),
    (date(2017, 6, 1), "2018-01"),
])
def test_a_period_counts_when_the_plan_covers_at_least_half_of_it(in_force: date, first: str) -> None:
    assert asked(Periodic(Every.MONTH), in_force=in_force)[0].period == first


def test_a_plan_of_december_still_asks_for_the_year() -> None:
    late = date(2018, 12, 20)
    assert [d.period for d in asked(Periodic(Every.YEAR), in_force=late)] == ["2018"]
    assert asked(Periodic(Every.QUARTER), in_force=late) == ()


def test_a_confirmation_may_be_due_on_a_day_of_the_last_month() -> None:
    dues = asked(Periodic(Every.QUARTER, day=20))
    assert [d.due for d in dues] == [date(2018, 9, 20), date(2018, 12, 20)]


def test_a_day_that_a_month_does_not_have_is_its_last() -> None:
    dues = asked(Periodic(Every.MONTH, day=31), in_force=date(2018, 1, 1))
    assert [d.due.day for d in dues if d.due] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_a_confirmation_says_from_when_it_asks() -> None:
    third, fourth = asked(Periodic(Every.QUARTER), in_force=date(2018, 8, 1))
    assert third.explanation.anchor == date(2018, 8, 1)
    assert fourth.explanation.anchor == date(2018, 10, 1)


@pytest.mark.parametrize(("every", "names"), [
    (Every.MONTH, [f"2019-{month:02}" for month in range(1, 13)]),
    (Every.QUARTER, ["2019Q1", "2019Q2", "2019Q3", "2019Q4"]),
    (Every.HALF_YEAR, ["2019H1", "2019H2"]),
    (Every.YEAR, ["2019"]),
])
def test_periods_fill_the_year_without_a_gap(every: Every, names: list[str]) -> None:
    found = list(periods(every, 2019))
    assert [period.name for period in found] == names
    assert sum((period.last - period.first).days + 1 for period in found) == 365
    assert (found[0].first, found[-1].last) == (date(2019, 1, 1), date(2019, 12, 31))


def test_a_plan_that_comes_after_a_period_does_not_ask_about_it() -> None:
    first_quarter = Period("2018Q1", date(2018, 1, 1), date(2018, 3, 31))
    assert not first_quarter.asked_about(date(2018, 6, 1))


@pytest.mark.parametrize(("rule", "kind"), [
    (AfterEvent("meeting", 3, Unit.WORKDAYS), RuleKind.AFTER_EVENT),
    (AwaitSuperior("regulation", 20), RuleKind.AWAIT_SUPERIOR),
])
def test_what_an_event_sets_off_waits_without_a_date(
    rule: AfterEvent | AwaitSuperior, kind: RuleKind,
) -> None:
    due = the_one(rule)
    assert (due.period, due.waiting) == ("standing", True)
    assert due.due is due.act_by is due.overdue_after is due.at is None
    assert (due.explanation.kind, due.explanation.amount) == (kind, rule.amount)


@pytest.mark.parametrize(("rule", "period"), [(Ongoing(), "ongoing"), (Gate(("保密审查",)), "gate")])
def test_what_has_no_date_is_shown_but_never_due(rule: TimeRule, period: str) -> None:
    due = the_one(rule)
    assert (due.period, due.waiting, due.provisional) == (period, False, False)
    assert due.due is due.act_by is due.overdue_after is None


def test_a_printed_date_of_a_year_without_a_notice_is_provisional() -> None:
    assert asked(ByDate((date(2027, 7, 31),)), year=2027)[0].provisional
    assert asked(ByDate((date(2026, 12, 31),)), year=2026)[0].provisional
    assert not asked(ByDate((date(2026, 7, 31),)), year=2026)[0].provisional


def test_a_date_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(CalendarRangeError):
        asked(ByDate((date(2099, 12, 31),)), year=2099)


def test_a_count_from_a_day_is_what_clerks_ask_for() -> None:
    due = count(date(2018, 2, 14), 1, CALENDAR)
    assert (due.due, due.provisional, due.waiting) == (date(2018, 2, 22), False, False)
    assert [rest.day.day for rest in due.explanation.skipped] == [15, 16, 17, 18, 19, 20, 21]
    assert due.explanation.kind is RuleKind.COUNT


def test_a_count_into_next_january_is_provisional() -> None:
    due = count(date(2026, 12, 28), 20, CALENDAR)
    assert (due.due, due.provisional) == (date(2027, 1, 26), True)
