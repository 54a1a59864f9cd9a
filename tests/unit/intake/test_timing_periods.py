"""Periods with what they run from, rhythms, and words about time without a number."""

import pytest

from obligations.intake.when.time_words import AllYear, Awaits, Check, Meaning, Rhythm, Unreadable, Vague, Within
from obligations.intake.when.timing import find_times
from obligations.plan import Every, Unit

WORKDAYS, DAYS, HOURS = Unit.WORKDAYS, Unit.DAYS, Unit.HOURS
MONTH, QUARTER, HALF_YEAR, YEAR = Every


def found(text: str) -> list[tuple[str, Meaning]]:
    return [(time.words, time.meaning) for time in find_times(text, 2021)]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("自信息形成之日起20个工作日内公开", "20个工作日内", Within(20, WORKDAYS, "信息形成")),
        ("自信息形成或者变更之日起20个工作日内公开", "20个工作日内", Within(20, WORKDAYS, "信息形成或者变更")),
        ("批准后20日内由区财政局公开", "20日内", Within(20, DAYS, "批准")),
        ("经区人大批准后二十日内公开", "二十日内", Within(20, DAYS, "区人大批准")),
        ("会议结束后，区府办于3个工作日内发布", "3个工作日内", Within(3, WORKDAYS, "会议结束")),
        ("会后3个工作日内发布", "3个工作日内", Within(3, WORKDAYS, "会后")),
        ("各单位在清单调整后1个工作日内公开", "1个工作日内", Within(1, WORKDAYS, "清单调整")),
        ("应当自收到申请之日起７个工作日内告知", "７个工作日内", Within(7, WORKDAYS, "收到申请")),
        ("预算、决算，经批复后20日内公开", "20日内", Within(20, DAYS, "预算、决算，经批复")),
        ("项目开工以后15天以内公示", "15天以内", Within(15, DAYS, "项目开工")),
        ("受理之日起不超过20个工作日", "20个工作日", Within(20, WORKDAYS, "受理")),
        ("办结之日起5个工作日公示", "5个工作日", Within(5, WORKDAYS, "办结")),
        ("工单一周内办结", "一周内", Within(7, DAYS, "")),
        ("工单两周内办结", "两周内", Within(14, DAYS, "")),
        ("三个工作日内反馈", "三个工作日内", Within(3, WORKDAYS, "")),
        ("48小时之内回应", "48小时之内", Within(48, HOURS, "")),
        ("10 个\n工作日内反馈", "10 个\n工作日内", Within(10, WORKDAYS, "")),
        ("自2021年7月1日起20个工作日内公开", "20个工作日内", Within(20, WORKDAYS, "")),
        ("按照目录中的会议信息，牵头部门于3个工作日内发布", "3个工作日内", Within(3, WORKDAYS, "")),
        ("今后3个工作日内发布", "3个工作日内", Within(3, WORKDAYS, "")),
    ],
)
def test_a_period_has_its_amount_its_unit_and_the_words_it_runs_from(text: str, words: str, meaning: Within) -> None:
    assert found(text) == [(words, meaning)]


