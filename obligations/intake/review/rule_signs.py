"""The few words of the notation for time rules, and the days, amounts and events written in it.

They are the language of the plan, not of the reader: a clerk types them, a file keeps them, and they have to be read
back whatever language the rest is shown in. Therefore they stand here and not in `locales`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from obligations.errors import Refusal
from obligations.intake.when.rule_events import event_kind
from obligations.intake.when.time_words import number
from obligations.plan import EventKind, Every, Unit
from obligations.planfile_row import YEARS
from obligations.planfile_rules import LONGEST
from obligations.wording import unfolded

ASSUMED = "（系统默认）"
NO_DATE = "不催办"
GATE = "发布前核对"
SUPERIOR = "待上级"
STEPS = "分步"
LATEST = "最晚"
SINCE = "此后"
RHYTHMS = {Every.MONTH: "每月", Every.QUARTER: "每季度", Every.HALF_YEAR: "每半年", Every.YEAR: "每年"}
UNITS = {Unit.WORKDAYS: "个工作日", Unit.DAYS: "日", Unit.HOURS: "小时"}

_UNIT = r"个?\s*工作日|个?自然日|日|天|个?小时"
AMOUNT = rf"(?P<amount>\d{{1,4}}|[一二两三四五六七八九十百]{{1,5}})\s*(?P<unit>{_UNIT})\s*(?:[之以]?内)?。?"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(\d{4})\s*年\s*)?"
_BEFORE = r"\s*(?:[之以]?前|为?止)?"
# 1.5 and 8-31 without a year may be anything; with one they are days.
_PRINTED = re.compile(rf"{_YEAR}({_SMALL})\s*月\s*({_SMALL})\s*[日号]?{_BEFORE}")
_PLAIN = re.compile(rf"(\d{{4}})\s*[./\-－—]\s*(\d{{1,2}})\s*[./\-－—]\s*(\d{{1,2}})\s*日?{_BEFORE}")
_MONTH_END = re.compile(rf"{_YEAR}({_SMALL})\s*月份?\s*[底末]{_BEFORE}")
_YEAR_END = re.compile(rf"(?:(\d{{4}})\s*)?年\s*[底末内]{_BEFORE}")
_IN_PLAIN = r"\d{4}\s*[./\-－—]\s*\d{1,2}\s*[./\-－—]\s*\d{1,2}\s*日?"
_IN_WORDS = rf"(?:\d{{4}}\s*年\s*)?{_SMALL}\s*月份?\s*(?:[底末]|{_SMALL}\s*[日号]?)|(?:\d{{4}}\s*)?年\s*[底末]"
DAY = rf"(?:{_IN_PLAIN}|{_IN_WORDS})(?:\s*(?:[之以]?前(?!期)|为?止(?!损)))?"
_AROUND = re.compile(r"^自\s*|\s*[之以]$")
OR = r"\s*[或、,，和及]\s*"


def unclear(words: str) -> Refusal:
    """What is said about words that are no time rule."""
    return Refusal("rule-words-unclear", quote=words)


def day(words: str, year: int) -> date | None:
    """The day that `words` name (7月底, 2018-12-31 前, 年底), in `year` where they name none; None: they name no day.

    Raises Refusal for a day that is not in the calendar, or in a year that no plan has."""
    if found := _PRINTED.fullmatch(words) or _PLAIN.fullmatch(words):
        return _day(words, found[1] or str(year), number_of(found[2]), number_of(found[3]))
    if found := _MONTH_END.fullmatch(words):
        return _end(words, found[1] or str(year), number_of(found[2]))
    if found := _YEAR_END.fullmatch(words):
        return _day(words, found[1] or str(year), 12, 31)
    return None


def _day(words: str, year: str, month: int, of_month: int) -> date:
    try:
        found = date(int(year), month, of_month)
    except ValueError:
        raise Refusal("rule-words-no-day", quote=words) from None
    if found.year not in YEARS:
        raise Refusal("rule-words-no-day", quote=words)
    return found


def _end(words: str, year: str, month: int) -> date:
    first = _day(words, year, month, 1)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def days(words: str, year: int) -> tuple[date, ...] | None:
    """Several days, earliest first; None where a piece of the words is no day."""
    found = [day(piece.strip(), year) for piece in re.split(OR, words)]
    return tuple(sorted({one for one in found if one})) if found and all(found) else None


def number_of(words: str) -> int:
    """The number that digits, full-width ones too, or Chinese numerals spell; 0: none."""
    return number(unfolded(words)) or 0


def amount_of(found: re.Match[str]) -> tuple[int, Unit]:
    """The amount and unit that AMOUNT matched. Raises Refusal for none, or for more than a plan takes."""
    amount, unit = number_of(found["amount"]), found["unit"]
    if not 1 <= amount <= LONGEST:
        raise unclear(found[0])
    if "工作日" in unit:
        return amount, Unit.WORKDAYS
    return amount, Unit.HOURS if "小时" in unit else Unit.DAYS


class EventNames:
    """The kinds of events of a plan, by every word for them."""

    def __init__(self, events: Mapping[str, EventKind]) -> None:
        self._events = events
        self._exact = _index(events.values(), str)
        self._folded = _index(events.values(), folded)

    def name(self, key: str) -> str:
        """What the kind is called in the notation: its key where two kinds have the same name."""
        name = self._events[key].name
        return name if len(self._exact[name]) == 1 else key

    def known(self, words: str) -> EventKind | None:
        """The kind that `words` name; None: no kind, or several."""
        plain = words.strip()
        found = self._exact.get(plain) or self._folded.get(folded(plain)) or {}
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, words: str) -> EventKind:
        """The kind that `words` name, a new one where there is none. Raises Refusal for words that no name can be."""
        plain = words.strip()
        bare = _AROUND.sub("", plain)     # 自…之日起
        found = self.known(plain) or self.known(bare)
        if found is None and len(bare) < 2:
            raise unclear(words)
        return found or event_kind(bare, named=False)


def _index(kinds: Iterable[EventKind], form: Callable[[str], str]) -> dict[str, dict[str, EventKind]]:
    """The kinds by their words; a name counts before another kind's alias."""
    found: dict[str, dict[str, EventKind]] = {}
    for kind in (kinds := tuple(kinds)):
        found.setdefault(form(kind.name), {})[kind.key] = kind
    for kind in kinds:
        for word in (kind.key, *kind.aliases):
            found.setdefault(form(word), {kind.key: kind})
    return found


def folded(words: str) -> str:
    """`words` without spaces, in plain forms, for comparing."""
    return "".join(unfolded(words).split())
