"""Reads what the page posts, within limits; what comes of it is decided elsewhere."""

import json
from collections.abc import AsyncIterable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.channels.telegram import LIMITS
from obligations.errors import Refusal

MAX_BODY = 65_536               # bytes
MAX_FILE = 20_000_000           # bytes
MAX_NAME = 1_000                # characters of a file's name: more than any system allows
MAX_TEXT = 20_000               # characters: far more than a messenger allows, so that it can be tried
MAX_DATA = LIMITS.button        # bytes
MAX_ID = 64                     # characters
FARTHEST = timedelta(days=366)  # one move of the clock runs a round for each day on the way
BEFORE_PUSH = time(8, 59)

Body = Mapping[str, object]


async def read_file(chunks: AsyncIterable[bytes]) -> bytes:
    """The posted file. Raises Refusal when it is too large, or empty."""
    content = await _read(chunks, MAX_FILE, "chat-file-too-big")
    if not content:
        raise Refusal("chat-file-empty")
    return content


def short_in(query: Mapping[str, str], name: str, most: int) -> str:
    """Words that come along with a file, "" if there are none. Raises Refusal for more than `most` characters."""
    text = query.get(name, "")
    if len(text) > most:
        raise Refusal("rehearsal-not-understood")
    return text.strip()


async def _read(chunks: AsyncIterable[bytes], most: int, too_large: str) -> bytes:
    raw = bytearray()
    async for chunk in chunks:
        raw += chunk
        if len(raw) > most:
            raise Refusal(too_large)
    return bytes(raw)


async def read_body(chunks: AsyncIterable[bytes]) -> Body:
    """The posted JSON object. Raises Refusal when it is too large or not one."""
    raw = await _read(chunks, MAX_BODY, "rehearsal-body-too-large")
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise Refusal("rehearsal-not-understood") from None
    if not isinstance(body, dict):
        raise Refusal("rehearsal-not-understood")
    return body


def words_in(body: Body) -> str:
    """What the person wants to say. Raises Refusal when it is nothing, or too much."""
    text = _text(body, "text")
    if not text.strip():
        raise Refusal("rehearsal-nothing-said")
    if len(text) > MAX_TEXT:
        raise Refusal("rehearsal-text-too-long", limit=MAX_TEXT)
    return text


def id_in(body: Body, name: str) -> str:
    """A chat's or a message's id."""
    id = _text(body, name)
    if not 0 < len(id) <= MAX_ID:
        raise Refusal("rehearsal-not-understood")
    return id


def data_in(body: Body) -> str:
    """The data of a pressed button."""
    data = _text(body, "data")
    if not 0 < len(data.encode()) <= MAX_DATA:
        raise Refusal("rehearsal-not-understood")
    return data


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise Refusal("rehearsal-not-understood")
    try:
        value.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which no database takes
        raise Refusal("rehearsal-not-understood") from None
    return value


def time_in(body: Body, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Where the clock is to go, aware UTC; None: to the next push. `date` is a day of `zone`, at 08:59."""
    match dict(body):
        case {"to": "next-push", **rest} if not rest:
            return None
        case {"minutes": int(minutes), **rest} if not rest and not isinstance(minutes, bool) and minutes > 0:
            return _near(now, minutes)
        case {"date": str(day), **rest} if not rest:
            return _morning(day, now, zone)
    raise Refusal("rehearsal-not-understood")


def _near(now: datetime, minutes: int) -> datetime:
    if minutes > FARTHEST // timedelta(minutes=1):
        raise Refusal("rehearsal-clock-too-far", days=FARTHEST.days)
    return now + timedelta(minutes=minutes)


def _morning(day: str, now: datetime, zone: ZoneInfo) -> datetime:
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Refusal("rehearsal-not-a-date") from None
    if wanted - now.astimezone(zone).date() > FARTHEST:
        raise Refusal("rehearsal-clock-too-far", days=FARTHEST.days)
    return datetime.combine(wanted, BEFORE_PUSH, zone).astimezone(now.tzinfo)
