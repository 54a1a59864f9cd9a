"""A heading that says when, who or of what year speaks for the rows under it, and is asked about once."""

from datetime import date

import pytest

from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from obligations.plan import ByDate, Every, Periodic, Role
from tests.unit.intake.tables import PLAIN, document, table

TITLE = "云江县2024年政务公开任务分工"
JUNE, OCTOBER = ByDate((date(2024, 6, 30),)), ByDate((date(2024, 10, 31),))


def drafted(*rows: tuple[str, ...], answers: dict[str, str] | None = None, head: tuple[str, ...] = PLAIN) -> Draft:
    """A table whose rows of one cell are headings over all of its columns."""
    merged = [(at, 0, at, len(head) - 1) for at, row in enumerate((head, *rows)) if len(row) == 1]
    return draft(document(TITLE, table(head, *rows, merged=merged)), Wanted(date(2024, 3, 1)), Known(), answers or {},
                 "2024-1")


def rules(made: Draft) -> list[object]:
    return [part.rule for task in made.plan.tasks for part in task.deliverables]


def asked(made: Draft) -> list[tuple[str, str]]:
    """What is asked about headings: the kind, and the heading."""
    return [(one.kind, one.quote.text) for one in made.questions if one.kind.startswith("heading-")]


def who(made: Draft, row: int) -> list[tuple[Role, str | None]]:
    return [(one.role, one.department) for one in made.plan.tasks[row].assignments]


def refused(made: Draft, kind: str) -> dict[str, str]:
    """The answer that the heading is only one."""
    return {next(one.key for one in made.questions if one.kind == kind): "only-heading"}


TIMED = (("一、6月底前完成的任务",), ("1", "公布目录", "县财政局", ""), ("2", "公布指南", "县教育局", "2024年9月底前"),
         ("二、每月更新的事项",), ("3", "公布水质", "县水利局", ""))


def test_date_in_a_heading_holds_for_the_rows_that_have_none_and_is_asked_once() -> None:
    made = drafted(*TIMED)
    assert rules(made) == [JUNE, ByDate((date(2024, 9, 30),)), Periodic(Every.MONTH)]
    assert asked(made) == [("heading-time", "一、6月底前完成的任务"), ("heading-time", "二、每月更新的事项")]
    assert all(one.quote.place.row for one in made.questions if one.kind == "heading-time")


def test_heading_is_found_in_the_document_though_its_number_stands_in_a_cell_of_its_own() -> None:
    made = drafted(("一", "10月底前完成的任务"), ("1", "公布目录", "县财政局", ""))
    assert rules(made) == [OCTOBER]
    assert [one.quote.place.row for one in made.questions if one.kind == "heading-time"] == [2]


def test_heading_that_is_only_one_leaves_the_rows_without_a_date() -> None:
    made = drafted(*TIMED, answers=refused(drafted(*TIMED), "heading-time"))
    assert rules(made)[0] == Periodic(Every.QUARTER, assumed=True)


def test_what_stands_in_the_cell_of_the_time_stays_what_it_is() -> None:
    assert [task.deadline_cell for task in drafted(*TIMED).plan.tasks] == ["", "2024年9月底前", ""]


@pytest.mark.parametrize("heading", [
    "【10月】", "10月份", "二、10月份的任务", "二、10月底前", "（二）10月底前完成（共2项）",
    "三、2024年10月底前办结的事项"])
def test_the_ways_of_heading_rows_with_a_date(heading: str) -> None:
    assert rules(drafted((heading,), ("1", "公布目录", "县财政局", ""))) == [OCTOBER]


def test_date_of_the_words_themselves_goes_before_the_heading() -> None:
    made = drafted(("一、6月底前完成的任务",), ("1", "10月底前公布目录", "县财政局", ""))
    assert rules(made) == [OCTOBER] and not asked(made)


def test_nearest_heading_counts() -> None:
    made = drafted(("一、全县6月底前完成的任务",), ("（一）10月底前",), ("1", "公布目录", "县财政局", ""))
    assert rules(made) == [OCTOBER]


