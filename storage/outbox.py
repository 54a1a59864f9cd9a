"""What goes out: every notice and answer is planned here under its natural key before it is sent.

States: queued → sending → sent / unknown / dead, or void when by its turn there was nothing to say. What nobody
knows to have arrived is queued once more, in doubt; `unknown` is only what stayed so the second time.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, Select, Text, and_, bindparam, case, cast, func, literal, or_, select, text, update
from sqlmodel import Session

from storage.database import insert_new
from storage.tables import QUEUED, SENDING, TROUBLED, Outbox, Person, table_of

_ROWS, _PEOPLE = table_of(Outbox), table_of(Person)
AHEAD = "ahead:"   # before the key of what a clock planned that was ahead
RECENT = 10   # pushes of a chat among which an item's card is looked for
# What every unworded message has in common stands in the statement, not in each of 170,000 rows.
_BARE = {"priority": text("5"), "content": text("''"), "state": text("'queued'"), "attempts": text("0"),
         "doubts": text("0"), "trouble": text("''"), "mark": text("0")}
AFTER_THE_REST = 6   # the priority of what is sent once more: those who have heard nothing yet come first
# A row may wait for hours, as a messenger asks; one that waits for longer was written by a clock that was ahead.
LONGEST_WAIT = timedelta(days=1)
# Built once: a statement takes longer to build than to carry out, and each message needs them.
_WAITING = (select(_ROWS).where(QUEUED, _ROWS.c.channel == bindparam("channel"),
                                or_(_ROWS.c.not_before.is_(None), _ROWS.c.not_before <= bindparam("now"),
                                    _ROWS.c.not_before > bindparam("latest")))
            .order_by(_ROWS.c.priority, _ROWS.c.id).limit(bindparam("most")))
_CLAIM = (update(_ROWS).where(_ROWS.c.id == bindparam("row"), QUEUED)
          .values({name: bindparam(name) for name in ("state", "content", "items", "attempts", "mark", "claimed_at")})
          .returning(_ROWS.c.id))
_SETTLE = update(_ROWS).where(_ROWS.c.id == bindparam("row")).values(
    {name: bindparam(name) for name in ("state", "message", "trouble", "settled_at")})


class Kind(StrEnum):
    """What a message is for; it decides what becomes of one whose fate is unknown."""

    DIGEST = "digest"      # a liaison's morning
    OFFICE = "office"      # the office's morning
    NOTICE = "notice"      # something that cannot wait for the morning
    ANSWER = "answer"      # the answer to a person
    CARD = "card"          # the mark on an earlier push; nothing is said where that push is gone


# What a row holds when it goes back into the queue: a morning's words are as old as that morning's moment.
_WORDED_ANEW = case((_ROWS.c.kind.in_((Kind.DIGEST, Kind.OFFICE)), ""), else_=_ROWS.c.content)


@dataclass(frozen=True, slots=True)
class ToMake:
    """A file that goes with a message: its name, and `what` is made of it when its turn comes."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to be sent. `text` empty and no `file`: worded when its turn comes, from the state of that
    moment. `items` are the numbers it is about, in order. `buttons` are rows of (label, data). `day`: the only
    local date on which it may leave; None: any. `doubts`: those of the message that it goes on from.
    """

    key: str
    channel: str
    chat: str
    kind: Kind
    person: int | None = None
    text: str = ""
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    items: tuple[int, ...] = ()
    edit: str | None = None
    priority: int = 5
    file: ToMake | None = None
    day: date | None = None
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A planned message taken from the queue. `doubts`: how often nobody could know whether it arrived."""

    id: int
    planned: Planned
    attempts: int
    created_at: datetime
    state: str = "queued"
    trouble: str = ""
    doubts: int = 0


def plan(session: Session, messages: Iterable[Planned], now: datetime) -> None:
    """Queue messages; one whose key is known already stays as it is."""
    insert_new(session, _ROWS, [_row(message, now) for message in messages], key=("key",))


def queue_bare(session: Session, rows: Sequence[dict[str, object]]) -> None:
    """Queue many unworded messages at once (see `rounds`); keys that are known stay as they are."""
    insert_new(session, _ROWS, rows, key=("key",), same=_BARE)


def waiting(session: Session, channel: str, now: datetime, most: int, busy: Iterable[str] = (), *,
            undoubted: bool = False) -> list[Letter]:
    """The queued messages whose turn it is, the most pressing first, none for a chat in `busy`; with
    `undoubted` only those that were never in doubt."""
    chats = list(busy)
    wanted = _WAITING.where(_ROWS.c.chat.not_in(chats)) if chats else _WAITING
    wanted = wanted.where(_ROWS.c.doubts == 0) if undoubted else wanted
    rows = session.connection().execute(
        wanted, {"channel": channel, "now": now, "latest": now + LONGEST_WAIT, "most": most})
    return [_letter(row) for row in rows.mappings()]


