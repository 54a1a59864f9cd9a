"""The district's departments as they stand: read as values, founded, and brought together with a plan's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from obligations.errors import Refusal
from obligations.plan import Department as Body
from obligations.plan import Succession
from obligations.succession import by_name, circle
from storage import audit
from storage.tables import Department, table_of

_B = table_of(Department)
_COLUMNS = (_B.c.name, _B.c.aliases, _B.c.full_name, _B.c.successor, _B.c.successor_from)


def bodies(session: Session, district: int) -> tuple[Body, ...]:
    """Every department that the district has or had, in the order in which they became known."""
    rows = session.connection().execute(
        core_select(*_COLUMNS).where(_B.c.district_id == district).order_by(_B.c.id))
    return tuple(Body(name, tuple(aliases), full_name, Succession(heir, since) if heir and since else None)
                 for name, aliases, full_name, heir, since in rows)


def rows(session: Session, district: int) -> dict[str, Department]:
    """The same as rows to be changed, by name."""
    found = session.exec(select(Department).where(Department.district_id == district).order_by(col(Department.id)))
    return {row.name: row for row in found}


def founded(session: Session, district: int, name: str, now: datetime, actor: str) -> Department:
    """A new department, with a line in the log."""
    row = Department(district_id=district, name=name)
    session.add(row)
    session.flush()
    audit.record(session, now, actor, "department-founded", name)
    return row


def value(row: Department) -> Body:
    """A row as the value that it stands for."""
    heir = Succession(row.successor, row.successor_from) if row.successor and row.successor_from else None
    return Body(row.name, tuple(row.aliases), row.full_name, heir)


def write(row: Department, body: Body) -> bool:
    """Take over everything but the name; whether anything changed."""
    before = value(row)
    row.aliases, row.full_name = list(body.aliases), body.full_name
    row.successor = body.successor.name if body.successor else None
    row.successor_from = body.successor.start if body.successor else None
    if body.successor != before.successor:
        row.told_on = None
    return value(row) != before


def merge_plan(session: Session, district: int, planned: Iterable[Body], before: Iterable[Body],
               in_effect: Mapping[str, Body]) -> None:
    """Bring in the departments of a plan: it adds to what the list gave, and takes nothing of it away.

    `before` are those of the plan that it replaces: what that one said of a succession may change, what the office
    said may not, and no more what is `in_effect`. Raises Refusal for successions in a circle.
    """
    known, earlier, named = rows(session, district), by_name(before), by_name(planned)
    for body in named.values():
        row = known.setdefault(body.name, Department(district_id=district, name=body.name))
        write(row, _merged(value(row), body, earlier.get(body.name), body.name in in_effect))
        session.add(row)
    claimed = {alias: body.name for body in named.values() for alias in (body.name, *body.aliases)}
    for row in known.values():
        row.aliases = [alias for alias in row.aliases if claimed.get(alias, row.name) == row.name]
    check_circles(value(row) for row in known.values())
    session.flush()


def check_circles(departments: Iterable[Body]) -> None:
    """Raises Refusal where a body would in the end take over from itself."""
    heirs = {body.name: body.successor.name for body in departments if body.successor}
    for name in heirs:
        if way := circle(name, heirs):
            raise Refusal("succession-circle", names=" → ".join(way))


def _merged(row: Body, plan: Body, earlier: Body | None, in_effect: bool) -> Body:
    said = earlier.successor if earlier else None
    keeps = in_effect or row.successor not in (None, said)
    return replace(plan, aliases=tuple(dict.fromkeys((*row.aliases, *plan.aliases))),
                   full_name=plan.full_name or row.full_name, successor=row.successor if keeps else plan.successor)
