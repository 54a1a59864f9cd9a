"""The rehearsal as a messenger: takes what the page posts, keeps it, and shows what the bot sends."""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count

from bot.channels.filenames import clean_name
from bot.channels.port import CommandSet, Delivery, Incoming, Keep, Outcome, Outgoing
from bot.channels.rehearsal.audience import Audience, Happening, Kind, Message, SharedFile
from bot.channels.rehearsal.chat import ChatLog, Shelf
from bot.channels.rehearsal.stage import CastMember
from bot.channels.telegram import LIMITS
from handlers.request import File, Request
from obligations.errors import Refusal

log = logging.getLogger(__name__)

# Seconds that a post waits to be kept before the page is told that it was not.
PATIENCE = 10.0
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Post:
    """Something the page sent, on its way to being kept; a press has no message of its own."""

    incoming: Incoming
    message: Message | None
    kept: asyncio.Future[None]


class RehearsalChannel:
    """A messenger that is one page in the browser.

    `now` gives the rehearsal's time, aware UTC. `updates_after` and `messages_after` are the highest
    numbers used by an earlier run on the same database, so that no number is given twice.
    """

    name = "rehearsal"
    limits = LIMITS     # of the messenger that is rehearsed

    def __init__(self, now: Callable[[], datetime], updates_after: int = 0, messages_after: int = 0) -> None:
        self.audience = Audience()
        self.log = ChatLog(self.audience, messages_after)
        self.sent = Shelf(100, 200 * MB)        # what the bot sent, to be downloaded
        self._brought = Shelf(20, 100 * MB)     # what people sent, until it is fetched
        self._now = now
        self._numbers = count(updates_after + 1)
        self._posts: asyncio.Queue[Post] = asyncio.Queue()

    def is_group(self, chat: str) -> bool:
        """Never: each chat is one person's."""
        return False

    def invite_link(self, code: str) -> None:
        """There is none: whoever watches the page plays everybody."""

    async def register_commands(self, sets: Sequence[CommandSet]) -> tuple[CommandSet, ...]:
        """None is shown: the page has no menus."""
        return tuple(sets)

    async def send(self, message: Outgoing) -> Outcome:
        """Show one message. An edit of something no longer there (a restart) comes as a new message."""
        edit = None if message.file else message.edit
        if edit is not None and self.log.edit(message.chat, edit, message.text, message.buttons):
            return Outcome(Delivery.SENT, edit)
        if not message.or_new:
            return Outcome(Delivery.DEAD, error="the message to edit is gone")
        id = self.log.reserve()
        file = _put(self.sent, message.file.name, message.file.content) if message.file else None
        self.log.add(Message(id, message.chat, False, message.text, self._now(), message.buttons, file=file))
        return Outcome(Delivery.SENT, id)

    async def fetch(self, file_id: str, most: int) -> bytes:
        """What stands in a file that a person sent. Raises Refusal: file-too-big, file-not-fetched."""
        kept = self._brought.get(file_id)
        if kept is None:
            raise Refusal("file-not-fetched")
        if len(kept.content) > most:
            raise Refusal("file-too-big")
        return kept.content

    async def answers(self) -> bool:
        """Always: the page is served by this very process."""
        return True

    async def receive(self, keep: Keep) -> None:
        """Keep what the page posts, one after another, until cancelled.

        A post that could not be kept is refused to the page and the next one is taken: unlike a
        messenger's server, the person is still there and can send it again.
        """
        while True:
            await self._take(await self._posts.get(), keep)

    async def _take(self, post: Post, keep: Keep) -> None:
        if post.kept.done():    # the page has given up waiting, and has said so
            return
        try:
            await keep([post.incoming])
        except Exception:
            log.exception("rehearsal: update %d was not kept", post.incoming.number)
        else:
            if post.message is not None:
                self.log.add(post.message)
            if not post.kept.done():
                post.kept.set_result(None)
        finally:
            if not post.kept.done():
                post.kept.set_exception(Refusal("rehearsal-not-kept"))

    async def say(self, member: CastMember, text: str, reply_to: str | None) -> str:
        """Words of a person; returns their message id once kept. Raises Refusal when they were not."""
        message = Message(self.log.reserve(), member.chat, True, text, self._now(), reply_to=reply_to)
        await self._post(member, message, text=text, reply_to=reply_to)
        return message.id

    async def hand_over(self, member: CastMember, name: str, content: bytes, caption: str,
                        reply_to: str | None = None) -> str:
        """A file of a person; returns its message's id once kept. Raises Refusal when it was not. What is kept
        names the file; its content stays in memory, for a rehearsal begins anew with each start."""
        file = _put(self._brought, name, content)
        message = Message(self.log.reserve(), member.chat, True, caption, self._now(), reply_to=reply_to, file=file)
        await self._post(member, message, text=caption, reply_to=reply_to, file=asdict(file))
        return message.id

    async def press(self, member: CastMember, message: str, data: str) -> None:
        """A press of a button under `message`; returns once kept. Raises Refusal when it was not."""
        await self._post(member, None, button=data, reply_to=message)

    async def _post(self, member: CastMember, message: Message | None, **said: object) -> None:
        number = next(self._numbers)
        update = {"number": number, "chat": member.chat, "name": member.name, **said}
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._posts.put_nowait(Post(Incoming(number, json.dumps(update, ensure_ascii=False)), message, kept))
        try:
            async with asyncio.timeout(PATIENCE):
                await kept
        except TimeoutError:
            raise Refusal("rehearsal-not-kept") from None

    def read(self, raw: str, now: datetime) -> Request | None:
        """Turn a kept post into a request; None: not a post of this channel."""
        try:
            update = json.loads(raw)
            return Request(
                key=f"{self.name}:{update['number']}", chat=update["chat"], account=update["chat"], now=now,
                text=update.get("text", ""), replied_to=update["reply_to"], button=update.get("button"),
                name=update["name"], attachment="document" if "file" in update else "",
                file=File(**update["file"]) if "file" in update else None,
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    async def acknowledge_press(self, raw: str, toast: str) -> None:
        """Show `toast` for a moment to whoever pressed; other updates have nothing to stop."""
        request = self.read(raw, self._now())
        if request is not None and request.button is not None and toast:
            self.audience.tell(Happening(Kind.TOAST, chat=request.chat, words=toast))


def _put(shelf: Shelf, name: str, content: bytes) -> SharedFile:
    name = clean_name(name)
    return SharedFile(name, len(content), shelf.put(name, content))
