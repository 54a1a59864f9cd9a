"""`/help`: how to use the bot, by role."""

from handlers.context import Context
from handlers.request import Reply


def help_(context: Context, _words: str = "") -> list[Reply]:
    """What this person may say, with an example each."""
    if context.member is None:
        return [Reply(context.texts("help-visitor"))]
    return [Reply(context.texts("help-office" if context.member.is_office else "help-liaison"))]
