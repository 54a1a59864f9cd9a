"""The whole morning, the outbox rows committed: against the bare scan of the same rows, and against an ORM loop."""

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from time import perf_counter

from sqlmodel import col, select

from bench.figures import ROUNDS, Figure, Seconds, compare, figure
from bench.ground import NOW, TODAY, TOLD, Ground, rounds
from bot.engine import keep_pauses_short
from obligations.agenda import Agenda
from obligations.workdays import calendar
from storage.database import Database, Session
from storage.tables import MORNING, Obligation, Outbox, Person, Post

MEMORY_MB, STALL, HEARTBEAT = 120.0, 0.010, 0.001
SCAN = f"""SELECT department_id, number, act_by, overdue_after, opened_on FROM obligation
          WHERE district_id = 1 AND {MORNING} AND act_by <= ?
          ORDER BY department_id, act_by"""


def figures(large: Ground, small: Ground, part: int) -> Iterator[Figure]:
    """`small` has a tenth of the departments of `large`; the ORM loop is given `part` departments."""
    size = f"{large.departments:,} departments"
    database = large.database()
    try:
        yield compare(f"the morning, {size} / the ordered raw scan", ours(large, database), scan(large), at_most=5)
        yield compare(f"the morning, a department / ORM loop with commits ({part} of them)",
                      _each(ours(large, database), large.departments), _each(orm_loop(large, database, part), part),
                      at_least=100)
        stalls = _stalls(large, database)
        yield figure("the event loop's longest stall meanwhile / 10 ms", stalls, [STALL] * ROUNDS, at_most=1)
    finally:
        database.close()
    peaks, smaller = zip(*((_peak(large), _peak(small)) for _ in range(ROUNDS)), strict=True)
    yield figure(f"peak memory, {large.obligations:,} / {small.obligations:,} obligations", peaks, smaller,
                 at_most=1.2, unit="MB")
    yield figure(f"peak memory, {large.obligations:,} obligations / 120 MB", peaks, [MEMORY_MB] * ROUNDS, at_most=1,
                 unit="MB")


def ours(ground: Ground, database: Database) -> Seconds:
    """The product's round on a fresh morning."""
    def once() -> float:
        ground.new_morning()
        start = perf_counter()
        planned = rounds(database).tick(NOW)
        took = perf_counter() - start
        if not planned:
            raise RuntimeError("nobody was told anything, so nothing was measured")
        return took

    return once


def scan(ground: Ground) -> Seconds:
    """The driver alone, reading the same rows in the same order."""
    until = Agenda(TODAY, TODAY, calendar()).until.isoformat()

    def once() -> float:
        with closing(ground.raw()) as raw:
            start = perf_counter()
            for _ in raw.execute(SCAN, (until,)):
                pass
            return perf_counter() - start

    return once


def orm_loop(ground: Ground, database: Database, part: int) -> Seconds:
    """What one writes first: a department at a time, objects in and out, a commit each."""
    def once() -> float:
        ground.new_morning()
        agenda = Agenda(TODAY, date.fromisoformat(TOLD), calendar())
        start = perf_counter()
        for department in range(1, part + 1):
            with database.write() as session:
                _plan_one(session, department, agenda)
        return perf_counter() - start

    return once


def _plan_one(session: Session, department: int, agenda: Agenda) -> None:
    due = session.exec(select(Obligation).where(
        Obligation.department_id == department, MORNING,
        col(Obligation.act_by) <= agenda.until).order_by(col(Obligation.act_by))).all()
    numbers = [o.number for o in due if agenda.reason(o.act_by, o.overdue_after, o.opened_on)]
    for person in session.exec(select(Person).join(Post).where(Post.department_id == department)) if numbers else ():
        session.add(Outbox(
            key=f"digest:{person.id}:{agenda.today}", channel=person.channel, chat=person.chat, person_id=person.id,
            kind="digest", content="", items=",".join(map(str, numbers)), created_at=NOW))


def _each(whole: Seconds, number: int) -> Seconds:
    return lambda: whole() / number


def _stalls(ground: Ground, database: Database) -> list[float]:
    """In the state in which the process that serves people does it."""
    interval = sys.getswitchinterval()
    keep_pauses_short()
    try:
        return [_stall(ground, database) for _ in range(ROUNDS)]
    finally:
        sys.setswitchinterval(interval)
        gc.unfreeze()


def _stall(ground: Ground, database: Database) -> float:
    ground.new_morning()
    return asyncio.run(longest_stall(lambda: rounds(database).tick(NOW)))


async def longest_stall(work: Callable[[], object]) -> float:
    """How much later than asked for a heartbeat of 1 ms came at worst, while a thread did the work."""
    working = asyncio.create_task(asyncio.to_thread(work))
    worst = 0.0
    while not working.done():
        start = perf_counter()
        await asyncio.sleep(HEARTBEAT)
        worst = max(worst, perf_counter() - start - HEARTBEAT)
    await working
    return worst


def _peak(ground: Ground) -> float:
    """Megabytes that a process of its own, with nothing else in it, had at most."""
    ground.new_morning()
    command = [sys.executable, "-m", "bench.memory", str(ground.file), str(ground.departments)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
