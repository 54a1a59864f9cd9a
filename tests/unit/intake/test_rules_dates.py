"""Days from three places of a row: which hold, what is kept when they differ, and what each answer changes."""

from datetime import date

import pytest

from obligations.intake.source import SourceRow
from obligations.plan import ByDate, Every, Milestone, Milestones, Ongoing, Periodic, TimeRule
from tests.unit.intake.rules_cast import kinds, row, timed

JUNE, SEPTEMBER, DECEMBER = date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31)
TWO_STEPS = "6月底前完成清单编制，9月底前报送总结"


def by(*days: date) -> ByDate:
    return ByDate(days)


def test_a_date_in_the_prose_is_the_rule_and_nothing_is_asked() -> None:
    one, doubts = timed(row("9月底前完成栏目改版", "9月底前"))
    assert (one.rule, one.events, one.assumed, doubts) == (by(SEPTEMBER), (), False, [])


def test_a_date_in_the_prose_beats_the_whole_year_and_is_remarked_on() -> None:
    one, doubts = timed(row("9月底前完成栏目改版", "全年"))
    assert (one.rule, one.assumed) == (by(SEPTEMBER), False)
    assert [(doubt.kind, doubt.quote.text, dict(doubt.values), doubt.row) for doubt in doubts] == [
        ("deadline-differs", "全年", {"date": "2021-09-30"}, 3)]


def test_the_cell_counts_where_the_prose_has_no_date() -> None:
    assert timed(row("完成栏目改版", "第三季度")) == (timed(row("完成栏目改版", "9月底前"))[0], [])


@pytest.mark.parametrize("one", [
    row("6月底前完成栏目改版", "9月底前"),
    row("6月底前完成栏目改版", "全年", content="9月底前完成栏目改版"),
    row("完成栏目改版", "6月底前", content="9月底前完成栏目改版"),
])
def test_differing_dates_are_all_kept_and_asked(one: SourceRow) -> None:
    kept, doubts = timed(one)
    asked = [doubt for doubt in doubts if doubt.choices]
    assert kept.rule == by(JUNE, SEPTEMBER) and kept.assumed
    assert [(doubt.kind, [choice.id for choice in doubt.choices]) for doubt in asked] == [
        ("dates-differ", ["all-kept", "by:2021-06-30", "by:2021-09-30"])]
    assert dict(asked[0].values) == {"first": "2021-06-30", "last": "2021-09-30", "year": "2021"}


@pytest.mark.parametrize(("answer", "rule"), [
    ("all-kept", by(JUNE, SEPTEMBER)), ("by:2021-06-30", by(JUNE)), ("by:2021-09-30", by(SEPTEMBER)),
    ("typed:2021-08-15", by(date(2021, 8, 15))),
    ("typed:2021年8月15日", by(date(2021, 8, 15))), ("typed:8月底前", by(date(2021, 8, 31))),
    ("typed:每月20日前", Periodic(Every.MONTH, 20)),
])
def test_the_office_settles_which_date_holds(answer: str, rule: TimeRule) -> None:
    one, _ = timed(row("6月底前完成栏目改版", "9月底前"), {"dates-differ": answer})
    assert (one.rule, one.assumed) == (rule, False)


@pytest.mark.parametrize(
    "typed", ["typed:", "typed:2021-02-30", "typed:9月", "typed:1990-01-01", "typed:2021-09-30x", "typed:每周"])
def test_a_typed_date_that_cannot_be_read_leaves_the_default_and_is_said(typed: str) -> None:
    one, doubts = timed(row("6月底前完成栏目改版", "9月底前"), {"dates-differ": typed})
    assert (one.rule, one.assumed) == (by(JUNE, SEPTEMBER), True)
    assert kinds(doubts) == ["dates-differ", "typed-time-unread"]


def test_two_dated_verbs_are_steps() -> None:
    one, doubts = timed(row(TWO_STEPS))
    assert one.rule == Milestones((
        Milestone("step-1", "完成清单编制", (JUNE,)), Milestone("step-2", "报送总结", (SEPTEMBER,))))
    assert doubts == []


def test_steps_are_put_in_order_and_one_that_repeats_its_words_is_none() -> None:
    turned, _ = timed(row("9月底前报送总结，6月底前完成清单编制"))
    assert isinstance(turned.rule, Milestones)
    assert [step.title for step in turned.rule.steps] == ["完成清单编制", "报送总结"]
    assert kinds(timed(row("6月底前报送，9月底前报送"))[1]) == ["several-dates"]


EACH = Milestones((Milestone("step-1", "报送台账", (JUNE,)), Milestone("step-2", "报送台账", (SEPTEMBER,))))


@pytest.mark.parametrize(("answer", "rule"), [
    (None, EACH), ("each", EACH), ("all-kept", by(JUNE, SEPTEMBER)), ("by:2021-06-30", by(JUNE)),
    ("by:2021-09-30", by(SEPTEMBER))])
def test_several_dates_of_one_thing_are_each_a_step_and_asked(answer: str | None, rule: TimeRule) -> None:
    one, doubts = timed(row("6月底、9月底前报送台账", "全年"), {"several-dates": answer} if answer else {})
    assert (one.rule, one.assumed) == (rule, answer is None)
    assert kinds(doubts) == ["deadline-differs", "several-dates"]


