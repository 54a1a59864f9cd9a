"""Headings are understood in any wording and order, over one row or two, wherever they stand."""

import pytest

from obligations.intake.rows.labels import meaning
from obligations.intake.source import Column
from tests.unit.intake.tables import PLAIN, doubts, faults, kinds, read, table, who, words

SAID = {
    Column.SECTION: "栏目 类别 一级任务 工作板块 工作领域 任务类别 分类",
    Column.NUMBER: "序号 编号 项目序号 任务编号 序　号",
    Column.CONTENT: "工作任务 主要任务 重点任务 重点内容 工作内容 任务名称 公开事项 公开内容 目标任务 重点工作 "
                    "二级任务 工作内容及要求 具体事项 工作要点 任务",
    Column.REQUIREMENT: "具体要求 工作要求 工作措施 具体举措 落实措施 目标要求 完成标准 工作目标 主要举措",
    Column.LEAD: "牵头单位 牵头部门 牵头责任单位 牵头 主办单位 主责部门",
    Column.RESPONSIBLE: "责任单位 责任部门 责任主体 承办单位 落实单位 责任科室 责任分工 实施主体 公开主体 单位 部门 "
                        "责任单位及责任人 牵头及配合单位 牵头和配合部门 责任单位（第一个为牵头单位） 具体承办部门",
    Column.SUPPORTING: "配合单位 协助单位 参与单位 协同单位 配合部门 协办单位 参加单位",
    Column.DEADLINE: "时限 完成时限 完成时间 时间节点 进度安排 时间进度 办结时限 完成时限（2025年） 工作期限 更新频率",
    Column.OTHER: "备注 佐证材料 公开平台 公开渠道 完成情况 责任人 分管领导 启动时间 政策依据 联系电话 公开方式",
}


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for kind, texts in SAID.items() for text in texts.split()])
def test_a_heading_is_known_by_its_words(text: str, kind: Column) -> None:
    assert meaning(text) is kind


@pytest.mark.parametrize("text", ["责 任\n单 位", "责　任　单　位", "责任单位：", " 责任\u200b单位 ", "（责任）单位"])
def test_blanks_and_breaks_inside_a_heading_do_not_matter(text: str) -> None:
    assert meaning(text) is Column.RESPONSIBLE


@pytest.mark.parametrize("text", [
    "", "是否涉密", "区财政局", "推进决策公开", "全年", "12",
    "各责任单位要按照任务分工抓好落实，及时报送工作任务的完成时限和有关要求，确保按期完成全部任务，不留死角和盲区",
])
def test_other_words_are_no_heading_that_we_know(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1), (2, 1), (1, 2), (1, 2, 3)])
def test_columns_may_stand_in_any_order_and_some_may_be_missing(order: tuple[int, ...]) -> None:
    row = ("1", "编制公开指南", "县档案馆", "5月底前")
    found = read(table([PLAIN[at] for at in order], [row[at] for at in order]))
    assert [one.asks.text for one in found.rows] == ["编制公开指南"]
    assert who(found) == [("responsible", "县档案馆")]
    assert found.rows[0].deadline.text == ("5月底前" if 3 in order else "")


def test_titles_and_units_above_the_header_are_no_rows() -> None:
    found = read(table(("云江县2025年公开任务表",), ("填报单位：县政府办", "", "", "2025年3月"), PLAIN,
                       ("1", "公布办事指南", "县税务局", "6月底前"), merged=[(0, 0, 0, 3)]))
    assert found.title == "云江县2025年公开任务表"
    assert words(found) == [("公布办事指南", "6月底前")]
    assert {"填报单位：县政府办", "2025年3月"} <= {quote.text for quote in found.headings}


@pytest.mark.parametrize("known", [True, False])
def test_a_header_of_two_rows_is_read_as_one(known: bool) -> None:
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)] if known else []
    found = read(table(("序号", "任务", "责任分工", "", "时限"), ("", "", "牵头单位", "配合单位", ""),
                       ("1", "开设专栏", "县教育局", "县民政局", "9月底前"), merged=merged, known=known))
    assert who(found) == [("lead", "县教育局"), ("supporting", "县民政局")]
    assert found.columns[2:4] == ((Column.LEAD, "牵头单位"), (Column.SUPPORTING, "配合单位"))
    assert "责任分工" in [quote.text for quote in found.headings]


def test_short_words_under_a_shared_heading_tell_with_it() -> None:
    found = read(table(("任务", "责任单位", ""), ("", "牵头", "配合"), ("公示结果", "县水利局", "县林业局"),
                       merged=[(0, 0, 1, 0), (0, 1, 0, 2)]))
    assert who(found) == [("lead", "县水利局"), ("supporting", "县林业局")]


