"""Finds every word about time in Chinese prose, with its place; what rule they make together is decided in `rules.py`.

One walk over the text: only where a time can begin are the few forms tried that begin so. No form is longer than a
sentence, so that the work grows with the text and no faster.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from obligations.intake.when.time_events import with_events
from obligations.intake.when.time_forms import FORMS, PLACE, Form, Found
from obligations.intake.when.time_judging import AROUND, judged
from obligations.intake.when.time_points import Grain, Point, Sight
from obligations.intake.when.time_words import (
    NUMERALS,
    AllYear,
    Awaits,
    Check,
    Day,
    Meaning,
    Rhythm,
    Time,
    Unreadable,
    Vague,
    Within,
    folded,
    squeezed,
)
from obligations.plan import Every

REMEMBERED = 4096
LONGEST_ALONE = 60      # characters of a text that can be nothing but times
_JOINS = frozenset("、和及与或/")


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
    sights = with_events(plain, _sights(plain, year))
    alone = len(plain) <= LONGEST_ALONE and not _FILLING.sub("", _outside(plain, sights))
    found = tuple(_times(text, plain, sights, alone))
    return found or (_standing_alone(text, year) if len(text) <= LONGEST_ALONE else ())


def _sights(plain: str, year: int) -> Iterator[Sight]:
    at = 0
    while place := PLACE.search(plain, at):
        start = place.start()
        found = next(filter(None, (_tried(form, plain, start, year) for form in FORMS[plain[start]])), None)
        if found is None:
            at = place.end() if plain[start].isdigit() or plain[start] in NUMERALS else start + 1
            continue
        at = start + len(plain[start:found[0]].rstrip())
        yield Sight(start, at, found[1])


def _tried(form: Form, plain: str, start: int, year: int) -> Found | None:
    match = form[0].match(plain, start)
    return form[1](match, plain, year) if match else None


def _outside(plain: str, sights: Iterable[Sight]) -> str:
    rest, at = "", 0
    for sight in sights:
        rest, at = rest + plain[at:sight.start], sight.end
    return rest + plain[at:]


def _times(text: str, plain: str, sights: list[Sight], alone: bool) -> Iterator[Time]:
    for run in _runs(plain, _with_marks(plain, sights)):
        for sight, meaning in zip(run, _meanings(run, text, plain, alone), strict=True):
            if meaning is not None:
                yield Time(text[sight.start:sight.end], sight.start, sight.end, meaning)


def _meanings(run: Sequence[Sight], text: str, plain: str, alone: bool) -> list[Meaning | None]:
    """What joined points mean (6月、12月各公布一次), or the only sight of a run."""
    first, last = run[0], run[-1]
    if not isinstance(first.what, Point):
        return [_exact(first.what, text, plain, first)]
    before, after = plain[max(0, first.start - AROUND):first.start], plain[last.end:last.end + AROUND]
    found = [judged(sight.what, before, after, alone) for sight in run if isinstance(sight.what, Point)]
    if len(found) > 1 and all(isinstance(one, Unreadable) and len(one.readings) == 1 for one in found):
        return [Day(one.readings[0]) for one in found if isinstance(one, Unreadable)]    # several days are asked anyway
    return found


def _runs(plain: str, sights: Sequence[Sight]) -> list[list[Sight]]:
    """The sights, points that are joined to each other together."""
    runs: list[list[Sight]] = []
    for sight in sights:
        if runs and _are_joined(plain, runs[-1][-1], sight):
            runs[-1].append(sight)
        else:
            runs.append([sight])
    return runs


def _are_joined(plain: str, one: Sight, following: Sight) -> bool:
    return (isinstance(one.what, Point) and isinstance(following.what, Point)
            and plain[one.end:following.start].strip() in _JOINS)


def _with_marks(plain: str, sights: list[Sight]) -> list[Sight]:
    """6月、12月底前: the 底 and the 前 of the last hold for those joined to it."""
    joined = list(sights)
    for at in range(len(joined) - 2, -1, -1):
        one, following = joined[at].what, joined[at + 1].what
        if not (isinstance(one, Point) and isinstance(following, Point) and _are_joined(plain, *joined[at:at + 2])):
            continue
        if following.mark and not one.mark:
            ends = one.grain is Grain.MONTH and following.grain is Grain.END
            what = replace(one, mark=following.mark, grain=Grain.END if ends else one.grain)
            joined[at] = replace(joined[at], what=what)
    return joined


def _exact(meaning: Meaning, text: str, plain: str, sight: Sight) -> Meaning:
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
    elif close in ("当日", "当天", "即日"):
        what = Vague(at_once=True)
    elif close != words:
        inside = find_times(close, year)
        what = inside[0].meaning if inside and inside[0].words == close else None
    start = text.find(words)
    return (Time(words, start, start + len(words), what),) if what else ()
