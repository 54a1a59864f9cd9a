"""Who is in office on a day: before the day the old body, from it on its successor, along whole lines of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.names import Directory
from obligations.plan import (
    AfterEvent,
    Assignment,
    Deliverable,
    Department,
    Group,
    Membership,
    Plan,
    Role,
    Succession,
    Task,
    Unit,
)
from obligations.succession import (
    by_name,
    circle,
    in_office,
    in_their_place,
    out_of_office,
    plan_in_office,
    takeover,
)

REFORM = date(2019, 3, 1)
LATER = date(2021, 6, 1)
LAND = Department("区国土分局", ("区国土资源分局",), "云江市国土资源局青河分局", Succession("区自规分局", REFORM))
SURVEY = Department("区测绘办", (), "", Succession("区自规分局", REFORM))
BRANCH = Department("区自规分局", (), "", Succession("区规划局", LATER))
MONEY = Department("区财政局")
ALL = (LAND, SURVEY, BRANCH, MONEY)


@pytest.mark.parametrize(("name", "on", "heir"), [
    ("区国土分局", date(2019, 2, 28), "区国土分局"),
    ("区国土分局", REFORM, "区自规分局"),
    ("区国土分局", date(2021, 5, 31), "区自规分局"),
    ("区国土分局", LATER, "区规划局"),
    ("区自规分局", LATER, "区规划局"),
    ("区财政局", LATER, "区财政局"),
    ("区没听说过局", LATER, "区没听说过局"),
])
def test_the_successor_is_in_office_from_its_first_day_on(name: str, on: date, heir: str) -> None:
    assert in_office(name, by_name(ALL), on) == heir


def test_a_successor_takes_every_spelling_of_those_before_it_along() -> None:
    found = Directory(in_their_place(ALL, REFORM), "云江市青河区")
    for words in ("区国土分局", "区国土资源分局", "云江市国土资源局青河分局", "区测绘办", "青河区测绘办", "区自规分局"):
        assert found.exact(words) == "区自规分局"
    assert [body.name for body in out_of_office(ALL, REFORM)] == ["区国土分局", "区测绘办"]


def test_before_the_day_nothing_is_different() -> None:
    assert in_their_place(ALL, REFORM - timedelta(days=1)) == ALL
    assert out_of_office(ALL, REFORM - timedelta(days=1)) == ()


def test_a_successor_that_nobody_has_listed_is_found_all_the_same() -> None:
    assert Directory(in_their_place((LAND,), REFORM)).exact("区自规分局") == "区自规分局"


@pytest.mark.parametrize(("successors", "name", "way"), [
    ({"甲": "甲"}, "甲", ("甲", "甲")),
    ({"甲": "乙", "乙": "甲"}, "乙", ("乙", "甲", "乙")),
    ({"甲": "乙", "乙": "丙", "丙": "甲"}, "甲", ("甲", "乙", "丙", "甲")),
    ({"甲": "乙", "乙": "丙"}, "甲", ()),
    ({"甲": "乙", "乙": "丙", "丙": "乙"}, "甲", ()),
])
def test_a_circle_is_found_from_every_body_on_it(successors: dict[str, str], name: str, way: tuple[str, ...]) -> None:
    assert circle(name, successors) == way


names = st.sampled_from(["甲", "乙", "丙", "丁", "戊"])
days = st.dates(date(2018, 1, 1), date(2022, 1, 1))


@given(st.dictionaries(names, st.tuples(names, days)), names, days)
def test_looking_for_who_is_in_office_always_ends(lines: dict[str, tuple[str, date]], name: str, on: date) -> None:
    bodies = {one: Department(one, (), "", Succession(*heir)) for one, heir in lines.items()}
    if not any(circle(one, {a: b for a, (b, _) in lines.items()}) for one in lines):
        last = bodies.get(in_office(name, bodies, on))
        assert last is None or last.successor is None or last.successor.start > on
    else:
        assert in_office(name, bodies, on)


def plan() -> Plan:
    rule = AfterEvent("change", 3, Unit.WORKDAYS)
    part = Deliverable("R01.1", "清单", rule, ("区国土分局", "区测绘办", "区财政局"), ("区直各部门",))
    task = Task("R01", "1", "一", "公开清单", "", (Assignment(Role.LEAD, "区国土分局"),
                                              Assignment(Role.SUPPORTING, group="区直各部门")), (part,))
    group = Group("区直各部门", (Membership("区测绘办", date(2018, 1, 1)),))
    return Plan("p", "云江市青河区", 2018, "任务分工", date(2018, 6, 1), (task,), ALL, (group,))


def test_of_a_line_the_last_step_says_since_when() -> None:
    line = by_name(Department(old, successor=Succession(new, since)) for old, new, since in (
        ("甲局", "乙局", REFORM), ("乙局", "丙局", LATER), ("丙局", "丁局", date(2019, 1, 1))))
    assert takeover("甲局", line, REFORM) == Succession("乙局", REFORM)
    assert takeover("甲局", line, LATER) == Succession("丁局", LATER)
    assert takeover("甲局", line, date(2019, 2, 28)) is None


def test_a_plan_names_those_in_office_and_each_of_them_once() -> None:
    seen = plan_in_office(plan(), by_name(ALL), REFORM)
    (task,) = seen.tasks
    assert task.deliverables[0].departments == ("区自规分局", "区财政局")
    assert task.assignments == (Assignment(Role.LEAD, "区自规分局"), Assignment(Role.SUPPORTING, group="区直各部门"))
    assert seen.groups[0].members == (Membership("区自规分局", date(2018, 1, 1)),)


def test_a_plan_before_the_day_is_the_plan_itself() -> None:
    whole = plan()
    assert plan_in_office(whole, by_name(ALL), REFORM - timedelta(days=1)) is whole
