"""`/item 41`: one item with the reason for its date, its history and its evidence."""

import re

from handlers.context import Context
from handlers.drafting import in_words
from handlers.request import Button, Reply
from locales.pages import Said, Source, item_card
from obligations.agenda import Agenda
from obligations.errors import Refusal
from obligations.item import Item
from storage import evidence, ledger, plans


def item(context: Context, words: str) -> list[Reply]:
    """The item whose number stands in `words`; a liaison sees only those of the own department."""
    found = re.search(r"\d{1,7}", words)
    if found is None:
        raise Refusal("item-number-missing")
    return show(context, int(found[0]))


def show(context: Context, number: int) -> list[Reply]:
    """One item as a card. Raises Refusal for one that does not exist or is another department's."""
    who, district = context.who, context.plan_in_force.district_id
    one = context.items((number,)).get(number)
    if one is None:
        raise Refusal("item-unknown", number=number)
    if not (who.is_office or one.department in who.departments):
        raise Refusal("item-not-shown", number=number)
    said = [Said(record.at, record.name, record.kind.value, record.links)
            for record in evidence.history(context.session, district, number)]
    coming = Agenda(context.today, context.today, context.calendar).next_notice(one)
    why = ledger.explanation(context.session, district, number)
    words = item_card(context.days, one, why, said, coming, _source(context, district, one))
    may_close = one.may_close and one.department in who.departments
    buttons = ((Button(context.texts("button-done", number=number), f"done:{number}"),),) if may_close else ()
    return [Reply(words, buttons, (number,))]


def _source(context: Context, district: int, one: Item) -> Source:
    """What the plan that asks for an item says of it: last year's items rest on last year's plan."""
    kept = plans.asking_for(context.session, district, one.number)
    task = next((task for task in kept.plan.tasks if task.key == one.row), None) if kept else None
    if kept is None or task is None:
        return Source()
    words = next((part.text for part in task.deliverables if part.key == one.deliverable), "") or task.text
    return Source(words, tuple(asked.ask for asked in in_words(context.texts, kept).open_questions
                               if asked.task == task.key))
