"""A little HTTP/1.1 over asyncio streams: enough for a bot's calls, and able to hang up or to hang."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it came; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer with a JSON body, or what pretends to be one; or a file. It leaves in pieces, with `pause` seconds
    between them, and with `cut` no more than so many bytes of it; without `length` its end is where the talk ends.
    """

    status: int
    body: bytes
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    cut: int | None = None
    length: bool = True
    piece: int = 65_536     # bytes


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
            await _write(writer, answer)
            if answer.cut is not None or not answer.length:
                return
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


async def _write(writer: asyncio.StreamWriter, answer: Answer) -> None:
    writer.write(_head(answer))
    body = answer.body[: answer.cut]
    for start in range(0, len(body), answer.piece):
        writer.write(body[start : start + answer.piece])
        await writer.drain()
        if answer.pause:
            await asyncio.sleep(answer.pause)
    await writer.drain()


def _head(answer: Answer) -> bytes:
    headers = {"Content-Type": answer.kind, **answer.headers}
    if answer.length:
        headers["Content-Length"] = str(len(answer.body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} Said\r\n{lines}\r\n".encode()
