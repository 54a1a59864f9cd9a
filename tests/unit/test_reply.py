"""Every shape in which people report that something is public, each with its one meaning."""

import pytest

from obligations.reply import Close, ItemClose, NothingToPublish, Reading, Undo, read_reply

ONE = "https://www.guichi.gov.cn/a/20180730_1.html"
TWO = "https://www.guichi.gov.cn/a/2.html"
THREE = "http://www.guichi.gov.cn/b?id=43"


def closed(reading: Reading) -> dict[int, tuple[str, ...]]:
    """What a reading closes; fails when it closes nothing."""
    assert isinstance(reading, Close), reading
    return {item.number: item.links for item in reading.items}


@pytest.mark.parametrize("text", [
    f"已公开 #41 {ONE}",
    f"已公开＃４１ {ONE}",
    f"已公开　＃　４１　{ONE}",
    f"已公开#41{ONE}",
    f"已公开#41{ONE}，请查收。",
    f"已公开：#41：{ONE}",
    f"#41 已公开 {ONE}",
    f"#41已公开{ONE}",
    f"{ONE} 已公开 #41",
    f"{ONE}，#41已公开。",
    f"{ONE}\n#41",
    f"41号 已公开 {ONE}",
    f"41号已公开，{ONE}",
    f"第41项 {ONE}",
    f"第41号已公开 {ONE}",
    f"第 41 项 已公开 {ONE}",
    f"41 {ONE}",
    f"已公开 41 {ONE}",
    f"{ONE} 41",
    f"编号41 已公开 {ONE}",
    f"No.41 {ONE}",
    f"№41 {ONE}",
    f"item 41 {ONE}",
    f"#041 {ONE}",
    f"# 41 {ONE}",
    f"#41\n{ONE}",
    f"已公开 #41（{ONE}）",
    f"已公开 #41 <{ONE}>",
    f"1. #41 {ONE}",
    f"#41 {ONE} #41",
    f"#41 #41 {ONE}",
    f"#41 {ONE} {ONE}",
    f"\ufeff已公开\u200b #41 {ONE}",
    f"您好，#41已公开，链接如下：{ONE}，请审核，谢谢",
    f"#41 2018年第三季度会议信息 {ONE}",
    f"#41 年度报告 {ONE}",
    f"#41 个人信息保护 {ONE}",
    f"贵政办〔2018〕47号 已公开 #41 {ONE}",
    f"贵政办(2018)47号、第711号令已公开 #41 {ONE}",
    f"7月30日 15:30 已公开 #41 {ONE}",
    f"2018-07-30 已公开 #41 {ONE}",
    f"已公开 #41 共3条 {ONE}",
    f"已公开 #41，3 类信息 {ONE}",
    f"第二季度 #41 {ONE}",
    f"#41 R04 {ONE}",
    f"已公开 #41 《如何办理登记》 {ONE}",
    f"不好意思，刚才忘了，已公开 #41 {ONE}",
])
def test_one_item_with_one_link_closes_it(text: str) -> None:
    assert closed(read_reply(text)) == {41: (ONE,)}


@pytest.mark.parametrize("done", [
    "已公开", "已经公开", "公开了", "已发布", "发布了", "已上网", "完成", "已完成", "办结", "已办结",
    "已公開", "已經公開",
    "已發佈", "全部已公开", "已按时公开", "搞定了", "公开完毕", "done", "Done", "DONE", "published", "posted",
    "",
])
def test_every_word_for_done_is_understood(done: str) -> None:
    assert closed(read_reply(f"{done} #41 {ONE}")) == {41: (ONE,)}
    assert closed(read_reply(f"#41{done}{ONE}")) == {41: (ONE,)}


@pytest.mark.parametrize("text", [
    f"已公开 #41 {ONE} #42 {TWO}",
    f"#41 {ONE}\n#42 {TWO}",
    f"1. #41 {ONE}\n2. #42 {TWO}",
    f"#41：{ONE}；#42：{TWO}。",
    f"{ONE} #41\n{TWO} #42",
    f"41 {ONE}\n42 {TWO}",
    f"第41项 {ONE} 第42项 {TWO}",
    f"＃４１{ONE}，＃４２{TWO}",
])
def test_items_each_with_its_link_are_paired(text: str) -> None:
    assert closed(read_reply(text)) == {41: (ONE,), 42: (TWO,)}


def test_items_may_have_several_links_each() -> None:
    assert closed(read_reply(f"#41 {ONE} {TWO}\n#42 {THREE}")) == {41: (ONE, TWO), 42: (THREE,)}


def test_item_named_twice_keeps_all_its_links() -> None:
    assert closed(read_reply(f"#41 {ONE} #42 {TWO} #41 {THREE}")) == {41: (ONE, THREE), 42: (TWO,)}


def test_one_item_takes_all_links_wherever_they_stand() -> None:
    assert closed(read_reply(f"{ONE} #41 {TWO}")) == {41: (ONE, TWO)}


