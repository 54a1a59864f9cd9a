"""Doubts in words: where something stands, what is asked, and the question as a plan keeps it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.catalogue import LOCALES, texts
from locales.doubts import LONGEST_QUOTE, asked, choice_words, place_words, question, quoted, refused
from obligations.errors import Refusal
from obligations.intake.document import Place
from obligations.intake.inquiry import Choice, Doubt
from obligations.intake.source import Quote
from obligations.planfile_row import printable

SAY = texts("zh-CN")
KEYS = tuple(f"R{at:02}" for at in range(3, 30))
CHOICES = (Choice("cut-apart", "县财政局、县教育局"), Choice("one-name", "县财政局县教育局"))


def doubt(words: str = "县财政局县教育局", answer: str | None = None, choices: tuple[Choice, ...] = CHOICES,
          typed: bool = False) -> Doubt:
    quote = Quote(words, Place(table=1, row=5, column=6))
    return Doubt("no-separator-1", "no-separator", quote, choices, 3, typed, answer)


@pytest.mark.parametrize(("place", "words"), [
    (Place(), "全文"), (Place(line=29), "第 29 行"), (Place(table=1, row=5, column=6), "表 1 第 5 行第 6 格"),
    (Place(table=2, row=5), "表 2 第 5 行"), (Place(sheet="Sheet1", row=12, column=6), "“Sheet1”F12"),
    (Place(sheet="任务", row=1, column=27), "“任务”AA1"), (Place(sheet="任务", row=3, column=703), "“任务”AAA3"),
    (Place(sheet="任务", row=3, column=52), "“任务”AZ3")])
def test_place_is_named_as_the_program_that_shows_it_does(place: Place, words: str) -> None:
    assert place_words(SAY, place) == words


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("place", [
    Place(), Place(line=3), Place(table=1, row=2, column=3), Place(table=1, row=2), Place(table=1, line=9),
    Place(sheet="S", row=1, column=2), Place(sheet="S", row=4), Place(sheet="S", column=4), Place(sheet="S")])
def test_every_place_has_words_and_none_shows_its_insides(locale: str, place: Place) -> None:
    words = place_words(texts(locale), place)
    assert words.strip() and "Place" not in words and "=" not in words and "None" not in words


def test_refusal_names_its_place_in_words() -> None:
    refusal = Refusal("review-answer-unknown", place=Place(sheet="问题", row=4, column=7), quote="或许")
    words = refused(SAY, refusal)
    assert words.startswith("“问题”G4") and "或许" in words and "Place" not in words


def test_question_of_a_plan_is_the_doubt_in_words() -> None:
    one = question(SAY, doubt(), KEYS)
    assert (one.key, one.task, one.place) == ("no-separator-1", "R06", "表 1 第 5 行第 6 格")
    assert one.quote == "县财政局县教育局"
    assert one.ask == "两个单位名之间没有顿号，请确认是几个单位。"
    assert one.choices == ("几个单位：县财政局、县教育局", "一个单位：县财政局县教育局")
    assert (one.default, one.answer, one.typed) == (one.choices[0], "", False)


@pytest.mark.parametrize(("answer", "words"), [
    (None, ""), ("cut-apart:县财政局、县教育局", "几个单位：县财政局、县教育局"), ("typed:县财政局", "县财政局"),
    ("typed:  县\n财政局 ", "县 财政局")])
def test_answer_stands_in_words_too(answer: str | None, words: str) -> None:
    assert question(SAY, doubt(answer=answer, typed=True), KEYS).answer == words


@pytest.mark.parametrize(("rows", "task", "place"), [
    ((4,), "R07", "表 1 第 5 行第 6 格"),
    ((0, 4), None, "表 1 第 5 行第 6 格，涉及 R03、R07"),
    (tuple(range(12)), None, "表 1 第 5 行第 6 格，涉及 R03、R04、R05、R06、R07、R08、R09、R10、R11、R12 等 12 行")])
def test_question_asked_once_names_the_rows_that_it_touches(rows: tuple[int, ...], task: str | None,
                                                             place: str) -> None:
    one = question(SAY, replace(doubt(), row=None, rows=rows), KEYS)
    assert (one.task, one.place) == (task, place)


def test_choices_with_the_same_words_are_one() -> None:
    assert question(SAY, doubt(choices=(Choice("two-bodies"), Choice("two-bodies"))), KEYS).choices == ("两个单位",)


def test_empty_cell_is_quoted_by_a_dash_and_a_long_one_is_cut() -> None:
    assert quoted(doubt(" \n ")) == "—"
    assert quoted(doubt("公" * 401)) == "公" * (LONGEST_QUOTE - 1) + "…"
    assert quoted(doubt("公\n布")) == "公 布"


@given(st.text(max_size=600), st.text(max_size=600))
def test_whatever_the_document_says_a_question_is_printable_lines(words: str, value: str) -> None:
    one = question(SAY, doubt(words, choices=(Choice("cut-apart", value), Choice("two-bodies"))), KEYS)
    assert len(one.quote) <= LONGEST_QUOTE and one.quote
    for line in (one.quote, *one.choices, one.ask):
        assert line == printable(line) != ""


def test_choice_without_a_value_needs_none() -> None:
    assert choice_words(SAY, Choice("nobody-yet")) == "暂不派件，等有了名单再说"


def test_quotation_marks_of_the_document_stand_within_those_of_the_question() -> None:
    found = Doubt("x", "later-subject", Quote("…"), CHOICES, values={"names": "“两微一端”开设单位"})
    assert "“‘两微一端’开设单位”" in asked(SAY, found) and "““" not in asked(SAY, found)
