"""The tables of a web page: merged cells, groups of rows, tables that only lay out the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligations.errors import Refusal
from obligations.intake.document import Document, Place, Table
from obligations.intake.reading.markup import read_html
from tests.unit.intake.pasted import cells, grid, paragraphs, tables, words

HEAD = "<tr><th>序号<th>工作任务<th>责任单位<th>完成时限"
ROW = "<tr><td>1<td>公布预算。<td>区财政局<td>全年"


def read(page: str) -> Document:
    return read_html(page, "青河区.html")


def test_a_table_knows_its_merged_cells() -> None:
    [table] = tables(read("<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊<td>己</table>"))
    assert ["".join(cell.text for cell in row) for row in table.grid] == ["甲甲乙", "甲甲丙", "丁戊己"]
    assert len({id(table.grid[row][column]) for row in (0, 1) for column in (0, 1)}) == 1
    assert table.merges_known


def test_a_cell_is_placed_by_table_row_and_column_of_the_grid() -> None:
    document = read(f"<table>{HEAD}</table><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>")
    places = [cell.place for cell in cells(document)]
    assert places[-2:] == [Place(table=2, row=1, column=2), Place(table=2, row=2, column=2)]


def test_rows_shorter_than_others_end_with_blank_cells() -> None:
    [table] = tables(read("<table><tr><td>甲<td>乙<td>丙<tr><td>丁</table>"))
    assert [cell.text for cell in table.grid[1]] == ["丁", "", ""]
    assert table.grid[1][2].place == Place(table=1, row=2, column=3)


def test_a_cell_without_a_last_row_reaches_to_the_end_of_its_group() -> None:
    page = "<table><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>"
    assert [row[0] for row in grid(read(page))] == ["甲", "甲", "丁"]


def test_no_cell_reaches_beyond_its_group() -> None:
    page = "<table><thead><tr><th rowspan=9>甲<th>乙</thead><tbody><tr><td>丙<td>丁</table>"
    assert grid(read(page)) == [["甲", "乙"], ["丙", "丁"]]


def test_head_body_and_foot_are_read_as_they_are_shown() -> None:
    rows = {"tfoot": "<tr><td>末<td>末", "tbody": "<tr><td>中<td>中", "thead": "<tr><td>首<td>首"}
    page = "<table>" + "".join(f"<{tag}>{row}</{tag}>" for tag, row in rows.items()) + "</table>"
    assert [row[0] for row in grid(read(page))] == ["首", "中", "末"]


@pytest.mark.parametrize("span", ["1000000000", "99999999999999999999", "-3", "x", "", "0"])
def test_absurd_spans_are_bounded(span: str) -> None:
    page = f"<table><tr><td colspan='{span}'>题<tr><td>甲<td>乙<td rowspan='{span}'>丙<tr><td>丁<td>戊</table>"
    found = grid(read(page))
    assert [row[:2] for row in found[1:]] == [["甲", "乙"], ["丁", "戊"]]
    assert len(found[0]) == 3 and len(found) == 3


def test_a_title_told_to_reach_beyond_the_table_does_not_widen_it() -> None:
    assert grid(read(f"<table><tr><td colspan=50>任务分工{HEAD}{ROW}</table>"))[0] == ["任务分工"] * 4


def test_cells_that_overlap_are_refused_with_their_place() -> None:
    with pytest.raises(Refusal) as refused:
        read("<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=3>丁</table>")
    assert (refused.value.key, refused.value.values["place"]) == ("html-cells-overlap", Place(table=1, row=2, column=1))


def test_a_file_of_nothing_but_merged_cells_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read("<table>" + "<tr><td colspan=1000 rowspan=65534>甲" * 2000)
    assert refused.value.key == "file-too-many-cells"


def test_a_caption_stands_before_its_table() -> None:
    document = read(f"<p>引言<table><caption>表一</caption>{HEAD}{ROW}</table><p>注")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Paragraph", "Table", "Paragraph"]
    assert paragraphs(document) == ["引言", "表一", "注"]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = f"<p>通知</p><table>{HEAD}{ROW}</table>附注"
    document = read(f"<table><tr><td>首页<td>公开指南<tr><td colspan=2>{inner}</table>")
    assert paragraphs(document) == ["首页", "公开指南", "通知", "附注"]
    assert grid(document)[1] == ["1", "公布预算。", "区财政局", "全年"]
    assert tables(document)[0].grid[0][0].place == Place(table=1, row=1, column=1)


def test_a_page_in_one_cell_is_paragraphs() -> None:
    document = read("<table><tr><td><p>通知</p><p>一、公布预算。</p></table>")
    assert paragraphs(document) == ["通知", "一、公布预算。"] and tables(document) == []


def test_tables_side_by_side_in_one_frame_are_both_read() -> None:
    document = read(f"<table><tr><td><table>{HEAD}{ROW}</table><td><table>{HEAD}{ROW}</table></table>")
    assert [len(table.grid) for table in tables(document)] == [2, 2]
    assert [table.grid[0][0].place.table for table in tables(document)] == [1, 2]


def test_a_table_inside_a_cell_of_tasks_is_lines_of_that_cell() -> None:
    inner = "<table><tr><td>甲镇<td>乙镇</table>"
    document = read(f"<table>{HEAD}<tr><td>1<td>公布预算：{inner}完<td>区财政局<td>全年</table>")
    assert grid(document)[1][1] == "公布预算：\n甲镇\n乙镇\n完"


def test_cells_outside_every_table_are_words() -> None:
    assert paragraphs(read("<tr><td>公布预算<td>区财政局</tr>完")) == ["公布预算", "区财政局", "完"]


Shape = list[list[tuple[int, int]]]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=4), min_size=1,
                max_size=5))
def test_every_cell_covers_a_rectangle_and_none_is_lost(shape: Shape) -> None:
    page = "<table>" + "".join("<tr>" + "".join(
        f"<td rowspan={down} colspan={across}>{row}-{at}" for at, (down, across) in enumerate(cells_of_row))
        for row, cells_of_row in enumerate(shape)) + "</table>"
    try:
        document = read(page)
    except Refusal as refused:
        assert refused.key == "html-cells-overlap"
        return
    names = [f"{row}-{at}" for row, line in enumerate(shape) for at in range(len(line))]
    assert words(document) == "".join(names)
    for table in tables(document):
        _assert_rectangles(table)


def _assert_rectangles(table: Table) -> None:
    slots: dict[int, list[tuple[int, int]]] = {}
    for number, row in enumerate(table.grid):
        for column, cell in enumerate(row):
            slots.setdefault(id(cell), []).append((number, column))
    for covered in slots.values():
        rows, columns = {row for row, _ in covered}, {column for _, column in covered}
        assert len(covered) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
