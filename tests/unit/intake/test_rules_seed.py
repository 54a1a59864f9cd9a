"""The rules of the real table of 2018, row by row, as its analysis gives them."""

from collections.abc import Iterator
from datetime import date

import pytest

from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.when.rules import Rules, Timed
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    Unit,
)
from tests.unit.intake.rules_cast import items, seed_rows

QUARTERLY = Periodic(Every.QUARTER, assumed=True)
YEAR_END = ByDate((date(2018, 12, 31),))


@pytest.fixture(scope="module")
def read() -> tuple[dict[str, Timed], Inquiry]:
    """Every item of every row (R28.2, or R01 where a row is one piece) with its rule, and what was asked."""
    inquiry = Inquiry({})
    rules = Rules(inquiry, 2018)
    return dict(_read(rules)), inquiry


def _read(rules: Rules) -> Iterator[tuple[str, Timed]]:
    for index, row in enumerate(seed_rows()):
        parts = items(row)
        for n, part in enumerate(parts, 1):
            name = f"R{index + 1:02}" + (f".{n}" if len(parts) > 1 else "")
            yield name, rules.time_rule(part, row, index, named=False)


Read = tuple[dict[str, Timed], Inquiry]


def about(read: Read, index: int) -> list[Doubt]:
    return [doubt for doubt in read[1].doubts if doubt.row == index]


def test_seven_of_the_28_rows_have_numbered_items_23_together(read: Read) -> None:
    assert len({name.split(".")[0] for name in read[0]}) == 28
    assert sum("." in name for name in read[0]) == 23
    assert len(read[0]) == 44


@pytest.mark.parametrize(
    ("name", "amount", "event"),
    [
        ("R01", 3, "政府全体会议、常务会议、专题会议及其他会议结束"),
        ("R04", 1, "权力事项发生变化"),
        ("R05", 20, "建议答复和提案办理结果出台"),
    ],
)
def test_a_period_runs_from_the_event_that_the_text_names(read: Read, name: str, amount: int, event: str) -> None:
    one = read[0][name]
    assert [kind.name for kind in one.events] == [event]
    assert one.rule == AfterEvent(one.events[0].key, amount, Unit.WORKDAYS)
    assert not one.assumed


def test_r02_does_not_say_what_its_three_days_run_from(read: Read) -> None:
    one = read[0]["R02"]
    assert isinstance(one.rule, AfterEvent) and one.rule.amount == 3 and one.assumed
    assert [(doubt.kind, doubt.quote.text) for doubt in about(read, 1)] == [("no-start", "3个工作日内")]


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("R03", "审查文件正文中是否明确应公开信息，未明确的不予通过"),
        ("R25.1", "政府信息公开前要依法依规严格审查"),
        ("R25.2", "公开时要去标识化处理"),
    ],
)
def test_a_check_before_publishing_is_a_gate(read: Read, name: str, check: str) -> None:
    assert read[0][name].rule == Gate((check,))


def test_r08_has_no_date_and_the_law_s_20_days_are_not_invented(read: Read) -> None:
    assert read[0]["R08.1"].rule == read[0]["R08.2"].rule == QUARTERLY


def test_r21_has_its_date_hidden_in_the_content_and_waits_for_the_city(read: Read) -> None:
    assert read[0]["R21"].rule == YEAR_END
    assert {(doubt.kind, doubt.quote.text) for doubt in about(read, 20)} == {
        ("hidden-date", "年底前"), ("awaits-superior", "与市政府办对接"), ("deadline-differs", "全年")}


def test_r22_says_定期_which_is_asked(read: Read) -> None:
    assert read[0]["R22"].rule == QUARTERLY
    assert [doubt.quote.text for doubt in read[1].doubts if doubt.kind == "vague-time"] == ["定期", "适时"]


def test_r23_waits_for_the_new_regulation(read: Read) -> None:
    first, second = read[0]["R23.1"], read[0]["R23.2"]
    assert first.rule == AwaitSuperior(first.events[0].key)
    assert first.events[0].name == "新修订的《中华人民共和国政府信息公开条例》"
    assert second.rule == AwaitSuperior(second.events[0].key)
    assert read[0]["R23.3"].rule == read[0]["R23.4"].rule == QUARTERLY


def test_r24_keeps_all_of_its_contradicting_dates(read: Read) -> None:
    assert read[0]["R24"].rule == Milestones((
        Milestone("step-1", "完成试点验收", (date(2018, 7, 31), date(2018, 8, 31))),
        Milestone("step-2", "报送试点成果和总体情况", (date(2018, 8, 31), date(2018, 9, 30))),
    ), date(2018, 9, 30))
    assert [(doubt.kind, dict(doubt.values)) for doubt in about(read, 23)] == [
        ("dates-differ", {"first": "2018-07-31", "last": "2018-09-30"})]


def test_r26_has_the_date_of_its_cell_although_it_waits_for_the_province(read: Read) -> None:
    assert read[0]["R26"].rule == YEAR_END
    assert [(doubt.kind, doubt.quote.text) for doubt in about(read, 25)] == [
        ("awaits-superior", "根据省政府办公厅的要求")]


@pytest.mark.parametrize(("name", "index"), [("R27", 26), ("R28.2", 27)])
def test_a_date_in_the_prose_beats_the_whole_year_in_the_cell(read: Read, name: str, index: int) -> None:
    assert read[0][name].rule == YEAR_END
    assert [(doubt.kind, doubt.choices) for doubt in about(read, index)] == [("deadline-differs", ())]


def test_r28_7_is_left_to_the_office(read: Read) -> None:
    assert read[0]["R28.7"].rule == Ongoing()


DATED = {"R01", "R02", "R03", "R04", "R05", "R21", "R23.1", "R23.2", "R24", "R25.1", "R25.2", "R26", "R27", "R28.2",
         "R28.7"}


def test_every_other_piece_is_confirmed_quarterly(read: Read) -> None:
    assert {name for name, one in read[0].items() if one.rule != QUARTERLY} == DATED


def test_the_whole_year_is_asked_about_once_and_for_the_whole_document(read: Read) -> None:
    asked = [doubt for doubt in read[1].doubts if doubt.kind == "all-year-rhythm"]
    assert [(doubt.quote.text, doubt.row) for doubt in asked] == [("全年", None)]
