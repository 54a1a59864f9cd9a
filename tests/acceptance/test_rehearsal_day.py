"""A liaison's day and the office's look at it, in a browser, against the real process that `make run` starts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.acceptance.rehearsal import PATIENT, become, say

pytestmark = [pytest.mark.browser, pytest.mark.slow]
pytest_plugins = ("tests.acceptance.browser", "tests.acceptance.rehearsal_fixtures")

LINK = "https://www.chizhou.gov.cn/a.html"


def test_a_liaison_sees_the_push_replies_and_the_office_sees_it_closed(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator(".message").first).to_be_visible(timeout=PATIENT)
    become(page, "区政务公开办联络员")
    push = page.locator(".message").first
    expect(push).to_contain_text("基层政务公开试点 · 试点验收")
    expect(push).to_contain_text("7月31日前；最迟 9月30日，之后计逾期")
    number = re.search(r"#(\d+) ", push.inner_text())
    assert number is not None
    say(page, f"已公开 #{number[1]} {LINK}，请查收")
    expect(page.locator(".message").last).to_contain_text("已销号 1 件")
    expect(page.locator(".message").last).to_contain_text(LINK)
    become(page, "公开办值班员")
    say(page, "/status 区政务公开办")
    expect(page.locator(".message").last).to_contain_text("已销号 1")


def test_an_event_is_confirmed_told_at_once_and_shown_by_status(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator(".message").first).to_be_visible(timeout=PATIENT)
    become(page, "公开办值班员")
    say(page, "登记 权力变化 2018-07-27 区财政局")
    page.get_by_role("button", name="确认登记").click()
    become(page, "区财政局联络员")
    notice = page.locator(".message").first
    expect(notice).to_contain_text("区财政局：新任务")
    page.get_by_role("button", name=re.compile("^已公开 #")).click()
    expect(page.locator(".message").last).to_contain_text("请发送")
    say(page, LINK)
    expect(page.locator(".message").last).to_contain_text("已销号 1 件")
    expect(notice).to_contain_text("已销号 #")
    become(page, "公开办值班员")
    say(page, "/status 区财政局")
    expect(page.locator(".message").last).to_contain_text("已销号 1")


def test_the_clock_goes_from_push_to_push_over_a_holiday(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator(".message").first).to_be_visible(timeout=PATIENT)
    become(page, "区财政局联络员")
    page.locator("#date").fill("2018-09-29")
    page.locator("#leap button").click()
    expect(page.locator("#clock")).to_contain_text("2018年9月29日 周六 08:59")
    page.get_by_role("button", name="下一次推送").click()
    expect(page.locator(".message").last).to_contain_text("9月30日前（周日上班） · 还有 1 个工作日")
    page.get_by_role("button", name="下一次推送").click()
    expect(page.locator(".message").last).to_contain_text("10月1日起放假 7 天")
    page.get_by_role("button", name="下一次推送").click()
    expect(page.locator("#clock")).to_contain_text("2018年10月8日 周一 09:00")
    expect(page.locator(".message").last).to_contain_text("逾期")