def test_date_in_the_heading_of_a_column_holds_too() -> None:
    made = drafted(("1", "公布目录", "县财政局"), head=("序号", "工作任务（2024年10月底前完成）", "责任单位"))
    assert rules(made) == [OCTOBER] and [kind for kind, _ in asked(made)] == ["heading-time"]


def test_quarter_in_a_heading_is_a_date_too() -> None:
    made = drafted(("一、第二季度任务",), ("1", "公布目录", "县财政局", ""))
    assert rules(made) == [JUNE]


def test_date_in_the_words_beside_the_requirement_is_the_row_s_own() -> None:
    head = ("工作任务", "具体要求", "责任单位")
    made = drafted(("一、6月底前",), ("10月底前公布目录", "做好公布", "县财政局"), head=head)
    assert not asked(made)


@pytest.mark.parametrize("heading", [
    "一、县域经济发展任务", "二、区块链平台建设工作", "五、“十四五”规划2021年评估", "六、2029年远景目标",
    "一、推进重点领域信息公开", "二、落实年度任务", "（三）用好“两微一端”新平台", "四、做好政策解读工作"])
def test_usual_headings_ask_nothing(heading: str) -> None:
    head = ("序号", "工作任务（见附件）", "责任单位", "完成时限")
    made = drafted((heading,), ("1", "公布目录", "县财政局", ""), head=head)
    assert not asked(made) and who(made, 0) == [(Role.RESPONSIBLE, "县财政局")]


LED = (("一、县发展改革局牵头任务",), ("1", "公布项目", "县财政局", "6月底前"),
       ("2", "公布审批", "县发展改革局", "6月底前"))


def test_body_in_a_heading_has_a_part_in_the_rows_under_it() -> None:
    made = drafted(*LED)
    assert who(made, 0) == [(Role.LEAD, "县发展改革局"), (Role.RESPONSIBLE, "县财政局")]
    assert made.plan.tasks[0].deliverables[0].departments == ("县发展改革局", "县财政局")
    assert asked(made) == [("heading-body", "一、县发展改革局牵头任务")]


def test_body_in_a_heading_is_none_where_the_office_says_so() -> None:
    made = drafted(*LED, answers=refused(drafted(*LED), "heading-body"))
    assert who(made, 0) == [(Role.RESPONSIBLE, "县财政局")]


def test_heading_that_repeats_what_the_rows_say_is_not_asked() -> None:
    made = drafted(("一、县财政局",), ("1", "公布项目", "县财政局", "6月底前"))
    assert not asked(made)


def test_rooms_of_the_body_in_the_heading_are_no_bodies_of_their_own() -> None:
    head = ("序号", "工作任务", "责任科室", "完成时限")
    made = drafted(("县财政局",), ("1", "公布预算", "预算科、国库科", "6月底前"), head=head)
    assert who(made, 0) == [(Role.RESPONSIBLE, "县财政局")]
    assert made.source.rows[0].bodies[0][1].text == "预算科、国库科"


YEARS = (("一、2024年任务",), ("1", "公布预算", "县财政局", "6月底前"),
         ("二、2025年任务",), ("2", "公布债务", "县财政局", "6月底前"))


def test_year_in_a_heading_is_that_of_the_dates_under_it() -> None:
    made = drafted(*YEARS)
    assert rules(made) == [JUNE, ByDate((date(2025, 6, 30),))]
    assert asked(made) == [("heading-year", "二、2025年任务")]
    assert rules(drafted(*YEARS, answers=refused(made, "heading-year"))) == [JUNE, JUNE]


def test_same_document_as_text_says_the_same() -> None:
    text = (f"{TITLE}\n一、6月底前完成的任务\n1.公布目录。（责任单位：县财政局）\n"
            "二、10月底前\n2.公布指南。（责任单位：县教育局）\n")
    made = draft(read_document("a.txt", text.encode()), Wanted(date(2024, 3, 1)), Known(), {}, "2024-1")
    assert rules(made) == [JUNE, OCTOBER]
