"""The sender in trouble: it stops, asks, tries one, and goes on; with a messenger that fails as the test says."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast as as_type

from bot.channels.port import Channel, Delivery, Outcome, Outgoing
from bot.channels.telegram import LIMITS
from bot.clock import Clock
from bot.pace import Pace, unpaced
from bot.postbox import Postbox
from bot.sender import Patience, Sender
from storage import interruptions, outbox
from storage.outbox import Kind, Planned
from tests.cast import CHANNEL, ZONE, Cast

CUT = Outcome(Delivery.UNKNOWN, error="cut")
REFUSED = Outcome(Delivery.UNSENT, error="connection refused")


@dataclass
class Messenger:
    """Answers `getMe` as told; `fate` says what becomes of a message, None: it arrives."""

    there: bool = True
    fate: Callable[[Outgoing], Outcome | None] = lambda _: None
    tried: list[str] = field(default_factory=list)
    arrived: list[str] = field(default_factory=list)
    asked: int = 0

    def is_group(self, chat: str) -> bool:
        return chat.startswith("group")

    async def answers(self) -> bool:
        self.asked += 1
        return self.there

    async def send(self, message: Outgoing) -> Outcome:
        self.tried.append(message.text)
        await asyncio.sleep(0)
        if (outcome := self.fate(message)) is not None:
            return outcome
        self.arrived.append(message.text)
        return Outcome(Delivery.SENT, str(len(self.tried)))


class Stage:
    """A sender over the cast's outbox, with so many messages to as many people."""

    def __init__(self, cast: Cast, messenger: Messenger, spare: float = 60.0, pace: Pace | None = None) -> None:
        self.cast, self.messenger = cast, messenger
        box = Postbox(cast.database, CHANNEL, LIMITS, cast.calendar, ZONE)
        clock = as_type(Clock, self)
        self.sender = Sender(as_type(Channel, messenger), box, clock, pace or unpaced(),
                             Patience(0.0, 0.0, spare, spare))

    def now(self) -> datetime:
        return self.cast.now

    def plan(self, count: int, kind: Kind = Kind.NOTICE, name: str = "n") -> None:
        with self.cast.database.write() as session:
            outbox.plan(session, [Planned(f"{name}{n}", CHANNEL, f"{name}{n}", kind, text=f"{name}{n}")
                                  for n in range(count)], self.cast.now)

    async def steps(self, count: int) -> None:
        for _ in range(count):
            await self.sender.send_some()

    async def until_quiet(self) -> None:
        async with asyncio.timeout(10):
            while await self.sender.send_some() or self.sender._failures:
                pass

    def lasts(self) -> bool:
        with self.cast.database.read() as session:
            return interruptions.lasts(session, CHANNEL)


async def test_only_those_in_the_air_share_the_fate_of_the_first(cast: Cast) -> None:
    messenger = Messenger(there=False, fate=lambda _: CUT)
    stage = Stage(cast, messenger)
    stage.plan(100)
    await stage.steps(20)
    assert len(messenger.tried) <= 8 and messenger.asked == 19
    assert stage.lasts()


async def test_nothing_is_tried_until_the_messenger_answers_like_itself(cast: Cast) -> None:
    messenger = Messenger(there=False, fate=lambda _: REFUSED)
    stage = Stage(cast, messenger)
    stage.plan(3)
    await stage.steps(10)
    messenger.there, messenger.fate = True, lambda _: None
    await stage.until_quiet()
    assert sorted(messenger.arrived) == ["n0", "n1", "n2"]
    assert not stage.lasts()


async def test_when_it_answers_one_message_is_tried_before_all(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: CUT)
    stage = Stage(cast, messenger)
    stage.plan(30)
    await stage.steps(1)
    first = len(messenger.tried)
    await stage.steps(5)
    assert len(messenger.tried) == first + 5


async def test_who_was_in_doubt_once_is_not_risked_again_while_the_trouble_lasts(cast: Cast) -> None:
    """Only sending fails, `getMe` does not: each try could cost somebody the day."""
    messenger = Messenger(fate=lambda _: CUT)
    stage = Stage(cast, messenger)
    stage.plan(4)
    await stage.steps(30)
    assert not [text for text in messenger.tried if text.startswith("可能重复")]
    messenger.fate = lambda _: None
    stage.plan(1, Kind.ANSWER, "a")
    await stage.until_quiet()
    assert len(messenger.arrived) == 5      # the answer, and all four once more


async def test_when_nothing_else_is_left_to_try_a_repeat_is_tried_after_a_while(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: CUT)
    stage = Stage(cast, messenger, spare=0.3)
    stage.plan(1)
    await stage.steps(10)
    messenger.fate = lambda _: None
    await stage.until_quiet()
    assert messenger.arrived == ["可能重复：上一条提醒不知是否送达。\nn0"]


async def test_after_the_longest_patience_another_repeat_is_tried(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: CUT)
    stage = Stage(cast, messenger, spare=0.0)
    stage.plan(4)
    await stage.steps(30)
    assert len([text for text in messenger.tried if text.startswith("可能重复")]) == 4
    await stage.until_quiet()
    assert not stage.lasts()


async def test_a_flood_is_no_interruption(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: Outcome(Delivery.UNSENT, retry_after=0.01, error="Too Many Requests"))
    stage = Stage(cast, messenger)
    stage.plan(3)
    await stage.steps(5)
    assert messenger.asked == 0 and not stage.lasts()


async def test_a_person_who_has_blocked_the_bot_is_no_interruption(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: Outcome(Delivery.DEAD, error="Forbidden", unreachable=True))
    stage = Stage(cast, messenger)
    stage.plan(3)
    await stage.until_quiet()
    assert messenger.asked == 0 and not stage.lasts()


async def test_any_word_of_the_messengers_own_ends_an_interruption(cast: Cast) -> None:
    messenger = Messenger(fate=lambda _: REFUSED)
    stage = Stage(cast, messenger)
    stage.plan(1)
    await stage.steps(2)
    messenger.fate = lambda _: Outcome(Delivery.DEAD, error="Bad Request: chat not found", unreachable=True)
    await stage.until_quiet()
    assert not stage.lasts()


async def test_the_next_process_asks_before_it_sends_when_the_last_one_died_in_trouble(cast: Cast) -> None:
    messenger = Messenger(there=False, fate=lambda _: REFUSED)
    stage = Stage(cast, messenger)
    stage.plan(2)
    await stage.steps(2)
    messenger.there, messenger.fate, messenger.tried = False, lambda _: None, []
    heir = Stage(cast, messenger)
    await heir.sender.recover()
    await heir.steps(3)
    assert messenger.tried == []
    messenger.there = True
    await heir.until_quiet()
    assert sorted(messenger.arrived) == ["n0", "n1"] and not heir.lasts()


async def test_a_group_is_paced_as_the_channel_knows_it(cast: Cast) -> None:
    pace = Pace(0.0, 0.0, 60.0)
    stage = Stage(cast, Messenger(), pace=pace)
    for name in ("group", "n"):
        stage.plan(1, name=name)
    await stage.steps(1)
    assert sorted(stage.messenger.arrived) == ["group0", "n0"]
    assert pace.busy(asyncio.get_running_loop().time()) == ["group0"]
