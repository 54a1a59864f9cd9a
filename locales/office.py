"""The office's morning is worded here: what is late, what did not arrive, what is open, what was closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from locales.days import Days
from locales.messages import LIMIT, clipped, size
from obligations.item import Item

MOST_ROWS = 15
MOST_GAPS = 3
LONGEST_LINKS = 2000   # of one reply; Fluent refuses a value above 2,500 characters
LONGEST_ROW = 90   # of a notice that failed: the messenger's own words can be long


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which nothing could be sent (aware UTC); `repeated` messages went out once more because of it."""

    began_at: datetime
    ended_at: datetime
    repeated: int


@dataclass(frozen=True, slots=True)
class Closed:
    """An item closed since the last morning."""

    number: int
    department: str
    title: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Morning:
    """What the office is told. `gaps`: when nothing could be sent; `undelivered` pairs who with why;
    `unreached` are departments."""

    late: Sequence[tuple[str, Sequence[Item]]]
    closed: Sequence[Closed]
    undelivered: Sequence[tuple[str, str]]
    unreached: Sequence[str]
    questions: int
    gaps: Sequence[Gap] = ()

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing the office needs to hear."""
        return not (self.late or self.closed or self.undelivered or self.unreached
                    or self.gaps)


def office_digest(days: Days, morning: Morning) -> str:
    """The office's digest of one day, in one message; what was closed stands last and yields to the rest."""
    texts = days.texts
    parts = [texts("office-head", day=days.day(days.today), weekday=days.weekday(days.today)),
             *_late(days, morning), *_gaps(days, morning), *_undelivered(days, morning), *_unreached(days, morning)]
    if morning.questions:
        parts += ["", texts("office-questions", count=morning.questions)]
    words = "\n".join(parts)
    return clipped("\n".join([words, *_closed(days, morning, LIMIT - size(words))]))


def _late(days: Days, morning: Morning) -> list[str]:
    texts = days.texts
    if not morning.late:
        return ["", texts("office-late-none")]
    rows = [_late_row(days, department, items) for department, items in morning.late[:MOST_ROWS]]
    if (more := len(morning.late) - MOST_ROWS) > 0:
        rows.append(texts("office-late-more", count=more))
    return ["", texts("office-late", count=sum(len(items) for _, items in morning.late)), *rows]


def _late_row(days: Days, department: str, items: Sequence[Item]) -> str:
    late = max(days.calendar.workdays_between(item.overdue_after or days.today, days.today) for item in items)
    numbers = " ".join(f"#{item.number}" for item in items[:6]) + (" …" if len(items) > 6 else "")
    return days.texts("office-late-row", department=department, count=len(items), late=late, numbers=numbers)


def _gaps(days: Days, morning: Morning) -> list[str]:
    """The longest first."""
    ordered = sorted(morning.gaps, key=lambda gap: gap.ended_at - gap.began_at, reverse=True)
    lines = [_gap(days, gap) for gap in ordered[:MOST_GAPS]]
    if (more := len(ordered) - MOST_GAPS) > 0:
        lines.append(days.texts("office-gaps-more", count=more))
    return ["", *lines] if lines else []


def _gap(days: Days, gap: Gap) -> str:
    key = "office-gap-repeated" if gap.repeated else "office-gap"
    minutes = max(1, round((gap.ended_at - gap.began_at) / timedelta(minutes=1)))
    return days.texts(key, begin=days.time(gap.began_at), minutes=minutes, count=gap.repeated)


def _undelivered(days: Days, morning: Morning) -> list[str]:
    texts = days.texts
    if not morning.undelivered:
        return []
    rows = [clipped(texts("office-undelivered-row", who=who, why=why), LONGEST_ROW)
            for who, why in morning.undelivered[:MOST_ROWS]]
    if (more := len(morning.undelivered) - MOST_ROWS) > 0:
        rows.append(texts("office-undelivered-more", count=more))
    return ["", texts("office-undelivered", count=len(morning.undelivered)), *rows]


def _unreached(days: Days, morning: Morning) -> list[str]:
    if not morning.unreached:
        return []
    names = days.texts("list-comma").join(morning.unreached[:MOST_ROWS])
    more = " …" if len(morning.unreached) > MOST_ROWS else ""
    return ["", days.texts("office-unreached", count=len(morning.unreached), departments=names + more)]


def _closed(days: Days, morning: Morning, room: int) -> list[str]:
    """As many closed items as fit into `room` UTF-16 units: a link that is cut opens nothing."""
    texts, count = days.texts, len(morning.closed)
    if not morning.closed:
        return []
    lines = ["", texts("office-closed", count=count)]
    for shown, one in enumerate(morning.closed):
        row = _closed_row(days, one)
        more = texts("office-closed-more", count=count - shown)
        if shown == MOST_ROWS or size("\n".join(["", *lines, row, more])) > room:
            return [*lines, more]
        lines.append(row)
    return lines


def _closed_row(days: Days, one: Closed) -> str:
    links = clipped(" ".join(one.links), LONGEST_LINKS) or days.texts("office-nothing")
    return days.texts("office-closed-row", number=one.number, department=one.department, title=one.title, links=links)
