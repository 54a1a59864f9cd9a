"""Registered events: each fact once, with the obligations it brings about."""

from datetime import date, datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from obligations.events import Fact, Obliged
from obligations.item import SETTLED, Item, State
from obligations.plan import AwaitSuperior
from obligations.succession import by_name, in_office
from storage import audit, bodies, ledger, morning, succession
from storage.tables import Deliverable, Department, Event, Obligation


def is_known(session: Session, district: int, fact: Fact) -> bool:
    """Whether this fact has been registered already."""
    return session.exec(_same(district, fact)).first() is not None


def _same(district: int, fact: Fact) -> SelectOfScalar[Event]:
    return select(Event).where(Event.district_id == district, Event.natural_key == fact.key)


def register(session: Session, district: int, year: int, fact: Fact, obliged: tuple[Obliged, ...],
             now: datetime, today: date, actor: str) -> list[Item]:
    """Write down a fact and what follows from it; a fact known already gives the same items again.

    `now` is aware UTC, `today` the same as a local date. An item that waited for this opens instead
    of a new one being made.
    """
    succession.carry_out(session, district, today, now)
    event = session.exec(_same(district, fact)).first() or _new_event(session, district, fact, now, actor)
    opened_on = morning.first_seen(session, district, today)
    numbers = [_oblige(session, district, year, one, event, opened_on, today) for one in obliged]
    if event.registered_at == now:
        audit.record(session, now, actor, "event-registered", fact.kind.key, on=fact.on.isoformat(),
                     title=fact.title, departments=list(fact.departments), items=numbers)
    found = ledger.numbered(session, district, numbers)
    return [found[number] for number in numbers]


def _new_event(session: Session, district: int, fact: Fact, now: datetime, actor: str) -> Event:
    event = Event(district_id=district, natural_key=fact.key, kind=fact.kind.key, on=fact.on, at=fact.at,
                  title=fact.title, registered_by=actor, registered_at=now)
    session.add(event)
    session.flush()
    return event


def _oblige(session: Session, district: int, year: int, one: Obliged, event: Event,
            opened_on: date, today: date) -> int:
    deliverable = session.exec(select(Deliverable.id).where(
        Deliverable.district_id == district, Deliverable.year == year,
        Deliverable.key == one.deliverable.key)).one()
    department = session.exec(select(Department.id).where(
        Department.district_id == district, Department.name == one.department)).one()
    awaited = isinstance(one.deliverable.rule, AwaitSuperior)
    period = "standing" if awaited else one.due.period
    known = session.exec(select(Obligation).where(
        Obligation.deliverable_id == deliverable, Obligation.department_id == department,
        Obligation.period == period)).first() or _settled_before(session, district, deliverable, one, period, today)
    if known is None:
        if deliverable is None or department is None:
            raise RuntimeError("a row without an id")
        known = ledger.write(session, district, deliverable, department, one.due, opened_on, event.id)
    elif known.state == State.WAITING:
        ledger.set_due(known, one.due)
        known.state, known.event_id, known.opened_on = State.OPEN, event.id, opened_on
        known.version += 1
        session.flush()
    return known.number


def _settled_before(session: Session, district: int, deliverable: int | None, one: Obliged, period: str,
                    today: date) -> Obligation | None:
    """The same item where a body that the department took over from has settled it already."""
    known = by_name(bodies.bodies(session, district))
    before = [name for name in known if name != one.department and in_office(name, known, today) == one.department]
    return session.exec(select(Obligation).join(Department).where(
        Obligation.deliverable_id == deliverable, Obligation.period == period, col(Department.name).in_(before),
        Department.district_id == district, col(Obligation.state).in_(SETTLED))).first()
