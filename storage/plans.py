"""Plans: kept as imported, activated into obligations, the plan before them still readable."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import lru_cache
from itertools import count

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from obligations import plan as model
from obligations.item import State
from obligations.planfile import read_plan
from obligations.succession import plan_in_office
from obligations.workdays import WorkCalendar
from storage import audit, bodies, districts, ledger, morning, obliging, succession
from storage.knowing import doubts_from_json
from storage.offices import Offices, offices
from storage.tables import Deliverable, Obligation, Plan

LARGEST = 100_000_000      # characters of a plan of our own making: a document may hold thousands of rows


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan as it stands in the log; `content` is the plan file, `key` this plan's alone. `document`: the office's
    file that it was drafted from, None: it was written by hand; `before`: the plan whose rows it was compared with;
    `answers`: ids of choices by the questions' keys; `known`: what was known of the district when it was drafted
    (see `knowing.py`); `carried`: edits of the version before (there too);
    `doubts`: what is doubtful about its document, likewise; `imported_at` is aware UTC."""

    id: int
    district_id: int
    key: str
    status: model.PlanStatus
    content: str
    document: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    before: int | None = None
    imported_at: datetime | None = None
    known: Mapping[str, object] = field(default_factory=dict)
    carried: Sequence[Mapping[str, object]] = ()
    doubts: str = field(default="[]", repr=False)

    @property
    def questions_left(self) -> int:
        """How many are open: of the document's, or of those written into a plan by hand."""
        doubts = doubts_from_json(self.doubts)
        if not doubts:
            return len(self.plan.open_questions)
        return sum(bool(doubt.choices) and doubt.answer is None for doubt in doubts)

    @property
    def plan(self) -> model.Plan:
        """The plan itself, by its own key."""
        plan = parsed(self.content)
        return plan if plan.key == self.key else replace(plan, key=self.key)


@dataclass(frozen=True, slots=True)
class Activation:
    """What an activation did, in numbers of obligations."""

    made: int
    kept: int
    dropped: int


@lru_cache(maxsize=8)
def parsed(content: str) -> model.Plan:
    """A plan file that was found good when it was imported, or that was written here: that one may be larger."""
    return read_plan(content, "plan", LARGEST, ours=True)


def import_plan(session: Session, content: str, name: str, now: datetime, actor: str) -> tuple[Kept, bool]:
    """Keep a plan file as a draft; the same file twice is kept once (False). Another file with the key of a plan
    that is there gets the next one, so that each stays readable by its own. Raises PlanFaults."""
    plan = read_plan(content, name)
    bodies.check_circles(plan.departments)
    district = districts.found(session, plan.district)
    digest = hashlib.sha256(content.encode()).hexdigest()
    same = select(Plan).where(Plan.district_id == district, Plan.digest == digest)
    if found := session.exec(same).first():
        return kept(found), False
    row = Plan(district_id=district, key=free_key(session, district, _keys(plan.key)), year=plan.year, title=plan.title,
               status=model.PlanStatus.DRAFT, digest=digest, content=content, imported_at=now)
    session.add(row)
    session.flush()
    audit.record(session, now, actor, "plan-imported", row.key, digest=digest)
    return kept(row), True


def free_key(session: Session, district: int, wanted: Iterable[str]) -> str:
    """The first of the `wanted` keys that no plan of the district has."""
    used = set(session.exec(select(Plan.key).where(Plan.district_id == district)))
    return next(key for key in wanted if key not in used)


def plan(session: Session, plan_id: int) -> Kept | None:
    """The plan with this id."""
    row = session.get(Plan, plan_id)
    return kept(row) if row else None


def called(session: Session, district: int, key: str) -> Kept | None:
    """A district's plan by its key."""
    return _last(session, select(Plan).where(Plan.district_id == district, Plan.key == key))


def plans(session: Session, district: int) -> list[Kept]:
    """Every plan of a district, the newest last."""
    return [kept(row) for row in session.exec(select(Plan).where(Plan.district_id == district).order_by(col(Plan.id)))]


def active(session: Session, district: int) -> Kept | None:
    """A district's plan in force, of the newest year; None before one has been activated."""
    newest = select(Plan).where(Plan.district_id == district,
                                Plan.status == model.PlanStatus.ACTIVE).order_by(col(Plan.year).desc())
    row = session.exec(newest).first()
    return kept(row) if row else None


