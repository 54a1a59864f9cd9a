"""The sender's side of the outbox: words what is due, commits claims, settles results, tidies after a crash.

Every method is one or two transactions and runs in a worker thread, never in the event loop.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.channels.port import Delivery, Outcome, OutgoingFile
from bot.making import Made, Maker, Workshop
from handlers.morning import LATE, MorningDesk
from handlers.notify import URGENT
from handlers.request import Button, Reply
from obligations.workdays import WorkCalendar
from storage import evidence, outbox, people
from storage.database import Database, Session
from storage.outbox import Kind, Letter, Planned

AGAIN = "again:"
_DAY = re.compile(r":(\d{4}-\d\d-\d\d)(?![^:])")
MOST_ATTEMPTS = 3   # of an answer whose fate is unknown
Buttons = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A claimed message with its very words, and its file."""

    id: int
    chat: str
    text: str
    buttons: Buttons
    edit: str | None
    person: int | None
    or_new: bool = True
    file: OutgoingFile | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is to be sent now; `any_left`: it is worth asking again at once."""

    letters: tuple[Ready, ...]
    any_left: bool


class Postbox:
    """The outbox of one channel. `makers` make the files that go out, each by the word before the colon of what
    is to be made."""

    def __init__(self, database: Database, channel: str, calendar: WorkCalendar, zone: ZoneInfo,
                 makers: Mapping[str, Maker] | None = None) -> None:
        self._database, self._channel, self._zone = database, channel, zone
        self._desk = MorningDesk(calendar, zone)
        self._workshop = Workshop(database, channel, makers or {})
        self._more = False      # the last claim found as many as it asked for, so there are likely more

    def claim(self, now: datetime, most: int, busy: Sequence[str]) -> Claimed:
        """Word the next messages and commit that they are being sent. `now` is aware UTC."""
        made = self._workshop.make(now)
        if not self._more:
            # Nobody takes the right to write only to find that there is nothing to write.
            with self._database.read() as session:
                if not outbox.waiting(session, self._channel, now, 1, busy):
                    return Claimed((), False)
        with self._database.write() as session:
            waiting = outbox.waiting(session, self._channel, now, most, busy)
            ready = [one for letter in self._workshop.ready(_one_a_chat(waiting), made)
                     if (one := self._claim(session, letter, now, made.get(letter.id)))]
        self._more = len(waiting) == most
        return Claimed(tuple(ready), bool(waiting))

    def settle(self, outcomes: Sequence[tuple[Ready, Outcome]], now: datetime, again: datetime) -> None:
        """Write down what became of messages; those surely not sent are tried again at `again`."""
        fates = [(ready.id, outcome.delivery.value, outcome.message or ready.edit, outcome.error)
                 for ready, outcome in outcomes if outcome.delivery is not Delivery.UNSENT]
        with self._database.write() as session:
            outbox.settle_all(session, fates, now)
            for ready, outcome in outcomes:
                if outcome.delivery is Delivery.UNSENT:
                    outbox.requeue(session, ready.id, again, outcome.error)
                else:
                    self._consequences(session, ready, outcome, now)

    def recover(self, now: datetime) -> None:
        """Settle what was being sent when the last process ended, as `unknown`."""
        with self._database.write() as session:
            for letter in outbox.left_sending(session, self._channel):
                outbox.settle(session, letter.id, "unknown", now, letter.planned.edit)
                self._after_unknown(session, letter, now)

    def _claim(self, session: Session, letter: Letter, now: datetime, made: Made | None) -> Ready | None:
        planned = letter.planned
        replies = self._words(session, letter, now)
        if not replies:
            late = planned.kind is Kind.DIGEST and not self._is_of_today(planned, now)
            outbox.settle(session, letter.id, "dead" if late else "void", now, trouble=LATE if late else "")
            return None
        first, *others = replies
        words = "\n\n".join(filter(None, (first.text, made.trouble if made else "")))
        buttons, file = _plain(first), made.file if made else None
        mark = evidence.newest(session) if planned.kind is Kind.OFFICE else 0
        if not outbox.claim(session, letter, words, buttons, first.items, mark, planned.file if file else None):
            return None
        outbox.plan(session, [_further(planned, reply, part) for part, reply in enumerate(others, 2)], now)
        return Ready(letter.id, planned.chat, words, buttons, planned.edit, planned.person,
                     planned.kind is not Kind.CARD, file)

    def _words(self, session: Session, letter: Letter, now: datetime) -> list[Reply]:
        planned = letter.planned
        person = people.member(session, planned.person) if planned.person else None
        today = now.astimezone(self._zone).date()
        # Yesterday's digest that never left is not sent today: today's says all of it, from the present.
        if _is_of_a_day(planned) and not self._is_of_today(planned, now):
            return []
        if planned.person and person is None:    # who has left hears nothing more
            return []
        if planned.text or planned.file or person is None:
            return [_reply(planned)] if planned.text or planned.file else []
        if planned.kind is Kind.OFFICE:
            return self._desk.office(session, person, today, now)
        return self._desk.liaison(session, person, planned.items, today, repeated=planned.kind is Kind.NOTICE)

    def _is_of_today(self, planned: Planned, now: datetime) -> bool:
        return _day_of(planned.key) == now.astimezone(self._zone).date()

    def _consequences(self, session: Session, ready: Ready, outcome: Outcome, now: datetime) -> None:
        if outcome.delivery is Delivery.DEAD and ready.person and outcome.unreachable:
            people.note_trouble(session, ready.person, outcome.error)
        if outcome.delivery is Delivery.UNKNOWN:
            self._after_unknown(session, outbox.letter(session, ready.id), now)

    def _after_unknown(self, session: Session, letter: Letter, now: datetime) -> None:
        """A digest is not resent, the next one takes its items along (see `Rounds`); but what must be
        done today is said once more, marked 可能重复. An answer may be resent: hearing twice that an item is
        closed does no harm."""
        planned, today = letter.planned, now.astimezone(self._zone).date()
        if planned.kind in (Kind.ANSWER, Kind.CARD) and letter.attempts < MOST_ATTEMPTS:
            outbox.requeue(session, letter.id, None)
        elif planned.kind in (Kind.DIGEST, Kind.NOTICE) and not planned.key.startswith(AGAIN):
            self._say_again(session, planned, today, now)

    def _say_again(self, session: Session, planned: Planned, today: date, now: datetime) -> None:
        person = people.member(session, planned.person) if planned.person else None
        if person is None:
            return
        any_day = planned.kind is Kind.NOTICE
        urgent = self._desk.still_urgent(session, person, planned.items, today, any_day=any_day)
        if urgent:
            key = f"{AGAIN}{planned.key}:{today}"
            outbox.plan(session, [Planned(key, planned.channel, planned.chat, Kind.NOTICE, planned.person,
                                          items=urgent, priority=URGENT)], now)


def _one_a_chat(letters: Sequence[Letter]) -> list[Letter]:
    """Each chat's first message only: its next must wait a second anyway, and order is kept."""
    return list({letter.planned.chat: letter for letter in reversed(letters)}.values())[::-1]


def _further(planned: Planned, reply: Reply, part: int) -> Planned:
    return Planned(f"{planned.key}:{part}", planned.channel, planned.chat, planned.kind, planned.person, reply.text,
                   _plain(reply), reply.items, priority=planned.priority)


def _plain(reply: Reply) -> Buttons:
    return tuple(tuple((button.label, button.data) for button in row) for row in reply.buttons)


def _reply(planned: Planned) -> Reply:
    buttons = tuple(tuple(Button(label, data) for label, data in row) for row in planned.buttons)
    return Reply(planned.text, buttons, planned.items)


def _is_of_a_day(planned: Planned) -> bool:
    return planned.kind in (Kind.DIGEST, Kind.OFFICE) or planned.key.startswith(AGAIN)


def _day_of(key: str) -> date | None:
    """The day a digest is for: the last date in its key, behind which a further part is numbered."""
    days = _DAY.findall(key)
    return date.fromisoformat(days[-1]) if days else None
