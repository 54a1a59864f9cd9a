"""`gongkai plan import` on a real terminal: a bar that moves and leaves no trace, and nothing of it anywhere else."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.large_plan import large_plan, workbook
from tests.acceptance.terminal import ROOT, Shown, typed

ROWS = 100
CHINESE = {"LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "100"}
COUNTED = re.compile(rf"(\d+)/{ROWS}\b")
CONTROL = re.compile(r"\x1b\[(\??)(\d*)(?:;\d+)*([A-Za-z])")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook of a hundred rows, in an otherwise empty folder."""
    made = tmp_path / "large.xlsx"
    made.write_bytes(workbook(large_plan(ROWS)))
    return made


def watched(folder: Path, *words: str, out: bool = False, **environment: str) -> tuple[Shown, str]:
    """A command whose stderr is a terminal, and with `out` its stdout too; besides, all that the terminal got."""
    ours, theirs = pty.openpty()
    stdout = theirs if out else subprocess.PIPE
    with subprocess.Popen([sys.executable, "-m", "bot", *words], cwd=folder, env={**CHINESE, **environment},
                          stdin=subprocess.DEVNULL, stdout=stdout, stderr=theirs) as process:
        os.close(theirs)
        drawn = _all_of(ours)
        said = process.stdout.read().decode() if process.stdout else ""
    return Shown(process.returncode, said, screen(drawn)), drawn


def _all_of(terminal: int) -> str:
    found = b""
    try:
        while piece := os.read(terminal, 65536):
            found += piece
    except OSError:     # Linux says so when the other side is closed
        pass
    finally:
        os.close(terminal)
    return found.decode()


def screen(drawn: str) -> str:
    """What stands on the terminal at the end, line by line. Raises ValueError for a control that is not known here."""
    lines, row, column, at = [""], 0, 0, 0
    while at < len(drawn):
        if found := CONTROL.match(drawn, at):
            at = found.end()
            match found[1], found[3], int(found[2] or 1):
                case "", "A", number:
                    row = max(0, row - number)
                case "", "K", 2:
                    lines[row] = ""
                case ("", "m", _) | ("?", "h" | "l", 25):
                    pass
                case _:
                    raise ValueError(found[0])
            continue
        if drawn[at] in "\r\n":
            column, row = (0, row) if drawn[at] == "\r" else (column, row + 1)
            lines += [""] * (row + 1 - len(lines))
        else:
            lines[row] = lines[row][:column].ljust(column) + drawn[at] + lines[row][column + 1:]
            column += 1
        at += 1
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")


def test_bar_reads_understands_row_by_row_and_writes(file: Path) -> None:
    shown, drawn = watched(file.parent, "plan", "import", file.name)
    assert shown.code == 0
    assert drawn.index("读文件") < drawn.index("逐行理解") < drawn.index("写草稿和核对表")
    counted = [int(found) for found in COUNTED.findall(drawn)]
    assert counted == sorted(counted)
    assert set(counted) == set(range(5, ROWS, 5))


def test_bar_is_gone_at_the_end_and_the_cursor_is_back(file: Path) -> None:
    shown, drawn = watched(file.parent, "plan", "import", file.name)
    assert shown.err == ""
    assert drawn.rindex("\x1b[?25h") > drawn.rindex("\x1b[?25l")


def test_only_the_result_stays_on_the_terminal(file: Path) -> None:
    shown, _ = watched(file.parent, "plan", "import", file.name, out=True)
    lines = shown.err.splitlines()
    assert lines[0].startswith("已存为草稿：云江县2025年政务公开重点工作任务分工表")
    assert lines[-1].startswith("先用 gongkai plan questions")
    assert "逐行理解" not in shown.err and "/100" not in shown.err


def test_a_bar_changes_nothing_of_what_is_printed(file: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shown, _ = watched(file.parent, "plan", "import", file.name)
    other = tmp_path_factory.mktemp("unwatched") / file.name
    other.write_bytes(file.read_bytes())
    unwatched = typed(other.parent, "plan", "import", other.name, LANG="zh_CN.UTF-8")
    assert (unwatched.code, unwatched.err) == (0, "")
    assert shown.out == unwatched.out != ""


@pytest.mark.parametrize("wish", [{"FORCE_COLOR": "1"}, {"TTY_COMPATIBLE": "1"}])
def test_nothing_is_drawn_into_a_pipe_even_where_colours_are_wished_for(file: Path, wish: dict[str, str]) -> None:
    shown = typed(file.parent, "plan", "import", file.name, LANG="zh_CN.UTF-8", **wish)
    assert (shown.code, shown.err) == (0, "")
    assert "\x1b" not in shown.out


def test_nothing_is_drawn_on_a_terminal_that_cannot_take_it_back(file: Path) -> None:
    shown, drawn = watched(file.parent, "plan", "import", file.name, TERM="dumb")
    assert (shown.code, drawn) == (0, "")


def test_a_refusal_stands_alone_where_the_bar_was(file: Path) -> None:
    (file.parent / "broken.xlsx").write_bytes(file.read_bytes()[:2000])
    shown, _ = watched(file.parent, "plan", "import", "broken.xlsx")
    assert (shown.code, shown.out) == (1, "")
    assert len(shown.err.splitlines()) == 1 and "broken.xlsx" in shown.err
