"""The obligations as an activation writes them: numbers, states, days with their reasons."""

from datetime import date

import pytest

from obligations.explanation import RuleKind
from obligations.item import State
from storage import ledger
from tests.cast import DISTRICT, EDUCATION, LINK, OFFICE, Cast, at


def test_numbers_run_from_one_without_a_gap(cast: Cast) -> None:
    with cast.database.read() as session:
        found = ledger.items(session, DISTRICT)
        assert sorted(one.number for one in found) == list(range(1, 18))
        assert ledger.counted(session, DISTRICT) == 17


@pytest.mark.parametrize(("number", "state", "due", "act_by", "overdue_after"), [
    (1, State.WAITING, None, None, None),
    (6, State.OPEN, date(2018, 12, 31), date(2018, 12, 29), date(2018, 12, 31)),     # a worked Saturday
    (8, State.OPEN, date(2018, 9, 30), date(2018, 9, 30), date(2018, 9, 30)),        # a worked Sunday
    (13, State.OPEN, None, None, None),
    (14, State.WAITING, None, None, None),
    (15, State.OPEN, date(2018, 7, 31), date(2018, 7, 31), date(2018, 9, 30)),
    (16, State.OPEN, date(2018, 8, 31), date(2018, 8, 31), date(2018, 9, 30)),
    (17, State.OPEN, None, None, None)])
def test_every_kind_of_rule_is_written_with_its_days(
        cast: Cast, number: int, state: State, due: date | None, act_by: date | None,
        overdue_after: date | None) -> None:
    found = cast.item(number)
    assert (found.state, found.due, found.act_by, found.overdue_after) == (state, due, act_by, overdue_after)


def test_a_plan_from_june_asks_for_two_quarters(cast: Cast) -> None:
    with cast.database.read() as session:
        periods = [one.period for one in ledger.items(session, DISTRICT, "区财政局") if one.row == "R11"]
    assert periods == ["2018Q3", "2018Q4"]


def test_items_of_a_department_are_its_own(cast: Cast) -> None:
    with cast.database.read() as session:
        assert {one.department for one in ledger.items(session, DISTRICT, "区教体局")} == {"区教体局"}
        assert ledger.items(session, DISTRICT, "区教育局") == []
        assert ledger.items(session, DISTRICT + 1) == []


def test_unknown_numbers_are_left_out(cast: Cast) -> None:
    with cast.database.read() as session:
        assert set(ledger.numbered(session, DISTRICT, [8, 99, -1])) == {8}
        assert ledger.numbered(session, DISTRICT, []) == {}


def test_every_date_can_be_explained(cast: Cast) -> None:
    with cast.database.read() as session:
        why = ledger.explanation(session, DISTRICT, 6)
        assert why is not None
        assert (why.kind, why.printed, why.assumed) == (RuleKind.BY_DATE, (date(2018, 12, 31),), True)
        assert [rest.day for rest in why.skipped] == [date(2018, 12, 30), date(2018, 12, 31)]
        assert ledger.explanation(session, DISTRICT, 99) is None
        assert all(ledger.explanation(session, DISTRICT, one.number) for one in ledger.items(session, DISTRICT))


def test_departments_stand_in_the_plans_order(cast: Cast) -> None:
    with cast.database.read() as session:
        assert ledger.department_names(session, DISTRICT) == ["区政府办公室", "区财政局", "区教体局", "区环保局"]


@pytest.mark.parametrize(("today", "late"), [
    (date(2018, 9, 30), []),
    (date(2018, 10, 8), [("区教体局", [10, 15, 16]), ("区财政局", [8])]),
    (date(2019, 1, 2), [("区教体局", [10, 11, 15, 16]), ("区财政局", [6, 8, 9])])])
def test_overdue_are_counted_by_department_the_most_first(
        cast: Cast, today: date, late: list[tuple[str, list[int]]]) -> None:
    with cast.database.read() as session:
        found = ledger.overdue_by_department(session, DISTRICT, today)
    assert [(name, sorted(one.number for one in items)) for name, items in found] == late


def test_what_is_closed_is_not_overdue(cast: Cast) -> None:
    for number in (10, 15, 16):
        cast.say(EDUCATION, f"已公开 #{number} {LINK}")
    with cast.database.read() as session:
        found = ledger.overdue_by_department(session, DISTRICT, date(2018, 10, 8))
    assert [name for name, _ in found] == ["区财政局"]


def test_each_new_item_takes_the_districts_next_number(cast: Cast) -> None:
    cast.now = at("2018-09-28")
    for day in ("2018-09-27", "2018-09-28"):
        (preview,) = cast.say(OFFICE, f"登记 会议 {day}")
        cast.press(OFFICE, preview.buttons[0][0].data)
    assert [cast.item(number).period for number in (18, 19)] == [
        "event:meeting|2018-09-27||", "event:meeting|2018-09-28||"]
    assert cast.item(18).due == date(2018, 9, 30)
