"""Keeps other web sites away from the rehearsal: whose requests are heard, and what the page may load."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.rehearsal.words import Words
from obligations.errors import Refusal

STATUS = {
    "rehearsal-foreign-host": 421,
    "rehearsal-foreign-page": 403,
    "rehearsal-not-json": 415,
    "rehearsal-body-too-large": 413,
    "rehearsal-unknown-person": 404,
    "rehearsal-unknown-message": 404,
    "rehearsal-not-kept": 503,
    "chat-file-too-big": 413,
    "chat-file-wrong-kind": 415,
    "chat-file-gone": 404,
    "clock-backwards": 409,
}

# Kinds that no form of another page can post; a script of another page would have to ask first.
FILE = "/api/file"
KINDS = {FILE: ("application/octet-stream", "chat-file-wrong-kind")}
JSON = ("application/json", "rehearsal-not-json")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def refused(refusal: Refusal, words: Words) -> JSONResponse:
    """A refusal as one sentence, with the HTTP status that goes with it."""
    sentence = words(refusal.key, **refusal.values)
    return JSONResponse({"error": sentence}, STATUS.get(refusal.key, 400))


def host_is_ours(header: str, listen: str) -> bool:
    """Whether a Host header names this machine, as against DNS rebinding.

    Loopback and the host listened on are ours. Listening on every address, any bare address is:
    rebinding needs a name, and a page loaded from an address can only reach that address.
    """
    try:
        name = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    if name in ("localhost", listen.lower()):
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or listen in ("0.0.0.0", "::")


def page_is_ours(headers: Headers) -> bool:
    """Whether a post comes from our own page: browsers always name a post's origin, tools need not."""
    origin = headers.get("origin")
    if origin is not None:
        return origin in (f"http://{headers.get('host')}", f"https://{headers.get('host')}")
    return headers.get("sec-fetch-site", "same-origin") == "same-origin"


class Guard:
    """ASGI middleware: refuses foreign requests and adds the protective headers to every answer."""

    def __init__(self, app: ASGIApp, listen: str, words: Words) -> None:
        self._app = app
        self._listen = listen
        self._words = words

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        objection = self._objection(scope["method"], scope["path"], Headers(scope=scope))
        app = self._app if objection is None else refused(Refusal(objection), self._words)
        await app(scope, receive, protected)

    def _objection(self, method: str, path: str, headers: Headers) -> str | None:
        if not host_is_ours(headers.get("host", ""), self._listen):
            return "rehearsal-foreign-host"
        if method in ("GET", "HEAD"):
            foreign = path == FILE and headers.get("sec-fetch-site") in ("cross-site", "same-site")
            return "rehearsal-foreign-page" if foreign else None
        if not page_is_ours(headers):
            return "rehearsal-foreign-page"
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        wanted, objection = KINDS.get(path, JSON)
        return None if kind == wanted else objection