@pytest.mark.parametrize("known", [True, False])
def test_columns_under_one_heading_are_told_apart_by_what_stands_in_them(known: bool) -> None:
    rows = [("工作任务", "", "", "重点内容", "具体要求", "责任单位", "时限")]
    rows += [("一、平台建设", "（一）网站", str(at), f"内容{at}", f"做好第{at}件事", "县融媒体中心", "全年")
             for at in (1, 2, 3)]
    found = read(table(*rows, merged=[(0, 0, 0, 2)] if known else [], known=known))
    assert [row.number for row in found.rows] == ["1", "2", "3"]
    assert found.rows[0].sections == ("一、平台建设", "（一）网站")
    assert found.rows[0].content.text == "内容1"
    assert found.rows[0].requirement.text == "做好第1件事"


def test_of_two_columns_of_tasks_the_inner_one_is_the_requirement() -> None:
    found = read(table(("公开事项", "公开内容", "责任单位"), ("预算", "公布部门预算表", "县财政局")))
    assert (found.rows[0].content.text, found.rows[0].requirement.text) == ("预算", "公布部门预算表")


def test_of_three_columns_of_tasks_the_outermost_is_the_section() -> None:
    found = read(table(("工作任务", "重点内容", "具体要求", "责任单位"), ("决策公开", "意见征集", "公布征集结果",
        "县司法局")))
    row = found.rows[0]
    assert (row.sections, row.content.text, row.requirement.text) == (("决策公开",), "意见征集", "公布征集结果")


def test_sections_are_the_task_where_nothing_else_is() -> None:
    assert words(read(table(("栏目", "责任单位", "更新频率"), ("机构职能", "县委编办", "每季度")))) == [("机构职能",
        "每季度")]


def test_an_unknown_column_is_kept_and_remarked() -> None:
    whole = table(("任务", "责任单位", "涉密审查", "备注"), ("公布名单", "县人社局", "已审", "甲"))
    assert [(name, quote.text) for name, quote in read(whole).rows[0].others] == [("涉密审查", "已审"), ("备注", "甲")]
    assert [(doubt.kind, doubt.quote.text) for doubt in doubts(whole)] == [("heading-unknown", "涉密审查")]


def test_an_empty_column_without_a_heading_is_nothing() -> None:
    assert kinds(table(("任务", "责任单位", "时限", ""), ("公布名单", "县人社局", "全年", ""))) == []


def test_a_column_of_bodies_without_a_heading_is_read_and_remarked() -> None:
    whole = table(("任务", "责任单位", ""), ("公布名单", "县人社局", "县医保局"))
    assert who(read(whole)) == [("responsible", "县人社局"), ("responsible", "县医保局")]
    assert kinds(whole) == ["heading-missing"]


def test_an_office_inside_a_body_is_no_body_beside_it() -> None:
    assert who(read(table(("任务", "责任单位", "责任科室"), ("公布名单", "县人社局", "就业股")))) == [("responsible",
        "县人社局")]


def test_the_only_column_about_bodies_with_an_unknown_heading_is_asked() -> None:
    whole = table(("序号", "任务", "对接部门", "时限"), ("1", "公布名单", "县人社局", "全年"))
    assert kinds(whole) == ["column-bodies"]
    assert who(read(whole)) == [("responsible", "县人社局")]


@pytest.mark.parametrize("heading", ["责任单位及完成时限", "工作任务和责任单位"])
def test_a_column_for_two_things_is_refused(heading: str) -> None:
    fault = faults(table(("任务", heading, "责任部门", "时限"), ("公布名单", "县人社局，6月底", "县人社局", "全年")))[0]
    assert (fault.key, fault.values["quote"]) == ("rows-mixed-column", heading)


def test_unknown_words_under_a_shared_heading_tell_with_it_where_all_others_reach_down() -> None:
    whole = table(("任务", "责任单位", "完成时限", ""), ("", "", "上半年", "下半年"), ("公布名单", "县人社局", "",
        "11月底前"),
                  merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)])
    assert [(doubt.kind, doubt.values["headings"]) for doubt in doubts(whole) if doubt.kind == "two-columns"] == [
        ("two-columns", "上半年、下半年")]


def test_numbers_alone_under_the_heading_of_tasks_are_refused_row_by_row() -> None:
    [fault] = faults(table(("序号", "责任单位", "工作任务", ""), ("一", "县司法局", "3", "")))
    assert (fault.key, "3" in str(fault.values["quote"])) == ("rows-no-task", True)