def claim(session: Session, letter: Letter, words: str, buttons: Sequence[Sequence[tuple[str, str]]],
          items: Sequence[int], now: datetime, mark: int = 0, file: ToMake | None = None) -> bool:
    """Commit the intent to send these very words and this file; False when it is queued no more. `mark`: the
    last evidence that an office digest knows of."""
    claimed = session.connection().execute(_CLAIM, {
        "row": letter.id, "state": "sending", "content": _content(words, buttons, file),
        "items": ",".join(map(str, items)), "attempts": letter.attempts + 1, "mark": mark,
        "claimed_at": now})
    return claimed.scalar() is not None


def letter(session: Session, row: int) -> Letter:
    """One message by its row."""
    return _letter(session.execute(select(_ROWS).where(_ROWS.c.id == row)).one()._mapping)


def settle(session: Session, letter: int, state: str, now: datetime, message: str | None = None,
           trouble: str = "") -> None:
    """Write down what became of a message: sent, unknown, dead or void."""
    settle_all(session, [(letter, state, message, trouble)], now)


def settle_all(session: Session, fates: Sequence[tuple[int, str, str | None, str]], now: datetime) -> None:
    """The same of several at once, each as row, state, the channel's id of it, and trouble."""
    if fates:
        session.connection().execute(_SETTLE, [
            {"row": row, "state": state, "message": message, "trouble": trouble[:300], "settled_at": now}
            for row, state, message, trouble in fates])


def requeue(session: Session, letter: int, not_before: datetime | None, trouble: str = "") -> None:
    """Put back a message that surely did not arrive; it is sent not before that moment (aware UTC), and a
    morning's digest is worded anew then."""
    session.execute(update(_ROWS).where(_ROWS.c.id == letter).values(
        state="queued", not_before=not_before, trouble=trouble[:300], content=_WORDED_ANEW))


def doubt(session: Session, letter: int, trouble: str = "") -> None:
    """Put back a message of which nobody knows whether it arrived, to go out once more behind all others; a
    morning's digest is worded anew then."""
    session.execute(update(_ROWS).where(_ROWS.c.id == letter).values(
        state="queued", doubts=_ROWS.c.doubts + 1, priority=AFTER_THE_REST, not_before=None,
        trouble=trouble[:300], content=_WORDED_ANEW))


def left_sending(session: Session, channel: str) -> list[Letter]:
    """Messages that were being sent when the process ended: nobody knows whether they arrived."""
    wanted = select(_ROWS).where(SENDING, _ROWS.c.channel == channel).order_by(_ROWS.c.id)
    return [_letter(row._mapping) for row in session.execute(wanted)]


def shown_in(session: Session, channel: str, chat: str, message: str) -> tuple[int, ...]:
    """The item numbers that a message of ours shows, in order."""
    found = session.execute(select(_ROWS.c["items"]).where(
        _ROWS.c.chat == chat, _ROWS.c.message == message, _ROWS.c.channel == channel)
        .order_by(_ROWS.c.id.desc()).limit(1)).scalar()
    return _numbers(found or "")


def undelivered_since(session: Session, district: int, since: datetime) -> list[Letter]:
    """What is known not to have reached a district's people, or of which nobody knows, settled after `since`
    (aware UTC). An answer knows only its chat."""
    own = select(_PEOPLE.c.id).where(_PEOPLE.c.district_id == district, or_(
        _PEOPLE.c.id == _ROWS.c.person_id,
        and_(_ROWS.c.person_id.is_(None), _PEOPLE.c.channel == _ROWS.c.channel, _PEOPLE.c.chat == _ROWS.c.chat)))
    wanted = select(_ROWS).where(TROUBLED, _ROWS.c.settled_at > since, _ROWS.c.kind != Kind.CARD,
                                 own.exists()).order_by(_ROWS.c.settled_at, _ROWS.c.id)
    return [_letter(row._mapping) for row in session.execute(wanted)]


def last_office_digest(session: Session, person: int, today: date) -> tuple[datetime, int] | None:
    """When the last digest before `today` was worded (aware UTC) that somebody of the office was sent, and
    the last evidence it knew; None: there was none. A digest that perhaps did not arrive told nothing."""
    sent = _of_office(person, today).where(_ROWS.c.state == "sent").order_by(_ROWS.c.key.desc()).limit(1)
    row = session.execute(sent).first()
    return (row.claimed_at or row.created_at, row.mark) if row else None


def first_office_digest(session: Session, person: int, today: date) -> datetime | None:
    """When a digest was first planned for somebody of the office, before `today` (aware UTC)."""
    first = session.execute(_of_office(person, today).order_by(_ROWS.c.key).limit(1)).first()
    return first.created_at if first else None


def _of_office(person: int, today: date) -> Select[Any]:
    key = f"office:{person}:"
    return select(_ROWS.c.created_at, _ROWS.c.claimed_at, _ROWS.c.mark).where(
        _ROWS.c.key > key, _ROWS.c.key < f"{key}{today}", _ROWS.c.person_id == person, _ROWS.c.kind == Kind.OFFICE)


