"""`gongkai plan`: a file is imported whole or not at all, and its doubts are shown before it is in force."""

from pathlib import Path

import pytest

from tests.acceptance.terminal import GUICHI, Terminal

TEN_FAULTS = """
key = "a key with spaces"
year = 1018
title = ""
in_force = "2018-06-01"
colour = "red"

[[departments]]
name = "区财政局"
aliases = "财政"

[[departments]]
name = "区财政局"

[[tasks]]
key = "R01"
printed = 1
section = "一"
text = "公开预算"
lead = ["区火星办"]
[[tasks.deliverables]]
key = "R01.1"
title = "预算"
who = ["区财政局"]
rule = { kind = "sometimes" }
"""


def test_import_says_what_was_found_and_what_comes_next(terminal: Terminal) -> None:
    shown = terminal("plan", "import", str(GUICHI))
    assert (shown.code, shown.err) == (0, "")
    assert "任务 28 行 · 单位 28 个" in shown.out
    assert "gongkai plan activate guichi-2018" in shown.out


def test_the_same_file_twice_changes_nothing(terminal: Terminal) -> None:
    terminal("plan", "import", str(GUICHI))
    shown = terminal("plan", "import", str(GUICHI))
    assert shown.code == 0
    assert shown.out.startswith("和已导入的一样")


def test_activation_counts_what_it_made_and_keeps_it_the_second_time(terminal: Terminal) -> None:
    terminal("plan", "import", str(GUICHI))
    made = terminal("plan", "activate")
    assert made.code == 0
    number = int(made.out.partition("新增 ")[2].split()[0])
    assert number > 300
    again = terminal("plan", "activate", "guichi-2018")
    assert f"新增 0 件，保留 {number} 件，取消 0 件" in again.out


def test_activation_without_a_draft_is_refused(office: Terminal) -> None:
    assert "没有待启用的草稿" in office.refused("plan", "activate")
    assert "guichi-2018" in office.refused("plan", "activate", "guichi-2019")


def test_every_fault_of_a_file_has_its_own_line_and_nothing_is_kept(terminal: Terminal) -> None:
    (terminal.folder / "bad.toml").write_text(TEN_FAULTS, encoding="utf-8")
    shown = terminal("plan", "import", "bad.toml")
    lines = shown.err.splitlines()
    assert (shown.code, shown.out) == (1, "")
    assert len(lines) >= 10
    assert all(line.startswith("bad.toml，") for line in lines)
    for field in ("key", "year", "title", "in_force", "colour", "district", "aliases", "printed", "lead", "kind"):
        assert any(f"{field}：" in line for line in lines), field
    assert not (terminal.folder / "data").exists()


def test_a_plan_is_shown_row_by_row(office: Terminal) -> None:
    shown = office("plan", "show")
    assert shown.out.startswith("贵池区 2018 年政务公开任务分工（征求意见稿）（guichi-2018）· 启用中")
    assert all(f"\nR{number:02}（印号 " in shown.out for number in range(1, 29))


def test_a_draft_can_be_looked_at_before_it_is_in_force(terminal: Terminal) -> None:
    terminal("plan", "import", str(GUICHI))
    assert "· 草稿 ·" in terminal("plan", "show", "guichi-2018").out
    assert terminal("plan", "questions").code == 0


def test_questions_quote_the_text_and_mark_what_is_assumed(office: Terminal) -> None:
    asked = office("plan", "questions", "--json").json
    words = office("plan", "questions").out
    assert len(asked) > 10
    for one in asked:
        assert set(one) == {"key", "row", "place", "quote", "ask", "choices", "default"}
        assert one["default"] in one["choices"]
        assert one["quote"] in words and one["place"] in words
        assert f"- {one['default']}（系统默认）" in words


@pytest.mark.parametrize("command", [
    "plan show", "plan questions", "plan activate", "preview --on 2018-07-30", "status 区财政局", "event kinds",
    "event add --kind meeting --on 2018-09-27", "invite --role office", "audit verify",
])
def test_without_a_plan_a_command_says_how_to_import_one_and_makes_no_database(
        terminal: Terminal, command: str) -> None:
    assert "gongkai plan import" in terminal.refused(*command.split())
    assert list(terminal.folder.iterdir()) == []


def test_a_draft_is_not_in_force(terminal: Terminal) -> None:
    terminal("plan", "import", str(GUICHI))
    assert "gongkai plan activate" in terminal.refused("preview", "--on", "2018-07-30")


@pytest.mark.parametrize(("name", "words"), [
    ("nowhere.toml", "没有找到文件"), ("folder", "是文件夹"), ("plan.docx", "不是 Office 文件"), ("gbk.toml", "UTF-8"),
    ("huge.toml", "超过 2 MB"), ("no.toml", "不合 TOML"),
])
def test_a_file_that_is_no_plan_is_refused_in_one_sentence(terminal: Terminal, name: str, words: str) -> None:
    folder = terminal.folder
    (folder / "folder").mkdir()
    (folder / "plan.docx").write_bytes(b"PK")
    (folder / "gbk.toml").write_bytes('title = "任务"'.encode("gbk"))
    (folder / "huge.toml").write_bytes(b"#" * 2_000_001)
    (folder / "no.toml").write_text("title = ", encoding="utf-8")
    assert words in terminal.refused("plan", "import", name)


def test_an_endless_file_is_not_read_to_its_end(terminal: Terminal) -> None:
    Path("endless.toml").symlink_to("/dev/zero")
    assert "超过 2 MB" in terminal.refused("plan", "import", "endless.toml")


def test_a_folder_that_cannot_be_written_is_refused(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////dev/null/gongkai.db")
    assert "数据库写不进去" in terminal.refused("plan", "import", str(GUICHI))
