"""Makes the files that go out, when their turn comes and outside of any write: what is in them is their makers'."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.port import OutgoingFile
from locales.catalogue import LOCALES, texts
from storage import people
from storage.database import Session
from storage.outbox import Letter

Maker = Callable[[Session, str, datetime], bytes]
"""Makes one file of the words behind the colon, at a moment (aware UTC), from a view of the database."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Made:
    """A file ready to go, or the sentence that goes in its place."""

    file: OutgoingFile | None = None
    trouble: str = ""


class Workshop:
    """The files of one channel's messages, of at most `largest` bytes, made before anybody asks for the right to
    write."""

    def __init__(self, channel: str, largest: int, makers: Mapping[str, Maker]) -> None:
        self._channel, self._largest, self._makers = channel, largest, makers

    def made(self, session: Session, letters: Sequence[Letter], now: datetime) -> dict[int, Made]:
        """What goes with these letters, by their rows; those without a file have none."""
        return {letter.id: self._made(session, letter, now) for letter in letters if letter.planned.file}

    def _made(self, session: Session, letter: Letter, now: datetime) -> Made:
        assert letter.planned.file is not None
        name, what = letter.planned.file.name, letter.planned.file.what
        maker, _, words = what.partition(":")
        try:
            content = self._makers[maker](session, words, now)
        except Exception:
            log.exception("%s could not be made for message %d", what, letter.id)
            return Made(trouble=self._say(session, letter, "file-not-made"))
        if len(content) > self._largest:
            log.error("%s is too large for message %d: %d bytes", what, letter.id, len(content))
            return Made(trouble=self._say(session, letter, "file-made-too-big"))
        return Made(OutgoingFile(name, content))

    def _say(self, session: Session, letter: Letter, key: str) -> str:
        """In the language of whoever gets the letter: in private, chat and account have one id."""
        reader = people.by_account(session, self._channel, letter.planned.chat)
        return texts(reader.locale if reader else LOCALES[0])(key)
