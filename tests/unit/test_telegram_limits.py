"""What is known of Telegram without asking it, and that answers keep within its limits."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.answers import answers
from bot.channels.telegram import LIMITS, invite_link, is_group
from handlers.request import Button, Reply, Request

REQUEST = Request("telegram:1", "7", "7", datetime(2018, 7, 30, 1, tzinfo=UTC))


def data_of(*rows: tuple[str, ...]) -> list[list[str]]:
    """The data of the buttons that are planned for an answer with these."""
    reply = Reply("好", tuple(tuple(Button("按", data) for data in row) for row in rows))
    (planned,) = answers("telegram", LIMITS, REQUEST, [reply])
    return [[data for _, data in row] for row in planned.buttons]


def test_a_group_is_told_by_its_id() -> None:
    assert [is_group("-100200"), is_group("100200")] == [True, False]


def test_a_link_opens_the_bot_with_the_code_typed_and_needs_its_name() -> None:
    assert invite_link("gongkai_bot", "a-B_9") == "https://t.me/gongkai_bot?start=a-B_9"
    assert invite_link("", "a-B_9") is None


def test_a_row_with_data_that_is_too_long_is_left_out_whole() -> None:
    longest = "more:2:" + "局" * 19
    assert len(longest.encode()) == LIMITS.button
    assert data_of((longest, "x"), ("y",)) == [[longest, "x"], ["y"]]
    assert data_of((longest + "a", "x"), ("y",)) == [["y"]]


def test_the_limits_are_the_channels() -> None:
    reply = Reply("好", ((Button("按", "x" * 10),),))
    (planned,) = answers("other", replace(LIMITS, button=9), REQUEST, [reply])
    assert planned.buttons == ()
