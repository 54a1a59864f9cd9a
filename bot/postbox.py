"""The sender's side of the outbox: words what is due, commits claims, settles results, tidies after a crash.

Every method is one or two transactions and runs in a worker thread, never in the event loop.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.port import Delivery, Limits, Outcome, OutgoingFile
from bot.making import Made, Maker, Workshop
from handlers.morning import LATE, MorningDesk
from handlers.request import Button, Reply
from locales.catalogue import LOCALES, Texts, texts
from locales.messages import clipped
from obligations.workdays import WorkCalendar
from storage import evidence, interruptions, outbox, people
from storage.database import Database, Session
from storage.outbox import Kind, Letter, Planned

# How often a message goes out once more when nobody knows whether it arrived, marked as perhaps a repeat: a push
# once (P2), what answers a person once more often, for they are waiting.
ONCE_MORE = {Kind.ANSWER: 2, Kind.CARD: 2}
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
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is to be sent now; `any_left`: it is worth asking again at once."""

    letters: tuple[Ready, ...]
    any_left: bool


class Postbox:
    """The outbox of one channel with its limits. `makers` make the files that go out, each by the word before the
    colon of what is to be made."""

    def __init__(self, database: Database, channel: str, limits: Limits, calendar: WorkCalendar,
                 zone: ZoneInfo, makers: Mapping[str, Maker] | None = None) -> None:
        self._database, self._channel, self._limits, self._zone = database, channel, limits, zone
        self._desk = MorningDesk(calendar, zone)
        self._workshop = Workshop(channel, limits.file, makers or {})

    def claim(self, now: datetime, most: int, busy: Sequence[str], *, undoubted: bool = False) -> Claimed:
        """Word the next messages and commit that they are being sent; with `undoubted` none that was in doubt
        before. `now` is aware UTC."""
        # Nobody takes the right to write only to find that there is nothing to write, or to make a file.
        with self._database.read() as session:
            next_ones = self._next(session, now, most, busy, undoubted)
            made = self._workshop.made(session, _whose_turn_it_is(next_ones), now)
        if not next_ones:
            return Claimed((), False)
        with self._database.write() as session:
            ready = [one for letter in self._next(session, now, most, busy, undoubted)
                     if letter.planned.file is None or letter.id in made
                     if (one := self._claim(session, letter, now, made.get(letter.id)))]
        return Claimed(tuple(ready), True)

    def _next(self, session: Session, now: datetime, most: int, busy: Sequence[str], undoubted: bool) -> list[Letter]:
        waiting = outbox.waiting(session, self._channel, now, most, busy, undoubted=undoubted)
        return _one_a_chat(_not_risked_together(waiting))

    def settle(self, outcomes: Sequence[tuple[Ready, Outcome]], now: datetime, again: datetime, *,
               failing: bool = False, over: bool = False) -> None:
        """Write down what became of messages; those surely not sent are tried again at `again`. `failing`: the
        messenger does not answer like itself; `over`: it does again."""
        fates = [(ready.id, outcome.delivery.value, outcome.message or ready.edit, outcome.error)
                 for ready, outcome in outcomes if outcome.delivery in (Delivery.SENT, Delivery.DEAD)]
        with self._database.write() as session:
            outbox.settle_all(session, fates, now)
            repeated = sum(self._consequences(session, ready, outcome, now, again) for ready, outcome in outcomes)
            if failing:
                interruptions.note(session, self._channel, now, repeated)
            if over:
                interruptions.end(session, self._channel, now)

    def recover(self, now: datetime) -> bool:
        """What was being sent when the last process ended is in doubt. Whether it is worth asking first if the
        messenger is there."""
        with self._database.write() as session:
            left = outbox.left_sending(session, self._channel)
            failing = interruptions.lose_sight(session, self._channel)
            repeated = sum(self._doubt(session, one.id, one.planned, one.doubts, "", now) for one in left)
            if left:
                interruptions.note(session, self._channel, now, repeated)
            return failing or bool(left)

    def resumed(self, now: datetime) -> None:
        """The messenger answers again, and there was nothing left to try it on."""
        with self._database.write() as session:
            interruptions.end(session, self._channel, now)

    def _claim(self, session: Session, letter: Letter, now: datetime, made: Made | None) -> Ready | None:
        planned = letter.planned
        replies = self._words(session, letter, now)
        if not replies:
            outbox.settle(session, letter.id, *self._fate_of_the_unsaid(letter, now))
            return None
        first, *others = replies
        words = "\n\n".join(filter(None, (first.text, made.trouble if made else "")))
        buttons, file = _plain(first), made.file if made else None
        words = self._marked(session, letter, words, self._limits.caption if file else self._limits.text)
        mark = self._newest_evidence(session, planned) if planned.kind is Kind.OFFICE else 0
        if not outbox.claim(session, letter, words, buttons, first.items, now, mark, planned.file if file else None):
            return None
        further = [replace(one, text=self._marked(session, letter, one.text, self._limits.text)) for one in others]
        outbox.plan(session, [_further(letter, reply, part) for part, reply in enumerate(further, 2)], now)
        return Ready(letter.id, planned.chat, words, buttons, planned.edit, planned.person,
                     planned.kind is not Kind.CARD, file, letter.doubts)

    def _newest_evidence(self, session: Session, planned: Planned) -> int:
        reader = people.member(session, planned.person) if planned.person else None
        return evidence.newest(session, reader.district) if reader else 0

    def _fate_of_the_unsaid(self, letter: Letter, now: datetime) -> tuple[str, datetime, None, str]:
        """Of a message that has nothing to say any more; a digest whose day is over leaves its items to the next."""
        if letter.planned.kind is not Kind.DIGEST or self._is_its_day(letter.planned, now):
            return "void", now, None, ""
        return ("unknown", now, None, letter.trouble) if letter.doubts else ("dead", now, None, LATE)

    def _words(self, session: Session, letter: Letter, now: datetime) -> list[Reply]:
        planned = letter.planned
        person = people.member(session, planned.person) if planned.person else None
        today = now.astimezone(self._zone).date()
        # Yesterday's digest that never left is not sent today: today's says all of it, from the present.
        if not self._is_its_day(planned, now):
            return []
        if planned.person and person is None:    # who has left hears nothing more
            return []
        if planned.text or planned.file or person is None:
            return [_reply(planned)] if planned.text or planned.file else []
        if planned.kind is Kind.OFFICE:
            return self._desk.office(session, person, today, now)
        return self._desk.liaison(session, person, planned.items, today, repeated=letter.doubts > 0)

    def _is_its_day(self, planned: Planned, now: datetime) -> bool:
        return planned.day is None or planned.day == now.astimezone(self._zone).date()

    def _marked(self, session: Session, letter: Letter, words: str, most: int) -> str:
        """The words, with the mark of what went out before and perhaps arrived. An edit needs none: it shows once
        however often it is sent."""
        if not letter.doubts or letter.planned.edit:
            return words
        key = "answer-repeated" if letter.planned.kind is Kind.ANSWER else "digest-repeated"
        mark = self._texts(session, letter.planned)(key)
        return words if words.startswith(mark) else clipped(f"{mark}\n{words}".strip(), most)

    def _texts(self, session: Session, planned: Planned) -> Texts:
        """The words in the language of whoever gets it: in private, chat and account have one id."""
        reader = people.by_account(session, self._channel, planned.chat)
        return texts(reader.locale if reader else LOCALES[0])

    def _consequences(self, session: Session, ready: Ready, outcome: Outcome, now: datetime, again: datetime) -> bool:
        """What follows from one outcome; whether the message goes out once more because of it, marked."""
        if outcome.delivery is Delivery.UNSENT:
            outbox.requeue(session, ready.id, again if outcome.error else None, outcome.error)
        if outcome.delivery is Delivery.DEAD and ready.person and outcome.unreachable:
            people.note_trouble(session, ready.person, outcome.error)
        if outcome.delivery is Delivery.UNKNOWN:
            letter = outbox.letter(session, ready.id)
            return self._doubt(session, ready.id, letter.planned, ready.doubts, outcome.error, now)
        return False

    def _doubt(self, session: Session, row: int, planned: Planned, doubts: int, why: str, now: datetime) -> bool:
        """Being told twice, and told so, is better than not being told; but only so often. What stays unknown is
        seen by the office, and the items of a digest come along with the next one (see `Rounds`)."""
        if doubts < ONCE_MORE.get(planned.kind, 1):
            outbox.doubt(session, row, why)
            return planned.kind is not Kind.CARD
        outbox.settle(session, row, "unknown", now, planned.edit, why)
        return False


