"""Telegram, and what is known of it without its library: its limits, its groups, its links."""

from bot.channels.port import Limits

NAME = "telegram"
LIMITS = Limits(text=4096, caption=1024, button=64, file=50_000_000)


def is_group(chat: str) -> bool:
    """Whether the id is a group's: those are negative."""
    return chat.startswith("-")


def invite_link(bot_name: str, code: str) -> str | None:
    """The address that opens the bot with the code already typed; None: the bot has no name yet, for only Telegram
    knows it, and it is asked when the bot first runs."""
    return f"https://t.me/{bot_name}?start={code}" if bot_name else None
