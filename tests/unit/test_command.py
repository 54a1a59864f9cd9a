"""Which words are a command: latin or Chinese, any width, and never a liaison's report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import WORDS, Asked, Command, command_in


@pytest.mark.parametrize("text", [
    "/status 区财政局", "／status　区财政局", "/status区财政局", "/STATUS 区财政局", "/status：区财政局",
    "/status@gongkai_bot 区财政局",
    "/状态 区财政局", "状态 区财政局", "状态：区财政局", " 状态　区财政局 ",
    "进度 区财政局", "查询 区财政局", "/ status 区财政局", "\u200b/status 区财政局"])
def test_status_is_understood_in_every_shape(text: str) -> None:
    assert command_in(text) == Asked(Command.STATUS, "区财政局")


@pytest.mark.parametrize(("text", "asked"), [
    ("/item 41", Asked(Command.ITEM, "41")), ("查看41", Asked(Command.ITEM, "41")),
    ("查看 #41", Asked(Command.ITEM, "#41")), ("/join abc-_D9", Asked(Command.JOIN, "abc-_D9")),
    ("/start abc", Asked(Command.JOIN, "abc")), ("/start", Asked(Command.JOIN)), ("帮助", Asked(Command.HELP)),
    ("/due 2018-09-27 3", Asked(Command.DUE, "2018-09-27 3")), ("撤销 #41", Asked(Command.UNDO, "#41")),
    ("登记 会议 2018-09-27", Asked(Command.EVENT, "会议 2018-09-27")), ("/stop", Asked(Command.LEAVE)),
    ("邀请 区财政局", Asked(Command.INVITE, "区财政局")), ("/leave 确认", Asked(Command.LEAVE, "确认"))])
def test_each_command_keeps_the_words_behind_it(text: str, asked: Asked) -> None:
    assert command_in(text) == asked


@pytest.mark.parametrize("text", [
    "9月27日后3个工作日", "2018-09-27 后 3 个工作日", "9月27日后 ３ 个工作日？", "9月27日3个工作日内"])
def test_a_question_for_working_days_is_a_command_without_a_name(text: str) -> None:
    asked = command_in(text)
    assert asked is not None and asked.command is Command.DUE


@pytest.mark.parametrize("text", [
    "已公开 #41 https://www.ahguichi.gov.cn/a.html", "本期无 #41", "#41", "https://www.ahguichi.gov.cn/a.html",
    "查看了一下没有问题", "状态栏坏了", "你好", "", "区财政局", "撤销刚才的", "3个工作日", "查看过的已公开"])
def test_what_names_no_command_is_none(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize("text", ["/", "/foo", "/statuses", "/状况"])
def test_an_unknown_command_is_answered_with_help(text: str) -> None:
    assert command_in(text) == Asked(Command.HELP)


def test_every_command_has_a_latin_and_a_chinese_word() -> None:
    assert set(WORDS) == set(Command)
    for words in WORDS.values():
        assert {word.isascii() for word in words} == {True, False}


def test_no_word_names_two_commands() -> None:
    words = [word for found in WORDS.values() for word in found]
    assert len(words) == len(set(words))


@given(st.text(max_size=60))
def test_no_text_makes_it_fall_over(text: str) -> None:
    asked = command_in(text)
    assert asked is None or asked.command in Command


@given(st.text(max_size=60))
def test_after_a_slash_there_is_always_an_answer(text: str) -> None:
    assert command_in("/" + text) is not None
