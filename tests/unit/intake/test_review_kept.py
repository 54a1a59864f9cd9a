"""The hidden sheet gives every document back exactly, and nothing but what was written there."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from obligations.intake.document import Cell, Document, Paragraph, Place, Stands, Table
from obligations.intake.reading.files import read_document
from obligations.intake.review.review_kept import (
    HIDDEN,
    Kept,
    KeptLine,
    KeptQuestion,
    KeptTask,
    Sheet,
    pack,
    seal,
    unpack,
)
from obligations.intake.terms import Wanted

TEXTS = st.text(max_size=30) | st.sampled_from(
    ["=1+1", "_x000D_", "a_x", " 两边 空格 ", "\u200b\ufeff", "𠮷\r\n\t", '"\\', "+", "\x7f\x85\u2028"])
NUMBERS = st.integers(0, 50)
PLACES = st.builds(Place, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.text(max_size=5))
CELLS = st.builds(Cell, TEXTS, PLACES, st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A grid in which some cells reach to the right or down."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    grid: list[tuple[Cell, ...]] = []
    for _ in range(height):
        row: list[Cell] = []
        for at in range(width):
            how = draw(st.integers(0, 5))
            row.append(row[-1] if how == 0 and row else grid[-1][at] if how == 1 and grid else draw(CELLS))
        grid.append(tuple(row))
    return Table(tuple(grid), draw(st.booleans()))


PARAGRAPHS = st.builds(Paragraph, TEXTS, PLACES, st.sampled_from(Stands))
DOCUMENTS = st.builds(Document, TEXTS, st.lists(PARAGRAPHS | tables(), max_size=4).map(tuple))


def kept(document: Document) -> Kept:
    tasks = KeptTask("R01", "ab", ("", "", "", "", "", "~cd"), (KeptLine("R01.1", "ef", ("1", "", "", "")),))
    asked = KeptQuestion("nobody-12", True, (("不派", "nobody"), ("以后", "ask-later:甲")), ("x",) * 6)
    sheets = (Sheet("任务", ("原文", *"行交要派时位牵责配抄问")), Sheet("问题", tuple("编行位原问选答按")),
              Sheet("部门", tuple("编名写全群承日")))
    return Kept("k", Wanted(date(2024, 3, 1), "云江县", 2024), sheets, ("o",), (tasks,), (asked,),
                (KeptLine("县水利局", "", ("",) * 6),), document)


def shape(document: Document) -> list[list[int]]:
    """Which slots of the tables are the same cell."""
    return [[[id(one) for one in row].index(id(cell)) for cell in row]
            for block in document.blocks if isinstance(block, Table) for row in block.grid]


@given(DOCUMENTS)
def test_whatever_a_document_holds_comes_back(document: Document) -> None:
    found = unpack(pack(kept(document)))
    assert found == kept(document)
    assert shape(found.document) == shape(document)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(DOCUMENTS)
def test_a_spreadsheet_keeps_it_too(document: Document) -> None:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(HIDDEN)
    for row, words in enumerate(pack(kept(document))):
        sheet.write_string(row, 0, words)
    book.close()
    table = read_document("核对表.xlsx", stream.getvalue()).blocks[0]
    assert isinstance(table, Table)
    assert unpack([row[0].text for row in table.grid]) == kept(document)


def test_a_line_of_a_workbook_of_before_stands_in_the_text() -> None:
    cells = pack(kept(Document("甲.docx", (Paragraph("乙", Place(line=1)),))))
    before = [cell.replace(',"text"]', "]") for cell in cells[1:-1]]
    assert before != cells[1:-1]
    assert unpack([cells[0], *before, seal(before)]).document.blocks == (Paragraph("乙", Place(line=1)),)


def test_a_text_of_many_cells_is_put_together_again() -> None:
    words = "公开 " * 40_000
    cells = pack(kept(Document("长.docx", (Paragraph(words, Place(line=1)),))))
    assert max(map(len, cells)) < 32_767
    assert unpack(cells).document.blocks == (Paragraph(words, Place(line=1)),)


@given(st.data())
def test_anything_changed_is_noticed(data: st.DataObject) -> None:
    cells = pack(kept(Document("甲.docx", (Paragraph("乙", Place(line=1)),))))
    at = data.draw(st.integers(0, len(cells) - 1))
    cells[at] = cells[at][:-1] + data.draw(st.sampled_from(["", "?", cells[at][-1] * 2]))
    with pytest.raises(ValueError, match="damaged"):
        unpack(cells)


@pytest.mark.parametrize("record", ["[]", "{}", '["task",1,2,3,4]', "[" * 5000, '["row",1]', "1", '["sheet","四"]',
                                    '["body","县统计局","",""]', '["question","甲",true,[],[],""]',
                                    '["task","R02","",[],[]]',
                                    '["task","R02","",["","","","","",""],[["R02.1","",""]]]',
                                    '["line","\\ud800",0,0,0,0,""]'])
def test_a_sheet_with_a_good_seal_and_a_strange_record_is_refused(record: str) -> None:
    cells = pack(kept(Document("甲.docx", ())))
    strange = [*cells[1:-1], record]
    with pytest.raises(ValueError):
        unpack([cells[0], *strange, seal(strange)])
