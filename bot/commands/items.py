"""How an obligation is given to another program; names and shape are relied on."""

from datetime import date

from obligations.item import Item


def as_json(item: Item, today: date) -> dict[str, object]:
    """One item as of the local date `today`; dates in ISO form, None where there is none."""
    return {
        "number": item.number, "row": item.row, "title": item.title, "due": iso(item.due),
        "act_by": iso(item.act_by), "state": item.state.value, "overdue": item.overdue(today),
        "provisional": item.provisional,
    }


def iso(day: date | None) -> str | None:
    """A date as programs write it."""
    return day.isoformat() if day else None
