"""Reads dated clauses as steps (7月底前完成…，8月底前报送…), and tells which item of a text a place is in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from obligations.intake.when.time_words import Time, squeezed
from obligations.plan import Milestone, Milestones
from obligations.planfile_row import printable

LONGEST_TITLE = 30
# 2.9月底前 is item 2, 1.5小时 is none.
_ITEM = re.compile(r"(?:^|(?<=[\n。；;]))[ \t\u3000]*"
                   r"(?:([0-9]{1,2})(?:[.．](?![0-9]{1,4}[^0-9月年])|、)|[（(]([0-9]{1,2})[）)])")
_TITLE = re.compile(r"[\s，,：:]*([^，,。；;\n]{2,200})")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that stands in a text, with its words and what it is the date of ("" where that is unclear)."""

    day: date
    time: Time
    title: str = ""


def titles(text: str, times: Sequence[Time]) -> dict[Time, str]:
    """What follows each time, up to the end of its clause or the next time."""
    edges = [*(time.start for time in times), len(text)][1:]
    found = {}
    for time, edge in zip(times, edges, strict=True):
        match = _TITLE.match(text, time.end, edge)
        found[time] = printable(match[1])[:LONGEST_TITLE] if match else ""
    return found


def steps_of(days: Sequence[Dated]) -> tuple[Dated, ...]:
    """The days as steps, earliest first; none where they are not days of different things."""
    names = {squeezed(dated.title) for dated in days}
    several = len({dated.day for dated in days}) > 1 and len(names) == len(days) and "" not in names
    return tuple(sorted(days, key=lambda dated: dated.day)) if several else ()


def each_of(days: Sequence[Dated], text: str) -> tuple[Milestone, ...]:
    """One step for each day of the same thing, called as its words are, or else as `text` begins."""
    title = next((one.title for one in days if one.title), "") or printable(text)[:LONGEST_TITLE]
    return tuple(Milestone(f"step-{n}", title, (day,)) for n, day in enumerate(sorted({one.day for one in days}), 1))


def milestones(steps: Sequence[Dated], beside: Iterable[Dated], limits: Iterable[date]) -> Milestones:
    """`steps` with the days that `beside` (another column) gives for the same things. The limit is the last of
    `limits` (the cell 时限) and of the days beside that belong to no step; None: there is neither."""
    others = tuple(beside)
    dated = sorted((sorted({step.day, *_same_thing(step, others)}), step.title) for step in steps)
    made = tuple(Milestone(f"step-{n}", title, tuple(days)) for n, (days, title) in enumerate(dated, 1))
    inside = {squeezed(step.title) for step in steps}
    late = [*limits, *(other.day for other in others if squeezed(other.title) not in inside)]
    return Milestones(made, max(late + [day for one in made for day in one.dates]) if late else None)


def _same_thing(step: Dated, others: Iterable[Dated]) -> list[date]:
    return [other.day for other in others if squeezed(other.title) == squeezed(step.title)]


def item_at(text: str, place: int) -> int:
    """The printed number of the item (1. 2. …) that `place` stands in; 0: in none."""
    number = 0
    for mark in _ITEM.finditer(text):
        if mark.start() > place:
            break
        number = int(mark[1] or mark[2])
    return number


def items_in(text: str) -> frozenset[int]:
    """The printed numbers of the items in `text`."""
    return frozenset(int(mark[1] or mark[2]) for mark in _ITEM.finditer(text))
