"""What a person asks and what the bot answers, in the words of no messenger in particular."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Place(StrEnum):
    """Where something was said. Only a private chat may change anything."""

    PRIVATE = "private"
    GROUP = "group"


class Role(StrEnum):
    """Who somebody is to the bot."""

    VISITOR = "visitor"    # not enrolled
    LIAISON = "liaison"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class File:
    """A document that came with a message, as the messenger tells of it; none of it is known to be true.

    `name` is one clean line for showing, "" if there is none; `size` in bytes, None: not told; `id` is the
    channel's.
    """

    name: str
    size: int | None
    id: str


@dataclass(frozen=True, slots=True)
class Request:
    """One thing said by one account. `now` is aware UTC; `chat` and `account` are the channel's ids.

    `links` are addresses that the channel knows apart from the words (a text_link entity);
    `replied_to` is the channel's id of the bot's own message that was answered, or pressed;
    `button` is the data of a pressed button. `key` is the update's natural key.
    `attachment` is the kind of what came in place of words. `content` is what stands in `file`, None: not
    fetched; `file_trouble` the key of the sentence why not, "" where nobody tried.
    """

    key: str
    chat: str
    account: str
    now: datetime
    text: str = ""
    links: tuple[str, ...] = ()
    replied_to: str | None = None
    button: str | None = None
    place: Place = Place.PRIVATE
    forwarded: bool = False
    edited: bool = False
    name: str = ""
    language: str = ""
    attachment: str = ""
    file: File | None = None
    content: bytes | None = field(default=None, repr=False)
    file_trouble: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A press of it comes back as `Request.button`; `data` is short, for messengers take few bytes; a row with
    one that is too long for them is left out."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class ReplyFile:
    """A file that goes with a message. It is made when its turn to be sent comes, not before: `what` names the
    maker and what it is to make, as in `review:12`."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One message back. `text` is plain words, never markup; `items` are the numbers it shows, in
    order, so that an answer to it can say "the second one"; `edit`: replace the message pressed, or `of`.
    A `file` comes behind the words."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    items: tuple[int, ...] = ()
    edit: bool = False
    of: str | None = None
    toast: str = ""
    file: ReplyFile | None = None
