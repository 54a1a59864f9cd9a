"""Puts a plan in force, and tells each liaison once what the new version changes for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from zoneinfo import ZoneInfo

from handlers.cards import VIEW
from locales.catalogue import texts
from locales.days import Days
from locales.planning import Changed, changed_pages
from obligations.errors import Refusal
from obligations.intake.terms import IS_OURS, OTHER_DISTRICT
from obligations.item import Item, State
from obligations.workdays import WorkCalendar
from storage import ledger, lineage, outbox, people, plans
from storage.database import Session
from storage.knowing import doubts_from_json
from storage.people import Member
from storage.plans import Kept

MOST_BUTTONS, IN_A_ROW = 9, 3


@dataclass(frozen=True, slots=True)
class Desk:
    """What wording a notice needs besides its reader: the calendar, the place, and the present (aware UTC)."""

    calendar: WorkCalendar
    zone: ZoneInfo
    now: datetime

    def days(self, locale: str) -> Days:
        """How days are worded for a reader."""
        return Days(texts(locale), self.now.astimezone(self.zone).date(), self.calendar, self.zone)


@dataclass(frozen=True, slots=True)
class Done:
    """What putting a plan in force did, in numbers of obligations and of people told; `alone`: the departments that
    have something to do now and no liaison."""

    made: int
    kept: int
    dropped: int
    told: int
    alone: tuple[str, ...]


def activate(session: Session, kept: Kept, desk: Desk, actor: str) -> Done:
    """Write a plan's obligations, and what people are told of it, in the caller's transaction.

    The first plan of a year needs no notice: the next morning's digest says all of it. Raises Refusal for a document
    that names another district, until the office has said that it is its own, and for one that was drafted before
    the plan in force and gives the keys of its rows to others.
    """
    check_ours(kept)
    lineage.check_keys(session, kept)
    replaced = plans.in_force(session, kept.district_id, kept.plan.year)
    before = {item.number: item for item in ledger.items(session, kept.district_id)}
    done = plans.activate(session, kept.id, desk.calendar, desk.zone, desk.now, actor)
    after = ledger.items(session, kept.district_id)
    changed = sorted(_changed(before, after), key=attrgetter("item.department")) if replaced else []
    told = {person.id for name, found in groupby(changed, key=attrgetter("item.department"))
            for person in _tell(session, kept, name, list(found), desk)}
    return Done(done.made, done.kept, done.dropped, len(told), _alone(session, kept.district_id, after))


def check_ours(kept: Kept) -> None:
    """Raises Refusal where the document of a plan names another district, and nobody has said that it is ours."""
    asked = (one for one in doubts_from_json(kept.doubts) if one.kind == OTHER_DISTRICT)
    if kept.document is not None and any(one.answer != IS_OURS.id for one in asked):
        raise Refusal("activate-other-district", title=kept.plan.title)


def _changed(before: Mapping[int, Item], after: Sequence[Item]) -> Iterator[Changed]:
    for item in after:
        old = before.get(item.number)
        if item.alive and (old is None or old.state is State.DROPPED):
            yield Changed("new", item)
        elif old and old.alive and item.state is State.DROPPED:
            yield Changed("gone", item)
        elif old and item.alive and _dates(old) != _dates(item):
            yield Changed("moved", item)


def _dates(item: Item) -> tuple[object, ...]:
    return item.due, item.act_by, item.overdue_after, item.at


def _alone(session: Session, district: int, items: Sequence[Item]) -> tuple[str, ...]:
    busy = dict.fromkeys(item.department for item in items if item.alive)
    return tuple(name for name in busy if not people.liaisons(session, district, name))


def _tell(session: Session, kept: Kept, department: str, changed: Sequence[Changed], desk: Desk) -> list[Member]:
    """Queue the notice to each liaison of a department, once an activation: what is in force already changes
    nothing, and what comes back into force has changed something again."""
    told = people.liaisons(session, kept.district_id, department)
    for person in told:
        days = desk.days(person.locale)
        for part, page in enumerate(changed_pages(days, department, kept.plan.title, changed), 1):
            buttons = [(days.texts(f"button-{VIEW}", number=number), f"{VIEW}:{number}")
                       for number in page.items[:MOST_BUTTONS]]
            rows = tuple(tuple(buttons[start:start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW))
            key = f"plan:{kept.id}:{desk.now.timestamp():.0f}:{person.id}:{department}:{part}"
            outbox.plan(session, [outbox.Planned(key, person.channel, person.chat, outbox.Kind.NOTICE, person.id,
                                                 page.text, rows, page.items)], desk.now)
    return told
