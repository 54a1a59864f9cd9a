"""People: who speaks for which department, how they came in, and how they leave."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, delete, select, update

from obligations.errors import Refusal
from obligations.wording import one_line
from storage import audit, succession
from storage.tables import Department, District, Invite, Pending, Person, Post

INVITE_HOURS = 72
INVITE_BYTES = 16  # 128 bit


class Position(StrEnum):
    """The roles. An admin is an office member who may also manage people."""

    LIAISON = "liaison"
    OFFICE = "office"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Member:
    """An enrolled person. `departments` are canonical names, empty for the office."""

    id: int
    district: int
    channel: str
    chat: str
    name: str
    position: Position
    departments: tuple[str, ...]
    locale: str
    trouble: str = ""

    @property
    def is_office(self) -> bool:
        """Whether this person sees and asks for everything."""
        return self.position is not Position.LIAISON

    @property
    def actor(self) -> str:
        """How the log names this person."""
        return f"person:{self.id}"


def by_account(session: Session, channel: str, account: str) -> Member | None:
    """The enrolled person behind a messenger's account; None: a stranger, or one who has left."""
    row = session.exec(select(Person).where(
        Person.channel == channel, Person.account == account, col(Person.active))).first()
    return _member(session, row) if row else None


def member(session: Session, person: int) -> Member | None:
    """The enrolled person with this id."""
    row = session.get(Person, person)
    return _member(session, row) if row and row.active else None


def everyone(session: Session, district: int) -> list[Member]:
    """All enrolled people, the office first, then in the order of departments."""
    rows = session.exec(select(Person).where(Person.district_id == district, col(Person.active)).order_by(
        col(Person.id)))
    return sorted((_member(session, row) for row in rows), key=lambda m: (not m.is_office, m.id))


def office(session: Session, district: int) -> list[Member]:
    """Everybody of the office."""
    # Chosen in the query: the morning asks this where there may be 170,000 liaisons.
    rows = session.exec(select(Person).where(Person.district_id == district, col(Person.active),
                                             Person.role != Position.LIAISON).order_by(col(Person.id)))
    return [_member(session, row) for row in rows]


def liaisons(session: Session, district: int, department: str) -> list[Member]:
    """Those who answer for a department."""
    rows = session.exec(
        select(Person).join(Post).join(Department).where(
            Department.district_id == district, Department.name == department, col(Person.active))
        .order_by(col(Person.id)))
    return [_member(session, row) for row in rows]


def invite(session: Session, district: int, position: Position, department: str | None, today: date, now: datetime,
           actor: str) -> tuple[str, datetime]:
    """A one-time code and the moment (aware UTC) it expires; the code itself is kept nowhere. `today`: the local
    date by which successions have taken effect."""
    succession.carry_out(session, district, today, now)
    code = secrets.token_urlsafe(INVITE_BYTES)
    expires = now + timedelta(hours=INVITE_HOURS)
    session.add(Invite(
        district_id=district, code_hash=_hash(code), role=position, created_by=actor, created_at=now,
        department_id=_department(session, district, department) if department else None, expires_at=expires))
    audit.record(session, now, actor, "invited", position, department=department)
    return code, expires


def enrol(session: Session, code: str, channel: str, account: str, chat: str, name: str, locale: str,
          today: date, now: datetime) -> Member:
    """Let somebody in by a code, which is used up. Raises Refusal for one unknown, used or expired.

    A person who is in already gets the further department of the code, but no other role: who only looks
    whether a link works keeps their own, and the code stays good.
    """
    row = session.exec(select(Invite).where(Invite.code_hash == _hash(code.strip()))).first()
    if row is None:
        raise Refusal("invite-unknown")
    if row.used_at is not None:
        raise Refusal("invite-used")
    if row.expires_at <= now:
        raise Refusal("invite-expired", hours=INVITE_HOURS)
    person = _enter(session, row, channel, account, now)
    person.chat, person.name, person.locale = chat, one_line(name)[:80] or account, locale
    person.role, person.active, person.trouble = row.role, True, ""
    session.flush()
    row.used_at, row.used_by = now, person.id
    _appoint(session, person, row)
    succession.carry_out(session, row.district_id, today, now)    # an invitation for the old body leads on too
    audit.record(session, now, f"person:{person.id}", "joined", row.role, department=row.department_id)
    return _member(session, person)


def leave(session: Session, who: Member, now: datetime) -> None:
    """Let a person go: nothing is sent any more, what they said stays."""
    person = session.get_one(Person, who.id)
    person.active = False
    _clear_posts(session, who.id)
    audit.record(session, now, who.actor, "left", who.position, departments=list(who.departments))


def bot_name(session: Session, district: int) -> str:
    """What the bot is called on the messenger, for links to it; empty before it first ran there."""
    return session.get_one(District, district).bot_name


def note_bot_name(session: Session, name: str) -> None:
    """Remember the bot's name for every district of this installation."""
    session.execute(update(District).values(bot_name=name))


def note_trouble(session: Session, person: int, trouble: str) -> None:
    """Remember that a person cannot be reached (why), or that they can again (empty)."""
    row = session.get(Person, person)
    if row and row.trouble != trouble:
        row.trouble = trouble[:200]


def _enter(session: Session, row: Invite, channel: str, account: str, now: datetime) -> Person:
    known = session.exec(select(Person).where(Person.channel == channel, Person.account == account)).first()
    if known and known.active and known.role != row.role:
        raise Refusal("invite-other-role")
    person = known or Person(district_id=row.district_id, channel=channel, account=account, chat="", name="",
                             role=row.role, joined_at=now)
    session.add(person)
    session.flush()
    return person


def _appoint(session: Session, person: Person, row: Invite) -> None:
    post = Post(person_id=person.id or 0, department_id=row.department_id or 0)
    if row.department_id and not session.get(Post, (post.person_id, post.department_id)):
        session.add(post)
    session.flush()


def _clear_posts(session: Session, person: int | None) -> None:
    session.execute(delete(Post).where(col(Post.person_id) == person))
    session.execute(delete(Pending).where(col(Pending.person_id) == person))


def _member(session: Session, row: Person) -> Member:
    names = session.exec(select(Department.name).join(Post).where(Post.person_id == row.id).order_by(
        col(Department.id)))
    return Member(row.id or 0, row.district_id, row.channel, row.chat, row.name, Position(row.role),
                  tuple(names), row.locale, row.trouble)


def _department(session: Session, district: int, name: str) -> int:
    found = session.exec(select(Department.id).where(
        Department.district_id == district, Department.name == name)).first()
    if found is None:
        raise Refusal("department-unknown", name=name[:40], suggestions="")
    return found


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
