"""What goes out: planned once under its natural key, claimed before it is sent, and settled as what it became."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import outbox
from storage.outbox import Kind, Letter, Planned
from tests.cast import CHANNEL, DISTRICT, EDUCATION, MORNING, OFFICE, TREASURY, Cast, at

LETTER = Planned("digest:1:2018-07-30", CHANNEL, "101", Kind.DIGEST, 1, items=(8, 6))
BUTTONS = ((("已公开 #8", "done:8"), ("查看 #8", "view:8")),)


def plan(cast: Cast, *letters: Planned) -> None:
    with cast.database.write() as session:
        outbox.plan(session, letters, cast.now)


def waiting(cast: Cast, most: int = 10, busy: tuple[str, ...] = ()) -> list[Letter]:
    with cast.database.read() as session:
        return outbox.waiting(session, CHANNEL, cast.now, most, busy)


def claim(cast: Cast, letter: Letter, words: str = "早") -> bool:
    with cast.database.write() as session:
        return outbox.claim(session, letter, words, BUTTONS, letter.planned.items, cast.now)


def settle(cast: Cast, letter: Letter, state: str = "sent", message: str | None = "77") -> None:
    with cast.database.write() as session:
        outbox.settle(session, letter.id, state, cast.now, message)


def read(cast: Cast, row: int) -> Letter:
    with cast.database.read() as session:
        return outbox.letter(session, row)


def test_planned_message_waits_as_it_was_planned(cast: Cast) -> None:
    worded = replace(LETTER, key="x", text="早上好", buttons=BUTTONS, edit="5", priority=2)
    plan(cast, worded)
    assert [one.planned for one in waiting(cast)] == [worded]


def test_same_key_is_planned_once_and_keeps_its_first_words(cast: Cast) -> None:
    plan(cast, replace(LETTER, text="第一次"))
    plan(cast, replace(LETTER, text="又一次"))
    assert [one.planned.text for one in waiting(cast)] == ["第一次"]


def test_a_sent_digest_planned_again_is_not_sent_again(cast: Cast) -> None:
    plan(cast, LETTER)
    (letter,) = waiting(cast)
    claim(cast, letter)
    settle(cast, letter)
    plan(cast, LETTER)
    assert waiting(cast) == []


def test_only_one_of_two_senders_claims_a_message(cast: Cast) -> None:
    plan(cast, LETTER)
    (letter,) = waiting(cast)
    assert claim(cast, letter)
    assert not claim(cast, letter)
    assert waiting(cast) == []


def test_claimed_message_keeps_its_very_words(cast: Cast) -> None:
    plan(cast, LETTER)
    (letter,) = waiting(cast)
    claim(cast, letter, "区财政局 · 7月30日")
    claimed = read(cast, letter.id)
    assert (claimed.state, claimed.attempts) == ("sending", 1)
    assert (claimed.planned.text, claimed.planned.buttons) == ("区财政局 · 7月30日", BUTTONS)


def test_pressing_messages_go_first_then_the_oldest(cast: Cast) -> None:
    plan(cast, replace(LETTER, key="a"), replace(LETTER, key="b", priority=1), replace(LETTER, key="c"),
         replace(LETTER, key="d", priority=2))
    assert [one.planned.key for one in waiting(cast)] == ["b", "d", "a", "c"]
    assert len(waiting(cast, most=2)) == 2


def test_a_resting_chat_is_passed_over(cast: Cast) -> None:
    plan(cast, replace(LETTER, key="a"), replace(LETTER, key="b", chat="102"))
    assert [one.planned.key for one in waiting(cast, busy=("101",))] == ["b"]


def test_another_channels_messages_are_not_ours(cast: Cast) -> None:
    plan(cast, replace(LETTER, channel="rehearsal"))
    assert waiting(cast) == []


def test_message_put_back_waits_for_its_moment(cast: Cast) -> None:
    plan(cast, LETTER)
    (letter,) = waiting(cast)
    claim(cast, letter)
    with cast.database.write() as session:
        outbox.requeue(session, letter.id, cast.now + timedelta(seconds=30), "retry after 30")
    assert waiting(cast) == []
    cast.now += timedelta(seconds=30)
    assert [one.attempts for one in waiting(cast)] == [1]


def test_left_sending_is_what_was_claimed_and_never_settled(cast: Cast) -> None:
    plan(cast, *(replace(LETTER, key=key) for key in "abc"))
    first, second, _ = waiting(cast)
    claim(cast, first)
    claim(cast, second)
    settle(cast, second)
    with cast.database.read() as session:
        assert [one.id for one in outbox.left_sending(session, CHANNEL)] == [first.id]


@pytest.mark.parametrize(("state", "told"), [("dead", True), ("unknown", True), ("sent", False), ("void", False)])
def test_what_did_not_surely_arrive_is_told_of(cast: Cast, state: str, told: bool) -> None:
    plan(cast, LETTER)
    (letter,) = waiting(cast)
    settle(cast, letter, state, None)
    with cast.database.read() as session:
        assert bool(outbox.undelivered_since(session, DISTRICT, MORNING - timedelta(hours=1))) is told
        assert outbox.undelivered_since(session, DISTRICT, MORNING) == []


def test_a_message_remembers_which_items_it_shows_in_order(cast: Cast) -> None:
    cast.shows(TREASURY, [8, 6], message="5")
    cast.shows(EDUCATION, [10], message="5")
    with cast.database.read() as session:
        assert outbox.shown_in(session, CHANNEL, TREASURY.account, "5") == (8, 6)
        assert outbox.shown_in(session, CHANNEL, EDUCATION.account, "5") == (10,)
        assert outbox.shown_in(session, CHANNEL, TREASURY.account, "6") == ()
        assert outbox.shown_in(session, "rehearsal", TREASURY.account, "5") == ()


def test_last_shown_is_the_newest_message_with_items(cast: Cast) -> None:
    cast.shows(TREASURY, [8, 6], message="5")
    cast.shows(TREASURY, [], message="6")
    with cast.database.read() as session:
        assert outbox.last_shown(session, CHANNEL, TREASURY.account) == (8, 6)
        assert outbox.last_shown(session, CHANNEL, EDUCATION.account) == ()


def test_a_card_is_the_message_as_it_stands_or_is_about_to(cast: Cast) -> None:
    cast.shows(TREASURY, [8, 6], "原文", message="5")
    with cast.database.read() as session:
        assert outbox.card(session, CHANNEL, TREASURY.account, None) is None
        before = outbox.card(session, CHANNEL, TREASURY.account, "5")
    plan(cast, Planned("edit", CHANNEL, TREASURY.account, Kind.ANSWER, text="改后", edit="5"))
    with cast.database.read() as session:
        after = outbox.card(session, CHANNEL, TREASURY.account, "5")
    assert before and after and (before.text, after.text) == ("原文", "改后")


def office_digest(cast: Cast, day: str, state: str) -> None:
    cast.now = at(day)
    person = cast.member(OFFICE).id
    plan(cast, Planned(f"office:{person}:{day}", CHANNEL, OFFICE.account, Kind.OFFICE, person))
    letter = next(one for one in waiting(cast) if one.planned.kind is Kind.OFFICE)
    settle(cast, letter, state)


def test_the_office_was_told_when_its_last_digest_was_sent(cast: Cast) -> None:
    for day, state in (("2018-07-25", "void"), ("2018-07-26", "sent"), ("2018-07-27", "unknown"),
                       ("2018-07-30", "void")):
        office_digest(cast, day, state)
    with cast.database.read() as session:
        person = cast.member(OFFICE).id
        assert outbox.last_office_digest(session, person, date(2018, 7, 31)) == (at("2018-07-26"), 0)
        assert outbox.last_office_digest(session, person, date(2018, 7, 26)) is None
        assert outbox.first_office_digest(session, person, date(2018, 7, 26)) == at("2018-07-25")
        assert outbox.first_office_digest(session, person, date(2018, 7, 25)) is None
        assert outbox.last_office_digest(session, person + 1, date(2018, 7, 31)) is None
