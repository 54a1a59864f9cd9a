"""One table of a plan file, field by field: what is read, what is noted, what stands in for it."""

from datetime import date, datetime, time

import pytest

from obligations.errors import Refusal
from obligations.plan import Scope, Unit
from obligations.planfile_row import TOP, Row, shown


def row(faults: list[Refusal], name: str = "R07", **fields: object) -> Row:
    return Row("p.toml", name, fields, faults)


def noted(faults: list[Refusal]) -> list[tuple[str, object]]:
    return [(fault.key.removeprefix("plan-fault-"), fault.values["field"]) for fault in faults]


def test_text_loses_the_spaces_around_it() -> None:
    faults: list[Refusal] = []
    assert row(faults, title="  会议信息　").text("title") == "会议信息"
    assert not faults


def test_optional_text_may_be_empty_or_left_out() -> None:
    faults: list[Refusal] = []
    assert row(faults, where="").text("where", required=False) == ""
    assert row(faults).text("where", required=False) == ""
    assert not faults


@pytest.mark.parametrize("hidden", ["a\nb", "a\tb", "a\u2028b", "a\u202eb", "a\u200bb", "a\x00b", "a\ud800b"])
def test_text_with_what_cannot_be_seen_is_noted(hidden: str) -> None:
    faults: list[Refusal] = []
    assert row(faults, title=hidden).text("title") == ""
    assert noted(faults) == [("unprintable", "title")]
    assert hidden[1] not in str(faults[0].values["found"])


@pytest.mark.parametrize("key", ["R01", "R01.2", "meeting-info", "a_b", "2018"])
def test_short_latin_keys_are_taken(key: str) -> None:
    faults: list[Refusal] = []
    assert row(faults, key=key).key("key") == key
    assert not faults


@pytest.mark.parametrize("key", ["会议", "a b", "-a", ".a", "a" * 41, "a:b", "#1"])
def test_other_keys_are_noted(key: str) -> None:
    faults: list[Refusal] = []
    assert row(faults, key=key).key("key") == ""
    assert noted(faults) == [("bad-key", "key")]


@pytest.mark.parametrize(("amount", "taken"), [(1, 1), (1000, 1000), (0, None), (1001, None), (-20, None)])
def test_a_number_stays_within_its_bounds(amount: int, taken: int | None) -> None:
    faults: list[Refusal] = []
    assert row(faults, amount=amount).number("amount", 1, 1000) == taken
    assert noted(faults) == ([] if taken else [("out-of-range", "amount")])


@pytest.mark.parametrize("value", [datetime(2018, 6, 1, 9), time(9), "2018-06-01", 20180601, True])
def test_only_a_plain_date_is_a_day(value: object) -> None:
    faults: list[Refusal] = []
    assert row(faults, start=value).day("start") is None
    assert noted(faults) == [("not-day", "start")]


@pytest.mark.parametrize(("year", "taken"), [(1999, False), (2000, True), (2100, True), (2101, False)])
def test_a_day_lies_in_this_century(year: int, taken: bool) -> None:
    faults: list[Refusal] = []
    assert (row(faults, start=date(year, 1, 1)).day("start") is not None) == taken
    assert bool(faults) != taken


def test_the_same_day_twice_is_not_in_order() -> None:
    faults: list[Refusal] = []
    row(faults, dates=[date(2018, 7, 31), date(2018, 7, 31)]).days("dates")
    assert noted(faults) == [("unordered", "dates")]


def test_one_bad_day_of_several_is_noted_by_its_place() -> None:
    faults: list[Refusal] = []
    assert row(faults, dates=[date(2018, 7, 31), "8月底"]).days("dates") == ()
    assert noted(faults) == [("not-day", "dates[2]")]


def test_a_choice_left_out_is_none_and_a_wrong_one_lists_what_there_is() -> None:
    faults: list[Refusal] = []
    assert row(faults).choice("scope", Scope, required=False) is None
    assert row(faults, unit="days").choice("unit", Unit) is Unit.DAYS
    assert row(faults, unit="weeks").choice("unit", Unit) is None
    assert [fault.values["allowed"] for fault in faults] == ["workdays、days、hours"]


def test_what_nobody_asked_for_is_noted_at_the_end() -> None:
    faults: list[Refusal] = []
    table = row(faults, title="会议信息", titel="会议信息")
    table.text("title")
    table.finish()
    assert noted(faults) == [("unknown-field", "titel")]


def test_a_table_below_the_top_is_named_after_its_place_and_deeper_ones_keep_the_row() -> None:
    faults: list[Refusal] = []
    (department,) = row(faults, TOP, departments=[{"successor": {}}]).rows("departments")
    successor = department.table("successor")
    assert successor
    successor.day("start")
    assert (faults[0].values["row"], faults[0].values["field"]) == ("departments[1]", "successor.start")


def test_what_is_no_table_is_noted_once_and_not_for_every_field_it_lacks() -> None:
    faults: list[Refusal] = []
    (step,) = row(faults, steps=["验收"]).rows("steps")
    assert (step.text("title"), step.days("dates")) == ("", ())
    assert noted(faults) == [("not-table", "steps[1]")]


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("财政", "财政"),
        ("长" * 60, "长" * 39 + "…"),
        pytest.param(10**5000, "…", id="huge"),
        (True, "true"),
        ([1], "[…]"),
        ({"a": 1}, "{…}"),
        (date(2018, 6, 1), "2018-06-01"),
    ],
)
def test_a_value_is_quoted_short(value: object, quoted: str) -> None:
    assert shown(value) == quoted
