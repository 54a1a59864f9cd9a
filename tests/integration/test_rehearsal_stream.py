"""What an open page is told as it happens, over real HTTP; and the server stops though pages are open."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from bot.channels.port import Outgoing
from bot.channels.rehearsal import web
from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.words import Words
from locales.catalogue import texts
from tests.rehearsal.house import House
from tests.rehearsal.stage import ECOLOGY, SHANGHAI, START, TREASURY

Told = tuple[str, dict[str, Any]]


@pytest.fixture
def house() -> Iterator[House]:
    house = House().start()
    yield house
    assert house.stop()


@contextmanager
def listening(house: House) -> Iterator[Iterator[Told]]:
    with httpx.stream("GET", f"{house.address}/api/stream", timeout=20, trust_env=False) as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        yield happenings(answer.iter_lines())


def happenings(lines: Iterator[str]) -> Iterator[Told]:
    for line in lines:
        if line.startswith("event: "):
            yield line.removeprefix("event: "), json.loads(next(lines).removeprefix("data: "))


def post(house: House, path: str, **body: object) -> httpx.Response:
    return httpx.post(f"{house.address}/api/{path}", json=body, timeout=20, trust_env=False)


def test_stream_begins_with_the_clock(house: House) -> None:
    with listening(house) as told:
        assert next(told) == ("clock", {"date": "2018-07-30", "words": "2018年7月30日 周一 08:59"})


def test_push_arrives_before_the_clock_that_caused_it(house: House) -> None:
    with listening(house) as told:
        next(told)
        post(house, "clock", to="next-push")
        kinds = [next(told) for _ in range(3)]
    assert [(kind, what.get("chat")) for kind, what in kinds] == [
        ("message", ECOLOGY.chat), ("message", TREASURY.chat), ("clock", None),
    ]
    assert kinds[0][1]["time"] == "09:00"


def test_words_with_line_breaks_arrive_whole(house: House) -> None:
    words = "一\n\n二\r三\u2028四\x85data: 五"
    with listening(house) as told:
        next(told)
        house.send(TREASURY.chat, words)
        assert next(told)[1]["text"] == words


def test_press_is_told_as_an_edit_and_a_toast(house: House) -> None:
    house.send(TREASURY.chat, "待公开 3 件")
    with listening(house) as told:
        next(told)
        post(house, "press", person=TREASURY.chat, message="1", data="done:31")
        edit, toast = next(told), next(told)
    assert (edit[0], edit[1]["text"], edit[1]["edited"]) == ("edit", "已登记 done:31", True)
    assert edit[1]["buttons"] == [[{"label": "撤销", "data": "undo"}]]
    assert toast == ("toast", {"chat": TREASURY.chat, "words": "已登记"})


def test_every_open_page_is_told(house: House) -> None:
    with listening(house) as one, listening(house) as other:
        next(one), next(other)
        post(house, "say", person=TREASURY.chat, text="早")
        assert [next(one)[1]["text"] for _ in range(2)] == [next(other)[1]["text"] for _ in range(2)]


def test_page_that_went_away_leaves_nobody_behind(house: House) -> None:
    with listening(house) as told:
        next(told)
    house.send(TREASURY.chat, "早")
    with listening(house) as told:
        assert next(told)[0] == "clock"


def test_server_stops_by_itself_while_pages_are_open() -> None:
    house = House().start()
    with listening(house) as one, listening(house) as other:
        next(one), next(other)
        assert house.stop()
        # Ended in good order: a cut connection would raise instead.
        assert (list(one), list(other)) == ([], [])


async def test_silence_is_broken_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "HEARTBEAT", 0.001)
    rehearsal = RehearsalChannel(lambda: START)
    events = web.events(rehearsal.audience, lambda: START, Words(texts("zh-CN"), SHANGHAI))
    assert [(await anext(events)).split("\n")[0] for _ in range(3)] == ["event: clock"] * 3
    rehearsal.audience.close()
    assert [event async for event in events if "clock" not in event] == []


async def test_page_opened_while_the_server_stops_is_let_go_at_once() -> None:
    rehearsal = RehearsalChannel(lambda: START)
    rehearsal.audience.close()
    await rehearsal.send(Outgoing(TREASURY.chat, "早"))
    events = web.events(rehearsal.audience, lambda: START, Words(texts("zh-CN"), SHANGHAI))
    assert len([event async for event in events]) == 1
