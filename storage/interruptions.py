"""The times in which a messenger did not answer like itself, so that the office hears of each once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, insert, select, update
from sqlmodel import Session

from storage.tables import Interruption as Row
from storage.tables import table_of

_ROWS = table_of(Row)


@dataclass(frozen=True, slots=True)
class Interruption:
    """From when until when it is known to have lasted (aware UTC), and how many messages went out once more for it."""

    began_at: datetime
    ended_at: datetime
    repeated: int


def note(session: Session, channel: str, now: datetime, repeated: int) -> None:
    """The channel fails at `now` (aware UTC): one interruption begins, or that which lasts goes on."""
    longer = {"ended_at": now, "repeated": _ROWS.c.repeated + repeated}
    if session.execute(_lasting(channel).values(longer).returning(_ROWS.c.id)).first() is None:
        session.execute(insert(_ROWS).values(channel=channel, began_at=now, ended_at=now, lasts=True,
                                             repeated=repeated))


def end(session: Session, channel: str, now: datetime) -> None:
    """The channel answers again."""
    session.execute(_lasting(channel).values(ended_at=now, lasts=False))


def lose_sight(session: Session, channel: str) -> bool:
    """The process that saw one lasting is gone: how much longer it lasted nobody knows. Whether there was one."""
    return session.execute(_lasting(channel).values(lasts=False).returning(_ROWS.c.id)).first() is not None


def lasts(session: Session, channel: str) -> bool:
    """Whether one is going on."""
    found = select(_ROWS.c.id).where(_ROWS.c.channel == channel, _ROWS.c.lasts).limit(1)
    return session.execute(found).first() is not None


def since(session: Session, channel: str, when: datetime) -> list[Interruption]:
    """Those that began after `when` (aware UTC), in order."""
    rows = session.execute(select(_ROWS.c.began_at, _ROWS.c.ended_at, _ROWS.c.repeated).where(
        _ROWS.c.channel == channel, _ROWS.c.began_at > when).order_by(_ROWS.c.id))
    return [Interruption(*row) for row in rows]


def _lasting(channel: str) -> Update:
    return update(_ROWS).where(_ROWS.c.channel == channel, _ROWS.c.lasts)
