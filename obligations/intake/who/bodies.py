"""Who: the words of 责任, 牵头 and 配合 cells → parties, every spelling → one body, collective words → groups.

How a cell is read stands in `body_cells`, what 同上 points to in `pointers`, which spellings are one body in `merging`,
who is in a group in `groups`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.known import Known
from obligations.intake.source import Column, Quote, Source
from obligations.intake.who.alike import Sighting
from obligations.intake.who.body_cells import CellReader, Convention, Mention, convention_of
from obligations.intake.who.body_words import LEVEL
from obligations.intake.who.collectives import groups_at_start
from obligations.intake.who.desk import Desk
from obligations.intake.who.dropped_prefix import completed
from obligations.intake.who.groups import departments_for_all, filled
from obligations.intake.who.merging import Merged, merged
from obligations.intake.who.names_in import Cutter, compact
from obligations.intake.who.naming import District, district_of, named
from obligations.intake.who.parties import LONGEST_START, Bodies, Party, starts_of, subject_of, subjects_of
from obligations.intake.who.pointers import followed
from obligations.names import Directory
from obligations.plan import Department, Group, Role
from obligations.planfile_row import printable

__all__ = ["Bodies", "Party", "read_bodies", "subject_of", "subjects_of"]

_ROLES = {Column.LEAD: Role.LEAD, Column.SUPPORTING: Role.SUPPORTING}
_STRENGTH = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORTING, Role.INFORMED)
_CLAUSE = re.compile(r"(?:^|[。；;，,\n])\s*(?:\d{1,2}[.．、]|[（(][\d一二三四五六七八九十]{1,2}[)）])?\s*")
_LEVEL_WORDS = re.compile("(?:^|[、，,；;\\s])([省市县区州旗盟])(?=[\u4e00-\u9fff]{1,12}[局委办厅])")
MOST_BESIDE = 60    # names in one cell; a longer one is the list of everybody
_GAPS = re.compile(r"\s+")


def read_bodies(source: Source, known: Known, inquiry: Inquiry, start: date) -> Bodies:
    """Everybody named in `source`. Members that a group gets by a default or an answer begin at `start`, the day the
    plan comes into force (a local date)."""
    return _Reading(source, known, inquiry).result(start)


class _Reading:
    """One pass over a source: cells, spellings, groups, parties."""

    def __init__(self, source: Source, known: Known, inquiry: Inquiry) -> None:
        self._source, self._known, self._inquiry = replace(source, rows=followed(source.rows, inquiry)), known, inquiry
        self._district = _levelled(district_of(known.district, source.title), source)
        self._exact = lru_cache(maxsize=None)(Directory(known.departments, known.district).exact)
        self._cutter = Cutter(self._district, self._exact)
        self._desk = Desk(inquiry)
        self._convention = convention_of(source, self._desk)
        self._cells: dict[str, tuple[Mention, ...]] = {}
        self._sightings: dict[str, Sighting] = {}
        self._groups: dict[str, Quote] = {}
        self._in_prose: set[str] = set()

    def result(self, start: date) -> Bodies:
        for row, quote in self._quotes():
            self._note(self._mentions(quote, row), quote, row)
        self._note_prose()
        bodies = merged(self._sightings, self._known, self._exact, self._district, self._inquiry)
        resolve = self._resolver(bodies)
        parties = self._parties(bodies, resolve)
        groups = filled(
            self._groups, self._in_prose, self._known.groups,
            lambda group: departments_for_all(bodies.departments, bodies.doubtful, self._district, group),
            resolve, self._inquiry, self._district, start)
        departments = self._with_members(bodies.departments, groups, parties)
        return Bodies(parties, departments, groups, starts_of(departments, groups))

    def _quotes(self) -> Iterator[tuple[int, Quote]]:
        for place, row in enumerate(self._source.rows):
            for _, quote in row.bodies:
                yield place, quote

    def _mentions(self, quote: Quote, row: int) -> tuple[Mention, ...]:
        if quote.text not in self._cells:
            desk = self._desk.at(quote, row)
            read = CellReader(quote.text, desk, self._cutter, self._convention).read()
            self._cells[quote.text] = completed(read, self._district, self._exact, desk)
        return self._cells[quote.text]

    def _note(self, mentions: tuple[Mention, ...], quote: Quote, row: int) -> None:
        spellings = [mention.spelling for mention in mentions if not mention.group]
        for mention in mentions:
            if mention.group:
                self._groups.setdefault(mention.spelling, Quote(mention.words, quote.place, quote.origin))
                continue
            seen = self._sightings.setdefault(mention.spelling, Sighting(quote, row))
            seen.times += 1
            seen.places.add(quote.place)
            if len(spellings) <= MOST_BESIDE:
                seen.beside.update(spellings)
                seen.rows.add(row)
            if mention.words != mention.spelling and compact(mention.words) in mention.spelling:
                seen.printed.add(printable(mention.words))
            if _GAPS.sub("", mention.words) != compact(mention.words):
                self._desk.at(quote, row).remark("look-alike", mention.words, read=mention.spelling)

    def _note_prose(self) -> None:
        """The collective words that clauses of the requirements begin with are groups as well."""
        for row in self._source.rows:
            for found in _CLAUSE.finditer(row.asks.text):
                for group in groups_at_start(row.asks.text[found.end():found.end() + LONGEST_START]):
                    if group not in self._groups:
                        self._groups[group] = Quote(group, row.asks.place, row.asks.origin)
                        self._in_prose.add(group)

    def _resolver(self, bodies: Merged) -> Callable[[str], str | None]:
        """Finds the body of the document, or of the office's list, that a typed name means for certain."""
        forms = {named(spelling, self._district): name for spelling, name in bodies.called.items()}

        def resolve(typed: str) -> str | None:
            form = named(typed, self._district)
            own = replace(form, place=form.place or self._district.level)
            return bodies.called.get(typed) or self._exact(typed) or forms.get(form) or forms.get(own)

        return resolve

    def _parties(self, bodies: Merged, resolve: Callable[[str], str | None]) -> tuple[tuple[Party, ...], ...]:
        cache: dict[tuple[Column, str], tuple[Party, ...]] = {}
        rows = []
        for place, row in enumerate(self._source.rows):
            found: list[Party] = []
            for column, quote in row.bodies:
                if (column, quote.text) not in cache:
                    desk = self._desk.at(quote, place)
                    cache[column, quote.text] = tuple(self._cell_parties(column, quote, bodies, resolve, desk))
                found += cache[column, quote.text]
            rows.append(_once_each(found))
        return tuple(rows)

    def _cell_parties(self, column: Column, quote: Quote, bodies: Merged, resolve: Callable[[str], str | None],
                      desk: Desk) -> Iterator[Party]:
        mentions = self._cells[quote.text]
        for mention, role in zip(mentions, _roles(mentions, column, self._convention), strict=True):
            if mention.group:
                yield Party(role, mention.words, group=mention.spelling)
            else:
                yield Party(role, mention.words, bodies.called[mention.spelling])
            if mention.open:
                more = desk.meant("open-list", mention.open, (Choice("only-named"),), resolve)
                yield from (Party(role, name, name) for name in more) if isinstance(more, tuple) else ()

    def _with_members(self, departments: tuple[Department, ...], groups: tuple[Group, ...],
                      parties: tuple[tuple[Party, ...], ...]) -> tuple[Department, ...]:
        """With the listed bodies that are only members of a group, or were typed in an answer."""
        there = {department.name for department in departments}
        wanted = {member.department for group in groups for member in group.members}
        wanted |= {party.department for row in parties for party in row if party.department}
        return departments + tuple(one for one in self._known.departments if one.name in wanted - there)


