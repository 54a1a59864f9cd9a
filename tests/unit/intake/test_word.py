"""Word files: paragraphs and tables in their order, every merged cell in each slot that it covers."""

from collections.abc import Callable

import pytest
from docx.document import Document as Word
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Paragraph, Place, Table
from obligations.intake.reading.files import read_document
from tests.unit.intake.office_files import (
    Merge,
    body_of,
    docx_of,
    marked,
    paragraphs,
    refusal,
    table_of,
    texts,
    written,
)

HEADER = ["序号", "具体要求", "责任单位", "完成时限"]
ROWS = [HEADER, ["1", "公开年度预算", "县财政局", "3月底前"], ["2", "公开决算", "", ""],
        ["3", "修订指南", "", "年底前"]]


def grid_of(content: bytes) -> list[list[str]]:
    return texts(read_document("分工.docx", content))


def tc(text: str, **properties: str | None) -> str:
    """A cell with properties such as gridSpan="2" or vMerge=None (without a value)."""
    inside = "".join(f"<w:{name}/>" if value is None else f'<w:{name} w:val="{value}"/>'
                     for name, value in properties.items())
    return f"<w:tc><w:tcPr>{inside}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> bytes:
    return body_of(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")


def test_a_table_keeps_every_word_in_its_place() -> None:
    document = read_document("分工.docx", docx_of(ROWS))
    assert texts(document) == ROWS
    grid = next(block.grid for block in document.blocks if isinstance(block, Table))
    assert grid[1][2].place == Place(table=1, row=2, column=3)
    assert not any(cell.hidden for row in grid for cell in row)


def test_blocks_come_in_the_order_of_the_page_with_their_numbers() -> None:
    def write(word: Word) -> None:
        word.add_paragraph("云江县2024年任务分工")
        table_of(word, [["甲"]])
        word.add_paragraph("")
        word.add_paragraph("二、其他")
        table_of(word, [["乙"]])

    blocks = read_document("分工.docx", written(write)).blocks
    assert [block.place if isinstance(block, Paragraph) else block.grid[0][0].place for block in blocks] == [
        Place(line=1), Place(table=1, row=1, column=1), Place(line=3), Place(table=2, row=1, column=1)]


def test_a_cell_merged_downwards_stands_in_each_row_that_it_reaches() -> None:
    assert grid_of(docx_of(ROWS, [(1, 2, 3, 2)])) == [
        HEADER, ["1", "公开年度预算", "县财政局", "3月底前"], ["2", "公开决算", "县财政局", ""],
        ["3", "修订指南", "县财政局", "年底前"]]


def test_a_merged_cell_is_one_cell_with_the_place_of_its_corner() -> None:
    document = read_document("分工.docx", docx_of(ROWS, [(1, 2, 3, 2)]))
    column = [row[2] for row in document.blocks[0].grid] if isinstance(document.blocks[0], Table) else []
    assert column[1] is column[2] is column[3]
    assert column[3].place == Place(table=1, row=2, column=3)


def test_an_empty_cell_under_a_full_one_stays_empty_unless_it_is_merged() -> None:
    assert [row[2] for row in grid_of(docx_of(ROWS))] == ["责任单位", "县财政局", "", ""]


def test_cells_merged_over_columns_and_over_a_block_cover_all_of_it() -> None:
    rows = [["工作任务", "", ""], ["甲", "", "乙"], ["", "", "丙"]]
    assert grid_of(docx_of(rows, [(0, 0, 0, 2), (1, 0, 2, 1)])) == [
        ["工作任务"] * 3, ["甲", "甲", "乙"], ["甲", "甲", "丙"]]


def test_a_new_merge_may_begin_right_under_another() -> None:
    down: dict[str, str | None] = {"vMerge": None}
    assert grid_of(table(tc("甲", vMerge="restart"), tc("", **down), tc("乙", vMerge="restart"), tc("", **down))) == [
        ["甲"], ["甲"], ["乙"], ["乙"]]


def test_a_merge_that_goes_on_from_nothing_is_a_cell_of_its_own() -> None:
    assert grid_of(table(tc("甲", vMerge=None) + tc("乙"))) == [["甲", "乙"]]


def test_a_merge_does_not_go_on_under_a_cell_of_another_width() -> None:
    assert grid_of(table(tc("甲", gridSpan="2", vMerge="restart"), tc("乙", vMerge="continue") + tc("丙"))) == [
        ["甲", "甲"], ["乙", "丙"]]


def test_the_old_way_of_merging_to_the_right_is_understood() -> None:
    assert grid_of(table(tc("甲", hMerge="restart") + tc("", hMerge="continue") + tc("乙"), tc("1") + tc("2") + tc("3"))
                   ) == [["甲", "甲", "乙"], ["1", "2", "3"]]


def test_a_row_that_begins_late_or_ends_early_is_filled_with_empty_cells() -> None:
    late = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc("丙")
    assert grid_of(table(tc("甲") + tc("乙") + tc("己"), late, tc("丁"))) == [
        ["甲", "乙", "己"], ["", "", "丙"], ["丁", "", ""]]


@pytest.mark.parametrize(("value", "hidden"), [("", True), (' w:val="1"', True), (' w:val="true"', True),
                                               (' w:val="0"', False), (' w:val="false"', False)])
def test_a_hidden_row_is_read_and_marked(value: str, hidden: bool) -> None:
    content = table(tc("甲"), f"<w:trPr><w:hidden{value}/></w:trPr>" + tc("乙"))
    block = read_document("分工.docx", content).blocks[0]
    assert isinstance(block, Table)
    assert [(row[0].text, row[0].hidden) for row in block.grid] == [("甲", False), ("乙", hidden)]


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    def write(word: Word) -> None:
        cell = table_of(word, [["一、公开"]]).cell(0, 0)
        cell.add_paragraph("")
        cell.add_paragraph("二、解读")
        cell.add_paragraph("")

    assert grid_of(written(write)) == [["一、公开\n\n二、解读"]]


def test_the_words_of_a_table_in_a_cell_are_kept_row_by_row() -> None:
    def write(word: Word) -> None:
        cell = table_of(word, [["外面"]]).cell(0, 0)
        inner = cell.add_table(2, 2)
        for at, text in enumerate(["事项", "单位", "预算", "县财政局"]):
            inner.cell(at // 2, at % 2).text = text

    assert grid_of(written(write)) == [["外面\n事项 单位\n预算 县财政局"]]


def test_content_controls_hide_nothing() -> None:
    def sdt(inside: str) -> str:
        return (f'<w:sdt><w:sdtPr><w:alias w:val="提示"/></w:sdtPr><w:sdtContent>{inside}'
                f'</w:sdtContent></w:sdt>')

    row = f"<w:tr>{sdt(tc('甲'))}{tc('乙')}</w:tr>"
    run = "<w:r><w:t>云江县</w:t></w:r>"
    content = body_of(sdt(f"<w:p>{sdt(run)}</w:p>") + f"<w:tbl>{sdt(row)}</w:tbl>" + sdt(f"<w:tbl>{row}</w:tbl>"))
    document = read_document("分工.docx", content)
    assert paragraphs(document) == ["云江县"]
    assert texts(document) == texts(document, 1) == [["甲", "乙"]]


def test_a_block_in_two_versions_is_read_once() -> None:
    def row(text: str) -> str:
        return f"<w:tbl><w:tr>{tc(text)}</w:tr></w:tbl>"

    content = body_of(f"<mc:AlternateContent><mc:Choice Requires='x'>{row('新')}</mc:Choice>"
                      f"<mc:Fallback>{row('旧')}</mc:Fallback></mc:AlternateContent>"
                      f"<mc:AlternateContent><mc:Fallback>{row('仅旧')}</mc:Fallback></mc:AlternateContent>")
    document = read_document("分工.docx", content)
    assert (texts(document, 0), texts(document, 1)) == ([["新"]], [["仅旧"]])


def test_a_table_without_cells_is_nothing() -> None:
    content = body_of("<w:tbl/><w:tbl><w:tr/></w:tbl><w:p><w:r><w:t>云江县</w:t></w:r></w:p>")
    assert len(read_document("分工.docx", content).blocks) == 1


def test_words_under_a_merged_cell_are_refused_with_their_place() -> None:
    error = refusal("分工.docx", table(tc("县财政局", vMerge="restart"), tc("县审计局", vMerge=None)))
    assert (error.key, error.values["quote"]) == ("file-covered-words", "县审计局")
    assert error.values["place"] == Place(table=1, row=2, column=1)


def test_a_copy_under_a_merged_cell_as_wps_leaves_it_is_no_loss() -> None:
    assert grid_of(table(tc("县财政局", vMerge="restart"), tc("县财政局", vMerge=None))) == [["县财政局"]] * 2


@pytest.mark.parametrize("span", ["65535", "999999999", "99999999999999999999"])
def test_a_cell_over_endless_columns_is_refused(span: str) -> None:
    def write(word: Word) -> None:
        made = table_of(word, [["甲"] * 3] * 3)
        for row in made.rows:
            marked(row.cells[0]._tc.get_or_add_tcPr(), "gridSpan", val=span)

    if len(span) < 10:
        assert refusal("分工.docx", written(write)).key == "file-broken"
    else:
        assert len(grid_of(written(write))[0]) == 3


def test_more_cells_than_a_plan_could_have_are_refused() -> None:
    wide = tc("甲", gridSpan="500")
    assert refusal("分工.docx", table(*[wide] * 601)).key == "file-too-many-cells"


def merges_of(rows: int, columns: int) -> st.SearchStrategy[Merge]:
    def block(corners: tuple[int, int, int, int]) -> Merge:
        top, bottom = sorted(corners[:2])
        left, right = sorted(corners[2:])
        return top, left, bottom, right

    line, column = st.integers(0, rows - 1), st.integers(0, columns - 1)
    return st.tuples(line, line, column, column).map(block)


@given(merges_of(4, 5))
def test_any_merged_block_covers_exactly_its_slots(merge: Merge) -> None:
    top, left, bottom, right = merge
    rows = [[f"第{row}行{column}" for column in range(5)] for row in range(4)]
    expected: Callable[[int, int], str] = lambda row, column: rows[top][left] if (  # noqa: E731
        top <= row <= bottom and left <= column <= right) else rows[row][column]
    assert grid_of(docx_of(rows, [merge])) == [[expected(row, column) for column in range(5)] for row in range(4)]
