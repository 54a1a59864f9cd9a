"""The other end of `/control/…`: what a test does as the people in the chats, in any process."""

import json
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from tests.bot_api.faults import Fault

Json = dict[str, Any]


class Control:
    """Speaks to the server at `url`. An action that nobody could do raises AssertionError."""

    def __init__(self, url: str) -> None:
        self.url = url

    def say(self, chat: int, text: str = "", **more: Any) -> Json:
        """Write in a chat: `account`, `name`, `reply_to`, `group`, `language`, `fields` (raw), `kind`
        (edited_message); gives `update` and `message`, the numbers."""
        return self._do("say", chat=chat, text=text, **more)

    def send_file(self, chat: int, name: str, content: bytes, **more: Any) -> Json:
        """Send a document; besides what `say` knows: `caption`, `times` (repeats the content), `claimed` (a size),
        `how` (see `Stored`); gives `update`, `message` and `file`, its id."""
        return self._do("send_file", chat=chat, name=name, content=b64encode(content).decode(), **more)

    def expire_files(self) -> None:
        """Make every path that was told of a file worthless."""
        self._do("expire_files")

    def press(self, chat: int, message: int, data: str, **more: Any) -> Json:
        """Press a button that the message shows; gives `update` and `query`."""
        return self._do("press", chat=chat, message=message, data=data, **more)

    def bring(self, kind: str, content: Any) -> int:
        """Queue any update; gives its number."""
        return int(self._do("bring", kind=kind, content=content)["update"])

    def block(self, chat: int) -> None:
        """Stop the bot."""
        self._do("block", chat=chat)

    def unblock(self, chat: int, *, group: bool = False) -> None:
        """Start the bot, again or for the first time."""
        self._do("unblock", chat=chat, group=group)

    def migrate(self, chat: int, to: int) -> None:
        """Make a group a supergroup."""
        self._do("migrate", chat=chat, to=to)

    def delete(self, chat: int, message: int) -> None:
        """Make a message disappear."""
        self._do("delete", chat=chat, message=message)

    def retoken(self, token: str) -> None:
        """From now on only this token is good."""
        self._do("retoken", token=token)

    def fault(self, fault: Fault, method: str = "", times: int = 1) -> None:
        """Fail the next calls of a method."""
        self._do("fault", fault=fault, method=method, times=times)

    def chance(self, seed: int, chances: Mapping[Fault, float], methods: tuple[str, ...] = ()) -> None:
        """Fail calls by chance; {} ends it."""
        self._do("chance", seed=seed, chances=chances, methods=methods)

    @property
    def state(self) -> Json:
        """accepted, violations, pending, confirmed, allowed, commands, webhook, answered, calls."""
        return self._do("state")

    @property
    def accepted(self) -> list[Json]:
        """Every message sent and edited, in order: method, chat, message_id, text, buttons; `file` of a document
        (name, size, content in base64)."""
        return list(self.state["accepted"])

    @property
    def violations(self) -> list[str]:
        """Every call that broke one of Telegram's documented limits."""
        return list(self.state["violations"])

    def wait(self, until: Callable[[Json], object], seconds: float = 20) -> Json:
        """The state once `until` holds for it; blocks the thread. Raises AssertionError."""
        end = time.monotonic() + seconds
        while not until(state := self.state):
            assert time.monotonic() < end, f"never came true: {state}"
            time.sleep(0.02)
        return state

    def call(self, token: str, method: str, **params: Any) -> Json:
        """Call the Bot API itself, as another process with the token would; gives its whole answer."""
        return self._post(f"/bot{token}/{method}", params)[1]

    def _do(self, action: str, **data: Any) -> Json:
        status, said = self._post(f"/control/{action}", data)
        assert status == 200, said["error"]
        return said

    def _post(self, path: str, data: Json) -> tuple[int, Json]:
        # Not urllib: that would take the proxy that the environment may name.
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        try:
            connection.request("POST", path, json.dumps(data), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()
