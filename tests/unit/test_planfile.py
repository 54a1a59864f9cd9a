"""A plan file is read whole, or every fault in it is named with its file, row and field."""

from datetime import date

import pytest

from obligations.errors import PlanFaults
from obligations.plan import (
    AfterEvent,
    Assignment,
    AwaitSuperior,
    ByDate,
    Department,
    Every,
    Gate,
    Membership,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    Plan,
    Role,
    Scope,
    Succession,
    TimeRule,
    Unit,
)
from obligations.planfile import read_plan

SMALL = """
key = "small-2018"
district = "某市某区"
year = 2018
title = "小计划"
in_force = 2018-06-01

[[departments]]
name = "区财政局"
aliases = ["财政"]
full_name = "某区财政局"
successor = { name = "区财政和国资局", start = 2019-03-01 }

[[departments]]
name = "区教体局"

[[groups]]
name = "各部门"
members = ["财政", { department = "区教体局", start = 2018-09-01, end = 2018-12-31 }]

[[groups]]
name = "有关部门"

[[events]]
key = "meeting"
name = "会议结束"

[[events]]
key = "answer"
name = "答复出台"
aliases = ["答复"]
scope = "named"

[[tasks]]
key = "R01"
printed = "3"
section = "一"
text = "会议信息"
deadline_cell = ""
lead = ["财政"]
informed = ["各部门"]

  [[tasks.deliverables]]
  key = "R01.1"
  title = "会议信息"
  rule = { kind = "after_event", event = "meeting", amount = 3, unit = "workdays" }
  who = ["财政", "各部门"]

[[questions]]
key = "R01-who"
task = "R01"
place = "R01 责任单位"
quote = "等部门"
ask = "还有谁？"
choices = ["没有", "另补"]
default = "没有"
"""
RULE = '{ kind = "after_event", event = "meeting", amount = 3, unit = "workdays" }'


def small() -> Plan:
    return read_plan(SMALL, "small.toml")


def rule_of(written: str) -> TimeRule:
    return read_plan(SMALL.replace(RULE, written), "small.toml").tasks[0].deliverables[0].rule


def test_the_top_of_the_file_is_read() -> None:
    plan = small()
    assert (plan.key, plan.district, plan.year, plan.title) == ("small-2018", "某市某区", 2018, "小计划")
    assert plan.in_force == date(2018, 6, 1)


def test_a_department_has_its_spellings_and_its_successor() -> None:
    assert small().departments[0] == Department(
        "区财政局", ("财政",), "某区财政局", Succession("区财政和国资局", date(2019, 3, 1))
    )


def test_a_member_named_alone_belongs_from_the_plan_s_first_day_on() -> None:
    assert small().groups[0].members == (
        Membership("区财政局", date(2018, 6, 1)),
        Membership("区教体局", date(2018, 9, 1), date(2018, 12, 31)),
    )


def test_a_department_may_come_back_to_a_group_it_left() -> None:
    again = '"财政", { department = "区教体局", start = 2019-01-01 },'
    members = read_plan(SMALL.replace('"财政", {', again + " {"), "small.toml").groups[0].members
    assert [m.start for m in members if m.department == "区教体局"] == [date(2019, 1, 1), date(2018, 9, 1)]


def test_an_event_is_fixed_unless_it_says_that_departments_are_named() -> None:
    assert [event.scope for event in small().events] == [Scope.FIXED, Scope.NAMED]


def test_a_cell_may_use_any_spelling_and_groups_stay_groups() -> None:
    task = small().tasks[0]
    assert task.assignments == (
        Assignment(Role.LEAD, department="区财政局"),
        Assignment(Role.INFORMED, group="各部门"),
    )
    assert (task.deliverables[0].departments, task.deliverables[0].groups) == (("区财政局",), ("各部门",))


def test_a_question_keeps_the_quote_and_its_place() -> None:
    question = small().questions[0]
    assert (question.task, question.place, question.quote) == ("R01", "R01 责任单位", "等部门")
    assert question.default in question.choices


def test_a_mark_that_windows_puts_first_is_passed_over() -> None:
    assert read_plan("\ufeff" + SMALL, "small.toml") == small()


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (RULE, AfterEvent("meeting", 3, Unit.WORKDAYS)),
        (
            '{ kind = "after_event", event = "answer", amount = 5, unit = "hours" }',
            AfterEvent("answer", 5, Unit.HOURS),
        ),
        ('{ kind = "by_date", dates = [2018-12-31] }', ByDate((date(2018, 12, 31),))),
        (
            '{ kind = "by_date", dates = [2019-01-31, 2019-03-31], assumed = true }',
            ByDate((date(2019, 1, 31), date(2019, 3, 31)), assumed=True),
        ),
        ('{ kind = "periodic", every = "half_year", day = 20 }', Periodic(Every.HALF_YEAR, 20)),
        ('{ kind = "periodic", every = "quarter", assumed = true }', Periodic(Every.QUARTER, assumed=True)),
        ('{ kind = "ongoing" }', Ongoing()),
        ('{ kind = "gate", checks = ["保密", "隐私"] }', Gate(("保密", "隐私"))),
        ('{ kind = "await_superior", event = "meeting" }', AwaitSuperior("meeting")),
        (
            '{ kind = "await_superior", event = "meeting", amount = 20, unit = "days" }',
            AwaitSuperior("meeting", 20, Unit.DAYS),
        ),
        (
            '{ kind = "milestones", limit = 2018-09-30, steps = ['
            ' { key = "a", title = "验收", dates = [2018-07-31, 2018-08-31] },'
            ' { key = "b", title = "报送", dates = [2018-08-31] } ] }',
            Milestones(
                (
                    Milestone("a", "验收", (date(2018, 7, 31), date(2018, 8, 31))),
                    Milestone("b", "报送", (date(2018, 8, 31),)),
                ),
                date(2018, 9, 30),
            ),
        ),
    ],
)
def test_every_kind_of_rule_is_read(written: str, rule: TimeRule) -> None:
    assert rule_of(written) == rule


def test_a_file_with_ten_faults_names_all_ten_in_one_go() -> None:
    changes = {
        'in_force = 2018-06-01': "",
        'name = "区教体局"': 'name = "区教体局"\naliases = ["财政"]',
        '"财政", {': '"财政", "区林业局", {',
        'scope = "named"': 'scope = "everyone"',
        'text = "会议信息"': 'text = ""',
        'lead = ["财政"]': 'lead = ["区水务局"]',
        'event = "meeting", amount = 3': 'event = "party", amount = 0',
        'ask = "还有谁？"': 'asks = "还有谁？"',
    }
    text = SMALL
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    with pytest.raises(PlanFaults) as caught:
        read_plan(text, "small.toml")
    faults = caught.value.faults
    assert {fault.values["file"] for fault in faults} == {"small.toml"}
    places = [(str(fault.values["row"]), str(fault.values["field"])) for fault in faults]
    wrong = [fault.key.removeprefix("plan-fault-") for fault in faults]
    assert sorted((*place, what) for place, what in zip(places, wrong, strict=True)) == [
        ("R01", "deliverables[1].rule.amount", "out-of-range"),
        ("R01", "deliverables[1].rule.event", "unknown-event"),
        ("R01", "lead", "unknown-name"),
        ("R01", "text", "empty"),
        ("departments[2]", "aliases", "spelling-taken"),
        ("events[2]", "scope", "not-one-of"),
        ("groups[1]", "members[2]", "unknown-name"),
        ("plan", "in_force", "missing"),
        ("questions[1]", "ask", "missing"),
        ("questions[1]", "asks", "unknown-field"),
    ]
