"""The connection to a Bot API server: its requests, raw updates, downloads (whole or not at all), and
trying until it answers.

What is sent and received over it is decided in `channel.py`.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import httpx
from telegram import Bot
from telegram.error import BadRequest, Conflict, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.channels.port import Incoming
from bot.channels.telegram.errors import ChannelRefused, NotTheBotApi, hopeless, pause_after, words
from bot.channels.telegram.updates import KINDS, incoming
from bot.redact import redact
from obligations.errors import Refusal

CONNECTIONS = 8  # more at once are slower
OFFICIAL = "https://api.telegram.org"
SLACK = 15.0                # seconds that a whole answer may take beyond the wait for its first byte
TO_BRING = 120.0            # seconds more, where a file goes with the request
LARGEST_ANSWER = 16_000_000  # bytes; a hundred updates have less than one million
_log = logging.getLogger(__name__)
T = TypeVar("T")


class RawBot(Bot):
    """`telegram.Bot`, and the updates as the server wrote them: no field is lost, and one that the
    library cannot read does not stop those behind it."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Without the token, which the library's own has in it: tracebacks may show locals."""
        return "RawBot[token hidden]"

    async def raw_updates(self, offset: int | None, wait: float) -> list[Incoming]:
        """The updates from `offset` on, after at most `wait` seconds. Raises TelegramError."""
        data: dict[str, Any] = {"offset": offset, "timeout": int(wait), "allowed_updates": list(KINDS)}
        try:
            result = await self._post("getUpdates", data, read_timeout=wait + 10)
        except TelegramError:
            raise
        except Exception as error:      # a 200 that is JSON, but not the JSON that was promised
            raise TelegramError("getUpdates: unreadable answer") from error
        updates = [kept for kept in map(incoming, result if isinstance(result, list) else ()) if kept]
        if not updates and result != []:
            raise TelegramError("getUpdates: no list of updates")
        return updates

    async def file_told(self, file_id: str) -> dict[str, Any]:
        """What the server tells of a file. Not the library's `get_file`: that looks on this machine's disk for
        whatever path the server names. Raises TelegramError."""
        told = await self._post("getFile", {"file_id": file_id})
        return told if isinstance(told, dict) else {}


class BotApiRequest(HTTPXRequest):
    """Requests whose answers are believed only when a Bot API server wrote them, and only so large and so slow.

    The library takes any 200 for success, and any 403 for a person who has blocked the bot; a proxy in between says
    either in its own name. Its time-outs are for each read: an answer that drips byte by byte would have no end.
    """

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Status and body. Raises NotTheBotApi, TimedOut, and what the library raises."""
        asked, data = kwargs.get("read_timeout"), kwargs.get("request_data")
        wait = float(asked) if isinstance(asked, int | float) else self.read_timeout or 0.0
        try:
            async with asyncio.timeout(wait + SLACK + (TO_BRING if data and data.contains_files else 0.0)):
                status, body = await super().do_request(*args, **kwargs)
        except TimeoutError:
            raise TimedOut("the whole answer took too long") from None
        if not is_the_bot_apis(status, body):
            raise NotTheBotApi(status)
        return status, body


def is_the_bot_apis(status: int, body: bytes) -> bool:
    """Whether this is an answer in the form that the Bot API promises for every method."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(said, dict) or not isinstance(said.get("ok"), bool):
        return False
    if said["ok"]:
        return "result" in said
    return said.get("error_code") == status and isinstance(said.get("description"), str)


