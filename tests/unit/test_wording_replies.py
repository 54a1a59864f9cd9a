"""What the texts tell people to type is understood when they type it."""

import re

import pytest

from handlers.commands import COMMANDS, asked_in
from handlers.help import help_words
from handlers.request import Role
from locales.catalogue import texts
from obligations.reply import Close, NothingToPublish, Undo, read_reply

LINK = "https://www.guichi.gov.cn/a.html"
REPORTS = ["digest-foot", "notice-foot", "ask-too-long", "ask-hidden-marks", "ask-is-it-done", "ask-which-link",
           "forwarded", "not-understood"]
VALUES = {"number": 31, "numbers": "#31", "example": 31}


def quoted(locale: str, key: str) -> str:
    """The first words that a text puts in quotes, with a number and a link for their placeholders."""
    found = re.search("“([^”]+)”", texts(locale)(key, **VALUES))
    assert found
    words = re.sub("编号|(?<=#)number", "31", found[1])
    return re.sub("网址|link$", LINK, words)


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("key", REPORTS)
def test_the_report_that_a_text_suggests_closes_an_item(locale: str, key: str) -> None:
    reading = read_reply(quoted(locale, key))
    assert isinstance(reading, Close)
    assert [(one.number, one.links) for one in reading.items] == [(31, (LINK,))]


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_suggested_way_to_say_that_there_was_nothing_is_understood(locale: str) -> None:
    assert read_reply(quoted(locale, "digest-foot-period")) == NothingToPublish((31,))


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_suggested_way_to_take_a_closure_back_is_understood(locale: str) -> None:
    assert read_reply(quoted(locale, "item-closed")) == Undo(31)


@pytest.mark.parametrize(("locale", "key", "command"), [
    ("zh-CN", "item-number-missing", "item"), ("en", "item-number-missing", "item"),
    ("zh-CN", "item-unknown", "status"), ("en", "item-unknown", "status"),
    ("zh-CN", "department-missing", "invite"), ("en", "department-missing", "invite"),
    ("zh-CN", "workdays-unreadable", "due"), ("en", "workdays-unreadable", "due"),
    ("zh-CN", "not-enrolled", "join"), ("en", "not-enrolled", "join"),
    ("zh-CN", "left-confirm", "leave"), ("zh-CN", "liaison-only", "status"),
])
def test_the_command_that_a_text_suggests_is_a_command(locale: str, key: str, command: str) -> None:
    words = re.search("“([^”]+)”", texts(locale)(key, number=41))
    asked = asked_in(words[1]) if words else None
    assert asked is not None and asked.command.name == command


@pytest.mark.parametrize("role", [Role.LIAISON, Role.OFFICE])
def test_every_line_of_the_english_help_is_understood(role: Role) -> None:
    _, *lines = help_words(texts("en"), role, COMMANDS).split("\n")
    for words in (part for line in lines for part in line.split(" · ")):
        typed = re.sub(r" \(.*", "", words).replace("https://link", LINK)
        known = isinstance(read_reply(typed), Close | NothingToPublish | Undo) or asked_in(typed)
        assert known, typed


@pytest.mark.parametrize("role", [Role.LIAISON, Role.OFFICE])
def test_every_line_of_the_chinese_help_is_understood(role: Role) -> None:
    _, *lines = help_words(texts("zh-CN"), role, COMMANDS).split("\n")
    for words in (part for line in lines for part in line.split(" · ")):
        typed = re.sub("（.*", "", words).replace("https://网址", LINK)
        known = isinstance(read_reply(typed), Close | NothingToPublish | Undo) or asked_in(typed)
        assert known, typed
