"""Of which district and year a document is: the title says it, or the document is refused; nothing else in it does."""

from datetime import date

import pytest

from obligations.errors import Refusal
from obligations.intake.inquiry import TYPED, Inquiry
from obligations.intake.rows.rows import read_rows
from obligations.intake.terms import Terms, Wanted, terms_of
from tests.unit.intake.tables import PLAIN, document, table

TODAY = date(2025, 3, 2)


def terms(*lines: str, inquiry: Inquiry | None = None, district: str = "", year: int | None = None) -> Terms:
    """The terms of a table under these lines."""
    asking = inquiry or Inquiry({})
    source = read_rows(document(*lines, table(PLAIN, ("1", "公布预算。", "县财政局", "6月底前"))), asking)
    return terms_of(source, Wanted(TODAY, district, year), asking)


def why_refused(*lines: str) -> str:
    """The sentence that a document under these lines is refused with."""
    with pytest.raises(Refusal) as caught:
        terms(*lines)
    return caught.value.key


@pytest.mark.parametrize(("title", "district", "year"), [
    ("云江县2025年政务公开任务分工", "云江县", 2025),
    ("云江县２０２５年政务公开任务分工", "云江县", 2025),
    ("云江县二〇二五年政务公开任务分工", "云江县", 2025),
    ("2025年云江县政务公开任务分工", "云江县", 2025),
    ("附件1：云江县2025年度政务公开任务分工", "云江县", 2025),
    ("临川市云江县2025年政务公开任务分工", "临川市云江县", 2025),
    ("县政府办公室关于印发云江县2025年政务公开任务分工的通知", "云江县", 2025),
    ("云江县人民政府办公室关于印发2025年政务公开任务分工的通知", "云江县", 2025),
    ("云江县贯彻落实《江岭省2025年政务公开工作要点》任务分工", "云江县", 2025),
])
def test_the_title_says_district_and_year(title: str, district: str, year: int) -> None:
    found = terms(title)
    assert (found.district, found.year, found.title) == (district, year, title)


@pytest.mark.parametrize("title", [
    "云江县2024—2025年政务公开行动计划", "云江县2024-2025年行动计划", "云江县2024年至2025年政务公开行动计划",
    "云江县“十四五”期间（2021—2025年）政务公开任务分工"])
def test_a_title_of_several_years_is_refused_until_one_is_named(title: str) -> None:
    assert why_refused(title) == "intake-several-years"
    assert terms(title, year=2024).year == 2024


def test_a_year_that_only_a_sentence_names_is_not_taken() -> None:
    sentence = "根据省政府2023年政务公开工作要点，制定本分工。"
    assert why_refused("云江县政务公开任务分工", sentence) == "intake-year-unknown"
    assert why_refused("云江县政务公开任务分工", "2025年4月1日") == "intake-year-unknown"


def test_the_title_stands_under_menus_and_letter_heads() -> None:
    found = terms("首页 > 信息公开 > 文件", "云政办〔2025〕12号", "云江县2025年政务公开任务分工", "各单位：")
    assert (found.title, found.year, found.district) == ("云江县2025年政务公开任务分工", 2025, "云江县")


def test_two_titles_of_different_years_are_not_chosen_from() -> None:
    both = "关于印发云江县2024年工作要点的通知，附云江县2025年任务分工"
    assert why_refused("文件选登", both) == "intake-several-years"


def test_another_year_than_the_title_says_is_shown() -> None:
    inquiry = Inquiry({})
    assert terms("云江县2018年政务公开任务分工", inquiry=inquiry, year=2025).year == 2025
    [shown] = [doubt for doubt in inquiry.doubts if doubt.kind == "other-year-in-title"]
    assert (shown.values["named"], shown.values["year"]) == ("2018", "2025")


def test_a_draft_for_comment_is_shown_as_one() -> None:
    inquiry = Inquiry({})
    terms("云江县2025年政务公开任务分工（征求意见稿）", inquiry=inquiry)
    assert "for-comment" in {doubt.kind for doubt in inquiry.doubts}


def test_a_title_that_goes_on_and_on_is_read_in_no_time() -> None:
    assert why_refused("关于" * 15_000) == "intake-year-unknown"


def test_a_typed_day_that_is_none_leaves_the_question_open() -> None:
    asked = Inquiry({})
    terms("云江县2025年政务公开任务分工", inquiry=asked)
    [key] = [doubt.key for doubt in asked.doubts if doubt.kind == "in-force"]
    again = Inquiry({key: f"{TYPED}月底"})
    assert terms("云江县2025年政务公开任务分工", inquiry=again).in_force == TODAY
    assert next(doubt.answer for doubt in again.doubts if doubt.key == key) is None
    assert "typed-date-unread" in {doubt.kind for doubt in again.doubts}
