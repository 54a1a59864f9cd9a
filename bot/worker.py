"""Keeps what comes in, then handles it: one update, one transaction, with the answer planned in it."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.answers import answers
from bot.channels.port import Channel, Incoming, Outgoing
from bot.clock import Clock
from bot.fetching import NOTHING, Fetched, Fetching
from handlers import document
from handlers.context import Context
from handlers.request import Reply, Request
from handlers.router import route
from handlers.understanding import Understanding, worked_out
from locales.catalogue import Texts, texts
from obligations.errors import Refusal
from obligations.workdays import WorkCalendar
from storage import inbox, outbox, people, plans
from storage.database import Database, Session
from storage.inbox import Received

IDLE_SECONDS = 1.0
SICK_DISK_PAUSE = 5.0
AT_ONCE = 50   # updates taken from the inbox, beyond those that wait for a document

log = logging.getLogger(__name__)


class Worker:
    """Handles the updates of one channel, in the order they came; while a document is being fetched only the
    updates of its own chat wait for it."""

    def __init__(self, channel: Channel, database: Database, clock: Clock, calendar: WorkCalendar, zone: ZoneInfo,
                 locale: str, planned: Callable[[], None]) -> None:
        self._channel, self._database, self._clock = channel, database, clock
        self._calendar, self._zone, self._locale, self._planned = calendar, zone, locale, planned
        self._wake = asyncio.Event()
        self._warned: set[str] = set()
        self._presses: set[asyncio.Task[None]] = set()
        self._fetching = Fetching(channel, database, self._wake.set, self._understand)
        self._held = 0

    async def keep(self, updates: Sequence[Incoming]) -> None:
        """Commit raw updates. Raises what the database raises: then they must not be confirmed."""
        try:
            await asyncio.to_thread(self._keep, updates)
        except Refusal as refusal:
            await self._warn(updates, refusal)
            raise
        self._warned.clear()
        self._wake.set()

    async def run(self) -> None:
        """Handle until cancelled."""
        try:
            while True:
                self._wake.clear()
                if not await self.handle_some():
                    await self._idle()
        finally:
            self.stop()

    def stop(self) -> None:
        """Give up the documents under way; the updates that brought them stay in the inbox."""
        self._fetching.stop()

    async def handle_some(self) -> bool:
        """Handle what waits and has all it needs; False when nothing does."""
        waiting = await asyncio.to_thread(self._waiting)
        behind: set[str] = set()    # chats in which a document is awaited
        self._held = 0
        for received in waiting:
            fetched = await self._document(received, behind)
            if fetched is None:
                self._held += 1
            else:
                await self._handle_or_wait(received, fetched)
        if self._held < len(waiting):
            self._planned()
        return self._held < len(waiting)

    async def _document(self, received: Received, behind: set[str]) -> Fetched | None:
        """What came with an update; None: it has to wait, for its own document or for an earlier one of its chat."""
        request = self._read(received)
        if request is not None and request.chat in behind:
            return None
        fetched = await self._fetching.of(received.id, request)
        if fetched is None and request is not None:
            behind.add(request.chat)
        return fetched

    def _read(self, received: Received) -> Request | None:
        try:
            return self._channel.read(received.raw, received.received_at)
        except Exception:   # `handle` meets it again, and writes it down
            return None

    async def _handle_or_wait(self, received: Received, fetched: Fetched) -> None:
        """Handle one update; while the database cannot be written, say so and try the same one again."""
        while True:
            try:
                toast = await asyncio.to_thread(self.handle, received, fetched)
            except Refusal as refusal:
                log.error("update %d cannot be handled yet: %s", received.id, refusal.values)
                await self._warn([Incoming(0, received.raw)], refusal)
                await asyncio.sleep(SICK_DISK_PAUSE)
                continue
            self._warned.clear()
            self._fetching.forget(received.id)
            return self._acknowledge(received, toast)

    def handle(self, received: Received, fetched: Fetched = NOTHING) -> str:
        """Handle one update in one transaction; the words to show on a pressed button."""
        try:
            return worked_out(partial(self._handled, received, fetched), fetched.understanding)
        except Refusal:
            raise
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("update %d could not be handled (reference %s)", received.id, reference)
            self._give_up(received, reference)
            return ""

    def _keep(self, updates: Sequence[Incoming]) -> None:
        with self._database.write() as session:
            inbox.keep(session, self._channel.name, [(one.number, one.raw) for one in updates], self._clock.now())

    def _waiting(self) -> list[Received]:
        with self._database.read() as session:
            return inbox.unhandled(session, self._channel.name, AT_ONCE + self._held)

    def _handled(self, received: Received, fetched: Fetched, understanding: Understanding) -> str:
        request = self._channel.read(received.raw, received.received_at)
        with self._database.write() as session:
            if not inbox.is_unhandled(session, received.id):
                return ""
            inbox.settle(session, received.id)
            if request is None:
                return ""
            replies = route(self._context(session, fetched.put_into(request), understanding))
            self._plan(session, request, replies)
        return next((reply.toast for reply in replies if reply.toast), "")

    def _understand(self, request: Request) -> Understanding:
        """Look into a document that has just come, without the right to write; what was understood of it."""
        found = Understanding()

        def look(understanding: Understanding) -> None:
            nonlocal found
            found = understanding
            with self._database.read() as session:
                document.understand(self._surroundings(session, request, understanding))

        worked_out(look, found)
        return found

    def _context(self, session: Session, request: Request, understanding: Understanding) -> Context:
        context = self._surroundings(session, request, understanding)
        if context.member and context.member.trouble:
            people.note_trouble(session, context.member.id, "")
        return context

    def _surroundings(self, session: Session, request: Request, understanding: Understanding) -> Context:
        now = self._clock.now()
        member = people.by_account(session, self._channel.name, request.account)
        return Context(session, request, self._channel.name, now.astimezone(self._zone).date(), self._zone,
                       self._calendar, self._texts(request, member), member,
                       plans.active(session, member.district) if member else None, self._channel.invite_link,
                       understanding)

    def _texts(self, request: Request, member: people.Member | None) -> Texts:
        if member:
            return texts(member.locale)
        return texts("en") if request.language.startswith("en") else texts(self._locale)

    def _plan(self, session: Session, request: Request, replies: Sequence[Reply]) -> None:
        outbox.plan(session, answers(self._channel.name, self._channel.limits, request, replies), self._clock.now())

    def _give_up(self, received: Received, reference: str) -> None:
        request = self._channel.read(received.raw, received.received_at)
        with self._database.write() as session:
            inbox.settle(session, received.id, trouble=reference)
            if request is not None:
                words = texts(self._locale)("unexpected", reference=reference)
                self._plan(session, request, [Reply(words)])

    async def _warn(self, updates: Sequence[Incoming], refusal: Refusal) -> None:
        """Nothing can be kept: say so once, so that nobody waits for a receipt. The messenger keeps the update."""
        now: datetime = self._clock.now()
        for update in updates:
            request = self._channel.read(update.raw, now)
            if request is not None and request.chat not in self._warned:
                self._warned.add(request.chat)
                words = texts(self._locale)(refusal.key, **refusal.values)
                await self._channel.send(Outgoing(request.chat, words))

    def _acknowledge(self, received: Received, toast: str) -> None:
        task = asyncio.create_task(self._channel.acknowledge_press(received.raw, toast))
        self._presses.add(task)
        task.add_done_callback(self._presses.discard)

    async def _idle(self) -> None:
        # Not `wait_for`: before Python 3.12 it may swallow the cancellation, and the process would never end.
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await self._wake.wait()
