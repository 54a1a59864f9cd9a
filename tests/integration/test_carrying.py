"""What the office edited in a review workbook holds in the next version of the document, where its words stayed."""

from datetime import date

from openpyxl import Workbook

from handlers.drafting import drafted
from handlers.understanding import AtOnce
from locales.catalogue import texts
from locales.doubts import asked
from obligations.plan import ByDate, Deliverable, Every, Periodic
from storage.plans import Kept
from tests.cast import OFFICE, Cast
from tests.papers import (
    BUDGET,
    GLUED,
    MEETINGS,
    ROWS,
    SCHOOLS,
    WATER,
    but,
    confirm,
    every,
    newest,
    paper,
    put,
    saved,
    send,
    sent,
    shown,
    workbook,
)

AUGUST = ByDate((date(2018, 8, 15),))


def edited(cast: Cast, *cells: tuple[str, str, str, str]) -> Kept:
    """The draft of the paper with some cells of its workbook changed: sheet, line, column, words."""
    return returned(cast, workbook(cast, sent(cast, paper())), *cells)


def returned(cast: Cast, book: Workbook, *cells: tuple[str, str, str, str]) -> Kept:
    for cell in cells:
        put(book, *cell)
    return sent(cast, saved(book), "核对表.xlsx")


def part(kept: Kept, row: str) -> Deliverable:
    """The first thing that the row with this printed number asks for."""
    return next(task for task in kept.plan.tasks if task.printed == row).deliverables[0]


def lost(cast: Cast, kept: Kept) -> list[str]:
    """The edits that did not hold, as they are said."""
    with cast.database.read() as session:
        remarks = drafted(session, AtOnce(), kept).draft.remarks
    return [f"{asked(texts('zh-CN'), one)} {one.quote.text}" for one in remarks if one.kind == "edit-lost"]


