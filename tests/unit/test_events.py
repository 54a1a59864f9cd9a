"""Whom a registered event obliges: by name, through a group, or by being named; and what makes one fact."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from obligations.errors import Refusal
from obligations.events import Fact, asked_of, kind_called, obliged_by
from obligations.plan import Group, Membership
from obligations.planfile import read_plan
from obligations.workdays import calendar
from tests.cast import ZONE, plan_text

CALENDAR = calendar()
PLAN = read_plan(plan_text(), "plan.toml")


def fact(kind: str, on: date, *departments: str, at: datetime | None = None, title: str = "") -> Fact:
    return Fact(kind_called(PLAN, kind), on, at, departments, title)


@pytest.mark.parametrize("words", ["meeting", "政府会议结束", "会议", " 会 议", "ＭＥＥＴＩＮＧ"])
def test_kind_is_found_by_key_name_and_alias_in_any_width(words: str) -> None:
    assert kind_called(PLAN, words).key == "meeting"


def test_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(Refusal) as refused:
        kind_called(PLAN, "地震")
    assert refused.value.key == "event-kind-unknown"
    assert "政府会议结束（meeting）" in str(refused.value.values["known"])


def test_a_meeting_of_27_september_obliges_the_office_by_the_worked_sunday() -> None:
    (obliged,) = obliged_by(PLAN, fact("会议", date(2018, 9, 27)), CALENDAR, ZONE)
    assert (obliged.department, obliged.task.key, obliged.due.due) == ("区政府办公室", "R01", date(2018, 9, 30))


def test_a_change_of_powers_obliges_only_those_named_one_working_day_after() -> None:
    found = obliged_by(PLAN, fact("权力变化", date(2018, 9, 21), "区财政局", "区环保局"), CALENDAR, ZONE)
    assert [(one.department, one.due.due) for one in found] == [
        ("区财政局", date(2018, 9, 25)), ("区环保局", date(2018, 9, 25))]


def test_a_kind_that_needs_names_is_refused_without_them() -> None:
    with pytest.raises(Refusal) as refused:
        obliged_by(PLAN, fact("权力变化", date(2018, 9, 21)), CALENDAR, ZONE)
    assert refused.value.key == "event-names-nobody"


def test_somebody_whom_it_cannot_concern_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refused:
        obliged_by(PLAN, fact("舆情", date(2018, 9, 21), "区财政局", at=datetime(2018, 9, 21, 6, tzinfo=UTC)),
                   CALENDAR, ZONE)
    assert (refused.value.key, refused.value.values["department"]) == ("event-not-theirs", "区财政局")


def test_hours_need_the_time_of_day() -> None:
    with pytest.raises(Refusal) as refused:
        obliged_by(PLAN, fact("舆情", date(2018, 9, 21), "区教体局"), CALENDAR, ZONE)
    assert refused.value.key == "event-needs-time"


def test_five_hours_after_the_evening_end_in_the_night() -> None:
    evening = datetime(2018, 9, 21, 14, 30, tzinfo=UTC)        # 22:30 in the district
    (obliged,) = obliged_by(PLAN, fact("舆情", date(2018, 9, 21), "区教体局", at=evening), CALENDAR, ZONE)
    assert (obliged.due.at, obliged.due.due) == (datetime(2018, 9, 21, 19, 30, tzinfo=UTC), date(2018, 9, 22))


def test_budget_runs_in_calendar_days() -> None:
    (obliged,) = obliged_by(PLAN, fact("预算批准", date(2018, 8, 6)), CALENDAR, ZONE)
    assert (obliged.department, obliged.due.due) == ("区财政局", date(2018, 8, 27))   # the 26th is a Sunday: 民法 203


def test_a_superiors_document_sets_off_what_waited_for_it() -> None:
    (obliged,) = obliged_by(PLAN, fact("新条例", date(2019, 4, 3)), CALENDAR, ZONE)
    assert (obliged.deliverable.key, obliged.due.waiting) == ("R23.1", False)


def test_a_member_is_asked_only_while_in_the_group() -> None:
    members = (Membership("区财政局", date(2018, 1, 1), date(2018, 8, 31)), Membership("区环保局", date(2018, 9, 1)))
    plan = replace(PLAN, groups=(Group("区政府各部门", members),))
    powers = next(task for task in plan.tasks if task.key == "R04").deliverables[0]
    asked = {day: asked_of(plan, powers, day) for day in (date(2018, 8, 31), date(2018, 9, 1))}
    assert list(asked.values()) == [("区财政局",), ("区环保局",)]


def test_whoever_stands_by_name_and_in_the_group_is_asked_once() -> None:
    powers = next(task for task in PLAN.tasks if task.key == "R04").deliverables[0]
    assert asked_of(PLAN, replace(powers, departments=("区财政局",)), date(2018, 9, 1)) == (
        "区财政局", "区政府办公室", "区教体局", "区环保局")


def test_one_fact_has_one_key_however_it_is_typed() -> None:
    one = fact("powers-changed", date(2018, 9, 21), "区财政局", "区环保局", title="第 12 次")
    same = fact("权力变化", date(2018, 9, 21), "区环保局", "区财政局", title="第１２次")
    assert one.key == same.key


@pytest.mark.parametrize("other", [
    fact("meeting", date(2018, 9, 28)), fact("meeting", date(2018, 9, 27), title="第13次常务会议"),
    fact("meeting", date(2018, 9, 27), at=datetime(2018, 9, 27, 6, tzinfo=UTC)),
    fact("powers-changed", date(2018, 9, 27)), fact("meeting", date(2018, 9, 27), "区财政局")])
def test_another_fact_has_another_key(other: Fact) -> None:
    assert other.key != fact("meeting", date(2018, 9, 27)).key
