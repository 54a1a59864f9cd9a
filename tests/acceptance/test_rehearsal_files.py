"""Files on the rehearsal page, in a browser: one is chosen or dropped and sent, one of the bot's is downloaded."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect

from bot.channels.port import OutgoingFile
from tests.rehearsal import stage
from tests.rehearsal.house import House

pytestmark = pytest.mark.browser
pytest_plugins = ("tests.acceptance.browser",)

NAME = "云江县任务分工.txt"
CONTENT = "一、重点任务\t责任单位".encode()
DROP = """([kind, ...names]) => {
  const carried = new DataTransfer();
  names.forEach((name) => carried.items.add(new File(["content"], name)));
  const target = document.querySelector("#messages");
  target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(autouse=True)
def house() -> Iterator[House]:
    house = House().start()
    yield house
    assert house.stop()


def enter(page: Page, house: House) -> None:
    page.goto(f"{house.address}/#{stage.OFFICE.chat}")
    expect(page.locator("#person")).to_have_text("区政务公开办")
    expect(page.locator("#text")).to_be_visible()


def offer(page: Page, content: bytes = CONTENT) -> None:
    page.locator("#file").set_input_files(FilePayload(name=NAME, mimeType="text/plain", buffer=content))


def choose(page: Page) -> None:
    offer(page)
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#file-bar")).to_be_visible()


def until_held(page: Page, held: list[Route]) -> None:
    """The page shows that it is sending a moment before its request comes by here."""
    for _ in range(500):
        if held:
            return
        page.wait_for_timeout(10)
    raise AssertionError("the request never came by")


def test_file_is_chosen_by_the_paper_clip_and_sent(page: Page, house: House) -> None:
    enter(page, house)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="选择要发送的文件").click()
    chooser.value.set_files(FilePayload(name=NAME, mimeType="text/plain", buffer=CONTENT))
    expect(page.get_by_role("status").filter(has_text="要发送的文件")).to_contain_text(f"{NAME} · 31 B")
    page.get_by_role("button", name="发送", exact=True).click()
    expect(page.locator(".message")).to_have_count(2)
    expect(page.locator(".own .file")).to_have_text(f"{NAME}31 B")
    expect(page.locator(".message .text")).to_have_text([f"收到文件：{NAME}"])
    expect(page.locator("#file-bar")).to_be_hidden()
    assert json.loads(house.heard[0])["file"]["name"] == NAME


def test_file_of_the_bot_is_downloaded_whole_under_its_name(page: Page, house: House, tmp_path: Path) -> None:
    enter(page, house)
    choose(page)
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name=f"下载文件 回执-{NAME} 31 B").click()
    assert download.value.suggested_filename == f"回执-{NAME}"
    download.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == CONTENT[::-1]


def test_words_written_beside_the_file_go_along(page: Page, house: House) -> None:
    enter(page, house)
    choose(page)
    page.locator("#text").fill("2026年的分工")
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_have_count(2)
    expect(page.locator(".own .text")).to_have_text("2026年的分工")
    expect(page.locator(".own .file .name")).to_have_text(NAME)
    expect(page.locator("#text")).to_have_value("")
    assert json.loads(house.heard[0])["text"] == "2026年的分工"


def test_more_words_than_a_caption_holds_follow_the_file(page: Page, house: House) -> None:
    enter(page, house)
    choose(page)
    page.locator("#text").fill("公" * 1025)
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_have_count(4)
    heard = [json.loads(raw) for raw in house.heard]
    assert [("file" in one, one["text"]) for one in heard] == [(True, ""), (False, "公" * 1025)]


def test_chosen_file_can_be_put_back_and_goes_to_nobody_else(page: Page, house: House) -> None:
    enter(page, house)
    choose(page)
    page.get_by_role("button", name="不发送这个文件").click()
    expect(page.locator("#file-bar")).to_be_hidden()
    expect(page.locator("#attach")).to_be_focused()
    choose(page)
    page.keyboard.press("Escape")
    expect(page.locator("#file-bar")).to_be_hidden()
    choose(page)
    page.get_by_role("button", name="区财政局联络员").click()
    expect(page.locator("#file-bar")).to_be_hidden()
    assert house.heard == []


