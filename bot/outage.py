"""Says so after a long outage: Telegram keeps what people sent for 24 hours, not longer."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rounds import clock_is_lost
from handlers.notify import URGENT
from locales.catalogue import texts
from locales.days import Days
from obligations.workdays import calendar
from storage import ledger, morning, outbox, people
from storage.database import Database, Session

KEPT_FOR = timedelta(hours=24)
NOTED_EVERY = timedelta(minutes=10)


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
                    _tell(session, district, now, self._zone)
                morning.note_contact(session, district, now)
        self._noted = now


def _tell(session: Session, district: int, now: datetime, zone: ZoneInfo) -> None:
    today = now.astimezone(zone).date()
    concerned = {item.department for item in ledger.items(session, district) if item.to_do and item.due}
    for person in people.everyone(session, district):
        if concerned & set(person.departments) and not person.trouble:
            words = Days(texts(person.locale), today, calendar(), zone)
            outbox.plan(session, [outbox.Planned(
                f"outage:{person.id}:{now.isoformat()}", person.channel, person.chat, outbox.Kind.NOTICE, person.id,
                words.texts("digest-outage", day=words.time(now - KEPT_FOR)), priority=URGENT)], now)
