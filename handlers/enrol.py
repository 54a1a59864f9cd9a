"""Coming in by a one-time invitation, inviting, and leaving."""

from handlers.context import Context
from handlers.request import Reply
from locales.messages import deadline_line
from obligations.agenda import Agenda
from obligations.errors import Refusal
from storage import ledger, people
from storage.people import INVITE_HOURS, Member, Position

OFFICE_WORDS = frozenset({"公开办", "office"})


def join(context: Context, words: str) -> list[Reply]:
    """Enrol by the code in `words`. Raises Refusal for a code that is unknown, used or expired."""
    request = context.in_private()
    person = people.enrol(context.session, words.split()[0][:64], context.channel, request.account, request.chat,
                          request.name, context.texts.locale, context.today, request.now)
    if person.is_office:
        return [Reply(context.texts("joined-office"))]
    comma = context.texts("list-comma")
    greeting = context.texts("joined-liaison", department=comma.join(person.departments))
    return [Reply(f"{greeting}\n\n{_now(context, person)}")]


def invite(context: Context, words: str) -> list[Reply]:
    """A one-time link for a liaison of the department in `words`, or for a colleague of the office."""
    who = context.for_office()
    if not words:
        raise Refusal("department-missing")
    department = None if words in OFFICE_WORDS else context.department_for_writing(words)
    position = Position.LIAISON if department else Position.OFFICE
    code, _ = people.invite(context.session, who.district, position, department, context.today,
                              context.request.now, who.actor)
    name = department or words
    if link := context.invite_link(code):
        return [Reply(context.texts("invite-made", who=name, link=link, hours=INVITE_HOURS))]
    return [Reply(context.texts("invite-made-code", who=name, code=code, hours=INVITE_HOURS))]


def leave(context: Context, words: str) -> list[Reply]:
    """Go, once it has been said twice."""
    who = context.for_writing()
    if words not in ("确认", "confirm", "yes"):
        return [Reply(context.texts("left-confirm"))]
    people.leave(context.session, who, context.request.now)
    return [Reply(context.texts("left"))]


def _now(context: Context, person: Member) -> str:
    """What lies ahead of a newcomer, mentioned already or not."""
    items = [item for name in person.departments for item in ledger.items(context.session, person.district, name)]
    notices = Agenda(context.today, context.today, context.calendar).picture(items)
    lines = [line for one in notices[:10] for line in (
        context.texts("digest-item", number=one.item.number, title=context.days.title(one.item)),
        context.texts("digest-line", line=deadline_line(context.days, one.item, one.reason)))]
    return "\n".join([context.texts("joined-now"), *lines]) if lines else context.texts("joined-nothing")
