"""The server: leads a call to its method with the faults and limits in force, on a thread of its own."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

from tests.bot_api.control import Control
from tests.bot_api.faults import Fault, Faults
from tests.bot_api.files import ROOT, download
from tests.bot_api.form import params_of
from tests.bot_api.methods import METHODS
from tests.bot_api.pace import Pace
from tests.bot_api.people import Impossible, act
from tests.bot_api.wire import Answer, Call, Silence, converse
from tests.bot_api.world import Json, Refused, World

TOKEN = "7000000001:AAFakeTokenForTheLoopbackServer_00000"
SENDS = ("sendmessage", "editmessagetext", "senddocument")


class Desk:
    """Takes one call at a time to where it belongs: `/botTOKEN/method` or `/control/action`."""

    def __init__(self, world: World, *, limited: bool = False) -> None:
        self.world = world
        self.faults = Faults()
        self._pace = Pace() if limited else None

    async def __call__(self, call: Call) -> Answer | Silence:
        """The answer to a call, or the way in which there is none."""
        if call.path.startswith("/control/"):
            return self._controlled(call)
        if call.path.startswith(ROOT):
            return self._downloaded(*call.path.removeprefix(ROOT).split("/", 1))
        token, _, method = call.path.removeprefix("/bot").partition("/")
        if token != self.world.token:
            return _failed(Refused(401, "Unauthorized"))
        return await self._called(method.lower(), params_of(call))

    def _downloaded(self, token: str, path: str) -> Answer | Silence:
        self.world.calls["download"] = self.world.calls.get("download", 0) + 1
        fault = self.faults.next("download")
        file = download(self.world.files, unquote(path)) if token == self.world.token else None
        if file is None:
            return _failed(Refused(404, "Not Found"))
        if fault is Fault.CUT_MIDWAY:
            return replace(file, cut=len(file.body) // 2)
        return file if fault is None else _broken(fault)

    def _controlled(self, call: Call) -> Answer:
        try:
            done = act(self.world, self.faults, call.path.rsplit("/", 1)[1], json.loads(call.body or b"{}"))
        except (Impossible, KeyError, ValueError) as error:
            return Answer(400, _json({"error": repr(error)}))
        return Answer(200, _json(done))

    async def _called(self, method: str, params: dict[str, str]) -> Answer | Silence:
        self.world.calls[method] = self.world.calls.get(method, 0) + 1
        fault = self.faults.next(method)
        if fault is not None and not fault.after:
            return _broken(fault)
        answer = await self._answered(method, params)
        return answer if fault is None or answer.status != 200 else _broken(fault)

    async def _answered(self, method: str, params: dict[str, str]) -> Answer:
        try:
            self._in_pace(method, params)
            if method not in METHODS:
                raise Refused(404, "Not Found: method not found", fault=True)
            return Answer(200, _json({"ok": True, "result": await METHODS[method](self.world, params)}))
        except Refused as refusal:
            if refusal.fault:
                self.world.violations.append(f"{method}: {refusal.description}")
            return _failed(refusal)

    def _in_pace(self, method: str, params: dict[str, str]) -> None:
        if self._pace is None or method not in SENDS:
            return
        wait = self._pace.wait(int(params["chat_id"]), asyncio.get_running_loop().time())
        if wait is not None:
            raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


class BotApi(Control):
    """The server on a free port of 127.0.0.1 for as long as the `with` lasts, and its control."""

    def __init__(
        self, *, token: str = TOKEN, port: int = 0, log: Path | None = None, limited: bool = False
    ) -> None:
        self.token = token
        self._wanted, self._log, self._limited = port, log, limited
        self._talks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="bot-api", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        opened = asyncio.run_coroutine_threadsafe(self._open(), self._loop)
        super().__init__(f"http://127.0.0.1:{opened.result(10)}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._shut(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def vanish(self) -> None:
        """Refuse connections, and end those that there are."""
        asyncio.run_coroutine_threadsafe(self._shut(), self._loop).result(10)

    def come_back(self) -> None:
        """Listen again where it listened before, with all that it knew."""
        asyncio.run_coroutine_threadsafe(self._listen(self.port), self._loop).result(10)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rpartition(":")[2])

    async def _open(self) -> int:
        self._desk = Desk(World(self.token, log=self._log), limited=self._limited)
        return await self._listen(self._wanted)

    async def _listen(self, port: int) -> int:
        desk = self._desk

        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            # A task of our own: asyncio complains about one of its own that was cancelled.
            talk = asyncio.create_task(converse(reader, writer, desk))
            self._talks.add(talk)
            talk.add_done_callback(self._talks.discard)

        self._server = await asyncio.start_server(connected, "127.0.0.1", port)
        return int(self._server.sockets[0].getsockname()[1])

    async def _shut(self) -> None:
        """Let nothing go on: a long poll would outlive the test."""
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)


def _broken(fault: Fault) -> Answer | Silence:
    match fault:
        case Fault.FLOOD:
            return _failed(Refused(429, "Too Many Requests: retry after 1", retry_after=1))
        case Fault.BAD_GATEWAY | Fault.BAD_GATEWAY_AFTER:
            return Answer(502, b"<html>502 Bad Gateway</html>")
        case Fault.UNAVAILABLE:
            return _page(503, "Service Unavailable")
        case Fault.PROXY_REFUSES:
            return _page(407, "Proxy Authentication Required")
        case Fault.BLOCK_PAGE:
            return _page(200, "This address is not allowed here")
        case Fault.FORBIDDEN_PAGE:
            return _page(403, "This address is not allowed here")
        case Fault.DRIP:
            return Answer(200, b" " * 60, pause=0.05, piece=1)
        case Fault.ENDLESS:
            return Answer(200, b" " * 60_000_000)
        case Fault.LONG_REST:
            return _failed(Refused(429, "Too Many Requests", retry_after=10**15))
        case Fault.NO_REST:
            return _failed(Refused(429, "Too Many Requests", retry_after=-5))
        case Fault.FAR_FUTURE_AFTER:
            strange = {"message_id": 1, "date": 10**18, "chat": {"id": 1, "type": "private"}}
            return Answer(200, _json({"ok": True, "result": strange}))
        case Fault.SURROGATE:
            return Answer(400, b'{"ok":false,"error_code":400,"description":"bad \\ud800 words"}')
        case Fault.UNREADABLE_AFTER:
            return Answer(200, b'{"ok": true, "resu')
        case Fault.NOT_PROMISED_AFTER:
            return Answer(200, b'{"ok": true}')
        case Fault.HANG:
            return Silence.HANG
        case _:
            return Silence.CUT


def _page(status: int, words: str) -> Answer:
    """What something in between says in its own name."""
    return Answer(status, f"<html><body>{words}</body></html>".encode(), "text/html")


def _failed(refusal: Refused) -> Answer:
    told: Json = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        told["parameters"] = refusal.parameters
    return Answer(refusal.status, _json(told))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()
