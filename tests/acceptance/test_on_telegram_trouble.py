"""When Telegram or a person cannot be reached: who hears of it, what is said again, and what never is."""

import re
from datetime import timedelta

from bot.pace import Pace
from obligations.item import State
from tests.acceptance.telegram_stage import BUDGET, EDUCATION, LINK, OFFICE, TREASURY, Stage, at, to, until
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


async def test_digest_of_unknown_fate_is_not_sent_again(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_AFTER)
    assert len(await stage.morning(at(9, 28, 9))) == 3      # they did arrive, but the bot cannot know
    assert stage.states() == {"unknown": 3}
    await stage.restart()
    assert await stage.morning(at(9, 28, 12)) == []
    assert stage.states() == {"unknown": 3}


async def test_office_hears_of_unknown_fates(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_BEFORE)
    assert await stage.morning(at(9, 28, 9)) == []
    [digest] = to(OFFICE, await stage.morning(at(9, 29, 9)))
    assert "区财政局联络员：不知是否送达" in digest


async def test_what_is_due_today_is_said_again_once_and_marked(stage: Stage) -> None:
    """On the 30th, a worked Sunday, the third quarter's confirmations are due."""
    refused_once_for(stage, Fault.CUT_BEFORE)
    messages = await stage.morning(at(9, 30, 9))
    [again] = to(TREASURY, messages)
    assert again.startswith("可能重复：")
    assert f"#{BUDGET} " in again
    await stage.restart()
    assert await stage.morning(at(9, 30, 12)) == []


async def test_second_unknown_of_what_is_due_today_is_left_at_that(stage: Stage) -> None:
    refused_once_for(stage, Fault.CUT_BEFORE, times=20)
    assert await stage.morning(at(9, 30, 9)) == []
    tried = sends(stage.api)
    assert tried == 5       # three digests, and the two liaisons' once more
    await stage.restart()
    assert await stage.morning(at(9, 30, 12)) == []
    assert sends(stage.api) == tried


async def test_receipt_of_unknown_fate_is_sent_again(stage: Stage) -> None:
    stage.api.fault(Fault.BAD_GATEWAY, "sendMessage")
    [receipt] = to(TREASURY, await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}"))
    assert receipt.startswith("已销号 1 件")
    assert stage.item(BUDGET).state is State.CLOSED


async def test_what_was_being_sent_when_the_process_died_is_unknown(stage: Stage) -> None:
    refused_once_for(stage, Fault.HANG)
    stage.clock.move_to(at(9, 28, 9))
    await stage.engine.tick()
    await until(lambda: sends(stage.api) == 3)
    await stage.restart()
    await stage.rest()
    assert stage.states() == {"unknown": 3}
    assert stage.api.accepted == []


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
