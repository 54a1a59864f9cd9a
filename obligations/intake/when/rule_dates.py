"""Decides what days from the three places of a row mean together: one day, steps, or a contradiction to be asked.

Contradicting days are all kept: remind from the first, overdue after the last (design.md §4).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from obligations.intake.inquiry import Choice
from obligations.intake.source import Quote
from obligations.intake.when.rule_doubts import ALL_KEPT, UNDATED, About, Asking, as_rule, by
from obligations.intake.when.rule_hearing import Heard
from obligations.intake.when.rule_steps import Dated, each_of, milestones, steps_of
from obligations.plan import ByDate, Milestones, TimeRule

EACH = Choice("each")


@dataclass(frozen=True, slots=True)
class Dating:
    """The requirement, the cell 时限 and the content of a row; at least one of them has days."""

    prose: Heard
    cell: Heard
    content: Heard
    asking: Asking
    about: About

    def rule(self) -> TimeRule:
        """The rule that the days make; asks where they differ or stand only in the content."""
        if steps := steps_of(self.prose.days):
            return self._stepwise(steps)
        found = [*self.prose.days, *self.cell.days, *self.content.days]
        days = sorted({one.day for one in found})
        if not self.prose.days and not self.cell.days:
            choices = (*((ALL_KEPT,) if len(days) > 1 else ()), *by(days), *UNDATED)
            return self._printed("hidden-date", self.content.words(found[0].time), choices)
        if len(days) == 1 or len({one.time.words for one in found}) == 1:
            return ByDate(tuple(days))     # one day, or both readings of the same words
        first = self.prose if self.prose.days else self.cell
        if {one.day for one in first.days} == set(days) and len({one.title for one in first.days if one.title}) < 2:
            return self._each(first, days)
        return self._printed("dates-differ", first.words(first.days[0].time), (ALL_KEPT, *by(days)), days)

    def _each(self, heard: Heard, days: Sequence[date]) -> TimeRule:
        """6月底、12月底前报送 names the same thing several times, which no column contradicts."""
        steps = each_of(heard.days, heard.quote.text)
        choices = (EACH, ALL_KEPT, *by(days))
        words = heard.span([one.time for one in heard.days])
        answer = self.asking.choose("several-dates", words, choices, self.about, {})
        return Milestones(steps) if answer == EACH.id else _unassumed(as_rule(answer, choices, assumed=False))

    def _printed(self, kind: str, words: Quote, choices: tuple[Choice, ...], days: Sequence[date] = ()) -> TimeRule:
        values = {"first": days[0].isoformat(), "last": days[-1].isoformat()} if days else {}
        return _unassumed(self.asking.rule(kind, words, choices, self.about, **values))

    def _stepwise(self, steps: Sequence[Dated]) -> TimeRule:
        """Steps with every day that the content gives for the same things; the cell 时限 is their limit."""
        cell, content = {one.day for one in self.cell.days}, self.content.days
        own, kept = milestones(steps, (), ()), milestones(steps, content, cell)
        if kept.steps == own.steps and kept.limit in (None, own.steps[-1].dates[-1]):
            return own
        rules: dict[str, TimeRule] = {ALL_KEPT.id: kept, "requirement-holds": own}
        if content:
            beside = steps_of(content)
            rules["content-holds"] = milestones(beside, (), ()) if beside else _by(one.day for one in content)
        if cell:
            rules["deadline-holds"] = _by(cell)
        days = sorted({*cell, *(one.day for one in (*steps, *content))})
        values = {"first": days[0].isoformat(), "last": days[-1].isoformat()}
        words = self.prose.words(steps[0].time)
        return rules[self.asking.choose("dates-differ", words, tuple(map(Choice, rules)), self.about, values)]


def _by(days: Iterable[date]) -> ByDate:
    return ByDate(tuple(sorted(set(days))))


def _unassumed(rule: TimeRule) -> TimeRule:
    """Printed days are no 系统默认 even where the choice among them is."""
    return replace(rule, assumed=False) if isinstance(rule, ByDate) else rule
