"""`gongkai plan` with an office's own documents: in, looked at, answered in the workbook, in force, replaced."""

import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook, load_workbook

from storage import people
from storage.database import Database
from tests.acceptance.terminal import Terminal, typed

SEED = Path(__file__).parents[1] / "seed" / "guichi-2018.txt"
TITLE = "云江县2026年政务公开工作任务分工"
HEAD = ["序号", "工作任务", "具体要求", "责任单位", "完成时限"]
ROWS = [["1", "预算公开", "公布县级预算和说明。", "县财政局", "2026年9月30日前"],
        ["2", "招生公开", "公布各校招生办法。", "县教育局、县财政局等", "2026年10月31日前"],
        ["3", "会议公开", "县政府常务会议结束后3个工作日内公布议定事项。", "县政府办公室", "全年"]]
LATER = [[*ROWS[0][:4], "2026年12月11日前"], ROWS[2]]


def markdown(rows: list[list[str]]) -> bytes:
    lines = [HEAD, ["---"] * 5, *rows]
    return (f"# {TITLE}\n\n2026年3月2日\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in lines) + "\n").encode()


def html(rows: list[list[str]]) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [HEAD, *rows])
    return (f"<html><meta charset=utf-8><body><h1>{TITLE}</h1><p>2026年3月2日</p>"
            f"<table>{cells}</table></body></html>").encode()


def tsv(rows: list[list[str]]) -> bytes:
    return "\n".join([TITLE, "2026年3月2日", *("\t".join(row) for row in [HEAD, *rows])]).encode()


def sheet(rows: list[list[str]]) -> bytes:
    book, stream = Workbook(), BytesIO()
    page = book.worksheets[0]
    for row in [[TITLE], ["2026年3月2日"], HEAD, *rows]:
        page.append(row)
    book.save(stream)
    return stream.getvalue()


def word(rows: list[list[str]]) -> bytes:
    made, stream = docx.Document(), BytesIO()
    made.add_paragraph(TITLE)
    made.add_paragraph("2026年3月2日")
    table = made.add_table(len(rows) + 1, 5)
    for at, row in enumerate([HEAD, *rows]):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    made.save(stream)
    return stream.getvalue()


def put(terminal: Terminal, name: str, content: bytes) -> str:
    (terminal.folder / name).write_bytes(content)
    return name


def files(terminal: Terminal) -> set[str]:
    return {path.name for path in terminal.folder.iterdir()}


def whole_log(terminal: Terminal) -> list[str]:
    """Everything in the database."""
    base = sqlite3.connect(terminal.folder / "data" / "gongkai.db")
    lines = list(base.iterdump())
    base.close()
    return lines


@pytest.fixture
def plan(terminal: Terminal) -> Terminal:
    """A terminal where the small plan was imported."""
    assert terminal("plan", "import", put(terminal, "分工.md", markdown(ROWS))).code == 0
    return terminal


@pytest.mark.parametrize(("name", "content"), [
    ("分工.md", markdown(ROWS)), ("分工.html", html(ROWS)), ("分工.tsv", tsv(ROWS)), ("分工.txt", tsv(ROWS)),
    ("分工.xlsx", sheet(ROWS)), ("分工.docx", word(ROWS))])
def test_every_kind_of_file_becomes_the_same_draft_with_a_workbook(
        terminal: Terminal, name: str, content: bytes) -> None:
    shown = terminal("plan", "import", put(terminal, name, content))
    assert (shown.code, shown.err) == (0, "")
    assert f"已存为草稿：{TITLE}（2026-1）" in shown.out
    assert "任务 3 行 · 单位 3 个 · 交付 3 项：有日期 2，事件触发 1，全年持续 0 · 待确认问题 1 个" in shown.out
    assert "核对表写在 核对表-2026-1.xlsx" in shown.out and "gongkai plan activate 2026-1" in shown.out
    assert load_workbook(terminal.folder / "核对表-2026-1.xlsx").sheetnames[:4] == ["说明", "任务", "问题", "部门"]
    assert "R03（印号 3）" in terminal("plan", "show").out


