"""Markdown: tables with pipes, and every other line without the marks that only dress it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document, Paragraph, Place
from obligations.intake.reading.markdown import plain, read_markdown
from tests.unit.intake.pasted import HEADER, TASKS, faults, grid, paragraphs, tables, words


def read(text: str) -> Document:
    return read_markdown(text, "临川市.md")


def piped(*rows: tuple[str, ...]) -> str:
    head, *body = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([head, "|---|:-:|--:|-|", *body]) + "\n"


def test_a_table_is_read_with_its_lines() -> None:
    [table] = tables(read("# 任务分工\n\n" + piped(HEADER, *TASKS)))
    assert [[cell.text for cell in row] for row in table.grid] == [list(HEADER), *map(list, TASKS)]
    assert [row[0].place for row in table.grid] == [Place(line=line) for line in (3, 5, 6, 7)]
    assert not table.merges_known


def test_breaks_escapes_and_bold_words_in_a_cell() -> None:
    row = ("1", "**一是**公布预算；<br />二是公布\\|决算\\*；&lt;全文&gt;", "市财政局", "全年")
    assert grid(read(piped(HEADER, row)))[1] == ["1", "一是公布预算；\n二是公布|决算*；<全文>", "市财政局", "全年"]


@pytest.mark.parametrize("row", [("4", "市财政局", "全年"), (*TASKS[0], "市档案馆"), ("4",)])
def test_a_row_with_another_number_of_cells_is_refused_though_markdown_would_cut_it(row: tuple[str, ...]) -> None:
    assert faults(read_markdown, piped(HEADER, *TASKS, row))[0][:2] == ("text-row-unclear", 6)


def test_a_note_right_under_a_table_is_no_row_of_it() -> None:
    document = read(piped(HEADER, *TASKS) + "注：按季度报送。\n另行通知。")
    assert len(tables(document)[0].grid) == 4
    assert paragraphs(document) == ["注：按季度报送。", "另行通知。"]


def test_a_line_without_bars_inside_a_table_is_refused() -> None:
    assert faults(read_markdown, piped(HEADER, *TASKS) + "4 公布低保名单。 市民政局\n") == [
        ("text-line-unclear", 6, "4 公布低保名单。 市民政局")]


def test_headings_lists_and_quotations_keep_their_words_and_numbers() -> None:
    text = "## 一、总体要求 ##\n标题\n===\n3. 公布预算。\n   续行\n4) 公布决算。\n- 公布规划。\n> 引用\n>> 再引"
    assert read(text).blocks == (
        Paragraph("一、总体要求", Place(line=1)), Paragraph("标题", Place(line=2)),
        Paragraph("3. 公布预算。", Place(line=4)), Paragraph("续行", Place(line=5)),
        Paragraph("4) 公布决算。", Place(line=6)), Paragraph("- 公布规划。", Place(line=7)),
        Paragraph("引用", Place(line=8)), Paragraph("再引", Place(line=9)))


def test_bold_labels_are_labels() -> None:
    assert paragraphs(read("**责任单位：**市财政局  \n__完成时限__：全年")) == ["责任单位：市财政局", "完成时限：全年"]


@pytest.mark.parametrize("text", ["3*4*5", "a_b_c", "[附件](http://a.cn/b)", "![图](a.png)", "`代码`", "<http://a.cn>",
                                  "[^1]: 附注", "[附件]: http://a.cn", "~~删去~~", "AT&T"])
def test_marks_that_may_be_words_stay(text: str) -> None:
    assert paragraphs(read(text)) == [text]


def test_indented_and_fenced_lines_are_lines() -> None:
    document = read("    一、预算。\n\n    二、决算。\n\n```\n三、规划。\n```\n<div>\n四、总结。\n</div>\n")
    found = paragraphs(document)
    assert [line for line in found if "、" in line] == ["一、预算。", "二、决算。", "三、规划。", "四、总结。"]
    assert [block.place.line for block in document.blocks if isinstance(block, Paragraph)][:3] == [1, 3, 6]


def test_a_table_inside_a_quotation_is_a_table() -> None:
    text = "".join(f"> {line}\n" for line in piped(HEADER, *TASKS).splitlines())
    assert grid(read(text))[3] == list(TASKS[2])


def test_a_web_table_inside_markdown_is_refused() -> None:
    assert faults(read_markdown, "引言\n\n<table>\n<tr><td>公布预算</td></tr>\n</table>")[0] == (
        "text-html-table", 3, "<table>")


def test_columns_without_the_line_under_the_header_are_refused() -> None:
    assert faults(read_markdown, " | ".join(HEADER) + "\n" + " | ".join(TASKS[0]))[0][:2] == ("text-borders-lost", 1)


def test_nesting_deeper_than_the_parser_goes_loses_nothing() -> None:
    assert "公布预算" in words(read(">" * 100 + " 公布预算"))
    assert "公布预算" in words(read("- " * 100 + "公布预算"))


@pytest.mark.parametrize("text", ["[" * 300_000, "*a" * 150_000, "**" * 150_000, "**a_" * 80_000, "`" * 300_000,
                                  "<br" * 100_000, "\\" * 300_000, "&" * 300_000])
def test_hostile_lines_end(text: str) -> None:
    assert len(plain(text)) <= len(text)


def test_endless_lines_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read("\n" * 400_000)
    assert refused.value.key == "text-too-many-lines"


PARTS = ["\n", "\n\n", "# ", "- ", "1. ", "> ", "    ", "```\n", "|", "| 公 | 布 |\n|-|-|\n", "**", "__", "*", "\\",
         "<br>", "---", "<div>", "\t", "\r\n", "公布", "预算", "决算", "规划"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_no_word_of_any_markdown_is_lost(text: str) -> None:
    try:
        document = read(text)
    except PlanFaults as found:
        assert all(fault.values["place"] for fault in found.faults)
        return
    shown = "".join(sign for sign in words(document) if sign in "公布预算决规划")
    assert shown == "".join(sign for sign in text if sign in "公布预算决规划")
