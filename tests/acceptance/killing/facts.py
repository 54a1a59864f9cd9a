"""What is left when everything has settled: the rows of the database and the server's log, as plain values."""

import json
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from handlers.morning import LATE
from storage import audit
from storage.audit import Verdict
from storage.database import Database, Session
from storage.tables import Evidence, Inbox, Obligation, Outbox, Person, table_of
from tests.bot_api import Control
from tests.bot_api.world import Json


@dataclass(frozen=True, slots=True)
class Proof:
    """One row of evidence with the number and the chat it belongs to."""

    number: int
    chat: int
    kind: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One row of the outbox. `message`: Telegram's number of it, None where it is not known. `state` is
    `late` for a digest that could not leave on its day, whose items the next one took along. `day` is a local
    date in ISO form, "" for what may leave on any."""

    key: str
    chat: int
    kind: str
    state: str
    text: str
    message: int | None
    day: str = ""
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """`proofs` and `answers` by the key of the update they came of; `inbox`: each update's state."""

    proofs: dict[str, list[Proof]]
    messages: list[Message]
    answers: dict[str, list[Message]]
    inbox: dict[int, str]
    accepted: list[Json]
    violations: list[str]
    log: Verdict
    victims_log: str


def gather(database: Database, api: Control, victims_log: str) -> Facts:
    """Everything that the verdict is built on."""
    with database.read() as session:
        messages = _messages(session)
        rows = table_of(Inbox)
        inbox = {number: state for number, state in session.execute(select(rows.c.number, rows.c.state))}
        proofs, log = _proofs(session), audit.verify(session)
    database.close()
    answers: dict[str, list[Message]] = defaultdict(list)
    for one in messages:
        if one.key.startswith("answer:"):
            answers[one.key.removeprefix("answer:").rpartition(":")[0]].append(one)
    state = api.state
    return Facts(proofs, messages, answers, inbox, state["accepted"], state["violations"], log, victims_log)


def _proofs(session: Session) -> dict[str, list[Proof]]:
    e, o, p = table_of(Evidence), table_of(Obligation), table_of(Person)
    rows = session.execute(
        select(e.c.source, o.c.number, p.c.chat, e.c.kind, e.c.links)
        .join_from(e, o, e.c.obligation_id == o.c.id).join(p, e.c.person_id == p.c.id).order_by(e.c.id))
    found: dict[str, list[Proof]] = defaultdict(list)
    for source, number, chat, kind, links in rows:
        found[source].append(Proof(number, int(chat), kind, tuple(links)))
    return found


def _messages(session: Session) -> list[Message]:
    rows = session.execute(select(table_of(Outbox)).order_by(table_of(Outbox).c.id)).all()
    return [
        Message(row.key, int(row.chat), row.kind, LATE if row.trouble == LATE else row.state,
                json.loads(row.content or '{"text": ""}')["text"],
                int(row.message) if row.message else None, row.day.isoformat() if row.day else "", row.doubts)
        for row in rows
    ]
