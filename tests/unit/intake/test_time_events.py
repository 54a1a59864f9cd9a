"""Times set against an event, which no rule can hold: asked in their own words, or seen beside the times that count."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.when.time_words import Day, Rhythm, Unreadable, Vague, Within
from obligations.intake.when.timing import find_times
from obligations.plan import AfterEvent, ByDate, Every, Ongoing, Periodic
from tests.unit.intake.rules_cast import kinds, row, timed

BEFORE = ["中考前一个月", "两会召开前一周", "采购活动开始前30日", "会议召开前3个工作日", "会议召开前3个工作日内",
    "听证会举行7日前", "听证会召开的10日前", "开标前不少于20日", "项目开工一个月前", "任期届满前3个月", "节前一周",
    "申请截止前3天", "期满前", "到期前", "开学前", "考试报名前", "12月31日前3个工作日", "距开标不少于20日",
    "提前10日"]
APART = ["会前", "会后", "两会后", "重大决策出台前", "验收结束后", "高考后", "6月1日起", "2024年7月起"]
OTHERS = ["目前30个单位公布", "公布前三季度收支", "2024年前3个月收支情况", "公布前一日均价", "以前年度",
    "3个月前公布的目录", "公布全市前3个月水质", "事前事中事后监管", "环节前置", "产前筛查", "前后一致", "委员会前身",
    "自5月1日起施行", "今后公布", "发布后台数据", "2024年5月起公开的信息", "电梯起重机械公布", "社会后勤服务公开",
    "售后服务公示", "前期工作"]


def found(text: str) -> list[tuple[str, object]]:
    return [(time.words, time.meaning) for time in find_times(text, 2024)]


@pytest.mark.parametrize("words", BEFORE)
@pytest.mark.parametrize("text", ["{}公布名单", "各单位应当在{}公布名单", "6月底前完成；{}公布名单", "{}"])
def test_a_time_before_an_event_is_found_in_all_of_its_words(words: str, text: str) -> None:
    assert (words, Unreadable()) in found(text.format(words))


@pytest.mark.parametrize("words", APART)
def test_what_follows_an_event_or_begins_on_a_day_is_a_demand_of_its_own(words: str) -> None:
    assert (words, Vague(apart=True)) in found(f"{words}及时公布名单")
    assert found(f"每季度更新目录，{words}公布名单") == [("每季度", Rhythm(Every.QUARTER)), (words, Vague(apart=True))]


@pytest.mark.parametrize("text", OTHERS)
def test_words_that_only_look_like_one_are_left_alone(text: str) -> None:
    assert [time for time in found(text) if time[1] in (Unreadable(), Vague(apart=True))] == []


@pytest.mark.parametrize("text", ["会后，及时公布纪要", "会后，在县政府网站公布纪要", "会后要公布纪要"])
def test_between_an_event_and_what_follows_it_there_may_be_a_comma_and_how(text: str) -> None:
    assert found(text)[0] == ("会后", Vague(apart=True))


def test_a_period_behind_an_event_and_a_printed_day_stay_what_they_are() -> None:
    assert found("会议结束后3个工作日内公布，6月10日前报送，每月10日前更新") == [
        ("3个工作日内", find_times("会议结束后3个工作日内公布", 2024)[0].meaning),
        ("6月10日前", Day(date(2024, 6, 10))), ("每月10日前", Rhythm(Every.MONTH, 10))]
    for text in ("会议结束后，在3个工作日内公布", "会议结束后于三个工作日内公布"):
        assert [type(meaning) for _, meaning in found(text)] == [Within]


@pytest.mark.parametrize("words", BEFORE)
def test_beside_another_time_it_is_asked_and_only_the_other_holds_meanwhile(words: str) -> None:
    one, doubts = timed(row(f"{words}公布名单，每季度更新"))
    assert (one.rule, one.assumed) == (Periodic(Every.QUARTER), True)
    assert [(doubt.quote.text, doubt.choices[0].id) for doubt in doubts] == [(words, "as-read:每季度")]


@pytest.mark.parametrize("words", BEFORE)
def test_alone_it_is_shown_and_not_chased_until_it_is_answered(words: str) -> None:
    for one in (row("公布名单", words), row(f"{words}公布名单", "全年")):
        held, doubts = timed(one)
        assert (held.rule, [doubt.quote.text for doubt in doubts if doubt.choices]) == (Ongoing(), [words])
    typed = {"unreadable-date": "typed:2021-05-20"}
    assert timed(row("公布名单", words), typed)[0].rule == ByDate((date(2021, 5, 20),))


@pytest.mark.parametrize(("text", "words"), [
    ("第一时间公布预警", "第一时间"), ("动态更新目录", "动态更新"), ("同步公布解读", "同步"), ("会后公布纪要", "会后"),
    ("会前公布议程", "会前"), ("6月1日起公布水质", "6月1日起"), ("两会后及时公布报告", "两会后"),
    ("随时更新电话", "随时")])
def test_how_soon_without_a_start_is_asked_in_its_own_words(text: str, words: str) -> None:
    one, doubts = timed(row(text))
    assert one.rule == Periodic(Every.QUARTER, assumed=True)
    assert [(doubt.kind, doubt.quote.text) for doubt in doubts] == [("vague-time", words)]


@pytest.mark.parametrize(("text", "cell", "words"), [
    ("两会后公布报告，每季度更新", "", "两会后"), ("会后公布纪要", "6月底前", "会后"),
    ("6月底前公布并动态更新目录", "", "动态更新"), ("6月底前公布并随时更新目录", "", "随时"),
    ("公布名单", "6月底前，动态调整", "动态调整"),
    ("公布名单", "一季度完成，全年推进", "全年推进"), ("公布名单", "每季度，遇变动随时", "随时")])
def test_what_brings_no_reminder_beside_another_time_is_remarked_on(text: str, cell: str, words: str) -> None:
    _, doubts = timed(row(text, cell))
    assert [doubt.quote.text for doubt in doubts if doubt.kind == "time-beside"] == [words]


@pytest.mark.parametrize(("text", "cell"), [
    ("及时公布名单", "6月底前"), ("动态更新目录", "每季度"), ("动态更新目录", "6月底前"), ("同步公布解读", "6月底前"),
    ("持续推进公开，6月底前公布目录", ""), ("会后公布纪要", "全年"), ("动态更新目录，每季度公布", "")])
def test_what_agrees_with_the_time_beside_is_not(text: str, cell: str) -> None:
    assert "time-beside" not in kinds(timed(row(text, cell))[1])


def test_the_first_thing_at_once_contradicts_a_period_in_the_other_cell() -> None:
    one, doubts = timed(row("第一时间公布预警", "会议结束后10日内"))
    assert isinstance(one.rule, AfterEvent) and kinds(doubts) == ["at-once-differs"]


@given(st.text(st.sampled_from("会前后起3个工作日月底开始考试公布，。的一周距节 \n"), max_size=40))
def test_whatever_stands_there_no_two_times_overlap_and_all_are_of_the_text(text: str) -> None:
    last = 0
    for time in find_times(text, 2024):
        assert time.words == text[time.start:time.end] and last <= time.start < time.end
        last = time.end
