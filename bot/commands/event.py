"""`gongkai event`: registers what happened, and tells which kinds of events there are."""

from collections.abc import Sequence
from datetime import date

from bot.commands.installation import ACTOR, installation, print_json
from bot.commands.items import as_json as item_as_json
from handlers.context import Context
from handlers.event import checked_date, register
from obligations.events import Fact, kind_called
from obligations.item import Item
from obligations.plan import Scope
from storage import registry


def add(kind: str, when: str, departments: Sequence[str], title: str, district: str, *, as_json: bool) -> None:
    """Register an event of `kind` and print the obligations it made. Raises Refusal, and then made none."""
    here = installation(district)
    day, at = here.moment(when)
    with here.changing() as session:
        context = here.context(session)
        called = kind_called(context.plan, kind)
        day = checked_date(day, _latest(context), context.plan.in_force, context.calendar)
        names = tuple(dict.fromkeys(map(context.department_for_writing, departments)))
        fact = Fact(called, day, at, names, title.strip()[:80])
        known = registry.is_known(session, context.plan_in_force.district_id, fact)
        items = register(context, fact, ACTOR)
    if as_json:
        print_json([{"department": item.department, **item_as_json(item, here.today)} for item in items])
    else:
        print("\n".join(_lines(context, items, known)))


def kinds(district: str, *, as_json: bool) -> None:
    """Print the kinds of events of the plan in force. Raises Refusal without a plan."""
    here = installation(district)
    with here.reading() as session:
        known = here.context(session).plan.events
    if as_json:
        print_json([{"key": one.key, "name": one.name, "scope": one.scope.value, "aliases": list(one.aliases)}
                    for one in known])
        return
    for one in known:
        key = "cli-event-kind-named" if one.scope is Scope.NAMED else "cli-event-kind"
        print(here.say(key, code=one.key, name=one.name))


def _latest(context: Context) -> date:
    """An operator may enter what is fixed already for later in the plan's year, as a meeting is."""
    return max(context.today, date(context.plan.year, 12, 31))


def _lines(context: Context, items: Sequence[Item], known: bool) -> list[str]:
    say, days = context.texts, context.days
    if not items:
        return [say("event-preview-none")]
    rows = (say("event-registered-row", number=item.number, department=item.department, title=item.title,
                deadline=days.deadline(item)) for item in items)
    return [say("event-known" if known else "event-registered", count=len(items)), *rows]
