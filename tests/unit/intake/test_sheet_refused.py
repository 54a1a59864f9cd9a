"""Workbooks that are refused: formulas and errors with their places, and everything that would take for ever."""

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from locales.catalogue import texts as catalogue
from obligations.errors import PlanFaults
from obligations.intake.document import Place, Table
from obligations.intake.reading.files import read_document
from obligations.intake.reading.grid import SLOTS
from tests.unit.intake.office_files import refusal, texts, workbook_of
from tests.unit.intake.raw_office import cells, changed, number_cell, part, raw_xlsx, text_cell
from tests.unit.intake.reviewing import worded

FAR = "XFD1048576"


def merge(*areas: str) -> str:
    return f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}{area}{chr(34)}/>' for area in areas)}</mergeCells>"


def test_a_formula_is_refused_with_its_place_and_words() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["A1"], sheet["B3"] = "序号", "=ROW()-1"

    error = refusal("分工.xlsx", workbook_of(write))
    assert (error.key, error.values["quote"]) == ("file-formula", "=ROW()-1")
    assert error.values["place"] == Place(table=1, row=3, column=2, sheet="Sheet")


@pytest.mark.parametrize("inside", ['<f t="shared" si="0"/><v>7</v>', '<f t="array" ref="A1">7</f>', "<f/>"])
def test_every_way_of_writing_a_formula_is_one(inside: str) -> None:
    assert refusal("分工.xlsx", raw_xlsx(cells(f'<c r="A1">{inside}</c>'))).key == "file-formula"


def test_a_formula_on_a_hidden_sheet_is_one_too() -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        sheet["A1"] = "甲"
        other = book.create_sheet("底稿")
        other["A1"], other.sheet_state = "=1+1", "hidden"

    assert refusal("分工.xlsx", workbook_of(write)).values["place"] == Place(table=2, row=1, column=1, sheet="底稿")


def test_twenty_faults_are_listed_and_the_others_counted() -> None:
    column = cells(*(f'<c r="A{row}"><f>ROW()</f></c>' for row in range(1, 36)))
    with pytest.raises(PlanFaults) as caught:
        read_document("分工.xlsx", raw_xlsx(column))
    faults = caught.value.faults
    assert [fault.key for fault in faults] == ["file-formula"] * 20 + ["file-more-faults"]
    assert faults[-1].values["more"] == 15
    assert [fault.values["place"] for fault in faults[:2]] == [
        Place(table=1, row=1, column=1, sheet="任务分工"), Place(table=1, row=2, column=1, sheet="任务分工")]


def test_formulas_and_errors_are_told_together() -> None:
    with pytest.raises(PlanFaults) as caught:
        read_document("分工.xlsx", raw_xlsx(cells('<c r="A1"><f>1</f></c><c r="B1" t="e"><v>#REF!</v></c>')))
    assert [(fault.key, fault.values["quote"]) for fault in caught.value.faults] == [
        ("file-formula", "=1"), ("file-cell-error", "#REF!")]


def test_the_sentence_of_a_formula_says_what_to_do() -> None:
    error = refusal("分工.xlsx", raw_xlsx(cells('<c r="A1"><f>1</f></c>')))
    assert catalogue("zh-CN")(error.key, **{**error.values, "place": "任务分工!A1"}) == (
        "任务分工!A1是公式（=1），请复制后“选择性粘贴”为数值再发。")


def test_a_merge_over_the_whole_sheet_costs_no_more_than_its_words() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")) + merge(f"A1:{FAR}"))
    assert texts(read_document("分工.xlsx", content)) == [["甲"]]


def test_one_word_in_the_last_corner_alone_is_a_small_table() -> None:
    sheet = f'<dimension ref="A1:{FAR}"/><sheetData><row r="1048576">{text_cell(FAR, "甲")}</row></sheetData>'
    assert texts(read_document("分工.xlsx", raw_xlsx(sheet))) == [["甲"]]


def test_words_in_two_far_corners_are_refused_before_anything_is_laid_out() -> None:
    sheet = (f'<sheetData><row r="1">{text_cell("A1", "甲")}</row>'
             f'<row r="1048576">{text_cell(FAR, "乙")}</row></sheetData>')
    assert refusal("分工.xlsx", raw_xlsx(sheet)).key == "file-too-many-cells"


def test_thousands_of_empty_rows_are_nothing() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 20_000))
    content = raw_xlsx(f'<sheetData><row r="1">{text_cell("A1", "甲")}</row>{rows}</sheetData>')
    assert texts(read_document("分工.xlsx", content)) == [["甲"]]


def test_sheets_together_may_not_have_more_cells_than_one() -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        sheet["A1"], sheet["B1"] = "甲", "乙"
        other = book.create_sheet()
        other["A1"], other[f"A{SLOTS - 1}"] = "甲", "乙"

    assert refusal("分工.xlsx", workbook_of(write)).key == "file-too-many-cells"


