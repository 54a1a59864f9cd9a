"""Reads dated clauses as steps (7月底前完成…，8月底前报送…), and tells which item of a text a place is in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from obligations.intake.when.time_words import Time, squeezed
from obligations.plan import Milestone, Milestones
from obligations.planfile_row import printable

LONGEST_TITLE = 30
SHORTEST_TITLE = 4      # characters below which the words behind a time are a mere verb
# 2.9月底前 is item 2, 1.5小时 is none.
_ITEM = re.compile(r"(?:^|(?<=[\n。；;]))[ \t\u3000]*"
                   r"(?:([0-9]{1,2})(?:[.．](?![0-9]{1,4}[^0-9月年])|、)|[（(]([0-9]{1,2})[）)])")
_BEFORE = re.compile(r"([^，,。；;：:\n（）()]{2,30}?)(?:应当?|须|要|并)?[在于]?\s*$")
_BODY = re.compile("(?:[局办委处科站院校室区县市乡镇村]|部门|单位|街道|政府|中心|机关|机构)[在于]?$")
_ASKS = re.compile("公[开布示]|发布|更新|完成|[报送交印]|编制|制定")
_ENDS = ("", *"，,。；;\n")
_TITLE = re.compile(r"[\s，,：:、]*([^，,。；;\n]{2,200})")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that stands in a text, with its words and what it is the date of ("" where that is unclear)."""

    day: date
    time: Time
    title: str = ""


def titles(text: str, times: Sequence[Time]) -> dict[Time, str]:
    """What each time is the date of: the words behind it, up to the end of its clause or the next time, or those before
    it where they say more (预算公开在2月底前, 年度计划于一季度公布)."""
    edges = [0, *(time.end for time in times)], [*(time.start for time in times), len(text)][1:]
    return {time: _title(text, time, low, high) for time, low, high in zip(times, *edges, strict=False)}


def _title(text: str, time: Time, low: int, high: int) -> str:
    ends = text[time.end:time.end + 1] in _ENDS
    behind, before = _TITLE.match(text, time.end, high), _BEFORE.search(text, low, time.start)
    # 预算于2月底前，决算于9月底前公布: what reaches up to the next time is the next one's.
    own = behind[1] if behind and not (ends and behind.end() == high < len(text)) else ""
    own, first = _unless_body(own), _unless_body(before[1] if before else "")
    if ends and first and (not own or _ASKS.search(first)):
        own = first
    elif len(own) < SHORTEST_TITLE:
        own = first + own
    return printable(own if "（" in own or "(" in own else own.rstrip("）)"))[:LONGEST_TITLE]


def _unless_body(words: str) -> str:
    """`words`, "" where they name who has to act and not what is done."""
    return "" if _BODY.search(words) and not _ASKS.search(words) else words


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
