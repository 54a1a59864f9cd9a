"""`/due 2018-09-27 3`: what clerks ask daily, and how typed dates are read."""

import re
from calendar import isleap
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.context import Context
from handlers.request import Reply
from locales.explaining import due_answer
from obligations.due import count
from obligations.errors import Refusal

_FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_TIME = re.compile(r"(\d{1,2})\s*[:：点时]\s*(\d{2})?\s*分?")
_NEAR = {"今天": 0, "昨天": 1, "前天": 2}
_WORKDAYS = re.compile(
    r"\s*(?:后|之后|以后|起|\+|,)?\s*(\d{1,5})\s*(?:个?工作日|wd|workdays?)?\s*(?:后|内)?\s*\??\s*")


def due(context: Context, words: str) -> list[Reply]:
    """The n-th working day after a date, with the days that were skipped."""
    day, rest = read_date(words, context.today)
    found = _WORKDAYS.fullmatch(rest)
    if found is None:
        raise Refusal("workdays-unreadable")
    return [Reply(due_words(context, day, int(found[1])))]


def due_words(context: Context, start: date, workdays: int) -> str:
    """The answer to "which day is that?" in words."""
    return due_answer(context.days, start, workdays, count(start, workdays, context.calendar))


def read_date(words: str, today: date) -> tuple[date, str]:
    """The date at the beginning of `words`, and what follows it; without a year the one nearest to today.

    Raises Refusal for what is no date.
    """
    words = words.strip()
    for word, back in _NEAR.items():
        if words.startswith(word):
            return date.fromordinal(today.toordinal() - back), words[len(word):].strip()
    try:
        if full := _FULL.match(words):
            return date(int(full[1]), int(full[2]), int(full[3])), words[full.end():].strip()
        if short := _SHORT.match(words):
            return _nearest(int(short[1]), int(short[2]), today), words[short.end():].strip()
    except ValueError as error:
        raise Refusal("date-unreadable") from error
    raise Refusal("date-unreadable")


def _nearest(month: int, day: int, today: date) -> date:
    """12月28日, asked about on 2 January, is the one just gone. Raises ValueError for 2月30日."""
    years = [today.year - 1, today.year, today.year + 1] if (month, day) != (2, 29) else _leap_years(today)
    return min((date(year, month, day) for year in years), key=lambda found: abs(found - today))


def _leap_years(today: date) -> list[int]:
    return [year for year in range(today.year - 4, today.year + 5) if isleap(year)]


def read_time(words: str, day: date, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """The time of day at the beginning of `words` as a moment of `day`, if there is one."""
    found = _TIME.match(words)
    if found is None:
        return None, words
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise Refusal("date-unreadable")
    return datetime.combine(day, time(hour, minute), zone), words[found.end():].strip()
