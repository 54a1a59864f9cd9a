"""From the planned digest to what became of it: worded when its turn comes, and honest about its fate."""

from datetime import time, timedelta

import pytest
from sqlalchemy import text

from bot.channels.port import Delivery, Outcome
from bot.channels.telegram import LIMITS
from bot.postbox import Postbox, Ready
from bot.rounds import Rounds
from locales.messages import size
from storage import outbox, people
from tests.cast import CHANNEL, EDUCATION, LINK, OFFICE, TREASURY, ZONE, Cast, Part, at


def tick(cast: Cast, day: str, clock: str = "09:00") -> None:
    cast.now = at(day, clock)
    Rounds(cast.database, cast.calendar, ZONE, time(9)).tick(cast.now)


def box(cast: Cast) -> Postbox:
    return Postbox(cast.database, CHANNEL, LIMITS, cast.calendar, ZONE)


def claimed(cast: Cast) -> list[Ready]:
    """Everything that is to be sent now."""
    letters: list[Ready] = []
    while (found := box(cast).claim(cast.now, 100, ())).any_left:
        letters += found.letters
    return letters


def settle(cast: Cast, letters: list[Ready], delivery: Delivery, **more: object) -> None:
    outcomes = [(one, Outcome(delivery, str(one.id) if delivery is Delivery.SENT else None, **more))  # type: ignore[arg-type]
                for one in letters]
    box(cast).settle(outcomes, cast.now, cast.now + timedelta(seconds=30))


def to(letters: list[Ready], person: Part) -> list[str]:
    return [one.text for one in letters if one.chat == person.account]


def states(cast: Cast, kind: str = "digest") -> dict[str, str]:
    with cast.database.read() as session:
        rows = session.execute(text("SELECT key, state FROM outbox WHERE kind = :kind"), {"kind": kind})
        return {key: state for key, state in rows}


def test_digest_is_worded_from_the_state_of_its_turn(cast: Cast) -> None:
    tick(cast, "2018-09-25")
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    (words,) = to(claimed(cast), EDUCATION)
    assert "#10" in words and "#16" in words and "#15" not in words


