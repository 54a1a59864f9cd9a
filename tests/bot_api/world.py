"""What Telegram knows: chats, messages, updates not yet confirmed, and a log of what the bot did."""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bot_api.files import Stored

Json = dict[str, Any]


class Refused(Exception):
    """A call that the Bot API answers with an error. `fault`: it breaks a documented limit, so a
    correct bot never makes it; `parameters` go into the answer."""

    def __init__(self, status: int, description: str, *, fault: bool = False, **parameters: int) -> None:
        super().__init__(description)
        self.status, self.description = status, description
        self.fault, self.parameters = fault, parameters


@dataclass
class World:
    """One bot's Telegram. Everything is touched by the server's own thread only."""

    token: str
    username: str = "gongkai_test_bot"
    log: Path | None = None
    chats: dict[int, Json] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    messages: dict[tuple[int, int], Json] = field(default_factory=dict)
    pending: list[Json] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    accepted: list[Json] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    calls: dict[str, int] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    answered: dict[str, str] = field(default_factory=dict)
    files: dict[str, Stored] = field(default_factory=dict)
    open_queries: set[str] = field(default_factory=set)
    confirmed: int = 0
    turn: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _message: int = 0
    _update: int = 1000

    @property
    def bot(self) -> Json:
        """The bot's own account, as getMe gives it."""
        number = int(self.token.split(":")[0])
        return {"id": number, "is_bot": True, "first_name": "政务公开提醒", "username": self.username}

    def chat(self, number: int, *, group: bool = False) -> Json:
        """A chat, made when it is first mentioned."""
        kind = {"id": number, "type": "supergroup" if group else "private"}
        return self.chats.setdefault(number, kind)

    def known_chat(self, number: int) -> Json:
        """The chat a bot wants to write to; refuses as Telegram does."""
        if number in self.migrated:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, text, migrate_to_chat_id=self.migrated[number])
        if number not in self.chats:
            raise Refused(400, "Bad Request: chat not found")
        if number in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return self.chats[number]

    def message(self, chat: Json, sender: Json, **content: Any) -> Json:
        """A new message in a chat."""
        self._message += 1
        made = {"message_id": self._message, "date": int(time.time()), "chat": chat, "from": sender}
        self.messages[chat["id"], self._message] = made | content
        return self.messages[chat["id"], self._message]

    def bring(self, kind: str, content: Json) -> int:
        """Queue an update, unless the bot never asked for its kind; its number either way."""
        self._update += 1
        if not self.allowed or kind in self.allowed:
            self.pending.append({"update_id": self._update, kind: content})
        self.arrived.set()
        return self._update

    def confirm(self, offset: int) -> None:
        """Forget the updates below `offset`."""
        self.confirmed = max(self.confirmed, offset - 1)
        self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def record(self, method: str, message: Json, words: str) -> None:
        """Note an accepted message, in memory and in the log file, before anybody hears of it."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        line = {
            "method": method,
            "chat": message["chat"]["id"],
            "message_id": message["message_id"],
            "text": words,
            "buttons": [button.get("callback_data") for row in rows for button in row],
        }
        if "document" in message:
            line["file"] = {"name": message["document"]["file_name"], "size": message["document"]["file_size"],
                            "content": message["content"]}
        self.accepted.append(line)
        if self.log is not None:
            with self.log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def state(self) -> Mapping[str, Any]:
        """What a test may look at."""
        return {
            "accepted": self.accepted,
            "violations": self.violations,
            "pending": [update["update_id"] for update in self.pending],
            "confirmed": self.confirmed,
            "allowed": self.allowed,
            "commands": self.commands,
            "webhook": self.webhook,
            "answered": self.answered,
            "calls": self.calls,
        }
