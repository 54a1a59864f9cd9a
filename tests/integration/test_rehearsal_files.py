"""Files on the rehearsal page: taken within limits, given out to this page only, kept in bounded memory."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from httpx import Response

from bot.channels.port import Outgoing, OutgoingFile
from bot.channels.rehearsal.chat import Shelf
from bot.channels.rehearsal.posts import MAX_FILE
from handlers.request import File, Request
from obligations.errors import Refusal
from tests.rehearsal.stage import OFFICE
from tests.rehearsal.visit import HOME, Visit, error, visiting

NAME = "云江县任务分工.docx"
KIND = {"Content-Type": "application/octet-stream"}


@pytest_asyncio.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


async def post(visit: Visit, content: bytes | AsyncIterator[bytes] = b"abc", headers: dict[str, str] = KIND, /,
               **about: str) -> Response:
    """A file of the office, as the page posts it."""
    params = {"person": OFFICE.chat, "name": NAME} | about
    return await visit.client.post("/api/file", params=params, content=content, headers=headers)


def request(visit: Visit) -> Request:
    """The request in the last update that was kept."""
    found = visit.channel.read(visit.kept[-1].raw, visit.stage.now())
    assert found is not None
    return found


async def download(visit: Visit, file: OutgoingFile, **headers: str) -> Response:
    """A file of the bot, as the page asks for it."""
    await visit.channel.send(Outgoing(OFFICE.chat, "请审核", file=file))
    shown = (await visit.said(OFFICE.chat))[-1]["file"]
    assert isinstance(shown, dict)
    return await visit.ask(f"/api/file?id={shown['id']}", **headers)


async def test_file_is_kept_by_name_and_fetched_by_its_id(visit: Visit) -> None:
    content = b"PK\0\xff" * 500_000
    answer = await post(visit, content, caption=" 2026年 ")
    assert (answer.status_code, answer.json()) == (200, {"message": "1"})
    found = request(visit)
    assert found.file is not None and found.file == File(NAME, len(content), found.file.id)
    assert (found.text, found.attachment, found.content) == ("2026年", "document", None)
    assert await visit.channel.fetch(found.file.id, MAX_FILE) == content
    assert len(visit.kept[0].raw) < 400


async def test_own_message_shows_the_file_and_its_caption(visit: Visit) -> None:
    await post(visit, caption="2026年")
    (message,) = await visit.said(OFFICE.chat)
    file = message["file"]
    assert isinstance(file, dict)
    assert (message["own"], message["text"], file["name"], file["size"]) == (True, "2026年", NAME, 3)


async def test_file_may_answer_a_message_of_the_same_chat(visit: Visit) -> None:
    await visit.channel.send(Outgoing(OFFICE.chat, "请补充附件"))
    assert (await post(visit, caption="见附件", reply_to="1")).status_code == 200
    assert (request(visit).replied_to, (await visit.said(OFFICE.chat))[-1]["reply_to"]) == ("1", "1")
    assert (await post(visit, reply_to="77")).status_code == 404
    assert (await post(visit, reply_to="")).status_code == 400


@pytest.mark.parametrize(("name", "shown"), [
    ("../../etc/passwd", "passwd"), ("\u202etxt.exe", "txt.exe"), ("公" * 300 + ".docx", "公" * 74 + "….docx"),
    ("", ""), ("a\0b\nc", "a b c")])
async def test_hostile_name_is_clean_in_all_that_is_kept_and_shown(visit: Visit, name: str, shown: str) -> None:
    await post(visit, name=name)
    found = request(visit).file
    (message,) = await visit.said(OFFICE.chat)
    file = message["file"]
    assert isinstance(file, dict) and found is not None
    assert found.name == file["name"] == shown


async def test_largest_file_is_taken_and_one_byte_more_is_not(visit: Visit) -> None:
    assert (await post(visit, b"x" * MAX_FILE)).status_code == 200
    answer = await post(visit, b"x" * (MAX_FILE + 1))
    assert (answer.status_code, error(answer)) == (413, "文件超过 20 MB，请换一个小一些的文件。")
    assert len(visit.kept) == 1


async def test_endless_file_is_read_no_further_than_the_limit(visit: Visit) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 10 * MAX_FILE:
            sent += 1_000_000
            yield b" " * 1_000_000

    assert (await post(visit, endless())).status_code == 413
    assert sent <= MAX_FILE + 2_000_000


@pytest.mark.parametrize(("about", "status"), [
    ({"name": "x" * 1001}, 400), ({"caption": "x" * 1025}, 400), ({"person": "nobody"}, 404), ({"person": ""}, 404)])
async def test_what_the_page_never_sends_is_refused(visit: Visit, about: dict[str, str], status: int) -> None:
    answer = await post(visit, **about)
    assert (answer.status_code, visit.kept) == (status, []) and error(answer)


async def test_empty_file_is_refused(visit: Visit) -> None:
    assert error(await post(visit, b"")) == "这个文件是空的，请换一个文件。"


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
    {"Host": "evil.example:8080"}])
async def test_file_from_another_page_is_refused(visit: Visit, headers: dict[str, str]) -> None:
    answer = await post(visit, b"abc", KIND | headers)
    assert answer.status_code in (403, 421) and visit.kept == []


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data", ""])
async def test_file_comes_as_nothing_that_a_form_could_post(visit: Visit, kind: str) -> None:
    assert (await post(visit, b"abc", {"Content-Type": kind})).status_code == 415


async def test_file_that_was_not_kept_is_not_shown(visit: Visit) -> None:
    visit.disk_full = True
    assert (await post(visit)).status_code == 503
    assert await visit.said(OFFICE.chat) == []


async def test_file_of_the_bot_is_given_to_be_saved_and_never_to_be_run(visit: Visit) -> None:
    answer = await download(visit, OutgoingFile("审核\"表\r\n.html", b"<script>"))
    assert (answer.status_code, answer.content) == (200, b"<script>")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''%E5%AE%A1%E6%A0%B8%20%E8%A1%A8%20.html")


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 200), ({"Sec-Fetch-Site": "same-origin"}, 200), ({"Sec-Fetch-Site": "none"}, 200),
    ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Sec-Fetch-Site": "same-site"}, 403), ({"Host": "evil.example"}, 421)])
async def test_file_of_the_bot_is_given_to_this_page_only(visit: Visit, headers: dict[str, str], status: int) -> None:
    assert (await download(visit, OutgoingFile("表.xlsx", b"x"), **headers)).status_code == status


@pytest.mark.parametrize("id", ["", "1", "../x", "x" * 5000])
async def test_file_that_is_not_there_is_one_sentence(visit: Visit, id: str) -> None:
    answer = await visit.ask(f"/api/file?id={id}")
    assert (answer.status_code, error(answer)) == (404, "这个文件已经不在，请让机器人重新发送。")


async def test_file_of_a_person_is_not_given_out(visit: Visit) -> None:
    await post(visit)
    file = request(visit).file
    assert file is not None and (await visit.ask(f"/api/file?id={file.id}")).status_code == 404


async def test_message_with_a_file_replaces_no_other(visit: Visit) -> None:
    await visit.channel.send(Outgoing(OFFICE.chat, "正在读"))
    await visit.channel.send(Outgoing(OFFICE.chat, "读完了", edit="1", file=OutgoingFile("表.xlsx", b"x")))
    assert [message["text"] for message in await visit.said(OFFICE.chat)] == ["正在读", "读完了"]


async def test_fetching_keeps_to_its_bound_and_to_what_was_brought(visit: Visit) -> None:
    await post(visit, b"abc")
    file = request(visit).file
    assert file is not None
    for id, most, key in ((file.id, 2, "file-too-big"), ("x", 9, "file-not-fetched")):
        with pytest.raises(Refusal, match=key):
            await visit.channel.fetch(id, most)


def test_shelf_forgets_its_oldest_files() -> None:
    shelf = Shelf(3, 10)
    ids = [shelf.put(str(n), b"123") for n in range(5)]
    assert [shelf.get(id) is not None for id in ids] == [False, False, True, True, True]
    large = shelf.put("large", b"12345678")
    assert shelf.get(ids[-1]) is None and shelf.get(large) is not None
    assert shelf.get(shelf.put("too large", b"x" * 11)) is None


async def test_home_is_where_the_page_is(visit: Visit) -> None:
    headers = KIND | {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
    assert json.loads((await post(visit, b"abc", headers)).text) == {"message": "1"}
