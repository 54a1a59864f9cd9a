"""`/status`: the own department for a liaison, any and the whole for the office, pages that fit."""

from pathlib import Path

import pytest

from handlers.request import Place, Reply
from locales.messages import size
from obligations.workdays import calendar
from storage.database import Database
from tests.cast import (
    EDUCATION,
    LINK,
    OFFICE,
    PLAN,
    STRANGER,
    TREASURY,
    Cast,
    activate,
    at,
    enrol,
    fresh_database,
    plan_text,
)


@pytest.mark.parametrize("words", [
    "/status", "状态", "／status", "/status 区财政局", "状态 财政局", "区财政局", "/status czj"])
def test_a_liaison_sees_the_own_department(cast: Cast, words: str) -> None:
    found = cast.answer(TREASURY, words)
    assert "区财政局 · 7月30日 周一" in found and "#8 " in found and "#10" not in found


@pytest.mark.parametrize("words", ["/status 区教体局", "状态 教体局", "区教体局", "/status jtj"])
def test_a_liaison_is_refused_another_department(cast: Cast, words: str) -> None:
    assert cast.answer(TREASURY, words) == "您只能查看本单位的事项，区教体局的请问公开办；查看本单位请发“状态”。"


def test_a_forged_page_button_leads_nowhere_else(cast: Cast) -> None:
    (reply,) = cast.press(TREASURY, "more:1:区教体局")
    assert reply.text.startswith("您只能查看本单位")


def test_the_office_sees_any_department(cast: Cast) -> None:
    assert "#10" in cast.answer(OFFICE, "/status 区教体局")


def test_the_office_sees_the_whole_district_without_a_name(cast: Cast) -> None:
    cast.now = at("2018-10-08")
    lines = cast.answer(OFFICE, "/status").splitlines()
    assert lines[0].startswith("池州市贵池区")
    assert lines[3].startswith("区教体局：逾期 3"), "most overdue first"


def test_a_clear_winner_is_shown_and_said(cast: Cast) -> None:
    assert cast.answer(OFFICE, "状态 区财正局").startswith("没有“区财正局”，按“区财政局”查询。")


@pytest.mark.parametrize(("words", "answer"), [
    ("状态 区外星局", "没有找到“区外星局”"), ("状态 " + "长" * 500, "没有找到"), ("状态 <b>", "没有找到“<b>”"),
    ("状态 区局", "区")])
def test_an_unknown_department_is_one_sentence(cast: Cast, words: str, answer: str) -> None:
    found = cast.answer(OFFICE, words)
    assert answer in found and size(found) < 400


def test_what_was_closed_is_counted_and_shown_as_closed(cast: Cast) -> None:
    cast.say(EDUCATION, f"已公开 #10 {LINK}")
    found = cast.answer(OFFICE, "状态 区教体局")
    assert "已销号 1" in found
    assert found.index("已销号\n#10") > found.index("#11")


def test_who_answers_for_two_departments_sees_both(cast: Cast) -> None:
    enrol(cast.database, TREASURY, "区教体局", cast.now)
    assert [reply.text.split(" ")[0] for reply in cast.say(TREASURY, "状态")] == ["区财政局", "区教体局"]


def test_a_stranger_sees_nothing(cast: Cast) -> None:
    for words in ("/status", "/status 区财政局", "区财政局"):
        assert "还没有登记" in cast.answer(STRANGER, words)


def test_a_group_may_be_asked_in_by_those_enrolled(cast: Cast) -> None:
    assert "#8" in cast.answer(TREASURY, "/status", place=Place.GROUP)
    assert "还没有登记" in cast.answer(STRANGER, "/status", place=Place.GROUP)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Cast:
    """A district of 300 departments, one of them with 300 items."""
    return _crowd(tmp_path_factory.mktemp("crowd"))


def _crowd(folder: Path) -> Cast:
    others = "".join(f'\n  {{ name = "区第{number}管理局" }},' for number in range(296))
    top = PLAN.replace('  { name = "区环保局" },', '  { name = "区环保局" },' + others)
    rows = [f'T{n:03}|第{n}件要公开的重点领域信息与情况说明|区财政局|{{ kind = "by_date", dates = [2018-12-31] }}'
            for n in range(300)]
    rows += [f'D{n:03}|事项|区第{n}管理局|{{ kind = "by_date", dates = [2018-07-31] }}' for n in range(296)]
    database: Database = fresh_database(folder)
    activate(database, plan_text("\n".join(rows), top), calendar())
    for person in (TREASURY, OFFICE):
        enrol(database, person, person.department)
    return Cast(database, now=at("2018-08-06"))


def pages(cast: Cast, first: Reply) -> list[Reply]:
    """Every page that can be reached by pressing the last button."""
    found = [first]
    while found[-1].buttons and found[-1].buttons[0][-1].label == "下一页":
        (following,) = cast.press(OFFICE, found[-1].buttons[0][-1].data)
        found.append(following)
    return found


def test_a_department_with_three_hundred_items_is_shown_page_by_page(crowd: Cast) -> None:
    (first,) = crowd.say(OFFICE, "状态 区财政局")
    found = pages(crowd, first)
    assert sorted(number for page in found for number in page.items) == list(range(1, 301))
    assert all(size(page.text) < 4096 for page in found)
    assert all(page.edit for page in found[1:])


def test_a_district_of_three_hundred_departments_is_shown_page_by_page(crowd: Cast) -> None:
    (first,) = crowd.say(OFFICE, "状态")
    found = pages(crowd, first)
    assert sum(page.text.count("管理局：逾期 1") for page in found) == 296
    assert all(size(page.text) < 4096 for page in found)


def test_every_button_fits_into_what_a_messenger_carries(crowd: Cast) -> None:
    for words in ("状态", "状态 区财政局", "查看 1"):
        (first,) = crowd.say(OFFICE, words)
        for page in pages(crowd, first):
            assert all(len(button.data.encode()) <= 64 for row in page.buttons for button in row)


@pytest.mark.parametrize("data", [
    "more:99:区财政局", "more:0:区财政局", "more:x:区财政局", "more:1:区外星局", "more:", "more"])
def test_a_strange_page_number_is_answered(crowd: Cast, data: str) -> None:
    (reply,) = crowd.press(OFFICE, data)
    assert reply.text
