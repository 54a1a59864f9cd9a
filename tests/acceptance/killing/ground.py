"""What the killing stands on: a prepared database, enrolled people, and the Bot API as a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings, read_settings
from obligations.workdays import calendar
from storage import ledger, people, plans, schema
from storage.database import Database, Session
from storage.people import Position
from tests.bot_api import TOKEN, Control, Fault
from tests.cast import ZONE

PLAN = Path("plans/guichi-2018.toml")
# By then nearly every department has something due at the end of September, and so a digest every day.
BEGINS = datetime(2018, 9, 21, 1, 0, tzinfo=UTC)
FIRST_CHAT = 5001
OFFICE = 2
SENDING = ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
FAULTS = {
    Fault.FLOOD: 0.005, Fault.BAD_GATEWAY: 0.01, Fault.BAD_GATEWAY_AFTER: 0.01,
    Fault.CUT_BEFORE: 0.01, Fault.CUT_AFTER: 0.01, Fault.BLOCK_PAGE: 0.005, Fault.UNREADABLE_AFTER: 0.005,
}  # fmt: skip
# What fails for a while fails altogether: every call, in one way.
OUTAGES = (Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.PROXY_REFUSES, Fault.BLOCK_PAGE, Fault.FORBIDDEN_PAGE,
           Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.BAD_GATEWAY_AFTER)


@dataclass(frozen=True, slots=True)
class Liaison:
    """One department's liaison; `items` are the numbers that were open at the beginning."""

    chat: int
    department: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where everything happens. `office` are chats."""

    folder: Path
    settings: Settings
    liaisons: tuple[Liaison, ...]
    office: tuple[int, ...]

    @property
    def log(self) -> Path:
        """What all the victims wrote."""
        return self.folder / "victims.log"

    def database(self) -> Database:
        """The victims' database, for reading between lives; close it before the next one."""
        return Database(self.settings.database_url)


def prepare(folder: Path, api_url: str) -> Ground:
    """A database with the plan in force and everybody enrolled; closed again, for a fork may own no connection."""
    settings = read_settings({
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api_url, "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}",
    }, folder)
    database = Database(settings.database_url)
    schema.upgrade(database)
    with database.write() as session:
        kept, _ = plans.import_plan(session, PLAN.read_text(encoding="utf-8"), PLAN.name, BEGINS, "test")
        plans.activate(session, kept.id, calendar(), ZONE, BEGINS, "test")
        office = tuple(FIRST_CHAT - 1 - number for number in range(OFFICE))
        for chat in office:
            _enrol(session, kept.district_id, None, chat)
        names = ledger.department_names(session, kept.district_id)
        liaisons = [_liaison(session, kept.district_id, name, FIRST_CHAT + at) for at, name in enumerate(names)]
    database.close()
    return Ground(folder, settings, tuple(one for one in liaisons if one.items), office)


def _liaison(session: Session, district: int, department: str, chat: int) -> Liaison:
    _enrol(session, district, department, chat)
    items = ledger.items(session, district, department)
    return Liaison(chat, department, tuple(item.number for item in items if item.to_do))


def _enrol(session: Session, district: int, department: str | None, chat: int) -> None:
    position = Position.LIAISON if department else Position.OFFICE
    code, _ = people.invite(session, district, position, department, BEGINS.date(), BEGINS, "test")
    name = f"{department}联络员" if department else "公开办值班员"
    people.enrol(session, code, "telegram", str(chat), str(chat), name, "zh-CN", BEGINS.date(), BEGINS)


@contextmanager
def bot_api() -> Iterator[Control]:
    """The server in a process that no kill touches; it ends with our end of its input."""
    server = subprocess.Popen([sys.executable, "-m", "tests.bot_api.serve"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)
    assert server.stdin and server.stdout
    with server.stdout, server.stdin:
        yield Control(server.stdout.readline().strip())
    server.wait(10)


def open_chats(api: Control, ground: Ground) -> None:
    """Everybody has started the bot once, so it may write to them."""
    for chat in (*ground.office, *(one.chat for one in ground.liaisons)):
        api.unblock(chat)
