"""A liaison reports: what closes, what is asked back, and what is refused with one sentence."""

import pytest

from handlers.request import Place
from locales.messages import size
from obligations.item import State
from storage import evidence, pending
from storage.evidence import Record
from tests.cast import DEPUTY, DISTRICT, EDUCATION, LINK, OFFICE, OTHER_LINK, STRANGER, TREASURY, Cast

CUT = "http://www.chizhou.gov.cn/upload/2018年预算公开.pdf"


def history(cast: Cast, number: int) -> list[Record]:
    with cast.database.read() as session:
        return evidence.history(session, DISTRICT, number)


def kept(cast: Cast) -> pending.Asked | None:
    with cast.database.read() as session:
        return pending.asked(session, cast.member(EDUCATION).id, cast.now)


@pytest.mark.parametrize("words", [
    f"已公开 #10 {LINK}", f"已公开　＃１０　{LINK}", f"{LINK} #10 已公开", f"#10 {LINK}", f"已公开#10 {LINK}，请查收"])
def test_number_and_link_close_with_a_receipt(cast: Cast, words: str) -> None:
    (receipt,) = cast.say(EDUCATION, words)
    assert receipt.text.startswith("已销号 1 件\n#10 ") and LINK in receipt.text
    assert [button.data for row in receipt.buttons for button in row] == ["undo:10"]
    assert cast.item(10).state is State.CLOSED
    assert [(one.links, one.words) for one in history(cast, 10)] == [((LINK,), words)]


def test_several_items_close_at_once(cast: Cast) -> None:
    words = cast.answer(EDUCATION, f"已公开 #10 {LINK}\n#11 {OTHER_LINK}")
    assert words.startswith("已销号 2 件")
    assert [one.links for number in (10, 11) for one in history(cast, number)] == [(LINK,), (OTHER_LINK,)]


def test_good_items_close_beside_one_sentence_for_each_that_did_not(cast: Cast) -> None:
    words = cast.answer(EDUCATION, f"已公开 #10 #8 #99 #4 {LINK}")
    assert words.startswith("已销号 1 件\n#10 ")
    assert [line[:3] for line in words.splitlines()[-3:]] == ["#8 ", "没有 ", "#4 "]
    assert cast.item(8).state is State.OPEN


@pytest.mark.parametrize(("words", "answer"), [
    ("已公开 #10", "请发送 #10 的网址"), (f"已公开 #99 {LINK}", "没有 #99 这一件"),
    (f"已公开 #8 {LINK}", "#8 是区财政局的事项"), (f"已公开 #12 {LINK}", "#12 还没有触发"),
    (f"已公开 {LINK}", "说的是哪一件"), ("已公开 #10 http://127.0.0.1/a", "这是内部地址"),
    (f"已公开 #10 \u202e{LINK}", "看不见的控制字符"), (f"#10 还没公开 {LINK}", "办完了吗"),
    ("本期无 #15", "不是周期确认"), ("已公开 #10 <b>https</b>", "#10"), ("你好", "没看懂"), ("撤销", "没有可以撤销"),
    ("撤销 #10", "#10 没有销号"), ("撤销 #8", "#8 是区财政局的事项"), (f"已公开 #1x {LINK}", "编号看不懂")])
def test_bad_input_is_answered_with_one_clear_sentence_and_changes_nothing(
        cast: Cast, words: str, answer: str) -> None:
    found = cast.answer(EDUCATION, words)
    assert answer in found
    assert "\n" not in found and 1 <= found.count("。") <= 2
    assert cast.item(10).state is State.OPEN and history(cast, 10) == []


