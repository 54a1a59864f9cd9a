"""The notation for time rules: what is written is read back, and what clerks type is understood or refused."""

from datetime import date

import pytest

from obligations.errors import Refusal
from obligations.intake.review.rule_words import read, words
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    EventKind,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)

YEAR = 2024
EVENTS = {kind.key: kind for kind in (
    EventKind("meeting", "政府会议结束", aliases=("常务会议",)),
    EventKind("powers", "权责清单调整"),
)}
DEC = date(2024, 12, 31)
STEPS = Milestones((Milestone("step-1", "自查", (date(2024, 7, 31),)),
                    Milestone("step-2", "报送总结", (date(2024, 8, 30), date(2024, 8, 31)))), date(2024, 9, 30))

PRINTED: list[tuple[TimeRule, str]] = [
    (ByDate((DEC,)), "2024-12-31 前"),
    (ByDate((DEC,), assumed=True), "2024-12-31 前（系统默认）"),
    (ByDate((date(2024, 8, 31), date(2024, 9, 30))), "2024-08-31 前或 2024-09-30 前"),
    (Periodic(Every.QUARTER, assumed=True), "每季度（系统默认）"),
    (Periodic(Every.MONTH, 28), "每月 28 日前"),
    (Periodic(Every.QUARTER, 15), "每季度末月 15 日前"),
    (Periodic(Every.YEAR, 15), "每年 12 月 15 日前"),
    (AfterEvent("meeting", 3, Unit.WORKDAYS), "政府会议结束后 3 个工作日内"),
    (AfterEvent("powers", 20, Unit.DAYS), "权责清单调整后 20 日内"),
    (AfterEvent("meeting", 5, Unit.HOURS), "政府会议结束后 5 小时内"),
    (STEPS, "2024-07-31 前：自查；2024-08-30 前或 2024-08-31 前：报送总结；最晚 2024-09-30"),
    (Ongoing(), "不催办"),
    (Gate(("内容", "时机")), "发布前核对：内容；时机"),
    (AwaitSuperior("powers"), "待上级：权责清单调整"),
    (AwaitSuperior("powers", 20), "待上级：权责清单调整（此后 20 个工作日内）"),
]


@pytest.mark.parametrize(("rule", "printed"), PRINTED)
def test_a_rule_has_words_that_a_clerk_can_type(rule: TimeRule, printed: str) -> None:
    assert words(rule, EVENTS) == printed
    assert read(printed, EVENTS, YEAR)[0] == rule


@pytest.mark.parametrize(("typed", "dates"), [
    ("12月31日前", [DEC]), ("12 月 31 日", [DEC]), ("2024年12月31日前", [DEC]), ("２０２４－１２－３１ 前", [DEC]),
    ("2024/12/31", [DEC]), ("2024.12.31", [DEC]), ("年底前", [DEC]), ("12月底", [DEC]), ("十二月三十一日之前", [DEC]),
    ("2月底前", [date(2024, 2, 29)]), ("2025年2月底", [date(2025, 2, 28)]), ("2024-12-31", [DEC]),
    ("9月30日前、8月31日前", [date(2024, 8, 31), date(2024, 9, 30)]),
    ("8月31日前或9月30日前。", [date(2024, 8, 31), date(2024, 9, 30)]),
])
def test_dates_are_read_as_clerks_write_them(typed: str, dates: list[date]) -> None:
    assert read(typed, EVENTS, YEAR) == (ByDate(tuple(dates)), None)


