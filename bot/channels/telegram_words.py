"""What words and buttons become on Telegram, and how long they are there."""

import html

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.request import Button


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 code units, so that most emoji count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """The first `most` UTF-16 code units; never half a character."""
    return _clean(text).encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def markup(text: str) -> str:
    """Plain words as Telegram's HTML."""
    return html.escape(_clean(text), quote=False)


def keyboard_of(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None: there are none."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_key(button) for button in row] for row in rows])


def _key(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(_clean(button.label), callback_data=button.data)


def _clean(text: str) -> str:
    """The text without halves of surrogate pairs, which cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
