"""Writes a document of the corpus in the formats that offices send, with libraries that the reader does not use."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from io import BytesIO

import docx
import xlsxwriter

from tests.corpus.shapes import Grid, Merge

Blocks = Sequence[str | Grid]


def written(blocks: Blocks, ending: str) -> bytes:
    """The bytes of a file with this ending."""
    return _WRITERS[ending](blocks)


def word(blocks: Blocks) -> bytes:
    """A Word file; merged cells are merged."""
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(len(block.rows), len(block.rows[0]))
        for number, row in enumerate(block.rows):
            for cell, words in zip(table.rows[number].cells, row, strict=True):
                cell.text = words
        for top, left, bottom, right in block.merges:
            merged = table.cell(top, left).merge(table.cell(bottom, right))
            merged.text = block.rows[top][left]
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def workbook(blocks: Blocks) -> bytes:
    """A workbook with everything in one sheet, paragraphs in merged rows of their own."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("任务分工")
    width = max((len(block.rows[0]) for block in blocks if isinstance(block, Grid)), default=2)
    line = 0
    for block in blocks:
        if isinstance(block, str):
            sheet.merge_range(line, 0, line, width - 1, block)
            line += 1
            continue
        for number, row in enumerate(block.rows):
            sheet.write_row(line + number, 0, row)
        for top, left, bottom, right in block.merges:
            sheet.merge_range(line + top, left, line + bottom, right, block.rows[top][left])
        line += len(block.rows) + 1
    book.close()
    return target.getvalue()


def web(blocks: Blocks) -> bytes:
    """A bare page."""
    inner = "".join(f"<p>{_lines(block)}</p>" if isinstance(block, str) else html_table(block) for block in blocks)
    return f"<!doctype html><html><meta charset=utf-8><body>{inner}</body></html>".encode()


def html_table(table: Grid) -> str:
    """A table with its merged cells."""
    corners = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merges}
    rows = []
    for at, row in enumerate(table.rows):
        cells = []
        for column, words in enumerate(row):
            if _is_covered(at, column, table.merges):
                continue
            down, across = corners.get((at, column), (1, 1))
            cells.append(f"<td rowspan={down} colspan={across}>{_lines(words)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1>{''.join(rows)}</table>"


def markdown(blocks: Blocks) -> bytes:
    """Markdown; a merged cell is an empty one, as nothing else can be written."""
    return "\n\n".join(block if isinstance(block, str) else "\n".join(_barred(block)) for block in blocks).encode()


def text(blocks: Blocks) -> bytes:
    """What comes of copying a document as text: a row a line, TABs between cells, line breaks in quotation marks."""
    lines = []
    for block in blocks:
        rows = [block] if isinstance(block, str) else ["\t".join(map(_quoted, row)) for row in block.rows]
        lines += [*rows, ""]
    return "\n".join(lines).encode()


def cell_lines(blocks: Blocks) -> bytes:
    """One cell a line behind a TAB and an empty line between rows, as some programs copy tables."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines += [block, ""]
        for row in block.rows if isinstance(block, Grid) else ():
            lines += [*(f"\t{words}" for words in row), ""]
    return "\n".join(lines).encode()


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _is_covered(row: int, column: int, merges: Sequence[Merge]) -> bool:
    return any(top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
               for top, left, bottom, right in merges)


def _barred(table: Grid) -> Iterator[str]:
    for at, row in enumerate(table.rows):
        yield "| " + " | ".join(words.replace("|", "\\|").replace("\n", "<br>") for words in row) + " |"
        if at == 0:
            yield "|" + " --- |" * len(row)


def _quoted(words: str) -> str:
    return f'"{words}"' if "\n" in words else words


_WRITERS: dict[str, Callable[[Blocks], bytes]] = {
    "docx": word, "xlsx": workbook, "html": web, "md": markdown, "txt": text, "tsv": text, "cells.txt": cell_lines,
}
