"""Tables with one row a line, as spreadsheets copy them: quoting, short rows, and lines that lost their TABs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Document, Place
from obligations.intake.reading.plaintext import read_text
from tests.unit.intake.pasted import (
    HEADER,
    TASKS,
    cells,
    faults,
    grid,
    paragraphs,
    tab_rows,
    tables,
)

TABLE = tab_rows(HEADER, *TASKS)
CELL = st.text(alphabet="公开预算决算县，。“”\" \n", max_size=12).map(lambda text: "\n".join(
    line.strip() for line in text.strip().split("\n")))


def read(text: str) -> Document:
    return read_text(text, "云江县.tsv")


def copied(*rows: tuple[str, ...]) -> str:
    """As a spreadsheet copies cells: those with line breaks or marks in quotation marks."""
    file = io.StringIO()
    csv.writer(file, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return file.getvalue()


def test_one_row_a_line() -> None:
    document = read(TABLE)
    assert grid(document) == [list(HEADER), *map(list, TASKS)]
    assert not tables(document)[0].merges_known


def test_each_cell_keeps_its_line() -> None:
    assert [cell.place for cell in cells(read("标题\n" + TABLE))][::4] == [Place(line=line) for line in (2, 3, 4, 5)]


def test_a_quoted_cell_keeps_its_line_breaks_and_the_lines_after_it_their_numbers() -> None:
    document = read(copied(HEADER, ("1", "一是预算；\n二是“三公”经费；\n三是\"决算\"。", "县财政局", "全年"), TASKS[1]))
    assert grid(document)[1][1] == "一是预算；\n二是“三公”经费；\n三是\"决算\"。"
    assert [row[0].place.line for row in tables(document)[0].grid] == [1, 2, 5]


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=5))
def test_whatever_a_spreadsheet_copies_is_read_cell_by_cell(rows: list[tuple[str, ...]]) -> None:
    assert grid(read(copied(HEADER, *rows, HEADER))) == [list(row) for row in (HEADER, *rows, HEADER)]


@pytest.mark.parametrize("text", ['"双随机"监管结果公开。', '公布"三公"经费。', '"未完的引号', '未完的引号"'])
def test_straight_quotation_marks_in_a_text_are_text(text: str) -> None:
    assert grid(read(tab_rows(HEADER, ("1", text, "县财政局", "全年"), *TASKS)))[1][1] == text


def test_a_stray_quotation_mark_does_not_swallow_rows() -> None:
    body = ("1", '"公布预算。', "县财政局", "全年"), ("2", '公布决算。"', "县财政局", "全年")
    rows = grid(read(tab_rows(HEADER, *body)))
    assert [row[1] for row in rows] == ["工作任务", '"公布预算。', '公布决算。"']


def test_rows_that_begin_with_an_empty_cell_are_rows() -> None:
    rows = (("", "续报决算。", "县财政局", "全年"), ("", "", "县审计局", ""))
    assert grid(read(tab_rows(HEADER, *TASKS, *rows)))[4:] == [list(row) for row in rows]


def test_a_missing_cell_at_the_end_is_put_back_where_only_that_one_can_be_missing() -> None:
    rows = [(f"第{at}批", *task) for at, task in enumerate(TASKS)]
    short = ("第4批", "4", "公布低保名单。", "县民政局")
    assert grid(read(tab_rows(("备注", *HEADER), *rows, short)))[4] == [*short, ""]


def test_a_missing_cell_that_may_have_stood_elsewhere_is_refused() -> None:
    rows = [(*task, f"第{at}批") for at, task in enumerate(TASKS)]
    # 全年 could stand under 备注 too: anything can.
    short = ("4", "公布低保名单。", "县民政局", "全年")
    assert faults(read_text, tab_rows((*HEADER, "备注"), *rows, short))[0][:2] == ("text-row-unclear", 5)


def test_a_row_that_lost_a_cell_is_refused() -> None:
    [(key, line, quote)] = faults(read_text, tab_rows(HEADER, *TASKS, ("4", "县民政局", "全年")))
    assert (key, line) == ("text-row-unclear", 5) and quote == "全年"


def test_a_row_with_a_cell_too_many_is_refused_unless_it_is_blank() -> None:
    assert grid(read(tab_rows(HEADER, *TASKS, (*TASKS[0], "", ""))))[4] == list(TASKS[0])
    assert faults(read_text, tab_rows(HEADER, *TASKS, (*TASKS[0], "县档案馆")))[0][:2] == ("text-row-unclear", 5)


def test_a_line_that_lost_its_tabs_is_refused() -> None:
    text = TABLE.replace("\t", "  ").splitlines()[2]
    lines = TABLE.splitlines()
    [(key, line, quote)] = faults(read_text, "\n".join([*lines[:2], text, lines[3]]))
    assert (key, line) == ("text-line-unclear", 3) and quote.startswith("2 公布县本级决算")


def test_the_last_line_that_lost_its_tabs_is_refused_too() -> None:
    assert faults(read_text, TABLE + "4  公布低保名单。  县民政局  全年")[0][:2] == ("text-line-unclear", 5)
    assert faults(read_text, TABLE + "\n4  公布低保名单。  县民政局  全年")[0][:2] == ("text-line-unclear", 6)


def test_rows_that_all_lost_their_tabs_below_a_whole_header_are_refused() -> None:
    text = "\t".join(HEADER) + "\n\n公布预算。 县财政局 全年\n"
    assert faults(read_text, text)[0][:2] == ("text-line-unclear", 3)


def test_a_cell_broken_over_two_lines_without_quotation_marks_is_refused() -> None:
    found = faults(read_text, TABLE.replace("权责清单及调整说明。", "权责清单；\n另附调整说明。"))
    assert {line for _, line, _ in found} & {2, 3}


def test_a_section_alone_on_its_line_covers_the_width() -> None:
    lines = TABLE.splitlines()
    document = read("\n".join([lines[0], "一、加强重点领域公开", *lines[1:]]))
    assert grid(document)[1] == ["一、加强重点领域公开"] * 4


def test_a_title_and_a_note_over_merged_cells_are_rows() -> None:
    title, note = ("云江县任务分工", "", "", ""), ("注：按季度报送。", "", "", "")
    assert grid(read(tab_rows(title, HEADER, *TASKS, note))) == [list(row) for row in (title, HEADER, *TASKS, note)]


def test_a_signature_in_the_column_of_deadlines_is_refused() -> None:
    signed = tab_rows(HEADER, *TASKS, *TASKS, ("", "", "", "云江县人民政府办公室"))
    assert faults(read_text, signed)[0][:2] == ("text-row-unclear", 8)


def test_titles_notes_and_two_tables_are_kept_apart() -> None:
    document = read(f"云江县任务分工\n\n表一\n{TABLE}\n表二\n{TABLE}\n注：按季度报送。")
    assert [len(table.grid) for table in tables(document)] == [4, 4]
    assert paragraphs(document) == ["云江县任务分工", "表一", "表二", "注：按季度报送。"]


def test_two_headings_over_the_wrong_columns_are_refused() -> None:
    assert faults(read_text, tab_rows(("序号", "责任单位", "工作任务", "完成时限"), *TASKS))[0][1] == 1
