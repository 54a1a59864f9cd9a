"""Says which days are worked in China and counts them in constant time; what is due when is left to `due.py`.

Up to the last published year the days are the State Council's. Later ones are provisional: weekdays
less the statutory holidays (全国年节及纪念日放假办法) with 补休 for those that fall on a weekend. The
long holidays' shifted weekends cannot be foreseen.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Self

from obligations.errors import CalendarRangeError

DAY = timedelta(days=1)
YEARS_AHEAD = 20


class Why(StrEnum):
    """Why a day is off."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    NEW_YEAR = "new_year"
    SPRING_FESTIVAL = "spring_festival"
    TOMB_SWEEPING = "tomb_sweeping"
    LABOUR_DAY = "labour_day"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL_DAY = "national_day"
    VICTORY_DAY = "victory_day"
    SUBSTITUTE = "substitute"    # 调休, 补休: off in return for a weekend
    HOLIDAY = "holiday"          # a name that the data has and we do not know


NAMES = {
    "New Year's Day": Why.NEW_YEAR,
    "Spring Festival": Why.SPRING_FESTIVAL,
    "Tomb-sweeping Day": Why.TOMB_SWEEPING,
    "Labour Day": Why.LABOUR_DAY,
    "Dragon Boat Festival": Why.DRAGON_BOAT,
    "Mid-autumn Festival": Why.MID_AUTUMN,
    "National Day": Why.NATIONAL_DAY,
    "Anti-Fascist 70th Day": Why.VICTORY_DAY,
}

# Month and day of 正月初一, 五月初五 and 八月十五, year after year from 2008.
LUNAR_FROM = 2008
LUNAR_TABLE = """
0207 0608 0914  0126 0528 1003  0214 0616 0922  0203 0606 0912  0123 0623 0930  0210 0612 0919
0131 0602 0908  0219 0620 0927  0208 0609 0915  0128 0530 1004  0216 0618 0924  0205 0607 0913
0125 0625 1001  0212 0614 0921  0201 0603 0910  0122 0622 0929  0210 0610 0917  0129 0531 1006
0217 0619 0925  0206 0609 0915  0126 0528 1003  0213 0616 0922  0203 0605 0912  0123 0624 1001
0211 0612 0919  0131 0601 0908  0219 0620 0927  0208 0610 0916  0128 0530 1004  0215 0618 0924
0204 0607 0913  0124 0527 1002  0212 0614 0920  0201 0603 0910  0122 0622 0928  0210 0611 0917
0130 0531 1005  0217 0619 0925  0206 0608 0915  0126 0529 1004  0214 0615 0922  0202 0604 0911
0123 0623 0930  0211 0613 0919  0201 0601 0907  0219 0620 0926  0208 0610 0916  0128 0530 1005
0215 0617 0924  0204 0606 0913  0124 0625 1002  0212 0614 0921  0202 0603 0909
"""
LUNAR_DAYS = tuple(LUNAR_TABLE.split())
LUNAR_TO = LUNAR_FROM + len(LUNAR_DAYS) // 3 - 1


@dataclass(frozen=True, slots=True)
class RestDay:
    """A day off, with the reason."""

    day: date
    why: Why


def lunar_days(year: int) -> tuple[date, date, date]:
    """春节 (正月初一), 端午 and 中秋 of a `year` from LUNAR_FROM to LUNAR_TO."""
    at = 3 * (year - LUNAR_FROM)
    spring, dragon, moon = (date(year, int(d[:2]), int(d[2:])) for d in LUNAR_DAYS[at:at + 3])
    return spring, dragon, moon


def tomb_sweeping(year: int) -> date:
    """清明 of a year of this century: the rule of thumb of the solar terms, right for 2008–2060."""
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)


def statutory_days(year: int) -> Iterator[RestDay]:
    """The holidays that the law itself fixes: 11 days, 13 since 2025 (国务院令第795号)."""
    spring, dragon, moon = lunar_days(year)
    more = year >= 2025
    yield RestDay(date(year, 1, 1), Why.NEW_YEAR)
    for offset in range(-1 if more else 0, 3):
        yield RestDay(spring + offset * DAY, Why.SPRING_FESTIVAL)
    yield RestDay(tomb_sweeping(year), Why.TOMB_SWEEPING)
    for offset in range(2 if more else 1):
        yield RestDay(date(year, 5, 1 + offset), Why.LABOUR_DAY)
    yield RestDay(dragon, Why.DRAGON_BOAT)
    for offset in range(3):
        yield RestDay(date(year, 10, 1 + offset), Why.NATIONAL_DAY)
    yield RestDay(moon, Why.MID_AUTUMN)


