"""What came in: raw updates are committed here before they are confirmed, then handled one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text, update
from sqlmodel import Session

from storage.database import insert_new
from storage.tables import Inbox, table_of

_ROWS = table_of(Inbox)


@dataclass(frozen=True, slots=True)
class Received:
    """One kept update, waiting to be handled. `received_at` is aware UTC."""

    id: int
    raw: str
    received_at: datetime


def keep(session: Session, channel: str, updates: Sequence[tuple[int, str]], now: datetime) -> None:
    """Keep raw updates; one that is here already stays as it is."""
    rows = [{"channel": channel, "number": number, "raw": raw, "received_at": now} for number, raw in updates]
    insert_new(session, _ROWS, rows, key=("channel", "number"))


def unhandled(session: Session, channel: str, most: int = 50) -> list[Received]:
    """The oldest kept updates that nobody has handled yet, in the order they came."""
    columns = (_ROWS.c.id, _ROWS.c.raw, _ROWS.c.received_at)
    rows = session.execute(
        select(*columns).where(text("state = 'new'"), _ROWS.c.channel == channel).order_by(_ROWS.c.id).limit(most)
    )
    return [Received(*row) for row in rows]


def tried(session: Session, row: int) -> int:
    """Note that what this update brought is tried now, before it may end the process; how often that makes."""
    here = _ROWS.c.id == row
    session.execute(update(_ROWS).where(here).values(tries=_ROWS.c.tries + 1))
    tries: int = session.execute(select(_ROWS.c.tries).where(here)).scalar_one()
    return tries


def is_unhandled(session: Session, row: int) -> bool:
    """Whether this update still waits: a second worker may have been quicker."""
    return session.execute(select(_ROWS.c.state).where(_ROWS.c.id == row)).scalar() == "new"


def settle(session: Session, row: int, trouble: str = "") -> None:
    """Mark an update as handled, in the same transaction as what it brought about."""
    state = "failed" if trouble else "done"
    session.execute(update(_ROWS).where(_ROWS.c.id == row).values(state=state, trouble=trouble[:500]))