def test_several_dates_of_a_cell_are_called_as_the_cell_begins() -> None:
    one, _ = timed(row("报送台账", "6月底、9月底"))
    assert isinstance(one.rule, Milestones) and {step.title for step in one.rule.steps} == {"6月底、9月底"}


def test_a_cell_that_has_the_last_step_s_date_adds_nothing() -> None:
    assert timed(row(TWO_STEPS, "9月底前")) == timed(row(TWO_STEPS))


STEPS_BESIDE = row(TWO_STEPS, "12月底前", content="7月底前完成清单编制，10月底前报送总结")
ALL_KEPT = Milestones((
    Milestone("step-1", "完成清单编制", (JUNE, date(2021, 7, 31))),
    Milestone("step-2", "报送总结", (SEPTEMBER, date(2021, 10, 31))),
), DECEMBER)


@pytest.mark.parametrize(("answer", "rule"), [
    ("all-kept", ALL_KEPT),
    ("requirement-holds", timed(row(TWO_STEPS))[0].rule),
    ("content-holds", timed(row("7月底前完成清单编制，10月底前报送总结"))[0].rule),
    ("deadline-holds", by(DECEMBER)),
])
def test_the_office_settles_which_column_holds_for_steps(answer: str, rule: TimeRule) -> None:
    assert timed(STEPS_BESIDE)[0].rule == ALL_KEPT
    assert timed(STEPS_BESIDE, {"dates-differ": answer})[0].rule == rule


def test_a_day_of_the_content_that_is_no_step_moves_the_limit() -> None:
    one, doubts = timed(row(TWO_STEPS, content="12月底前召开现场会"))
    assert isinstance(one.rule, Milestones) and one.rule.limit == DECEMBER
    assert kinds(doubts) == ["dates-differ"]
    asks = row(TWO_STEPS, content="12月底前召开现场会")
    assert timed(asks, {"dates-differ": "content-holds"})[0].rule == by(DECEMBER)


HIDDEN = row("按职责抓好落实", "全年", content="9月底前完成栏目改版")


@pytest.mark.parametrize(("answer", "rule"), [
    (None, by(SEPTEMBER)), ("by:2021-09-30", by(SEPTEMBER)), ("ongoing", Ongoing()),
    ("quarter", Periodic(Every.QUARTER)), ("month", Periodic(Every.MONTH)), ("half_year", Periodic(Every.HALF_YEAR)),
    ("typed:2021-10-08", by(date(2021, 10, 8))),
])
def test_a_date_that_only_the_content_has_is_taken_and_asked(answer: str | None, rule: TimeRule) -> None:
    one, doubts = timed(HIDDEN, {"hidden-date": answer} if answer else {})
    assert (one.rule, one.assumed) == (rule, answer is None)
    assert kinds(doubts) == ["deadline-differs", "hidden-date"]


def test_two_hidden_dates_are_both_kept() -> None:
    one, doubts = timed(row("抓好落实", content="6月底前完成自查，9月底前完成整改"))
    assert one.rule == by(JUNE, SEPTEMBER)
    assert [choice.id for choice in doubts[0].choices][:3] == ["all-kept", "by:2021-06-30", "by:2021-09-30"]


NUMBERED = row("1.抓好培训。\n2.抓好考核。", "全年", content="1.抓好培训。\n2.9月底前完成考核。\n3.6月底前完成自查。")


def test_a_hidden_date_belongs_to_the_item_with_its_number() -> None:
    assert timed(NUMBERED, part="2.抓好考核。")[0].rule == by(SEPTEMBER)


def test_a_hidden_date_of_an_item_that_the_requirement_lacks_goes_to_the_first() -> None:
    assert timed(NUMBERED, part="1.抓好培训。\n")[0].rule == by(JUNE)


@pytest.mark.parametrize(("answer", "rule"), [
    (None, by(date(2019, 9, 30))), ("by:2019-09-30", by(date(2019, 9, 30))), ("by:2021-09-30", by(SEPTEMBER)),
    ("ongoing", Ongoing()), ("quarter", Periodic(Every.QUARTER)), ("month", Periodic(Every.MONTH)),
    ("half_year", Periodic(Every.HALF_YEAR)), ("typed:2021-10-08", by(date(2021, 10, 8))),
])
def test_a_year_that_is_not_the_plan_s_is_kept_but_asked(answer: str | None, rule: TimeRule) -> None:
    one, doubts = timed(row("2019年9月底前完成改版", "全年"), {"other-year": answer} if answer else {})
    assert one.rule == rule
    assert doubts[0].kind == "other-year" and one.assumed == (answer is None)


def test_the_next_year_is_right_for_a_year_report() -> None:
    one, doubts = timed(row("次年1月31日前发布年度报告"))
    assert (one.rule, doubts) == (by(date(2022, 1, 31)), [])


def test_the_29th_of_february_moves_to_the_28th_of_a_year_without_it() -> None:
    assert timed(row("2020年2月29日前完成"), {"other-year": "by:2021-02-28"})[0].rule == by(date(2021, 2, 28))
