"""A small district on a Telegram of its own: real database, real HTTP on loopback, and a clock that tests move."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.telegram.channel import TelegramChannel
from bot.clock import RehearsalClock
from bot.engine import Engine, build, open_database
from bot.pace import Pace
from bot.sender import Patience
from bot.settings import read_settings
from obligations.item import Item
from storage import audit, checkup, inbox, interruptions, ledger
from tests.bot_api import TOKEN, BotApi
from tests.bot_api.world import Json

ZONE = ZoneInfo("Asia/Shanghai")
# A Thursday before the push. On the 30th, a worked Sunday, the third quarter's confirmations are due.
BEGINS = datetime(2018, 9, 27, 8, 0, tzinfo=ZONE)
TREASURY, EDUCATION, OFFICE, GROUP = 101, 102, 201, -300
CAST = {TREASURY: "区财政局", EDUCATION: "区教体局", OFFICE: None}
# Numbers of the plan's items: 区财政局 R08 and R10, 区教体局 R11, each for the third quarter.
BUDGET, HOUSING, SCHOOLS = 145, 199, 201
LINK = "https://www.ahguichi.gov.cn/zwgk/2018/czj.html"
PATIENCE = Patience(first=0.02, longest=0.1, spare=0.5, long_spare=1.0)
LIMIT = 20.0    # seconds after which a test that waits is broken


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2018 in the district."""
    return datetime(2018, month, day, hour, minute, tzinfo=ZONE)


class Stage:
    """The bot and its people. What is done gives back every message that the bot sent because of it."""

    def __init__(self, api: BotApi, url: str) -> None:
        self.api, self.url = api, url
        self.clock = RehearsalClock(BEGINS)
        self.pace = Pace(0.0, 0.0, 0.0)
        self._channel: TelegramChannel | None = None
        self._parts: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """A process begins."""
        self.engine, self._channel = await self.built()
        self._parts = [asyncio.create_task(part()) for part in self.engine.parts().values()]

    async def built(self) -> tuple[Engine, TelegramChannel]:
        """The parts of a process on this database, not yet running."""
        settings = read_settings({"DATABASE_URL": self.url}, Path(self.url.removeprefix("sqlite:///")).parent)
        channel = TelegramChannel(TOKEN, api_url=self.api.url, wait=1, answer=5)
        engine = build(settings, await open_database(self.url), channel, self.clock, self.pace, PATIENCE)
        await channel.start()
        await channel.identity()
        return engine, channel

    async def stop(self) -> None:
        """The process ends."""
        for part in self._parts:
            part.cancel()
        await asyncio.gather(*self._parts, return_exceptions=True)
        self._parts = []
        if self._channel:
            await self._channel.close()
        self.engine.database.close()

    async def restart(self) -> None:
        """One process ends, another begins."""
        await self.stop()
        await self.start()

    async def morning(self, when: datetime) -> list[Json]:
        """The clock shows `when`, and ticks."""
        self.clock.move_to(when)
        return await self.after(self.engine.tick())

    async def say(self, chat: int, text: str, **more: Any) -> list[Json]:
        """Somebody writes."""
        return await self.after(lambda: int(self.api.say(chat, text, **more)["update"]))

    async def press(self, message: Json, data: str, times: int = 1) -> list[Json]:
        """Somebody presses a button `times` times, quicker than the bot can answer."""
        def presses() -> int:
            pressed = [self.api.press(message["chat"], message["message_id"], data) for _ in range(times)]
            return int(pressed[-1]["update"])

        return await self.after(presses)

    async def after(self, act: Callable[[], int] | Coroutine[Any, Any, None]) -> list[Json]:
        """What was accepted because of `act`, an update's number or something awaited."""
        before, update = len(self.api.accepted), 0
        if callable(act):
            update = act()
        else:
            await act
        await self.rest(update)
        return self.api.accepted[before:]

    async def rest(self, update: int = 0) -> None:
        """Wait until everything up to `update` is handled and everything planned is settled."""
        await until(lambda: self.api.state["confirmed"] >= update and not self._busy())

    def _busy(self) -> bool:
        with self.engine.database.read() as session:
            unfinished = checkup.unfinished(session)
            return bool(inbox.unhandled(session, "telegram") or "queued" in unfinished or "sending" in unfinished)

    def item(self, number: int) -> Item:
        """An item as it stands."""
        with self.engine.database.read() as session:
            return ledger.numbered(session, 1, [number])[number]

    def states(self) -> dict[str, int]:
        """Messages that are unknown or dead, counted."""
        with self.engine.database.read() as session:
            return checkup.unfinished(session)

    def interrupted(self) -> bool:
        """Whether it is known that Telegram cannot be reached."""
        with self.engine.database.read() as session:
            return interruptions.lasts(session, "telegram")

    def log_is_whole(self) -> bool:
        """Whether the log verifies."""
        with self.engine.database.read() as session:
            return not audit.verify(session).broken_at


async def until(holds: Callable[[], object]) -> None:
    """Wait until something is true. Raises TimeoutError."""
    async with asyncio.timeout(LIMIT):
        while not holds():
            await asyncio.sleep(0.01)


def to(chat: int, messages: list[Json]) -> list[str]:
    """The words that went to one chat."""
    return [message["text"] for message in messages if message["chat"] == chat]
