"""Downloads one file over HTTP, whole or not at all, and never more of it than was allowed."""

import logging
from collections.abc import Callable
from urllib.parse import quote

import httpx

from bot.redact import redact
from obligations.errors import Refusal

_log = logging.getLogger(__name__)


class Downloads:
    """Files below one address, which is a secret: the token stands in it. The client is opened when a file comes,
    for that takes as long as a start may."""

    def __init__(self, address: str, open_client: Callable[[], httpx.AsyncClient]) -> None:
        self._address, self._open = address, open_client
        self._client: httpx.AsyncClient | None = None

    async def close(self) -> None:
        """Close every connection."""
        if self._client:
            await self._client.aclose()

    async def get(self, path: str, least: int, most: int) -> bytes | Refusal | None:
        """The file at `path`, of `least` to `most` bytes; None: it did not come, this time. A larger one is a
        Refusal as a value: raised here it would take the address along in its traceback."""
        self._client = self._client or self._open()
        content = bytearray()
        try:
            async with self._client.stream("GET", self._address + quote(path)) as answer:
                if not _is_plain(answer):
                    _log.warning("a file was not given: HTTP %d", answer.status_code)
                    return None
                async for piece in answer.aiter_raw():
                    content += piece
                    if len(content) > most:
                        return Refusal("file-too-big")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            _log.warning("a file did not come whole: %s", redact(str(error)) or type(error).__name__)
            return None
        return bytes(content) if len(content) >= least else None


def _is_plain(answer: httpx.Response) -> bool:
    return answer.status_code == 200 and answer.headers.get("content-encoding", "identity") == "identity"