def test_several_periods_of_one_sentence_run_from_the_same_event() -> None:
    assert found("舆情发生后5小时内发声、24小时内召开发布会") == [
        ("5小时内", Within(5, HOURS, "舆情发生")), ("24小时内", Within(24, HOURS, "舆情发生"))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一个月内办结", "一个月内"),
        ("3个月以内办结", "3个月以内"),
        ("三年内建成", "三年内"),
        ("半年内建成", "半年内"),
        ("1.5小时内发声", "1.5小时内"),
        ("3至5个工作日内答复", "3至5个工作日内"),
        ("数日内答复", "数日内"),
        ("5000日内答复", "5000日内"),
        ("0个工作日内答复", "0个工作日内"),
        ("第5个工作日内报送", "5个工作日内"),
        ("会议召开前5个工作日报送", "会议召开前5个工作日"),
        ("印发前3日内送审", "印发前3日内"),
        ("提前10日公布", "提前10日"),
        ("30日前报送", "30日前"),
        ("印发后10日公布", "10日"),
        ("当日公开", "当日公开"),
        ("次月5日前报送", "次月5日前"),
    ],
)
def test_a_period_that_is_no_number_of_days_or_runs_backwards_is_asked(text: str, words: str) -> None:
    assert found(text) == [(words, Unreadable())]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("每季度公布一次", "每季度", Rhythm(QUARTER)),
        ("每个季度末前公布", "每个季度末前", Rhythm(QUARTER)),
        ("按季度公布", "按季度", Rhythm(QUARTER)),
        ("按季通报", "按季", Rhythm(QUARTER)),
        ("逐月公布", "逐月", Rhythm(MONTH)),
        ("每月底前更新", "每月底前", Rhythm(MONTH)),
        ("每月月底前更新", "每月月底前", Rhythm(MONTH)),
        ("每月28日前报送", "每月28日前", Rhythm(MONTH, 28)),
        ("每月12日前报送", "每月12日前", Rhythm(MONTH, 12)),
        ("每 月 5 日前报送", "每 月 5 日前", Rhythm(MONTH, 5)),
        ("每月31日前报送", "每月31日前", Rhythm(MONTH)),
        ("每季度末月20日前报送", "每季度末月20日前", Rhythm(QUARTER, 20)),
        ("每季度最后一个月20日前报送", "每季度最后一个月20日前", Rhythm(QUARTER, 20)),
        ("季度末月20日前报送", "季度末月20日前", Rhythm(QUARTER, 20)),
        ("每半年通报", "每半年", Rhythm(HALF_YEAR)),
        ("半年一通报", "半年一通报", Rhythm(HALF_YEAR)),
        ("一季一评估", "一季一评估", Rhythm(QUARTER)),
        ("每年12月公布", "每年12月", Rhythm(YEAR)),
        ("每年12月10日前公布", "每年12月10日前", Rhythm(YEAR, 10)),
        ("每年年底前公布", "每年年底前", Rhythm(YEAR)),
        ("每年公布", "每年", Rhythm(YEAR)),
        ("年度", "年度", Rhythm(YEAR)),
    ],
)
def test_a_rhythm_has_its_period_and_its_day(text: str, words: str, meaning: Rhythm) -> None:
    assert found(text) == [(words, meaning)]


@pytest.mark.parametrize(
    "words",
    ["每周", "每两周", "每旬", "每天", "每两个月", "每月30日前", "每月10日、20日前", "每月10—15日", "每月上旬",
     "每季度首月10日前", "季度首月10日", "每季度第一个月的10日前", "每季度结束后10日内",
     "每年6月和12月", "每年两次", "每年至少开展4次", "一年两次"],
)
def test_a_rhythm_that_cannot_be_kept_exactly_is_asked_as_a_whole(words: str) -> None:
    assert found(f"{words}报送") == [(words, Unreadable())]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("全年", "全年", AllYear()),
        ("长期", "长期", AllYear()),
        ("长期坚持", "长期坚持", AllYear()),
        ("持续推进公开", "持续推进", AllYear()),
        ("开展常态化测评", "常态化", AllYear()),
        ("即时公开", "即时", Vague(at_once=True)),
        ("及时公开", "及时", Vague()),
        ("尽快公开", "尽快", Vague()),
        ("实时公开", "实时", Vague(at_once=True)),
        ("按要求公开", "按要求", Vague()),
        ("按规定时限公开", "按规定时限", Vague()),
        ("定期公开", "定期", Vague(paced=True)),
        ("适时公开", "适时", Vague(paced=True, free=True)),
        ("待市里方案印发后公开", "待市里方案印发后", Awaits("市里方案印发")),
        ("根据省政府办公厅的要求公开", "根据省政府办公厅的要求", Awaits("省政府办公厅的要求")),
        ("待市里2021年方案印发后公开", "待市里2021年方案印发后", Awaits("市里2021年方案印发")),
        ("与市政府办对接", "与市政府办对接", Awaits("与市政府办对接")),
        ("根据新修订的《档案办法》完善制度", "根据新修订的《档案办法》", Awaits("新修订的《档案办法》")),
        ("文件公开前须经保密审查", "公开前须经保密审查", Check("文件公开前须经保密审查")),
        ("未经审核的不得发布", "未经审核的不得发布", Check("未经审核的不得发布")),
    ],
)
def test_words_without_a_number_are_told_apart(text: str, words: str, meaning: Meaning) -> None:
    assert found(text) == [(words, meaning)]
