"""Asks what time it is, and wakes the rounds: the only place that knows the present."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from obligations.errors import Refusal

TICK, TICK_SECONDS = "tick", 15


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


class FromNow(BaseTrigger):  # type: ignore[misc]
    """Fires `seconds` after the present, whatever was due before: a clock that jumps ahead by years brings one run.
    (An interval would list each run that was missed: 2.2 GB for half a century.)"""

    def __init__(self, seconds: float) -> None:
        self._gap = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        """Now for the first time, then a gap after `now` (aware)."""
        return now if previous is None else now + self._gap


class Ticks(AsyncIOScheduler):  # type: ignore[misc]
    """A scheduler whose only job fires `seconds` apart at the most. It sleeps on a clock that cannot be set, but
    keeps its next run by one that can: set back by a month, it would not tick for a month."""

    def __init__(self, zone: ZoneInfo, tick: Callable[[], Awaitable[None]], seconds: float) -> None:
        super().__init__(timezone=zone)
        self._longest = timedelta(seconds=seconds)
        self._zone = zone
        self.add_job(tick, FromNow(seconds), id=TICK, misfire_grace_time=None, coalesce=True, max_instances=1)

    def wakeup(self) -> None:
        """Look for what is due. A run that is further away than two can lie apart was planned by a clock that has
        been set back since: it is due now."""
        job = self.get_job(TICK)
        now = datetime.now(self._zone)
        if job is not None and job.next_run_time is not None and job.next_run_time > now + self._longest:
            job.modify(next_run_time=now)   # which wakes us up again
        else:
            super().wakeup()


def scheduler(zone: ZoneInfo, tick: Callable[[], Awaitable[None]], seconds: float = TICK_SECONDS) -> Ticks:
    """A scheduler that ticks: each tick asks what has not been done that should have been.

    A tick that comes late still runs (`misfire_grace_time=None`), and whichever way and however far the wall
    clock jumps, one tick follows within `seconds` of real time.
    """
    return Ticks(zone, tick, seconds)
