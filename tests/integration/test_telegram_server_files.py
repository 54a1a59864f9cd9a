"""The server that the tests trust, on files: what Telegram refuses, it refuses."""

from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.bot_api import TOKEN, BotApi

OFFICE = 7
SHEET = b"--bound\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that the office has started the bot on."""
    with BotApi() as server:
        server.unblock(OFFICE)
        yield server


def download(api: BotApi, path: str, token: str = TOKEN) -> tuple[int, bytes]:
    """The status and body of one download."""
    connection = HTTPConnection(urlsplit(api.url).netloc, timeout=20)
    connection.request("GET", f"/file/bot{token}/{path}")
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def send(api: BotApi, content: bytes = b"x", **fields: str) -> int:
    """The status of one sendDocument with these fields; `document` names the file."""
    parts = {"chat_id": str(OFFICE), "document": "表.xlsx"} | fields
    form = b"".join(
        SHEET % (name.encode(), f'; filename="{value}"'.encode() if name == "document" else b"",
                 content if name == "document" else value.encode()) for name, value in parts.items() if value)
    connection = HTTPConnection(urlsplit(api.url).netloc, timeout=20)
    kind = {"Content-Type": "multipart/form-data; boundary=bound"}
    connection.request("POST", f"/bot{TOKEN}/sendDocument", form + b"--bound--\r\n", kind)
    status = connection.getresponse().status
    connection.close()
    return status


def test_document_is_told_of_and_downloaded_until_its_path_expires(api: BotApi) -> None:
    id = api.send_file(OFFICE, "分工.docx", b"abc")["file"]
    told: dict[str, Any] = api.call(TOKEN, "getFile", file_id=id)["result"]
    assert told["file_size"] == 3
    assert download(api, told["file_path"]) == (200, b"abc")
    assert download(api, told["file_path"], TOKEN + "x")[0] == 404
    api.expire_files()
    assert download(api, told["file_path"])[0] == 404
    again = api.call(TOKEN, "getFile", file_id=id)["result"]["file_path"]
    assert download(api, again)[0] == 200


def test_file_over_twenty_megabytes_is_not_told_of(api: BotApi) -> None:
    id = api.send_file(OFFICE, "大.docx", b"x", times=20_000_001)["file"]
    answer = api.call(TOKEN, "getFile", file_id=id)
    assert (answer["error_code"], answer["description"]) == (400, "Bad Request: file is too big")
    assert api.call(TOKEN, "getFile", file_id="x")["error_code"] == 400
    assert api.violations == []


def test_update_names_the_document_with_the_size_it_claims(api: BotApi) -> None:
    api.send_file(OFFICE, "分工.docx", b"abc", claimed=9, caption="今年的")
    (update,) = api.call(TOKEN, "getUpdates")["result"]
    document = update["message"]["document"]
    assert (document["file_name"], document["file_size"], update["message"]["caption"]) == ("分工.docx", 9, "今年的")


def test_sent_document_keeps_to_its_limits(api: BotApi) -> None:
    assert send(api, b"\r\n--b-\0", caption="a" * 1024) == 200
    assert (api.accepted[0]["file"]["size"], api.accepted[0]["file"]["name"]) == (7, "表.xlsx")
    assert [send(api, caption="a" * 1025), send(api, b""), send(api, document="")] == [400] * 3
    assert send(api, b"x" * 50_000_001) == 413
    assert (len(api.violations), len(api.accepted)) == (4, 1)
