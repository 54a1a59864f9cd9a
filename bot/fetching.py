"""Fetches the documents that the office sends, in the background; what a document is, is decided by handlers.

Nobody else's are fetched: a stranger's file is not worth a byte.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.channels.port import Channel
from bot.redact import redact
from handlers.request import File, Place, Request
from handlers.understanding import Understanding
from obligations.errors import Refusal
from obligations.intake.reading.files import LARGEST
from storage import inbox, people
from storage.database import Database

PATIENCE = 120.0        # seconds for one document
AT_ONCE = 3             # documents under way or waiting to be handled: what may stand in memory
MOST_TRIES = 2          # a document in which the process ended so often is not looked into again

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one document: its content, or the key of the sentence why not; and what it means, where that
    was understood already."""

    content: bytes | None = field(default=None, repr=False)
    trouble: str = ""
    understanding: Understanding = field(default_factory=Understanding, repr=False, compare=False)

    def put_into(self, request: Request) -> Request:
        """The request with the document that came with it."""
        return replace(request, content=self.content, file_trouble=self.trouble)


NOTHING = Fetched()


class Fetching:
    """The documents on their way, by the id of the update that brought them; `arrived` is called for each.

    What is lost in a crash is fetched again: its update is handled only once the document is there. `understand` is
    called for each in a thread before that: what takes long is done where nobody else waits for it. It is written
    down before: a document that is too much for the machine must not end every process that starts.
    """

    def __init__(self, channel: Channel, database: Database, arrived: Callable[[], None],
                 understand: Callable[[Request], Understanding]) -> None:
        self._channel, self._database, self._arrived, self._understand = channel, database, arrived, understand
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._here: dict[int, Fetched] = {}
        self._alone = asyncio.Lock()    # one is understood at a time: where the process ends, it was that one

    async def of(self, update: int, request: Request | None) -> Fetched | None:
        """What came with an update; None: it is not here yet, ask again when something has arrived."""
        if update in self._here:
            return self._here[update]
        if update in self._under_way:
            return None
        if request is None or request.file is None or not await asyncio.to_thread(self._is_wanted, request):
            return NOTHING
        if len(self._under_way) + len(self._here) < AT_ONCE:
            self._under_way[update] = asyncio.create_task(self._fetch(update, request, request.file))
        return None

    def forget(self, update: int) -> None:
        """An update is handled: its document is needed no more."""
        self._here.pop(update, None)

    def stop(self) -> None:
        """Give up what is under way."""
        for task in self._under_way.values():
            task.cancel()

    def _is_wanted(self, request: Request) -> bool:
        if request.place is not Place.PRIVATE:
            return False
        with self._database.read() as session:
            member = people.by_account(session, self._channel.name, request.account)
        return member is not None and member.is_office

    async def _fetch(self, update: int, request: Request, file: File) -> None:
        try:
            fetched = await self._fetched(file)
            self._here[update] = await self._looked_into(update, request, fetched) if fetched.content else fetched
        finally:
            del self._under_way[update]
        self._arrived()

    async def _fetched(self, file: File) -> Fetched:
        if file.size is not None and file.size > LARGEST:
            return Fetched(trouble="file-too-big")
        try:
            async with asyncio.timeout(PATIENCE):
                return Fetched(await self._channel.fetch(file.id, LARGEST))
        except Refusal as refusal:
            return Fetched(trouble=refusal.key)
        except Exception as error:
            # Without its traceback: the address of a file is a secret of the messenger's.
            log.error("a document could not be fetched: %s", redact(repr(error)))
            return Fetched(trouble="file-not-fetched")

    async def _looked_into(self, update: int, request: Request, fetched: Fetched) -> Fetched:
        """A document that is understood by now, or the reason why nobody tries that again."""
        try:
            async with self._alone:
                if await asyncio.to_thread(self._tries, update) > MOST_TRIES:
                    log.error("the document of update %d ended the process %d times and is left", update, MOST_TRIES)
                    return Fetched(trouble="file-too-much")
                understood = await asyncio.to_thread(self._understand, fetched.put_into(request))
                return replace(fetched, understanding=understood)
        except Exception:      # its handler meets it again, and says so
            log.info("a document could not be understood beforehand", exc_info=True)
        return fetched

    def _tries(self, update: int) -> int:
        with self._database.write() as session:
            return inbox.tried(session, update)
