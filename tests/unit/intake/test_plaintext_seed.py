"""The district's own table, pasted with one cell a line, is one table of 28 rows; what was damaged is refused."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults
from obligations.intake.document import Document, Place
from obligations.intake.reading.plaintext import read_text
from tests.unit.intake.pasted import SEED, bare, cells, grid, paragraphs, tables, words

TEXT = SEED.read_text(encoding="utf-8")
LINES = TEXT.split("\n")
OPENING = [at for at, line in enumerate(LINES, start=1) if line.startswith("\t")]


def _columns() -> dict[int, tuple[int, int]]:
    """Row and column of each cell by its line: 5 headings, 27 rows of 7 cells, one of 6 without a subsection."""
    slots = [(0, column) for column in (0, 3, 4, 5, 6)]
    slots += [(row, column) for row in range(1, 28) for column in range(7)]
    slots += [(28, column) for column in (0, 2, 3, 4, 5, 6)]
    return dict(zip(OPENING, slots, strict=True))


COLUMNS = _columns()


def test_seed_is_one_table_of_28_rows_and_7_columns() -> None:
    document = read_text(TEXT, "guichi.txt")
    found = grid(document)
    assert (len(found), {len(row) for row in found}) == (29, {7})
    assert not tables(document)[0].merges_known
    assert paragraphs(document) == ["贵池区2018年政务公开重点工作任务分工（征求意见稿）"]


def test_one_heading_covers_section_subsection_and_number() -> None:
    header = tables(read_text(TEXT, "guichi.txt"))[0].grid[0]
    assert [cell.text for cell in header] == ["工作任务"] * 3 + ["重点内容", "具体要求", "责任单位", "时限"]
    assert header[0] is header[1] is header[2]


def test_every_cell_keeps_its_line_and_stands_in_its_column() -> None:
    table = tables(read_text(TEXT, "guichi.txt"))[0]
    placed: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(table.grid):
        for column, cell in enumerate(row):
            placed.setdefault(cell.place.line, (number, column))
            assert cell.place == Place(line=cell.place.line)
    assert placed == COLUMNS


def test_no_character_of_the_seed_is_lost() -> None:
    assert words(read_text(TEXT, "guichi.txt")) == bare(TEXT)


def test_an_empty_line_inside_a_cell_does_not_break_its_row() -> None:
    row = grid(read_text(TEXT, "guichi.txt"))[27]
    assert row[2] == "24"
    assert row[3].startswith("教育、生态环境") and row[4].startswith("2018年12月31日前")


def test_the_last_row_has_one_heading_over_two_columns() -> None:
    row = tables(read_text(TEXT, "guichi.txt"))[0].grid[28]
    assert row[0] is row[1] and row[0].text == "四、加强监督保障"
    assert [row[2].text, row[6].text] == ["25", "全年"]


def test_both_rows_numbered_3_and_the_rows_without_a_number_are_kept() -> None:
    numbers = [row[2] for row in grid(read_text(TEXT, "guichi.txt"))[1:]]
    assert Counter(numbers)["3"] == 2 and Counter(numbers)[""] == 2 and len(numbers) == 28


@dataclass(frozen=True)
class Pasted:
    """A line of a damaged text, with the lines of the seed where the cells on it opened."""

    text: str
    cells: tuple[int, ...]


WHOLE = [Pasted(line, (at,) if line.startswith("\t") else ()) for at, line in enumerate(LINES, start=1)]


def _drop(lines: list[Pasted], at: int) -> list[Pasted]:
    return lines[:at] + lines[at + 1:]


def _lose_tab(lines: list[Pasted], at: int) -> list[Pasted]:
    line = lines[at]
    changed = Pasted(line.text.replace("\t", "    ", 1), line.cells[1:])
    return [*lines[:at], changed, *lines[at + 1:]]


def _join(lines: list[Pasted], at: int) -> list[Pasted]:
    pair = lines[at:at + 2]
    return [*lines[:at], Pasted("".join(one.text for one in pair), sum((one.cells for one in pair), ())),
            *lines[at + 2:]]


def _open_up(lines: list[Pasted], at: int) -> list[Pasted]:
    return [*lines[:at + 1], Pasted("", ()), *lines[at + 1:]]


DAMAGES = (_drop, _lose_tab, _join, _open_up)


def _stands_right(lines: list[Pasted], document: Document) -> None:
    """Every cell in its own column of its own row, cells of one line in their order."""
    used: Counter[int] = Counter()
    rows: dict[int, tuple[int, int]] = {}
    for table in tables(document):
        for row in table.grid:
            seen = {id(cell): (column, cell) for column, cell in reversed(list(enumerate(row)))}
            origins = set()
            for column, cell in sorted(seen.values(), key=lambda one: one[0]):
                line = cell.place.line
                origin = lines[line - 1].cells[used[line]]
                used[line] += 1
                rows[origin] = COLUMNS[origin]
                origins.add(COLUMNS[origin][0])
                assert COLUMNS[origin][1] == column
            assert len(origins) == 1
    assert len(rows) == sum(len(line.cells) for line in lines)


def _refused(lines: list[Pasted]) -> list[int] | None:
    """The lines that are named; None: it was read, and every cell stands right."""
    try:
        document = read_text("\n".join(line.text for line in lines), "guichi.txt")
    except PlanFaults as found:
        assert all(fault.values["quote"] for fault in found.faults)
        places = [fault.values["place"] for fault in found.faults]
        return [place.line for place in places if isinstance(place, Place)]
    _stands_right(lines, document)
    assert words(document) == bare("".join(line.text for line in lines))
    return None


def _lines_of_row(row: int) -> range:
    """The lines of a row of the seed, from the empty line above it to the one below."""
    first = min(line for line, slot in COLUMNS.items() if slot[0] == row)
    after = [line for line, slot in COLUMNS.items() if slot[0] == row + 1]
    return range(first - 1, min(after) if after else len(LINES) + 1)


def _without_cell(line: int) -> list[Pasted]:
    """The seed without one cell, its continuation included; the empty line that closes a row stays."""
    end = next((at for at in OPENING if at > line), len(LINES))
    kept = [one for one in WHOLE[line:end - 1] if not one.text.strip()][-1:]
    return [*WHOLE[:line - 1], *kept, *WHOLE[end - 1:]]


@pytest.mark.parametrize("row", range(29))
def test_without_any_one_cell_its_row_is_refused_or_right(row: int) -> None:
    for line in (line for line, slot in COLUMNS.items() if slot[0] == row):
        lines = _without_cell(line)
        refused = _refused(lines)
        lost = len(WHOLE) - len(lines)
        assert refused is None or any(at in _lines_of_row(row) or at + lost in _lines_of_row(row) for at in refused)


@pytest.mark.parametrize("row", range(29))
def test_where_a_tab_is_lost_nothing_moves_in_silence(row: int) -> None:
    for line in (line for line, slot in COLUMNS.items() if slot[0] == row):
        refused = _refused(_lose_tab(WHOLE, line - 1))
        assert refused is not None
        # A first cell without its TAB went to the row above; its own line or that row's last cell is named.
        near = range(_lines_of_row(max(row - 1, 0)).start, _lines_of_row(row).stop + 1)
        assert any(at in near for at in refused)


def test_cells_joined_on_one_line_are_told_apart_by_their_tabs() -> None:
    for line in (8, 34, 128, 260):
        assert _refused(_join(WHOLE, line - 1)) is None


def test_an_empty_line_more_or_less_between_cells_changes_nothing() -> None:
    assert _refused(_open_up(WHOLE, 10)) is None
    assert _refused(_drop(WHOLE, 54)) is None


@example(damages=[(_lose_tab, 135), (_drop, 1), (_open_up, 135)])    # a row of blanks is shown as one
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DAMAGES), st.integers(1, len(LINES) - 2)), min_size=1, max_size=3))
def test_however_it_is_damaged_no_cell_stands_in_a_wrong_column(damages: list[tuple[object, int]]) -> None:
    lines = WHOLE
    for damage, at in damages:
        assert callable(damage)
        lines = damage(lines, min(at, len(lines) - 2))
    _refused(lines)


def test_line_endings_of_any_system_give_the_same_table() -> None:
    expected = grid(read_text(TEXT, "guichi.txt"))
    assert grid(read_text(TEXT.replace("\n", "\r\n"), "guichi.txt")) == expected
    assert grid(read_text(TEXT.replace("\n", "\r"), "guichi.txt")) == expected


def test_every_cell_is_one_object_only_where_it_is_merged() -> None:
    assert len(list(cells(read_text(TEXT, "guichi.txt")))) == 200