@pytest.mark.parametrize("sheet", [
    cells(text_cell("A1", "甲"), text_cell("B2", "乙"), text_cell("C3", "丙")) + merge("A1:B2", "B2:C3"),
    cells(text_cell("A1", "甲")) + merge("A1:ZZZZ9"),
    cells(text_cell("A1", "甲")) + merge(""),
    cells(text_cell("A1", "甲") + text_cell("A1", "乙")),
    cells('<c r="A1" t="s"><v>5</v></c>'),
    cells('<c r="A1" t="s"><v>x</v></c>'),
    f'<sheetData><row r="1048577">{text_cell("A1048577", "甲")}</row></sheetData>',
    '<cols><col min="1" max="16384" hidden="1"/><col min="1" max="16384" hidden="1"/></cols>'
    + cells(text_cell("A1", "甲")),
])
def test_a_sheet_that_no_program_would_show_is_broken(sheet: str) -> None:
    assert refusal("分工.xlsx", raw_xlsx(sheet)).key == "file-broken"


def repeating(cells: int) -> bytes:
    """A workbook of a few kilobytes in which each cell points at the same text of 30,000 characters."""
    rows = ('<row>' + '<c t="s"><v>0</v></c>' * 10 + "</row>") * (cells // 10)
    return raw_xlsx(f"<sheetData>{rows}</sheetData>", f"<si><t xml:space='preserve'> {'公布预算。' * 6000} </t></si>")


def test_a_small_file_that_repeats_a_long_text_without_end_is_refused() -> None:
    content = repeating(200_000)
    error = refusal("分工.xlsx", content)
    assert len(content) < 30_000
    assert (error.key, error.values["millions"]) == ("file-too-many-words", 8)
    assert worded(error)


def test_a_text_that_many_cells_share_is_there_only_once() -> None:
    (table,) = read_document("分工.xlsx", repeating(260)).blocks
    assert isinstance(table, Table)
    assert len({id(cell.text) for row in table.grid for cell in row}) == 1
    assert len(table.grid) == 26 and len(table.grid[0][0].text) == 30_000


def test_sheets_together_may_not_repeat_more_than_one() -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        for one in (sheet, book.create_sheet(), book.create_sheet()):
            for row in range(1, 101):
                one.cell(row, 1, "a" * 30_000)

    assert refusal("分工.xlsx", workbook_of(write)).key == "file-too-many-words"


@pytest.mark.parametrize("cell", [
    f'<c r="A1"><f>{"1+" * 5000}1</f></c>', f'<c r="A1" t="e"><v>{"#" * 5000}</v></c>',
    text_cell("A1", "甲") + text_cell("B1", "乙\u202e" * 3000),
])
def test_a_refusal_repeats_a_long_cell_in_short(cell: str) -> None:
    quote = str(refusal("分工.xlsx", raw_xlsx(cells(cell) + merge("A1:B1"))).values["quote"])
    assert len(quote) == 80 and quote.endswith("…") and quote.isprintable()


def test_merges_without_number_that_overlap_are_refused_at_once() -> None:
    areas = [f"A1:B{row}" for row in range(2, 50_000)]
    rows = f'<row r="1">{text_cell("A1", "甲")}</row><row r="99999">{text_cell("B99999", "乙")}</row>'
    assert refusal("分工.xlsx", raw_xlsx(f"<sheetData>{rows}</sheetData>{merge(*areas)}")).key == "file-broken"


def test_a_merge_that_lies_outside_of_the_words_changes_nothing() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")) + merge("C5:D9", "B1:B9"))
    assert texts(read_document("分工.xlsx", content)) == [["甲"]]


def test_two_sheets_that_are_one_part_are_broken() -> None:
    content = raw_xlsx(cells(text_cell("A1", "甲")))
    book = part(content, "xl/workbook.xml")
    twice = book.replace("</sheets>", '<sheet name="乙" sheetId="2" r:id="worksheet1"/></sheets>')
    assert refusal("分工.xlsx", changed(content, {"xl/workbook.xml": twice})).key == "file-broken"


def test_a_sheet_whose_part_is_missing_is_broken() -> None:
    book = part(raw_xlsx(""), "xl/workbook.xml").replace("worksheet1", "worksheet9")
    assert refusal("分工.xlsx", changed(raw_xlsx(""), {"xl/workbook.xml": book})).key == "file-broken"


def test_a_workbook_without_styles_and_shared_texts_is_read() -> None:
    content = changed(raw_xlsx(cells(number_cell("A1", "3"))), {
        "xl/_rels/workbook.xml.rels": part(raw_xlsx(""), "xl/_rels/workbook.xml.rels").replace("styles.xml", "no.xml")
        .replace("sharedStrings.xml", "none.xml")})
    assert texts(read_document("分工.xlsx", content)) == [["3"]]
