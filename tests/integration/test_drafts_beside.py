"""Several drafts and workbooks in flight at once: nothing of one is lost, or becomes another's, without a word."""

from pathlib import Path

from obligations.plan import ByDate, Periodic, PlanStatus
from storage import ledger
from tests.cast import COLLEAGUE, LINK, OFFICE, TREASURY, Cast, on_stage
from tests.integration.test_carrying import AUGUST, lost, part, returned
from tests.papers import (
    BUDGET,
    SCHOOLS,
    WATER,
    Row,
    but,
    confirm,
    every,
    in_force,
    newest,
    paper,
    put,
    saved,
    send,
    sent,
    shown,
    workbook,
)

POOR: Row = ("6", "扶贫公开", "公布扶贫资金分配结果。", "区财政局", "2018年12月31日前")
MEALS: Row = ("6", "食堂公开", "公布学校食堂采购清单。", "区财政局", "2018年12月31日前")


def titles(cast: Cast) -> dict[int, tuple[str, str]]:
    """What each item asks for, and how it stands, by its number."""
    with cast.database.read() as session:
        return {item.number: (item.title, item.state.value) for item in ledger.items(session, 1)}


def closed(cast: Cast, title: str) -> int:
    """The number of an open item that is closed now."""
    number = next(number for number, (words, state) in titles(cast).items() if title in words and state == "open")
    cast.say(TREASURY, f"已公开 #{number} {LINK}")
    assert titles(cast)[number][1] == "closed"
    return number


def answered(cast: Cast, plan_id: int, kind: str, choice: int) -> None:
    kept = next(one for one in every(cast) if one.id == plan_id)
    key = next(one.key for one in shown(kept).questions if one.key.startswith(kind))
    cast.press(OFFICE, f"plan-say:{plan_id}:{key}:{choice}")


def test_evidence_of_one_task_never_becomes_that_of_another(cast: Cast) -> None:
    in_force(cast, paper([BUDGET, SCHOOLS]))
    first, second = sent(cast, paper([BUDGET, SCHOOLS, POOR])), sent(cast, paper([BUDGET, SCHOOLS, MEALS]))
    book = workbook(cast, second)
    confirm(cast, first)
    number = closed(cast, "扶贫")
    again = returned(cast, book, ("任务", "R26.1", "时限", "2018-08-15 前"))
    refusal = confirm(cast, again)
    assert "没有启用" in refusal.text and "重新发" in refusal.text
    assert titles(cast)[number] == ("公布扶贫资金分配结果", "closed")
    third = sent(cast, paper([BUDGET, SCHOOLS, MEALS]))
    assert third.id != second.id and part(third, "1").rule == AUGUST, "the edit is not lost"
    confirm(cast, third)
    assert titles(cast)[number] == ("公布扶贫资金分配结果", "closed")
    assert "公布学校食堂采购清单" in [words for words, state in titles(cast).values() if state == "open"]


def test_new_rows_with_the_same_words_in_two_drafts_are_the_same(cast: Cast) -> None:
    in_force(cast, paper([BUDGET]))
    first, second = sent(cast, paper([BUDGET, POOR])), sent(cast, paper([BUDGET, POOR, WATER]))
    confirm(cast, first)
    number = closed(cast, "扶贫")
    confirm(cast, second)
    assert newest(cast).status is PlanStatus.ACTIVE and titles(cast)[number][1] == "closed"


