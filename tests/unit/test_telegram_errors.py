"""Every error of the library means one thing for a message, and one for polling."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.port import Delivery
from bot.channels.telegram.connection import is_the_bot_apis
from bot.channels.telegram.errors import (
    CONFLICTS,
    LONGEST_ERROR,
    NotTheBotApi,
    hopeless,
    not_editable,
    not_modified,
    outcome,
    pause_after,
)

TOKEN = "7000000001:AAFakeTokenForTheLoopbackServer_00000"


def caused(error: TelegramError, cause: BaseException) -> TelegramError:
    """`error` as the library raises it from `cause`."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "cause",
    [
        httpx.ConnectError("refused"),
        httpx.ConnectTimeout("slow"),
        httpx.PoolTimeout("busy"),
        httpx.ProxyError("407"),
        httpx.UnsupportedProtocol("ftp"),
        httpx.InvalidURL("port"),
    ],
)
def test_what_fails_before_a_byte_has_left_is_unsent(cause: Exception) -> None:
    assert outcome(caused(NetworkError("x"), cause)).delivery is Delivery.UNSENT
    assert outcome(caused(TimedOut(), cause)).delivery is Delivery.UNSENT


@pytest.mark.parametrize(
    "cause",
    [
        httpx.ReadTimeout("slow"),
        httpx.WriteTimeout("slow"),
        httpx.ReadError("reset"),
        httpx.WriteError("broken pipe"),
        httpx.CloseError("x"),
        httpx.RemoteProtocolError("Server disconnected without sending a response."),
    ],
)
def test_what_breaks_later_is_unknown(cause: Exception) -> None:
    assert outcome(caused(NetworkError("x"), cause)).delivery is Delivery.UNKNOWN


@pytest.mark.parametrize("error", [NetworkError("Bad Gateway (502)"), TimedOut(), Conflict("x")])
def test_what_nobody_can_know_is_unknown(error: TelegramError) -> None:
    assert outcome(error).delivery is Delivery.UNKNOWN


@pytest.mark.parametrize(
    "error", [Forbidden("bot was blocked by the user"), BadRequest("Chat not found"), BadRequest("x")]
)
def test_what_never_will_be_delivered_is_dead_and_says_why(error: TelegramError) -> None:
    assert (outcome(error).delivery, outcome(error).error) == (Delivery.DEAD, str(error))


def test_moved_group_is_dead_and_names_its_new_chat() -> None:
    found = outcome(ChatMigrated(-1007))
    assert (found.delivery, found.moved_to) == (Delivery.DEAD, "-1007")


def test_flood_is_unsent_and_says_when_to_try_again() -> None:
    found = outcome(RetryAfter(17))
    assert (found.delivery, found.retry_after) == (Delivery.UNSENT, 17.0)


def test_flood_without_a_time_is_unsent_too() -> None:
    assert outcome(NetworkError("Too Many Requests (429)")).delivery is Delivery.UNSENT


def test_refused_token_leaves_the_message_unsent() -> None:
    assert outcome(InvalidToken("Unauthorized")).delivery is Delivery.UNSENT


def test_a_success_that_cannot_be_read_is_unknown() -> None:
    assert outcome(TelegramError("Invalid server response")).delivery is Delivery.UNKNOWN


@pytest.mark.parametrize(("status", "delivery"), [
    (200, Delivery.UNKNOWN), (302, Delivery.UNKNOWN), (401, Delivery.UNKNOWN), (403, Delivery.UNKNOWN),
    (404, Delivery.UNKNOWN), (407, Delivery.UNSENT), (429, Delivery.UNSENT), (502, Delivery.UNKNOWN),
])
def test_what_something_in_between_says_is_never_taken_for_telegrams_word(status: int, delivery: Delivery) -> None:
    found = outcome(NotTheBotApi(status))
    assert (found.delivery, found.unreachable) == (delivery, False)


@pytest.mark.parametrize(("body", "believed"), [
    (b'{"ok":true,"result":{"message_id":1}}', True), (b'{"ok":true,"result":true}', True),
    (b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}', True),
    (b'{"ok":false,"error_code":"403","description":"Forbidden"}', False),
    (b'{"ok":false,"error_code":403,"message":"bad gateway"}', False),
    (b'{"ok":false,"error_code":502,"description":"Bad Gateway"}', False), (b"[" * 100_000, False),
    (b"", False), (b"<html>blocked</html>", False), (b'{"ok":true}', False), (b'{"ok":false}', False),
    (b'{"ok":"true","result":1}', False), (b'{"result":1}', False), (b"[]", False), (b"true", False),
    (b'{"ok": true, "resu', False), (b"\xff\xfe", False), (b'{"error_code":403}', False),
])
def test_only_the_form_that_the_bot_api_promises_is_believed(body: bytes, believed: bool) -> None:
    assert is_the_bot_apis(403, body) is believed


def test_error_text_is_short_and_has_no_token() -> None:
    found = outcome(NetworkError(f"httpx.InvalidURL: /bot{TOKEN}/sendMessage " + "x" * 999))
    assert "AAFake" not in found.error and len(found.error) == LONGEST_ERROR


def test_error_without_words_is_named_by_its_kind() -> None:
    assert outcome(NetworkError("")).error == "NetworkError"


def test_pauses_double_up_to_half_a_minute() -> None:
    pauses = [pause_after(TimedOut(), failures) for failures in range(1, 9)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]
    assert pause_after(TimedOut(), 100_000) == 30


def test_pause_the_server_asks_for_is_kept_to_however_long() -> None:
    assert pause_after(RetryAfter(300), 1) == 300


def test_only_a_refused_token_or_a_lasting_conflict_is_hopeless() -> None:
    refused, in_use = hopeless(InvalidToken()), hopeless(Conflict("x"), CONFLICTS)
    assert refused is not None and refused.key == "token-refused"
    assert in_use is not None and in_use.key == "token-in-use"
    assert hopeless(Conflict("x"), CONFLICTS - 1) is None
    assert hopeless(BadRequest("x"), CONFLICTS) is None


def test_edit_refusals_are_told_apart() -> None:
    assert not_modified(BadRequest("Message is not modified: specified new message content"))
    assert not_editable(BadRequest("Message to edit not found"))
    assert not_editable(BadRequest("Message can't be edited"))
    assert not not_editable(BadRequest("Chat not found"))
    assert not not_modified(Forbidden("message is not modified"))


@pytest.mark.parametrize(("said", "waited"), [(-5, 1.0), (0, 1.0), (17, 17.0), (10**6, 3600.0)])
def test_a_rest_that_is_asked_for_is_at_least_a_second_and_at_most_an_hour(said: int, waited: float) -> None:
    assert outcome(RetryAfter(said)).retry_after == waited


@pytest.mark.parametrize(("words", "unreachable"), [
    ("Forbidden: bot was blocked by the user", True), ("Forbidden: user is deactivated", True),
    ("Forbidden: bot was kicked from the supergroup chat", True), ("Forbidden: blocked by policy", False),
    ("Forbidden", False),
])
def test_only_telegrams_own_reasons_make_a_person_unreachable(words: str, unreachable: bool) -> None:
    found = outcome(Forbidden(words))
    assert (found.delivery, found.unreachable) == (Delivery.DEAD if unreachable else Delivery.UNKNOWN, unreachable)


def test_an_errors_words_can_be_kept_anywhere() -> None:
    outcome(NetworkError("lone \ud800 surrogate")).error.encode()
