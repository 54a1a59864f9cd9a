"""Finds every word about time in Chinese prose, with its place; what rule they make together is decided in `rules.py`.

One walk over the text: only where a time can begin are the few forms tried that begin so. No form is longer than a
sentence, so that the work grows with the text and no faster.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from obligations.intake.when import time_periods as periods
from obligations.intake.when import time_phrases as phrases
from obligations.intake.when import time_points as points
from obligations.intake.when.time_judging import AROUND, judged
from obligations.intake.when.time_points import Grain, Point
from obligations.intake.when.time_words import (
    NUMERALS,
    AllYear,
    Awaits,
    Check,
    Meaning,
    Rhythm,
    Time,
    Unreadable,
    Within,
    folded,
    squeezed,
)
from obligations.plan import Every

REMEMBERED = 4096
LONGEST_ALONE = 60      # characters of a text that can be nothing but times
_JOINS = frozenset("、和及与或/")


@dataclass(frozen=True, slots=True)
class _Sight:
    """Words found at a place, a Point not judged yet."""

    start: int
    end: int
    what: Meaning | Point


Found = tuple[int, Meaning | Point]
Reader = Callable[[re.Match[str], str, int], Found | None]
Form = tuple[re.Pattern[str], Reader]


def _point(match: re.Match[str], text: str, year: int) -> Found:
    span = points.spanned(match, year)
    return match.end(), Point(span, points.graded(match), match["mark"] or "", points.is_sound(match, span))


def _year_end(match: re.Match[str], text: str, year: int) -> Found:
    """近年内 and 18年底 are not the plan's year; 年内 needs no other mark."""
    span, inside = points.spanned(match, year), match["yend"].endswith("内")
    shortened = match[0].startswith("年") and text[max(0, match.start() - 1):match.start()] in _NO_YEAR
    sure = points.is_sound(match, span) and not shortened
    return match.end(), Point(span, Grain.END, match["mark"] or ("年内" if inside else ""), sure)


def _short(match: re.Match[str], text: str, year: int) -> Found:
    return match.end(), Point(points.spanned(match, year), Grain.DAY, match["mark"], sure=False)


def _range(match: re.Match[str], text: str, year: int) -> Found:
    return match.end(), Point(points.ranged(match, year), Grain.LONGER, match["mark"] or "")


def _several(match: re.Match[str], text: str, year: int) -> Found | None:
    """1、3月底前 at the start of a line is item 1."""
    numbered = "、" in match[0][:3] and text[max(0, match.start() - 4):match.start()].rstrip(" ")[-1:] in ("", "\n")
    once = len(re.findall("[、,和及]", match[0])) == 1
    return None if numbered and once else (match.end(), Point(None, Grain.MONTH, match["mark"] or ""))


def _iso(match: re.Match[str], text: str, year: int) -> Found | None:
    inside = re.search(r"[0-9A-Za-z][./-]?$", text[max(0, match.start() - 2):match.start()])
    return None if inside else _point(match, text, year)


def _period(match: re.Match[str], text: str, year: int) -> Found | None:
    meaning = periods.period(match, text)
    return (match.end(), meaning) if meaning else None


def _unset(match: re.Match[str], text: str, year: int) -> Found:
    return match.end(), Unreadable()


_NO_YEAR = frozenset("0123456789近多数几整学财历" + NUMERALS)
POINT: Form = (points.POINT, _point)
YEAR_END: Form = (points.YEAR_END, _year_end)
YEAR: Form = (points.YEAR, _point)
RANGES: tuple[Form, ...] = ((points.RANGE, _range), (points.QUARTERS, _range))
PERIOD: Form = (periods.PERIOD, _period)
UNSET: Form = (periods.UNSET, _unset)
RHYTHM: Form = (periods.RHYTHM, lambda match, text, year: periods.rhythm(match, text))
TURN: Form = (periods.TURN, lambda match, text, year: (match.end(), periods.turn(match)))
VAGUE: Form = (phrases.VAGUE, lambda match, text, year: (match.end(), phrases.vague(match)))
STANDING: Form = (phrases.STANDING, lambda match, text, year: (match.end(), phrases.standing(match)))
AWAITS: Form = (phrases.AWAITS, lambda match, text, year: (match.end(), phrases.awaits(match)))
CHECK: Form = (phrases.CHECK, lambda match, text, year: (match.end(), phrases.check(match, text)))

