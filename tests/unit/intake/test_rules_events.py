"""Periods, rhythms, superiors and checks: which rule they make, and what each answer changes."""

from datetime import date

import pytest

from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    EventKind,
    Every,
    Gate,
    Ongoing,
    Periodic,
    Scope,
    TimeRule,
    Unit,
)
from tests.unit.intake.rules_cast import kinds, row, timed

QUARTER, MONTH, HALF_YEAR = Periodic(Every.QUARTER), Periodic(Every.MONTH), Periodic(Every.HALF_YEAR)
RHYTHMS: list[tuple[str, TimeRule]] = [
    ("quarter", QUARTER), ("month", MONTH), ("half_year", HALF_YEAR), ("ongoing", Ongoing())]


def test_a_period_makes_an_event_of_the_words_it_runs_from() -> None:
    one, doubts = timed(row("自信息形成之日起20个工作日内公开", "全年"))
    kind, = one.events
    assert kind == EventKind(kind.key, "信息形成", Scope.FIXED)
    assert one.rule == AfterEvent(kind.key, 20, Unit.WORKDAYS)
    assert (doubts, one.assumed) == ([], False)


def test_the_same_words_are_the_same_event_wherever_they_stand() -> None:
    one, _ = timed(row("自信息形成之日起20个工作日内公开"))
    other, _ = timed(row("在信 息 形成后7日内更新"), named=True)
    assert one.events[0].key == other.events[0].key
    assert other.events[0].scope is Scope.NAMED
    assert timed(row("批复后7日内更新"))[0].events[0].key != one.events[0].key


def test_a_long_event_keeps_both_ends_of_its_words() -> None:
    words = "全县各乡镇各部门各企事业单位年度重点工作任务清单编制并经县政府常务会议审议通过"
    kind, = timed(row(f"{words}后5个工作日内公开"))[0].events
    assert len(kind.name) == 30
    assert kind.name.startswith("全县各乡镇") and kind.name.endswith("审议通过")


def test_calendar_days_and_hours_keep_their_unit() -> None:
    assert [timed(row(text))[0].rule for text in ("批复后20日内公开", "舆情发生后5小时内回应")] == [
        AfterEvent(timed(row("批复后1日内公开"))[0].events[0].key, 20, Unit.DAYS),
        AfterEvent(timed(row("舆情发生后1日内公开"))[0].events[0].key, 5, Unit.HOURS)]


@pytest.mark.parametrize(("answer", "rule"), [("quarter", QUARTER), ("ongoing", Ongoing())])
def test_a_period_without_a_start_runs_from_a_registration_unless_the_office_says_else(
        answer: str, rule: TimeRule) -> None:
    asks = row("牵头部门于3个工作日内发布解读")
    default, doubts = timed(asks)
    assert default.rule == AfterEvent(default.events[0].key, 3, Unit.WORKDAYS) and default.assumed
    assert default.events[0].name == "未写明的起算日（发布解读）"
    assert [(doubt.kind, [choice.id for choice in doubt.choices]) for doubt in doubts] == [
        ("no-start", ["from-registration", "quarter", "ongoing"])]
    assert timed(asks, {"no-start": "from-registration"})[0].rule == default.rule
    answered, _ = timed(asks, {"no-start": answer})
    assert (answered.rule, answered.events, answered.assumed) == (rule, (), False)


@pytest.mark.parametrize(("answer", "amount"), [
    (None, 5), ("period:舆情发生5小时内", 5), ("period:舆情发生24小时内", 24)])
def test_of_several_periods_the_shortest_holds_until_the_office_chooses(answer: str | None, amount: int) -> None:
    asks = row("舆情发生后24小时内召开发布会，5小时内发声", "全年")
    one, doubts = timed(asks, {"several-periods": answer} if answer else {})
    assert isinstance(one.rule, AfterEvent) and (one.rule.amount, one.rule.unit) == (amount, Unit.HOURS)
    assert [choice.id for choice in doubts[0].choices] == ["period:舆情发生5小时内", "period:舆情发生24小时内"]


def test_a_period_counts_more_than_及时() -> None:
    one, doubts = timed(row("清单调整后1个工作日内及时公开", "全年"))
    assert isinstance(one.rule, AfterEvent) and doubts == []


def test_a_rhythm_is_confirmed_for_each_of_its_periods() -> None:
    assert timed(row("每月28日前公布", "全年")) == timed(row("每月28日前公布", ""))
    assert timed(row("每月28日前公布"))[0].rule == Periodic(Every.MONTH, 28)
    assert timed(row("公布台账", "每半年"))[0].rule == HALF_YEAR


