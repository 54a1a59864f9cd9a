"""Rows that say no time, or say it in words that cannot be counted: each word is asked once a document."""

from datetime import date

import pytest

from obligations.intake.inquiry import Inquiry
from obligations.intake.when.rules import Rules
from obligations.plan import ByDate, Every, Ongoing, Periodic, TimeRule
from tests.unit.intake.rules_cast import kinds, row, timed

ASSUMED = Periodic(Every.QUARTER, assumed=True)
ANSWERS: list[tuple[str, TimeRule]] = [
    ("quarter", Periodic(Every.QUARTER)), ("month", Periodic(Every.MONTH)), ("half_year", Periodic(Every.HALF_YEAR)),
    ("ongoing", Ongoing()), ("typed:2021-11-30", ByDate((date(2021, 11, 30),)))]


@pytest.mark.parametrize("deadline", ["全年", "长期坚持", "", "持续推进", "2021年1月-12月", "2021年"])
def test_without_a_date_a_quarterly_confirmation_is_assumed(deadline: str) -> None:
    one, doubts = timed(row("做好公开工作", deadline))
    assert (one.rule, one.assumed, one.events) == (ASSUMED, True, ())
    assert [(doubt.kind, doubt.quote.text, doubt.row) for doubt in doubts] == [("all-year-rhythm", deadline, None)]


@pytest.mark.parametrize(("answer", "rule"), ANSWERS)
def test_the_office_s_rhythm_is_no_assumption_any_more(answer: str, rule: TimeRule) -> None:
    one, _ = timed(row("做好公开工作", "全年"), {"all-year-rhythm": answer})
    assert (one.rule, one.assumed) == (rule, False)


def test_each_word_is_asked_once_and_its_answer_holds_for_every_row() -> None:
    first = Inquiry({})
    rules = Rules(first, 2021)
    rows = [row("做好公开", "全年"), row("抓好落实", "全 年"), row("抓好培训", "长期坚持"), row("做好考核")]
    assert [rules.time_rule(one.asks, one, at, named=False).rule for at, one in enumerate(rows)] == [ASSUMED] * 4
    assert [doubt.quote.text for doubt in first.doubts] == ["全年", "长期坚持", ""]
    later = Rules(Inquiry({first.doubts[0].key: "month"}), 2021)
    answered = [later.time_rule(one.asks, one, at, named=False) for at, one in enumerate(rows)]
    assert [one.rule for one in answered] == [Periodic(Every.MONTH)] * 2 + [ASSUMED] * 2
    assert [one.assumed for one in answered] == [False, False, True, True]


@pytest.mark.parametrize(("text", "deadline", "rule"), [
    ("定期更新栏目", "全年", ASSUMED), ("适时组织督查", "全年", Ongoing()), ("做好公开", "及时", ASSUMED),
    ("及时公开", "", ASSUMED), ("做好公开", "适时", Ongoing())])
def test_a_vague_word_is_asked(text: str, deadline: str, rule: TimeRule) -> None:
    one, doubts = timed(row(text, deadline))
    assert (one.rule, kinds(doubts), one.assumed) == (rule, ["vague-time"], True)


@pytest.mark.parametrize(("answer", "rule"), ANSWERS)
@pytest.mark.parametrize("text", ["定期更新栏目", "适时组织督查"])
def test_every_answer_about_a_vague_word_holds(text: str, answer: str, rule: TimeRule) -> None:
    assert timed(row(text, "全年"), {"vague-time": answer})[0].rule == rule


def test_及时_says_how_soon_and_not_how_often_so_the_whole_year_decides() -> None:
    assert kinds(timed(row("及时公开清单", "全年"))[1]) == ["all-year-rhythm"]


@pytest.mark.parametrize(("text", "words", "default"), [
    ("13月底前完成", "13月底前", "ongoing"),
    ("6月31日前完成", "6月31日前", "ongoing"),
    ("一个月内办结", "一个月内", "ongoing"),
    ("每周更新", "每周", "ongoing"),
    ("三季度前完成", "三季度前", "all-kept"),
    ("9.30前完成", "9.30前", "by:2021-09-30"),
])
def test_words_that_cannot_be_read_are_asked_and_no_date_is_invented(text: str, words: str, default: str) -> None:
    one, doubts = timed(row(text, "全年"))
    asked = doubts[0]
    assert (asked.kind, asked.quote.text, asked.choices[0].id, asked.row) == ("unreadable-date", words, default, 3)
    assert one.assumed
    assert (one.rule == Ongoing()) == (default == "ongoing")


READINGS: list[tuple[str, TimeRule]] = [
    *ANSWERS, ("all-kept", ByDate((date(2021, 6, 30), date(2021, 9, 30)))),
    ("by:2021-06-30", ByDate((date(2021, 6, 30),))), ("by:2021-09-30", ByDate((date(2021, 9, 30),)))]


@pytest.mark.parametrize(("answer", "rule"), READINGS)
def test_every_answer_about_unreadable_words_holds(answer: str, rule: TimeRule) -> None:
    one, _ = timed(row("三季度前完成", "全年"), {"unreadable-date": answer})
    assert (one.rule, one.assumed) == (rule, False)


def test_a_cell_that_is_not_understood_is_asked_once_with_all_of_its_words() -> None:
    inquiry = Inquiry({})
    rules = Rules(inquiry, 2021)
    cells = [row("做好公开", "另行通知"), row("抓好落实", "另行通知")]
    assert [rules.time_rule(one.asks, one, at, named=False).rule for at, one in enumerate(cells)] == [Ongoing()] * 2
    assert [(doubt.kind, doubt.quote.text) for doubt in inquiry.doubts] == [("unreadable-date", "另行通知")]


def test_a_cell_that_is_not_understood_beside_a_date_is_remarked_on() -> None:
    one, doubts = timed(row("9月底前完成", "另行通知"))
    assert one.rule == ByDate((date(2021, 9, 30),))
    assert [(doubt.kind, doubt.choices) for doubt in doubts] == [("deadline-unread", ())]


def test_an_odd_word_that_requirement_and_content_share_is_asked_once() -> None:
    assert kinds(timed(row("13月底前完成", "全年", content="要在13月底前完成"))[1]) == ["unreadable-date"]


def test_a_date_beside_an_unreadable_word_holds() -> None:
    assert timed(row("9月底前完成，每周更新", "全年"))[0].rule == ByDate((date(2021, 9, 30),))
