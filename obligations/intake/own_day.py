"""Reads the day that a document gives itself (成文日期): its signature, a line that says when it was issued, the end
of its title. Whether that day is taken is decided in `terms`."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from obligations.intake.rows.numbers import in_figures
from obligations.intake.source import Quote, Source
from obligations.intake.titles import LONGEST, is_title
from obligations.wording import unfolded

_DATE = r"(?P<day>20\d\d(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2}))"
# 云江县人民政府办公室 2018年5月30日: who signs, on the same line.
_ISSUER = r"(?!根据|按照|依据|经)[\u4e00-\u9fff]{2,24}(?:办公室|政府|委员会|领导小组|局|中心)"
_LABEL = "(?:成文|印发|制发|发文|落款)(?:日期|时间):"
_DAY = re.compile(_DATE)
_SIGNED = re.compile(f"(?:{_ISSUER})?{_DATE}")
_ISSUED = re.compile(rf"(?:{_ISSUER}|{_LABEL})?[(\[【]?{_DATE}(?:印发|制发)?[)\]】]?")
_AT_END = re.compile(rf"(?:[(\[【]|(?<![至到自从于截\d])){_DATE}(?:印发|制发)?[)\]】]?$")
_NUMBERS = re.compile(r"\d+")
_SPELT = re.compile("([二〇○零一三四五六七八九O0]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")
_DIGITS = {sign: str(digit) for digit, signs in enumerate(("〇○零O0", *"一二三四五六七八九")) for sign in signs}


def day_in(words: str) -> date | None:
    """The day that is all of `words`, as a person writes it: 2018年5月30日, 2018-05-30, 二〇一八年五月三十日."""
    return _day(plain) if _DAY.fullmatch(plain := _plain(words)) else None


def own_days(source: Source) -> Iterator[set[date]]:
    """The days that the words around the rows give the document: those of signatures, then those of its issue. Each
    set may be empty; of several days in one set none is more its own than the others."""
    lines = [_plain(quote.text) for quote in _around(source) if len(quote.text) <= LONGEST]
    yield _days(_SIGNED.fullmatch(line) for line in lines)
    titles = [_plain(source.title[-LONGEST:]), *filter(is_title, lines)]
    yield _days([*map(_ISSUED.fullmatch, lines), *map(_AT_END.search, titles)])


def _around(source: Source) -> Iterator[Quote]:
    """The lines above and below the rows; a cell or a heading between rows gives them a day, not the document."""
    tables: dict[tuple[int, str], list[int]] = {}
    for row in source.rows:
        tables.setdefault((row.place.table, row.place.sheet), []).append(row.place.row)
    within = {table: range(min(lines), max(lines) + 1) for table, lines in tables.items() if table != (0, "")}
    sections = {name for row in source.rows for name in row.sections}
    for quote in source.headings:
        if quote.text in sections:
            continue
        table = quote.place.table, quote.place.sheet
        if table == (0, "") or (table in within and quote.place.row not in within[table]):
            yield quote


def _days(found: Iterable[re.Match[str] | None]) -> set[date]:
    return {day for one in found if one and (day := _day(one["day"]))}


def _day(words: str) -> date | None:
    try:
        year, month, day = map(int, _NUMBERS.findall(words))
        return date(year, month, day)
    except ValueError:
        return None


def _plain(words: str) -> str:
    """`words` without blanks, their days in digits."""
    return _SPELT.sub(_in_digits, unfolded("".join(words.split())))


def _in_digits(spelt: re.Match[str]) -> str:
    year = "".join(_DIGITS[sign] for sign in spelt[1])
    return f"{year}年{in_figures(spelt[2])}月{in_figures(spelt[3])}日"
