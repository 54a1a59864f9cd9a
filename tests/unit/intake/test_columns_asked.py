"""Where two columns could be the same thing the office is asked, and its answer holds."""

from obligations.intake.inquiry import Doubt
from tests.unit.intake.tables import answered, doubts, faults, read, table

TWICE = table(("任务", "具体举措", "完成标准", "责任单位", "公开时限", "完成时限"),
              ("政策解读", "制作图解", "每件政策都有图解", "县司法局", "随时", "11月底前"))


def _second(doubt: Doubt) -> str | None:
    return doubt.choices[1].id if doubt.choices else None


def test_two_columns_of_requirements_and_two_of_deadlines_are_asked() -> None:
    asked = [(doubt.kind, [choice.value for choice in doubt.choices]) for doubt in doubts(TWICE)]
    assert asked == [("two-columns", ["2 具体举措", "3 完成标准"]), ("two-columns", ["6 完成时限", "5 公开时限"])]


def test_the_column_that_finishes_counts_until_it_is_answered() -> None:
    row = read(TWICE).rows[0]
    assert (row.requirement.text, row.deadline.text) == ("制作图解", "11月底前")
    assert [(name, quote.text) for name, quote in row.others] == [("完成标准", "每件政策都有图解"), ("公开时限",
        "随时")]


def test_the_other_column_counts_once_the_office_says_so() -> None:
    row = answered(_second, TWICE).rows[0]
    assert (row.requirement.text, row.deadline.text) == ("每件政策都有图解", "随时")


def test_a_column_that_is_not_about_bodies_leaves_the_row_without_any() -> None:
    found = answered(_second, table(("任务", "对接部门", "时限"), ("公布名单", "县人社局", "全年")))
    assert found.rows[0].bodies == ()
    assert found.rows[0].others[0][1].text == "县人社局"


def test_a_table_of_bodies_without_tasks_is_refused_with_its_heading() -> None:
    fault = faults(table(("责任单位", "得分"), ("县人社局", "90"), ("县司法局", "95")))[0]
    assert (fault.key, fault.values["quote"]) == ("rows-no-task-column", "责任单位")


def test_a_table_of_tasks_without_a_header_is_refused_with_its_place() -> None:
    fault = faults(table(*[(str(at), f"按季度公布第{at}类检查计划和检查结果", "县应急局", "全年") for at in range(1,
        5)]))[0]
    assert fault.key == "rows-no-header"
    assert str(fault.values["quote"]).startswith("1 按季度公布第1类")
