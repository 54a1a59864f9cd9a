"""A webhook believes nobody without the secret, and says 200 only to what it has kept."""

from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.port import Incoming
from bot.channels.telegram.errors import ChannelRefused
from bot.channels.telegram.updates import KINDS
from bot.channels.telegram.webhook import HEADER, LARGEST, webhook_route
from tests.bot_api import BotApi
from tests.bot_api.client import open_channel

SECRET = "hook_secret-1"
UPDATE = b'{"update_id": 9, "message": {"text": "\\u5df2\\u516c\\u5f00"}}'


class Store(list[Incoming]):
    """Keeps updates, unless its disk is full."""

    full = False

    async def keep(self, batch: Sequence[Incoming]) -> None:
        """Keep, or fail."""
        if self.full:
            raise OSError("no space left, token 7000000001:AAFakeTokenForTheLoopbackServer_00000")
        self.extend(batch)


@pytest.fixture
def store() -> Store:
    """An empty store."""
    return Store()


@pytest.fixture
async def site(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """The webhook as the world sees it."""
    app = Starlette(routes=[webhook_route("/hook", SECRET, store.keep)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://zwgk") as client:
        yield client


async def post(site: httpx.AsyncClient, body: bytes, secret: str = SECRET) -> int:
    """The status of one delivery."""
    return (await site.post("/hook", content=body, headers={HEADER: secret})).status_code


async def test_update_is_kept_as_it_came(site: httpx.AsyncClient, store: Store) -> None:
    assert await post(site, UPDATE) == 200
    assert store == [Incoming(9, UPDATE.decode())]


@pytest.mark.parametrize("secret", ["", "hook_secret-", "hook_secret-12", "HOOK_SECRET-1"])
async def test_wrong_secret_is_forbidden(site: httpx.AsyncClient, store: Store, secret: str) -> None:
    assert (await post(site, UPDATE, secret), store) == (403, [])


async def test_secret_in_other_letters_is_forbidden_too(site: httpx.AsyncClient, store: Store) -> None:
    answer = await site.post("/hook", content=UPDATE, headers={HEADER.encode(): "密".encode()})
    assert (answer.status_code, store) == (403, [])


async def test_no_secret_at_all_is_forbidden(site: httpx.AsyncClient) -> None:
    assert (await site.post("/hook", content=UPDATE)).status_code == 403


RUBBISH = [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "9"}', b"\xff", b"[" * 100_000]


@pytest.mark.parametrize("body", RUBBISH)
async def test_rubbish_is_a_bad_request(site: httpx.AsyncClient, store: Store, body: bytes) -> None:
    assert (await post(site, body), store) == (400, [])


async def test_largest_update_is_kept_and_a_larger_one_is_not(site: httpx.AsyncClient, store: Store) -> None:
    head, tail = b'{"update_id": 9, "x": "', b'"}'
    fill = b"a" * (LARGEST - len(head) - len(tail))
    assert await post(site, head + fill + tail) == 200
    assert await post(site, head + fill + b"a" + tail) == 413
    assert len(store) == 1


async def test_update_that_could_not_be_kept_is_asked_for_again(
    site: httpx.AsyncClient, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    store.full = True
    assert await post(site, UPDATE) == 503
    assert "update 9 was not kept" in caplog.text and "AAFake" not in caplog.text
    store.full = False
    assert (await post(site, UPDATE), len(store)) == (200, 1)


async def test_only_deliveries_are_taken(site: httpx.AsyncClient) -> None:
    assert (await site.get("/hook", headers={HEADER: SECRET})).status_code == 405


def test_webhook_without_a_secret_is_not_made(store: Store) -> None:
    with pytest.raises(ValueError, match="secret"):
        webhook_route("/hook", "", store.keep)


async def test_telegram_learns_address_secret_and_kinds() -> None:
    with BotApi() as api:
        async with open_channel(api) as channel:
            await channel.set_webhook("https://zwgk.example.gov.cn/hook", SECRET)
        state = api.state
    assert state["webhook"] == {"url": "https://zwgk.example.gov.cn/hook", "secret": SECRET}
    assert (state["allowed"], state["violations"]) == (list(KINDS), [])


async def test_address_that_telegram_does_not_take_is_refused_with_its_reason() -> None:
    with BotApi() as api:
        async with open_channel(api) as channel:
            with pytest.raises(ChannelRefused) as refused:
                await channel.set_webhook("http://zwgk.example.gov.cn/hook", SECRET)
    assert refused.value.key == "request-refused" and "https url must" in str(refused.value.values["reason"])
