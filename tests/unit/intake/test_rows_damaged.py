"""The plan of 2018 with a cell lost, added or exchanged: never a row that is read wrongly in silence."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Document, Table
from obligations.intake.inquiry import Inquiry
from obligations.intake.reading.files import read_document
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source, SourceRow

FILE = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"
ROWS = range(1, 29)


@cache
def intact() -> tuple[Document, Table]:
    document = read_document(FILE.name, FILE.read_bytes())
    return document, next(block for block in document.blocks if isinstance(block, Table))


@cache
def whole(known: bool) -> Source:
    return read_rows(damaged(0, intact()[1].grid[0], known), Inquiry({}))


def damaged(at: int, row: tuple[Cell, ...], known: bool) -> Document:
    """The document with one row of its table replaced."""
    document, table = intact()
    grid = (*table.grid[:at], row, *table.grid[at + 1:])
    return replace(document, blocks=tuple(
        Table(grid, known) if isinstance(block, Table) else block for block in document.blocks))


def silent(at: int, row: tuple[Cell, ...], known: bool) -> list[int]:
    """The rows that are read differently although nothing is refused and no doubt speaks of them."""
    inquiry = Inquiry({})
    try:
        found = read_rows(damaged(at, row, known), inquiry)
    except (Refusal, PlanFaults):
        return []
    doubted = {doubt.row for doubt in inquiry.doubts}
    if len(found.rows) != len(whole(known).rows):
        return [at]
    return [number for number, (one, before) in enumerate(zip(found.rows, whole(known).rows, strict=True))
            if duty(one) != duty(before) and number not in doubted]


def duty(row: SourceRow) -> tuple[object, ...]:
    """What a row binds someone to."""
    return row.content.text, row.requirement.text, [quote.text for _, quote in row.bodies], row.deadline.text


def empty(row: tuple[Cell, ...]) -> Cell:
    return Cell("", row[0].place)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("column", range(7))
def test_a_lost_cell_is_refused_or_doubted(column: int, known: bool) -> None:
    for at in ROWS:
        row = intact()[1].grid[at]
        assert silent(at, (*row[:column], *row[column + 1:], empty(row)), known) == []


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("column", range(7))
def test_an_emptied_cell_is_refused_or_doubted(column: int, known: bool) -> None:
    for at in ROWS:
        row = intact()[1].grid[at]
        assert silent(at, (*row[:column], empty(row), *row[column + 1:]), known) == []


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("column", [2, 4, 5])
def test_exchanged_cells_are_refused_or_doubted(column: int, known: bool) -> None:
    for at in ROWS:
        row = intact()[1].grid[at]
        assert silent(at, (*row[:column], row[column + 1], row[column], *row[column + 2:]), known) == []
