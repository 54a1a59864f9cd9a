"""Writes a time rule in a few Chinese words that a clerk can type, and reads them back; dates are made of it elsewhere.

2018-12-31 前 · 2018-08-31 前或 2018-09-30 前 · 每季度 · 每月 28 日前 · 会议结束后 3 个工作日内 ·
7月31日前：验收；8月31日前：报送；最晚 9月30日 · 待上级：省里发文（此后 20 个工作日内） · 发布前核对：保密；隐私 ·
不催办
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from obligations.errors import Refusal
from obligations.intake.review import rule_signs as signs
from obligations.intake.review.rule_signs import EventNames, unclear
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    EventKind,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.planfile_row import printable
from obligations.planfile_rules import LAST_DAY

LONGEST = 2000      # characters; a rule is a line, not a text
_CLUTTER = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_ASSUMED = re.compile(r"[(（]\s*系统默认\s*[)）]$")
_ONGOING = re.compile(r"不催办|没有日期|无日期")
_PERIODIC = re.compile(r"每\s*个?\s*(?P<every>月|季\s*度?|半\s*年\s*度?|年\s*度?)\s*"
                       r"(?:(?P<last>末月|最后一个月|12\s*月|十二月)?\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]"
                       r"|[底末])?\s*(?:[之以]?前)?(?:一次)?")
_AFTER = re.compile(rf"(?P<event>.+)(?:后|之日起|日起)\s*{signs.AMOUNT}")
_SUPERIOR = re.compile(rf"{signs.SUPERIOR}\s*[:：]\s*(?P<event>.+)")
_SINCE = re.compile(rf"(?P<event>.+)[(（]\s*{signs.SINCE}\s*{signs.AMOUNT}\s*[)）]")
_GATE = re.compile(rf"{signs.GATE}\s*[:：](?P<checks>.+)", re.DOTALL)
_STEPS = re.compile(rf"{signs.STEPS}\s*[:：]")
_STEP = re.compile(rf"(?P<days>{signs.DAY}(?:{signs.OR}{signs.DAY})*)\s*[:：]?\s*(?P<title>.+)")
_LATEST = re.compile(rf"(?:{signs.LATEST}|最迟|至迟)\s*[:：]?\s*(?P<day>.+)")
_KEY = re.compile(r"(?P<title>.+)〔(?P<key>[A-Za-z0-9][A-Za-z0-9._-]{0,39})〕")
_PARTS = re.compile("[;；\n]")


def words(rule: TimeRule, events: Mapping[str, EventKind]) -> str:
    """`rule` in the notation; `events` are the plan's kinds of events by their keys."""
    return Notation(events).words(rule)


def read(words: str, events: Mapping[str, EventKind], year: int) -> tuple[TimeRule, EventKind | None]:
    """The rule that `words` say, days without a year being in `year`, and the kind of event it follows, which may be
    new. Raises Refusal for words that say none (quote)."""
    return Notation(events).read(words, year)


class Notation:
    """The notation over one plan's kinds of events; to be made once for many rules."""

    def __init__(self, events: Mapping[str, EventKind]) -> None:
        self._events = EventNames(events)

    def words(self, rule: TimeRule) -> str:
        """`rule` in the notation."""
        match rule:
            case AfterEvent():
                return f"{self._events.name(rule.event)}后 {_amount(rule.amount, rule.unit)}"
            case ByDate():
                return _days(rule.dates) + _mark(rule.assumed)
            case Milestones():
                return _milestones(rule)
            case Periodic():
                return _rhythm(rule) + _mark(rule.assumed)
            case Ongoing():
                return signs.NO_DATE
            case Gate():
                return f"{signs.GATE}：{_listed(rule.checks)}"
            case AwaitSuperior():
                since = f"（{signs.SINCE} {_amount(rule.amount, rule.unit)}）" if rule.amount else ""
                return f"{signs.SUPERIOR}：{self._events.name(rule.event)}{since}"

    def read(self, words: str, year: int) -> tuple[TimeRule, EventKind | None]:
        """The rule that `words` say, and the kind of event it follows. Raises Refusal (quote)."""
        plain = _CLUTTER.sub("", words).strip()
        if len(plain) > LONGEST:
            raise unclear(plain[:LONGEST])
        if found := self._by_event(plain):
            return found
        rule = _undated(plain) or _dated(plain.rstrip("。"), year) or _milestones_of(plain, year)
        if rule is None:
            raise unclear(printable(plain))
        return rule, None

    def _by_event(self, words: str) -> tuple[TimeRule, EventKind] | None:
        after, superior = _AFTER.fullmatch(words), _SUPERIOR.fullmatch(words)
        # A name may begin or end like a word of the notation: what is known by name counts first.
        if after and (not superior or self._events.known(after["event"])):
            event = self._events.named(after["event"])
            return AfterEvent(event.key, *signs.amount_of(after)), event
        return self._awaited(superior["event"]) if superior else None

    def _awaited(self, words: str) -> tuple[TimeRule, EventKind]:
        since = _SINCE.fullmatch(words) or _AFTER.fullmatch(words)
        if since and not self._events.known(words):
            event = self._events.named(since["event"])
            return AwaitSuperior(event.key, *signs.amount_of(since)), event
        event = self._events.named(words)
        return AwaitSuperior(event.key), event


