"""What is said in the rehearsal, who is watching its page, and telling them; what to tell is decided elsewhere."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.request import Button

# A page that reads this slowly is let go; it connects again and loads the chat afresh.
BACKLOG = 1_000


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file in a chat: `size` in bytes; `id`: where its content stands on a shelf."""

    name: str
    size: int
    id: str


@dataclass(frozen=True, slots=True)
class Message:
    """What was said in one chat. `at` is the rehearsal's time, aware UTC; `own`: the person's words."""

    id: str
    chat: str
    own: bool
    text: str
    at: datetime
    buttons: tuple[tuple[Button, ...], ...] = ()
    reply_to: str | None = None
    edited: bool = False
    file: SharedFile | None = None


class Kind(StrEnum):
    """What can happen while a page is open."""

    MESSAGE = "message"
    EDIT = "edit"
    CLOCK = "clock"
    TOAST = "toast"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened: `message` for MESSAGE and EDIT, `chat` and `words` for TOAST."""

    kind: Kind
    message: Message | None = None
    chat: str = ""
    words: str = ""


# None ends the stream.
Feed = asyncio.Queue[Happening | None]


class Audience:
    """The open pages. To be used from one event loop only."""

    def __init__(self) -> None:
        self._feeds: set[Feed] = set()
        self._closed = False

    @contextmanager
    def watch(self) -> Iterator[Feed]:
        """A feed of all that happens from now on; it ends with None."""
        feed: Feed = asyncio.Queue()
        self._feeds.add(feed)
        if self._closed:
            feed.put_nowait(None)
        try:
            yield feed
        finally:
            self._feeds.discard(feed)

    def tell(self, happening: Happening) -> None:
        """Pass one thing on to every open page."""
        for feed in tuple(self._feeds):
            if feed.qsize() < BACKLOG:
                feed.put_nowait(happening)
            else:
                self._feeds.discard(feed)
                feed.put_nowait(None)

    def close(self) -> None:
        """End every feed, also those that begin later: the server is stopping."""
        self._closed = True
        for feed in self._feeds:
            feed.put_nowait(None)
