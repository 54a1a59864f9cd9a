"""Settings: the environment over `.env` over defaults, secrets from files, every fault in one go."""

from datetime import time
from pathlib import Path

import pytest

from bot.settings import DEFAULTS, SECRETS, SettingsFaults, read_settings

TOKEN = "123456:abcdefghijklmnop_-"


def faults(environment: dict[str, str], folder: Path) -> list[tuple[str, str]]:
    """The settings complained of, with the value that is repeated."""
    with pytest.raises(SettingsFaults) as refused:
        read_settings(environment, folder)
    return [(str(one.values["name"]), str(one.values.get("value"))) for one in refused.value.faults]


def test_nothing_set_is_a_rehearsal_with_defaults(tmp_path: Path) -> None:
    found = read_settings({}, tmp_path)
    assert (found.token, found.database_url) == ("", "sqlite:///data/gongkai.db")
    assert (found.zone.key, found.push_at, found.locale) == ("Asia/Shanghai", time(9), "zh-CN")
    assert (found.listen_host, found.listen_port, found.secrets) == ("127.0.0.1", 8080, ())


def test_environment_wins_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PUSH_AT=08:30\nLOCALE=en\n", encoding="utf-8")
    found = read_settings({"PUSH_AT": "07:15"}, tmp_path)
    assert (found.push_at, found.locale) == (time(7, 15), "en")


def test_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    found = read_settings({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")}, tmp_path)
    assert found.token == TOKEN
    assert TOKEN in found.secrets


def test_secret_set_outright_wins_over_its_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("999:zzzzzzzzzzzzzzzz", encoding="utf-8")
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")}
    assert read_settings(given, tmp_path).token == TOKEN


def test_unreadable_secret_file_is_named(tmp_path: Path) -> None:
    found = faults({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "none")}, tmp_path)
    assert found == [("TELEGRAM_BOT_TOKEN_FILE", "None")]


@pytest.mark.parametrize(("name", "value"), [
    ("PUSH_AT", "9:00"), ("PUSH_AT", "24:00"), ("PUSH_AT", "早上"), ("TIMEZONE", "Asia/Guichi"), ("TIMEZONE", "../etc"),
    ("LOCALE", "fr"), ("WEB_LISTEN", "8080"), ("WEB_LISTEN", "127.0.0.1:web"), ("WEB_LISTEN", "127.0.0.1:70000"),
    ("TELEGRAM_API_URL", "api.example"), ("TELEGRAM_API_URL", "ftp://api.example"), ("TELEGRAM_WEBHOOK_URL", "x")])
def test_wrong_value_is_named_and_repeated(name: str, value: str, tmp_path: Path) -> None:
    assert (name, value) in faults({name: value}, tmp_path)


@pytest.mark.parametrize(("name", "value"), [("TELEGRAM_BOT_TOKEN", "swordfish"), ("DATABASE_URL", "swordfish")])
def test_wrong_secret_is_never_repeated(name: str, value: str, tmp_path: Path) -> None:
    assert faults({name: value}, tmp_path) == [(name, "…")]


def test_every_fault_is_named_in_one_go(tmp_path: Path) -> None:
    given = {"PUSH_AT": "nine", "LOCALE": "fr", "WEB_LISTEN": "x", "TIMEZONE": "Mars", "TELEGRAM_BOT_TOKEN": "x"}
    assert {name for name, _ in faults(given, tmp_path)} == set(given)


def test_webhook_needs_its_secret(tmp_path: Path) -> None:
    assert faults({"TELEGRAM_WEBHOOK_URL": "https://bot.example"}, tmp_path) == [("TELEGRAM_WEBHOOK_SECRET", "…")]


def test_ipv6_address_is_taken_apart(tmp_path: Path) -> None:
    found = read_settings({"WEB_LISTEN": "[::1]:9000"}, tmp_path)
    assert (found.listen_host, found.listen_port) == ("::1", 9000)


def test_a_value_is_taken_as_written_never_expanded(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_WEBHOOK_SECRET=a${HOME}b\n", encoding="utf-8")
    assert read_settings({}, tmp_path).webhook_secret == "a${HOME}b"


def test_a_secret_has_no_default() -> None:
    assert set(SECRETS) & set(DEFAULTS) == {"DATABASE_URL"}
