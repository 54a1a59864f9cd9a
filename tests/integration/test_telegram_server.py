"""The server that the tests trust: it refuses what Telegram refuses, and remembers who asked."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.channels.port import Delivery, Outgoing
from tests.bot_api import TOKEN, BotApi, Control, Fault
from tests.bot_api.client import open_channel
from tests.bot_api.faults import Faults
from tests.bot_api.markup import BadMarkup, plain
from tests.bot_api.pace import Pace

LIAISON = 41
ROOT = Path(__file__).parents[2]


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that the liaison has started the bot on."""
    with BotApi() as server:
        server.unblock(LIAISON)
        yield server


def send(api: Control, text: str = "今日待公开", chat: int = LIAISON, **more: Any) -> dict[str, Any]:
    """The answer to one sendMessage as HTML."""
    return api.call(TOKEN, "sendMessage", chat_id=chat, text=text, parse_mode="HTML", **more)


def buttons(*data: str) -> dict[str, Any]:
    """A keyboard with one button a row."""
    return {"inline_keyboard": [[{"text": "按钮", "callback_data": one}] for one in data]}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<b>逾期</b> &lt;1&gt; &amp; &quot;2&quot;", '逾期 <1> & "2"'),
        ('<a href="https://www.gov.cn">网址</a>', "网址"),
        ("&#20844;&#x5f00; &nbsp; AT&T > 3", "公开 &nbsp; AT&T > 3"),
    ],
)
def test_markup_is_read_as_telegram_reads_it(markup: str, words: str) -> None:
    assert plain(markup) == words


@pytest.mark.parametrize("markup", ["<b>逾期", "逾期</b>", "<b><i>x</b></i>", "5 < 6", "<br>", "<p>x</p>"])
def test_markup_that_telegram_cannot_parse_is_refused(markup: str) -> None:
    with pytest.raises(BadMarkup):
        plain(markup)


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": " <b> </b> "}, "message text is empty"),
        ({"text": "5 < 6"}, "can't parse entities"),
        ({"reply_markup": buttons("公" * 22)}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": buttons("")}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": buttons(*map(str, range(101)))}, "reply markup is too long"),
        ({"chat_id": "liaison"}, "chat_id"),
        ({"parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
    ],
)
def test_call_beyond_a_limit_is_refused_and_remembered(api: BotApi, broken: dict[str, Any], why: str) -> None:
    base = {"chat_id": LIAISON, "text": "今日待公开", "parse_mode": "HTML"}
    answer = api.call(TOKEN, "sendMessage", **base | broken)
    assert answer["error_code"] == 400 and why in answer["description"]
    assert len(api.violations) == 1 and why in api.violations[0]
    assert api.accepted == []


def test_what_just_fits_is_taken(api: BotApi) -> None:
    assert send(api, "<b>" + "&amp;" * 4096 + "</b>", reply_markup=buttons(*["公" * 21 + "x"] * 100))["ok"]
    assert api.violations == []


def test_what_can_happen_to_a_correct_bot_is_no_violation(api: BotApi) -> None:
    api.block(LIAISON)
    assert [send(api)["error_code"], send(api, chat=999)["error_code"]] == [403, 400]
    assert api.violations == []


def test_command_menus_keep_to_their_limits(api: BotApi) -> None:
    for command in ("Status", "状态", "a" * 33, ""):
        menu = [{"command": command, "description": "查看"}]
        assert not api.call(TOKEN, "setMyCommands", commands=menu)["ok"]
    good = [{"command": "a", "description": "b"}]
    assert not api.call(TOKEN, "setMyCommands", commands=good, language_code="zho")["ok"]
    assert api.call(TOKEN, "setMyCommands", commands=good, language_code="zh")["ok"]
    assert len(api.violations) == 5


def test_method_that_does_not_exist_is_a_violation(api: BotApi) -> None:
    assert api.call(TOKEN, "sendMesage")["error_code"] == 404
    assert len(api.violations) == 1


