"""What a command is, and which one stands in what was typed: latin after a slash as messengers have it, or Chinese
words. The commands themselves stand in `commands.py`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from handlers.context import Context
from handlers.request import Place, Reply, Role
from obligations.wording import simplified, unfolded, visible

# The two that are recognised without being named: what begins with a slash and is no command asks for help, and
# "9月27日后3个工作日" for a day.
HELP, DUE = "help", "due"
_AFTER = re.compile(r"(.+?)(?:后|之后|以后|起)?\s*(\d{1,4})\s*个?工作日(?:后|内)?[??]?")


@dataclass(frozen=True, slots=True)
class Hint:
    """What `/help` says of a command to one role; `key` names its words, `beside`: on the line of the one before."""

    role: Role
    key: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table. `latin`: its words after a slash, the name first; `chinese`: those with or without one.

    `roles` and `places`: who gets more than a refusal, and where it may be asked. `menu` is the key of its line in a
    messenger's menus, "" where it stands in none.
    """

    latin: tuple[str, ...]
    chinese: tuple[str, ...]
    roles: frozenset[Role]
    places: frozenset[Place]
    handler: Callable[[Context, str], list[Reply]]
    menu: str = ""
    hints: tuple[Hint, ...] = ()

    @property
    def name(self) -> str:
        """What menus call it."""
        return self.latin[0]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything by which it is called."""
        return self.latin + self.chinese


Table = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with the words behind it."""

    command: Command
    words: str = ""


def command_in(text: str, table: Table) -> Asked | None:
    """The command in a message, full-width and traditional characters included; None: none."""
    typed = simplified(unfolded(visible(text))).strip()
    found = _slashed(typed, table) if typed.startswith("/") else _chinese(typed, table)
    if found is None and (after := _AFTER.fullmatch(typed)) and any(c.isdigit() for c in after[1]):
        return Asked(_by_word(table)[DUE], typed)
    return found


def _slashed(typed: str, table: Table) -> Asked:
    rest = typed[1:].lstrip()
    for word, command in _by_word(table).items():
        tail = rest[len(word):]
        if rest[: len(word)].lower() == word and not re.match("[a-zA-Z]", tail):
            return Asked(command, _arguments(re.sub(r"^@\w+", "", tail)))
    return Asked(_by_word(table)[HELP])


def _chinese(typed: str, table: Table) -> Asked | None:
    found = _beginning(table).match(typed)
    return Asked(_by_word(table)[found[1]], _arguments(typed[found.end():])) if found else None


@lru_cache(maxsize=8)
def _by_word(table: Table) -> dict[str, Command]:
    """The longest words first, so that none is taken for a shorter one."""
    found = {word: command for command in table for word in command.words}
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


@lru_cache(maxsize=8)
def _beginning(table: Table) -> re.Pattern[str]:
    words = "|".join(word for word in _by_word(table) if not word.isascii())
    return re.compile(rf"({words})(?=$|[\s:：#\d])")


def _arguments(tail: str) -> str:
    return tail.strip(" \t\n:：=,，")
