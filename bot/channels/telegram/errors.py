"""Decides what an error of the Bot API means: for a message that was sent, and for polling.

Sending and waiting themselves are done in `channel.py`.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.port import Delivery, Outcome
from bot.redact import redact
from obligations.errors import Refusal

# The library's own opt-in to durations as timedelta; without it every 429 raises a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")

LONGEST_WAIT = 30.0
SHORTEST_REST, LONGEST_REST = 1.0, 3600.0
CONFLICTS = 5
LONGEST_ERROR = 300
# Raised before the first byte of the request has left.
_NOTHING_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


# What stands between us and the messenger says so of itself when it lets nothing through.
_NOT_PASSED_ON = (HTTPStatus.PROXY_AUTHENTICATION_REQUIRED, HTTPStatus.TOO_MANY_REQUESTS)


class NotTheBotApi(NetworkError):
    """An answer whose body no Bot API server writes: a proxy's block page, a gateway's, a login page."""

    def __init__(self, status: int) -> None:
        super().__init__(f"not the Bot API's answer (status {status})")
        self.status = status


class ChannelRefused(Refusal):
    """The messenger will not work with us, and trying again cannot help; the token is not in it."""


def words(error: BaseException) -> str:
    """The error as short text without secrets, which any file and database can hold."""
    text = redact(str(error) or type(error).__name__)[:LONGEST_ERROR]
    return text.encode("utf-8", "replace").decode("utf-8")


def outcome(error: TelegramError) -> Outcome:
    """What is known about the message whose sending ended with `error`."""
    for kind, meaning in _MEANINGS:
        if isinstance(error, kind):
            return meaning(error)
    stopped = isinstance(error, NotTheBotApi) and error.status in _NOT_PASSED_ON
    surely_unsent = stopped or isinstance(error.__cause__, _NOTHING_LEFT) or _flooded(error)
    return Outcome(Delivery.UNSENT if surely_unsent else Delivery.UNKNOWN, error=words(error))


def seconds_to_wait(error: TelegramError) -> float | None:
    """The `retry_after` that the server asks for, in seconds, at least one and at most an hour (after which it will
    say so again); None: it names none."""
    if not isinstance(error, RetryAfter):
        return None
    wait = error.retry_after
    seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return min(max(seconds, SHORTEST_REST), LONGEST_REST)


def pause_after(error: TelegramError, failures: int) -> float:
    """Seconds until the next try after `failures` in a row: what the server asks, or 1, 2, 4 … 30."""
    asked = seconds_to_wait(error)
    return asked if asked is not None else min(LONGEST_WAIT, 2.0 ** min(failures - 1, 10))


def hopeless(error: TelegramError, conflicts: int = 0) -> ChannelRefused | None:
    """Why going on is pointless, after `conflicts` with another poller in a row; None: it is not.

    A 404 means the same as a 401: that is how the Bot API answers a token of the wrong shape. A proxy's own 401
    or 404 is none of these (NotTheBotApi).
    """
    if isinstance(error, InvalidToken):
        return ChannelRefused("token-refused")
    if isinstance(error, Conflict) and conflicts >= CONFLICTS:
        return ChannelRefused("token-in-use")
    return None


def not_modified(error: TelegramError) -> bool:
    """Whether an edit was refused because the message already says just that."""
    return isinstance(error, BadRequest) and "message is not modified" in str(error).lower()


def not_editable(error: TelegramError) -> bool:
    """Whether an edit was refused because that message is gone, or may not be edited any more."""
    said = str(error).lower()
    return isinstance(error, BadRequest) and any(
        reason in said for reason in ("message to edit not found", "can't be edited", "message_id_invalid")
    )


def _flooded(error: TelegramError) -> bool:
    # A 429 without a `retry_after` (from a proxy in between) is a plain NetworkError.
    return str(error).lower().startswith("too many requests")


# Why nothing will ever arrive in a chat, in Telegram's words; a gateway may say Forbidden for reasons of its own.
_GONE = ("blocked by the user", "user is deactivated", "chat not found", "kicked from", "can't initiate conversation",
         "not a member", "can't send messages to bots", "have no rights to send", "group chat was deleted",
         "peer_id_invalid", "chat_write_forbidden", "not enough rights")


def _dead(error: TelegramError) -> Outcome:
    said = str(error).lower()
    gone = any(reason in said for reason in _GONE)
    if isinstance(error, Forbidden) and not gone:
        return Outcome(Delivery.UNKNOWN, error=words(error))
    return Outcome(Delivery.DEAD, error=words(error), unreachable=gone)


def _moved(error: TelegramError) -> Outcome:
    assert isinstance(error, ChatMigrated)
    return Outcome(Delivery.DEAD, error=words(error), moved_to=str(error.new_chat_id))


def _unsent(error: TelegramError) -> Outcome:
    return Outcome(Delivery.UNSENT, retry_after=seconds_to_wait(error), error=words(error))


# BadRequest is a NetworkError to the library: it must be asked for first.
_MEANINGS: tuple[tuple[type[TelegramError], Callable[[TelegramError], Outcome]], ...] = (
    (RetryAfter, _unsent),
    (InvalidToken, _unsent),
    (ChatMigrated, _moved),
    (Forbidden, _dead),
    (BadRequest, _dead),
)
