"""What the page asks and posts, and what comes of it."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.channels.port import Outgoing
from handlers.request import Button
from tests.rehearsal.stage import CAST, ECOLOGY, TREASURY
from tests.rehearsal.visit import Visit, error, visiting

DONE = ((Button("已公开", "done:41"),),)


@pytest_asyncio.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


async def test_cast_is_listed_with_what_each_has_not_read(visit: Visit) -> None:
    await visit.channel.send(Outgoing(ECOLOGY.chat, "待公开 3 件"))
    answer = (await visit.ask("/api/cast")).json()
    assert [(who["chat"], who["name"], who["role"]) for who in answer["cast"]] == [
        (member.chat, member.name, member.role) for member in CAST
    ]
    assert {who["chat"]: who["unread"] for who in answer["cast"] if who["unread"]} == {ECOLOGY.chat: 1}
    assert answer["clock"] == {"date": "2018-07-30", "words": "2018年7月30日 周一 08:59"}


async def test_seen_chat_has_nothing_unread(visit: Visit) -> None:
    await visit.channel.send(Outgoing(ECOLOGY.chat, "待公开 3 件"))
    await visit.post("/api/seen", person=ECOLOGY.chat, message="1")
    assert not any(who["unread"] for who in (await visit.ask("/api/cast")).json()["cast"])


async def test_chat_shows_times_of_the_office_and_not_of_the_server(visit: Visit) -> None:
    await visit.channel.send(Outgoing(TREASURY.chat, "待公开 3 件", DONE))
    (message,) = await visit.said(TREASURY.chat)
    assert (message["date"], message["day"], message["time"]) == ("2018-07-30", "7月30日 周一", "08:59")
    assert message["buttons"] == [[{"label": "已公开", "data": "done:41"}]]
    assert await visit.said(ECOLOGY.chat) == []


async def test_words_are_answered_only_once_they_are_kept(visit: Visit) -> None:
    answer = await visit.post("/api/say", person=TREASURY.chat, text="已公开 #41 http://a.gov.cn/1")
    (update,) = visit.kept
    assert answer.json() == {"message": "1"}
    assert json.loads(update.raw)["text"] == "已公开 #41 http://a.gov.cn/1"
    (own,) = await visit.said(TREASURY.chat)
    assert (own["own"], own["text"]) == (True, "已公开 #41 http://a.gov.cn/1")


async def test_words_that_were_not_kept_are_not_shown_as_said(
    visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    visit.disk_full = True
    answer = await visit.post("/api/say", person=TREASURY.chat, text="已公开 #41")
    assert (answer.status_code, error(answer)) == (503, "这条没有存上，请再发送一次。")
    assert await visit.said(TREASURY.chat) == []
    assert "no space left" in caplog.text
    visit.disk_full = False
    assert (await visit.post("/api/say", person=TREASURY.chat, text="已公开 #41")).status_code == 200


async def test_many_words_at_once_are_all_kept_under_numbers_of_their_own(visit: Visit) -> None:
    posts = (visit.post("/api/say", person=TREASURY.chat, text=f"第 {n} 句") for n in range(30))
    answers = await asyncio.gather(*posts)
    assert sorted(int(answer.json()["message"]) for answer in answers) == list(range(1, 31))
    assert sorted(update.number for update in visit.kept) == list(range(1, 31))
    assert len(await visit.said(TREASURY.chat)) == 30


async def test_answer_to_a_push_says_which(visit: Visit) -> None:
    await visit.channel.send(Outgoing(TREASURY.chat, "待公开 3 件"))
    await visit.post("/api/say", person=TREASURY.chat, text="已公开", reply_to="1")
    request = visit.channel.read(visit.kept[0].raw, visit.stage.now())
    assert request is not None and request.replied_to == "1"
    assert (await visit.said(TREASURY.chat))[1]["reply_to"] == "1"


async def test_press_names_its_message_and_adds_no_words(visit: Visit) -> None:
    await visit.channel.send(Outgoing(TREASURY.chat, "待公开 3 件", DONE))
    answer = await visit.post("/api/press", person=TREASURY.chat, message="1", data="done:41")
    assert answer.status_code == 200
    request = visit.channel.read(visit.kept[0].raw, visit.stage.now())
    assert request is not None
    assert (request.button, request.replied_to, request.text) == ("done:41", "1", "")
    assert len(await visit.said(TREASURY.chat)) == 1


async def test_press_on_a_message_of_someone_else_is_refused(visit: Visit) -> None:
    await visit.channel.send(Outgoing(TREASURY.chat, "待公开 3 件", DONE))
    answer = await visit.post("/api/press", person=ECOLOGY.chat, message="1", data="done:41")
    assert (answer.status_code, visit.kept) == (404, [])


@pytest.mark.parametrize(("where", "words", "utc"), [
    ({"minutes": 60}, "2018年7月30日 周一 09:59", datetime(2018, 7, 30, 1, 59, tzinfo=UTC)),
    ({"minutes": 1440}, "2018年7月31日 周二 08:59", datetime(2018, 7, 31, 0, 59, tzinfo=UTC)),
    ({"to": "next-push"}, "2018年7月30日 周一 09:00", datetime(2018, 7, 30, 1, 0, tzinfo=UTC)),
    ({"date": "2018-09-29"}, "2018年9月29日 周六 08:59", datetime(2018, 9, 29, 0, 59, tzinfo=UTC)),
    ({"date": "2018-12-28"}, "2018年12月28日 周五 08:59", datetime(2018, 12, 28, 0, 59, tzinfo=UTC)),
])
async def test_clock_goes_where_it_is_told(
    visit: Visit, where: dict[str, object], words: str, utc: datetime
) -> None:
    answer = await visit.post("/api/clock", **where)
    assert answer.json()["words"] == words
    assert visit.stage.now() == utc


async def test_clock_runs_every_push_on_its_way(visit: Visit) -> None:
    pushed: list[datetime] = []

    async def push(at: datetime) -> None:
        pushed.append(at)

    visit.stage.round = push
    await visit.post("/api/clock", date="2018-08-02")
    assert [at.day for at in pushed] == [30, 31, 1]


async def test_two_moves_at_once_follow_each_other(visit: Visit) -> None:
    await asyncio.gather(*(visit.post("/api/clock", to="next-push") for _ in range(3)))
    assert visit.stage.now() == datetime(2018, 8, 1, 1, 0, tzinfo=UTC)


async def test_clock_is_told_to_every_page_even_when_the_round_fails(visit: Visit) -> None:
    async def fail(at: datetime) -> None:
        raise OSError("disk")

    visit.stage.round = fail
    with visit.channel.audience.watch() as feed:
        answer = await visit.post("/api/clock", to="next-push")
        assert (answer.status_code, feed.qsize()) == (500, 1)
    assert "编号" in error(answer) and "disk" not in answer.text
