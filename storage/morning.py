"""The morning's stream: every open, dated item within reach, department by department, never all at once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, cast, func, select, text
from sqlmodel import Session

from obligations.item import REMINDED
from storage.tables import (
    QUEUED,
    SENDING,
    TROUBLED,
    Department,
    District,
    Obligation,
    Outbox,
    Person,
    Post,
    in_states,
    table_of,
)

_O, _P, _POST = table_of(Obligation), table_of(Person), table_of(Post)
_DISTRICT, _BODY, _OUT = table_of(District), table_of(Department), table_of(Outbox)
# In the words of the partial covering index `obligation_morning`, which then serves the scan in its own order.
_REMINDED = text(f"{in_states(REMINDED, 'obligation')} AND obligation.act_by IS NOT NULL")

# As text: a million rows share a few hundred dates, so making a date of each is left to who needs it.
_DAYS = [cast(column, Text) for column in (_O.c.act_by, _O.c.overdue_after, _O.c.opened_on)]

Row = tuple[int, int, str, str | None, str]
"""department, number, act-by, overdue after, opened on; the days in ISO form"""


class Recipient(NamedTuple):
    """Somebody who answers for a department."""

    department: int
    person: int
    channel: str
    chat: str


def desks(session: Session, district: int, until: date) -> Iterator[tuple[int, list[Row]]]:
    """Each department with its open items whose act-by day is `until` or before, in departments' order."""
    scan = (select(_O.c.department_id, _O.c.number, *_DAYS)
            .where(_O.c.district_id == district, _REMINDED, _O.c.act_by <= until)
            .order_by(_O.c.department_id, _O.c.act_by))
    for department, group in groupby(_streamed(session, scan), itemgetter(0)):
        yield department, list(group)


def recipients(session: Session, district: int) -> Iterator[tuple[int, list[Recipient]]]:
    """The reachable liaisons of each department, in departments' order."""
    scan = (select(_POST.c.department_id, _P.c.id, _P.c.channel, _P.c.chat)
            .join_from(_POST, _P, _POST.c.person_id == _P.c.id)
            .where(_P.c.district_id == district, _P.c.active, _P.c.trouble == "")
            .order_by(_POST.c.department_id, _P.c.id))
    for department, group in groupby(_streamed(session, scan), itemgetter(0)):
        yield department, [Recipient._make(row) for row in group]


def _streamed(session: Session, scan: Select[Any]) -> Iterator[Any]:
    """The rows, never more of them in memory than one block; block by block is faster than row by row."""
    found = session.connection().execution_options(yield_per=2000).execute(scan)
    return chain.from_iterable(found.partitions())


def owed(session: Session, district: int, since: datetime) -> dict[int, list[int]]:
    """By person of a district, the items of digests planned from `since` on (aware UTC) that did not surely arrive:
    nobody has heard of them, whatever mark they stood at."""
    found: dict[int, list[int]] = {}
    for state in (QUEUED, SENDING, TROUBLED):
        rows = select(_OUT.c.person_id, _OUT.c["items"]).join_from(_OUT, _P, _OUT.c.person_id == _P.c.id).where(
            state, _OUT.c.kind == "digest", _OUT.c.created_at >= since, _P.c.district_id == district)
        for person, items in session.execute(rows):
            found.setdefault(person, []).extend(int(number) for number in items.split(",") if number)
    return found


def of_several_departments(session: Session, district: int) -> set[int]:
    """The people of a district who answer for more than one department."""
    many = (select(_POST.c.person_id).join_from(_POST, _P, _POST.c.person_id == _P.c.id)
            .where(_P.c.district_id == district).group_by(_POST.c.person_id).having(func.count() > 1))
    return set(session.execute(many).scalars())


def unreached(session: Session, district: int, until: date) -> list[str]:
    """The departments with something to act on by `until` and nobody who can be told."""
    reachable = (select(_POST.c.department_id).join_from(_POST, _P, _POST.c.person_id == _P.c.id)
                 .where(_P.c.active, _P.c.trouble == ""))
    alone = (select(_BODY.c.name).join_from(_O, _BODY, _O.c.department_id == _BODY.c.id)
             .where(_O.c.district_id == district, _REMINDED, _O.c.act_by <= until,
                    _O.c.department_id.not_in(reachable)).distinct().order_by(_BODY.c.name))
    return list(session.execute(alone).scalars())


def districts(session: Session) -> list[int]:
    """Every district of this installation."""
    return list(session.execute(select(_DISTRICT.c.id)).scalars())


def told_on(session: Session, district: int, today: date) -> date | None:
    """The day (a local date) of the last finished round; None: there was none yet. One that lies after `today`
    was held by a clock that was ahead, and counts as none: else nobody would hear anything until then."""
    told = session.get_one(District, district).told_on
    return None if told is not None and told > today else told


def told_ahead(session: Session, district: int, today: date) -> date | None:
    """The day after `today` for which a round was held, by a clock that was ahead; None: it never was."""
    told = session.get_one(District, district).told_on
    return told if told is not None and told > today else None


def first_seen(session: Session, district: int, today: date) -> date:
    """The day whose morning round is the first to see what is written now: today's may be over already."""
    told = told_on(session, district, today)
    return today + timedelta(days=1) if told is not None and told >= today else today


def note_told(session: Session, district: int, today: date, now: datetime) -> None:
    """The round of `today` is finished: everything it had to plan is in the outbox."""
    row = session.get_one(District, district)
    row.told_on, row.told_at = today, now


def last_contact(session: Session, district: int) -> datetime | None:
    """When the messenger last answered (aware UTC); None: never."""
    return session.get_one(District, district).contact_at


def note_contact(session: Session, district: int, now: datetime) -> None:
    """The messenger answered at `now` (aware UTC)."""
    session.get_one(District, district).contact_at = now
