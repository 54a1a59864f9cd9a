"""What a list of departments does to groups: it takes nobody out whom it does not name, and says who left."""

from datetime import date

from obligations.directory import read_listing
from storage import departments
from storage.departments import Regrouped
from tests.cast import DISTRICT, Cast, at

ALL, PLANNED = "区政府各部门", ("区政府办公室", "区财政局", "区教体局", "区环保局")


def take(cast: Cast, *rows: str, day: str = "2018-07-30") -> tuple[Regrouped, ...]:
    """The groups of which a list speaks, or which it changes."""
    listing = read_listing("名录.csv", "\n".join(rows).encode())
    cast.now = at(day)
    with cast.database.write() as session:
        return departments.import_list(session, DISTRICT, listing, cast.today, cast.now, "test").groups


def members(cast: Cast, group: str) -> dict[str, tuple[date, date | None]]:
    """First and last day of everybody in a group."""
    with cast.database.read() as session:
        known = departments.known(session, DISTRICT)
    return {one.department: (one.start, one.end) for found in known.groups if found.name == group
            for one in found.members}


def test_a_short_list_takes_nobody_out_of_a_group_of_the_plan(cast: Cast) -> None:
    assert take(cast, "单位,群体", f"区财政局,{ALL}", f"区审计局,{ALL}") == (
        Regrouped(ALL, PLANNED, (*PLANNED, "区审计局")),)
    assert members(cast, ALL) == {**{name: (date(2018, 6, 1), None) for name in PLANNED},
                                  "区审计局": (date(2018, 7, 30), None)}


def test_whom_a_list_names_without_the_group_leaves_it_and_is_named(cast: Cast) -> None:
    assert take(cast, "单位,群体", f"区财政局,{ALL}", "区环保局,") == (Regrouped(ALL, PLANNED, PLANNED[:3]),)
    assert members(cast, ALL)["区环保局"] == (date(2018, 6, 1), date(2018, 7, 29))


def test_a_group_that_a_list_does_not_speak_of_stays_the_plans(cast: Cast) -> None:
    assert take(cast, "单位,群体", "区财政局,监督组", "区环保局,") == (Regrouped("监督组", (), ("区财政局",)),)
    assert tuple(members(cast, ALL)) == PLANNED


def test_a_group_is_taken_over_from_the_plan_only_once(cast: Cast) -> None:
    take(cast, "单位,群体", f"区财政局,{ALL}", "区环保局,")
    assert take(cast, "单位,群体", f"区财政局,{ALL}", day="2018-10-08") == (Regrouped(ALL, PLANNED[:3], PLANNED[:3]),)


def test_a_list_without_the_column_of_groups_changes_none(cast: Cast) -> None:
    take(cast, "单位,群体", "区财政局,监督组")
    assert take(cast, "单位,联络员", "区财政局,甲", day="2018-10-08") == ()


def test_a_group_that_everybody_leaves_is_said_to_be_empty(cast: Cast) -> None:
    take(cast, "单位,群体", "区财政局,监督组")
    assert take(cast, "单位,群体", "区财政局,", day="2018-10-08") == (Regrouped("监督组", ("区财政局",), ()),)


def test_who_joins_later_counts_and_whose_time_is_over_does_not(cast: Cast) -> None:
    rows = "区财政局,监督组,2019-01-01,", "区环保局,监督组,2018-01-01,2018-03-31"
    assert take(cast, "单位,群体,加入日期,退出日期", *rows) == (
        Regrouped("监督组", (), ("区财政局",)),)
