"""The page has no words of its own: all are in locales, in both languages, and none is there in vain."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast

from bot.channels.rehearsal.audience import Message
from bot.channels.rehearsal.guard import STATUS
from bot.channels.rehearsal.web import PAGE as FOLDER
from bot.channels.rehearsal.web import SHANGHAI
from bot.channels.rehearsal.words import FILES, PAGE, Words
from locales.catalogue import LOCALES, ROOT, texts
from tests.rehearsal.stage import START
from tests.rehearsal.visit import visiting

SOURCES = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
SCRIPTS = "\n".join(text for name, text in SOURCES.items() if name.endswith(".js"))


def keys(locale: str) -> set[str]:
    source = (ROOT / locale / "rehearsal.ftl").read_text(encoding="utf-8")
    return {entry.id.name for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message)}


def test_both_languages_have_the_same_texts() -> None:
    assert keys("zh-CN") == keys("en")


@pytest.mark.parametrize("locale", LOCALES)
def test_page_words_are_complete_and_need_no_values(locale: str) -> None:
    page = Words(texts(locale), SHANGHAI).page()
    assert page["locale"] == locale
    assert isinstance(page["words"], dict) and all(page["words"].values())


def test_every_word_of_the_page_is_used_and_every_used_one_is_known() -> None:
    marks = re.findall(r'data-(?:text|label|placeholder)="([^"]+)"', SOURCES["index.html"])
    calls = re.findall(r'word\(["`]([a-z-]+)["`]\)', SCRIPTS)
    either = re.findall(r'word\(\S+ \? "([a-z-]+)" : "([a-z-]+)"\)', SCRIPTS)
    roles = {f"{what}-{role}" for what in ("role", "placeholder") for role in ("liaison", "office", "visitor")}
    assert {*marks, *calls, *(name for pair in either for name in pair), *roles} == {*PAGE, *FILES}


def test_every_text_that_code_names_is_there_and_used() -> None:
    bot = ROOT.parent / "bot"
    code = "\n".join(path.read_text(encoding="utf-8") for path in bot.rglob("*.py"))
    named = set(re.findall(r'"(rehearsal-[a-z-]+)"', code))
    assert {key for key in STATUS if key.startswith("rehearsal-")} <= named
    weekdays = {f"rehearsal-weekday-{n}" for n in range(1, 8)}
    months = {f"rehearsal-month-{n}" for n in range(1, 13)}
    assert keys("zh-CN") == named | weekdays | months | {f"rehearsal-{name}" for name in PAGE}


@pytest.mark.parametrize("name", SOURCES)
def test_page_has_no_chinese_of_its_own(name: str) -> None:
    code = re.sub(r"^\s*//.*$", "", SOURCES[name], flags=re.MULTILINE)
    assert not re.search(r"[\u4e00-\u9fff]", code)


@pytest.mark.parametrize("name", SOURCES)
def test_page_fetches_nothing_from_elsewhere_and_inserts_no_markup(name: str) -> None:
    assert not re.search(r"""(?:src|href|url\(|import|from)\W{1,3}(?:https?:)?//""", SOURCES[name])
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|\son\w+=|style="
    assert not re.search(markup, SOURCES[name])


@pytest.mark.parametrize(("locale", "words"), [
    ("zh-CN", "2018年12月29日 周六 09:00"),
    ("en", "Sat 29 December 2018, 09:00"),
])
def test_clock_is_written_as_the_reader_writes_dates(locale: str, words: str) -> None:
    clock = Words(texts(locale), SHANGHAI).clock(datetime(2018, 12, 29, 1, 0, tzinfo=UTC))
    assert clock == {"date": "2018-12-29", "words": words}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_day_of_a_year_has_its_own_words(locale: str) -> None:
    words = Words(texts(locale), SHANGHAI)
    days = {words.clock(START + timedelta(days=n))["words"] for n in range(365)}
    assert len(days) == 365


def test_message_late_in_the_evening_of_utc_belongs_to_the_next_day_here() -> None:
    message = Message("1", "c-czj", False, "早", datetime(2018, 7, 30, 16, 5, tzinfo=UTC))
    shown = Words(texts("zh-CN"), SHANGHAI).message(message)
    assert (shown["date"], shown["day"], shown["time"]) == ("2018-07-31", "7月31日 周二", "00:05")
    there = Words(texts("zh-CN"), ZoneInfo("Europe/London")).message(message)
    assert (there["date"], there["time"]) == ("2018-07-30", "17:05")


async def test_english_page_is_told_so() -> None:
    async with visiting("en") as visit:
        answer = (await visit.ask("/api/texts")).json()
    assert (answer["locale"], answer["words"]["next-push"]) == ("en", "Next push")


@pytest.mark.parametrize(("path", "kind"), [
    ("/", "text/html; charset=utf-8"), ("/chat.css", "text/css; charset=utf-8"),
    ("/chat.js", "text/javascript; charset=utf-8"), ("/view.js", "text/javascript; charset=utf-8"),
])
async def test_page_is_served_as_what_it_is(path: str, kind: str) -> None:
    async with visiting() as visit:
        answer = await visit.ask(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
    assert answer.text == SOURCES[path.strip("/") or "index.html"]
