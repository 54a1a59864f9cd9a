"""The office's morning: what is late, what did not arrive, who cannot be reached, what was closed."""

import re
from dataclasses import replace

import pytest

from locales.catalogue import LOCALES, texts
from locales.messages import size
from locales.office import MOST_ROWS, Closed, Morning, office_digest
from tests.wording.cast import days, end_of_year, third_quarter

LINK = "https://www.guichi.gov.cn/a.html"
QUIET = Morning((), (), (), (), 0)
BUSY = Morning(
    late=[("区环保局", [third_quarter(31), third_quarter(32)]), ("区财政局", [third_quarter(40)])],
    closed=[Closed(47, "区教体局", "公开制度", (LINK, LINK + "?2")), Closed(48, "区民政局", "救助信息", ())],
    undelivered=[("区财政局联络员", "不知是否送达")],
    unreached=["区水务局", "区林业局"],
    questions=3,
)


def closures(count: int, link: str = LINK) -> list[Closed]:
    return [Closed(number, "区教体局", "公开制度", (link,)) for number in range(1, count + 1)]


def test_the_office_reads_what_is_late_first_and_what_is_done_last() -> None:
    assert office_digest(days(), BUSY).split("\n") == [
        "公开办日报 · 12月3日 周一",
        "",
        "逾期 3 件",
        "区环保局：2 件，最久 41 个工作日（#31 #32）",
        "区财政局：1 件，最久 41 个工作日（#40）",
        "",
        "未能送达 1 条",
        "区财政局联络员：不知是否送达",
        "",
        "有到期事项而没有联络员的单位 2 个：区水务局、区林业局",
        "",
        "待确认问题 3 个，发“问题”可以一个一个地答。",
        "",
        "上次日报以来销号 2 件",
        f"#47 区教体局 · 公开制度：{LINK} {LINK}?2",
        "#48 区民政局 · 救助信息：本期无",
    ]


def test_nothing_late_is_said_too() -> None:
    assert office_digest(days(), replace(BUSY, late=())).split("\n")[1:3] == ["", "没有逾期事项。"]


@pytest.mark.parametrize("told", [
    replace(QUIET, late=BUSY.late), replace(QUIET, closed=BUSY.closed),
    replace(QUIET, undelivered=BUSY.undelivered), replace(QUIET, unreached=BUSY.unreached),
])
def test_anything_that_happened_breaks_the_silence(told: Morning) -> None:
    assert not told.is_silent


def test_questions_alone_are_no_reason_to_write() -> None:
    assert QUIET.is_silent and replace(QUIET, questions=3).is_silent


def test_many_late_items_are_named_up_to_six() -> None:
    items = [third_quarter(number) for number in range(1, 9)]
    text = office_digest(days(), replace(QUIET, late=[("区环保局", items)]))
    assert "8 件，最久 41 个工作日（#1 #2 #3 #4 #5 #6 …）" in text


@pytest.mark.parametrize(("told", "more"), [
    (replace(QUIET, late=[(f"第{n}局", [third_quarter()]) for n in range(MOST_ROWS + 3)]), "另有 3 个单位"),
    (replace(QUIET, undelivered=[("联络员", "不知是否送达")] * (MOST_ROWS + 4)), "另有 4 条。"),
    (replace(QUIET, closed=closures(MOST_ROWS + 5)), "另有 5 件。"),
    (replace(QUIET, unreached=[f"第{n}局" for n in range(MOST_ROWS + 6)]), f"第{MOST_ROWS - 1}局 …"),
])
def test_a_list_that_is_cut_short_says_so(told: Morning, more: str) -> None:
    assert more in office_digest(days(), told)


@pytest.mark.parametrize("count", [1, 3, 20, 60])
def test_a_closed_item_is_shown_with_its_whole_link_or_only_counted(count: int) -> None:
    link = LINK + "?" + "x" * 400
    text = office_digest(days(), replace(QUIET, closed=closures(count, link)))
    rows, more = text.count(f"：{link}\n") + text.endswith(link), re.search(r"另有 (\d+) 件。$", text)
    assert text.count("https://") == rows > 0
    assert rows + (int(more[1]) if more else 0) == count
    assert size(text) <= 4096


@pytest.mark.parametrize("locale", LOCALES)
def test_however_bad_the_day_what_did_not_arrive_is_seen(locale: str) -> None:
    awful = Morning(
        late=[("区住房城乡建委", [third_quarter(100 + n) for n in range(9)])] * 40,
        closed=closures(50, LINK + "?" + "x" * 1900),
        undelivered=[("区住房城乡建委联络员", "对方收不到（" + "Forbidden " * 30 + "）")] * 40,
        unreached=["区住房城乡建委"] * 40, questions=28)
    text = office_digest(days(locale=locale), awful)
    assert size(text) <= 4096
    assert sum("Forbidden" in line for line in text.split("\n")) == MOST_ROWS
    assert texts(locale)("office-questions", count=28) in text


def test_a_closure_of_many_endless_links_does_not_silence_the_morning() -> None:
    links = tuple(f"{LINK}?{'x' * 1900}{n}" for n in range(3))
    told = replace(BUSY, closed=[Closed(47, "区教体局", "公开制度", links)])
    assert "逾期 3 件" in office_digest(days(), told)


def test_an_item_that_is_not_late_yet_counts_no_days() -> None:
    assert "最久 0 个工作日" in office_digest(days(), replace(
        QUIET, late=[("区环保局", [replace(end_of_year(), overdue_after=None)])]))