@pytest.mark.parametrize(("typed", "rule"), [
    ("每 季 度", Periodic(Every.QUARTER)), ("每季", Periodic(Every.QUARTER)), ("每个月28号", Periodic(Every.MONTH, 28)),
    ("每月底前", Periodic(Every.MONTH)), ("每半年一次", Periodic(Every.HALF_YEAR)), ("每年", Periodic(Every.YEAR)),
    ("每年12月15日前", Periodic(Every.YEAR, 15)), ("每季度最后一个月十五日前", Periodic(Every.QUARTER, 15)),
    ("每季度 (系统默认)", Periodic(Every.QUARTER, assumed=True)), ("不催办。", Ongoing()),
    ("发布前核对: 内容; 时机", Gate(("内容", "时机"))),
    ("政府会议结束后三个工作日内", AfterEvent("meeting", 3, Unit.WORKDAYS)),
    ("常务会议后５天内", AfterEvent("meeting", 5, Unit.DAYS)),
    ("自权责清单调整之日起 20 日内", AfterEvent("powers", 20, Unit.DAYS)),
    ("权责清单 调整 后 2 个工作日", AfterEvent("powers", 2, Unit.WORKDAYS)),
    ("待上级:权责清单调整(此后20日内)", AwaitSuperior("powers", 20, Unit.DAYS)),
    ("待上级：权责清单调整后 5 个工作日内", AwaitSuperior("powers", 5)),
])
def test_looser_forms_are_forgiven(typed: str, rule: TimeRule) -> None:
    assert read(typed, EVENTS, YEAR)[0] == rule


@pytest.mark.parametrize("typed", [
    "7月31日自查；8月30日或8月31日 报送总结；最晚9月30日",
    "分步：\n7月31日前 自查\n8月30日前、8月31日前：报送总结\n最迟：2024-09-30",
])
def test_steps_are_read_on_one_line_or_on_several(typed: str) -> None:
    assert read(typed, EVENTS, YEAR)[0] == STEPS


def test_a_step_keeps_its_own_key_while_its_day_changes() -> None:
    rule = Milestones((Milestone("acceptance", "验收", (date(2024, 7, 31),)),))
    typed = words(rule, EVENTS).replace("07-31", "08-15")
    assert read(typed, EVENTS, YEAR)[0] == Milestones((Milestone("acceptance", "验收", (date(2024, 8, 15),)),))


@pytest.mark.parametrize(("typed", "key"), [
    ("", "rule-words-unclear"), ("全年", "rule-words-unclear"), ("尽快", "rule-words-unclear"),
    ("1.5", "rule-words-unclear"), ("8-31", "rule-words-unclear"), ("每月 31 日前", "rule-words-unclear"),
    ("每季度 15 日前", "rule-words-unclear"), ("3 个工作日内", "rule-words-unclear"), ("每周", "rule-words-unclear"),
    ("政府会议结束后 0 日内", "rule-words-unclear"), ("政府会议结束后 2000 日内", "rule-words-unclear"),
    ("发布前核对：", "rule-words-unclear"), ("待上级：", "rule-words-unclear"), ("前" * 3000, "rule-words-unclear"),
    ("2月30日前", "rule-words-no-day"), ("2124-01-01", "rule-words-no-day"), ("13月底", "rule-words-no-day"),
    ("8月31日 报送；7月31日 自查", "rule-words-order"), ("8月31日 报送；最晚 7月31日", "rule-words-order"),
    ("8月31日 报送；最晚 尽快", "rule-words-unclear"), ("8月31日 报送；以后再说", "rule-words-unclear"),
])
def test_what_is_unclear_is_refused_with_its_words(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(typed, EVENTS, YEAR)
    assert caught.value.key == key
    assert str(caught.value.values["quote"]) in typed


def test_an_event_that_nobody_knows_yet_is_a_new_kind() -> None:
    rule, event = read("部门预算批复后 20 日内", EVENTS, YEAR)
    assert event and event.name == "部门预算批复" and event.key not in EVENTS
    assert rule == AfterEvent(event.key, 20, Unit.DAYS)
    assert read("部门 预算批复后 3 日内", EVENTS, YEAR)[1] == event


def test_a_known_event_is_not_made_again() -> None:
    assert read("常务会议后 3 个工作日内", EVENTS, YEAR)[1] == EVENTS["meeting"]


def test_two_kinds_of_one_name_are_told_apart_by_their_keys() -> None:
    events = {key: EventKind(key, "清单更新") for key in ("a1", "b2")}
    rule = AfterEvent("b2", 3, Unit.WORKDAYS)
    assert words(rule, events) == "b2后 3 个工作日内"
    assert read(words(rule, events), events, YEAR)[0] == rule
