"""The process on Telegram: polling, or a webhook, with what only Telegram needs beside it;
and a word to the liaisons after a long outage, for Telegram keeps what people sent for 24 hours, not longer."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from starlette.applications import Starlette

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.errors import ChannelRefused
from bot.channels.telegram.webhook import webhook_route
from bot.channels.webserver import WebServer, bind
from bot.clock import Clock, SystemClock
from bot.engine import Engine, Parts, build, every, open_database, watch
from bot.menus import keep_menus
from bot.pace import Pace
from bot.rounds import clock_is_lost
from bot.sender import PATIENCE, Patience
from bot.settings import Settings
from handlers.notify import URGENT
from locales.catalogue import texts
from locales.days import Days
from obligations.workdays import calendar
from storage import ledger, morning, outbox, people
from storage.database import Database, Session

FIRST_TRIES = 5
# Where Telegram brings the updates, nothing tells a silent day from one that it could not reach us.
CONTACT_SECONDS = 600.0
KEPT_FOR = timedelta(hours=24)
NOTED_EVERY = timedelta(minutes=10)

log = logging.getLogger(__name__)


async def run_telegram(settings: Settings, clock: Clock | None = None, pace: Pace | None = None,
                       patience: Patience = PATIENCE) -> None:
    """Run until stopped, by the machine's clock and Telegram's pace if no others are given.

    Raises ChannelRefused for a wrong token, Refusal when a part has ended.
    """
    channel = TelegramChannel(settings.token, api_url=settings.api_url or None, proxy=settings.proxy or None)
    database = await open_database(settings.database_url)
    engine = build(settings, database, channel, clock or SystemClock(), pace or Pace(), patience)
    await channel.start()
    try:
        name = await _identity(channel)
        await asyncio.to_thread(_remember, database, name)
        log.info("on Telegram as @%s", name)
        contact = Contact(database, settings.zone)

        async def reached() -> None:
            await asyncio.to_thread(contact.reached, engine.clock.now())

        channel.on_contact = reached
        await reached()
        others: Parts = {"menus": partial(keep_menus, channel, database, settings.locale)}
        if settings.webhook_url:
            others |= await _webhook(engine, channel, settings)
            others["contact"] = partial(every, CONTACT_SECONDS, reached)
        await watch(engine, settings, others)
    finally:
        await channel.close()


def _remember(database: Database, name: str) -> None:
    """So that the command line can make links to the bot too."""
    with database.write() as session:
        people.note_bot_name(session, name)


async def _identity(channel: TelegramChannel) -> str:
    """The bot's name; waits for a network that is not there yet, but not for a wrong token."""
    failures = 0
    while True:
        try:
            return await channel.identity()
        except ChannelRefused as refusal:
            failures += 1
            if refusal.key != "messenger-unreachable" or failures >= FIRST_TRIES:
                raise
            log.warning("Telegram cannot be reached yet, try %d", failures)
            await asyncio.sleep(2.0 ** failures)


async def _webhook(engine: Engine, channel: TelegramChannel, settings: Settings) -> Parts:
    """The web server that takes updates, in place of polling."""
    path = urlsplit(settings.webhook_url).path or "/"
    app = Starlette(routes=[webhook_route(path, settings.webhook_secret, engine.worker.keep)])
    listening = bind(settings.listen_host, settings.listen_port)
    await channel.set_webhook(settings.webhook_url, settings.webhook_secret)
    return {"receiving": lambda: WebServer(app).serve([listening])}


class Contact:
    """When the messenger was last reached; a process that only ticks behind a dead proxy has not reached it."""

    def __init__(self, database: Database, zone: ZoneInfo, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database, self._zone, self._monotonic = database, zone, monotonic
        self._noted: datetime | None = None
        self._reached_at: float | None = None

    def reached(self, now: datetime) -> None:
        """The messenger answered at `now` (aware UTC). After more than a day without, every liaison with
        something to do gets a word, for what they sent before may be lost."""
        if self._noted is not None and abs(now - self._noted) < NOTED_EVERY:
            return    # the distance: a clock that was set back has to be noted too
        # Within one process it is known how long it really was: a wall clock that jumps is no outage.
        present = self._monotonic()
        jumped = self._reached_at is not None and present - self._reached_at < KEPT_FOR.total_seconds()
        self._reached_at = present
        with self._database.write() as session:
            if clock_is_lost(session, now):
                return
            for district in morning.districts(session):
                before = morning.last_contact(session, district)
                if before is not None and now - before > KEPT_FOR and not jumped:
                    _tell_of_outage(session, district, now, self._zone)
                morning.note_contact(session, district, now)
        self._noted = now


def _tell_of_outage(session: Session, district: int, now: datetime, zone: ZoneInfo) -> None:
    today = now.astimezone(zone).date()
    concerned = {item.department for item in ledger.items(session, district) if item.to_do and item.due}
    for person in people.everyone(session, district):
        if concerned & set(person.departments) and not person.trouble:
            words = Days(texts(person.locale), today, calendar(), zone)
            outbox.plan(session, [outbox.Planned(
                f"outage:{person.id}:{now.isoformat()}", person.channel, person.chat, outbox.Kind.NOTICE, person.id,
                words.texts("digest-outage", day=words.time(now - KEPT_FOR)), priority=URGENT)], now)
