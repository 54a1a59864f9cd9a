"""A terminal for the tests of `gongkai`: types a command in this process and reads what it shows."""

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from obligations.workdays import calendar
from storage import people, plans, schema
from storage.database import Database
from tests.cast import ZONE

ROOT = Path(__file__).parents[2]
GUICHI = ROOT / "plans" / "guichi-2018.toml"
PRINTED = datetime(2018, 6, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """What one command left on the terminal."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What a program reads."""
        return json.loads(self.out)


class Terminal:
    """Types commands in `folder`."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder, self._captured = folder, captured

    def __call__(self, *words: str) -> Shown:
        """Type one command."""
        self._captured.readouterr()
        code = main(words)
        shown = self._captured.readouterr()
        return Shown(code, shown.out, shown.err)

    def refused(self, *words: str) -> str:
        """Type a command that must be refused; its one sentence."""
        shown = self(*words)
        assert (shown.code, shown.out, shown.err.count("\n")) == (1, "", 1), shown
        return shown.err.strip()

    @property
    def database(self) -> str:
        """The address of the database that commands typed here work on."""
        return f"sqlite:///{self.folder}/data/gongkai.db"

    def enrol(self, code: str, name: str) -> None:
        """Let somebody use an invitation in the messenger."""
        with closing(Database(self.database)) as database, database.write() as session:
            people.enrol(session, code, "telegram", name, name, name, "zh-CN", datetime.now(UTC).date(),
                         datetime.now(UTC))


def typed(folder: Path, *words: str, **environment: str) -> Shown:
    """The same in a process of its own, as people start it."""
    given = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", **environment}
    done = subprocess.run([sys.executable, "-m", "bot", *words], cwd=folder, env=given, capture_output=True,
                          text=True, encoding="utf-8", check=False, timeout=120)
    return Shown(done.returncode, done.stdout, done.stderr)


def write_plan_in_force(file: Path) -> None:
    """A database at `file` in which the plan of Guichi is in force."""
    database = Database(f"sqlite:///{file}")
    schema.upgrade(database)
    with database.write() as session:
        kept, _ = plans.import_plan(session, GUICHI.read_text(encoding="utf-8"), GUICHI.name, PRINTED, "test")
        plans.activate(session, kept.id, calendar(), ZONE, PRINTED, "test")
    database.close()
