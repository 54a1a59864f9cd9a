"""When a text is only half understood: the one question asked back, and everything kept that was typed."""

import pytest

from obligations.reply import LONGEST, Ask, Close, NotAReply, Question, Undo, read_reply

ONE = "https://www.guichi.gov.cn/a/20180730_1.html"
TWO = "https://www.guichi.gov.cn/a/2.html"


def asked(text: str, **around: tuple[int, ...]) -> Ask:
    """The question a text leads to; fails when it leads to none."""
    reading = read_reply(text, shown=around.get("shown", ()), awaiting=around.get("awaiting", ()))
    assert isinstance(reading, Ask), reading
    return reading


@pytest.mark.parametrize("text", [
    ONE, f"已公开 {ONE}", f"已公开 {ONE} 〔2018〕47号", f"看看这个 {ONE}", f"共 3 类 {ONE}",
])
def test_reply_without_number_asks_which_item(text: str) -> None:
    ask = asked(text)
    assert (ask.question, ask.numbers, ask.links) == (Question.WHICH_ITEM, (), (ONE,))
    assert asked(text, shown=(41, 42)).question is Question.WHICH_ITEM


@pytest.mark.parametrize("text", [
    "已公开 #41", "#41", "41号已公开", "#41 已办结，谢谢", "done #41", "第41项完成", "已公开41",
])
def test_reply_without_link_asks_for_it(text: str) -> None:
    ask = asked(text)
    assert (ask.question, ask.numbers, ask.links) == (Question.NO_LINK, (41,), ())


@pytest.mark.parametrize("text", ["已公开", "完成", "41", "#41"])
def test_reply_to_one_item_without_link_asks_for_it(text: str) -> None:
    assert asked(text, shown=(41,)) == Ask(Question.NO_LINK, (41,), (), "" if "41" in text else text)


def test_done_alone_asks_which_item() -> None:
    assert asked("已公开").question is Question.WHICH_ITEM
    assert asked("已公开", shown=(41, 42)).question is Question.WHICH_ITEM


@pytest.mark.parametrize("text", [
    f"#41 #42 {ONE} {TWO}", f"#41、#42\n{ONE}\n{TWO}", f"#41 {ONE} #42", f"{ONE} {TWO} #41 #42",
    f"{ONE} #41 {TWO} #42 {ONE}",
])
def test_links_that_cannot_be_paired_are_asked_about(text: str) -> None:
    ask = asked(text)
    assert (ask.question, ask.numbers) == (Question.WHICH_LINK, (41, 42))
    assert ONE in ask.links


def test_link_behind_a_word_has_no_place_among_several_items() -> None:
    for text, extra in ((f"#41 {ONE} #42 链接", TWO), (f"#41 {ONE} #42 {TWO} 链接", "https://a.gov.cn/3")):
        unclear = read_reply(text, extra_links=(extra,))
        assert isinstance(unclear, Ask) and unclear.question is Question.WHICH_LINK
        assert extra in unclear.links


@pytest.mark.parametrize(("link", "why"), [
    ("http://127.0.0.1\\@www.gov.cn/", "link-backslash"),
    ("http://192.168.1.2/a", "link-local"),
    ("javascript:alert(1)", "link-scheme"),
    ("http://oa/a", "link-host"),
])
def test_refused_link_is_named_with_its_reason(link: str, why: str) -> None:
    ask = asked(f"已公开 #41 {link} {ONE}")
    assert (ask.question, ask.numbers, ask.links) == (Question.BAD_LINK, (41,), (ONE,))
    assert [reason for _, reason in ask.refused] == [why]


@pytest.mark.parametrize("link", ["https://www.gov.cn/政务/1.html", "https://www.gov.cn/upload/2018年预算公开.pdf"])
def test_cut_link_is_asked_for_with_all_that_was_typed_of_it(link: str) -> None:
    ask = asked(f"已公开 #41 {link} {ONE}")
    assert (ask.question, ask.numbers, ask.links) == (Question.CUT_LINK, (41,), (ONE,))
    assert ask.refused == ((link, "link-cut"),)
    assert asked(f"#41 {link} http://127.0.0.1/").question is Question.BAD_LINK


