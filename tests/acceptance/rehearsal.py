"""The real process that `make run` starts, without a token: a rehearsal in the browser."""

import os
import socket
from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
PATIENT = 40_000    # milliseconds; the first push comes a quarter of a minute after the start
SETTINGS = ("TELEGRAM_", "DATABASE_URL", "PUSH_AT", "TIMEZONE", "LOCALE", "WEB_LISTEN")


def environment(port: int) -> dict[str, str]:
    """What the process finds around it: a free port, Chinese, and no settings of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    return {**kept, "WEB_LISTEN": f"127.0.0.1:{port}", "LOCALE": "zh-CN", "PYTHONPATH": str(ROOT)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def become(page: Page, name: str) -> None:
    """Play somebody."""
    page.locator("#people").get_by_text(name, exact=True).click()
    expect(page.locator("#person")).to_have_text(name)


def say(page: Page, words: str) -> None:
    """Type something and send it."""
    page.locator("#text").fill(words)
    page.keyboard.press("Enter")
