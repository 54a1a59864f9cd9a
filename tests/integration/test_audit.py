"""The hash chain: whole after everything that is done, and broken by whatever is changed behind its back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from storage import audit
from storage.audit import Verdict
from storage.database import Database
from tests.cast import EDUCATION, LINK, OFFICE, TREASURY, ZONE, Cast, fresh_database

PROTECTED = ("evidence_no_update", "evidence_no_delete", "audit_no_update", "audit_no_delete")


def verdict(database: Database) -> Verdict:
    with database.read() as session:
        return audit.verify(session)


def tamper(cast: Cast, change: str) -> None:
    """Somebody with the file in hand takes the protection away and changes something."""
    with cast.database.write() as session:
        for trigger in PROTECTED:
            session.execute(text(f"DROP TRIGGER {trigger}"))
        assert session.execute(text(change)).rowcount == 1  # type: ignore[attr-defined]


@pytest.fixture
def busy(cast: Cast) -> Cast:
    """A morning on which something of everything happened."""
    for words in (f"已公开 #10 {LINK}", "撤销", f"已公开 #10 {LINK}", "本期无 #11"):
        cast.say(EDUCATION, words)
    (preview,) = cast.say(OFFICE, "登记 会议 2018-07-27")
    cast.press(OFFICE, preview.buttons[0][0].data)
    cast.say(TREASURY, "/leave 确认")
    return cast


def lines(cast: Cast, action: str) -> list[int]:
    with cast.database.read() as session:
        query = text("SELECT id FROM audit WHERE action = :it ORDER BY id")
        return list(session.execute(query, {"it": action}).scalars())


def test_chain_is_whole_after_a_busy_morning(busy: Cast) -> None:
    found = verdict(busy.database)
    assert (found.broken_at, found.fault) == (0, "")
    assert found.lines > 10
    assert len(lines(busy, "closed")) == 3 and len(lines(busy, "reopened")) == 1
    assert lines(busy, "left") and lines(busy, "event-registered") and lines(busy, "plan-activated")


@pytest.mark.parametrize("change", [
    "actor = 'person:99'", "action = 'exempted'", "subject = '#11'", "at = '2018-07-31 00:00:00.000000'",
    "details = replace(details, 'guichi', 'gulchi')", "hash = 'f'"])
def test_changed_line_is_found_where_it_stands(busy: Cast, change: str) -> None:
    line = lines(busy, "closed")[0]
    tamper(busy, f"UPDATE audit SET {change} WHERE id = {line}")
    assert (verdict(busy.database).broken_at, verdict(busy.database).fault) == (line, "chain")


def test_deleted_line_is_found_at_the_next(busy: Cast) -> None:
    line = lines(busy, "reopened")[0]
    tamper(busy, f"DELETE FROM audit WHERE id = {line}")
    assert verdict(busy.database).broken_at == line + 1


def test_deleted_first_line_is_found(busy: Cast) -> None:
    tamper(busy, "DELETE FROM audit WHERE id = 1")
    assert verdict(busy.database).broken_at == 2


def test_evidence_left_over_by_a_cut_log_is_found(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    tamper(cast, "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    assert (verdict(cast.database).broken_at, verdict(cast.database).fault) == (-1, "unrecorded")


@pytest.mark.parametrize("change", [
    "UPDATE evidence SET links = '[\"https://evil.example/\"]' WHERE id = 1",
    "UPDATE evidence SET words = '' WHERE id = 1",
    "UPDATE evidence SET kind = 'nothing' WHERE id = 1", "UPDATE evidence SET obligation_id = 1 WHERE id = 1",
    "UPDATE evidence SET withdraws = NULL WHERE id = 2", "DELETE FROM evidence WHERE id = 4"])
def test_changed_evidence_is_found_at_the_line_that_recorded_it(busy: Cast, change: str) -> None:
    tamper(busy, change)
    found = verdict(busy.database)
    assert found.fault == "evidence"
    assert found.broken_at in {*lines(busy, "closed"), *lines(busy, "reopened")}


def test_invented_evidence_is_found(busy: Cast) -> None:
    tamper(busy, "INSERT INTO evidence SELECT 99, obligation_id, person_id, kind, links, words, source, withdraws, "
                 "received_at FROM evidence WHERE id = 1")
    assert verdict(busy.database).fault == "unrecorded"


def test_a_moment_of_another_zone_is_the_same_moment(cast: Cast) -> None:
    with cast.database.write() as session:
        audit.record(session, datetime(2018, 7, 30, 10, 0, 0, 123456, tzinfo=ZONE), "test", "noted", "x")
    assert verdict(cast.database).broken_at == 0


def test_empty_log_is_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert verdict(fresh_database(tmp_path_factory.mktemp("empty"))) == Verdict(0)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(words, words, words, st.datetimes(timezones=st.just(UTC))), min_size=1, max_size=5))
def test_whatever_is_recorded_is_read_back_unbroken(
        tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, str, datetime]]) -> None:
    database = fresh_database(tmp_path_factory.mktemp("log"))
    with database.write() as session:
        for actor, action, value, at in said:
            audit.record(session, at, actor, action, "#1", value=value, more=[value, None, 1.5])
    assert verdict(database) == Verdict(len(said))
    database.close()