def _roles(mentions: tuple[Mention, ...], column: Column, convention: Convention) -> Iterator[Role]:
    """The role the cell gives, or else the note about the first name, or else the column."""
    by_column = _ROLES.get(column, Role.RESPONSIBLE)
    ordered = (convention.first and by_column is Role.RESPONSIBLE
               and not any(mention.role is Role.LEAD for mention in mentions))
    for place, mention in enumerate(mentions):
        if mention.role or not ordered:
            yield mention.role or by_column
        else:
            yield convention.rest if place else Role.LEAD


def _once_each(parties: list[Party]) -> tuple[Party, ...]:
    """Each body once in a row, in its strongest role: it may stand in both the 牵头 and the 责任 column."""
    best: dict[tuple[str | None, str | None], Party] = {}
    for party in parties:
        key = party.department, party.group
        if key not in best or _STRENGTH.index(party.role) < _STRENGTH.index(best[key].role):
            best[key] = party
    return tuple(best.values())


def _levelled(district: District, source: Source) -> District:
    """With the level that most names begin with, where neither the list nor the title names the district."""
    if district.level:
        return district
    cells = {quote.text for row in source.rows for _, quote in row.bodies}
    counted = Counter(level for text in cells for level in _LEVEL_WORDS.findall(text) if LEVEL.match(level + "民"))
    return District((), counted.most_common(1)[0][0]) if counted else district
