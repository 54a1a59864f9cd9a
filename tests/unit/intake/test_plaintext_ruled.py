"""Tables drawn with bars in a plain text: read where every row is one line, refused where a row is wrapped."""

import pytest

from obligations.intake.reading.plaintext import read_text
from tests.unit.intake.pasted import HEADER, TASKS, faults, grid, paragraphs, tables

BOX = """临川市任务分工
┌────┬────────────┬────────┬────────┐
│序号│  工作任务  │责任单位│完成时限│
├────┼────────────┼────────┼────────┤
│ 1  │公布预算。  │市财政局│ 全年   │
├────┼────────────┼────────┼────────┤
│ 2  │公布规划。  │市发改委│6月底前 │
└────┴────────────┴────────┴────────┘
注：按季度报送。
"""
ROWS = [list(HEADER), ["1", "公布预算。", "市财政局", "全年"], ["2", "公布规划。", "市发改委", "6月底前"]]


def piped(*rows: tuple[str, ...]) -> str:
    head, *body = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([head, "|---|---|:--|---|", *body])


def test_a_drawn_box_is_a_table() -> None:
    document = read_text(BOX, "临川市.txt")
    assert grid(document) == ROWS
    assert paragraphs(document) == ["临川市任务分工", "注：按季度报送。"]
    assert [row[0].place.line for row in tables(document)[0].grid] == [3, 5, 7]


def test_a_box_without_lines_between_its_rows_is_a_table() -> None:
    lines = BOX.splitlines()
    assert grid(read_text("\n".join([*lines[:5], *lines[6:]]), "临川市.txt")) == ROWS


def test_a_box_of_plus_and_minus_is_a_table() -> None:
    text = BOX.translate(str.maketrans("┌┬┐├┼┤└┴┘─│", "+++++++++-|"))
    assert grid(read_text(text, "临川市.txt")) == ROWS


def test_a_row_drawn_over_two_lines_is_refused() -> None:
    text = BOX.replace("│市发改委│6月底前 │", "│市发改  │6月底前 │\n│    │            │委      │        │")
    assert faults(read_text, text)[0][:2] == ("text-line-unclear", 8)


def test_a_table_with_pipes_is_a_table() -> None:
    text = piped(HEADER, *TASKS)
    assert grid(read_text(text, "临川市.txt")) == [list(HEADER), *map(list, TASKS)]


def test_a_table_with_pipes_but_no_frame_is_a_table() -> None:
    text = "序号 | 工作任务 | 责任单位 | 时限\n--- | --- | --- | ---\n1 | 公布预算。 | 市财政局 | 全年\n\n完"
    document = read_text(text, "临川市.txt")
    assert grid(document)[1] == ["1", "公布预算。", "市财政局", "全年"]
    assert paragraphs(document) == ["完"]


def test_line_breaks_and_escaped_pipes_inside_a_cell() -> None:
    text = piped(HEADER, ("1", "公布预算。<br>公布决算\\|三公。<BR/>完", "市财政局", "全年"))
    assert grid(read_text(text, "临川市.txt"))[1][1] == "公布预算。\n公布决算|三公。\n完"


@pytest.mark.parametrize("row", [("4", "市财政局", "全年"), (*TASKS[0], "市档案馆")])
def test_a_row_with_another_number_of_cells_is_refused(row: tuple[str, ...]) -> None:
    assert faults(read_text, piped(HEADER, *TASKS, row))[0][:2] == ("text-row-unclear", 6)


@pytest.mark.parametrize("text", ["-----", "＝＝＝", "a|b", "预算|决算|三公", "- - -", "+86 0566-1234"])
def test_a_line_with_a_bar_or_a_rule_is_no_table(text: str) -> None:
    assert paragraphs(read_text(text, "临川市.txt")) == [text]
