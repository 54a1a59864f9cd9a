"""Whatever a plan file holds, reading it ends in a plan or in named faults, never in anything else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.catalogue import LOCALES, texts
from obligations.errors import PlanFaults, Refusal
from obligations.plan import Plan
from obligations.planfile import LARGEST, read_plan

GOOD = (Path(__file__).parents[2] / "plans" / "guichi-2018.toml").read_text(encoding="utf-8")
LINES = GOOD.splitlines()
VALUES = [
    "1", "-1", "1e400", "nan", "true", '""', '"x"', "[]", "{}", "[[1]]", "[{}]", "2018-12-31", "2018-02-30",
    "0001-01-01", "9999-12-31", "09:00:00", "2018-06-01T09:00:00Z", "0x" + "f" * 900,
    "9" * 900, "0x" + "f" * 9000,
    '"\\u0000"', '"\\u202e"', '"' + "长" * 500 + '"', "{ kind = {} }", '{ kind = "milestones", steps = [1] }',
    '{ kind = "await_superior", event = [] }', '{ kind = "by_date", dates = [[2018-01-01]] }',
]  # fmt: skip
SETTINGS = [line.strip() for line in LINES if " = " in line and line.lstrip()[:1].isalpha()]
FIELDS = sorted({setting.split(" = ")[0] for setting in SETTINGS})


def outcome(text: str) -> Plan | tuple[Refusal, ...]:
    """What reading gives; each fault must have its place, and a sentence in both languages."""
    try:
        return read_plan(text, "p.toml")
    except PlanFaults as caught:
        assert caught.faults
        for fault in caught.faults:
            assert {"file", "row", "field"} <= set(fault.values)
            assert all(len(texts(locale)(fault.key, **fault.values)) < 400 for locale in LOCALES)
        return caught.faults


def only(text: str) -> Refusal:
    faults = outcome(text)
    assert isinstance(faults, tuple)
    (fault,) = faults
    return fault


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_value_in_place_of_any_other_is_read_or_named(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        field = lines[at].split("=")[0] if " = " in lines[at] else data.draw(st.sampled_from(FIELDS))
        lines[at] = f"{field} = {data.draw(st.sampled_from(VALUES))}"
    outcome("\n".join(lines))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 300), st.text(max_size=8))
def test_any_hole_or_smear_in_the_file_is_read_or_named(at: int, length: int, smear: str) -> None:
    outcome(GOOD[:at] + smear + GOOD[at + length :])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, len(LINES) - 1), max_size=12))
def test_any_lines_left_out_are_read_or_named(left_out: list[int]) -> None:
    outcome("\n".join(line for number, line in enumerate(LINES) if number not in left_out))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(VALUES)))
def test_any_small_file_of_the_right_words_has_named_faults(fields: dict[str, str]) -> None:
    assert isinstance(outcome("\n".join(f"{field} = {value}" for field, value in fields.items())), tuple)


def test_an_empty_file_lacks_everything_it_needs() -> None:
    faults = outcome("")
    assert isinstance(faults, tuple)
    assert {str(fault.values["field"]) for fault in faults} == {
        "key", "district", "year", "title", "in_force", "departments", "tasks",
    }  # fmt: skip


def test_a_slip_of_the_pen_names_its_line() -> None:
    broken = GOOD.replace("year = 2018", "year == 2018", 1)
    line = LINES.index("year = 2018") + 1
    fault = only(broken)
    assert (fault.key, fault.values["line"]) == ("plan-fault-syntax", str(line))
    assert f"第 {line} 行" in texts("zh-CN")(fault.key, **fault.values)


def test_a_day_that_does_not_exist_names_its_line() -> None:
    line = LINES.index("in_force = 2018-06-01") + 1
    fault = only(GOOD.replace("in_force = 2018-06-01", "in_force = 2018-06-31", 1))
    assert (fault.key, fault.values["row"]) == ("plan-fault-syntax", f"line {line}")


def test_a_file_that_stops_in_the_middle_names_its_last_line() -> None:
    assert only('key = "a"\ntitle = [').values["line"] == 2


def test_brackets_without_end_are_refused() -> None:
    assert only("a = " + "[\n" * 100_000).key == "plan-fault-too-deep"


@pytest.mark.parametrize("line", ["year = " + "9" * 5000, "a." * 900_000 + "a = 1", "key = '" + "长" * 995])
def test_a_line_without_end_is_refused_before_it_is_parsed(line: str) -> None:
    fault = only("year = 2018\n" + line)
    assert (fault.key, fault.values["line"]) == ("plan-fault-long-line", 2)


@pytest.mark.parametrize("filler", ["#" * LARGEST + "\n", "字" * (LARGEST // 2)])
def test_a_file_over_two_megabytes_is_refused_unread(filler: str) -> None:
    assert only(filler).key == "plan-fault-too-big"


def test_a_broken_half_character_in_the_text_does_no_harm() -> None:
    assert isinstance(outcome('key = "\ud800"'), tuple)
