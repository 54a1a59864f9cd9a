"""The list of departments in the log: what it adds, what it leaves alone, and that the same again changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from obligations.directory import read_listing
from obligations.errors import PlanFaults, Refusal
from obligations.item import State
from obligations.plan import Department, Membership, Succession
from storage import audit, bodies, departments, districts, ledger, plans
from storage.departments import Changes
from tests.cast import DISTRICT, PLAN, TREASURY, Cast, activate, at, fresh_database, plan_text

HEAD = "单位,简称,全称,群体,联络员"
LIST = (HEAD, "区财政局,财局、区财,贵池区财政局,区直各部门,甲", "区审计局,审计局,,区直各部门、监督组,乙、丙",
        "区环保局,,,,")
REFORM = "单位,承接单位,生效日期"


def take(cast: Cast, *rows: str, day: str = "2018-07-30") -> Changes:
    """What a list changes; what it does to groups is tested in `test_departments_groups`."""
    listing = read_listing("名录.csv", "\n".join(rows).encode())
    cast.now = at(day)
    with cast.database.write() as session:
        changes = departments.import_list(session, DISTRICT, listing, cast.today, cast.now, "test")
    return replace(changes, groups=())


def refused(cast: Cast, *rows: str) -> list[str]:
    with pytest.raises(PlanFaults) as faults:
        take(cast, *rows)
    return [one.key for one in faults.value.faults]


def body(cast: Cast, name: str) -> Department:
    with cast.database.read() as session:
        return next(one for one in bodies.bodies(session, DISTRICT) if one.name == name)


def members(cast: Cast, group: str) -> list[Membership]:
    with cast.database.read() as session:
        known = departments.known(session, DISTRICT)
    return [member for one in known.groups if one.name == group for member in one.members]


def lines(cast: Cast) -> int:
    with cast.database.read() as session:
        verdict = audit.verify(session)
    assert verdict.broken_at == 0
    return verdict.lines


def planned(name: str, fields: str) -> str:
    """The plan, with more said of one department."""
    return plan_text(top=PLAN.replace(f'{{ name = "{name}" }}', f'{{ name = "{name}", {fields} }}'))


def test_what_is_new_and_what_changed_is_told_apart(cast: Cast) -> None:
    assert take(cast, *LIST) == Changes(("区审计局",), ("区财政局",), 1, ())
    assert body(cast, "区财政局") == Department("区财政局", ("财局", "区财"), "贵池区财政局")


def test_the_same_list_again_changes_nothing_on_any_later_day(cast: Cast) -> None:
    take(cast, *LIST)
    before = lines(cast), members(cast, "区直各部门")
    assert take(cast, *LIST, day="2018-10-08") == Changes((), (), 3, ())
    assert (lines(cast), members(cast, "区直各部门")) == before


def test_a_member_without_a_day_belongs_from_the_day_of_the_import(cast: Cast) -> None:
    take(cast, *LIST)
    assert members(cast, "区直各部门") == [Membership("区财政局", date(2018, 7, 30)),
                                      Membership("区审计局", date(2018, 7, 30))]


def test_who_is_no_longer_listed_in_a_group_was_its_member_until_yesterday(cast: Cast) -> None:
    take(cast, *LIST)
    take(cast, "单位,群体", "区财政局,监督组", day="2018-10-08")
    assert members(cast, "区直各部门")[0] == Membership("区财政局", date(2018, 7, 30), date(2018, 10, 7))
    assert members(cast, "监督组")[0] == Membership("区财政局", date(2018, 10, 8))


def test_a_list_without_groups_leaves_groups_alone(cast: Cast) -> None:
    take(cast, *LIST)
    take(cast, "单位,联络员", "区财政局,丁", day="2018-10-08")
    assert members(cast, "区直各部门")[0].end is None


def test_a_first_day_given_later_takes_the_place_of_the_import_day(cast: Cast) -> None:
    take(cast, *LIST)
    take(cast, "单位,群体,加入日期,退出日期", "区财政局,区直各部门,2018-01-01,2018-03-31",
         "区财政局,区直各部门,2018-06-01,")
    assert [one for one in members(cast, "区直各部门") if one.department == "区财政局"] == [
        Membership("区财政局", date(2018, 1, 1), date(2018, 3, 31)), Membership("区财政局", date(2018, 6, 1))]


@pytest.mark.parametrize("rows", [
    ("区财政局,甲组,2018-01-01,2018-06-30", "区财政局,甲组,2018-06-30,"), ("区财政局,甲组,,2018-03-31",)])
def test_memberships_that_do_not_fit_together_are_refused_whole(cast: Cast, rows: tuple[str, ...]) -> None:
    before = lines(cast)
    assert refused(cast, "单位,群体,加入日期,退出日期", *rows, "区新设局,甲组,,") == ["listing-stays"]
    assert lines(cast) == before and members(cast, "甲组") == []


def test_a_department_is_the_one_that_is_known_by_this_spelling(cast: Cast) -> None:
    changes = take(cast, "单位,联络员", "池州市贵池区财政局,甲", "区政府办,乙")
    assert changes == Changes((), ("区财政局", "区政府办公室"), 0, ())


def test_a_short_name_taken_out_of_the_list_is_gone_but_the_plans_own_stays(cast: Cast) -> None:
    take(cast, "单位,简称", "区政府办公室,政府办、府办")
    take(cast, "单位,简称", "区政府办公室,政府办")
    assert set(body(cast, "区政府办公室").aliases) == {"区政府办", "政府办"}


@pytest.mark.parametrize("rows", [("区审计局,区财政局",), ("区审计局,区政府办",)])
def test_a_spelling_that_is_taken_is_refused(cast: Cast, rows: tuple[str, ...]) -> None:
    assert refused(cast, "单位,简称", *rows) == ["listing-spelling-known"]


def test_a_successor_is_found_by_a_spelling_that_the_same_list_brings(cast: Cast) -> None:
    changes = take(cast, "单位,简称,承接单位,生效日期", "区科体局,科体局,,", "区体育局,,科体局,2018-07-01")
    assert changes.unlisted == ()
    assert body(cast, "区体育局").successor == Succession("区科体局", date(2018, 7, 1))


def test_a_successor_that_nobody_has_heard_of_is_said(cast: Cast) -> None:
    assert take(cast, REFORM, "区环保局,区生态环竟分局,2099-03-01").unlisted == ("区生态环竟分局",)


@pytest.mark.parametrize("row", ["甲组,,,", "区政府各部门,,,", "区环保局,,甲组,2019-03-01"])
def test_what_is_called_like_a_group_is_no_department(cast: Cast, row: str) -> None:
    assert refused(cast, "单位,群体,承接单位,生效日期", "区财政局,甲组,,", row) == ["listing-group"]


@pytest.mark.parametrize("rows", [("区审计局,", "池州市贵池区审计局,"), ("区审计局,区内审办", "区统计局,贵池区内审办")])
def test_spellings_that_differ_only_in_the_districts_name_are_the_same(cast: Cast, rows: tuple[str, ...]) -> None:
    assert refused(cast, "单位,简称", *rows) == ["listing-spelling-taken"]


def test_a_successor_is_listed_on_its_first_day_before_any_round(cast: Cast) -> None:
    take(cast, "单位,联络员,承接单位,生效日期", "区财政局,甲,区财金局,2018-09-03", "区环保局,乙,区财金局,2018-09-03")
    with cast.database.read() as session:
        found = {one.department.name: one for one in departments.listed(session, DISTRICT, date(2018, 9, 3))}
    assert "区财政局" not in found
    assert (found["区财金局"].expected, found["区财金局"].enrolled) == (("甲", "乙"), (TREASURY.name,))


def test_two_spellings_of_one_known_department_are_one_row_too_many(cast: Cast) -> None:
    assert "listing-twice" in refused(cast, "单位", "区政府办公室", "贵池区政府办公室")


def test_activating_a_plan_takes_nothing_of_the_list_away(cast: Cast) -> None:
    take(cast, *LIST, "")
    take(cast, REFORM, "区财政局,区财金局,2019-03-01")
    activate(cast.database, planned("区财政局", 'aliases = ["财政"]'), cast.calendar, cast.now)
    assert body(cast, "区财政局") == Department("区财政局", ("财局", "区财", "财政"), "贵池区财政局",
                                            Succession("区财金局", date(2019, 3, 1)))


def test_a_corrected_plan_corrects_its_own_succession_but_not_the_offices(cast: Cast) -> None:
    def activated(day: str) -> Succession | None:
        content = planned("区环保局", f'successor = {{ name = "区生态环境分局", start = {day} }}')
        activate(cast.database, content, cast.calendar, cast.now)
        return body(cast, "区环保局").successor

    for day in ("2019-03-01", "2019-03-20"):
        assert activated(day) == Succession("区生态环境分局", date.fromisoformat(day))
    take(cast, REFORM, "区环保局,区生态环境分局,2019-04-08")
    assert activated("2019-05-06") == Succession("区生态环境分局", date(2019, 4, 8))


def test_a_plan_with_successions_in_a_circle_is_refused_at_import(cast: Cast) -> None:
    content = planned("区环保局", 'successor = { name = "区财政局", start = 2019-03-01 }')
    content = content.replace('{ name = "区财政局" }',
                              '{ name = "区财政局", successor = { name = "区环保局", start = 2020-03-01 } }')
    with pytest.raises(Refusal, match="succession-circle"), cast.database.write() as session:
        plans.import_plan(session, content, "plan.toml", cast.now, "test")


def test_a_succession_in_the_list_is_carried_out_once_its_day_has_come(cast: Cast) -> None:
    changes = take(cast, REFORM, "区环保局,区生态环境分局,2018-07-01")
    assert changes.moved == (5,)
    assert cast.item(5).department == "区生态环境分局"
    assert take(cast, REFORM, "区环保局,区生态环境分局,2018-07-01").same == 1


def test_what_has_taken_effect_cannot_be_changed_by_a_list(cast: Cast) -> None:
    take(cast, REFORM, "区环保局,区生态环境分局,2018-07-01")
    assert refused(cast, REFORM, "区环保局,区生态环境分局,2018-10-01") == ["listing-succession-done"]


def test_successions_in_a_circle_are_refused_with_every_row(cast: Cast) -> None:
    assert refused(cast, REFORM, "区环保局,区财政局,2019-03-01", "区财政局,区环保局,2020-03-01") == [
        "listing-circle", "listing-circle"]


def test_a_body_and_its_successor_may_share_spellings(cast: Cast) -> None:
    take(cast, "单位,简称,承接单位,生效日期", "区环保局,环保,区生态环境分局,2019-03-01", "区生态环境分局,环保,,")
    cast.now = at("2019-03-01")
    assert body(cast, "区生态环境分局").aliases == ("环保",)


def test_expected_and_enrolled_liaisons_are_listed_apart(cast: Cast) -> None:
    take(cast, *LIST)
    with cast.database.read() as session:
        listed = {one.department.name: one for one in departments.listed(session, DISTRICT, cast.today)}
    assert (listed["区财政局"].expected, listed["区财政局"].enrolled) == (("甲",), (TREASURY.name,))
    assert (listed["区审计局"].expected, listed["区审计局"].enrolled) == (("乙", "丙"), ())
    assert listed["区审计局"].groups == ("区直各部门", "监督组")


def test_known_has_the_groups_of_the_list_and_those_that_only_the_plan_has(cast: Cast) -> None:
    take(cast, *LIST)
    with cast.database.read() as session:
        known = departments.known(session, DISTRICT)
    assert known.district == "池州市贵池区"
    assert [group.name for group in known.groups] == ["区直各部门", "监督组", "区政府各部门"]
    assert {one.name for one in known.departments} >= {"区审计局", "区环保局"}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Cast]:
    stage = Cast(fresh_database(tmp_path))
    yield stage
    stage.database.close()


def test_a_list_may_come_before_any_plan(empty: Cast) -> None:
    with empty.database.write() as session:
        assert districts.found(session, "池州市贵池区") == DISTRICT
    assert len(take(empty, *LIST).new) == 3
    activate(empty.database, plan_text(), empty.calendar, empty.now)
    assert body(empty, "区财政局").full_name == "贵池区财政局"
    with empty.database.read() as session:
        assert all(one.state in (State.OPEN, State.WAITING) for one in ledger.items(session, DISTRICT, "区财政局"))
