"""Nothing is confirmed before it is kept, nothing ends polling in silence."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.channels.port import Incoming
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.errors import ChannelRefused
from bot.channels.telegram.updates import KINDS
from tests.bot_api import TOKEN, BotApi, Fault
from tests.bot_api.client import Pauses, open_channel, receive

LIAISON = 41
OTHER_TOKEN = TOKEN.replace("Fake", "Else")


class DiskFull(Exception):
    """What a store raises that cannot commit."""


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server; no call may break a limit."""
    with BotApi() as server:
        yield server
        assert server.violations == []


async def failing(batch: Sequence[Incoming]) -> None:
    """A store that cannot commit."""
    raise DiskFull


async def never(batch: Sequence[Incoming]) -> None:
    """A store that must not be reached."""
    raise AssertionError(batch)


async def test_updates_arrive_in_order_with_every_field_the_server_wrote(api: BotApi) -> None:
    fields = [{"from_the_future": {"n": [n]}} for n in (1, 2)]
    wanted = [api.say(LIAISON, "已公开 #41", fields=one)["update"] for one in fields]
    async with open_channel(api) as channel:
        kept = await receive(channel, 2)
    assert [update.number for update in kept] == wanted
    assert json.loads(kept[1].raw)["message"]["from_the_future"] == {"n": [2]}


async def test_kept_update_reads_as_a_request(api: BotApi) -> None:
    number = api.say(LIAISON, "已公开 #41 https://www.gov.cn", name="区财政局")["update"]
    async with open_channel(api) as channel:
        (kept,) = await receive(channel, 1)
        request = channel.read(kept.raw, datetime(2018, 7, 30, 1, tzinfo=UTC))
    assert request is not None
    assert (request.key, request.account, request.name) == (f"telegram:{number}", "41", "区财政局")


async def test_update_is_confirmed_only_after_it_was_kept(api: BotApi) -> None:
    number = api.say(LIAISON, "已公开 #41")["update"]
    confirmed_before: list[int] = []

    async def keep(batch: Sequence[Incoming]) -> None:
        confirmed_before.append(api.state["confirmed"])

    async with open_channel(api) as channel:
        polling = asyncio.create_task(channel.receive(keep))
        await asyncio.to_thread(api.wait, lambda state: state["confirmed"] == number)
        polling.cancel()
        await asyncio.wait([polling])
    assert confirmed_before == [0]


async def test_update_that_was_not_kept_comes_again_after_a_restart(api: BotApi) -> None:
    number = api.say(LIAISON, "已公开 #41")["update"]
    async with open_channel(api) as channel:
        with pytest.raises(DiskFull):
            await channel.receive(failing)
    assert api.state["pending"] == [number]
    async with open_channel(api) as channel:
        assert [update.number for update in await receive(channel, 1)] == [number]


async def test_process_that_dies_after_keeping_is_told_again(api: BotApi) -> None:
    number = api.say(LIAISON, "已公开 #41")["update"]
    lives: list[int] = []

    async def keep_and_die(batch: Sequence[Incoming]) -> None:
        lives.extend(update.number for update in batch)
        raise asyncio.CancelledError

    for _ in range(2):
        async with open_channel(api) as channel:
            with pytest.raises(asyncio.CancelledError):
                await channel.receive(keep_and_die)
    assert (lives, api.state["confirmed"]) == ([number, number], 0)


async def test_unreadable_update_does_not_stop_those_behind_it(api: BotApi) -> None:
    api.bring("message", {"message_id": "x", "entities": 7})
    number = api.say(LIAISON, "已公开 #41")["update"]
    async with open_channel(api) as channel:
        kept = await receive(channel, 2)
        requests = [channel.read(update.raw, datetime(2018, 7, 30, tzinfo=UTC)) for update in kept]
    assert requests[0] is None and requests[1] is not None
    assert requests[1].key == f"telegram:{number}"


async def test_kinds_of_updates_are_asked_for_by_name(api: BotApi) -> None:
    api.say(LIAISON, "在吗")
    async with open_channel(api) as channel:
        await receive(channel, 1)
    assert api.state["allowed"] == list(KINDS)


async def test_webhook_left_behind_is_removed_without_dropping_anything(api: BotApi) -> None:
    async with open_channel(api) as channel:
        await channel.set_webhook("https://zwgk.example.gov.cn/hook", "secret")
        number = api.say(LIAISON, "已公开 #41")["update"]
        assert [update.number for update in await receive(channel, 1)] == [number]
    assert api.state["webhook"] == {}


