"""What the rehearsal refuses: foreign pages, foreign names, and posts that no page of ours would send."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rehearsal.guard import host_is_ours
from locales.catalogue import texts
from tests.rehearsal.stage import TREASURY
from tests.rehearsal.visit import HOME, Visit, error, visiting

JSON = {"Content-Type": "application/json"}


@pytest_asyncio.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080", "127.8.8.8"])
def test_loopback_is_ours(host: str) -> None:
    assert host_is_ours(host, "10.0.0.5")


@pytest.mark.parametrize("host", [
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.6", "", "[::1",
    "evil.example@x", "0.0.0.0", "2130706433",
])
def test_other_names_are_not_ours(host: str) -> None:
    assert not host_is_ours(host, "10.0.0.5")


@pytest.mark.parametrize("wildcard", ["0.0.0.0", "::"])
def test_listening_everywhere_takes_addresses_but_no_names(wildcard: str) -> None:
    assert host_is_ours("192.168.1.20:8080", wildcard)
    assert not host_is_ours("evil.example:8080", wildcard)


def test_configured_host_is_ours() -> None:
    assert host_is_ours("Gongkai.Internal:8080", "gongkai.internal")


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_no_host_header_breaks_the_check(host: str) -> None:
    assert host_is_ours(host, "127.0.0.1") in (True, False)


@pytest.mark.parametrize("path", ["/", "/chat.js", "/api/cast", "/api/stream"])
async def test_rebound_name_gets_nothing(visit: Visit, path: str) -> None:
    answer = await visit.ask(path, Host="evil.example:8080")
    assert (answer.status_code, error(answer)) == (421, "请用演练程序启动时显示的网址打开本页。")


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Origin": "http://localhost:8080"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
])
async def test_post_from_another_page_is_refused(visit: Visit, headers: dict[str, str]) -> None:
    body = {"person": TREASURY.chat, "text": "已公开 #41"}
    answer = await visit.client.post("/api/say", json=body, headers=headers)
    assert (answer.status_code, visit.kept) == (403, [])


@pytest.mark.parametrize("headers", [{"Origin": HOME}, {"Sec-Fetch-Site": "same-origin"}, {}])
async def test_post_from_our_page_is_heard(visit: Visit, headers: dict[str, str]) -> None:
    body = {"person": TREASURY.chat, "text": "已公开 #41"}
    answer = await visit.client.post("/api/say", json=body, headers=headers)
    assert (answer.status_code, len(visit.kept)) == (200, 1)


@pytest.mark.parametrize("kind", [
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "",
])
async def test_form_of_another_page_is_refused(visit: Visit, kind: str) -> None:
    answer = await visit.client.post("/api/clock", content=b'{"minutes": 5}', headers={"Content-Type": kind})
    assert answer.status_code == 415


async def test_every_answer_forbids_foreign_scripts_and_frames(visit: Visit) -> None:
    for path in ("/", "/chat.js", "/api/cast", "/nothing-here"):
        policy = (await visit.ask(path)).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", b"3", b"null", b'"x"', b"\xff\xfe", b"[" * 60_000, b"{}",
    b'{"person": 7}', b'{"person": ["c-czj"], "text": "x"}', b'{"person": ""}',
    b'{"person": "c-czj"}', b'{"person": "c-czj", "text": 5}', b'{"person": "c-czj", "text": "\\ud800"}',
    b'{"person": "c-czj", "text": "x", "reply_to": 5}',
])
async def test_nonsense_gets_one_sentence(visit: Visit, content: bytes) -> None:
    answer = await visit.client.post("/api/say", content=content, headers=JSON)
    assert (answer.status_code, error(answer)) == (400, "看不懂页面发来的内容，请刷新页面再试。")
    assert visit.kept == []


async def test_body_is_read_no_further_than_its_limit(visit: Visit) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 10_000_000:
            sent += 16_384
            yield b" " * 16_384

    answer = await visit.client.post("/api/say", content=endless(), headers=JSON)
    assert answer.status_code == 413
    assert sent <= 8 * 16_384


async def test_words_up_to_the_limit_are_taken_and_one_more_is_not(visit: Visit) -> None:
    assert (await visit.post("/api/say", person=TREASURY.chat, text="公" * 20_000)).status_code == 200
    answer = await visit.post("/api/say", person=TREASURY.chat, text="公" * 20_001)
    assert error(answer) == "一条消息最多 20000 个字，请分成几条发。"
    assert len(visit.kept) == 1


@pytest.mark.parametrize("text", ["", "  ", "\n\u3000"])
async def test_saying_nothing_asks_for_words(visit: Visit, text: str) -> None:
    answer = await visit.post("/api/say", person=TREASURY.chat, text=text)
    assert error(answer) == "还没有写内容，请写好再发送。"


async def test_unknown_person_is_refused_everywhere(visit: Visit) -> None:
    answers = [
        await visit.ask("/api/chat?person=nobody"),
        await visit.ask("/api/chat"),
        await visit.post("/api/say", person="nobody", text="早"),
        await visit.post("/api/press", person="nobody", message="1", data="x"),
        await visit.post("/api/seen", person="nobody", message="1"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert {error(answer) for answer in answers} == {"名单里没有这个人，请在人员名单里另选一位。"}


@pytest.mark.parametrize("data", ["", "x" * 65, "公" * 22])
async def test_press_with_data_that_no_button_has_is_refused(visit: Visit, data: str) -> None:
    own = (await visit.post("/api/say", person=TREASURY.chat, text="早")).json()["message"]
    answer = await visit.post("/api/press", person=TREASURY.chat, message=own, data=data)
    assert (answer.status_code, len(visit.kept)) == (400, 1)


@pytest.mark.parametrize(("body", "sentence"), [
    ({}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": 0}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": -5}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": True}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": 1.5}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": 10**30}, "一次最多往后拨 366 天，请分几次拨。"),
    ({"to": "yesterday"}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"minutes": 5, "to": "next-push"}, "看不懂页面发来的内容，请刷新页面再试。"),
    ({"date": "2018-02-30"}, "看不懂这个日期，请写成 2018-09-29 这样。"),
    ({"date": "明天"}, "看不懂这个日期，请写成 2018-09-29 这样。"),
    ({"date": "9999-12-31"}, "一次最多往后拨 366 天，请分几次拨。"),
    ({"date": "2018-07-29"}, texts("zh-CN")("clock-backwards")),
    ({"date": "0001-01-01"}, texts("zh-CN")("clock-backwards")),
])
async def test_clock_refuses_with_one_sentence(visit: Visit, body: dict[str, object], sentence: str) -> None:
    before = visit.stage.now()
    answer = await visit.post("/api/clock", **body)
    assert answer.status_code in (400, 409)
    assert error(answer) == sentence
    assert visit.stage.now() == before


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/nothing"), ("GET", "/api/say"), ("POST", "/api/cast"), ("GET", "/page/../channel.py"),
    ("GET", "/..%2fchannel.py"), ("DELETE", "/api/chat"),
])
async def test_other_paths_and_methods_are_not_there(visit: Visit, method: str, path: str) -> None:
    answer = await visit.client.request(method, path, headers=JSON)
    assert answer.status_code in (404, 405)
    assert error(answer) == "没有这个页面，请回到演练首页。"
