"""What came in is kept once, handled in the order it came, and settled with what it brought about."""

import json
from datetime import timedelta

import pytest

from storage import inbox
from storage.inbox import Received
from tests.cast import CHANNEL, MORNING, Cast


def keep(cast: Cast, *numbers: int, channel: str = CHANNEL, words: str = "早") -> None:
    with cast.database.write() as session:
        inbox.keep(session, channel, [(number, json.dumps([number, words])) for number in numbers], cast.now)


def unhandled(cast: Cast, most: int = 50) -> list[Received]:
    with cast.database.read() as session:
        return inbox.unhandled(session, CHANNEL, most)


def raws(cast: Cast) -> list[str]:
    return [json.loads(one.raw)[1] for one in unhandled(cast)]


def test_kept_update_waits_with_its_moment(cast: Cast) -> None:
    keep(cast, 7)
    (one,) = unhandled(cast)
    assert (one.raw, one.received_at) == ('[7, "\\u65e9"]', MORNING)


def test_update_sent_twice_is_kept_once_as_it_first_was(cast: Cast) -> None:
    keep(cast, 7, words="第一次")
    cast.now += timedelta(hours=1)
    keep(cast, 7, 8, words="又一次")
    assert raws(cast) == ["第一次", "又一次"]
    assert unhandled(cast)[0].received_at == MORNING


def test_update_twice_in_one_batch_is_kept_once(cast: Cast) -> None:
    keep(cast, 7, 7)
    assert len(unhandled(cast)) == 1


def test_handled_update_sent_again_is_not_handled_again(cast: Cast) -> None:
    keep(cast, 7)
    with cast.database.write() as session:
        inbox.settle(session, unhandled(cast)[0].id)
    keep(cast, 7)
    assert unhandled(cast) == []


def test_same_number_of_another_channel_is_another_update(cast: Cast) -> None:
    keep(cast, 7)
    keep(cast, 7, channel="rehearsal")
    assert len(unhandled(cast)) == 1
    with cast.database.read() as session:
        assert len(inbox.unhandled(session, "rehearsal")) == 1


def test_updates_are_handled_in_the_order_they_came(cast: Cast) -> None:
    keep(cast, 9)
    keep(cast, 8)
    assert [json.loads(one.raw)[0] for one in unhandled(cast)] == [9, 8]
    assert len(unhandled(cast, most=1)) == 1


@pytest.mark.parametrize(("trouble", "state"), [("", "done"), ("a1b2c3d4", "failed")])
def test_settled_update_waits_no_more(cast: Cast, trouble: str, state: str) -> None:
    keep(cast, 7)
    row = unhandled(cast)[0].id
    with cast.database.write() as session:
        assert inbox.is_unhandled(session, row)
        inbox.settle(session, row, trouble)
        assert not inbox.is_unhandled(session, row)
    assert unhandled(cast) == []


def test_tries_of_an_update_are_counted_each_for_itself_and_stay_when_it_comes_again(cast: Cast) -> None:
    keep(cast, 7, 8)
    first, second = (one.id for one in unhandled(cast))
    for row, count in ((first, 1), (first, 2), (second, 1), (first, 3)):
        with cast.database.write() as session:
            assert inbox.tried(session, row) == count
        keep(cast, 7)
    assert [one.id for one in unhandled(cast)] == [first, second]


def test_handling_that_fails_leaves_the_update_waiting(cast: Cast) -> None:
    keep(cast, 7)
    with pytest.raises(RuntimeError), cast.database.write() as session:
        inbox.settle(session, unhandled(cast)[0].id)
        raise RuntimeError
    assert len(unhandled(cast)) == 1


def test_nothing_kept_is_no_fault(cast: Cast) -> None:
    keep(cast)
    assert unhandled(cast) == []


def test_looking_for_new_updates_reads_no_old_ones(cast: Cast) -> None:
    asked = "EXPLAIN QUERY PLAN SELECT id FROM inbox WHERE state = 'new' AND channel = 'x' ORDER BY id LIMIT 50"
    with cast.database.read() as session:
        steps = [row[3] for row in session.connection().exec_driver_sql(asked)]
    assert steps == ["SEARCH inbox USING INDEX inbox_new (channel=?)"]
