"""Wires the parts that every channel shares and keeps watch: if one part ends, all of it ends."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bot.channels.port import Channel
from bot.clock import Clock, scheduler
from bot.pace import Pace
from bot.postbox import Postbox
from bot.rounds import Rounds
from bot.sender import PATIENCE, Patience, Sender
from bot.settings import Settings
from bot.worker import Worker
from handlers.reviewing import MAKERS
from obligations.errors import Refusal
from obligations.workdays import calendar
from storage import schema
from storage.database import Database

SICK_DISK_PAUSE = 5.0
SWITCH_SECONDS = 0.001

Parts = dict[str, Callable[[], Coroutine[Any, Any, None]]]
"""What runs, by name; a part of the same name takes another's place."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Engine:
    """The parts that every channel shares: what comes in, what goes out, and the rounds."""

    database: Database
    channel: Channel
    clock: Clock
    worker: Worker
    sender: Sender
    rounds: Rounds
    said: set[str] = field(default_factory=set)

    async def tick(self) -> None:
        """Do what is due now and has not been done."""
        try:
            if await asyncio.to_thread(self.rounds.tick, self.clock.now()):
                log.info("the morning's digests are planned")
        except Refusal as refusal:
            self._say_once(refusal)
        else:
            self.said.clear()
        self.sender.wake()

    def _say_once(self, refusal: Refusal) -> None:
        """Four ticks a minute meet the same trouble; one line for it is enough."""
        if refusal.key not in self.said:
            self.said.add(refusal.key)
            log.error("there was no round (%s), the next tick tries again: %s", refusal.key, refusal.values)

    async def receive(self) -> None:
        """Take updates for as long as that makes sense; a full disk passes, a wrong token does not."""
        while True:
            try:
                return await self.channel.receive(self.worker.keep)
            except Refusal as refusal:
                if refusal.key != "disk-trouble":
                    raise
                log.error("updates cannot be kept, they stay with the messenger: %s", refusal.values)
                await asyncio.sleep(SICK_DISK_PAUSE)

    def parts(self) -> Parts:
        """What must run for as long as the process does."""
        return {"receiving": self.receive, "handling": self.worker.run, "sending": self.sender.run}


def build(settings: Settings, database: Database, channel: Channel, clock: Clock, pace: Pace,
          patience: Patience = PATIENCE) -> Engine:
    """The engine for one channel on one database."""
    days = calendar()
    postbox = Postbox(database, channel.name, channel.limits, days, settings.zone, MAKERS)
    sender = Sender(channel, postbox, clock, pace, patience)
    worker = Worker(channel, database, clock, days, settings.zone, settings.locale, sender.wake)
    return Engine(database, channel, clock, worker, sender,
                  Rounds(database, days, settings.zone, settings.push_at))


async def open_database(url: str, *, afresh: bool = False) -> Database:
    """The database for this process alone, brought to the present tables; `afresh`: without what was in it.

    Raises Refusal when another process runs on it, and then nothing was touched.
    """
    database = Database(url)
    database.run_alone()
    if afresh:
        database.clear()
    await asyncio.to_thread(schema.upgrade, database)
    return database


def keep_pauses_short() -> None:
    """So that the loop answers while a thread plans the morning: what was loaded at the start is left out of
    garbage collections, a whole one of which stops every thread for 70 ms; and a busy thread gives way sooner."""
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_SECONDS)


async def watch(engine: Engine, settings: Settings, others: Parts,
                stopping: Sequence[Callable[[], Awaitable[None]]] = ()) -> None:
    """Run all parts until a signal comes or one of them ends; raises what ended it."""
    keep_pauses_short()
    tasks = {asyncio.create_task(part(), name=name) for name, part in {**engine.parts(), **others}.items()}
    ticks = scheduler(settings.zone, engine.tick)
    ticks.start()
    stop = asyncio.create_task(_signalled(), name="signal")
    try:
        done, _ = await asyncio.wait({*tasks, stop}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stop}:
            fault = task.exception()
            # A refusal is said in one sentence; of anything else only the traceback helps.
            log.error("%s has ended, so the process ends", task.get_name(),
                      exc_info=None if isinstance(fault, Refusal) else fault)
            task.result()
            raise Refusal("part-ended", part=task.get_name())
    finally:
        ticks.shutdown(wait=False)
        for close in stopping:
            await close()
        await _cancel({*tasks, stop})
        # A worker thread outlives its task; the last connection to close folds the write-ahead log away.
        await asyncio.get_running_loop().shutdown_default_executor()
        engine.database.close()


async def every(seconds: float, act: Callable[[], Awaitable[None]]) -> None:
    """A part that does one thing again and again, at once for the first time."""
    while True:
        await act()
        await asyncio.sleep(seconds)


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _signalled() -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError):
            loop.add_signal_handler(name, stop.set)
    await stop.wait()

