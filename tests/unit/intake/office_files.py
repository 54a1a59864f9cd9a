"""Word and Excel files for tests, written by python-docx, openpyxl and XlsxWriter: none of them is used to read."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

import docx
import openpyxl
import xlsxwriter
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.table import Table as WordTable
from lxml.etree import _Element
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from obligations.errors import Refusal
from obligations.intake.document import Document, Paragraph, Table
from obligations.intake.reading.files import read_document

NAMESPACES = (' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
              ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
              ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
              ' xmlns:v="urn:schemas-microsoft-com:vml"')
Merge = tuple[int, int, int, int]       # top, left, bottom, right, from 0
Rows = Sequence[Sequence[str]]


def docx_of(rows: Rows, merges: Iterable[Merge] = (), before: Iterable[str] = (), after: Iterable[str] = ()) -> bytes:
    """A Word file of one table between paragraphs; merged cells are given by their corners, counted from 0."""
    return written(lambda word: _fill(word, rows, merges, before, after))


def written(write: Callable[[Word], object]) -> bytes:
    """A Word file as `write` makes it of an empty one."""
    word = docx.Document()
    write(word)
    return saved(word)


def saved(word: Word) -> bytes:
    """The bytes of a Word file."""
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def table_of(word: Word, rows: Rows) -> WordTable:
    """A table added to `word`."""
    table: WordTable = word.add_table(len(rows), max(map(len, rows)))
    for printed, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(printed.cells, row, strict=False):
            cell.text = text
    return table


def body_of(xml: str) -> bytes:
    """A Word file whose body is `xml`, with the prefixes w, mc, r and v declared."""
    return written(lambda word: _replace_body(word, xml))


def marked(element: _Element, tag: str, **values: str) -> _Element:
    """A new child w:`tag` of `element`, with w: attributes."""
    child = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        child.set(qn(f"w:{name}"), value)
    element.append(child)
    return child


def xlsx_of(rows: Sequence[Sequence[object]], merges: Iterable[Merge] = (), title: str = "任务分工") -> bytes:
    """A workbook of one sheet, written by XlsxWriter; texts stay texts even where they begin with =."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False,
                                        "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(title)
    for top, left, bottom, right in merges:
        sheet.merge_range(top, left, bottom, right, "")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return target.getvalue()


def workbook_of(write: Callable[[Worksheet, Workbook], object]) -> bytes:
    """A workbook as openpyxl writes it, after `write` has worked on its only sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    write(sheet, book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def refusal(name: str, content: bytes) -> Refusal:
    """The one sentence that a file is refused with."""
    try:
        read_document(name, content)
    except Refusal as error:
        return error
    raise AssertionError(f"{name} was read")


def texts(document: Document, at: int = 0) -> list[list[str]]:
    """The words of the `at`-th table, row by row."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row] for row in tables[at].grid]


def paragraphs(document: Document) -> list[str]:
    """The words outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def _fill(word: Word, rows: Rows, merges: Iterable[Merge], before: Iterable[str], after: Iterable[str]) -> None:
    for text in before:
        word.add_paragraph(text)
    table = table_of(word, rows)
    for top, left, bottom, right in merges:
        kept = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = kept
    for text in after:
        word.add_paragraph(text)


def _replace_body(word: Word, xml: str) -> None:
    body = word.element.body
    for child in list(body):
        body.remove(child)
    body.extend(parse_xml(f"<w:body{NAMESPACES}>{xml}</w:body>"))
