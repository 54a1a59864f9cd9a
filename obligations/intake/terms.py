"""Reads what a plan is of: its district, its year, its title and the day from which it is in force."""

import re
from dataclasses import dataclass
from datetime import date

from obligations.errors import Refusal
from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.own_day import day_in, own_days
from obligations.intake.source import Quote, Source
from obligations.intake.titles import is_title, years_in
from obligations.intake.whose import named_in, stranger
from obligations.planfile_row import printable

OTHER_DISTRICT = "other-district"
_NOT_OURS, IS_OURS = Choice("not-ours"), Choice("is-ours")
_FOR_COMMENT = re.compile("征求意见稿|讨论稿|送审稿|草案|代拟稿")
_ALONE = re.compile(rf"[（(【\[]?(?:{_FOR_COMMENT.pattern})[）)】\]]?")
_FIRST = 20     # lines above the first row that may hold the title: a page begins with its menus


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
    _look_at_title(source, year, inquiry)
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


def _look_at_title(source: Source, year: int, inquiry: Inquiry) -> None:
    years = years_in(source.title)
    if years and year not in years:
        inquiry.remark("other-year-in-title", Quote(source.title), named="、".join(map(str, years)), year=str(year))
    # A header of the page, or a line under the title, may say so, too.
    alone = (quote for quote in source.headings if _ALONE.fullmatch(quote.text.strip()) or is_title(quote.text))
    for quote in (Quote(source.title), *alone):
        if found := _FOR_COMMENT.search(quote.text):
            inquiry.remark("for-comment", quote, words=found[0])
            return


def _district(source: Source, wanted: Wanted, inquiry: Inquiry) -> str:
    """Ours, or that of the title; another than ours is asked about, and comes into force only once it is ours."""
    if not wanted.district:
        named = named_in(source.title)
        if not named:
            raise Refusal("intake-district-unknown", title=source.title[:60])
        return named
    if other := stranger(source.title, source.headings, wanted.district):
        named, quote = other
        inquiry.ask(OTHER_DISTRICT, quote, (_NOT_OURS, IS_OURS), context=wanted.district, named=named,
                    district=wanted.district)
    return wanted.district


def _in_force(source: Source, wanted: Wanted, year: int, before: date | None, inquiry: Inquiry) -> date:
    """The document's own day (成文日期) where it has one, or a day of the plan's year, 系统默认: that of the version
    before, so that a correction in autumn does not do away with what was due in summer."""
    if printed := _printed_day(source, year):
        return printed
    today = wanted.today if wanted.today.year == year else date(year, 1, 1)
    days = dict.fromkeys(filter(None, (before, today)))
    choices = [Choice("in-force-on", day.isoformat()) for day in days]
    answer = inquiry.ask("in-force", Quote(source.title), choices, typed=True, year=str(year))
    if not answer.startswith(TYPED):
        return next(day for day, choice in zip(days, choices, strict=True) if choice.id == answer)
    typed = day_in(answer.removeprefix(TYPED))
    if typed and _is_near(typed, year):
        return typed
    inquiry.reopen()
    inquiry.remark("typed-date-unread", Quote(source.title), typed=answer.removeprefix(TYPED)[:30],
                   year=str(year))
    return next(iter(days))


def _printed_day(source: Source, year: int) -> date | None:
    """The day that the document gives itself; None: it gives none, or several."""
    near = ({day for day in days if _is_near(day, year)} for days in own_days(source))
    return next((days.pop() if len(days) == 1 else None for days in near if days), None)


def _is_near(day: date, year: int) -> bool:
    """A plan is in force from a day of its year, or of the one before."""
    return day.year in (year - 1, year)
