"""A channel at the server, and what it receives, for tests of the two together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from bot.channels.port import Incoming
from bot.channels.telegram.channel import TelegramChannel
from tests.bot_api.control import Control
from tests.bot_api.server import TOKEN


@asynccontextmanager
async def open_channel(api: Control, token: str = TOKEN, **options: Any) -> AsyncIterator[TelegramChannel]:
    """A started channel, closed at the end."""
    channel = TelegramChannel(token, api_url=api.url, **{"wait": 1, "answer": 5} | options)
    await channel.start()
    try:
        yield channel
    finally:
        await channel.close()


class Pauses(list[float]):
    """Takes the place of sleeping: notes how long."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)
        await asyncio.sleep(0)


async def receive(
    channel: TelegramChannel,
    most: int,
    then: Callable[[], Awaitable[object]] | None = None,
) -> list[Incoming]:
    """Poll until `most` updates are kept (and `then` is done), and stop as a process stops."""
    kept: list[Incoming] = []
    enough = asyncio.Event()

    async def keep(batch: Sequence[Incoming]) -> None:
        kept.extend(batch)
        if len(kept) >= most:
            enough.set()

    polling = asyncio.create_task(channel.receive(keep))
    waiting = asyncio.create_task(enough.wait())
    await asyncio.wait([polling, waiting], timeout=30, return_when=asyncio.FIRST_COMPLETED)
    assert enough.is_set(), polling
    if then is not None:
        await then()
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
    return kept
