"""Decides which spellings of a document are one body: in silence where it is certain, else as `alike` asks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from obligations.intake.inquiry import Inquiry
from obligations.intake.known import Known
from obligations.intake.who.alike import Body, Doubts, Sighting
from obligations.intake.who.naming import District, Name, named
from obligations.plan import Department


@dataclass(frozen=True, slots=True)
class Merged:
    """The bodies of a document. `called`: the canonical name of every spelling; `doubtful`: canonical names of
    bodies that may not exist any more."""

    departments: tuple[Department, ...]
    called: Mapping[str, str]
    doubtful: frozenset[str]


def merged(sightings: Mapping[str, Sighting], known: Known, exact: Callable[[str], str | None], district: District,
           inquiry: Inquiry) -> Merged:
    """The bodies behind `sightings` (in the order of the document); `exact` finds a listed body by its spelling.

    A body goes by its listed name, or else by the longest of the spellings that are the same for certain.
    """
    bodies = _certain(sightings, known, exact, district)
    apart = tuple(bodies)
    doubts = Doubts(sightings, exact, inquiry)
    doubtful = doubts.settle(bodies)
    listed = {department.name: department for department in known.departments}
    found: dict[str, Body] = {}
    doubted = set()
    for body in bodies:
        name = body.known or doubts.corrected(body, apart)
        one = found.setdefault(name, body)
        if one is not body:    # two misprints of one name
            one.extra += [*body.spellings, *body.extra]
        doubts.twice(body)
        if id(body) in doubtful:
            doubted.add(name)
    departments = [_department(name, body, listed.get(name, Department(name)), sightings)
                   for name, body in found.items()]
    called = {spelling: name for name, body in found.items() for spelling in (*body.spellings, *body.extra)}
    return Merged(_told_apart(departments), called, frozenset(doubted))


def _certain(sightings: Iterable[str], known: Known, exact: Callable[[str], str | None],
             district: District) -> list[Body]:
    """One body for the spellings that certainly are the same."""
    listed: dict[Name, set[str]] = defaultdict(set)
    for department in known.departments:
        for spelling in (department.name, *department.aliases, department.full_name):
            listed[named(spelling, district)].add(department.name)
    forms = {named(spelling, district) for spelling in sightings} | set(listed)
    found: dict[Name | str, Body] = {}
    for spelling in sightings:
        form = named(spelling, district)
        own = Name(form.place or district.level, form.core, form.tail)
        form = own if own in forms else form
        name = exact(spelling) or (next(iter(listed[form])) if len(listed.get(form, ())) == 1 else None)
        body = found.setdefault(name or form, Body(name))
        body.spellings.append(spelling)
        if form not in body.forms:
            body.forms.append(form)
    return list(found.values())


def _department(name: str, body: Body, listed: Department, sightings: Mapping[str, Sighting]) -> Department:
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
