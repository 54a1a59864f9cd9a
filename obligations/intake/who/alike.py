"""Asks about bodies of a document whose names are alike, and joins those that are one by an answer or by default.

What the likeness is stands in `likeness`. By default a likeness never joins two bodies by way of a third.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from obligations.intake.document import Place
from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.source import Quote
from obligations.intake.who.body_words import FUNCTIONS
from obligations.intake.who.likeness import Likeness, has_succeeded, is_usual, likeness, misprinted, traits_of
from obligations.intake.who.naming import PLACES, Name, longest

MOST_ALIKE = 40    # bodies that share one trait; beyond that a document is a list of places
ONE, TWO = Choice("one-body"), Choice("two-bodies")
_ORDER = tuple(Likeness)
_SLIPS = (Likeness.MISPRINT, Likeness.ONE_LETTER)
_BESIDE = frozenset(("办", "中心"))    # a 疾控中心 stands beside a 疾控局, a 县委农办 beside a 农业局


@dataclass(slots=True)
class Sighting:
    """A spelling of the document: its first place, how often it stands there, and what stands in its cells.

    A merged cell is one of its `places`, and gives it several `rows`.
    """

    quote: Quote
    row: int
    times: int = 0
    places: set[Place] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)    # forms without the place: 财政局


@dataclass(slots=True)
class Body:
    """Spellings that are one body, and their forms; `known` is None until somebody who knows it has listed it."""

    known: str | None = None
    spellings: list[str] = field(default_factory=list)
    forms: list[Name] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)    # joined by an answer or a default

    @property
    def is_usual(self) -> bool:
        """Whether such bodies are known to exist."""
        return any(is_usual(form) for form in self.forms)

    @property
    def is_certain(self) -> bool:
        """Whether it exists, by the office's list or because such bodies do."""
        return bool(self.known) or self.is_usual