class _Measured(httpx.AsyncByteStream):
    """A body that ends with an error where it goes on for too long."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > LARGEST_ANSWER:
                raise httpx.ReadError(f"an answer of more than {LARGEST_ANSWER} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _measure(response: httpx.Response) -> None:
    if isinstance(response.stream, httpx.AsyncByteStream):
        response.stream = _Measured(response.stream)


class Downloads:
    """Files below one address, which is a secret: the token stands in it. The client is opened when a file comes,
    for that takes as long as a start may."""

    def __init__(self, address: str, open_client: Callable[[], httpx.AsyncClient]) -> None:
        self._address, self._open = address, open_client
        self._client: httpx.AsyncClient | None = None

    async def close(self) -> None:
        """Close every connection."""
        if self._client:
            await self._client.aclose()

    async def get(self, path: str, least: int, most: int) -> bytes | Refusal | None:
        """The file at `path`, of `least` to `most` bytes; None: it did not come, this time. A larger one is a
        Refusal as a value: raised here it would take the address along in its traceback."""
        self._client = self._client or self._open()
        content = bytearray()
        try:
            async with self._client.stream("GET", self._address + quote(path)) as answer:
                if not _is_plain(answer):
                    _log.warning("a file was not given: HTTP %d", answer.status_code)
                    return None
                async for piece in answer.aiter_raw():
                    content += piece
                    if len(content) > most:
                        return Refusal("file-too-big")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            _log.warning("a file did not come whole: %s", redact(str(error)) or type(error).__name__)
            return None
        return bytes(content) if len(content) >= least else None


class Connection:
    """A bot with its HTTP clients: several connections for sending, one of its own for polling, and `downloads`
    apart from both, so that a slow file keeps no message waiting.

    Raises ChannelRefused (proxy-unusable).
    """

    def __init__(self, token: str, api_url: str | None, proxy: str | None, answer: float) -> None:
        root = (api_url or OFFICIAL).rstrip("/")
        self._requests = sending, polling = (
            _request(root, proxy, CONNECTIONS, answer),
            _request(root, proxy, 1, answer),
        )
        self.bot = RawBot(
            token, f"{root}/bot", f"{root}/file/bot", request=sending, get_updates_request=polling
        )
        self.downloads = Downloads(f"{root}/file/bot{token}/", partial(_client, root, proxy, answer))

    async def start(self) -> None:
        """Open the clients. Not `Bot.initialize`: that needs the network, and names the token when
        it is refused."""
        await asyncio.gather(*(request.initialize() for request in self._requests))

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(request.shutdown() for request in self._requests), self.downloads.close())


async def patiently(call: Callable[[], Awaitable[T]], pause: Callable[[float], Awaitable[None]]) -> T:
    """Try until it succeeds, pausing longer each time; raises ChannelRefused if that cannot help."""
    failures = conflicts = 0
    while True:
        answer = await attempt(call)
        if not isinstance(answer, TelegramError):
            return answer
        failures += 1
        conflicts += isinstance(answer, Conflict)
        if refused := hopeless(answer, conflicts):
            raise refused
        wait = pause_after(answer, failures)
        _log.warning("Telegram: %s; again in %g s (failure %d)", words(answer), wait, failures)
        await pause(wait)


async def or_refused(call: Callable[[], Awaitable[T]]) -> T:
    """One try; raises ChannelRefused: token-refused, request-refused, messenger-unreachable."""
    answer = await attempt(call)
    if not isinstance(answer, TelegramError):
        return answer
    key = "request-refused" if isinstance(answer, BadRequest) else "messenger-unreachable"
    raise hopeless(answer) or ChannelRefused(key, reason=words(answer))


async def attempt(call: Callable[[], Awaitable[T]]) -> T | TelegramError:
    """The answer, or the error as a value: raised again it would drag the library's own along,
    with the request and its address in it."""
    try:
        return await call()
    except TelegramError as error:
        return error
    except Exception as error:      # whatever the library makes of an answer that is none of the Bot API's
        return TelegramError(f"unreadable answer: {words(error)}")


def _client(root: str, proxy: str | None, answer: float) -> httpx.AsyncClient:
    # What is not packed cannot unpack to more than was allowed.
    headers = {"Accept-Encoding": "identity"}
    return httpx.AsyncClient(proxy=proxy or None, timeout=answer, trust_env=_is_elsewhere(root), headers=headers)


def _is_plain(answer: httpx.Response) -> bool:
    return answer.status_code == 200 and answer.headers.get("content-encoding", "identity") == "identity"


def _is_elsewhere(root: str) -> bool:
    """A server on this machine is never behind the proxy that the environment may name."""
    return urlsplit(root).hostname not in ("127.0.0.1", "localhost", "::1")


def _request(root: str, proxy: str | None, size: int, answer: float) -> BotApiRequest:
    options = {"trust_env": _is_elsewhere(root), "event_hooks": {"response": [_measure]}}
    with suppress(ValueError, RuntimeError, TypeError, httpx.InvalidURL):
        return BotApiRequest(
            size, read_timeout=answer, pool_timeout=answer, proxy=proxy or None, httpx_kwargs=options
        )
    # Not raised from the library's error: that repeats the address, which may hold a password.
    raise ChannelRefused("proxy-unusable")
