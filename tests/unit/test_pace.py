"""The messenger's limits: 25 a second overall, one a second a chat, 20 a minute a group; time is an argument."""

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import Pace, unpaced


def departures(chats: list[str], pace: Pace) -> list[tuple[float, str]]:
    """When messages to these chats leave, if all of them are asked for at moment 0."""
    return sorted((pace.slot(chat, 0.0, group=chat.startswith("group")), chat) for chat in chats)


def most_within(times: list[float], seconds: float) -> int:
    """The most departures in any stretch of so many seconds."""
    return max(sum(start <= other < start + seconds - 1e-9 for other in times) for start in times)


def test_first_message_leaves_at_once() -> None:
    assert Pace().slot("1", 100.0) == 0.0


def test_a_chat_gets_one_message_a_second() -> None:
    pace = Pace()
    assert [pace.slot("1", 5.0) for _ in range(3)] == [0.0, 1.0, 2.0]


def test_a_group_gets_twenty_messages_a_minute() -> None:
    times = [when for when, _ in departures(["group"] * 60, Pace())]
    assert most_within(times, 60.0) == 20


def test_another_chat_does_not_wait_for_a_busy_one() -> None:
    pace = Pace()
    pace.slot("1", 0.0)
    assert pace.slot("1", 0.0) == 1.0
    assert pace.slot("2", 0.0) < 0.1


def test_a_rested_chat_leaves_at_once_again() -> None:
    pace = Pace()
    pace.slot("1", 0.0)
    assert pace.busy(0.5) == ["1"]
    assert pace.busy(1.5) == []
    assert pace.slot("1", 1.5) == 0.0


def test_nothing_leaves_while_the_messenger_wants_rest() -> None:
    pace = Pace()
    pace.rest(30.0, 10.0)
    assert pace.slot("1", 10.0) == 30.0
    assert pace.pause(10.0) > 28.0


def test_a_shorter_rest_does_not_end_a_longer_one() -> None:
    pace = Pace()
    pace.rest(30.0, 0.0)
    pace.rest(1.0, 0.0)
    assert pace.slot("1", 0.0) == 30.0


def test_a_short_wait_is_no_pause() -> None:
    pace = Pace()
    for number in range(20):
        pace.slot(str(number), 0.0)
    assert pace.pause(0.0) == 0.0


@given(st.lists(st.sampled_from(["1", "2", "3", "group"]), min_size=1, max_size=60))
def test_no_chat_is_ever_written_to_twice_within_a_second(chats: list[str]) -> None:
    left = departures(chats, Pace())
    for chat in set(chats):
        assert most_within([when for when, to in left if to == chat], 1.0) == 1


def test_a_thousand_people_are_reached_at_twenty_five_a_second() -> None:
    times = [when for when, _ in departures([str(number) for number in range(1, 1001)], Pace())]
    assert most_within(times, 1.0) <= 26        # the window's both ends
    assert 39.0 < times[-1] <= 40.0


@given(st.lists(st.sampled_from(["1", "group"]), max_size=20))
def test_a_channel_without_limits_never_waits(chats: list[str]) -> None:
    assert all(wait == 0.0 for wait, _ in departures(chats, unpaced()))
