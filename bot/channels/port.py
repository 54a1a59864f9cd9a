"""What the process asks of a way to reach people, whatever messenger it is."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from handlers.request import Button, Request


@dataclass(frozen=True, slots=True)
class Limits:
    """What a messenger takes: UTF-16 units of a message's `text` and of a file's `caption`, bytes of the data of a
    `button` and of a `file`."""

    text: int
    caption: int
    button: int
    file: int


class Delivery(StrEnum):
    """What is known about one attempt to send."""

    SENT = "sent"          # accepted by the messenger
    UNSENT = "unsent"      # surely not delivered, may be tried again
    UNKNOWN = "unknown"    # the words had left, and what came back is not the messenger's: nobody can know
    DEAD = "dead"          # surely not delivered, and never will be (blocked, chat not found)


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file as it is sent."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one chat, as plain words; the channel escapes what its markup needs. With a `file` the
    words are its caption, and may be none; a file never replaces an earlier message.

    `edit`: the channel's id of an earlier message to replace, with its buttons; `or_new`: where that
    message is gone, the words come as a new one.
    """

    chat: str
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    edit: str | None = None
    or_new: bool = True
    file: OutgoingFile | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt ended. `retry_after` in seconds, from the messenger; `error` has no secrets;
    `moved_to`: the chat's new id, under which it can be reached from now on. `unreachable`: nothing
    will ever arrive in this chat (the bot was blocked, or there is no such chat)."""

    delivery: Delivery
    message: str | None = None
    retry_after: float | None = None
    error: str = ""
    moved_to: str | None = None
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """One raw update as it came: `number` orders and names it within the channel; `raw` is its JSON."""

    number: int
    raw: str


@dataclass(frozen=True, slots=True)
class CommandSet:
    """The command menu of one scope (`private`, `groups`, or `chat` with its id) and one language
    (a locale, "" for every other); `commands` are pairs of latin name and description."""

    scope: str
    chat: str | None
    language: str
    commands: tuple[tuple[str, str], ...]


Keep = Callable[[Sequence[Incoming]], Awaitable[None]]


class Channel(Protocol):
    """A messenger. `receive` hands every update to `keep`, which commits it, before confirming it."""

    name: str
    limits: Limits

    def is_group(self, chat: str) -> bool:
        """Whether several people read a chat."""

    def invite_link(self, code: str) -> str | None:
        """The address by which somebody comes in with a code; None: there is none, the code has to be typed."""

    async def register_commands(self, sets: Sequence[CommandSet]) -> tuple[CommandSet, ...]:
        """Show these menus; gives back those that were not taken, each with a log line."""

    async def send(self, message: Outgoing) -> Outcome:
        """Try once; never raises for what the messenger or the network does."""

    async def answers(self) -> bool:
        """Whether the messenger is there and answers like itself; never raises."""

    async def receive(self, keep: Keep) -> None:
        """Run until cancelled; ends with an exception when going on is pointless (wrong token)."""

    def read(self, raw: str, now: datetime) -> Request | None:
        """Turn a kept update into a request; None: nothing that concerns the bot."""

    async def fetch(self, file_id: str, most: int) -> bytes:
        """What stands in a document that was sent to the bot; the caller limits the time.

        Raises Refusal, whose sentence needs no values: file-too-big for more than `most` bytes, else
        file-not-fetched or file-elsewhere.
        """

    async def acknowledge_press(self, raw: str, toast: str) -> None:
        """Stop the button's waiting sign, best effort; does nothing for other updates."""
