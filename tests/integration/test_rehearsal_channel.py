"""The rehearsal as a messenger: what it promises to the process through the port."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.port import Channel, Delivery, Incoming, Outgoing
from bot.channels.rehearsal.audience import BACKLOG, Happening, Kind
from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.chat import KEPT_PER_CHAT
from handlers.request import Button
from obligations.errors import Refusal
from tests.rehearsal.stage import ECOLOGY, START, TREASURY

DONE = ((Button("已公开", "done:41"),),)
LATER = datetime(2018, 7, 30, 2, 0, tzinfo=UTC)


def channel() -> RehearsalChannel:
    return RehearsalChannel(lambda: START)


async def nothing_kept(updates: Sequence[Incoming]) -> None:
    """An inbox that takes everything."""


def test_it_is_a_channel() -> None:
    port: Channel = channel()
    assert port.name == "rehearsal"


async def test_sent_message_is_in_the_chat_with_its_buttons() -> None:
    rehearsal = channel()
    outcome = await rehearsal.send(Outgoing(TREASURY.chat, "待公开 3 件", DONE))
    (message,) = rehearsal.log.read(TREASURY.chat)
    assert (outcome.delivery, outcome.message) == (Delivery.SENT, "1")
    assert (message.id, message.text, message.buttons, message.at) == ("1", "待公开 3 件", DONE, START)
    assert not message.own


async def test_ids_are_counted_over_all_chats() -> None:
    rehearsal = channel()
    sent = [await rehearsal.send(Outgoing(who.chat, "早")) for who in (TREASURY, ECOLOGY, TREASURY)]
    assert [outcome.message for outcome in sent] == ["1", "2", "3"]


async def test_edit_replaces_words_and_buttons_in_place() -> None:
    rehearsal = channel()
    for text in ("第一条", "第二条"):
        await rehearsal.send(Outgoing(TREASURY.chat, text, DONE))
    outcome = await rehearsal.send(Outgoing(TREASURY.chat, "已销号", edit="1"))
    first, second = rehearsal.log.read(TREASURY.chat)
    assert outcome.message == "1"
    assert (first.text, first.buttons, first.edited) == ("已销号", (), True)
    assert (second.text, second.edited) == ("第二条", False)


@pytest.mark.parametrize("edit", ["7", "x"])
async def test_edit_of_a_message_no_longer_there_comes_as_a_new_one(edit: str) -> None:
    rehearsal = channel()
    outcome = await rehearsal.send(Outgoing(TREASURY.chat, "已销号", edit=edit))
    assert (outcome.delivery, outcome.message) == (Delivery.SENT, "1")


async def test_words_of_a_person_are_never_edited() -> None:
    rehearsal = channel()
    receiving = asyncio.create_task(rehearsal.receive(nothing_kept))
    own = await rehearsal.say(TREASURY, "已公开", None)
    await rehearsal.send(Outgoing(TREASURY.chat, "别的话", edit=own))
    receiving.cancel()
    assert [message.text for message in rehearsal.log.read(TREASURY.chat)] == ["已公开", "别的话"]


async def test_answer_given_while_keeping_stands_below_the_question() -> None:
    rehearsal = channel()

    async def answer_at_once(updates: Sequence[Incoming]) -> None:
        await rehearsal.send(Outgoing(TREASURY.chat, "收到"))

    receiving = asyncio.create_task(rehearsal.receive(answer_at_once))
    await rehearsal.say(TREASURY, "已公开 #41", None)
    receiving.cancel()
    assert [message.text for message in rehearsal.log.read(TREASURY.chat)] == ["已公开 #41", "收到"]


async def test_stopping_in_the_middle_of_keeping_confirms_nothing() -> None:
    rehearsal = channel()
    begun = asyncio.Event()

    async def never(updates: Sequence[Incoming]) -> None:
        begun.set()
        await asyncio.Event().wait()

    receiving = asyncio.create_task(rehearsal.receive(never))
    saying = asyncio.create_task(rehearsal.say(TREASURY, "已公开 #41", None))
    await begun.wait()
    receiving.cancel()
    with pytest.raises(Refusal, match="rehearsal-not-kept"):
        await saying
    assert rehearsal.log.read(TREASURY.chat) == ()


async def test_words_that_nobody_takes_are_refused_and_not_kept_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.channels.rehearsal.channel.PATIENCE", 0.01)
    rehearsal = channel()
    with pytest.raises(Refusal, match="rehearsal-not-kept"):
        await rehearsal.say(TREASURY, "没人收", None)
    monkeypatch.setattr("bot.channels.rehearsal.channel.PATIENCE", 10.0)
    kept: list[Incoming] = []

    async def keep(updates: Sequence[Incoming]) -> None:
        kept.extend(updates)

    receiving = asyncio.create_task(rehearsal.receive(keep))
    await rehearsal.say(TREASURY, "有人收", None)
    receiving.cancel()
    assert [json.loads(update.raw)["text"] for update in kept] == ["有人收"]


async def test_numbers_go_on_after_those_of_an_earlier_run() -> None:
    rehearsal = RehearsalChannel(lambda: START, updates_after=40, messages_after=90)
    kept: list[Incoming] = []

    async def keep(updates: Sequence[Incoming]) -> None:
        kept.extend(updates)

    receiving = asyncio.create_task(rehearsal.receive(keep))
    assert await rehearsal.say(TREASURY, "早", None) == "91"
    receiving.cancel()
    assert kept[0].number == 41
    request = rehearsal.read(kept[0].raw, LATER)
    assert request is not None and request.key == "rehearsal:41"


@given(text=st.text(min_size=1), reply_to=st.none() | st.just("12"))
def test_kept_words_are_read_back_as_they_were_said(text: str, reply_to: str | None) -> None:
    said = {"text": text, "reply_to": reply_to}
    raw = json.dumps({"number": 5, "chat": "c-czj", "name": "区财政局联络员", **said})
    request = channel().read(raw, LATER)
    assert request is not None
    assert (request.key, request.chat, request.account) == ("rehearsal:5", "c-czj", "c-czj")
    assert (request.text, request.replied_to, request.button) == (text, reply_to, None)
    assert (request.now, request.name) == (LATER, "区财政局联络员")


@given(st.text() | st.sampled_from(["{}", "[]", "null", "3", '"x"', '{"number": 1}']))
def test_what_this_channel_never_kept_is_no_request(raw: str) -> None:
    assert channel().read(raw, LATER) is None


async def test_toast_goes_to_whoever_pressed_and_to_no_one_for_words() -> None:
    rehearsal = channel()
    press = {"number": 1, "chat": TREASURY.chat, "name": TREASURY.name, "button": "done:41", "reply_to": "1"}
    words = {"number": 2, "chat": TREASURY.chat, "name": TREASURY.name, "text": "早", "reply_to": None}
    with rehearsal.audience.watch() as feed:
        await rehearsal.acknowledge_press(json.dumps(words), "已登记")
        await rehearsal.acknowledge_press(json.dumps(press), "")
        await rehearsal.acknowledge_press(json.dumps(press), "已登记")
        assert feed.get_nowait() == Happening(Kind.TOAST, chat=TREASURY.chat, words="已登记")
        assert feed.empty()


async def test_unread_counts_what_the_bot_said_since_the_last_seen() -> None:
    rehearsal = channel()
    for text in ("一", "二", "三"):
        await rehearsal.send(Outgoing(TREASURY.chat, text))
    assert rehearsal.log.unread(TREASURY.chat) == 3
    rehearsal.log.mark_seen(TREASURY.chat, "2")
    rehearsal.log.mark_seen(TREASURY.chat, "1")
    assert rehearsal.log.unread(TREASURY.chat) == 1
    assert rehearsal.log.unread(ECOLOGY.chat) == 0


async def test_long_chat_forgets_its_oldest_messages() -> None:
    rehearsal = channel()
    for number in range(KEPT_PER_CHAT + 5):
        await rehearsal.send(Outgoing(TREASURY.chat, str(number)))
    said = rehearsal.log.read(TREASURY.chat)
    assert (len(said), said[0].id, said[-1].id) == (KEPT_PER_CHAT, "6", str(KEPT_PER_CHAT + 5))


async def test_page_that_stopped_reading_is_let_go() -> None:
    rehearsal = channel()
    with rehearsal.audience.watch() as stuck:
        for _ in range(BACKLOG + 5):
            rehearsal.audience.tell(Happening(Kind.CLOCK))
        happenings = [stuck.get_nowait() for _ in range(stuck.qsize())]
    assert happenings == [Happening(Kind.CLOCK)] * BACKLOG + [None]
