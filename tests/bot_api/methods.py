"""The Bot API's methods that a bot like this one calls, each doing what Telegram does."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from tests.bot_api import files, limits
from tests.bot_api.limits import Params
from tests.bot_api.world import Json, Refused, World

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def get_me(world: World, params: Params) -> Json:
    """The bot itself."""
    return world.bot


async def get_updates(world: World, params: Params) -> list[Json]:
    """Long poll; the offset confirms, and a newer poll ends this one."""
    if world.webhook:
        raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
    world.confirm(int(params.get("offset", "0")))
    world.allowed = limits.parsed(params, "allowed_updates", world.allowed)
    world.turn += 1
    world.arrived.set()
    await _wait(world, world.turn, float(params.get("timeout", "0")))
    return world.pending[: int(params.get("limit", "100"))]


async def _wait(world: World, turn: int, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not world.pending and turn == world.turn and loop.time() < end:
        world.arrived.clear()
        try:
            await asyncio.wait_for(world.arrived.wait(), end - loop.time())
        except TimeoutError:
            break
    if turn != world.turn:
        raise Refused(409, "Conflict: terminated by other getUpdates request")


async def send_message(world: World, params: Params) -> Json:
    """A new message of the bot."""
    chat = world.known_chat(limits.number(params, "chat_id"))
    text, keyboard = limits.words(params), limits.keyboard(params)
    message = world.message(chat, world.bot, text=text, **keyboard)
    world.record("sendMessage", message, text)
    return message


async def get_file(world: World, params: Params) -> Json:
    """Where a document can be downloaded."""
    stored = world.files.get(params.get("file_id", ""))
    if stored is None:
        raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > files.LARGEST and stored.told is None:
        raise Refused(400, "Bad Request: file is too big")
    return files.told(stored)


async def send_document(world: World, params: Params) -> Json:
    """A new message of the bot with a file, which comes as a part of the form."""
    chat = world.known_chat(limits.number(params, "chat_id"))
    document, content = limits.document(params)
    text, keyboard = limits.caption(params), limits.keyboard(params)
    message = world.message(chat, world.bot, caption=text, text=text, document=document, content=content, **keyboard)
    world.record("sendDocument", message, text)
    return {name: value for name, value in message.items() if name not in ("text", "content")}


async def edit_message_text(world: World, params: Params) -> Json:
    """Other words, and the given keyboard or none, in an earlier message of the bot."""
    chat = world.known_chat(limits.number(params, "chat_id"))
    message = world.messages.get((chat["id"], limits.number(params, "message_id")))
    text, keyboard = limits.words(params), limits.keyboard(params)
    if message is None:
        raise Refused(400, "Bad Request: message to edit not found")
    if message["from"] != world.bot:
        raise Refused(400, "Bad Request: message can't be edited")
    if (message["text"], message.get("reply_markup")) == (text, keyboard.get("reply_markup")):
        raise Refused(400, SAME)
    message.pop("reply_markup", None)
    message.update(keyboard, text=text)
    world.record("editMessageText", message, text)
    return message


async def answer_callback_query(world: World, params: Params) -> bool:
    """The end of a button's waiting sign; once only."""
    text, query = limits.toast(params), params.get("callback_query_id", "")
    if query not in world.open_queries:
        raise Refused(400, OLD)
    world.open_queries.remove(query)
    world.answered[query] = text
    return True


async def set_my_commands(world: World, params: Params) -> bool:
    """The menu of one scope and language; a single chat has to be known."""
    where, commands = limits.menu(params)
    if where.startswith("chat:"):
        world.known_chat(int(where.split(":")[1]))
    world.commands[where] = commands
    return True


async def set_webhook(world: World, params: Params) -> bool:
    """Ends polling."""
    world.webhook = limits.webhook(params)
    world.turn += 1
    world.arrived.set()
    world.allowed = limits.parsed(params, "allowed_updates", world.allowed)
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    """Makes polling possible."""
    world.webhook = {}
    if params.get("drop_pending_updates") == "true":
        world.pending = []
    return True


Method = Callable[[World, Params], Awaitable[Any]]
# Method names are case-insensitive.
_KNOWN: tuple[Method, ...] = (
    get_me, get_updates, get_file, send_message, send_document, edit_message_text, answer_callback_query,
    set_my_commands, set_webhook, delete_webhook,
)  # fmt: skip
METHODS = {method.__name__.replace("_", ""): method for method in _KNOWN}
