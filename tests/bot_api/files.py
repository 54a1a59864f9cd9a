"""Documents that people send: where Telegram keeps them, what it tells of them, and how they are downloaded.

Source: https://core.telegram.org/bots/api#getfile.
"""

from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from tests.bot_api.wire import Answer

Json = dict[str, Any]
LARGEST = 20_000_000
ROOT = "/file/bot"


@dataclass
class Stored:
    """One document. `told`: the size that getFile tells, None: the true one; `path`: "" for one of Telegram's own
    making. `pause`, `length`, `headers`: how it is downloaded, see `Answer`."""

    id: str
    content: bytes
    told: int | None = None
    path: str = ""
    pause: float = 0.0
    length: bool = True
    headers: Json | None = None


def store(files: dict[str, Stored], data: Json) -> Json:
    """Keep a document that a person sends; the `document` of the message about it."""
    stored = Stored(f"BQAC{len(files) + 1}", b64decode(data["content"]) * data.get("times", 1), **data.get("how", {}))
    stored.path = stored.path or f"documents/file_{len(files) + 1}"
    files[stored.id] = stored
    size = data.get("claimed", len(stored.content))
    return {"file_id": stored.id, "file_unique_id": f"u{stored.id}", "file_name": data["name"], "file_size": size}


def expire(files: dict[str, Stored]) -> None:
    """An hour goes by: what getFile told of paths holds no more."""
    for stored in files.values():
        stored.path += "0"


def told(stored: Stored) -> Json:
    """What getFile tells."""
    size = len(stored.content) if stored.told is None else stored.told
    return {"file_id": stored.id, "file_unique_id": f"u{stored.id}", "file_size": size, "file_path": stored.path}


def download(files: dict[str, Stored], path: str) -> Answer | None:
    """The file at a path; None: there is none (any more)."""
    found = next((one for one in files.values() if one.path == path), None)
    if found is None:
        return None
    return Answer(200, found.content, "application/octet-stream", found.headers or {}, found.pause,
                  length=found.length)
