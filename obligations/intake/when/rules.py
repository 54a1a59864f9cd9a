"""Decides the time rule of each deliverable from the three places of its row that speak of time.

The requirement's own words count first, then the cell 时限, then the content (重点内容). Contradicting days are all
kept: remind from the first, overdue after the last. 全年 without a date is a quarterly confirmation. Whatever is not
said plainly is asked, and the first choice is in force meanwhile (design.md §4). Which words are times is decided in
`timing.py`, how a question is put in `rule_doubts.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.source import NOTHING, Quote, SourceRow
from obligations.intake.when.rule_beside import remark_left_out, set_against
from obligations.intake.when.rule_dates import Dating
from obligations.intake.when.rule_doubts import ONGOING, QUARTER, RHYTHMS, UNDATED, About, Asking, as_rule
from obligations.intake.when.rule_events import Events, telling
from obligations.intake.when.rule_hearing import Heard, hear, in_content, joined, periods_of, rhythms_of, settle
from obligations.intake.when.rule_steps import titles
from obligations.intake.when.time_words import Check, Day, Meaning, Rhythm, Time, Vague, Within, squeezed
from obligations.intake.when.timing import find_times
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    EventKind,
    Every,
    Gate,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.planfile_row import printable

MOST_CHECKS = 5
_HOURS = {Unit.HOURS: 1, Unit.DAYS: 24, Unit.WORKDAYS: 24}
_OFTEN = list(Every)     # the most frequent first


@dataclass(frozen=True, slots=True)
class Timed:
    """A rule with the kinds of events it names. `assumed`: 系统默认 stands in it, a question is still open."""

    rule: TimeRule
    events: tuple[EventKind, ...] = ()
    assumed: bool = False


class Rules:
    """The time rules of one document of the year `year`."""

    def __init__(self, inquiry: Inquiry, year: int) -> None:
        self._asking, self._year, self._events = Asking(inquiry, year), year, Events()

    def time_rule(self, part: Quote, row: SourceRow, index: int, *, named: bool, since: str = "",
                  year: int | None = None) -> Timed:
        """The rule of `part` of what `row` (number `index`, from 0) asks for. `named`: its event concerns whichever
        department is named when it is registered; `since`: the words for its event that stand before `part`; `year`:
        that of dates without one, if it is not the document's."""
        self._asking.begin()
        timed = _Deciding(part, row, index, year or self._year, self._asking, self._events, named, since).timed()
        return replace(timed, assumed=self._asking.assumed)


Outcome = Callable[[], Timed]


