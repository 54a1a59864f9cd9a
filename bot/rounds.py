"""The daily round: asks what should have been planned by now and was not, and plans it, once.

Nothing is sent and nothing worded here: a digest is planned with its item numbers under its natural
key, and worded when its turn to be sent comes, from the state of that moment.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers.morning import MorningDesk
from handlers.notify import tell_of_moved_dates
from handlers.succession import tell_of_successions
from obligations.agenda import Agenda
from obligations.errors import Refusal
from obligations.workdays import WorkCalendar
from storage import audit, morning, outbox, people, succession
from storage.database import Database, Session
from storage.morning import Recipient
from storage.recompute import recompute_dates

# Clocks are set wrong by hours, months, perhaps a year; one that shows a moment so long before the first line of
# the log has not learnt the time yet (a machine without a battery starts in 1970, or with its image's day).
LOST = timedelta(days=400)
CHUNK = 2000   # digests a transaction: short enough for a reply to get in between
T = TypeVar("T")

log = logging.getLogger(__name__)
OutboxRow = dict[str, object]


class Rounds:
    """The rounds of one installation. `push_at` is a local time of `zone`."""

    def __init__(self, database: Database, calendar: WorkCalendar, zone: ZoneInfo, push_at: time) -> None:
        self._database, self._calendar, self._zone, self._push_at = database, calendar, zone, push_at

    def tick(self, now: datetime) -> int:
        """Do whatever is due at `now` (aware UTC) and not done; the number of digests planned.

        Raises Refusal (clock-lost, clock-behind) where `now` cannot be the present: to plan by it would double what
        was told.
        """
        today = self.today(now)
        with self._database.read() as session:
            check_clock(session, now)
            districts = morning.districts(session)
        for district in districts:
            self._move_on(district, today, now)
            recompute_dates(self._database, district, self._calendar, self._zone, now,
                            partial(self._moved, district, now))
        return sum(self._round(district, today, now) for district in districts if self._is_time(now))

    def _move_on(self, district: int, today: date, now: datetime) -> None:
        """What stands with bodies out of office goes to their successors as soon as the day has come."""
        with self._database.read() as session:
            due = succession.is_due(session, district, today)
        if due:
            with self._database.write() as session:
                succession.carry_out(session, district, today, now)

    def _tell_of_successions(self, district: int, today: date, now: datetime) -> None:
        with self._database.read() as session:
            untold = succession.untold(session, district, today)
        if untold:
            days = partial(MorningDesk(self._calendar, self._zone).days, today=today)
            with self._database.write() as session:
                tell_of_successions(session, district, today, days, now)

    def _moved(self, district: int, now: datetime, session: Session, numbers: list[int]) -> None:
        days = partial(MorningDesk(self._calendar, self._zone).days, today=self.today(now))
        tell_of_moved_dates(session, district, numbers, days, self._calendar.version, now)

    def would_tell(self, now: datetime) -> bool:
        """Whether the round at `now` (aware UTC) would plan a liaison's digest; plans nothing."""
        today = self.today(now)
        with self._database.read() as session:
            return any(next(self._liaisons(district, self._agenda(session, district, today), now), None)
                       for district in morning.districts(session))

    def today(self, now: datetime) -> date:
        """The local date of a moment (aware UTC)."""
        return now.astimezone(self._zone).date()

    def next_push(self, now: datetime) -> datetime:
        """The next moment after `now` (both aware UTC) at which digests go out."""
        day = self.today(now)
        local = now.astimezone(self._zone)
        if not (self._calendar.is_workday(day) and local.time() < self._push_at):
            day = self._calendar.add_workdays(day, 1)
        return datetime.combine(day, self._push_at, self._zone).astimezone(now.tzinfo)

    def _is_time(self, now: datetime) -> bool:
        local = now.astimezone(self._zone)
        return self._calendar.is_workday(local.date()) and local.time() >= self._push_at

    def _round(self, district: int, today: date, now: datetime) -> int:
        with self._database.read() as session:
            agenda = self._agenda(session, district, today)
            ahead = morning.told_ahead(session, district, today)
            behind = ahead is not None and self._followed(session, district, ahead)
        if agenda.since >= today:
            return 0
        if ahead and behind:
            raise Refusal("clock-behind", today=today.isoformat(), told=ahead.isoformat())
        if ahead:
            self._set_aside(district, ahead, now)
        self._tell_of_successions(district, today, now)
        planned = 0
        for rows in chunks(self._liaisons(district, agenda, now), CHUNK):
            planned += len(rows)
            with self._database.write() as session:
                outbox.queue_bare(session, rows)
        with self._database.write() as session:
            outbox.queue_bare(session, self._office(session, district, today, now))
            morning.note_told(session, district, today, now)
        return planned

    def _followed(self, session: Session, district: int, ahead: date) -> bool:
        """Whether the round of that day came after the one of the working day before it, as rounds do: then it was
        held on its day, and the clock is behind now. A clock that was ahead has left days out."""
        before = outbox.last_day_before(session, district, ahead)
        return before is not None and before >= self._calendar.last_workday(ahead - timedelta(days=1))

    def _set_aside(self, district: int, ahead: date, now: datetime) -> None:
        """What a clock told that was ahead, was told to nobody who had to act on it: the days until then, and
        that one itself, have their rounds."""
        with self._database.write() as session:
            count = outbox.set_aside_after(session, now)
            audit.record(session, now, "clock", "rounds-set-aside", f"district:{district}",
                         until=ahead.isoformat(), digests=count)
        log.warning("a round was held for %s, by a clock that was ahead: it does not count (%d digests)", ahead, count)

    def _agenda(self, session: Session, district: int, today: date) -> Agenda:
        since = morning.told_on(session, district, today) or self._calendar.last_workday(today - timedelta(days=1))
        return Agenda(today, since, self._calendar)

    def _liaisons(self, district: int, agenda: Agenda, now: datetime) -> Iterator[OutboxRow]:
        """One row for each person with something to hear. Whoever answers for several departments is
        kept until the end, and gets one digest of them all. A digest that did not surely arrive is not
        sent again, but today's takes its items along: else the mark they stood at would be passed unheard."""
        several: dict[int, tuple[Recipient, list[int]]] = {}
        with self._database.read() as session, self._database.read() as other:
            shared = morning.of_several_departments(other, district)
            owed = morning.owed(other, district, datetime.combine(agenda.since, time(), self._zone))
            for numbers, found in self._desks(session, other, district, agenda):
                for one in found:
                    if one.person in shared:
                        several.setdefault(one.person, (one, []))[1].extend(numbers)
                    else:
                        yield _row(one, _with(owed.pop(one.person, None), numbers), agenda.today, now)
            for person, (one, numbers) in several.items():
                yield _row(one, _with(owed.pop(person, None), numbers), agenda.today, now)
            yield from self._owed_alone(other, owed, agenda.today, now)

    def _owed_alone(self, session: Session, owed: dict[int, list[int]], today: date,
                    now: datetime) -> Iterator[OutboxRow]:
        """Those with nothing new to hear, whose last digest did not surely arrive."""
        for person, numbers in owed.items():
            member = people.member(session, person)
            if member and not member.trouble and numbers:
                yield _row(Recipient(0, person, member.channel, member.chat), numbers, today, now)

    def _desks(self, session: Session, other: Session, district: int,
               agenda: Agenda) -> Iterator[tuple[list[int], list[Recipient]]]:
        """The departments that have both something to hear and somebody to hear it (a merge of two streams)."""
        everyone = morning.recipients(other, district)
        department, found = next(everyone, (-1, []))
        told = _Told(agenda)
        for wanted, rows in morning.desks(session, district, agenda.until):
            while -1 < department < wanted:
                department, found = next(everyone, (-1, []))
            if department == wanted:
                numbers = [row[1] for row in rows if told[row[2:]]]
                if numbers:
                    yield numbers, found

    def _office(self, session: Session, district: int, today: date, now: datetime) -> list[OutboxRow]:
        return [outbox.bare_row(f"office:{one.id}:{today}", one.channel, one.chat, one.id, outbox.Kind.OFFICE, (), now,
                                today)
                for one in people.office(session, district) if not one.trouble]


