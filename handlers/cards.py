"""Marks closed items in the push that shows them, in place, and takes the mark away after an undo."""

from handlers.context import Context
from handlers.request import Button, Reply
from storage import outbox
from storage.outbox import Planned

DONE, UNDO, VIEW = "done", "undo", "view"


def marked_cards(context: Context, numbers: tuple[int, ...], *, closed: bool = True) -> list[Reply]:
    """An edit for each push of this chat that shows one of the items."""
    cards: dict[str, Planned] = {}
    for number in numbers:
        found = outbox.card_showing(context.session, context.channel, context.request.chat, number)
        if found is not None:
            cards[found[0]] = found[1]
    return [_marked(context, message, card, numbers, closed) for message, card in cards.items()]


def _marked(context: Context, message: str, card: Planned, numbers: tuple[int, ...], closed: bool) -> Reply:
    lines = [_line(context, line, numbers, closed) for line in card.text.split("\n")]
    gone = {f"{DONE}:{number}" for number in numbers} if closed else set()
    rows = (tuple(Button(label, data) for label, data in row if data not in gone) for row in card.buttons)
    return Reply("\n".join(lines), tuple(filter(None, rows)), card.items, edit=True, of=message)


def _line(context: Context, line: str, numbers: tuple[int, ...], closed: bool) -> str:
    for number in numbers:
        mark = context.texts("card-closed", line=f"#{number} ").rstrip() + " "
        if closed and line.startswith(f"#{number} "):
            return mark + line.removeprefix(f"#{number} ")
        if not closed and line.startswith(mark):
            return f"#{number} " + line.removeprefix(mark)
    return line
