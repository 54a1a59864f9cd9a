"""Two duties in one cell become two items, each with its own time, its own words and a key that stays."""

from datetime import date

import pytest

from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from tests.corpus.judging import spoken
from tests.unit.intake.tables import PLAIN, document, table

TWO = "每季度公布财政收支情况，年底前公开决算报告。"


def drafted(words: str, deadline: str = "全年", answers: dict[str, str] | None = None) -> Draft:
    """The draft of a table of one row."""
    source = document("云江县2026年政务公开任务分工", table(PLAIN, ("1", words, "县财政局", deadline)))
    return draft(source, Wanted(date(2026, 3, 2)), Known(), answers or {}, "plan")


def items(made: Draft) -> list[tuple[str, str, str]]:
    return [(part.key, part.title, spoken(part.rule)) for part in made.plan.tasks[0].deliverables]


def kinds(made: Draft) -> list[str]:
    return [doubt.kind for doubt in made.questions if doubt.kind != "in-force"]


@pytest.mark.parametrize("deadline", ["全年", "每季度、年底前", "年底前", "每季度"])
def test_each_duty_is_an_item_with_its_own_time_and_that_is_asked(deadline: str) -> None:
    made = drafted(TWO, deadline)
    assert items(made) == [("R01.1", "每季度公布财政收支情况", "每季度"), ("R01.2", "年底前公开决算报告", "2026-12-31")]
    assert kinds(made) == ["several-times"]
    [asked] = [doubt for doubt in made.questions if doubt.kind == "several-times"]
    assert (asked.quote.text, asked.row, dict(asked.values)) == (TWO, 0, {"words": "每季度、年底前"})


def test_the_office_may_take_them_for_one_item() -> None:
    [key] = [doubt.key for doubt in drafted(TWO).questions if doubt.kind == "several-times"]
    made = drafted(TWO, answers={key: "one-item"})
    assert items(made) == [("R01.1", "每季度公布财政收支情况，年底前公开决算报告", "2026-12-31")]
    assert kinds(made) == ["several-times", "times-mixed"]


def test_both_items_are_of_whoever_the_row_names() -> None:
    assert [part.departments for part in drafted(TWO).plan.tasks[0].deliverables] == [("县财政局",)] * 2


def test_a_numbered_item_is_parted_too() -> None:
    made = drafted(f"1.{TWO}\n2.每月公布菜价。")
    assert [rule for _, _, rule in items(made)] == ["每季度", "2026-12-31", "每月"]


def test_a_period_of_the_second_duty_runs_from_the_event_of_the_first() -> None:
    made = drafted("舆情发生后24小时内召开发布会，5小时内发声。")
    assert [rule for _, _, rule in items(made)] == ["+24小时", "+5小时"]
    assert [event.name for event in made.plan.events] == ["舆情发生"]


@pytest.mark.parametrize(("words", "title"), [
    ("3月底前公开预算，6月底前公开决算。", "3月底前公开预算，6月底前公开决算"),
    ("3月底前公开预算；6月底前公开决算。", "公开预算、公开决算"),
    ("3月底前公开预算。\n6月底前公开决算。", "公开预算、公开决算")])
def test_steps_stay_one_item_whose_title_names_all_of_them(words: str, title: str) -> None:
    made = drafted(words)
    assert items(made) == [("R01.1", title, "2026-03-31→2026-06-30")]
    assert kinds(made) == []


def test_half_years_are_a_rhythm() -> None:
    made = drafted("上半年、下半年各公布一次财政收支。")
    assert (items(made)[0][2], kinds(made)) == ("每半年", [])
