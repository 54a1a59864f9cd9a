"""What the people at the other end do: say, press, block; each becomes an update as Telegram makes it."""

from collections.abc import Callable
from typing import Any

from tests.bot_api.faults import Fault, Faults
from tests.bot_api.files import expire, store
from tests.bot_api.world import Json, World


class Impossible(Exception):
    """Something that nobody could do in the app, such as pressing a button that is not there."""


def say(world: World, data: Json) -> Json:
    """A person writes in a chat; `fields` are added to the message as they are."""
    chat = world.chat(data["chat"], group=data.get("group", False))
    fields: Json = data.get("fields") or {}
    content = ({"text": data["text"]} if data.get("text") else {}) | fields
    if data.get("reply_to") is not None:
        content["reply_to_message"] = _shown(world, chat["id"], data["reply_to"])
    message = world.message(chat, _person(data), **content)
    update = world.bring(data.get("kind") or "message", message)
    return {"update": update, "message": message["message_id"]}


def send_file(world: World, data: Json) -> Json:
    """A person sends a document: `content` in base64, repeated `times`; `claimed`: the size that the update tells."""
    caption = {"caption": data["caption"]} if data.get("caption") else {}
    fields = {"document": store(world.files, data)} | caption | (data.get("fields") or {})
    return say(world, {**data, "fields": fields}) | {"file": fields["document"]["file_id"]}


def expire_files(world: World, data: Json) -> Json:
    """An hour goes by for every path that was told."""
    expire(world.files)
    return {}


def press(world: World, data: Json) -> Json:
    """A person presses a button that the message shows right now."""
    message = _shown(world, data["chat"], data["message"])
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if data["data"] not in [button.get("callback_data") for row in rows for button in row]:
        raise Impossible(f"no button {data['data']!r} in message {data['message']}")
    query = f"q{len(world.answered) + len(world.open_queries) + 1}"
    world.open_queries.add(query)
    content = {"id": query, "from": _person(data), "message": dict(message), "data": data["data"]}
    return {"update": world.bring("callback_query", content | {"chat_instance": "1"}), "query": query}


def bring(world: World, data: Json) -> Json:
    """Any update, as raw as the test likes."""
    return {"update": world.bring(data["kind"], data["content"])}


def block(world: World, data: Json) -> Json:
    """A person stops the bot."""
    world.blocked.add(data["chat"])
    return {}


def unblock(world: World, data: Json) -> Json:
    """A person starts the bot again, or for the first time: the chat is known from now on."""
    world.chat(data["chat"], group=data.get("group", False))
    world.blocked.discard(data["chat"])
    return {}


def migrate(world: World, data: Json) -> Json:
    """A group becomes a supergroup with another id."""
    world.migrated[data["chat"]] = data["to"]
    world.chat(data["to"], group=True)
    return {}


def delete(world: World, data: Json) -> Json:
    """A message disappears."""
    del world.messages[data["chat"], data["message"]]
    return {}


def retoken(world: World, data: Json) -> Json:
    """BotFather gives out another token; the old one is worth nothing."""
    world.token = data["token"]
    return {}


def fault(faults: Faults, data: Json) -> Json:
    """Script a fault."""
    faults.script(Fault(data["fault"]), data.get("method", ""), data.get("times", 1))
    return {}


def chance(faults: Faults, data: Json) -> Json:
    """Faults by chance from here on."""
    chances = {Fault(name): probability for name, probability in data["chances"].items()}
    faults.chance(data["seed"], chances, data.get("methods", []))
    return {}


def _shown(world: World, chat: int, number: int) -> Json:
    if (chat, number) not in world.messages:
        raise Impossible(f"no message {number} in chat {chat}")
    return world.messages[chat, number]


def _person(data: Json) -> Json:
    account = data.get("account") or data["chat"]
    name = data.get("name") or "联络员"
    language = data.get("language", "zh-hans")
    return {"id": account, "is_bot": False, "first_name": name, "language_code": language}


ACTIONS: dict[str, Callable[[World, Json], Json]] = {
    action.__name__: action for action in (
        say, send_file, expire_files, press, bring, block, unblock, migrate, delete, retoken)
}
FAULTS: dict[str, Callable[[Faults, Json], Json]] = {"fault": fault, "chance": chance}


def act(world: World, faults: Faults, name: str, data: Json) -> Any:
    """Do what `/control/name` asks. Raises KeyError for a name nobody knows, and Impossible."""
    if name == "state":
        return world.state()
    return FAULTS[name](faults, data) if name in FAULTS else ACTIONS[name](world, data)
