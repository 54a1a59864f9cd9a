"""The daily round: once a working day, however often and however late it is started."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import rounds
from bot.rounds import Rounds, chunks
from storage import morning, outbox, people
from storage.database import Session
from storage.outbox import Kind, Planned
from storage.tables import District
from tests.cast import (
    CHANNEL,
    DEPUTY,
    DISTRICT,
    EDUCATION,
    LINK,
    OFFICE,
    TREASURY,
    ZONE,
    Cast,
    Part,
    at,
    enrol,
    on_stage,
)


def of(cast: Cast) -> Rounds:
    return Rounds(cast.database, cast.calendar, ZONE, time(9))


def tick(cast: Cast, day: str, clock: str = "09:00") -> int:
    cast.now = at(day, clock)
    return of(cast).tick(cast.now)


def all_arrive(cast: Cast, state: str = "sent") -> None:
    """Everything planned has left by now."""
    with cast.database.write() as session:
        for letter in outbox.waiting(session, CHANNEL, cast.now, 1000):
            outbox.settle(session, letter.id, state, cast.now, f"m{letter.id}")


def digests(cast: Cast, kind: Kind = Kind.DIGEST) -> list[Planned]:
    return [one for one in cast.planned() if one.kind is kind]


def told(cast: Cast, person: Part) -> list[tuple[int, ...]]:
    """The items of each digest planned for somebody, the newest last."""
    return [tuple(sorted(one.items)) for one in digests(cast) if one.chat == person.account]


def told_on(cast: Cast) -> date | None:
    with cast.database.read() as session:
        return morning.told_on(session, DISTRICT, date(2099, 1, 1))


def test_everybody_with_something_to_hear_gets_one_digest(cast: Cast) -> None:
    assert tick(cast, "2018-07-30") == 2
    assert (told(cast, EDUCATION), told(cast, DEPUTY), told(cast, TREASURY)) == ([(15,)], [(15,)], [])
    assert told_on(cast) == date(2018, 7, 30)


def test_digest_is_planned_under_person_and_day_without_words_yet(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    (one,) = [found for found in digests(cast) if found.chat == EDUCATION.account]
    assert (one.key, one.text) == (f"digest:{cast.member(EDUCATION).id}:2018-07-30", "")


def test_each_of_the_office_gets_its_own(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    assert [one.chat for one in digests(cast, Kind.OFFICE)] == ["201", "202"]


def test_started_twice_plans_once(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    before = cast.planned()
    assert tick(cast, "2018-07-30") == tick(cast, "2018-07-30", "15:00") == 0
    assert cast.planned() == before


def test_before_the_hour_nothing_is_planned(cast: Cast) -> None:
    assert tick(cast, "2018-07-30", "08:59") == 0
    assert cast.planned() == [] and told_on(cast) is None


def test_started_at_twenty_past_eleven_plans_todays_once(cast: Cast) -> None:
    assert tick(cast, "2018-07-30", "11:20") == 2
    assert tick(cast, "2018-07-30", "11:21") == 0


@pytest.mark.parametrize("day", ["2018-07-28", "2018-07-29", "2018-10-01", "2018-12-31"])
def test_on_a_day_off_nothing_is_planned(cast: Cast, day: str) -> None:
    assert tick(cast, day) == 0
    assert cast.planned() == []


@pytest.mark.parametrize("day", ["2018-09-29", "2018-09-30", "2018-12-29"])
def test_on_a_worked_weekend_it_is(cast: Cast, day: str) -> None:
    assert tick(cast, day) > 0


def test_after_an_outage_one_digest_says_all_of_it(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    assert tick(cast, "2018-09-21") == 3
    assert told(cast, EDUCATION)[1:] == [(10, 15, 16)]
    assert told(cast, TREASURY) == [(8,)], "its mark of 20 days was passed while nothing ran"


def test_an_item_closed_before_the_round_is_not_in_it(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    assert tick(cast, "2018-07-30") == 0
    assert told_on(cast) == date(2018, 7, 30), "the round was held all the same"


def test_year_end_is_announced_twenty_working_days_before_the_worked_saturday(cast: Cast) -> None:
    tick(cast, "2018-11-30")
    assert told(cast, TREASURY) == [(8,)]
    all_arrive(cast)
    tick(cast, "2018-12-03")        # 20 working days before 29 December
    assert told(cast, TREASURY)[-1] == (6, 8, 9)
    all_arrive(cast)
    tick(cast, "2018-12-04")
    assert told(cast, TREASURY)[-1] == (8,)


def test_who_answers_for_two_departments_gets_one_digest_of_both(cast: Cast) -> None:
    enrol(cast.database, TREASURY, "区教体局")
    tick(cast, "2018-09-25")
    assert told(cast, TREASURY) == [(8, 10, 15, 16)]


def test_who_has_left_or_cannot_be_reached_gets_none(cast: Cast) -> None:
    with cast.database.write() as session:
        people.leave(session, cast.member(DEPUTY), cast.now)
        people.note_trouble(session, cast.member(EDUCATION).id, "blocked")
    assert tick(cast, "2018-07-30") == 0
    with cast.database.read() as session:
        assert morning.unreached(session, DISTRICT, date(2018, 7, 31)) == ["区教体局"]


def test_crash_between_chunks_is_made_up_for_without_duplicates(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "CHUNK", 1)
    queue, calls = outbox.queue_bare, []

    def queue_once(session: Session, rows: Sequence[dict[str, object]]) -> None:
        calls.append(len(rows))
        if len(calls) == 2:
            raise RuntimeError("killed")
        queue(session, rows)

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(outbox, "queue_bare", queue_once)
        tick(cast, "2018-07-30")
    assert len(digests(cast)) == 1 and told_on(cast) is None
    tick(cast, "2018-07-30", "09:01")
    assert (told(cast, EDUCATION), told(cast, DEPUTY)) == ([(15,)], [(15,)])


def test_what_was_sent_before_the_crash_is_not_planned_anew(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    with cast.database.write() as session:
        for letter in outbox.waiting(session, "telegram", cast.now, 10):
            outbox.settle(session, letter.id, "sent", cast.now, "1")
        session.get_one(District, DISTRICT).told_on = None        # as if the last commit were lost
    tick(cast, "2018-07-30", "09:01")
    assert cast.planned() == []


@pytest.mark.parametrize(("now", "after"), [
    (("2018-07-30", "08:59"), ("2018-07-30", "09:00")), (("2018-07-30", "09:00"), ("2018-07-31", "09:00")),
    (("2018-09-28", "10:00"), ("2018-09-29", "09:00")), (("2018-09-30", "10:00"), ("2018-10-08", "09:00")),
    (("2018-10-03", "03:00"), ("2018-10-08", "09:00")), (("2018-12-29", "09:00"), ("2019-01-02", "09:00"))])
def test_next_push_is_the_next_worked_morning(cast: Cast, now: tuple[str, str], after: tuple[str, str]) -> None:
    assert of(cast).next_push(at(*now)) == at(*after)


def test_would_tell_plans_nothing(cast: Cast) -> None:
    assert of(cast).would_tell(at("2018-07-30"))
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    assert not of(cast).would_tell(at("2018-07-30"))
    assert cast.planned() == [] and told_on(cast) is None



def test_without_a_plan_a_round_is_held_in_silence(cast: Cast) -> None:
    with cast.database.write() as session:
        session.get_one(District, DISTRICT).name = "另一个区"
    assert tick(cast, "2018-06-04") == 0


def test_chunks_lose_nothing() -> None:
    assert [list(one) for one in chunks(iter(range(5)), 2)] == [[0, 1], [2, 3], [4]]
    assert list(chunks(iter(()), 2)) == []


moments = st.lists(st.datetimes(datetime(2018, 7, 20), datetime(2018, 10, 20), timezones=st.just(UTC)), max_size=12)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments)
def test_whenever_it_ticks_nobody_is_told_twice_a_day_and_a_late_item_daily(
        tmp_path_factory: pytest.TempPathFactory, ticks: list[datetime]) -> None:
    """P2 and P1 together: any moments, in order, some after outages of weeks."""
    cast = on_stage(tmp_path_factory.mktemp("stage"))
    for now in sorted(ticks):
        of(cast).tick(now)
    cast.now = datetime(2018, 12, 1, tzinfo=UTC)
    keys = [one.key for one in cast.planned()]
    assert len(keys) == len(set(keys))
    local = [now.astimezone(ZONE) for now in ticks]
    held = {one.date() for one in local if one.time() >= time(9) and cast.calendar.is_workday(one.date())}
    person = cast.member(EDUCATION).id
    expected = {f"digest:{person}:{day}" for day in held if day >= date(2018, 7, 24)}
    assert expected <= set(keys), "#15 is due on 31 July: daily from 24 July on"
    assert not [key for key in keys if date.fromisoformat(key.rpartition(":")[2]) not in held]
    cast.database.close()


def test_office_has_no_liaisons_digest(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    assert told(cast, OFFICE) == []
    assert timedelta(0) < of(cast).next_push(cast.now) - cast.now <= timedelta(days=1)