def test_same_file_can_be_chosen_again_once_it_has_been_mended(page: Page, house: House) -> None:
    enter(page, house)
    offer(page, content=b"")
    expect(page.get_by_role("alert")).to_have_text("这个文件是空的，请换一个文件。")
    assert page.locator("#file").evaluate("input => input.files.length") == 0
    choose(page)
    assert page.locator("#file").evaluate("input => input.files.length") == 0
    page.keyboard.press("Enter")
    expect(page.locator(".own .file")).to_have_text(f"{NAME}31 B")


def test_escape_on_a_button_that_goes_away_leads_back_to_the_words(page: Page, house: House) -> None:
    enter(page, house)
    choose(page)
    page.locator("#file-cancel").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#file-bar")).to_be_hidden()
    expect(page.locator("#text")).to_be_focused()


def test_escape_that_ends_a_composition_keeps_the_file(page: Page, house: House) -> None:
    enter(page, house)
    choose(page)
    page.locator("#text").dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    expect(page.locator("#file-bar")).to_be_visible()


def test_file_sent_as_an_answer_says_what_it_answers(page: Page, house: House) -> None:
    enter(page, house)
    house.send(stage.OFFICE.chat, "请补充附件")
    page.locator(".reply").click()
    choose(page)
    page.keyboard.press("Enter")
    expect(page.locator(".own .quote")).to_have_text("请补充附件")


def test_file_that_fails_after_another_person_was_chosen_is_not_offered_to_them(
    page: Page, house: House, complaints: list[str]
) -> None:
    enter(page, house)
    choose(page)
    held: list[Route] = []
    page.route("**/api/file?*", lambda route: held.append(route))
    page.keyboard.press("Enter")
    expect(page.locator("#attach")).to_be_disabled()
    until_held(page, held)
    page.get_by_role("button", name="区财政局联络员").click()
    expect(page.locator("#person")).to_have_text("区财政局联络员")
    held[0].abort()
    expect(page.locator("#attach")).to_be_enabled()
    expect(page.locator("#file-bar")).to_be_hidden()
    complaints.clear()


def test_file_is_dropped_onto_the_talk(page: Page, house: House) -> None:
    enter(page, house)
    page.evaluate(DROP, ["dragover", NAME])
    expect(page.locator("#drop")).to_have_text("松开即选中这个文件")
    page.evaluate(DROP, ["drop", NAME])
    expect(page.locator("#drop")).to_be_hidden()
    expect(page.locator("#file-name")).to_have_text(f"{NAME} · 7 B")
    page.keyboard.press("Enter")
    expect(page.locator(".own .file")).to_be_visible()


def test_several_files_an_empty_one_and_a_large_one_are_refused_before_they_leave(page: Page, house: House) -> None:
    enter(page, house)
    alert = page.get_by_role("alert")
    page.evaluate(DROP, ["drop", "一.txt", "二.txt"])
    expect(alert).to_have_text("一次发送一个文件，请分几次发。")
    offer(page, content=b"")
    expect(alert).to_have_text("这个文件是空的，请换一个文件。")
    offer(page, content=b"0" * 20_000_001)
    expect(alert).to_have_text("文件超过 20 MB，请换一个小一些的文件。")
    expect(page.locator("#file-bar")).to_be_hidden()
    assert house.heard == []


def test_file_that_could_not_be_sent_stays_chosen(page: Page, house: House, complaints: list[str]) -> None:
    enter(page, house)
    choose(page)
    page.route("**/api/file?*", lambda route: route.abort())
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("没有办成，请稍后再试一次。")
    expect(page.locator("#file-bar")).to_be_visible()
    expect(page.locator("#file-cancel")).to_be_enabled()
    page.unroute("**/api/file?*")
    page.locator("#send").click()
    expect(page.locator(".own .file")).to_be_visible()
    complaints.clear()


@pytest.mark.parametrize("name", ["../../etc/passwd", "\u202etxt.exe", "公" * 300 + ".docx", "<img src=x>.xlsx", ""])
def test_no_name_breaks_the_page(page: Page, house: House, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    enter(page, house)
    house.send(stage.OFFICE.chat, "", file=OutgoingFile(name, b"x"))
    link = page.locator("a.file")
    expect(link).to_be_visible()
    assert page.locator(".bubble :is(img, script)").count() == 0
    assert page.locator("#messages").evaluate("list => list.scrollWidth - list.clientWidth") == 0
    shown = link.locator(".name").text_content() or ""
    assert shown and "/" not in shown and "\u202e" not in shown and len(shown) <= 100
    with page.expect_download() as download:
        link.click()
    assert "/" not in download.value.suggested_filename
