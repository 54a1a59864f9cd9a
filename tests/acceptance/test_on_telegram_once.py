"""Everything once: restarts, replays, double presses and double starts; and mornings that come late or not at all."""

import asyncio
import json
from collections.abc import Coroutine
from datetime import datetime, time
from typing import Any

import pytest

from bot.channels.port import Incoming
from bot.rounds import Rounds
from obligations.errors import Refusal
from obligations.item import State
from obligations.workdays import calendar
from storage import evidence
from storage.database import Database
from tests.acceptance.telegram_stage import (
    BUDGET,
    EDUCATION,
    HOUSING,
    LINK,
    OFFICE,
    SCHOOLS,
    TREASURY,
    ZONE,
    Stage,
    at,
    to,
    until,
)
from tests.bot_api import TOKEN, Fault
from tests.bot_api.world import Json

pytest_plugins = ("tests.acceptance.telegram_fixtures",)
EVERYBODY = [TREASURY, EDUCATION, OFFICE]


def chats(messages: list[Json]) -> list[int]:
    return sorted(message["chat"] for message in messages)


def said_of(stage: Stage, number: int) -> list[evidence.Kind]:
    """What stands in the log of evidence for an item."""
    with stage.engine.database.read() as session:
        return [record.kind for record in evidence.history(session, 1, number)]


async def push_to(stage: Stage, chat: int) -> Json:
    return next(one for one in await stage.morning(at(9, 28, 9)) if one["chat"] == chat)


async def test_buttons_of_the_push_work_after_a_restart(stage: Stage) -> None:
    push = await push_to(stage, TREASURY)
    await stage.restart()
    await stage.press(push, f"done:{HOUSING}")
    await stage.restart()
    await stage.say(TREASURY, LINK)     # what was asked before the restart is not forgotten either
    assert stage.item(HOUSING).state is State.CLOSED


async def test_undo_button_works_after_a_restart(stage: Stage) -> None:
    [receipt] = await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}")
    await stage.restart()
    await stage.press(receipt, f"undo:{BUDGET}")
    assert stage.item(BUDGET).state is State.OPEN


async def test_reply_without_a_number_is_asked_which_and_the_question_outlives_a_restart(stage: Stage) -> None:
    push = await push_to(stage, EDUCATION)
    await stage.restart()
    [question] = to(EDUCATION, await stage.say(EDUCATION, f"已公开 {LINK}", reply_to=push["message_id"]))
    assert question.startswith("说的是哪一件？")
    await stage.restart()
    await stage.say(EDUCATION, f"#{SCHOOLS}")
    assert stage.item(SCHOOLS).state is State.CLOSED


async def test_update_that_telegram_brings_again_counts_once(stage: Stage) -> None:
    """The poll that would confirm the update never gets through; the next process is given it again."""
    await until(lambda: "getupdates" in stage.api.state["calls"])
    stage.api.fault(Fault.HANG, "getUpdates")
    update = stage.api.say(TREASURY, f"已公开 #{BUDGET} {LINK}")["update"]
    await until(lambda: stage.item(BUDGET).state is State.CLOSED)
    await stage.rest()      # the receipt is settled: one still in the air might be sent again, and rightly
    assert update in stage.api.state["pending"]
    await stage.restart()
    await until(lambda: stage.api.state["confirmed"] >= update)
    await stage.rest()
    assert said_of(stage, BUDGET) == [evidence.Kind.PUBLISHED]
    assert len(to(TREASURY, stage.api.accepted)) == 1


async def test_update_kept_twice_counts_once(stage: Stage) -> None:
    await stage.stop()
    update = stage.api.say(TREASURY, f"已公开 #{BUDGET} {LINK}")["update"]
    [raw] = stage.api.call(TOKEN, "getUpdates", timeout=0)["result"]
    stage.engine, channel = await stage.built()
    for news in (True, False):
        await stage.engine.worker.keep([Incoming(update, json.dumps(raw))])
        assert await stage.engine.worker.handle_some() is news
    assert said_of(stage, BUDGET) == [evidence.Kind.PUBLISHED]
    await channel.close()


async def test_double_press_takes_back_once(stage: Stage) -> None:
    [receipt] = await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}")
    await stage.press(receipt, f"undo:{BUDGET}", times=3)
    assert said_of(stage, BUDGET) == [evidence.Kind.PUBLISHED, evidence.Kind.WITHDRAWN]
    assert stage.item(BUDGET).state is State.OPEN


async def test_two_replies_in_one_breath_are_both_marked_on_the_card(stage: Stage) -> None:
    push = await push_to(stage, TREASURY)

    def breath() -> int:
        return max(int(stage.api.say(TREASURY, f"已公开 #{number} {LINK}?{number}")["update"])
                   for number in (BUDGET, HOUSING))

    await stage.after(breath)
    card = [one["text"] for one in stage.api.accepted if one["message_id"] == push["message_id"]][-1]
    assert f"已销号 #{BUDGET} " in card
    assert f"已销号 #{HOUSING} " in card


async def test_same_reply_sent_twice_closes_once_and_says_so(stage: Stage) -> None:
    await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}")
    [again] = to(TREASURY, await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}"))
    assert again.startswith(f"#{BUDGET} 已经销号")
    assert said_of(stage, BUDGET) == [evidence.Kind.PUBLISHED]


async def test_second_process_on_the_same_database_is_refused(stage: Stage) -> None:
    with pytest.raises(Refusal, match="already-running"):
        await stage.built()


async def test_rounds_that_tick_at_once_plan_one_digest_each(stage: Stage) -> None:
    """Even past the gate: the natural key decides, not who came first."""
    database = Database(stage.url)
    other = Rounds(database, calendar(), ZONE, time(9))
    stage.clock.move_to(at(9, 28, 9))
    now = stage.clock.now()
    ticks = [asyncio.to_thread(other.tick, now) for _ in range(4)]
    messages = await stage.after(_all(stage.engine.tick(), *ticks, stage.engine.tick()))
    database.close()
    assert chats(messages) == EVERYBODY


async def _all(*ticks: Coroutine[Any, Any, object]) -> None:
    await asyncio.gather(*ticks)


async def test_late_start_sends_todays_digest_once(stage: Stage) -> None:
    await stage.stop()
    stage.clock.move_to(at(9, 28, 11, 20))
    await stage.start()
    assert chats(await stage.after(stage.engine.tick())) == EVERYBODY
    await stage.restart()
    assert await stage.morning(at(9, 28, 11, 30)) == []


@pytest.mark.parametrize("day", [at(10, 1, 9), at(10, 6, 9), at(10, 13, 9)], ids=["holiday", "in it", "Saturday"])
async def test_day_off_is_quiet(stage: Stage, day: datetime) -> None:
    assert await stage.morning(day) == []


@pytest.mark.parametrize("day", [at(9, 29, 9), at(9, 30, 9)], ids=["Saturday", "Sunday"])
async def test_weekend_that_is_worked_has_its_push(stage: Stage, day: datetime) -> None:
    messages = await stage.morning(day)
    assert chats(messages) == EVERYBODY
    assert f"9月{day.day}日 " in to(TREASURY, messages)[0]


async def test_missed_mornings_are_made_up_for_by_one_digest(stage: Stage) -> None:
    """Four working days without the bot, the holiday between them."""
    assert chats(await stage.morning(at(10, 9, 9))) == EVERYBODY
