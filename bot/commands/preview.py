"""`gongkai preview`: what the morning of a day would push, department by department; nothing is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.commands.installation import Installation, installation, print_json
from handlers.context import Context
from handlers.morning import MorningDesk
from obligations.agenda import Agenda, Notice
from storage import ledger, people


@dataclass(frozen=True, slots=True)
class Digest:
    """What one department would read. `person` None: it has no liaison who can be reached."""

    department: str
    person: str | None
    text: str
    notices: tuple[Notice, ...]


def preview(on: str, department: str, district: str, *, as_json: bool) -> None:
    """Print the digests of the day written in `on`, all or one department's. Raises Refusal."""
    here = installation(district)
    day = here.day(on)
    with here.reading() as session:
        context = here.context(session, day)
        works = context.calendar.is_workday(day)
        wanted = context.department_for_reading(department)[0] if department else ""
        digests = list(_digests(here, context, wanted)) if works else []
    if as_json:
        print_json([_shape(one) for one in digests])
    elif not works:
        print(here.say("cli-preview-day-off", day=context.days.day(day), weekday=context.days.weekday(day)))
    else:
        _print(context, digests)


def _digests(here: Installation, context: Context, wanted: str) -> Iterator[Digest]:
    """In the order of the plan's departments, those alone that have something to hear."""
    session, district = context.session, context.plan_in_force.district_id
    agenda = Agenda(context.today, _round_before(context), context.calendar)
    desk = MorningDesk(context.calendar, context.zone)
    for name in [wanted] if wanted else ledger.department_names(session, district):
        notices = tuple(agenda.notices(ledger.items(session, district, name)))
        if notices:
            pages = desk.for_items([one.item for one in notices], (name,), context.today, here.settings.locale)
            yield Digest(name, _liaison(context, name), "\n\n".join(page.text for page in pages), notices)


def _round_before(context: Context) -> date:
    return context.calendar.last_workday(context.today - timedelta(days=1))


def _liaison(context: Context, department: str) -> str | None:
    found = people.liaisons(context.session, context.plan_in_force.district_id, department)
    return context.texts("list-comma").join(one.name for one in found if not one.trouble) or None


def _print(context: Context, digests: list[Digest]) -> None:
    say = context.texts
    for one in digests:
        to = say("cli-preview-to", person=one.person) if one.person else say("cli-preview-nobody")
        print(f"{to}\n\n{one.text}\n")
    items = sum(len(one.notices) for one in digests)
    print(say("cli-preview-sum", departments=len(digests), items=items) if digests else say("cli-preview-nothing"))


def _shape(one: Digest) -> dict[str, object]:
    items = [{"number": notice.item.number, "row": notice.item.row, "reason": notice.reason.group.name.lower()}
             for notice in one.notices]
    return {"department": one.department, "person": one.person, "text": one.text, "items": items}
