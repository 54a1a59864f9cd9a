"""What a call must keep to, as documented for each method; breaking it is a fault of the bot.

Source: https://core.telegram.org/bots/api#available-methods.
"""

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from tests.bot_api.markup import BadMarkup, length, plain
from tests.bot_api.world import Json, Refused

Params = Mapping[str, str]
LARGEST_DOCUMENT = 50_000_000
SCOPES = frozenset((
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
    "chat", "chat_administrators", "chat_member",
))  # fmt: skip
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def broken(description: str) -> Refused:
    """A refusal of something that a correct bot never asks."""
    return Refused(400, f"Bad Request: {description}", fault=True)


def words(params: Params) -> str:
    """The text of a message after parsing. Raises Refused."""
    text = _parsed(params, "text")
    if not text.strip():
        raise broken("message text is empty")
    if length(text) > 4096:
        raise broken("message is too long")
    return text


def caption(params: Params) -> str:
    """The words that stand with a file, after parsing. Raises Refused."""
    text = _parsed(params, "caption")
    if length(text) > 1024:
        raise broken("message caption is too long")
    return text


def document(params: Params) -> tuple[Json, str]:
    """The file of a form as Telegram tells of it, and its content in base64. Raises Refused."""
    if "document" not in params or "document.name" not in params:
        raise broken("there is no document in the request")
    size = len(b64decode(params["document"]))
    if size > LARGEST_DOCUMENT:
        raise Refused(413, "Request Entity Too Large", fault=True)
    if not size:
        raise broken("file must be non-empty")
    name = params["document.name"]
    told = {"file_id": f"sent{size}", "file_unique_id": f"u{size}", "file_name": name, "file_size": size}
    return told, params["document"]


def _parsed(params: Params, field: str) -> str:
    mode = params.get("parse_mode", "")
    if mode.upper() not in ("", "HTML"):
        raise broken("unsupported parse_mode")
    try:
        return plain(params.get(field, "")) if mode else params.get(field, "")
    except BadMarkup as error:
        raise broken(f"can't parse entities: {error}") from None


def keyboard(params: Params) -> Json:
    """The inline keyboard, {} if there is none. Raises Refused."""
    markup: Json = parsed(params, "reply_markup", {})
    rows: list[list[Json]] = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise broken("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check(button)
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check(button: Json) -> None:
    if not button.get("text"):
        raise broken("text buttons are unallowed in the inline keyboard")
    if "url" not in button and not 1 <= len(button.get("callback_data", "").encode()) <= 64:
        raise broken("BUTTON_DATA_INVALID")


def menu(params: Params) -> tuple[str, list[Json]]:
    """The scope with its language, and the commands for it. Raises Refused."""
    scope: Json = parsed(params, "scope", {"type": "default"})
    commands: list[Json] = parsed(params, "commands", [])
    language = params.get("language_code", "")
    if scope.get("type") not in SCOPES or not re.fullmatch(r"([a-z]{2})?", language):
        raise broken("can't parse BotCommandScope or language code")
    if not 1 <= len(commands) <= 100:
        raise broken("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]) or not 1 <= length(command["description"]) <= 256:
            raise broken("BOT_COMMAND_INVALID")
    return ":".join([scope["type"], str(scope.get("chat_id", "")), language]), commands


def webhook(params: Params) -> Json:
    """Address and secret. Raises Refused."""
    if not params.get("url", "").startswith("https://"):
        raise Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(params.get("secret_token", "x")):
        raise broken("secret token contains unallowed characters")
    return {"url": params["url"], "secret": params.get("secret_token", "")}


def toast(params: Params) -> str:
    """What a press is answered with. Raises Refused."""
    if length(params.get("text", "")) > 200:
        raise broken("MESSAGE_TOO_LONG")
    return params.get("text", "")


def number(params: Params, name: str) -> int:
    """A whole number that has to be there. Raises Refused."""
    if not re.fullmatch(r"-?\d+", params.get(name, "")):
        raise broken(f"{name} is missing or no number")
    return int(params[name])


def parsed(params: Params, name: str, otherwise: Any) -> Any:
    """A parameter that is JSON. Raises Refused."""
    try:
        return json.loads(params[name]) if params.get(name) else otherwise
    except ValueError:
        raise broken(f"can't parse {name}") from None
