"""Carries out on a plan what the office changed in its table; what was changed is found in `review`, departments are
changed in `edit_bodies`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from obligations.errors import PlanFaults, Refusal
from obligations.intake.review.edit_bodies import with_bodies
from obligations.intake.review.edit_fields import BODY, NEW, REMOVED, ROLES, Edit, Field, fingerprint
from obligations.intake.review.edit_names import Names
from obligations.intake.review.rule_words import Notation
from obligations.plan import (
    AfterEvent,
    Assignment,
    AwaitSuperior,
    Deliverable,
    Ongoing,
    Plan,
    Role,
    Scope,
    Task,
    TimeRule,
)
from obligations.planfile_row import printable

Changes = Mapping[Field, Edit]


def apply(plan: Plan, edits: Iterable[Edit]) -> Plan:
    """`plan` with `edits` carried out; without any it is the same plan.

    Raises PlanFaults with each edit that cannot be understood, or that is about words which are no longer there.
    """
    every = tuple(edits)
    faults: list[Refusal] = []
    plan = with_bodies(plan, [edit for edit in every if edit.field in BODY], faults)
    if rest := [edit for edit in every if edit.field not in BODY]:
        plan = _Applying(plan, rest, faults).plan()
    if faults:
        raise PlanFaults(tuple(faults))
    return plan


class _Applying:
    """Edits on their way into the tasks of a plan whose departments are settled."""

    def __init__(self, plan: Plan, edits: Sequence[Edit], faults: list[Refusal]) -> None:
        self._plan, self._edits, self._faults = plan, edits, faults
        self._names = Names(plan.departments, plan.groups)
        self._events = {event.key: event for event in plan.events}
        self._notation = Notation(self._events)
        self._changes: dict[str, dict[Field, Edit]] = {}
        for edit in edits:
            self._changes.setdefault(edit.target, {})[edit.field] = edit

    def plan(self) -> Plan:
        """The plan with the edits that could be carried out; the others are in the faults."""
        self._note_gone()
        added: dict[str, list[str]] = {}
        for target in self._changes:
            added.setdefault(target.partition(NEW)[0], []).append(target)
        tasks = tuple(self._task(task, [t for t in added.get(task.key, ()) if NEW in t]) for task in self._plan.tasks)
        return replace(self._plan, tasks=tasks, events=tuple(self._events.values()))

    def _note_gone(self) -> None:
        """Edits of what an answer has made disappear or mean something else."""
        texts = {task.key: task.text for task in self._plan.tasks}
        parts = {part.key: part.text for task in self._plan.tasks for part in task.deliverables}
        for edit in self._edits:
            known = texts if edit.field in ROLES or NEW in edit.target else parts
            text = known.get(edit.target.partition(NEW)[0])
            if text is None or (edit.about and edit.about != fingerprint(text)):
                self._faults.append(edit.refused("edit-gone", target=edit.target.partition(NEW)[0]))

    def _task(self, task: Task, added: Sequence[str]) -> Task:
        roles = self._changes.get(task.key, {})
        if not roles and not added and all(part.key not in self._changes for part in task.deliverables):
            return task
        parts = [*self._kept(task.deliverables), *self._added(task, added)]
        return replace(task, assignments=self._assignments(task, roles), deliverables=tuple(parts))

    def _kept(self, parts: Iterable[Deliverable]) -> Iterator[Deliverable]:
        for part in parts:
            made = self._part(part, self._changes.get(part.key, {}))
            if made is not None:
                yield made

    def _added(self, task: Task, added: Sequence[str]) -> Iterator[Deliverable]:
        taken = {part.key for part in task.deliverables}
        free = (key for number in count(1) if (key := f"{task.key}.{number}") not in taken)
        for target, key in zip(added, free, strict=False):
            made = self._part(Deliverable(key, "", Ongoing(), source=task.key), self._changes[target], new=True)
            if made is not None:
                yield made

    def _part(self, part: Deliverable, changes: Changes, *, new: bool = False) -> Deliverable | None:
        """The deliverable as changed; None: it is wanted no more, or cannot be understood."""
        who = changes.get(Field.WHO)
        if who and who.words.strip() == REMOVED:
            return None
        try:
            return self._changed(part, changes, new=new) if changes else part
        except Refusal as refusal:
            self._faults.append(refusal)
            return None

    def _changed(self, part: Deliverable, changes: Changes, *, new: bool) -> Deliverable:
        for field in (Field.TITLE, Field.WHEN):
            edit = changes.get(field)
            if (edit and not edit.words.strip()) or (new and not edit):
                raise (edit or next(iter(changes.values()))).refused("edit-empty", field=field)
        who = changes.get(Field.WHO)
        departments, groups = self._names.read(who) if who else (part.departments, part.groups)
        rule = self._rule(changes[Field.WHEN]) if Field.WHEN in changes else part.rule
        made = replace(part, title=_plain(changes, Field.TITLE, part.title), rule=rule, departments=departments,
                       groups=groups, where=_plain(changes, Field.WHERE, part.where))
        self._check_asked(part, made, changes, new=new)
        return made

    def _rule(self, edit: Edit) -> TimeRule:
        try:
            rule, event = self._notation.read(edit.words, self._plan.year)
        except Refusal as refusal:
            raise edit.refused(refusal.key, **refusal.values) from None
        if event:
            self._events.setdefault(event.key, event)
        return rule

    def _check_asked(self, before: Deliverable, part: Deliverable, changes: Changes, *, new: bool) -> None:
        """Refuse an edit after which nobody would be asked; of an event they may be named when it is registered."""
        edit = changes.get(Field.WHO) or changes.get(Field.WHEN)
        if edit is None or part.departments or any(map(self._names.has_members, part.groups)):
            return
        if isinstance(part.rule, AfterEvent | AwaitSuperior) and not part.groups:
            self._events[part.rule.event] = replace(self._events[part.rule.event], scope=Scope.NAMED)
        elif new or Field.WHO in changes or isinstance(before.rule, AfterEvent | AwaitSuperior):
            raise edit.refused("edit-group-empty" if part.groups else "edit-nobody", name="、".join(part.groups))

    def _assignments(self, task: Task, changes: Changes) -> tuple[Assignment, ...]:
        edits = [changes[Field(role)] for role in Role if Field(role) in changes]
        edited = {Role(edit.field) for edit in edits}
        found = [one for one in task.assignments if one.role not in edited]
        for edit in edits:
            found += self._named(edit)
        order = list(Role)
        return tuple(sorted(found, key=lambda one: order.index(one.role))) if edits else task.assignments

    def _named(self, edit: Edit) -> Iterator[Assignment]:
        try:
            departments, groups = self._names.read(edit)
        except Refusal as refusal:
            self._faults.append(refusal)
            return
        yield from (Assignment(Role(edit.field), department=name) for name in departments)
        yield from (Assignment(Role(edit.field), group=name) for name in groups)


def _plain(changes: Changes, field: Field, otherwise: str) -> str:
    return printable(changes[field].words) if field in changes else otherwise
