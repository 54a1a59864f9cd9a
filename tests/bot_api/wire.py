"""A little HTTP/1.1 over asyncio streams: enough for a bot's calls, and able to hang up or to hang."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it came; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer with a JSON body, or what pretends to be one."""

    status: int
    body: bytes


class Silence(Enum):
    """No answer: hang up at once, or stay silent until the client goes."""

    CUT = "cut"
    HANG = "hang"


Handle = Callable[[Call], Awaitable[Answer | Silence]]


async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, handle: Handle) -> None:
    """Answer the calls of one connection until either side ends it."""
    try:
        while (call := await _call(reader)) is not None:
            answer = await handle(call)
            if answer is Silence.HANG:
                await reader.read()
            if isinstance(answer, Silence):
                return
            writer.write(_encoded(answer))
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass  # killed clients are what this server is for
    finally:
        writer.close()


async def _call(reader: asyncio.StreamReader) -> Call | None:
    first = await reader.readline()
    if not first:
        return None
    headers: dict[str, str] = {}
    while line := (await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Call(first.split()[1].decode("latin-1"), headers, body)


def _encoded(answer: Answer) -> bytes:
    head = f"HTTP/1.1 {answer.status} Said\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(answer.body)}\r\n\r\n".encode() + answer.body