_NUMBERS: tuple[Form, ...] = (TURN, *RANGES, (points.ISO, _iso), (points.SEVERAL, _several), POINT, YEAR_END, YEAR,
                              (points.SHORT, _short), PERIOD, (periods.SHORT_YEAR, _unset),
                              UNSET)
_NEAR: tuple[Form, ...] = (*RANGES, POINT, YEAR_END, YEAR, UNSET)
_FORMS: dict[str, tuple[Form, ...]] = {
    **dict.fromkeys("0123456789" + NUMERALS, _NUMBERS), **dict.fromkeys("数几半多", (TURN, PERIOD)),
    **dict.fromkeys("次明来翌本今当去下", _NEAR), "上": (*_NEAR, CHECK), "即": (*_NEAR, VAGUE),
    "第": (*RANGES, POINT, VAGUE),
    "年": (YEAR_END,), **dict.fromkeys("月国春元中端清劳汛开暑学", (UNSET,)), "提": ((periods.LEAD, _unset),),
    **dict.fromkeys("逐分", (RHYTHM,)), **dict.fromkeys("每季", (RHYTHM, UNSET)), "逢": (UNSET,),
    "按": (RHYTHM, UNSET, VAGUE, AWAITS),
    **dict.fromkeys("及适定不尽实随限立视择近", (VAGUE,)), **dict.fromkeys("全贯长持常", (STANDING,)),
    **dict.fromkeys("待根依对与", (AWAITS,)), **dict.fromkeys("公发印出信未先", (CHECK,)),
}
# The first characters of whatever the forms can match; a run of digits or numerals is one place.
_UNITS = "-年月日号个工自天小分周星季半至到或和及、,./~会〇"
_PLACE = re.compile(
    rf"(?<![0-9])[0-9]++(?=\s{{0,3}}[{_UNITS}])|(?<![{NUMERALS}])[{NUMERALS}]++(?=\s{{0,3}}[{_UNITS}0-9前])|半[年个日天小月]|[数几多](?:个|日|天|小)|[次明来翌本今当去上下][年半个月周季日天\s]|第(?=\s{{0,3}}[1-4一二三四])|每"
    r"|逢[双单]|按(?=[月季年半双单周旬日规要照上时省市国州自新序进])"
    r"|年\s{0,3}[底末终以之内]|月\s{0,3}[底末]|[逐分][月季]|季度?(?:[首末底]|最后)"
    r"|国庆|春节|元旦|中秋|端午|清明|劳动节|汛期|开学|暑期|学期末"
    r"|提前|及时|适时|择机|视情|不?定期|尽[快早]|实时|随时|限期|立即|近期|即[时日]"
    r"|全年|贯穿|长期|持续|常[态年]|待|根据|依[照据]|对照|与[国自上省市州]"
    r"|(?:公开|发布|印发|出台|上[网传线]|信息)(?:之?前|时)|未|先审")
_FILLING = re.compile(r"[\s,;。、:()/及和并或-]|完成|时限|时间|期限|截止|截至|日期|于|在|到|至|为|坚持|每个?")
_EVERY_ALONE = {"年度": Every.YEAR, "季度": Every.QUARTER, "月度": Every.MONTH, "半年": Every.HALF_YEAR,
                "半年度": Every.HALF_YEAR}