def test_refused_entity_is_not_silently_used() -> None:
    reading = read_reply("已公开 #41 链接", extra_links=("file:///etc/passwd",))
    assert isinstance(reading, Ask) and reading.question is Question.BAD_LINK


@pytest.mark.parametrize("number", [
    "#99999999", "#0", "#abc", "#4l", "#4O", "#4.5", "#-41", "#四十一", "#٤١", "#" + "9" * 5_0, "99999999号",
    "#",
])
def test_impossible_number_is_asked_about(number: str) -> None:
    ask = asked(f"已公开 {number} {ONE}")
    assert (ask.question, ask.numbers, ask.links) == (Question.BAD_NUMBER, (), (ONE,))


def test_highest_number_is_still_a_number() -> None:
    assert isinstance(read_reply(f"#9999999 {ONE}"), Close)


def test_bad_number_beside_a_good_one_closes_nothing() -> None:
    ask = asked(f"#41 #4l {ONE}")
    assert (ask.question, ask.numbers) == (Question.BAD_NUMBER, (41,))


@pytest.mark.parametrize(("text", "shown", "likely"), [
    (f"30号已公开 {ONE}", (), (30,)),                   # the 30th, or item 30
    (f"30号已公开 {ONE}", (41,), (30,)),
    (f"2. {ONE}", (), (2,)),                            # a list mark
    (f"2 {ONE}", (41, 42), (2,)),                       # item 2, or the second
    (f"第2件 {ONE}", (2, 5), (2, 5)),
    (f"第九件 {ONE}", (41, 42), (9,)),
    (f"2018 {ONE}", (), (2018,)),
    (f"#41 {ONE} 3", (), (41, 3)),
    (f"#41-43 {ONE}", (), (41, 43)),
    (f"#41-43 {ONE}", (41, 43), (41, 43)),
    (f"#43-41 {ONE}", (41, 42, 43), (43, 41)),
    (f"#1-9999999 {ONE}", (41,), (1, 9999999)),
    (f"42 会议信息 {ONE}", (41,), (42,)),
    (f"1. {ONE}\n2. {TWO}", (41, 42), (1, 2)),
])
def test_number_with_two_meanings_is_asked_about(
    text: str, shown: tuple[int, ...], likely: tuple[int, ...]
) -> None:
    ask = asked(text, shown=shown)
    assert (ask.question, ask.numbers) == (Question.WHICH_ITEM, likely)
    assert ONE in ask.links


@pytest.mark.parametrize("words", [
    "未公开 #41", "没有公开 #41", "还没公开 #41", "#41 不公开", "#41 依法不予公开", "#41 尚未发布",
    "#41 已公开了吗？",
    "#41 是否已公开", "#41 怎么公开", "#41 明天公开", "#41 无法公开", "#41 待公开", "not published #41",
    "#41 下周完成",
    "#41 没办结", "#41 还没有完全公开", "#41 准备发布", "#41 公开不了", "#41 本期无法公开", "#41 已公开?",
    "#41 沒有公開",
])
def test_denial_or_question_never_closes(words: str) -> None:
    assert read_reply(words) == NotAReply()
    ask = asked(f"{words} {ONE}")
    assert (ask.question, ask.numbers, ask.links) == (Question.IS_IT_DONE, (41,), (ONE,))


def test_half_done_report_keeps_both_halves() -> None:
    ask = asked(f"#41 已公开 {ONE}，#42 未公开")
    assert (ask.question, ask.numbers, ask.words) == (Question.IS_IT_DONE, (41, 42), "已公开, 未公开")


@pytest.mark.parametrize("words", ["参考", "要求见", "撤回", "请修改", "退回", "例如"])
def test_link_given_for_another_reason_is_asked_about(words: str) -> None:
    assert asked(f"#41 {words} {ONE}").question is Question.IS_IT_DONE
    assert asked(f"{words} {ONE}", shown=(41,)).question is Question.IS_IT_DONE


