"""`/item 41`: the text, why this date, what happened to it; and not another department's."""

import pytest

from handlers.request import Place
from locales.messages import size
from tests.cast import DEPUTY, EDUCATION, LINK, OFFICE, STRANGER, TREASURY, Cast, at
from tests.papers import BUDGET, GLUED, SCHOOLS, WATER, but, confirm, in_force, newest, paper, press


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


def test_card_quotes_the_document_and_names_what_rests_on_a_default(cast: Cast) -> None:
    in_force(cast, paper([BUDGET, but(GLUED, asks="公布农户补贴名单。名单按村分列，每户一行。")]))
    lines = cast.answer(OFFICE, "/item 19").split("\n")
    assert "出处：R27" in lines and "原文：公布农户补贴名单。名单按村分列，每户一行。" in lines
    assert "系统默认，待公开办确认：两个单位名之间没有顿号，请确认是几个单位。" in lines
    plain = cast.answer(TREASURY, "/item 18")
    assert "系统默认" not in plain and "原文" not in plain, "the title says all of it, and nothing is doubtful"


def test_answered_question_is_no_default_once_its_draft_is_in_force(cast: Cast) -> None:
    kept = in_force(cast, paper([BUDGET, GLUED]))
    (question,) = cast.press(OFFICE, f"plan-ask:{kept.id}")
    press(cast, question, "1. ")
    assert "系统默认，待公开办确认" in cast.answer(OFFICE, "/item 19"), "what is in force has not changed yet"
    confirm(cast, newest(cast))
    assert "系统默认" not in cast.answer(OFFICE, "/item 19")


def test_long_words_are_clipped_and_only_a_few_doubts_are_named(cast: Cast) -> None:
    asks = "公布" + "很长的说明和目录" * 60 + "。"
    in_force(cast, paper([("1", "清单公开", asks, "区财政局区环保局、区教体局等", "8月底前或者9月底前，定期")]))
    card = cast.answer(OFFICE, "/item 18")
    words = next(line for line in card.split("\n") if line.startswith("原文："))
    assert words.endswith("…") and size(words) <= 310
    doubts = [line for line in card.split("\n") if line.startswith("系统默认，待公开办确认：")]
    assert 2 <= len(doubts) <= 3 and all(size(line) <= 140 for line in doubts)


def test_last_years_item_rests_on_last_years_plan(cast: Cast) -> None:
    in_force(cast, paper([GLUED]))
    cast.now = at("2019-01-03")
    in_force(cast, paper([WATER, SCHOOLS]).replace("2018年".encode(), "2019年".encode()))
    card = cast.answer(OFFICE, "/item 18")
    assert "公布农户补贴名单" in card and "没有顿号" in card and "以“等”结尾" not in card


def test_handwritten_row_is_quoted_by_its_own_text(cast: Cast) -> None:
    assert "原文" not in cast.answer(TREASURY, "/item 6"), "where that says no more than the title"