def _not_risked_together(letters: Sequence[Letter]) -> Sequence[Letter]:
    """What goes out once more goes alone, behind all others: if that fails too, it fails for one person."""
    undoubted = [letter for letter in letters if not letter.doubts]
    return undoubted or letters[:1]


def _whose_turn_it_is(letters: Sequence[Letter]) -> Sequence[Letter]:
    """The letters whose files are made now: a file takes its time, so what is as pressing and has none goes first."""
    plain = min((letter.planned.priority for letter in letters if not letter.planned.file), default=None)
    return [letter for letter in letters
            if letter.planned.file and (plain is None or letter.planned.priority < plain)][:1]


def _one_a_chat(letters: Sequence[Letter]) -> list[Letter]:
    """Each chat's first message only: its next must wait a second anyway, and order is kept."""
    return list({letter.planned.chat: letter for letter in reversed(letters)}.values())[::-1]


def _further(letter: Letter, reply: Reply, part: int) -> Planned:
    planned = letter.planned
    again = "again:" if letter.doubts else ""    # parts of the first time may be on their way
    return Planned(f"{planned.key}:{again}{part}", planned.channel, planned.chat, planned.kind, planned.person,
                   reply.text, _plain(reply), reply.items, priority=planned.priority, day=planned.day,
                   doubts=letter.doubts)


def _plain(reply: Reply) -> Buttons:
    return tuple(tuple((button.label, button.data) for button in row) for row in reply.buttons)


def _reply(planned: Planned) -> Reply:
    buttons = tuple(tuple(Button(label, data) for label, data in row) for row in planned.buttons)
    return Reply(planned.text, buttons, planned.items)
