"""What a new version of a plan changes, deliverable by deliverable."""

from dataclasses import replace
from datetime import date

from obligations.changes import Change, Field, What, compare
from obligations.plan import AfterEvent, ByDate, Deliverable, Department, EventKind, Group, Membership, Plan, Task, Unit

START = date(2025, 1, 1)
TREASURY, EDUCATION = "县财政局", "县教育局"
REPORT = Deliverable("R01.1", "年度报告", ByDate((date(2025, 3, 31),)), (TREASURY,), text="3月底前发布年度报告")
LIST = Deliverable("R01.2", "权责清单", AfterEvent("changed", 1, Unit.WORKDAYS), (TREASURY, EDUCATION))


def plan_of(*parts: Deliverable, departments: tuple[str, ...] = (TREASURY, EDUCATION)) -> Plan:
    task = Task("R01", "1", "一", "报告与清单", "全年", (), parts)
    return Plan("yj-2025", "云江县", 2025, "任务分工", START, (task,), tuple(map(Department, departments)),
                events=(EventKind("changed", "权力事项变化"),))


def changes_to(*parts: Deliverable) -> tuple[Change, ...]:
    return compare(plan_of(REPORT, LIST), plan_of(*parts)).changes


def test_a_plan_differs_in_nothing_from_itself() -> None:
    assert compare(plan_of(REPORT, LIST), plan_of(REPORT, LIST)).none


def test_another_key_or_title_of_the_plan_is_no_change_to_anybody() -> None:
    assert compare(plan_of(REPORT), replace(plan_of(REPORT), key="yj-2025-2", title="正式稿")).none


def test_a_new_deliverable_is_named_with_its_row() -> None:
    [found] = compare(plan_of(REPORT), plan_of(REPORT, LIST)).changes
    assert (found.what, found.task.key, found.before, found.after) == (What.NEW, "R01", None, LIST)


def test_one_that_is_gone_comes_last() -> None:
    first, last = changes_to(replace(REPORT, title="年报"))
    assert (first.what, last.what, last.before, last.after) == (What.CHANGED, What.GONE, LIST, None)


def test_another_date_is_a_change_of_the_rule() -> None:
    [found] = changes_to(replace(REPORT, rule=ByDate((date(2025, 4, 30),))), LIST)
    assert found.fields == (Field.RULE,)


def test_the_order_in_which_departments_are_written_is_no_change() -> None:
    assert not changes_to(REPORT, replace(LIST, departments=(EDUCATION, TREASURY)))


def test_another_department_is_a_change_of_who() -> None:
    [found] = changes_to(REPORT, replace(LIST, departments=(TREASURY,)))
    assert found.fields == (Field.WHO,)


def test_a_group_counts_by_its_members_not_by_its_name() -> None:
    members = tuple(Membership(name, START) for name in (EDUCATION, TREASURY))
    parts = REPORT, replace(LIST, departments=(), groups=("各部门",))
    grouped = replace(plan_of(*parts), groups=(Group("各部门", members),))
    assert compare(plan_of(REPORT, LIST), grouped).none


def test_a_member_that_joins_a_group_changes_who_is_asked() -> None:
    grouped = replace(LIST, departments=(), groups=("各部门",))
    one, two = (replace(plan_of(grouped), groups=(Group("各部门", tuple(Membership(n, START) for n in names)),))
                for names in ((TREASURY,), (TREASURY, EDUCATION)))
    [found] = compare(one, two).changes
    assert found.fields == (Field.WHO,)


def test_other_words_of_the_document_are_a_change_but_not_their_first_appearance() -> None:
    [found] = changes_to(replace(REPORT, text="3月底前发布年度报告和解读"), LIST)
    assert found.fields == (Field.TEXT,)
    assert compare(plan_of(replace(REPORT, text="")), plan_of(REPORT)).none


def test_another_event_is_a_change_even_under_the_same_key() -> None:
    renamed = replace(plan_of(LIST), events=(EventKind("changed", "部门职责变化"),))
    [found] = compare(plan_of(LIST), renamed).changes
    assert found.fields == (Field.RULE,)


def test_departments_that_come_and_go_are_named() -> None:
    older, newer = (plan_of(REPORT, departments=(TREASURY, name)) for name in (EDUCATION, "县医保局"))
    found = compare(older, newer)
    assert (found.departments_new, found.departments_gone, found.changes) == (("县医保局",), (EDUCATION,), ())
    assert not found.none
