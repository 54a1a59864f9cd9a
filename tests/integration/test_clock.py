"""The wall clock may jump, by an hour or by half a century: one tick follows, soon, and nothing piles up."""

import asyncio
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

import apscheduler.schedulers.base
import pytest

import bot.clock
from bot.clock import scheduler
from tests.cast import ZONE

YEARS = timedelta(days=365 * 56)


class WallClock(datetime):
    """The machine's clock, which somebody sets."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "WallClock":
        """What the clock shows."""
        shown = datetime.now(UTC) + cls.ahead
        return cls.fromtimestamp(shown.timestamp(), tz)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[WallClock]]:
    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", WallClock)
    monkeypatch.setattr(bot.clock, "datetime", WallClock)
    yield WallClock
    WallClock.ahead = timedelta()


async def ticks_around(clock: type[WallClock], before: timedelta, after: timedelta) -> tuple[int, int]:
    """How often it ticked before the clock was set, and within a second after; five are due in each."""
    seen: list[int] = []

    async def tick() -> None:
        seen.append(1)

    clock.ahead = before
    ticks = scheduler(ZONE, tick, seconds=0.2)
    ticks.start()
    try:
        await asyncio.sleep(0.1)
        first = len(seen)
        clock.ahead = after
        await asyncio.sleep(1.0)
        return first, len(seen) - first
    finally:
        ticks.shutdown(wait=False)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(days=31), YEARS], ids=["hour", "month", "56 years"])
@pytest.mark.parametrize("direction", [1, -1], ids=["ahead", "back"])
async def test_whichever_way_the_clock_jumps_it_ticks_on(
    clock: type[WallClock], jump: timedelta, direction: int
) -> None:
    start = timedelta() if direction > 0 else jump
    first, then = await ticks_around(clock, start, start + direction * jump)
    assert first == 1
    assert 1 <= then <= 6


async def test_a_jump_of_half_a_century_lists_no_missed_runs(clock: type[WallClock]) -> None:
    """An interval of 15 seconds would have missed 118 million runs."""
    tracemalloc.start()
    try:
        await ticks_around(clock, -YEARS, timedelta())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
