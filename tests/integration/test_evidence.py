"""Closing and taking back: one winner, nothing edited in place, and who may undo what."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from obligations.item import Item, State
from storage import evidence
from storage.evidence import Kind, Statement
from tests.cast import DEPUTY, DISTRICT, EDUCATION, LINK, MORNING, OTHER_LINK, TREASURY, Cast, Part


def statement(cast: Cast, person: Part, kind: Kind = Kind.PUBLISHED, *links: str) -> Statement:
    who = cast.member(person)
    return Statement(who.id, who.actor, kind, links, "已公开", "update:1", cast.now)


def close(cast: Cast, item: Item, person: Part = EDUCATION, *links: str) -> bool:
    with cast.database.write() as session:
        return evidence.close(session, DISTRICT, item, statement(cast, person, Kind.PUBLISHED, *(links or (LINK,))))


def withdraw(cast: Cast, number: int, person: Part = EDUCATION) -> bool:
    with cast.database.write() as session:
        return evidence.withdraw(session, DISTRICT, cast.item(number), statement(cast, person, Kind.WITHDRAWN))


def history(cast: Cast, number: int) -> list[tuple[str, str, tuple[str, ...]]]:
    with cast.database.read() as session:
        return [(one.name, one.kind.value, one.links) for one in evidence.history(session, DISTRICT, number)]


def last_closed(cast: Cast, person: Part) -> int | None:
    with cast.database.read() as session:
        return evidence.last_closed_by(session, DISTRICT, cast.member(person).id)


def test_closing_writes_state_and_evidence_together(cast: Cast) -> None:
    assert close(cast, cast.item(10))
    assert cast.item(10).state is State.CLOSED
    assert history(cast, 10) == [("区教体局联络员", "published", (LINK,))]


def test_who_comes_second_with_the_same_item_changes_nothing(cast: Cast) -> None:
    seen = cast.item(10)
    assert close(cast, seen)
    assert not close(cast, seen, DEPUTY, OTHER_LINK)
    assert [who for who, _, _ in history(cast, 10)] == ["区教体局联络员"]


def test_taking_back_opens_the_item_and_keeps_the_evidence(cast: Cast) -> None:
    close(cast, cast.item(10))
    assert withdraw(cast, 10)
    assert cast.item(10).state is State.OPEN
    assert [kind for _, kind, _ in history(cast, 10)] == ["published", "withdrawn"]


def test_closing_again_after_taking_back_is_a_third_line(cast: Cast) -> None:
    close(cast, cast.item(10))
    withdraw(cast, 10)
    assert close(cast, cast.item(10), DEPUTY, OTHER_LINK)
    assert [(who, links) for who, _, links in history(cast, 10)] == [
        ("区教体局联络员", (LINK,)), ("区教体局联络员", ()), ("区教体局副联络员", (OTHER_LINK,))]


def test_taking_back_under_ones_hands_changes_nothing(cast: Cast) -> None:
    close(cast, cast.item(10))
    seen = cast.item(10)
    withdraw(cast, 10)
    with cast.database.write() as session:
        assert not evidence.withdraw(session, DISTRICT, seen, statement(cast, EDUCATION, Kind.WITHDRAWN))
        session.rollback()
    assert len(history(cast, 10)) == 2


def test_last_closed_is_ones_own_and_still_closed(cast: Cast) -> None:
    for number in (10, 11):
        close(cast, cast.item(number))
    close(cast, cast.item(15), DEPUTY)
    assert (last_closed(cast, EDUCATION), last_closed(cast, DEPUTY), last_closed(cast, TREASURY)) == (11, 15, None)
    withdraw(cast, 11)
    assert last_closed(cast, EDUCATION) == 10
    withdraw(cast, 10)
    assert last_closed(cast, EDUCATION) is None


def test_an_item_closed_anew_by_another_is_the_others(cast: Cast) -> None:
    close(cast, cast.item(10))
    withdraw(cast, 10)
    close(cast, cast.item(10), DEPUTY)
    with cast.database.read() as session:
        assert evidence.closed_by(session, DISTRICT, 10) == cast.member(DEPUTY).id
    assert (last_closed(cast, EDUCATION), last_closed(cast, DEPUTY)) == (None, 10)


def test_nobody_closes_an_open_item(cast: Cast) -> None:
    with cast.database.read() as session:
        assert evidence.closed_by(session, DISTRICT, 10) is None
        assert evidence.history(session, DISTRICT, 10) == []


def test_closed_since_lists_what_is_still_closed_with_its_links(cast: Cast) -> None:
    close(cast, cast.item(8), TREASURY, LINK, OTHER_LINK)
    with cast.database.read() as session:
        mark = evidence.newest(session, DISTRICT)
        assert evidence.newest(session, DISTRICT, MORNING - timedelta(seconds=1)) == 0
    close(cast, cast.item(10))
    close(cast, cast.item(11))
    withdraw(cast, 11)
    with cast.database.read() as session:
        found = evidence.closed_since(session, DISTRICT, 0)
        later = evidence.closed_since(session, DISTRICT, mark)
    assert [(one.number, one.department, one.links) for one in found] == [
        (8, "区财政局", (LINK, OTHER_LINK)), (10, "区教体局", (LINK,))]
    assert [one.number for one in later] == [10]


@pytest.mark.parametrize("change", ["UPDATE evidence SET words = '改'", "DELETE FROM evidence",
                                    "UPDATE audit SET actor = '改'", "DELETE FROM audit"])
def test_evidence_and_log_refuse_to_be_changed(cast: Cast, change: str) -> None:
    close(cast, cast.item(10))
    with pytest.raises(IntegrityError, match="append-only"), cast.database.write() as session:
        session.execute(text(change))
    assert history(cast, 10) == [("区教体局联络员", "published", (LINK,))]
