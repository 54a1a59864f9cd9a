"""A table row by row: page breaks, several tables, what is no task, what is refused."""

import pytest

from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt
from tests.unit.intake.tables import (
    PLAIN,
    answered,
    doubts,
    everything,
    faults,
    kinds,
    read,
    table,
    who,
    with_hidden_column,
    words,
)

FIRST = ("1", "公布权责清单", "县委编办", "6月底前")
SECOND = ("2", "公布审计结果", "县审计局", "全年")


def _second(doubt: Doubt) -> str | None:
    return doubt.choices[1].id if doubt.choices else None


def test_every_row_keeps_its_words_and_its_place() -> None:
    found = read("云江县分工", table(PLAIN, FIRST, SECOND))
    assert found.title == "云江县分工"
    assert words(found) == [("公布权责清单", "6月底前"), ("公布审计结果", "全年")]
    assert [row.place for row in found.rows] == [Place(table=1, row=2), Place(table=1, row=3)]
    assert found.rows[1].bodies[0][1].place == Place(table=1, row=3, column=3)


def test_a_header_repeated_at_a_page_break_is_no_row() -> None:
    assert len(read(table(PLAIN, FIRST, PLAIN, SECOND)).rows) == 2


def test_a_new_header_in_the_midst_of_a_table_holds_from_there() -> None:
    found = read(table(PLAIN, FIRST, ("序号", "责任单位", "重点任务", "时限"), ("2", "县审计局", "公布审计结果",
        "全年")))
    assert words(found) == [("公布权责清单", "6月底前"), ("公布审计结果", "全年")]
    assert who(found, 1) == [("responsible", "县审计局")]


def test_a_short_row_that_speaks_of_tasks_and_bodies_is_no_header() -> None:
    found = read(table(PLAIN, ("1", "重点工作", "各责任单位", "全年")))
    assert words(found) == [("重点工作", "全年")]


def test_a_table_that_goes_on_after_a_page_break_needs_no_header() -> None:
    blocks = (table(PLAIN, FIRST), "— 2 —", table(SECOND, number=2))
    assert [row.number for row in read(*blocks).rows] == ["1", "2"]
    assert kinds(*blocks) == ["table-continued"]


def test_a_table_without_a_header_under_a_heading_is_asked_whether_it_goes_on() -> None:
    blocks = (table(PLAIN, FIRST), "二、平台建设", table(SECOND, number=2))
    assert [doubt.kind for doubt in doubts(*blocks) if doubt.choices] == ["table-continued"]
    assert read(*blocks).rows[1].sections == ("二、平台建设",)


def test_several_tables_with_headers_are_read_in_order_under_their_headings() -> None:
    found = read("云江县分工", "一、主动公开", table(PLAIN, FIRST), "二、监督", table(("责任单位", "任务"),
        SECOND[2:0:-1]))
    assert [(row.sections, row.content.text) for row in found.rows] == [
        (("一、主动公开",), "公布权责清单"), (("二、监督",), "公布审计结果")]


def test_headings_of_a_letter_before_the_table_are_not_its_sections() -> None:
    found = read("关于印发分工的通知", "一、提高认识", "请认真落实。", "二、加强督查", "附件：分工表", table(PLAIN,
        FIRST))
    assert found.rows[0].sections == ()
    assert "一、提高认识" in [quote.text for quote in found.headings]


@pytest.mark.parametrize("note", ["注：排在第一位的为牵头单位。", "备注：日期均指2025年。", "联系人：县政府办",
                                  "合计", "填表说明"])
def test_notes_under_a_table_are_kept_and_remarked(note: str) -> None:
    blocks = table(PLAIN, FIRST, (note,))
    assert len(read(blocks).rows) == 1
    assert note in [quote.text for quote in read(blocks).headings]
    assert kinds(blocks) == ["note-row"]


def test_empty_rows_and_rows_that_only_reach_down_are_nothing() -> None:
    assert kinds(table(PLAIN, FIRST, ("", " ", "", "\n"), ("",), merged=[(1, 0, 1, 0)])) == []
    assert len(read(table(PLAIN, FIRST, ("",), merged=[(1, at, 2, at) for at in range(4)])).rows) == 1


@pytest.mark.parametrize("row", [
    ("3", "公布名单", "6月底前", "县司法局"), ("3", "公布名单", "", "县司法局、县民政局"), ("3", "公布名单", "全年",
        ""),
    ("公布行政处罚决定和行政许可决定的名单", "县司法局", "6月底前", ""), ("", "3", "公布名单", "县司法局"),
    ("3", "县司法局、县民政局", "", "6月底前"),
])
def test_a_row_whose_words_stand_in_the_wrong_columns_is_refused(row: tuple[str, ...]) -> None:
    fault = faults(table(PLAIN, FIRST, row))[0]
    assert fault.key == "rows-shifted"
    assert fault.values["place"] == Place(table=1, row=3)
    assert all(cell in str(fault.values["quote"]) for cell in row)


def test_bodies_without_a_task_are_refused_with_every_such_row() -> None:
    found = faults(table(PLAIN, FIRST, ("2", "", "县审计局", "全年"), ("3", "", "县司法局", "全年")))
    assert [(fault.key, fault.values["place"]) for fault in found] == [
        ("rows-no-task", Place(table=1, row=3)), ("rows-no-task", Place(table=1, row=4))]


def test_a_lone_body_is_refused() -> None:
    assert faults(table(PLAIN, FIRST, ("", "", "县审计局")))[0].key == "rows-no-task"


def test_a_hidden_row_is_read_and_asked_about() -> None:
    whole = table(PLAIN, FIRST, SECOND, hidden=[2])
    assert [row.hidden for row in read(whole).rows] == [False, True]
    assert kinds(whole) == ["hidden-row"]


def test_a_hidden_row_that_is_not_wanted_keeps_its_words() -> None:
    found = answered(_second, table(PLAIN, FIRST, SECOND, hidden=[2]))
    assert len(found.rows) == 1
    assert set(SECOND) <= {quote.text for quote in found.headings}


def test_a_hidden_table_is_asked_about_once() -> None:
    blocks = (table(PLAIN, FIRST), table(PLAIN, SECOND, SECOND, number=2, hidden=[0, 1, 2]))
    assert kinds(*blocks)[0] == "hidden-table"
    assert len(answered(_second, *blocks).rows) == 1
    assert "公布审计结果" in everything(answered(_second, *blocks))


def test_a_hidden_column_is_read_and_remarked() -> None:
    whole = with_hidden_column(table(PLAIN, FIRST), 2)
    assert kinds(whole) == ["column-hidden"]
    assert not read(whole).rows[0].hidden


def test_a_table_of_people_is_passed_over_and_asked_about() -> None:
    blocks = (table(PLAIN, FIRST), table(("单位", "联系人", "电话"), ("县司法局", "甲", "8801"), number=2))
    assert kinds(*blocks) == ["table-unread"]
    assert {"县司法局", "甲", "8801"} <= {quote.text for quote in read(*blocks).headings}


@pytest.mark.parametrize("blocks", [("云江县通报", "工作总体平稳。"), (table(("甲", "乙"), ("丙", "丁")),)])
def test_a_document_without_tasks_is_refused_with_its_first_words(blocks: tuple[str, ...]) -> None:
    fault = faults(*blocks)[0]
    assert (fault.key, str(fault.values["quote"])[0]) == ("rows-none", "云" if len(blocks) == 2 else "甲")


def test_a_document_without_words_is_refused() -> None:
    assert faults("  ", table(("", " "), ("\n", "")))[0].key == "rows-empty"
