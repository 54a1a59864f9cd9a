"""The fixtures `api` and `given`: a server, and a handler of documents that notes what it is given."""

from collections.abc import Iterator

import pytest

from handlers import document
from handlers.context import Context
from handlers.request import Reply
from tests.bot_api import BotApi
from tests.bot_api.at_work import Given


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server; no call may break a limit."""
    with BotApi() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """What the handler of documents is given: name, content, trouble. It answers with the name."""
    found: Given = []

    def received(context: Context) -> list[Reply]:
        request = context.request
        assert request.file is not None
        found.append((request.file.name, request.content, request.file_trouble))
        return [Reply(f"收到 {request.file.name}")]

    monkeypatch.setattr(document, "received", received)
    return found