def test_nothing_to_publish_with_a_link_is_asked_about() -> None:
    assert asked(f"本期无 #41 {ONE}").question is Question.IS_IT_DONE


def test_nothing_to_publish_without_number_asks_which_item() -> None:
    assert asked("本期无") == Ask(Question.WHICH_ITEM, words="本期无")
    assert asked("本期无", shown=(41, 42)).question is Question.WHICH_ITEM
    assert asked("本期无 #0").question is Question.BAD_NUMBER


@pytest.mark.parametrize("text", [
    "#41 本期无偿献血信息", "本期无法公开", "本期无内容吗？", "无问题", "无论如何",
])
def test_words_that_begin_like_nothing_are_not_it(text: str) -> None:
    assert read_reply(text, shown=(41,)) == NotAReply()


def test_undo_of_several_items_asks_which() -> None:
    assert asked("撤销 #41 #42").question is Question.WHICH_ITEM
    assert asked("撤销 #abc").question is Question.BAD_NUMBER


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\x00", "\x1b"])
def test_hidden_marks_close_nothing(mark: str) -> None:
    ask = asked(f"已公开 {mark}#41 {ONE} 谢谢")
    assert (ask.question, ask.numbers, ask.links) == (Question.HIDDEN_MARKS, (41,), (ONE,))
    assert mark not in ask.words
    assert isinstance(asked(f"撤销{mark}"), Ask)
    assert read_reply(f"你好{mark}") == NotAReply()


def test_link_with_hidden_marks_is_not_offered_again() -> None:
    ask = asked(f"已公开 #41 {ONE}\u202e")
    assert (ask.question, ask.links) == (Question.HIDDEN_MARKS, ())


def test_too_long_reply_keeps_its_pieces() -> None:
    ask = asked(f"已公开 #41 {ONE} " + "长" * 5_000)
    assert (ask.question, ask.numbers, ask.links) == (Question.TOO_LONG, (41,), (ONE,))
    assert isinstance(read_reply(f"已公开 #41 {ONE} ".ljust(LONGEST, "。")), Close)


@pytest.mark.parametrize("text", [
    "", " ", "状态", "状态 区财政局", "状态41", "help", "帮助", "你好", "谢谢", "收到", "好的",
    "/status 区财政局", "／status",
    f"/item 41 {ONE}", "查看 #41", "#41 是什么意思", "今天的会议已完成，谢谢", "41", "41 42", "2018年",
    "9月27日后3个工作日",
    "区财政局", "政务公开", "公开办", "长" * 5_000, "取消", "导出台账", "怎么公开", f"怎么公开？{ONE}", "👍",
    "电话13800000000",
    "为什么是 #41", "undone", "#41 状态", "事件 会议 2018-09-27", "本期工作已部署",
])
def test_other_talk_is_no_reply(text: str) -> None:
    assert read_reply(text) == NotAReply()


@pytest.mark.parametrize("text", ["收到", "谢谢", "好的", "👍", "?", "什么时候截止", "状态", "改天再说"])
def test_small_talk_in_answer_to_a_push_is_no_reply(text: str) -> None:
    assert read_reply(text, shown=(41,)) == NotAReply()
    assert read_reply(text, awaiting=(41,)) == NotAReply()


def test_kept_pieces_and_the_missing_one_make_the_whole() -> None:
    first = asked(f"已公开 {ONE}", shown=(41, 42))
    whole = read_reply("42", extra_links=first.links, awaiting=(41, 42))
    assert whole == read_reply(f"42 {ONE}", awaiting=(41, 42))
    assert isinstance(whole, Close)


def test_undo_is_not_mistaken_for_a_report() -> None:
    assert isinstance(read_reply("撤销 #41"), Undo)
    assert not isinstance(read_reply(f"撤销 #41 {ONE}"), (Undo, Close))
