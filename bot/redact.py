"""Keeps bot tokens and other secrets out of the log; what is logged, and where to, is decided elsewhere."""

import logging
import re
from collections.abc import Iterable
from urllib.parse import quote

HIDDEN = "[hidden]"
# `123456789:AA…` as BotFather gives it; in an encoded address the colon is %3A.
_TOKEN = re.compile(r"\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
# httpx and httpcore log addresses, and telegram at DEBUG too: the token is part of the address.
_LIBRARIES = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    # It prints a traceback for each answer that is no JSON, such as a gateway's 502; ours is one line.
    "telegram.request": logging.CRITICAL,
    "apscheduler": logging.WARNING,
    "alembic": logging.WARNING,
}


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without anything that looks like a bot token and without `secrets` (as they are, or as
    they stand in an address)."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, HIDDEN).replace(quote(secret, safe=""), HIDDEN)
    return _TOKEN.sub(HIDDEN, text)


class RedactingFormatter(logging.Formatter):
    """What `inner` makes of a record, exception and stack included, without the secrets.

    A formatter and not a filter: only here is the traceback already text.
    """

    def __init__(self, inner: logging.Formatter | None = None, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._inner = inner or logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """One record as text without secrets."""
        return redact(self._inner.format(record), self._secrets)


def protect(handler: logging.Handler, secrets: Iterable[str] = ()) -> None:
    """From now on `handler` writes no secrets; its own format stays."""
    handler.setFormatter(RedactingFormatter(handler.formatter, secrets))


def quiet_libraries() -> None:
    """Set the levels below which libraries say nothing a reader of this bot's log needs."""
    for name, level in _LIBRARIES.items():
        logging.getLogger(name).setLevel(level)
