"""One outage of one kind: begun just before nine, ended so many seconds after the round, judged by what arrived."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.clock import TICK_SECONDS
from bot.settings import read_settings
from storage.tables import Outbox, table_of
from tests.acceptance.killing.ground import Ground, open_chats
from tests.bot_api import TOKEN, BotApi, Fault

# A Friday on which nearly every department has something to hear.
NINE = datetime.fromisoformat("2018-09-28T09:00:00+08:00")
AHEAD = timedelta(seconds=3)
SETTLED_WITHIN = 120.0    # seconds after the messenger is back
_HEAD = re.compile(r"(可能重复：[^\n]*\n)?[^\n]+ · 9月28日 周五\n")

FAULTS = {
    "502": Fault.BAD_GATEWAY, "502-after": Fault.BAD_GATEWAY_AFTER, "503": Fault.UNAVAILABLE,
    "407": Fault.PROXY_REFUSES, "403-page": Fault.FORBIDDEN_PAGE, "200-page": Fault.BLOCK_PAGE,
    "cut-before": Fault.CUT_BEFORE, "cut-after": Fault.CUT_AFTER, "read-timeout": Fault.HANG,
    "unreadable": Fault.UNREADABLE_AFTER,
}
REFUSED = "refused"
KINDS = (*FAULTS, REFUSED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the people got. `expected`: digests and office reports of that day; `missing` did not arrive on it."""

    kind: str
    seconds: float
    expected: int
    missing: int
    unmarked_doubles: int
    repeats: int
    most_repeats: int
    office_heard: int
    unsettled: int
    exit_code: int

    @property
    def is_good(self) -> bool:
        """Whether everybody heard, nobody twice without a word, and the office of the trouble."""
        return (self.expected > 20 and not (self.missing or self.unmarked_doubles or self.unsettled or self.exit_code)
                and self.most_repeats <= 1 and self.office_heard > 0)


def happens(kind: str, seconds: float, folder: Path, prepared: Ground) -> Outcome:
    """The real process through one outage of all methods, on a copy of a prepared database; blocks for as long as
    that takes."""
    folder.mkdir(parents=True)
    with BotApi() as api:
        ground = _copied(prepared, folder)
        open_chats(api, ground)
        with (folder / "log").open("wb") as log:
            process = _begin(ground, api, log.fileno())
            try:
                _through(api, kind, seconds)
                unsettled = _settle(ground)
            finally:
                process.send_signal(signal.SIGTERM)
                code = process.wait(20)
        return _judged(kind, seconds, ground, api, unsettled, code)


def _copied(prepared: Ground, folder: Path) -> Ground:
    shutil.copy(prepared.folder / "bot.db", folder / "bot.db")
    settings = read_settings({"DATABASE_URL": f"sqlite:///{folder / 'bot.db'}"}, folder)
    return replace(prepared, folder=folder, settings=settings)


def _begin(ground: Ground, api: BotApi, log: int) -> subprocess.Popen[bytes]:
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url,
                "DATABASE_URL": ground.settings.database_url}
    process = subprocess.Popen([sys.executable, "-m", "tests.acceptance.outages.life", (NINE - AHEAD).isoformat()],
                               env=os.environ | settings, stdout=log, stderr=log)
    api.wait(lambda state: state["calls"].get("getupdates", 0) > 0, 60)
    return process


def _through(api: BotApi, kind: str, seconds: float) -> None:
    begin, end = _ways(api, kind)
    begin()
    time.sleep(TICK_SECONDS + seconds)     # the round is held at the first tick from nine on
    end()


def _ways(api: BotApi, kind: str) -> tuple[Callable[[], None], Callable[[], None]]:
    if kind == REFUSED:
        return api.vanish, api.come_back
    return lambda: api.chance(1, {FAULTS[kind]: 1.0}), lambda: api.chance(0, {})


def _settle(ground: Ground) -> int:
    """Wait until everything planned is settled; how much is not."""
    end, left = time.monotonic() + SETTLED_WITHIN, -1
    while left and time.monotonic() < end:
        time.sleep(0.5)
        states = Counter(state for _, _, state in _rows(ground))
        left = states["queued"] + states["sending"] if states else -1
    return left


def _rows(ground: Ground) -> list[tuple[str, str, str]]:
    rows, database = table_of(Outbox), ground.database()
    with database.read() as session:
        found = [tuple(row) for row in session.execute(select(rows.c.kind, rows.c.chat, rows.c.state))]
    database.close()
    return found


def _judged(kind: str, seconds: float, ground: Ground, api: BotApi, unsettled: int, code: int) -> Outcome:
    expected = {int(chat) for row, chat, state in _rows(ground) if row in ("digest", "office") and state != "void"}
    heads = [(one["chat"], bool(head[1])) for one in api.accepted if (head := _HEAD.match(one["text"]))]
    unmarked = Counter(chat for chat, marked in heads if not marked)
    marked = Counter(chat for chat, marked in heads if marked)
    heard = sum("连不上消息服务" in one["text"] for one in api.accepted if one["chat"] in ground.office)
    return Outcome(kind, seconds, len(expected), len(expected - {chat for chat, _ in heads}),
                   sum(times - 1 for times in unmarked.values()), sum(marked.values()),
                   max(marked.values(), default=0), heard, unsettled, code)
