"""A disk that fails a database: full, or not to be written to; it recovers when the block ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from storage.database import Database


@contextmanager
def full(database: Database) -> Iterator[None]:
    """The database may grow by no page more."""
    with _at_connect(database, "PRAGMA max_page_count=1"):      # SQLite takes the present size for less
        yield


@contextmanager
def read_only(database: Database) -> Iterator[None]:
    """Nothing may be written; SQLite answers as it does on a read-only disk."""
    with _at_connect(database, "PRAGMA query_only=ON"):
        yield


@contextmanager
def _at_connect(database: Database, pragma: str) -> Iterator[None]:
    def sicken(connection: Any, _record: object) -> None:
        connection.execute(pragma)

    event.listen(database.engine, "connect", sicken)
    database.engine.dispose()
    try:
        yield
    finally:
        event.remove(database.engine, "connect", sicken)
        database.engine.dispose()
