"""Plans: kept as imported, activated once or twice, and followed by a newer version of the same year."""

from datetime import date

import pytest
from sqlalchemy import text

from obligations.errors import PlanFaults
from obligations.item import State
from obligations.plan import PlanStatus
from storage import audit, evidence, plans
from storage.plans import Activation
from tests.cast import DISTRICT, EDUCATION, LINK, MORNING, OFFICE, ROWS, Cast, activate, at, plan_text


def without(*rows: str) -> str:
    """The plan without these rows."""
    return plan_text("\n".join(line for line in ROWS.strip().splitlines() if not line.startswith(rows)))


def again(cast: Cast, content: str) -> Activation:
    return activate(cast.database, content, cast.calendar, cast.now)


def snapshot(cast: Cast) -> list[tuple[object, ...]]:
    """What people see of every item."""
    with cast.database.read() as session:
        return [tuple(row) for row in session.execute(text(
            "SELECT number, department_id, period, state, due, act_by FROM obligation ORDER BY number"))]


def register(cast: Cast, words: str) -> None:
    (preview,) = cast.say(OFFICE, words)
    cast.press(OFFICE, preview.buttons[0][0].data)


def test_imported_plan_is_a_draft_that_obliges_nobody(cast: Cast) -> None:
    before = snapshot(cast)
    with cast.database.write() as session:
        kept, new = plans.import_plan(session, without("R20"), "plan.toml", MORNING, "test")
    assert (kept.status, new) == (PlanStatus.DRAFT, True)
    assert snapshot(cast) == before


def test_same_file_twice_is_kept_once(cast: Cast) -> None:
    with cast.database.write() as session:
        kept, new = plans.import_plan(session, plan_text(), "plan.toml", MORNING, "test")
        assert (kept.id, new, len(plans.plans(session, 1))) == (1, False, 1)


def test_file_with_faults_is_not_kept(cast: Cast) -> None:
    with pytest.raises(PlanFaults), cast.database.write() as session:
        plans.import_plan(session, plan_text().replace("workdays", "moons"), "plan.toml", MORNING, "test")
    with cast.database.read() as session:
        assert len(plans.plans(session, 1)) == 1


def test_activating_twice_keeps_numbers_states_and_evidence(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    register(cast, "登记 会议 2018-07-27")
    before = snapshot(cast)
    assert again(cast, plan_text()) == Activation(made=0, kept=18, dropped=0)
    assert snapshot(cast) == before
    with cast.database.read() as session:
        assert [one.links for one in evidence.history(session, DISTRICT, 10)] == [(LINK,)]


def test_newer_plan_drops_what_it_no_longer_asks_and_keeps_what_is_closed(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    assert again(cast, without("R11")) == Activation(made=0, kept=13, dropped=3)
    assert [cast.item(number).state for number in (8, 9, 10, 11)] == [
        State.DROPPED, State.DROPPED, State.CLOSED, State.DROPPED]
    with cast.database.read() as session:
        details = session.execute(text("SELECT details FROM audit WHERE action = 'plan-activated' "
                                       "ORDER BY id DESC")).scalars().first()
        assert details is not None and '"dropped":[8,9,11]' in details
        assert audit.verify(session).broken_at == 0


def test_a_dropped_item_cannot_be_closed_and_comes_back_with_its_number(cast: Cast) -> None:
    again(cast, without("R11"))
    assert "已不适用" in cast.answer(EDUCATION, f"已公开 #10 {LINK}")
    assert again(cast, plan_text()).made == 0
    assert cast.answer(EDUCATION, f"已公开 #10 {LINK}").startswith("已销号 1 件")


def test_what_was_read_before_a_drop_is_not_closed_after_it(cast: Cast) -> None:
    """The version moves with every change of state, so whoever read the item earlier loses."""
    before = cast.item(10)
    again(cast, without("R11"))
    dropped = cast.item(10)
    again(cast, plan_text())
    assert before.version < dropped.version < cast.item(10).version


def test_newer_plan_moves_dates_and_supersedes_the_older(cast: Cast) -> None:
    again(cast, plan_text().replace("dates = [2018-12-31]", "dates = [2018-11-30]"))
    assert cast.item(6).due == date(2018, 11, 30)
    with cast.database.read() as session:
        assert [kept.status for kept in plans.plans(session, 1)] == [PlanStatus.SUPERSEDED, PlanStatus.ACTIVE]
        found = plans.active(session, 1)
    assert found is not None and found.id == 2


def test_new_row_of_a_newer_plan_gets_new_numbers(cast: Cast) -> None:
    content = plan_text(ROWS + 'R26|主动公开目录|区政府各部门|{ kind = "by_date", dates = [2018-12-31] }\n')
    assert again(cast, content) == Activation(made=4, kept=17, dropped=0)
    assert [cast.item(number).row for number in (18, 21)] == ["R26", "R26"]


def test_item_of_an_event_survives_a_newer_plan_with_the_same_rule(cast: Cast) -> None:
    register(cast, "登记 会议 2018-07-27")
    again(cast, without("R20"))
    assert (cast.item(18).state, cast.item(18).due) == (State.OPEN, date(2018, 8, 1))
    assert cast.item(13).state is State.DROPPED


def test_rule_of_more_days_moves_what_its_event_brought_about(cast: Cast) -> None:
    register(cast, "登记 会议 2018-07-27")
    again(cast, plan_text().replace('event = "meeting", amount = 3', 'event = "meeting", amount = 5'))
    assert cast.item(18).due == date(2018, 8, 3)


def test_what_a_superiors_document_opened_stays_open(cast: Cast) -> None:
    register(cast, "登记 新条例 2018-07-27")
    again(cast, plan_text())
    assert (cast.item(14).state, cast.item(14).due) == (State.OPEN, date(2018, 8, 24))


def test_activation_that_fails_leaves_the_plan_before_it(cast: Cast) -> None:
    before = snapshot(cast)
    far = plan_text().replace("year = 2018", "year = 2050").replace("2018-", "2050-")
    with pytest.raises(Exception, match="calendar-range"):
        again(cast, far)
    assert snapshot(cast) == before
    with cast.database.read() as session:
        found = plans.active(session, 1)
    assert found is not None and found.plan.year == 2018


def test_next_years_plan_stands_beside_this_years(cast: Cast) -> None:
    cast.now = at("2019-01-02")
    again(cast, plan_text().replace("guichi-2018", "guichi-2019").replace("2018", "2019"))
    with cast.database.read() as session:
        found = plans.active(session, 1)
        assert found is not None and found.plan.year == 2019
    assert (cast.item(6).state, cast.item(6).due) == (State.OPEN, date(2018, 12, 31)), "last year's debt stays"
