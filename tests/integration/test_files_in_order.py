"""Who waits while a document is being fetched: the updates of its own chat, in order, and nobody else."""

from bot import fetching
from tests.bot_api import BotApi, Fault
from tests.bot_api.at_work import CONTENT, Given, at_work, brings, says
from tests.cast import COLLEAGUE, EDUCATION, OFFICE, TREASURY, Cast, Part

pytest_plugins = ("tests.bot_api.at_work_fixtures",)


async def test_others_are_answered_while_a_document_hangs_and_its_own_chat_waits(
    api: BotApi, cast: Cast, given: Given
) -> None:
    api.fault(Fault.HANG, "download")
    brings(api, OFFICE)
    for person in (OFFICE, TREASURY, OFFICE, COLLEAGUE, EDUCATION):
        says(api, person, "/due 2018-09-27 3")
    async with at_work(api, cast, answer=60) as bot:
        await bot.takes(6)
        assert await bot.worker.handle_some()
        assert not await bot.worker.handle_some()
        assert set(bot.so_far()) == {TREASURY.account, COLLEAGUE.account, EDUCATION.account}
        assert (bot.left(), given) == (3, [])


async def test_more_updates_behind_a_document_than_are_taken_at_once_hold_nobody_up(
    api: BotApi, cast: Cast, given: Given
) -> None:
    api.fault(Fault.HANG, "download")
    brings(api, OFFICE)
    for _ in range(120):
        says(api, OFFICE, "帮助")
    says(api, TREASURY, "帮助")
    async with at_work(api, cast, answer=60) as bot:
        await bot.takes(100)
        await bot.takes(len(api.state["pending"]))
        for _ in range(5):
            await bot.worker.handle_some()
        assert (set(bot.so_far()), bot.left()) == ({TREASURY.account}, 121)


async def test_process_that_dies_while_fetching_leaves_it_to_the_next(
    api: BotApi, cast: Cast, given: Given
) -> None:
    api.fault(Fault.HANG, "download")
    brings(api, OFFICE)
    says(api, OFFICE, "/due 2018-09-27 3")
    async with at_work(api, cast, answer=60) as bot:
        await bot.takes(2)
        await bot.worker.handle_some()
    assert given == []
    async with at_work(api, cast) as bot:
        words, due = (await bot.answers())[OFFICE.account]
    assert (words, given) == ("收到 分工.docx", [("分工.docx", CONTENT, "")]) and "9月30日" in due


async def test_documents_of_one_chat_are_handled_in_the_order_they_were_sent(
    api: BotApi, cast: Cast, given: Given
) -> None:
    brings(api, OFFICE, "一.docx", b"x", times=2_000_000, how={"pause": 0.005})
    for name in ("二.docx", "三.docx", "四.docx", "五.docx"):
        brings(api, OFFICE, name)
    async with at_work(api, cast) as bot:
        await bot.takes(5)
        await bot.answers()
    assert [name for name, _, _ in given] == ["一.docx", "二.docx", "三.docx", "四.docx", "五.docx"]
    assert api.state["calls"]["getfile"] == 5


async def test_more_documents_than_are_fetched_at_once_all_come(api: BotApi, cast: Cast, given: Given) -> None:
    office = [Part(str(500 + n), f"公开办{n}") for n in range(fetching.AT_ONCE * 2)]
    for person in office:
        code = cast.answer(OFFICE, "邀请 公开办").split("start=")[1].split()[0]
        cast.say(person, f"/join {code}")
        brings(api, person, f"{person.account}.docx")
    async with at_work(api, cast) as bot:
        await bot.takes(len(office))
        await bot.answers()
    assert {name for name, _, _ in given} == {f"{person.account}.docx" for person in office}
    assert all(content == CONTENT for _, content, _ in given)
