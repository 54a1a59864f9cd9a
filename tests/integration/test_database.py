"""The database: transactions that commit whole or not at all, and a sick disk that is named as such."""

import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from obligations.errors import Refusal
from storage.database import Database, exists
from storage.tables import District, Post
from tests.cast import EDUCATION, LINK, Cast, fresh_database
from tests.sick_disk import full, read_only


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = fresh_database(tmp_path)
    yield found
    found.close()


def names(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(text("SELECT name FROM district ORDER BY id")).scalars())


def test_writes_are_durable_and_keep_references_whole(database: Database) -> None:
    with database.write() as session:
        found = {name: session.execute(text(f"PRAGMA {name}")).scalar()
                 for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}     # 2 is FULL


def test_write_commits_at_its_end(database: Database) -> None:
    with database.write() as session:
        session.add(District(name="贵池区"))
    assert names(database) == ["贵池区"]


def test_fault_leaves_nothing_of_a_write(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as session:
        session.add(District(name="贵池区"))
        session.flush()
        raise RuntimeError
    assert names(database) == []


def test_reading_sees_one_moment_while_another_writes(database: Database) -> None:
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM district")).scalar() == 0
        with database.write() as other:
            other.add(District(name="贵池区"))
        assert session.execute(text("SELECT count(*) FROM district")).scalar() == 0
    assert names(database) == ["贵池区"]


def test_broken_reference_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(Post(person_id=1, department_id=1))


def test_writers_in_threads_and_processes_take_turns(database: Database) -> None:
    """Each reads and then adds one: without the gate some additions would be lost or refused."""
    with database.write() as session:
        session.add(District(name="贵池区", next_number=0))

    def count(url: str) -> None:
        mine = Database(url)        # its own connections, as another process has them
        for _ in range(20):
            with mine.write() as session:
                row = session.get_one(District, 1)
                row.next_number += 1
        mine.close()

    threads = [threading.Thread(target=count, args=(database.url,)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert session.get_one(District, 1).next_number == 100


def test_closing_folds_the_log_away(database: Database) -> None:
    with database.write() as session:
        session.add(District(name="贵池区"))
    assert database.file is not None
    database.close()
    assert not database.file.with_name("gongkai.db-wal").exists()


def test_folder_is_made_when_it_is_missing(tmp_path: Path) -> None:
    fresh_database(tmp_path / "a" / "b").close()
    assert exists(f"sqlite:///{tmp_path}/a/b/gongkai.db")


def test_looking_for_a_database_does_not_make_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none.db"
    assert not exists(url)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_made_is_refused_as_disk_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal) as refused:
        Database(f"sqlite:///{tmp_path}/file/gongkai.db")
    assert refused.value.key == "disk-trouble"


@pytest.mark.parametrize("sickness", [full, read_only])
def test_sick_disk_refuses_the_receipt_and_keeps_the_item_open(cast: Cast, sickness: type) -> None:
    with sickness(cast.database), pytest.raises(Refusal) as refused:
        cast.say(EDUCATION, f"已公开 #10 {LINK} " + "说明" * 4000)
    assert refused.value.key == "disk-trouble"
    assert refused.value.values["trouble"]
    assert cast.item(10).to_do
    assert cast.answer(EDUCATION, f"已公开 #10 {LINK}").startswith("已销号 1 件")


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size` bytes: the kernel refuses, as it does on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_write_that_the_kernel_refuses_leaves_nothing(cast: Cast) -> None:
    long = "说明" * 200_000
    with files_end_at(1_000_000), pytest.raises(Refusal) as refused, cast.database.write() as session:
        session.add(District(name=long))
    assert refused.value.key == "disk-trouble"
    assert len(names(cast.database)) == 1
    assert cast.answer(EDUCATION, f"已公开 #10 {LINK}").startswith("已销号 1 件")


def test_another_kind_of_fault_is_not_called_disk_trouble(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as fault, database.write() as session:
        session.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(fault.value, Refusal)


def test_sick_disk_really_stands_in_the_way(database: Database) -> None:
    """The sicknesses work through the driver: were they not at work, the tests above would prove nothing."""
    said = []
    event.listen(database.engine, "handle_error", lambda context: said.append(str(context.original_exception)))
    for sickness in (full, read_only):
        with sickness(database), pytest.raises(Refusal), database.write() as session:
            session.add(District(name="很长" * 50_000))
    assert said == ["database or disk is full", "attempt to write a readonly database"]
