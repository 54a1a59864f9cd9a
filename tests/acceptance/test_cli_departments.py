"""`gongkai departments`: the list comes in whole or not at all, and says what it changed and what is lacking."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

import openpyxl
import pytest

from tests.acceptance.terminal import Terminal

LIST = ("单位,简称,群体,联络员,承接单位,生效日期,电话",
        "区财政局,财政局、区财政,区直各部门,甲,,,1",
        "区国土资源分局,国土分局,区直各部门,乙、丙,市自然资源和规划局贵池分局,2099-03-01,2",
        "=1+1办,,,,,,3")
DISTRICT = ("--district", "池州市贵池区")


def write(terminal: Terminal, rows: Sequence[str] = LIST, name: str = "名录.csv") -> str:
    (terminal.folder / name).write_text("\n".join(rows), encoding="utf-8")
    return name


def imported(terminal: Terminal, rows: Sequence[str] = LIST) -> str:
    shown = terminal("departments", "import", write(terminal, rows), *DISTRICT)
    assert (shown.code, shown.err) == (0, "")
    return shown.out


def queued(terminal: Terminal) -> int:
    with closing(sqlite3.connect(terminal.folder / "data" / "gongkai.db")) as database:
        (number,) = database.execute("SELECT count(*) FROM outbox").fetchone()
    return int(number)


def test_import_says_what_is_new_and_who_is_lacking(terminal: Terminal) -> None:
    lines = imported(terminal).splitlines()
    assert lines == [
        "池州市贵池区：新增 3 个单位，改动 0 个，没有变化 0 个。", "新增：区财政局、区国土资源分局、=1+1办",
        "群体“区直各部门”：2 个单位", "没有用到的栏目：电话",
        "区国土资源分局：2099-03-01 起由市自然资源和规划局贵池分局承接",
        "“市自然资源和规划局贵池分局”不在名录上，按新设单位登记，请核对写法。", "名录上没有写联络员的单位 1 个：=1+1办",
        "还没有登记联络员的单位 3 个，可用 gongkai departments invite 生成邀请：区财政局、区国土资源分局、=1+1办"]


def test_the_same_file_twice_changes_nothing(terminal: Terminal) -> None:
    imported(terminal)
    again = terminal("departments", "import", "名录.csv")
    assert again.out.startswith("和现有名录一样，没有改动（3 个单位）。")
    assert "共 5 条" in terminal("audit", "verify").out


def test_an_excel_list_is_taken_over_too(terminal: Terminal) -> None:
    book = openpyxl.Workbook()
    for row in LIST:
        assert book.active is not None
        book.active.append([value.replace("=", "＝") for value in row.split(",")])
    book.save(terminal.folder / "名录.xlsx")
    assert "新增 3 个单位" in terminal("departments", "import", "名录.xlsx", *DISTRICT).out


def test_the_list_is_printed_with_and_without_the_word(terminal: Terminal) -> None:
    imported(terminal)
    shown = terminal("departments", "list").out
    assert shown == terminal("departments").out
    assert "区财政局（财政局、区财政） · 群体：区直各部门 · 联络员：甲（未登记）\n" in shown


def test_a_program_gets_the_list_as_json(terminal: Terminal) -> None:
    imported(terminal)
    found = terminal("departments", "list", "--json").json
    assert found[1] == {
        "name": "区国土资源分局", "aliases": ["国土分局"], "full_name": "", "groups": ["区直各部门"],
        "liaisons": ["乙", "丙"], "enrolled": [],
        "successor": {"name": "市自然资源和规划局贵池分局", "from": "2099-03-01"}}


def test_every_faulty_row_has_its_line_and_nothing_is_stored(terminal: Terminal) -> None:
    rows = ("单位,承接单位,生效日期", ",区金融局,", "区财政局,区金融局,明年", "区财政局,,")
    shown = terminal("departments", "import", write(terminal, rows), *DISTRICT)
    assert (shown.code, shown.out) == (1, "")
    assert [next(words for words in ("没有单位名称", "没有生效日期", "日期看不懂", "列了两次") if words in line)
            for line in shown.err.splitlines()] == ["没有单位名称", "没有生效日期", "日期看不懂", "列了两次"]
    assert not (terminal.folder / "data").exists()


@pytest.mark.parametrize("rows", [("区财政局,财局", "区水务局,财局"), ("区财政局,区水务局", "区水务局,")])
def test_a_spelling_of_two_departments_is_refused_with_both_rows(terminal: Terminal, rows: Sequence[str]) -> None:
    words = terminal.refused("departments", "import", write(terminal, ("单位,简称", *rows)), *DISTRICT)
    assert "表 1 第 2 行第 1 格“区财政局”" in words and "表 1 第 3 行第 1 格“区水务局”" in words
    assert f"都用“{rows[0][5:]}”这个写法" in words


def test_a_spelling_of_a_known_department_is_refused_with_both(office: Terminal) -> None:
    words = office.refused("departments", "import", write(office, ("单位,简称", "区内审局,区财政局")))
    assert "“区内审局”用的“区财政局”，在名录上已经指“区财政局”" in words


def test_a_short_list_says_how_a_group_of_the_plan_changes_and_who_leaves(office: Terminal) -> None:
    rows = ("单位,群体", "区财政局,区政府各部门", "区内审局,区政府各部门", "区环保局,")
    lines = office("departments", "import", write(office, rows)).out.splitlines()
    (found,) = [line for line in lines if line.startswith("群体")]
    before, after = map(int, re.findall(r"(\d+) 个", found))
    assert found.startswith("群体“区政府各部门”：原有") and (before, after) == (before, before) and before > 3
    assert "退出群体“区政府各部门”的单位 1 个：区环保局" in lines


def test_a_district_must_be_named_once_and_no_other_afterwards(terminal: Terminal) -> None:
    write(terminal)
    assert "--district" in terminal.refused("departments", "import", "名录.csv")
    assert not (terminal.folder / "data").exists()
    imported(terminal)
    assert "这里是池州市贵池区" in terminal.refused("departments", "import", "名录.csv", "--district", "云江市青河区")


@pytest.mark.parametrize(("name", "words"), [("nowhere.csv", "没有找到文件"), ("folder", "是文件夹")])
def test_a_file_that_is_not_there_is_refused_in_one_sentence(terminal: Terminal, name: str, words: str) -> None:
    (terminal.folder / "folder").mkdir()
    assert words in terminal.refused("departments", "import", name, *DISTRICT)


@pytest.mark.parametrize("command", ["", "list", "invite", "succeed 区财政局 区财金局 --on 2099-01-01"])
def test_without_a_list_a_command_says_how_to_import_one_and_makes_none(terminal: Terminal, command: str) -> None:
    assert "gongkai departments import" in terminal.refused("departments", *command.split())
    assert list(terminal.folder.iterdir()) == []


def test_invitations_for_all_who_are_missing_are_printed_once_each(office: Terminal) -> None:
    code = office("invite", "--role", "liaison", "--department", "区财政局", "--json").json["code"]
    office.enrol(code, "区财政局联络员")
    found = office("departments", "invite", "--json").json
    assert len({one["code"] for one in found}) == len(found) == len(office("departments", "list", "--json").json) - 1
    assert "区财政局" not in {one["department"] for one in found}
    for one in found:
        office.enrol(one["code"], one["department"])
    assert office("departments", "invite").out == "每个单位都有登记的联络员，没有要邀请的。\n"


def test_an_invitation_names_who_is_expected(terminal: Terminal) -> None:
    imported(terminal)
    assert "区国土资源分局 · 乙、丙 · " in terminal("departments", "invite").out


def test_a_succession_to_come_can_be_dated_anew(office: Terminal) -> None:
    shown = office("departments", "succeed", "区财政局", "区民政局", "区财民局", "--on", "2099-03-01")
    assert shown.out.count("已登记：2099-03-01 起") == 2 and "到那天自动转移" in shown.out
    assert "2099-04-01" in office("departments", "succeed", "区财政局", "区财民局", "--on", "2099-04-01").out
    assert "原来就是这样" in office("departments", "succeed", "区财政局", "区财民局", "--on", "2099-04-01").out


def test_a_succession_whose_day_has_come_moves_items_and_tells_people_at_once(office: Terminal) -> None:
    code = office("invite", "--role", "liaison", "--department", "区财政局", "--json").json["code"]
    office.enrol(code, "区财政局联络员")
    shown = office("departments", "succeed", "贵池区财政局", "区财金局", "--on", "2020-03-01")
    assert "已转到新单位的事项" in shown.out
    assert queued(office) > 0
    first, second, *_ = office("status", "区财政局").out.splitlines()
    assert (first, second.partition(" ")[0]) == ("区财政局自 2020年3月1日起由区财金局承接。", "区财金局")
    assert "不能再改" in office.refused("departments", "succeed", "区财政局", "区财金局", "--on", "2020-04-01")
    assert office("audit", "verify").code == 0


def test_a_new_body_is_said_to_be_new_and_a_known_one_is_not(office: Terminal) -> None:
    assert "“区财金局”不在名录上" in office("departments", "succeed", "区财政局", "区财金局", "--on", "2020-03-01").out
    assert "不在名录上" not in office("departments", "succeed", "区民政局", "区财金局", "--on", "2099-03-01").out


def test_the_list_said_again_on_the_day_names_what_moved(office: Terminal) -> None:
    office("departments", "import", write(office, ("单位,承接单位,生效日期", "区财政局,区财金局,2099-03-01")))
    with closing(sqlite3.connect(office.folder / "data" / "gongkai.db")) as database, database:
        database.execute("UPDATE department SET successor_from = '2020-03-01' WHERE name = '区财政局'")
    again = office("departments", "import", write(office, ("单位,承接单位,生效日期", "区财政局,区财金局,2020-03-01")))
    assert again.out.startswith("和现有名录一样") and "转到新单位的事项" in again.out


@pytest.mark.parametrize(("names", "words"), [
    (["区财政局"], "最后写承接单位"), (["区财政局", "区财政局"], "绕回了自己"),
    (["区外星局", "区财金局"], "没有找到“区外星局”"),
    (["区财政局", "12"], "不能作单位名称"), (["区财政局", "区财金局、区民政局"], "不能作单位名称"),
    (["区财政局", "区政府各部门"], "群体的说法")])
def test_a_succession_that_makes_no_sense_is_refused(office: Terminal, names: list[str], words: str) -> None:
    assert words in office.refused("departments", "succeed", *names, "--on", "2099-03-01")
