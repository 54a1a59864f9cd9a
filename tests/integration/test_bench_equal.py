"""What the benchmark compares gives equal results on both sides; how long either takes is no test's business."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bench import closing as closes
from bench import morning, sending, status, workdays
from bench.ground import DELIVERABLES, NOW, TODAY, TOLD, Ground, generate, rounds
from obligations.agenda import Agenda
from obligations.workdays import calendar
from storage import audit, ledger
from storage.database import Database

DEPARTMENTS = 12


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    """A tiny generated log."""
    return generate(tmp_path / "tiny.db", DEPARTMENTS)


@pytest.fixture
def database(ground: Ground) -> Iterator[Database]:
    """The product's way into it."""
    opened = ground.database()
    yield opened
    opened.close()


def planned(ground: Ground) -> list[tuple[object, ...]]:
    """The outbox, as far as somebody can notice."""
    with closing(ground.raw()) as raw:
        return raw.execute("SELECT key, channel, chat, person_id, kind, priority, content, items, edit, state, "
                           "attempts, not_before, message, trouble, created_at, settled_at "
                           "FROM outbox ORDER BY key").fetchall()


def test_generated_log_has_a_tenth_within_reach_for_most_departments(ground: Ground) -> None:
    until = Agenda(TODAY, TODAY, calendar()).until.isoformat()
    with closing(ground.raw()) as raw:
        total, = raw.execute("SELECT count(*) FROM obligation").fetchone()
        rows = raw.execute(morning.SCAN, (until,)).fetchall()
    assert total == DEPARTMENTS * DELIVERABLES == ground.obligations
    assert 0.05 < len(rows) / total < 0.15
    assert len({department for department, *_ in rows}) > DEPARTMENTS // 2


def test_generated_log_breaks_no_reference(ground: Ground) -> None:
    with closing(ground.raw()) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_morning_plans_what_the_orm_loop_plans(ground: Ground, database: Database) -> None:
    morning.orm_loop(ground, database, DEPARTMENTS)()
    slow = planned(ground)
    morning.ours(ground, database)()
    assert slow and planned(ground) == slow


def test_morning_tells_exactly_what_the_agenda_says_of_the_scanned_rows(ground: Ground, database: Database) -> None:
    agenda = Agenda(TODAY, date.fromisoformat(TOLD), calendar())
    wanted: dict[int, list[str]] = {}
    with closing(ground.raw()) as raw:
        for department, number, *days in raw.execute(morning.SCAN, (agenda.until.isoformat(),)):
            if agenda.reason(*map(date.fromisoformat, days)):
                wanted.setdefault(department, []).append(str(number))
    rounds(database).tick(NOW)
    assert {row[3]: str(row[7]).split(",") for row in planned(ground)} == wanted


def test_a_new_morning_can_be_told_again(ground: Ground, database: Database) -> None:
    first = rounds(database).tick(NOW)
    assert first and rounds(database).tick(NOW) == 0
    ground.new_morning()
    assert rounds(database).tick(NOW) == first


def test_status_reads_what_the_driver_reads(ground: Ground, database: Database) -> None:
    with closing(ground.raw()) as raw, database.read() as session:
        for n in range(1, DEPARTMENTS + 1):
            rows = raw.execute(status.SQL, (1, f"第{n}局", 1)).fetchall()
            items = ledger.items(session, 1, f"第{n}局")
            assert len(items) == DELIVERABLES
            assert [(i.number, i.title, i.state.value, i.act_by and i.act_by.isoformat()) for i in items] == [
                (row[0], row[4], row[6], row[11]) for row in rows]


def test_status_answers_with_the_liaisons_own_department(database: Database) -> None:
    answer, = status.answer(database, 7)
    assert answer.text.startswith("第7局") and answer.items


def test_close_writes_what_the_driver_writes(ground: Ground, database: Database) -> None:
    numbers = closes.open_numbers(ground)
    closes.ours(database, numbers, 3)()
    with database.read() as session:
        assert audit.verify(session) == audit.Verdict(3)
    closes.raw(ground, numbers, 3)()
    with closing(ground.raw()) as raw:
        kept = raw.execute("SELECT state, closed_at, o.version, kind, links, words, received_at, withdraws "
                           "FROM evidence e JOIN obligation o ON o.id = e.obligation_id ORDER BY e.id").fetchall()
        assert raw.execute("SELECT count(*) FROM audit").fetchone() == (6,)
    assert len(kept) == 6 and len(set(kept)) == 1
    assert kept[0][:3] == ("closed", closes.AT, 2)


def test_no_item_is_closed_twice_by_the_benchmark(ground: Ground) -> None:
    numbers = list(closes.open_numbers(ground))
    assert len(numbers) == len(set(numbers)) > DEPARTMENTS


async def test_heartbeat_notices_a_loop_that_was_held_up() -> None:
    loop = asyncio.get_running_loop()
    held = asyncio.Event()

    def hold_up() -> None:
        sum(range(3_000_000))
        held.set()

    def work() -> None:
        loop.call_soon_threadsafe(hold_up)
        while not held.is_set():
            pass

    assert await morning.longest_stall(work) > 0.005


def test_sender_brings_every_planned_message_to_the_server(tmp_path: Path) -> None:
    database = generate(tmp_path / "sending.db", 1).database()
    with sending.bot_api() as api:
        for chat in range(sending.CHATS):
            api.unblock(1000 + chat)
        asyncio.run(sending._rounds(database, api, 3))
        texts = [line["text"] for line in api.accepted]
    with database.read() as session:
        states = session.connection().exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY state").fetchall()
    database.close()
    assert len(texts) == 2 * sum(n for _, n in states) and set(texts) == {sending.WORDS}
    assert [state for state, _ in states] == ["sent"]


def test_table_of_workdays_equals_stepping() -> None:
    assert workdays.differences(date(2018, 1, 1), date(2018, 12, 31)) == []
    assert workdays.differences(date(2026, 10, 1), date(2026, 12, 31)) == []


def test_numpy_is_asked_the_same_question() -> None:
    import numpy

    days = calendar()
    listed = workdays.offsets(days)
    for day, n in workdays.questions(500):
        theirs = numpy.busday_offset(day, n, "backward", busdaycal=listed)
        assert theirs.astype(object) == days.add_workdays(day, n)


def test_slow_library_is_asked_the_same_question() -> None:
    import chinese_calendar

    days = calendar()
    for day, n in workdays.questions(100):
        # On a day off the library counts from the next working day, which it takes as day 0.
        further = n if days.is_workday(day) else n + 1
        assert chinese_calendar.find_workday(n, day) == days.add_workdays(day, further)
