"""Tells an open page what happens, as server-sent events, until the page or the server goes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from bot.channels.rehearsal.audience import Audience, Feed, Happening, Kind
from bot.channels.rehearsal.words import Words

# Seconds of silence after which the time is told again: it keeps proxies awake and the page's clock right.
HEARTBEAT = 5.0


async def events(audience: Audience, now: Callable[[], datetime], words: Words) -> AsyncIterator[str]:
    """Every happening as one event, the clock first."""
    with audience.watch() as feed:
        happening: Happening | None = Happening(Kind.CLOCK)
        while happening is not None:
            yield event(happening, now(), words)
            happening = await _next(feed)


async def _next(feed: Feed) -> Happening | None:
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await feed.get()
    except TimeoutError:
        return Happening(Kind.CLOCK)


def event(happening: Happening, now: datetime, words: Words) -> str:
    """One happening in the stream's own writing. ASCII only: some readers end a line at U+2028."""
    if happening.message is not None:
        # The clock comes along, so that a push at nine never stands beside a clock at one to nine.
        data = words.message(happening.message) | {"clock": words.clock(now)}
    elif happening.kind is Kind.TOAST:
        data = {"chat": happening.chat, "words": happening.words}
    else:
        data = words.clock(now)
    return f"event: {happening.kind}\ndata: {json.dumps(data)}\n\n"
