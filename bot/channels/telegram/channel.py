"""Telegram as a channel: sends once, keeps updates before it confirms them, registers commands.

What an error means is decided in `errors.py`, what an update says in `updates.py`;
pacing, and sending again, belong to the sender over the outbox.
"""

import asyncio
import html
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial

from telegram import (
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.channels.filenames import clean_name
from bot.channels.port import CommandSet, Delivery, Keep, Outcome, Outgoing, OutgoingFile
from bot.channels.telegram import LIMITS, NAME, invite_link, is_group
from bot.channels.telegram.connection import Connection, attempt, or_refused, patiently
from bot.channels.telegram.errors import ChannelRefused, not_editable, not_modified, outcome, words
from bot.channels.telegram.files import fetch
from bot.channels.telegram.updates import KINDS, pressed_query, read_update
from handlers.request import Button, Request

LONGEST_TOAST = 200
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_log = logging.getLogger(__name__)


class TelegramChannel:
    """One bot token. `api_url`: root of a Bot API server; `proxy`: an http:// or socks5:// address.

    `wait`: seconds that one poll stays open; `answer`: seconds to wait for any other answer;
    `pause` sleeps between failed polls; `on_contact` is called after each poll that Telegram answered.
    Raises ChannelRefused: token-refused for one that cannot be a token, proxy-unusable.
    """

    name = NAME
    limits = LIMITS

    def __init__(
        self,
        token: str,
        *,
        api_url: str | None = None,
        proxy: str | None = None,
        wait: float = 30,
        answer: float = 20,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if not _TOKEN.fullmatch(token):
            raise ChannelRefused("token-refused")
        self._connection = Connection(token, api_url, proxy, answer)
        self._bot = self._connection.bot
        self._wait = wait
        self._pause = pause
        self._id: int | None = None
        self._username = ""
        self.on_contact: Callable[[], Awaitable[None]] = _nothing

    async def start(self) -> None:
        """Get ready; asks nothing of the network, so that the process can start before it is there."""
        await self._connection.start()

    async def close(self) -> None:
        """Close every connection."""
        await self._connection.close()

    async def identity(self) -> str:
        """The bot's username. Raises ChannelRefused: token-refused, messenger-unreachable."""
        me = await or_refused(self._bot.get_me)
        self._id, self._username = me.id, me.username or ""
        return self._username

    def is_group(self, chat: str) -> bool:
        """Whether several people read a chat."""
        return is_group(chat)

    def invite_link(self, code: str) -> str | None:
        """The address that opens the bot with the code already typed; None before its name is known."""
        return invite_link(self._username, code)

    async def send(self, message: Outgoing) -> Outcome:
        """Try once. What is too long or too large, which callers split, could only be refused: it is not tried."""
        if excess := _excess(message):
            return Outcome(Delivery.DEAD, error=excess)
        keyboard = keyboard_of(message.buttons)
        try:
            edited = await self._edit(message, keyboard)
            if edited is None and not message.or_new:
                return Outcome(Delivery.DEAD, error="the message to edit is gone")
            return edited or await self._say(message, keyboard)
        except TelegramError as error:
            return outcome(error)
        except Exception as error:    # success, but of nothing that a message would look like
            return Outcome(Delivery.UNKNOWN, error=f"unreadable answer: {words(error)}")

    async def answers(self) -> bool:
        """Whether `getMe` names this bot, as it did at the start: then it is Telegram that is there."""
        me = await attempt(self._bot.get_me)
        return not isinstance(me, TelegramError) and self._id in (None, me.id)

    async def _say(self, message: Outgoing, keyboard: InlineKeyboardMarkup | None) -> Outcome:
        if message.file is not None:
            return await self._hand_over(message, message.file, keyboard)
        sent = await self._bot.send_message(
            message.chat,
            markup(message.text),
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
        return Outcome(Delivery.SENT, _number(sent))

    async def _hand_over(
        self, message: Outgoing, file: OutgoingFile, keyboard: InlineKeyboardMarkup | None
    ) -> Outcome:
        sent = await self._bot.send_document(
            message.chat,
            file.content,
            filename=clean_name(file.name) or None,
            caption=markup(message.text) or None,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
        return Outcome(Delivery.SENT, _number(sent))

    async def _edit(self, message: Outgoing, keyboard: InlineKeyboardMarkup | None) -> Outcome | None:
        """Replace the earlier message; None: there is none (any more), so a new one is wanted."""
        if message.edit is None or not message.edit.isdecimal() or message.file is not None:
            return None
        try:
            await self._bot.edit_message_text(
                markup(message.text),
                message.chat,
                int(message.edit),
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
            )
        except TelegramError as error:
            if not_editable(error):
                return None
            if not not_modified(error):
                raise
        return Outcome(Delivery.SENT, message.edit)

    async def receive(self, keep: Keep) -> None:
        """Hand updates to `keep` until cancelled; only the poll after it confirms what it committed.

        Raises ChannelRefused (token-refused, token-in-use) and whatever `keep` raises: those
        updates stay unconfirmed, and come again to whoever polls next.
        """
        await patiently(self._bot.delete_webhook, self._pause)
        offset: int | None = None
        while True:
            poll = partial(self._bot.raw_updates, offset, self._wait)
            batch = await patiently(poll, self._pause)
            await self.on_contact()
            if batch:
                await keep(batch)
                offset = max(update.number for update in batch) + 1

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates brought to `url` instead. Raises ChannelRefused: token-refused,
        request-refused, messenger-unreachable."""
        await or_refused(lambda: self._bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS))

    def read(self, raw: str, now: datetime) -> Request | None:
        """The request in a kept update; None: nothing that concerns the bot."""
        return read_update(raw, now, self._username)

    async def fetch(self, file_id: str, most: int) -> bytes:
        """What stands in a document. Raises Refusal: file-too-big, file-not-fetched, file-elsewhere."""
        return await fetch(self._bot, self._connection.downloads, file_id, most, self._pause)

    async def acknowledge_press(self, raw: str, toast: str) -> None:
        """Stop the button's waiting sign, best effort: a press is answerable for a short while only."""
        query = pressed_query(raw)
        if query is None:
            return
        text = cut(toast, LONGEST_TOAST) or None
        answer = await attempt(lambda: self._bot.answer_callback_query(query, text))
        if isinstance(answer, TelegramError):
            _log.info("a button press was not acknowledged: %s", words(answer))

    async def register_commands(self, sets: Sequence[CommandSet]) -> tuple[CommandSet, ...]:
        """Show these menus; gives back those that Telegram did not take, each with a log line."""
        return tuple([menu for menu in sets if not await self._registered(menu)])

    async def _registered(self, menu: CommandSet) -> bool:
        answer = await attempt(
            lambda: self._bot.set_my_commands(
                menu.commands, scope=_scope(menu), language_code=menu.language.partition("-")[0] or None
            )
        )
        if isinstance(answer, TelegramError):
            _log.warning("the command menu %s/%s was refused: %s", menu.scope, menu.language, words(answer))
            return False
        return True


async def _nothing() -> None:
    """Nobody wants to know."""


def _number(sent: Message) -> str:
    """The number of a message that was sent. Raises ValueError for what cannot be one."""
    if type(sent.message_id) is not int:
        raise ValueError("a message without a number")
    return str(sent.message_id)


def _excess(message: Outgoing) -> str:
    """What is too much about a message; "": nothing."""
    length, most = units(message.text), LIMITS.caption if message.file else LIMITS.text
    if length > most:
        return f"{length} characters, {most} are allowed"
    size = len(message.file.content) if message.file else 0
    return f"{size} bytes, {LIMITS.file} are allowed" if size > LIMITS.file else ""


def _scope(menu: CommandSet) -> BotCommandScope:
    if menu.chat is not None:
        return BotCommandScopeChat(menu.chat)
    return BotCommandScopeAllGroupChats() if menu.scope == "groups" else BotCommandScopeAllPrivateChats()


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
