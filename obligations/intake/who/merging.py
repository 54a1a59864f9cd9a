"""Decides which spellings of a document are one body: in silence where it is certain, else by a question."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.known import Known
from obligations.intake.source import Quote
from obligations.intake.who.body_words import FUNCTIONS
from obligations.intake.who.naming import (
    PLACES,
    District,
    Likeness,
    Name,
    has_succeeded,
    is_function,
    likeness,
    longest,
    misprinted,
    named,
    traits_of,
)
from obligations.plan import Department

MOST_ALIKE = 40    # bodies that share one trait; beyond that a document is a list of places
ONE, TWO = Choice("one-body"), Choice("two-bodies")


@dataclass(slots=True)
class Sighting:
    """A spelling of the document: its first place, how often it stands there, and what stands in its cells."""

    quote: Quote
    row: int
    times: int = 0
    beside: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)    # forms without the place: 财政局


@dataclass(frozen=True, slots=True)
class Merged:
    """The bodies of a document. `called`: the canonical name of every spelling; `doubtful`: canonical names of
    bodies that may not exist any more."""

    departments: tuple[Department, ...]
    called: Mapping[str, str]
    doubtful: frozenset[str]


@dataclass(slots=True)
class _Body:
    """Spellings that are one body; `name` is None until somebody who knows it has listed it."""

    spellings: list[str]
    form: Name
    known: str | None = None
    extra: list[str] = field(default_factory=list)    # joined by an answer or a default


def merged(sightings: Mapping[str, Sighting], known: Known, exact: Callable[[str], str | None], district: District,
           inquiry: Inquiry) -> Merged:
    """The bodies behind `sightings` (in the order of the document); `exact` finds a listed body by its spelling.

    A body goes by its listed name, or else by the longest of the spellings that are the same for certain.
    """
    bodies = _certain(sightings, known, exact, district)
    doubts = _Doubts(sightings, inquiry)
    doubtful = doubts.settle(bodies)
    forms = {body.form for body in bodies}
    listed = {department.name: department for department in known.departments}
    called: dict[str, str] = {}
    departments, doubted = [], set()
    for body in bodies:
        name = body.known or doubts.corrected(body, forms)
        called.update((spelling, name) for spelling in (*body.spellings, *body.extra))
        departments.append(_department(name, body, listed.get(name, Department(name)), sightings))
        doubts.twice(body)
        if id(body) in doubtful:
            doubted.add(name)
    return Merged(_told_apart(departments), called, frozenset(doubted))


def _certain(sightings: Iterable[str], known: Known, exact: Callable[[str], str | None],
             district: District) -> list[_Body]:
    """One body for the spellings that certainly are the same."""
    listed: dict[Name, set[str]] = defaultdict(set)
    for department in known.departments:
        for spelling in (department.name, *department.aliases, department.full_name):
            listed[named(spelling, district)].add(department.name)
    forms = {named(spelling, district) for spelling in sightings} | set(listed)
    found: dict[Name | str, _Body] = {}
    for spelling in sightings:
        form = named(spelling, district)
        own = Name(form.place or district.level, form.core, form.tail)
        form = own if own in forms else form
        name = exact(spelling) or (next(iter(listed[form])) if len(listed.get(form, ())) == 1 else None)
        body = found.setdefault(name or form, _Body([], form, name))
        body.spellings.append(spelling)
    return list(found.values())


class _Doubts:
    """Goes through the pairs that are likely, or merely alike, and asks."""

    def __init__(self, sightings: Mapping[str, Sighting], inquiry: Inquiry) -> None:
        self._sightings, self._inquiry = sightings, inquiry
        self._doubtful: set[int] = set()

    def settle(self, bodies: list[_Body]) -> set[int]:
        """Joins those in `bodies` that are answered to be one; gives the ids of those that may not exist."""
        gone: dict[int, _Body] = {}
        for first, second in _pairs(bodies):
            one, other = _standing(first, gone), _standing(second, gone)
            if one is other or (one.known and other.known):
                continue
            kept = self._kept(one, other, likeness(first.form, second.form))
            if kept:
                lost = other if kept is one else one
                kept.extra += [*lost.spellings, *lost.extra]
                gone[id(lost)] = kept
        bodies[:] = [body for body in bodies if id(body) not in gone]
        return self._doubtful

    def corrected(self, body: _Body, forms: set[Name]) -> str:
        """The name of a body that nobody has listed: what its misprinted name should be (区财正局), if it is one and
        the right one is not among `forms`, for then the pair has been asked about."""
        name = longest(body.spellings)
        right = misprinted(body.form)
        if not right or body.form.core not in name or Name(body.form.place, FUNCTIONS[right], body.form.tail) in forms:
            return name
        said = name.replace(body.form.core, right)
        seen = self._sightings[name]
        read, printed = Choice("read-as", said), Choice("as-printed", name)
        answer = self._inquiry.ask("misprint-name", Quote(name, seen.quote.place, seen.quote.origin), (read, printed),
                                   row=seen.row)
        return said if answer == read.id else name

    def twice(self, body: _Body) -> None:
        """Show that one cell names a body twice, in two spellings: perhaps another one was meant."""
        for one, other in combinations(body.spellings, 2):
            if other in (seen := self._sightings[one]).beside:
                self._inquiry.remark("named-twice", Quote(other, seen.quote.place, seen.quote.origin), row=seen.row,
                                     first=one, second=other)

    def _kept(self, one: _Body, other: _Body, how: Likeness) -> _Body | None:
        """The body that the other one becomes part of, None: they stay two."""
        if how is Likeness.OTHER_TAIL:
            return self._ask("same-body", *self._by_weight(one, other), same=not self._together(one, other))
        if how is Likeness.SUCCEEDED:
            old, new = (one, other) if has_succeeded(one.form, other.form) else (other, one)
            kept = self._ask("merged-body", new, old, same=False)
            if not kept:
                self._doubtful.add(id(old))
            return kept
        if how is Likeness.MISPRINT:
            return self._misprinted(one, other)
        if how is Likeness.SHORTENED:
            return self._ask("short-name", *self._by_weight(one, other), same=False)
        if how is Likeness.ALIKE:
            self._note(*self._by_weight(one, other))
        return None

    def _misprinted(self, one: _Body, other: _Body) -> _Body | None:
        right, wrong = self._by_weight(one, other)
        if self._times(wrong) > 1 and not (right.known or is_function(right.form.core)):
            self._note(right, wrong)
            return None
        sure = bool(right.known) or is_function(right.form.core)
        return self._ask("misprint-body", right, wrong,
                         same=sure and right.form.tail not in PLACES and not self._together(right, wrong))

    def _ask(self, kind: str, kept: _Body, lost: _Body, *, same: bool) -> _Body | None:
        seen = self._sightings[lost.spellings[0]]
        answer = self._inquiry.ask(
            kind, Quote(lost.spellings[0], seen.quote.place, seen.quote.origin), (ONE, TWO) if same else (TWO, ONE),
            row=seen.row, context=self._name(kept), first=self._name(kept), second=self._name(lost))
        return kept if answer == ONE.id else None

    def _note(self, kept: _Body, lost: _Body) -> None:
        seen = self._sightings[lost.spellings[0]]
        self._inquiry.remark("similar-bodies", Quote(lost.spellings[0], seen.quote.place, seen.quote.origin),
                             row=seen.row, first=self._name(kept), second=self._name(lost))

    def _by_weight(self, one: _Body, other: _Body) -> tuple[_Body, _Body]:
        """The listed, the usual, the more frequent one first."""
        return (one, other) if self._weight(one) >= self._weight(other) else (other, one)

    def _weight(self, body: _Body) -> tuple[bool, bool, int]:
        return bool(body.known), is_function(body.form.core), self._times(body)

    def _times(self, body: _Body) -> int:
        return sum(self._sightings[spelling].times for spelling in body.spellings)

    def _together(self, one: _Body, other: _Body) -> bool:
        """Whether both stand in one cell: then they are hardly one body."""
        return any(self._sightings[spelling].beside & set(other.spellings) for spelling in one.spellings)

    @staticmethod
    def _name(body: _Body) -> str:
        return body.known or longest(body.spellings)


def _pairs(bodies: list[_Body]) -> Iterator[tuple[_Body, _Body]]:
    """The pairs that have something in common, in the order of the document."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, body in enumerate(bodies):
        for trait in traits_of(body.form):
            if len(sharing[trait]) < MOST_ALIKE:
                sharing[trait].append(place)
    found = {pair for places in sharing.values() for pair in combinations(places, 2)}
    for one, other in sorted(found):
        if likeness(bodies[one].form, bodies[other].form) not in (Likeness.APART, Likeness.SAME):
            yield bodies[one], bodies[other]


def _standing(body: _Body, gone: Mapping[int, _Body]) -> _Body:
    while id(body) in gone:
        body = gone[id(body)]
    return body


def _department(name: str, body: _Body, listed: Department, sightings: Mapping[str, Sighting]) -> Department:
    found = [*listed.aliases, *body.spellings, *body.extra]
    for spelling in (*body.spellings, *body.extra):
        found += sorted(sightings[spelling].printed)
    aliases = tuple(alias for alias in dict.fromkeys(found) if alias != name)
    return Department(name, aliases, listed.full_name, listed.successor)


def _told_apart(departments: Iterable[Department]) -> tuple[Department, ...]:
    """Without the aliases that more than one body has: a bare 财政局 beside both 市财政局 and 区财政局."""
    every = list(departments)
    owners: dict[str, int] = defaultdict(int)
    for department in every:
        for spelling in (department.name, *department.aliases):
            owners[spelling] += 1
    return tuple(Department(one.name, tuple(alias for alias in one.aliases if owners[alias] == 1), one.full_name,
                            one.successor) for one in every)