class _Deciding:
    """One part of one row on its way to a rule."""

    def __init__(self, part: Quote, row: SourceRow, index: int, year: int, asking: Asking, events: Events,
                 named: bool, since: str) -> None:
        self._part, self._row, self._asking, self._events, self._named = part, row, asking, events, named
        self._since = since
        self._about, self._anywhere = About(index, part.text), About(index, everywhere=True)
        self._prose = hear(part, find_times(part.text, year), year)
        self._cell = hear(row.deadline, find_times(row.deadline.text, year), year, others := self._of_others(year))
        self._content = hear(row.content, self._beside(year), year, others)
        self._settle(year)

    def _settle(self, year: int) -> None:
        """Have every odd word asked, once where two cells have it."""
        if self._cell.odd and self._prose.odd:
            known = {squeezed(time.words) for time in self._prose.odd}
            self._cell.odd = [time for time in self._cell.odd if squeezed(time.words) not in known]
        said = [*self._prose.says_when, *self._cell.says_when] or self._content.says_when or [
            time for time in self._prose.times if isinstance(time.meaning, Check)]
        for heard in (self._prose, self._cell, self._content):
            settle(heard, said, year, self._asking, self._about, alone=heard is self._cell)
        set_against(self._cell, self._prose, self._asking, self._about)
        set_against(self._prose, self._cell, self._asking, self._about)

    def _beside(self, year: int) -> Iterator[Time]:
        """The times of the content cell. Odd words are asked there only where the requirement says no time, and not
        again where both have the same."""
        if self._row.content.text in ("", self._row.asks.text):
            return
        said = {squeezed(time.words) for time in self._prose.times}
        for time in in_content(self._part, self._row, find_times(self._row.content.text, year)):
            odd = not isinstance(time.meaning, Day) or time.meaning.date.year not in (year, year + 1)
            if not odd or not (self._prose.says_when or squeezed(time.words) in said):
                yield time

    def _of_others(self, year: int) -> frozenset[Meaning]:
        """The days, periods and rhythms that only the other parts of the row have, if this one has its own."""
        if not self._prose.says_when or self._part.text == self._row.asks.text:
            return frozenset()
        own = {time.meaning for time in self._prose.times}
        return frozenset(time.meaning for time in find_times(self._row.asks.text, year)
                         if isinstance(time.meaning, Day | Within | Rhythm)) - own

    def timed(self) -> Timed:
        explicit = self._explicit()
        if explicit and self._row.deadline.text.strip() and not self._cell.understood:
            self._asking.remark("deadline-unread", self._row.deadline, self._about.row)
        remark_left_out(self._prose, self._cell, self._asking, self._about)
        for heard in (self._prose, self._cell, self._content):
            if heard.settled:
                return Timed(heard.settled[0])
        if self._prose.awaits or self._cell.awaits:
            return self._awaiting(explicit)
        return explicit() if explicit else self._hinted()

    def _explicit(self) -> Outcome | None:
        """What says when: one kind of answer, or the one that the office chooses among several kinds."""
        outcomes: dict[str, Outcome] = {}
        for heard in (self._prose, self._cell, self._content):
            if heard.days:
                outcomes.setdefault("by-dates", self._dated)
            together = (self._prose, self._cell) if heard is not self._content else (heard,)
            if heard is not self._content or not outcomes:
                if heard.periods:
                    outcomes.setdefault("by-period", partial(self._period, together))
                if heard.rhythms:
                    outcomes.setdefault("by-rhythm", partial(self._rhythm, together))
        if len(outcomes) > 1:
            return lambda: outcomes[self._mixed(outcomes)]()
        return next(iter(outcomes.values()), None)

    def _mixed(self, outcomes: Iterable[str]) -> str:
        said = [heard for heard in (self._prose, self._cell, self._content) if heard.says_when]
        quote = said[0].quote if len(said) == 1 else self._part
        words = joined(time for heard in said for time in heard.says_when)
        return self._choose("times-mixed", quote, map(Choice, outcomes), words=words)

    def _choose(self, kind: str, quote: Quote, choices: Iterable[Choice], **values: str) -> str:
        return self._asking.choose(kind, quote, tuple(choices), self._about, values)

    def _dated(self) -> Timed:
        if self._cell.all_year and not self._cell.days:
            earliest = min(one.day for one in (*self._prose.days, *self._content.days))
            self._asking.remark("deadline-differs", self._row.deadline, self._about.row, date=earliest.isoformat())
        return Timed(Dating(self._prose, self._cell, self._content, self._asking, self._about).rule())

    def _period(self, places: Sequence[Heard]) -> Timed:
        ordered = sorted(periods_of(places), key=lambda one: one[0].amount * _HOURS[one[0].unit])
        chosen, time, heard = ordered[0]
        if heard is self._content and self._left_out(heard.words(time)):
            return self._hinted()
        if len(ordered) > 1:
            named = {Choice("period", squeezed(one[0].event + one[1].words)[-60:]): one for one in ordered}
            answer = self._choose("several-periods", heard.words(time), named)
            chosen, time, heard = next(one for choice, one in named.items() if choice.id == answer)
        return self._counted(heard, chosen, time)

    def _counted(self, heard: Heard, within: Within, time: Time) -> Timed:
        """A period that does not say what it runs from runs from a registration under its own words."""
        event = within.event or self._since
        if not event:
            answer = self._choose("no-start", heard.words(time), (Choice("from-registration"), QUARTER, ONGOING))
            if answer != "from-registration":
                return Timed(as_rule(answer, (), assumed=False))
            kind = self._events.unknown(self._part.text, self._asked_for(heard, time), named=self._named)
        else:
            kind = self._events.kind(event, named=self._named)
        return Timed(AfterEvent(kind.key, within.amount, within.unit), (kind,))

    def _asked_for(self, heard: Heard, time: Time) -> str:
        own = titles(heard.quote.text, heard.times)[time] if heard is self._prose else ""
        return telling(own, self._row.content.text, self._part.text)

    def _rhythm(self, places: Sequence[Heard]) -> Timed:
        ordered = sorted(rhythms_of(places), key=lambda one: _OFTEN.index(one[0].every))
        chosen, time, heard = ordered[0]
        if heard is self._content and self._left_out(heard.words(time)):
            return self._hinted()
        if len(ordered) > 1:
            named = {Choice("rhythm", squeezed(time.words)): one for one, time, _ in ordered}
            answer = self._choose("several-rhythms", heard.words(time), named)
            chosen = next(one for choice, one in named.items() if choice.id == answer)
        begins = [words for place in places for _, one in place.rhythms if (words := place.begins(one))]
        if begins:
            self._asking.remark("rhythm-from", begins[0], self._about.row)
        return Timed(Periodic(chosen.every, chosen.day))

    def _left_out(self, words: Quote) -> bool:
        """Whether the office says that what only the content names does not hold."""
        choices = Choice("content-holds"), Choice("requirement-holds")
        return self._choose("hidden-time", words, choices) == "requirement-holds"

    def _awaiting(self, explicit: Outcome | None) -> Timed:
        heard = self._prose if self._prose.awaits else self._cell
        awaited, time = heard.awaits[0]
        if explicit and any(one.event == awaited.event for one, _ in heard.periods):
            return explicit()      # 待…印发后 20 个工作日内: the period counts from it anyway
        choices = (Choice("as-dated"), Choice("await")) if explicit else (Choice("await"), *RHYTHMS)
        answer = self._choose("awaits-superior", heard.words(time), choices)
        if answer == "await":
            kind = self._events.kind(awaited.event, named=self._named)
            return Timed(AwaitSuperior(kind.key), (kind,))
        return explicit() if explicit else Timed(as_rule(answer, (), assumed=False))

    def _hinted(self) -> Timed:
        """Without any day, period or rhythm: a check, or a word such as 全年."""
        if checks := tuple(dict.fromkeys(printable(check.clause) for check in self._prose.checks))[:MOST_CHECKS]:
            answer = self._choose("is-gate", self._part, (Choice("gate"), *RHYTHMS))
            return Timed(Gate(checks) if answer == "gate" else as_rule(answer, (), assumed=False))
        return Timed(self._by_word())

    def _by_word(self) -> TimeRule:
        """定期 in the prose speaks of how often, and so counts more than 全年; 及时 does not."""
        cell, prose = self._cell, self._prose
        paced = next(((one, prose.words(time)) for one, time in prose.vague if one.paced), None)
        if paced:
            return self._vague(*paced)
        if cell.all_year:
            return self._all_year(self._row.deadline)
        if cell.vague:
            return self._vague(cell.vague[0][0], self._row.deadline)
        if self._row.deadline.text.strip():
            return self._asking.rule("unreadable-date", self._row.deadline, UNDATED, self._anywhere)
        if prose.vague and not prose.all_year:
            return self._vague(prose.vague[0][0], prose.words(prose.vague[0][1]))
        return self._all_year(prose.words(prose.all_year[0]) if prose.all_year else NOTHING)

    def _vague(self, vague: Vague, word: Quote) -> TimeRule:
        return self._asking.rule("vague-time", word, UNDATED if vague.free else RHYTHMS, self._anywhere)

    def _all_year(self, word: Quote) -> TimeRule:
        return self._asking.rule("all-year-rhythm", word, RHYTHMS, self._anywhere)
