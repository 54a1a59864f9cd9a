"""Decides in which language a person at the terminal is spoken to; kept light, every start pays for it."""

from collections.abc import Mapping

LOCALES = ("zh-CN", "en")


def language(environment: Mapping[str, str], folder: str = ".") -> str:
    """The setting LOCALE (environment, then `.env` in `folder`), else the system's language, else zh-CN."""
    asked = environment.get("LOCALE", "").strip() or _in_dotenv(f"{folder}/.env")
    if asked in LOCALES:
        return asked
    system = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "en" if system.lower().startswith("en") else LOCALES[0]


def _in_dotenv(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            if "LOCALE" not in opened.read():
                return ""
    except OSError:
        return ""
    from dotenv import dotenv_values  # only where the file speaks of it: it costs as much as the interpreter

    return dotenv_values(file, interpolate=False).get("LOCALE") or ""
