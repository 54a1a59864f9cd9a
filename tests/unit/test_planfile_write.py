"""What is written can be read again, whatever stands in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Deliverable,
    Department,
    EventKind,
    Every,
    Gate,
    Group,
    Membership,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    Plan,
    Question,
    Scope,
    Succession,
    Task,
    TimeRule,
    Unit,
)
from obligations.planfile import read_plan
from obligations.planfile_row import printable
from obligations.planfile_write import LONGEST, write_plan
from tests.cast import plan_text

SAMPLE = (Path(__file__).parents[2] / "plans" / "guichi-2018.toml").read_text(encoding="utf-8")
DAYS = (date(2025, 6, 30), date(2025, 9, 30))
TREASURY = "县财政局"
MEETING = EventKind("meeting", "常务会议结束", aliases=("会议",))
RULES: list[TimeRule] = [
    AfterEvent("meeting", 3, Unit.WORKDAYS), AfterEvent("meeting", 5, Unit.HOURS), ByDate(DAYS), ByDate(DAYS[:1], True),
    Milestones((Milestone("a", "验收", DAYS), Milestone("b", "报送", DAYS[1:])), DAYS[1]),
    Milestones((Milestone("a", "验收", DAYS),)), Periodic(Every.QUARTER), Periodic(Every.MONTH, 28, True), Ongoing(),
    Gate(("可以公开吗", "个人信息隐去了吗")), AwaitSuperior("meeting"), AwaitSuperior("meeting", 20, Unit.DAYS),
]


def plan_of(*parts: Deliverable, title: str = "云江县 2025 年任务分工") -> Plan:
    task = Task("R01", "1", "一", "会议信息上网", "全年", (), parts)
    return Plan("yj-2025", "云江县", 2025, title, date(2025, 1, 1), (task,), (Department(TREASURY),), events=(MEETING,))


def again(plan: Plan) -> Plan:
    return read_plan(write_plan(plan), "again.toml")


@pytest.mark.parametrize("text", [SAMPLE, plan_text()], ids=["sample", "cast"])
def test_a_plan_written_by_hand_comes_back_equal(text: str) -> None:
    plan = read_plan(text, "plan.toml")
    assert again(plan) == plan


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_every_time_rule_comes_back_equal(rule: TimeRule) -> None:
    plan = plan_of(Deliverable("R01.1", "会议信息", rule, (TREASURY,), where="会议栏目", source="R01", text="会后公开"))
    assert again(plan) == plan


def test_departments_and_groups_keep_their_dates() -> None:
    successor = Succession("县财政和国资局", date(2025, 3, 1))
    bodies = (Department(TREASURY, ("财政局", "县财局"), "云江县财政局", successor), Department("县教育局"))
    members = (Membership(TREASURY, date(2025, 1, 1)), Membership("县教育局", date(2025, 2, 1), date(2025, 5, 31)))
    plan = replace(plan_of(Deliverable("R01.1", "会议信息", Ongoing(), (TREASURY,))), departments=bodies,
                   groups=(Group("县直各部门", members), Group("有关部门")))
    assert again(plan) == plan


def test_a_kind_of_event_keeps_whom_it_concerns() -> None:
    named = replace(MEETING, scope=Scope.NAMED)
    plan = replace(plan_of(Deliverable("R01.1", "会议信息", RULES[0])), events=(named,))
    assert again(plan).events == (named,)


def test_a_row_that_nobody_hands_anything_in_for_is_kept() -> None:
    assert again(plan_of()).tasks[0].deliverables == ()


def test_an_open_question_stands_for_a_part_that_asks_nobody() -> None:
    asked = Question("who-1", "R01", "第 3 行", "有关部门", "派给谁？", ("先不派", "不用派"), "先不派")
    plan = replace(plan_of(Deliverable("R01.1", "会议信息", Ongoing())), questions=(asked,))
    assert again(plan) == plan


def test_an_answer_is_kept_beside_its_question() -> None:
    asked = Question("who-1", "R01", "第 3 行", "有关部门", "派给谁？", ("先不派", "不用派"), "先不派", "不用派")
    plan = replace(plan_of(Deliverable("R01.1", "会议信息", Ongoing(), (TREASURY,))), questions=(asked,))
    assert again(plan) == plan


def test_a_text_longer_than_a_line_of_the_file_may_be_comes_back_whole() -> None:
    words = "依法公开 " * LONGEST
    part = Deliverable("R01.1", "会议信息", Ongoing(), (TREASURY,), text=printable(words))
    assert again(plan_of(part)).tasks[0].deliverables[0].text == words.strip()


def test_no_line_is_longer_than_the_reader_takes() -> None:
    part = Deliverable("R01.1", "会" * 3000, Ongoing(), (TREASURY,), text="议" * 5000)
    names = [f"县第{number}局" for number in range(400)]
    members = tuple(Membership(name, date(2025, 1, 1)) for name in names)
    many = replace(plan_of(part), departments=tuple(map(Department, [*names, TREASURY])),
                   groups=(Group("各部门", members),))
    assert max(map(len, write_plan(many).split("\n"))) <= 1000
    assert again(many) == many


@given(st.text())
def test_whatever_a_document_holds_a_field_takes_it_as_one_printable_line(words: str) -> None:
    title = printable(words) or "无题"
    assert again(plan_of(Deliverable("R01.1", "会议信息", Ongoing(), (TREASURY,)), title=title)).title == title


@given(st.text(alphabet='"\\\n\t#[]{}=，。 a', min_size=1, max_size=40).map(lambda piece: piece * LONGEST))
def test_quotes_and_backslashes_survive_even_where_a_long_text_is_broken(words: str) -> None:
    part = Deliverable("R01.1", "会议信息", Ongoing(), (TREASURY,), text=printable(words))
    assert again(plan_of(part)).tasks[0].deliverables[0].text == printable(words)
