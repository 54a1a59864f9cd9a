"""Which edits of an earlier version hold in a later one, field by field."""

from collections.abc import Sequence
from datetime import date

import pytest

from obligations.intake.document import Place
from obligations.intake.review.carrying import Carried, carried, lost_edits, noted
from obligations.intake.review.edit_fields import Edit, Field, fingerprint
from obligations.plan import Assignment, ByDate, Deliverable, Department, Group, Membership, Plan, Role, Task

DAY = date(2024, 1, 1)
TREASURY, EDUCATION, WATER = Department("县财政局"), Department("县教育局", ("教育局",)), Department("县水利局")
BUDGET, SCHOOLS = "公布预算。", "公布招生办法。"


def task(key: str, text: str, who: Department = TREASURY, due: date = date(2024, 6, 30)) -> Task:
    part = Deliverable(f"{key}.1", text, ByDate((due,)), (who.name,), text=text)
    return Task(key, key[1:], "一", text, "", (Assignment(Role.RESPONSIBLE, department=who.name),), (part,))


def plan(*tasks: Task, bodies: Sequence[Department] = (TREASURY, EDUCATION, WATER),
         groups: Sequence[Group] = ()) -> Plan:
    return Plan("2024-1", "云江县", 2024, "任务分工", DAY, tasks, tuple(bodies), tuple(groups))


OLD = plan(task("R01", BUDGET), task("R02", SCHOOLS, EDUCATION))


def edit(field: Field, target: str, words: str, text: str = "", old: Plan = OLD) -> Edit:
    [found] = noted([Edit(field, target, words, Place(row=9), fingerprint(text))], old)
    return found


def held(now: Plan, *edits: Edit) -> list[tuple[str, str]]:
    """What is carried out in the later plan: targets and words."""
    return [(one.target, one.words) for one in carried(edits, now).kept]


WHEN = edit(Field.WHEN, "R01.1", "2024-08-15 前", BUDGET)
WHO = edit(Field.WHO, "R02.1", "县水利局", SCHOOLS)
ROLE = edit(Field.RESPONSIBLE, "R02", "县水利局", SCHOOLS)


def test_edit_remembers_the_words_that_it_changed() -> None:
    assert (WHEN.was, WHO.was, ROLE.was) == ("2024-06-30 前", "县教育局", "县教育局")


def test_edits_hold_in_the_same_rows_also_under_other_keys() -> None:
    now = plan(task("R07", SCHOOLS, EDUCATION), task("R08", BUDGET))
    assert held(OLD, WHEN, WHO, ROLE) == [("R01.1", "2024-08-15 前"), ("R02.1", "县水利局"), ("R02", "县水利局")]
    assert held(now, WHEN, WHO, ROLE) == [("R08.1", "2024-08-15 前"), ("R07.1", "县水利局"), ("R07", "县水利局")]


def test_row_that_stands_there_twice_is_known_by_its_key_alone() -> None:
    assert held(plan(task("R01", BUDGET), task("R05", BUDGET)), WHEN) == [("R01.1", "2024-08-15 前")]
    assert carried([WHEN], plan(task("R05", BUDGET), task("R06", BUDGET))).lost == (WHEN,)


@pytest.mark.parametrize(("now", "gone"), [
    (plan(task("R01", BUDGET, due=date(2024, 12, 31)), task("R02", SCHOOLS, EDUCATION)), [WHEN]),
    (plan(task("R01", BUDGET), task("R02", SCHOOLS, TREASURY)), [WHO, ROLE]),
    (plan(task("R01", "公布决算。"), task("R02", SCHOOLS, EDUCATION)), [WHEN]),
])
def test_cell_or_row_that_the_document_changed_loses_its_edit(now: Plan, gone: list[Edit]) -> None:
    assert list(carried([WHEN, WHO, ROLE], now).lost) == gone


def test_what_the_document_says_itself_by_now_needs_nothing() -> None:
    now = plan(task("R01", BUDGET, due=date(2024, 8, 15)), task("R02", SCHOOLS, WATER))
    assert carried([WHEN, WHO, ROLE], now) == Carried()


def test_body_under_another_spelling_is_the_same_body() -> None:
    renamed = Department("县教育体育局", ("县教育局", "教育局"))
    now = plan(task("R01", BUDGET), task("R02", SCHOOLS, renamed), bodies=(TREASURY, renamed, WATER))
    assert held(now, WHO, edit(Field.WHO, "R01.1", "教育局", BUDGET)) == [("R02.1", "县水利局"), ("R01.1", "教育局")]
    assert carried([edit(Field.WHO, "R02.1", "教育局、县教育局", SCHOOLS)], now) == Carried()


def test_names_are_the_office_s_own_word_and_other_fields_of_a_body_hold_while_they_stay() -> None:
    name, alias = edit(Field.NAME, "县教育局", "县教体局"), edit(Field.ALIASES, "县教育局", "教育局、教体局")
    full = edit(Field.FULL_NAME, "县水利局", "云江县水利局")
    assert held(OLD, name, alias, full) == [
        ("县教育局", "县教体局"), ("县教育局", "教育局、教体局"), ("县水利局", "云江县水利局")]
    other = Department("县教育局", ("教委", "教育局"))
    found = carried([name, alias], plan(task("R01", BUDGET), bodies=(TREASURY, other, WATER)))
    assert [one.field for one in found.kept] == [Field.NAME] and [one.field for one in found.lost] == [Field.ALIASES]
    reordered = Department("县教育局", ("教体局", "教育局"))
    assert carried([alias], plan(task("R01", BUDGET), bodies=(reordered, TREASURY))) == Carried()


def test_edits_of_a_body_that_is_named_nowhere_any_more_are_over() -> None:
    edits = [edit(Field.NAME, "县教育局", "县教体局"), edit(Field.ALIASES, "县教育局", "教体局")]
    assert carried(edits, plan(task("R01", BUDGET), bodies=(TREASURY,))) == Carried()


def test_new_body_and_what_is_asked_of_it_hold_together() -> None:
    new = edit(Field.NAME, "+30", "县数据局")
    asked = edit(Field.WHO, "R01.1", "县数据局", BUDGET)
    assert held(OLD, new, asked) == [("+30", "县数据局"), ("R01.1", "县数据局")]
    assert carried([asked], OLD).lost == (asked,), "nobody has that name"


def test_one_edit_that_is_impossible_now_does_not_take_the_others_with_it() -> None:
    everyone = Group("各部门", (Membership("县财政局", DAY),))
    of_group = edit(Field.WHO, "R01.1", "各部门", BUDGET)
    assert held(plan(*OLD.tasks, groups=(everyone,)), of_group, WHO) == [("R01.1", "各部门"), ("R02.1", "县水利局")]
    found = carried([of_group, WHO, WHEN], OLD)
    assert (found.kept, found.lost) == ((WHO, WHEN), (of_group,))


def test_each_lost_edit_is_a_remark_about_its_row() -> None:
    found = carried([WHEN, edit(Field.WHEN, "R09.1", "每月", "公布补贴。")], plan(task("R05", SCHOOLS, EDUCATION)))
    remarks = list(lost_edits(found, plan(task("R01", "公布决算。"))))
    assert [(one.kind, one.row, one.quote.text, one.choices) for one in remarks] == [
        ("edit-lost", 0, "2024-08-15 前", ()), ("edit-lost", None, "每月", ())]
    assert len({one.key for one in remarks}) == 2
