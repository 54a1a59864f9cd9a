"""The name of an event is a short noun that reads well before 后; where the text has no start, the name says so."""

import pytest

from obligations.intake.when.rule_events import LONGEST_NAME, Events, noun
from obligations.plan import AfterEvent
from tests.unit.intake.rules_cast import kinds, row, timed


@pytest.mark.parametrize(("words", "name"), [
    ("遇突发事件5小时内发声", "突发事件发生"),
    ("如遇重大舆情，5小时内回应", "重大舆情发生"),
    ("发生突发事件的，5小时内发布信息", "突发事件发生"),
    ("信息变更的，应当在5个工作日内更新", "信息变更"),
    ("如有调整，3日内更新", "调整"),
    ("除依法不公开的外，会后3个工作日内公开", "会议结束"),
    ("结合实际，会后3个工作日内公开", "会议结束"),
    ("除涉密外，应当自制定之日起20个工作日内公开", "制定"),
    ("会议结束3个工作日内公开", "会议结束"),
    ("文件印发20个工作日内公开", "文件印发"),
    ("发文后5日内解读", "文件印发"),
    ("自印发起20日内公开", "印发"),
    ("各部门收到申请15个工作日内答复", "收到申请"),
    ("自信息形成或者变更之日起20个工作日内公开", "信息形成或者变更"),
    ("每次检查结束后5个工作日内公布", "检查结束"),
    ("预算、决算，经批复后20日内公开", "预算、决算批复"),
    ("按规定在项目验收合格后15个工作日内公开", "项目验收合格"),
    ("政府采购合同签订2个工作日内公告", "政府采购合同签订"),
    ("会议纪要印发后的5个工作日内公开", "会议纪要印发"),
    ("依申请公开自受理之日起20个工作日内答复", "依申请公开受理"),
    ("重大政策出台时3个工作日内解读", "重大政策出台"),
    ("信息公开后内容发生变化的，应当在5个工作日内更新", "内容发生变化"),
])
def test_an_event_is_called_after_the_fact_that_starts_the_clock(words: str, name: str) -> None:
    one, doubts = timed(row(words, "全年"))
    assert isinstance(one.rule, AfterEvent)
    assert [event.name for event in one.events] == [name]
    assert doubts == []


def test_the_same_fact_in_other_words_is_the_same_kind() -> None:
    said = ("遇突发事件5小时内发声", "发生突发事件的，5小时内发声", "突发事件发生后5小时内发声")
    assert len({timed(row(words))[0].events[0].key for words in said}) == 1


@pytest.mark.parametrize(("words", "content", "name"), [
    ("牵头部门于3个工作日内发布政策解读", "", "未写明的起算日（发布政策解读）"),
    ("5日内公布", "会议纪要公开", "未写明的起算日（会议纪要公开）"),
    ("5日内公布", "", "未写明的起算日（5日内公布）"),
    ("事后5日内公布处理结果", "", "未写明的起算日（公布处理结果）"),
    ("对热点问题，24小时内回应社会关切", "", "未写明的起算日（回应社会关切）")])
def test_without_a_start_the_name_says_so_and_it_is_asked(words: str, content: str, name: str) -> None:
    one, doubts = timed(row(words, "全年", content=content))
    assert [event.name for event in one.events] == [name]
    assert kinds(doubts) == ["no-start"]


def test_a_period_in_the_cell_is_called_after_what_has_to_be_done() -> None:
    first, second = (timed(row(words, "5日内"))[0].events[0] for words in ("公布会议纪要", "公布抽检结果"))
    assert (first.name, second.name) == ("未写明的起算日（公布会议纪要）", "未写明的起算日（公布抽检结果）")
    assert first.key != second.key


def test_no_two_kinds_have_the_same_name_and_none_is_too_long() -> None:
    events = Events()
    about = "公布全县各乡镇各部门各企事业单位年度重点工作"
    found = [events.unknown(f"{about}{n}", f"{about}{n}", named=False) for n in range(30)]
    assert len({event.name for event in found}) == len({event.key for event in found}) == 30
    assert max(len(event.name) for event in found) <= LONGEST_NAME
    assert events.unknown(f"{about}1", f"{about}1", named=True).key == found[1].key


@pytest.mark.parametrize("words", ["会", "除外", "的", "自", "遇", "经", "，", "每次"])
def test_words_that_are_all_clutter_stay_as_they_are(words: str) -> None:
    assert noun(words)
