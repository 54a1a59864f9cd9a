"""Plans the notices that cannot wait for the morning: rules of one working day, or of hours."""

from itertools import groupby
from operator import attrgetter

from handlers.context import Context
from locales.catalogue import texts
from locales.days import Days
from locales.messages import notice
from obligations.events import Obliged
from obligations.item import Item
from obligations.plan import AfterEvent, AwaitSuperior, Unit
from storage import outbox, people

URGENT = 2   # before digests, after answers


def is_urgent(one: Obliged) -> bool:
    """Whether tomorrow's digest would come too late to act calmly."""
    rule = one.deliverable.rule
    if not isinstance(rule, AfterEvent | AwaitSuperior) or rule.amount is None:
        return False
    return rule.unit is Unit.HOURS or rule.amount <= 1


def tell_at_once(context: Context, obliged: tuple[Obliged, ...], items: list[Item]) -> None:
    """Queue one notice a person for the urgent ones among the items that an event brought about."""
    urgent = sorted((item for one, item in zip(obliged, items, strict=True) if is_urgent(one) and item.to_do),
                    key=attrgetter("department", "number"))
    for department, found in groupby(urgent, attrgetter("department")):
        mine = list(found)
        for person in people.liaisons(context.session, context.plan_in_force.district_id, department):
            _plan(context, person, department, mine)


def _plan(context: Context, person: people.Member, department: str, items: list[Item]) -> None:
    days = Days(texts(person.locale), context.today, context.calendar, context.zone)
    for page in notice(days, department, items):
        key = f"notice:{person.id}:" + ",".join(map(str, page.items))
        outbox.plan(context.session, [outbox.Planned(
            key, person.channel, person.chat, outbox.Kind.NOTICE, person.id, page.text, _buttons(days, page.items),
            page.items, priority=URGENT)], context.request.now)


def _buttons(days: Days, numbers: tuple[int, ...]) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(((days.texts("button-done", number=n), f"done:{n}"),
                  (days.texts("button-view", number=n), f"view:{n}")) for n in numbers[:8])
