"""The review workbook that `gongkai plan import` writes: where it could not be written, was lost or has grown old."""

from io import BytesIO
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest
from openpyxl import Workbook, load_workbook

from bot.commands import plan_import
from handlers import drafting
from handlers.understanding import AtOnce
from locales.catalogue import texts
from obligations.errors import Refusal
from storage import plans
from storage.database import Database
from tests.acceptance.terminal import Terminal
from tests.acceptance.test_cli_plan_document import LATER, ROWS, files, markdown, put, whole_log

CODE, FILE, SECOND = "2026-1", "核对表-2026-1.xlsx", "核对表-2026-1-2.xlsx"
NOWHERE = Path("/proc")     # a folder in which nobody makes a file, not even root


@pytest.fixture
def plan(terminal: Terminal) -> Terminal:
    """A terminal where the small plan was imported."""
    assert terminal("plan", "import", put(terminal, "分工.md", markdown(ROWS))).code == 0
    return terminal


def answer(terminal: Terminal) -> None:
    """Somebody answers the first question of the draft in the chat."""
    database = Database(terminal.database)
    with database.write() as session:
        (kept,) = plans.plans(session, 1)
        say = texts("zh-CN")
        one = drafting.in_words(say, kept).questions[0]
        assert kept.imported_at is not None
        drafting.answer(session, AtOnce(), say, kept, one.key, one.choices[0], kept.imported_at, "test")
    database.close()


def answers(content: bytes) -> list[object]:
    """What stands in the column for answers."""
    page = load_workbook(BytesIO(content))["问题"]
    return [row[6].value for row in page.iter_rows(min_row=3) if row[6].value]


def test_workbook_that_could_not_be_written_comes_with_the_same_file_later(
        terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    source = terminal.folder / put(terminal, "分工.md", markdown(ROWS))
    monkeypatch.setenv("DATABASE_URL", terminal.database)
    monkeypatch.chdir(NOWHERE)
    for _ in range(2):
        sentence = terminal.refused("plan", "import", str(source))
        assert f"草稿 {CODE} 已经存好" in sentence and FILE in sentence and "再导入一次同一个文件" in sentence
    monkeypatch.chdir(terminal.folder)
    before = whole_log(terminal)
    shown = terminal("plan", "import", str(source))
    assert shown.code == 0 and shown.out.startswith("和已导入的一样") and f"核对表写在 {FILE}" in shown.out
    assert answers((terminal.folder / FILE).read_bytes()) == [] and whole_log(terminal) == before


def test_same_file_again_names_the_workbook_that_is_there(plan: Terminal) -> None:
    there = files(plan)
    for _ in range(2):
        assert f"核对表写在 {FILE}" in plan("plan", "import", "分工.md").out
    assert files(plan) == there


def test_lost_workbook_is_written_again_just_as_it_was(plan: Terminal) -> None:
    first = (plan.folder / FILE).read_bytes()
    (plan.folder / FILE).unlink()
    assert f"核对表写在 {FILE}" in plan("plan", "import", "分工.md").out
    assert (plan.folder / FILE).read_bytes() == first


def test_answers_given_since_come_in_a_new_workbook_beside_the_old_one(plan: Terminal) -> None:
    first = (plan.folder / FILE).read_bytes()
    answer(plan)
    for _ in range(2):
        assert f"核对表写在 {SECOND}" in plan("plan", "import", "分工.md").out
    assert (plan.folder / FILE).read_bytes() == first
    assert (answers(first), len(answers((plan.folder / SECOND).read_bytes()))) == ([], 1)
    assert len([name for name in files(plan) if name.startswith("核对表")]) == 2


def test_edited_workbook_is_left_as_it_is(plan: Terminal) -> None:
    book = load_workbook(plan.folder / FILE)
    book["任务"]["A1"].value = "我的话"
    book.save(plan.folder / FILE)
    edited = (plan.folder / FILE).read_bytes()
    assert f"核对表写在 {SECOND}" in plan("plan", "import", "分工.md").out
    assert (plan.folder / FILE).read_bytes() == edited


def test_untouched_workbook_that_office_software_saved_brings_no_other(plan: Terminal) -> None:
    load_workbook(plan.folder / FILE).save(plan.folder / FILE)
    there = files(plan)
    shown = plan("plan", "import", FILE)
    assert shown.code == 0 and shown.out.startswith("和已导入的一样") and files(plan) == there


def test_workbook_of_what_was_edited_can_be_had_again_too(plan: Terminal) -> None:
    book = load_workbook(plan.folder / FILE)
    asked = next(row for row in book["问题"].iter_rows() if any("以“等”结尾" in str(cell.value) for cell in row))
    asked[6].value = "只算写出来的单位"
    book.save(plan.folder / "改好.xlsx")
    assert "核对表写在 核对表-2026-2.xlsx" in plan("plan", "import", "改好.xlsx").out
    first = (plan.folder / "核对表-2026-2.xlsx").read_bytes()
    (plan.folder / "核对表-2026-2.xlsx").unlink()
    assert "核对表写在 核对表-2026-2.xlsx" in plan("plan", "import", "改好.xlsx").out
    assert (plan.folder / "核对表-2026-2.xlsx").read_bytes() == first


def test_plan_in_force_gets_no_workbook(plan: Terminal) -> None:
    plan("plan", "activate")
    (plan.folder / FILE).unlink()
    shown = plan("plan", "import", "分工.md")
    assert shown.code == 0 and "核对表" not in shown.out and FILE not in files(plan)


@pytest.mark.parametrize("made", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_whatever_has_the_name_keeps_it(plan: Terminal, made: object) -> None:
    (plan.folder / FILE).unlink()
    assert callable(made)
    made(plan.folder / FILE)
    assert f"核对表写在 {SECOND}" in plan("plan", "import", "分工.md").out
    assert isinstance(load_workbook(plan.folder / SECOND), Workbook)


def test_newer_document_of_which_a_workbook_knows_nothing_is_pointed_out(plan: Terminal) -> None:
    assert "2026-2" in plan("plan", "import", put(plan, "新.md", markdown(LATER))).out
    book = load_workbook(plan.folder / FILE)
    put_in = next(cell for row in book["任务"].iter_rows() for cell in row if cell.value == "2026-09-30 前")
    put_in.value = "2026-08-31 前"
    book.save(plan.folder / "改好.xlsx")
    shown = plan("plan", "import", "改好.xlsx")
    assert shown.code == 0 and "又来了另一份文件（2026-2）" in shown.out


def test_half_a_workbook_is_not_left_behind(terminal: Terminal) -> None:
    target, (soft, hard) = terminal.folder / FILE, getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(Refusal) as refused:
            plan_import._made(target, bytes(50_000), CODE)
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))
    assert refused.value.values == {"file": FILE, "code": CODE} and not target.exists()
