"""`/due`: the n-th working day after a date, as clerks ask for it daily."""

from datetime import date

import pytest

from handlers.dates import read_date, read_time
from obligations.errors import Refusal
from tests.cast import OFFICE, STRANGER, TREASURY, ZONE, Cast

TODAY = date(2018, 10, 8)


@pytest.mark.parametrize(("words", "due"), [
    ("/due 2018-09-27 3", "9月30日 周日"), ("9月27日后3个工作日", "9月30日 周日"), ("期限 9.27 3", "9月30日 周日"),
    ("2018年9月27日起 3 个工作日内", "9月30日 周日"), ("/due 2018-02-14 1", "2月22日 周四"),
    ("/due 2018/02/14 3", "2月24日 周六"), ("/due 2018-09-28 20", "10月31日 周三"),
    ("/due 2018-12-28 3", "2019年1月3日 周四"), ("／ｄｕｅ　２０１８－０２－１３　２０", "3月19日 周一")])
def test_working_days_are_those_of_the_state_council(cast: Cast, words: str, due: str) -> None:
    assert f"个工作日：{due}" in cast.answer(TREASURY, words)


def test_the_days_that_were_skipped_are_named(cast: Cast) -> None:
    words = cast.answer(TREASURY, "/due 2018-09-21 1")
    assert "9月25日" in words and "9月24日中秋节" in words


def test_a_year_without_a_notice_is_provisional(cast: Cast) -> None:
    words = cast.answer(TREASURY, "/due 2026-12-28 20")
    assert "2027年1月" in words and "暂定" in words


@pytest.mark.parametrize(("words", "answer"), [
    ("/due", "日期看不懂"), ("/due 明天 3", "日期看不懂"), ("/due 2018-02-30 3", "日期看不懂"),
    ("/due 2018-09-27", "请写"),
    ("/due 2018-09-27 三天", "请写"), ("/due 2018-09-27 99999", "只能计算"), ("/due 1999-01-01 3", "只能计算")])
def test_bad_input_is_answered_with_one_sentence(cast: Cast, words: str, answer: str) -> None:
    assert answer in cast.answer(OFFICE, words)


def test_anybody_may_count_days(cast: Cast) -> None:
    assert "9月30日" in cast.answer(STRANGER, "/due 2018-09-27 3")


@pytest.mark.parametrize(("words", "day", "rest"), [
    ("2018-09-27 会议", date(2018, 9, 27), "会议"), ("9月27日会议", date(2018, 9, 27), "会议"),
    ("2018.9.27", date(2018, 9, 27), ""), ("今天 3", TODAY, "3"), ("昨天", date(2018, 10, 7), ""),
    ("前天 区财政局", date(2018, 10, 6), "区财政局"), ("2019年1月2日 3", date(2019, 1, 2), "3")])
def test_a_date_is_read_with_what_follows_it(words: str, day: date, rest: str) -> None:
    assert read_date(words, TODAY) == (day, rest)


@pytest.mark.parametrize("words", ["", "2018-13-01", "0月3日", "后天", "二〇一八年"])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(Refusal, match="date-unreadable"):
        read_date(words, TODAY)


@pytest.mark.parametrize(("words", "time"), [
    ("14:30 区教体局", "14:30"), ("14点 区教体局", "14:00"), ("8时05分", "08:05")])
def test_a_time_is_read_in_the_districts_zone(words: str, time: str) -> None:
    at, _ = read_time(words, TODAY, ZONE)
    assert at is not None and at.isoformat() == f"2018-10-08T{time}:00+08:00"


def test_no_time_is_none() -> None:
    assert read_time("区教体局", TODAY, ZONE) == (None, "区教体局")
