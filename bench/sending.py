"""The processor's time of a sent message: from the outbox through the channel to its settling, against a bare send."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import process_time

from telegram import Bot
from telegram.request import HTTPXRequest

from bench.figures import ROUNDS, Figure, figure
from bench.ground import NOW, ZONE, generate
from bot.channels.telegram.channel import TelegramChannel
from bot.clock import SystemClock
from bot.pace import unpaced
from bot.postbox import Postbox
from bot.sender import BATCH, Sender
from obligations.workdays import calendar
from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Planned
from tests.bot_api import TOKEN, Control

CHATS = 64
WORDS = "\n".join((
    "第41局 · 7月30日 周一", "待公开 3 件：逾期 1 · 预告 2", "",
    *(f"#{n} 第{n}项重点领域信息公开\n    应于 7月31日（周二）前公开，还有 1 个工作日" for n in (31, 41, 47))))


def figures(folder: Path, messages: int) -> Iterator[Figure]:
    """`messages` a round and a side; only this process's time counts, the server is another one."""
    database = generate(folder / "sending.db", 1).database()
    try:
        with bot_api() as api:
            for chat in range(CHATS):
                api.unblock(1000 + chat)
            ours, bare = asyncio.run(_rounds(database, api, messages))
    finally:
        database.close()
    yield figure("processor time a message, outbox to settled / bare Bot.send_message", ours, bare, at_most=1.3)


@contextmanager
def bot_api() -> Iterator[Control]:
    """A Bot API server in a process of its own, which ends with this block."""
    command = [sys.executable, "-m", "tests.bot_api.serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdout is None or server.stdin is None:
            raise RuntimeError("a server without pipes")
        yield Control(server.stdout.readline().strip())
        server.stdin.close()


async def _rounds(database: Database, api: Control, messages: int) -> tuple[list[float], list[float]]:
    channel = TelegramChannel(TOKEN, api_url=api.url)
    postbox = Postbox(database, channel.name, channel.limits, calendar(), ZONE)
    sender = Sender(channel, postbox, SystemClock(), unpaced())
    bot = _bare(api)
    keys = count()
    await channel.start()
    await bot.initialize()
    try:
        ours, bare = [], []
        for turn in range(ROUNDS + 1):
            _plan(database, [f"bench:{next(keys)}" for _ in range(messages)])
            ours.append(await _through_outbox(sender) / messages)
            bare.append(await _bare_sends(bot, messages) / messages)
            if turn == 0:       # opening the connections is not what is asked
                ours.clear()
                bare.clear()
        return ours, bare
    finally:
        await channel.close()
        await bot.shutdown()


def _bare(api: Control) -> Bot:
    options = {"trust_env": False}
    return Bot(TOKEN, f"{api.url}/bot", request=HTTPXRequest(BATCH, httpx_kwargs=options),
               get_updates_request=HTTPXRequest(1, httpx_kwargs=options))


def _plan(database: Database, keys: Sequence[str]) -> None:
    with database.write() as session:
        outbox.plan(session, [Planned(key, "telegram", str(1000 + n % CHATS), Kind.ANSWER, text=WORDS)
                              for n, key in enumerate(keys)], NOW)


async def _through_outbox(sender: Sender) -> float:
    start = process_time()
    while await sender.send_some():
        pass
    return process_time() - start


async def _bare_sends(bot: Bot, messages: int) -> float:
    """As many at once as the sender has."""
    start = process_time()
    for first in range(0, messages, BATCH):
        await asyncio.gather(*(bot.send_message(str(1000 + n % CHATS), WORDS, parse_mode="HTML")
                               for n in range(first, min(first + BATCH, messages))))
    return process_time() - start
