"""What words look like from outside, which tells a cell that stands in the wrong column."""

import pytest

from obligations.intake.rows.shapes import (
    is_bodies,
    is_chinese_number,
    is_note,
    is_number,
    is_sentences,
    is_time,
    is_total,
    is_whole_year,
)


@pytest.mark.parametrize("text", ["3", "12.", "（3）", "1.2", "3、", "１２", " 7 "])
def test_a_bare_number_is_one(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "一", "3项", "12345热线", "2025年", "第3"])
def test_words_with_a_number_are_no_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize("text", ["一", "二、", "（三）", "十一", "第四部分"])
def test_the_number_of_a_section_is_one(text: str) -> None:
    assert is_chinese_number(text)


@pytest.mark.parametrize("text", [
    "全年", "长期坚持", "6月底前", "6月30日前完成", "2025年6月", "2025-06-30", "2025年12月底前", "年底前", "第三季度",
    "每季度", "每月",
    "上半年", "3月上旬", "10个工作日内", "及时", "持续推进", "1月-6月", "3月、9月", "6月底前，全年推进", "2025.6",
    "9月\n底前", "每年1月", "即办", "即来即办", "随时", "马上办",
])
def test_nothing_but_a_time_is_one(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", [
    "", "公开", "完成", "县财政局", "区财政局，6月底前", "6月底前报送方案", "月度例会", "各镇", "—", "/", "无",
    "天台县", "第一中学",
])
def test_other_words_are_no_time(text: str) -> None:
    assert not is_time(text)


@pytest.mark.parametrize("text", ["全年", "长期", "2025年全年", "长期坚持", "全年推进", "常态化"])
def test_a_whole_year_says_no_date(text: str) -> None:
    assert is_whole_year(text)


@pytest.mark.parametrize("text", ["年底前", "全年，6月底前", "每年", ""])
def test_a_date_is_more_than_a_whole_year(text: str) -> None:
    assert not is_whole_year(text)


@pytest.mark.parametrize("text", [
    "县财政局", "县财政局、县民政局", "县委办\n县政府办", "县教育局等部门", "县司法局牵头，县公安局配合", "各相关单位",
    "县融媒体中心；各镇政府", "县发改委、县商务局等部门按职责分工负责落实",
])
def test_nothing_but_bodies_is_a_list_of_them(text: str) -> None:
    assert is_bodies(text)


@pytest.mark.parametrize("text", [
    "", "全年", "年底前报县政府办", "县财政局，6月底前", "公布预算", "由县财政局公布", "3个工作日内报县委办",
    "建设、运维和安全",
])
def test_other_words_are_no_list_of_bodies(text: str) -> None:
    assert not is_bodies(text)


def test_sentences_are_told_from_long_lists_of_bodies() -> None:
    assert is_sentences("补贴的发放对象、发放标准和发放结果要在政府网站的专栏里按照规定的时间及时准确地向社会公布")
    assert is_sentences("县财政局负责。补贴发放结果要在政府网站的专栏里按时向社会公布，由各镇配合，每季度核对一次")
    assert not is_sentences("、".join(["县财政局", "县民政局", "县司法局", "县教育局", "县水利局", "县林业局"] * 3))
    assert not is_sentences("各镇（街道）、开发区")


@pytest.mark.parametrize("text", ["注：甲", "备注", "说明：甲", "注1：甲", "联系人：甲", "填报单位（盖章）：",
                                  "审核人: 甲", "※注：甲"])
def test_a_note_is_known_by_its_opening(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["注重实效", "说明情况并公布", "联系人民群众", "主要负责人解读政策", "签字仪式公开"])
def test_a_task_that_opens_alike_is_no_note(text: str) -> None:
    assert not is_note(text)


def test_a_total_is_known() -> None:
    assert is_total("合 计")
    assert not is_total("合计公布12项清单")


@pytest.mark.parametrize("text", ["即办", "即来即办", "限时办", "按市里统一部署", "年底前报县政府办"])
def test_a_time_or_a_manner_that_ends_like_a_body_is_none(text: str) -> None:
    assert not is_bodies(text)
