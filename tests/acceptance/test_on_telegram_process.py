"""The real process, as an operator starts it: enrolment to receipt by the machine's clock, signals, tokens, webhook."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest

from obligations.workdays import calendar
from storage import audit, people, plans, schema
from storage.database import Database
from storage.people import Position
from tests.bot_api import TOKEN, BotApi
from tests.bot_api.world import Json
from tests.cast import ZONE

ROOT = Path(__file__).parents[2]
OFFICE, TREASURY = 201, 101
LINK = "https://www.ahguichi.gov.cn/zwgk/2018/qlqd.html"
WRONG = "7000000002:AAAnotherTokenThatNobodyGaveOut_0000"
SECRET = "hook_secret-1"
LIMIT = 30.0    # seconds after which a test that waits is broken


@pytest.fixture
def codes(tmp_path: Path) -> dict[int, str]:
    """A prepared database in `tmp_path`, and the invitation of each chat."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}")
    schema.upgrade(database)
    now = datetime.now(UTC)
    with database.write() as session:
        text = (ROOT / "plans/guichi-2018.toml").read_text(encoding="utf-8")
        kept, _ = plans.import_plan(session, text, "guichi-2018.toml", now, "test")
        plans.activate(session, kept.id, calendar(), ZONE, now, "test")
        office, _ = people.invite(session, 1, Position.OFFICE, None, now.date(), now, "test")
        treasury, _ = people.invite(session, 1, Position.LIAISON, "区财政局", now.date(), now, "test")
    database.close()
    return {OFFICE: office, TREASURY: treasury}


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as api:
        yield api
        assert api.violations == []


