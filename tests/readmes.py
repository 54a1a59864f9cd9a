"""Reads the documentation's table of command words, to hold it against the table of commands."""

import re
from pathlib import Path

from handlers import commands

ROOT = Path(__file__).parents[1]
CHAT = {"zh-CN": "docs/chat.zh-CN.md", "en": "docs/chat.md"}
READMES = {"zh-CN": "README.zh-CN.md", "en": "README.md"}
HEAD = re.compile(r"^\| (?:命令 \| 词|command \| words) \|\n\|[-|]+\|\n((?:\|.*\n)+)", re.MULTILINE)


def rows_listed(locale: str) -> list[set[str]]:
    """The words of each row in a language's page about the chat, as they are typed."""
    found = HEAD.search((ROOT / CHAT[locale]).read_text(encoding="utf-8"))
    assert found is not None
    return [set(re.findall("`([^`]+)`", row)) for row in found[1].splitlines()]


def rows_wanted() -> list[set[str]]:
    """The words of each command, as they are typed."""
    return [{f"/{word}" for word in one.latin} | {*one.chinese} for one in commands.COMMANDS]


def unlisted(locale: str) -> set[str]:
    """The words of commands that stand in no row, or not in one row together."""
    listed = rows_listed(locale)
    return {word for wanted in rows_wanted() if not any(wanted <= row for row in listed) for word in wanted}
