"""A preview is worth something only if the round then says the same, and nothing is sent by looking."""

from contextlib import closing
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.rounds import Rounds
from obligations.workdays import calendar
from storage import outbox, people
from storage.database import Database
from tests.acceptance.terminal import Terminal

SHANGHAI = ZoneInfo("Asia/Shanghai")
NINE = time(9)


def nine_o_clock(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), NINE, SHANGHAI).astimezone(UTC)


def planned_by_the_round(office: Terminal, day: str) -> list[list[int]]:
    """The item numbers of each digest that the morning of a day plans, in order."""
    with closing(Database(office.database)) as database:
        Rounds(database, calendar(), SHANGHAI, NINE).tick(nine_o_clock(day))
        with database.read() as session:
            letters = outbox.waiting(session, "telegram", nine_o_clock(day), 100)
    return [sorted(one.planned.items) for one in letters if one.planned.kind is outbox.Kind.DIGEST]


def enrol(office: Terminal, department: str) -> None:
    made = office("invite", "--role", "liaison", "--department", department, "--json").json
    office.enrol(made["code"], f"{department}联络员")


@pytest.mark.parametrize("day", ["2018-07-30", "2018-09-28", "2018-09-29", "2018-12-03", "2018-12-04", "2018-12-28",
                                 "2019-01-02"])
def test_the_round_plans_what_the_preview_showed(office: Terminal, day: str) -> None:
    departments = ("区财政局", "区政务公开办", "区教体局")
    for department in departments:
        enrol(office, department)
    shown = {one["department"]: one for one in office("preview", "--on", day, "--json").json}
    expected = [sorted(item["number"] for item in shown[name]["items"]) for name in departments if name in shown]
    assert sorted(planned_by_the_round(office, day)) == sorted(expected)
    assert {shown[name]["person"] for name in departments if name in shown} <= {f"{n}联络员" for n in departments}


@pytest.mark.parametrize(("day", "reason"), [
    ("2018-11-30", None), ("2018-12-03", "ahead"), ("2018-12-04", None), ("2018-12-14", None),
    ("2018-12-17", "ahead"), ("2018-12-18", None), ("2018-12-21", None), ("2018-12-24", "soon"),
    ("2018-12-28", "soon"), ("2018-12-29", "today"), ("2019-01-02", "overdue"),
])
def test_the_catalogue_is_mentioned_20_and_10_and_then_daily_from_5_working_days_before(
        office: Terminal, day: str, reason: str | None) -> None:
    digests = office("preview", "--on", day, "--department", "区林业局", "--json").json
    found = [item["reason"] for one in digests for item in one["items"] if item["row"] == "R26"]
    assert found == ([reason] if reason else [])


def test_looking_plans_nothing(office: Terminal) -> None:
    enrol(office, "区财政局")
    before = office("audit", "verify").out
    office("preview", "--on", "2018-12-28")
    with closing(Database(office.database)) as database, database.read() as session:
        assert outbox.waiting(session, "telegram", datetime.now(UTC), 10) == []
    assert office("audit", "verify").out == before


def test_a_liaison_who_cannot_be_reached_counts_as_none(office: Terminal) -> None:
    enrol(office, "区财政局")
    with closing(Database(office.database)) as database, database.write() as session:
        people.note_trouble(session, 1, "blocked")
    digests = office("preview", "--on", "2018-12-28", "--department", "区财政局", "--json").json
    assert digests[0]["person"] is None
    (line,) = [line for line in office("doctor").out.splitlines() if "没有联络员的单位" in line]
    assert "、区财政局、" in line


def test_a_change_of_powers_is_told_at_once(office: Terminal) -> None:
    enrol(office, "区财政局")
    office("event", "add", "--kind", "powers-changed", "--on", "2018-09-21", "--department", "区财政局")
    with closing(Database(office.database)) as database, database.read() as session:
        letters = outbox.waiting(session, "telegram", datetime.now(UTC), 10)
    assert [one.planned.kind for one in letters] == [outbox.Kind.NOTICE]
    assert "调整后的权责清单" in letters[0].planned.text
    assert "待发 1 条" in office("doctor").out