@contextmanager
def running(api: BotApi, folder: Path, **more: str) -> Iterator["subprocess.Popen[str]"]:
    """`python -m bot run` in `folder`; ended by SIGKILL if the test has not ended it."""
    settings: Mapping[str, str] = {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}",
        "LOCALE": "zh-CN", "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **more,
    }  # fmt: skip
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=folder, env=settings, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Exit code and output of a process that ends by itself, or was asked to."""
    output, _ = process.communicate(timeout=LIMIT)
    return process.returncode, output


def heard(api: BotApi, chat: int, words: str) -> Json:
    """The last message in a chat with these words, waited for."""
    def found(state: Json) -> list[Json]:
        return [one for one in state["accepted"] if one["chat"] == chat and words in one["text"]]

    return found(api.wait(found, LIMIT))[-1]


def test_from_invitation_to_receipt_and_back(api: BotApi, tmp_path: Path, codes: dict[int, str]) -> None:
    with running(api, tmp_path) as process:
        for chat, code in codes.items():
            api.say(chat, f"/start {code}")
        heard(api, OFFICE, "已登记为区政务公开办")
        heard(api, TREASURY, "已登记为区财政局联络员")
        api.say(OFFICE, "登记 权力变化 2018-09-21 区财政局")
        preview = heard(api, OFFICE, "确认后登记并起算")
        assert "9月25日前" in preview["text"]
        api.press(OFFICE, preview["message_id"], preview["buttons"][0])
        notice = heard(api, TREASURY, "区财政局：新任务")
        number = re.findall(r"#(\d+)", notice["text"])[0]
        api.say(TREASURY, f"已公开 {LINK}", reply_to=notice["message_id"])
        receipt = heard(api, TREASURY, LINK)
        assert receipt["buttons"] == [f"undo:{number}"]
        assert f"已销号 #{number} " in heard(api, TREASURY, "区财政局：新任务")["text"]     # the card, in place
        api.say(OFFICE, "/status 区财政局")
        assert "已销号 1" in heard(api, OFFICE, "办理中")["text"]
        api.press(TREASURY, receipt["message_id"], f"undo:{number}")
        assert heard(api, TREASURY, f"已撤销 #{number} ")["message_id"] == receipt["message_id"]
        process.send_signal(signal.SIGTERM)
        status, output = ended(process)
    assert (status, TOKEN in output, "Traceback" in output) == (0, False, False), output
    with Database(f"sqlite:///{tmp_path / 'bot.db'}").read() as session:
        assert not audit.verify(session).broken_at


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_it_in_order(api: BotApi, tmp_path: Path, codes: dict[int, str], stop: signal.Signals) -> None:
    with running(api, tmp_path) as process:
        api.wait(lambda state: "getupdates" in state["calls"], LIMIT)
        process.send_signal(stop)
        assert ended(process)[0] == 0
    assert not (tmp_path / "bot.db-wal").exists()     # the write-ahead log is folded away


def test_wrong_token_ends_it_and_is_not_repeated(api: BotApi, tmp_path: Path, codes: dict[int, str]) -> None:
    with running(api, tmp_path, TELEGRAM_BOT_TOKEN=WRONG) as process:
        code, output = ended(process)
    assert code == 1
    assert "TELEGRAM_BOT_TOKEN 被拒绝" in output
    assert WRONG not in output
    assert "Traceback" not in output


def test_token_that_is_taken_back_ends_it(api: BotApi, tmp_path: Path, codes: dict[int, str]) -> None:
    """Deaf and alive would be worse than dead: whoever watches the process has to see it."""
    with running(api, tmp_path) as process:
        api.wait(lambda state: "getupdates" in state["calls"], LIMIT)
        api.retoken(WRONG)
        api.say(TREASURY, "/help")
        code, output = ended(process)
    assert code == 1
    assert "TELEGRAM_BOT_TOKEN 被拒绝" in output
    assert TOKEN not in output


def test_menus_are_registered_by_role_and_language(api: BotApi, tmp_path: Path, codes: dict[int, str]) -> None:
    with running(api, tmp_path):
        menus = api.wait(lambda state: "all_group_chats::en" in state["commands"], LIMIT)["commands"]
    assert {"all_private_chats::", "all_private_chats::zh", "all_private_chats::en", "all_group_chats::"} <= set(menus)
    assert "event" not in [command["command"] for command in menus["all_group_chats::"]]


def test_webhook_takes_what_telegram_brings_and_nothing_else(
    api: BotApi, tmp_path: Path, codes: dict[int, str]
) -> None:
    port = free_port()
    api.unblock(TREASURY)
    with running(api, tmp_path, TELEGRAM_WEBHOOK_URL="https://zwgk.example/hook", TELEGRAM_WEBHOOK_SECRET=SECRET,
                 WEB_LISTEN=f"127.0.0.1:{port}") as process:
        told = api.wait(lambda state: state["webhook"], LIMIT)["webhook"]
        assert told == {"url": "https://zwgk.example/hook", "secret": SECRET}
        assert posted(port, update(1, "/help"), "wrong") == 403
        joining = update(2, f"/start {codes[TREASURY]}")
        assert [posted(port, joining, SECRET), posted(port, joining, SECRET)] == [200, 200]
        heard(api, TREASURY, "已登记为区财政局联络员")
        assert posted(port, update(3, "/status"), SECRET) == 200
        heard(api, TREASURY, "办理中")
        process.send_signal(signal.SIGTERM)
        code, output = ended(process)
    assert (code, SECRET in output) == (0, False)
    assert "getupdates" not in api.state["calls"]
    assert len([one for one in api.accepted if "已登记" in one["text"]]) == 1
    assert not [one for one in api.accepted if "邀请码" in one["text"]]     # update 1 was never heard


def update(number: int, text: str) -> str:
    """An update as Telegram posts it."""
    sender = f'{{"id": {TREASURY}, "is_bot": false, "first_name": "联络员"}}'
    message = f'{{"message_id": {number}, "date": 1, "chat": {{"id": {TREASURY}, "type": "private"}}, "from": {sender}'
    return f'{{"update_id": {number}, "message": {message}, "text": "{text}"}}}}'


def posted(port: int, body: str, secret: str) -> int:
    """The status of one delivery; waits for the server to be there."""
    end = time.monotonic() + LIMIT
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
        try:
            connection.request("POST", "/hook", body.encode(), {"X-Telegram-Bot-Api-Secret-Token": secret})
            return connection.getresponse().status
        except ConnectionRefusedError:
            assert time.monotonic() < end, "nobody listens"
            time.sleep(0.05)
        finally:
            connection.close()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
