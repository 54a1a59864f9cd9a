"""The day that a document gives itself, wherever it stands around the rows; a day that is somebody's deadline never."""

from datetime import date

import pytest

from obligations.errors import Refusal
from obligations.intake.inquiry import Inquiry
from obligations.intake.own_day import day_in
from obligations.intake.rows.rows import read_rows
from obligations.intake.terms import Terms, Wanted, terms_of
from tests.unit.intake.tables import PLAIN, document, table

TITLE = "云江县2018年政务公开任务分工"
TODAY, DAY = date(2018, 6, 11), date(2018, 5, 30)
ROWS = table(PLAIN, ("1", "公布预算。", "县财政局", "6月底前"), ("2", "公布决算。", "县财政局", "9月底前"))


def terms(*lines: str, title: str = TITLE, below: tuple[str, ...] = ()) -> tuple[Terms, bool]:
    """The terms of a document with lines between title and table and below it; whether its day was asked."""
    inquiry = Inquiry({})
    found = terms_of(read_rows(document(title, *lines, ROWS, *below), inquiry), Wanted(TODAY), inquiry)
    return found, "in-force" in {doubt.kind for doubt in inquiry.doubts}


@pytest.mark.parametrize("line", [
    "2018年5月30日", "（2018年5月30日）", "(2018-05-30)", "【2018年5月30日】", "2018年5月30日印发",
    "2018 年 5 月 30 日印发", "２０１８年５月３０日", "二〇一八年五月三十日", "二○一八年五月三十日",
    "成文日期：2018年5月30日", "印发时间：2018.5.30", "云江县人民政府办公室　　2018年5月30日印发",
    "云江县政务公开领导小组 2018年5月30日"])
def test_a_line_that_is_only_its_day_gives_it(line: str) -> None:
    found, asked = terms(line)
    assert (found.in_force, asked) == (DAY, False)
    assert terms(below=(line,))[0].in_force == DAY


@pytest.mark.parametrize("title", [
    f"{TITLE}（2018年5月30日）", f"{TITLE}（2018年5月30日印发）", f"{TITLE} 2018年5月30日", f"{TITLE}(2018-5-30)"])
def test_the_end_of_the_title_gives_it(title: str) -> None:
    found, asked = terms(title=title)
    assert (found.in_force, asked, found.year) == (DAY, False, 2018)


@pytest.mark.parametrize("line", [
    "请于2018年5月30日前报送", "根据省政府办公室2018年5月30日印发", "各单位于2018年5月30日", "（截至2018年5月30日）",
    "会议时间：2018年5月30日", "2018年5月", "2018年5月30日前", "（2018年5月30日县政府常务会议通过）", "2018年2月30日",
    "二〇一八年十三月一日"])
def test_a_day_that_is_something_else_is_not_taken(line: str) -> None:
    assert terms(line)[0].in_force == TODAY and terms(line)[1]


@pytest.mark.parametrize("title", [f"{TITLE}（截至2018年5月30日）", f"{TITLE}（2018年5月30日前完成）"])
def test_a_day_in_the_title_that_is_something_else_is_not_taken(title: str) -> None:
    assert terms(title=title)[1]


def test_the_signature_goes_before_the_day_of_printing() -> None:
    found, asked = terms("2018年5月30日", below=("2018年6月4日印发",))
    assert (found.in_force, asked) == (DAY, False)


def test_of_two_signatures_none_is_chosen() -> None:
    assert terms("2018年5月30日", below=("2018年6月4日",)) == (terms("各单位：")[0], True)
    assert terms("2018年5月30日", below=("2018年5月30日",))[1] is False


def test_a_lone_day_between_two_rows_is_the_rows_and_not_the_documents() -> None:
    rows = table(("", TITLE, "", ""), PLAIN, ("1", "公布预算。", "县财政局", "6月底前"), ("2018年5月30日",),
                 ("2", "公布决算。", "县财政局", "9月底前"), merged=[(3, 0, 3, 3)])
    inquiry = Inquiry({})
    assert terms_of(read_rows(document(rows), inquiry), Wanted(TODAY), inquiry).in_force == TODAY


def test_a_day_in_the_table_above_its_rows_or_below_them_is_the_documents() -> None:
    for rows in (table((TITLE,), ("2018年5月30日",), PLAIN, ("1", "公布预算。", "县财政局", "6月底前"),
                       merged=[(0, 0, 0, 3), (1, 0, 1, 3)]),
                 table((TITLE,), PLAIN, ("1", "公布预算。", "县财政局", "6月底前"), ("2018年5月30日",),
                       merged=[(0, 0, 0, 3), (3, 0, 3, 3)])):
        inquiry = Inquiry({})
        assert terms_of(read_rows(document(rows), inquiry), Wanted(TODAY), inquiry).in_force == DAY


def test_typed_days_are_read_alone() -> None:
    assert day_in(" 二〇一八年十二月三十一日 ") == date(2018, 12, 31)
    assert day_in("从2018年5月30日起") is None


def test_a_page_of_numbers_is_read_in_no_time() -> None:
    with pytest.raises(Refusal):
        terms(title="2018年" * 20_000)
