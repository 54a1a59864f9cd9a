"""`gongkai doctor` and `audit verify`: what an operator looks at when something seems wrong."""

import sqlite3
from contextlib import closing

import pytest

from obligations.workdays import calendar
from storage.checkup import has_wal_reset_bug
from tests.acceptance.terminal import GUICHI, Terminal

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz012345678"


def change(office: Terminal, statement: str) -> None:
    """Do to the database what nobody should."""
    with closing(sqlite3.connect(office.folder / "data" / "gongkai.db")) as database, database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(statement)


def test_doctor_finds_an_empty_folder_fit_and_leaves_it_empty(terminal: Terminal) -> None:
    shown = terminal("doctor")
    assert (shown.code, shown.err) == (0, "")
    assert "还没有数据库" in shown.out
    assert list(terminal.folder.iterdir()) == []


def test_doctor_reports_on_everything(office: Terminal) -> None:
    lines = office("doctor").out.splitlines()
    for words in ("设置可用", "SQLite " + sqlite3.sqlite_version, "可以写入", "节假日数据", "数据库结构",
                  "启用中的任务分工", "没有联络员的单位 28 个", "没有未发出的消息", "没有设置 TELEGRAM_BOT_TOKEN"):
        assert len([line for line in lines if words in line]) == 1, words


def test_doctor_says_that_a_round_was_held_by_a_clock_that_was_ahead(office: Terminal) -> None:
    assert "机器时钟与留痕相符" in office("doctor").out
    change(office, "UPDATE district SET told_on = '2046-12-31'")
    assert "推送记到了 2046-12-31，比今天还晚" in office("doctor").out


def test_doctor_says_that_the_log_is_ahead_of_the_clock(office: Terminal) -> None:
    change(office, "UPDATE audit SET at = '2046-12-31 01:00:00' WHERE id = (SELECT max(id) FROM audit)")
    assert "留痕里有 2046-12-31 09:00 的记录，比现在还晚" in office("doctor").out


def test_doctor_says_that_the_clock_has_not_learnt_the_time(office: Terminal) -> None:
    change(office, "UPDATE audit SET at = '2046-12-31 01:00:00'")
    shown = office("doctor")
    assert shown.code == 1 and "时钟没有校准" in shown.out


def test_doctor_misses_a_liaison_only_where_something_is_open_or_to_come(office: Terminal) -> None:
    alone = "department_id = (SELECT id FROM department WHERE name = '区财政局')"
    change(office, f"UPDATE obligation SET state = 'dropped' WHERE {alone}")
    (line,) = [line for line in office("doctor").out.splitlines() if "没有联络员的单位" in line]
    assert "没有联络员的单位 27 个" in line and "区财政局" not in line
    change(office, f"UPDATE obligation SET state = 'waiting' WHERE {alone}")
    assert "没有联络员的单位 28 个" in office("doctor").out


def test_doctor_says_until_when_the_calendar_is_certain(office: Terminal) -> None:
    assert f"{calendar().certain_until} 之前是确定的" in office("doctor").out


def test_doctor_never_shows_the_token(office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    shown = office("doctor")
    assert "已设置 TELEGRAM_BOT_TOKEN" in shown.out
    assert TOKEN not in shown.out + shown.err
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "wrong token")
    assert "wrong token" not in office("doctor").out


def test_doctor_names_every_fault_of_the_settings(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUSH_AT", "nine")
    monkeypatch.setenv("WEB_LISTEN", "nowhere")
    shown = terminal("doctor")
    assert shown.code == 1
    assert shown.out.count("有误") == 2


def test_doctor_finds_a_disk_that_cannot_be_written(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/gongkai.db")
    shown = terminal("doctor")
    assert shown.code == 1
    assert "有误  /proc 写不进去" in shown.out


def test_doctor_counts_messages_that_did_not_end_well(office: Terminal) -> None:
    for number, state in enumerate(("queued", "unknown", "unknown", "sent")):
        change(office, "INSERT INTO outbox (key, channel, chat, kind, priority, content, items, state, attempts,"
               f" trouble, mark, created_at) VALUES"
               f" ('k{number}', 'telegram', '7', 'digest', 5, '', '', '{state}', 0, '', 0, '2018-07-30 01:00:00')")
    assert "未了结的消息：待发 1 条、不知是否送达 2 条\n" in office("doctor").out


def test_doctor_notices_a_database_of_an_older_program(office: Terminal) -> None:
    change(office, "UPDATE alembic_version SET version_num = '0000'")
    assert "注意  数据库结构是 0000" in office("doctor").out


@pytest.mark.parametrize(("version", "bitten"), [
    ("3.6.23", False), ("3.7.0", True), ("3.40.1", True), ("3.51.2", True), ("3.51.3", False), ("4.0.0", False)])
def test_the_versions_with_the_wal_reset_bug_are_known(version: str, bitten: bool) -> None:
    assert has_wal_reset_bug(version) is bitten


def test_a_whole_log_is_verified(office: Terminal) -> None:
    assert office("audit", "verify").out == "留痕完整，共 2 条。\n"
    assert office("audit", "verify", "--json").json == {"lines": 2, "broken_at": None, "fault": None}


def test_a_changed_line_of_the_log_is_found(office: Terminal) -> None:
    change(office, "UPDATE audit SET actor = 'somebody else' WHERE id = 1")
    assert "第 1 条" in office.refused("audit", "verify")
    assert office("audit", "verify", "--json").json["broken_at"] == 1


def test_a_file_that_is_no_database_is_one_sentence(terminal: Terminal) -> None:
    (terminal.folder / "data").mkdir()
    (terminal.folder / "data" / "gongkai.db").write_bytes(b"not a database, but long enough to look at" * 100)
    assert terminal.refused("status", "区财政局")
    assert "可以写入" in terminal("doctor").out
    assert terminal.refused("plan", "import", str(GUICHI))
