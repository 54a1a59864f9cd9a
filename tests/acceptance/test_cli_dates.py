"""`gongkai due`: what clerks ask daily, checked against the State Council's notices."""

import pytest

from tests.acceptance.terminal import Terminal, typed


def test_due_passes_over_the_spring_festival_and_says_why(terminal: Terminal) -> None:
    shown = terminal("due", "--from", "2018-02-14", "--workdays", "1", "--json")
    assert shown.json == {
        "from": "2018-02-14", "due": "2018-02-22", "provisional": False,
        "skipped": [
            *({"date": f"2018-02-{day}", "why": "春节"} for day in (15, 16, 17, 18)),
            *({"date": f"2018-02-{day}", "why": "调休"} for day in (19, 20, 21)),
        ],
    }


@pytest.mark.parametrize(("start", "workdays", "due"), [
    ("2018-02-14", 3, "2018-02-24"),     # a worked Saturday
    ("2018-09-27", 3, "2018-09-30"),     # a worked Sunday
    ("2018-09-28", 20, "2018-10-31"),
    ("2018-12-28", 3, "2019-01-03"),
    ("2018-02-13", 20, "2018-03-19"),
])
def test_due_counts_make_up_days_as_worked(terminal: Terminal, start: str, workdays: int, due: str) -> None:
    assert terminal("due", "--from", start, "--workdays", str(workdays), "--json").json["due"] == due


def test_due_in_a_year_without_a_notice_is_provisional(terminal: Terminal) -> None:
    answer = terminal("due", "--from", "2026-12-28", "--workdays", "20", "--json").json
    assert answer["provisional"] is True
    assert answer["due"].startswith("2027-01-")
    assert "暂定" in terminal("due", "--from", "2026-12-28", "--workdays", "20").out


def test_due_answers_in_words_as_the_chat_does(terminal: Terminal) -> None:
    shown = terminal("due", "--from", "2018-02-14", "--workdays", "1")
    assert shown.out.startswith("2018年2月14日后 1 个工作日：2018年2月22日 周四\n")
    assert "跳过" in shown.out
    assert "暂定" not in shown.out


def test_due_speaks_english_where_the_system_does(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    skipped = terminal("due", "--from", "2018-02-14", "--workdays", "1", "--json").json["skipped"]
    assert skipped[0] == {"date": "2018-02-15", "why": "Spring Festival"}


@pytest.mark.parametrize("day", ["2018-02-30", "20180214x", "昨天", "", "0000-00-00"])
def test_due_from_what_is_no_date_is_refused(terminal: Terminal, day: str) -> None:
    assert "2018-09-27" in terminal.refused("due", "--from", day, "--workdays", "3")


@pytest.mark.parametrize(("start", "workdays"), [("1900-01-01", "3"), ("9999-12-31", "1"), ("2018-01-01", "999999")])
def test_due_beyond_the_calendar_is_refused(terminal: Terminal, start: str, workdays: str) -> None:
    assert "2004" in terminal.refused("due", "--from", start, "--workdays", workdays)


@pytest.mark.parametrize("workdays", ["0", "-1", "三", "1.5"])
def test_due_for_no_number_of_days_is_wrong_usage(terminal: Terminal, workdays: str) -> None:
    shown = terminal("due", "--from", "2018-02-14", "--workdays", workdays)
    assert (shown.code, shown.out) == (2, "")
    assert "--workdays" in shown.err


def test_due_loads_no_database(terminal: Terminal) -> None:
    words = ("due", "--from", "2018-02-14", "--workdays", "1")
    shown = typed(terminal.folder, *words, PYTHONPROFILEIMPORTTIME="1")
    assert shown.code == 0
    assert "obligations.workdays" in shown.err
    assert "sqlmodel" not in shown.err
    assert list(terminal.folder.iterdir()) == []