@pytest.mark.parametrize(("answer", "rule"), [(None, MONTH), ("rhythm:按月", MONTH), ("rhythm:按季", QUARTER)])
def test_of_several_rhythms_the_most_frequent_holds_until_the_office_chooses(
        answer: str | None, rule: TimeRule) -> None:
    one, doubts = timed(row("按季通报、按月调度"), {"several-rhythms": answer} if answer else {})
    assert (one.rule, one.assumed, kinds(doubts)) == (rule, answer is None, ["several-rhythms"])


@pytest.mark.parametrize(("answer", "rule"), [
    (None, QUARTER), ("by-rhythm", QUARTER), ("by-dates", ByDate((date(2021, 12, 31),)))])
def test_a_rhythm_and_a_date_are_asked_and_the_prose_goes_first(answer: str | None, rule: TimeRule) -> None:
    one, doubts = timed(row("每季度公布台账", "年底前"), {"times-mixed": answer} if answer else {})
    assert one.rule == rule
    assert [choice.id for choice in doubts[0].choices] == ["by-rhythm", "by-dates"]


def test_a_date_and_a_period_in_one_sentence_are_asked() -> None:
    asks = row("9月底前建立清单，清单调整后5个工作日内更新")
    assert timed(asks)[0].rule == ByDate((date(2021, 9, 30),))
    assert isinstance(timed(asks, {"times-mixed": "by-period"})[0].rule, AfterEvent)


@pytest.mark.parametrize("content", ["清单调整后5个工作日内公开", "每半年公开"])
def test_what_only_the_content_says_is_taken_and_asked(content: str) -> None:
    asks = row("抓好落实", "全年", content=content)
    one, doubts = timed(asks)
    assert isinstance(one.rule, AfterEvent) or one.rule == HALF_YEAR
    assert kinds(doubts) == ["hidden-time"] and one.assumed
    assert timed(asks, {"hidden-time": "content-holds"})[0].rule == one.rule
    assert timed(asks, {"hidden-time": "requirement-holds"})[0].rule == Periodic(Every.QUARTER, assumed=True)


@pytest.mark.parametrize(("answer", "rule"), RHYTHMS)
def test_what_waits_for_a_superior_waits_unless_the_office_says_else(answer: str, rule: TimeRule) -> None:
    asks = row("待市里方案印发后组织实施", "全年")
    one, doubts = timed(asks)
    assert one.rule == AwaitSuperior(one.events[0].key) and one.events[0].name == "市里方案印发" and one.assumed
    assert [(doubt.kind, doubt.choices[0].id) for doubt in doubts] == [("awaits-superior", "await")]
    assert timed(asks, {"awaits-superior": answer})[0].rule == rule
    assert timed(asks, {"awaits-superior": "await"})[0].rule == one.rule


def test_what_waits_for_a_superior_but_has_a_date_goes_by_the_date() -> None:
    asks = row("根据省政府办公厅的要求完善目录", "年底前")
    assert timed(asks)[0].rule == ByDate((date(2021, 12, 31),))
    assert timed(asks, {"awaits-superior": "as-dated"})[0].rule == ByDate((date(2021, 12, 31),))
    waiting, _ = timed(asks, {"awaits-superior": "await"})
    assert waiting.rule == AwaitSuperior(waiting.events[0].key)


def test_a_period_after_a_superior_s_act_needs_no_question() -> None:
    one, doubts = timed(row("待市里方案印发后10个工作日内公开"))
    assert one.rule == AfterEvent(one.events[0].key, 10, Unit.WORKDAYS) and doubts == []


@pytest.mark.parametrize(("answer", "rule"), RHYTHMS)
def test_a_check_before_publishing_is_a_gate_unless_the_office_says_else(answer: str, rule: TimeRule) -> None:
    asks = row("文件公开前须经保密审查，未经审查的不得公开。", "全年")
    one, doubts = timed(asks)
    assert one.rule == Gate(("文件公开前须经保密审查", "文件公开前须经保密审查，未经审查的不得公开"))
    assert (kinds(doubts), one.assumed) == (["is-gate"], True)
    assert timed(asks, {"is-gate": answer})[0].rule == rule


def test_a_date_beside_a_check_is_the_rule() -> None:
    assert timed(row("9月底前完善制度，公开前严格审查"))[0].rule == ByDate((date(2021, 9, 30),))
