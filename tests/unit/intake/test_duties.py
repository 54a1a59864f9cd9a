"""Words that ask for different things at different times are cut into pieces; steps of one thing stay together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.when.duties import duties


@pytest.mark.parametrize("pieces", [
    ("每季度公布财政收支情况，", "年底前公开决算报告"),
    ("每月更新一次办事指南，", "每年更新一次目录"),
    ("9月底前建立清单，", "清单调整后5个工作日内更新清单"),
    ("每周公布菜价；", "年底前公开决算"),
    ("定期更新机构信息，", "年底前公开决算"),
    ("实时公布路况，", "每年公布路网图"),
    ("3月底前公开预算，6月底前公开决算，", "每月公布执行情况"),
    ("每月5日前报送数据，", "每月15日前公布分析报告"),
    ("会议结束后3个工作日内公开纪要，", "文件印发后20个工作日内公开全文"),
    ("按要求做好公开，每季度公布收支，并接受监督。", "年底前公开决算"),
])
def test_different_things_at_different_times_are_cut(pieces: tuple[str, ...]) -> None:
    assert tuple(one.text for one in duties("".join(pieces), 2024)) == pieces


@pytest.mark.parametrize("words", [
    "7月底前完成试点验收，8月底前报送试点成果", "12月底前，每季度公布一次收支", "按季度统计收支，12月底前公布",
    "每季度公布收支，每季度公布决算", "每季度公布收支，每年不少于4次", "会议结束后，于3个工作日内公开纪要",
    "及时更新机构信息，年底前公开决算", "公布目录，公布标准",
    "5小时内发声、24小时内召开发布会", ""])
def test_one_thing_is_not_cut(words: str) -> None:
    assert [one.text for one in duties(words, 2024)] == [words]


def test_a_piece_knows_the_event_that_stands_before_it() -> None:
    first, second = duties("舆情发生后24小时内召开发布会，5小时内发声", 2024)
    assert (first.since, second.since) == ("", "舆情发生")
    assert [[time.words for time in piece.times] for piece in (first, second)] == [["24小时内"], ["5小时内"]]


def test_a_piece_with_an_event_of_its_own_needs_none_from_before() -> None:
    assert [one.since for one in duties("批准后20日内公开预算，调整后5日内更新目录", 2024)] == ["", ""]


PIECE = st.sampled_from(["每季度", "每月5日前", "年底前", "6月底前", "3个工作日内", "批准后", "公布", "决算报告",
                         "目录", "定期", "，", "。", "；", "\n", " ", "一次", "每周"])


@given(st.lists(PIECE, max_size=20).map("".join))
def test_pieces_together_are_the_words_and_every_time_is_in_one(words: str) -> None:
    found = duties(words, 2024)
    assert "".join(piece.text for piece in found) == words
    starts = [time.start for piece in found for time in piece.times]
    assert starts == sorted(set(starts))
