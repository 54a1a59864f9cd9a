"""One visitor at the rehearsal's web application, in the test's own event loop and without a network."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from httpx import ASGITransport, AsyncClient, Response

from bot.channels.port import Incoming
from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.web import build_app
from locales.catalogue import texts
from tests.rehearsal.stage import FakeStage

HOME = "http://127.0.0.1:8080"


@dataclass
class Visit:
    """The page's side (`ask`, `post`) and what the process behind it was given (`kept`)."""

    client: AsyncClient
    channel: RehearsalChannel
    stage: FakeStage
    kept: list[Incoming] = field(default_factory=list)
    disk_full: bool = False

    async def keep(self, updates: Sequence[Incoming]) -> None:
        """What an inbox does, or what it does on a full disk."""
        if self.disk_full:
            raise OSError("no space left on device")
        self.kept.extend(updates)

    async def ask(self, path: str, **headers: str) -> Response:
        """A question of the page."""
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, **body: object) -> Response:
        """Something that the page sends."""
        return await self.client.post(path, json=body)

    async def said(self, person: str) -> list[dict[str, object]]:
        """The chat of one person as the page loads it."""
        messages: list[dict[str, object]] = (await self.ask(f"/api/chat?person={person}")).json()["messages"]
        return messages


@asynccontextmanager
async def visiting(locale: str = "zh-CN", listen: str = "127.0.0.1") -> AsyncIterator[Visit]:
    """A visit while the channel receives."""
    stage = FakeStage()
    channel = RehearsalChannel(stage.now)
    # An unexpected fault is answered, and then raised for the server to see: here only the answer counts.
    app = ASGITransport(build_app(channel, stage, texts(locale), listen=listen), raise_app_exceptions=False)
    async with AsyncClient(transport=app, base_url=HOME) as client:
        visit = Visit(client, channel, stage)
        receiving = asyncio.create_task(channel.receive(visit.keep))
        yield visit
        receiving.cancel()
        await asyncio.gather(receiving, return_exceptions=True)


def error(answer: Response) -> str:
    """The sentence of a refusal."""
    sentence = answer.json()["error"]
    assert isinstance(sentence, str)
    return sentence
