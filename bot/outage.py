"""Says so after a long outage: Telegram keeps what people sent for 24 hours, not longer."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from locales.catalogue import texts
from locales.days import Days
from obligations.workdays import calendar
from storage import ledger, morning, outbox, people
from storage.database import Database, Session

KEPT_FOR = timedelta(hours=24)


def tell_of_outage(database: Database, now: datetime, zone: ZoneInfo) -> None:
    """Plan a word to every liaison with something to do, if the last process was last alive over a day
    ago. `now` is aware UTC."""
    with database.write() as session:
        for district in morning.districts(session):
            alive = morning.last_alive(session, district)
            if alive is not None and now - alive > KEPT_FOR:
                _tell(session, district, alive, now, zone)
            morning.note_alive(session, district, now)


def _tell(session: Session, district: int, alive: datetime, now: datetime, zone: ZoneInfo) -> None:
    today = now.astimezone(zone).date()
    concerned = {item.department for item in ledger.items(session, district) if item.to_do and item.due}
    for person in people.everyone(session, district):
        if concerned & set(person.departments) and not person.trouble:
            words = Days(texts(person.locale), today, calendar(), zone)
            outbox.plan(session, [outbox.Planned(
                f"outage:{person.id}:{now.isoformat()}", person.channel, person.chat, outbox.Kind.NOTICE, person.id,
                words.texts("digest-outage", day=words.time(now - KEPT_FOR)), priority=2)], now)
