"""Adding N working days: equal to stepping day by day, and how fast."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import perf_counter

import chinese_calendar
import numpy

from bench.figures import Figure, Seconds, compare
from obligations.workdays import WorkCalendar, calendar

FIRST, LAST, FURTHEST = date(2004, 1, 1), date(2026, 12, 31), 60
DAY = timedelta(days=1)
Asked = list[tuple[date, int]]


def figures(asked: int) -> Iterator[Figure]:
    """`asked` is how many additions a round times; the slow library is given fewer."""
    days, many = calendar(), questions(asked)
    few = many[:max(20, asked // 500)]
    add = days.add_workdays
    yield compare("add N working days / chinese_calendar.find_workday", _calls(add, many), _find_workday(few),
                  at_least=1000)
    yield compare("add N working days / numpy busday_offset, every rest day listed", _calls(add, many),
                  _busday(days, many), at_least=20)
    yield compare("add N working days / an empty call", _calls(add, many), _calls(nothing, many), at_most=8)


def questions(number: int) -> Asked:
    """Days and numbers all over the published years."""
    span = (LAST - FIRST).days - 120
    return [(FIRST + (n * 7919 % span) * DAY, n % FURTHEST + 1) for n in range(number)]


def nothing(day: date, n: int) -> None:
    """The cheapest thing with the same arguments."""


def differences(first: date = FIRST, last: date = LAST) -> list[tuple[date, int]]:
    """Where the table and day-stepping by the library's own is_workday disagree: nowhere, it is hoped."""
    worked = {day: chinese_calendar.is_workday(day) for day in _days(FIRST, LAST)}
    days = calendar()
    return [(day, n) for day in _days(first, last) for n, found in _steps(day, worked)
            if days.add_workdays(day, n) != found]


def offsets(days: WorkCalendar) -> numpy.busdaycalendar:
    """numpy's calendar with every day off listed, weekends too, which it otherwise could not unlist."""
    off = [day for day in _days(FIRST, LAST) if not days.is_workday(day)]
    return numpy.busdaycalendar(weekmask="1111111", holidays=off)


def _steps(day: date, worked: dict[date, bool]) -> Iterator[tuple[int, date]]:
    n = 0
    while n < FURTHEST and (day := day + DAY) in worked:
        if worked[day]:
            n += 1
            yield n, day


def _days(first: date, last: date) -> Iterator[date]:
    return (first + ahead * DAY for ahead in range((last - first).days + 1))


def _calls(call: Callable[[date, int], object], asked: Asked) -> Seconds:
    """Seconds a call. The loop itself is in every peer too, so that it favours nobody."""
    def once() -> float:
        start = perf_counter()
        for day, n in asked:
            call(day, n)
        return (perf_counter() - start) / len(asked)

    return once


def _find_workday(asked: Asked) -> Seconds:
    return _calls(lambda day, n: chinese_calendar.find_workday(n, day), asked)


def _busday(days: WorkCalendar, asked: Asked) -> Seconds:
    listed, offset = offsets(days), numpy.busday_offset
    return _calls(lambda day, n: offset(day, n, "backward", busdaycal=listed), asked)
