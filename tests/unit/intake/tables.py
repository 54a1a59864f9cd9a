"""Documents made by hand: a table from rows of words, with cells merged where a test says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Document, Paragraph, Place, Table
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source

Block = Table | str
Area = tuple[int, int, int, int]    # first row, first column, last row, last column, all from 0

PLAIN = ("序号", "工作任务", "责任单位", "完成时限")


def table(*rows: Sequence[str], merged: Sequence[Area] = (), known: bool = True, number: int = 1,
          hidden: Sequence[int] = ()) -> Table:
    """A table; shorter rows are filled up with empty cells. `known`: the format tells merged cells."""
    width = max(map(len, rows))
    grid = [[Cell(row[at] if at < len(row) else "", Place(table=number, row=line + 1, column=at + 1), line in hidden)
             for at in range(width)] for line, row in enumerate(rows)]
    for top, left, bottom, right in merged:
        for line in range(top, bottom + 1):
            grid[line][left:right + 1] = [grid[top][left]] * (right + 1 - left)
    return Table(tuple(map(tuple, grid)), known)


def document(*blocks: Block) -> Document:
    """A document whose paragraphs are strings, each with the number of its block as its line."""
    return Document("云江县任务分工.docx", tuple(
        block if isinstance(block, Table) else Paragraph(block, Place(line=at + 1))
        for at, block in enumerate(blocks)))


def read(*blocks: Block, answers: Mapping[str, str] | None = None) -> Source:
    """The rows of a document."""
    return read_rows(document(*blocks), Inquiry(answers or {}))


def doubts(*blocks: Block, answers: Mapping[str, str] | None = None) -> list[Doubt]:
    """The doubts about a document."""
    inquiry = Inquiry(answers or {})
    read_rows(document(*blocks), inquiry)
    return inquiry.doubts


def kinds(*blocks: Block) -> list[str]:
    """The kinds of the doubts about a document."""
    return [doubt.kind for doubt in doubts(*blocks)]


def answered(choose: Callable[[Doubt], str | None], *blocks: Block) -> Source:
    """The rows once every doubt has the answer that `choose` gives for it (None: none)."""
    given = {doubt.key: answer for doubt in doubts(*blocks) if (answer := choose(doubt)) is not None}
    return read(*blocks, answers=given)


def faults(*blocks: Block) -> list[Refusal]:
    """Why a document is refused."""
    with pytest.raises((Refusal, PlanFaults)) as caught:
        read(*blocks)
    refused = caught.value
    if isinstance(refused, PlanFaults):
        return list(refused.faults)
    assert isinstance(refused, Refusal)
    return [refused]


def who(source: Source, row: int = 0) -> list[tuple[str, str]]:
    """The bodies of a row, each with its column."""
    return [(column.value, quote.text) for column, quote in source.rows[row].bodies]


def words(source: Source) -> list[tuple[str, str]]:
    """What each row asks and by when."""
    return [(row.asks.text, row.deadline.text) for row in source.rows]


def everything(source: Source) -> str:
    """Every word that a Source keeps, in one text."""
    kept = [source.title, *(quote.text for quote in source.headings), *(heading for _, heading in source.columns)]
    for row in source.rows:
        kept += [*row.sections, row.number, row.content.text, row.requirement.text, row.deadline.text]
        kept += [quote.text for _, quote in (*row.bodies, *row.others)]
    return "\n".join(kept)


def with_hidden_column(whole: Table, column: int) -> Table:
    """`whole` with one column hidden."""
    return replace(whole, grid=tuple(
        tuple(replace(cell, hidden=True) if at == column else cell for at, cell in enumerate(row))
        for row in whole.grid))
