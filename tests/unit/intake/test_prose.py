"""Lists whose items end with who and by when, in the ways that offices write them."""

import pytest

from obligations.intake.source import Column
from tests.unit.intake.tables import PLAIN, answered, doubts, everything, faults, kinds, read, table, who, words

HELP = [("lead", "县委办"), ("supporting", "县教育局、县民政局")]


@pytest.mark.parametrize("item", [
    "1.公布办事指南。责任单位：县教育局、县民政局；完成时限：6月底前",
    "1.公布办事指南。责任单位：县教育局、县民政局。完成时限：6月底前。",
    "1．公布办事指南。（责任单位：县教育局、县民政局；完成时限：6月底前）",
    "1、公布办事指南（责任单位:县教育局、县民政局，完成时间:6月底前）。",
    "（一）公布办事指南。[责任单位：县教育局、县民政局　办结时限：6月底前]",
    "①公布办事指南。【责任部门：县教育局、县民政局；时限：6月底前】",
    "1.公布办事指南。（责任单位：县教育局、县民政局，6月底前）",
    "1.公布办事指南。（6月底前，责任单位：县教育局、县民政局）",
    "1.公布办事指南。（责任单位：县教育局、县民政局；）（完成时限：6月底前）",
    "1.公布办事指南。责任单位：县教育局、县民政局完成时限：6月底前",
    "公布办事指南。（责 任 单 位：县教育局、县民政局；完成时限：6月底前）",
])
def test_who_and_when_are_found_at_the_end_of_an_item(item: str) -> None:
    found = read("云江县公开要点", item)
    assert [text.rstrip("。") for text, _ in words(found)] == ["公布办事指南"]
    assert who(found) == [("responsible", "县教育局、县民政局")]
    assert found.rows[0].deadline.text == "6月底前"


@pytest.mark.parametrize("blocks", [
    ("1.开设专栏。", "责任单位：县司法局", "完成时限：9月底前"),
    ("1.开设专栏。", "责任单位：县司法局；完成时限：9月底前"),
    ("（一）开设专栏。", "责任单位：县司法局", "完成时限：9月底前"),
    ("开设专栏。", "责任单位：县司法局", "完成时限：9月底前"),
    ("1.开设专栏。\n责任单位：县司法局\n完成时限：9月底前",),
    (table(("1.开设专栏。\n责任单位：县司法局\n完成时限：9月底前",)),),
])
def test_fields_on_lines_of_their_own_belong_to_the_item_above(blocks: tuple[str, ...]) -> None:
    found = read("云江县公开要点", *blocks)
    assert [(text.rstrip("。"), time) for text, time in words(found)] == [("开设专栏", "9月底前")]
    assert who(found) == [("responsible", "县司法局")]


def test_lead_and_helpers_are_told_apart_and_the_time_at_the_end_is_found() -> None:
    found = read("要点", "（一）推进决策公开。（牵头单位：县委办；配合单位：县教育局、县民政局，2025年12月底前完成）")
    assert (who(found), found.rows[0].deadline.text) == (HELP, "2025年12月底前完成")
    assert (found.rows[0].number, found.columns) == ("（一）", ((Column.LEAD, "牵头单位"), (Column.SUPPORTING,
        "配合单位")))


def test_duties_in_brackets_without_a_label_are_found() -> None:
    found = read("要点", "1.推进决策公开。（县委办牵头，县教育局、县民政局配合，10月底前完成）",
                 "2.开展培训（县人社局负责）。")
    assert who(found) == [("responsible", "县委办牵头，县教育局、县民政局配合")]
    assert [row.deadline.text for row in found.rows] == ["10月底前完成", ""]


def test_brackets_that_explain_something_are_no_duty() -> None:
    assert faults("要点", "1.本办法由县政府办解释（具体由相关部门负责解释工作）。")[0].key == "rows-none"


def test_headings_are_sections_and_the_introduction_is_kept() -> None:
    found = read("要点", "为做好工作，制定本要点。", "一、主动公开", "（一）决策", "1.公布议题（责任单位：县司法局）",
                 "二、平台", "1.改版网站（责任单位：县融媒体中心）")
    assert [(row.sections, row.number) for row in found.rows] == [(("一、主动公开", "（一）决策"), "1"),
        (("二、平台",), "1")]
    assert found.title == "要点"
    assert "为做好工作，制定本要点。" in [quote.text for quote in found.headings]
    assert kinds("要点", "一、甲", "1.公布（责任单位：县司法局）", "二、乙", "1.改版（责任单位：县教育局）") == []


def test_several_sentences_and_paragraphs_belong_to_one_item() -> None:
    found = read("要点", "1.公布议题。", "每月更新一次。涉密的除外。（责任单位：县司法局）",
                 "2.改版（责任单位：县教育局）")
    assert [row.content.text for row in found.rows] == ["公布议题。\n每月更新一次。涉密的除外。", "改版"]


