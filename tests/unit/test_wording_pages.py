"""What is shown when somebody asks: a department, the district, one item."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from locales.catalogue import LOCALES
from locales.messages import size
from locales.pages import ITEMS_A_PAGE, ROWS_A_PAGE, Said, district_pages, item_card, status_pages
from obligations.item import Item, State
from obligations.plan import AfterEvent, Ongoing, Unit
from obligations.standing import Counts, standing
from tests.wording.cast import CALENDAR, END_OF_YEAR, MONDAY, days, dues, end_of_year, item, third_quarter

LINK = "https://www.guichi.gov.cn/a.html"
AT = datetime(2018, 12, 3, 1, 5, tzinfo=UTC)


def shown(items: list[Item], today: date = MONDAY, guessed_from: str = "", locale: str = "zh-CN") -> list[str]:
    pages = status_pages(days(today, locale), "区环保局", standing(items, today, CALENDAR), guessed_from)
    return [page.text for page in pages]


def one_of_each() -> list[Item]:
    return [
        end_of_year(1),
        third_quarter(2),
        item(3, "长期公开", dues(Ongoing())[0]),
        item(4, "会议公开", dues(AfterEvent("meeting", 3, Unit.WORKDAYS))[0]),
        replace(end_of_year(5), state=State.CLOSED),
        replace(end_of_year(6), state=State.EXEMPT),
    ]


def test_a_status_counts_and_groups_what_there_is() -> None:
    assert shown(one_of_each())[0].split("\n") == [
        "区环保局 · 12月3日 周一",
        "办理中 3 · 逾期 1 · 临期 0 · 待触发 1 · 已销号 1",
        "",
        "逾期",
        "#2 重大建设项目信息公开 · 第三季度确认",
        "    应于 9月30日前（周日上班） · 已逾期 41 个工作日",
        "",
        "办理中",
        "#1 公共企事业单位信息公开制度",
        "    12月31日放假，请于 12月29日（周六上班）前办",
        "",
        "全年持续",
        "#3 长期公开",
        "",
        "待触发",
        "#4 会议公开",
        "",
        "已销号",
        "#5 公共企事业单位信息公开制度",
        "",
        "其他",
        "#6 公共企事业单位信息公开制度",
    ]


def test_what_is_due_within_five_working_days_is_due_soon() -> None:
    text = shown([end_of_year()], date(2018, 12, 24))[0]
    assert "临期 1" in text and "\n临期\n#47 " in text


def test_a_status_without_items_says_so() -> None:
    assert shown([])[0].endswith("\n没有事项。")


def test_a_guess_is_admitted_first() -> None:
    assert shown(one_of_each(), guessed_from="环宝局")[0].startswith("没有“环宝局”，按“区环保局”查询。\n区环保局 · ")


def test_a_long_status_has_pages_and_every_item_once() -> None:
    items = [end_of_year(number) for number in range(1, 2 * ITEMS_A_PAGE + 2)]
    pages = status_pages(days(), "区环保局", standing(items, MONDAY, CALENDAR))
    assert [page.text.split("\n")[-1] for page in pages] == [f"第 {n} / 3 页" for n in (1, 2, 3)]
    assert [number for page in pages for number in page.items] == [one.number for one in items]
    assert all("#" + str(number) + " " in page.text for page in pages for number in page.items)


def test_one_page_needs_no_page_number() -> None:
    assert "页" not in shown(one_of_each())[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_of_a_status_is_longer_than_a_message(locale: str) -> None:
    wordy = [replace(end_of_year(number), title="政务公开" * 60) for number in range(1, 40)]
    assert all(size(text) <= 4096 for text in shown(wordy, locale=locale))


def test_a_district_lists_the_most_overdue_first_and_sums_up() -> None:
    (page,) = district_pages(days(), "池州市贵池区", [
        ("区财政局", Counts(open=3, closed=2)),
        ("区环保局", Counts(overdue=2, due_soon=1, open=4)),
        ("区教体局", Counts(due_soon=1, open=1)),
    ])
    assert page.text.split("\n") == [
        "池州市贵池区 · 12月3日 周一",
        "办理中 8 · 逾期 2 · 临期 2 · 待触发 0 · 已销号 2",
        "",
        "区环保局：逾期 2 · 临期 1 · 办理中 4 · 已销号 0",
        "区教体局：逾期 0 · 临期 1 · 办理中 1 · 已销号 0",
        "区财政局：逾期 0 · 临期 0 · 办理中 3 · 已销号 2",
    ]
    assert page.items == ()


def test_a_large_district_has_pages() -> None:
    pages = district_pages(days(), "池州市贵池区", [(f"第{n}局", Counts(open=n)) for n in range(ROWS_A_PAGE + 1)])
    assert [page.text.split("\n")[-1] for page in pages] == ["第 1 / 2 页", "第 2 / 2 页"]
    assert sum(page.text.count("局：") for page in pages) == ROWS_A_PAGE + 1


def test_a_district_without_items_says_so() -> None:
    (page,) = district_pages(days(), "池州市贵池区", [])
    assert page.text.endswith("已销号 0\n没有事项。")


def test_an_item_shows_its_reason_its_place_and_its_history() -> None:
    due = dues(END_OF_YEAR)[0]
    one = item(47, "公开制度", due, place="区政府网站", source="R27 具体要求")
    history = [Said(AT, "区环保局联络员", "published", (LINK, LINK + "?2")),
               Said(AT, "区环保局联络员", "withdrawn", ()), Said(AT, "区环保局联络员", "nothing", ())]
    assert item_card(days(), one, due.explanation, history).split("\n") == [
        "#47 公开制度",
        "责任单位：区环保局",
        "状态：办理中",
        "期限：12月31日放假，请于 12月29日（周六上班）前办",
        "日期依据：文件规定 12月31日；12月31日放假，提前到 12月29日；跳过 12月30日元旦、12月31日调休；"
        f"周末上班 12月29日；节假日数据 {CALENDAR.version}",
        "公开位置：区政府网站",
        "出处：R27（R27 具体要求）",
        "留痕：",
        f"12月3日 09:05 区环保局联络员：已公开 {LINK} {LINK}?2",
        "12月3日 09:05 区环保局联络员：撤销销号",
        "12月3日 09:05 区环保局联络员：本期无可公开内容",
    ]


def test_an_item_without_more_shows_no_empty_lines() -> None:
    assert item_card(days(), end_of_year(), None, ()).split("\n")[-1] == "出处：R27"


def test_english_brackets_are_english() -> None:
    one = item(47, "公开制度", dues(END_OF_YEAR)[0], source="R27 text")
    assert item_card(days(locale="en"), one, None, ()).endswith("\nSource: R27 (R27 text)")


@pytest.mark.parametrize(("state", "words"), [
    (State.OPEN, "逾期"), (State.RETURNED, "逾期"), (State.CLOSED, "已销号"), (State.EXEMPT, "依法不公开"),
    (State.DROPPED, "不适用"), (State.WAITING, "待触发"),
])
def test_only_what_is_still_to_do_is_called_overdue(state: State, words: str) -> None:
    card = item_card(days(), replace(third_quarter(), state=state), None, ())
    assert f"\n状态：{words}\n" in card


def test_a_history_of_endless_links_still_makes_a_card() -> None:
    history = [Said(AT, "区环保局联络员", "published", tuple(f"{LINK}?{'x' * 1900}{n}" for n in range(5)))]
    card = item_card(days(), end_of_year(), None, history)
    assert size(card) <= 4096 and f"已公开 {LINK}?xxx" in card


def test_a_card_names_the_day_of_the_next_reminder() -> None:
    card = item_card(days(), end_of_year(1), None, [], date(2018, 12, 17))
    assert "下次提醒：12月17日" in card.split("\n")
    assert "下次提醒" not in item_card(days(), end_of_year(1), None, [])
