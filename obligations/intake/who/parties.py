"""The parties of a document and how a clause of its prose names one of them; how cells are read stands in `bodies`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from obligations.intake.who.body_words import TAIL
from obligations.intake.who.cell_marks import ANNOUNCING, ITEM_NUMBER
from obligations.intake.who.collectives import group_at_start
from obligations.intake.who.naming import spelling_key
from obligations.plan import Department, Group, Role

LONGEST_START = 32    # characters of a name that a clause begins with
_NAME_GOES_ON = re.compile("[各局委办厅部]|有关|相关|部门|单位|分局|中心|领导小组")


@dataclass(frozen=True, slots=True)
class Party:
    """One body or one group named in a cell, with the exact words of the document.

    One of `department` (the canonical name) and `group` is set.
    """

    role: Role
    words: str
    department: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Starts:
    """The names that a clause of prose may begin with: every spelling, as it is compared, with the party it means.

    `letters` are their first characters, and "" for a mark that shows nothing: most clauses begin with none of them.
    """

    parties: Mapping[str, Party]
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who is named in a document: one tuple of parties for each row of the source, every body, every group.

    `starts` are the names that a clause of prose may begin with; None: they are found out when they are needed.
    """

    parties: tuple[tuple[Party, ...], ...]
    departments: tuple[Department, ...]
    groups: tuple[Group, ...]
    starts: Starts | None = field(default=None, compare=False, repr=False)


def subject_of(words: str, bodies: Bodies) -> Party | None:
    """Who the clause `words` begins with, if it is a body or a group of the document; of several the first."""
    return next(iter(subjects_of(words, bodies)), None)


def subjects_of(words: str, bodies: Bodies) -> tuple[Party, ...]:
    """All whom the clause `words` begins with: 区信息办、区编办做好… are two."""
    found: list[Party] = []
    rest = ANNOUNCING.sub("", ITEM_NUMBER.sub("", words.lstrip()).lstrip())
    while party := _first(rest, bodies):
        found.append(party)
        rest = rest[len(party.words):]
        if not rest.startswith(("、", "和", "及", "与")):
            break
        rest = rest.lstrip("、和及与")
    return tuple(found)


def _first(words: str, bodies: Bodies) -> Party | None:
    starts = bodies.starts or starts_of(bodies.departments, bodies.groups)
    group = group_at_start(words)
    if group and (party := starts.parties.get(spelling_key(group))):
        return replace(party, words=group)
    if spelling_key(words[:1])[:1] not in starts.letters:
        return None
    for end in range(min(len(words), LONGEST_START), 1, -1):
        party = starts.parties.get(spelling_key(words[:end]))
        if party and spelling_key(words[end - 1]) and not _NAME_GOES_ON.match(words, end):
            return replace(party, words=words[:end])
    return None


@lru_cache(maxsize=4)
def starts_of(departments: tuple[Department, ...], groups: tuple[Group, ...]) -> Starts:
    """Every spelling of these bodies and groups."""
    starts = {spelling_key(group.name): Party(Role.RESPONSIBLE, group.name, group=group.name) for group in groups}
    for department in departments:
        spellings = (department.name, *department.aliases, department.full_name)
        for spelling in filter(TAIL.search, spellings):      # 财政预算公开 does not begin with the body 财政
            for form in (spelling, *_with_other_office(spelling)):
                starts.setdefault(spelling_key(form), Party(Role.RESPONSIBLE, form, department.name))
    starts.pop("", None)
    return Starts(starts, frozenset({"", *(spelling[0] for spelling in starts)}))


def _with_other_office(spelling: str) -> Iterator[str]:
    """区政务公开办 is 区政务公开办公室 as well."""
    if spelling.endswith("办"):
        yield spelling + "公室"
    if spelling.endswith("办公室"):
        yield spelling[:-2]
