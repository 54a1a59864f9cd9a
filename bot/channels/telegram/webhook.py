"""Takes updates that Telegram brings by itself; answers 200 only once they are committed.

Who is told about the address is decided by `TelegramChannel.set_webhook`.
"""

import json
import logging
from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.port import Incoming, Keep
from bot.channels.telegram.updates import incoming
from bot.redact import redact

LARGEST = 1_048_576  # bytes; Telegram's own updates stay far below
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_log = logging.getLogger(__name__)


def webhook_route(path: str, secret: str, keep: Keep) -> Route:
    """The route for `path`. Answers 403 to a wrong secret, 413 over 1 MB, 400 to what is no update,
    503 when `keep` fails, so that Telegram brings it again. Raises ValueError without a secret."""
    if not secret:
        raise ValueError("a webhook without a secret would believe anybody")

    async def take(request: Request) -> Response:
        if not compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        return Response(status_code=400 if update is None else await _kept(update, keep))

    return Route(path, take, methods=["POST"])


async def _kept(update: Incoming, keep: Keep) -> int:
    try:
        await keep([update])
    except Exception as error:  # whatever it is, Telegram has to bring the update again
        _log.error("update %d was not kept: %s", update.number, redact(repr(error)))
        return 503
    return 200


async def _body(request: Request) -> bytes | None:
    """The whole body; None: it is larger than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _update(body: bytes) -> Incoming | None:
    try:
        return incoming(json.loads(body))
    except (ValueError, RecursionError):
        return None
