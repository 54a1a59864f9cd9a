"""Asks the office about time, in the few ways there are, and turns each answer into a rule; what is doubtful is
decided in `rules.py`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote
from obligations.intake.when.time_words import Day, Rhythm, squeezed
from obligations.intake.when.timing import find_times
from obligations.plan import ByDate, Every, Ongoing, Periodic, TimeRule

ALL_KEPT, ONGOING, QUARTER = Choice("all-kept"), Choice("ongoing"), Choice("quarter")
RHYTHMS = (QUARTER, Choice("month"), Choice("half_year"), ONGOING)
UNDATED = (ONGOING, QUARTER, Choice("month"), Choice("half_year"))
AS_READ = "as-read"     # go by the words beside that are understood
YEARS_AROUND = 5        # a typed date farther from the plan's year is a slip of the hand
MOST_BESIDE = 60        # characters of the words beside that a choice repeats


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the row's number and the words that tell it from others with the same quote.
    `everywhere`: the quote means the same in every row where it stands, and is asked once a document."""

    row: int
    context: str = ""
    everywhere: bool = False


def by(days: Iterable[date]) -> tuple[Choice, ...]:
    """One choice for each day."""
    return tuple(Choice("by", day.isoformat()) for day in days)


class Asking:
    """The questions about time in one document of the year `year`."""

    def __init__(self, inquiry: Inquiry, year: int) -> None:
        self._inquiry, self._year = inquiry, year
        self._words: dict[tuple[str, str], tuple[TimeRule, str, bool]] = {}
        self._asked = ""        # the key of the question asked last
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
        shown = {**values, "year": str(self._year)} if typed else values      # for an example of what can be typed
        answer = self._inquiry.ask(kind, quote, choices, row=None if about.everywhere else about.row,
                                   context=about.context, typed=typed, **shown)
        self._open |= self._inquiry.doubts[-1].answer is None
        return answer

    def rule(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About, **values: str) -> TimeRule:
        """The rule in force among choices of days and rhythms; another day or rhythm may be typed."""
        if not about.everywhere:
            return self._settled(kind, quote, choices, about, values)
        known = (kind, squeezed(quote.text))
        if known not in self._words:
            before, self._open = self._open, False
            settled = self._settled(kind, Quote(known[1], quote.place, quote.origin), choices, about, values)
            self._words[known], self._open = (settled, self._asked, self._open), before
        settled, key, is_open = self._words[known]
        self._inquiry.concerns(key, about.row)
        self._open |= is_open
        return settled

    def beside(self, kind: str, quote: Quote, choices: Sequence[Choice], words: str, about: About) -> TimeRule | None:
        """Like `rule`, about words beside others (`words`) that are understood. None: only those others count, which
        holds until it is answered where `choices` offer no day."""
        others = Choice(AS_READ, squeezed(words)[:MOST_BESIDE])
        dated = tuple(choice for choice in choices if choice not in UNDATED)
        offered = (*dated, others, *UNDATED)
        answer, typed = self._answered(kind, quote, offered, about, {})
        return None if answer == others.id else typed or as_rule(answer, offered, assumed=False)

    def _settled(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About,
                 values: Mapping[str, str]) -> TimeRule:
        before, self._open = self._open, False
        answer, typed = self._answered(kind, quote, choices, about, values)
        rule = typed or as_rule(answer, choices, assumed=self._open)
        self._open |= before
        return rule

    def _answered(self, kind: str, quote: Quote, choices: Sequence[Choice], about: About,
                  values: Mapping[str, str]) -> tuple[str, TimeRule | None]:
        """The id of the choice in force, or the rule that was typed in its place."""
        answer = self.choose(kind, quote, choices, about, values, typed=True)
        self._asked = self._inquiry.doubts[-1].key
        if not answer.startswith(TYPED):
            return answer, None
        words = answer.removeprefix(TYPED)
        if rule := typed_rule(words, self._year):
            return answer, rule
        self._inquiry.reopen()
        self._open = True
        self.remark("typed-time-unread", quote, None if about.everywhere else about.row, typed=words[:30],
                    year=str(self._year))
        return choices[0].id, None

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


def typed_rule(words: str, year: int) -> TimeRule | None:
    """The day or the rhythm that `words` are (9月底前, 每月20日前); None: they are neither, or no day near `year`."""
    words = words.strip().rstrip("。")
    found = find_times(words, year)
    if len(found) != 1 or found[0].words != words:
        return None
    match found[0].meaning:
        case Day(day) if abs(day.year - year) <= YEARS_AROUND:
            return ByDate((day,))
        case Rhythm(every, on_day):
            return Periodic(every, on_day)
        case _:
            return None