class Doubts:
    """The doubts whether bodies are one, and whether the name of one is a misprint; `exact` finds a listed body."""

    def __init__(self, sightings: Mapping[str, Sighting], exact: Callable[[str], str | None],
                 inquiry: Inquiry) -> None:
        self._sightings, self._exact, self._inquiry = sightings, exact, inquiry
        self._gone: dict[int, Body] = {}
        self._doubtful: set[int] = set()

    def settle(self, bodies: list[Body]) -> set[int]:
        """Joins those in `bodies` that are answered to be one; gives the ids of those that may not exist."""
        slips: list[tuple[Body, Body, Likeness]] = []
        for first, second, how in tuple(_pairs(bodies)):
            one, other = self._standing(first), self._standing(second)
            if how in _SLIPS:
                slips.append((*self._by_weight(first, second), how))
            elif one is not other and not (one.known and other.known):
                kept = self._kept(one, other, how)
                self._join(kept, other if kept is one else one)
        self._settle_slips(slips)
        bodies[:] = [body for body in bodies if id(body) not in self._gone]
        return self._doubtful

    def corrected(self, body: Body, others: Iterable[Body]) -> str:
        """The name of a body that nobody has listed: what its misprinted name should be (区财正局), if it is one and
        the right one is not among `others`, for then the pair has been asked about."""
        name, form = longest(body.spellings), body.forms[0]
        rights = [right for right in misprinted(form) if form.core in name]
        there = {one for other in others for one in (other.known, *other.forms)}
        if there & {Name(form.place, FUNCTIONS[right], form.tail) for right in rights}:
            return name
        said = [name.replace(form.core, right) for right in rights]
        named = list(dict.fromkeys(self._exact(one) or one for one in said))
        if not named or there & set(named):
            return name
        reads, printed = [Choice("read-as", one) for one in named], Choice("as-printed", name)
        choices = (*reads, printed) if len(reads) == 1 else (printed, *reads)
        seen = self._sightings[name]
        answer = self._inquiry.ask("misprint-name", Quote(name, seen.quote.place, seen.quote.origin), choices,
                                   row=seen.row)
        return next(choice.value for choice in choices if choice.id == answer)

    def twice(self, body: Body) -> None:
        """Show that one cell names a body twice, in two spellings: perhaps another one was meant."""
        for one, other in combinations(body.spellings, 2):
            if other in (seen := self._sightings[one]).beside:
                self._inquiry.remark("named-twice", Quote(other, seen.quote.place, seen.quote.origin), row=seen.row,
                                     first=one, second=other)

    def _kept(self, one: Body, other: Body, how: Likeness) -> Body | None:
        """The body that the other one becomes part of, None: they stay two."""
        if how is Likeness.OTHER_TAIL:
            tails = {form.tail for form in (*one.forms, *other.forms)} - {""}
            same = not self._together(one, other) and (len(tails) == 1 or not tails & _BESIDE)
            return self._ask("same-body", *self._by_weight(one, other), same=same)
        if how is Likeness.SUCCEEDED:
            old, new = (one, other) if _has_succeeded(one, other) else (other, one)
            kept = self._ask("merged-body", new, old, same=False)
            if not kept:
                self._doubtful.add(id(old))
            return kept
        if how is Likeness.SHORTENED:
            return self._ask("short-name", *self._by_weight(one, other), same=False)
        self._note(*self._by_weight(one, other))
        return None

    def _settle_slips(self, slips: Iterable[tuple[Body, Body, Likeness]]) -> None:
        """Joins each misprint with what it is one of, and nothing else: two bodies one letter from it stay two."""
        slips = list(slips)
        rights = Counter(id(wrong) for right, wrong, how in slips if how is Likeness.MISPRINT and right.is_certain)
        for right, wrong, how in slips:
            if id(wrong) in self._gone or self._standing(right) is wrong or (right.known and wrong.known):
                continue
            if how is Likeness.ONE_LETTER and self._together(right, wrong):
                continue
            if not right.is_certain and self._printings(wrong) > 1:
                self._note(right, wrong)
                continue
            same = how is Likeness.MISPRINT and rights[id(wrong)] == 1 and self._is_misprint(right, wrong)
            kept = self._ask("misprint-body", right, wrong, same=same)
            self._join(kept and self._standing(kept), wrong)

    def _is_misprint(self, right: Body, wrong: Body) -> bool:
        """Whether `wrong`, which sounds or looks like `right`, is nobody: it stands in a single place, and not beside
        the right one. What stands in several has duties of its own, and so may a town of almost any name."""
        return (right.is_certain and not wrong.is_usual and not wrong.extra and self._printings(wrong) == 1
                and not self._together(right, wrong) and not any(form.tail in PLACES for form in right.forms))

    def _ask(self, kind: str, kept: Body, lost: Body, *, same: bool) -> Body | None:
        seen = self._sightings[lost.spellings[0]]
        default = {"default": "one" if same else "two"} if kind in ("same-body", "misprint-body") else {}
        answer = self._inquiry.ask(
            kind, Quote(lost.spellings[0], seen.quote.place, seen.quote.origin), (ONE, TWO) if same else (TWO, ONE),
            row=seen.row, context=_name(kept), first=_name(kept), second=_name(lost),
            typed=False, **default)
        return kept if answer == ONE.id else None

    def _note(self, kept: Body, lost: Body) -> None:
        seen = self._sightings[lost.spellings[0]]
        self._inquiry.remark("similar-bodies", Quote(lost.spellings[0], seen.quote.place, seen.quote.origin),
                             row=seen.row, first=_name(kept), second=_name(lost))

    def _join(self, kept: Body | None, lost: Body) -> None:
        if kept:
            kept.extra += [*lost.spellings, *lost.extra]
            kept.forms += lost.forms
            self._gone[id(lost)] = kept

    def _standing(self, body: Body) -> Body:
        """What `body` has become part of, or itself."""
        while id(body) in self._gone:
            body = self._gone[id(body)]
        return body

    def _by_weight(self, one: Body, other: Body) -> tuple[Body, Body]:
        """The listed, the usual, the more frequent one first."""
        return (one, other) if self._weight(one) >= self._weight(other) else (other, one)

    def _weight(self, body: Body) -> tuple[bool, bool, int]:
        return bool(body.known), body.is_usual, sum(seen.times for seen in self._seen(body))

    def _printings(self, body: Body) -> int:
        return len(set[Place]().union(*(seen.places for seen in self._seen(body))))

    def _together(self, one: Body, other: Body) -> bool:
        """Whether both stand in one row: then they are hardly one body."""
        rows = (set[int]().union(*(seen.rows for seen in self._seen(body))) for body in (one, other))
        return not next(rows).isdisjoint(next(rows))

    def _seen(self, body: Body) -> list[Sighting]:
        return [self._sightings[spelling] for spelling in body.spellings]


def _pairs(bodies: list[Body]) -> Iterator[tuple[Body, Body, Likeness]]:
    """The pairs that have something in common, in the order of the document."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, body in enumerate(bodies):
        for trait in {trait for form in body.forms for trait in traits_of(form)}:
            if len(sharing[trait]) < MOST_ALIKE:
                sharing[trait].append(place)
    found = {pair for places in sharing.values() for pair in combinations(places, 2)}
    for one, other in sorted(found):
        how = min((likeness(*forms) for forms in product(bodies[one].forms, bodies[other].forms)), key=_ORDER.index)
        if how not in (Likeness.APART, Likeness.SAME):
            yield bodies[one], bodies[other], how


def _has_succeeded(old: Body, new: Body) -> bool:
    return any(has_succeeded(*forms) for forms in product(old.forms, new.forms))


def _name(body: Body) -> str:
    return body.known or longest(body.spellings)
