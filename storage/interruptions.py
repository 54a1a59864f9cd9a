"""The times in which a messenger did not answer like itself, so that the office hears of each once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlmodel import Session

from storage.tables import Interruption as Row
from storage.tables import table_of

_ROWS = table_of(Row)


@dataclass(frozen=True, slots=True)
class Interruption:
    """From when until when (aware UTC; None: it lasts), and how many messages went out once more for it."""

    began_at: datetime
    ended_at: datetime | None
    repeated: int


def note(session: Session, channel: str, now: datetime, repeated: int) -> None:
    """The channel fails at `now` (aware UTC): one interruption begins, or that which lasts goes on."""
    lasting = (_ROWS.c.channel == channel, _ROWS.c.ended_at.is_(None))
    known = update(_ROWS).where(*lasting).values(repeated=_ROWS.c.repeated + repeated).returning(_ROWS.c.id)
    if session.execute(known).first() is None:
        session.execute(insert(_ROWS).values(channel=channel, began_at=now, repeated=repeated))


def end(session: Session, channel: str, now: datetime) -> None:
    """The channel answers again."""
    session.execute(update(_ROWS).where(_ROWS.c.channel == channel, _ROWS.c.ended_at.is_(None)).values(ended_at=now))


def lasts(session: Session, channel: str) -> bool:
    """Whether one has no end yet."""
    return session.execute(select(_ROWS.c.id).where(
        _ROWS.c.channel == channel, _ROWS.c.ended_at.is_(None)).limit(1)).first() is not None


def since(session: Session, channel: str, when: datetime) -> list[Interruption]:
    """Those that began after `when` (aware UTC), in order."""
    rows = session.execute(select(_ROWS.c.began_at, _ROWS.c.ended_at, _ROWS.c.repeated).where(
        _ROWS.c.channel == channel, _ROWS.c.began_at > when).order_by(_ROWS.c.id))
    return [Interruption(*row) for row in rows]