def test_seed_is_read_whole(terminal: Terminal) -> None:
    shown = terminal("plan", "import", str(SEED))
    assert shown.code == 0 and "任务 28 行 · 单位 28 个" in shown.out and "处提示，见核对表" in shown.out
    asked = terminal("plan", "questions").out
    assert "原文：“区发改委区商务局”" in asked and "R06 · 第 53 行" in asked


def test_same_file_twice_changes_nothing_anywhere(plan: Terminal) -> None:
    before, there = whole_log(plan), files(plan)
    again = plan("plan", "import", "分工.md")
    assert again.code == 0 and again.out.startswith("和已导入的一样，没有改动")
    put(plan, "改名.md", markdown(ROWS))
    plan("plan", "import", "改名.md")
    assert whole_log(plan) == before and files(plan) - {"改名.md"} == there


def test_workbook_is_never_written_over_a_file(terminal: Terminal) -> None:
    put(terminal, "核对表-2026-1.xlsx", b"mine")
    put(terminal, "核对表-2026-1-2.xlsx", b"mine too")
    shown = terminal("plan", "import", put(terminal, "分工.md", markdown(ROWS)))
    assert "核对表-2026-1-3.xlsx" in shown.out
    assert (terminal.folder / "核对表-2026-1.xlsx").read_bytes() == b"mine"
    assert zipfile.is_zipfile(terminal.folder / "核对表-2026-1-3.xlsx")


def test_answers_and_edits_come_back_in_the_workbook_under_the_same_keys(plan: Terminal) -> None:
    book = load_workbook(plan.folder / "核对表-2026-1.xlsx")
    asked = next(row for row in book["问题"].iter_rows() if any("以“等”结尾" in str(cell.value) for cell in row))
    asked[6].value = "只算写出来的单位"
    for row in book["任务"].iter_rows():
        for cell in row:
            if cell.value == "2026-09-30 前":
                cell.value = "2026-08-31 前"
    book.save(plan.folder / "改好.xlsx")
    shown = plan("plan", "import", "改好.xlsx")
    assert "（2026-2）" in shown.out and "待确认问题 0 个" in shown.out, shown.err
    assert "没有待确认的问题" in plan("plan", "questions").out
    rows, again = ([line for line in plan("plan", "show", key).out.split("\n") if line.startswith("R")]
                   for key in ("2026-1", "2026-2"))
    assert rows == again
    plan("plan", "activate", "2026-1")
    assert "时限：2026-09-30 前 → 2026-08-31 前" in plan("plan", "diff", "2026-2").out


def test_untouched_workbook_changes_nothing(plan: Terminal) -> None:
    load_workbook(plan.folder / "核对表-2026-1.xlsx").save(plan.folder / "原样.xlsx")
    before = whole_log(plan)
    assert plan("plan", "import", "原样.xlsx").out.startswith("和已导入的一样")
    assert whole_log(plan) == before


def test_cells_that_make_no_sense_are_named_a_sentence_each_and_nothing_is_kept(plan: Terminal) -> None:
    book = load_workbook(plan.folder / "核对表-2026-1.xlsx")
    for row in book["任务"].iter_rows():
        for cell in row:
            if cell.value in ("2026-09-30 前", "2026-10-31 前"):
                cell.value = "等通知"
    book.save(plan.folder / "改坏.xlsx")
    before, there = whole_log(plan), files(plan)
    shown = plan("plan", "import", "改坏.xlsx")
    lines = shown.err.splitlines()
    assert (shown.code, shown.out, len(lines)) == (1, "", 2) and "Place(" not in shown.err
    assert all("“任务”" in line and "等通知" in line for line in lines)
    assert whole_log(plan) == before and files(plan) == there


@pytest.mark.parametrize(("name", "content", "words"), [
    ("空.docx", b"", "空"), ("分工.pdf", b"%PDF-1.4", "PDF"), ("分工.docx", b"PK\x03\x04", "损坏"),
    ("一句.txt", "云江县2026年".encode(), ""), ("无年.md", markdown(ROWS).replace("2026年".encode(), b""), "年度")])
def test_file_that_is_no_plan_is_refused_in_one_sentence_and_leaves_no_database(
        terminal: Terminal, name: str, content: bytes, words: str) -> None:
    put(terminal, name, content)
    assert words in terminal.refused("plan", "import", name)
    assert files(terminal) == {name}


