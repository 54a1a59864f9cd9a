"""Decides who is asked for a part of a row: whoever leads or answers for it, and a group only where its words ask it.

An office never asks 25 departments for something that the text asks of one; where a group could be meant, the
office is asked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from obligations.intake.document import ANYWHERE
from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.parts import Part
from obligations.intake.source import Quote, SourceRow
from obligations.intake.who.bodies import Party
from obligations.intake.who.groups import resolved
from obligations.plan import Role

NAMED_ONLY, EVERY = Choice("named-only"), Choice("every-member")
BY_CELLS, BY_WORDS = Choice("by-cells"), Choice("by-words")
NOBODY = Choice("nobody")


@dataclass(frozen=True, slots=True)
class Asked:
    """Departments by their canonical names and groups by theirs; both empty: nobody can be told yet."""

    departments: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """What of a time rule matters for who is asked: it follows an event, or it has a date."""

    event: bool
    dated: bool


class Who:
    """Who is asked, over one document. `members` are the groups that have any, `names` every spelling of a body."""

    def __init__(self, inquiry: Inquiry, members: Collection[str], names: Mapping[str, str]) -> None:
        self._inquiry, self._members, self._names = inquiry, frozenset(members), names
        self._settled: dict[tuple[str, str], bool] = {}
        self._nobody: dict[int, Asked | None] = {}

    def asked(self, part: Part, row: SourceRow, parties: Sequence[Party], index: int, when: When) -> Asked | None:
        """Who hands in `part` of `row` (number `index`), whose cells name `parties`; None: the office says nobody."""
        found = self._by_words(part, row, parties, index, when) or self._by_cells(row, parties, when)
        if found.departments or found.groups or when.event:
            return found
        if index not in self._nobody:
            self._nobody[index] = self._ask_who(row, index)
        return self._nobody[index]

    def _by_words(self, part: Part, row: SourceRow, parties: Sequence[Party], index: int, when: When) -> Asked | None:
        """Whom the words of the part itself ask; None: they leave it to the cells."""
        if part.late and self._goes_by_cells(part, row, parties, index):
            return None
        named = _names(part.subjects, *Role)
        if named:
            for one in part.subjects:
                if one.department and all(party.department != one.department for party in parties):
                    self._inquiry.remark("subject-not-listed", part.quote, row=index, name=one.words)
            return Asked(named)
        group = next((party.group for party in part.subjects if party.group), None)
        if group is None:
            return None
        return self._group(group) if when.event else self._by_group(part, group, row, parties, index, when)

    def _goes_by_cells(self, part: Part, row: SourceRow, parties: Sequence[Party], index: int) -> bool:
        """公布招生办法。县公安局配合核验户籍: a body that only a later clause begins with does not take the whole over
        from those in the cells, unless the office says so. A group that alone is told when may well be meant."""
        named = _names(part.subjects, *Role)
        if set(_names(parties, Role.LEAD, Role.RESPONSIBLE)) <= set(named):
            return False
        words = "、".join(party.words for party in part.subjects)
        choices = (BY_WORDS, BY_CELLS) if part.own_time and not named else (BY_CELLS, BY_WORDS)
        answer = self._inquiry.ask("later-subject", part.quote, choices, row=index, context=row.asks.text,
                                   names=words)
        return answer == BY_CELLS.id

    def _by_group(self, part: Part, group: str, row: SourceRow, parties: Sequence[Party], index: int,
                  when: When) -> Asked | None:
        """The words ask a group, the cells name somebody: every member for a date, else those named.
        Either is to be confirmed."""
        if group not in self._members:
            self._inquiry.remark("subject-without-members", part.quote, row=index, group=group)
            return None
        if not any(party.group in self._members for party in parties):
            return None      # the cells name others: they go before
        choices = (EVERY, NAMED_ONLY) if when.dated else (NAMED_ONLY, EVERY)
        answer = self._inquiry.ask("part-asks-group", part.quote, choices, row=index, context=row.asks.text,
                                   group=group)
        named = _names(parties, Role.LEAD, Role.RESPONSIBLE)
        return Asked(named, (group,)) if answer == EVERY.id else Asked(named)

    def _by_cells(self, row: SourceRow, parties: Sequence[Party], when: When) -> Asked:
        groups = [party for party in parties if party.group and party.role in (Role.LEAD, Role.RESPONSIBLE)]
        wanted = dict.fromkeys(party.group or "" for party in groups if self._is_meant(party, row, parties, when))
        return Asked(_names(parties, Role.LEAD, Role.RESPONSIBLE), tuple(wanted))

    def _is_meant(self, party: Party, row: SourceRow, parties: Sequence[Party], when: When) -> bool:
        """Whether every member of a group hands in. Asked once a document for each way in which a group stands."""
        if party.group not in self._members:
            return False      # who belongs to it has been asked already
        if not _names(parties, Role.LEAD, Role.RESPONSIBLE):
            return not when.event      # alone in its cell; of an event it is told whom it concerns
        if _names(parties, Role.LEAD):
            return self._settle("group-beside-lead", party, row, (NAMED_ONLY, EVERY))
        if when.dated:
            return self._settle("group-beside-named-dated", party, row, (EVERY, NAMED_ONLY))
        return self._settle("group-beside-named", party, row, (NAMED_ONLY, EVERY))

    def _settle(self, kind: str, party: Party, row: SourceRow, choices: tuple[Choice, Choice]) -> bool:
        group = party.group or ""
        if (kind, group) not in self._settled:
            quote = Quote(party.words, row.bodies[0][1].place if row.bodies else ANYWHERE)
            answer = self._inquiry.ask(kind, quote, choices, group=group)
            self._settled[kind, group] = answer == EVERY.id
        return self._settled[kind, group]

    def _group(self, group: str) -> Asked:
        """A group that has members; one without asks nobody: it is never expanded by guessing."""
        return Asked((), (group,)) if group in self._members else Asked()

    def _ask_who(self, row: SourceRow, index: int) -> Asked | None:
        cell = row.bodies[0][1] if row.bodies and row.bodies[0][1].text.strip() else row.asks
        answer = self._inquiry.ask("nobody-asked", cell, (Choice("ask-later"), NOBODY), row=index,
                                   context=row.asks.text, typed=True)
        if answer == NOBODY.id:
            return None
        if not answer.startswith(TYPED):
            self._inquiry.reopen()      # to leave it for later is no answer: nobody would ask again
            return Asked()
        return Asked(resolved(answer, cell, self._names.get, self._inquiry) or ())


def _names(parties: Sequence[Party], *roles: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.department for p in parties if p.department and p.role in roles))
