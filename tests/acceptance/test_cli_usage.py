"""Help in the user's language, exit codes, and what is never shown."""

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot import language as light
from bot.cli import main
from bot.commands.application import application
from bot.commands.overview import COMMANDS, GROUPS, overview
from bot.commands.usage import command_help
from bot.language import language
from locales.catalogue import LOCALES, ROOT, texts
from locales.plain import plain_words
from tests.acceptance.terminal import Terminal, typed

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz012345678"


def commands() -> dict[str, object]:
    """Every command that typer knows, by what is typed."""
    root = get_command(application)
    assert isinstance(root, TyperGroup)
    found: dict[str, object] = {}
    for name, one in root.commands.items():
        inner = one.commands.items() if isinstance(one, TyperGroup) else ()
        found |= {f"{name} {part}": command for part, command in inner} or {name: one}
    return found


def test_the_overview_lists_every_command_and_no_other() -> None:
    assert sorted(COMMANDS) == sorted(commands())
    assert set(GROUPS) == {name.split()[0] for name in COMMANDS if " " in name}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_and_option_has_its_words(locale: str) -> None:
    words = plain_words(locale, "cli")
    assert all(name in overview(words) for name in COMMANDS)
    for path, command in commands().items():
        page = command_help(f"gongkai {path}", command.params, words)  # type: ignore[attr-defined]
        assert all(one.opts[0] in page for one in command.params if one.opts[0].startswith("-"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("locale", LOCALES)
def test_words_read_without_fluent_are_those_of_fluent(locale: str) -> None:
    fluent, checked = texts(locale), 0
    for key, words in plain_words(locale, "cli").items():
        assert fluent.has(key)
        if "{" not in words:
            assert fluent(key) == words
            checked += 1
    assert checked > 50


def test_both_languages_say_the_same_things() -> None:
    one, other = (plain_words(locale, "cli") for locale in LOCALES)
    assert set(one) == set(other)
    for key, words in one.items():
        assert set(re.findall(r"\$\w+", words)) == set(re.findall(r"\$\w+", other[key])), key


def test_every_key_stands_once() -> None:
    for locale in LOCALES:
        keys = re.findall(r"^([a-z][\w-]*) =", (ROOT / locale / "cli.ftl").read_text(encoding="utf-8"), re.MULTILINE)
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("environment", "expected"), [
    ({}, "zh-CN"), ({"LANG": "C.UTF-8"}, "zh-CN"), ({"LANG": "zh_CN.UTF-8"}, "zh-CN"), ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LOCALE": "en"}, "en"), ({"LANG": "en_US", "LOCALE": "zh-CN"}, "zh-CN"),
    ({"LANG": "en_US", "LC_ALL": "zh_CN.UTF-8"}, "zh-CN"), ({"LANG": "en_US", "LOCALE": "fr"}, "en"),
])
def test_the_language_is_the_settings_or_the_systems(
        environment: dict[str, str], expected: str, tmp_path: Path) -> None:
    assert language(environment, str(tmp_path)) == expected


def test_the_light_list_of_languages_is_the_catalogues() -> None:
    assert light.LOCALES == LOCALES


def test_the_language_may_stand_in_the_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOCALE=en\n", encoding="utf-8")
    assert language({"LANG": "zh_CN.UTF-8"}, str(tmp_path)) == "en"
    assert language({"LOCALE": "zh-CN"}, str(tmp_path)) == "zh-CN"


def test_help_of_each_kind_is_in_the_users_language(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = (("--help",), ("plan", "--help"), ("plan", "import", "--help"), ("due", "-h"))
    assert all("用法：" in terminal(*page).out for page in pages)
    monkeypatch.setenv("LOCALE", "en")
    assert all("Usage:" in terminal(*page).out for page in pages)


@pytest.mark.parametrize("words", [
    ("nonsense",), ("plan",), ("plan", "nonsense"), ("preview",), ("preview", "--on"), ("status",),
    ("status", "区财政局", "多余"), ("due", "--from", "2018-02-14"), ("doctor", "--nonsense"), ("invite",),
])
def test_wrong_usage_is_one_sentence_that_names_the_help(terminal: Terminal, words: tuple[str, ...]) -> None:
    shown = terminal(*words)
    assert (shown.code, shown.out, shown.err.count("\n")) == (2, "", 1)
    assert "--help" in shown.err


def test_nothing_typed_shows_the_overview_as_wrong_usage(terminal: Terminal) -> None:
    shown = terminal()
    assert (shown.code, shown.out) == (2, "")
    assert "plan import" in shown.err


def test_started_as_a_process_it_is_the_same_program(terminal: Terminal) -> None:
    assert typed(terminal.folder, "--help", LANG="zh_CN.UTF-8").out == terminal("--help").out
    assert re.fullmatch(r"gongkai \d+\.\d+\.\d+\n", typed(terminal.folder, "--version").out)
    assert typed(terminal.folder, "status", "区财政局").code == 1
    assert typed(terminal.folder, "status").code == 2


def test_help_loads_nothing_heavy(terminal: Terminal) -> None:
    loaded = typed(terminal.folder, "--help", PYTHONPROFILEIMPORTTIME="1").err
    assert "bot.commands.overview" in loaded
    assert not [name for name in ("typer", "fluent", "sqlmodel", "dotenv", "telegram") if f" {name}" in loaded]


def test_settings_that_cannot_be_used_are_all_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUSH_AT", "25:00")
    monkeypatch.setenv("TIMEZONE", "Mars/Olympus")
    shown = terminal("preview", "--on", "2018-07-30")
    assert shown.code == 1
    assert [name for name in ("PUSH_AT", "TIMEZONE") if name in shown.err] == ["PUSH_AT", "TIMEZONE"]


def test_an_unexpected_fault_is_one_sentence_and_its_traceback_has_no_secret(
        office: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setattr("storage.ledger.items", _fail)
    sentence = office.refused("status", "区财政局")
    assert "--traceback" in sentence and TOKEN not in sentence
    shown = office("--traceback", "status", "区财政局")
    assert shown.code == 1
    assert "Traceback" in shown.err and "ZeroDivisionError" in shown.err and TOKEN not in shown.err


def _fail(*_: object) -> None:
    raise ZeroDivisionError(f"https://api.telegram.org/bot{TOKEN}/getMe")


def test_main_takes_what_was_typed_when_nothing_is_given(
        monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["gongkai", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("gongkai ")
