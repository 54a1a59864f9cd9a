"""Plans the notices that cannot wait for the morning: rules of one working day, or of hours."""

from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from handlers.cards import DONE, VIEW
from handlers.context import Context
from locales.catalogue import texts
from locales.days import Days
from locales.messages import notice
from obligations.events import Obliged
from obligations.item import Item
from obligations.plan import AfterEvent, AwaitSuperior, Unit
from storage import ledger, outbox, people
from storage.database import Session

Buttons = tuple[tuple[tuple[str, str], ...], ...]
URGENT = 2   # before digests, after answers


def is_urgent(one: Obliged) -> bool:
    """Whether tomorrow's digest would come too late to act calmly."""
    rule = one.deliverable.rule
    if not isinstance(rule, AfterEvent | AwaitSuperior) or rule.amount is None:
        return False
    return rule.unit is Unit.HOURS or rule.amount <= 1


def tell_at_once(context: Context, obliged: tuple[Obliged, ...], items: list[Item]) -> None:
    """Queue one notice a person for the urgent ones among the items that an event brought about; where a
    department has nobody who can be reached, the office is told instead."""
    urgent = sorted((item for one, item in zip(obliged, items, strict=True) if is_urgent(one) and item.to_do),
                    key=attrgetter("department", "number"))
    for department, found in groupby(urgent, attrgetter("department")):
        mine, district = list(found), context.plan_in_force.district_id
        theirs = [one for one in people.liaisons(context.session, district, department) if not one.trouble]
        for person in theirs or people.office(context.session, district):
            _plan(context, person, department, mine)


def tell_of_moved_dates(session: Session, district: int, numbers: list[int], days_of: Callable[[str], Days],
                        version: str, now: datetime) -> None:
    """Queue a word to those whose items got other days because a year's holidays were published."""
    moved = sorted(ledger.numbered(session, district, numbers).values(), key=attrgetter("department", "number"))
    for department, found in groupby(moved, attrgetter("department")):
        mine = list(found)
        for person in people.liaisons(session, district, department):
            days = days_of(person.locale)
            who = days.texts("notice-moved", department=department)
            for page in notice(days, who, mine, reply=False):
                key = f"moved:{person.id}:{version}:" + ",".join(map(str, page.items))
                outbox.plan(session, [outbox.Planned(
                    key, person.channel, person.chat, outbox.Kind.NOTICE, person.id, page.text,
                    _buttons(days, page.items, may_close=False), page.items)], now)


def _plan(context: Context, person: people.Member, department: str, items: list[Item]) -> None:
    days = Days(texts(person.locale), context.today, context.calendar, context.zone)
    who = days.texts("notice-for-office", department=department) if person.is_office else department
    for page in notice(days, who, items, reply=not person.is_office):
        key = f"notice:{person.id}:" + ",".join(map(str, page.items))
        buttons = _buttons(days, page.items, may_close=not person.is_office)
        outbox.plan(context.session, [outbox.Planned(
            key, person.channel, person.chat, outbox.Kind.NOTICE, person.id, page.text, buttons, page.items,
            priority=URGENT)], context.request.now)


def _buttons(days: Days, numbers: tuple[int, ...], *, may_close: bool) -> Buttons:
    actions = (DONE, VIEW) if may_close else (VIEW,)
    return tuple(tuple((days.texts(f"button-{action}", number=n), f"{action}:{n}") for action in actions)
                 for n in numbers[:8])
