"""Tables whose headings stand at the left, tables side by side, tables whose headings are unknown."""

from obligations.intake.document import Place
from tests.unit.intake.tables import PLAIN, doubts, faults, kinds, read, table

CARD = (("任务名称", "公布预算。"), ("责任单位", "县财政局"), ("完成时限", "6月底前"))
SECOND = (("任务名称", "公布决算。"), ("责任单位", "县审计局"), ("完成时限", "9月底前"))


def test_a_table_with_its_headings_at_the_left_is_turned_and_shown() -> None:
    turned = table(("序号", "1", "2"), ("工作任务", "公布预算。", "公布招生方案。"),
                   ("责任单位", "县财政局", "县教育局"), ("完成时限", "6月底前", "8月底前"))
    found = [(row.number, row.content.text, row.bodies[0][1].text, row.deadline.text) for row in read(turned).rows]
    assert found == [("1", "公布预算。", "县财政局", "6月底前"), ("2", "公布招生方案。", "县教育局", "8月底前")]
    assert "table-turned" in kinds(turned)


def test_each_task_in_a_little_table_of_its_own_is_a_row_with_the_place_of_its_own_cells() -> None:
    cards = table(*CARD), table(*SECOND, number=2)
    rows = read("任务一", cards[0], "任务二", cards[1]).rows
    assert [row.content.text for row in rows] == ["公布预算。", "公布决算。"]
    assert (rows[1].bodies[0][1].place.table, rows[1].bodies[0][1].place.row) == (2, 2)


def test_a_title_over_a_little_table_is_kept() -> None:
    card = table(("任务一", ""), *CARD, merged=[(0, 0, 0, 1)])
    [row] = read(card).rows
    assert (row.content.text, row.others[0][1].text) == ("公布预算。", "任务一")


def test_little_tables_in_one_are_refused_at_their_place() -> None:
    [fault] = faults(table(*CARD, *SECOND))
    assert (fault.key, fault.values["quote"]) == ("rows-no-task-column", "责任单位")


def test_headings_among_the_values_are_refused() -> None:
    form = table(("任务名称", "公布预算。", "", ""), ("责任单位", "县财政局", "完成时限", "6月底前"),
                 merged=[(0, 1, 0, 3)])
    assert [fault.key for fault in faults(form)] == ["rows-no-task-column"]


def test_two_tables_side_by_side_are_refused() -> None:
    head = ("序号", "工作任务", "责任单位")
    [fault] = faults(table((*head, *head), ("1", "公布预算。", "县财政局", "2", "公布低保名单。", "县民政局")))
    assert (fault.key, fault.values["place"]) == ("rows-halves", Place(table=1, row=1, column=4))
    assert len(read(table(("工作任务", "责任单位", "备注", "备注"), ("公布预算。", "县财政局"))).rows) == 1


def test_headings_that_are_mostly_unknown_are_named_as_such() -> None:
    quarters = table(("序号", "任务", "责任单位", "第一季度", "第二季度", "第三季度", "第四季度"),
                     ("1", "公布预算", "县财政局", "县级预算", "部门预算", "", "决算"))
    assert [fault.key for fault in faults(quarters)] == ["rows-headings-unknown"]


def test_what_a_task_says_about_who_and_the_column_does_not_is_shown() -> None:
    def named(task: str, who: str = "县财政局") -> list[str]:
        return [doubt.values["name"] for doubt in doubts(table(PLAIN, ("1", task, who, "6月底前")))
                if doubt.kind == "body-in-task"]

    assert named("公布预算（责任单位：县财政局、县审计局）。") == ["县审计局"]
    assert named("公布预算（县财政局牵头，县审计局配合）。") == ["县审计局"]
    assert named("公布名单（县民政局）。") == ["县民政局"]
    assert named("公布名单（县民政局）。", "县民政局") == []
    assert named("督促各镇（街道）公布预算（含部门预算）。") == []


def test_who_and_when_in_a_column_of_remarks_are_shown() -> None:
    def told(words: str) -> list[str]:
        rows = table((*PLAIN, "备注"), ("1", "公布预算。", "县财政局", "6月底前", words))
        return [doubt.quote.text for doubt in doubts(rows) if doubt.kind == "other-column-tells"]

    for words in ("县审计局配合", "3月底前先报送初稿", "由县审计局负责汇总", "会同县税务局", "县税务局", "每月更新"):
        assert told(words) == [words]
    assert [told(words) for words in ("新增", "政府网站", "2024年已完成", "")] == [[]] * 4


def test_the_headings_above_a_table_keep_their_order() -> None:
    [row] = read("云江县2025年任务分工", "各单位：", "一、重点工作", "（一）决策公开",
                 table(PLAIN, ("1", "公布目录。", "县司法局", "6月底前"))).rows
    assert row.sections == ("一、重点工作", "（一）决策公开")


def test_a_row_of_notes_in_several_cells_is_a_note() -> None:
    rows = table(PLAIN, ("1", "公布目录。", "县司法局", "6月底前"), ("填表人：", "", "填报日期：2025年3月1日", ""))
    assert len(read(rows).rows) == 1 and "note-row" in kinds(rows)


def test_a_task_of_nothing_that_prints_is_refused() -> None:
    assert [one.key for one in faults(table(PLAIN, ("1", "\ud7ff", "县司法局", "6月底前")))] == ["rows-no-task"]
    assert [one.key for one in faults("1.\ud7ff", "责任单位：县司法局")] == ["rows-unclear-item"]


def test_items_of_one_paragraph_have_numbers_of_their_own() -> None:
    rows = read("1.公布预算。责任单位：县财政局。2.公布低保名单。责任单位：县民政局。").rows
    assert [(row.number, row.content.text) for row in rows] == [("1", "公布预算。"), ("2", "公布低保名单。")]


def test_chinese_numbers_begin_anew_in_every_section() -> None:
    tied = "（责任单位：县财政局）"
    lines = ("一、甲类", f"（一）公布预算{tied}", f"（二）公布决算{tied}", "二、乙类", f"（一）公布名单{tied}")
    assert "number-repeated" not in kinds(*lines)
    assert "number-skipped" in kinds("一、甲类", f"（九）公布预算{tied}", f"（十一）公布决算{tied}")
