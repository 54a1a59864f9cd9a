"""The worker on the cast's database with a channel to the server: what comes in, and what is answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.channels.telegram.channel import TelegramChannel
from bot.clock import SystemClock
from bot.worker import Worker
from storage import inbox
from tests.bot_api.client import Pauses, open_channel, receive
from tests.bot_api.control import Control
from tests.cast import ZONE, Cast, Part

CONTENT = b"abc" * 1000
Given = list[tuple[str, bytes | None, str]]
"""What a handler of documents is given: name, content, trouble."""


class CastClock(SystemClock):
    """The time on stage."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def now(self) -> datetime:
        return self._cast.now


class Bot:
    """A worker on the cast's database, with a channel to the server."""

    def __init__(self, api: Control, cast: Cast, channel: TelegramChannel) -> None:
        self.cast, self.channel = cast, channel
        self.worker = Worker(channel, cast.database, CastClock(cast), cast.calendar, ZONE, "zh-CN", lambda: None)

    async def takes(self, updates: int) -> None:
        """Everything that has come in so far, `updates` in all, is kept."""
        await self.worker.keep(await receive(self.channel, updates))

    async def answers(self) -> dict[str, list[str]]:
        """Everything kept is handled; every answer by its chat, in order."""
        async with asyncio.timeout(20):
            while self.left():
                if not await self.worker.handle_some():
                    await asyncio.sleep(0.01)
        return self.so_far()

    def so_far(self) -> dict[str, list[str]]:
        """The answers until now."""
        found: dict[str, list[str]] = {}
        for one in self.cast.planned():
            found.setdefault(one.chat, []).append(one.text)
        return found

    def left(self) -> int:
        """How many updates are not handled."""
        with self.cast.database.read() as session:
            return len(inbox.unhandled(session, "telegram", 1000))


@asynccontextmanager
async def at_work(api: Control, cast: Cast, answer: float = 5) -> AsyncIterator[Bot]:
    """A process from its start to its end, which may come at any moment."""
    async with open_channel(api, pause=Pauses(), answer=answer) as channel:
        bot = Bot(api, cast, channel)
        yield bot
        bot.worker.stop()


def brings(api: Control, person: Part, name: str = "分工.docx", content: bytes = CONTENT, **more: Any) -> None:
    """Somebody sends a document."""
    api.send_file(int(person.account), name, content, **more)


def says(api: Control, person: Part, text: str) -> None:
    """Somebody writes."""
    api.say(int(person.account), text)
