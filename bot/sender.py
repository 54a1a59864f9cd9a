"""Sends what is planned: claim → send → settle, paced, each message at most once as far as can be known.

A claim is committed before the words leave. As soon as the fate of one message is in doubt, or nothing gets
through, the sender stops: only the few in the air share that fate. It asks whether the messenger answers like
itself, tries one message, and goes on when that one is settled. What becomes of those in doubt: see `Postbox`.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from bot.channels.port import Channel, Delivery, Outcome, Outgoing
from bot.clock import Clock
from bot.pace import Pace
from bot.postbox import Postbox, Ready
from handlers.request import Button
from obligations.errors import Refusal

BATCH = 8               # more connections at once are slower, not faster
IDLE_SECONDS = 1.0
LONGEST_PAUSE = 60.0
MOST_TRIES = 60         # to write down results, where it is not the disk that refuses
HELD = Outcome(Delivery.UNSENT)     # it never left: the one before it met with trouble

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, before the messenger is asked again: `first`, then twice as long each time, at
    most `longest`. What has been in doubt before is not risked until `spare` seconds have passed without a failure,
    and `long_spare` where the same trouble has already cost somebody the day."""

    first: float = 1.0
    longest: float = 30.0
    spare: float = 60.0
    long_spare: float = 300.0

    def pause(self, failures: int) -> float:
        """Before the next try, after so many failures in a row."""
        return min(self.longest, self.first * 2.0 ** min(failures - 1, 10))


PATIENCE = Patience()


class Sender:
    """One per process: it alone paces the messenger's token."""

    def __init__(self, channel: Channel, postbox: Postbox, clock: Clock, pace: Pace,
                 patience: Patience = PATIENCE) -> None:
        self._channel, self._postbox, self._clock, self._pace = channel, postbox, clock, pace
        self._patience = patience
        self._wake = asyncio.Event()
        self._failures = 0      # in a row; 0: all is well
        self._spared_until = 0.0

    def wake(self) -> None:
        """Something was planned: look now rather than in a second."""
        self._wake.set()

    async def recover(self) -> None:
        """After a start: what the process before this one left in the air is in doubt."""
        self._failures = int(await asyncio.to_thread(self._postbox.recover, self._clock.now()))

    async def run(self) -> None:
        """Send until cancelled."""
        await self.recover()
        while True:
            self._wake.clear()
            if not await self.send_some():
                await self._idle()

    async def send_some(self) -> bool:
        """Send one batch; whether there was anything to do."""
        if pause := self._pace.pause(_monotonic()):
            await asyncio.sleep(min(pause, LONGEST_PAUSE))
            return True
        if self._failures and not await self._is_there():
            return True
        return await self._send_batch()

    async def _is_there(self) -> bool:
        """Whether the messenger answers like itself, asked after a while."""
        await asyncio.sleep(self._patience.pause(self._failures))
        if await self._channel.answers():
            return True
        self._failures += 1
        return False

    async def _send_batch(self) -> bool:
        now, trying = _monotonic(), self._failures > 0
        sparing = trying and now < self._spared_until
        claimed = await asyncio.to_thread(self._postbox.claim, self._clock.now(), 1 if trying else BATCH,
                                          self._pace.busy(now), undoubted=sparing)
        if claimed.letters:
            before = self._failures
            outcomes = await asyncio.gather(*(self._send(ready, before) for ready in claimed.letters))
            await self._settle(list(zip(claimed.letters, outcomes, strict=True)), before)
        elif trying and not claimed.any_left and not sparing and not self._pace.busy(now):
            self._failures = 0
            await asyncio.to_thread(self._postbox.resumed, self._clock.now())
        return claimed.any_left

    async def _send(self, ready: Ready, failures: int) -> Outcome:
        wait = self._pace.slot(ready.chat, _monotonic(), group=self._channel.is_group(ready.chat))
        if wait > 0:
            await asyncio.sleep(wait)
        if self._failures > failures:
            return HELD
        buttons = tuple(tuple(Button(label, data) for label, data in row) for row in ready.buttons)
        outcome = await self._channel.send(
            Outgoing(ready.chat, ready.text, buttons, ready.edit, ready.or_new, ready.file))
        if _is_trouble(outcome):
            self._failures = failures + 1
        return outcome

    async def _settle(self, outcomes: Sequence[tuple[Ready, Outcome]], before: int) -> None:
        for ready, outcome in outcomes:
            if outcome.delivery is not Delivery.SENT and outcome is not HELD:
                log.warning("message %d: %s %s", ready.id, outcome.delivery, outcome.error)
        failing = self._failures > before
        if failing:
            lost = any(outcome.delivery is Delivery.UNKNOWN and ready.doubts for ready, outcome in outcomes)
            self._spared_until = _monotonic() + (self._patience.long_spare if lost else self._patience.spare)
        else:
            self._failures, self._spared_until = 0, 0.0
        rest = max((outcome.retry_after or 0.0 for _, outcome in outcomes), default=0.0)
        if rest:
            self._pace.rest(rest, _monotonic())
        await self._settled(outcomes, timedelta(seconds=rest), failing, over=bool(before) and not failing)

    async def _settled(self, outcomes: Sequence[tuple[Ready, Outcome]], rest: timedelta, failing: bool, *,
                       over: bool) -> None:
        """A result must not be lost to a full disk: keep trying, and send nothing meanwhile."""
        tries = 0
        while True:
            try:
                now = self._clock.now()
                return await asyncio.to_thread(self._postbox.settle, outcomes, now, now + rest, failing=failing,
                                               over=over)
            except Exception as error:
                tries += 1
                if not isinstance(error, Refusal) and tries >= MOST_TRIES:
                    raise    # no disk that will have room again: better an end that somebody sees
                log.exception("the results of %d messages could not be written down; trying again", len(outcomes))
                await asyncio.sleep(IDLE_SECONDS)

    async def _idle(self) -> None:
        # Not `wait_for`: before Python 3.12 it may swallow the cancellation, and the process would never end.
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()


def _is_trouble(outcome: Outcome) -> bool:
    """Whether it says that the messenger is not to be reached, rather than something about one message."""
    if outcome.delivery is Delivery.UNSENT:
        return outcome.retry_after is None
    return outcome.delivery is Delivery.UNKNOWN


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
