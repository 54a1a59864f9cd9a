"""What the benchmark of documents compares reads the same words on both sides; how fast is no test's business."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document as open_word

from bench import intake, reading
from bench.figures import row
from bench.large_plan import DEPARTMENTS, HEADER, SHARED_TEXTS, LargePlan, large_plan, word, workbook
from obligations.intake.document import Table
from obligations.intake.draft import Draft
from obligations.intake.reading.files import read_document

ROWS = 60
TEXT, LEAD = HEADER.index("具体要求"), HEADER.index("牵头单位")


@pytest.fixture(scope="module")
def plan() -> LargePlan:
    """A small one."""
    return large_plan(ROWS)


@pytest.fixture(scope="module")
def sheet(plan: LargePlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a workbook."""
    return _written(tmp_path_factory, "plan.xlsx", workbook(plan))


@pytest.fixture(scope="module")
def text(plan: LargePlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a Word file."""
    return _written(tmp_path_factory, "plan.docx", word(plan))


def _written(made: pytest.TempPathFactory, name: str, content: bytes) -> Path:
    file = made.mktemp("plan") / name
    file.write_bytes(content)
    return file


def _table(file: Path) -> Table:
    table, = (block for block in read_document(file.name, file.read_bytes()).blocks if isinstance(block, Table))
    return table


def _understood(file: Path) -> Draft:
    found = reading.understand(file)()
    assert isinstance(found, Draft)
    return found


def test_large_plan_is_the_same_every_time_but_grows_with_its_number(plan: LargePlan) -> None:
    assert large_plan(ROWS) == plan
    assert [len(large_plan(number).rows) for number in (1, 2, 41, ROWS)] == [1, 2, 41, ROWS]


def test_half_of_the_rows_have_a_long_text_of_their_own() -> None:
    texts = [one[TEXT] for one in large_plan(1000).rows]
    assert len(set(texts[::2])) == 500
    assert all(100 <= len(words) <= 200 for words in texts[::2])
    assert len(set(texts[1::2])) <= SHARED_TEXTS


def test_every_department_leads_somewhere_in_a_large_plan() -> None:
    assert {one[LEAD] for one in large_plan(1000).rows} == set(DEPARTMENTS)
    assert len(DEPARTMENTS) == 30


def test_merged_cells_of_a_column_follow_each_other(plan: LargePlan) -> None:
    for column in range(len(HEADER)):
        spans = sorted((first, last) for at, first, last in plan.merges if at == column)
        assert all(first < last < ROWS for first, last in spans)
        assert all(last < first for (_, last), (first, _) in pairwise(spans))


def test_a_workbook_reads_as_openpyxl_reads_it(sheet: Path) -> None:
    cells = {cell.place.row * 100 + cell.place.column: cell.text for one in _table(sheet).grid for cell in one}
    theirs = reading.openpyxl_cells(sheet)()
    slots = (at * 100 + column for at in range(1, ROWS + 3) for column in range(1, len(HEADER) + 1))
    # Where openpyxl says nothing, ours has an empty cell, or the rest of a merged one.
    assert {at: words for at, words in zip(slots, theirs, strict=True) if words} == {
        at: words for at, words in cells.items() if words}


def test_a_word_table_reads_as_python_docx_reads_it(text: Path) -> None:
    ours = [cell.text for one in _table(text).grid for cell in one]
    assert list(reading.docx_cells(text)()) == ours


@pytest.mark.parametrize("read_only", [False, True])
def test_both_modes_of_openpyxl_walk_the_same_cells(sheet: Path, read_only: bool) -> None:
    assert list(reading.openpyxl_cells(sheet, read_only)()) == list(reading.openpyxl_cells(sheet)())


def test_every_row_of_both_files_becomes_a_task_with_its_department(
        plan: LargePlan, sheet: Path, text: Path) -> None:
    for file in (sheet, text):
        tasks = _understood(file).plan.tasks
        assert [task.printed for task in tasks] == [one[0] for one in plan.rows]
        assert [task.assignments[0].department for task in tasks] == [one[LEAD] for one in plan.rows]


def test_the_word_file_has_the_merges_of_the_plan(plan: LargePlan, text: Path) -> None:
    table, = open_word(BytesIO(text.read_bytes())).tables
    column, first, last = plan.merges[0]
    assert table.cell(first + 1, column)._tc is table.cell(last + 1, column)._tc


@pytest.mark.parametrize("way", list(reading.WAYS))
def test_every_way_says_what_it_took(way: str, sheet: Path, text: Path) -> None:
    taken = intake.once(way, text if way == "python-docx" else sheet)
    assert 0 < taken.seconds < taken.whole
    assert taken.megabytes > 5


def test_import_that_fails_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(RuntimeError, match="not imported"):
        reading.bring_in(tmp_path / "empty.xlsx")()


def test_ways_take_turns_in_going_first(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def noted(way: str, _file: Path) -> intake.Taken:
        order.append(way)
        return intake.Taken(1.0, 1.0, 1.0)

    monkeypatch.setattr(intake, "once", noted)
    monkeypatch.setattr(intake, "ROUNDS", 2)
    assert intake.rounds(Path("x"), ("a", "b")).keys() == {"a", "b"}
    assert order == ["a", "b", "b", "a"]


def test_figures_name_rows_a_second_seconds_and_memory(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def taken(way: str, _file: Path) -> intake.Taken:
        return {"understand": intake.Taken(0.5, 80.0, 1.0), "import": intake.Taken(4.0, 90.0, 5.0)}.get(
            way, intake.Taken(0.25, 40.0, 0.5))

    monkeypatch.setattr(intake, "once", taken)
    found = list(intake.figures(tmp_path, ROWS))
    assert [one.ratio for one in found if "120 rows a second" in one.subject] == [2.0, 2.0]
    assert [one.ratio for one in found if one.unit == "MB"] == [2.0, 2.25, 2.0]
    assert [one.ratio for one in found if "gongkai plan import" in one.subject] == [0.5]
    assert all(row(one).index("≤") == row(found[0]).index("≤") for one in found)
