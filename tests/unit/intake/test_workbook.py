"""The review workbook is a table that an office can work with: it reads well, prints well, and offers its answers."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from locales.catalogue import LOCALES, texts
from locales.workbook import review_workbook
from obligations.intake.draft import draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.review.edits import apply
from obligations.intake.review.review import read_review
from obligations.intake.terms import Wanted
from tests.unit.intake.reviewing import (
    back,
    carried_out,
    cell,
    drafted,
    heading,
    opened,
    part,
    put,
    question_number,
    sent,
)

MADE = drafted()
BOOK = opened(MADE)
TASKS, QUESTIONS, BODIES = BOOK["任务"], BOOK["问题"], BOOK["部门"]
SEED = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"
WIDEST = 120        # characters: more does not fit on a screen


def column(sheet: Worksheet, words: str) -> list[str]:
    """The words under a heading, merged cells once."""
    top = heading(sheet, words)
    cells = [sheet.cell(row, top.column) for row in range(top.row + 1, sheet.max_row + 1)]
    return [str(one.value) for one in cells if one.value is not None]


def sheets() -> list[Worksheet]:
    return [TASKS, QUESTIONS, BODIES]


def test_it_opens_with_a_page_that_says_what_to_do() -> None:
    assert BOOK.sheetnames == ["说明", "任务", "问题", "部门", "gongkai"]
    assert BOOK.active is not None and BOOK.active.title == "说明"
    assert BOOK["gongkai"].sheet_state == "hidden"


def test_the_columns_of_the_document_stand_first_in_their_order_with_their_own_words() -> None:
    headings = [one.value for one in TASKS[4]]
    assert headings[:5] == ["序号", "重点任务", "具体要求", "责任单位", "时限"]
    assert headings[5:11] == ["行号", "交付编号", "交付要求", "派给", "时限（理解）", "公开位置"]
    assert headings[11:] == ["牵头", "责任", "配合", "抄送", "待答问题"]
    assert TASKS["C5"].value == "1.县财政局公布补贴目录。\n2.县民政局公布救助标准。"
    assert TASKS["A1"].value == "云江县2024年政务公开重点任务分工"


def test_what_was_understood_stands_apart_under_a_heading_and_in_a_colour() -> None:
    assert (TASKS["A3"].value, TASKS["F3"].value) == ("原文", "系统理解")
    assert TASKS["C5"].fill.fgColor.rgb != TASKS["H5"].fill.fgColor.rgb


def test_a_deliverable_has_a_line_and_its_task_reaches_over_all_of_them() -> None:
    assert column(TASKS, "交付编号") == ["R01.1", "R01.2", "R02.1", "R03.1", "R04.1"]
    assert column(TASKS, "行号") == ["R01", "R01", "R02", "R03", "R04"]
    merged = {str(one) for one in TASKS.merged_cells.ranges}
    assert {"C5:C6", "D5:D6", "L5:L6"} <= merged


def test_a_merged_cell_of_the_document_is_merged_here() -> None:
    assert "B7:B8" in {str(one) for one in TASKS.merged_cells.ranges}


def test_every_word_of_the_document_stands_on_the_sheet() -> None:
    seen = {str(one.value) for row in TASKS.iter_rows() for one in row}
    assert "附注：未尽事宜由县政府办公室解释。" in seen


def test_what_nobody_decided_says_so_in_words() -> None:
    assert cell(BOOK, "任务", "R04.1", "时限（理解）").value == "每季度（系统默认）"
    assert "系统默认" in str(cell(BOOK, "任务", "R04.1", "待答问题").value)
    assert str(cell(BOOK, "问题", "2", "目前按").value).endswith("（系统默认）")


def test_open_questions_are_named_by_the_numbers_they_have_on_their_sheet() -> None:
    numbers = [number for number, doubt in enumerate(MADE.questions, 1) if doubt.row == 3]
    assert "、".join(map(str, numbers)) in str(cell(BOOK, "任务", "R04.1", "待答问题").value)
    assert column(QUESTIONS, "编号") == [str(n) for n in range(1, len(MADE.questions) + 1)]


def test_an_answer_is_chosen_from_a_list_that_stands_on_the_hidden_sheet() -> None:
    number = question_number(MADE, "merged-body")
    answer = cell(BOOK, "问题", number, "答复")
    rules = {str(one.sqref): one for one in QUESTIONS.data_validations.dataValidation}
    rule = rules[answer.coordinate]
    area = str(rule.formula1).replace("gongkai!", "").replace("$", "")
    offered = [row[0].value for row in BOOK["gongkai"][area]]
    assert offered == ["两个单位", "同一个单位"]
    assert rule.errorStyle in (None, "stop")


def test_where_words_may_be_typed_the_list_only_warns() -> None:
    answer = cell(BOOK, "问题", question_number(MADE, "open-list"), "答复")
    rules = {str(one.sqref): one.errorStyle for one in QUESTIONS.data_validations.dataValidation}
    assert rules[answer.coordinate] == "warning"
    assert len(rules) == len(MADE.questions)


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: str(sheet.title))
def test_a_sheet_scrolls_filters_and_prints_under_its_headings(sheet: Worksheet) -> None:
    assert sheet.freeze_panes is not None and sheet.auto_filter.ref
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: str(sheet.title))
def test_words_wrap_in_columns_of_a_width_that_suits_them(sheet: Worksheet) -> None:
    top = heading(sheet, "编号" if sheet is not TASKS else "行号").row
    for row in sheet.iter_rows(min_row=top, max_row=sheet.max_row):
        for one in row:
            if one.value and not isinstance(one, MergedCell) and one.fill.fgColor.rgb != "00000000":
                assert one.alignment.wrap_text
    widths = [one.width for one in sheet.column_dimensions.values()]
    assert min(widths) >= 5 and max(widths) <= WIDEST


def test_a_row_is_tall_enough_for_what_stands_in_it() -> None:
    line, width = 15.0, TASKS.column_dimensions["C"].width
    tall = {row: TASKS.row_dimensions[row].height or 0 for row in range(5, 10)}
    for rows in ((5, 6), (7,), (8,), (9,)):
        lines = len(str(TASKS.cell(rows[0], 3).value)) * 2 / width
        assert sum(tall[row] for row in rows) >= lines * line


def test_no_cell_is_a_formula_or_a_link() -> None:
    for sheet in BOOK:
        assert all(one.data_type in ("s", "n") and not one.hyperlink for row in sheet.iter_rows() for one in row)


def test_the_same_plan_gives_the_same_file_and_names_nobody() -> None:
    assert sent(MADE) == sent(MADE)
    with ZipFile(BytesIO(sent(MADE))) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core


@pytest.mark.parametrize("locale", LOCALES)
def test_it_speaks_the_reader_s_language(locale: str) -> None:
    book = load_workbook(BytesIO(sent(MADE, locale=locale)))
    assert book.sheetnames[1] == texts(locale)("workbook-sheet-tasks")


def edited() -> Workbook:
    book = opened(MADE)
    put(cell(book, "任务", "R01.1", "交付要求"), "公布目录")
    put(cell(book, "任务", "R01.2", "派给"), "删除")
    put(cell(book, "部门", "6", "名称"), "县水利局")
    put(cell(book, "部门", "1", "名称"), "云江县财政局")
    sheet, first = book["任务"], heading(book["任务"], "行号").column
    for offset, words in ((0, "R04"), (2, "公布名录"), (3, "县统计局"), (4, "每年")):
        put(sheet.cell(10, first + offset), words)
    put(book["部门"].cell(9, 2), "县统计局")
    put(book["部门"].cell(9, 5), "县政府各部门")
    return book


def test_a_workbook_of_an_edited_plan_carries_the_edits_on() -> None:
    plan = carried_out(back(edited()))
    again = opened(MADE, plan)
    assert cell(again, "任务", "R01.1", "交付要求").value == "公布目录"
    assert cell(again, "任务", "R01.2", "派给").value == "删除"
    assert carried_out(back(again)) == plan


def test_a_second_round_of_edits_adds_to_the_first() -> None:
    again = opened(MADE, carried_out(back(edited())))
    put(cell(again, "任务", "R02.1", "交付要求"), "公开议定事项")
    plan = carried_out(back(again))
    assert part(plan, "R02.1").title == "公开议定事项"
    assert part(plan, "R01.1").title == "公布目录"
    assert part(plan, "R04.2").departments == ("县统计局",)
    assert [body.name for body in plan.departments] == [
        "云江县财政局", "县民政局", "县政府办公室", "县司法局", "县水利局", "县统计局"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_real_table_goes_to_the_office_and_back_without_a_change(locale: str) -> None:
    document = read_document(SEED.name, SEED.read_bytes())
    made = draft(document, Wanted(date(2018, 6, 1), "池州市贵池区", 2018), Known("池州市贵池区"), {}, "guichi-2018-2")
    assert len(made.source.rows) == 28
    content = review_workbook(texts(locale), made, made.plan, document)
    review = read_review(read_document("核对表.xlsx", content))
    assert review is not None and review.document == document
    again = draft(review.document, review.wanted, Known("池州市贵池区"), review.answers, review.key)
    assert again == made
    assert apply(again.plan, review.edits) == made.plan
