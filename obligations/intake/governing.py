"""Lets a heading speak for the rows under it: 一、6月底前完成的任务 gives them their date, 三、县财政局牵头任务 their
body, 二、2024年任务 their year. Each is asked once, and holds as the heading says until it is answered."""

import re
from dataclasses import dataclass, replace

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.rows.labels import compact
from obligations.intake.rows.sections import mark
from obligations.intake.rows.shapes import is_bodies
from obligations.intake.source import Column, Quote, Source, SourceRow
from obligations.intake.titles import years_in
from obligations.intake.when.time_words import Day, Rhythm, Unreadable, Window, Within
from obligations.intake.when.timing import find_times

_GOVERNS, _ONLY_HEADING = Choice("heading-governs"), Choice("only-heading")
_SPEAKING = (Day, Window, Within, Rhythm, Unreadable)
_BRACKETS = re.compile(r"^[【\[（(《〈]+|[】\]）)》〉]+$")
_TAIL = re.compile(r"(?:[（(]\s*(?:共\s*)?\d{1,3}\s*[项条件个][)）])?$")
_KIND = r"(?:重点|主要)?(?:工作)?(?:任务|工作|事项|项目|计划|安排|清单|部分)?(?:清单|分工)?"
_TIMED = re.compile(rf"(?:需|应|要|须)?(?:完成|公开|办结|落实)?的?{_KIND}$")
_BODY = re.compile(rf"(?P<names>.{{2,40}}?)(?P<role>牵头|负责|承办|主办|落实|配合|协办)?(?:的|{_KIND})?$")
_ROLES = {"牵头": Column.LEAD, "主办": Column.LEAD, "配合": Column.SUPPORTING, "协办": Column.SUPPORTING}
_SOMEBODY = re.compile(r"(?!推进|加强|落实|用好|做好|深化|完善|健全|规范|建设|打造|强化|围绕|提升|优化|开展|抓好)"
                       r"(?:[省市县区州旗盟乡镇][\u4e00-\u9fff]{2,15}|[\u4e00-\u9fff]{2,15}(?:局|政府|街道|委员会|办公室))")
_INNER = re.compile(r"[\u4e00-\u9fff]{2,10}[科股处室]")
_SEPARATORS = re.compile(r"[、,，;；\s]+")
LONGEST = 60    # characters; longer words are no heading that governs


@dataclass(frozen=True, slots=True)
class Governed:
    """Rows with what the headings over them say; `years` are the years that their dates without one are of."""

    rows: tuple[SourceRow, ...]
    years: tuple[int, ...]


def governed(source: Source, year: int, inquiry: Inquiry) -> Governed:
    """The rows of a document of the year `year`, each with the time, the bodies and the year of the headings over it
    where it has none itself, or has not these."""
    return _Governing(source, year, inquiry).result()


class _Governing:
    """The headings of one document; each is asked about once."""

    def __init__(self, source: Source, year: int, inquiry: Inquiry) -> None:
        self._source, self._year, self._inquiry = source, year, inquiry
        self._quotes = {compact(quote.text): quote for quote in source.headings}
        self._over = tuple(words for column, words in source.columns if column not in (Column.DEADLINE, Column.OTHER))
        self._settled: dict[tuple[str, str], bool] = {}

    def result(self) -> Governed:
        rows, years = [], []
        for row in self._source.rows:
            sections = [words for words in reversed(row.sections) if len(words) <= LONGEST]
            rows.append(self._with_bodies(self._with_time(row, sections), sections))
            years.append(self._year_of(sections))
        return Governed(tuple(rows), tuple(years))

    def _with_time(self, row: SourceRow, sections: list[str]) -> SourceRow:
        """The row with the time in the nearest heading, if it has none of its own."""
        if row.deadline.text.strip() or _times(row.asks.text, self._year) or _times(row.content.text, self._year):
            return row
        for heading in (*sections, *filter(_has_note, self._over)):
            words = _time_in(heading, self._year)
            if words and self._asked("heading-time", heading, words):
                return replace(row, deadline=replace(self._quote(heading), text=words))
        return row

    def _with_bodies(self, row: SourceRow, sections: list[str]) -> SourceRow:
        for heading in sections:
            names, role = _bodies_in(heading)
            said = compact("".join(quote.text for _, quote in row.bodies))
            if not names or all(compact(name)[1:] in said for name in _SEPARATORS.split(names)):
                continue
            if self._asked("heading-body", heading, names):
                own = (one for one in row.bodies if not _is_inner(one[1].text))
                return replace(row, bodies=((role, replace(self._quote(heading), text=names)), *own))
        return row

    def _year_of(self, sections: list[str]) -> int:
        for heading in sections:
            years = years_in(heading)
            if len(years) == 1 and years[0] != self._year and abs(years[0] - self._year) <= 2 and not (
                    find_times(heading, self._year)):
                return years[0] if self._asked("heading-year", heading, str(years[0])) else self._year
        return self._year

    def _asked(self, kind: str, heading: str, words: str) -> bool:
        if (kind, heading) not in self._settled:
            answer = self._inquiry.ask(kind, self._quote(heading), (_GOVERNS, _ONLY_HEADING), words=words)
            self._settled[kind, heading] = answer == _GOVERNS.id
        return self._settled[kind, heading]

    def _quote(self, heading: str) -> Quote:
        """The heading with its place; its number may stand in a cell of its own."""
        return self._quotes.get(compact(heading)) or self._quotes.get(compact(_bare(heading))) or Quote(heading)


def _times(text: str, year: int) -> list[str]:
    return [time.words for time in find_times(text, year) if isinstance(time.meaning, _SPEAKING)]


def _time_in(heading: str, year: int) -> str:
    """The words about time in a heading, "" for none: those by which a day is told, or the whole where it is one."""
    bare = _bare(heading)
    alone = _TIMED.sub("", bare)
    return alone if [alone] == _times(alone, year) else "、".join(_times(bare, year))


def _bodies_in(heading: str) -> tuple[str, Column]:
    """The bodies that a heading names and nothing else, with the column in which they would stand."""
    found = _BODY.fullmatch(_TAIL.sub("", _bare(heading)))
    names = found["names"] if found else ""
    if not found or not is_bodies(names) or not all(map(_SOMEBODY.fullmatch, _SEPARATORS.split(names))):
        return "", Column.RESPONSIBLE
    return names, _ROLES.get(found["role"] or "", Column.RESPONSIBLE)


def _bare(heading: str) -> str:
    """A heading without its number and the brackets around it."""
    number = mark(heading)
    words = heading.strip()[len(number.words):] if number else heading.strip()
    return _BRACKETS.sub("", _TAIL.sub("", words.strip())).strip(" \t\u3000:：。")


def _has_note(heading: str) -> bool:
    return any(sign in heading for sign in "（(")


def _is_inner(words: str) -> bool:
    """Whether a cell names nothing but rooms of a body: 预算科、国库科."""
    return bool(words.strip()) and all(_INNER.fullmatch(one) for one in _SEPARATORS.split(words.strip()) if one)
