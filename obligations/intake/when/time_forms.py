"""The forms that a word about time can have, by the character it begins with; walking over a text is `timing.py`."""

import re
from collections.abc import Callable

from obligations.intake.when import time_periods as periods
from obligations.intake.when import time_phrases as phrases
from obligations.intake.when import time_points as points
from obligations.intake.when.time_points import Grain, Point
from obligations.intake.when.time_words import NUMERALS, Meaning, Unreadable

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
RHYTHM: Form = (periods.RHYTHM, lambda match, text, year: periods.rhythm(match, text, year))
HALVES: Form = (periods.HALVES, lambda match, text, year: periods.halves(match, text))
TURN: Form = (periods.TURN, lambda match, text, year: (match.end(), periods.turn(match)))
VAGUE: Form = (phrases.VAGUE, lambda match, text, year: (match.end(), phrases.vague(match)))
STANDING: Form = (phrases.STANDING, lambda match, text, year: (match.end(), phrases.standing(match)))
AWAITS: Form = (phrases.AWAITS, lambda match, text, year: (match.end(), phrases.awaits(match)))
CHECK: Form = (phrases.CHECK, lambda match, text, year: (match.end(), phrases.check(match, text)))

_NUMBERS: tuple[Form, ...] = (TURN, *RANGES, (points.ISO, _iso), (points.SEVERAL, _several), POINT, YEAR_END, YEAR,
                              (points.SHORT, _short), (periods.SHORT_YEAR, _unset), PERIOD,
                              UNSET)
_NEAR: tuple[Form, ...] = (*RANGES, POINT, YEAR_END, YEAR, UNSET)
FORMS: dict[str, tuple[Form, ...]] = {
    **dict.fromkeys("0123456789" + NUMERALS, _NUMBERS), **dict.fromkeys("数几半多", (TURN, PERIOD)),
    **dict.fromkeys("次明来翌本今当去下", _NEAR), "上": (HALVES, *_NEAR, CHECK), "即": (*_NEAR, VAGUE),
    "第": (*RANGES, POINT, VAGUE),
    "年": (YEAR_END, UNSET), **dict.fromkeys("提距", ((periods.LEAD, _unset),)), "逢": (UNSET,),
    **dict.fromkeys("月旬周日双单隔国春元中端清劳汛开暑学除节主供采冬入防雨秋夏寒高党人", (UNSET,)),
    **dict.fromkeys("逐分", (RHYTHM, UNSET)), "每": (HALVES, RHYTHM, UNSET), "季": (TURN, RHYTHM, UNSET),
    "按": (RHYTHM, UNSET, VAGUE, AWAITS),
    **dict.fromkeys("及适定不尽实随限立视择近马动同", (VAGUE,)), **dict.fromkeys("全贯长持常", (STANDING,)),
    **dict.fromkeys("待根依对与", (AWAITS,)), **dict.fromkeys("公发印出信未先", (CHECK,)),
}
# The first characters of whatever the forms can match; a run of digits or numerals is one place. To look at the very
# first one before anything else makes the search several times as fast.
_UNITS = "-年月日号个工自天小分周星季半至到或和及、,./~会〇"
PLACE = re.compile(
    rf"(?=[{''.join(FORMS)}])(?:(?<![0-9])[0-9]++(?=\s{{0,3}}[{_UNITS}])"
    rf"|(?<![{NUMERALS}])[{NUMERALS}]++(?=\s{{0,3}}[{_UNITS}0-9前])"
    r"|半[年个日天小月]|[数几多](?:个|日|天|小)|[次明来翌本今当去上下][年半个月周季日天\s]|第(?=\s{0,3}[1-4一二三四])|每"
    r"|逢|按(?=[月季年半双单周旬日规要照上时省市国州自新序进])"
    r"|上(?=[、,和及与]?下半年)|年\s{0,3}[底末终以之内]|年[初中](?=[之以前公发更报上完开])|月\s{0,3}[底末]"
    r"|[逐分][月季旬周日年]|季度?(?:[首末底]|最后|[公发更报上通调])|[双单隔][月周日年]|[旬周日月年](?=[公发更报上通调])"
    r"|国庆|春节|元旦|中秋|端午|清明|劳动节|主?汛|入[汛季]|开学|学[期年][初末开结之以前]"
    r"|除夕|年关|双节|节[假日之以前]|供[暖热]|采暖|[春夏秋冬雨]季|春耕|秋收|防火期|[寒暑][假期]|[高中]考|[党人]代会"
    r"|提前|距|及时|适时|择机|视情|不?定期|尽[快早]|实时|随时|限期|立即|近期|即[时日刻]|马上|动态|同步"
    r"|全年|贯穿|长期|持续|常[态年]|待|根据|依[照据]|对照|与[国自上省市州]"
    r"|(?:公开|发布|印发|出台|上[网传线]|信息)(?:之?前|时)|未|先审)")
