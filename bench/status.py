"""`/status` of one department: its reading alone and the whole answer, against the driver and against a small log."""

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from time import perf_counter

from bench.figures import Figure, Seconds, compare
from bench.ground import NOW, TODAY, ZONE, Ground
from handlers.context import Context
from handlers.request import Reply, Request
from handlers.router import route
from locales.catalogue import texts
from obligations.workdays import calendar
from storage import ledger, people, plans
from storage.database import Database

STRIDE = 7919       # the departments asked for lie far apart
SQL = """SELECT o.number, b.name, d.task, d.key, d.title, o.period, o.state, o.step, d.place, d.source, o.due, o.act_by,
                o.overdue_after, o.due_at, o.provisional, o.opened_on, o.version
         FROM obligation o JOIN deliverable d ON o.deliverable_id = d.id JOIN department b ON o.department_id = b.id
         WHERE o.district_id = ? AND b.name = ? AND b.district_id = ?"""


def figures(large: Ground, small: Ground, asked: int) -> Iterator[Figure]:
    """`asked` departments a round, different ones each round, the same for both sides."""
    big, little = large.database(), small.database()
    try:
        size = f"{large.obligations:,} obligations"
        yield compare(f"/status, its reading, {size} / raw sqlite3", reading(large, big, asked), raw(large, asked),
                      at_most=3)
        yield compare(f"/status, from words to words, {size} / raw reading", whole(large, big, asked),
                      raw(large, asked), at_most=3)
        yield compare(f"/status, from words to words, {size} / {small.obligations:,}", whole(large, big, asked),
                      whole(small, little, asked), at_most=1.3)
    finally:
        big.close()
        little.close()


def raw(ground: Ground, asked: int) -> Seconds:
    """The driver's seconds for one department's rows."""
    turns = _departments(ground, asked)

    def once() -> float:
        with closing(ground.raw()) as connection:
            wanted = _warmed(ground, next(turns))
            start = perf_counter()
            for n in wanted:
                connection.execute(SQL, (1, f"第{n}局", 1)).fetchall()
            return (perf_counter() - start) / asked

    return once


def reading(ground: Ground, database: Database, asked: int) -> Seconds:
    """Our seconds for the same rows, as items."""
    turns = _departments(ground, asked)

    def once() -> float:
        wanted = _warmed(ground, next(turns))
        start = perf_counter()
        for n in wanted:
            with database.read() as session:
                ledger.items(session, 1, f"第{n}局")
        return (perf_counter() - start) / asked

    return once


def whole(ground: Ground, database: Database, asked: int) -> Seconds:
    """Our seconds from the liaison's words to the answer's: who it is, the plan, the rows, the picture, the page."""
    turns = _departments(ground, asked)

    def once() -> float:
        wanted = _warmed(ground, next(turns))
        start = perf_counter()
        for n in wanted:
            answer(database, n)
        return (perf_counter() - start) / asked

    return once


def answer(database: Database, liaison: int) -> list[Reply]:
    """What `/status` gives this liaison, from the router on."""
    account = str(1000 + liaison)
    request = Request("bench:1", account, account, NOW, "/status")
    with database.read() as session:
        member = people.by_account(session, "telegram", account)
        return route(Context(session, request, "telegram", TODAY, ZONE, calendar(), texts("zh-CN"), member,
                             plans.active(session, member.district) if member else None))


def _warmed(ground: Ground, wanted: list[int]) -> list[int]:
    """The same departments, once read: else whoever goes first would pay for the disk, and both are asked the same."""
    with closing(ground.raw()) as connection:
        for n in wanted:
            connection.execute(SQL, (1, f"第{n}局", 1)).fetchall()
    return wanted


def _departments(ground: Ground, asked: int) -> Iterator[list[int]]:
    return ([(turn * asked + n) * STRIDE % ground.departments + 1 for n in range(asked)] for turn in count())
