"""A durable close: evidence, state and log line in one transaction, against the driver writing the same rows."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from time import perf_counter

from bench.figures import Figure, Seconds, compare
from bench.ground import NOW, Ground
from obligations.item import Item
from storage import evidence, ledger
from storage.database import Database
from storage.evidence import Kind, Statement
from storage.tables import MORNING

LINK = "http://www.ahgc.gov.cn/xxgk/2018/0730/41.html"
WORDS = f"已公开 #41 {LINK}"
AT = "2018-07-30 01:00:00.000000"


def figures(ground: Ground, closes: int) -> Iterator[Figure]:
    """`closes` of items far apart, a round and a side; no item is closed twice."""
    database, numbers = ground.database(), open_numbers(ground)
    try:
        yield compare(f"a durable close, {ground.obligations:,} obligations / raw sqlite3, FULL",
                      ours(database, numbers, closes), raw(ground, numbers, closes), at_most=2)
    finally:
        database.close()


def open_numbers(ground: Ground) -> Iterator[int]:
    """The numbers of open items, each once, neighbours far apart."""
    with closing(ground.raw()) as raw:
        found = [number for number, in raw.execute(
            f"SELECT number FROM obligation INDEXED BY obligation_morning WHERE {MORNING} "
            "AND district_id = 1 AND department_id % ? = 0", (max(1, ground.departments // 1500),))]
    step = 37
    return (found[at] for start in range(step) for at in range(start, len(found), step))


def ours(database: Database, numbers: Iterator[int], closes: int) -> Seconds:
    """Seconds a close by the product."""
    def once() -> float:
        with database.read() as session:
            items = list(ledger.numbered(session, 1, islice(numbers, closes)).values())
        start = perf_counter()
        for item in items:
            close_one(database, item)
        return (perf_counter() - start) / len(items)

    return once


def close_one(database: Database, item: Item) -> None:
    """One transaction, as the worker's."""
    said = Statement(1, "person:1", Kind.PUBLISHED, (LINK,), WORDS, f"telegram:{item.number}", NOW)
    with database.write() as session:
        if not evidence.close(session, 1, item, said):
            raise RuntimeError(f"#{item.number} was not open")


def raw(ground: Ground, numbers: Iterator[int], closes: int) -> Seconds:
    """Seconds a close by the driver alone, on a connection that stays open."""
    lines = count(1)

    def once() -> float:
        wanted = list(islice(numbers, closes))
        with closing(ground.raw()) as connection:
            connection.execute("PRAGMA foreign_keys=1")
            start = perf_counter()
            for number in wanted:
                _close_raw(connection, number, next(lines))
            return (perf_counter() - start) / len(wanted)

    return once


def _close_raw(connection: sqlite3.Connection, number: int, line: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    obligation, = connection.execute(
        "UPDATE obligation SET state = 'closed', closed_at = ?, version = version + 1 "
        "WHERE district_id = 1 AND number = ? AND version = 1 RETURNING id", (AT, number)).fetchall()[0]
    row, = connection.execute(
        "INSERT INTO evidence (obligation_id, person_id, kind, links, words, source, received_at) "
        "VALUES (?, 1, 'published', ?, ?, ?, ?) RETURNING id",
        (obligation, f'["{LINK}"]', WORDS, f"telegram:{number}", AT)).fetchall()[0]
    last = connection.execute("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    previous = last[0] if last else "0" * 64
    details = f'{{"department":"","evidence":{row},"fingerprint":"{previous}","links":["{LINK}"]}}'
    connection.execute(
        "INSERT INTO audit (at, actor, action, subject, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (AT, "person:1", "closed", f"#{number}", details, previous,
         hashlib.sha256(f"{previous}{details}{line}".encode()).hexdigest()))
    connection.execute("COMMIT")
