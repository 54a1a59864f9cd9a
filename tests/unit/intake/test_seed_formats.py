"""贵池区's table of 2018 as a Word file, a workbook and a page, its cells merged as on the paper, gives the plan that
the pasted text gives."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from obligations.intake.document import Paragraph, Table
from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from tests.corpus.shapes import Grid, Merge
from tests.corpus.writers import written
from tests.unit.intake.pasted import SEED

DISTRICT = "池州市贵池区"
LAST = 28               # the row of number 25; the header is row 0
# What a merged cell makes plain, and an empty one in a text does not.
ONLY_OF_TEXTS = {"inherited-bodies", "year-above"}
# Where the paper merges: 工作任务 over three columns, number and content of 1 and 13 over two rows, who and when of the
# first three rows, the section of 25 over two columns.
MERGES: tuple[Merge, ...] = ((0, 0, 0, 2), (1, 2, 2, 2), (1, 3, 2, 3), (15, 2, 16, 2), (15, 3, 16, 3), (2, 5, 3, 5),
                             (1, 6, 3, 6), (15, 6, 16, 6), (LAST, 0, LAST, 1))


def test_each_format_gives_the_same_plan(pasted: Draft, ending: str) -> None:
    assert made(ending).plan == pasted.plan


def test_only_questions_about_empty_cells_differ(pasted: Draft, ending: str) -> None:
    there, here = kinds(pasted), kinds(made(ending))
    assert set(there - here) == ONLY_OF_TEXTS
    assert set(here - there) <= {"cell-across"}      # the section over two columns, which a text cannot show


def test_questions_keep_their_keys_so_that_answers_hold_in_every_format(pasted: Draft, ending: str) -> None:
    keys = {doubt.key for doubt in pasted.questions if doubt.kind not in ONLY_OF_TEXTS}
    assert keys == {doubt.key for doubt in made(ending).questions}


@pytest.fixture(params=["docx", "xlsx", "html"])
def ending(request: pytest.FixtureRequest) -> str:
    """A format that tells merged cells."""
    return str(request.param)


@pytest.fixture(scope="module")
def pasted() -> Draft:
    """The draft of the text."""
    return drafted(SEED.name, SEED.read_bytes())


def made(ending: str) -> Draft:
    """The draft of the same table in another format."""
    document = read_document(SEED.name, SEED.read_bytes())
    title = next(block.text for block in document.blocks if isinstance(block, Paragraph))
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return drafted(f"guichi.{ending}", written((title, as_printed(table)), ending))


def as_printed(table: Table) -> Grid:
    """The table with its words once for each cell, and with the merges of the paper."""
    seen: set[int] = set()
    rows = []
    for row in table.grid:
        rows.append(tuple("" if id(cell) in seen else cell.text for cell in row))
        seen.update(map(id, row))
    sections = [one for column in (0, 1) for one in _merged_down(rows, column)]
    return Grid(tuple(rows), (*MERGES, *sections))


def _merged_down(rows: list[tuple[str, ...]], column: int) -> Iterator[Merge]:
    """A section's cell reaches down to the next one with words."""
    starts = [at for at in range(1, LAST + 1) if rows[at][column] or at == LAST]
    for start, after in pairwise(starts):
        if after - start > 1:
            yield start, column, after - 1, column


def drafted(name: str, content: bytes) -> Draft:
    """The draft of a file of the table."""
    return draft(read_document(name, content), Wanted(date(2018, 6, 25), DISTRICT), Known(DISTRICT), {}, "guichi-2018")


def kinds(of: Draft) -> Counter[str]:
    """How many doubts of each kind there are."""
    return Counter(doubt.kind for doubt in of.doubts)
