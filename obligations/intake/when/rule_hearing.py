"""Sorts what one place of a row says about time: days, periods, rhythms, mere hints; odd words are asked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

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

MOST_JOINED = 10        # words that a question or an answer names one after the other
LONGEST_TOGETHER = 60   # characters that one question quotes of several odd words
_BEGINS = re.compile("[0-9一二三四五六七八九十〇年第]{1,8}(?:月份?|季度|[日号])起[，,]?$")


@dataclass(slots=True)
class Heard:
    """What one place says. `odd` are words to be asked about, `settled` the answers to that which gave no day;
    `says_when` give a day, a period, a rhythm or something to wait for, whether or not they are asked."""

    quote: Quote
    times: tuple[Time, ...] = ()
    others: tuple[Time, ...] = ()       # times that are not about this part of the row
    days: list[Dated] = field(default_factory=list)
    periods: list[tuple[Within, Time]] = field(default_factory=list)
    rhythms: list[tuple[Rhythm, Time]] = field(default_factory=list)
    odd: list[Time] = field(default_factory=list)
    settled: list[TimeRule] = field(default_factory=list)
    all_year: list[Time] = field(default_factory=list)
    vague: list[tuple[Vague, Time]] = field(default_factory=list)
    awaits: list[tuple[Awaits, Time]] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    says_when: list[Time] = field(default_factory=list)

    @property
    def explicit(self) -> bool:
        """Whether it says when: a day, a period or a rhythm."""
        return bool(self.days or self.periods or self.rhythms)

    @property
    def understood(self) -> bool:
        """Whether any of its words is about time."""
        return bool(self.times or self.others)

    def words(self, time: Time) -> Quote:
        """The words of one time as a quotation."""
        return Quote(time.words, self.quote.place, self.quote.origin)

    def before(self, rhythm: Time) -> str:
        """The words right before a rhythm for when it begins (7月起每月), "" for none."""
        found = _BEGINS.search(self.quote.text, max(0, rhythm.start - LONGEST_TOGETHER), rhythm.start)
        return found[0] if found else ""

    def begins(self, rhythm: Time) -> Quote | None:
        """A rhythm with the words for when it begins; None: it has none."""
        words = self.before(rhythm)
        return Quote(words + rhythm.words, self.quote.place, self.quote.origin) if words else None

    def span(self, times: Sequence[Time]) -> Quote:
        """The words from the first of `times` to the last as a quotation; of distant ones only the first."""
        start, end = times[0].start, times[-1].end
        words = self.quote.text[start:end] if end - start <= LONGEST_TOGETHER else times[0].words
        return Quote(words, self.quote.place, self.quote.origin)


def hear(quote: Quote, times: Iterable[Time], year: int, others: frozenset[Meaning] = frozenset()) -> Heard:
    """What `times`, found in `quote`, surely say; odd words and days of other years wait to be settled. `others`: what
    other parts of the row say is theirs."""
    found = tuple(times)
    heard = Heard(quote, tuple(time for time in found if time.meaning not in others),
                  tuple(time for time in found if time.meaning in others))
    for time in heard.times:
        day = _day(time.meaning)
        if isinstance(time.meaning, Unreadable) or (day and day.year not in (year, year + 1)):
            heard.odd.append(time)
        elif day:
            heard.days.append(Dated(day, time))
        _note(heard, time, time.meaning)
        if _says_when(time.meaning):
            heard.says_when.append(time)
    return heard


def _says_when(meaning: Meaning) -> bool:
    return not (isinstance(meaning, AllYear | Vague | Check) or meaning == Unreadable() or _is_whole_year(meaning))


def settle(heard: Heard, said: Sequence[Time], year: int, asking: Asking, about: About, *, alone: bool = False) -> None:
    """Ask about the odd words of a place; `said`: all words of the row that say when. `alone`: the place holds nothing
    but times, and its words mean the same in every row that says nothing else."""
    for time in _together(heard) if heard.odd else ():
        kind, choices = _choices(time.meaning, year)
        if beside := joined(one for one in said if one is not time):
            rule = asking.beside(kind, heard.words(time), choices, beside, about)
        else:
            everywhere = About(about.row, everywhere=True) if alone else about
            rule = asking.rule(kind, heard.words(time), choices, everywhere)
        offered = {choice.value for choice in choices}
        if isinstance(rule, ByDate) and all(day.isoformat() in offered for day in rule.dates):
            heard.days.extend(Dated(day, time) for day in rule.dates)
        elif rule:
            heard.settled.append(rule)      # what was typed goes before all that the row says
    if heard.days and len(heard.days[0].time.words) < len(heard.quote.text):
        titled = titles(heard.quote.text, heard.times)
        heard.days = sorted((replace(one, title=titled.get(one.time, "")) for one in heard.days), key=_place)


def joined(times: Iterable[Time]) -> str:
    """The words of the first of several times, each once."""
    return "、".join(dict.fromkeys(squeezed(time.words) for time in islice(times, MOST_JOINED)))


def _together(heard: Heard) -> list[Time]:
    """The odd words, those that name no day as one: there is one answer for them."""
    unread = [time for time in heard.odd if time.meaning == Unreadable()]
    if len(unread) < 2 or unread[-1].end - unread[0].start > LONGEST_TOGETHER:
        return list({squeezed(time.words): time for time in reversed(heard.odd)}.values())[::-1]
    words = heard.span(unread).text
    return [Time(words, unread[0].start, unread[-1].end, Unreadable()),
            *(time for time in heard.odd if time not in unread)]


def _place(dated: Dated) -> int:
    return dated.time.start


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


def _day(meaning: Meaning) -> date | None:
    """The day by which something is due, whatever its year."""
    if isinstance(meaning, Window):
        return None if _is_whole_year(meaning) else meaning.end
    return meaning.date if isinstance(meaning, Day) else None


def _choices(meaning: Meaning, year: int) -> tuple[str, tuple[Choice, ...]]:
    """How to ask what odd words stand for."""
    if isinstance(meaning, Unreadable):
        near = [reading for reading in meaning.readings if reading.year >= year]
        return "unreadable-date", (*((ALL_KEPT,) if len(near) > 1 else ()), *by(near), *UNDATED)
    day = _day(meaning)
    return "other-year", _years(day, year) if day else UNDATED


def _is_whole_year(window: Meaning) -> bool:
    """2018 年 1 月至 12 月 says no more than 全年."""
    return isinstance(window, Window) and all(
        (day.month, day.day) == edge for day, edge in ((window.start, (1, 1)), (window.end, (12, 31))))


def _years(day: date, year: int) -> tuple[Choice, ...]:
    """What to ask about a day of another year: most often it is left over from an older table. The next year is
    right for a year report, and not asked about."""
    moved = day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
    return (*by((day, moved)), *UNDATED)


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
