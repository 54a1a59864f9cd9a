"""Writes the obligations of a plan that is put in force, and drops what it no longer asks for; when that happens, and
what becomes of the plan before it, is decided in `plans.py`."""

from collections.abc import Iterator
from datetime import date, tzinfo

from sqlmodel import Session, select

from obligations import plan as model
from obligations.due import Due, planned, recompute
from obligations.events import asked_of
from obligations.item import DROPPED_BY_PLAN, SETTLED, State
from obligations.workdays import WorkCalendar
from storage import ledger
from storage.offices import Offices
from storage.tables import Deliverable, Event, Obligation, Plan


def write(session: Session, row: Plan, plan: model.Plan, there: Offices, calendar: WorkCalendar,
          zone: tzinfo, seen: date) -> dict[int, bool]:
    """The obligations' ids, True for those that are new; `seen`: the day whose morning first sees those."""
    known = _known(session, row)
    wanted: dict[int, bool] = {}
    for task, part in ((row_, part) for row_ in plan.tasks for part in row_.deliverables):
        deliverable = _deliverable(session, row, task, part)
        for name, due in _expected(plan, part, calendar):
            obligation = there.obligation(known, deliverable, name, due.period)
            if obligation is None:
                made = ledger.write(session, row.district_id, deliverable, there.ids[name], due, seen)
                wanted[_id(made)] = True
            else:
                _refresh(obligation, due, _event_of(session, obligation), part, plan, calendar, zone)
                wanted[_id(obligation)] = False
        for obligation in _of_events(known, deliverable):
            if there.is_gone(obligation):
                continue
            if isinstance(part.rule, model.AfterEvent):
                _refresh(obligation, None, _event_of(session, obligation), part, plan, calendar, zone)
                wanted[_id(obligation)] = False
    session.flush()
    return wanted


def _expected(plan: model.Plan, part: model.Deliverable, calendar: WorkCalendar) -> Iterator[tuple[str, Due]]:
    dues = planned(part.rule, plan.year, plan.in_force, calendar)
    return ((name, due) for name in asked_of(plan, part, plan.in_force) for due in dues)


def _refresh(obligation: Obligation, due: Due | None, event: Event | None, part: model.Deliverable,
             plan: model.Plan, calendar: WorkCalendar, zone: tzinfo) -> None:
    """Give an obligation the dates of the plan; what is done with keeps those by which it was done."""
    if obligation.state in SETTLED:
        return
    if event is not None:
        due = recompute(part.rule, obligation.period, plan.year, plan.in_force, event.on, event.at, calendar,
                        zone)
    if due is not None:
        ledger.set_due(obligation, due)
    if obligation.state == State.DROPPED:
        obligation.state = State.WAITING if due and due.waiting else State.OPEN
        obligation.version += 1


def _known(session: Session, row: Plan) -> dict[tuple[int, int, str], Obligation]:
    mine = select(Obligation).join(Deliverable).where(
        Obligation.district_id == row.district_id, Deliverable.year == row.year)
    return {(o.deliverable_id, o.department_id, o.period): o for o in session.exec(mine)}


def _of_events(known: dict[tuple[int, int, str], Obligation], deliverable: int) -> list[Obligation]:
    return [o for (part, _, period), o in known.items() if part == deliverable and period.startswith("event:")]


def _event_of(session: Session, obligation: Obligation) -> Event | None:
    return session.get_one(Event, obligation.event_id) if obligation.event_id else None


def drop_the_rest(session: Session, row: Plan, wanted: dict[int, bool]) -> list[int]:
    """Drop what is to be done still and not among `wanted`; the numbers of those items, in order."""
    rest = [o for o in _known(session, row).values()
            if _id(o) not in wanted and o.state in DROPPED_BY_PLAN]
    for obligation in rest:
        obligation.state = State.DROPPED
        obligation.version += 1
    return sorted(o.number for o in rest)


def _deliverable(session: Session, row: Plan, task: model.Task, part: model.Deliverable) -> int:
    mine = select(Deliverable).where(Deliverable.district_id == row.district_id, Deliverable.year == row.year,
                                     Deliverable.key == part.key)
    found = session.exec(mine).first() or Deliverable(
        district_id=row.district_id, plan_id=_id(row), year=row.year, key=part.key, task=task.key, title=part.title)
    found.plan_id, found.task, found.title = _id(row), task.key, part.title
    found.place, found.source = part.where, part.source
    session.add(found)
    session.flush()
    return _id(found)


def _id(row: Plan | Deliverable | Obligation) -> int:
    if row.id is None:
        raise RuntimeError("a row that was never flushed has no id")
    return row.id
