"""A review workbook comes back as it went out, whatever a clerk does with its rows and columns."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from obligations.intake.document import Table
from obligations.intake.reading.files import read_document
from obligations.intake.review.review import read_review
from tests.unit.intake.reviewing import (
    DOCUMENT,
    WANTED,
    back,
    carried_out,
    cell,
    changed,
    document,
    drafted,
    heading,
    opened,
    put,
    saved,
    sent,
    task_line,
)

MADE = drafted()


def unmerged(sheet: Worksheet) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)


def reversed_lines(sheet: Worksheet, first: int, last: int) -> None:
    """Sort lines the other way round, as Excel does once nothing is merged."""
    lines = [[one.value for one in row] for row in sheet.iter_rows(first, last)]
    for row, values in zip(range(first, last + 1), reversed(lines), strict=True):
        for column, value in enumerate(values, 1):
            put(sheet.cell(row, column), value)


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_workbook_that_nobody_touched_changes_nothing(locale: str) -> None:
    review = read_review(read_document("核对表.xlsx", sent(MADE, locale=locale)))
    assert review and not review.edits and not review.answers
    assert carried_out(review) == MADE.plan


def test_the_document_comes_back_with_every_place_and_every_merged_cell() -> None:
    review = back(opened(MADE))
    assert review.document == DOCUMENT
    table = review.document.blocks[1]
    assert isinstance(table, Table)
    assert table.grid[2][1] is table.grid[3][1]
    assert table.grid[1][1] is not table.grid[2][1]


def test_it_knows_whose_plan_it_is_and_from_when() -> None:
    review = back(opened(MADE))
    assert (review.key, review.district, review.year) == ("yunjiang-2024", "云江县", 2024)
    assert review.wanted == WANTED
    assert not review.changed


def test_any_other_document_is_no_review_workbook() -> None:
    assert read_review(DOCUMENT) is None


def test_saving_in_another_program_changes_nothing() -> None:
    again = opened(MADE)
    for sheet in again:
        for row in sheet.iter_rows():
            for one in row:
                if isinstance(one.value, str) and not one.coordinate.startswith("A") and sheet.title != "gongkai":
                    put(one, one.value.replace("\n", "\r\n") + "  ")
    assert not back(again).edits


def test_sorted_lines_are_known_by_their_numbers() -> None:
    book = opened(MADE)
    unmerged(book["任务"])
    reversed_lines(book["任务"], task_line(book, "R01.1"), task_line(book, "R04.1"))
    for page, last in (("问题", 2 + len(MADE.questions)), ("部门", 2 + len(MADE.plan.departments))):
        reversed_lines(book[page], 3, last)
    cell(book, "任务", "R01.2", "交付要求").value = "公布救助标准"
    review = back(book)
    assert changed(review) == [("title", "R01.2", "公布救助标准")]


def test_hidden_and_filtered_lines_count_like_all_others() -> None:
    book = opened(MADE)
    for row in range(5, 9):
        book["任务"].row_dimensions[row].hidden = True
    book["任务"].column_dimensions["C"].hidden = True
    assert carried_out(back(book)) == MADE.plan


def test_columns_and_rows_of_ones_own_are_passed_over() -> None:
    book = opened(MADE)
    sheet = book["部门"]
    sheet.insert_cols(3)
    sheet["C2"], sheet["C3"] = "我的备注", "已电话核对"
    sheet.insert_rows(4)
    sheet = book["任务"]
    unmerged(sheet)
    sheet.insert_rows(6)
    sheet.cell(4, sheet.max_column + 1, "备忘").offset(2).value = "周五前问"
    assert carried_out(back(book)) == MADE.plan


def test_a_column_of_the_document_may_be_deleted_without_loss() -> None:
    book = opened(MADE)
    unmerged(book["任务"])
    book["任务"].delete_cols(heading(book["任务"], "具体要求").column)
    review = back(book)
    assert review.document == DOCUMENT and not review.edits


def test_full_width_numbers_and_small_letters_are_the_same_line() -> None:
    book = opened(MADE)
    for key, typed in (("R01.1", "ｒ０１．１"), ("R02.1", " r02.1 ")):
        cell(book, "任务", key, "交付编号").value = typed
    assert not back(book).edits


def test_every_changed_cell_of_a_deliverable_is_an_edit_with_its_place() -> None:
    book = opened(MADE)
    changes = {"交付要求": "公布目录", "派给": "县民政局", "时限（理解）": "每季度", "公开位置": "县政府网站“惠民”栏"}
    for column, words in changes.items():
        cell(book, "任务", "R01.1", column).value = words
    review = back(book)
    assert changed(review) == [("title", "R01.1", "公布目录"), ("who", "R01.1", "县民政局"),
                               ("when", "R01.1", "每季度"), ("where", "R01.1", "县政府网站“惠民”栏")]
    assert {edit.place.row for edit in review.edits} == {5}
    assert all(edit.place.sheet == "任务" for edit in review.edits)


def test_a_role_is_edited_once_for_all_lines_of_its_task() -> None:
    book = opened(MADE)
    cell(book, "任务", "R01.1", "配合").value = ""
    assert changed(back(book)) == [("supporting", "R01", "")]


def test_a_line_without_a_number_is_a_new_deliverable_of_its_task() -> None:
    book = opened(MADE)
    sheet, first = book["任务"], heading(book["任务"], "行号").column
    row = task_line(book, "R04.1") + 1
    for offset, words in ((0, "R04"), (2, "公布检测机构名录"), (3, "县水利局"), (4, "每年")):
        sheet.cell(row, first + offset, words)
    assert changed(back(book)) == [("title", "R04+10", "公布检测机构名录"), ("who", "R04+10", "县水利局"),
                                   ("when", "R04+10", "每年")]


def test_a_department_without_a_number_is_a_new_one() -> None:
    book = opened(MADE)
    sheet = book["部门"]
    sheet.cell(9, 2, "县税务局")
    sheet.cell(9, 3, "税务局")
    assert changed(back(book)) == [("name", "+9", "县税务局"), ("aliases", "+9", "税务局")]


def test_words_that_look_like_formulas_stay_words() -> None:
    book = opened(MADE)
    found = [one for row in book["任务"].iter_rows() for one in row if one.value == "=公开 +水质 @信息"]
    assert found and all(one.data_type == "s" for one in found)


def test_a_document_of_a_list_comes_back_too() -> None:
    source = document((*ROWS_OF_ONE, ("2", "内容 二", "公开\t预算。\u3000", "县财政局", "")))
    made = drafted(source=source)
    book = opened(made)
    assert saved(book).blocks
    assert made.plan.tasks


ROWS_OF_ONE = (("1", "内容一", "公开决算。", "县财政局", "每年"), ("", "", "公开审计结果。", "县审计局", "每年"))


def test_formats_of_cells_do_not_matter() -> None:
    book = opened(MADE)
    for row in book["任务"].iter_rows(min_row=5):
        for one in row:
            one.number_format = "General"
    assert not back(book).edits
