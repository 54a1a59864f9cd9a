"""Which department belongs to which group from when to when, and what a new list of departments changes about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from sqlmodel import Session, col, select

from obligations.directory import Stay
from obligations.plan import Group
from obligations.plan import Membership as Member
from storage.tables import Department, Membership

Span = tuple[date, date | None]
"""First and last day; None: still a member."""


def groups(session: Session, district: int) -> tuple[Group, ...]:
    """The groups that the list of departments gave, each with its members in the departments' order."""
    found = session.exec(select(Membership, Department).where(
        Membership.district_id == district, col(Membership.department_id) == col(Department.id))
        .order_by(col(Membership.name), col(Department.id), col(Membership.first)))
    return tuple(Group(name, tuple(Member(body.name, row.first, row.last) for row, body in members))
                 for name, members in groupby(found, key=lambda pair: pair[0].name))


def adopt(session: Session, group: Group, bodies: Mapping[str, Department]) -> None:
    """Make the members of a group that no list has spoken of those of the list; `bodies` by their names."""
    members = ((bodies[member.department], member) for member in group.members if member.department in bodies)
    session.add_all(Membership(district_id=body.district_id, name=group.name, department_id=body.id or 0,
                               first=member.start, last=member.end) for body, member in members)
    session.flush()


def take_over(session: Session, department: Department, stays: Sequence[Stay], today: date) -> bool:
    """Make a department's memberships those of the list; whether any changed.

    Where the list gives no day, a membership lasts as it is, a new one begins on `today`, and one that is not in the
    list any more ended the day before. Raises ValueError for stays in one group that overlap, or that end
    unbegun.
    """
    have = session.exec(select(Membership).where(Membership.department_id == department.id)).all()
    spans = {(row.name, row.first, row.last) for row in have}
    wanted = {(name, *span) for name in {row.name for row in have} | {stay.group for stay in stays}
              for span in _spans([stay for stay in stays if stay.group == name],
                                 sorted((row.first, row.last) for row in have if row.name == name), today)}
    for row in have:
        if (row.name, row.first, row.last) not in wanted:
            session.delete(row)
    session.flush()
    session.add_all(Membership(district_id=department.district_id, name=name, department_id=department.id or 0,
                               first=first, last=last) for name, first, last in wanted - spans)
    session.flush()
    return wanted != spans


def _spans(stays: Sequence[Stay], have: Sequence[Span], today: date) -> list[Span]:
    if not stays:
        yesterday = today - timedelta(days=1)
        return [(first, last if last and last < today else yesterday) for first, last in have if first < today]
    said = sorted(((stay.start or _begun(stay, have, today), stay.end) for stay in stays), key=lambda span: span[0])
    if any(last is None or last >= then for (_, last), (then, _) in pairwise(said)):
        raise ValueError("a department belongs to a group only once at a time")
    return [*_past(have, said[0][0], today), *said]


def _begun(stay: Stay, have: Iterable[Span], today: date) -> date:
    """Since when it belongs, where the list does not say."""
    lasting = [first for first, last in have if last == stay.end or last is None or last >= today]
    if not lasting and stay.end and stay.end < today:
        raise ValueError("a membership that is over needs its first day")
    return lasting[-1] if lasting else today


def _past(have: Iterable[Span], until: date, today: date) -> list[Span]:
    return [(first, last) for first, last in have if last and last < until and last < today]
