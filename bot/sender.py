"""Sends what is planned: claim → send → settle, paced, each message at most once as far as can be known.

A claim is committed before the words leave. What was claimed and never settled is `unknown`: see
`recover` for what becomes of it.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot.channels.port import Channel, Delivery, Outcome, Outgoing
from bot.clock import Clock
from bot.pace import Pace
from bot.postbox import Postbox, Ready
from handlers.request import Button

BATCH = 8               # more connections at once are slower, not faster
IDLE_SECONDS = 1.0
LONGEST_PAUSE = 60.0

log = logging.getLogger(__name__)


class Sender:
    """One per process: it alone paces the messenger's token."""

    def __init__(self, channel: Channel, postbox: Postbox, clock: Clock, pace: Pace) -> None:
        self._channel, self._postbox, self._clock, self._pace = channel, postbox, clock, pace
        self._wake = asyncio.Event()
        self._failures = 0

    def wake(self) -> None:
        """Something was planned: look now rather than in a second."""
        self._wake.set()

    async def recover(self) -> None:
        """After a start: settle what the process before this one left in the air."""
        await asyncio.to_thread(self._postbox.recover, self._clock.now())

    async def run(self) -> None:
        """Send until cancelled."""
        await self.recover()
        while True:
            self._wake.clear()
            if not await self.send_some():
                await self._idle()

    async def send_some(self) -> bool:
        """Send one batch; whether there was anything to do."""
        now = asyncio.get_running_loop().time()
        if pause := self._pace.pause(now):
            await asyncio.sleep(min(pause, LONGEST_PAUSE))
            return True
        claimed = await asyncio.to_thread(self._postbox.claim, self._clock.now(), BATCH, self._pace.busy(now))
        if claimed.letters:
            outcomes = await asyncio.gather(*(self._send(ready) for ready in claimed.letters))
            await self._settle(list(zip(claimed.letters, outcomes, strict=True)))
        return claimed.any_left

    async def _send(self, ready: Ready) -> Outcome:
        wait = self._pace.slot(ready.chat, asyncio.get_running_loop().time())
        if wait > 0:
            await asyncio.sleep(wait)
        buttons = tuple(tuple(Button(label, data) for label, data in row) for row in ready.buttons)
        return await self._channel.send(Outgoing(ready.chat, ready.text, buttons, ready.edit, ready.or_new, ready.file))

    async def _settle(self, outcomes: Sequence[tuple[Ready, Outcome]]) -> None:
        for ready, outcome in outcomes:
            if outcome.delivery is not Delivery.SENT:
                log.warning("message %d: %s %s", ready.id, outcome.delivery, outcome.error)
        rests = [self._rest(outcome) for _, outcome in outcomes if outcome.delivery is Delivery.UNSENT]
        if rests:
            self._pace.rest(max(rests), asyncio.get_running_loop().time())
        else:
            self._failures = 0
        again = self._clock.now() + timedelta(seconds=max(rests, default=0.0))
        await self._settled(outcomes, again)

    async def _settled(self, outcomes: Sequence[tuple[Ready, Outcome]], again: datetime) -> None:
        """A result must not be lost to a full disk: keep trying, and send nothing meanwhile."""
        while True:
            try:
                return await asyncio.to_thread(self._postbox.settle, outcomes, self._clock.now(), again)
            except Exception:
                log.exception("the results of %d messages could not be written down; trying again", len(outcomes))
                await asyncio.sleep(IDLE_SECONDS)

    def _rest(self, outcome: Outcome) -> float:
        if outcome.retry_after is not None:
            return outcome.retry_after
        self._failures += 1
        return float(min(2.0 ** min(self._failures, 6), LONGEST_PAUSE))

    async def _idle(self) -> None:
        # Not `wait_for`: before Python 3.12 it may swallow the cancellation, and the process would never end.
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()
