"""What a clerk cannot have meant is pointed out cell by cell; nothing is dropped in silence."""

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from obligations.errors import Refusal
from obligations.intake.document import Cell, Document, Place, Table
from obligations.intake.review.edit_fields import REMOVED
from obligations.intake.review.review import MOST_FAULTS, read_review
from tests.unit.intake.reviewing import (
    back,
    body_number,
    carried_out,
    cell,
    changed,
    drafted,
    heading,
    opened,
    refused,
    saved,
    task_line,
)

MADE = drafted()


def edited(page: str, key: str, column: str, words: str) -> Workbook:
    book = opened(MADE)
    cell(book, page, key, column).value = words
    return book


def with_line(**columns: str) -> Workbook:
    """The workbook with one more line on the sheet of tasks."""
    book = opened(MADE)
    row = task_line(book, "R04.1") + 1
    for column, words in columns.items():
        book["任务"].cell(row, heading(book["任务"], column).column, words)
    return book


def without_row(page: str, row: int) -> Workbook:
    book = opened(MADE)
    sheet = book[page]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)
    sheet.delete_rows(row)
    return book


def test_a_deleted_line_is_taken_for_a_slip() -> None:
    assert refused(without_row("任务", 6)) == [("review-line-missing", "任务!A4")]


def test_a_deliverable_that_is_not_wanted_says_so() -> None:
    book = edited("任务", "R01.2", "派给", REMOVED)
    assert changed(back(book)) == [("who", "R01.2", REMOVED)]
    assert [part.key for part in carried_out(back(book)).tasks[0].deliverables] == ["R01.1"]


@pytest.mark.parametrize(("column", "words"), [
    ("具体要求", "2.县民政局公布救助办法。"), ("责任单位", "县审计局"), ("时限", ""), ("重点任务", "另一项任务")])
def test_the_words_of_the_document_may_not_be_changed_here(column: str, words: str) -> None:
    book = opened(MADE)
    sheet = book["任务"]
    at = sheet.cell(5, heading(sheet, column).column)
    at.value = words
    assert refused(book) == [("review-source-changed", f"任务!{at.coordinate}")]


@pytest.mark.parametrize(("book", "fault"), [
    (edited("任务", "R01.2", "交付编号", "R01.7"), ["review-line-missing", "review-line-unknown"]),
    (edited("任务", "R01.2", "交付编号", "R01.1"), ["review-line-missing", "review-line-twice"]),
    (edited("任务", "R01.2", "行号", "R99"), ["review-line-missing", "review-line-unknown"]),
    (edited("任务", "R01.2", "行号", ""), ["review-line-missing", "review-line-without-task"]),
    (with_line(交付要求="公布名录"), ["review-line-without-task"]),
    (with_line(具体要求="整行新任务"), ["review-line-without-task"]),
    (with_line(牵头="县统计局"), ["review-line-without-task"]),
    (with_line(行号="R04", 交付编号="R04.1", 交付要求="又一件"), ["review-line-twice"]),
    (with_line(行号="R04", 交付要求="又一件", 责任="县统计局"), ["review-two-values"]),
    (with_line(行号="R04", 交付要求="又一件", 具体要求="别的要求"), ["review-source-changed"]),
    (edited("部门", "1", "编号", "2"), ["review-body-missing", "review-body-twice"]),
    (edited("部门", "1", "编号", "77"), ["review-body-missing", "review-line-unknown"]),
    (without_row("部门", 4), ["review-body-missing"]),
    (without_row("问题", 4), ["review-question-missing"]),
    (edited("问题", "3", "编号", "2"), ["review-question-missing", "review-question-twice"]),
    (edited("问题", "2", "问题", "是一个单位"), ["review-question-changed"]),
    (edited("问题", "2", "目前按", "两个单位"), ["review-question-changed"]),
    (edited("问题", "2", "答复", "大概是一个"), ["review-answer-unknown"]),
])
def test_what_cannot_be_told_is_refused(book: Workbook, fault: list[str]) -> None:
    assert sorted(key for key, _ in refused(book)) == fault


def test_an_answer_beside_no_question_is_refused() -> None:
    book = opened(MADE)
    answer = heading(book["问题"], "答复")
    answer.offset(len(MADE.questions) + 4).value = "同一个单位"
    assert refused(book) == [("review-answer-astray", f"问题!{answer.column_letter}12")]


def test_words_written_over_the_headings_are_refused() -> None:
    book = opened(MADE)
    book["任务"]["A1"] = "云江县2025年分工"
    assert refused(book) == [("review-line-without-task", "任务!A1")]


@pytest.mark.parametrize(("page", "column"), [("任务", "派给"), ("问题", "答复"), ("部门", "其他写法")])
def test_a_column_that_is_read_must_be_there_once(page: str, column: str) -> None:
    book = opened(MADE)
    heading(book[page], column).value = "？"
    assert [key for key, _ in refused(book)] == ["review-column-missing"]
    book = opened(MADE)
    book[page].cell(heading(book[page], column).row, book[page].max_column + 1, column)
    assert [key for key, _ in refused(book)] == ["review-column-twice"]


def gone(page: str) -> Callable[[Workbook], None]:
    return lambda book: book.remove(book[page])


def headless(book: Workbook) -> None:
    book["任务"]["G4"], book["任务"]["F4"] = "甲", "乙"


def meddled(book: Workbook) -> None:
    book["gongkai"]["A2"] = str(book["gongkai"]["A2"].value).replace("2024", "2025")


@pytest.mark.parametrize(("change", "key"), [
    (gone("问题"), "review-sheet-missing"), (gone("gongkai"), "review-damaged"), (meddled, "review-damaged"),
    (headless, "review-headings-missing")])
def test_a_workbook_that_lost_a_sheet_is_refused(change: Callable[[Workbook], None], key: str) -> None:
    book = opened(MADE)
    change(book)
    assert [found for found, _ in refused(book)] == [key]


def test_of_very_many_faults_the_first_are_named_and_the_others_counted() -> None:
    book = opened(MADE)
    for row in range(20, 20 + MOST_FAULTS + 5):
        book["任务"].cell(row, 1, f"第 {row} 行")
    found = refused(book)
    assert len(found) == MOST_FAULTS + 1
    assert found[-1][0] == "review-more-faults"


def alone(words: str) -> Document:
    """A workbook with nothing but a sheet that is called like the hidden one."""
    return Document("核对表.xlsx", (Table(((Cell(words, Place(table=1, row=1, column=1, sheet="gongkai")),),)),))


def test_a_sheet_that_only_has_the_name_of_the_hidden_one_is_a_document_like_any_other() -> None:
    assert read_review(alone("共开事项")) is None
    assert read_review(Document("空.docx", (Table(()), Table(((),))))) is None


@pytest.mark.parametrize("mark", ["gongkai-review 1", "gongkai-review 2"])
def test_a_workbook_of_another_version_is_refused_and_never_read_as_a_document(mark: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_review(alone(mark))
    assert caught.value.key == "review-damaged"


def test_the_number_of_a_department_is_where_its_name_stood() -> None:
    book = edited("部门", body_number(MADE, "县水务局"), "名称", "县水利局")
    assert changed(back(book)) == [("name", "县水务局", "县水利局")]
    assert saved(book).blocks
