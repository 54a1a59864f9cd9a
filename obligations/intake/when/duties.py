"""Cuts words that ask for different things at different times (每季度公布收支，年底前公开决算) into one piece for each.

Several days stay together: they are steps of one thing, as in 7月底前完成验收，8月底前报送成果. Whether the pieces
become items of their own is asked in `parts.py`.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from obligations.intake.when.time_words import Day, Meaning, Rhythm, Time, Unreadable, Vague, Window, Within
from obligations.intake.when.timing import find_times

_CLAUSE = re.compile(r"[^，,。；;\n]*[，,。；;\n]?")
# What a clause says beside its time without naming anything of its own: 公布一次, 至少更新两次.
_BARE = re.compile(r"不少于|至少|原则上|各自?|分别|统一|[0-9一两二三四五六七八九十]+次|以上|应当?|须|要|并|同时|及时"
                   r"|定期|全部|其中|公[开布示]|发布|更新|报送|上报|完成|通报|进行|开展|向社会|对外|[^\w]|[0-9]+")
_OWN = 2        # characters that name something


@dataclass(frozen=True, slots=True)
class Duty:
    """A piece of a text with the times of the whole text that stand in it. `since`: what its period runs from, where
    only words before it say so."""

    text: str
    times: tuple[Time, ...]
    since: str = ""


def duties(text: str, year: int) -> tuple[Duty, ...]:
    """`text` in pieces of one kind of time each, which together are its words; one where it cannot be cut."""
    times = [time for time in find_times(text, year) if _kind(time.meaning)]
    if len({_kind(time.meaning) for time in times}) < 2:
        return (Duty(text, tuple(times)),)
    pieces, waiting = [], deque(times)
    for start, end in _pieces(text, times):
        pieces.append(_duty(text, start, end, _taken(waiting, end), year))
    return tuple(pieces)


def _taken(waiting: deque[Time], end: int) -> tuple[Time, ...]:
    """The next times, up to `end`."""
    taken = []
    while waiting and waiting[0].start < end:
        taken.append(waiting.popleft())
    return tuple(taken)


def _duty(text: str, start: int, end: int, own: tuple[Time, ...], year: int) -> Duty:
    periods = [time.meaning for time in own if isinstance(time.meaning, Within)]
    alone = [time.meaning for time in find_times(text[start:end], year) if isinstance(time.meaning, Within)]
    known = periods and alone and periods[0].event and not alone[0].event
    return Duty(text[start:end], own, periods[0].event if known else "")


def _pieces(text: str, times: Sequence[Time]) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end: a clause with a time and a thing of its own begins one, once the piece before
    has both, if its time is of another kind."""
    begun, complete, kinds, waiting = 0, False, set[object](), deque(times)
    for clause in _CLAUSE.finditer(text):
        own = _taken(waiting, clause.end())
        now = {_kind(time.meaning) for time in own}
        names = bool(own) and _names_something(text, clause, own)
        if complete and names and not now & kinds:
            yield begun, clause.start()
            begun, complete, kinds = clause.start(), False, set()
        kinds |= now
        complete = complete or names
    yield begun, len(text)


def _names_something(text: str, clause: re.Match[str], times: Sequence[Time]) -> bool:
    rest = list(text[clause.start():clause.end()])
    for time in times:
        if isinstance(time.meaning, Vague) and time.meaning.apart:
            continue    # 会后公布: the event says what is meant
        start, end = time.start - clause.start(), time.end - clause.start()
        rest[start:end] = " " * (min(end, len(rest)) - start)
    return len(_BARE.sub("", "".join(rest))) >= _OWN


def _kind(meaning: Meaning) -> object:
    """What two times must have in common to belong to one thing; None: it is no time of its own."""
    match meaning:
        case Day() | Window():
            return "day"
        case Unreadable(readings):
            return "day" if readings else "odd"
        case Within(amount, unit, event):
            return amount, unit, event
        case Rhythm():
            return meaning
        case Vague(paced=True):
            return meaning
        case Vague(at_once=at_once, apart=apart):
            return "soon" if at_once or apart else None
        case _:
            return None
