"""`/item 41`: the text, why this date, what happened to it; and not another department's."""

import pytest

from handlers.request import Place
from locales.messages import size
from tests.cast import DEPUTY, EDUCATION, LINK, OFFICE, STRANGER, TREASURY, Cast


def test_a_card_says_whose_it_is_until_when_and_why(cast: Cast) -> None:
    card = cast.answer(TREASURY, "/item 6")
    assert "#6 债务公开办法" in card and "责任单位：区财政局" in card and "状态：办理中" in card
    assert "12月31日放假" in card and "12月29日" in card and "系统默认" in card and "出处：R08" in card


@pytest.mark.parametrize("words", ["/item 8", "/item #8", "查看 8", "查看8", "／item　＃８", "事项 8", "/item8"])
def test_the_number_is_found_in_every_shape(cast: Cast, words: str) -> None:
    assert cast.answer(TREASURY, words).startswith("#8 ")


def test_the_contradiction_of_two_dates_is_explained(cast: Cast) -> None:
    card = cast.answer(EDUCATION, "/item 15")
    assert "7月31日前；最迟 9月30日，之后计逾期" in card
    assert "7月31日、8月31日、9月30日" in card and "按最早的提醒" in card


def test_history_and_evidence_stand_in_the_order_they_came(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    cast.say(EDUCATION, "撤销")
    cast.say(DEPUTY, "本期无 #10")
    history = cast.answer(OFFICE, "/item 10").split("留痕：")[1].strip().splitlines()
    assert [line.split(" ", 2)[2] for line in history] == [
        f"{EDUCATION.name}：已公开 {LINK}", f"{EDUCATION.name}：撤销销号", f"{DEPUTY.name}：本期无可公开内容"]


def test_only_who_may_close_it_gets_the_button(cast: Cast) -> None:
    buttons = {who.name: [button.data for row in cast.say(who, "/item 10")[0].buttons for button in row]
               for who in (EDUCATION, OFFICE)}
    assert buttons == {EDUCATION.name: ["done:10"], OFFICE.name: []}


def test_a_closed_item_has_no_button(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    (card,) = cast.say(EDUCATION, "/item 10")
    assert card.buttons == () and "状态：已销号" in card.text


@pytest.mark.parametrize("words", ["/item 10", "/item 99", "查看 10"])
def test_anothers_item_is_not_shown_nor_one_that_does_not_exist(cast: Cast, words: str) -> None:
    said = cast.answer(TREASURY, words)
    assert said.endswith(("这一件，请用“状态”核对编号。", "您只能查看本单位的，请核对编号。"))
    assert "责任单位" not in said


def test_a_view_button_shows_no_more_than_the_command(cast: Cast) -> None:
    (mine,), (others,) = cast.press(EDUCATION, "view:10"), cast.press(TREASURY, "view:10")
    assert mine.text.startswith("#10 ") and "您只能查看本单位的" in others.text


@pytest.mark.parametrize("words", ["/item", "/item abc", "查看"])
def test_without_a_number_one_is_asked_for(cast: Cast, words: str) -> None:
    assert cast.answer(TREASURY, words) == "请写明编号，如“查看 41”。"


def test_a_stranger_sees_nothing(cast: Cast) -> None:
    assert "还没有登记" in cast.answer(STRANGER, "/item 10")


def test_an_item_may_be_looked_at_in_a_group(cast: Cast) -> None:
    assert cast.answer(EDUCATION, "/item 10", place=Place.GROUP).startswith("#10 ")


def test_a_long_history_fits_into_a_message(cast: Cast) -> None:
    for number in range(40):
        cast.say(EDUCATION, f"已公开 #10 {LINK}?{'x' * 150}{number}")
        cast.say(EDUCATION, "撤销")
    card = cast.answer(OFFICE, "/item 10")
    assert size(card) < 4096 and card.startswith("#10 ")
