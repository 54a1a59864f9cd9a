"""The house rules that a newcomer relies on: imports run downward, files and functions stay small."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage", "locales", "obligations")
BELOW_THE_CLOCK = ("handlers", "storage", "locales", "obligations")
MOST_LINES_OF_A_FILE = 450
MOST_LINES_OF_A_FUNCTION = 40

# In pieces, so that this file does not name what it looks for.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("py" + "pi", "org"),
        ("python" + "hosted", "org"),
        ("pypi", "tuna"),
        ("mirrors", "ali" + "yun"),
        ("registry", "npm" + "js"),
        ("registry", "npm" + "mirror"),
        ("proxy", "go" + "lang"),
        ("index", "cra" + "tes"),
    )
)

MESSENGERS_FOLDER = Path("bot/channels/telegram")
# What only one messenger says, wants or takes: its name, its links, the ids of its groups, its limits.
MESSENGERS_OWN = re.compile("|".join((
    r"\bTelegram", r"\bt\.me\b", r"chat\w*\.startswith\([\"']-[\"']\)", r"\b4[_,]?096\b", r"\b1[_,]?024\b",
    r"\b64\b[^\n]*\bbytes\b", r"BYTES = 64\b")))
CACHES = re.compile(r"lru_cache\(maxsize=\d+\)|^REMEMBERED = \d+$|^_HEAD = 1024 .*PDF.*$", re.MULTILINE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tracked() -> tuple[Path, ...]:
    """The project's own files: what git tracks or would; in an unpacked archive, every file in sight."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not hidden(path)]
    return tuple(path for path in paths if path.is_file())


def hidden(path: Path) -> bool:
    return any(part.startswith(".") or part.endswith(".egg-info") for part in path.relative_to(ROOT).parts)


def sources(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The Python files among `paths`, apart from migrations: those are kept as they were written."""
    for path in paths:
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield path, path.read_text(encoding="utf-8")


def functions(source: str) -> Iterator[Function]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def bare_arguments(function: Function) -> list[str]:
    """The arguments without a type; `self` and `cls` need none."""
    spec = function.args
    every = [*spec.posonlyargs, *spec.args, spec.vararg, *spec.kwonlyargs, spec.kwarg]
    return [a.arg for a in every if a and a.annotation is None and a.arg not in ("self", "cls")]


def untyped(source: str) -> list[str]:
    return [f.name for f in functions(source) if f.returns is None or bare_arguments(f)]


def clock_readings(source: str) -> list[int]:
    """The lines that ask the machine for the time: `….now()`, `….today()`, `time.time()` and the like."""
    asking = {"now", "today", "utcnow", "time_ns", "monotonic", "localtime", "gmtime"}
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and (node.func.attr in asking or ast.unparse(node.func) == "time.time")
    ]


def registries_named(text: str) -> list[str]:
    return [host for host in REGISTRIES if host in text.lower()]


def messengers_own(source: str) -> list[str]:
    """The pieces of a source that belong into the messenger's own folder; sizes of caches are not of them."""
    return MESSENGERS_OWN.findall(CACHES.sub("", source))


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_import_contract_holds() -> None:
    # In a process of its own: it switches off every logger there is.
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; "
               "sys.exit(lint_imports(no_cache=True))"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == os.EX_OK, found.stdout


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lines = {place(path): text.count("\n") for path, text in sources(tracked())}
    assert lines
    assert {name: n for name, n in lines.items() if n > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = [(place(path), f.name, length(f)) for path, text in sources(tracked()) for f in functions(text)]
    assert found
    assert [entry for entry in found if entry[2] > MOST_LINES_OF_A_FUNCTION] == []


def test_every_function_says_what_it_takes_and_gives() -> None:
    found = {place(path): untyped(text) for path, text in sources(tracked())}
    assert {name: names for name, names in found.items() if names} == {}


def test_only_bot_asks_what_time_it_is() -> None:
    below = [path for package in BELOW_THE_CLOCK for path in (ROOT / package).rglob("*.py")]
    found = {place(path): clock_readings(text) for path, text in sources(below)}
    assert found
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_only_bot_names_a_time_zone() -> None:
    """Elsewhere the zone is an argument: two of them would be two todays."""
    below = [path for package in BELOW_THE_CLOCK for path in (ROOT / package).rglob("*.py")
             if "migrations" not in path.parts]
    naming = {place(path) for path, text in sources(below) for node in ast.walk(ast.parse(text))
              if isinstance(node, ast.Call) and ast.unparse(node.func) in ("ZoneInfo", "timezone", "datetime.timezone")}
    assert below and naming == set()


def test_only_its_folder_knows_what_is_one_messengers_own() -> None:
    ours = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")
            if not path.is_relative_to(ROOT / MESSENGERS_FOLDER)]
    found = {place(path): messengers_own(text) for path, text in sources(ours)}
    assert found
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("line", [
    "# as Telegram's", "TelegramChannel.name", 'f"https://t.me/{name}"', 'chat.startswith("-")', "LIMIT = 4096",
    "# of 4,096 units", "CAPTION = 1_024", "MAX = 64 * 1024", "MOST = 64    # bytes", "BUTTON_BYTES = 64"])
def test_a_messengers_own_is_recognised(line: str) -> None:
    assert messengers_own(line)


@pytest.mark.parametrize("line", [
    "context.member", 'text.startswith("- ")', "@lru_cache(maxsize=4096)", "words[:64]",
    "from bot.channels.telegram import LIMITS",
    'TOKEN = "TELEGRAM_BOT_TOKEN"'])
def test_what_is_nobodys_in_particular_is_let_be(line: str) -> None:
    assert messengers_own(line) == []


def test_every_module_opens_by_saying_what_it_does() -> None:
    ours = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert [place(path) for path, text in sources(ours) if not ast.get_docstring(ast.parse(text))] == []


def test_no_file_names_a_package_registry() -> None:
    found = {}
    for path in tracked():
        if named := registries_named(path.read_bytes().decode("utf-8", errors="ignore")):
            found[place(path)] = named
    assert found == {}


@pytest.mark.parametrize("host", ["https://" + host + "/simple" for host in REGISTRIES])
def test_a_registry_is_recognised_in_a_line(host: str) -> None:
    assert registries_named(f"--index-url {host.upper()}")


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(): ...", ["f"]),
        ("def f(a) -> int: ...", ["f"]),
        ("async def f(*args) -> int: ...", ["f"]),
        ("def f(a, /) -> int: ...", ["f"]),
        ("def f(**more) -> int: ...", ["f"]),
        ("class C:\n    def f(self, a: int, *, b: int = 1) -> int: ...", []),
    ],
)
def test_an_unannotated_function_is_recognised(source: str, names: list[str]) -> None:
    assert untyped(source) == names


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("datetime.now(UTC)", [1]),
        ("x = 1\ny = date.today()", [2]),
        ("time.time()", [1]),
        ("event.time()", []),
        ("def f(now: datetime) -> date: return now.date()", []),
    ],
)
def test_a_look_at_the_clock_is_recognised(source: str, lines: list[int]) -> None:
    assert clock_readings(source) == lines