def test_an_item_over_deeper_items_is_their_section() -> None:
    found = read("要点", "1.公布议题", "（1）拟定目录（责任单位：县司法局）", "（2）发布目录（责任单位：县档案馆）",
                 "2.改版（责任单位：县教育局）")
    assert [row.sections for row in found.rows] == [("1.公布议题",), ("1.公布议题",), ()]


def test_an_item_without_bodies_among_others_is_asked_and_kept() -> None:
    blocks = ("要点", "1.公布议题（责任单位：县司法局）", "2.开展培训。", "3.改版（责任单位：县教育局）")
    assert [(doubt.kind, doubt.choices[0].kind) for doubt in doubts(*blocks)] == [("item-without-bodies", "as-task")]
    assert [row.content.text for row in read(*blocks).rows] == ["公布议题", "开展培训。", "改版"]
    other = answered(lambda doubt: doubt.choices[1].id, *blocks)
    assert [row.content.text for row in other.rows] == ["公布议题", "改版"]
    assert "2.开展培训。" in [quote.text for quote in other.headings]


def test_items_of_a_section_without_any_bodies_are_asked_and_taken_for_explanations() -> None:
    blocks = ("要点", "一、任务", "1.公布议题（责任单位：县司法局）", "二、要求", "1.加强领导。")
    assert [(doubt.kind, doubt.choices[0].kind) for doubt in doubts(*blocks)] == [("item-without-bodies", "as-heading")]
    assert len(read(*blocks).rows) == 1


def test_a_paragraph_with_two_groups_is_two_rows() -> None:
    found = read("要点",
                 "1.拟定目录（责任单位：县司法局；时限：3月底前），发布目录（责任单位：县档案馆；时限：5月底前）。")
    assert words(found) == [("拟定目录", "3月底前"), ("，发布目录", "5月底前")]
    assert [row.number for row in found.rows] == ["1", "1"]


@pytest.mark.parametrize(("blocks", "key"), [
    (("要点", "1.改版（责任单位：县司法局）（责任单位：县教育局）"), "rows-unclear-item"),
    (("要点", "1.改版（责任单位：县司法局；时限：3月；完成时限：5月）"), "rows-unclear-item"),
    (("要点", "1.（责任单位：县司法局）"), "rows-unclear-item"),
    (("责任单位：县司法局", "1.改版（责任单位：县教育局）"), "rows-fields-alone"),
])
def test_what_cannot_be_told_is_refused_with_its_line(blocks: tuple[str, ...], key: str) -> None:
    fault = faults(*blocks)[0]
    assert fault.key == key
    assert fault.values["quote"]


def test_words_after_the_bodies_are_kept_and_remarked() -> None:
    blocks = ("要点", "1.改版（责任单位：县教育局）。完成后报备。")
    assert "完成后报备" in read(*blocks).rows[0].content.text
    assert kinds(*blocks) == ["words-after-bodies"]


def test_an_empty_label_is_asked() -> None:
    assert kinds("要点", "1.改版。责任单位：") == ["no-bodies"]


@pytest.mark.parametrize("text", ["单位：万元", "会议时间：6月3日", "联系人：甲", "填报单位：县司法局"])
def test_other_labels_make_no_item(text: str) -> None:
    assert faults("云江县简报", text)[0].key == "rows-none"


def test_items_beside_a_table_are_read_and_asked_about() -> None:
    blocks = ("要点", "1.改版（责任单位：县教育局）", table(PLAIN, ("2", "公布名单", "县司法局", "全年")))
    assert [doubt.kind for doubt in doubts(*blocks)] == ["prose-beside-table"]
    assert len(read(*blocks).rows) == 2
    ignored = answered(lambda doubt: doubt.choices[1].id, *blocks)
    assert len(ignored.rows) == 1
    assert "1.改版（责任单位：县教育局）" in everything(ignored)


def test_every_word_of_an_item_is_kept() -> None:
    text = "（牵头单位：县委办；联系电话：8801；完成时限：6月底前）"
    kept = everything(read("要点", "1.改版网站" + text))
    assert text in kept
    assert "改版网站" in kept


def test_sentences_over_deeper_items_are_asked_and_taken_for_their_introduction() -> None:
    blocks = ("要点", "（一）加强公开。各单位要主动作为；及时更新。", "1.公布议题（责任单位：县司法局）")
    assert [(doubt.kind, doubt.choices[0].kind) for doubt in doubts(*blocks)] == [("item-without-bodies", "as-heading")]


def test_what_a_list_stands_under_does_not_reach_a_table_after_it() -> None:
    found = read("要点", "一、甲", "1.改版（责任单位：县教育局）", "附件", table(PLAIN, ("2", "公布名单", "县司法局",
        "全年")))
    assert [row.sections for row in found.rows] == [("一、甲",), ()]
