"""Which words lead where; every refusal becomes its sentence here, and then nothing was changed."""

from collections.abc import Callable

from handlers import asking, cards, commands, document, event, item, plan, plan_buttons, report, status
from handlers.command import Asked
from handlers.context import Context
from handlers.request import Place, Reply
from obligations.errors import Refusal
from obligations.names import Exact
from obligations.reply import NotAReply
from storage import outbox, pending

# What people answer to any notice; no report, and no reason to be told off.
HEARD = frozenset({"收到", "好", "好的", "知道了", "谢谢", "明白", "ok", "thanks", "thank you"})
NEVER_MIND = frozenset({"算了", "不用了", "取消", "cancel", "never mind"})


def route(context: Context) -> list[Reply]:
    """The answers to one request. What a refused handler had written is taken back."""
    before = context.session.begin_nested()
    try:
        replies = _answer(context)
    except Refusal as refusal:
        before.rollback()
        return [Reply(context.say(refusal))]
    before.commit()
    return replies


def _answer(context: Context) -> list[Reply]:
    request = context.request
    if request.button is not None:
        return _pressed(context, request.button)
    asked = commands.asked_in(request.text)
    if request.place is Place.GROUP:
        return _in_group(context, asked)
    if request.file is not None and (_is_of_office(context) or not request.text.strip()):
        return document.received(context)
    if asked is not None:
        return asked.command.handler(context, asked.words)
    if request.attachment and _is_of_office(context):
        raise Refusal("document-as-file")
    return _words(context)


def _is_of_office(context: Context) -> bool:
    """A liaison's picture or file comes with words about an item; the office's is the matter itself."""
    return context.member is not None and context.member.is_office


def _words(context: Context) -> list[Reply]:
    """Words without a command: a report, an answer to a question, or the name of a department."""
    who, said = context.for_writing(), context.request.text.strip().rstrip("。.!！~").lower()
    if said in NEVER_MIND:
        pending.forget(context.session, who.id)
        return [Reply(context.texts("dropped-question"))]
    if said in HEARD and not who.is_office:
        return [Reply(context.texts("heard"))]
    if who.is_office and (answered := asking.typed(context)) is not None:
        return answered
    reading = report.read(context)
    if not isinstance(reading, NotAReply):
        return report.report(context, reading)
    if context.kept and isinstance(context.directory().find(context.request.text[:64]), Exact):
        return status.status(context, context.request.text.strip())
    if asking.is_asking(context):
        return [Reply(context.texts("question-waiting"))]
    return [Reply(context.texts("not-understood-office" if who.is_office else "not-understood"))]


def _in_group(context: Context, asked: Asked | None) -> list[Reply]:
    """A group is read-only, and what is not a command there was not said to the bot."""
    if asked is None or not context.request.text.lstrip().startswith(("/", "／")):
        return []
    if Place.GROUP in asked.command.places:
        return asked.command.handler(context, asked.words)
    return [Reply(context.texts("help-group", commands=context.texts("list-comma").join(commands.in_groups())))]


def _pressed(context: Context, data: str) -> list[Reply]:
    action, _, argument = data.partition(":")
    if action == status.MORE:
        return status.turn_page(context, argument)
    if action in (event.CONFIRM, event.CANCEL):
        return event.confirm(context, argument) if action == event.CONFIRM else event.cancel(context)
    if action.startswith(plan_buttons.BUTTON):
        return plan.pressed(context, action, argument)
    if argument.isascii() and argument.isdecimal() and len(argument) < 8 and action in BUTTONS:
        return BUTTONS[action](context, int(argument))
    return [Reply(context.texts("not-understood"))]


def _undo(context: Context, number: int) -> list[Reply]:
    """A receipt of this one item becomes the word of its undo; one of several items stays as it is."""
    request = context.request
    alone = request.replied_to is not None and outbox.shown_in(
        context.session, context.channel, request.chat, request.replied_to) == (number,)
    return report.undo(context, number, edit=alone)


BUTTONS: dict[str, Callable[[Context, int], list[Reply]]] = {
    cards.DONE: report.ask_for_link, cards.UNDO: _undo, cards.VIEW: item.show,
}
