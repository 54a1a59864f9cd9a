"""A document on its way from Telegram to its handler: whose is fetched, and what is said of one that did not come."""

from typing import Any

import pytest

from bot import fetching
from bot.channels.telegram.files import TRIES
from obligations.intake.reading.files import LARGEST
from tests.bot_api import BotApi, Fault
from tests.bot_api.at_work import CONTENT, Given, at_work, brings
from tests.cast import OFFICE, STRANGER, TREASURY, Cast, Part

pytest_plugins = ("tests.bot_api.at_work_fixtures",)


def fetches(api: BotApi) -> list[str]:
    """What the server was asked for on account of documents."""
    return sorted(api.state["calls"].keys() & {"getfile", "download"})


async def test_document_of_the_office_reaches_its_handler_whole(api: BotApi, cast: Cast, given: Given) -> None:
    brings(api, OFFICE, "../../分工\u202e.docx", claimed=1, caption="2026年")
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        assert await bot.answers() == {OFFICE.account: ["收到 分工 .docx"]}
    assert given == [("分工 .docx", CONTENT, "")]


@pytest.mark.parametrize("person", [STRANGER, TREASURY])
async def test_document_of_anybody_else_is_never_fetched(
    api: BotApi, cast: Cast, given: Given, person: Part
) -> None:
    brings(api, person)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert (given, fetches(api)) == ([("分工.docx", None, "")], [])


async def test_document_in_a_group_is_not_fetched_and_not_answered(api: BotApi, cast: Cast, given: Given) -> None:
    api.send_file(-300, "分工.docx", CONTENT, account=int(OFFICE.account), group=True)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        assert await bot.answers() == {}
    assert (given, fetches(api)) == ([], [])


async def test_one_who_has_left_the_office_is_a_stranger(api: BotApi, cast: Cast, given: Given) -> None:
    cast.say(OFFICE, "退出 确认")
    brings(api, OFFICE)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert fetches(api) == []


async def test_document_that_says_itself_that_it_is_too_big_is_not_asked_for(
    api: BotApi, cast: Cast, given: Given
) -> None:
    brings(api, OFFICE, claimed=LARGEST + 1)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert (given, fetches(api)) == ([("分工.docx", None, "file-too-big")], [])


@pytest.mark.parametrize(("content", "times", "how", "trouble"), [
    (b"x", LARGEST + 1, {}, "file-too-big"),
    (b"x" * 1000, 30_000, {"told": 5, "length": False}, "file-too-big"),
    (b"x", 1, {"path": "/etc/passwd"}, "file-elsewhere"),
    (b"x", 1, {"told": 2}, "file-not-fetched"),
])
async def test_document_that_does_not_come_is_handled_with_the_reason(
    api: BotApi, cast: Cast, given: Given, content: bytes, times: int, how: dict[str, Any], trouble: str
) -> None:
    brings(api, OFFICE, content=content, times=times, how=how, claimed=1)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert given == [("分工.docx", None, trouble)]


async def test_document_that_takes_too_long_is_given_up(
    api: BotApi, cast: Cast, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "PATIENCE", 0.05)
    api.fault(Fault.HANG, "download")
    brings(api, OFFICE)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert given == [("分工.docx", None, "file-not-fetched")]


async def test_person_hears_one_sentence_when_the_document_did_not_come(api: BotApi, cast: Cast) -> None:
    api.fault(Fault.CUT_MIDWAY, "download", times=TRIES)
    brings(api, OFFICE)
    brings(api, TREASURY)
    async with at_work(api, cast) as bot:
        await bot.takes(2)
        assert await bot.answers() == {
            OFFICE.account: ["没有取到这个文件，什么都没有改动，请再发送一次。"],
            TREASURY.account: ["文件由公开办发来导入；报告完成请发“已公开 #编号 网址”。"]}
