"""A body that only a later clause begins with does not take a duty over from those in the cells unasked."""

from datetime import date

import pytest

from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import TYPED
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from obligations.plan import Department
from tests.unit.intake.tables import PLAIN, document, table


def drafted(task: str, who: str, when: str = "6月底前", answers: dict[str, str] | None = None) -> Draft:
    return draft(document("云江县2024年政务公开任务分工", table(PLAIN, ("1", task, who, when))),
                 Wanted(date(2024, 3, 1)), Known(), answers or {}, "2024-1")


def asked_of(made: Draft) -> list[tuple[str, ...]]:
    return [part.departments + part.groups for part in made.plan.tasks[0].deliverables]


def later(made: Draft) -> list[str]:
    """The questions about it: the defaults."""
    return [one.choices[0].kind for one in made.questions if one.kind == "later-subject"]


@pytest.mark.parametrize(("task", "who", "asked"), [
    ("公布招生办法。县公安局配合核验户籍", "县教育局、县公安局", ("县教育局", "县公安局")),
    ("公开部门预算，县审计局加强监督", "县财政局、县审计局", ("县财政局", "县审计局")),
    ("公布抽检结果，县农业农村局同步公布检测结果", "县市场监管局牵头，县农业农村局配合", ("县市场监管局",)),
    ("公布征地信息，各乡镇在村务栏张贴", "县自然资源局、各乡镇", ("县自然资源局",)),
])
def test_duty_stays_with_the_bodies_of_the_cell_and_is_asked_about(task: str, who: str, asked: tuple[str, ...]) -> None:
    made = drafted(task, who)
    assert asked_of(made) == [asked] and later(made) == ["by-cells"]


def test_office_may_say_that_only_the_later_one_is_meant() -> None:
    first = drafted("公开部门预算，县审计局加强监督", "县财政局、县审计局")
    [key] = [one.key for one in first.questions if one.kind == "later-subject"]
    assert asked_of(drafted("公开部门预算，县审计局加强监督", "县财政局、县审计局", answers={key: "by-words"})) == [
        ("县审计局",)]


def test_group_that_alone_is_told_when_is_meant_until_the_office_says_otherwise() -> None:
    made = drafted("及时发布清单调整通知，县政府各部门在权责变化后1个工作日内公布清单",
                   "县委编办、县政府各部门、县财政局", "全年")
    assert later(made) == ["by-words"]


@pytest.mark.parametrize(("task", "who"), [
    ("根据省有关规定，县财政局公布预算", "县财政局、县审计局"),
    ("公布预算，县财政局加强督促", "县财政局"),
    ("县财政局公布预算，并做好解读", "县财政局、县审计局"),
])
def test_subject_after_a_mere_opening_or_of_all_that_is_asked_is_no_question(task: str, who: str) -> None:
    assert not later(drafted(task, who))


def test_somebody_known_to_the_office_may_be_typed_where_the_document_names_nobody() -> None:
    known = Known("云江县", (Department("县水利局", ("水利局",)), Department("县财政局")))
    rows = (PLAIN, ("1", "公布水质", "有关单位", "6月底前"), ("2", "公布预算", "县财政局", "6月底前"))
    source = document("云江县2024年政务公开任务分工", table(*rows))
    first = draft(source, Wanted(date(2024, 3, 1)), known, {}, "2024-1")
    [key] = [one.key for one in first.questions if one.kind == "nobody-asked"]
    made = draft(source, Wanted(date(2024, 3, 1)), known, {key: f"{TYPED}水利局"}, "2024-1")
    assert asked_of(made) == [("县水利局",)]
    assert "县水利局" in [body.name for body in made.plan.departments]
