"""Secrets stay out of whatever is logged, however they got into the record."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.redact import HIDDEN, RedactingFormatter, protect, quiet_libraries, redact

TOKEN = "7000000001:AAFakeTokenForTheLoopbackServer_00000"


@pytest.fixture
def log() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A logger with one protected handler, and what it wrote."""
    logger, written = logging.Logger("test"), io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    protect(handler, ["pass word/1"])
    logger.addHandler(handler)
    yield logger, written


def test_token_in_an_address_is_hidden_and_the_rest_stays() -> None:
    assert redact(f"POST https://api.telegram.org/bot{TOKEN}/getMe") == (
        f"POST https://api.telegram.org/bot{HIDDEN}/getMe"
    )


def test_encoded_colon_does_not_save_a_token_from_being_hidden() -> None:
    assert "AAFake" not in redact(f"https://example.gov.cn/{TOKEN.replace(':', '%3A')}")
    assert "AAFake" not in redact(f"https://example.gov.cn/{TOKEN.replace(':', '%3a')}")


@pytest.mark.parametrize(
    "text", ["2018-07-30 09:00:00", "http://[2001:db8::1]:8080/", "12345:short", "第 41 项：已公开"]
)
def test_what_is_no_token_stays(text: str) -> None:
    assert redact(text) == text


def test_given_secret_is_hidden_as_it_is_and_as_it_stands_in_an_address() -> None:
    hidden = redact("pass word/1 and pass%20word%2F1", ["pass word/1"])
    assert hidden == f"{HIDDEN} and {HIDDEN}"


def test_secret_that_contains_another_is_hidden_whole() -> None:
    assert redact("abcdef", ["abc", "abcdef"]) == HIDDEN


def test_empty_secret_hides_nothing() -> None:
    assert redact("words", ["", "x"]) == "words"


def test_arguments_of_a_record_are_hidden(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, written = log
    logger.info("asked %s with %r", f"/bot{TOKEN}/getMe", {"key": "pass word/1"})
    assert written.getvalue() == f"INFO asked /bot{HIDDEN}/getMe with {{'key': '{HIDDEN}'}}\n"


def test_traceback_and_its_causes_are_hidden(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, written = log
    try:
        try:
            raise ConnectionError(f"/bot{TOKEN}/sendMessage")
        except ConnectionError as error:
            raise RuntimeError("pass word/1") from error
    except RuntimeError:
        logger.exception("it broke")
    text = written.getvalue()
    assert "Traceback" in text and "ConnectionError" in text
    assert TOKEN not in text and "pass word" not in text


def test_format_of_the_handler_stays(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, written = log
    logger.warning("words")
    assert written.getvalue() == "WARNING words\n"


def test_without_a_format_time_level_and_name_are_written() -> None:
    record = logging.LogRecord("bot.app", logging.INFO, __file__, 1, "words", None, None)
    assert RedactingFormatter().format(record).endswith(" INFO bot.app: words")


def test_quiet_libraries_say_no_addresses() -> None:
    names = ("httpx", "httpcore", "telegram", "apscheduler")
    before = {name: logging.getLogger(name).level for name in names}
    try:
        quiet_libraries()
        assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
        assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.DEBUG)
        assert logging.getLogger("apscheduler.scheduler").isEnabledFor(logging.WARNING)
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
