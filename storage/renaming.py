"""Brings a plan's names of bodies together with those in the log: one body keeps its number under another name, and
of two that the plan takes for one the other is taken over from."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session, col, select

from obligations.plan import Department as Body
from obligations.plan import Succession
from obligations.renaming import renamed
from storage import audit, bodies, succession
from storage.tables import Department


def rename(session: Session, district: int, planned: Iterable[Body], start: date, now: datetime, actor: str) -> None:
    """Give the bodies of a district the names that a plan gives them, with a line in the log for each.

    Items, liaisons and memberships stay with their body. One that the plan takes for the same as another that is
    there already is taken over from on the local date `start`: its history keeps its name. Raises Refusal for
    successions in a circle.
    """
    there = bodies.rows(session, district)
    for old, new in renamed(map(bodies.value, there.values()), planned).items():
        if new in there:
            succession.succeed(session, district, old, Succession(new, start), start, now, actor)
        else:
            there[new] = there.pop(old)
            _rename(session, there[new], new)
            audit.record(session, now, actor, "department-renamed", old, to=new)
    session.flush()


def _rename(session: Session, row: Department, name: str) -> None:
    old, row.name = row.name, name
    row.aliases = [one for one in dict.fromkeys((*row.aliases, old)) if one != name]
    named = select(Department).where(Department.district_id == row.district_id, col(Department.successor) == old)
    for other in session.exec(named):
        other.successor = name
    session.flush()