def in_force(session: Session, district: int, year: int) -> Kept | None:
    """A district's plan in force of a year."""
    return _last(session, select(Plan).where(Plan.district_id == district, Plan.year == year,
                                             Plan.status == model.PlanStatus.ACTIVE))


def coming(session: Session, district: int, year: int | None = None) -> Kept | None:
    """The draft that came last, of any year or of one; not one that a newer plan in force has overtaken."""
    drafts = select(Plan).where(Plan.district_id == district, Plan.status == model.PlanStatus.DRAFT)
    newer = aliased(Plan)
    overtaken = select(newer.id).where(newer.district_id == district, newer.year == Plan.year,
                                       newer.status == model.PlanStatus.ACTIVE, col(newer.id) > col(Plan.id)).exists()
    drafts = drafts.where(~overtaken)
    return _last(session, drafts if year is None else drafts.where(Plan.year == year))


def asking_for(session: Session, district: int, number: int) -> Kept | None:
    """The plan that asks for an item, or that was the last to ask for it."""
    return _last(session, select(Plan).join(Deliverable).join(Obligation).where(
        Obligation.district_id == district, Obligation.number == number))


def used_keys(session: Session, district: int, year: int) -> tuple[str, ...]:
    """The keys of all deliverables that plans of a year have asked for, whether or not one still does."""
    return tuple(session.exec(select(Deliverable.key).where(
        Deliverable.district_id == district, Deliverable.year == year).order_by(Deliverable.key)))


def activate(session: Session, plan_id: int, calendar: WorkCalendar, zone: tzinfo, now: datetime,
             actor: str) -> Activation:
    """Write a plan's obligations, all in the caller's transaction; `now` is aware UTC, today is that of `zone`.

    What the plan before it has in common with it keeps its number, state and evidence; open items
    that the new plan no longer asks for are dropped, with a line in the log.
    """
    row = session.get_one(Plan, plan_id)
    today = now.astimezone(zone).date()
    there = _offices(session, row, parsed(row.content), today, now, actor)
    # A plan of a past year asks whom it asked then; what is open moves on from there, with a line for each item.
    plan = plan_in_office(parsed(row.content), there.bodies, min(today, date(row.year, 12, 31)))
    seen = max(plan.in_force, morning.first_seen(session, row.district_id, today))
    wanted = obliging.write(session, row, plan, there, calendar, zone, seen)
    dropped = obliging.drop_the_rest(session, row, wanted)
    _supersede(session, row)
    succession.carry_out(session, row.district_id, today, now)
    row.status, row.activated_at = model.PlanStatus.ACTIVE, now
    ledger.note_calendar(session, row.district_id, calendar.version)
    # Not those of a past year's bodies that have one successor, which asks for each of them only once.
    made = sum(new and session.get_one(Obligation, one).state != State.DROPPED for one, new in wanted.items())
    result = Activation(made, len(wanted) - sum(wanted.values()), len(dropped))
    audit.record(session, now, actor, "plan-activated", row.key, digest=row.digest, made=made,
                 kept=result.kept, dropped=dropped)
    return result


def _supersede(session: Session, row: Plan) -> None:
    others = select(Plan).where(Plan.district_id == row.district_id, Plan.year == row.year, Plan.id != row.id,
                                Plan.status == model.PlanStatus.ACTIVE)
    for other in session.exec(others):
        other.status = model.PlanStatus.SUPERSEDED


def _offices(session: Session, row: Plan, plan: model.Plan, today: date, now: datetime, actor: str) -> Offices:
    active_before = select(Plan).where(Plan.district_id == row.district_id, Plan.year <= row.year,
                                       Plan.status == model.PlanStatus.ACTIVE).order_by(col(Plan.year).desc())
    replaced = session.exec(active_before).first()
    before = parsed(replaced.content).departments if replaced else ()
    return offices(session, row.district_id, plan, before, today, now, actor)


def kept(row: Plan) -> Kept:
    """A row of the log as a value."""
    return Kept(_id(row), row.district_id, row.key, model.PlanStatus(row.status), row.content, row.document_id,
                row.answers, row.before_id, row.imported_at, row.known, row.carried, row.doubts)


def _last(session: Session, wanted: SelectOfScalar[Plan]) -> Kept | None:
    row = session.exec(wanted.order_by(col(Plan.id).desc())).first()
    return kept(row) if row else None


def _keys(key: str) -> Iterator[str]:
    yield key
    yield from (f"{key}-{number}" for number in count(2))


def _id(row: Plan) -> int:
    if row.id is None:
        raise RuntimeError("a row that was never flushed has no id")
    return row.id