def expected_days(year: int) -> dict[date, Why]:
    """The days off to expect while no notice is out; one that falls on a weekend, or on another
    holiday, is made up for on the next weekday that is still worked (补休)."""
    statutory = list(statutory_days(year))
    off: dict[date, Why] = {}
    owed = []
    for rest in statutory:
        if rest.day in off or rest.day.weekday() >= 5:
            owed.append(rest.day)
        off.setdefault(rest.day, rest.why)
    for day in owed:
        while day in off or day.weekday() >= 5:
            day += DAY
        off[day] = Why.SUBSTITUTE
    return off


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """The working days from `first` to `last`; after `certain_until` they are provisional.

    The last week of the last published year is provisional too: the next year's notice may still
    change it, as it did in 2006, 2007, 2011 and 2018. All days are local dates; every method raises
    CalendarRangeError for a day, or a result, outside `first` to `last`.
    """

    first: date
    certain_until: date
    last: date
    version: str
    _zero: int = field(repr=False)                    # ordinal of `first`
    _rank: tuple[int, ...] = field(repr=False)        # day number → working days up to and with it
    _nth: tuple[date, ...] = field(repr=False)        # n → n-th working day; [0] is no day
    _named: Mapping[date, Why] = field(repr=False)

    @classmethod
    def build(cls, holidays: Mapping[date, str], workdays: Collection[date], version: str,
              in_lieu: Collection[date] = ()) -> Self:
        """From published days off by English name, worked weekends, and days off in return for these.

        Whole years are covered, the last of them at least 2007; 20 more are added, as far as the
        lunar table goes.
        """
        first, covered = date(min(holidays).year, 1, 1), max(holidays).year
        last = date(max(covered, min(covered + YEARS_AHEAD, LUNAR_TO)), 12, 31)
        named = {day: Why.SUBSTITUTE if day in in_lieu else NAMES.get(name, Why.HOLIDAY)
                 for day, name in holidays.items()}
        for year in range(covered + 1, last.year + 1):
            named |= expected_days(year)
        days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        rank, nth = _table(days, named, workdays)
        return cls(first, date(covered, 12, 24), last, version, first.toordinal(), rank, nth, named)

    def add_workdays(self, day: date, n: int) -> date:
        """The n-th working day strictly after `day` (day 0, 民法典 201); `day` itself for n = 0."""
        at = day.toordinal() - self._zero
        if n > 0 <= at:
            try:
                return self._nth[self._rank[at] + n]
            except IndexError:
                raise self._outside(day) from None
        if n < 0:
            raise ValueError(f"cannot add {n} working days")
        return self.within(day)

    def within(self, day: date) -> date:
        """`day` itself, once it is known that the calendar reaches it."""
        self._at(day)
        return day

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked, made-up weekends included."""
        return self._nth[self._rank[self._at(day)]] == day

    def made_up(self, day: date) -> bool:
        """Whether `day` is a Saturday or Sunday that is worked (调休上班)."""
        return day.weekday() >= 5 and self.is_workday(day)

    def is_provisional(self, day: date) -> bool:
        """Whether a later notice may still change whether `day` is worked."""
        return day > self.certain_until

    def workdays_between(self, start: date, end: date) -> int:
        """The working days after `start` up to and with `end`; negative when `end` is the earlier."""
        return self._rank[self._at(end)] - self._rank[self._at(start)]

    def last_workday(self, day: date) -> date:
        """The last working day on or before `day`."""
        rank = self._rank[self._at(day)]
        if rank == 0:
            raise self._outside(day)
        return self._nth[rank]

    def next_workday(self, day: date) -> date:
        """The first working day on or after `day`."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def day_off_run(self, day: date) -> tuple[date, date] | None:
        """First and last of the consecutive days off around `day`; None when it is worked."""
        if self.is_workday(day):
            return None
        rank = self._rank[self._at(day)]
        start = self._nth[rank] + DAY if rank else self.first
        end = self._nth[rank + 1] - DAY if rank + 1 < len(self._nth) else self.last
        return start, end

    def rest_days(self, start: date, end: date) -> Iterator[RestDay]:
        """The days off after `start` up to and with `end`, in order."""
        for ahead in range(1, (end - start).days + 1):
            day = start + ahead * DAY
            if not self.is_workday(day):
                weekend = Why.SUNDAY if day.weekday() == 6 else Why.SATURDAY
                yield RestDay(day, self._named.get(day, weekend))

    def made_up_days(self, start: date, end: date) -> Iterator[date]:
        """The worked weekend days after `start` up to and with `end`, in order."""
        days = (start + ahead * DAY for ahead in range(1, (end - start).days + 1))
        return (day for day in days if self.made_up(day))

    def _at(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise self._outside(day)
        return day.toordinal() - self._zero

    def _outside(self, day: date) -> CalendarRangeError:
        return CalendarRangeError("calendar-range", day=day, first=self.first, last=self.last)


def _table(days: Iterable[date], off: Mapping[date, Why],
           worked: Collection[date]) -> tuple[tuple[int, ...], tuple[date, ...]]:
    rank, nth = [], [date.min]
    for day in days:
        if day in worked or (day.weekday() < 5 and day not in off):
            nth.append(day)
        rank.append(len(nth) - 1)
    return tuple(rank), tuple(nth)


@cache
def calendar() -> WorkCalendar:
    """The calendar of the installed data; built on first use, so that importing stays cheap."""
    import chinese_calendar as data

    version = f"chinese-calendar {data.__version__}"
    return WorkCalendar.build(data.holidays, data.workdays, version, data.in_lieu_days)
