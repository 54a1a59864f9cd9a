"""`gongkai status`: one department's picture on a day."""

from dataclasses import asdict
from datetime import date

from bot.commands.installation import installation, print_json
from bot.commands.items import as_json as item_as_json
from handlers.succession import said_before
from locales.pages import status_pages
from obligations.standing import Standing, standing
from storage import ledger


def status(name: str, on: str, district: str, *, as_json: bool) -> None:
    """Print the picture of the department that `name` means, or clearly resembles. Raises Refusal."""
    here = installation(district)
    day = here.day(on)
    with here.reading() as session:
        context = here.context(session, day)
        department, guessed = context.department_for_reading(name)
        items = ledger.items(session, context.plan_in_force.district_id, department)
        picture, former = standing(items, day, context.calendar), context.former(name)
    if as_json:
        print_json(_shape(department, day, picture))
        return
    pages = said_before(context.days, former, department,
                        status_pages(context.days, department, picture, name if guessed else ""))
    print("\n\n".join(page.text for page in pages))


def _shape(department: str, day: date, picture: Standing) -> dict[str, object]:
    return {"department": department, "on": day.isoformat(), "counts": asdict(picture.counts),
            "items": [item_as_json(item, day) for item in picture.items]}
