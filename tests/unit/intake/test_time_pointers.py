"""Cells 时限 that point to another row: asked with its words, and without a time until they are answered."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Place
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.known import Known
from obligations.intake.source import NOTHING, Quote, SourceRow
from obligations.intake.terms import Wanted
from obligations.intake.when.time_pointers import timed_as_pointed
from obligations.plan import ByDate, Every, Periodic, TimeRule
from tests.unit.intake.tables import PLAIN, document, table

JUNE, SEPTEMBER = ByDate((date(2024, 6, 30),)), ByDate((date(2024, 9, 30),))
UNDATED = Periodic(Every.QUARTER, assumed=True)
ABOVE = ["同上", "同 上", "（同上）", "同上。", "〃", "″", "同上行", "同上一行", "同前",
         "与上一行相同", "同上时限", "与上行同步",
         "仝上", "上同", "ditto", "如上", "同上述时间"]
NUMBERED = ["同1", "同第1项", "与第1项相同", "同序号1", "同 01", "同1号", "与1一致"]
NO_POINTERS = ["同步", "同时", "上半年", "参照省里时间", "前三季度", "与预算同步公开", "6月底前", "同年12月底前"]


def asked(cells: list[str], answers: Mapping[str, str] | None = None) -> tuple[list[str], list[Doubt]]:
    """What the cells say now, and what is asked."""
    rows = tuple(SourceRow((), str(at), Quote(f"公布{at}"), NOTHING, (), Quote(text, Place(line=at)), Place(line=at))
                 for at, text in enumerate(cells, 1))
    inquiry = Inquiry(answers or {})
    now = timed_as_pointed(rows, 2024, inquiry)
    assert [one.deadline.place for one in now] == [one.deadline.place for one in rows]
    return [one.deadline.text for one in now], list(inquiry.finished())


def drafted(*cells: str, answers: Mapping[str, str] | None = None) -> Draft:
    rows = [(str(at), f"公布{name}", "县财政局", cell) for at, (name, cell) in
            enumerate(zip(("目录", "预算", "决算", "债务"), cells, strict=False), 1)]
    made = document("云江县2024年政务公开任务分工", table(PLAIN, *rows))
    return draft(made, Wanted(date(2024, 3, 1)), Known(), answers or {}, "2024-1")


def rules(made: Draft) -> list[TimeRule]:
    return [part.rule for task in made.plan.tasks for part in task.deliverables]


def pointers(made: Draft) -> list[Doubt]:
    return [doubt for doubt in made.questions if doubt.kind == "like-above-time"]


@pytest.mark.parametrize("words", ABOVE + NUMBERED)
def test_a_pointer_says_no_time_and_is_asked_with_the_words_it_points_to(words: str) -> None:
    now, [doubt] = asked(["6月底前", words])
    assert (now[1].strip("（）"), doubt.kind, doubt.quote.text, doubt.typed) == ("", "like-above-time", words, True)
    assert [choice.id for choice in doubt.choices] == ["leave-open", "same-as:6月底前"]


@pytest.mark.parametrize("words", NO_POINTERS)
def test_words_that_only_look_like_one_are_kept(words: str) -> None:
    assert asked(["6月底前", words]) == (["6月底前", words], [])


def test_a_run_of_them_is_asked_about_once_with_all_of_its_rows() -> None:
    _, doubts = asked(["6月底前", "同上", "同上", "每季度", "同上"])
    assert [(doubt.about, doubt.choices[1].value) for doubt in doubts] == [((1, 2), "6月底前"), ((4,), "每季度")]
    now, _ = asked(["6月底前", "同上", "同上", "每季度", "同上"], {doubts[0].key: "same-as:6月底前"})
    assert now == ["6月底前", "6月底前", "6月底前", "每季度", ""]


def test_a_number_means_the_row_that_has_it() -> None:
    assert asked(["6月底前", "每季度", "同1"])[1][0].choices[1].value == "6月底前"


def test_a_pointer_with_nothing_to_point_to_offers_nothing() -> None:
    assert [[choice.id for choice in doubt.choices] for doubt in asked(["同上", "", "同上", "同9"])[1]] == [
        ["leave-open"]] * 3


def test_rows_that_mean_different_dates_have_questions_of_their_own() -> None:
    cells = ("6月底前", "同上", "9月底前", "同上")
    made = drafted(*cells)
    assert rules(made) == [JUNE, UNDATED, SEPTEMBER, UNDATED]
    assert [(doubt.about, doubt.choices[0].id, doubt.choices[1].value) for doubt in pointers(made)] == [
        ((1,), "leave-open", "6月底前"), ((3,), "leave-open", "9月底前")]
    answers = {doubt.key: doubt.choices[1].id for doubt in pointers(made)}
    assert rules(drafted(*cells, answers=answers)) == [JUNE, JUNE, SEPTEMBER, SEPTEMBER]


@pytest.mark.parametrize(("answer", "rule"), [
    ("typed:9月底前", SEPTEMBER), ("typed:每月20日前", Periodic(Every.MONTH, 20)), ("leave-open", UNDATED)])
def test_another_time_may_be_typed(answer: str, rule: TimeRule) -> None:
    key = pointers(drafted("6月底前", "同上"))[0].key
    assert rules(drafted("6月底前", "同上", answers={key: answer}))[1] == rule


def test_words_beside_a_pointer_hold_and_the_pointer_is_asked_all_the_same() -> None:
    cells = ("6月底前", "同上，每季度更新")
    made = drafted(*cells)
    assert (rules(made)[1], [doubt.quote.text for doubt in pointers(made)]) == (Periodic(Every.QUARTER), [cells[1]])
    both = drafted(*cells, answers={pointers(made)[0].key: "same-as:6月底前"})
    assert [doubt.values["words"] for doubt in both.questions if doubt.kind == "times-mixed"] == ["6月底前、每季度"]


def test_what_the_cell_said_stays_to_be_seen() -> None:
    made = drafted("6月底前", "同上")
    assert (made.plan.tasks[1].deadline_cell, made.source.rows[1].deadline.text) == ("同上", "同上")


def test_the_answer_is_void_when_the_words_above_change() -> None:
    key = pointers(drafted("6月底前", "同上"))[0].key
    assert rules(drafted("9月底前", "同上", answers={key: "same-as:6月底前"}))[1] == UNDATED


@given(st.lists(st.text(st.sampled_from("同上前〃与第一项1、（）。月底每季度 \n"), max_size=12), max_size=6))
def test_a_cell_without_a_question_keeps_its_words(cells: list[str]) -> None:
    now, doubts = asked(cells)
    questioned = {at for doubt in doubts for at in doubt.about}
    assert [text for at, text in enumerate(now) if at not in questioned] == [
        text for at, text in enumerate(cells) if at not in questioned]
