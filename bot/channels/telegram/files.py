"""Fetches a document from Telegram: asks where it is, downloads it, and tries again what may pass."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.connection import Downloads, RawBot, attempt
from bot.channels.telegram.errors import hopeless, seconds_to_wait, words
from obligations.errors import Refusal

TRIES = 3
_log = logging.getLogger(__name__)


async def fetch(bot: RawBot, downloads: Downloads, file_id: str, most: int,
                pause: Callable[[float], Awaitable[None]]) -> bytes:
    """The document with this id. Raises Refusal: file-too-big, file-not-fetched, file-elsewhere.

    Its address holds for an hour only, so each try asks for it anew.
    """
    asked = 0.0
    for failures in range(TRIES):
        if failures:
            await pause(max(asked, 2.0 ** (failures - 1)))
        told = await attempt(lambda: bot.file_told(file_id))
        asked = (seconds_to_wait(told) or 0.0) if isinstance(told, TelegramError) else 0.0
        found = _refusal(told) if isinstance(told, TelegramError) else await _get(downloads, told, most)
        if isinstance(found, Refusal):
            raise found
        if found is not None:
            return found
    raise Refusal("file-not-fetched")


async def _get(downloads: Downloads, told: dict[str, Any], most: int) -> bytes | Refusal | None:
    path, size = told.get("file_path"), told.get("file_size")
    least = size if isinstance(size, int) else 0
    if least > most:
        return Refusal("file-too-big")
    if not isinstance(path, str) or not path:
        return None
    if _leads_elsewhere(path):
        _log.error("the Bot API server names a file on its own disk; it must run without --local")
        return Refusal("file-elsewhere")
    return await downloads.get(path, least, most)


def _leads_elsewhere(path: str) -> bool:
    """Whether this is no path below the address of files: a server that runs with --local names one on its own
    disk, and what a server names is never opened on ours."""
    return path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/")


def _refusal(error: TelegramError) -> Refusal | None:
    """Why trying again cannot help; None: it may."""
    _log.warning("a file was not named: %s", words(error))
    if isinstance(error, BadRequest) and "too big" in str(error).lower():
        return Refusal("file-too-big")
    return Refusal("file-not-fetched") if hopeless(error) else None
