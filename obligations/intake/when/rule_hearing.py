"""Sorts what one place of a row says about time: days, periods, rhythms, mere hints; odd words are asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from obligations.intake.inquiry import Choice
from obligations.intake.source import Quote, SourceRow
from obligations.intake.when.rule_doubts import ALL_KEPT, UNDATED, About, Asking, by
from obligations.intake.when.rule_steps import Dated, item_at, items_in, titles
from obligations.intake.when.time_words import (
    AllYear,
    Awaits,
    Check,
    Day,
    Meaning,
    Rhythm,
    Time,
    Unreadable,
    Vague,
    Window,
    Within,
    squeezed,
)
from obligations.plan import ByDate, TimeRule, Unit

_LIKE_A_TIME = re.compile("(?<![0-9])[0-9一二三四五六七八九十]{1,3}[月日号周]")
_INCLUDED = re.compile("含[^，；）)]{0,20}")     # 12月31日前（含12月31日）


@dataclass(slots=True)
class Heard:
    """What one place says. `settled` are answers about unreadable words that gave no day."""

    quote: Quote
    times: tuple[Time, ...] = ()
    days: list[Dated] = field(default_factory=list)
    periods: list[tuple[Within, Time]] = field(default_factory=list)
    rhythms: list[tuple[Rhythm, Time]] = field(default_factory=list)
    settled: list[TimeRule] = field(default_factory=list)
    all_year: list[Time] = field(default_factory=list)
    vague: list[tuple[Vague, Time]] = field(default_factory=list)
    awaits: list[tuple[Awaits, Time]] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    @property
    def explicit(self) -> bool:
        """Whether it says when: a day, a period or a rhythm."""
        return bool(self.days or self.periods or self.rhythms)

    @property
    def understood(self) -> bool:
        """Whether any of its words is about time."""
        return bool(self.times)

    @property
    def left_over(self) -> str:
        """Words like a time that none of its times covers: 每月㈠15日 is understood only as 每月."""
        rest = list(self.quote.text)
        for time in self.times:
            rest[time.start:time.end] = " " * (time.end - time.start)
        found = _LIKE_A_TIME.search(_INCLUDED.sub("", "".join(rest))) if self.times else None
        return found[0] if found else ""

    def words(self, time: Time) -> Quote:
        """The words of one time as a quotation."""
        return Quote(time.words, self.quote.place, self.quote.origin)


def hear(quote: Quote, times: Iterable[Time], year: int, asking: Asking, about: About) -> Heard:
    """What `times`, found in `quote`, say; unreadable words and other years are asked."""
    found = tuple(times)
    heard = Heard(quote, found)
    for time in found:
        heard.days.extend(Dated(day, time) for day in _days(heard, time, year, asking, about))
        _note(heard, time, time.meaning)
    if heard.days:
        titled = titles(quote.text, found)
        heard.days = [replace(one, title=titled[one.time]) for one in heard.days]
    return heard


def _note(heard: Heard, time: Time, meaning: Meaning) -> None:
    match meaning:
        case Within():
            heard.periods.append((meaning, time))
        case Rhythm():
            heard.rhythms.append((meaning, time))
        case Vague():
            heard.vague.append((meaning, time))
        case Awaits():
            heard.awaits.append((meaning, time))
        case Check():
            heard.checks.append(meaning)
        case AllYear():
            heard.all_year.append(time)
        case Window() if _is_whole_year(meaning):
            heard.all_year.append(time)


def _days(heard: Heard, time: Time, year: int, asking: Asking, about: About) -> tuple[date, ...]:
    match time.meaning:
        case Day(day):
            choices = _years(day, year)
        case Window(_, end) if not _is_whole_year(time.meaning):
            day, choices = end, _years(end, year)
        case Unreadable(readings):
            near = [reading for reading in readings if reading.year >= year]
            kept = (ALL_KEPT,) if len(near) > 1 else ()
            return _taken(heard, asking.rule("unreadable-date", heard.words(time), (*kept, *by(near), *UNDATED), about))
        case _:
            return ()
    if not choices:
        return (day,)
    return _taken(heard, asking.rule("other-year", heard.words(time), choices, about))


def _is_whole_year(window: Window) -> bool:
    """2018 年 1 月至 12 月 says no more than 全年."""
    return (window.start.month, window.start.day, window.end.month, window.end.day) == (1, 1, 12, 31)


def _years(day: date, year: int) -> tuple[Choice, ...]:
    """What to ask about a day of another year: most often it is left over from an older table. The next year is
    right for a year report."""
    if day.year in (year, year + 1):
        return ()
    moved = day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
    return (*by((day, moved)), *UNDATED)


def _taken(heard: Heard, rule: TimeRule) -> tuple[date, ...]:
    if isinstance(rule, ByDate):
        return rule.dates
    heard.settled.append(rule)
    return ()


def periods_of(places: Sequence[Heard]) -> list[tuple[Within, Time, Heard]]:
    """The different periods of a row. The same amount in two places is one period: 会议结束后5日内 beside 5日内."""
    found: dict[tuple[int, Unit, str], tuple[Within, Time, Heard]] = {}
    for heard in places:
        before = {key[:2]: key for key in found}
        for one, time in heard.periods:
            same = before.get((one.amount, one.unit))
            if same is None:
                found.setdefault((one.amount, one.unit, squeezed(one.event)), (one, time, heard))
            elif one.event and not found[same][0].event:
                found[same] = (one, time, heard)
    return list(found.values())


def rhythms_of(places: Sequence[Heard]) -> list[tuple[Rhythm, Time, Heard]]:
    """The different rhythms of a row. 按月 beside 每月5日前 says nothing of its own."""
    found = {one: (one, time, heard) for heard in places for one, time in heard.rhythms}
    with_day = {one.every for one in found if one.day}
    return [said for one, said in found.items() if one.day or one.every not in with_day]


def in_content(part: Quote, row: SourceRow, times: Iterable[Time]) -> tuple[Time, ...]:
    """Those of `times` in the content cell that are about `part`: of numbered items those with its number; what has
    a number that the requirement lacks goes to the first part, so that nothing is lost."""
    asks, content = row.asks.text, row.content.text
    if squeezed(part.text) == squeezed(asks):
        return tuple(times)
    start = max(0, asks.find(part.text))
    own, known = item_at(asks, start + len(part.text.rstrip()) - 1), items_in(asks)
    return tuple(time for time in times
                 if (item := item_at(content, time.start)) == own or (start == 0 and item not in known))
