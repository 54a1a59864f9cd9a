"""`/join`, `/invite`, `/leave` as people type them."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.request import Place
from handlers.router import route
from tests.cast import EDUCATION, LINK, OFFICE, STRANGER, TREASURY, Cast, at


def code_for(cast: Cast, words: str = "区环保局") -> str:
    found = re.search(r"https://t\.me/gongkai_bot\?start=(\S+)", cast.answer(OFFICE, f"/invite {words}"))
    assert found
    return found[1]


def test_an_invitation_is_a_link_that_works_once_for_seventy_two_hours(cast: Cast) -> None:
    words = cast.answer(OFFICE, "/invite 区环保局")
    assert words.startswith("区环保局的邀请：https://t.me/gongkai_bot?start=") and "72 小时" in words


def test_where_the_messenger_has_no_links_the_code_is_to_be_typed(cast: Cast) -> None:
    with cast.database.write() as session:
        (reply,) = route(replace(cast.context(session, OFFICE, "/invite 区环保局"), invite_link=lambda _code: None))
    code = re.search(r"请本人发送“(/join \S+)”", reply.text)
    assert code and "t.me" not in reply.text
    assert cast.answer(STRANGER, code[1]).startswith("已登记为区环保局联络员。")


@pytest.mark.parametrize("command", ["/join {}", "/start {}", "加入 {}", "／join　{}", "/join {} 谢谢"])
def test_the_code_lets_a_stranger_in(cast: Cast, command: str) -> None:
    assert cast.answer(STRANGER, command.format(code_for(cast))).startswith("已登记为区环保局联络员。")
    assert cast.member(STRANGER).departments == ("区环保局",)


def test_a_newcomer_is_shown_what_lies_ahead(cast: Cast) -> None:
    assert "#15 基层公开试点 · 试点验收" in cast.answer(STRANGER, f"/join {code_for(cast, '区教体局')}")


def test_a_colleague_of_the_office_is_invited_too(cast: Cast) -> None:
    assert "区政务公开办" in cast.answer(STRANGER, f"/join {code_for(cast, '公开办')}")
    assert cast.member(STRANGER).is_office


@pytest.mark.parametrize(("wait", "twice", "answer"), [
    (timedelta(0), True, "邀请码已经用过，请公开办重新邀请。"),
    (timedelta(hours=72), False, "邀请码已过 72 小时有效期，请公开办重新邀请。")])
def test_used_or_expired_code_is_one_sentence(cast: Cast, wait: timedelta, twice: bool, answer: str) -> None:
    code = code_for(cast)
    if twice:
        cast.say(EDUCATION, f"/join {code}")
    cast.now += wait
    assert cast.answer(STRANGER, f"/join {code}") == answer


@pytest.mark.parametrize("code", ["abc", "A" * 500, "<b>x</b>"])
def test_unknown_code_is_one_sentence(cast: Cast, code: str) -> None:
    assert cast.answer(STRANGER, f"/join {code}") == "邀请码不对，请核对后重发，或者请公开办重新邀请。"


@pytest.mark.parametrize("more", [{"place": Place.GROUP}, {"forwarded": True}])
def test_nobody_comes_in_by_a_group_or_a_forward(cast: Cast, more: dict[str, object]) -> None:
    code = code_for(cast)
    cast.say(STRANGER, f"/join {code}", **more)
    assert "还没有登记" in cast.answer(STRANGER, "/status")
    assert cast.answer(STRANGER, f"/join {code}").startswith("已登记")


@pytest.mark.parametrize(("words", "answer"), [
    ("/invite", "请写明责任单位"), ("/invite 区外星局", "没有找到“区外星局”"), ("/invite 区财正局", "是不是：区财政局"),
    ("/invite 教体", "是不是：区教体局")])
def test_an_invitation_never_guesses_the_department(cast: Cast, words: str, answer: str) -> None:
    assert answer in cast.answer(OFFICE, words)


def test_only_the_office_invites(cast: Cast) -> None:
    assert "公开办办理" in cast.answer(TREASURY, "/invite 区财政局")
    assert "还没有登记" in cast.answer(STRANGER, "/invite 区财政局")
    assert "转发" in cast.answer(OFFICE, "/invite 区财政局", forwarded=True)


def test_leaving_is_asked_twice(cast: Cast) -> None:
    assert "确认退出请回复" in cast.answer(TREASURY, "退出")
    assert cast.answer(TREASURY, "/leave 确认").startswith("已退出")
    for words in ("状态", f"已公开 #8 {LINK}", "/leave 确认", "/item 8"):
        assert "还没有登记" in cast.answer(TREASURY, words)


def test_who_left_comes_back_by_a_new_invitation(cast: Cast) -> None:
    cast.say(TREASURY, "/leave 确认")
    cast.now = at("2018-08-01")
    assert cast.answer(TREASURY, f"/join {code_for(cast, '区财政局')}").startswith("已登记为区财政局联络员")
    assert "#8" in cast.answer(TREASURY, "状态")
