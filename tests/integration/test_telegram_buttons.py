"""Presses are answered once, menus stand where they were asked for."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest

from bot.channels.port import CommandSet, Outgoing
from bot.channels.telegram.channel import LONGEST_TOAST, TelegramChannel
from handlers.request import Button
from tests.bot_api import TOKEN, BotApi, Fault
from tests.bot_api.client import open_channel, receive

LIAISON, OFFICE = 41, 7
COMMANDS = (("status", "查看办理情况"), ("help", "帮助"))
BUTTONS = ((Button("已公开", "close:41"),),)


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that two people have started the bot on; no call may break a limit."""
    with BotApi() as server:
        server.unblock(LIAISON)
        server.unblock(OFFICE)
        yield server
        assert server.violations == []


@pytest.fixture
async def channel(api: BotApi) -> AsyncIterator[TelegramChannel]:
    """A channel to it."""
    async with open_channel(api) as opened:
        yield opened


async def pressed(api: BotApi, channel: TelegramChannel) -> tuple[str, str]:
    """A press as raw update, and the id of its query."""
    sent = await channel.send(Outgoing(str(LIAISON), "今日待公开", BUTTONS))
    query = str(api.press(LIAISON, int(sent.message or 0), "close:41")["query"])
    (update,) = await receive(channel, 1)
    return update.raw, query


async def test_press_names_its_button_and_its_message(api: BotApi, channel: TelegramChannel) -> None:
    raw, _ = await pressed(api, channel)
    request = channel.read(raw, datetime(2018, 7, 30, 1, tzinfo=UTC))
    assert request is not None
    assert (request.button, request.replied_to) == ("close:41", str(api.accepted[0]["message_id"]))


async def test_button_sent_before_a_restart_still_works(api: BotApi, channel: TelegramChannel) -> None:
    raw, query = await pressed(api, channel)
    async with open_channel(api) as restarted:
        await restarted.acknowledge_press(raw, "已销号")
    assert api.state["answered"] == {query: "已销号"}


async def test_toast_is_cut_to_what_telegram_shows(api: BotApi, channel: TelegramChannel) -> None:
    raw, query = await pressed(api, channel)
    await channel.acknowledge_press(raw, "公" * (LONGEST_TOAST + 1))
    assert api.state["answered"] == {query: "公" * LONGEST_TOAST}


async def test_cut_toast_counts_what_telegram_counts(api: BotApi, channel: TelegramChannel) -> None:
    raw, query = await pressed(api, channel)
    await channel.acknowledge_press(raw, "a" + "😀" * LONGEST_TOAST)
    assert api.state["answered"] == {query: "a" + "😀" * 99}


async def test_press_too_old_to_be_answered_does_no_harm(api: BotApi, channel: TelegramChannel) -> None:
    raw, query = await pressed(api, channel)
    for _ in range(2):
        await channel.acknowledge_press(raw, "")
    assert api.state["answered"] == {query: ""}


async def test_press_that_cannot_be_answered_now_does_no_harm(api: BotApi, channel: TelegramChannel) -> None:
    raw, _ = await pressed(api, channel)
    api.fault(Fault.CUT_BEFORE)
    await channel.acknowledge_press(raw, "已销号")
    assert api.state["answered"] == {}


async def test_message_is_not_answered_as_a_press(api: BotApi, channel: TelegramChannel) -> None:
    await channel.acknowledge_press('{"update_id": 9, "message": {"text": "已公开"}}', "")
    assert api.state["calls"] == {}


async def test_menus_stand_by_scope_and_language(api: BotApi, channel: TelegramChannel) -> None:
    sets = [
        CommandSet("private", None, "", COMMANDS),
        CommandSet("private", None, "zh-CN", COMMANDS),
        CommandSet("groups", None, "en", COMMANDS[1:]),
        CommandSet("chat", str(OFFICE), "", (*COMMANDS, ("invite", "邀请"))),
    ]
    assert await channel.register_commands(sets) == ()
    menus = {where: [command["command"] for command in menu] for where, menu in api.state["commands"].items()}
    assert menus == {
        "all_private_chats::": ["status", "help"],
        "all_private_chats::zh": ["status", "help"],
        "all_group_chats::en": ["help"],
        f"chat:{OFFICE}:": ["status", "help", "invite"],
    }


async def test_menu_that_is_refused_does_not_keep_the_others_back(
    api: BotApi, channel: TelegramChannel
) -> None:
    stranger = CommandSet("chat", "999", "", COMMANDS)
    everyone = CommandSet("private", None, "", COMMANDS)
    assert await channel.register_commands([stranger, everyone]) == (stranger,)
    assert list(api.state["commands"]) == ["all_private_chats::"]


async def test_menus_refused_for_the_token_are_given_back(api: BotApi) -> None:
    everyone = CommandSet("private", None, "", COMMANDS)
    async with open_channel(api, TOKEN + "x") as channel:
        assert await channel.register_commands([everyone]) == (everyone,)


async def test_command_for_the_bot_by_name_is_read_without_it(api: BotApi, channel: TelegramChannel) -> None:
    await channel.identity()
    api.say(-1007, "/status@gongkai_test_bot 区财政局", account=LIAISON, group=True)
    (update,) = await receive(channel, 1)
    request = channel.read(update.raw, datetime(2018, 7, 30, 1, tzinfo=UTC))
    assert request is not None and request.text == "/status 区财政局"
