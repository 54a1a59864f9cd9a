"""One body takes over from another: what is open moves once, with a line for each step, and history stays."""

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import text

from obligations.errors import Refusal
from obligations.item import State
from obligations.plan import Succession
from storage import audit, bodies, evidence, ledger, people, succession
from tests.cast import DISTRICT, EDUCATION, LINK, TREASURY, Cast, at, enrol

REFORM = date(2018, 9, 3)
BEFORE = date(2018, 9, 2)
NEW = "区财政金融局"


def succeed(cast: Cast, old: str = "区财政局", new: str = NEW, start: date = REFORM) -> bool:
    with cast.database.write() as session:
        return succession.succeed(session, DISTRICT, old, Succession(new, start), cast.today, cast.now, "test")


def carry_out(cast: Cast, day: date = REFORM) -> list[int]:
    with cast.database.write() as session:
        return succession.carry_out(session, DISTRICT, day, cast.now)


def of(cast: Cast, department: str) -> dict[int, State]:
    with cast.database.read() as session:
        return {item.number: item.state for item in ledger.items(session, DISTRICT, department)}


def logged(cast: Cast, action: str) -> list[tuple[str, str]]:
    with cast.database.read() as session:
        assert audit.verify(session).broken_at == 0
        return [(subject, details) for subject, details in session.execute(
            text("SELECT subject, details FROM audit WHERE action = :action ORDER BY id"), {"action": action})]


def test_before_the_day_nothing_moves(cast: Cast) -> None:
    succeed(cast)
    before = of(cast, "区财政局")
    assert carry_out(cast, BEFORE) == []
    assert (of(cast, "区财政局"), of(cast, NEW)) == (before, {})


def test_from_the_day_on_open_and_waiting_items_are_the_new_bodys(cast: Cast) -> None:
    succeed(cast)
    before = of(cast, "区财政局")
    assert carry_out(cast) == sorted(before)
    assert (of(cast, "区财政局"), of(cast, NEW)) == ({}, before)


def test_number_dates_and_evidence_of_what_moved_stay(cast: Cast) -> None:
    cast.say(TREASURY, f"已公开 #8 {LINK}")
    cast.say(TREASURY, "撤销 #8")
    before = cast.item(8)
    succeed(cast)
    carry_out(cast)
    after = cast.item(8)
    assert (after.due, after.act_by, after.period, after.version) == (
        before.due, before.act_by, before.period, before.version + 1)
    with cast.database.read() as session:
        assert len(evidence.history(session, DISTRICT, 8)) == 2


@pytest.mark.parametrize("state", [State.EXEMPT, State.DROPPED])
def test_what_is_settled_keeps_the_old_name(cast: Cast, state: State) -> None:
    cast.say(TREASURY, f"已公开 #8 {LINK}")
    with cast.database.write() as session:
        session.execute(text("UPDATE obligation SET state = :state WHERE number = 9"), {"state": state})
    succeed(cast)
    carry_out(cast)
    assert of(cast, "区财政局") == {8: State.CLOSED, 9: state}
    assert cast.item(8).department == "区财政局"


