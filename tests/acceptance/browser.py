"""A headless Chromium for pages under test; tests that need it carry the mark `browser`."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]
DESK = ViewportSize(width=1200, height=800)


# Not for the whole session: while it runs, no test of its thread can have an event loop.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The installed browser; tests marked `browser` are left out where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the page's console complained about; a test leaves none behind."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def page(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    """A fresh page of a desk's size, with nothing remembered."""
    context = chromium.new_context(viewport=DESK, locale="zh-CN", timezone_id="America/New_York")
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield page
    context.close()
