"""When Telegram or a person cannot be reached: who hears of it, what is said again, and what never is."""

import re
from datetime import timedelta

from bot.pace import Pace
from obligations.item import State
from tests.acceptance.telegram_stage import BUDGET, EDUCATION, HOUSING, LINK, OFFICE, TREASURY, Stage, at, to, until
from tests.bot_api import BotApi, Control, Fault
from tests.bot_api.world import Json

pytest_plugins = ("tests.acceptance.telegram_fixtures",)
_UNREACHED = re.compile(r"没有联络员的单位 (\d+) 个")


def sends(api: Control) -> int:
    """How often the bot has tried to send."""
    return int(api.state["calls"].get("sendmessage", 0))


def refused_once_for(stage: Stage, fault: Fault, times: int = 3) -> None:
    """The three digests of a morning meet this fault."""
    stage.api.fault(fault, "sendMessage", times=times)


async def test_blocked_liaison_is_named_in_the_offices_next_digest(stage: Stage) -> None:
    stage.api.block(TREASURY)
    assert to(TREASURY, await stage.morning(at(9, 28, 9))) == []
    assert stage.states() == {"dead": 1}
    [digest] = to(OFFICE, await stage.morning(at(9, 29, 9)))
    assert "未能送达 1 条" in digest
    assert "区财政局联络员：对方收不到" in digest


async def test_nothing_more_is_sent_to_who_cannot_be_reached(stage: Stage) -> None:
    stage.api.block(TREASURY)
    await stage.morning(at(9, 28, 9))
    tried = sends(stage.api)
    messages = await stage.morning(at(9, 29, 9))
    assert sends(stage.api) - tried == len(messages) == 2


async def test_department_whose_liaison_cannot_be_reached_counts_as_without_one(stage: Stage) -> None:
    stage.api.block(TREASURY)
    mornings = [await stage.morning(at(9, day, 9)) for day in (28, 29)]
    unreached = [int(_UNREACHED.findall(to(OFFICE, messages)[0])[0]) for messages in mornings]
    assert unreached[1] == unreached[0] + 1


async def test_who_writes_again_is_reachable_again(stage: Stage) -> None:
    stage.api.block(TREASURY)
    await stage.morning(at(9, 28, 9))
    stage.api.unblock(TREASURY)
    await stage.say(TREASURY, "/status")
    messages = await stage.morning(at(9, 29, 9))
    assert len(to(TREASURY, messages)) == 1


async def test_flood_is_waited_out_as_long_as_telegram_asks(stage: Stage) -> None:
    refused_once_for(stage, Fault.FLOOD, times=1)
    stage.clock.move_to(at(9, 28, 9))
    begun = stage.clock.now()
    await stage.after(stage.engine.tick())
    assert stage.clock.now() - begun >= timedelta(seconds=1)
    assert sorted(one["chat"] for one in stage.api.accepted) == [TREASURY, EDUCATION, OFFICE]


async def test_a_digest_in_doubt_is_said_once_more_the_same_day_and_marked(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_AFTER, times=1)       # it did arrive, but the bot cannot know
    messages = await stage.morning(at(9, 28, 9))
    twice = [chat for chat in (TREASURY, EDUCATION) if len(to(chat, messages)) == 2]
    assert len(twice) == 1 and len(messages) == 4
    first, again = to(twice[0], messages)
    assert not first.startswith("可能重复") and again.startswith("可能重复：")
    await stage.restart()
    assert await stage.morning(at(9, 28, 12)) == []
    assert stage.states() == {}


async def test_who_heard_nothing_yet_comes_before_who_perhaps_did(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_BEFORE, times=1)
    words = [one["text"] for one in await stage.morning(at(9, 28, 9))]
    assert [text.startswith("可能重复") for text in words] == [False, False, True]


