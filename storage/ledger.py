"""The obligations: written under their natural key with the number people see, and read back as items."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from obligations.due import Due
from obligations.explanation import Explanation
from obligations.item import Item, State
from storage.tables import MORNING, Deliverable, Department, District, Obligation, table_of

_O, _D, _BODY = table_of(Obligation), table_of(Deliverable), table_of(Department)
_COLUMNS = (
    _O.c.number, _BODY.c.name, _D.c.task, _D.c.key, _D.c.title, _O.c.period, _O.c.state, _O.c.step, _D.c.place,
    _D.c.source, _O.c.due, _O.c.act_by, _O.c.overdue_after, _O.c.due_at, _O.c.provisional, _O.c.opened_on,
    _O.c.version,
)
_STATE = _COLUMNS.index(_O.c.state)
_ITEMS = select(*_COLUMNS).join_from(_O, _D, _O.c.deliverable_id == _D.c.id).join(
    _BODY, _O.c.department_id == _BODY.c.id)
# Built once: this is what `/status` waits for.
_OF_DEPARTMENT = _ITEMS.where(_O.c.district_id == bindparam("district"), _BODY.c.name == bindparam("department"),
                              _BODY.c.district_id == bindparam("district"))


def items(session: Session, district: int, department: str | None = None) -> list[Item]:
    """Every item of a department (its canonical name), or of the whole district."""
    if department is None:
        return [_item(row) for row in session.execute(_ITEMS.where(_O.c.district_id == district))]
    named = {"district": district, "department": department}
    rows: Sequence[Sequence[Any]] = session.connection().execute(_OF_DEPARTMENT, named).all()
    return [_item(row) for row in rows]


def numbered(session: Session, district: int, numbers: Iterable[int]) -> dict[int, Item]:
    """The items with these numbers; those that do not exist are left out."""
    wanted = _ITEMS.where(_O.c.district_id == district, _O.c.number.in_(list(numbers)))
    return {item.number: item for item in map(_item, session.execute(wanted))}


def explanation(session: Session, district: int, number: int) -> Explanation | None:
    """Why this item is due when it is."""
    words = session.execute(
        select(_O.c.explanation).where(_O.c.district_id == district, _O.c.number == number)).scalar()
    return Explanation.from_json(json.loads(words)) if words else None


def write(session: Session, district: int, deliverable: int, department: int, due: Due, opened_on: date,
          event: int | None = None) -> Obligation:
    """A new obligation with the district's next number."""
    obligation = Obligation(
        district_id=district, number=_next_number(session, district), deliverable_id=deliverable,
        department_id=department, period=due.period, step=due.step, event_id=event, opened_on=opened_on,
        state=State.WAITING if due.waiting else State.OPEN)
    set_due(obligation, due)
    session.add(obligation)
    session.flush()
    return obligation


def set_due(obligation: Obligation, due: Due) -> bool:
    """Take over what was computed; True when a day changed."""
    before = (obligation.due, obligation.act_by, obligation.overdue_after)
    obligation.due, obligation.act_by, obligation.overdue_after = due.due, due.act_by, due.overdue_after
    obligation.due_at, obligation.provisional, obligation.step = due.at, due.provisional, due.step
    obligation.explanation = json.dumps(due.explanation.as_json(), ensure_ascii=False)
    return before != (due.due, due.act_by, due.overdue_after)


def note_calendar(session: Session, district: int, version: str) -> None:
    """Remember by which calendar data the district's dates were computed."""
    session.get_one(District, district).calendar_version = version


def department_names(session: Session, district: int) -> list[str]:
    """The canonical names of the district's departments."""
    return list(session.execute(select(_BODY.c.name).where(_BODY.c.district_id == district).order_by(_BODY.c.id))
                .scalars())


def overdue_by_department(session: Session, district: int, today: date) -> list[tuple[str, list[Item]]]:
    """The overdue items, department by department, those with the most first."""
    late = _ITEMS.where(_O.c.district_id == district, MORNING,
                        _O.c.overdue_after < today)
    grouped: dict[str, list[Item]] = {}
    for item in map(_item, session.execute(late)):
        grouped.setdefault(item.department, []).append(item)
    return sorted(grouped.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def counted(session: Session, district: int) -> int:
    """How many obligations the district has."""
    found: int = session.execute(select(func.count()).where(_O.c.district_id == district)).scalar_one()
    return found


def _next_number(session: Session, district: int) -> int:
    row = session.get_one(District, district)
    row.next_number += 1
    return row.next_number - 1


def _item(row: Sequence[Any]) -> Item:
    values: list[Any] = list(row)
    values[_STATE] = State(values[_STATE])
    return Item(*values)
