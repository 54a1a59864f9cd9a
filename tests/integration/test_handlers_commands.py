"""The table of commands is all there is to it: what stands in it is routed, shown in menus, told and documented."""

import pytest

from bot.menus import menus
from handlers import commands
from handlers.command import Command, Hint
from handlers.context import Context
from handlers.request import Place, Reply, Role
from tests.cast import CHANNEL, EDUCATION, OFFICE, STRANGER, Cast
from tests.readmes import READMES, unlisted

WHO = {Role.VISITOR: STRANGER, Role.LIAISON: EDUCATION, Role.OFFICE: OFFICE}
REFUSED = ("您还没有登记", "这项操作由公开办办理", "公开办没有可撤销的销号")


def answer(context: Context, words: str) -> list[Reply]:
    return [Reply(f"{context.role}：{words}")]


ADDED = Command(
    ("ledger", "table"), ("台账",), frozenset(Role), frozenset(Place), answer, "command-plan",
    (Hint(Role.LIAISON, "help-due"), Hint(Role.VISITOR, "help-event-office"), Hint(Role.VISITOR, "help-item", True)))


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """One row more."""
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, ADDED))


def shown(cast: Cast) -> dict[str, list[str]]:
    """The names in each menu, by its scope."""
    return {menu.scope: [name for name, _ in menu.commands] for menu in menus(cast.database, CHANNEL, "zh-CN")}


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize("typed", ["/ledger 2018", "/TABLE：2018", "台账 2018", "/台账2018"])
@pytest.mark.parametrize("role", Role)
def test_a_new_row_is_routed_by_each_of_its_words(cast: Cast, typed: str, role: Role) -> None:
    assert cast.answer(WHO[role], typed) == f"{role}：2018"


@pytest.mark.usefixtures("added")
def test_a_new_row_stands_in_groups_menus_help_and_is_missed_in_the_documents(cast: Cast) -> None:
    assert [reply.text for reply in cast.say(OFFICE, "/ledger x", place=Place.GROUP)] == ["office：x"]
    assert "/due、/ledger。" in cast.say(OFFICE, "/help", place=Place.GROUP)[0].text
    assert all(names[-1] == "ledger" for names in shown(cast).values())
    assert cast.answer(EDUCATION, "帮助").count("\n2018-09-27 后 3 个工作日") == 2
    assert cast.answer(STRANGER, "帮助").endswith("\n登记 类别 日期 单位（如：登记 会议 2018-09-27） · 查看 41")
    assert [unlisted(locale) for locale in READMES] == [{"/ledger", "/table", "台账"}] * 2


def test_menus_are_the_tables_by_role_and_place(cast: Cast) -> None:
    assert shown(cast) == {
        "private": ["status", "item", "event", "due", "help", "leave"], "groups": ["status", "item", "due"],
        "chat": ["status", "item", "event", "plan", "invite", "due", "help", "leave"]}


HELP_LIAISON = """每个工作日早上列出要公开的事项，办完回复一句即可：
已公开 #41 https://网址
本期无 #41（周期确认没有内容时）
撤销 #41
状态 · 查看 41 · 登记 类别 日期
2018-09-27 后 3 个工作日（问期限）
退出（不再收到提醒）"""
HELP_OFFICE = """可以问、可以登记：
状态 · 状态 区财政局 · 查看 41
登记 类别 日期 单位（如：登记 会议 2018-09-27）
任务分工（看草稿、答问题、启用）；新的任务分工文件直接发来
邀请 区财政局 · 邀请 公开办
2018-09-27 后 3 个工作日（问期限）
退出（不再收到提醒）"""


def test_help_says_line_by_line_what_each_role_may_say(cast: Cast) -> None:
    assert (cast.answer(EDUCATION, "帮助"), cast.answer(OFFICE, "帮助")) == (HELP_LIAISON, HELP_OFFICE)


@pytest.mark.parametrize(("role", "command"), [
    (role, one) for one in commands.COMMANDS for role in Role if role not in one.roles],
    ids=lambda value: value.name if isinstance(value, Command) else value)
def test_a_role_that_a_row_does_not_name_is_refused(cast: Cast, role: Role, command: Command) -> None:
    assert cast.answer(WHO[role], f"/{command.name} 41").startswith(REFUSED)


@pytest.mark.parametrize("command", commands.COMMANDS, ids=lambda value: value.name)
def test_what_is_told_of_a_command_is_told_to_those_who_may(command: Command) -> None:
    assert {hint.role for hint in command.hints} <= command.roles