async def test_the_sender_stops_at_the_first_doubt(stage: Stage) -> None:
    """It tries again with one message at a time, and asks for Telegram in between."""
    stage.api.chance(1, {Fault.BAD_GATEWAY: 1.0}, ("sendMessage", "getMe"))
    stage.clock.move_to(at(9, 28, 9))
    asked = stage.api.state["calls"]["getme"]
    await stage.engine.tick()
    await until(lambda: stage.api.state["calls"]["getme"] > asked + 5)
    assert 1 <= sends(stage.api) <= 3       # those in the air when the first failed
    stage.api.chance(0, {})
    await stage.rest()
    assert sorted({one["chat"] for one in stage.api.accepted}) == [TREASURY, EDUCATION, OFFICE]
    assert stage.states() == {}


async def test_the_office_hears_when_nothing_could_be_sent_and_what_was_said_twice(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_BEFORE, times=1)
    digests = [to(OFFICE, await stage.morning(at(9, day, 9)))[0] for day in (28, 29, 30)]
    said = "9月28日 09:00 起约 1 分钟连不上消息服务，1 条不知是否送达，已标“可能重复”再发一次。"
    assert sorted(said in digest for digest in digests) == [False, False, True]


async def test_the_office_hears_of_an_interruption_in_which_nothing_was_lost(stage: Stage) -> None:
    stage.api.chance(1, {Fault.PROXY_REFUSES: 1.0})
    stage.clock.move_to(at(9, 28, 9))
    await stage.engine.tick()
    await until(lambda: sends(stage.api) >= 3 and stage.interrupted())
    stage.clock.move_to(at(9, 28, 9, 40))
    stage.api.chance(0, {})
    await stage.rest()
    assert not [one for one in stage.api.accepted if one["text"].startswith("可能重复")]
    [digest] = to(OFFICE, stage.api.accepted)
    assert "9月28日 09:00 起约 40 分钟连不上消息服务，这段时间的消息晚到。" in digest


async def test_a_second_doubt_is_left_at_that_and_the_next_morning_takes_the_items_along(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_BEFORE, times=6)
    assert await stage.morning(at(9, 28, 9)) == []
    assert stage.states() == {"unknown": 3}
    assert sends(stage.api) == 6       # three digests, each once more
    await stage.restart()
    assert await stage.morning(at(9, 28, 12)) == []
    messages = await stage.morning(at(9, 29, 9))
    assert f"#{HOUSING} " in to(TREASURY, messages)[0]
    assert "区财政局联络员：再发一次后仍不知是否送达" in to(OFFICE, messages)[0]


async def test_receipt_in_doubt_is_sent_again_and_marked(stage: Stage) -> None:
    stage.api.fault(Fault.BAD_GATEWAY, "sendMessage")
    [receipt] = to(TREASURY, await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}"))
    assert receipt.startswith("可能重复：上一条回复不知是否送达。\n已销号 1 件")
    assert stage.item(BUDGET).state is State.CLOSED


async def test_what_was_being_sent_when_the_process_died_is_said_once_more_and_marked(stage: Stage) -> None:
    refused_once_for(stage, Fault.HANG)
    stage.clock.move_to(at(9, 28, 9))
    await stage.engine.tick()
    await until(lambda: sends(stage.api) == 3)
    await stage.restart()
    await stage.rest()
    assert stage.states() == {}
    assert sorted(one["chat"] for one in stage.api.accepted) == [TREASURY, EDUCATION, OFFICE]
    assert all(one["text"].startswith("可能重复：") for one in stage.api.accepted)


async def test_real_pace_never_meets_telegrams_limits(stage: Stage) -> None:
    """Against a server that enforces them, with many answers to one person."""
    await stage.stop()
    with BotApi(limited=True) as strict:
        strict.unblock(TREASURY)
        stage.api, stage.pace = strict, Pace()
        await stage.start()
        messages: list[Json] = []
        for number in range(3):
            messages += await stage.say(TREASURY, f"/due 2018-09-2{number} 3")
        assert len(messages) == 3
        assert sends(strict) == 3      # none was refused
        await stage.stop()
        assert strict.violations == []
