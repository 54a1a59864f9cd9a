"""Reads what a plan is of: its district, its year, its title and the day from which it is in force."""

import re
from dataclasses import dataclass
from datetime import date

from obligations.errors import Refusal
from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote, Source
from obligations.intake.titles import LONGEST, is_title, years_in
from obligations.planfile_row import printable
from obligations.wording import unfolded

_DAY = re.compile(r"\s*(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*")
_ANNOUNCED = re.compile("关于(?:印发|转发|公布)?")
_DISTRICT = re.compile(r"(?:附件\d{0,2}[:：]?|20\d\d年度?|中共|[《〈\s])*"
                       r"((?:(?!关于|印发|转发|办公|政府|附件)[\u4e00-\u9fff]){2,12}?[省市县区旗盟州])"
                       r"(?=20\d\d|二[〇○零]|人民政府|政务|政府|全面|贯彻|落实|关于|委|[“\"《〈\s])")
_FOR_COMMENT = re.compile("征求意见稿|讨论稿|送审稿|草案|代拟稿")
_FIRST = 20     # lines above the first row that may hold the title: a page begins with its menus
_ISO = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said about a plan from outside the document; None or "": let the document say it.

    `today` is the local date of the import, which stands in where the document has no date.
    """

    today: date
    district: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the plan is of. `in_force` is a local date."""

    district: str
    year: int
    title: str
    in_force: date


def terms_of(source: Source, wanted: Wanted, inquiry: Inquiry, before: date | None = None) -> Terms:
    """The terms of a document; `before`: the day from which the version before it is in force.

    Raises Refusal where neither it nor `wanted` tells the district, or one year.
    """
    year = wanted.year or year_of(source)
    _look_at_title(source.title, year, inquiry)
    title = printable(source.title) or f"{year}"
    in_force = _in_force(source, wanted, year, before, inquiry)
    return Terms(_district(source, wanted, inquiry), year, title[:200], in_force)


def year_of(source: Source) -> int:
    """The year in the title, or else the only one in the lines that are like one. Raises Refusal."""
    lines = [source.title] if years_in(source.title) else [quote.text for quote in source.headings[:_FIRST]]
    years = sorted({year for words in lines if words == source.title or is_title(words) for year in years_in(words)})
    if len(years) > 1:
        raise Refusal("intake-several-years", title=source.title[:60], years="、".join(map(str, years)))
    if not years:
        raise Refusal("intake-year-unknown", title=source.title[:60])
    return years[0]


def _look_at_title(title: str, year: int, inquiry: Inquiry) -> None:
    years = years_in(title)
    if years and year not in years:
        inquiry.remark("other-year-in-title", Quote(title), named="、".join(map(str, years)), year=str(year))
    if found := _FOR_COMMENT.search(title):
        inquiry.remark("for-comment", Quote(title), words=found[0])


def _district(source: Source, wanted: Wanted, inquiry: Inquiry) -> str:
    named = _named(unfolded(source.title[:LONGEST]))
    if wanted.district:
        if named and named not in wanted.district and not wanted.district.startswith(named):
            inquiry.remark("other-district", Quote(source.title), named=named, district=wanted.district)
        return wanted.district
    if not named:
        raise Refusal("intake-district-unknown", title=source.title[:60])
    return named


def _named(title: str) -> str:
    """The district that a title names, "" for none: that of the plan before that of the office which issues it."""
    announced = _ANNOUNCED.search(title)
    found = (announced and _DISTRICT.match(title, announced.end())) or _DISTRICT.match(title)
    return found[1] if found else ""


def _in_force(source: Source, wanted: Wanted, year: int, before: date | None, inquiry: Inquiry) -> date:
    """The document's own date, on a line of its own (成文日期), or a day of the plan's year, 系统默认: that of the
    version before, so that a correction in autumn does not do away with what was due in summer."""
    printed = next(filter(None, (_day(quote.text) for quote in source.headings if _DAY.fullmatch(quote.text))), None)
    if printed and _is_near(printed, year):
        return printed
    today = wanted.today if wanted.today.year == year else date(year, 1, 1)
    days = dict.fromkeys(filter(None, (before, today)))
    choices = [Choice("in-force-on", day.isoformat()) for day in days]
    answer = inquiry.ask("in-force", Quote(source.title), choices, typed=True)
    if not answer.startswith(TYPED):
        return next(day for day, choice in zip(days, choices, strict=True) if choice.id == answer)
    typed = _day(answer.removeprefix(TYPED).strip())
    if typed and _is_near(typed, year):
        return typed
    inquiry.reopen()
    inquiry.remark("typed-date-unread", Quote(source.title), typed=answer.removeprefix(TYPED)[:30])
    return next(iter(days))


def _is_near(day: date, year: int) -> bool:
    """A plan is in force from a day of its year, or of the one before."""
    return day.year in (year - 1, year)


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(words) or _ISO.fullmatch(words)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
