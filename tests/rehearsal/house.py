"""The rehearsal on loopback in a thread of its own, with a bot that pushes at nine and says words back."""

import asyncio
import socket
import threading
from collections.abc import Coroutine, Sequence
from datetime import datetime
from typing import Any, TypeVar

from bot.channels.port import Incoming, Outcome, Outgoing, OutgoingFile
from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.web import RehearsalServer, build_app
from handlers.request import Button
from locales.catalogue import texts
from tests.rehearsal.stage import ECOLOGY, TREASURY, FakeStage

T = TypeVar("T")
LIMIT = 30.0    # seconds after which a test that waits is broken

PUSH = """区环保局 · 7月30日 周一
待公开 3 件：逾期 1 · 今天 1 · 预告 1

逾期
#31 重大建设项目信息公开 · 第二季度确认
    应于 6月30日前（周六，请于 6月29日前办）· 已逾期 20 个工作日

今天
#44 基层政务公开标准化试点 · 验收
    7月底前：7月31日 周二，明天到期

预告 · 还有 20 个工作日
#47 公共企事业单位信息公开制度（生态环境）
    8月底前：8月31日 周五
    依据 http://www.ahguichi.gov.cn/zwgk/2018/rw.html，请对照办理

回复“已公开 #31 网址”即可销号；直接回复本条消息也行。"""
BUTTONS = ((Button("已公开 #31", "done:31"), Button("已公开 #44", "done:44")), (Button("查看全部", "list"),))


class House:
    """A running rehearsal; `stop` ends it and says whether everything had ended by itself."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._live()))

    def start(self) -> "House":
        """Run until `stop`; returns once the page can be opened."""
        self._thread.start()
        assert self._ready.wait(LIMIT)
        return self

    def stop(self) -> bool:
        """Ask the server to stop; True: it has, and the thread with it."""
        self.server.should_exit = True
        self._thread.join(LIMIT)
        return not self._thread.is_alive()

    def call(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something in the rehearsal's own event loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LIMIT)

    def send(self, chat: str, text: str, edit: str | None = None, file: OutgoingFile | None = None) -> Outcome:
        """The bot says something now."""
        return self.call(self.channel.send(Outgoing(chat, text, edit=edit, file=file)))

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.stage = FakeStage(self._push)
        self.channel = RehearsalChannel(self.stage.now)
        app = build_app(self.channel, self.stage, texts("zh-CN"))
        self.server = RehearsalServer(app, self.channel.audience)
        with self._socket:
            receiving = asyncio.create_task(self.channel.receive(self._answer))
            self._loop.call_soon(self._ready.set)
            await self.server.serve([self._socket])
            receiving.cancel()
            await asyncio.gather(receiving, return_exceptions=True)

    async def _push(self, at: datetime) -> None:
        await self.channel.send(Outgoing(ECOLOGY.chat, PUSH, BUTTONS))
        await self.channel.send(Outgoing(TREASURY.chat, "区财政局 · 今天没有待公开的事项。"))

    async def _answer(self, updates: Sequence[Incoming]) -> None:
        for update in updates:
            self.heard.append(update.raw)
            await _echo(self.channel, update.raw, self.stage.now())


async def _echo(channel: RehearsalChannel, raw: str, now: datetime) -> None:
    request = channel.read(raw, now)
    assert request is not None
    if request.file is not None:
        content = await channel.fetch(request.file.id, 20_000_000)
        file = OutgoingFile(f"回执-{request.file.name}", content[::-1])
        await channel.send(Outgoing(request.chat, f"收到文件：{request.file.name}", file=file))
        return
    if request.button is None:
        await channel.send(Outgoing(request.chat, f"收到：{request.text}"))
        return
    undo = ((Button("撤销", "undo"),),)
    await channel.send(Outgoing(request.chat, f"已登记 {request.button}", undo, edit=request.replied_to))
    await channel.acknowledge_press(raw, "已登记")