def _amount(amount: int, unit: Unit) -> str:
    return f"{amount} {signs.UNITS[unit]}内"


def _mark(assumed: bool) -> str:
    return signs.ASSUMED if assumed else ""


def _days(dates: Iterable[date]) -> str:
    return "或 ".join(f"{day} 前" for day in dates)


def _rhythm(rule: Periodic) -> str:
    month = {Every.MONTH: "", Every.YEAR: " 12 月"}.get(rule.every, "末月")
    return signs.RHYTHMS[rule.every] + (f"{month} {rule.day} 日前" if rule.day else "")


def _listed(texts: Sequence[str]) -> str:
    """Texts behind a colon, on one line; where they hold what would part them, on a line each."""
    if any(_PARTS.search(text) for text in texts):
        return "\n" + "\n".join(texts)
    return "；".join(texts)


def _taken_apart(text: str) -> list[str]:
    """The texts that `_listed` wrote, or that somebody typed."""
    own_lines = text.lstrip(" \t\u3000").startswith("\n")
    pieces = text.split("\n") if own_lines else _PARTS.split(text)
    return [piece.strip() for piece in pieces if piece.strip()]


def _milestones(rule: Milestones) -> str:
    steps = [_step(step, number) for number, step in enumerate(rule.steps, 1)]
    texts = steps + ([f"{signs.LATEST} {rule.limit}"] if rule.limit else [])
    listed = _listed(texts)
    return f"{signs.STEPS}：{listed}" if listed.startswith("\n") else listed


def _step(step: Milestone, number: int) -> str:
    needs_key = step.key != f"step-{number}" or step.title.endswith("〕")
    return f"{_days(step.dates)}：{step.title}" + (f"〔{step.key}〕" if needs_key else "")


def _milestones_of(words: str, year: int) -> Milestones | None:
    """Steps with their days; None for words that are none. Raises Refusal where the days are not in order."""
    listed = _STEPS.match(words)
    pieces = _taken_apart(words[listed.end():] if listed else words)
    limits = [found for piece in pieces if (found := _LATEST.fullmatch(piece))]
    steps = [found for piece in pieces if (found := _STEP.fullmatch(piece))]
    if not steps or len(limits) > 1 or len(steps) + len(limits) < len(pieces):
        return None
    limit = signs.day(limits[0]["day"].strip(), year) if limits else None
    if limits and limit is None:
        return None
    return _in_order(Milestones(tuple(_read_step(step, n, year) for n, step in enumerate(steps, 1)), limit), words)


def _read_step(found: re.Match[str], number: int, year: int) -> Milestone:
    titled, dates = _KEY.fullmatch(found["title"]), signs.days(found["days"], year)
    if not dates:
        raise unclear(found[0])
    if titled:
        return Milestone(titled["key"], printable(titled["title"]), dates)
    return Milestone(f"step-{number}", printable(found["title"]), dates)


def _in_order(rule: Milestones, words: str) -> Milestones:
    late = rule.limit and any(step.dates[-1] > rule.limit for step in rule.steps)
    unordered = any(then.dates[0] < first.dates[0] for first, then in pairwise(rule.steps))
    if late or unordered or len({step.key for step in rule.steps}) < len(rule.steps):
        raise Refusal("rule-words-order", quote=printable(words))
    return rule


def _undated(words: str) -> TimeRule | None:
    if _ONGOING.fullmatch(words.rstrip("。")):
        return Ongoing()
    gate = _GATE.fullmatch(words)
    checks = tuple(map(printable, _taken_apart(gate["checks"]))) if gate else ()
    return Gate(checks) if checks else None


def _dated(words: str, year: int) -> TimeRule | None:
    bare = _ASSUMED.sub("", words).rstrip()
    if found := _PERIODIC.fullmatch(bare):
        return _periodic(found, assumed=bare != words)
    dates = signs.days(bare, year)
    return ByDate(dates, bare != words) if dates else None


def _periodic(found: re.Match[str], *, assumed: bool) -> Periodic:
    every = next(every for every, word in signs.RHYTHMS.items() if word[1] == found["every"][0])
    day = signs.number_of(found["day"]) if found["day"] else None
    # The 15th of a quarter is no day as long as nobody says of which month.
    if day is not None and (not 1 <= day <= LAST_DAY or (every is Every.MONTH) == bool(found["last"])):
        raise unclear(found[0])
    return Periodic(every, day, assumed)
