"""Serves the rehearsal page, what it asks for, and what happens as server-sent events; who may ask is decided in
`guard.py`."""

import asyncio
import json
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels.rehearsal import posts
from bot.channels.rehearsal.audience import Audience, Feed, Happening, Kind
from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.guard import FILE, Guard, refused
from bot.channels.rehearsal.stage import CastMember, Stage
from bot.channels.rehearsal.words import Words
from bot.channels.webserver import WebServer
from locales.catalogue import Texts
from obligations.errors import Refusal

log = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "page"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
SHANGHAI = ZoneInfo("Asia/Shanghai")
# Seconds of silence after which the time is told again: it keeps proxies awake and the page's clock right.
HEARTBEAT = 5.0


class Desk:
    """Answers the page's questions."""

    def __init__(self, channel: RehearsalChannel, stage: Stage, words: Words) -> None:
        self._channel = channel
        self._stage = stage
        self._words = words
        self._moving = asyncio.Lock()

    async def texts(self, request: Request) -> Response:
        """The page's own words."""
        return JSONResponse(self._words.page())

    async def cast(self, request: Request) -> Response:
        """Whom the newcomer may play, with how much each has not read yet."""
        unread = self._channel.log.unread
        cast = [
            {"chat": member.chat, "name": member.name, "role": member.role, "unread": unread(member.chat)}
            for member in await self._stage.cast()
        ]
        return JSONResponse({"cast": cast, "clock": self._words.clock(self._stage.now())})

    async def chat(self, request: Request) -> Response:
        """What one person and the bot have said to each other."""
        member = await self._member(request.query_params.get("person", ""))
        said = self._channel.log.read(member.chat)
        return JSONResponse({"messages": [self._words.message(message) for message in said]})

    async def stream(self, request: Request) -> Response:
        """All that happens from now on."""
        happenings = events(self._channel.audience, self._stage.now, self._words)
        return StreamingResponse(happenings, media_type="text/event-stream")

    async def download(self, request: Request) -> Response:
        """A file that the bot sent: to be saved, never to be shown as a page."""
        file = self._channel.sent.get(request.query_params.get("id", ""))
        if file is None:
            raise Refusal("chat-file-gone")
        name = quote(file.name or self._words("chat-file-unnamed"), safe="")
        disposition = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(file.content, media_type="application/octet-stream", headers=disposition)

    async def hand_over(self, request: Request) -> Response:
        """A person's file with its caption; answered once it is kept."""
        name = posts.short_in(request.query_params, "name", posts.MAX_NAME)
        caption = posts.short_in(request.query_params, "caption", self._channel.limits.caption)
        member = await self._member(request.query_params.get("person", ""))
        about = request.query_params
        reply_to = self._message(member, about, "reply_to") if "reply_to" in about else None
        content = await posts.read_file(request.stream())
        return JSONResponse({"message": await self._channel.hand_over(member, name, content, caption, reply_to)})

    async def say(self, request: Request) -> Response:
        """A person's words; answered once they are kept."""
        body = await posts.read_body(request.stream())
        member = await self._member(posts.id_in(body, "person"))
        text = posts.words_in(body)
        reply_to = None if body.get("reply_to") is None else self._message(member, body, "reply_to")
        return JSONResponse({"message": await self._channel.say(member, text, reply_to)})

    async def press(self, request: Request) -> Response:
        """A press of a button; answered once it is kept."""
        body = await posts.read_body(request.stream())
        member = await self._member(posts.id_in(body, "person"))
        await self._channel.press(member, self._message(member, body, "message"), posts.data_in(body))
        return JSONResponse({})

    async def seen(self, request: Request) -> Response:
        """How far a chat has been read."""
        body = await posts.read_body(request.stream())
        member = await self._member(posts.id_in(body, "person"))
        self._channel.log.mark_seen(member.chat, self._message(member, body, "message"))
        return JSONResponse({})

    async def clock(self, request: Request) -> Response:
        """Moves the rehearsal's clock; one move at a time, and every page is told where it ended."""
        body = await posts.read_body(request.stream())
        async with self._moving:
            when = posts.time_in(body, self._stage.now(), self._words.zone)
            try:
                await self._stage.move_to(when or await self._stage.next_push())
            finally:
                self._channel.audience.tell(Happening(Kind.CLOCK))
        return JSONResponse(self._words.clock(self._stage.now()))

    async def _member(self, chat: str) -> CastMember:
        for member in await self._stage.cast():
            if member.chat == chat:
                return member
        raise Refusal("rehearsal-unknown-person")

    def _message(self, member: CastMember, body: posts.Body, name: str) -> str:
        id = posts.id_in(body, name)
        if self._channel.log.find(member.chat, id) is None:
            raise Refusal("rehearsal-unknown-message")
        return id


