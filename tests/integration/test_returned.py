"""An item that was sent back is to be done again: reminded, closed, moved and dropped like an open one (P1)."""

import re
from pathlib import Path

import pytest
from sqlmodel import select

from obligations.item import State
from storage import ledger, morning, tables
from storage.tables import Obligation
from tests.cast import DISTRICT, EDUCATION, LINK, OFFICE, Cast, at
from tests.integration.test_rounds import all_arrive, tick, told

ROOT = Path(__file__).parents[2]


@pytest.fixture
def returned(cast: Cast) -> Cast:
    """#15 of 区教体局 was closed and has been sent back."""
    cast.say(EDUCATION, f"已公开 #15 {LINK}")
    with cast.database.write() as session:
        row = session.exec(select(Obligation).where(Obligation.district_id == DISTRICT, Obligation.number == 15)).one()
        row.state, row.closed_at, row.version = State.RETURNED, None, row.version + 1
    return cast


def test_it_is_in_the_next_digest(returned: Cast) -> None:
    tick(returned, "2018-07-30")
    assert 15 in told(returned, EDUCATION)[0]


def test_it_is_overdue_for_the_office_too(returned: Cast) -> None:
    today = at("2018-10-08").date()
    with returned.database.read() as session:
        late = dict(ledger.overdue_by_department(session, DISTRICT, today))
    assert 15 in [one.number for one in late["区教体局"]]


def test_whoever_cannot_be_reached_with_it_is_named(returned: Cast) -> None:
    with returned.database.write() as session:
        for number in (1, 2, 3, 4, 5):
            person = session.get(tables.Person, number)
            if person is not None and person.role == "liaison":
                person.trouble = "blocked"
    with returned.database.read() as session:
        assert "区教体局" in morning.unreached(session, DISTRICT, at("2018-07-31").date())


def test_it_may_be_closed_again(returned: Cast) -> None:
    all_arrive(returned)
    assert returned.answer(EDUCATION, f"已公开 #15 {LINK}").startswith("已销号 1 件")
    assert returned.item(15).state is State.CLOSED


def test_the_office_sees_it_as_sent_back(returned: Cast) -> None:
    assert "退回" in returned.answer(OFFICE, "查看 15")


def test_no_statement_names_a_state_by_hand() -> None:
    """Outside the table and past migrations, states in SQL come of `in_states`."""
    by_hand = re.compile(r"""state\s*(?:=|IN\s*\(|==)\s*['"]?(?:open|waiting|returned|closed|exempt|dropped)\b""")
    files = [path for room in ("storage", "handlers", "bot") for path in (ROOT / room).rglob("*.py")
             if "migrations" not in path.parts]
    assert files and [str(path) for path in files if by_hand.search(path.read_text(encoding="utf-8"))] == []
