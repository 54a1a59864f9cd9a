"""Reads printed days and spans of the calendar (7月底前, 第三季度, 2018-12-31); which of them are deadlines is judged
in `time_judging.py`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from obligations.intake.when.time_words import GAP, SMALL, TO, Meaning, number, year_number

_DAY = timedelta(days=1)
_WEEKDAYS = "一二三四五六日"


class Grain(StrEnum):
    """How fine the words are."""

    DAY = "day"          # 12月31日
    END = "end"          # 9月底, 年内, 季度末
    PART = "part"        # 8月中旬, 10月初
    MONTH = "month"
    LONGER = "longer"    # a quarter, a half-year, a range
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Point:
    """Words for a day or a span, not judged yet. `span` None: there is no such day. `mark`: 前, 内, 止 or "".

    `sure`: nothing about the words themselves is odd (a wrong weekday, 12.31 for 12月31日).
    """

    span: tuple[date, date] | None
    grain: Grain
    mark: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Sight:
    """Words found at a place of a text; a Point is not judged yet."""

    start: int
    end: int
    what: Meaning | Point


def _year(suffix: str = "") -> str:
    return (rf"(?:(?P<year{suffix}>[0-9]{{4}}|[一二][〇一二三四五六七八九]{{3}}){GAP}"
            rf"(?:年(?:{GAP}度)?|[./-](?={GAP}[0-9]{{1,2}}{GAP}月))"
            rf"|(?P<near{suffix}>[次明来翌本今当去上]年(?:{GAP}度)?))")


# What may stand between a day and its 前: the weekday in brackets, the hour. 前期, 前三季度 are no deadlines.
_TAIL = (rf"(?:{GAP}\((?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])\))?"
         rf"(?:{GAP}(?:[0-9]{{1,2}}(?:时|点|:[0-9]{{2}})|下班|中午|上午|下午){{1,2}})?"
         rf"(?:{GAP}(?P<mark>之前|以前|前后|为止|前(?!期|提|述|沿|列|端|置|往|来|[0-9]|[一二三四五六七八九十]{{1,2}}(?:个|名|位|项|季|月|年))"
         rf"|止(?!步)|[之以]?内(?![部容控网外涵设])))?")
_MONTH = (rf"(?P<month>{SMALL}){GAP}月(?:{GAP}份)?"
          rf"(?:{GAP}(?:(?P<day>{SMALL}){GAP}(?:[日号]|(?=[之以]?前))|(?P<tenth>[上中下])旬|(?P<end>底|末)"
          rf"|(?P<early>初)|(?P<loose>上中旬|中上旬|中下旬)))?")
POINT = re.compile(
    rf"(?:{_year()}{GAP})?(?:{_MONTH}"
    rf"|第?{GAP}(?P<quarter>[1-4一二三四]){GAP}季度(?:{GAP}(?P<qend>底|末))?"
    rf"|(?P<half>[上下])半年(?!度)(?:{GAP}(?P<hend>底|末))?){_TAIL}")
YEAR_END = re.compile(rf"(?:{_year()}{GAP}年?|年){GAP}(?P<yend>底|末|终|[以之]?内(?![部容控网外涵设])){_TAIL}")
YEAR = re.compile(rf"{_year()}{_TAIL}")
ISO = re.compile(rf"(?P<year>[0-9]{{4}})(?P<sep>[./-]){GAP}(?P<month>[0-9]{{1,2}})(?P=sep){GAP}(?P<day>[0-9]{{1,2}})日?"
                 rf"(?![0-9]|[./-][0-9])(?:[ T][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?{_TAIL}")
SHORT = re.compile(rf"(?P<month>[0-9]{{1,2}})[./-](?P<day>[0-9]{{1,2}})日?{GAP}(?P<mark>之前|以前|前(?!后|期|[0-9]))")
RANGE = re.compile(
    rf"(?:{_year()}{GAP})?(?P<month>{SMALL})(?:{GAP}月(?:{GAP}份)?(?:{GAP}(?P<day>{SMALL})(?:{GAP}[日号])?)?)?{GAP}{TO}{GAP}"
    rf"(?:(?:{_year('2')}{GAP})?(?P<month2>{SMALL}){GAP}月(?:{GAP}份)?(?:{GAP}(?:(?P<day2>{SMALL}){GAP}[日号]|[底末]))?"
    rf"|(?P<day3>{SMALL}){GAP}[日号]){_TAIL}")
QUARTERS = re.compile(rf"(?:{_year()}{GAP})?第?(?P<quarter>[1-4一二三四])(?:{GAP}季度)?{GAP}{TO}{GAP}"
                      rf"第?(?P<quarter2>[1-4一二三四]){GAP}季度{_TAIL}")
# 6、12月底前 names several days with one 月; whether each is a deadline is asked.
SEVERAL = re.compile(rf"{SMALL}(?:{GAP}[、,和及]{GAP}{SMALL}){{1,11}}{GAP}"
                     rf"(?:月(?:{GAP}份)?(?:{GAP}[底末])?|季度[底末]?){_TAIL}")


def spanned(match: re.Match[str], year: int) -> tuple[date, date] | None:
    """First and last day of what POINT, YEAR_END, YEAR or ISO matched; None: no such day."""
    found = match.groupdict()
    try:
        return _span(found, _year_of(found, "", year))
    except ValueError:
        return None


def ranged(match: re.Match[str], year: int) -> tuple[date, date] | None:
    """First and last day of what RANGE or QUARTERS matched; None: no such days, or not in this order."""
    found = match.groupdict()
    try:
        first_year = _year_of(found, "", year)
        start = _span({**found, "year": None}, first_year)
        later = {name: found.get(f"{name}2") for name in ("month", "quarter", "day")}
        if found.get("day3"):
            later = {"month": found["month"], "day": found["day3"]}
        end = _span(later, _year_of(found, "2", first_year))
    except ValueError:
        return None
    return (start[0], end[1]) if start[0] <= end[1] else None


def _year_of(found: dict[str, str | None], suffix: str, year: int) -> int:
    if words := found.get(f"year{suffix}"):
        return year_number(words)
    near = (found.get(f"near{suffix}") or "本")[0]
    return year + (1 if near in "次明来翌" else -1 if near in "去上" else 0)


def _span(found: dict[str, str | None], year: int) -> tuple[date, date]:
    """Raises ValueError where the calendar has no such day."""
    if words := found.get("month"):
        return _in_month(found, year, number(words) or 0)
    if words := found.get("quarter"):
        last = 3 * (number(words) or 0)
        return date(year, last - 2, 1), _last_day(year, last)
    if half := found.get("half"):
        return (date(year, 1, 1), date(year, 6, 30)) if half == "上" else (date(year, 7, 1), date(year, 12, 31))
    return date(year, 1, 1), date(year, 12, 31)


def _in_month(found: dict[str, str | None], year: int, month: int) -> tuple[date, date]:
    first, last = date(year, month, 1), _last_day(year, month)
    if words := found.get("day"):
        day = date(year, month, number(words) or 0)
        return day, day
    if tenth := found.get("tenth"):
        start = 1 + 10 * "上中下".index(tenth)
        return first.replace(day=start), last if tenth == "下" else first.replace(day=start + 9)
    return (first, first.replace(day=10)) if found.get("early") else (first, last)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _DAY


def graded(match: re.Match[str]) -> Grain:
    """How fine the words are that POINT, YEAR_END, YEAR or ISO matched."""
    found = match.groupdict()
    if found.get("day"):
        return Grain.DAY
    if any(found.get(name) for name in ("end", "qend", "hend", "yend")):
        return Grain.END
    if found.get("tenth") or found.get("early") or found.get("loose"):
        return Grain.PART
    if found.get("month"):
        return Grain.MONTH
    return Grain.LONGER if found.get("quarter") or found.get("half") else Grain.YEAR


def is_sound(match: re.Match[str], span: tuple[date, date] | None) -> bool:
    """Whether the words are plain (中下旬 and 月初 are not) and a weekday printed in brackets is the day's."""
    printed = match.groupdict().get("weekday")
    fits = not printed or span is None or span[1].weekday() == _WEEKDAYS.index(printed.replace("天", "日"))
    return fits and not match.groupdict().get("loose") and not match.groupdict().get("early")
