"""A document in which the process ends: tried again, then left with one sentence, so that the bot goes on."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from sqlalchemy import text

from bot import fetching
from bot.fetching import MOST_TRIES
from handlers import document
from handlers.context import Context
from locales.catalogue import texts
from tests.bot_api import BotApi
from tests.bot_api.at_work import CONTENT, Bot, Given, at_work, brings, says
from tests.cast import COLLEAGUE, OFFICE, TREASURY, Cast
from tests.sick_disk import read_only

pytest_plugins = ("tests.bot_api.at_work_fixtures",)

HEAVY = "很大的分工.xlsx"
LEFT = texts("zh-CN")("file-too-much", file=HEAVY)


class Maker:
    """Understands documents; in the heavy one it never comes to an end, and the process dies meanwhile."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.dead = Event()
        self.busy = False

    def __call__(self, context: Context) -> None:
        assert context.request.file is not None
        self.tried.append(context.request.file.name)
        if context.request.file.name == HEAVY:
            self.busy = True
            self.dead.wait(30)

    def ends(self) -> None:
        """The thread of a process that is dead goes with it."""
        self.dead.set()
        self.dead, self.busy = Event(), False


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    """In place of what understands documents."""
    one = Maker()
    monkeypatch.setattr(document, "understand", one)
    yield one
    one.dead.set()


async def dies(api: BotApi, cast: Cast, maker: Maker, updates: int, times: int = MOST_TRIES) -> None:
    """Processes that take what has come in and end in the middle of the heavy document."""
    for number in range(times):
        async with at_work(api, cast) as bot:
            if not number:
                await bot.takes(updates)
            await until(bot, lambda: maker.busy)
        maker.ends()


async def until(bot: Bot, reached: Callable[[], bool]) -> None:
    """Handle what there is until something is so."""
    async with asyncio.timeout(20):
        while not reached():
            if not await bot.worker.handle_some():
                await asyncio.sleep(0.005)


def tries(cast: Cast) -> list[int]:
    """What stands in the log of each update."""
    with cast.database.read() as session:
        return list(session.execute(text("SELECT tries FROM inbox ORDER BY id")).scalars())


async def test_document_that_ends_every_process_is_left_after_two_tries_and_the_bot_goes_on(
    api: BotApi, cast: Cast, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    brings(api, OFFICE, HEAVY)
    says(api, OFFICE, "/due 2018-09-27 3")
    await dies(api, cast, maker, 2)
    with caplog.at_level(logging.ERROR, fetching.__name__):
        async with at_work(api, cast) as bot:
            words, due = (await bot.answers())[OFFICE.account]
    assert words == LEFT and HEAVY in LEFT and "gongkai plan import" in LEFT and "9月30日" in due
    assert maker.tried == [HEAVY] * MOST_TRIES
    assert [record.levelname for record in caplog.records if record.name == fetching.__name__] == ["ERROR"]


async def test_try_stands_in_the_log_before_the_document_is_looked_into(
    api: BotApi, cast: Cast, maker: Maker
) -> None:
    brings(api, OFFICE, HEAVY)
    await dies(api, cast, maker, 1, times=1)
    assert tries(cast) == [1]


async def test_document_that_is_understood_the_second_time_is_taken(
    api: BotApi, cast: Cast, given: Given, maker: Maker
) -> None:
    brings(api, OFFICE, HEAVY)
    await dies(api, cast, maker, 1, times=1)
    maker.dead.set()
    async with at_work(api, cast) as bot:
        assert await bot.answers() == {OFFICE.account: [f"收到 {HEAVY}"]}
    assert given == [(HEAVY, CONTENT, "")]


async def test_documents_of_others_are_not_blamed_for_the_heavy_one(
    api: BotApi, cast: Cast, given: Given, maker: Maker
) -> None:
    brings(api, OFFICE, HEAVY)
    brings(api, OFFICE, "后一份.docx")
    brings(api, COLLEAGUE, "同事的.docx")
    await dies(api, cast, maker, 3)
    assert tries(cast)[:2] == [MOST_TRIES, 0]
    async with at_work(api, cast) as bot:
        await bot.answers()
    assert sorted(given) == sorted([
        (HEAVY, None, "file-too-much"), ("后一份.docx", CONTENT, ""), ("同事的.docx", CONTENT, "")])


async def test_only_one_document_is_understood_at_a_time(api: BotApi, cast: Cast, given: Given, maker: Maker) -> None:
    brings(api, OFFICE, HEAVY)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await until(bot, lambda: maker.tried == [HEAVY])
        brings(api, COLLEAGUE, "同事的.docx")
        says(api, TREASURY, "帮助")
        await bot.takes(2)
        await until(bot, lambda: TREASURY.account in bot.so_far())
        await asyncio.sleep(0.2)
        assert (maker.tried, tries(cast)) == ([HEAVY], [1, 0, 0])
        maker.dead.set()
        await bot.answers()
    assert maker.tried == [HEAVY, "同事的.docx"]


async def test_same_document_sent_again_is_tried_again(
    api: BotApi, cast: Cast, given: Given, maker: Maker
) -> None:
    brings(api, OFFICE, HEAVY)
    await dies(api, cast, maker, 1)
    async with at_work(api, cast) as bot:
        await bot.answers()
    maker.dead.set()
    brings(api, OFFICE, HEAVY)
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert given == [(HEAVY, None, "file-too-much"), (HEAVY, CONTENT, "")]


async def test_nothing_is_looked_into_while_the_try_cannot_be_written_down(
    api: BotApi, cast: Cast, given: Given, maker: Maker
) -> None:
    brings(api, OFFICE, "分工.docx")
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        with read_only(cast.database):
            assert not await bot.worker.handle_some()
            await asyncio.sleep(0.3)
        assert maker.tried == []
        await bot.answers()
    assert given == [("分工.docx", CONTENT, "")]
