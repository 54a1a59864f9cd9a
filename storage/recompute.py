"""Dates follow the calendar: when its data is newer than what dates were computed with, they are recomputed."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo

from sqlmodel import Session, col, select

from obligations.due import recompute
from obligations.item import TO_DO
from obligations.plan import Deliverable as Part
from obligations.workdays import WorkCalendar
from storage import audit, ledger
from storage.database import Database
from storage.plans import parsed
from storage.tables import Deliverable, District, Event, Obligation, Plan


def recompute_dates(database: Database, district: int, calendar: WorkCalendar, zone: tzinfo, now: datetime,
                    tell: Callable[[Session, list[int]], None]) -> list[int]:
    """Recompute what is not closed, in one transaction, if the data changed; the numbers whose days moved.

    Each moved date leaves a line in the log, and `tell` plans a word to those concerned. `now` is aware UTC.
    """
    with database.read() as session:
        if session.get_one(District, district).calendar_version in ("", calendar.version):
            return []
    with database.write() as session:
        moved = _recompute(session, district, calendar, zone, now)
        ledger.note_calendar(session, district, calendar.version)
        if moved:
            tell(session, moved)
    return moved


def _recompute(session: Session, district: int, calendar: WorkCalendar, zone: tzinfo, now: datetime) -> list[int]:
    moved = []
    waiting = select(Obligation, Deliverable).join(Deliverable).where(
        Obligation.district_id == district, col(Obligation.state).in_(TO_DO),
        col(Obligation.due).is_not(None))
    for obligation, deliverable in session.exec(waiting).all():
        plan = parsed(session.get_one(Plan, deliverable.plan_id).content)
        part = next((p for task in plan.tasks for p in task.deliverables if p.key == deliverable.key), None)
        if part is not None and _moved(session, obligation, part, plan.year, plan.in_force, calendar, zone):
            moved.append(obligation.number)
            audit.record(session, now, "calendar", "date-moved", f"#{obligation.number}",
                         due=str(obligation.due), act_by=str(obligation.act_by), calendar=calendar.version)
    return moved


def _moved(session: Session, obligation: Obligation, part: Part, year: int, in_force: date,
           calendar: WorkCalendar, zone: tzinfo) -> bool:
    event = session.get_one(Event, obligation.event_id) if obligation.event_id else None
    due = recompute(part.rule, obligation.period, year, in_force, event.on if event else None,
                    event.at if event else None, calendar, zone)
    return ledger.set_due(obligation, due)
