"""An empty installation, and one in which the plan of Guichi is in force, each with a terminal."""

import os
import shutil
from pathlib import Path

import pytest

from bot.settings import NAMES
from tests.acceptance.terminal import Terminal, write_plan_in_force


@pytest.fixture(scope="session")
def database_in_force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, copied for every test."""
    file = tmp_path_factory.mktemp("in-force") / "gongkai.db"
    write_plan_in_force(file)
    return file


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in an empty folder, on a Chinese system without any setting."""
    for name in list(os.environ):
        if name.removesuffix("_FILE") in NAMES or name.startswith("LC_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)


@pytest.fixture
def office(terminal: Terminal, database_in_force: Path) -> Terminal:
    """A terminal where the plan of 2018 is in force."""
    (terminal.folder / "data").mkdir()
    shutil.copy(database_in_force, terminal.folder / "data" / "gongkai.db")
    return terminal
