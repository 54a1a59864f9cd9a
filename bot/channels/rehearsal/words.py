"""The page's words, dates and messages in the reader's language, ready to be shown."""

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.rehearsal.audience import Message
from locales.catalogue import Texts

# What the page itself says; it asks for these by name and has no words of its own.
PAGE = (
    "title", "badge", "hint", "hint-close", "cast", "cast-open", "cast-close", "search", "none-found",
    "role-liaison", "role-office", "role-visitor", "unread", "clock", "hour", "day", "next-push", "date",
    "go", "moving", "messages", "empty", "bot", "you", "edited", "reply", "replying", "reply-cancel", "gone",
    "say", "placeholder-liaison", "placeholder-office", "placeholder-visitor", "send", "sending", "new-below",
    "offline", "failed",
)

# The same about files; these go by their whole names.
FILES = (
    "chat-file-attach", "chat-file-chosen", "chat-file-cancel", "chat-file-drop", "chat-file-one",
    "chat-file-too-big", "chat-file-empty", "chat-file-unnamed", "chat-file-download",
)

Shown = dict[str, object]


class Words:
    """Texts of one language and dates of one place."""

    def __init__(self, texts: Texts, zone: ZoneInfo) -> None:
        self._texts = texts
        self.zone = zone

    def __call__(self, key: str, **values: object) -> str:
        """One text by its full key."""
        return self._texts(key, **values)

    def page(self) -> Shown:
        """Every word of the page: its own under their names without the prefix."""
        words = {name: self(f"rehearsal-{name}") for name in PAGE} | {name: self(name) for name in FILES}
        return {"locale": self._texts.locale, "words": words}

    def clock(self, now: datetime) -> Shown:
        """The rehearsal's time (aware UTC) as the place's date, for the date field, and in words."""
        here = now.astimezone(self.zone)
        words = self("rehearsal-clock-face", year=here.year, day=self._day(here), time=f"{here:%H:%M}")
        return {"date": here.date().isoformat(), "words": words}

    def message(self, message: Message) -> Shown:
        """One message as the page shows it; its time is the place's."""
        here = message.at.astimezone(self.zone)
        return {
            "id": message.id, "chat": message.chat, "own": message.own, "text": message.text,
            "date": here.date().isoformat(), "day": self._day(here), "time": f"{here:%H:%M}",
            "buttons": [
                [{"label": button.label, "data": button.data} for button in row] for row in message.buttons
            ],
            "reply_to": message.reply_to, "edited": message.edited,
            "file": message.file and asdict(message.file),
        }

    def _day(self, here: datetime) -> str:
        month, weekday = self(f"rehearsal-month-{here.month}"), self(f"rehearsal-weekday-{here.isoweekday()}")
        return self("rehearsal-day-face", month=month, day=here.day, weekday=weekday)
