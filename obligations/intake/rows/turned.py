"""Turns a table whose headings stand in its first column (任务名称 | …, 责任单位 | …) so that they stand over it."""

from dataclasses import replace

from obligations.intake.document import Table
from obligations.intake.rows.headers import find_header
from obligations.intake.rows.labels import WHO, meaning
from obligations.intake.source import Column

_DUTY = WHO | {Column.DEADLINE}
_MOST = 60          # rows of such a table: each is a heading


def upright(table: Table) -> Table | None:
    """`table` with its rows as columns, where only that way it has headings of tasks; None: it is none of that kind.

    Where headings stand among the values (责任单位 | … | 完成时限 | …), or several tasks under each other with all
    their headings, nothing can be turned."""
    if len(table.grid) > _MOST or find_header(table):
        return None
    turned = replace(table, grid=tuple(zip(*table.grid, strict=True)))
    header = find_header(turned)
    if header is None or header.first:
        return None
    values = (cell for row in turned.grid[header.last + 1:] for cell in row)
    heads = [heading.words for heading in header.headings if heading.kind in _DUTY]
    return turned if len(heads) == len(set(heads)) and not any(meaning(cell.text) in _DUTY for cell in values) else None
