"""Closing an obligation: the evidence, the new state and the line in the log, in one transaction.

An item is closed here, and nowhere else. Evidence is never changed; taking a closure back adds a
withdrawal beside it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session

from obligations.item import Item, State
from storage import audit
from storage.tables import Deliverable, Department, Evidence, Obligation, Person, table_of

_E, _O, _P = table_of(Evidence), table_of(Obligation), table_of(Person)
_D, _BODY = table_of(Deliverable), table_of(Department)
# Built once: to build a statement takes longer than to carry it out, and a closing is what must be quick.
_CHANGE = (update(_O).where(_O.c.district_id == bindparam("of_district"), _O.c.number == bindparam("of_number"),
                            _O.c.version == bindparam("as_read"))
           .values({name: bindparam(name) for name in ("state", "closed_at", "version")}).returning(_O.c.id))
_KEEP = insert(_E).values({column.name: bindparam(column.name) for column in _E.c if column.name != "id"}).returning(
    _E.c.id)


class Kind(StrEnum):
    """What a reply said: here it is; nothing to publish this period; I take my closure back."""

    PUBLISHED = "published"
    NOTHING = "nothing"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Statement:
    """One piece of evidence. `source` is the natural key of the update it came with; `at` aware UTC."""

    person: int
    actor: str
    kind: Kind
    links: tuple[str, ...]
    words: str
    source: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """A piece of evidence as it stands in the log, by whom it was given."""

    id: int
    kind: Kind
    links: tuple[str, ...]
    words: str
    person: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closure:
    """An item closed by a reply, for the office's digest."""

    number: int
    department: str
    title: str
    links: tuple[str, ...]
    kind: Kind


def close(session: Session, district: int, item: Item, statement: Statement) -> bool:
    """Close one item; False when somebody else changed it since it was read, and then nothing is done."""
    obligation = _change(session, district, item, State.CLOSED, statement.at)
    if obligation is None:
        return False
    _record(session, obligation, item, statement, "closed", None)
    return True


def withdraw(session: Session, district: int, item: Item, statement: Statement) -> bool:
    """Take back a closure: the item is open again and its evidence stays, with a withdrawal beside it."""
    last = _standing_evidence(session, district, item.number)
    obligation = _change(session, district, item, State.OPEN, None)
    if obligation is None or last is None:
        return False
    _record(session, obligation, item, statement, "reopened", last)
    return True


def last_closed_by(session: Session, district: int, person: int) -> int | None:
    """The number of the item that this person closed last and that is still closed by it."""
    later = _E.alias()
    taken_back = select(later.c.id).where(later.c.withdraws == _E.c.id).exists()
    own = (select(_O.c.number).join_from(_E, _O, _E.c.obligation_id == _O.c.id)
           .where(_E.c.person_id == person, _E.c.kind != Kind.WITHDRAWN, ~taken_back,
                  _O.c.state == State.CLOSED, _O.c.district_id == district)
           .order_by(_E.c.id.desc()).limit(1))
    return session.execute(own).scalar()


def closed_by(session: Session, district: int, number: int) -> int | None:
    """The person whose evidence closes this item now."""
    standing = _standing_evidence(session, district, number)
    return session.execute(select(_E.c.person_id).where(_E.c.id == standing)).scalar() if standing else None


def history(session: Session, district: int, number: int) -> list[Record]:
    """Everything that was said of an item, oldest first."""
    rows = session.execute(
        select(_E.c.id, _E.c.kind, _E.c.links, _E.c.words, _E.c.person_id, _P.c.name, _E.c.received_at)
        .join_from(_E, _O, _E.c.obligation_id == _O.c.id).join(_P, _E.c.person_id == _P.c.id)
        .where(_O.c.district_id == district, _O.c.number == number).order_by(_E.c.id))
    return [Record(id_, Kind(kind), tuple(links), words, person, name, at)
            for id_, kind, links, words, person, name, at in rows]


def newest(session: Session, district: int, until: datetime | None = None) -> int:
    """The id of a district's last evidence, or of the last that was received by `until` (aware UTC); 0: none."""
    last = (select(_E.c.id).join_from(_E, _O, _E.c.obligation_id == _O.c.id).where(_O.c.district_id == district)
            .order_by(_E.c.id.desc()).limit(1))
    return session.execute(last if until is None else last.where(_E.c.received_at <= until)).scalar() or 0


def closed_since(session: Session, district: int, mark: int) -> list[Closure]:
    """What was closed by evidence later than `mark` and still is, with that evidence."""
    rows = session.execute(
        select(_O.c.number, _BODY.c.name, _D.c.title, _E.c.links, _E.c.kind)
        .join_from(_O, _E, _E.c.obligation_id == _O.c.id).join(_D, _O.c.deliverable_id == _D.c.id)
        .join(_BODY, _O.c.department_id == _BODY.c.id)
        .where(_O.c.district_id == district, _O.c.state == State.CLOSED, _E.c.id > mark,
               _E.c.received_at == _O.c.closed_at, _E.c.kind != Kind.WITHDRAWN)
        .order_by(_BODY.c.id, _O.c.number))
    return [Closure(number, body, title, tuple(links), Kind(kind)) for number, body, title, links, kind in rows]


def _change(session: Session, district: int, item: Item, state: State, closed_at: datetime | None) -> int | None:
    same = {"of_district": district, "of_number": item.number, "as_read": item.version}
    new = {"state": state, "closed_at": closed_at, "version": item.version + 1}
    changed: int | None = session.connection().execute(_CHANGE, same | new).scalar()
    return changed


def _record(session: Session, obligation: int, item: Item, said: Statement, action: str,
            withdraws: int | None) -> None:
    links = list(said.links)
    kept = {"obligation_id": obligation, "person_id": said.person, "kind": said.kind, "links": links,
            "words": said.words, "source": said.source, "withdraws": withdraws, "received_at": said.at}
    row = session.connection().execute(_KEEP, kept).scalar_one()
    audit.record(
        session, said.at, said.actor, action, f"#{item.number}", evidence=row, links=links, department=item.department,
        fingerprint=audit.fingerprint(kept))


def _standing_evidence(session: Session, district: int, number: int) -> int | None:
    """The last evidence of an item that has not been withdrawn."""
    said = session.execute(
        select(_E.c.id, _E.c.withdraws).join_from(_E, _O, _E.c.obligation_id == _O.c.id)
        .where(_O.c.district_id == district, _O.c.number == number).order_by(_E.c.id.desc())).all()
    gone = {row.withdraws for row in said}
    return next((row.id for row in said if row.withdraws is None and row.id not in gone), None)
