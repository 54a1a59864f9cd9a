"""Two districts side by side in one database: each sees, closes and is told only its own."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from bot.channels.port import Delivery, Outcome
from bot.channels.telegram import LIMITS
from bot.postbox import Postbox
from bot.rounds import Rounds
from obligations.item import State
from obligations.workdays import calendar
from storage import districts, evidence, interruptions, ledger, morning, outbox, people, plans
from storage.people import Position
from tests.cast import (
    CHANNEL,
    DISTRICT,
    EDUCATION,
    LINK,
    OFFICE,
    PLAN,
    START,
    TREASURY,
    ZONE,
    Cast,
    Part,
    at,
    on_stage,
    plan_text,
)

OTHER = "云溪市青山县"
THEIRS = PLAN.replace("池州市贵池区", OTHER).replace('key = "', 'key = "x', 1)
THEIR_TREASURY = Part("301", "青山县财政局联络员", "区财政局")
THEIR_EDUCATION = Part("302", "青山县教体局联络员", "区教体局")
THEIR_OFFICE = Part("303", "青山县政务公开办主任")


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Cast]:
    """A second district beside the cast's, with the same departments by name and more items, and a newer plan."""
    cast = on_stage(tmp_path)
    with cast.database.write() as session:
        kept, _ = plans.import_plan(session, plan_text(top=THEIRS), "theirs.toml", START, "test")
        plans.activate(session, kept.id, calendar(), ZONE, START, "test")
        for person in (THEIR_TREASURY, THEIR_EDUCATION, THEIR_OFFICE):
            position = Position.LIAISON if person.department else Position.OFFICE
            code, _ = people.invite(session, kept.district_id, position, person.department, START.date(),
                                    START, "test")
            people.enrol(session, code, CHANNEL, person.account, person.account, person.name, "zh-CN",
                         START.date(), START)
    yield cast
    cast.database.close()


def other(cast: Cast) -> int:
    with cast.database.read() as session:
        return districts.names(session)[OTHER]


def states(cast: Cast, district: int) -> dict[int, State]:
    with cast.database.read() as session:
        return {item.number: item.state for item in ledger.items(session, district)}


def tick(cast: Cast, day: str) -> None:
    cast.now = at(day)
    Rounds(cast.database, cast.calendar, ZONE, time(9)).tick(cast.now)


def sent(cast: Cast, outcome: Outcome) -> dict[str, list[str]]:
    """Everything that waits is sent, with this outcome; the words by chat."""
    box, words = Postbox(cast.database, CHANNEL, LIMITS, cast.calendar, ZONE), {}  # type: ignore[var-annotated]
    while (found := box.claim(cast.now, 100, ())).any_left:
        for one in found.letters:
            words.setdefault(one.chat, []).append(one.text)
        box.settle([(one, outcome) for one in found.letters], cast.now, cast.now + timedelta(minutes=1))
    return words


def test_a_closure_closes_the_own_districts_item_of_that_number(both: Cast) -> None:
    before = states(both, DISTRICT)
    answer = both.answer(THEIR_EDUCATION, f"已公开 #15 {LINK}")
    assert answer.startswith("已销号 1 件")
    assert states(both, DISTRICT) == before
    assert states(both, other(both))[15] is State.CLOSED


def test_each_office_sees_its_own_district(both: Cast) -> None:
    both.say(THEIR_EDUCATION, f"已公开 #15 {LINK}")
    assert both.answer(OFFICE, "状态 区教体局").count("已销号 0") == 1
    assert both.answer(THEIR_OFFICE, "状态 区教体局").count("已销号 1") == 1


def test_an_event_is_registered_for_the_own_district(both: Cast) -> None:
    before = len(states(both, DISTRICT))
    proposal = both.say(THEIR_OFFICE, "登记 预算批准 2018-06-28")[0]
    both.press(THEIR_OFFICE, proposal.buttons[0][0].data)
    assert len(states(both, DISTRICT)) == before
    assert len(states(both, other(both))) == before + 1


def test_each_morning_is_of_its_own(both: Cast) -> None:
    both.say(THEIR_EDUCATION, f"已公开 #15 {LINK}")
    tick(both, "2018-07-30")
    words = sent(both, Outcome(Delivery.SENT, "1"))
    assert EDUCATION.account in words and THEIR_EDUCATION.account not in words
    assert LINK in words[THEIR_OFFICE.account][0]
    assert OFFICE.account not in words or LINK not in words[OFFICE.account][0]


def test_what_did_not_arrive_is_told_to_its_own_office(both: Cast) -> None:
    tick(both, "2018-07-30")
    sent(both, Outcome(Delivery.DEAD, error="Forbidden", unreachable=False))
    with both.database.read() as session:
        since = at("2018-07-30", "08:00")
        found = {district: {one.planned.chat for one in outbox.undelivered_since(session, district, since)}
                 for district in (DISTRICT, other(both))}
    assert EDUCATION.account in found[DISTRICT] and THEIR_EDUCATION.account in found[other(both)]
    assert not found[DISTRICT] & found[other(both)]


def test_what_is_owed_is_owed_to_its_own_people(both: Cast) -> None:
    tick(both, "2018-07-30")
    with both.database.read() as session:
        since = at("2018-07-30", "08:00")
        owed = [set(morning.owed(session, district, since)) for district in (DISTRICT, other(both))]
    assert owed[0] and owed[1] and not owed[0] & owed[1]


def test_who_answers_for_several_departments_is_known_by_district(both: Cast) -> None:
    with both.database.write() as session:
        code, _ = people.invite(session, DISTRICT, Position.LIAISON, "区教体局", START.date(), START, "test")
        people.enrol(session, code, CHANNEL, TREASURY.account, TREASURY.account, TREASURY.name, "zh-CN",
                     START.date(), START)
    with both.database.read() as session:
        assert morning.of_several_departments(session, DISTRICT) == {both.member(TREASURY).id}
        assert morning.of_several_departments(session, other(both)) == set()


def test_the_newest_evidence_is_the_own_districts(both: Cast) -> None:
    both.say(EDUCATION, f"已公开 #15 {LINK}")
    both.say(THEIR_EDUCATION, f"已公开 #15 {LINK}")
    with both.database.read() as session:
        mine, theirs = evidence.newest(session, DISTRICT), evidence.newest(session, other(both))
    assert mine < theirs


def test_an_interruption_concerns_a_channel_and_so_every_district_on_it(both: Cast) -> None:
    with both.database.write() as session:
        interruptions.note(session, CHANNEL, both.now, 1)
        interruptions.end(session, CHANNEL, both.now)
        assert interruptions.since(session, "elsewhere", datetime.min.replace(tzinfo=both.now.tzinfo)) == []