def clock_is_lost(session: Session, now: datetime) -> bool:
    """Whether `now` (aware UTC) cannot be the present."""
    began = audit.began(session)
    return began is not None and now < began - LOST


def check_clock(session: Session, now: datetime) -> None:
    """Raises Refusal (clock-lost) where `now` (aware UTC) cannot be the present."""
    if clock_is_lost(session, now):
        began = audit.began(session)
        raise Refusal("clock-lost", now=f"{now:%Y-%m-%d %H:%M}", began=f"{began:%Y-%m-%d}")


def chunks(things: Iterator[T], size: int) -> Iterator[Sequence[T]]:
    """`things` in lists of at most `size`."""
    while chunk := list(islice(things, size)):
        yield chunk


class _Told(dict[tuple[str, str | None, str], bool]):
    """Whether items with these days (in ISO form) are mentioned today: a million items share a few hundred answers."""

    def __init__(self, agenda: Agenda) -> None:
        super().__init__()
        self._agenda = agenda

    def __missing__(self, days: tuple[str, str | None, str]) -> bool:
        act_by, overdue_after, opened_on = days
        late_after = date.fromisoformat(overdue_after) if overdue_after else None
        reason = self._agenda.reason(date.fromisoformat(act_by), late_after, date.fromisoformat(opened_on))
        self[days] = told = reason is not None
        return told


def _with(owed: Sequence[int] | None, numbers: Sequence[int]) -> Sequence[int]:
    """Today's items, and those of a digest that did not surely arrive; nearly always there are none."""
    return list(dict.fromkeys((*owed, *numbers))) if owed else numbers


def _row(one: Recipient, numbers: Sequence[int], today: date, now: datetime) -> OutboxRow:
    key = f"digest:{one.person}:{today.isoformat()}"
    return outbox.bare_row(key, one.channel, one.chat, one.person, outbox.Kind.DIGEST, numbers, now, today)
