"""Asks what time it is, and wakes the rounds: the only place that knows the present."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from obligations.errors import Refusal

TICK_SECONDS = 15


class Clock(Protocol):
    """Gives the present."""

    def now(self) -> datetime:
        """The present, as aware UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present, as aware UTC."""
        return datetime.now(UTC)


class RehearsalClock:
    """A clock that starts in the past, runs at its own pace of one second a second, and can be moved on."""

    def __init__(self, start: datetime, real: Clock | None = None) -> None:
        self._real = real or SystemClock()
        self._ahead = start - self._real.now()

    def now(self) -> datetime:
        """The rehearsal's present, as aware UTC."""
        return self._real.now() + self._ahead

    def move_to(self, when: datetime) -> None:
        """Go to a later moment (aware UTC). Raises Refusal for an earlier one."""
        if when < self.now() - timedelta(minutes=1):
            raise Refusal("clock-backwards")
        self._ahead += when - self.now()


def scheduler(zone: ZoneInfo, tick: Callable[[], Awaitable[None]], seconds: int = TICK_SECONDS) -> AsyncIOScheduler:
    """A scheduler that ticks: each tick asks what has not been done that should have been.

    A tick that comes late still runs (`misfire_grace_time=None`), several late ones run once, and the
    wall clock may jump: the next tick notices.
    """
    found = AsyncIOScheduler(timezone=zone)
    found.add_job(tick, "interval", seconds=seconds, misfire_grace_time=None, coalesce=True, max_instances=1,
                  next_run_time=datetime.now(zone))
    return found
