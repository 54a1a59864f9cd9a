"""One body takes over from another: recorded beforehand, carried out when the day has come, with a line for each step.

Open items and liaisons move; what is closed, exempt or dropped keeps the old name. Who is told is `handlers`' part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, text, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from obligations.errors import Refusal
from obligations.item import MOVING, State
from obligations.plan import Succession
from obligations.succession import Bodies, heirs, takeover
from storage import audit, bodies
from storage.tables import Department, Obligation, Post, in_states, table_of

ACTOR = "succession"
_B, _O, _P = table_of(Department), table_of(Obligation), table_of(Post)
_HEIR, _THEIRS = _B.alias("heir"), _P.alias("theirs")


@dataclass(frozen=True, slots=True)
class Takeover:
    """`new` has been in the place of `old` since the local date `since`; `id` is the old one's."""

    id: int
    old: str
    new: str
    since: date


def succeed(session: Session, district: int, old: str, heir: Succession, today: date, now: datetime,
            actor: str) -> bool:
    """Record that `heir.name` takes over from the department `old` on `heir.start`; False when that is known.

    Raises Refusal once another succession of `old` has taken effect, and for a circle.
    """
    known = bodies.rows(session, district)
    row = known[old]
    before = bodies.value(row).successor
    if before == heir:
        return False
    if before and before.start <= today:
        raise Refusal("succession-done", old=old, new=before.name, day=before.start.isoformat())
    row.successor, row.successor_from, row.told_on = heir.name, heir.start, None
    bodies.check_circles(map(bodies.value, known.values()))
    session.flush()
    audit.record(session, now, actor, "succession-recorded", old, to=heir.name, since=heir.start.isoformat(),
                 instead_of=f"{before.name} {before.start}" if before else None)
    return True


def is_due(session: Session, district: int, today: date) -> bool:
    """Whether anything is left to be moved; quick, for it is asked at every tick."""
    gone = (_B.c.district_id == district, _B.c.successor_from <= today)
    heir = core_select(_HEIR.c.id).where(_HEIR.c.district_id == district, _HEIR.c.name == _B.c.successor)
    posted = core_select(_THEIRS.c.person_id).where(_THEIRS.c.person_id == _P.c.person_id,
                                                    _THEIRS.c.department_id.in_(heir.scalar_subquery()))
    # Literal states, so that the index of a department's items serves.
    items = text(in_states(MOVING, "obligation"))
    asked = (core_select(_B.c.id).where(*gone, ~exists(heir)),
             core_select(_B.c.id).join(_O, _O.c.department_id == _B.c.id).where(*gone, items),
             core_select(_B.c.id).join(_P, _P.c.department_id == _B.c.id).where(*gone, ~exists(posted)))
    return any(session.connection().execute(one.limit(1)).first() for one in asked)


def carry_out(session: Session, district: int, today: date, now: datetime) -> list[int]:
    """Move whatever still stands with bodies out of office on the local date `today`; the numbers of the items.

    What is moved already stays as it is, so it may be asked any time.
    """
    if not is_due(session, district, today):
        return []
    known = bodies.rows(session, district)
    values = {name: bodies.value(row) for name, row in known.items()}
    listed, moved = set(known), list[int]()
    for old in [row for row in known.values() if row.successor_from and row.successor_from <= today]:
        line = _line(session, old, values, known, today, now)
        for one in line:
            _appoint(session, old, one, now)
            if one.name not in listed:
                one.liaisons = list(dict.fromkeys((*one.liaisons, *old.liaisons)))
        step = _takeover(old, values, today)
        moved += [_move(session, item, step, line[-1], now) for item in _moving(session, old)]
    session.flush()
    return moved


def untold(session: Session, district: int, today: date) -> list[Takeover]:
    """The successions in effect that nobody has been told of yet."""
    values = {body.name: body for body in bodies.bodies(session, district)}
    rows = session.exec(select(Department).where(
        Department.district_id == district, col(Department.successor_from) <= today, col(Department.told_on).is_(None)))
    return [_takeover(row, values, today) for row in rows]


def note_told(session: Session, takeovers: Sequence[Takeover], today: date) -> None:
    """Everybody concerned has been told of these."""
    session.execute(update(_B).where(_B.c.id.in_([one.id for one in takeovers])).values(told_on=today))


def _takeover(old: Department, values: Bodies, today: date) -> Takeover:
    step = takeover(old.name, values, today)
    if step is None:
        raise RuntimeError("a body in office has no successor")
    return Takeover(old.id or 0, old.name, step.name, step.start)


def _line(session: Session, old: Department, values: Bodies, known: dict[str, Department], today: date,
          now: datetime) -> list[Department]:
    """Those who took over one after the other, the last one in office; whoever is new is founded."""
    line = []
    for name in heirs(old.name, values, today):
        if name not in known:
            known[name] = bodies.founded(session, old.district_id, name, now, ACTOR)
        line.append(known[name])
    return line


def _appoint(session: Session, old: Department, heir: Department, now: datetime) -> None:
    """The old body's liaisons answer for the new one too; they keep the old post, and so see its history."""
    for (person,) in session.execute(core_select(_P.c.person_id).where(_P.c.department_id == old.id)).all():
        if session.get(Post, (person, heir.id)) is None:
            session.add(Post(person_id=person, department_id=heir.id or 0))
            audit.record(session, now, ACTOR, "appointed", f"person:{person}", department=heir.name,
                         instead_of=old.name)


def _moving(session: Session, old: Department) -> Iterator[Obligation]:
    yield from session.exec(select(Obligation).where(
        Obligation.department_id == old.id, col(Obligation.state).in_(MOVING)).order_by(col(Obligation.number))).all()


def _move(session: Session, item: Obligation, step: Takeover, heir: Department, now: datetime) -> int:
    """Number, dates and evidence stay. Where the new body has the same item already, this one is dropped."""
    same = session.exec(select(Obligation).where(
        Obligation.deliverable_id == item.deliverable_id, Obligation.department_id == heir.id,
        Obligation.period == item.period)).first()
    details: dict[str, object] = {"from": step.old, "to": heir.name, "since": str(step.since)}
    if same is None:
        item.department_id = heir.id or 0
    else:
        details |= {"same_as": f"#{same.number}", "taken_up": _take_up(same, item)}
        item.state = State.DROPPED
    item.version += 1
    session.flush()
    audit.record(session, now, ACTOR, "moved" if same is None else "dropped", f"#{item.number}", **details)
    return item.number


def _take_up(same: Obligation, item: Obligation) -> bool:
    """Whether `same` was dropped once, and so is asked for again in the place of the other: nothing due is lost."""
    dropped = same.state == State.DROPPED
    if dropped:
        for name in ("state", "step", "event_id", "due", "act_by", "overdue_after", "due_at", "provisional",
                     "opened_on", "explanation"):
            setattr(same, name, getattr(item, name))
        same.version += 1
    return dropped