def last_day_before(session: Session, district: int, day: date) -> date | None:
    """The last day before `day` for which a morning of a district was planned; None: none is known."""
    last = select(func.max(_ROWS.c.day)).join_from(_ROWS, _PEOPLE, _ROWS.c.person_id == _PEOPLE.c.id).where(
        _ROWS.c.day < day, _ROWS.c.kind.in_((Kind.DIGEST, Kind.OFFICE)), _PEOPLE.c.district_id == district,
        _ROWS.c.key.not_like(f"{AHEAD}%"))
    return session.execute(last).scalar()


def set_aside_after(session: Session, now: datetime) -> int:
    """Free the keys of the digests that were planned after `now` (aware UTC), by a clock that was ahead: the true
    day is still to have its own. Those that wait are void. How many there were."""
    freed = literal(AHEAD) + cast(_ROWS.c.id, Text) + ":" + _ROWS.c.key
    ahead = update(_ROWS).where(_ROWS.c.created_at > now, _ROWS.c.kind.in_((Kind.DIGEST, Kind.OFFICE)),
                                _ROWS.c.key.not_like(f"{AHEAD}%"))
    state = case((QUEUED, "void"), else_=_ROWS.c.state)
    return session.connection().execute(ahead.values(key=freed, state=state)).rowcount


def _row(message: Planned, now: datetime) -> dict[str, object]:
    bare = bare_row(message.key, message.channel, message.chat, message.person, message.kind, message.items, now,
                    message.day)
    worded = message.text or message.file
    return bare | {"content": _content(message.text, message.buttons, message.file) if worded else "",
                   "edit": message.edit, "priority": message.priority, "state": "queued", "attempts": 0,
                   "doubts": message.doubts, "trouble": ""}


def bare_row(key: str, channel: str, chat: str, person: int | None, kind: Kind, items: Sequence[int],
             now: datetime, day: date | None) -> dict[str, object]:
    """A row for `queue_bare`."""
    return {"key": key, "day": day, "channel": channel, "chat": chat, "person_id": person, "kind": kind,
            "items": ",".join(map(str, items)), "created_at": now}


def _letter(row: RowMapping) -> Letter:
    content: dict[str, Any] = json.loads(row["content"]) if row["content"] else {"text": "", "buttons": []}
    buttons = tuple(tuple((label, data) for label, data in line) for line in content["buttons"])
    planned = Planned(row["key"], row["channel"], row["chat"], Kind(row["kind"]), row["person_id"], content["text"],
                      buttons, _numbers(row["items"]), row["edit"], row["priority"],
                      ToMake(*content["file"]) if "file" in content else None, row["day"])
    return Letter(row["id"], planned, row["attempts"], row["created_at"], row["state"], row["trouble"],
                  row["doubts"])


def _content(words: str, buttons: Sequence[Sequence[tuple[str, str]]], file: ToMake | None) -> str:
    content: dict[str, object] = {"text": words, "buttons": buttons}
    if file:
        content["file"] = (file.name, file.what)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _numbers(items: str) -> tuple[int, ...]:
    return tuple(int(number) for number in items.split(",") if number)


def last_shown(session: Session, channel: str, chat: str) -> tuple[int, ...]:
    """The item numbers of the last message of ours in a chat that showed any."""
    found = session.execute(select(_ROWS.c["items"]).where(
        _ROWS.c.chat == chat, _ROWS.c.channel == channel, _ROWS.c.message.is_not(None), _ROWS.c["items"] != "")
        .order_by(_ROWS.c.id.desc()).limit(1)).scalar()
    return _numbers(found or "")


def card_showing(session: Session, channel: str, chat: str, number: int) -> tuple[str, Planned] | None:
    """The last digest or notice in a chat that shows an item: the channel's id of it, and what it says now,
    edits that are still on their way included."""
    here = (_ROWS.c.chat == chat, _ROWS.c.channel == channel)
    pushes = session.execute(
        select(_ROWS.c.message, _ROWS.c["items"]).where(
            *here, _ROWS.c.message.is_not(None), _ROWS.c.kind.in_((Kind.DIGEST, Kind.NOTICE)))
        .order_by(_ROWS.c.id.desc()).limit(RECENT))
    message = next((id_ for id_, items in pushes if number in _numbers(items)), None)
    shown = card(session, channel, chat, message)
    return (message, shown) if message is not None and shown else None


def card(session: Session, channel: str, chat: str, message: str | None) -> Planned | None:
    """A message of ours as it stands in a chat now, by the channel's id of it, planned edits included."""
    if message is None:
        return None
    here = (_ROWS.c.chat == chat, _ROWS.c.channel == channel)
    arrived = select(_ROWS).where(*here, _ROWS.c.message == message)
    on_the_way = select(_ROWS).where(*here, _ROWS.c.edit == message, _ROWS.c.state.in_(("queued", "sending")))
    newest = [session.execute(one.order_by(_ROWS.c.id.desc()).limit(1)).first() for one in (on_the_way, arrived)]
    return next((_letter(row._mapping).planned for row in newest if row), None)
