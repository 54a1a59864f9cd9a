"""A newcomer's first minutes on the rehearsal page, in a browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.rehearsal import stage
from tests.rehearsal.house import House

pytestmark = pytest.mark.browser
pytest_plugins = ("tests.acceptance.browser",)
REPLY = "已公开 #31 http://www.ahguichi.gov.cn/zwgk/a.html"


# Before the page and so ended after it: a page left alone would complain.
@pytest.fixture(autouse=True)
def house() -> Iterator[House]:
    house = House().start()
    yield house
    assert house.stop()


def enter(page: Page, house: House) -> None:
    page.goto(house.address)
    expect(page.locator("#person")).not_to_be_empty()


def see_push(page: Page, house: House) -> None:
    enter(page, house)
    page.get_by_role("button", name="下一次推送").click()
    expect(page.locator("#person")).to_have_text("区环保局联络员")
    expect(page.locator(".message")).to_have_count(1)


def talk(page: Page) -> list[str]:
    """The words of every message, in order."""
    return page.locator(".message .text").all_text_contents()


def test_first_push_is_in_front_of_the_newcomer(page: Page, house: House) -> None:
    see_push(page, house)
    expect(page.locator("#clock")).to_have_text("2018年7月30日 周一 09:00")
    expect(page.locator(".message .text")).to_contain_text("#31 重大建设项目信息公开 · 第二季度确认")
    expect(page.locator(".message .text")).to_be_in_viewport()
    expect(page.locator(".hint")).to_be_visible()


def test_push_that_came_before_the_page_was_opened_is_opened_first(page: Page, house: House) -> None:
    house.send(stage.EDUCATION.chat, "区教体局 · 待公开 1 件")
    enter(page, house)
    expect(page.locator("#person")).to_have_text("区教体局联络员")
    expect(page.locator(".message")).to_contain_text("待公开 1 件")


def test_reply_is_typed_and_answered(page: Page, house: House) -> None:
    see_push(page, house)
    page.get_by_role("button", name="回复").click()
    expect(page.locator("#quoted")).to_have_text("区环保局 · 7月30日 周一")
    page.keyboard.type(REPLY)
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_have_count(3)
    assert talk(page)[1:] == [REPLY, f"收到：{REPLY}"]
    expect(page.locator(".own .quote")).to_have_text("区环保局 · 7月30日 周一")
    expect(page.locator("#text")).to_have_value("")
    expect(page.locator("#quote-bar")).to_be_hidden()
    assert '"reply_to": "1"' in house.heard[0]


def test_press_changes_the_message_in_place(page: Page, house: House) -> None:
    see_push(page, house)
    page.get_by_role("button", name="已公开 #44").click()
    expect(page.locator(".message .text")).to_have_text("已登记 done:44")
    expect(page.get_by_role("button", name="撤销")).to_be_visible()
    expect(page.locator("#toast")).to_have_text("已登记")


def test_shift_enter_and_an_input_method_do_not_send(page: Page, house: House) -> None:
    see_push(page, house)
    page.locator("#text").fill("第一行")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("第二行")
    page.locator("#text").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(page.locator("#text")).to_have_value("第一行\n第二行")
    page.keyboard.press("Enter")
    expect(page.locator(".own .text")).to_have_text("第一行\n第二行", use_inner_text=False)
    assert len(house.heard) == 1


@pytest.mark.parametrize("words", [
    "<img src=x onerror=alert(1)>", "<script>document.title='x'</script>", "&lt;b&gt; *粗* _斜_",
    "\u202e反过来 #41", "javascript:alert(1)", "公" * 5_000,
])
def test_words_are_shown_as_they_were_typed(page: Page, house: House, words: str) -> None:
    see_push(page, house)
    page.locator("#text").fill(words)
    page.locator("#send").click()
    expect(page.locator(".message")).to_have_count(3)
    assert talk(page)[1] == words
    assert page.locator(".own .text :is(img, script, a)").count() == 0
    assert page.title() == "政务公开 · 演练"


def test_links_end_where_chinese_begins_and_open_elsewhere(page: Page, house: House) -> None:
    enter(page, house)
    house.send(stage.TREASURY.chat, "见 https://a.gov.cn/1.html，请查收。另见（http://b.gov.cn/2）")
    links = page.locator(".message a")
    expect(links).to_have_text(["https://a.gov.cn/1.html", "http://b.gov.cn/2"])
    assert links.first.get_attribute("target") == "_blank"
    assert "noopener" in (links.first.get_attribute("rel") or "")


def test_refused_words_stay_in_the_box_with_the_reason(
    page: Page, house: House, complaints: list[str]
) -> None:
    see_push(page, house)
    page.locator("#text").fill("公" * 20_001)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_have_text("一条消息最多 20000 个字，请分成几条发。")
    assert len(page.locator("#text").input_value()) == 20_001
    assert [re.findall(r"status of (\d+)", said) for said in complaints] == [["400"]]
    complaints.clear()


def test_other_people_show_how_much_they_have_not_read(page: Page, house: House) -> None:
    see_push(page, house)
    treasury = page.get_by_role("button", name="区财政局联络员")
    expect(treasury).to_contain_text("1")
    treasury.click()
    expect(page.locator(".message")).to_contain_text("今天没有待公开的事项")
    expect(treasury).to_have_text("区财政局联络员")
    page.reload()
    expect(page.locator("#person")).to_have_text("区财政局联络员")
    expect(page.locator(".unread")).to_have_count(0)


def test_box_suggests_what_the_person_may_say(page: Page, house: House) -> None:
    see_push(page, house)
    expect(page.locator("#text")).to_have_attribute("placeholder", "已公开 #编号 网址")
    page.locator("#people").get_by_text(stage.OFFICE.name, exact=True).click()
    expect(page.locator("#text")).to_have_attribute("placeholder", "状态 区财政局，或者发来文件")


def test_search_narrows_the_cast(page: Page, house: House) -> None:
    enter(page, house)
    page.get_by_role("searchbox").fill("教体")
    expect(page.locator(".person")).to_have_text(["区教体局联络员"])
    page.get_by_role("searchbox").fill("没有这个局")
    expect(page.locator(".none")).to_have_text("没有这样的单位，请换个词再找。")


def test_clock_moves_by_hour_day_and_date_in_the_offices_time(page: Page, house: House) -> None:
    enter(page, house)
    clock = page.locator("#clock")
    expect(clock).to_have_text("2018年7月30日 周一 08:59")
    page.get_by_role("button", name="+1 小时").click()
    expect(clock).to_have_text("2018年7月30日 周一 09:59")
    page.get_by_role("button", name="+1 天").click()
    expect(clock).to_have_text("2018年7月31日 周二 09:59")
    expect(page.locator("#date")).to_have_value("2018-07-31")
    page.locator("#date").fill("2018-09-29")
    page.get_by_role("button", name="跳到").click()
    expect(clock).to_have_text("2018年9月29日 周六 08:59")


def test_hint_once_read_stays_away(page: Page, house: House) -> None:
    enter(page, house)
    page.get_by_role("button", name="知道了").click()
    page.reload()
    expect(page.locator("#person")).not_to_be_empty()
    expect(page.locator("#hint")).to_be_hidden()


def test_whole_day_without_a_mouse(page: Page, house: House) -> None:
    enter(page, house)
    page.get_by_role("button", name="下一次推送").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_have_count(1)
    page.get_by_role("button", name="回复").focus()
    page.keyboard.press("Space")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#quote-bar")).to_be_hidden()
    page.keyboard.type("状态")
    page.keyboard.press("Enter")
    expect(page.locator(".message").last).to_contain_text("收到：状态")
    expect(page.locator("#text")).to_be_focused()


@pytest.mark.parametrize("width", [390, 360])
def test_phone_has_the_cast_in_a_drawer(page: Page, house: House, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    see_push(page, house)
    expect(page.locator("#cast")).to_be_hidden()
    page.get_by_role("button", name="换一个人").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#cast")).to_be_hidden()
    page.get_by_role("button", name="换一个人").click()
    page.get_by_role("button", name="区政务公开办").click()
    expect(page.locator("#person")).to_have_text("区政务公开办")
    expect(page.locator("#cast")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 390, 800, 1200])
def test_nothing_sticks_out_sideways(page: Page, house: House, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    see_push(page, house)
    page.locator("#text").fill("https://a.gov.cn/" + "x" * 300)
    page.locator("#send").click()
    expect(page.locator(".message")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#messages").evaluate("list => list.scrollWidth - list.clientWidth") == 0


def test_page_left_open_says_when_the_program_has_gone(page: Page, complaints: list[str]) -> None:
    house = House().start()
    enter(page, house)
    assert house.stop()
    expect(page.locator("#offline")).to_contain_text("正在重新连接")
    complaints.clear()    # the browser itself complains about the lost connection


def test_two_pages_see_the_same_talk(page: Page, house: House, chromium: Browser) -> None:
    see_push(page, house)
    with chromium.new_context() as context:
        other = context.new_page()
        other.goto(f"{house.address}/#{stage.ECOLOGY.chat}")
        expect(other.locator(".message")).to_have_count(1)
        page.locator("#text").fill(REPLY)
        page.keyboard.press("Enter")
        expect(other.locator(".message")).to_have_count(3)
        assert talk(other) == talk(page)
