"""Keeps the files of a rehearsal in memory; when there are too many, the oldest are forgotten."""

import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kept:
    """One file on a shelf."""

    name: str
    content: bytes = field(repr=False)


class Shelf:
    """At most `most` files of at most `most_bytes` together, each under an id that nobody can guess."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._files: dict[str, Kept] = {}

    def put(self, name: str, content: bytes) -> str:
        """Keep a file; gives its id. One that alone is too large is forgotten at once."""
        id = secrets.token_urlsafe(16)
        self._files[id] = Kept(name, content)
        while len(self._files) > self._most or self._size() > self._most_bytes:
            del self._files[next(iter(self._files))]
        return id

    def get(self, id: str) -> Kept | None:
        """One file; None: there is none, or it has been forgotten."""
        return self._files.get(id)

    def _size(self) -> int:
        return sum(len(file.content) for file in self._files.values())
