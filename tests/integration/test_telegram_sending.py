"""What becomes of a message, against a server that keeps to Telegram's limits and fails in every way."""

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.port import Delivery, Outcome, Outgoing
from bot.channels.telegram import LIMITS
from bot.channels.telegram.channel import TelegramChannel, units
from handlers.request import Button
from tests.bot_api import TOKEN, BotApi, Fault
from tests.bot_api.client import open_channel

LIAISON = 41


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that the liaison has started the bot on; nothing sent may break a limit."""
    with BotApi() as server:
        server.unblock(LIAISON)
        yield server
        assert server.violations == []


@pytest.fixture
async def channel(api: BotApi) -> AsyncIterator[TelegramChannel]:
    """A channel to it."""
    async with open_channel(api) as opened:
        yield opened


def to_liaison(text: str = "今日待公开", edit: str | None = None) -> Outgoing:
    """A message with a button."""
    return Outgoing(str(LIAISON), text, ((Button("已公开", "close:41"), Button("查看", "item:41")),), edit)


async def test_message_arrives_as_written_with_its_buttons(api: BotApi, channel: TelegramChannel) -> None:
    text = '<b>#41</b> & “5 < 6” "已公开"\n网址 https://www.gov.cn/?a=1&b=2'
    found = await channel.send(to_liaison(text))
    assert found == Outcome(Delivery.SENT, str(api.accepted[0]["message_id"]))
    assert (api.accepted[0]["text"], api.accepted[0]["buttons"]) == (text, ["close:41", "item:41"])


async def test_longest_text_is_sent_whole(api: BotApi, channel: TelegramChannel) -> None:
    for text in ("&" * LIMITS.text, "公" * LIMITS.text, "😀" * (LIMITS.text // 2)):
        assert (await channel.send(to_liaison(text))).delivery is Delivery.SENT
        assert api.accepted[-1]["text"] == text


@pytest.mark.parametrize("text", ["a" * (LIMITS.text + 1), "😀" * (LIMITS.text // 2) + "a"])
async def test_text_too_long_is_never_sent(api: BotApi, channel: TelegramChannel, text: str) -> None:
    found = await channel.send(to_liaison(text))
    assert found.delivery is Delivery.DEAD and "4097" in found.error and not found.unreachable
    assert api.state["calls"] == {}


def test_length_counts_utf16_units() -> None:
    assert [units("公"), units("😀"), units("\ud800"), units("")] == [1, 2, 1, 0]


async def test_half_a_surrogate_pair_does_not_stop_a_message(api: BotApi, channel: TelegramChannel) -> None:
    assert (await channel.send(to_liaison("第\ud800项"))).delivery is Delivery.SENT
    assert api.accepted[0]["text"] == "第?项"


async def test_edit_replaces_words_and_buttons_in_place(api: BotApi, channel: TelegramChannel) -> None:
    first = (await channel.send(to_liaison())).message
    edited = await channel.send(Outgoing(str(LIAISON), "已销号", ((Button("撤销", "undo:41"),),), first))
    assert edited == Outcome(Delivery.SENT, first)
    assert api.accepted[-1]["method"] == "editMessageText"
    assert api.accepted[-1]["buttons"] == ["undo:41"]


async def test_edit_that_changes_nothing_is_sent(api: BotApi, channel: TelegramChannel) -> None:
    first = (await channel.send(to_liaison())).message
    assert await channel.send(to_liaison(edit=first)) == Outcome(Delivery.SENT, first)
    assert len(api.accepted) == 1


@pytest.mark.parametrize("edit", ["999", "rehearsal-7"])
async def test_edit_of_what_is_not_there_becomes_a_new_message(
    api: BotApi, channel: TelegramChannel, edit: str
) -> None:
    found = await channel.send(to_liaison(edit=edit))
    assert found.delivery is Delivery.SENT and found.message not in (None, edit)
    assert [line["method"] for line in api.accepted] == ["sendMessage"]


async def test_edit_of_a_deleted_message_becomes_a_new_message(api: BotApi, channel: TelegramChannel) -> None:
    first = (await channel.send(to_liaison())).message
    assert first is not None
    api.delete(LIAISON, int(first))
    assert (await channel.send(to_liaison(edit=first))).message != first


async def test_edit_of_a_persons_own_message_becomes_a_new_message(
    api: BotApi, channel: TelegramChannel
) -> None:
    theirs = api.say(LIAISON, "已公开")["message"]
    assert (await channel.send(to_liaison(edit=str(theirs)))).message != str(theirs)


async def test_blocked_bot_is_dead(api: BotApi, channel: TelegramChannel) -> None:
    api.block(LIAISON)
    found = await channel.send(to_liaison())
    assert (found.delivery, found.error) == (Delivery.DEAD, "Forbidden: bot was blocked by the user")


async def test_unknown_chat_is_dead(channel: TelegramChannel) -> None:
    found = await channel.send(Outgoing("42", "今日待公开"))
    assert (found.delivery, found.error) == (Delivery.DEAD, "Chat not found")


async def test_moved_group_is_dead_and_reachable_under_its_new_chat(
    api: BotApi, channel: TelegramChannel
) -> None:
    api.migrate(-5, -1005)
    found = await channel.send(Outgoing("-5", "本周待公开"))
    assert (found.delivery, found.moved_to) == (Delivery.DEAD, "-1005")
    assert (await channel.send(Outgoing("-1005", "本周待公开"))).delivery is Delivery.SENT


async def test_flood_is_unsent_with_the_time_to_wait(api: BotApi, channel: TelegramChannel) -> None:
    api.fault(Fault.FLOOD)
    found = await channel.send(to_liaison())
    assert (found.delivery, found.retry_after, api.accepted) == (Delivery.UNSENT, 1.0, [])


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.BAD_GATEWAY])
async def test_failure_before_acceptance_is_unknown(
    api: BotApi, channel: TelegramChannel, fault: Fault
) -> None:
    api.fault(fault)
    assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN
    assert api.accepted == []


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.BAD_GATEWAY_AFTER])
async def test_failure_after_acceptance_looks_the_same(
    api: BotApi, channel: TelegramChannel, fault: Fault
) -> None:
    api.fault(fault)
    assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN
    assert len(api.accepted) == 1


async def test_server_that_never_answers_leaves_it_unknown(api: BotApi) -> None:
    api.fault(Fault.HANG)
    async with open_channel(api, answer=0.3) as channel:
        assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN


@pytest.mark.parametrize("fault", [Fault.UNREADABLE_AFTER, Fault.NOT_PROMISED_AFTER])
async def test_unreadable_answer_to_a_taken_message_is_unknown(
    api: BotApi, channel: TelegramChannel, fault: Fault
) -> None:
    api.fault(fault)
    assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN
    assert len(api.accepted) == 1


@pytest.mark.parametrize(("fault", "delivery"), [
    (Fault.BLOCK_PAGE, Delivery.UNKNOWN), (Fault.FORBIDDEN_PAGE, Delivery.UNKNOWN),
    (Fault.UNAVAILABLE, Delivery.UNKNOWN), (Fault.PROXY_REFUSES, Delivery.UNSENT),
])
async def test_a_proxys_page_is_neither_success_nor_a_blocked_bot(
    api: BotApi, channel: TelegramChannel, fault: Fault, delivery: Delivery
) -> None:
    api.fault(fault)
    found = await channel.send(to_liaison())
    assert (found.delivery, found.unreachable) == (delivery, False)
    assert api.accepted == []


@pytest.mark.parametrize("fault", [
    Fault.BLOCK_PAGE, Fault.FORBIDDEN_PAGE, Fault.UNAVAILABLE, Fault.BAD_GATEWAY, Fault.CUT_BEFORE, Fault.FLOOD,
])
async def test_only_the_bots_own_name_is_an_answer_of_the_messenger(
    api: BotApi, channel: TelegramChannel, fault: Fault
) -> None:
    await channel.identity()
    assert await channel.answers()
    api.fault(fault, "getMe")
    assert not await channel.answers()


async def test_another_bots_name_is_not_the_messengers_answer(api: BotApi, channel: TelegramChannel) -> None:
    await channel.identity()
    channel._id = 1
    assert not await channel.answers()


async def test_server_that_is_not_there_leaves_it_unsent() -> None:
    with BotApi() as gone:
        pass
    async with open_channel(gone) as channel:
        assert (await channel.send(to_liaison())).delivery is Delivery.UNSENT


async def test_refused_token_leaves_it_unsent(api: BotApi) -> None:
    async with open_channel(api, TOKEN.replace("Fake", "Else")) as channel:
        assert (await channel.send(to_liaison())).delivery is Delivery.UNSENT


async def test_sending_goes_on_after_every_failure(api: BotApi, channel: TelegramChannel) -> None:
    for fault in (Fault.CUT_BEFORE, Fault.BAD_GATEWAY, Fault.UNREADABLE_AFTER, Fault.FLOOD):
        api.fault(fault)
        await channel.send(to_liaison())
    assert (await channel.send(to_liaison("又通了"))).delivery is Delivery.SENT
    assert api.accepted[-1]["text"] == "又通了"


async def test_no_outcome_ever_claims_more_than_is_true(api: BotApi, channel: TelegramChannel) -> None:
    apart = (Fault.HANG, Fault.DRIP, Fault.ENDLESS, Fault.SURROGATE)    # slow, or about the message itself
    quick = [fault for fault in Fault if fault not in apart]
    api.chance(20180730, {fault: 0.04 for fault in quick})
    outcomes = {f"第 {n} 条": (await channel.send(to_liaison(f"第 {n} 条"))).delivery for n in range(200)}
    arrived = [line["text"] for line in api.accepted]
    assert len(arrived) == len(set(arrived)), "one try never becomes two messages"
    assert set(outcomes.values()) == {Delivery.SENT, Delivery.UNSENT, Delivery.UNKNOWN}
    for text, delivery in outcomes.items():
        if delivery is not Delivery.UNKNOWN:
            assert (text in arrived) == (delivery is Delivery.SENT)


async def test_mark_on_a_push_that_is_gone_says_nothing(api: BotApi, channel: TelegramChannel) -> None:
    found = await channel.send(Outgoing(str(LIAISON), "已销号 #41", edit="999", or_new=False))
    assert found.delivery is Delivery.DEAD and not found.unreachable
    assert api.accepted == []


@pytest.mark.parametrize("fault", [Fault.FAR_FUTURE_AFTER, Fault.ENDLESS])
async def test_what_no_bot_api_answers_is_unknown_and_ends_nothing(
    api: BotApi, channel: TelegramChannel, fault: Fault
) -> None:
    api.fault(fault, "sendMessage")
    assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN
    assert (await channel.send(to_liaison())).delivery is Delivery.SENT


async def test_an_answer_that_drips_has_an_end(
    api: BotApi, channel: TelegramChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes in time, the whole never does."""
    monkeypatch.setattr("bot.channels.telegram.connection.SLACK", -4.5)
    api.fault(Fault.DRIP, "sendMessage")
    assert (await channel.send(to_liaison())).delivery is Delivery.UNKNOWN


@pytest.mark.parametrize(("fault", "seconds"), [(Fault.LONG_REST, 3600.0), (Fault.NO_REST, 1.0)])
async def test_a_rest_beyond_all_measure_is_cut(
    api: BotApi, channel: TelegramChannel, fault: Fault, seconds: float
) -> None:
    api.fault(fault, "sendMessage")
    found = await channel.send(to_liaison())
    assert found.delivery in (Delivery.UNSENT, Delivery.UNKNOWN)
    assert found.retry_after in (seconds, None)


async def test_words_that_no_database_holds_are_mended(api: BotApi, channel: TelegramChannel) -> None:
    api.fault(Fault.SURROGATE, "sendMessage")
    found = await channel.send(to_liaison())
    found.error.encode()
    assert found.delivery is Delivery.DEAD
