"""Reads a raw Telegram update as a `Request`; trusts no field to be there or to have the right type.

What the words mean is decided by the router; an update that does not concern the bot is None.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.channels.filenames import clean_name
from bot.channels.port import Incoming
from handlers.request import File, Place, Request

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
# What may come in place of words, the most telling first: an animation also comes as a document.
ATTACHMENTS = (
    "animation", "document", "photo", "video", "audio", "voice", "video_note", "sticker",
    "contact", "location", "poll",
)  # fmt: skip
_FORWARDED = ("forward_origin", "forward_date", "forward_from", "forward_from_chat")
_PLACES = {"private": Place.PRIVATE, "group": Place.GROUP, "supergroup": Place.GROUP}
_LARGEST = 2**63
LONGEST_ID = 512  # Telegram's have about 100 characters

Fields = Mapping[str, object]


def incoming(update: object) -> Incoming | None:
    """A parsed update as what is kept; None: it has no number, so it cannot be one.

    ASCII JSON: half a surrogate pair or a NUL stays an escape, which every database takes.
    """
    number = _number(_fields(update).get("update_id"))
    return None if number is None else Incoming(number, json.dumps(update))


def read_update(raw: str, now: datetime, username: str = "") -> Request | None:
    """The request in a kept update, at `now` (aware UTC); None: nothing that concerns the bot.

    `username`: the bot's own; `/status@it` loses the mention, `/status@another` is not for us.
    """
    try:
        update = _fields(json.loads(raw))
    except (ValueError, RecursionError):
        return None
    number = _number(update.get("update_id"))
    if number is None:
        return None
    key = f"telegram:{number}"
    if "callback_query" in update:
        return _pressed(key, now, _fields(update["callback_query"]))
    edited = "edited_message" in update
    message = _fields(update.get("edited_message" if edited else "message"))
    return _said(key, now, message, username, edited)


def pressed_query(raw: str) -> str | None:
    """The id under which a button press is answered; None: the update is no press."""
    try:
        update = _fields(json.loads(raw))
    except (ValueError, RecursionError):
        return None
    return _text(_fields(update.get("callback_query")), "id") or None


def _said(key: str, now: datetime, message: Fields, username: str, edited: bool) -> Request | None:
    chat, sender = _fields(message.get("chat")), _fields(message.get("from"))
    ids, place = _ids(chat, sender), _place(chat)
    text = _addressed(_text(message, "text") or _text(message, "caption"), username)
    attachment = next((kind for kind in ATTACHMENTS if message.get(kind)), "")
    # `sender_chat`: a channel or an anonymous administrator, so nobody who could be enrolled.
    if ids is None or place is None or text is None or "sender_chat" in message:
        return None
    if not text and not attachment:
        return None
    return Request(
        key, ids[0], ids[1], now, text,
        links=tuple(dict.fromkeys(_links(message))),
        replied_to=_message_id(_fields(message.get("reply_to_message"))),
        place=place,
        forwarded=any(field in message for field in _FORWARDED),
        edited=edited,
        name=_name(sender),
        language=_text(sender, "language_code"),
        attachment=attachment,
        file=_file(_fields(message.get("document"))) if attachment == "document" else None,
    )  # fmt: skip


def _pressed(key: str, now: datetime, query: Fields) -> Request | None:
    message, sender = _fields(query.get("message")), _fields(query.get("from"))
    chat = _fields(message.get("chat"))
    ids, place, data, pressed = _ids(chat, sender), _place(chat), _text(query, "data"), _message_id(message)
    if ids is None or place is None or not data or pressed is None:
        return None
    return Request(
        key, ids[0], ids[1], now,
        replied_to=pressed,
        button=data,
        place=place,
        name=_name(sender),
        language=_text(sender, "language_code"),
    )  # fmt: skip


def _ids(chat: Fields, sender: Fields) -> tuple[str, str] | None:
    """The chat's and the account's id; None where a person is missing: another bot, a channel."""
    chat_id, account = _whole(chat.get("id")), _whole(sender.get("id"))
    if chat_id is None or account is None or sender.get("is_bot") is not False:
        return None
    return str(chat_id), str(account)


def _place(chat: Fields) -> Place | None:
    return _PLACES.get(_text(chat, "type"))


def _addressed(text: str, username: str) -> str | None:
    """The words without `@us` behind the command; None: the command is for another bot."""
    command, space, rest = text.partition(" ")
    verb, at, whom = command.partition("@")
    if not username or not at or not verb.startswith("/"):
        return text
    return verb + space + rest if whom.lower() == username.lower() else None


def _links(message: Fields) -> Iterator[str]:
    for field in ("entities", "caption_entities"):
        entities = message.get(field)
        for entity in map(_fields, entities if isinstance(entities, list) else ()):
            if entity.get("type") == "text_link" and (url := _text(entity, "url")):
                yield url


def _file(document: Fields) -> File | None:
    """The document as it is told of; None: it has no id, so nothing can be fetched."""
    id = _text(document, "file_id")
    name = clean_name(_text(document, "file_name"))
    return File(name, _number(document.get("file_size")), id) if 0 < len(id) <= LONGEST_ID else None


def _name(sender: Fields) -> str:
    return f"{_text(sender, 'first_name')} {_text(sender, 'last_name')}".strip()


def _message_id(message: Fields) -> str | None:
    number = _number(message.get("message_id"))
    return None if number is None else str(number)


def _fields(value: object) -> Fields:
    return value if isinstance(value, dict) else {}


def _text(fields: Fields, name: str) -> str:
    """The words of a field, "" if there are none; without what a database or UTF-8 cannot hold."""
    value = fields.get(name)
    if not isinstance(value, str):
        return ""
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object) -> int | None:
    number = _whole(value)
    return number if number is not None and 0 <= number < _LARGEST else None
