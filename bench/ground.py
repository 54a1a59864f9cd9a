"""Makes the log that is measured: every deliverable asked of every department, in all the states of a year's July.

About a tenth of the obligations are open and due within the morning's reach, spread over the departments,
as many are open and due later, and most are closed. Tables and indexes are the product's own.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rounds import Rounds
from obligations.workdays import WorkCalendar, calendar
from storage import schema
from storage.database import Database

DELIVERABLES = 59
FULL = 170_000      # departments; with 59 deliverables each, 10 million obligations
ZONE = ZoneInfo("Asia/Shanghai")
PUSH_AT = time(9)
TODAY = date(2018, 7, 30)
NOW = datetime(2018, 7, 30, 1, 0, tzinfo=UTC)
TOLD = "2018-07-27"
WHY = ('{"kind": "by_date", "calendar_version": "chinese-calendar", "anchor": null, "amount": null, "unit": null, '
       '"skipped": [], "rolled_from": null, "printed": ["2018-07-31"], "made_up": [], "assumed": false}')
_LATER_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'obligation' AND sql <> ''"
# A well-spread number below 65537 for each pair: nothing here is random, every run has the same rows.
_OBLIGATIONS = """
WITH mixed AS (
  SELECT d.id AS d, b.id AS b, ((d.id * 7919 + b.id * 104729) % 1000003 * 48271) % 65537 AS h
  FROM deliverable d CROSS JOIN department b ORDER BY d.id, b.id),
stated AS (
  SELECT d, b, h, CASE WHEN h % 100 < 24 THEN 'open' WHEN h % 100 < 28 THEN 'waiting' ELSE 'closed' END AS state,
    CASE WHEN h % 100 < 10 THEN date('2018-07-16', '+' || (h / 100 % 43) || ' days')
         WHEN h % 100 < 22 THEN date('2018-09-03', '+' || (h / 100 % 118) || ' days')
         WHEN h % 100 < 28 THEN NULL ELSE '2018-06-29' END AS due
  FROM mixed)
INSERT INTO obligation (id, district_id, number, deliverable_id, department_id, period, step, state, due, act_by,
  overdue_after, provisional, opened_on, explanation, closed_at, version)
SELECT (d - 1) * :departments + b, 1, (d - 1) * :departments + b, d, b, '2018', '', state, due, due, due, 0,
  '2018-06-01', :why, CASE state WHEN 'closed' THEN '2018-07-10 01:00:00.000000' END, 1
FROM stated ORDER BY d, b
"""


@dataclass(frozen=True, slots=True)
class Ground:
    """A generated log with `departments` departments, one liaison each."""

    file: Path
    departments: int

    @property
    def obligations(self) -> int:
        """How many it has."""
        return self.departments * DELIVERABLES

    def database(self) -> Database:
        """The product's way in."""
        return Database(f"sqlite:///{self.file}")

    def raw(self) -> sqlite3.Connection:
        """The driver's, with the product's durability and nothing of its code."""
        connection = sqlite3.connect(self.file, isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    def new_morning(self) -> None:
        """As if the round of this morning had not been."""
        with closing(self.raw()) as raw:
            raw.execute("DELETE FROM outbox")
            raw.execute("UPDATE district SET told_on = ?, told_at = NULL", (TOLD,))
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rounds(database: Database, days: WorkCalendar | None = None) -> Rounds:
    """The product's rounds on a database."""
    return Rounds(database, days or calendar(), ZONE, PUSH_AT)


def generate(file: Path, departments: int) -> Ground:
    """A new log at `file`. 10 million obligations take about two minutes and 5 GB."""
    ground = Ground(file, departments)
    database = ground.database()
    schema.upgrade(database)
    database.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000"):
            raw.execute(f"PRAGMA {pragma}")
        _fill(raw, departments)
        raw.execute("PRAGMA journal_mode=WAL")
    return ground


def _fill(raw: sqlite3.Connection, departments: int) -> None:
    raw.execute("BEGIN")
    _insert(raw, "district", [{"id": 1, "name": "区", "next_number": departments * DELIVERABLES + 1, "bot_name": "",
                               "calendar_version": calendar().version, "told_on": TOLD}])
    _insert(raw, "plan", [{"id": 1, "district_id": 1, "key": "k", "year": 2018, "title": "任务分工", "status": "active",
                           "digest": "d", "content": "", "imported_at": "2018-06-01 01:00:00.000000"}])
    _insert(raw, "deliverable", [
        {"id": n, "district_id": 1, "plan_id": 1, "year": 2018, "key": f"R{n:02}.1", "task": f"R{n:02}",
         "title": f"第{n}项重点领域信息公开", "place": "区政府网站", "source": ""} for n in range(1, DELIVERABLES + 1)])
    _people(raw, departments)
    later = raw.execute(_LATER_INDEXES).fetchall()
    for name, _ in later:
        raw.execute(f'DROP INDEX "{name}"')
    raw.execute(_OBLIGATIONS, {"departments": departments, "why": WHY})
    for _, made in later:
        raw.execute(made)
    raw.execute("COMMIT")


def _people(raw: sqlite3.Connection, departments: int) -> None:
    every = range(1, departments + 1)
    _insert(raw, "department", (
        {"id": n, "district_id": 1, "name": f"第{n}局", "full_name": "", "aliases": "[]"} for n in every))
    _insert(raw, "person", (
        {"id": n, "district_id": 1, "channel": "telegram", "account": str(1000 + n), "chat": str(1000 + n),
         "name": f"第{n}局联络员", "role": "liaison", "active": 1, "locale": "zh-CN",
         "joined_at": "2018-06-01 01:00:00.000000", "trouble": ""} for n in every))
    _insert(raw, "post", ({"person_id": n, "department_id": n} for n in every))


def _insert(raw: sqlite3.Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    others = iter(rows)
    first = next(others)
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join(f":{name}" for name in first)
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    raw.execute(sql, first)
    raw.executemany(sql, others)
