"""Rhythms that a plan cannot hold (weekly, fortnightly, every other month) are found, so that they are asked about."""

import pytest

from obligations.intake.when.time_words import Unreadable
from obligations.intake.when.timing import find_times

RARE = ["两周更新一次", "每半月", "按周", "逢双月", "按日", "按双月", "两个月更新一次", "每两周", "三天一次"]
BEHIND = {"每半月": "公布一次台账", "按周": "公布监测结果", "逢双月": "更新目录", "按日": "公布价格", "按双月": "报送"}


@pytest.mark.parametrize("words", RARE)
def test_a_rhythm_that_no_rule_can_hold_is_asked_about_in_its_words(words: str) -> None:
    [found] = find_times(words + BEHIND.get(words, ""), 2025)
    assert (found.words, type(found.meaning)) == (words, Unreadable)


@pytest.mark.parametrize("words", ["按日程安排公布", "按周期公布", "按双方约定公开", "一次性告知", "半月谈"])
def test_words_that_only_look_like_one_are_left_alone(words: str) -> None:
    assert find_times(words, 2025) == ()