@lru_cache(maxsize=REMEMBERED)
def find_times(text: str, year: int) -> tuple[Time, ...]:
    """Every word about time in `text`, in order, none over another; a day without a year is one of `year`.

    A text that is nothing but times (the cell 时限) is read more freely: there a bare 6月 is a time, in prose it is
    the name of a month. Never raises.
    """
    plain = folded(text)
    sights = list(_sights(plain, year))
    alone = len(plain) <= LONGEST_ALONE and not _FILLING.sub("", _outside(plain, sights))
    found = tuple(_times(text, plain, sights, alone))
    return found or (_standing_alone(text, year) if len(text) <= LONGEST_ALONE else ())


def _sights(plain: str, year: int) -> Iterator[_Sight]:
    at = 0
    while place := _PLACE.search(plain, at):
        start = place.start()
        found = next(filter(None, (_tried(form, plain, start, year) for form in _FORMS[plain[start]])), None)
        if found is None:
            at = place.end() if plain[start].isdigit() or plain[start] in NUMERALS else start + 1
            continue
        at = start + len(plain[start:found[0]].rstrip())
        yield _Sight(start, at, found[1])


def _tried(form: Form, plain: str, start: int, year: int) -> Found | None:
    match = form[0].match(plain, start)
    return form[1](match, plain, year) if match else None


def _outside(plain: str, sights: Iterable[_Sight]) -> str:
    rest, at = "", 0
    for sight in sights:
        rest, at = rest + plain[at:sight.start], sight.end
    return rest + plain[at:]


def _times(text: str, plain: str, sights: list[_Sight], alone: bool) -> Iterator[Time]:
    for sight in _with_marks(plain, sights):
        meaning = sight.what
        if isinstance(meaning, Point):
            before, after = plain[max(0, sight.start - AROUND):sight.start], plain[sight.end:sight.end + AROUND]
            judgement = judged(meaning, before, after, alone)
        else:
            judgement = _exact(meaning, text, plain, sight)
        if judgement is not None:
            yield Time(text[sight.start:sight.end], sight.start, sight.end, judgement)


def _with_marks(plain: str, sights: list[_Sight]) -> list[_Sight]:
    """6月底、12月底前: the 前 of the last holds for those joined to it."""
    joined = list(sights)
    for at in range(len(joined) - 2, -1, -1):
        one, following = joined[at], joined[at + 1]
        if (isinstance(one.what, Point) and isinstance(following.what, Point) and not one.what.mark
                and following.what.mark and plain[one.end:following.start].strip() in _JOINS):
            joined[at] = replace(one, what=replace(one.what, mark=following.what.mark))
    return joined


def _exact(meaning: Meaning, text: str, plain: str, sight: _Sight) -> Meaning:
    """The words inside a meaning as the text has them, not as they were folded."""
    if isinstance(meaning, Within) and meaning.event:
        return replace(meaning, event=_original(meaning.event, text, plain, sight.start))
    if isinstance(meaning, Awaits):
        return replace(meaning, event=_original(meaning.event, text, plain, sight.end))
    if isinstance(meaning, Check):
        return replace(meaning, clause=_original(meaning.clause, text, plain, sight.end))
    return meaning


def _original(words: str, text: str, plain: str, before: int) -> str:
    at = plain.rfind(words, 0, before + 1)
    return text[at:at + len(words)]


def _standing_alone(text: str, year: int) -> tuple[Time, ...]:
    """年度 or 长期 as all that a cell says, and words spaced out to fill it (全 年)."""
    words, close = text.strip(), squeezed(text)
    what: Meaning | None = None
    if close in _EVERY_ALONE:
        what = Rhythm(_EVERY_ALONE[close])
    elif close in ("长期", "持续"):
        what = AllYear()
    elif close != words:
        inside = find_times(close, year)
        what = inside[0].meaning if inside and inside[0].words == close else None
    start = text.find(words)
    return (Time(words, start, start + len(words), what),) if what else ()
