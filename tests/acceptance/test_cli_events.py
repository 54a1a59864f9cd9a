"""`gongkai event` and `invite`: what is registered at the terminal, and who is invited."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import people
from storage.database import Database
from tests.acceptance.terminal import GUICHI, Terminal


def added(office: Terminal, kind: str, on: str, *more: str) -> list[dict[str, Any]]:
    """What registering an event brought about."""
    shown = office("event", "add", "--kind", kind, "--on", on, *more, "--json")
    assert (shown.code, shown.err) == (0, "")
    found: list[dict[str, Any]] = shown.json
    return found


def test_a_meeting_is_to_be_published_within_three_working_days(office: Terminal) -> None:
    made = added(office, "meeting", "2018-09-27")
    assert [(one["row"], one["department"], one["due"], one["state"]) for one in made] == [
        ("R01", "区政府办公室", "2018-09-30", "open")]
    assert set(made[0]) == {"department", "number", "row", "title", "due", "act_by", "state", "overdue",
                            "provisional"}


def test_changed_powers_are_to_be_published_the_next_working_day(office: Terminal) -> None:
    made = added(office, "权力事项变化", "2018-09-21", "--department", "区财政局")
    assert [(one["department"], one["due"]) for one in made if one["row"] == "R04"] == [("区财政局", "2018-09-25")]


def test_what_was_registered_stands_in_status_and_preview(office: Terminal) -> None:
    number = added(office, "meeting", "2018-09-27", "--title", "第12次常务会议")[0]["number"]
    listed = office("status", "区政府办公室", "--on", "2018-09-28", "--json").json["items"]
    assert number in [item["number"] for item in listed]
    morning = office("preview", "--on", "2018-09-28", "--department", "区政府办公室", "--json").json
    assert number in [item["number"] for item in morning[0]["items"]]
    assert "第12次常务会议" in morning[0]["text"]


def test_the_same_event_twice_is_one_event(office: Terminal) -> None:
    assert added(office, "meeting", "2018-09-27") == added(office, "会议", "2018-09-27")
    assert added(office, "meeting", "2018-09-27", "--title", "另一次会议")[0]["number"] > 1


def test_several_departments_are_named_one_by_one(office: Terminal) -> None:
    made = added(office, "powers-changed", "2018-09-21", "--department", "区财政局", "--department", "区民政局",
                 "--department", "区财政局")
    assert sorted(one["department"] for one in made) == sorted({"区财政局", "区民政局"})


def test_the_answer_in_words_names_department_and_day(office: Terminal) -> None:
    shown = office("event", "add", "--kind", "meeting", "--on", "2018-09-27")
    assert shown.out.startswith("已登记，产生 1 件：\n#")
    assert "区政府办公室" in shown.out and "9月30日前（周日上班）" in shown.out


def test_an_event_at_the_end_of_the_published_calendar_is_provisional(office: Terminal) -> None:
    (office.folder / "2026.toml").write_text(of_2026(), encoding="utf-8")
    office("plan", "import", "2026.toml")
    assert office("plan", "activate", "guichi-2026").code == 0
    made = added(office, "answer-issued", "2026-12-28", "--department", "区财政局")
    assert made[0]["provisional"] is True
    assert made[0]["due"].startswith("2027-01-")
    assert "（暂定）" in office("status", "区财政局", "--on", "2026-12-29").out


def of_2026() -> str:
    """The plan of 2018 as if it were this year's: an event falls behind the last published calendar."""
    source = GUICHI.read_text(encoding="utf-8").replace("guichi-2018", "guichi-2026")
    return source.replace("year = 2018", "year = 2026").replace("in_force = 2018-", "in_force = 2026-")


@pytest.mark.parametrize(("words", "said"), [
    (("--kind", "茶话会", "--on", "2018-09-27"), "政府会议结束（meeting）"),
    (("--kind", "meeting", "--on", "昨天"), "2018-09-27"),
    (("--kind", "meeting", "--on", "2018-09-27 25:00"), "2018-09-27"),
    (("--kind", "meeting", "--on", "2017-09-27"), "早于任务分工"),
    (("--kind", "meeting", "--on", "2035-09-27"), "没有到"),
    (("--kind", "meeting", "--on", "2081-09-27"), "只能计算"),
    (("--kind", "powers-changed", "--on", "2018-09-21"), "要写明单位"),
    (("--kind", "powers-changed", "--on", "2018-09-21", "--department", "财正局"), "没有找到"),
    (("--kind", "meeting", "--on", "2018-09-27", "--department", "区财政局"), "派给区财政局，没有登记"),
    (("--kind", "public-opinion", "--on", "2018-09-27", "--department", "区政府新闻办"), "几点"),
])
def test_an_event_that_cannot_be_registered_is_refused(office: Terminal, words: tuple[str, ...], said: str) -> None:
    before = office("audit", "verify").out
    assert said in office.refused("event", "add", *words)
    assert office("audit", "verify").out == before


def test_hours_are_counted_from_the_time_that_is_given(office: Terminal) -> None:
    made = added(office, "public-opinion", "2018-09-21 14:30", "--department", "区政府新闻办")
    assert [one["due"] for one in made] == ["2018-09-21", "2018-09-23"]     # within 5 hours, within 48


def test_the_kinds_are_listed_with_their_keys(office: Terminal) -> None:
    known = office("event", "kinds", "--json").json
    assert {"meeting", "powers-changed"} <= {one["key"] for one in known}
    words = office("event", "kinds").out
    assert len(words.splitlines()) == len(known)
    assert "powers-changed  权力事项变化（登记时要写明单位）" in words


def test_an_invitation_lets_its_bearer_in(office: Terminal) -> None:
    made = office("invite", "--role", "liaison", "--department", "区财政局", "--json").json
    assert (list(made), made["link"]) == (["code", "link", "expires_at"], None)
    left = datetime.fromisoformat(made["expires_at"]) - datetime.now(UTC)
    assert timedelta(hours=71) < left <= timedelta(hours=72)
    office.enrol(made["code"], "区财政局联络员")
    digest = office("preview", "--on", "2018-12-28", "--department", "区财政局", "--json").json[0]
    assert digest["person"] == "区财政局联络员"


def test_an_invitation_in_words_shows_the_code(office: Terminal) -> None:
    assert "/join " in office("invite", "--role", "office").out


@pytest.mark.parametrize(("words", "said"), [
    (("--role", "liaison"), "--department"),
    (("--role", "office", "--department", "区财政局"), "--department"),
    (("--role", "liaison", "--department", "财正局"), "区财政局"),
])
def test_an_invitation_for_nobody_in_particular_is_refused(
        office: Terminal, words: tuple[str, ...], said: str) -> None:
    assert said in office.refused("invite", *words)


def test_an_unknown_role_is_wrong_usage(office: Terminal) -> None:
    assert office("invite", "--role", "admin").code == 2


def test_an_invitation_is_a_link_once_the_bot_has_run_on_the_messenger(office: Terminal) -> None:
    with closing(Database(office.database)) as database, database.write() as session:
        people.note_bot_name(session, "gongkai_bot")
    made = office("invite", "--role", "office", "--json").json
    assert made["link"] == f"https://t.me/gongkai_bot?start={made['code']}"
    assert "https://t.me/gongkai_bot?start=" in office("invite", "--role", "office").out
