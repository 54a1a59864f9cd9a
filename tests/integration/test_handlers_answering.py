"""A question about a report and its answers: yes closes with the link kept, no leaves it open."""

import pytest

from obligations.item import State
from storage import evidence, pending
from storage.evidence import Record
from tests.cast import DISTRICT, EDUCATION, LINK, Cast

DOUBTED = f"#10 {LINK} 请领导先看一下"


def history(cast: Cast, number: int = 10) -> list[Record]:
    with cast.database.read() as session:
        return evidence.history(session, DISTRICT, number)


def waits(cast: Cast) -> bool:
    """Whether a question still waits for the liaison's answer."""
    with cast.database.read() as session:
        return pending.asked(session, cast.member(EDUCATION).id, cast.now) is not None


@pytest.mark.parametrize("yes", [
    "是", "是的", "对", "嗯", "确认", "办完了", "已办完", "已公开", "公开了", "已经办好了", "是的，已公开", "完成",
    "已公开 #10", "#10 已公开", "done", "yes", "可以销号", "办完了，谢谢"])
def test_yes_closes_with_the_link_that_was_kept(cast: Cast, yes: str) -> None:
    assert "办完了吗" in cast.answer(EDUCATION, DOUBTED)
    assert cast.item(10).state is State.OPEN
    assert cast.answer(EDUCATION, yes).startswith("已销号 1 件\n#10 ")
    assert [(one.links, one.words) for one in history(cast)] == [((LINK,), f"{DOUBTED}\n{yes}")]
    assert not waits(cast)


@pytest.mark.parametrize("no", [
    "没有", "还没", "还没有", "没", "否", "不是", "未公开", "还没公开", "还没办完", "没有公开", "还没审核", "明天",
    "明天再发", "先别销号", "no", "还没有呢"])
def test_no_leaves_it_open_and_ends_the_question(cast: Cast, no: str) -> None:
    cast.say(EDUCATION, DOUBTED)
    assert cast.answer(EDUCATION, no) == "#10 没有销号，仍在待办。公开后请发“已公开 #10 网址”。"
    assert (cast.item(10).state, history(cast), waits(cast)) == (State.OPEN, [], False)


@pytest.mark.parametrize("other", ["怎么公开", "哪一件", "你好", "好的", "领导说再看看", "是不是", "对不对"])
def test_an_answer_that_is_neither_closes_nothing_and_the_question_stays(cast: Cast, other: str) -> None:
    cast.say(EDUCATION, DOUBTED)
    cast.say(EDUCATION, other)
    assert (cast.item(10).state, waits(cast)) == (State.OPEN, True)
    assert cast.answer(EDUCATION, "已公开").startswith("已销号 1 件")


@pytest.mark.parametrize("yes", ["是", "已公开"])
def test_yes_to_several_items_does_not_say_which(cast: Cast, yes: str) -> None:
    cast.say(EDUCATION, f"#10 已公开 {LINK}，#11 还没有")
    assert "说的是哪一件" in cast.answer(EDUCATION, yes)
    assert cast.answer(EDUCATION, "#10").startswith("已销号 1 件\n#10 ")
    assert (cast.item(11).state, [one.links for one in history(cast)]) == (State.OPEN, [(LINK,)])


def test_yes_without_a_question_is_no_report(cast: Cast) -> None:
    assert "没看懂" in cast.answer(EDUCATION, "是")


def test_yes_without_a_link_is_asked_for_the_link(cast: Cast) -> None:
    assert "办完了吗" in cast.answer(EDUCATION, "#10 已公开但内容不全")
    assert "请发送 #10 的网址" in cast.answer(EDUCATION, "是")
    assert cast.answer(EDUCATION, LINK).startswith("已销号 1 件")


def test_a_doubt_beside_a_missing_number_is_asked_about_once_the_number_is_there(cast: Cast) -> None:
    assert "说的是哪一件" in cast.answer(EDUCATION, f"测试 {LINK}")
    assert "#10 办完了吗" in cast.answer(EDUCATION, "#10")
    assert cast.item(10).state is State.OPEN
    assert cast.answer(EDUCATION, "是").startswith("已销号 1 件")
    assert [one.words for one in history(cast)] == [f"测试 {LINK}\n#10\n是"]


def test_a_doubt_beside_a_bad_link_is_asked_about_once_the_link_is_good(cast: Cast) -> None:
    cast.say(EDUCATION, "#10 测试 http://127.0.0.1/a")
    cast.say(EDUCATION, "http://127.0.0.1/b")
    assert "#10 办完了吗" in cast.answer(EDUCATION, LINK)
    assert cast.answer(EDUCATION, "没有").startswith("#10 没有销号")


def test_an_answer_that_says_done_settles_an_earlier_doubt(cast: Cast) -> None:
    cast.say(EDUCATION, "#10 测试 http://127.0.0.1/a")
    assert cast.answer(EDUCATION, f"已公开 #10 {LINK}").startswith("已销号 1 件")


def test_a_doubt_about_one_item_is_none_about_another(cast: Cast) -> None:
    cast.say(EDUCATION, "#10 测试 http://127.0.0.1/a")
    assert cast.answer(EDUCATION, f"#11 {LINK}").startswith("已销号 1 件\n#11 ")
    assert [one.words for one in history(cast, 11)] == [f"#11 {LINK}"]