def test_kinds_not_asked_for_are_not_brought(api: BotApi) -> None:
    api.call(TOKEN, "getUpdates", allowed_updates=["message"])
    api.say(LIAISON, "改过", kind="edited_message")
    wanted = api.say(LIAISON, "已公开")["update"]
    assert [update["update_id"] for update in api.call(TOKEN, "getUpdates")["result"]] == [wanted]


def test_update_comes_until_a_larger_offset_confirms_it(api: BotApi) -> None:
    number = api.say(LIAISON, "已公开")["update"]
    for offset in (0, number):
        assert len(api.call(TOKEN, "getUpdates", offset=offset)["result"]) == 1
    assert api.call(TOKEN, "getUpdates", offset=number + 1)["result"] == []


def test_only_a_button_that_is_shown_can_be_pressed(api: BotApi) -> None:
    message = send(api, reply_markup=buttons("close:41"))["result"]["message_id"]
    api.press(LIAISON, message, "close:41")
    api.call(TOKEN, "editMessageText", chat_id=LIAISON, message_id=message, text="已销号")
    with pytest.raises(AssertionError, match="no button"):
        api.press(LIAISON, message, "close:41")


def test_accepted_messages_are_in_the_file_as_soon_as_they_are_known(tmp_path: Path) -> None:
    with BotApi(log=tmp_path / "accepted.jsonl") as api:
        api.unblock(LIAISON)
        api.fault(Fault.CUT_AFTER)
        with pytest.raises(OSError):
            send(api)
        api.fault(Fault.CUT_BEFORE)
        with pytest.raises(OSError):
            send(api, "没有到")
        lines = (tmp_path / "accepted.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line) for line in lines] == api.accepted
    assert [json.loads(line)["text"] for line in lines] == ["今日待公开"]


def test_pace_is_thirty_a_second_one_a_chat_and_twenty_a_minute_for_a_group() -> None:
    pace = Pace()
    assert [pace.wait(chat, 0.0) for chat in range(1, 32)] == [None] * 30 + [1]
    assert [pace.wait(1, 0.5), pace.wait(1, 1.0)] == [1, None]
    group = Pace()
    assert [group.wait(-7, float(second)) for second in range(21)] == [None] * 20 + [40]


async def test_server_with_limits_floods_a_bot_that_is_too_fast() -> None:
    with BotApi(limited=True) as api:
        api.unblock(LIAISON)
        async with open_channel(api) as channel:
            found = [await channel.send(Outgoing(str(LIAISON), f"第{n}条")) for n in (1, 2)]
    assert [one.delivery for one in found] == [Delivery.SENT, Delivery.UNSENT]
    assert found[1].retry_after == 1


def test_chance_is_the_same_for_the_same_seed() -> None:
    def drawn(seed: int) -> list[Fault | None]:
        faults = Faults()
        faults.chance(seed, {Fault.FLOOD: 0.2, Fault.CUT_AFTER: 0.3}, ["sendMessage"])
        return [faults.next("sendmessage") for _ in range(200)]

    assert drawn(1) == drawn(1) != drawn(Random(1).randint(2, 99))
    assert set(drawn(1)) == {None, Fault.FLOOD, Fault.CUT_AFTER}


def test_chance_leaves_other_methods_alone() -> None:
    faults = Faults()
    faults.chance(1, {Fault.HANG: 1.0}, ["sendMessage"])
    assert faults.next("getupdates") is None and faults.next("sendmessage") is Fault.HANG


def test_server_runs_as_a_process_and_ends_with_its_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.bot_api.serve", "--log", str(tmp_path / "log.jsonl")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None and process.stdin is not None
        api = Control(process.stdout.readline().strip())
        api.unblock(LIAISON)
        assert send(api)["ok"] and len(api.accepted) == 1
        process.stdin.close()
        assert process.wait(20) == 0
    assert (tmp_path / "log.jsonl").read_text(encoding="utf-8").count("\n") == 1
