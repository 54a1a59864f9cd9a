"""What a document is of: its year, its district, its title, and from which day it is in force."""

from datetime import date

import pytest

from obligations.errors import Refusal
from obligations.intake.inquiry import TYPED, Inquiry
from obligations.intake.source import Quote, Source
from obligations.intake.terms import IS_OURS, OTHER_DISTRICT, Terms, Wanted, terms_of

TITLE = "云江县2024年政务公开工作任务分工"
TODAY = date(2024, 3, 5)
NOTHING_SAID = Wanted(TODAY)


def terms(title: str = TITLE, *headings: str, wanted: Wanted = NOTHING_SAID, answer: str = "",
          before: date | None = None) -> tuple[Terms, Inquiry]:
    """The terms of a document with these headings, and what was doubtful; `answer`: to its day."""
    source = Source(title, tuple(map(Quote, (title, *headings))), (), ())
    asked = Inquiry({})
    terms_of(source, wanted, asked, before)
    key = next((doubt.key for doubt in asked.doubts if doubt.kind == "in-force"), "")
    inquiry = Inquiry({key: answer} if answer else {})
    return terms_of(source, wanted, inquiry, before), inquiry


def kinds(inquiry: Inquiry) -> list[str]:
    return [doubt.kind for doubt in inquiry.doubts]


def test_title_tells_the_year_and_the_district() -> None:
    found, _ = terms()
    assert (found.year, found.district, found.title) == (2024, "云江县", TITLE)


def test_what_is_said_from_outside_goes_before_the_document() -> None:
    found, inquiry = terms(wanted=Wanted(TODAY, "临川市青河区", 2023))
    assert (found.year, found.district) == (2023, "临川市青河区")
    assert "other-district" in kinds(inquiry), "the title names another one, which is asked about"


def test_a_document_of_another_district_is_not_ours_until_somebody_says_so() -> None:
    _, inquiry = terms(wanted=Wanted(TODAY, "临川市青河区"))
    [asked] = [doubt for doubt in inquiry.doubts if doubt.kind == OTHER_DISTRICT]
    assert (asked.choices[0].id, asked.choices[1], asked.answer) == ("not-ours", IS_OURS, None)
    assert (asked.quote.text, asked.values["named"], asked.values["district"]) == (TITLE, "云江县", "临川市青河区")
    assert asked.key != next(doubt.key for doubt in terms(wanted=Wanted(TODAY, "临川市石门区"))[1].doubts
                             if doubt.kind == OTHER_DISTRICT), "an answer holds for one district"


def test_a_letter_head_of_another_district_is_quoted() -> None:
    _, inquiry = terms("2024年政务公开工作任务分工", "云江县人民政府文件", wanted=Wanted(TODAY, "临川市青河区"))
    assert [doubt.quote.text for doubt in inquiry.doubts if doubt.kind == OTHER_DISTRICT] == ["云江县人民政府文件"]


def test_fuller_name_of_the_same_district_is_no_other() -> None:
    assert "other-district" not in kinds(terms(wanted=Wanted(TODAY, "临川市云江县"))[1])


@pytest.mark.parametrize(("title", "key"), [
    ("政务公开工作任务分工", "intake-year-unknown"), ("2024年政务公开工作任务分工", "intake-district-unknown")])
def test_without_year_or_district_the_document_is_refused(title: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        terms(title)
    assert refused.value.key == key


def test_its_own_day_stands_on_a_line_of_its_own() -> None:
    found, inquiry = terms(TITLE, "2024年4月18日")
    assert found.in_force == date(2024, 4, 18) and "in-force" not in kinds(inquiry)


@pytest.mark.parametrize("line", ["请于2024年4月18日前报送", "2014年4月18日", "2024年4月31日", "2026年1月1日"])
def test_day_in_a_sentence_or_of_another_year_is_not_its_own(line: str) -> None:
    found, inquiry = terms(TITLE, line)
    assert found.in_force == TODAY and "in-force" in kinds(inquiry)


def test_day_of_the_year_before_may_be_its_own() -> None:
    assert terms(TITLE, "2023年12月29日")[0].in_force == date(2023, 12, 29)


@pytest.mark.parametrize(("today", "day"), [
    (TODAY, TODAY), (date(2023, 12, 1), date(2024, 1, 1)), (date(2026, 5, 1), date(2024, 1, 1))])
def test_without_a_day_it_is_today_or_the_first_of_its_year_and_asked(today: date, day: date) -> None:
    found, inquiry = terms(wanted=Wanted(today))
    assert found.in_force == day and inquiry.doubts[-1].choices[0].id == f"in-force-on:{day}"


def test_day_of_the_version_before_goes_before_today() -> None:
    found, inquiry = terms(before=date(2024, 2, 1))
    assert found.in_force == date(2024, 2, 1)
    assert [choice.value for choice in inquiry.doubts[-1].choices] == ["2024-02-01", "2024-03-05"]
    assert terms(before=date(2024, 2, 1), answer="in-force-on:2024-03-05")[0].in_force == TODAY


@pytest.mark.parametrize("words", ["2024-02-29", "2024.2.29", "2024/2/29", "2024年2月29日", "2023-12-31"])
def test_typed_day_is_in_force(words: str) -> None:
    found, inquiry = terms(answer=TYPED + words)
    assert found.in_force in (date(2024, 2, 29), date(2023, 12, 31))
    assert inquiry.doubts[-1].answer == TYPED + words


@pytest.mark.parametrize("words", ["2023-02-29", "明天", "2026-01-01", "2002-05-01", "3月5日", "2024-13-01", ""])
def test_typed_words_that_are_no_such_day_leave_the_question_open(words: str) -> None:
    found, inquiry = terms(answer=TYPED + words)
    assert found.in_force == TODAY
    assert next(doubt for doubt in inquiry.doubts if doubt.kind == "in-force").answer is None
    assert "typed-date-unread" in kinds(inquiry)
