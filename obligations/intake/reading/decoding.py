"""Turns the bytes of a text file into words, UTF-8 only; any other encoding is named and refused, never guessed."""

import re

from obligations.errors import Refusal
from obligations.intake.document import Place

# 3,000 rows have about 3 MB. Each line becomes at least one block of 200 bytes, so their number is bounded as well.
LARGEST_TEXT = 6_000_000
LINES = 300_000
_MARKS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"),
          (b"\xfe\xff", "UTF-16"))
# A damaged UTF-8 text has a few bad bytes; a GBK text that is read as UTF-8 has hardly a good one.
_FEW_BAD = 0.05
_SAMPLE = 20_000
_WORDS = re.compile(r"[\t\r\n -~\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_MOSTLY = 0.9
_ASCII = bytes(range(0x80))


def decoded(name: str, content: bytes) -> str:
    """The words of a text file called `name`, its lines parted by "\\n", without a byte order mark.

    Raises Refusal for another encoding, for a file that is no text, and for one that is too long.
    """
    if len(content) > LARGEST_TEXT:
        raise Refusal("file-text-too-large", name=name, megabytes=LARGEST_TEXT // 1_000_000)
    _check_encoding(name, content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(name, content, error.start) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > LINES:
        raise Refusal("file-too-many-lines", name=name, lines=LINES)
    return text


def _check_encoding(name: str, content: bytes) -> None:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    encoding = marked or (_wide(content) if b"\0" in content else None)
    if encoding:
        raise Refusal("file-encoding", name=name, encoding=encoding)
    if b"\0" in content:
        raise Refusal("file-no-text", name=name)


def _wide(content: bytes) -> str | None:
    """Which of the encodings of two or four bytes a text without a mark is in: the one that makes words of it."""
    for encoding, width in (("UTF-32", 4), ("UTF-16", 2)):
        whole = content[:_SAMPLE - _SAMPLE % width] if len(content) > _SAMPLE else content
        if len(whole) % width == 0 and any(_are_words(whole, f"{encoding}-{order}") for order in ("le", "be")):
            return encoding
    return None


def _are_words(content: bytes, codec: str) -> bool:
    text = content.decode(codec, "replace")
    return len(_WORDS.findall(text)) > _MOSTLY * len(text)


def _undecodable(name: str, content: bytes, at: int) -> Refusal:
    line = content.count(b"\n", 0, at) + 1
    bad = content.decode("utf-8", "replace").count("\ufffd")
    foreign = len(content.translate(None, _ASCII))
    if bad > _FEW_BAD * foreign and _decodes(content, "gb18030"):
        return Refusal("file-encoding", name=name, encoding="GBK")
    return Refusal("file-bad-byte", name=name, place=Place(line=line))


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
