"""Migrations: a populated database survives each of them, and they end at the tables of the code."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, Connection, Date, DateTime, Dialect, Integer, Table, inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import audit, schema, tables
from storage.database import Database
from tests.cast import EDUCATION, LINK, Cast

TABLES = SQLModel.metadata.sorted_tables
REVISIONS = [one.revision for one in reversed(list(ScriptDirectory(str(schema.FOLDER)).walk_revisions()))]
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
NOON = datetime(2018, 7, 30, 4, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path}/gongkai.db")


def populate(connection: Connection) -> dict[str, int]:
    """Two rows in every table as the database has it now, each referring to rows that are there; how many."""
    inspector = inspect(connection)
    for table in TABLES:
        if inspector.has_table(table.name):
            there = {column["name"] for column in inspector.get_columns(table.name)}
            for number in (1, 2):
                row = {column.name: _sample(column, number) for column in table.columns if column.name in there}
                marks = ", ".join(f":{name}" for name in row)
                names = ", ".join(f'"{name}"' for name in row)
                connection.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({marks})"), row)
    return counts(connection)


def _sample(column: Any, number: int) -> object:
    """A value that fits; text columns are unique by table and row."""
    kind = column.type
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Integer):
        return number
    if isinstance(kind, Date):
        return date(2018, 7, number).isoformat()
    if isinstance(kind, UTCDateTime | DateTime):
        return NOON.replace(tzinfo=None).isoformat(" ")
    return "[]" if isinstance(kind, JSON) else f"{column.table.name}-{column.name}-{number}"


def counts(connection: Connection) -> dict[str, int]:
    found = inspect(connection).get_table_names()
    return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in found if name != "alembic_version"}


def broken_references(database: Database) -> list[Any]:
    with database.read() as session:
        return list(session.execute(text("PRAGMA foreign_key_check")))


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_populated_database_of_each_revision_is_brought_to_the_newest(database: Database, revision: str) -> None:
    schema.upgrade(database, revision)
    with database.write() as session:
        before = populate(session.connection())
    assert all(number == 2 for number in before.values()) and len(before) >= 14
    schema.upgrade(database)
    assert schema.current(database) == schema.newest() == REVISIONS[-1]
    assert broken_references(database) == []
    with database.read() as session:
        after = counts(session.connection())
    assert {name: after[name] for name in before if name in after} == {
        name: number for name, number in before.items() if name in after}
    database.close()


def test_migrations_end_at_the_tables_of_the_code(database: Database) -> None:
    schema.upgrade(database)
    with database.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    database.close()


def test_upgrading_again_changes_nothing(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    with cast.database.read() as session:
        before = counts(session.connection())
    schema.upgrade(cast.database)
    with cast.database.read() as session:
        assert counts(session.connection()) == before
        assert audit.verify(session).broken_at == 0


def test_what_waits_to_be_sent_learns_its_day_from_its_key(database: Database) -> None:
    schema.upgrade(database, "0005")
    rows = [("digest:1:2018-07-30", "digest", "queued"), ("digest:1:2018-07-30:2", "digest", "sending"),
            ("office:2:2018-07-30", "office", "queued"), ("again:digest:1:2018-07-27:2018-07-30", "notice", "queued"),
            ("moved:1:2018-07-30", "notice", "queued"), ("digest:1:2018-07-27", "digest", "sent")]
    with database.write() as session:
        for key, kind, state in rows:
            session.execute(text(
                "INSERT INTO outbox (key, channel, chat, kind, priority, content, items, state, attempts, trouble,"
                " mark, created_at) VALUES (:key, 'telegram', '7', :kind, 5, '', '', :state, 0, '', 0, :noon)"),
                {"key": key, "kind": kind, "state": state, "noon": NOON.replace(tzinfo=None).isoformat(" ")})
    schema.upgrade(database)
    with database.read() as session:
        found = session.execute(text("SELECT day, doubts FROM outbox ORDER BY id")).all()
    monday = "2018-07-30"
    assert [tuple(row) for row in found] == [(monday, 0), (monday, 0), (monday, 0), (monday, 1), (None, 0), (None, 0)]
    database.close()


def test_a_draft_learns_the_local_day_on_which_its_document_was_read(database: Database) -> None:
    """It was computed from the moment of the import; half past midnight in Beijing is the day before in UTC."""
    schema.upgrade(database, "0007")
    with database.write() as session:
        populate(session.connection())
        session.execute(text("UPDATE plan SET known = '{\"district\": \"云江县\"}', document_id = 1,"
                             " imported_at = '2018-07-29 16:30:00.000000' WHERE id = 1"))
        session.execute(text("UPDATE plan SET known = '{}', document_id = NULL WHERE id = 2"))
    schema.upgrade(database)
    with database.read() as session:
        known = session.execute(text("SELECT known FROM plan ORDER BY id")).scalars().all()
    assert [json.loads(one) for one in known] == [{"district": "云江县", "read_on": "2018-07-30"}, {}]
    database.close()


def test_a_failing_migration_leaves_the_database_as_it_was(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def upgrade_and_fail(*_: object) -> None:
        raise RuntimeError("halfway")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr("alembic.migration.MigrationContext._ensure_version_table", upgrade_and_fail)
        schema.upgrade(database)
    assert schema.current(database) is None
    schema.upgrade(database)
    assert schema.current(database) == schema.newest()
    database.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_index_is_known_to_postgresql_too(table: Table) -> None:
    words = str(CreateTable(table).compile(dialect=POSTGRESQL))
    assert words.strip().startswith("CREATE TABLE")
    for index in table.indexes:
        statement = str(CreateIndex(index).compile(dialect=POSTGRESQL))
        assert ("WHERE" in statement) == (index.dialect_options["sqlite"]["where"] is not None)


def test_what_belongs_to_a_district_says_so() -> None:
    """Everything else hangs on one of these rows, or belongs to the whole installation."""
    without = {table.name for table in TABLES if "district_id" not in table.columns}
    assert without == {"district", "evidence", "post", "pending", "inbox", "outbox", "interruption", "audit"}


def test_the_mornings_scan_follows_its_partial_index_without_sorting(cast: Cast) -> None:
    query = ("EXPLAIN QUERY PLAN SELECT department_id, number, act_by, overdue_after, opened_on FROM obligation "
             f"WHERE district_id = 1 AND {tables.MORNING} AND act_by <= '2018-09-30' ORDER BY department_id, act_by")
    with cast.database.read() as session:
        plan = [row[-1] for row in session.execute(text(query))]
    assert len(plan) == 1, plan        # no sorting step
    assert "INDEX obligation_morning" in plan[0]
