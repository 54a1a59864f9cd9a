"""A clock that was wrong once: no day is silent because of it, and nobody is told twice."""

from datetime import timedelta

import pytest

from obligations.errors import Refusal
from storage import audit, morning, outbox
from tests.cast import CHANNEL, DISTRICT, EDUCATION, Cast, at
from tests.integration.test_rounds import all_arrive, digests, of, tick, told, told_on


@pytest.mark.parametrize("wrong", ["2018-08-30", "2018-07-31", "2019-07-30", "2028-07-31"])
def test_a_clock_that_was_ahead_silences_no_day(cast: Cast, wrong: str) -> None:
    tick(cast, wrong)
    all_arrive(cast)
    tick(cast, "2018-07-30")
    assert told(cast, EDUCATION) == [(15,)]


def test_the_day_that_was_held_too_early_is_held_when_it_comes(cast: Cast) -> None:
    tick(cast, "2018-07-27")
    tick(cast, "2018-07-31")
    all_arrive(cast)
    tick(cast, "2018-07-30")
    all_arrive(cast)
    tick(cast, "2018-07-31")
    assert told(cast, EDUCATION) == [(15,)]
    assert str(told_on(cast)) == "2018-07-31"


def test_it_is_told_once_that_a_round_does_not_count(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    tick(cast, "2018-08-30")
    for clock in ("09:00", "09:01", "09:02"):
        tick(cast, "2018-07-30", clock)
    assert [one.message for one in caplog.records if "ahead" in one.message] == [
        "a round was held for 2018-08-30, by a clock that was ahead: it does not count (4 digests)"]
    with cast.database.read() as session:
        assert not audit.verify(session).broken_at


def test_what_the_wrong_clock_planned_and_never_sent_is_not_sent(cast: Cast) -> None:
    tick(cast, "2018-08-30")
    before = {one.key for one in digests(cast)}
    tick(cast, "2018-07-30")
    assert before and not before & {one.key for one in digests(cast)}


def test_nobody_is_told_twice_of_the_day_before_the_jump(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    all_arrive(cast)
    tick(cast, "2018-07-31")
    all_arrive(cast)
    with pytest.raises(Refusal, match="clock-behind"):
        tick(cast, "2018-07-30", "09:30")
    assert told(cast, EDUCATION) == []


@pytest.mark.parametrize("back", ["2018-07-02", "2018-07-27", "2017-07-31"])
def test_a_clock_that_is_behind_for_a_while_doubles_nothing(cast: Cast, back: str) -> None:
    """The rounds came one after another: it is the present that is wrong."""
    for day in ("2018-07-27", "2018-07-30"):
        tick(cast, day)
        all_arrive(cast)
    with pytest.raises(Refusal, match="clock-behind"):
        tick(cast, back, "09:30")
    assert tick(cast, "2018-07-30", "10:00") == 0
    assert told(cast, EDUCATION) == []
    assert tick(cast, "2018-07-31") > 0


def test_an_hour_back_over_nine_is_one_digest(cast: Cast) -> None:
    for clock in ("09:10", "08:10", "08:59", "09:00", "09:10"):
        tick(cast, "2018-07-30", clock)
    assert told(cast, EDUCATION) == [(15,)]


@pytest.mark.parametrize("day", ["1970-01-01", "1970-01-02", "2000-01-03", "2016-12-30"])
def test_a_clock_that_has_not_learnt_the_time_plans_nothing(cast: Cast, day: str) -> None:
    tick(cast, "2018-07-30")
    all_arrive(cast)
    with pytest.raises(Refusal, match="clock-lost"):
        tick(cast, day, "12:00")
    assert tick(cast, "2018-07-30", "09:05") == 0
    assert told(cast, EDUCATION) == []
    assert tick(cast, "2018-07-31") > 0


@pytest.mark.parametrize("day", ["2020-02-29", "2038-01-19", "2046-05-31"])
def test_a_clock_of_any_later_day_does_not_stop_the_rounds(cast: Cast, day: str) -> None:
    tick(cast, day)
    assert of(cast).today(at(day)).isoformat() == day


def test_what_is_registered_while_a_round_lies_ahead_is_seen_by_todays(cast: Cast) -> None:
    tick(cast, "2018-07-02")
    all_arrive(cast)
    with cast.database.read() as session:
        today = at("2018-06-28").date()
        assert morning.first_seen(session, DISTRICT, today) == today


def test_a_message_put_off_by_a_clock_that_was_ahead_does_not_wait_for_it(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    with cast.database.write() as session:
        for letter in outbox.waiting(session, CHANNEL, cast.now, 10):
            outbox.requeue(session, letter.id, cast.now + timedelta(days=31), "connection refused")
        assert outbox.waiting(session, CHANNEL, cast.now, 10)
