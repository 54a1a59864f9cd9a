"""What becomes of a file that the bot sends, against a server that keeps to Telegram's limits."""

from base64 import b64decode
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.port import Delivery, Outcome, Outgoing, OutgoingFile
from bot.channels.telegram import LIMITS
from bot.channels.telegram.channel import TelegramChannel
from handlers.request import Button
from tests.bot_api import BotApi, Fault
from tests.bot_api.client import open_channel

OFFICE = 7
WORKBOOK = OutgoingFile("审核表.xlsx", b'PK\x03\x04\r\n--boundary\r\n\0"\xff')


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that the office has started the bot on; nothing sent may break a limit."""
    with BotApi() as server:
        server.unblock(OFFICE)
        yield server
        assert server.violations == []


@pytest.fixture
async def channel(api: BotApi) -> AsyncIterator[TelegramChannel]:
    """A channel to it."""
    async with open_channel(api) as opened:
        yield opened


def to_office(text: str = "请审核", file: OutgoingFile = WORKBOOK, edit: str | None = None) -> Outgoing:
    """A message with a file and a button."""
    return Outgoing(str(OFFICE), text, ((Button("开始回答", "ask:12"),),), edit, file=file)


async def test_file_arrives_byte_for_byte_with_its_name_words_and_buttons(
    api: BotApi, channel: TelegramChannel
) -> None:
    found = await channel.send(to_office("<b>请审核</b> & 回复"))
    (sent,) = api.accepted
    assert found == Outcome(Delivery.SENT, str(sent["message_id"]))
    assert (sent["method"], sent["text"], sent["buttons"]) == ("sendDocument", "<b>请审核</b> & 回复", ["ask:12"])
    assert (sent["file"]["name"], b64decode(sent["file"]["content"])) == (WORKBOOK.name, WORKBOOK.content)


async def test_file_may_come_without_words(api: BotApi, channel: TelegramChannel) -> None:
    assert (await channel.send(to_office(""))).delivery is Delivery.SENT
    assert api.accepted[0]["text"] == ""


async def test_hostile_name_is_made_harmless(api: BotApi, channel: TelegramChannel) -> None:
    for name in ('../../审核"表"\r\nX: y.xlsx', "\u202e.xlsx", "公" * 300 + ".xlsx", ""):
        assert (await channel.send(to_office(file=OutgoingFile(name, b"x")))).delivery is Delivery.SENT
    names = [one["file"]["name"] for one in api.accepted]
    assert names[:2] == ["审核 表 X y.xlsx", "xlsx"] and names[2].endswith("….xlsx") and names[3]


async def test_longest_caption_goes_and_one_more_is_never_sent(api: BotApi, channel: TelegramChannel) -> None:
    assert (await channel.send(to_office("&" * LIMITS.caption))).delivery is Delivery.SENT
    for text in ("&" * (LIMITS.caption + 1), "😀" * (LIMITS.caption // 2) + "a"):
        found = await channel.send(to_office(text))
        assert found.delivery is Delivery.DEAD and "1025 characters" in found.error
    assert api.state["calls"] == {"senddocument": 1}


async def test_file_beyond_the_limit_is_never_sent(api: BotApi, channel: TelegramChannel) -> None:
    found = await channel.send(to_office(file=OutgoingFile("大.xlsx", b"x" * (LIMITS.file + 1))))
    assert found.delivery is Delivery.DEAD and api.state["calls"] == {}


async def test_file_replaces_no_earlier_message(api: BotApi, channel: TelegramChannel) -> None:
    first = (await channel.send(Outgoing(str(OFFICE), "正在读"))).message
    assert (await channel.send(to_office(edit=first))).message != first
    assert [line["method"] for line in api.accepted] == ["sendMessage", "sendDocument"]


@pytest.mark.parametrize(("fault", "delivery", "arrived"), [
    (Fault.FLOOD, Delivery.UNSENT, 0), (Fault.CUT_BEFORE, Delivery.UNKNOWN, 0), (Fault.CUT_AFTER, Delivery.UNKNOWN, 1),
    (Fault.BAD_GATEWAY, Delivery.UNKNOWN, 0), (Fault.UNREADABLE_AFTER, Delivery.UNKNOWN, 1),
    (Fault.NOT_PROMISED_AFTER, Delivery.UNKNOWN, 1),
])  # fmt: skip
async def test_errors_mean_what_they_mean_for_words(
    api: BotApi, channel: TelegramChannel, fault: Fault, delivery: Delivery, arrived: int
) -> None:
    api.fault(fault, "sendDocument")
    assert (await channel.send(to_office())).delivery is delivery
    assert len(api.accepted) == arrived


async def test_blocked_bot_and_unknown_chat_are_dead(api: BotApi, channel: TelegramChannel) -> None:
    assert (await channel.send(Outgoing("999", "请审核", file=WORKBOOK))).unreachable
    api.block(OFFICE)
    assert (await channel.send(to_office())).unreachable
