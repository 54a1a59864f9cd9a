"""Plans: kept as imported, activated into obligations, the plan before them still readable."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sqlmodel import Session, col, select

from obligations import plan as model
from obligations.due import BEIJING, Due, planned, recompute
from obligations.events import asked_of
from obligations.item import State
from obligations.planfile import read_plan
from obligations.workdays import WorkCalendar
from storage import audit, ledger, morning
from storage.tables import Deliverable, Department, District, Event, Obligation, Plan


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan as it stands in the log; `content` is the file as imported."""

    id: int
    district_id: int
    status: model.PlanStatus
    content: str

    @property
    def plan(self) -> model.Plan:
        """The plan itself."""
        return parsed(self.content)


@dataclass(frozen=True, slots=True)
class Activation:
    """What an activation did, in numbers of obligations."""

    made: int
    kept: int
    dropped: int


@lru_cache(maxsize=32)
def parsed(content: str) -> model.Plan:
    """A plan file that was found good when it was imported."""
    return read_plan(content, "plan")


def import_plan(session: Session, content: str, name: str, now: datetime, actor: str) -> tuple[Kept, bool]:
    """Keep a plan file as a draft; the same file twice is kept once (False). Raises PlanFaults."""
    plan = read_plan(content, name)
    district = _district(session, plan.district)
    digest = hashlib.sha256(content.encode()).hexdigest()
    same = select(Plan).where(Plan.district_id == district.id, Plan.digest == digest)
    if found := session.exec(same).first():
        return _kept(found), False
    row = Plan(district_id=_id(district), key=plan.key, year=plan.year, title=plan.title,
               status=model.PlanStatus.DRAFT, digest=digest, content=content, imported_at=now)
    session.add(row)
    session.flush()
    audit.record(session, now, actor, "plan-imported", plan.key, digest=digest)
    return _kept(row), True


def plans(session: Session) -> list[Kept]:
    """Every plan in the log, the newest last."""
    return [_kept(row) for row in session.exec(select(Plan).order_by(col(Plan.id)))]


def active(session: Session) -> Kept | None:
    """The plan in force, of the newest year; None before one has been activated."""
    newest = select(Plan).where(Plan.status == model.PlanStatus.ACTIVE).order_by(col(Plan.year).desc())
    row = session.exec(newest).first()
    return _kept(row) if row else None


def activate(session: Session, plan_id: int, calendar: WorkCalendar, now: datetime, actor: str) -> Activation:
    """Write a plan's obligations, all in the caller's transaction.

    What the plan before it has in common with it keeps its number, state and evidence; open items
    that the new plan no longer asks for are dropped, with a line in the log.
    """
    row = session.get_one(Plan, plan_id)
    plan = parsed(row.content)
    departments = _departments(session, row.district_id, plan)
    today = now.astimezone(BEIJING).date()
    seen = max(plan.in_force, morning.first_seen(session, row.district_id, today))
    wanted = _write(session, row, plan, departments, calendar, seen)
    dropped = _drop_the_rest(session, row, wanted)
    _supersede(session, row)
    row.status, row.activated_at = model.PlanStatus.ACTIVE, now
    ledger.note_calendar(session, row.district_id, calendar.version)
    made = sum(wanted.values())
    result = Activation(made, len(wanted) - made, len(dropped))
    audit.record(session, now, actor, "plan-activated", plan.key, digest=row.digest, made=made,
                 kept=result.kept, dropped=dropped)
    return result


def _write(session: Session, row: Plan, plan: model.Plan, departments: dict[str, int],
           calendar: WorkCalendar, seen: date) -> dict[int, bool]:
    """The obligations' ids, True for those that are new; `seen`: the day whose morning first sees those."""
    known = _known(session, row)
    wanted: dict[int, bool] = {}
    for task, part in ((row_, part) for row_ in plan.tasks for part in row_.deliverables):
        deliverable = _deliverable(session, row, task, part)
        for name, due in _expected(plan, part, calendar):
            obligation = known.get((deliverable, departments[name], due.period))
            if obligation is None:
                made = ledger.write(session, row.district_id, deliverable, departments[name], due, seen)
                wanted[_id(made)] = True
            else:
                _refresh(obligation, due, _event_of(session, obligation), part, plan, calendar)
                wanted[_id(obligation)] = False
        for obligation in _of_events(known, deliverable):
            if isinstance(part.rule, model.AfterEvent):
                _refresh(obligation, None, _event_of(session, obligation), part, plan, calendar)
                wanted[_id(obligation)] = False
    session.flush()
    return wanted


def _expected(plan: model.Plan, part: model.Deliverable, calendar: WorkCalendar) -> Iterator[tuple[str, Due]]:
    dues = planned(part.rule, plan.year, plan.in_force, calendar)
    return ((name, due) for name in asked_of(plan, part, plan.in_force) for due in dues)


def _refresh(obligation: Obligation, due: Due | None, event: Event | None, part: model.Deliverable,
             plan: model.Plan, calendar: WorkCalendar) -> None:
    if event is not None:
        due = recompute(part.rule, obligation.period, plan.year, plan.in_force, event.on, event.at, calendar)
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


def _drop_the_rest(session: Session, row: Plan, wanted: dict[int, bool]) -> list[int]:
    rest = [o for o in _known(session, row).values()
            if _id(o) not in wanted and o.state in {State.OPEN, State.WAITING, State.RETURNED}]
    for obligation in rest:
        obligation.state = State.DROPPED
        obligation.version += 1
    return sorted(o.number for o in rest)


def _supersede(session: Session, row: Plan) -> None:
    others = select(Plan).where(Plan.district_id == row.district_id, Plan.year == row.year, Plan.id != row.id,
                                Plan.status == model.PlanStatus.ACTIVE)
    for other in session.exec(others):
        other.status = model.PlanStatus.SUPERSEDED


def _departments(session: Session, district: int, plan: model.Plan) -> dict[str, int]:
    known = {d.name: d for d in session.exec(select(Department).where(Department.district_id == district))}
    for body in plan.departments:
        row = known.setdefault(body.name, Department(district_id=district, name=body.name))
        row.full_name, row.aliases = body.full_name, list(body.aliases)
        row.successor = body.successor.name if body.successor else None
        row.successor_from = body.successor.start if body.successor else None
        session.add(row)
    session.flush()
    return {name: _id(row) for name, row in known.items()}


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


def _district(session: Session, name: str) -> District:
    district = session.exec(select(District).where(District.name == name)).first() or District(name=name)
    session.add(district)
    session.flush()
    return district


def _kept(row: Plan) -> Kept:
    return Kept(_id(row), row.district_id, model.PlanStatus(row.status), row.content)


def _id(row: District | Plan | Department | Deliverable | Obligation) -> int:
    if row.id is None:
        raise RuntimeError("a row that was never flushed has no id")
    return row.id
