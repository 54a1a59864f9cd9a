"""Opens the database and hands out sessions; what is read or written in them is the other modules'.

On SQLite every write goes through one gate: a lock beside the file, taken before the transaction
begins and given back after it has committed and checkpointed. So no two connections of ours ever
write or checkpoint at once, which the WAL-reset bug of SQLite 3.7.0–3.51.2 needs (docs/decisions.md).
"""

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, TextClause, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import Session as Session
from sqlmodel import create_engine

from obligations.errors import Refusal


class Database:
    """One database. `write()` is a transaction that commits at its end; `read()` sees one moment."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.file = file_of(url)
        if self.file:
            _make_folder(self.file)
        self.engine = _engine(url)
        self._running: int | None = None

    @contextmanager
    def write(self, *, foreign_keys: bool = True) -> Iterator[Session]:
        """A transaction that has the only right to write from its beginning; commits or leaves nothing.

        Raises Refusal when the disk is full or may not be written: then nothing was committed. Only
        migrations go without foreign keys: rebuilding a table with them on would delete what refers to it.
        """
        options = {"gongkai_write": True, "gongkai_foreign_keys": foreign_keys}
        with self._gate(), _refusing_sick_disk(), Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options=options)
            yield session
            session.commit()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view of one moment, which never waits for a writer. Raises Refusal on a sick disk."""
        with _refusing_sick_disk(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def _gate(self) -> Iterator[None]:
        if not self.file:
            yield
            return
        with _refusing_sick_disk():
            gate = os.open(f"{self.file}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield
        finally:
            os.close(gate)

    def run_alone(self) -> None:
        """Be the only bot on this database until the process ends. Raises Refusal when another one runs:
        it would take this one's messages in flight for lost. Commands may write meanwhile."""
        if self.file:
            with _refusing_sick_disk():
                self._running = os.open(f"{self.file}.run", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(self._running, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Refusal("already-running", database=self.file.name) from error

    def clear(self) -> None:
        """Remove a SQLite database whole, for one who runs alone on it; its locks stay."""
        if self.file:
            for end in ("", "-wal", "-shm", "-journal"):
                Path(f"{self.file}{end}").unlink(missing_ok=True)

    def close(self) -> None:
        """Give back every connection; SQLite's last one folds the write-ahead log away, inside the gate."""
        with suppress(Refusal), self._gate():
            self.engine.dispose()
        if self._running is not None:
            os.close(self._running)
            self._running = None


def exists(url: str) -> bool:
    """Whether there is a database to read: to look into a SQLite file that is not there would make it."""
    file = file_of(url)
    return file is None or file.is_file()


def insert_new(session: Session, table: Table, rows: Sequence[Mapping[str, object]], key: Sequence[str],
               same: Mapping[str, TextClause] | None = None) -> None:
    """Insert the rows whose `key` columns stand nowhere yet; the others stay as they are.

    `same` are columns, as SQL, that have one value in all of the rows.
    """
    if rows:
        dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        statement = dialect.insert(table).values(same or {}).on_conflict_do_nothing(index_elements=list(key))
        session.execute(statement, list(rows))


def file_of(url: str) -> Path | None:
    """Where the SQLite database of this address stands; None: it is in memory, or no SQLite."""
    prefix = "sqlite:///"
    return Path(url.removeprefix(prefix)).absolute() if url.startswith(prefix) and url != prefix else None


def _make_folder(file: Path) -> None:
    with _refusing_sick_disk():
        file.parent.mkdir(parents=True, exist_ok=True)


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own way of opening transactions is switched off: `_begin_sqlite` opens them.
    connection.isolation_level = None
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    options = connection.get_execution_options()
    # Has an effect only outside a transaction, so it stands before BEGIN.
    connection.exec_driver_sql(f"PRAGMA foreign_keys={int(options.get('gongkai_foreign_keys', True))}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("gongkai_write") else "BEGIN")


@contextmanager
def _refusing_sick_disk() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        if trouble := _trouble_of_disk(error):
            raise Refusal("disk-trouble", trouble=trouble) from error
        raise
    except OSError as error:
        raise Refusal("disk-trouble", trouble=error.strerror or "") from error


def _trouble_of_disk(error: BaseException | None) -> str:
    """The driver's words, if the disk is at fault. SQLite takes the whole transaction back by itself when
    the disk is full, so what surfaces may be the savepoint that is missing then: the first fault counts."""
    while error is not None:
        words = str(error.orig) if isinstance(error, OperationalError) else ""
        if any(sign in words for sign in ("readonly", "full", "disk I/O", "unable to open")):
            return words
        error = error.__context__
    return ""
