"""The fixture `stage`: the bot at work on a Thursday at eight, on a database of its own."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from obligations.workdays import calendar
from storage import people, plans, schema
from storage.database import Database
from storage.people import Position
from tests.acceptance.telegram_stage import BEGINS, CAST, ZONE, Stage
from tests.bot_api import BotApi

PLAN = Path("plans/guichi-2018.toml")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the plan in force and the cast enrolled, made once and copied for each test."""
    file: Path = tmp_path_factory.mktemp("prepared") / "bot.db"
    database = Database(f"sqlite:///{file}")
    schema.upgrade(database)
    then = BEGINS - timedelta(days=1)
    with database.write() as session:
        kept, _ = plans.import_plan(session, PLAN.read_text(encoding="utf-8"), PLAN.name, then, "test")
        plans.activate(session, kept.id, calendar(), ZONE, then, "test")
        for chat, department in CAST.items():
            position = Position.LIAISON if department else Position.OFFICE
            code, _ = people.invite(session, kept.district_id, position, department, then.date(), then, "test")
            name = f"{department}联络员" if department else "公开办值班员"
            people.enrol(session, code, "telegram", str(chat), str(chat), name, "zh-CN", then.date(), then)
    database.close()
    return file


@pytest.fixture
async def stage(prepared: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot at work at eight on a Thursday; at the end no limit of Telegram's may have been broken."""
    shutil.copyfile(prepared, tmp_path / "bot.db")
    with BotApi() as api:
        for chat in CAST:
            api.unblock(chat)
        made = Stage(api, f"sqlite:///{tmp_path / 'bot.db'}")
        await made.start()
        yield made
        await made.stop()
        assert api.violations == []
