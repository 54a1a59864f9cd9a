"""Half-understood replies and things to be confirmed, kept until their answer comes; one a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from storage.tables import Pending

LIFETIME = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the bot asked last: its kind, and the pieces that were understood."""

    kind: str
    content: Mapping[str, Any]


def ask(session: Session, person: int, kind: str, content: Mapping[str, object], now: datetime) -> None:
    """Keep a question, in place of an older one. `now` is aware UTC."""
    row = session.get(Pending, person) or Pending(person_id=person, kind=kind, content={}, asked_at=now)
    row.kind, row.content, row.asked_at = kind, dict(content), now
    session.add(row)
    session.flush()


def asked(session: Session, person: int, now: datetime) -> Asked | None:
    """The question a person has not answered yet; older than a day it has lapsed."""
    row = session.get(Pending, person)
    return Asked(row.kind, row.content) if row and now - row.asked_at <= LIFETIME else None


def forget(session: Session, person: int) -> None:
    """The question is answered, or overtaken."""
    if row := session.get(Pending, person):
        session.delete(row)
        session.flush()
