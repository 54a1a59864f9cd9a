"""The words of a morning: groups in their order, one line of deadline an item, and how to reply."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from locales.messages import clipped, digest, notice, receipt, size
from obligations.due import after_event
from obligations.item import Item
from obligations.plan import ByDate, Every, Periodic
from tests.cast import ZONE
from tests.wording.cast import (
    CALENDAR,
    IN_A_DAY,
    MONDAY,
    NEXT_DAY,
    PILOT,
    days,
    dues,
    end_of_year,
    item,
    notices,
    set_off,
    the_due,
    third_quarter,
)

LINK = "https://www.guichi.gov.cn/a.html"


def words(items: list[Item], today: date = MONDAY, locale: str = "zh-CN", *, repeated: bool = False) -> str:
    (page,) = digest(days(today, locale), "区环保局", notices(items, today), repeated=repeated)
    return page.text


def due_by(day: date, number: int = 7) -> Item:
    return item(number, "领导分工", dues(ByDate((day,)))[0])


def test_the_morning_of_3_december_2018_reads_as_designed() -> None:
    assert words([end_of_year(), third_quarter()]).split("\n") == [
        "区环保局 · 12月3日 周一",
        "待公开 2 件：逾期 1 · 预告 1",
        "",
        "逾期",
        "#31 重大建设项目信息公开 · 第三季度确认",
        "    应于 9月30日前（周日上班） · 已逾期 41 个工作日",
        "",
        "预告",
        "#47 公共企事业单位信息公开制度",
        "    12月31日放假，请于 12月29日（周六上班）前办 · 还有 20 个工作日",
        "",
        "回复“已公开 #31 网址”即可销号；直接回复本条消息也行。",
        "本期没有可公开内容的，回复“本期无 #31”。",
    ]


def test_the_same_morning_in_english() -> None:
    assert words([end_of_year(), third_quarter()], locale="en").split("\n") == [
        "区环保局 · Mon 2018-12-03",
        "To publish: 2 (Overdue 1 · Ahead 1)",
        "",
        "Overdue",
        "#31 重大建设项目信息公开 · third quarter confirmation",
        "    was due by 2018-09-30 (Sun, a working day) · working days overdue: 41",
        "",
        "Ahead",
        "#47 公共企事业单位信息公开制度",
        "    2018-12-31 is a day off: act by 2018-12-29 (Sat, a working day) · working days left: 20",
        "",
        "Reply “done #31 link” to close an item, or answer this message directly.",
        "If there is nothing to publish this period, reply “nothing to publish #31”.",
    ]


def test_a_page_knows_its_items_in_the_order_shown() -> None:
    (page,) = digest(days(), "区环保局", notices([end_of_year(), third_quarter()]))
    assert page.items == (31, 47)


def test_nothing_to_say_is_no_message() -> None:
    assert digest(days(), "区环保局", []) == []


def test_all_four_groups_stand_in_their_order() -> None:
    today = date(2018, 7, 24)
    items = [due_by(date(2018, 8, 7), 4), due_by(date(2018, 7, 26), 3), due_by(today, 2), due_by(date(2018, 7, 23), 1)]
    text = words(items, today)
    assert "待公开 4 件：逾期 1 · 今天 1 · 5个工作日内 1 · 预告 1" in text
    headings = [line for line in text.split("\n") if line in ("逾期", "今天", "5个工作日内", "预告")]
    assert headings == ["逾期", "今天", "5个工作日内", "预告"]


@pytest.mark.parametrize(("today", "line"), [
    (date(2018, 7, 24), "7月31日前 · 还有 5 个工作日"),
    (date(2018, 7, 31), "今天截止"),
    (date(2018, 8, 1), "应于 7月31日前 · 已逾期 1 个工作日"),
])
def test_a_line_says_how_pressing_it_is(today: date, line: str) -> None:
    assert f"\n    {line}\n" in words([due_by(date(2018, 7, 31))], today)


def test_on_the_day_to_act_before_a_day_off_the_printed_day_is_still_named() -> None:
    assert "今天\n#47 公共企事业单位信息公开制度\n    12月31日放假，请于 12月29日（周六上班）前办" in words(
        [end_of_year()], date(2018, 12, 29))


@pytest.mark.parametrize("today", [date(2018, 12, 30), date(2018, 12, 31)])
def test_a_printed_day_off_has_not_passed_while_it_lasts(today: date) -> None:
    text = words([end_of_year()], today)
    assert "已过" not in text and "逾期" not in text


@pytest.mark.parametrize(("today", "line"), [
    (date(2018, 7, 31), "7月31日前；最迟 9月30日，之后计逾期"),
    (date(2018, 8, 1), "7月31日前；最迟 9月30日，之后计逾期 · 已过最早时限"),
    (date(2018, 10, 8), "应于 9月30日前（周日上班） · 已逾期 1 个工作日"),
])
def test_contradicting_dates_remind_from_the_first_and_are_late_after_the_last(today: date, line: str) -> None:
    assert f"\n    {line}\n" in words([item(24, "试点", dues(PILOT)[0])], today)


def test_what_became_late_over_days_off_is_late_without_a_count() -> None:
    assert "应于 7月27日前 · 已逾期\n" in words([due_by(date(2018, 7, 27))], date(2018, 7, 28))


def test_hours_are_named_on_their_day() -> None:
    due = after_event(IN_A_DAY, "rumour|x||", date(2018, 9, 21), datetime(2018, 9, 21, 6, 30, tzinfo=UTC),
                      CALENDAR, ZONE)
    assert "    9月22日 14:30 前" in words([item(5, "回应", due)], date(2018, 9, 22))


def test_only_a_confirmation_offers_to_say_that_there_was_nothing() -> None:
    assert "本期无" not in words([end_of_year()])
    monthly = item(9, "财政收支", the_due(Periodic(Every.MONTH), "2018-11"))
    assert words([end_of_year(), monthly]).endswith("回复“本期无 #9”。")


@pytest.mark.parametrize(("today", "told"), [
    (date(2018, 9, 21), "9月22日起放假 3 天，"),
    (date(2018, 9, 30), "10月1日起放假 7 天，"),
    (date(2018, 12, 29), "12月30日起放假 3 天，"),
])
def test_the_last_day_before_a_long_holiday_says_so(today: date, told: str) -> None:
    assert told in words([due_by(date(2018, 7, 31))], today)


@pytest.mark.parametrize("today", [MONDAY, date(2018, 12, 7), date(2018, 9, 20), date(2018, 9, 28)])
def test_a_mere_weekend_is_no_holiday(today: date) -> None:
    assert "起放假" not in words([due_by(date(2018, 7, 31))], today)


def test_a_digest_said_again_begins_by_saying_so() -> None:
    assert words([end_of_year()], repeated=True).startswith("可能重复：")


def test_a_notice_that_cannot_wait_names_the_item_and_the_next_working_day() -> None:
    one = item(50, "权责清单调整", set_off(NEXT_DAY, "powers|2018-09-21|区财政局|", date(2018, 9, 21)))
    (page,) = notice(days(date(2018, 9, 21)), "区财政局", [one])
    assert page.text == ("区财政局：新任务\n#50 权责清单调整 · 9月21日\n    9月25日前\n\n"
                         "回复“已公开 #50 网址”即可销号。")
    assert page.items == (50,)


def test_a_receipt_repeats_the_evidence_and_every_fault() -> None:
    text = receipt(days(), [(end_of_year(), (LINK, LINK + "?2")), (third_quarter(), ())], ["没有 #999 这一件。"])
    assert text.split("\n") == [
        "已销号 2 件", "#47 公共企事业单位信息公开制度", f"    {LINK}", f"    {LINK}?2",
        "#31 重大建设项目信息公开 · 第三季度确认", "    本期无可公开内容", "没有 #999 这一件。"]


def test_a_receipt_for_nothing_closed_says_only_why() -> None:
    assert receipt(days(), [], ["没有 #999 这一件。"]) == "没有 #999 这一件。"


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert (size("已公开"), size("📄"), size("a📄b")) == (3, 2, 4)


def test_what_is_cut_ends_with_a_mark_and_no_half_character() -> None:
    assert clipped("📄📄📄", 5) == "📄📄…"
    assert clipped("📄📄📄", 4) == "📄…"
    assert clipped("abc", 3) == "abc"


def test_a_liaison_of_two_departments_sees_whose_each_item_is() -> None:
    theirs = replace(third_quarter(7), department="区林业局")
    words = digest(days(), "区环保局、区林业局", notices([end_of_year(), theirs]))[0].text
    assert "    区林业局 · 应于 9月30日前" in words and "    区环保局 · 12月31日放假" in words
    assert "    区环保局" not in digest(days(), "区环保局", notices([end_of_year()]))[0].text