def test_a_returned_item_moves_as_an_open_one_does(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE obligation SET state = 'returned' WHERE number = 8"))
    succeed(cast)
    carry_out(cast)
    assert of(cast, NEW)[8] is State.RETURNED


def test_every_moved_item_has_its_line_and_the_log_is_whole(cast: Cast) -> None:
    succeed(cast)
    moved = carry_out(cast)
    lines = logged(cast, "moved")
    assert [subject for subject, _ in lines] == [f"#{number}" for number in moved]
    assert all('"from":"区财政局"' in details and f'"to":"{NEW}"' in details for _, details in lines)


def test_carried_out_twice_is_carried_out_once(cast: Cast) -> None:
    succeed(cast)
    carry_out(cast)
    with cast.database.read() as session:
        lines = session.execute(text("SELECT count(*) FROM audit")).scalar()
        assert not succession.is_due(session, DISTRICT, REFORM)
    assert carry_out(cast) == carry_out(cast, date(2019, 1, 1)) == []
    with cast.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM audit")).scalar() == lines


def test_the_same_item_of_both_bodies_is_asked_for_once(cast: Cast) -> None:
    """区财政局 and 区教体局 both confirm R11 each quarter (#8 #9, #10 #11), and both wait for R04 (#3, #4)."""
    succeed(cast, new="区教体局")
    carry_out(cast)
    assert of(cast, "区财政局") == {3: State.DROPPED, 8: State.DROPPED, 9: State.DROPPED}
    assert {6, 7, 10, 11} <= set(of(cast, "区教体局"))
    (line,) = [details for subject, details in logged(cast, "dropped") if subject == "#8"]
    assert '"same_as":"#10"' in line


def test_nothing_due_is_lost_where_the_new_bodys_own_was_dropped_once(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE obligation SET state = 'dropped' WHERE number = 10"))
    succeed(cast, new="区教体局")
    carry_out(cast)
    assert (cast.item(8).state, cast.item(10).state) == (State.DROPPED, State.OPEN)


def test_several_bodies_become_one(cast: Cast) -> None:
    for old in ("区财政局", "区教体局"):
        succeed(cast, old)
    carry_out(cast)
    states = of(cast, NEW)
    assert {6, 7, 8, 9, 12, 13} <= set(states) and 10 not in states
    assert of(cast, "区教体局")[10] is State.DROPPED


def test_a_body_that_nobody_listed_expects_the_liaisons_of_all_before_it(cast: Cast) -> None:
    with cast.database.write() as session:
        known = bodies.rows(session, DISTRICT)
        known["区财政局"].liaisons, known["区教体局"].liaisons = ["甲", "乙"], ["乙", "丙"]
    succeed(cast)
    succeed(cast, "区教体局")
    carry_out(cast)
    with cast.database.read() as session:
        assert bodies.rows(session, DISTRICT)[NEW].liaisons == ["甲", "乙", "丙"]


def test_a_line_that_came_about_at_once_is_dated_by_its_last_step(cast: Cast) -> None:
    with cast.database.write() as session:
        bodies.founded(session, DISTRICT, NEW, cast.now, "test")
    succeed(cast)
    succeed(cast, NEW, "区财经局", date(2018, 10, 8))
    carry_out(cast, date(2018, 10, 9))
    assert {details for _, details in logged(cast, "moved")} == {
        '{"from":"区财政局","since":"2018-10-08","to":"区财经局"}'}
    with cast.database.read() as session:
        told = succession.untold(session, DISTRICT, date(2018, 10, 9))
    assert {(one.old, one.new, one.since) for one in told} == {
        ("区财政局", "区财经局", date(2018, 10, 8)), (NEW, "区财经局", date(2018, 10, 8))}


def test_a_line_of_successors_leads_to_the_last_one_in_office(cast: Cast) -> None:
    succeed(cast)
    carry_out(cast)
    succeed(cast, NEW, "区财经局", date(2018, 10, 8))
    carry_out(cast, date(2018, 10, 8))
    assert of(cast, NEW) == {} and 8 in of(cast, "区财经局")
    assert cast.member(TREASURY).departments == ("区财政局", NEW, "区财经局")


def test_what_is_reopened_under_the_old_name_follows(cast: Cast) -> None:
    cast.say(TREASURY, f"已公开 #8 {LINK}")
    succeed(cast)
    carry_out(cast)
    cast.now = at("2018-09-04")
    cast.say(TREASURY, "撤销 #8")
    assert carry_out(cast, date(2018, 9, 5)) == [8]


def test_the_liaison_answers_for_the_new_body_and_keeps_the_old_post(cast: Cast) -> None:
    succeed(cast)
    carry_out(cast)
    assert cast.member(TREASURY).departments == ("区财政局", NEW)
    ((subject, details),) = logged(cast, "appointed")
    assert subject == f"person:{cast.member(TREASURY).id}" and '"instead_of":"区财政局"' in details


def test_an_invitation_for_the_old_body_leads_to_the_new_one_after_the_day(cast: Cast) -> None:
    cast.now = at("2018-09-01")
    with cast.database.write() as session:
        code, _ = people.invite(session, DISTRICT, people.Position.LIAISON, "区环保局", cast.today, cast.now, "test")
    succeed(cast, "区环保局", "区生态环境分局")
    cast.now = at("2018-09-03")
    assert "区生态环境分局" in cast.answer(EDUCATION, f"/join {code}")


def test_a_code_can_be_made_for_the_new_body_as_soon_as_the_day_has_come(cast: Cast) -> None:
    succeed(cast, "区环保局", "区生态环境分局")
    enrol(cast.database, EDUCATION, "区生态环境分局", at("2018-09-03", "00:01"))
    assert "区生态环境分局" in cast.member(EDUCATION).departments


def test_before_the_day_another_day_replaces_the_first(cast: Cast) -> None:
    succeed(cast)
    assert succeed(cast, start=date(2018, 10, 8))
    assert carry_out(cast) == []
    assert carry_out(cast, date(2018, 10, 8))
    assert len(logged(cast, "succession-recorded")) == 2


def test_the_same_again_changes_nothing(cast: Cast) -> None:
    succeed(cast)
    assert not succeed(cast)
    assert len(logged(cast, "succession-recorded")) == 1


def test_after_the_day_it_stays_as_it_is(cast: Cast) -> None:
    succeed(cast)
    cast.now = at("2018-09-03")
    with pytest.raises(Refusal) as refused:
        succeed(cast, start=date(2018, 10, 8))
    assert refused.value.key == "succession-done"


@pytest.mark.parametrize("line", [["区财政局", "区财政局"], ["区财政局", NEW, "区财政局"],
                                  ["区财政局", NEW, "区教体局", "区财政局"]])
def test_no_body_takes_over_from_itself_in_the_end(cast: Cast, line: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        for old, new in pairwise(line):
            if old == NEW:
                carry_out(cast)
            succeed(cast, old, new)
    assert refused.value.key == "succession-circle"
