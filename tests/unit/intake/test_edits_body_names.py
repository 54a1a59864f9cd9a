"""What the office writes for the names and successors of departments must be names, and lead in no circle."""

from dataclasses import replace
from datetime import date

import pytest

from obligations.errors import PlanFaults
from obligations.intake.document import Place
from obligations.intake.review.edit_fields import Edit, Field
from obligations.intake.review.edits import apply
from obligations.plan import Department, Plan, Succession
from tests.unit.intake.reviewing import worded
from tests.unit.intake.test_edits import plan
from tests.unit.intake.test_edits_bodies import body, edit

MAY = date(2024, 5, 1)


def succeeded(*pairs: tuple[str, str]) -> Plan:
    """The plan with the second of each pair taking over from the first in May."""
    heirs = dict(pairs)
    made = plan()
    return replace(made, departments=tuple(
        replace(one, successor=Succession(heirs[one.name], MAY)) if one.name in heirs else one
        for one in made.departments))


def heir(target: str, name: str) -> tuple[Edit, Edit]:
    return edit(Field.SUCCESSOR, target, name), edit(Field.SUCCEEDED, target, "2024-05-01")


def keys(made: Plan, *edits: Edit) -> list[str]:
    """What refuses the edits, each with its place and in words."""
    with pytest.raises(PlanFaults) as caught:
        apply(made, edits)
    assert all(isinstance(fault.values["place"], Place) and worded(fault) for fault in caught.value.faults)
    return [fault.key for fault in caught.value.faults]


@pytest.mark.parametrize(("words", "key"), [
    ("删除", "edit-no-name"), (" 删 除 ", "edit-no-name"), ("（待明确）", "edit-no-name"),
    ("各部门", "edit-is-group"), ("各 部门", "edit-is-group"), ("县直各有关单位", "edit-is-group"),
    ("县审计局、县民政局", "edit-several"), ("县审计局\n县民政局", "edit-several"),
    ("县审计局 县民政局", "edit-several"), ("县审计局/县民政局", "edit-several"),
    ("由县审计局负责。", "edit-name-unusable"), ("审" * 65, "edit-name-unusable"), ("2024", "edit-name-unusable"),
    ("县审计局\u202e", "edit-name-unusable"), ("责任单位", "edit-name-unusable"),
])
@pytest.mark.parametrize("field", [Field.NAME, Field.FULL_NAME, Field.SUCCESSOR])
def test_what_is_no_name_of_one_body_is_refused(field: Field, words: str, key: str) -> None:
    more = [edit(Field.SUCCEEDED, "县水务局", "2024-05-01")] if field is Field.SUCCESSOR else []
    assert keys(plan(), edit(field, "县水务局", words), *more) == [key]


@pytest.mark.parametrize(("words", "key"), [
    ("水务局、各部门", "edit-is-group"), ("水务局、删除", "edit-no-name"), ("水务局、原文如此！", "edit-name-unusable"),
    ("水务局 供水局", "edit-several"),
])
def test_each_other_spelling_must_be_a_name(words: str, key: str) -> None:
    assert keys(plan(), edit(Field.ALIASES, "县水务局", words)) == [key]


def test_a_name_that_the_plan_has_is_taken_as_it_is() -> None:
    made = replace(plan(), departments=(*plan().departments, Department("县教育局：机关", ("教育局/机关",))))
    found = apply(made, [edit(Field.ALIASES, "县教育局：机关", "教育局/机关、教育局")])
    assert body(found, "县教育局：机关").aliases == ("教育局/机关", "教育局")


def test_a_name_broken_over_two_lines_is_one() -> None:
    found = apply(plan(), [edit(Field.NAME, "县水务局", "县人力资源和\n社会保障局")])
    assert body(found, "县人力资源和社会保障局").aliases == ("县水务局",)


def test_a_day_of_succession_that_is_none_is_refused_with_its_place() -> None:
    name, _ = heir("县水务局", "县水利局")
    assert keys(plan(), name, edit(Field.SUCCEEDED, "县水务局", "2024-02-30")) == ["rule-words-no-day"]


@pytest.mark.parametrize("edits", [
    heir("县水务局", "县水务局"),
    (*heir("县财政局", "财政局"),),
    (*heir("县水务局", "县水利局"), *heir("县水利局", "县水务局")),
    (*heir("县水务局", "县水利局"), edit(Field.NAME, "县水务局", "县水利局")),
    (*heir("县水利局", "县水务局"), edit(Field.NAME, "县水务局", "县水利局")),
    (*heir("县水务局", "县水利局"), *heir("县水利局", "县财政局"), edit(Field.NAME, "县财政局", "县水务局")),
])
def test_a_circle_of_successions_is_refused(edits: tuple[Edit, ...]) -> None:
    assert keys(plan(), *edits) == ["edit-circle"]


def test_a_circle_with_what_the_plan_says_already_is_refused() -> None:
    assert keys(succeeded(("县水利局", "县水务局")), *heir("县水务局", "县水利局")) == ["edit-circle"]


def test_bodies_made_one_that_take_over_through_a_third_are_a_circle() -> None:
    made = succeeded(("县水务局", "县财政局"), ("县财政局", "县水利局"))
    assert keys(made, edit(Field.NAME, "县水务局", "县水利局")) == ["edit-circle"]


def test_a_successor_follows_a_new_name() -> None:
    made = apply(succeeded(("县水务局", "县水利局")), [edit(Field.NAME, "县水利局", "县水利水务局")])
    assert body(made, "县水务局").successor == Succession("县水利水务局", MAY)


def test_of_a_body_and_its_successor_made_one_nobody_takes_over() -> None:
    made = apply(succeeded(("县水务局", "县水利局")), [edit(Field.NAME, "县水务局", "县水利局")])
    assert body(made, "县水利局").successor is None


def test_a_body_called_as_its_successor_that_the_plan_lacks_has_none() -> None:
    made = apply(succeeded(("县水务局", "县供水局")), [edit(Field.NAME, "县水务局", "县供水局")])
    assert body(made, "县供水局") == Department("县供水局", ("县水务局",))


def test_of_two_made_one_the_succession_that_leads_on_stays() -> None:
    made = apply(succeeded(("县水务局", "县水利局"), ("县水利局", "县供水局")),
                 [edit(Field.NAME, "县水务局", "县水利局")])
    assert body(made, "县水利局").successor == Succession("县供水局", MAY)
    turned = apply(succeeded(("县水务局", "县供水局"), ("县水利局", "县水务局")),
                   [edit(Field.NAME, "县水务局", "县水利局")])
    assert body(turned, "县水利局").successor == Succession("县供水局", MAY)


def test_a_refusal_repeats_a_long_cell_in_short() -> None:
    with pytest.raises(PlanFaults) as caught:
        apply(plan(), [edit(Field.WHEN, "R01.1", "不久\u202e\n" * 5000), edit(Field.WHO, "R01.2", "某局" * 9000)])
    for fault in caught.value.faults:
        said = [str(value) for name, value in fault.values.items() if name != "place"]
        assert all(len(one) <= 80 and one.isprintable() for one in said), fault.key
    assert [fault.key for fault in caught.value.faults] == ["rule-words-unclear", "edit-unknown-name"]
