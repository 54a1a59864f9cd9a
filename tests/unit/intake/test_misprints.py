"""Where a careful reader stops: wrong counts, slips of the pen, things that only one of two cells says; and that an
ordinary row gives no remark."""

import pytest

from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.misprints import look
from obligations.intake.source import NOTHING, Column, Quote, Source, SourceRow
from tests.corpus import county_tables, many_tables, odd_cells, prose
from tests.corpus.judging import drafted
from tests.corpus.odd_cells import TWO_CELLS
from tests.corpus.shapes import Made

REMARKS = {"count-differs", "slip", "only-in-content", "fewer-items", "towns-in-words", "year-report"}
MADE = [made for part in (county_tables, many_tables, odd_cells, prose) for made in part.DOCUMENTS]
LONG = "公布学位预警名单、公布招生划片范围、公布报名办理流程"


def remarks(requirement: str, content: str = "", bodies: str = "县财政局",
            more: tuple[SourceRow, ...] = (), deadline: str = "") -> list[Doubt]:
    """What is remarked about one row beside others."""
    row = SourceRow((), "1", Quote(content), Quote(requirement), ((Column.RESPONSIBLE, Quote(bodies)),),
                    Quote(deadline), NOTHING.place)
    inquiry = Inquiry({})
    look(Source("", (), (), (row, *more)), 2018, inquiry)
    return [doubt for doubt in inquiry.doubts if doubt.row == 0]


@pytest.mark.parametrize(("words", "said", "named"), [
    ("建立三项制度：会议公开、文件公开。", "3", "2"),
    ("健全会议公开、文件公开、数据公开、决策公开等三项制度。", "3", "4"),
    ("公布规划、计划、统计、预算、决算、采购、收费等八个方面信息。", "8", "7"),
    ("围绕就业、教育、医疗这四个领域公开。", "4", "3"),
])
def test_a_count_that_differs_from_what_is_listed_is_shown(words: str, said: str, named: str) -> None:
    [found] = remarks(words)
    assert (found.kind, found.values["said"], found.values["named"]) == ("count-differs", said, named)


@pytest.mark.parametrize("words", [
    "建立三项制度：会议公开、文件公开、数据公开。",
    "做好规划计划、统计数据和财政预算等三类信息的公开。",
    "公布规划、计划等五类信息。",                    # 等 leaves the list open
    "各部门、各单位要落实三项制度。",                 # no list of three things
    "围绕重大风险（金融、安全）、精准脱贫、污染防治等三大攻坚战解读。",
    "会议结束后3个工作日内公布2个方面的内容。",
])
def test_a_count_that_can_be_right_is_left_alone(words: str) -> None:
    assert remarks(words) == []


@pytest.mark.parametrize("words", ["及时向全公开办理结果。", "各单位要注重实用图表解读。", "公布名单，，并及时更新。"])
def test_well_known_slips_are_shown(words: str) -> None:
    assert [found.kind for found in remarks(words)] == ["slip"]


@pytest.mark.parametrize("words", ["及时向全社会公开。", "注重实用性，编制便民实用图册。", "未完待续……各单位要抓紧。"])
def test_words_that_only_look_like_slips_are_left_alone(words: str) -> None:
    assert remarks(words) == []


def test_what_only_the_content_says_is_shown_where_the_cells_are_nearly_the_same() -> None:
    [found] = remarks(f"{LONG}。", f"{LONG}；建立家长咨询专线。")
    assert (found.kind, found.values["clauses"]) == ("only-in-content", "建立家长咨询专线")


def test_cells_of_different_things_and_equal_ones_are_not_compared() -> None:
    assert remarks("编制目录。", "全面推进政务公开标准化规范化建设，提高公开质量和实效。") == []
    assert remarks(LONG, LONG) == []


def test_a_content_that_several_rows_share_is_compared_with_all_of_them() -> None:
    content = f"{LONG}；建立家长咨询专线并公布号码。"
    second = SourceRow((), "1", Quote(content), Quote("建立家长咨询专线并公布号码。"), (), NOTHING, NOTHING.place)
    assert remarks(f"{LONG}。", content, more=(second,)) == []


def test_fewer_items_than_the_content_has_are_shown() -> None:
    content = "1.改版网站。2.整合账号。3.更新指南。"
    assert [found.kind for found in remarks("1.改版网站首页栏目。\n2.整合政务新媒体账号。", content)] == ["fewer-items"]
    assert remarks("改版网站首页栏目。", content) == []


def test_towns_that_are_to_be_urged_but_stand_in_no_cell_are_shown() -> None:
    [found] = remarks("公布债务信息，并督促各乡镇公开债务信息。")
    assert (found.kind, found.values["towns"]) == ("towns-in-words", "各乡镇")
    assert remarks("督促各乡镇公开债务信息。", bodies="县财政局、各乡镇") == []
    assert remarks("组织乡镇卫生院公布收费标准。") == []


def test_a_year_report_is_shown_as_one_of_the_next_year() -> None:
    assert [found.kind for found in remarks("编制政府信息公开工作年度报告。")] == ["year-report"]
    assert remarks("公布年度预算和年度计划。") == []


@pytest.mark.parametrize("words", [
    "2018年1月31日前公布2017年度政府信息公开工作年度报告。", "编制并公布2017年政府信息公开年报。",
    "公布上一年度政府信息公开工作年度报告。", "3月31日前公布本部门政府信息公开年度报告。",
    "一季度公布政府信息公开年报。", "每年1月底前公布政府信息公开工作年度报告。"])
def test_the_report_of_the_year_before_is_due_in_this_one(words: str) -> None:
    assert remarks(words) == []


@pytest.mark.parametrize("words", [
    "公布2018年政府信息公开工作年度报告。", "11月30日前编制政府信息公开年报。",
    "1月底前报计划；年底前编制政府信息公开年报。"])
def test_the_report_of_this_year_is_not(words: str) -> None:
    assert [found.kind for found in remarks(words)] == ["year-report"]


def test_the_cell_about_when_tells_the_year_of_a_report_too() -> None:
    assert remarks("公布政府信息公开工作年度报告。", deadline="3月底前") == []
    assert remarks("公布政府信息公开工作年度报告。", deadline="12月底前") != []


@pytest.mark.parametrize("made", [made for made in MADE if made is not TWO_CELLS], ids=lambda made: made.name)
def test_documents_without_misprints_get_no_remark(made: Made) -> None:
    assert REMARKS.isdisjoint(doubt.kind for doubt in drafted(made, made.formats[0]).doubts)
