"""Turns a document into a plan draft with its doubts: the whole way from rows to deliverables.

Reading files is `files.py`; who and when are decided beside (`bodies.py`, `asked.py`, `rules.py`). The same document
with the same answers always gives the same draft, so that an answer is carried out by drafting again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from obligations.errors import Refusal
from obligations.intake.asked import When, Who
from obligations.intake.document import Document
from obligations.intake.governing import Governed, governed
from obligations.intake.identity import Keys, keys_of
from obligations.intake.inquiry import UNREAD_NAMES, Doubt, Inquiry
from obligations.intake.known import Known
from obligations.intake.misprints import look
from obligations.intake.parts import Part, parts_of
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source, SourceRow
from obligations.intake.terms import Terms, Wanted, terms_of
from obligations.intake.when.rules import Rules
from obligations.intake.when.time_pointers import timed_as_pointed
from obligations.intake.who.bodies import Bodies, Party, read_bodies, subjects_of
from obligations.plan import (
    AfterEvent,
    Assignment,
    AwaitSuperior,
    ByDate,
    Deliverable,
    Department,
    EventKind,
    Milestones,
    Plan,
    Role,
    Scope,
    Task,
    TimeRule,
)
from obligations.planfile_row import printable

_ROLES = list(Role)
LONGEST_TEXT = 200      # characters of a task's own line; its parts keep all of their words


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as understood; `plan.tasks[i]` is `source.rows[i]`. The plan has no questions yet: `doubts` are put into
    words by others. A doubt without choices is a remark."""

    plan: Plan
    source: Source
    doubts: tuple[Doubt, ...]

    @property
    def questions(self) -> tuple[Doubt, ...]:
        """The doubts that can be answered."""
        return tuple(doubt for doubt in self.doubts if doubt.choices)

    @property
    def remarks(self) -> tuple[Doubt, ...]:
        """What should only be seen."""
        return tuple(doubt for doubt in self.doubts if not doubt.choices)


def draft(document: Document, wanted: Wanted, known: Known, answers: Mapping[str, str], key: str,
          previous: Plan | None = None, step: Callable[[int, int], None] | None = None) -> Draft:
    """The draft of a document. `answers`: ids of choices by the doubts' keys; `key`: the plan's; `previous`: the
    version in force; `step` is told how many rows are understood, of how many.

    Raises Refusal or PlanFaults with every row that cannot be read."""
    inquiry = Inquiry(answers)
    source = read_rows(document, inquiry)
    terms = terms_of(source, wanted, inquiry, previous.in_force if previous else None)
    ruled = governed(source, terms.year, inquiry)
    ruled = replace(ruled, rows=timed_as_pointed(ruled.rows, terms.year, inquiry))
    bodies = read_bodies(replace(source, rows=ruled.rows), known, inquiry, terms.in_force)
    if not bodies.departments and not any(doubt.choices for doubt in inquiry.doubts if doubt.kind in UNREAD_NAMES):
        raise Refusal("intake-nobody-named")
    keys = keys_of(source.rows, previous, inquiry, known.used)
    tasks, events = _Drafting(source, ruled, terms, bodies, keys, known, inquiry).tasks(step)
    plan = Plan(key, terms.district, terms.year, printable(terms.title), terms.in_force, tasks,
                (*bodies.departments, *_typed(tasks, bodies, known)), bodies.groups, events)
    look(source, terms.year, inquiry)
    return Draft(plan, source, inquiry.finished())


class _Drafting:
    """One document on its way to tasks."""

    def __init__(self, source: Source, ruled: Governed, terms: Terms, bodies: Bodies, keys: Keys,
                 known: Known, inquiry: Inquiry) -> None:
        self._source, self._ruled, self._terms, self._bodies = source, ruled, terms, bodies
        self._keys, self._inquiry = keys, inquiry
        members = {group.name for group in bodies.groups if group.members}
        names = {name: body.name for body in (*known.departments, *bodies.departments)
                 for name in (body.name, *body.aliases)}
        self._who = Who(inquiry, members, names)
        self._rules = Rules(inquiry, terms.year)
        self._events: dict[str, EventKind] = {}

    def tasks(self, step: Callable[[int, int], None] | None) -> tuple[tuple[Task, ...], tuple[EventKind, ...]]:
        """Every row as a task, and the kinds of events that they speak of."""
        rows, tasks = self._ruled.rows, []
        for index, (row, parties) in enumerate(zip(rows, self._bodies.parties, strict=True)):
            tasks.append(self._task(index, row, parties))
            if step:
                step(index + 1, len(rows))
        return tuple(tasks), tuple(self._events.values())

    def _task(self, index: int, row: SourceRow, parties: Sequence[Party]) -> Task:
        key = self._keys.rows[index]
        parts = parts_of(row, index, lambda words: subjects_of(words, self._bodies), self._inquiry,
                         self._terms.year)
        made = tuple(self._deliverables(key, index, row, parties, parts))
        return Task(key, printable(row.number) or "-", printable(" ".join(dict.fromkeys(row.sections))) or "-",
                    _clipped(printable(row.content.text or row.asks.text)),
                    printable(self._source.rows[index].deadline.text),
                    tuple(_assignments(parties)), made)

    def _deliverables(self, key: str, index: int, row: SourceRow, parties: Sequence[Party],
                      parts: Sequence[Part]) -> Iterator[Deliverable]:
        for name, part in zip(self._keys.parts(index, parts), parts, strict=True):
            timed = self._rules.time_rule(part.quote, row, index, named=_names_the_concerned(part, parties),
                                          since=part.since, year=self._ruled.years[index])
            asked = self._who.asked(part, row, parties, index, _when(timed.rule))
            for event in timed.events:
                self._note(event)
            if asked is not None:
                steps = [step.title for step in timed.rule.steps] if isinstance(timed.rule, Milestones) else []
                yield Deliverable(name, part.called(steps) or key, timed.rule, asked.departments, asked.groups,
                                  source=key, text=printable(part.quote.text))

    def _note(self, event: EventKind) -> None:
        """Keep a kind of event; one that names somebody in any row names somebody in all: naming all is possible."""
        known = self._events.setdefault(event.key, event)
        if event.scope is Scope.NAMED and known.scope is not Scope.NAMED:
            self._events[event.key] = replace(known, scope=Scope.NAMED)


def _typed(tasks: Iterable[Task], bodies: Bodies, known: Known) -> Iterator[Department]:
    """The listed bodies that are asked by an answer alone."""
    there = {body.name for body in bodies.departments}
    wanted = {name for task in tasks for part in task.deliverables for name in part.departments} - there
    return (body for body in known.departments if body.name in wanted)


def _names_the_concerned(part: Part, parties: Sequence[Party]) -> bool:
    """Whether an event concerns one department of several, to be named when it is registered: the words ask a
    group, or nobody in particular is named."""
    if part.subjects:
        return all(party.group is not None for party in part.subjects)
    return not any(party.department and party.role in (Role.LEAD, Role.RESPONSIBLE) for party in parties)


def _when(rule: TimeRule) -> When:
    return When(isinstance(rule, AfterEvent | AwaitSuperior), isinstance(rule, ByDate | Milestones))


def _assignments(parties: Sequence[Party]) -> Iterator[Assignment]:
    """In the order of a plan file: by roles, and bodies before groups."""
    each = dict.fromkeys((p.role, p.department, p.group) for p in parties)
    for party in sorted(each, key=lambda one: (_ROLES.index(one[0]), one[2] is not None)):
        yield Assignment(*party)


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST_TEXT else words[: LONGEST_TEXT - 1] + "…"


