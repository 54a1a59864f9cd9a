"""Headings of sections are told from tasks, and stand in force until another takes their place."""

import pytest

from obligations.intake.inquiry import Doubt
from obligations.intake.rows.sections import Mark, Outline, is_heading, mark
from tests.unit.intake.tables import PLAIN, answered, everything, kinds, read, table

FIRST = ("1", "公布权责清单", "县委编办", "6月底前")
SECOND = ("2", "公布审计结果", "县审计局", "全年")


@pytest.mark.parametrize(("text", "found"), [
    ("一、平台", Mark("一、", 1)), ("（二）网站", Mark("（二）", 2)), ("(十一)网站", Mark("(十一)", 2)),
    ("第一部分 平台", Mark("第一部分", 0)), ("3.改版", Mark("3.", 3)), ("３．改版", Mark("３．", 3)), ("（4）改版",
        Mark("（4）", 4)),
    ("2.9月底前改版", Mark("2.", 3)), ("4.2025年底前改版", Mark("4.", 3)), ("2.5个月内改版", None),
    ("②改版", Mark("②", 5)), ("2025年任务", None), ("3.5亿元", None), ("一体化平台", None), ("", None),
])
def test_a_number_is_known_with_its_depth(text: str, found: Mark | None) -> None:
    assert mark(text) == found


@pytest.mark.parametrize(("text", "is_one"), [
    ("一、加强平台建设", True), ("（三）政策解读。", True), ("1.改版网站", False), ("平台建设", False),
    ("一、改版网站；开通专栏", False), ("一、" + "长" * 60, False),
])
def test_only_short_numbered_words_are_a_heading(text: str, is_one: bool) -> None:
    assert is_heading(text) is is_one


def test_a_heading_ends_those_as_deep_and_deeper() -> None:
    outline = Outline()
    for text in ("一、甲", "（一）乙", "（二）丙", "丁"):
        assert outline.enter(text)
    assert outline.names() == ("一、甲", "（二）丙", "丁")
    outline.enter("二、戊")
    assert outline.names() == ("二、戊",)


def test_a_heading_printed_again_is_the_same_section() -> None:
    outline = Outline()
    outline.enter("一、甲")
    outline.enter("（一）乙")
    assert not outline.enter("一、\n甲")
    assert outline.names() == ("一、甲", "（一）乙")


@pytest.mark.parametrize("row", [("一、主动公开",), ("", "（一）主动公开"), ("第一部分　主动公开",)])
def test_a_numbered_heading_in_one_cell_is_a_section(row: tuple[str, ...]) -> None:
    whole = table(PLAIN, row, FIRST)
    assert read(whole).rows[0].sections == (max(row, key=len),)
    assert kinds(whole) == []


def test_words_merged_over_the_table_are_a_section() -> None:
    found = read(table(PLAIN, ("监督保障",), FIRST, ("平台",), SECOND, merged=[(1, 0, 1, 3), (3, 0, 3, 3)]))
    assert [row.sections for row in found.rows] == [("监督保障",), ("平台",)]


def test_a_chinese_number_beside_a_title_is_a_section() -> None:
    found = read(table(PLAIN, ("一", "主动公开"), FIRST, ("（一）", "平台"), SECOND))
    assert [row.sections for row in found.rows] == [("一 主动公开",), ("一 主动公开", "（一） 平台")]


@pytest.mark.parametrize("known", [True, False])
def test_sections_in_columns_hold_until_the_next(known: bool) -> None:
    head = ("一级任务", "类别", "任务", "责任单位")
    found = read(table(head, ("一、公开", "（一）决策", "甲事", "县司法局"), ("", "", "乙事", "县司法局"),
                       ("一、公开", "（二）执行", "丙事", "县司法局"), ("二、监督", "", "丁事", "县司法局"),
                       known=known))
    assert [row.sections for row in found.rows] == [
        ("一、公开", "（一）决策"), ("一、公开", "（一）决策"), ("一、公开", "（二）执行"), ("二、监督",)]


def test_a_section_over_two_columns_stands_once() -> None:
    found = read(table(("一级任务", "类别", "任务", "责任单位"), ("四、保障", "", "丁事", "县司法局"), merged=[(1, 0,
        1, 1)]))
    assert found.rows[0].sections == ("四、保障",)


def test_a_section_in_its_column_may_stand_alone_above_its_rows() -> None:
    found = read(table(("类别", "任务", "责任单位"), ("公开",), ("", "甲事", "县司法局")))
    assert found.rows[0].sections == ("公开",)


def test_a_heading_row_ends_the_sections_in_columns() -> None:
    found = read(table(("类别", "任务", "责任单位"), ("公开", "甲事", "县司法局"), ("二、监督",), ("", "乙事",
        "县司法局")))
    assert [row.sections for row in found.rows] == [("公开",), ("二、监督",)]


def test_a_short_lone_cell_is_asked_and_taken_for_a_heading() -> None:
    whole = table(PLAIN, ("", "决策公开"), FIRST)
    assert kinds(whole) == ["lone-cell"]
    assert read(whole).rows[0].sections == ("决策公开",)


def _second(doubt: Doubt) -> str | None:
    return doubt.choices[1].id if doubt.kind == "lone-cell" else None


def test_a_lone_cell_becomes_a_task_once_the_office_says_so() -> None:
    assert [row.content.text for row in answered(_second, table(PLAIN, ("", "决策公开"), FIRST)).rows] == [
        "决策公开", "公布权责清单"]


def test_sentences_in_a_lone_cell_are_a_task_whose_body_is_missing() -> None:
    whole = table(PLAIN, FIRST, ("", "县政府常务会议议定的事项要在会后公开。涉密的除外。"))
    assert len(read(whole).rows) == 2
    assert kinds(whole) == ["lone-cell", "no-bodies", "no-deadline", "no-number"]


def test_a_long_text_over_the_whole_table_is_asked_and_kept() -> None:
    text = "各责任单位要按季度报送进展。未报送的予以通报。"
    whole = table(PLAIN, (text,), FIRST, merged=[(1, 0, 1, 3)])
    assert kinds(whole) == ["lone-cell"]
    assert text in everything(read(whole))
    assert read(whole).rows[0].sections == ()