@pytest.mark.parametrize("text", [
    f"#41 #42 {ONE}", f"#41、#42 {ONE}", f"#41、42 {ONE}", f"41,42 {ONE}", f"41、42号 {ONE}",
    f"第41、42项 {ONE}",
    f"#41和#42已公开：{ONE}", f"{ONE} #41 #42", f"#41 & 42 {ONE}", f"#41，#42 已公开 {ONE}",
    f"已公开41、42 {ONE}",
])
def test_several_items_share_one_link(text: str) -> None:
    assert closed(read_reply(text)) == {41: (ONE,), 42: (ONE,)}


@pytest.mark.parametrize("range_", [
    "#41-43", "#41-#43", "#41~43", "41至43号", "41-43", "#41—43", "＃４１－４３",
])
def test_range_is_read_when_all_of_it_was_shown(range_: str) -> None:
    assert closed(read_reply(f"{range_} {ONE}", shown=(40, 41, 42, 43))) == dict.fromkeys((41, 42, 43),
    (ONE,))


@pytest.mark.parametrize(("text", "number"), [
    (f"第二件 {ONE}", 42), (f"第2件 {ONE}", 42), (f"第三项已公开 {ONE}", 45), (f"第1个 {ONE}", 41),
    (f"42. {ONE}", 42), (f"42 {ONE}", 42), (f"45号 {ONE}", 45), (f"#50 {ONE}", 50), (f"50 {ONE}", 50),
    (f"第45项 {ONE}", 45), (f"第两件 {ONE}", 42),
])
def test_answer_to_a_push_counts_in_that_push(text: str, number: int) -> None:
    assert closed(read_reply(text, shown=(41, 42, 45))) == {number: (ONE,)}


@pytest.mark.parametrize("text", [ONE, f"已公开 {ONE}", f"{ONE} 已公开，请查收", f"2018年信息已公开 {ONE}"])
def test_link_alone_means_the_one_item_in_question(text: str) -> None:
    assert closed(read_reply(text, shown=(41,))) == {41: (ONE,)}
    assert closed(read_reply(text, awaiting=(41,))) == {41: (ONE,)}


def test_number_in_words_beats_the_item_shown() -> None:
    assert closed(read_reply(f"已公开 #50 {ONE}", shown=(41,))) == {50: (ONE,)}


def test_number_alone_answers_the_question_which_item() -> None:
    assert closed(read_reply("42", extra_links=(ONE,), awaiting=(41, 42))) == {42: (ONE,)}
    assert closed(read_reply("第一个", extra_links=(ONE,), awaiting=(41, 42))) == {41: (ONE,)}


def test_link_behind_a_word_counts() -> None:
    assert closed(read_reply("已公开 #41 链接", extra_links=(ONE,))) == {41: (ONE,)}


def test_link_given_both_ways_counts_once() -> None:
    assert closed(read_reply(f"#41 {ONE}", extra_links=(ONE,))) == {41: (ONE,)}


def test_link_without_scheme_closes() -> None:
    assert closed(read_reply("已公开#41www.guichi.gov.cn/1.html。")) == {41: ("http://www.guichi.gov.cn/1.html",)}


def test_other_words_are_kept_beside_the_link() -> None:
    assert read_reply(f"已公开 #41 {ONE} 附贵政办〔2018〕47号") == Close(
        (ItemClose(41, (ONE,)),), "已公开 附贵政办〔2018〕47号")


@pytest.mark.parametrize(("text", "numbers"), [
    ("本期无 #41", (41,)), ("#41 本期无", (41,)), ("本期无内容 #41", (41,)), ("本期无 ＃４１、＃４２", (41,
    42)),
    ("本季度无变化 #41", (41,)), ("#41 无", (41,)), ("无 #41", (41,)), ("本月无会议 #41", (41,)),
    ("#41 本期没有需要公开的内容", (41,)), ("本期無 #41", (41,)), ("#41本期无，请知悉", (41,)),
    ("nothing to publish #41", (41,)), ("本半年无新增 41号", (41,)),
])
def test_nothing_this_period_is_its_own_meaning(text: str, numbers: tuple[int, ...]) -> None:
    assert read_reply(text) == NothingToPublish(numbers)


@pytest.mark.parametrize("text", ["本期无", "无", "本期无内容。", "没有需要公开的内容"])
def test_nothing_this_period_means_the_one_item_shown(text: str) -> None:
    assert read_reply(text, shown=(41,)) == NothingToPublish((41,))


@pytest.mark.parametrize(("text", "number"), [
    ("撤销", None), ("撤销。", None), ("撤銷", None), ("撤回", None), ("undo", None), ("撤销上一条", None),
    ("撤销 #41", 41), ("撤销#41", 41), ("撤销＃４１", 41), ("#41 撤销", 41), ("Undo #41", 41), ("撤销41号",
    41),
])
def test_undo_is_understood(text: str, number: int | None) -> None:
    assert read_reply(text) == Undo(number)


def test_undo_in_answer_to_a_receipt_means_its_item() -> None:
    assert read_reply("撤销", shown=(41,)) == Undo(41)
    assert read_reply("撤销", shown=(41, 42)) == Undo()
    assert read_reply("撤销", awaiting=(41,)) == Undo()
