"""Doubts are collected under keys of their words; the answer in force is the one given, or else the first choice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote

YES, NO = Choice("yes"), Choice("no", "区财政局")
WORDS = Quote("区财政局等")


def key_of(kind: str = "kind", words: str = "区财政局等", context: str = "") -> str:
    """The key that a doubt gets."""
    inquiry = Inquiry({})
    inquiry.ask(kind, Quote(words), (YES, NO), context=context)
    return inquiry.doubts[0].key


def test_unanswered_the_first_choice_is_in_force() -> None:
    inquiry = Inquiry({})
    assert inquiry.ask("kind", WORDS, (YES, NO), row=3, name="财政") == "yes"
    (doubt,) = inquiry.doubts
    assert (doubt.answer, doubt.row, doubt.quote, doubt.values) == (None, 3, WORDS, {"name": "财政"})


def test_given_answer_is_in_force_by_its_id() -> None:
    inquiry = Inquiry({key_of(): "no:区财政局"})
    assert inquiry.ask("kind", WORDS, (YES, NO)) == "no:区财政局" == NO.id
    assert inquiry.doubts[0].answer == "no:区财政局"


@pytest.mark.parametrize("answer", ["no", "no:区教体局", "", "maybe", "typed:区教体局"])
def test_answer_that_is_no_choice_counts_for_nothing(answer: str) -> None:
    inquiry = Inquiry({key_of(): answer})
    assert inquiry.ask("kind", WORDS, (YES, NO)) == "yes" and inquiry.doubts[0].answer is None


def test_typed_words_come_back_where_they_are_asked_for() -> None:
    inquiry = Inquiry({key_of(): f"{TYPED}区教体局"})
    assert inquiry.ask("kind", WORDS, (YES,), typed=True) == "typed:区教体局"


def test_typed_words_that_mean_nothing_open_the_doubt_again() -> None:
    inquiry = Inquiry({key_of(): f"{TYPED}？"})
    inquiry.ask("other", WORDS, (YES,))
    inquiry.ask("kind", WORDS, (YES,), typed=True)
    inquiry.reopen()
    assert [doubt.answer for doubt in inquiry.doubts] == [None, None]
    assert [doubt.kind for doubt in inquiry.doubts] == ["other", "kind"]


def test_same_words_in_another_row_are_told_apart_by_their_context() -> None:
    assert len({key_of(context="一"), key_of(context="二"), key_of(), key_of(kind="other"), key_of(words="等")}) == 5


def test_same_doubt_twice_has_two_keys_and_two_answers() -> None:
    first = key_of()
    inquiry = Inquiry({f"{first}-2": NO.id})
    assert [inquiry.ask("kind", WORDS, (YES, NO)) for _ in range(3)] == ["yes", NO.id, "yes"]
    assert [doubt.key for doubt in inquiry.doubts] == [first, f"{first}-2", f"{first}-3"]


def test_doubt_asked_once_has_all_of_its_rows_in_order() -> None:
    inquiry = Inquiry({})
    inquiry.ask("kind", WORDS, (YES,))
    inquiry.ask("own", WORDS, (YES,), row=7)
    inquiry.ask("whole", WORDS, (YES,))
    for row in (2, 5, 2):
        inquiry.concerns(inquiry.doubts[0].key, row)
    assert [doubt.about for doubt in inquiry.finished()] == [(2, 5), (7,), ()]


def test_remark_has_no_choices_and_changes_nothing() -> None:
    inquiry = Inquiry({})
    inquiry.remark("seen", WORDS, row=1, name="财政")
    assert (inquiry.doubts[0].choices, inquiry.doubts[0].values) == ((), {"name": "财政"})


@given(st.text(), st.text())
def test_key_is_short_and_latin_whatever_the_words_are(words: str, context: str) -> None:
    key = key_of("group-beside-named-dated", words, context)
    assert re.fullmatch(r"[a-z-]+-[0-9a-f]{8}", key) and len(key) <= 33
    assert key == key_of("group-beside-named-dated", words, context)
