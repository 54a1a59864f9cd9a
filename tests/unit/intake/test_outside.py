"""What stands outside the rows: a sentence that asks for something by a day is shown, once and with its place; days
that ask for nothing are left alone; headings of columns are columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Place
from obligations.intake.rows.outside import duties
from tests.unit.intake.tables import PLAIN, Block, doubts, read, table

TITLE = "云江县2025年政务公开任务分工"
ROWS = table(PLAIN, ("1", "公布预算。", "县财政局", "6月底前"))


def shown(*blocks: Block) -> list[tuple[str, Place]]:
    """The duties that a document shows outside its rows."""
    return [(doubt.quote.text, doubt.quote.place) for doubt in doubts(*blocks) if doubt.kind == "duty-outside"]


@pytest.mark.parametrize("words", [
    "各单位于11月30日前将工作总结报送县政务公开办。", "请于每季度末月25日前报送进展", "各单位要按季度报送进展情况。",
    "3月31日前报联络员名单。", "自查报告请于十一月三十日前报县政府办。", "收到通知后5个工作日内反馈意见。",
    "各镇于5月底前明确分管领导。", "以上任务年底前全部完成。", "请于5月20日报送实施方案。",
    "请于5月8日（周四）下班前反馈。", "请在5月8日17:00前发送至邮箱。",
    "有关情况请于年中、年末各报一次。", "县政府每月召开一次调度会。", "时限均为2025年12月底前。"])
def test_a_sentence_with_a_day_that_asks_for_something_is_a_duty(words: str) -> None:
    assert list(duties(words)) == [words]


@pytest.mark.parametrize("words", [
    "2025年3月12日", "2025年3月12日印发", "根据省政府办公室2025年2月10日印发的通知，做好公开工作。",
    "根据2026年全国政务公开工作要点通知要求，现印发给你们，请认真贯彻落实。", "本分工自2025年6月1日起施行。",
    "经县政府2025年3月1日第12次常务会议审议通过，现予公布。", "截至2024年12月底，已公开信息三万条。",
    "2024年底，全县主动公开信息三万条。", "各单位要及时公开相关信息。", "将落实情况纳入年度考核。",
    "学习《云江县2024年底前政务公开完成情况通报》。", "本方案有效期至2025年12月31日。"])
def test_a_day_that_asks_for_nothing_is_none(words: str) -> None:
    assert list(duties(words)) == []


def test_every_sentence_is_shown_once_with_its_place() -> None:
    letter = "各单位要加强领导。每季度首月10日前报送进展；11月30日前报送总结。"
    assert shown(TITLE, letter, ROWS, "年底前完成自评。", "年底前完成自评。") == [
        ("每季度首月10日前报送进展；", Place(line=2)), ("11月30日前报送总结。", Place(line=2)),
        ("年底前完成自评。", Place(line=4))]


def test_a_duty_is_shown_wherever_it_stands_around_the_rows() -> None:
    note = table(("填报说明：每月5日前报送进展。",), PLAIN, ("1", "公布预算。", "县财政局", "6月底前"),
                 ("注：年底前报送总结。",), merged=[(0, 0, 0, 3), (3, 0, 3, 3)])
    assert [words for words, _ in shown(TITLE, note)] == ["填报说明：每月5日前报送进展。", "注：年底前报送总结。"]
    listed = ("1.公布预算。（责任单位：县财政局）", "二、工作要求", "各单位年底前报送总结。")
    assert [words for words, _ in shown(TITLE, *listed)] == ["各单位年底前报送总结。"]
    title = f"{TITLE}（时限均为2025年9月底前）"
    assert [words for words, _ in shown(title, ROWS)] == [title]


def test_a_heading_may_name_a_day_and_a_numbered_sentence_may_not() -> None:
    assert shown(TITLE, "一、6月底前完成的任务", ROWS) == []
    for words in ("（三）请于11月30日前完成自查。", "（三）11月30日前报送总结"):
        assert shown(TITLE, ROWS, words) == [(words, Place(line=3))]


def test_words_over_columns_are_no_words_outside_the_table() -> None:
    source = read(TITLE, ROWS, "各单位：")
    assert [quote.text for quote in source.headings] == ["各单位："]
    assert [quote.text for quote in source.heads] == list(PLAIN)


def test_a_header_printed_again_and_one_of_other_words_are_columns_too() -> None:
    more = table(("序号", "事项名称", "牵头部门", "更新频次"), ("1", "更新机构职能。", "县委编办", "每季度"), PLAIN,
                 ("2", "公布决算。", "县财政局", "9月底前"), number=2)
    source = read(TITLE, ROWS, more)
    assert source.headings == ()
    assert [quote.text for quote in source.heads].count("工作任务") == 2
    assert {"事项名称", "牵头部门", "更新频次"} <= {words for _, words in source.columns}
    assert len(source.columns) == len(set(source.columns)), "a column that is there is not added again"


def test_words_over_several_columns_that_none_is_called_by_are_kept_outside() -> None:
    head = table(("序号", "工作任务", "分工情况", "", "完成时限"), ("", "", "牵头单位", "配合单位", ""),
                 ("1", "公布预算。", "县财政局", "县审计局", "6月底前"),
                 merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)])
    assert [quote.text for quote in read(TITLE, head).headings] == ["分工情况"]


@given(st.text(alphabet="各单位于年月日季度底末前内每按报送完成公开，。；（）()《》截至根据1250 \n", max_size=300))
def test_no_words_are_made_up_or_lost_on_the_way(words: str) -> None:
    found = list(duties(words))
    assert all(one in words for one in found)
    assert len(found) <= 1 + sum(words.count(sign) for sign in "。；\n")
