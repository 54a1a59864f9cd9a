"""What a liaison reports: closes items with their links, takes a closure back, or is asked one question.

What the words mean is decided in `obligations/reply.py`; the closing itself is `storage/evidence.py`.
"""

from collections.abc import Sequence

from handlers.answering import ASKED, completed, goes_on, kept_of
from handlers.cards import DONE, UNDO, VIEW, marked_cards
from handlers.context import Context
from handlers.request import Button, Reply
from locales.days import is_periodic
from locales.messages import receipt
from obligations.errors import Refusal
from obligations.item import Item, State
from obligations.reply import Ask, Close, NotAReply, NotDone, NothingToPublish, Question, Reading, Undo, read_reply
from storage import evidence, outbox, pending
from storage.evidence import Kind, Statement

LONGEST_SHOWN = 500    # characters of a link that is shown back
Claim = tuple[int, tuple[str, ...], Kind]
"""number, links, what is said of it"""


def read(context: Context, words: str | None = None) -> Reading:
    """What the words (by default those of the request) mean, in the light of the message replied to and
    of what was asked last."""
    request = context.request
    text = request.text if words is None else words
    shown = () if request.replied_to is None else outbox.shown_in(
        context.session, context.channel, request.chat, request.replied_to)
    kept = kept_of(context)
    reading = read_reply(text, extra_links=request.links, shown=shown, awaiting=kept.ask.numbers if kept else ())
    return completed(reading, kept.ask, text) if kept else reading


def report(context: Context, reading: Reading) -> list[Reply]:
    """Carry out what was understood. Raises Refusal for somebody who may not report."""
    who = context.for_writing()
    if who.is_office:
        raise Refusal("office-undo" if isinstance(reading, Undo) else "liaison-only")
    match reading:
        case Close(items=items):
            return _close(context, [(one.number, one.links, Kind.PUBLISHED) for one in items])
        case NothingToPublish(numbers=numbers):
            return _close(context, [(number, (), Kind.NOTHING) for number in numbers])
        case Undo(number=number):
            return undo(context, number)
        case Ask():
            return _ask(context, reading)
        case NotDone(numbers=numbers):
            return _left_open(context, numbers)
        case NotAReply():
            return [Reply(context.texts("not-understood"))]


def ask_for_link(context: Context, number: int) -> list[Reply]:
    """The button 已公开: remember the item, and ask for the link."""
    item = _own(context, number)
    return _ask(context, Ask(Question.NO_LINK, (item.number,)))


def undo_named(context: Context, words: str) -> list[Reply]:
    """`/undo 41`: take back the closure that `words` name, the last one without any."""
    which = f"#{words}" if words.isdecimal() else words
    return report(context, read(context, f"撤销 {which}"))


def undo(context: Context, number: int | None, *, edit: bool = False) -> list[Reply]:
    """Take back a closure of one's own, the last one when no number is given."""
    who, district = context.for_writing(), context.plan_in_force.district_id
    number = number or evidence.last_closed_by(context.session, district, who.id)
    if number is None:
        return [Reply(context.texts("nothing-to-undo"))]
    item = _known(context, number)
    if item.department not in who.departments:
        raise Refusal("item-not-yours", number=number, department=item.department)
    if item.state is not State.CLOSED:
        raise Refusal("undo-not-closed", number=number)
    if evidence.closed_by(context.session, district, number) != who.id:
        raise Refusal("undo-not-yours", number=number)
    if not evidence.withdraw(context.session, district, item, _statement(context, number, (), Kind.WITHDRAWN)):
        raise Refusal("item-changed", number=number)
    words = context.texts("undone", number=number, title=context.days.title(item))
    answer = Reply(words, _buttons(context, [(DONE, number), (VIEW, number)]), (number,), edit)
    return [*marked_cards(context, (number,), closed=False), answer]


