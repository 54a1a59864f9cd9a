"""Whose an obligation is when a plan is activated: the body in office's, or one's before it that is done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from obligations.item import SETTLED, State
from obligations.plan import Department as Body
from obligations.plan import Plan
from obligations.succession import Bodies, by_name, in_office, out_of_office
from storage import bodies, renaming, succession
from storage.tables import Obligation

Known = Mapping[tuple[int, int, str], Obligation]
"""A year's obligations by deliverable, department and period."""


@dataclass(frozen=True, slots=True)
class Offices:
    """The district's departments with their ids, as of the local date `today`."""

    ids: Mapping[str, int]
    bodies: Bodies
    today: date

    def obligation(self, known: Known, deliverable: int, name: str, period: str) -> Obligation | None:
        """What `name` is asked for, if it was asked for it before, under whatever name; what a body before it has
        closed is not asked for again."""
        heir = in_office(name, self.bodies, self.today)
        mine = [known.get((deliverable, self.ids[one], period)) for one in dict.fromkeys((heir, name))]
        before = (known.get((deliverable, self.ids[one], period)) for one in self.bodies
                  if in_office(one, self.bodies, self.today) == heir)
        settled = (one for one in before if one and one.state in SETTLED)
        found = list(filter(None, mine))
        standing = next((one for one in found if one.state != State.DROPPED), None) or next(settled, None)
        return standing or next(iter(found), None)

    def is_gone(self, obligation: Obligation) -> bool:
        """Whether it was dropped because its body's successor has the same already."""
        gone = {self.ids[body.name] for body in out_of_office(self.bodies.values(), self.today)}
        return obligation.state == State.DROPPED and obligation.department_id in gone


def offices(session: Session, district: int, plan: Plan, before: tuple[Body, ...], today: date,
            now: datetime, actor: str) -> Offices:
    """The departments with those of `plan` brought in, and successions that are due carried out; `before` are the
    departments of the plan in force until now. Raises Refusal for successions in a circle."""
    planned = plan.departments
    renaming.rename(session, district, planned, min(plan.in_force, today), now, actor)
    in_effect = by_name(out_of_office(bodies.bodies(session, district), today))
    bodies.merge_plan(session, district, planned, before, in_effect)
    succession.carry_out(session, district, today, now)
    ids = {name: row.id or 0 for name, row in bodies.rows(session, district).items()}
    return Offices(ids, by_name(bodies.bodies(session, district)), today)
