"""A document as records of plain lists and back, every cell with its place; where the records are kept, others know."""

from collections.abc import Iterator, Sequence

from obligations.intake.document import Cell, Paragraph, Place, Stands, Table

Json = list[object]
_SPOT = 5               # values of a place
_LEFT, _UP = 1, 2       # in place of a cell: the same as the one before it, or above it
BLOCKS = ("line", "table", "row")


def written(block: Paragraph | Table) -> Iterator[Json]:
    """A block as records: one for a paragraph; one for a table, then one for each of its rows."""
    if isinstance(block, Paragraph):
        yield ["line", block.text, *_spot(block.place), block.stands]
        return
    yield ["table", block.merges_known]
    above: tuple[Cell, ...] = ()
    for row in block.grid:
        yield ["row", *(_slot(row, above, at) for at in range(len(row)))]
        above = row


def _slot(row: Sequence[Cell], above: Sequence[Cell], at: int) -> object:
    cell = row[at]
    if at and row[at - 1] is cell:
        return _LEFT
    if above and above[at] is cell:
        return _UP
    return [cell.text, cell.hidden, *_spot(cell.place)]


def _spot(place: Place) -> Json:
    return [place.line, place.table, place.row, place.column, place.sheet]


def blocks(records: Sequence[Json]) -> Iterator[Paragraph | Table]:
    """The blocks that `written` made records of. Raises TypeError, ValueError or LookupError for anything else."""
    table: Json | None = None
    grid: list[tuple[Cell, ...]] = []
    for record in records:
        if record[0] == "row":
            grid.append(_row(record[1:], grid[-1] if grid else ()))
            if len(grid[-1]) != len(grid[0]):
                raise ValueError(record)
            continue
        if table is not None:
            yield Table(tuple(grid), bool(table[1]))
        table, grid = (record, []) if record[0] == "table" else (None, [])
        if table is None:
            yield _paragraph(record)
    if table is not None:
        yield Table(tuple(grid), bool(table[1]))


def _paragraph(record: Json) -> Paragraph:
    _, text, *spot = record
    stands = Stands(text_of(spot.pop())) if len(spot) > _SPOT else Stands.TEXT     # a workbook of before says nothing
    return Paragraph(text_of(text), _place(spot), stands)


def _row(slots: Json, above: Sequence[Cell]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for at, slot in enumerate(slots):
        if isinstance(slot, list):
            cells.append(Cell(text_of(slot[0]), _place(slot[2:]), bool(slot[1])))
        else:
            cells.append(cells[at - 1] if slot == _LEFT else above[at])
    return tuple(cells)


def _place(spot: Json) -> Place:
    line, table, row, column, sheet = spot
    return Place(int(str(line)), int(str(table)), int(str(row)), int(str(column)), text_of(sheet))


def list_of(value: object) -> Json:
    """`value`, which must be a list. Raises TypeError."""
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def text_of(value: object) -> str:
    """`value`, which must be a text. Raises TypeError, or ValueError where half a character stands in it."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value
