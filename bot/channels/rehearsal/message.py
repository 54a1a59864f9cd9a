"""One message of a rehearsal chat, as a value."""

from dataclasses import dataclass
from datetime import datetime

from handlers.request import Button


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
