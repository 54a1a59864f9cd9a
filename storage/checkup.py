"""What an operator wants to know of the database itself; what it means is said elsewhere."""

import sqlite3

from sqlalchemy import func, inspect, select
from sqlmodel import Session

from storage.tables import Outbox, Plan, table_of

# The WAL-reset bug, met when two connections write or checkpoint at once (see `database.py`).
BUG_SINCE, BUG_GONE = (3, 7, 0), (3, 51, 3)
UNFINISHED = ("queued", "sending", "unknown", "dead")


def has_tables(session: Session) -> bool:
    """Whether anything was ever set up in this database."""
    return inspect(session.connection()).has_table(table_of(Plan).name)


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return sqlite3.sqlite_version


def has_wal_reset_bug(version: str) -> bool:
    """Whether a SQLite library of this version has the bug that the gate of `database.py` keeps away."""
    return BUG_SINCE <= tuple(map(int, version.split("."))) < BUG_GONE


def unfinished(session: Session) -> dict[str, int]:
    """How many messages stand in each state that is not the end, or not the wished one."""
    rows = table_of(Outbox)
    counted = select(rows.c.state, func.count()).where(rows.c.state.in_(UNFINISHED)).group_by(rows.c.state)
    found = {state: number for state, number in session.execute(counted)}
    return {state: found[state] for state in UNFINISHED if state in found}