def test_an_item_that_is_closed_already_is_not_closed_again(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    assert "已经销号" in cast.answer(EDUCATION, f"已公开 #10 {OTHER_LINK}")
    assert [one.links for one in history(cast, 10)] == [(LINK,)]


def test_two_liaisons_at_once_one_wins_and_one_gets_a_sentence(cast: Cast) -> None:
    first, second = (cast.answer(who, f"已公开 #10 {LINK}") for who in (EDUCATION, DEPUTY))
    assert first.startswith("已销号 1 件")
    assert second == "#10 已经销号，不用再报；要更正请先回复“撤销 #10”。"
    assert [one.name for one in history(cast, 10)] == [EDUCATION.name]


def test_five_thousand_characters_are_kept_and_not_guessed_at(cast: Cast) -> None:
    long = f"已公开 #10 {LINK} " + "情况说明，" * 1000
    assert "消息太长" in cast.answer(EDUCATION, long)
    found = kept(cast)
    assert found is not None and found.content["words"] == long[:5000]
    assert cast.item(10).state is State.OPEN


def test_markup_is_kept_as_typed(cast: Cast) -> None:
    words = f"<b>已公开</b> #10 {LINK} & *完*"
    assert cast.answer(EDUCATION, words).startswith("已销号 1 件")
    assert [one.words for one in history(cast, 10)] == [words]


def test_a_receipt_for_many_faults_fits_into_a_message(cast: Cast) -> None:
    words = cast.answer(EDUCATION, "已公开 " + " ".join(f"#{n}" for n in range(1000, 1400)) + f" {LINK}")
    assert size(words) < 4096


def test_nothing_this_period_closes_without_a_link(cast: Cast) -> None:
    assert "本期无可公开内容" in cast.answer(EDUCATION, "本期无 #10")
    assert [(one.kind.value, one.links) for one in history(cast, 10)] == [("nothing", ())]


def test_number_first_and_link_later_closes_and_keeps_both_messages(cast: Cast) -> None:
    cast.say(EDUCATION, "已公开 #10")
    assert cast.answer(EDUCATION, LINK).startswith("已销号 1 件")
    assert [one.words for one in history(cast, 10)] == [f"已公开 #10\n{LINK}"]
    assert kept(cast) is None


def test_link_first_and_number_later_closes_and_keeps_both_messages(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 {LINK}")
    assert cast.answer(EDUCATION, "#10").startswith("已销号 1 件")
    (one,) = history(cast, 10)
    assert (one.links, one.words) == ((LINK,), f"已公开 {LINK}\n#10")


def test_the_button_asks_for_the_link_and_the_link_closes(cast: Cast) -> None:
    cast.press(EDUCATION, "done:10")
    assert cast.answer(EDUCATION, LINK).startswith("已销号 1 件\n#10 ")


def test_a_doubted_report_is_completed_by_saying_that_it_is_done(cast: Cast) -> None:
    cast.say(EDUCATION, f"#10 还没公开 {LINK}")
    assert cast.answer(EDUCATION, "已公开 #10").startswith("已销号 1 件")


@pytest.mark.parametrize("doubtful", [
    f"#10 还没公开 {LINK}", f"已公开 #10 \u202e{LINK}", f"已公开 #10 #15 {LINK} {OTHER_LINK} {LINK}3"])
def test_links_sent_for_one_item_never_close_another(cast: Cast, doubtful: str) -> None:
    cast.say(EDUCATION, doubtful)
    assert "请发送 #11 的网址" in cast.answer(EDUCATION, "已公开 #11")
    assert cast.item(11).state is State.OPEN


def test_evidence_of_one_item_has_no_words_about_another(cast: Cast) -> None:
    cast.say(EDUCATION, "已公开 #10")
    cast.say(EDUCATION, f"已公开 #11 {LINK}")
    assert [one.words for one in history(cast, 11)] == [f"已公开 #11 {LINK}"]


def test_a_question_lapses_after_a_day(cast: Cast) -> None:
    cast.say(EDUCATION, "已公开 #10")
    cast.now = cast.now.replace(day=31, hour=3)
    assert "说的是哪一件" in cast.answer(EDUCATION, LINK)


def test_reply_to_the_push_closes_its_only_item_and_marks_the_card(cast: Cast) -> None:
    message = cast.shows(EDUCATION, [10], message="77")
    card, receipt = cast.say(EDUCATION, f"已公开 {LINK}", replied_to=message)
    assert card.edit and card.text == "已销号 #10 事项"
    assert [button.data for row in card.buttons for button in row] == ["view:10"]
    assert receipt.text.startswith("已销号 1 件") and not receipt.edit


def test_reply_to_a_push_of_several_may_say_the_second(cast: Cast) -> None:
    message = cast.shows(EDUCATION, [15, 10], message="77")
    cast.say(EDUCATION, f"第二件已公开 {LINK}", replied_to=message)
    assert (cast.item(15).state, cast.item(10).state) == (State.OPEN, State.CLOSED)


def test_a_link_behind_words_counts(cast: Cast) -> None:
    assert cast.answer(EDUCATION, "已公开 #10 见此处", links=(LINK,)).startswith("已销号 1 件")


def test_undo_takes_back_the_last_and_says_that_the_evidence_stays(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    assert cast.answer(EDUCATION, "撤销").startswith("已撤销 #10")
    assert [one.kind.value for one in history(cast, 10)] == ["published", "withdrawn"]
    assert cast.item(10).state is State.OPEN


@pytest.mark.parametrize("words", ["撤销 #10", "/undo", "/undo 10", "/撤销 #10", "撤销上一条", "／undo"])
def test_undo_is_understood_as_word_and_as_command(cast: Cast, words: str) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    assert cast.answer(EDUCATION, words).startswith("已撤销 #10")


def test_undo_button_pressed_twice_takes_back_once(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    receipt = cast.shows(EDUCATION, [10], "已销号 1 件\n#10 重点领域信息")
    first, second = (cast.press(EDUCATION, "undo:10", receipt)[-1] for _ in range(2))
    assert first.edit and "没有销号" in second.text
    assert len(history(cast, 10)) == 2


def test_nobody_takes_back_what_another_closed(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    for who, answer in ((DEPUTY, "不是您销号的"), (TREASURY, "不能由您销号"), (STRANGER, "还没有登记")):
        (reply,) = cast.press(who, "undo:10")
        assert answer in reply.text
    assert cast.item(10).state is State.CLOSED


@pytest.mark.parametrize("words", [f"已公开 #10 {LINK}", "本期无 #10", "撤销", "已公开 #10"])
def test_only_liaisons_report(cast: Cast, words: str) -> None:
    undo = "公开办没有可撤销的销号：销号由责任单位的联络员撤销，登记过的事项不能撤回。"
    report = "销号由责任单位的联络员回复，公开办请用“状态”查看。"
    assert cast.answer(OFFICE, words) == (undo if words == "撤销" else report)
    assert "还没有登记" in cast.answer(STRANGER, words)


def test_forwarded_words_prove_nothing(cast: Cast) -> None:
    assert "转发的消息" in cast.answer(EDUCATION, f"已公开 #10 {LINK}", forwarded=True)
    assert cast.item(10).state is State.OPEN


@pytest.mark.parametrize("data", ["done:10", "undo:15"])
def test_a_button_in_a_group_changes_nothing(cast: Cast, data: str) -> None:
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    (reply,) = cast.say(EDUCATION, button=data, replied_to="1", place=Place.GROUP)
    assert "私聊" in reply.text
    assert (cast.item(15).state, kept(cast)) == (State.CLOSED, None)


def test_a_report_in_a_group_is_not_even_answered(cast: Cast) -> None:
    assert cast.say(EDUCATION, f"已公开 #10 {LINK}", place=Place.GROUP) == []
    assert cast.item(10).state is State.OPEN


def test_undo_of_one_item_leaves_the_receipt_of_several_as_it_is(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10、#11 {LINK}")
    receipt = cast.shows(EDUCATION, [10, 11], "已销号 2 件")
    answer = cast.press(EDUCATION, "undo:10", receipt)[-1]
    assert not answer.edit and "已撤销 #10" in answer.text


def test_a_cut_link_is_shown_whole_and_asked_for_and_the_whole_link_closes(cast: Cast) -> None:
    words = cast.answer(EDUCATION, f"已公开 #10 {CUT}")
    assert words == f"链接好像不完整：{CUT} 。请把完整的网址再发一次，单独发链接即可。"
    assert (cast.item(10).state, history(cast, 10)) == (State.OPEN, [])
    assert cast.answer(EDUCATION, OTHER_LINK).startswith("已销号 1 件\n#10 ")
    assert [one.links for one in history(cast, 10)] == [(OTHER_LINK,)]


def test_a_cut_link_sent_again_is_asked_for_again(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {CUT}")
    assert "链接好像不完整" in cast.answer(EDUCATION, CUT)
    assert cast.answer(EDUCATION, LINK).startswith("已销号 1 件\n#10 ")


def test_a_very_long_cut_link_is_shown_by_its_beginning(cast: Cast) -> None:
    words = cast.answer(EDUCATION, f"已公开 #10 http://www.chizhou.gov.cn/{'a' * 900}/附件.pdf")
    assert "链接好像不完整" in words and len(words) < 600


def test_a_link_broken_over_two_lines_closes_as_one(cast: Cast) -> None:
    cast.say(EDUCATION, "已公开 #10 http://www.chizhou.gov.cn/OpenContent/\nshow/1234567.html")
    assert [one.links for one in history(cast, 10)] == [("http://www.chizhou.gov.cn/OpenContent/show/1234567.html",)]