def _close(context: Context, claims: Sequence[Claim]) -> list[Reply]:
    closed: list[tuple[Item, tuple[str, ...]]] = []
    faults: list[str] = []
    for number, links, kind in claims:
        try:
            closed.append((_close_one(context, number, links, kind), links))
        except Refusal as refusal:
            faults.append(context.say(refusal))
    if closed:
        pending.forget(context.session, context.who.id)
    numbers = tuple(item.number for item, _ in closed)
    buttons = _buttons(context, [(UNDO, number) for number in numbers[:8]])
    return [*marked_cards(context, numbers), Reply(receipt(context.days, closed, faults), buttons, numbers)]


def _close_one(context: Context, number: int, links: tuple[str, ...], kind: Kind) -> Item:
    item = _own(context, number)
    if kind is Kind.NOTHING and not is_periodic(item.period):
        raise Refusal("item-not-periodic", number=number)
    statement = _statement(context, number, links, kind)
    if not evidence.close(context.session, context.plan_in_force.district_id, item, statement):
        raise Refusal("item-changed", number=number)
    return item


def _own(context: Context, number: int) -> Item:
    """An item that this person may close now. Raises Refusal saying why not."""
    who, item = context.for_writing(), _known(context, number)
    if item.department not in who.departments:
        raise Refusal("item-not-yours", number=number, department=item.department)
    if item.state is State.CLOSED:
        raise Refusal("item-closed", number=number)
    if item.state is State.WAITING:
        raise Refusal("item-waiting", number=number)
    if not item.may_close:
        raise Refusal("item-dropped", number=number)
    return item


def _known(context: Context, number: int) -> Item:
    item = context.items((number,)).get(number)
    if item is None:
        raise Refusal("item-unknown", number=number)
    return item


def _left_open(context: Context, numbers: Sequence[int]) -> list[Reply]:
    """No is an answer too: nothing is closed, and the question is over."""
    pending.forget(context.session, context.who.id)
    example = numbers[0] if numbers else _example(context)
    return [Reply(context.texts("left-open", numbers=_listed(context, numbers or [example]), example=example))]


def _ask(context: Context, ask: Ask) -> list[Reply]:
    """Keep every piece that was understood, and ask for the one that is missing."""
    kept = kept_of(context)
    before = f"{kept.typed}\n" if kept and goes_on(ask, kept.ask) else ""
    content = {"question": ask.question.value, "numbers": list(ask.numbers), "links": list(ask.links),
               "words": (before + context.request.text)[:5000], "beside": ask.words[:5000]}
    pending.ask(context.session, context.who.id, ASKED, content, context.request.now)
    comma = context.texts("list-comma")
    why = comma.join(dict.fromkeys(context.texts(fault) for _, fault in ask.refused))
    link = comma.join(dict.fromkeys(_short(link) for link, _ in ask.refused))
    example = ask.numbers[0] if ask.numbers else _example(context)
    numbers = _listed(context, ask.numbers or [example])
    words = context.texts(ask.question.value, numbers=numbers, example=example, why=why, link=link)
    return [Reply(words, items=ask.numbers)]


def _listed(context: Context, numbers: Sequence[int]) -> str:
    return context.texts("list-comma").join(f"#{number}" for number in numbers)


def _short(link: str) -> str:
    return link if len(link) <= LONGEST_SHOWN else f"{link[:LONGEST_SHOWN]}…"


def _example(context: Context) -> int:
    shown = outbox.last_shown(context.session, context.channel, context.request.chat)
    return shown[0] if shown else 1


def _statement(context: Context, number: int, links: tuple[str, ...], kind: Kind) -> Statement:
    """The evidence of one item, with the words of the question that this message answers, if it does."""
    request, who = context.request, context.who
    kept = None if kind is Kind.WITHDRAWN else kept_of(context)
    answers = kept is not None and (number in kept.ask.numbers or not set(links).isdisjoint(kept.ask.links))
    before = f"{kept.typed}\n" if kept and answers and kept.typed else ""
    return Statement(who.id, who.actor, kind, links, before + request.text, request.key, request.now)


def _buttons(context: Context, wanted: Sequence[tuple[str, int]]) -> tuple[tuple[Button, ...], ...]:
    row = [Button(context.texts(f"button-{action}", number=number), f"{action}:{number}") for action, number in wanted]
    return tuple(tuple(row[start:start + 2]) for start in range(0, len(row), 2))
