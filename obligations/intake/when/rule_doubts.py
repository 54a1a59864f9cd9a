"""Asks the office about time, in the few ways there are, and turns each answer into a rule; what is doubtful is
decided in `rules.py`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote
from obligations.intake.when.time_words import folded, squeezed
from obligations.plan import ByDate, Every, Ongoing, Periodic, TimeRule

ALL_KEPT, ONGOING, QUARTER = Choice("all-kept"), Choice("ongoing"), Choice("quarter")
RHYTHMS = (QUARTER, Choice("month"), Choice("half_year"), ONGOING)
UNDATED = (ONGOING, QUARTER, Choice("month"), Choice("half_year"))
YEARS_AROUND = 5        # a typed date farther from the plan's year is a slip of the hand

_TYPED_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the row's number and the words that tell it from others with the same quote; the
    whole document where `row` is None."""

    row: int | None = None
    context: str = ""


def by(days: Iterable[date]) -> tuple[Choice, ...]:
    """One choice for each day."""
    return tuple(Choice("by", day.isoformat()) for day in days)


class Asking:
    """The questions about time in one document of the year `year`."""

    def __init__(self, inquiry: Inquiry, year: int) -> None:
        self._inquiry, self._year = inquiry, year
        self._words: dict[tuple[str, str], tuple[TimeRule, bool]] = {}
        self._open = False

    def begin(self) -> None:
        """From here on, see whether anything is left to a default."""
        self._open = False

    @property
    def assumed(self) -> bool:
        """Whether any question since `begin` has no answer yet, so that 系统默认 is in force."""
        return self._open

    def choose(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About, values: Mapping[str, str],
               *, typed: bool = False) -> str:
        """The id of the choice in force; `values` fill the words of the question."""
        answer = self._inquiry.ask(kind, quote, choices, row=about.row, context=about.context, typed=typed, **values)
        self._open |= self._inquiry.doubts[-1].answer is None
        return answer

    def rule(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About, **values: str) -> TimeRule:
        """The rule in force among choices of days and rhythms; a date may be typed, too. A word that is not about one
        row (`about.row` None) means the same wherever it stands alone: it is asked once a document."""
        if about.row is not None:
            return self._settled(kind, quote, choices, about, values)
        known = (kind, squeezed(quote.text))
        if known not in self._words:
            before, self._open = self._open, False
            settled = self._settled(kind, Quote(known[1], quote.place, quote.origin), choices, about, values)
            self._words[known], self._open = (settled, self._open), before
        settled, is_open = self._words[known]
        self._open |= is_open
        return settled

    def _settled(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About,
                 values: Mapping[str, str]) -> TimeRule:
        answer = self.choose(kind, quote, choices, about, values, typed=True)
        answered = self._inquiry.doubts[-1].answer is not None
        if answer.startswith(TYPED):
            if day := typed_day(answer, self._year):
                return ByDate((day,))
            self.remark("typed-date-unread", quote, about.row, typed=answer.removeprefix(TYPED)[:30])
            answer, answered, self._open = choices[0].id, False, True
        return as_rule(answer, choices, assumed=not answered)

    def remark(self, kind: str, quote: Quote, row: int | None, **values: str) -> None:
        """Note what should be seen."""
        self._inquiry.remark(kind, quote, row=row, **values)


def as_rule(answer: str, choices: Iterable[Choice], *, assumed: bool) -> TimeRule:
    """The rule that a choice of a day or a rhythm stands for; all-kept are the days among `choices`. `assumed`:
    nobody has chosen it yet."""
    if answer == ONGOING.id:
        return Ongoing()
    if answer == ALL_KEPT.id:
        return ByDate(tuple(sorted({date.fromisoformat(c.value) for c in choices if c.kind == "by"})), assumed)
    if answer.startswith("by:"):
        return ByDate((date.fromisoformat(answer.removeprefix("by:")),), assumed)
    return Periodic(Every(answer), assumed=assumed)


def typed_day(answer: str, year: int) -> date | None:
    """The date in `typed:2018-09-30` or `typed:2018年9月30日`; None: there is no such day near `year`."""
    found = _TYPED_DATE.fullmatch(squeezed(folded(answer.removeprefix(TYPED))))
    if found is None:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        day = date(*parts)
    except ValueError:
        return None
    return day if abs(day.year - year) <= YEARS_AROUND else None
