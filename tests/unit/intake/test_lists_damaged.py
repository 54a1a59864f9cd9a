"""Lists as strangers send them: wrapped lines, several duties in a paragraph, times among the bodies, the foot of a
page."""

from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source
from tests.unit.intake.tables import PLAIN, document, doubts, faults, kinds, read, table, who

HEAD = "云江县2025年政务公开工作要点"
LAST = "2.公布决算。（责任单位：县财政局；完成时限：9月底前）"


def deadlines(source: Source) -> list[str]:
    """By when each row is due."""
    return [row.deadline.text for row in source.rows]


def test_a_bracket_that_runs_over_several_lines_is_one() -> None:
    source = read(HEAD, "1.公布学区。（责任单位：县教育局、", "县公安局；", "完成时限：7月15日前）", LAST)
    assert who(source) == [("responsible", "县教育局、\n县公安局")]
    assert deadlines(source) == ["7月15日前", "9月底前"]


def test_a_bracket_that_never_closes_takes_no_other_item_along() -> None:
    source = read(HEAD, "1.公布学区。（责任单位：县教育局；完成时限：7月15日前", LAST)
    assert who(source, 0) == [("responsible", "县教育局")]
    assert who(source, 1) == [("responsible", "县财政局")]


def test_a_body_or_a_time_on_a_line_of_its_own_goes_on_with_the_fields_above() -> None:
    source = read(HEAD, "1.公布学区。", "责任单位：县教育局", "县公安局", "8月底前", LAST)
    assert who(source) == [("responsible", "县教育局\n县公安局")]
    assert deadlines(source) == ["8月底前", "9月底前"]


def test_each_duty_in_a_paragraph_has_its_own_bodies_and_time() -> None:
    source = read(HEAD, "1.公布预算（6月底前完成，县财政局负责）；"
                        "公布学区（县教育局牵头，县公安局配合，8月底前完成）。")
    assert [row.content.text for row in source.rows] == ["公布预算", "；公布学区"]
    assert who(source, 0) == [("responsible", "县财政局负责")]
    assert who(source, 1) == [("responsible", "县教育局牵头，县公安局配合")]
    assert deadlines(source) == ["6月底前完成", "8月底前完成"]


def test_a_time_behind_the_first_of_two_fields_is_no_body() -> None:
    source = read(HEAD, "1.公布预算。（责任单位：县财政局，每季度更新一次；配合单位：县审计局）")
    assert who(source) == [("responsible", "县财政局"), ("supporting", "县审计局")]
    assert deadlines(source) == ["每季度更新一次"]


def test_the_foot_of_a_page_is_no_field_of_the_last_task_and_is_asked() -> None:
    parts = HEAD, LAST, "主办：云江县人民政府办公室", "承办单位：云江县数据局"
    assert who(read(*parts)) == [("responsible", "县财政局")]
    assert kinds(*parts).count("imprint") == 2
    answers = {doubt.key: "as-field" for doubt in doubts(*parts) if doubt.kind == "imprint"}
    assert ("lead", "云江县人民政府办公室") in who(read_rows(document(*parts), Inquiry(answers)))


def test_the_foot_of_a_page_does_not_keep_its_table_from_being_read() -> None:
    source = read(HEAD, table(PLAIN, ("1", "公布预算。", "县财政局", "6月底前")), "主办：云江县人民政府办公室")
    assert len(source.rows) == 1
    assert "主办：云江县人民政府办公室" in [quote.text for quote in source.headings]


def test_hosts_that_a_list_names_again_and_again_are_its_fields() -> None:
    parts = HEAD, "1.办展览。", "主办单位：县档案馆", "2.办讲座。", "主办单位：县图书馆"
    assert [who(read(*parts), row) for row in (0, 1)] == [[("lead", "县档案馆")], [("lead", "县图书馆")]]
    assert "imprint" not in kinds(*parts)


def test_a_line_about_bodies_or_time_that_belongs_nowhere_is_shown() -> None:
    parts = HEAD, LAST, "以上任务的责任不得转嫁给村和社区。", "请抓好落实。"
    shown = [doubt for doubt in doubts(*parts) if doubt.kind == "line-aside"]
    assert [(doubt.row, doubt.quote.text) for doubt in shown] == [(0, "以上任务的责任不得转嫁给村和社区。")]


def test_brackets_without_partners_are_shown() -> None:
    assert "bracket-open" in kinds(HEAD, "1.公布网络信息。（县委网信办（、县政府办公室负责，6月底前完成）")
    assert "bracket-open" not in kinds(HEAD, "1.公布网络信息（含新媒体）。（县委网信办负责，6月底前完成）")


def test_words_set_under_each_other_with_blanks_are_refused_in_every_format() -> None:
    one = table(PLAIN, ("1", "公布预算。", "县财政局", "6月底前"))
    [fault] = faults(HEAD, one, "序号    工作任务       责任单位     完成时限",
                     "2       公布低保名单   县民政局     每季度")
    assert fault.key == "text-borders-lost"


def test_marks_of_pages_inside_a_table_are_no_sections() -> None:
    row = ("1", "公布预算。", "县财政局", "6月底前")
    source = read(HEAD, table(PLAIN, row, ("— 2 —",), ("2", *row[1:]), ("（续表）",), ("3", *row[1:]),
                              merged=((2, 0, 2, 3), (4, 0, 4, 3))))
    assert [(row.number, row.sections) for row in source.rows] == [("1", ()), ("2", ()), ("3", ())]