def test_edits_hold_in_rows_whose_words_stayed(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"), ("任务", "R27.1", "派给", "区财政局"))
    second = sent(cast, paper([SCHOOLS, but(WATER, when="每月"), BUDGET, MEETINGS]))
    assert part(second, "1").rule == AUGUST
    assert part(second, "2").departments == ("区财政局",)
    assert part(second, "4").rule == Periodic(Every.MONTH) and not lost(cast, second)


def test_edit_of_a_cell_that_the_document_changed_itself_is_not_taken_over_and_said(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"), ("任务", "R27.1", "派给", "区财政局"))
    second = sent(cast, paper([but(BUDGET, when="2018年12月31日前"), but(SCHOOLS, who="区环保局"), MEETINGS, WATER]))
    assert part(second, "1").rule == ByDate((date(2018, 12, 31),))
    assert part(second, "2").departments == ("区环保局",)
    when, who = lost(cast, second)
    assert "R26.1" in when and "“时限”" in when and "2018-08-15 前" in when
    assert "R27.1" in who and "“派给”" in who and "区财政局" in who


def test_edit_of_a_row_that_is_gone_is_said(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([SCHOOLS, MEETINGS, WATER]))
    assert ["R26.1" in line for line in lost(cast, second)] == [True]


def test_what_was_not_taken_over_is_counted_when_the_document_comes_and_stands_in_its_workbook(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    (words, *_) = send(cast, paper([but(BUDGET, when="2018年12月31日前"), SCHOOLS]))
    assert "1 处提示" in words.text
    page = workbook(cast, newest(cast))["问题"]
    assert any("2018-08-15 前" in str(cell.value) for row in page.iter_rows() for cell in row)


def test_edits_survive_two_more_versions_and_a_workbook_between_them(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([SCHOOLS, BUDGET, MEETINGS, WATER]))
    third = returned(cast, workbook(cast, second), ("任务", part(second, "2").key, "派给", "区财政局"))
    assert (part(third, "1").rule, part(third, "2").departments) == (AUGUST, ("区财政局",))
    fourth = sent(cast, paper([WATER, BUDGET, SCHOOLS]))
    assert (part(fourth, "1").rule, part(fourth, "2").departments) == (AUGUST, ("区财政局",))


def test_answer_given_later_keeps_what_was_taken_over(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER, GLUED]))
    one = next(one for one in shown(second).questions if one.key.startswith("no-separator"))
    cast.press(OFFICE, f"plan-say:{second.id}:{one.key}:1")
    assert newest(cast).id == second.id and newest(cast).answers
    assert part(newest(cast), "1").rule == AUGUST


def test_workbook_of_a_version_with_edits_taken_over_changes_nothing_when_nobody_touched_it(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    (words,) = send(cast, saved(workbook(cast, second)), "核对表.xlsx")
    assert words.text.startswith("和已经收到的一样") and newest(cast) == second


def test_last_words_of_the_workbooks_hold(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    third = returned(cast, workbook(cast, second), ("任务", part(second, "1").key, "时限", "2018-09-30 前"))
    assert part(third, "1").rule == ByDate((date(2018, 9, 30),))
    assert part(sent(cast, paper([BUDGET, WATER])), "1").rule == ByDate((date(2018, 9, 30),))


def test_same_source_sent_again_changes_nothing(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    count = len(every(cast))
    send(cast, paper())
    assert len(every(cast)) == count


def test_department_renamed_and_one_added_in_the_workbook_hold_before_and_after_activation(cast: Cast) -> None:
    first = edited(cast, ("部门", "区教体局", "名称", "区教育体育局"), ("任务", "R26.1", "派给", "区教育体育局"))
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    assert part(first, "1").departments == part(second, "1").departments == ("区教育体育局",)
    assert part(second, "2").departments == ("区教育体育局",) and not lost(cast, second)
    confirm(cast, second)
    third = sent(cast, paper([SCHOOLS, BUDGET, but(WATER, when="每月")]))
    assert part(third, "1").departments == part(third, "2").departments == ("区教育体育局",)
    assert not lost(cast, third)


def test_line_removed_and_line_added_in_the_workbook_hold_with_their_keys(cast: Cast) -> None:
    book = workbook(cast, sent(cast, paper()))
    page = book["任务"]
    heads = next(row for row in page.iter_rows(max_row=6) if any(cell.value == "派给" for cell in row))
    at = {str(cell.value): cell.column for cell in heads}
    last = page.max_row + 1
    new = {"行号": "R26", "交付要求": "公布预算图解", "派给": "区财政局", "时限": "2018-08-15 前"}
    for heading, words in new.items():
        page.cell(last, at[heading] or 0).value = words
    put(book, "任务", "R27.1", "派给", "删除")
    first = returned(cast, book)
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    tasks = {task.printed: [one.key for one in task.deliverables] for task in second.plan.tasks}
    assert tasks["1"] == [one.key for one in first.plan.tasks[0].deliverables] and len(tasks["1"]) == 2
    assert not tasks["2"] and second.plan.tasks[0].deliverables[1].title == "公布预算图解"
    assert len(ROWS) == len(first.plan.tasks)


def test_document_sent_by_mistake_between_two_versions_loses_nothing(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    wrong = sent(cast, paper([("1", "别的事", "公布防汛名单。", "区水务局", "2018年9月30日前")]))
    assert len(lost(cast, wrong)) == 1
    right = sent(cast, paper([SCHOOLS, BUDGET]))
    assert part(right, "1").rule == AUGUST and not lost(cast, right)


def test_what_did_not_hold_in_a_version_in_force_is_not_said_again(cast: Cast) -> None:
    edited(cast, ("任务", "R26.1", "时限", "2018-08-15 前"))
    second = sent(cast, paper([but(BUDGET, when="2018年12月31日前"), SCHOOLS]))
    confirm(cast, second)
    assert not lost(cast, sent(cast, paper([but(BUDGET, when="2018年12月31日前"), WATER])))
