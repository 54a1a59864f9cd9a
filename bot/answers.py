"""Turns the replies of a handler into rows of the outbox: one row is one message."""

from collections.abc import Iterator, Sequence

from bot.channels.port import Limits
from handlers.request import Button, Reply, ReplyFile, Request
from locales.messages import size
from storage.outbox import Kind, Planned, ToMake

FIRST = 1      # an answer goes before every notice


def answers(channel: str, limits: Limits, request: Request, replies: Sequence[Reply]) -> list[Planned]:
    """The messages that answer a request, within the limits of its channel, under keys that a replay of it would give
    again."""
    return [planned for part, reply in enumerate(replies)
            for planned in _messages(channel, limits, request, reply, f"answer:{request.key}:{part}")]


def _messages(channel: str, limits: Limits, request: Request, reply: Reply, key: str) -> Iterator[Planned]:
    """The words, with the file where they can be its caption; else the file comes behind them on its own."""
    together = reply.file is not None and not reply.edit and size(reply.text) <= limits.caption
    buttons = tuple(tuple((button.label, button.data) for button in row) for row in reply.buttons if _fits(row, limits))
    yield Planned(key, channel, request.chat, Kind.CARD if reply.of else Kind.ANSWER, None, reply.text, buttons,
                  reply.items, (reply.of or request.replied_to) if reply.edit else None, FIRST,
                  _to_make(reply.file) if together else None)
    if reply.file is not None and not together:
        yield Planned(f"{key}:file", channel, request.chat, Kind.ANSWER, priority=FIRST, file=_to_make(reply.file))


def _fits(row: Sequence[Button], limits: Limits) -> bool:
    """Whether the messenger takes the data of all of them; those that turn pages are of no use one by one."""
    return all(len(button.data.encode()) <= limits.button for button in row)


def _to_make(file: ReplyFile | None) -> ToMake | None:
    return ToMake(file.name, file.what) if file else None
