"""`/status`: one department's picture, or for the office without a name the whole district's."""

from itertools import groupby
from operator import attrgetter

from handlers.context import Context
from handlers.request import Button, Reply
from handlers.succession import said_before
from locales.pages import Pages, district_pages, status_pages
from obligations.errors import Refusal
from obligations.plan import Department
from obligations.standing import Counts, standing
from storage import ledger

MORE = "more"


def status(context: Context, words: str, page: int = 1, *, edit: bool = False) -> list[Reply]:
    """The picture of the department that `words` name; without words a liaison's own, or for the office
    the whole district. Raises Refusal for a liaison who asks for another department."""
    who, kept = context.who, context.plan_in_force
    if not words and who.is_office:
        pages = district_pages(context.days, kept.plan.district, _by_department(context))
        return [_paged(context, pages, "", page, edit)]
    if not words:
        return [_department(context, name, "", page, edit) for name in _own(context)]
    name, guessed = context.department_for_reading(words)
    if not who.is_office and name not in who.departments:
        raise Refusal("status-not-yours", department=name)
    return [_department(context, name, words if guessed else "", page, edit, context.former(words))]


def turn_page(context: Context, data: str) -> list[Reply]:
    """The button of another page: `more:PAGE:DEPARTMENT`."""
    page, _, name = data.partition(":")
    number = int(page) if page.isdecimal() else 1
    if name in context.who.departments:    # also one's own of the past, by its own name
        return [_department(context, name, "", number, True)]
    return status(context, name, number, edit=True)


def _own(context: Context) -> list[str]:
    """The departments in office first, then those before them that left something to look up."""
    if len(context.who.departments) < 2:    # who has the post of a body before has that of its successor too
        return list(context.who.departments)
    past = [name for name in context.who.departments if name not in context.own
            and ledger.items(context.session, context.plan_in_force.district_id, name)]
    return [*context.own, *past]


def _department(context: Context, name: str, guessed_from: str, page: int, edit: bool,
                former: Department | None = None) -> Reply:
    items = ledger.items(context.session, context.plan_in_force.district_id, name)
    picture = standing(items, context.today, context.calendar)
    pages = status_pages(context.days, name, picture, guessed_from)
    return _paged(context, said_before(context.days, former, name, pages), name, page, edit)


def _paged(context: Context, pages: Pages, name: str, page: int, edit: bool) -> Reply:
    page = max(1, min(page, len(pages)))
    shown = pages[page - 1]
    turns = [("button-previous", page - 1)] * (page > 1) + [("button-next", page + 1)] * (page < len(pages))
    buttons = tuple(Button(context.texts(key), f"{MORE}:{to}:{name}") for key, to in turns)
    return Reply(shown.text, (buttons,) if buttons else (), shown.items, edit)


def _by_department(context: Context) -> list[tuple[str, Counts]]:
    items = sorted(ledger.items(context.session, context.plan_in_force.district_id), key=attrgetter("department"))
    return [(name, standing(found, context.today, context.calendar).counts)
            for name, found in groupby(items, attrgetter("department"))]
