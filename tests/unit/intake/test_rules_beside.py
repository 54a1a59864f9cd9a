"""Odd words beside words that are understood: the default is what is in force, and every answer is carried out."""

from datetime import date

import pytest

from obligations.intake.inquiry import Inquiry
from obligations.intake.when.rules import Rules
from obligations.plan import AfterEvent, ByDate, Every, Ongoing, Periodic, TimeRule
from tests.unit.intake.rules_cast import kinds, row, timed

HALF_YEAR = Periodic(Every.HALF_YEAR)
ANSWERS: list[tuple[str, TimeRule]] = [
    ("as-read:每半年", HALF_YEAR), ("month", Periodic(Every.MONTH)), ("ongoing", Ongoing()),
    ("typed:2021-11-30", ByDate((date(2021, 11, 30),))), ("typed:每月20日前", Periodic(Every.MONTH, 20))]


@pytest.mark.parametrize(("prose", "cell", "words"), [
    ("每半年公布纪要", "每周", "每周"), ("每半年公布纪要", "每旬", "每旬"), ("公布纪要", "每周，每半年", "每周"),
    ("公布纪要", "每半年，每周", "每周"), ("每周汇总，每半年公布纪要", "全年", "每周"),
    ("每周公布纪要", "每半年", "每周")])
@pytest.mark.parametrize(("answer", "rule"), [(None, HALF_YEAR), *ANSWERS])
def test_what_is_understood_beside_is_the_default(prose: str, cell: str, words: str, answer: str | None,
                                                  rule: TimeRule) -> None:
    one, doubts = timed(row(prose, cell), {"unreadable-date": answer} if answer else {})
    assert (one.rule, one.assumed) == (rule, answer is None)
    asked = [(doubt.quote.text, doubt.choices[0].id, doubt.row) for doubt in doubts if doubt.kind == "unreadable-date"]
    assert asked == [(words, "as-read:每半年", 3)]


def test_a_date_that_odd_words_may_mean_is_kept_beside_one_that_is_understood() -> None:
    one, doubts = timed(row("6月底前公布", "三季度前"))
    assert one.rule == ByDate((date(2021, 6, 30), date(2021, 9, 30)))
    assert (kinds(doubts), doubts[0].row) == (["unreadable-date", "dates-differ"], 3)
    settled, _ = timed(row("6月底前公布", "三季度前"), {"unreadable-date": "as-read:6月底前"})
    assert (settled.rule, settled.assumed) == (ByDate((date(2021, 6, 30),)), False)


def test_several_odd_words_of_one_place_have_one_question_and_one_answer() -> None:
    one, doubts = timed(row("每周公布菜价，每旬更新清单", "全年"), {"unreadable-date": "month"})
    assert [doubt.quote.text for doubt in doubts] == ["每周公布菜价，每旬"]
    assert one.rule == Periodic(Every.MONTH)


def test_a_word_that_stands_alone_is_asked_once_for_all_of_its_rows_and_beside_others_by_row() -> None:
    inquiry = Inquiry({})
    rules = Rules(inquiry, 2021)
    for at, one in enumerate([row("公布名单", "每周"), row("每半年公布", "每周"), row("公布菜价", "每 周")]):
        rules.time_rule(one.asks, one, at, named=False)
    assert [(doubt.quote.text, doubt.about, doubt.choices[0].id) for doubt in inquiry.finished()] == [
        ("每周", (0, 2), "ongoing"), ("每周", (1,), "as-read:每半年")]


def test_all_rows_that_a_default_holds_for_are_with_the_question() -> None:
    inquiry = Inquiry({})
    rules = Rules(inquiry, 2021)
    for at, one in enumerate([row("公布名单", "全年"), row("9月底前公布", "全年"), row("公布菜价", "全年")]):
        rules.time_rule(one.asks, one, at, named=False)
    asked = [doubt for doubt in inquiry.finished() if doubt.choices]
    assert [(doubt.kind, doubt.row, doubt.about) for doubt in asked] == [("all-year-rhythm", None, (0, 2))]


TEN_DAYS = "会议结束后10个工作日内公布纪要"


@pytest.mark.parametrize("cell", ["即时", "实时", "当天", "当日", "立即", "随时", "即时公开", "当日公开"])
def test_at_once_in_the_cell_contradicts_a_period_in_the_prose(cell: str) -> None:
    one, doubts = timed(row(TEN_DAYS, cell))
    assert isinstance(one.rule, AfterEvent) and one.rule.amount == 10 and one.assumed
    assert doubts[0].kind in ("at-once-differs", "unreadable-date") and doubts[0].quote.text in cell
    assert doubts[0].choices[0].id == "as-read:10个工作日内"


@pytest.mark.parametrize(("prose", "cell"), [
    ("即时公布纪要", "10个工作日内"), ("实时更新数据", "6月底前"), ("每季度公布", "即时"), ("6月底前公布", "实时")])
def test_at_once_contradicts_any_time_in_the_other_cell(prose: str, cell: str) -> None:
    assert "at-once-differs" in kinds(timed(row(prose, cell))[1])
    assert timed(row(prose, cell), {"at-once-differs": "ongoing"})[0].rule == Ongoing()


@pytest.mark.parametrize("cell", ["及时", "全年", "尽快", "10个工作日内"])
def test_及时_contradicts_no_period(cell: str) -> None:
    assert "at-once-differs" not in kinds(timed(row(TEN_DAYS, cell))[1])


@pytest.mark.parametrize("typed", ["typed:每周", "typed:月底", "typed:2021-02-30", "typed:看情况"])
def test_typed_words_that_are_no_time_leave_the_question_open(typed: str) -> None:
    one, doubts = timed(row("公布名单", "全年"), {"all-year-rhythm": typed})
    assert one.assumed
    assert [(doubt.kind, doubt.answer) for doubt in doubts] == [("all-year-rhythm", None), ("typed-time-unread", None)]


@pytest.mark.parametrize("year", [2019, 2026])
def test_the_example_of_what_can_be_typed_is_of_the_plan_s_year(year: int) -> None:
    _, doubts = timed(row("公布名单", "全年"), year=year)
    assert doubts[0].values == {"year": str(year)}


def test_times_of_different_kinds_in_one_cell_are_quoted_as_they_stand() -> None:
    _, doubts = timed(row("公布名单", "12月底前，每季度"))
    assert [(doubt.kind, doubt.quote.text, doubt.values["words"]) for doubt in doubts] == [
        ("times-mixed", "12月底前，每季度", "12月底前、每季度")]
