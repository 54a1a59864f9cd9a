"""`/help`: how to use the bot, by role; the lines about commands come of their table."""

from handlers.command import Table
from handlers.request import Role
from locales.catalogue import Texts

BESIDE = " · "


def help_words(texts: Texts, role: Role, table: Table) -> str:
    """What somebody of this role may say, with an example each."""
    lines = [_head(texts, role)]
    for hint in (hint for command in table for hint in command.hints if hint.role is role):
        words = texts(hint.key)
        if hint.beside:
            lines[-1] = f"{lines[-1]}{BESIDE}{words}"
        else:
            lines.append(words)
    return "\n".join(lines)


def _head(texts: Texts, role: Role) -> str:
    if role is Role.VISITOR:
        return texts("help-visitor")
    return texts("help-office" if role is Role.OFFICE else "help-liaison")
