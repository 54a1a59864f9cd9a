"""What the tests of pasted texts look at: the words of a document in order, the rows of its table, its faults."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from obligations.errors import PlanFaults
from obligations.intake.document import Cell, Document, Paragraph, Place, Table

SEED = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"
HEADER = ("序号", "工作任务", "责任单位", "完成时限")


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(document: Document) -> list[list[str]]:
    """The words of the only table."""
    [table] = tables(document)
    return [[cell.text for cell in row] for row in table.grid]


def paragraphs(document: Document) -> list[str]:
    """The words outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> Iterator[Cell]:
    """The cells in order, each once however many slots it covers."""
    seen: set[int] = set()
    for table in tables(document):
        for cell in (cell for row in table.grid for cell in row):
            if id(cell) not in seen:
                yield cell
            seen.add(id(cell))


def words(document: Document) -> str:
    """All words in order, without blanks."""
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found += [cell.text for cell in cells(Document("", (block,)))]
    return bare("".join(found))


def bare(text: str) -> str:
    """`text` without blanks of any kind."""
    return re.sub(r"\s", "", text)


def faults(read: Callable[[str, str], Document], text: str) -> list[tuple[str, int, str]]:
    """What the reader refuses: which sentence, which line, which words."""
    with pytest.raises(PlanFaults) as caught:
        read(text, "云江县.txt")
    found = []
    for fault in caught.value.faults:
        place = fault.values["place"]
        assert isinstance(place, Place)
        found.append((fault.key, place.line, str(fault.values["quote"])))
    return found


def cell_lines(*rows: tuple[str, ...]) -> str:
    """A table with one cell a line and an empty line between rows."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows) + "\n"


def tab_rows(*rows: tuple[str, ...]) -> str:
    """A table with one row a line."""
    return "\n".join("\t".join(row) for row in rows) + "\n"


TASKS = (
    ("1", "公布年度权责清单及调整说明。", "县委编办", "6月底前"),
    ("2", "公布县本级决算及三公经费。", "县财政局", "全年"),
    ("3", "公布义务教育招生范围。", "县教体局、各乡镇", "8月31日前"),
)
