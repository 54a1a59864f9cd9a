"""`/event`: registers what happened, after showing whom it obliges and by when."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from handlers.context import Context
from handlers.dates import read_date, read_time
from handlers.notify import tell_at_once
from handlers.request import Button, Reply
from locales.messages import clipped
from obligations.errors import Refusal
from obligations.events import Fact, Obliged, kind_called, obliged_by
from obligations.item import Item, State
from obligations.names import Unknown
from obligations.plan import Scope
from obligations.workdays import WorkCalendar
from storage import pending, registry
from storage.people import Member

ASKED = "event"
CONFIRM, CANCEL = "event-yes", "event-no"


def event(context: Context, words: str) -> list[Reply]:
    """Show what a fact would bring about, and ask for a confirmation. Raises Refusal."""
    who = context.for_writing()
    fact = _read(context, who, words)
    obliged = obliged_by(context.plan, fact, context.calendar, context.zone)
    if not obliged:
        return [Reply(context.texts("event-preview-none"))]
    _check_own(context, who, obliged)
    pending.ask(context.session, who.id, ASKED, _as_json(fact), context.request.now)
    confirm_this = Button(context.texts("button-confirm"), f"{CONFIRM}:{_mark(fact)}")
    buttons = ((confirm_this, Button(context.texts("button-cancel"), CANCEL)),)
    return [Reply(_preview(context, fact, obliged), buttons)]


def confirm(context: Context, mark: str) -> list[Reply]:
    """The button 确认登记: register the fact shown beside it, unless another one has been asked about since."""
    who = context.for_writing()
    asked = pending.asked(context.session, who.id, context.request.now)
    if asked is None or asked.kind != ASKED:
        return [Reply(context.texts("nothing-to-confirm"))]
    fact = _from_json(context, asked.content)
    if mark != _mark(fact):
        return [Reply(context.texts("nothing-to-confirm"))]
    key = "event-known" if registry.is_known(context.session, who.district, fact) else "event-registered"
    items = register(context, fact, who.actor)
    pending.forget(context.session, who.id)
    rows = [context.texts("event-registered-row", number=item.number, department=item.department,
                          title=item.title, deadline=context.days.deadline(item)) for item in items]
    words = "\n".join([context.texts(key, count=len(items)), *rows])
    return [Reply(clipped(words), items=tuple(item.number for item in items), edit=True)]


def cancel(context: Context) -> list[Reply]:
    """The button 取消."""
    pending.forget(context.session, context.for_writing().id)
    return [Reply(context.texts("ask-cancelled"), edit=True)]


def register(context: Context, fact: Fact, actor: str) -> list[Item]:
    """Write the fact and its items down, and plan the notices that cannot wait for the morning."""
    obliged = obliged_by(context.plan, fact, context.calendar, context.zone)
    kept = context.plan_in_force
    items = registry.register(context.session, kept.district_id, kept.plan.year, fact, obliged,
                              context.request.now, context.today, actor)
    tell_at_once(context, obliged, items)
    return items


def checked_date(day: date, today: date, in_force: date, calendar: WorkCalendar) -> date:
    """A day on which something may have happened. Raises Refusal for the future, or before the plan's year."""
    calendar.is_workday(day)
    if day > today:
        raise Refusal("event-future", day=day.isoformat())
    if day.year < in_force.year:
        raise Refusal("event-too-early", day=day.isoformat())
    return day


def _read(context: Context, who: Member, words: str) -> Fact:
    known = context.texts("list-comma").join(kind.name for kind in context.plan.events)
    head, _, rest = words.strip().partition(" ")
    if not head:
        raise Refusal("event-form", known=known)
    kind = kind_called(context.plan, head)
    if not rest.strip():
        raise Refusal("event-form", known=known)
    day, rest = read_date(rest, context.today)
    day = checked_date(day, context.today, context.plan.in_force, context.calendar)
    at, rest = read_time(rest, day, context.zone)
    names, title = _departments(context, kind.scope, rest)
    if not who.is_office:
        names = _own(context.own, names, kind.scope)
    return Fact(kind, day, at.astimezone(UTC) if at else None, names, title)


def _departments(context: Context, scope: Scope, words: str) -> tuple[tuple[str, ...], str]:
    """The departments at the beginning of `words`, and the title behind them. Raises Refusal for a word
    that was meant for a department and is none; 区政府第12次常务会议 is a title where none is asked for."""
    names: list[str] = []
    rest = words.replace("、", " ").replace("，", " ").replace(",", " ").split()
    while rest and (name := context.directory().exact(rest[0])):
        names.append(name)
        rest.pop(0)
    title_allowed = scope is Scope.FIXED and not names
    meant = rest and (rest[0].startswith("区") or (scope is Scope.NAMED and not names))
    if meant and not (title_allowed and _is_no_name(context, rest[0])):
        context.department_for_writing(rest[0])
    return tuple(dict.fromkeys(names)), " ".join(rest)[:80]


def _is_no_name(context: Context, word: str) -> bool:
    return isinstance(context.directory().find(word), Unknown)


def _check_own(context: Context, who: Member, obliged: tuple[Obliged, ...]) -> None:
    """What obliges only others is registered by the office."""
    if not who.is_office and not {one.department for one in obliged} & set(context.own):
        raise Refusal("office-only")


def _mark(fact: Fact) -> str:
    """Names a fact shortly enough for a button."""
    return sha256(fact.key.encode()).hexdigest()[:16]


def _own(own: tuple[str, ...], names: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    """A liaison registers only what concerns the own department."""
    if set(names) - set(own):
        raise Refusal("office-only")
    if scope is Scope.NAMED:
        return names or own
    return ()


def _preview(context: Context, fact: Fact, obliged: tuple[Obliged, ...]) -> str:
    texts, days = context.texts, context.days
    day = days.time(fact.at) if fact.at else days.day(fact.on)
    lines = [texts("event-preview", kind=fact.kind.name, day=day, title=f" {fact.title}" if fact.title else "")]
    lines += [texts("event-preview-row", department=one.department, title=one.deliverable.title,
                    deadline=days.deadline(_as_item(one))) for one in obliged]
    return clipped("\n".join([*lines, texts("event-preview-foot")]))


def _as_item(one: Obliged) -> Item:
    due = one.due
    return Item(0, one.department, one.task.key, one.deliverable.key, one.deliverable.title, due.period, State.OPEN,
                due=due.due, act_by=due.act_by, overdue_after=due.overdue_after, at=due.at,
                provisional=due.provisional)


def _as_json(fact: Fact) -> dict[str, object]:
    return {"kind": fact.kind.key, "on": fact.on.isoformat(), "at": fact.at.isoformat() if fact.at else None,
            "departments": list(fact.departments), "title": fact.title}


def _from_json(context: Context, content: Mapping[str, Any]) -> Fact:
    at = datetime.fromisoformat(content["at"]) if content["at"] else None
    return Fact(kind_called(context.plan, content["kind"]), date.fromisoformat(content["on"]), at,
                tuple(content["departments"]), content["title"])
