"""From a file sent in the rehearsal to the first push of the new plan, in a browser, against the real process."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.acceptance.rehearsal import PATIENT, become, say

pytestmark = [pytest.mark.browser, pytest.mark.slow]
pytest_plugins = ("tests.acceptance.browser", "tests.acceptance.rehearsal_fixtures")

SEED = Path(__file__).parents[1] / "seed" / "guichi-2018.txt"
OFFICE = "公开办值班员"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "贵池区2018年政务公开重点任务清单"
ROWS = (("序号", "工作任务", "具体要求", "责任单位", "完成时限"),
        ("1", "预算公开", "公布区级预算和说明。", "区财政局", "2018年8月3日前"),
        ("2", "招生公开", "公布各校招生办法。", "区教体局、区人社局等", "2018年8月10日前"),
        ("3", "天气公开", "公布汛期预警。", "区气象局", "2018年8月2日前"),
        ("4", "补贴公开", "公布农户补贴名单。", "区农委区林业局", "2018年11月30日前"))


def word() -> bytes:
    """A small document of the same year, in which 区气象局 is new."""
    made, stream = docx.Document(), BytesIO()
    made.add_paragraph(TITLE)
    table = made.add_table(len(ROWS), 5)
    for at, row in enumerate(ROWS):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    made.save(stream)
    return stream.getvalue()


def enter(page: Page, address: str) -> None:
    """Wait for the day's first push, so that what comes later is of the new plan; then be the office."""
    page.goto(address)
    expect(page.locator("#clock")).to_contain_text("09:00", timeout=PATIENT)
    become(page, OFFICE)


def send(page: Page, name: str, mime: str, content: bytes) -> None:
    page.locator("#file").set_input_files(FilePayload(name=name, mimeType=mime, buffer=content))
    page.keyboard.press("Enter")
    expect(page.locator(".message a.file")).to_be_visible(timeout=PATIENT)


def last(page: Page, words: str) -> Locator:
    """The last message that holds these words, with its buttons."""
    found = page.locator(".message", has_text=words).last
    expect(found).to_be_visible()
    return found


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=re.compile(label)).last.click()


def download(page: Page) -> list[str]:
    """The sheets of the workbook that hangs on the last message with a file."""
    with page.expect_download() as fetched:
        page.locator("a.file").last.click()
    assert fetched.value.suggested_filename == "核对表-2018-1.xlsx"
    return load_workbook(BytesIO(fetched.value.path().read_bytes())).sheetnames


def activate(page: Page) -> Locator:
    """Put in force what is in hand, after the look at what it changes."""
    say(page, "/plan")
    press(page, "^启用$")
    last(page, "与现行的")
    press(page, "^确认启用$")
    return last(page, "已启用：新增")


def overflow(page: Page) -> int:
    width: int = page.locator("#messages").evaluate("list => list.scrollWidth - list.clientWidth")
    return width


def test_seed_becomes_a_plan_whose_first_push_arrives(address: str, page: Page) -> None:
    enter(page, address)
    send(page, SEED.name, "text/plain", SEED.read_bytes())
    expect(last(page, "草稿 2018-1")).to_contain_text("28 行，28 个部门")
    assert {"任务", "问题", "部门"} <= set(download(page))
    send(page, SEED.name, "text/plain", SEED.read_bytes())
    last(page, "和已经收到的一样，没有重复建")
    press(page, "^回答问题")
    for number in (1, 2, 3):
        expect(page.get_by_text(f"第 {number} 问，")).to_be_visible()
        press(page, r"^1\. ")
    press(page, "^以后再答$")
    left = last(page, "先到这里，还有")
    say(page, "问题")
    expect(last(page, "第 4 问，")).to_contain_text("原文：“")
    assert "启用" in left.inner_text()
    done = activate(page)
    expect(done).to_contain_text("位联络员")
    become(page, "区财政局联络员")
    expect(page.locator(".message", has_text="任务分工换了新版")).to_have_count(1)
    expect(last(page, "任务分工换了新版")).to_contain_text("不再要")
    press(page, "^查看 #")
    expect(last(page, "责任单位：区财政局")).to_contain_text("出处：R")
    page.get_by_role("button", name="下一次推送").click()
    expect(page.locator("#clock")).to_contain_text("7月31日 周二 09:00")
    become(page, "区政务公开办联络员")
    expect(last(page, "7月31日 周二")).to_contain_text("切实落实责任，扎实推进试点工作")
    expect(page.locator(".message", has_text="任务分工换了新版")).to_have_count(1)


def test_word_file_with_a_new_department_and_what_the_office_hears_of_it(address: str, page: Page) -> None:
    enter(page, address)
    send(page, "任务清单.docx", WORD, word())
    expect(last(page, "草稿 2018-1")).to_contain_text("4 行")
    press(page, "^回答问题")
    asked = last(page, "第 1 问，")
    page.set_viewport_size({"width": 360, "height": 700})
    assert overflow(page) == 0
    page.set_viewport_size({"width": 1200, "height": 800})
    expect(asked).to_contain_text("系统默认")
    press(page, "^先按默认，下一问$")
    last(page, "第 2 问，")
    done = activate(page)
    expect(done).to_contain_text("还没有联络员的单位 1 个：区气象局。请发“邀请 区气象局”")
    become(page, "区财政局联络员")
    expect(page.locator(".message", has_text="任务分工换了新版")).to_have_count(1)
    page.get_by_role("button", name="下一次推送").click()
    push = last(page, "7月31日 周二")
    expect(push).to_contain_text("公布区级预算和说明")
    expect(push).to_contain_text("8月3日前 · 还有 3 个工作日")
    become(page, OFFICE)
    expect(last(page, "7月31日 周二")).to_contain_text("区气象局")
    become(page, "区林业局联络员")
    number = re.search(r"#(\d+) 公布农户补贴名单", last(page, "任务分工换了新版").inner_text())
    assert number is not None
    say(page, f"/item {number[1]}")
    expect(last(page, "责任单位：区林业局")).to_contain_text("系统默认，待公开办确认：两个单位名之间没有顿号")
