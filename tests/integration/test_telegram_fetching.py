"""A document comes whole, bounded and without the token anywhere, or as one sentence why not."""

import io
import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.files import TRIES
from bot.redact import protect
from obligations.errors import Refusal
from tests.bot_api import TOKEN, BotApi, Fault
from tests.bot_api.client import Pauses, open_channel

OFFICE = 7
MOST = 20_000_000
SECRET = TOKEN.split(":")[1]


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server; no call may break a limit."""
    with BotApi() as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def channel(api: BotApi) -> AsyncIterator[TelegramChannel]:
    """A channel to it that loses no time."""
    async with open_channel(api, pause=Pauses(), answer=0.5) as opened:
        yield opened


def document(api: BotApi, content: bytes = b"abc", **more: Any) -> str:
    """The id of a document that the office has sent."""
    return str(api.send_file(OFFICE, "分工.docx", content, **more)["file"])


async def refusal(channel: TelegramChannel, id: str, most: int = MOST) -> str:
    """Why a document does not come."""
    with pytest.raises(Refusal) as refused:
        await channel.fetch(id, most)
    return refused.value.key


@pytest.mark.parametrize("size", [1, 3, 65_536, 3_000_000])
async def test_document_comes_byte_for_byte(api: BotApi, channel: TelegramChannel, size: int) -> None:
    content = bytes(n % 251 for n in range(1000)) * (size // 1000) + b"z" * (size % 1000)
    assert await channel.fetch(document(api, content), MOST) == content


async def test_largest_document_comes_and_one_byte_more_is_too_big(api: BotApi, channel: TelegramChannel) -> None:
    largest, larger = document(api, b"x", times=MOST), document(api, b"x", times=MOST + 1)
    assert len(await channel.fetch(largest, MOST)) == MOST
    assert await refusal(channel, larger) == "file-too-big"
    assert api.state["calls"]["download"] == 1


@pytest.mark.parametrize("how", [{"told": 5}, {"told": 5, "length": False}])
async def test_server_that_tells_a_size_too_small_is_stopped_at_the_limit(
    api: BotApi, channel: TelegramChannel, how: dict[str, Any]
) -> None:
    endless = document(api, b"x" * 1000, times=30_000, how=how)
    assert await refusal(channel, endless, 100_000) == "file-too-big"


async def test_packed_answer_is_never_unpacked(api: BotApi, channel: TelegramChannel) -> None:
    packed = document(api, b"x", how={"headers": {"Content-Encoding": "gzip"}})
    assert await refusal(channel, packed) == "file-not-fetched"


@pytest.mark.parametrize(("fault", "method"), [
    (Fault.CUT_MIDWAY, "download"), (Fault.CUT_BEFORE, "download"), (Fault.BAD_GATEWAY, "download"),
    (Fault.HANG, "download"), (Fault.FLOOD, "getFile"), (Fault.BAD_GATEWAY, "getFile"), (Fault.CUT_AFTER, "getFile"),
    (Fault.UNREADABLE_AFTER, "getFile"), (Fault.NOT_PROMISED_AFTER, "getFile"),
])  # fmt: skip
async def test_what_may_pass_is_tried_again(
    api: BotApi, channel: TelegramChannel, fault: Fault, method: str
) -> None:
    id = document(api, b"abc" * 1000)
    api.fault(fault, method, times=TRIES - 1)
    assert await channel.fetch(id, MOST) == b"abc" * 1000


async def test_what_does_not_pass_ends_after_three_tries(api: BotApi) -> None:
    pauses = Pauses()
    async with open_channel(api, pause=pauses, answer=5) as channel:
        api.fault(Fault.CUT_MIDWAY, "download", times=TRIES)
        assert await refusal(channel, document(api)) == "file-not-fetched"
    assert (pauses, api.state["calls"]["download"]) == ([1, 2], TRIES)


async def test_answer_that_ends_early_without_saying_so_is_not_taken_for_the_whole(
    api: BotApi, channel: TelegramChannel
) -> None:
    short = document(api, b"abc", how={"told": 5, "length": False})
    assert await refusal(channel, short) == "file-not-fetched"


async def test_expired_path_is_asked_for_anew(api: BotApi) -> None:
    id = document(api)

    async def an_hour_goes_by(seconds: float) -> None:
        """The pause between two tries."""

    async with open_channel(api, pause=an_hour_goes_by) as channel:
        assert await channel.fetch(id, MOST) == b"abc"
        api.expire_files()
        assert await channel.fetch(id, MOST) == b"abc"


@pytest.mark.parametrize("path", [
    "/etc/passwd", "/var/lib/telegram-bot-api/documents/file_1", "../../etc/passwd", "documents/../../x",
    "file:///etc/passwd", "http://evil.example/x", "C:\\files\\x", "//evil.example/x",
])
async def test_path_that_leads_elsewhere_is_never_opened(
    api: BotApi, channel: TelegramChannel, path: str
) -> None:
    assert await refusal(channel, document(api, how={"path": path})) == "file-elsewhere"
    assert "download" not in api.state["calls"]


async def test_path_of_a_file_that_stands_here_is_downloaded_and_not_read(
    api: BotApi, channel: TelegramChannel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here.txt").write_bytes(b"ours")
    monkeypatch.chdir(tmp_path)
    assert await channel.fetch(document(api, b"theirs", how={"path": "here.txt"}), MOST) == b"theirs"


async def test_path_with_signs_of_an_address_is_kept_as_a_path(api: BotApi, channel: TelegramChannel) -> None:
    assert await channel.fetch(document(api, b"abc", how={"path": "documents/分工 1?#&.docx"}), MOST) == b"abc"


async def test_unknown_document_and_wrong_token_are_not_fetched(api: BotApi, channel: TelegramChannel) -> None:
    assert await refusal(channel, "nonsense") == "file-not-fetched"
    id = document(api)
    api.retoken(TOKEN + "x")
    assert await refusal(channel, id) == "file-not-fetched"


async def test_token_is_in_no_refusal_and_in_no_log(api: BotApi, channel: TelegramChannel) -> None:
    handler = logging.StreamHandler(io.StringIO())
    root, before = logging.getLogger(), logging.getLogger().level
    protect(handler)
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        for fault in (Fault.CUT_MIDWAY, Fault.BAD_GATEWAY, Fault.HANG):
            api.fault(fault, "download", times=TRIES)
            with pytest.raises(Refusal) as refused:
                await channel.fetch(document(api), MOST)
            shown = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
            assert SECRET not in "".join(shown.format(chain=True))
            assert refused.value.__context__ is None
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    assert "did not come whole" in handler.stream.getvalue()
    assert SECRET not in handler.stream.getvalue()