def test_workbook_of_another_installation_is_not_taken_for_the_plan_of_the_same_key(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = on_stage(tmp_path / "other")
    book = workbook(other, sent(other, paper([MEALS, POOR, SCHOOLS])))
    mine = in_force(cast, paper([BUDGET, SCHOOLS, POOR]))
    number = closed(cast, "预算")
    came = returned(cast, book)
    assert came.key != mine.key
    confirm(cast, came)
    assert titles(cast)[number] == ("公布区级预算和说明", "closed")


def test_two_colleagues_edit_workbooks_of_one_draft(cast: Cast) -> None:
    draft = sent(cast, paper())
    mine, theirs = workbook(cast, draft), workbook(cast, draft)
    returned(cast, theirs, ("任务", "R26.1", "时限", "2018-08-15 前"), ("任务", "R27.1", "派给", "区环保局"))
    put(mine, "任务", "R27.1", "派给", "区财政局")
    send(cast, saved(mine), "核对表.xlsx", COLLEAGUE)
    both = newest(cast)
    assert (part(both, "1").rule, part(both, "2").departments) == (AUGUST, ("区财政局",))
    [said] = lost(cast, both)
    assert "R27.1" in said and "区环保局" in said, "they changed the same cell"


def test_answer_in_the_chat_is_not_lost_when_the_workbook_of_the_plan_in_force_comes_back(cast: Cast) -> None:
    active = in_force(cast, paper())
    book = workbook(cast, active)
    answered(cast, active.id, "no-separator", 1)
    back = returned(cast, book, ("任务", "R26.1", "时限", "2018-08-15 前"))
    assert back.answers == every(cast)[-2].answers != {} and part(back, "1").rule == AUGUST


def test_workbook_of_an_older_document_says_what_is_not_in_it(cast: Cast) -> None:
    book = workbook(cast, sent(cast, paper([BUDGET, SCHOOLS])))
    newer = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    put(book, "任务", "R26.1", "时限", "2018-08-15 前")
    reply, *_ = send(cast, saved(book), "核对表.xlsx")
    assert newer.key in reply.text.splitlines()[0] and "不在这份草稿里" in reply.text
    assert [task.printed for task in newest(cast).plan.tasks] == ["1", "2"]


def test_answer_taken_out_in_a_workbook_does_not_come_back_with_the_next_document(cast: Cast) -> None:
    draft = sent(cast, paper())
    answered(cast, draft.id, "no-separator", 1)
    confirm(cast, draft)
    book = workbook(cast, newest(cast))
    put(book, "问题", "没有顿号", "答复", "")
    assert returned(cast, book).answers == {}
    assert sent(cast, paper([BUDGET, SCHOOLS, paper_row()])).answers == {}


def paper_row() -> Row:
    """The row about which it was asked."""
    return ("5", "补贴公开", "公布农户补贴名单。", "区财政局区环保局", "2018年11月30日前")


def test_closed_item_keeps_the_dates_by_which_it_was_closed(cast: Cast) -> None:
    in_force(cast, paper([BUDGET, SCHOOLS]))
    number = closed(cast, "预算")
    in_force(cast, paper([but(BUDGET, when="2018年12月31日前"), SCHOOLS]))
    with cast.database.read() as session:
        [item] = [one for one in ledger.items(session, 1) if one.number == number]
    assert (str(item.due), item.state.value) == ("2018-09-30", "closed")


def test_document_that_was_replaced_can_be_sent_and_put_in_force_again(cast: Cast) -> None:
    first = in_force(cast, paper([BUDGET, SCHOOLS]))
    in_force(cast, paper([BUDGET, POOR]))
    again = sent(cast, paper([BUDGET, SCHOOLS]))
    assert again.id != first.id and again.status is PlanStatus.DRAFT
    confirm(cast, again)
    assert {words for words, state in titles(cast).values() if state == "open"} == {
        "公布区级预算和说明", "公布各校招生办法"}
    assert isinstance(part(again, "1").rule, ByDate) and not isinstance(part(again, "1").rule, Periodic)


def test_rows_that_both_drafts_have_from_the_plan_before_them_may_differ(cast: Cast) -> None:
    in_force(cast, paper([BUDGET, SCHOOLS]))
    changed = sent(cast, paper([but(BUDGET, asks="公布区级预算和说明（2018）。"), SCHOOLS]))
    second = sent(cast, paper([BUDGET, SCHOOLS, WATER]))
    assert "已启用" in confirm(cast, changed).text
    number = closed(cast, "预算")
    confirm(cast, second)
    assert newest(cast).status is PlanStatus.ACTIVE and titles(cast)[number][1] == "closed"


def test_new_rows_that_only_begin_alike_are_not_the_same(cast: Cast) -> None:
    in_force(cast, paper([BUDGET]))
    first = sent(cast, paper([BUDGET, POOR]))
    second = sent(cast, paper([BUDGET, but(POOR, asks="公布扶贫资金分配结果。同时公布扶贫项目名单。")]))
    confirm(cast, first)
    assert "没有启用" in confirm(cast, second).text


def test_answer_about_the_plan_in_force_holds_though_the_draft_between_does_not_ask(cast: Cast) -> None:
    draft = sent(cast, paper([BUDGET, WATER]))
    answered(cast, draft.id, "open-list", 0)
    confirm(cast, newest(cast))
    assert sent(cast, paper([BUDGET, SCHOOLS])).answers == {}
    assert len(sent(cast, paper([BUDGET, SCHOOLS, WATER])).answers) == 1
