"""Workbooks: where each cell stands, what is merged or hidden, and what hangs on a sheet beside its cells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from obligations.intake.document import Cell, Paragraph, Place, Stands, Table
from obligations.intake.reading.files import read_document
from tests.unit.intake.office_files import paragraphs, refusal, texts, workbook_of, xlsx_of
from tests.unit.intake.raw_office import cells, changed, links, part, raw_xlsx, text_cell

HEADER = ["序号", "具体要求", "责任单位", "完成时限"]
ROWS = [HEADER, ["1", "公开年度预算", "县财政局", "3月底前"], ["2", "公开决算", "", ""],
        ["3", "修订指南", "", "年底前"]]
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def tables(content: bytes) -> list[Table]:
    return [block for block in read_document("分工.xlsx", content).blocks if isinstance(block, Table)]


def cells_of(content: bytes) -> list[Cell]:
    return [cell for table in tables(content) for row in table.grid for cell in row]


def grid_of(content: bytes) -> list[list[str]]:
    return texts(read_document("分工.xlsx", content))


def test_a_sheet_is_a_table_with_the_places_of_its_cells() -> None:
    content = xlsx_of(ROWS)
    assert grid_of(content) == ROWS
    assert tables(content)[0].grid[1][2] == Cell("县财政局", Place(table=1, row=2, column=3, sheet="任务分工"))


@pytest.mark.parametrize("merge", [(1, 2, 3, 2), (0, 0, 0, 3), (1, 1, 2, 3)])
def test_a_merged_range_stands_in_every_slot(merge: tuple[int, int, int, int]) -> None:
    top, left, bottom, right = merge
    def write(sheet: Worksheet, _: Workbook) -> None:
        for row in ROWS:
            sheet.append(row)
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)

    grid = tables(workbook_of(write))[0].grid
    for row, line in enumerate(grid):
        for column, cell in enumerate(line):
            inside = top <= row <= bottom and left <= column <= right
            assert cell.text == (ROWS[top][left] if inside else ROWS[row][column])
            assert not inside or cell is grid[top][left]


def test_an_empty_merged_range_is_one_empty_cell() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["A1"], sheet["C4"] = "甲", "乙"
        sheet.merge_cells("B2:C3")

    grid = tables(workbook_of(write))[0].grid
    assert grid[1][1] is grid[2][2]
    assert (grid[2][2].text, grid[2][2].place.row) == ("", 2)


def test_empty_rows_and_columns_around_the_words_are_left_out_and_those_between_stay() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["C3"], sheet["E6"], sheet["H900"], sheet["A1"] = "甲", "乙", "  ", ""

    content = workbook_of(write)
    assert grid_of(content) == [["甲", "", ""], ["", "", ""], ["", "", ""], ["", "", "乙"]]
    assert tables(content)[0].grid[0][0].place == Place(table=1, row=3, column=3, sheet="Sheet")


def test_every_sheet_is_a_table_and_empty_ones_are_none() -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        sheet["A1"] = "甲"
        book.create_sheet("空表")
        book.create_chartsheet("图").add_chart(BarChart())
        book.create_sheet("附表")["B2"] = "乙"

    assert [(table.grid[0][0].text, table.grid[0][0].place) for table in tables(workbook_of(write))] == [
        ("甲", Place(table=1, row=1, column=1, sheet="Sheet")), ("乙", Place(table=4, row=2, column=2, sheet="附表"))]


def test_hidden_rows_and_columns_are_read_and_marked() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        for row in ["甲乙丙", "丁戊己"]:
            sheet.append(list(row))
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    found = {cell.text: cell.hidden for cell in cells_of(workbook_of(write))}
    assert found == {"甲": False, "乙": True, "丙": False, "丁": True, "戊": True, "己": True}


@pytest.mark.parametrize("sheet", [
    '<cols><col min="1" max="1" width="0"/></cols>' + cells(text_cell("A1", "甲")),
    '<cols><col min="1" max="16384" hidden="true"/></cols>' + cells(text_cell("A1", "甲")),
    f'<sheetData><row r="1" ht="0">{text_cell("A1", "甲")}</row></sheetData>',
])
def test_a_row_without_height_and_a_column_without_width_are_hidden(sheet: str) -> None:
    assert [cell.hidden for cell in cells_of(raw_xlsx(sheet))] == [True]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_marked(state: str) -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        sheet["A1"] = "甲"
        other = book.create_sheet("旧稿")
        other["A1"] = "乙"
        other.sheet_state = state

    assert [(cell.text, cell.hidden) for cell in cells_of(workbook_of(write))] == [("甲", False), ("乙", True)]


@pytest.mark.parametrize(("hidden", "expected"), [([1], False), ([1, 2], True), ([2], False)])
def test_a_merged_cell_is_hidden_only_where_all_of_it_is(hidden: list[int], expected: bool) -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["A1"] = "一、公开"
        sheet["B3"] = "丙"
        sheet.merge_cells("A1:A2")
        for row in hidden:
            sheet.row_dimensions[row].hidden = True

    assert tables(workbook_of(write))[0].grid[0][0].hidden is expected


def test_rows_and_cells_without_numbers_follow_each_other() -> None:
    bare = '<c t="inlineStr"><is><t>{}</t></is></c>'.format
    assert grid_of(raw_xlsx(f"<sheetData><row>{bare('甲')}{bare('乙')}</row><row>{bare('丙')}</row></sheetData>")) == [
        ["甲", "乙"], ["丙", ""]]


def test_a_comment_is_read_after_its_table_with_the_place_of_its_cell() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["A1"], sheet["B2"] = "甲", "县财政局"
        sheet["B2"].comment = Comment("会同县审计局\n另行通知", "县政府办")

    blocks = read_document("分工.xlsx", workbook_of(write)).blocks
    place = Place(table=1, row=2, column=2, sheet="Sheet")
    assert blocks[1:] == (Paragraph("会同县审计局", place, Stands.COMMENT),
                          Paragraph("另行通知", place, Stands.COMMENT))


def test_a_text_box_is_read_after_its_table() -> None:
    box = f'<a:d xmlns:a="{A}"><a:p><a:r><a:t>云江县</a:t></a:r><a:r><a:t>任务分工</a:t></a:r></a:p><a:p/></a:d>'
    content = changed(xlsx_of(ROWS), {"xl/worksheets/_rels/sheet1.xml.rels": links(drawing="../drawings/drawing1.xml"),
                                      "xl/drawings/drawing1.xml": box})
    assert read_document("分工.xlsx", content).blocks[1:] == (
        Paragraph("云江县任务分工", Place(table=1, sheet="任务分工"), Stands.BOX),)


def test_headers_and_footers_are_read_without_their_codes() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")))
    margins = ('<headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;14征求意见稿&amp;C人大&amp;&amp;政协</oddHeader>'
               "<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter><evenFooter>&amp;R征求意见稿</evenFooter>"
               "</headerFooter>")
    sheet = part(content, "xl/worksheets/sheet1.xml").replace("</worksheet>", f"{margins}</worksheet>")
    document = read_document("分工.xlsx", changed(content, {"xl/worksheets/sheet1.xml": sheet}))
    assert paragraphs(document) == ["征求意见稿", "人大&政协"]


def test_links_pictures_and_other_workbooks_are_not_opened() -> None:
    outside = links(hyperlink="http://127.0.0.1:9/a").replace("/>", ' TargetMode="External"/>', 1)
    content = changed(xlsx_of(ROWS), {"xl/worksheets/_rels/sheet1.xml.rels": outside})
    assert grid_of(content) == ROWS


def test_a_title_of_a_sheet_cannot_be_endless_or_hide_anything() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")))
    book = part(content, "xl/workbook.xml").replace("任务分工", "\u202e任务" + "长" * 500)
    place = cells_of(changed(content, {"xl/workbook.xml": book}))[0].place
    assert place.sheet == "任务" + "长" * 29


def test_words_under_a_merged_range_are_refused_unless_they_are_copies() -> None:
    def sheet(under: str) -> bytes:
        return raw_xlsx(cells(text_cell("A1", "县财政局"), text_cell("A2", under), text_cell("A3", "乙"))
                        + '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')

    assert grid_of(sheet("县财政局")) == [["县财政局"], ["县财政局"], ["乙"]]
    error = refusal("分工.xlsx", sheet("县审计局"))
    assert (error.key, error.values["quote"]) == ("file-covered-words", "县审计局")
    assert error.values["place"] == Place(table=1, row=2, column=1, sheet="任务分工")


def test_the_prefix_of_the_elements_does_not_matter() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")))
    sheet = (f'<x:worksheet xmlns:x="{M}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>乙</x:t>'
             "</x:is></x:c></x:row></x:sheetData></x:worksheet>")
    assert grid_of(changed(content, {"xl/worksheets/sheet1.xml": sheet})) == [["乙"]]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_\ufffe\uffff"), max_size=8)
VALUES = st.one_of(st.just(""), WORDS.map(str.strip), st.integers(-10**9, 10**9),
                   st.dates(date(1901, 1, 1), date(2099, 12, 31)))


@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_was_typed_is_what_is_read(rows: list[list[object]]) -> None:
    words = [[str(value).strip() for value in row] for row in rows]
    framed: list[list[object]] = [["头", "头", "头", "头"], *([*row, "尾"] for row in rows)]
    assert [row[:3] for row in grid_of(xlsx_of(framed))[1:]] == words
