"""The token is in every address that is called, and nowhere that anybody reads."""

import io
import logging
import traceback
from collections.abc import Iterator, Sequence

import pytest

from bot.channels.port import Incoming, Outgoing
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.errors import ChannelRefused
from bot.redact import HIDDEN, protect, quiet_libraries
from tests.bot_api import TOKEN, BotApi, Fault
from tests.bot_api.client import Pauses, open_channel, receive

SECRET = TOKEN.split(":")[1]
LIAISON = 41
NOISY = ("", "httpx", "httpcore", "telegram", "apscheduler")


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that the liaison has started the bot on."""
    with BotApi() as server:
        server.unblock(LIAISON)
        yield server


@pytest.fixture
def handler() -> Iterator[logging.StreamHandler[io.StringIO]]:
    """An unprotected handler that is given all that is logged at DEBUG."""
    before = {name: logging.getLogger(name).level for name in NOISY}
    handler = logging.StreamHandler(io.StringIO())
    logging.getLogger().addHandler(handler)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.DEBUG if not name else logging.NOTSET)
    yield handler
    logging.getLogger().removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


async def whole_day(api: BotApi) -> None:
    """Everything that a channel does, with everything that can go wrong."""
    async with open_channel(api, pause=Pauses(), answer=0.5) as channel:
        await channel.identity()
        for fault in Fault:
            api.fault(fault, "sendMessage")
            await channel.send(Outgoing(str(LIAISON), "今日待公开"))
        api.say(LIAISON, "已公开 #41")
        for fault in (Fault.BAD_GATEWAY, Fault.CUT_AFTER, Fault.UNREADABLE_AFTER, Fault.FLOOD):
            api.fault(fault, "getUpdates")
        await receive(channel, 1)
    async with open_channel(api, TOKEN + "x") as channel:
        await channel.send(Outgoing(str(LIAISON), "今日待公开"))


async def test_protected_log_at_debug_has_no_token(
    api: BotApi, handler: logging.StreamHandler[io.StringIO]
) -> None:
    protect(handler)
    await whole_day(api)
    written = handler.stream.getvalue()
    assert HIDDEN in written, "the libraries did log addresses"
    assert SECRET not in written


async def test_quiet_libraries_log_no_token_even_unprotected(
    api: BotApi, handler: logging.StreamHandler[io.StringIO]
) -> None:
    quiet_libraries()
    await whole_day(api)
    written = handler.stream.getvalue()
    assert "again in" in written, "failures of polling are logged"
    assert SECRET not in written


async def test_refusals_carry_no_token_along(api: BotApi) -> None:
    wrong = TOKEN + "x"

    async def keep(batch: Sequence[Incoming]) -> None:
        raise AssertionError(batch)

    async with open_channel(api, wrong) as channel:
        for asked in (channel.identity(), channel.receive(keep)):
            with pytest.raises(ChannelRefused) as refused:
                await asked
            shown = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
            del shown.stack[0]  # this test, whose locals do hold it
            assert SECRET not in "".join(shown.format(chain=True))
            assert refused.value.__context__ is None


async def test_channel_does_not_show_its_token() -> None:
    channel = TelegramChannel(TOKEN)
    assert SECRET not in repr(channel) + repr(vars(channel))
    await channel.close()


@pytest.mark.parametrize(
    "proxy", ["nonsense", "ftp://office:pass-word@10.0.0.1:21", "http://office:pass-word@[::"]
)
def test_unusable_proxy_is_refused_without_its_password(proxy: str) -> None:
    with pytest.raises(ChannelRefused) as refused:
        TelegramChannel(TOKEN, proxy=proxy)
    shown = "".join(traceback.format_exception(refused.value))
    assert refused.value.key == "proxy-unusable" and "pass-word" not in shown


async def test_proxy_that_is_not_there_leaves_a_message_unsent() -> None:
    with BotApi() as gone:
        pass
    async with open_channel(gone, proxy=gone.url) as channel:
        assert (await channel.send(Outgoing(str(LIAISON), "今日待公开"))).delivery == "unsent"


async def test_environments_proxy_is_not_asked_for_a_server_on_this_machine(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with open_channel(api) as channel:
        assert await channel.identity() == "gongkai_test_bot"
