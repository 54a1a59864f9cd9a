"""After more than a day without Telegram people are asked to repeat what got no receipt; a clock that jumps is none."""

from datetime import timedelta

import pytest

from bot.channels.telegram.process import Contact
from storage import morning
from tests.cast import DISTRICT, EDUCATION, ZONE, Cast, at

DAY = 24 * 3600.0


def asked(cast: Cast) -> list[str]:
    return [one.chat for one in cast.planned() if one.key.startswith("outage:")]


def reached(cast: Cast, *moments: tuple[timedelta, float]) -> None:
    """Telegram answers at these distances by the wall clock, and by a clock that nobody can set."""
    begin, seconds = cast.now, iter([real for _, real in moments])
    contact = Contact(cast.database, ZONE, lambda: next(seconds))
    for wall, _ in moments:
        cast.now = begin + wall
        contact.reached(cast.now)


def test_two_days_of_silence_are_an_outage(cast: Cast) -> None:
    reached(cast, (timedelta(), 0.0), (timedelta(days=2), 2 * DAY))
    assert EDUCATION.account in asked(cast)


@pytest.mark.parametrize("jump", [timedelta(days=31), timedelta(days=365 * 56)])
def test_a_clock_that_jumps_ahead_is_none(cast: Cast, jump: timedelta) -> None:
    reached(cast, (timedelta(), 0.0), (jump, 60.0))
    assert asked(cast) == []


def test_a_clock_that_is_set_back_is_noted_at_once(cast: Cast) -> None:
    reached(cast, (timedelta(days=31), 0.0), (timedelta(), 60.0))
    with cast.database.read() as session:
        assert morning.last_contact(session, DISTRICT) == cast.now


def test_a_clock_that_has_not_learnt_the_time_is_not_noted(cast: Cast) -> None:
    cast.now = at("1970-01-01")
    Contact(cast.database, ZONE).reached(cast.now)
    with cast.database.read() as session:
        assert morning.last_contact(session, DISTRICT) is None
