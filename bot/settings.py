"""Reads the settings from the environment or `.env`, and refuses what it cannot use, all at once."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from obligations.errors import Refusal

NAMES = (
    "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_PROXY", "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET",
    "DATABASE_URL", "TIMEZONE", "PUSH_AT", "LOCALE", "WEB_LISTEN",
)
SECRETS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DATABASE_URL", "TELEGRAM_PROXY")
DEFAULTS = {
    "DATABASE_URL": "sqlite:///data/gongkai.db", "TIMEZONE": "Asia/Shanghai", "PUSH_AT": "09:00",
    "LOCALE": "zh-CN", "WEB_LISTEN": "127.0.0.1:8080",
}
_PUSH_AT = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{10,}")


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs. `push_at` is local time; an empty `token` means rehearsal."""

    token: str
    api_url: str
    proxy: str
    webhook_url: str
    webhook_secret: str
    database_url: str
    zone: ZoneInfo
    push_at: time
    locale: str
    listen_host: str
    listen_port: int

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never reach a log."""
        return tuple(filter(None, (self.token, self.webhook_secret, self.proxy)))


class SettingsFaults(Exception):
    """Settings that cannot be used; every fault in one go."""

    def __init__(self, faults: tuple[Refusal, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def read_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """The settings of `environment` (the process's by default), filled up from `.env` in `folder`.

    Raises SettingsFaults.
    """
    given = os.environ if environment is None else environment
    values, faults = _gather({**_dotenv((folder or Path.cwd()) / ".env"), **given})
    push_at, zone = _PUSH_AT.fullmatch(values["PUSH_AT"]), _zone(values["TIMEZONE"])
    host, _, port = values["WEB_LISTEN"].rpartition(":")
    token = values["TELEGRAM_BOT_TOKEN"]
    checks = {
        "PUSH_AT": push_at is not None,
        "TIMEZONE": zone is not None,
        "LOCALE": values["LOCALE"] in ("zh-CN", "en"),
        "WEB_LISTEN": bool(host) and port.isdigit() and int(port) < 65536,
        "TELEGRAM_BOT_TOKEN": not token or _TOKEN.fullmatch(token) is not None,
        "TELEGRAM_API_URL": _is_address(values["TELEGRAM_API_URL"]),
        "TELEGRAM_WEBHOOK_URL": _is_address(values["TELEGRAM_WEBHOOK_URL"]),
        "TELEGRAM_WEBHOOK_SECRET": bool(values["TELEGRAM_WEBHOOK_SECRET"]) or not values["TELEGRAM_WEBHOOK_URL"],
        "DATABASE_URL": values["DATABASE_URL"].startswith(("sqlite:///", "postgresql://", "postgresql+")),
    }
    # A secret is never repeated, not even a wrong one.
    faults += [Refusal("setting-wrong", name=name, value="…" if name in SECRETS else values[name])
               for name, good in checks.items() if not good]
    if faults or push_at is None or zone is None:
        raise SettingsFaults(tuple(faults))
    return Settings(
        token, values["TELEGRAM_API_URL"].rstrip("/"), values["TELEGRAM_PROXY"], values["TELEGRAM_WEBHOOK_URL"],
        values["TELEGRAM_WEBHOOK_SECRET"], values["DATABASE_URL"], zone, time(int(push_at[1]), int(push_at[2])),
        values["LOCALE"], host.strip("[]"), int(port))


def _gather(given: Mapping[str, str]) -> tuple[dict[str, str], list[Refusal]]:
    values, faults = {}, []
    for name in NAMES:
        values[name] = given.get(name, "").strip()
        if not values[name] and (file := given.get(f"{name}_FILE", "").strip()):
            try:
                values[name] = Path(file).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):
                faults.append(Refusal("setting-file-unreadable", name=f"{name}_FILE"))
        values[name] = values[name] or DEFAULTS.get(name, "")
    return values, faults


def _dotenv(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    from dotenv import dotenv_values  # only where there is a file: it costs a fifth of a command's start

    return {name: value or "" for name, value in dotenv_values(file, interpolate=False).items()}


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return not value or (parts.scheme in ("http", "https") and bool(parts.hostname))