def test_file_that_is_too_big_is_refused_by_its_size_without_being_read(terminal: Terminal) -> None:
    with (terminal.folder / "big.xlsx").open("wb") as opened:
        opened.truncate(200_000_000)
    assert "200 MB" in terminal.refused("plan", "import", "big.xlsx")


def test_year_and_district_may_be_said_beside_the_file(terminal: Terminal) -> None:
    content = markdown(ROWS).replace(TITLE.encode(), "政务公开工作任务分工".encode())
    put(terminal, "分工.md", content.replace("2026年3月2日\n\n".encode(), b""))
    assert "--year" in terminal.refused("plan", "import", "分工.md")
    assert "--district" in terminal.refused("plan", "import", "分工.md", "--year", "2026")
    shown = terminal("plan", "import", "分工.md", "--year", "2026", "--district", "临川市云江县")
    assert shown.code == 0 and "（2026-1）" in shown.out
    again = terminal("plan", "import", "分工.md", "--year", "2026")
    assert again.out.startswith("和已导入的一样"), "the district is known now"


def test_new_version_moves_drops_keeps_and_tells_liaisons_once(plan: Terminal) -> None:
    assert "这是 2026 年的第一份，会建 3 项" in plan("plan", "diff").out
    first = plan("plan", "activate")
    assert "新增 4 件，保留 0 件，取消 0 件" in first.out and "通知" not in first.out
    code = plan("invite", "--role", "liaison", "--department", "县财政局", "--json").json["code"]
    plan.enrol(code, "liaison")
    assert plan("plan", "import", put(plan, "新.md", markdown(LATER))).code == 0
    assert "时限：2026-09-30 前 → 2026-12-11 前" in plan("plan", "diff").out
    done = plan("plan", "activate")
    assert "新增 0 件，保留 2 件，取消 2 件" in done.out and "已经通知 1 位联络员" in done.out
    assert plan.refused("plan", "activate").startswith("没有待启用的草稿")
    assert "通知" not in plan("plan", "activate", "2026-2").out
    assert told(plan) == ["县财政局：任务分工换了新版《云江县2026年政务公开工作任务分工》"]


def told(terminal: Terminal) -> list[str]:
    """How the notices about a plan begin."""
    base = sqlite3.connect(terminal.folder / "data" / "gongkai.db")
    found = [row[0] for row in base.execute("SELECT content ->> 'text' FROM outbox WHERE key LIKE 'plan:%'")]
    base.close()
    return [words.split("\n")[0] for words in found]


def test_plan_that_was_replaced_stays_readable_and_can_be_put_back(plan: Terminal) -> None:
    plan("plan", "activate")
    shown = plan("plan", "show", "2026-1").out
    plan("plan", "import", put(plan, "新.md", markdown(LATER)))
    plan("plan", "activate")
    assert plan("plan", "show", "2026-1").out == shown.replace("启用中", "已被替代")
    assert "新增 0 件，保留 4 件，取消 0 件" in plan("plan", "activate", "2026-1").out


def test_questions_are_those_of_the_newest_draft_and_only_the_open_ones(plan: Terminal) -> None:
    plan("plan", "activate")
    assert len(plan("plan", "questions", "--json").json) == 1
    plan("plan", "import", put(plan, "新.md", markdown(LATER)))
    assert plan("plan", "questions", "--json").json == []


def test_import_works_beside_a_bot_that_reads(plan: Terminal) -> None:
    database = Database(plan.database)
    with database.read() as session:
        assert people.everyone(session, 1) == []
        assert plan("plan", "import", put(plan, "新.md", markdown(LATER))).code == 0
    database.close()


def test_a_real_terminal_shows_the_summary_and_no_progress_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "分工.xlsx").write_bytes(sheet(ROWS))
    shown = typed(tmp_path, "plan", "import", "分工.xlsx", LANG="en_US.UTF-8")
    assert (shown.code, shown.err) == (0, "") and "2026-1" in shown.out
    assert (tmp_path / "review-2026-1.xlsx").exists()
