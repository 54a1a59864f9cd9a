"""Finds the command in what was typed: latin after a slash as messengers have it, or Chinese words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from obligations.wording import simplified, unfolded, visible


class Command(StrEnum):
    """What can be asked by name."""

    STATUS = "status"
    ITEM = "item"
    DUE = "due"
    EVENT = "event"
    HELP = "help"
    JOIN = "join"
    INVITE = "invite"
    LEAVE = "leave"
    PLAN = "plan"
    QUESTIONS = "questions"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with the words behind it."""

    command: Command
    words: str = ""


WORDS = {
    Command.STATUS: ("status", "状态", "进度", "查询"),
    Command.ITEM: ("item", "查看", "事项"),
    Command.DUE: ("due", "期限"),
    Command.EVENT: ("event", "登记"),
    Command.HELP: ("help", "帮助", "怎么用"),
    Command.JOIN: ("join", "start", "加入"),
    Command.INVITE: ("invite", "邀请"),
    Command.LEAVE: ("leave", "stop", "退出"),
    Command.UNDO: ("undo", "撤销"),
    Command.PLAN: ("plan", "任务分工"),
    Command.QUESTIONS: ("questions", "问题"),
}
_BY_WORD = {word: command for command, words in WORDS.items() for word in words}
_CHINESE = re.compile("(" + "|".join(word for word in _BY_WORD if not word.isascii()) + r")(?=$|[\s:：#\d])")
_AFTER = re.compile(r"(.+?)(?:后|之后|以后|起)?\s*(\d{1,4})\s*个?工作日(?:后|内)?[??]?")


def command_in(text: str) -> Asked | None:
    """The command in a message, full-width and traditional characters included; None: none."""
    typed = simplified(unfolded(visible(text))).strip()
    found = _slashed(typed) if typed.startswith("/") else _chinese(typed)
    if found is None and (after := _AFTER.fullmatch(typed)) and any(c.isdigit() for c in after[1]):
        return Asked(Command.DUE, typed)
    return found


def _slashed(typed: str) -> Asked:
    longest_first = sorted(_BY_WORD, key=len, reverse=True)
    rest = typed[1:].lstrip()
    for word in longest_first:
        tail = rest[len(word):]
        if rest[: len(word)].lower() == word and not re.match("[a-zA-Z]", tail):
            return Asked(_BY_WORD[word], _arguments(re.sub(r"^@\w+", "", tail)))
    return Asked(Command.HELP)


def _chinese(typed: str) -> Asked | None:
    found = _CHINESE.match(typed)
    return Asked(_BY_WORD[found[1]], _arguments(typed[found.end():])) if found else None


def _arguments(tail: str) -> str:
    return tail.strip(" \t\n:：=,，")
