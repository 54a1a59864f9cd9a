"""Dates follow the calendar: the notice of 6 December 2018 made 31 December a day off."""

import json
from datetime import date, time, timedelta

import chinese_calendar
import pytest
from sqlalchemy import text

from bot.rounds import Rounds
from obligations.item import State
from obligations.workdays import WorkCalendar, calendar
from storage import audit, ledger
from storage.outbox import Kind
from storage.recompute import recompute_dates
from tests.cast import DEPUTY, DISTRICT, EDUCATION, LINK, OFFICE, TREASURY, ZONE, Cast, activate, at, plan_text


def november() -> WorkCalendar:
    """What was known in November 2018: no notice for the turn of the year."""
    holidays = {day: name for day, name in chinese_calendar.holidays.items() if day < date(2018, 11, 30)}
    workdays = {day for day in chinese_calendar.workdays if day < date(2018, 11, 30)}
    return WorkCalendar.build(holidays, workdays, "November 2018")


@pytest.fixture
def early(cast: Cast) -> Cast:
    """The cast with dates computed in November."""
    cast.calendar, cast.now = november(), at("2018-11-20")
    activate(cast.database, plan_text(), cast.calendar, cast.now)
    return cast


def moved(cast: Cast, days: WorkCalendar | None = None) -> list[int]:
    return sorted(recompute_dates(cast.database, DISTRICT, days or calendar(), ZONE, cast.now, lambda *_: None))


def moves(cast: Cast) -> list[tuple[str, dict[str, str]]]:
    with cast.database.read() as session:
        rows = session.execute(text("SELECT subject, details FROM audit WHERE action = 'date-moved' ORDER BY id"))
        return [(subject, json.loads(details)) for subject, details in rows]


def test_in_november_the_last_day_of_the_year_counted_as_worked(early: Cast) -> None:
    assert (early.item(6).act_by, early.item(6).provisional) == (date(2018, 12, 31), True)


def test_newer_data_moves_the_act_by_day_and_says_so_in_the_log(early: Cast) -> None:
    assert moved(early) == [6, 9, 11]
    item = early.item(6)
    assert (item.due, item.act_by, item.provisional) == (date(2018, 12, 31), date(2018, 12, 29), False)
    assert moves(early)[0] == ("#6", {"due": "2018-12-31", "act_by": "2018-12-29", "calendar": calendar().version})
    with early.database.read() as session:
        assert audit.verify(session).broken_at == 0


def test_the_explanation_names_the_new_data(early: Cast) -> None:
    moved(early)
    with early.database.read() as session:
        why = ledger.explanation(session, DISTRICT, 6)
    assert why is not None and why.calendar_version == calendar().version
    assert [rest.day for rest in why.skipped] == [date(2018, 12, 30), date(2018, 12, 31)]


def test_recomputing_again_does_nothing(early: Cast) -> None:
    moved(early)
    early.now += timedelta(days=1)
    assert moved(early) == []
    assert len(moves(early)) == 3


def test_same_data_recomputes_nothing(cast: Cast) -> None:
    assert moved(cast) == []
    assert moves(cast) == []


def test_closed_item_keeps_the_days_it_was_closed_with(early: Cast) -> None:
    early.say(EDUCATION, f"已公开 #11 {LINK}")
    assert moved(early) == [6, 9]
    assert (early.item(11).state, early.item(11).act_by) == (State.CLOSED, date(2018, 12, 31))


def test_what_an_event_brought_about_moves_too(early: Cast) -> None:
    """Three working days after 26 December: the 27th, the 28th, and then the 31st or the worked 29th."""
    early.now = at("2018-12-28")
    (preview,) = early.say(OFFICE, "登记 会议 2018-12-26")
    early.press(OFFICE, preview.buttons[0][0].data)
    assert early.item(18).due == date(2018, 12, 31)
    assert 18 in moved(early)
    assert early.item(18).due == early.item(18).act_by == date(2018, 12, 29)


def test_moved_item_can_still_be_closed(early: Cast) -> None:
    moved(early)
    early.calendar = calendar()
    assert early.answer(EDUCATION, f"已公开 #11 {LINK}").startswith("已销号 1 件")


def test_before_any_plan_there_is_nothing_to_recompute(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE district SET calendar_version = ''"))
    assert moved(cast, november()) == []


def test_those_concerned_are_told_once_of_their_new_dates(early: Cast) -> None:
    early.now = at("2018-12-06", "20:00")
    rounds = Rounds(early.database, calendar(), ZONE, time(9))
    rounds.tick(early.now)
    rounds.tick(early.now)
    told = {one.chat: one for one in early.planned() if one.kind is Kind.NOTICE}
    assert told.keys() == {TREASURY.account, EDUCATION.account, DEPUTY.account}
    assert told[TREASURY.account].items == (6, 9)
    assert "放假安排已公布" in told[TREASURY.account].text and "12月29日（周六上班）" in told[TREASURY.account].text
