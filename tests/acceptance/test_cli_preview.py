"""`gongkai preview` and `status` on the days of 2018 that the table of Guichi makes difficult."""

from typing import Any

import pytest

from tests.acceptance.terminal import Terminal

LAST_DAY = "2018-12-29"      # a worked Saturday: 30 and 31 December were off


def rows_of(digests: list[dict[str, Any]], department: str) -> dict[str, str]:
    """Each row that a department is told of, with the reason."""
    found = next(one for one in digests if one["department"] == department)
    return {item["row"]: item["reason"] for item in found["items"]}


def items_of(office: Terminal, department: str, row: str, on: str) -> list[dict[str, Any]]:
    return [item for item in office("status", department, "--on", on, "--json").json["items"] if item["row"] == row]


def test_the_pilot_is_announced_on_the_eve_of_its_inspection(office: Terminal) -> None:
    digests = office("preview", "--on", "2018-07-30", "--json").json
    assert rows_of(digests, "区政务公开办") == {"R24": "soon"}
    assert [one["department"] for one in digests] == ["区政府办公室", "区政务公开办"]


def test_on_a_worked_saturday_the_quarter_is_reported(office: Terminal) -> None:
    digests = office("preview", "--on", "2018-09-29", "--json").json
    assert len(digests) > 10
    assert rows_of(digests, "区环保局")["R09"] == "soon"
    assert rows_of(digests, "区政务公开办")["R24"] == "today"      # past its first dates, overdue only tomorrow


def test_before_the_year_ends_everybody_hears_of_the_catalogue(office: Terminal) -> None:
    digests = office("preview", "--on", "2018-12-28", "--json").json
    asked = [one for one in digests if any(item["row"] == "R26" for item in one["items"])]
    assert len(asked) > 20
    assert {item["reason"] for one in asked for item in one["items"] if item["row"] == "R26"} == {"soon"}
    assert "请于 12月29日（周六上班）前办" in asked[0]["text"]


def test_items_of_the_years_end_are_to_be_done_by_its_last_working_day(office: Terminal) -> None:
    found = [item for row in ("R21", "R26", "R28") for item in items_of(office, "区政府办公室", row, "2018-12-28")
             if item["due"] == "2018-12-31"]
    assert found
    assert {item["act_by"] for item in found} == {LAST_DAY}


@pytest.mark.parametrize(("on", "overdue"), [("2018-09-01", False), ("2018-09-30", False), ("2018-10-01", True)])
def test_the_pilot_is_overdue_only_after_the_latest_date(office: Terminal, on: str, overdue: bool) -> None:
    steps = [item for item in items_of(office, "区政务公开办", "R24", on) if item["due"]]
    assert [(step["due"], step["overdue"]) for step in steps] == [("2018-07-31", overdue), ("2018-08-31", overdue)]


def test_what_waits_for_the_new_regulation_has_no_date(office: Terminal) -> None:
    waiting = [item for item in items_of(office, "区政府办公室", "R23", "2018-12-31") if item["state"] == "waiting"]
    assert waiting
    assert {(item["due"], item["overdue"]) for item in waiting} == {(None, False)}


def test_a_digest_names_its_department_its_reader_and_its_items(office: Terminal) -> None:
    for one in office("preview", "--on", "2018-07-30", "--json").json:
        assert set(one) == {"department", "person", "text", "items"}
        assert one["person"] is None
        assert one["text"].startswith(f"{one['department']} · 7月30日 周一")
        assert all(set(item) == {"number", "row", "reason"} for item in one["items"])
        assert all(f"#{item['number']} " in one["text"] for item in one["items"])


def test_one_departments_preview_is_its_part_of_the_whole(office: Terminal) -> None:
    whole = office("preview", "--on", "2018-12-28", "--json").json
    part = office("preview", "--on", "2018-12-28", "--department", "财政局", "--json").json
    assert part == [one for one in whole if one["department"] == "区财政局"]


def test_on_a_day_off_nothing_is_pushed_and_that_is_said(office: Terminal) -> None:
    assert office("preview", "--on", "2018-12-30", "--json").json == []
    assert office("preview", "--on", "2018-12-30").out == "12月30日 周日不上班，不推送。\n"


def test_a_preview_in_words_says_that_nothing_was_sent(office: Terminal) -> None:
    shown = office("preview", "--on", "2018-07-30")
    assert "没有联络员" in shown.out
    assert shown.out.endswith("只是预览，没有发送。\n")


def test_status_counts_what_it_lists(office: Terminal) -> None:
    picture = office("status", "区财政局", "--on", "2018-12-28", "--json").json
    assert list(picture) == ["department", "on", "counts", "items"]
    assert (picture["department"], picture["on"]) == ("区财政局", "2018-12-28")
    assert list(picture["counts"]) == ["overdue", "due_soon", "open", "waiting", "closed"]
    assert picture["counts"]["overdue"] == sum(item["overdue"] for item in picture["items"]) > 0
    for state in ("open", "waiting", "closed"):
        assert picture["counts"][state] == sum(item["state"] == state for item in picture["items"])
    assert {tuple(item) for item in picture["items"]} == {
        ("number", "row", "title", "due", "act_by", "state", "overdue", "provisional")}


def test_status_understands_a_short_name_and_says_so(office: Terminal) -> None:
    assert office("status", "czj", "--json").json["department"] == "区财政局"
    assert "按“区财政局”查询" in office("status", "区财正局").out


def test_status_of_an_unknown_department_is_refused(office: Terminal) -> None:
    assert "没有找到“火星办”" in office.refused("status", "火星办")
    assert "没有找到" in office.refused("preview", "--on", "2018-07-30", "--department", "火星办")
