"""`/status`: one department's picture, or for the office without a name the whole district's."""

from itertools import groupby
from operator import attrgetter

from handlers.context import Context
from handlers.request import Button, Reply
from locales.pages import Pages, district_pages, status_pages
from obligations.errors import Refusal
from obligations.standing import Counts, standing
from storage import ledger

MORE = "more"
BUTTON_BYTES = 64


def status(context: Context, words: str, page: int = 1, *, edit: bool = False) -> list[Reply]:
    """The picture of the department that `words` name; without words a liaison's own, or for the office
    the whole district. Raises Refusal for a liaison who asks for another department."""
    who, kept = context.who, context.plan_in_force
    if not words and who.is_office:
        pages = district_pages(context.days, kept.plan.district, _by_department(context))
        return [_paged(context, pages, "", page, edit)]
    own = [(name, False) for name in who.departments]
    names = [context.department_for_reading(words)] if words else own
    if not who.is_office and any(name not in who.departments for name, _ in names):
        raise Refusal("status-not-yours", department=names[0][0])
    return [_department(context, name, words if guessed else "", page, edit) for name, guessed in names]


def turn_page(context: Context, data: str) -> list[Reply]:
    """The button of another page: `more:PAGE:DEPARTMENT`."""
    page, _, name = data.partition(":")
    return status(context, name, int(page) if page.isdecimal() else 1, edit=True)


def _department(context: Context, name: str, guessed_from: str, page: int, edit: bool) -> Reply:
    items = ledger.items(context.session, context.plan_in_force.district_id, name)
    picture = standing(items, context.today, context.calendar)
    return _paged(context, status_pages(context.days, name, picture, guessed_from), name, page, edit)


def _paged(context: Context, pages: Pages, name: str, page: int, edit: bool) -> Reply:
    page = max(1, min(page, len(pages)))
    shown = pages[page - 1]
    turns = [("button-previous", page - 1)] * (page > 1) + [("button-next", page + 1)] * (page < len(pages))
    buttons = tuple(Button(context.texts(key), f"{MORE}:{to}:{name}") for key, to in turns)
    fits = all(len(button.data.encode()) <= BUTTON_BYTES for button in buttons)
    return Reply(shown.text, (buttons,) if buttons and fits else (), shown.items, edit)


def _by_department(context: Context) -> list[tuple[str, Counts]]:
    items = sorted(ledger.items(context.session, context.plan_in_force.district_id), key=attrgetter("department"))
    return [(name, standing(found, context.today, context.calendar).counts)
            for name, found in groupby(items, attrgetter("department"))]
