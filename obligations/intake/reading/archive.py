"""Unpacks the parts of a zip file without trusting it; which parts are wanted, and what they mean, others know."""

import zlib
from io import BytesIO
from struct import error as StructError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from obligations.errors import Refusal
from obligations.intake.reading.kinds import Kind

# A workbook of sixty sheets full of pictures has a few hundred; every entry costs half a kilobyte before it is read.
ENTRIES = 2_000
# All parts that are read, together: 3,000 rows need about 4 MB. Pictures and embedded files are never unpacked.
EXPANDED = 64_000_000
CHUNK = 1_000_000
_LISTED = b"PK\x01\x02"     # stands before every entry of the list that zipfile reads
_SECRET = 0x1
_TROUBLE = (BadZipFile, LargeZipFile, StructError, NotImplementedError, OSError, EOFError, ValueError, OverflowError,
            zlib.error)


class Archive:
    """The entries of a zip file by name, of which at most `EXPANDED` bytes are unpacked in all."""

    def __init__(self, name: str, content: bytes) -> None:
        """Raises Refusal for a file called `name` that is no whole zip, has too many entries, names out of the
        folder or twice, or is locked by a password."""
        self.name = name
        if content.count(_LISTED) > ENTRIES:
            raise Refusal("file-too-many-parts", name=name)
        try:
            self._file = ZipFile(BytesIO(content))
        except _TROUBLE:
            raise self.broken() from None
        self._entries = {info.filename.lower(): info for info in self._file.infolist()}
        self._left = EXPANDED
        if len(self._entries) < len(self._file.infolist()) or any(map(_leads_out, self._entries)):
            raise self.broken()

    @property
    def names(self) -> frozenset[str]:
        """Every entry, in small letters: Office does not tell capitals apart in them."""
        return frozenset(self._entries)

    def broken(self) -> Refusal:
        """What is said about a file that Office itself would offer to repair."""
        return Refusal("file-broken", name=self.name)

    def read(self, path: str) -> bytes:
        """The bytes of the entry `path`. Raises Refusal where there is none, or where it is damaged, locked, or more
        than may still be unpacked."""
        info = self._entries.get(path.lower())
        if info is None or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.broken()
        if info.flag_bits & _SECRET:
            raise Refusal(f"file-is-{Kind.ENCRYPTED}", name=self.name)
        if info.file_size > self._left:
            raise self._too_large()
        try:
            return self._unpacked(info)
        except _TROUBLE:
            raise self.broken() from None

    def _unpacked(self, info: ZipInfo) -> bytes:
        # The size in the list may lie, so what really comes out is counted.
        chunks: list[bytes] = []
        with self._file.open(info) as source:
            while chunk := source.read(CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise self._too_large()
                chunks.append(chunk)
        return b"".join(chunks)

    def _too_large(self) -> Refusal:
        return Refusal("file-expands", name=self.name, megabytes=EXPANDED // 1_000_000)


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ":" in path or ".." in path.replace("\\", "/").split("/")
