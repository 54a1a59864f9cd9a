"""Which words are a command: latin or Chinese, any width, and never a liaison's report."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.commands import COMMANDS, asked_in


def understood(text: str) -> tuple[str, str] | None:
    """The name of the command in a text, and the words behind it."""
    asked = asked_in(text)
    return (asked.command.name, asked.words) if asked else None


@pytest.mark.parametrize("text", [
    "/status 区财政局", "／status　区财政局", "/status区财政局", "/STATUS 区财政局", "/status：区财政局",
    "/status@gongkai_bot 区财政局",
    "/状态 区财政局", "状态 区财政局", "状态：区财政局", " 状态　区财政局 ",
    "进度 区财政局", "查询 区财政局", "/ status 区财政局", "\u200b/status 区财政局"])
def test_status_is_understood_in_every_shape(text: str) -> None:
    assert understood(text) == ("status", "区财政局")


@pytest.mark.parametrize(("text", "command", "words"), [
    ("/item 41", "item", "41"), ("查看41", "item", "41"),
    ("查看 #41", "item", "#41"), ("/join abc-_D9", "join", "abc-_D9"),
    ("/start abc", "join", "abc"), ("/start", "join", ""), ("帮助", "help", ""),
    ("/due 2018-09-27 3", "due", "2018-09-27 3"), ("撤销 #41", "undo", "#41"),
    ("登记 会议 2018-09-27", "event", "会议 2018-09-27"), ("/stop", "leave", ""),
    ("邀请 区财政局", "invite", "区财政局"), ("/leave 确认", "leave", "确认")])
def test_each_command_keeps_the_words_behind_it(text: str, command: str, words: str) -> None:
    assert understood(text) == (command, words)


@pytest.mark.parametrize("text", [
    "9月27日后3个工作日", "2018-09-27 后 3 个工作日", "9月27日后 ３ 个工作日？", "9月27日3个工作日内"])
def test_a_question_for_working_days_is_a_command_without_a_name(text: str) -> None:
    assert understood(text) == ("due", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("text", [
    "已公开 #41 https://www.ahguichi.gov.cn/a.html", "本期无 #41", "#41", "https://www.ahguichi.gov.cn/a.html",
    "查看了一下没有问题", "状态栏坏了", "你好", "", "区财政局", "撤销刚才的", "3个工作日", "查看过的已公开"])
def test_what_names_no_command_is_none(text: str) -> None:
    assert asked_in(text) is None


@pytest.mark.parametrize("text", ["/", "/foo", "/statuses", "/状况"])
def test_an_unknown_command_is_answered_with_help(text: str) -> None:
    assert understood(text) == ("help", "")


def test_every_command_has_a_latin_and_a_chinese_word() -> None:
    for command in COMMANDS:
        assert all(word.isascii() for word in command.latin) and command.latin
        assert not any(word.isascii() for word in command.chinese) and command.chinese


def test_no_word_names_two_commands() -> None:
    words = [word for command in COMMANDS for word in command.words]
    assert len(words) == len(set(words))


@given(st.text(max_size=60))
def test_no_text_makes_it_fall_over(text: str) -> None:
    asked = asked_in(text)
    assert asked is None or asked.command in COMMANDS


@given(st.text(max_size=60))
def test_after_a_slash_there_is_always_an_answer(text: str) -> None:
    assert asked_in("/" + text) is not None
