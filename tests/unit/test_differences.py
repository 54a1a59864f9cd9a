"""What a new version changes, in words that a clerk can check against the paper."""

from dataclasses import replace
from datetime import date

import pytest

from locales.catalogue import LOCALES, texts
from locales.differences import LONGEST_WHO, Differences
from obligations.changes import compare
from obligations.plan import (
    AfterEvent,
    ByDate,
    Deliverable,
    Department,
    EventKind,
    Group,
    Membership,
    Plan,
    Task,
    Unit,
)

DAY = date(2024, 1, 1)
BUDGET = Deliverable("R01.1", "预算", ByDate((date(2024, 6, 30),)), ("县财政局",), text="公布预算。")
MEETING = Deliverable("R02.1", "会议", AfterEvent("meeting", 3, Unit.WORKDAYS), ("县政府办公室",), text="会后公布。")
NAMES = ("县财政局", "县政府办公室", "县教育局")


def plan(*parts: Deliverable, names: tuple[str, ...] = NAMES, events: tuple[EventKind, ...] = (
        EventKind("meeting", "政府会议结束"),), groups: tuple[Group, ...] = ()) -> Plan:
    tasks = tuple(Task(part.key.split(".")[0], "1", "-", part.title, "", (), (part,)) for part in parts)
    return Plan("2024-1", "云江县", 2024, "任务分工", DAY, tasks, tuple(map(Department, names)), groups, events)


def words(older: Plan, newer: Plan, locale: str = "zh-CN") -> list[str]:
    """The summary, and the lines below it."""
    found, worded = compare(older, newer), Differences(texts(locale), older, newer)
    return [worded.summary(found), *worded.lines(found)]


def test_nothing_changed() -> None:
    assert compare(plan(BUDGET, MEETING), plan(BUDGET, MEETING)).none


def test_new_gone_and_changed_are_counted_and_named() -> None:
    later = replace(BUDGET, rule=ByDate((date(2024, 8, 31),)), departments=("县财政局", "县教育局"))
    schools = replace(BUDGET, key="R03.1", title="招生", departments=("县教育局",))
    assert words(plan(BUDGET, MEETING), plan(later, schools)) == [
        "新增 1 项，改动 1 项，不再要 1 项",
        "～ R01 预算", "　时限：2024-06-30 前 → 2024-08-31 前", "　派给：县财政局 → 县财政局、县教育局",
        "＋ R03 招生", "　县教育局 · 2024-06-30 前", "－ R02 会议"]


def test_other_words_title_and_place_are_changes_too() -> None:
    other = replace(BUDGET, title="预决算", text="公布预决算。", where="网站首页")
    assert words(plan(BUDGET), plan(other))[1:] == [
        "～ R01 预决算", "　名称：预算 → 预决算", "　原文有改动", "　公开位置：— → 网站首页"]


def test_departments_that_come_and_go_are_named() -> None:
    assert words(plan(BUDGET), plan(BUDGET, names=("县财政局", "县林业局")))[1:] == [
        "部门增加：县林业局", "部门减少：县政府办公室、县教育局"]


def test_event_is_the_same_by_its_name_whatever_its_key() -> None:
    renamed = replace(MEETING, rule=AfterEvent("other", 3, Unit.WORKDAYS))
    assert compare(plan(MEETING), plan(renamed, events=(EventKind("other", "政府会议结束"),))).none
    other = plan(renamed, events=(EventKind("other", "常务会议结束"),))
    assert "　时限：政府会议结束后 3 个工作日内 → 常务会议结束后 3 个工作日内" in words(plan(MEETING), other)


def test_long_lists_are_cut_after_a_few_names() -> None:
    many = tuple(f"县{n}局" for n in range(LONGEST_WHO + 3))
    shown = words(plan(names=many), plan(replace(BUDGET, departments=many), names=many))[2]
    assert f"县{LONGEST_WHO - 1}局等 {LONGEST_WHO + 3} 个" in shown and f"县{LONGEST_WHO}局" not in shown


def test_group_counts_by_whom_it_stands_for() -> None:
    part = replace(BUDGET, departments=(), groups=("县政府各部门",))
    one, two = (Group("县政府各部门", tuple(Membership(name, DAY) for name in NAMES[:number])) for number in (1, 2))
    assert compare(plan(part, groups=(one,)), plan(part, groups=(one,))).none
    assert not compare(plan(part, groups=(one,)), plan(part, groups=(two,))).none


@pytest.mark.parametrize("locale", LOCALES)
def test_part_that_asks_nobody_yet_says_so(locale: str) -> None:
    lines = words(plan(), plan(replace(BUDGET, departments=()), replace(MEETING, departments=())), locale)
    assert len(lines) == 5 and all(line.strip("　 ·") for line in lines)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_body_that_got_another_name_is_one_line_and_no_change_of_who(locale: str) -> None:
    newer = plan(replace(BUDGET, departments=("县财政国资局",)), names=())
    newer = replace(newer, departments=(Department("县财政国资局", ("县财政局",)),))
    _, line = words(plan(BUDGET, names=("县财政局",)), newer, locale)
    assert "县财政局 → 县财政国资局" in line