def test_digest_with_nothing_left_to_say_is_not_sent(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    assert to(claimed(cast), EDUCATION) == []
    assert set(states(cast).values()) == {"void"}


def test_who_left_before_their_turn_is_not_written_to(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    with cast.database.write() as session:
        people.leave(session, cast.member(EDUCATION), cast.now)
    assert to(claimed(cast), EDUCATION) == []


def test_yesterdays_digest_that_never_left_is_not_sent_today(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    tick(cast, "2018-07-31")
    (words,) = to(claimed(cast), EDUCATION)
    assert "7月31日" in words.splitlines()[0]


@pytest.mark.parametrize("person", [EDUCATION, OFFICE])
def test_yesterdays_digest_that_was_refused_is_not_sent_today(cast: Cast, person: Part) -> None:
    """It has its words already, from the first attempt: they are a day old."""
    tick(cast, "2018-10-08")
    settle(cast, claimed(cast), Delivery.UNSENT, error="connection refused")
    tick(cast, "2018-10-09")
    (words,) = to(claimed(cast), person)
    assert "10月9日" in words.splitlines()[0]


def test_refused_message_leaves_with_the_same_words_a_little_later(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    first = claimed(cast)
    settle(cast, first, Delivery.UNSENT, error="connection refused")
    assert claimed(cast) == []
    cast.now += timedelta(seconds=30)
    assert to(claimed(cast), EDUCATION) == to(first, EDUCATION) != []


def test_digest_in_doubt_goes_out_once_more_the_same_day_marked(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    first = claimed(cast)
    settle(cast, first, Delivery.UNKNOWN, error="cut")
    (words,) = to(claimed(cast), EDUCATION)
    assert words.startswith("可能重复：上一条提醒不知是否送达。\n")
    assert words.partition("\n")[2] == to(first, EDUCATION)[0]


def test_a_repeat_is_worded_from_the_state_of_its_own_turn(cast: Cast) -> None:
    tick(cast, "2018-09-25")
    settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    (words,) = [words for words in to(claimed(cast), EDUCATION) if "周" in words.splitlines()[1]]
    assert "#10" in words and "#15" not in words


def test_it_is_not_said_a_third_time(cast: Cast) -> None:
    tick(cast, "2018-07-31")
    for _ in range(2):
        settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    assert to(claimed(cast), EDUCATION) == []
    assert set(states(cast).values()) == {"unknown"}


def test_refused_tries_do_not_count_as_doubts(cast: Cast) -> None:
    tick(cast, "2018-07-31")
    for _ in range(5):
        settle(cast, claimed(cast), Delivery.UNSENT, error="connection refused")
        cast.now += timedelta(seconds=30)
    settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    assert to(claimed(cast), EDUCATION)[0].startswith("可能重复")


def test_an_answer_in_doubt_is_said_twice_more(cast: Cast) -> None:
    with cast.database.write() as session:
        outbox.plan(session, [outbox.Planned("answer:1:0", CHANNEL, "77", outbox.Kind.ANSWER, text="已销号 1 件")],
                    cast.now)
    said = []
    for _ in range(4):
        letters = claimed(cast)
        said += [one.text for one in letters]
        settle(cast, letters, Delivery.UNKNOWN, error="cut")
    assert said == ["已销号 1 件"] + 2 * ["可能重复：上一条回复不知是否送达。\n已销号 1 件"]


def test_an_edit_in_doubt_needs_no_mark(cast: Cast) -> None:
    with cast.database.write() as session:
        outbox.plan(session, [outbox.Planned("card:1", CHANNEL, "77", outbox.Kind.CARD, text="已销号", edit="5")],
                    cast.now)
    settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    assert [one.text for one in claimed(cast)] == ["已销号"]


def test_a_long_answer_keeps_its_mark_and_the_messengers_limit(cast: Cast) -> None:
    with cast.database.write() as session:
        outbox.plan(session, [outbox.Planned("answer:1:0", CHANNEL, "77", outbox.Kind.ANSWER, text="文" * 4096)],
                    cast.now)
    settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    (one,) = claimed(cast)
    assert one.text.startswith("可能重复") and size(one.text) == 4096


def test_a_doubt_of_yesterday_is_unknown_today_and_its_items_come_along(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    settle(cast, claimed(cast), Delivery.UNKNOWN, error="cut")
    tick(cast, "2018-07-31")
    (words,) = to(claimed(cast), EDUCATION)
    assert "7月31日" in words.splitlines()[0] and not words.startswith("可能重复")
    assert {state for key, state in states(cast).items() if key.endswith("30")} == {"unknown"}


def test_what_was_being_sent_when_the_process_died_is_in_doubt(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    assert claimed(cast)
    assert box(cast).recover(cast.now)          # the process died between claim and settle
    assert set(states(cast).values()) == {"queued"}
    assert to(claimed(cast), EDUCATION)[0].startswith("可能重复")


def test_a_quiet_end_leaves_nothing_to_recover(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    settle(cast, claimed(cast), Delivery.SENT)
    assert not box(cast).recover(cast.now)


def test_blocked_chat_is_dead_and_the_office_is_told(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    mine = [one for one in claimed(cast) if one.chat == EDUCATION.account]
    cast.now += timedelta(seconds=1)
    settle(cast, mine, Delivery.DEAD, error="Forbidden: bot was blocked by the user", unreachable=True)
    assert cast.member(EDUCATION).trouble
    tick(cast, "2018-07-31")
    letters = claimed(cast)
    assert to(letters, EDUCATION) == []
    assert EDUCATION.name in to(letters, OFFICE)[0] and "blocked" in to(letters, OFFICE)[0]


def test_the_office_hears_of_what_was_closed_since_its_last_digest_however_long_ago(cast: Cast) -> None:
    tick(cast, "2018-07-30")
    settle(cast, claimed(cast), Delivery.SENT)
    cast.now = at("2018-07-30", "10:00")
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    tick(cast, "2018-08-03")          # nothing ran for four days
    (words,) = to(claimed(cast), OFFICE)
    assert "销号 1 件" in words and LINK in words


def test_what_the_office_has_heard_it_does_not_hear_again(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    tick(cast, "2018-07-30", "10:30")
    first = claimed(cast)
    settle(cast, first, Delivery.SENT)
    tick(cast, "2018-07-31")
    assert LINK in to(first, OFFICE)[0]
    assert to(claimed(cast), OFFICE) == []


def test_overdue_reaches_the_office_from_the_first_working_day_late(cast: Cast) -> None:
    tick(cast, "2018-10-08")
    (words,) = to(claimed(cast), OFFICE)
    assert "区教体局" in words and "逾期 4 件" in words and size(words) < 4096


def test_before_a_long_holiday_the_digest_says_so(cast: Cast) -> None:
    tick(cast, "2018-09-30")
    (words,) = to(claimed(cast), TREASURY)
    assert "10月1日起放假 7 天" in words
