"""The 2018 table of Guichi: its rows, cells and bodies against what stands on paper."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from obligations.plan import AfterEvent, AwaitSuperior, Role, Task
from obligations.planfile import read_plan

FILE = Path(__file__).parents[2] / "plans" / "guichi-2018.toml"
PLAN = read_plan(FILE.read_text(encoding="utf-8"), FILE.name)
ROWS = {task.key: task for task in PLAN.tasks}
ALL = "区政府各部门"
GROUP = next(group for group in PLAN.groups if group.name == ALL)
CANONICAL = {spelling: d.name for d in PLAN.departments for spelling in (d.name, *d.aliases)}

# 责任单位 as printed, row by row; R02, R03 inherit or are empty.
CELLS = {
    "R01": "区政府办公室",
    "R04": "区编办",
    "R05": "区政府办公室",
    "R06": "区发改委 区商务局",
    "R07": "区市场监管局",
    "R08": "区财政局",
    "R09": "区发展改革委 区经信委 区公安分局 区国土资源分局 区环保局 区住房城乡建委 区交通运输局 区水务局"
    " 区农委 区卫生计生委 区安全监管局 区林业局 区文广新局",
    "R10": "区财政局",
    "R11": "区教体局 区民政局 区环保局 区文广新局 区卫生计生委 区市场监管局 区安全监管局 区扶贫办",
    "R12": "区政务公开办",
    "R14": "区发改委 区财政局 区住建委 区扶贫办 区环保局",
    "R15": "区政府新闻办",
    "R16": "区政府新闻办 区教体局 区住建局 区安监局 区民政局 区食药监局 区人社局",
    "R17": "区政府办 区政务公开办",
    "R18": "区政务服务中心",
    "R19": "区信息办",
    "R20": "区信息办",
    "R21": "区政府办公室",
    "R22": "区政府办",
    "R23": "区政府办公室",
    "R24": "区政务公开办",
    "R25": "区政府办公室 区信息办",
    "R26": "区政务公开办",
    "R27": "区教体局 区环保局 区文广新局 区旅发委 区卫计委 区住建委 区民政局 区人社局",
    "R28": "区政务公开办公室",
}
LEAD_ROWS = {
    "R04", "R05", "R06", "R07", "R08", "R10", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R23", "R28",
}  # fmt: skip


def bodies(task: Task, *roles: Role) -> set[str]:
    return {a.department for a in task.assignments if a.department and a.role in roles}


def test_all_28_rows_stand_in_order() -> None:
    assert [task.key for task in PLAN.tasks] == [f"R{number:02}" for number in range(1, 29)]


def test_printed_numbers_are_those_on_paper_with_3_standing_twice() -> None:
    printed = [task.printed for task in PLAN.tasks]
    # 1 and 13 have a second row without a number of its own: 28 rows, 26 printed numbers.
    assert " ".join(printed) == "1 1 2 3 3 4 5 6 7 8 9 10 11 12 13 13 14 15 16 17 18 19 20 21 22 23 24 25"


def test_only_two_deadline_cells_carry_a_date_and_three_are_empty() -> None:
    cells = Counter(task.deadline_cell for task in PLAN.tasks)
    assert cells == {"全年": 23, "": 3, "9月底前": 1, "年底前": 1}
    assert {key for key, task in ROWS.items() if not task.deadline_cell} == {"R02", "R03", "R16"}
    assert (ROWS["R24"].deadline_cell, ROWS["R26"].deadline_cell) == ("9月底前", "年底前")


def test_sections_follow_the_table() -> None:
    heads = [task.section.split("）")[0].split("、")[0] for task in PLAN.tasks]
    parts = {"一（一": 7, "一（二": 5, "一（三": 2, "一（四": 3, "三（一": 1, "四": 1}
    assert parts.items() <= Counter(heads).items()
    assert [head for head in heads if head[0] == "二"] == ["二（一", "二（二", "二（三", "二（四", "二（五"]


@pytest.mark.parametrize("key", CELLS)
def test_the_departments_of_a_row_are_those_in_its_cell(key: str) -> None:
    printed = {CANONICAL[spelling] for spelling in CELLS[key].split()}
    assert bodies(ROWS[key], Role.LEAD, Role.RESPONSIBLE) == printed


def test_every_spelling_in_the_cells_stands_for_one_department() -> None:
    spellings = {spelling for cell in CELLS.values() for spelling in cell.split()}
    assert spellings <= set(CANONICAL)
    assert len({CANONICAL[spelling] for spelling in spellings}) == len(PLAN.departments) == 28


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("区政府办", "区政府办公室"),
        ("区政务公开办公室", "区政务公开办"),
        ("区发改委", "区发展改革委"),
        ("区住建委", "区住房城乡建委"),
        ("区住建局", "区住房城乡建委"),
        ("区卫计委", "区卫生计生委"),
        ("区安监局", "区安全监管局"),
        ("区食药监局", "区食药监局"),
    ],
)
def test_a_short_spelling_leads_to_its_department(spelling: str, name: str) -> None:
    assert CANONICAL[spelling] == name


def test_rows_with_牵头_on_paper_have_a_lead_and_no_others_do() -> None:
    assert {key for key, task in ROWS.items() if bodies(task, Role.LEAD)} == LEAD_ROWS


def test_all_departments_leaves_out_the_party_bodies_and_the_doubtful_one() -> None:
    outside = {"区政务公开办", "区编办", "区政府新闻办", "区食药监局"}
    assert {d.name for d in PLAN.departments} - {m.department for m in GROUP.members} == outside
    assert all((m.start, m.end) == (date(2018, 6, 1), None) for m in GROUP.members)


def test_only_rows_that_ask_every_department_oblige_the_group() -> None:
    asked = {d.key for task in PLAN.tasks for d in task.deliverables if ALL in d.groups}
    assert {key.split(".")[0] for key in asked} == {"R04", "R05", "R08", "R12", "R26", "R28"}
    assert {key for key in asked if key.startswith("R28")} == {"R28.1", "R28.2"}


def test_in_the_other_rows_the_group_is_informed_only() -> None:
    roles = {key: {a.role for a in task.assignments if a.group == ALL} for key, task in ROWS.items()}
    informed = {key for key, found in roles.items() if found == {Role.INFORMED}}
    assert informed == {f"R{n:02}" for n in (2, 3, 13, 15, 17, 18, 19, 20, 23, 25)}
    assert {key for key, found in roles.items() if found == {Role.RESPONSIBLE}} == {
        "R04", "R05", "R08", "R12", "R26", "R28",
    }  # fmt: skip


def test_a_group_that_nobody_spelt_out_is_asked_for_nothing() -> None:
    empty = {group.name for group in PLAN.groups if not group.members}
    assert {"区政府有关部门", "区政府相关部门", "镇街道"} <= empty
    assert not empty & {group for task in PLAN.tasks for d in task.deliverables for group in d.groups}


def test_bodies_of_2019_take_over_on_one_day() -> None:
    successors = {d.name: d.successor.name for d in PLAN.departments if d.successor}
    assert {d.successor.start for d in PLAN.departments if d.successor} == {date(2019, 3, 1)}
    assert successors["区文广新局"] == successors["区旅发委"] == "区文化和旅游局"
    assert successors["区安全监管局"] == "区应急管理局"
    assert "区财政局" not in successors


def test_every_event_is_used_by_some_rule_and_has_a_chinese_name() -> None:
    rules = [d.rule for task in PLAN.tasks for d in task.deliverables]
    used = {rule.event for rule in rules if isinstance(rule, AfterEvent | AwaitSuperior)}
    assert used == {event.key for event in PLAN.events}
    assert all(not event.name.isascii() for event in PLAN.events)


def test_every_deliverable_belongs_to_its_row_and_says_where_its_rule_comes_from() -> None:
    for task in PLAN.tasks:
        numbers = range(1, len(task.deliverables) + 1)
        assert [d.key for d in task.deliverables] == [f"{task.key}.{number}" for number in numbers]
        assert all(task.key in d.source for d in task.deliverables)
