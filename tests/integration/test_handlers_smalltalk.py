"""What people say that is neither a report nor a command, and the dates and names they half give."""

from datetime import date

import pytest

from handlers.dates import read_date
from obligations.item import State
from tests.cast import EDUCATION, LINK, OFFICE, TREASURY, Cast, at


@pytest.mark.parametrize("words", ["收到", "好的。", "谢谢", "OK"])
def test_a_polite_word_closes_nothing_and_is_not_told_off(cast: Cast, words: str) -> None:
    assert cast.answer(EDUCATION, words) == "好的。收到不算销号，公开以后请发“已公开 #编号 网址”。"


def test_never_mind_drops_the_question(cast: Cast) -> None:
    cast.say(EDUCATION, "已公开 #10")
    assert "不用答了" in cast.answer(EDUCATION, "算了")
    assert "哪一件" in cast.answer(EDUCATION, LINK)
    assert cast.item(10).state is State.OPEN


@pytest.mark.parametrize(("today", "words", "meant"), [
    (date(2019, 1, 2), "12月28日", date(2018, 12, 28)), (date(2018, 12, 28), "1月2日", date(2019, 1, 2)),
    (date(2018, 9, 28), "9月27日", date(2018, 9, 27)), (date(2019, 3, 1), "2月29日", date(2020, 2, 29)),
])
def test_a_date_without_a_year_is_the_nearest_one(today: date, words: str, meant: date) -> None:
    assert read_date(words, today) == (meant, "")


def test_registering_the_same_fact_again_says_that_nothing_is_new(cast: Cast) -> None:
    cast.now = at("2018-09-28")
    heads = []
    for _ in range(2):
        confirm = cast.say(OFFICE, "登记 会议 2018-09-27 常务会议")[0].buttons[0][0].data
        heads.append(cast.press(OFFICE, confirm)[-1].text.split("\n"))
    assert heads[0][0] == "已登记，产生 1 件：" and heads[1][0] == "这件事已经登记过，没有新增："
    assert heads[0][1] == heads[1][1]


def test_a_nearly_right_name_gets_a_suggestion(cast: Cast) -> None:
    assert "是不是：区财政局" in cast.answer(OFFICE, "登记 权力变化 2018-07-27 财政局")


def test_who_has_changed_departments_takes_back_nothing_of_the_old_one(cast: Cast) -> None:
    cast.say(TREASURY, "本期无 #8")
    cast.say(TREASURY, "退出 确认")
    code = cast.answer(OFFICE, "邀请 区教体局").split("start=")[1].split()[0]
    cast.say(TREASURY, f"/start {code}")
    (answer,) = cast.press(TREASURY, "undo:8")
    assert "#8 是区财政局的事项" in answer.text and cast.item(8).state is State.CLOSED


def test_an_office_member_who_tries_the_link_of_an_invitation_stays_what_they_are(cast: Cast) -> None:
    code = cast.answer(OFFICE, "邀请 区教体局").split("start=")[1].split()[0]
    assert "已登记为另一种身份" in cast.answer(OFFICE, f"/start {code}")
    assert cast.member(OFFICE).is_office
    assert "区教体局联络员" in cast.answer(TREASURY, f"/start {code}"), "the code is still good"
