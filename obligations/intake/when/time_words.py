"""What words about time can mean, and how their characters and numbers are read; finding them is `timing.py`'s part."""

import re
from dataclasses import dataclass
from datetime import date

from obligations.plan import Every, Unit


@dataclass(frozen=True, slots=True)
class Day:
    """By a printed day."""

    date: date


@dataclass(frozen=True, slots=True)
class Window:
    """Between two printed days, both included: a month, a quarter, 6 月至 8 月."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Within:
    """A period. `event`: the exact words for what it runs from, "" where they are missing or unclear."""

    amount: int
    unit: Unit
    event: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Again and again; `day` of the last month of each period, None: its last day."""

    every: Every
    day: int | None = None


@dataclass(frozen=True, slots=True)
class AllYear:
    """全年, 长期, 持续推进: no date and no rhythm."""


@dataclass(frozen=True, slots=True)
class Vague:
    """及时, 定期, 适时. `paced`: it says how often (定期), not how soon (及时); `free`: at no set time (适时);
    `at_once`: without any delay (即时), which no period agrees with; `apart`: set against an event or a beginning
    (会前, 会后, 6月1日起), a demand of its own beside another time; `lasting`: it goes on behind any day (动态更新)."""

    paced: bool = False
    free: bool = False
    at_once: bool = False
    apart: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Awaits:
    """Waits for a superior's act; `event` are the words for it."""

    event: str


@dataclass(frozen=True, slots=True)
class Check:
    """A check before publishing; `clause` are its words."""

    clause: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Words about time with no sure meaning; `readings` are the days they may mean, earliest first."""

    readings: tuple[date, ...] = ()


Meaning = Day | Window | Within | Rhythm | AllYear | Vague | Awaits | Check | Unreadable


@dataclass(frozen=True, slots=True)
class Time:
    """Words about time in a text: `words == text[start:end]`."""

    words: str
    start: int
    end: int
    meaning: Meaning


# Between the signs of one date a document breaks lines and sets spaces; no more than these.
GAP = r"\s{0,3}"
NUMERALS = "一二两三四五六七八九十百"
SMALL = f"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
TO = "(?:-{1,2}|~|至|到)"

# One character for one, so that every place in the folded text is the same place in the text.
_FOLDED = str.maketrans({
    **{chr(ord("０") + n): str(n) for n in range(10)},
    "．": ".", "／": "/", "：": ":", "；": ";", "，": ",", "－": "-", "–": "-", "—": "-", "～": "~", "〜": "~",
    "（": "(", "）": ")", "○": "〇", "零": "〇", "Ｏ": "〇", "×": "x",
    "\u3000": " ", "\u00a0": " ", "\u200b": " ", "\u200c": " ", "\u200d": " ", "\ufeff": " ", "\r": "\n",
    "後": "后", "內": "内", "號": "号", "個": "个", "時": "时", "報": "报", "開": "开",
})
_VALUES = {"〇": 0, "两": 2, **{sign: n for n, sign in enumerate("一二三四五六七八九", 1)}}
_SPELT = re.compile("(?:([一二两三四五六七八九])百〇?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九])?|两")


def folded(text: str) -> str:
    """`text` of the same length with full-width digits and marks as plain ones and odd spaces as spaces."""
    return text.translate(_FOLDED)


def number(words: str) -> int | None:
    """The whole number that digits or Chinese numerals (up to 九百九十九) spell, None: none."""
    if words.isascii():
        return int(words) if words.isdigit() else None
    if words == "两":
        return 2
    spelt = _SPELT.fullmatch(words)
    if spelt is None:
        return None
    tens = _VALUES.get(spelt[2], 1) if spelt[3] else 0
    return 100 * _VALUES.get(spelt[1], 0) + 10 * tens + _VALUES.get(spelt[4], 0)


def year_number(words: str) -> int:
    """2018 or 二〇一八 as a number."""
    return int(words) if words.isascii() else int("".join(str(_VALUES[sign]) for sign in words))


def squeezed(words: str) -> str:
    """`words` without spaces and line breaks."""
    return "".join(words.split())