@pytest.mark.parametrize(
    "fault",
    [Fault.BAD_GATEWAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.UNREADABLE_AFTER, Fault.NOT_PROMISED_AFTER],
)
async def test_failing_poll_is_tried_again_after_longer_and_longer(api: BotApi, fault: Fault) -> None:
    number = api.say(LIAISON, "已公开 #41")["update"]
    api.fault(fault, "getUpdates", times=3)
    pauses = Pauses()
    async with open_channel(api, pause=pauses) as channel:
        assert [update.number for update in await receive(channel, 1)] == [number]
    assert pauses == [1, 2, 4]


async def test_first_success_ends_the_growing_of_pauses(api: BotApi) -> None:
    pauses = Pauses()
    async with open_channel(api, pause=pauses) as channel:
        for _ in range(2):
            api.say(LIAISON, "已公开 #41")
            api.fault(Fault.BAD_GATEWAY, "getUpdates", times=2)
            await receive(channel, 1)
    assert pauses == [1, 2, 1, 2]


async def test_flood_waits_as_long_as_the_server_asks(api: BotApi) -> None:
    api.say(LIAISON, "已公开 #41")
    api.fault(Fault.FLOOD, "getUpdates", times=3)
    pauses = Pauses()
    async with open_channel(api, pause=pauses) as channel:
        await receive(channel, 1)
    assert pauses == [1, 1, 1]


async def test_server_that_comes_up_late_is_waited_for() -> None:
    with BotApi() as gone:
        pass
    port = int(gone.url.rsplit(":", 1)[1])
    opened: list[BotApi] = []

    async def pause(seconds: float) -> None:
        if not opened:
            opened.append(BotApi(port=port).__enter__())
            opened[0].say(LIAISON, "已公开 #41")

    async with open_channel(gone, pause=pause) as channel:
        assert len(await receive(channel, 1)) == 1
    opened[0].__exit__(None, None, None)


async def test_one_conflict_is_waited_out(api: BotApi) -> None:
    pauses = Pauses()
    async with open_channel(api, pause=pauses, wait=5) as channel:

        async def interfere() -> None:
            await asyncio.to_thread(api.wait, lambda state: state["calls"].get("getupdates"))
            await asyncio.to_thread(partial(api.call, TOKEN, "getUpdates"))
            await asyncio.to_thread(api.wait, lambda state: state["calls"]["getupdates"] >= 3)
            await asyncio.to_thread(api.say, LIAISON, "已公开 #41")

        kept, _ = await asyncio.gather(receive(channel, 1), interfere())
    assert (len(kept), pauses) == (1, [1])


async def test_lasting_conflict_ends_with_a_sentence(api: BotApi) -> None:
    pauses = Pauses()
    async with open_channel(api, pause=pauses, wait=5) as channel, open_channel(api) as other:
        polling = asyncio.create_task(channel.receive(never))
        await asyncio.to_thread(api.wait, lambda state: state["calls"].get("getupdates"))
        await other.set_webhook("https://elsewhere.example.gov.cn/hook", "secret")
        with pytest.raises(ChannelRefused) as refused:
            await polling
    assert (refused.value.key, pauses) == ("token-in-use", [1, 2, 4, 8])


async def test_wrong_token_ends_polling_and_identity(api: BotApi) -> None:
    async with open_channel(api, OTHER_TOKEN) as channel:
        for asked in (channel.receive(never), channel.identity()):
            with pytest.raises(ChannelRefused) as refused:
                await asked
            assert refused.value.key == "token-refused"


async def test_token_taken_back_while_polling_ends_it(api: BotApi) -> None:
    api.say(LIAISON, "已公开 #41")
    async with open_channel(api) as channel:

        async def take_back(batch: Sequence[Incoming]) -> None:
            api.retoken(OTHER_TOKEN)

        with pytest.raises(ChannelRefused) as refused:
            await channel.receive(take_back)
    assert refused.value.key == "token-refused"


@pytest.mark.parametrize("token", ["", "x", "7:", ":AA", "7:AA/../8", "7:AA\n", "７:AA", "7:AA{token}"])
def test_what_cannot_be_a_token_is_refused_at_once(token: str) -> None:
    with pytest.raises(ChannelRefused):
        TelegramChannel(token)


async def test_identity_is_the_bots_name(api: BotApi) -> None:
    async with open_channel(api) as channel:
        assert await channel.identity() == "gongkai_test_bot"


async def test_identity_says_that_the_messenger_cannot_be_reached() -> None:
    with BotApi() as gone:
        pass
    async with open_channel(gone) as channel:
        with pytest.raises(ChannelRefused) as refused:
            await channel.identity()
    assert refused.value.key == "messenger-unreachable"
