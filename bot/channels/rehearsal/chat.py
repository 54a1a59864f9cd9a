"""The rehearsal's conversations, in memory: what was said, how far it has been read, and the files;
of too many files the oldest are forgotten."""

import secrets
from dataclasses import dataclass, field, replace
from itertools import count

from bot.channels.rehearsal.audience import Audience, Happening, Kind, Message
from handlers.request import Button

# Two years of daily pushes with an answer to each.
KEPT_PER_CHAT = 1_000


class ChatLog:
    """All chats of one rehearsal. Ids are numbers as text, counted over all chats from `after` + 1."""

    def __init__(self, audience: Audience, after: int = 0) -> None:
        self._audience = audience
        self._ids = count(after + 1)
        self._chats: dict[str, dict[str, Message]] = {}
        self._seen: dict[str, int] = {}

    def reserve(self) -> str:
        """The next id. Taken before words are kept, so that an answer can never stand above its question."""
        return str(next(self._ids))

    def add(self, message: Message) -> None:
        """Write one message down under the id reserved for it."""
        chat = self._chats.setdefault(message.chat, {})
        chat[message.id] = message
        if len(chat) > KEPT_PER_CHAT:
            del chat[min(chat, key=int)]
        self._audience.tell(Happening(Kind.MESSAGE, message))

    def edit(self, chat: str, id: str, text: str, buttons: tuple[tuple[Button, ...], ...]) -> bool:
        """Replace text and buttons of a message in place; False: there is no such message of the bot."""
        old = self.find(chat, id)
        if old is None or old.own:
            return False
        new = replace(old, text=text, buttons=buttons, edited=True)
        self._chats[chat][id] = new
        self._audience.tell(Happening(Kind.EDIT, new))
        return True

    def find(self, chat: str, id: str) -> Message | None:
        """One message of one chat; None: not there, or no longer."""
        return self._chats.get(chat, {}).get(id)

    def read(self, chat: str) -> tuple[Message, ...]:
        """What was said in one chat, in order."""
        return tuple(sorted(self._chats.get(chat, {}).values(), key=lambda message: int(message.id)))

    def unread(self, chat: str) -> int:
        """How many of the bot's messages came after the last one seen."""
        seen = self._seen.get(chat, 0)
        return sum(not message.own and int(message.id) > seen for message in self.read(chat))

    def mark_seen(self, chat: str, id: str) -> None:
        """Everything up to `id` has been seen; what was seen stays seen."""
        self._seen[chat] = max(self._seen.get(chat, 0), int(id))


@dataclass(frozen=True, slots=True)
class Kept:
    """One file on a shelf."""

    name: str
    content: bytes = field(repr=False)


class Shelf:
    """At most `most` files of at most `most_bytes` together, each under an id that nobody can guess."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._files: dict[str, Kept] = {}

    def put(self, name: str, content: bytes) -> str:
        """Keep a file; gives its id. One that alone is too large is forgotten at once."""
        id = secrets.token_urlsafe(16)
        self._files[id] = Kept(name, content)
        while len(self._files) > self._most or self._size() > self._most_bytes:
            del self._files[next(iter(self._files))]
        return id

    def get(self, id: str) -> Kept | None:
        """One file; None: there is none, or it has been forgotten."""
        return self._files.get(id)

    def _size(self) -> int:
        return sum(len(file.content) for file in self._files.values())