def build_app(
    channel: RehearsalChannel, stage: Stage, texts: Texts, *,
    listen: str = "127.0.0.1", zone: ZoneInfo = SHANGHAI,
) -> Starlette:
    """The rehearsal's web application. `listen` is the host listened on, `zone` where the office is."""
    words = Words(texts, zone)
    desk = Desk(channel, stage, words)
    asks = (desk.texts, desk.cast, desk.chat, desk.stream)
    posted = (desk.say, desk.press, desk.seen, desk.clock)
    routes = [Route("/", _file(PAGE / "index.html"))]
    routes += [Route(f"/{path.name}", _file(path)) for path in sorted(PAGE.iterdir())]
    routes += [Route(f"/api/{ask.__name__}", ask, methods=["GET"]) for ask in asks]
    routes += [Route(f"/api/{post.__name__}", post, methods=["POST"]) for post in posted]
    routes += [Route(FILE, desk.download, methods=["GET"]), Route(FILE, desk.hand_over, methods=["POST"])]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, listen=listen, words=words)],
        exception_handlers=_faults(words),
    )


def _file(path: Path) -> Callable[[Request], Awaitable[Response]]:
    content = path.read_bytes()

    async def serve(request: Request) -> Response:
        return Response(content, media_type=KINDS[path.suffix])

    return serve


def _faults(words: Words) -> dict[type[Exception], Callable[[Request, Exception], Response]]:
    """Every way in which a question can go wrong, as one sentence."""

    def refusal(request: Request, fault: Exception) -> Response:
        assert isinstance(fault, Refusal)
        return refused(fault, words)

    def unknown(request: Request, fault: Exception) -> Response:
        assert isinstance(fault, HTTPException)
        return JSONResponse({"error": words("rehearsal-no-such-page")}, fault.status_code, fault.headers)

    def unexpected(request: Request, fault: Exception) -> Response:
        reference = secrets.token_hex(4)
        log.error("rehearsal: fault %s at %s", reference, request.url.path, exc_info=fault)
        return JSONResponse({"error": words("rehearsal-fault", reference=reference)}, 500)

    return {Refusal: refusal, HTTPException: unknown, Exception: unexpected}


async def events(audience: Audience, now: Callable[[], datetime], words: Words) -> AsyncIterator[str]:
    """Every happening as one event, the clock first."""
    with audience.watch() as feed:
        happening: Happening | None = Happening(Kind.CLOCK)
        while happening is not None:
            yield event(happening, now(), words)
            happening = await _next(feed)


async def _next(feed: Feed) -> Happening | None:
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await feed.get()
    except TimeoutError:
        return Happening(Kind.CLOCK)


def event(happening: Happening, now: datetime, words: Words) -> str:
    """One happening in the stream's own writing. ASCII only: some readers end a line at U+2028."""
    if happening.message is not None:
        # The clock comes along, so that a push at nine never stands beside a clock at one to nine.
        data = words.message(happening.message) | {"clock": words.clock(now)}
    elif happening.kind is Kind.TOAST:
        data = {"chat": happening.chat, "words": happening.words}
    else:
        data = words.clock(now)
    return f"event: {happening.kind}\ndata: {json.dumps(data)}\n\n"


class RehearsalServer(WebServer):
    """A web server with open streams; `should_exit = True` stops it."""

    def __init__(self, app: Starlette, audience: Audience) -> None:
        super().__init__(app)
        self._audience = audience

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the open pages go first: the server waits for answers, and a stream never ends by itself."""
        self._audience.close()
        await super().shutdown(sockets)
