"""Edits of departments reach wherever they are named; no spelling ends up with two bodies, none is lost."""

from datetime import date

import pytest

from obligations.errors import PlanFaults
from obligations.intake.document import Place
from obligations.intake.review.edit_fields import Edit, Field
from obligations.intake.review.edits import apply
from obligations.plan import Assignment, Department, Membership, Plan, Role, Succession
from obligations.planfile import read_plan
from obligations.planfile_write import write_plan
from tests.unit.intake.reviewing import worded
from tests.unit.intake.test_edits import START, plan


def edit(field: Field, target: str, words: str) -> Edit:
    return Edit(field, target, words, Place(table=4, row=3, column=2, sheet="部门"))


def applied(*edits: Edit) -> Plan:
    made = apply(plan(), edits)
    assert read_plan(write_plan(made), "edited.toml") == made
    return made


def body(made: Plan, name: str) -> Department:
    return next(one for one in made.departments if one.name == name)


def members(made: Plan, group: str) -> tuple[Membership, ...]:
    return next(one.members for one in made.groups if one.name == group)


def test_a_department_with_a_new_name_has_it_everywhere_and_keeps_the_old_one_as_a_spelling() -> None:
    made = applied(edit(Field.NAME, "县财政局", "云江县财政局"))
    assert body(made, "云江县财政局").aliases == ("财政局", "县财政局")
    assert made.tasks[0].assignments[0] == Assignment(Role.LEAD, "云江县财政局")
    assert made.tasks[0].deliverables[0].departments == ("云江县财政局",)
    assert members(made, "各部门") == (Membership("云江县财政局", START), Membership("县水利局", START))


def test_two_lines_of_one_name_become_one_department() -> None:
    made = applied(edit(Field.NAME, "县水务局", "县水利局"))
    assert [one.name for one in made.departments] == ["县财政局", "县政府办公室", "县水利局"]
    assert body(made, "县水利局").aliases == ("县水务局",)


def test_of_two_made_one_every_spelling_and_the_full_name_stay() -> None:
    made = applied(edit(Field.NAME, "县水利局", "县水务局"), edit(Field.ALIASES, "县水利局", "水利局"),
                   edit(Field.FULL_NAME, "县水利局", "云江县水利局"), edit(Field.FULL_NAME, "县水务局", "云江县水务局"))
    found = body(made, "县水务局")
    assert found.full_name == "云江县水务局"
    assert set(found.aliases) == {"水利局", "县水利局", "云江县水利局"}
    assert [one.department for one in members(made, "各部门")] == ["县财政局", "县水务局"]


def test_two_members_of_a_group_made_one_belong_to_it_once() -> None:
    made = applied(edit(Field.NAME, "县水利局", "县财政局"))
    assert members(made, "各部门") == (Membership("县财政局", START),)
    assert made.tasks[0].assignments == (Assignment(Role.LEAD, "县财政局"), Assignment(Role.SUPPORTING, "县财政局"),
                                         Assignment(Role.SUPPORTING, group="各部门"))


def test_a_cell_of_tasks_may_use_the_old_name_and_the_new_one() -> None:
    made = applied(edit(Field.NAME, "县财政局", "县财政和国资局"), edit(Field.WHO, "R01.2", "县财政局、县财政和国资局"))
    assert made.tasks[0].deliverables[1].departments == ("县财政和国资局",)


def test_a_new_department_can_be_asked_at_once() -> None:
    made = applied(edit(Field.NAME, "+9", "县审计局"), edit(Field.ALIASES, "+9", "审计局"),
                   edit(Field.GROUPS, "+9", "有关单位"), edit(Field.WHO, "R01.1", "审计局、有关单位"))
    assert made.departments[-1] == Department("县审计局", ("审计局",))
    assert made.tasks[0].deliverables[0].departments == ("县审计局",)
    assert members(made, "有关单位") == (Membership("县审计局", START),)


@pytest.mark.parametrize(("words", "found"), [
    ("各部门、有关单位", [Membership("县水务局", START)]),
    ("有关单位（2024-09-01 起）", [Membership("县水务局", date(2024, 9, 1))]),
    ("有关单位(2024年9月1日至2024年12月31日)", [Membership("县水务局", date(2024, 9, 1), date(2024, 12, 31))]),
    ("各部门", []),
])
def test_a_department_belongs_to_the_groups_that_its_line_lists(words: str, found: list[Membership]) -> None:
    assert list(members(applied(edit(Field.GROUPS, "县水务局", words)), "有关单位")) == found


def test_leaving_a_group_leaves_the_others_in_their_order() -> None:
    made = applied(edit(Field.GROUPS, "县财政局", ""), edit(Field.GROUPS, "县水务局", "各部门"))
    assert [one.department for one in members(made, "各部门")] == ["县水利局", "县水务局"]


def test_a_successor_has_a_name_and_a_day() -> None:
    made = applied(edit(Field.SUCCESSOR, "县水务局", "县水利局"), edit(Field.SUCCEEDED, "县水务局", "2024年5月1日"))
    assert body(made, "县水务局").successor == Succession("县水利局", date(2024, 5, 1))


@pytest.mark.parametrize(("edits", "key"), [
    ([edit(Field.NAME, "县水务局", "")], "edit-empty"),
    ([edit(Field.ALIASES, "+9", "审计局")], "edit-empty"),
    ([edit(Field.ALIASES, "县水务局", "财政局")], "edit-spelling-taken"),
    ([edit(Field.NAME, "县水务局", "财政局")], "edit-spelling-taken"),
    ([edit(Field.NAME, "县水务局", "各部门")], "edit-is-group"),
    ([edit(Field.GROUPS, "县水务局", "试点单位")], "edit-unknown-group"),
    ([edit(Field.GROUPS, "县水务局", "各部门（2024-02-30 起）")], "rule-words-no-day"),
    ([edit(Field.GROUPS, "县水务局", "各部门（2024-09-01 至 2024-08-01）")], "rule-words-no-day"),
    ([edit(Field.SUCCESSOR, "县水务局", "县水利局")], "edit-succession"),
    ([edit(Field.SUCCEEDED, "县水务局", "2024-05-01")], "edit-succession"),
    ([edit(Field.SUCCESSOR, "县水务局", "县水利局"), edit(Field.SUCCEEDED, "县水务局", "不久")], "edit-succession"),
    ([edit(Field.NAME, "县统计局", "统计局")], "edit-gone"),
    ([edit(Field.FULL_NAME, "县财政局", "甲"), edit(Field.FULL_NAME, "财政局", "乙")], "edit-gone"),
])
def test_what_cannot_be_done_with_departments_is_refused_with_its_place(edits: list[Edit], key: str) -> None:
    with pytest.raises(PlanFaults) as caught:
        apply(plan(), edits)
    assert [found.key for found in caught.value.faults] == [key]
    assert isinstance(caught.value.faults[0].values["place"], Place)
    assert worded(caught.value.faults[0])


def test_one_title_of_two_spellings_may_change_places() -> None:
    made = applied(edit(Field.NAME, "县财政局", "财政局"), edit(Field.ALIASES, "县财政局", ""))
    assert body(made, "财政局").aliases == ("县财政局",)
