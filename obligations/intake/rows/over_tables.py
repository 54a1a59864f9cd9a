"""Finds the lines over tables that head their rows without a number: 6月 over one table, 9月 over the next."""

from collections.abc import Iterator, Sequence

from obligations.intake.document import Table
from obligations.intake.rows.bare import Bare, bare, is_dated, is_framed
from obligations.intake.rows.items import Line
from obligations.intake.rows.sections import is_heading


def headings_over(blocks: Sequence[Line | Table]) -> frozenset[int]:
    """The numbers of those of `blocks` that are nothing but a time, or bodies, over a table. Bodies over the only table
    are a letter-head, and a day with its year is the document's."""
    found = [at for table, block in enumerate(blocks) if isinstance(block, Table) for at in _above(blocks, table)]
    kinds = {at: bare(_text(blocks[at])) for at in found}
    several = sum(kind is Bare.BODIES for kind in kinds.values()) > 1
    return frozenset(at for at in found if several or kinds[at] is Bare.TIME or is_framed(_text(blocks[at])))


def _above(blocks: Sequence[Line | Table], table: int) -> Iterator[int]:
    """The lines right over a table that may head it; none where a signature with its day stands there."""
    for at in range(table - 1, 0, -1):
        if is_heading(_text(blocks[at])):
            continue
        if bare(_text(blocks[at])) not in (Bare.TIME, Bare.BODIES) or is_dated(_text(blocks[at])):
            return
        yield at


def _text(block: Line | Table) -> str:
    return block.text if isinstance(block, Line) and not block.groups else ""
