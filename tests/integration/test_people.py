"""Coming in by an invitation that works once, and leaving without taking anything along."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import text

from obligations.errors import Refusal
from storage import people
from storage.database import Session
from storage.people import Member, Position
from tests.cast import (
    CHANNEL,
    COLLEAGUE,
    DEPUTY,
    DISTRICT,
    EDUCATION,
    LINK,
    OFFICE,
    STRANGER,
    TREASURY,
    Cast,
    Part,
)


def invited(cast: Cast, department: str | None = "区环保局") -> str:
    position = Position.LIAISON if department else Position.OFFICE
    with cast.database.write() as session:
        return people.invite(session, DISTRICT, position, department, cast.today, cast.now, "test")[0]


def enter(cast: Cast, code: str, who: Part = STRANGER) -> Member:
    with cast.database.write() as session:
        return people.enrol(session, code, CHANNEL, who.account, who.account, who.name, "zh-CN",
                            cast.today, cast.now)


def refusal(cast: Cast, code: str) -> str:
    with pytest.raises(Refusal) as refused:
        enter(cast, code)
    return refused.value.key


def everything_stored(cast: Cast) -> str:
    """All the words of the database's tables."""
    with cast.database.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return "\n".join(repr(tuple(row)) for name in names for row in session.execute(text(f"SELECT * FROM {name}")))


def test_code_lets_in_the_liaison_it_was_made_for(cast: Cast) -> None:
    who = enter(cast, invited(cast))
    assert (who.position, who.departments, who.name, who.is_office) == (
        Position.LIAISON, ("区环保局",), STRANGER.name, False)


def test_code_for_the_office_has_no_department(cast: Cast) -> None:
    who = enter(cast, invited(cast, None))
    assert (who.is_office, who.departments) == (True, ())


def test_only_the_hash_of_a_code_is_kept(cast: Cast) -> None:
    code = invited(cast)
    stored = everything_stored(cast)
    assert code not in stored
    assert hashlib.sha256(code.encode()).hexdigest() in stored


def test_codes_have_128_bits_and_never_repeat(cast: Cast) -> None:
    codes = {invited(cast) for _ in range(20)}
    assert len(codes) == 20
    assert min(map(len, codes)) * 6 >= 128


def test_code_works_once(cast: Cast) -> None:
    code = invited(cast)
    enter(cast, code)
    assert refusal(cast, code) == "invite-used"


def test_code_works_for_seventy_two_hours_and_not_a_moment_longer(cast: Cast) -> None:
    early, late = invited(cast), invited(cast)
    cast.now += timedelta(hours=72) - timedelta(seconds=1)
    enter(cast, early)
    cast.now += timedelta(seconds=1)
    assert refusal(cast, late) == "invite-expired"


@pytest.mark.parametrize("code", ["", "x", "A" * 22, "' OR 1=1 --"])
def test_unknown_code_lets_nobody_in(cast: Cast, code: str) -> None:
    assert refusal(cast, code) == "invite-unknown"


def test_refused_code_leaves_no_person(cast: Cast) -> None:
    refusal(cast, "x")
    with cast.database.read() as session:
        assert people.by_account(session, CHANNEL, STRANGER.account) is None


def test_invitation_to_an_unknown_department_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        invited(cast, "区外星局")
    assert refused.value.key == "department-unknown"


def test_second_code_adds_a_department(cast: Cast) -> None:
    assert enter(cast, invited(cast), TREASURY).departments == ("区财政局", "区环保局")
    assert enter(cast, invited(cast), TREASURY).departments == ("区财政局", "区环保局")


def test_an_invitation_to_another_role_changes_nothing_and_stays_good(cast: Cast) -> None:
    code = invited(cast, None)
    with pytest.raises(Refusal) as refused:
        enter(cast, code, TREASURY)
    assert refused.value.key == "invite-other-role"
    assert cast.member(TREASURY).departments == ("区财政局",)
    with cast.database.write() as session:
        people.leave(session, cast.member(TREASURY), cast.now)
    who = enter(cast, code, TREASURY)
    assert (who.is_office, who.departments) == (True, ())


def test_a_name_is_one_line_without_hidden_marks(cast: Cast) -> None:
    with cast.database.write() as session:
        code, _ = people.invite(session, DISTRICT, people.Position.OFFICE, None, cast.today, cast.now, "test")
        who = people.enrol(session, code, CHANNEL, "777", "777", "\u202e王\n#6 已销号", "zh-CN", cast.now.date(),
                           cast.now)
    assert who.name == "王 #6 已销号"


def test_who_has_left_is_a_stranger_whose_words_stay(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    with cast.database.write() as session:
        people.leave(session, cast.member(EDUCATION), cast.now)
    with cast.database.read() as session:
        assert people.by_account(session, CHANNEL, EDUCATION.account) is None
        assert [one.name for one in people.liaisons(session, DISTRICT, "区教体局")] == [DEPUTY.name]
    assert EDUCATION.name in cast.answer(OFFICE, "/item 10")


def test_who_comes_back_is_the_same_person_with_only_the_new_department(cast: Cast) -> None:
    before = cast.member(TREASURY)
    with cast.database.write() as session:
        people.leave(session, before, cast.now)
    after = enter(cast, invited(cast), TREASURY)
    assert (after.id, after.departments) == (before.id, ("区环保局",))


def test_the_office_is_everybody_of_it_and_nobody_else(cast: Cast) -> None:
    with cast.database.read() as session:
        assert [one.name for one in people.office(session, DISTRICT)] == [OFFICE.name, COLLEAGUE.name]
        assert [one.name for one in people.everyone(session, DISTRICT)][:2] == [OFFICE.name, COLLEAGUE.name]


def test_same_account_on_another_channel_is_another_person(cast: Cast) -> None:
    with cast.database.write() as session:
        people.enrol(session, invited_in(session, cast), "rehearsal", TREASURY.account, "1", "演练", "zh-CN",
                     cast.today, cast.now)
    assert cast.member(TREASURY).departments == ("区财政局",)


def invited_in(session: Session, cast: Cast) -> str:
    return people.invite(session, DISTRICT, Position.OFFICE, None, cast.today, cast.now, "test")[0]


def test_trouble_is_noted_and_forgotten_on_coming_in_again(cast: Cast) -> None:
    with cast.database.write() as session:
        people.note_trouble(session, cast.member(TREASURY).id, "bot was blocked by the user")
    assert cast.member(TREASURY).trouble == "bot was blocked by the user"
    assert enter(cast, invited(cast, "区财政局"), TREASURY).trouble == ""


def test_a_name_is_clipped_and_an_empty_one_is_the_account(cast: Cast) -> None:
    assert len(enter(cast, invited(cast), Part("901", "长" * 500)).name) == 80
    assert enter(cast, invited(cast), Part("902", "")).name == "902"
