"""What looks like a time and is none, and what holds for any text at all."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.when.time_words import Awaits, Check, Meaning, Time, Within
from obligations.intake.when.timing import find_times


@pytest.mark.parametrize(
    "text",
    [
        "围绕十个方面开展解读",
        "落实2021年政务公开重点工作",
        "2021年度政务公开工作要点",
        "在年度报告中公布情况",
        "（云政办发〔2017〕47号）",
        "（2016年第3次）",
        "编制“十四五”规划",
        "条例实施10周年",
        "24小时自助服务区",
        "7×24小时服务",
        "公开第3季度数据",
        "公开上半年财政收支情况",
        "上半年完成情况",
        "365天不打烊",
        "支持IPv6访问",
        "12345热线",
        "电话0550-1234567",
        "双随机、一公开",
        "自5月1日起施行",
        "2019年3月以来公开的信息",
        "2019年4月3日公布的条例",
        "近两周内未更新的栏目",
        "2021年前三季度收支",
        "6-9月汛期值守",
        "年终总结",
        "中长期规划",
        "即时通讯工具",
        "本单位每个科室",
        "五公开",
        "国庆期间值班",
        "三年行动计划",
        "第一解读人",
        "IPv4地址3.1.2.5",
        "",
        " \n ",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert find_times(text, 2021) == ()


def test_the_day_in_brackets_behind_a_deadline_is_not_a_second_one() -> None:
    assert [time.words for time in find_times("12月31日前（含12月31日）报送", 2021)] == ["12月31日前"]


PIECES = st.sampled_from([
    "7月底前", "12月31日", "2021年", "（星期五）", "前", "每", "季度", "末", "月", "日", "内", "3个工作日内", "20",
    "十二", "年", "底", "后", "之日起", "完成", "、", "，", "。", "\n", " ", "\u3000", "—", "-", ".", "全年", "及时",
    "待", "印发", "公开前", "审查", "未", "的不予通过", "第", "半年", "上", "至", "个", "周", "１", "〇", "根据省",
    "的要求", "5小时", "次年", "0", "x", "（", "《", "\u200b",
])
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))


def in_order(times: tuple[Time, ...]) -> bool:
    return all(one.end <= following.start for one, following in pairwise(times))


@given(TEXTS, st.integers(2004, 2100))
def test_every_time_is_a_place_in_the_text_and_none_lies_over_another(text: str, year: int) -> None:
    times = find_times(text, year)
    assert all(time.words == text[time.start:time.end] and time.words.strip() == time.words for time in times)
    assert in_order(times)


@given(TEXTS)
def test_a_number_is_never_cut_out_of_a_longer_one(text: str) -> None:
    digits = set("0123456789０１２３４５６７８９")
    for time in find_times(text, 2021):
        assert not (time.words[0] in digits and text[:time.start][-1:] in digits)
        assert not (time.words[-1] in digits and text[time.end:][:1] in digits)


@given(TEXTS)
def test_quoted_words_inside_a_meaning_stand_in_the_text(text: str) -> None:
    for time in find_times(text, 2021):
        match time.meaning:
            case Within(_, _, words) | Awaits(words) | Check(words):
                assert words in text


@given(TEXTS)
def test_full_width_digits_change_nothing(text: str) -> None:
    wide = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert bare_meanings(wide) == bare_meanings(text)


def bare_meanings(text: str) -> list[Meaning]:
    """What the times mean, without those that quote the text."""
    return [time.meaning for time in find_times(text, 2021) if not isinstance(time.meaning, Within | Check | Awaits)]


@pytest.mark.parametrize(
    "piece", ["7月底前", "1、", "一", "每", "公开前", "根据省", "2021年", "月 ", "第", "未", "\n", "批准后3日内",
              "1", "待", "（", "季", "2021-"])
def test_a_long_text_of_anything_is_read(piece: str) -> None:
    times = find_times(piece * 20_000, 2021)
    assert len(times) <= 20_000
    assert in_order(times)
