"""Carries out what the office changed about departments: names, spellings, groups, successors, and two made one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from obligations.errors import Refusal
from obligations.intake.review.edit_body_names import BodyNames, circles, with_heirs_named
from obligations.intake.review.edit_fields import NEW, SINCE, UNTIL, Edit, Field, PlanWords, listed
from obligations.intake.review.edit_names import Names
from obligations.intake.review.rule_signs import day, folded
from obligations.plan import Assignment, Deliverable, Department, Group, Membership, Plan, Succession, Task

_DAY = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_MEMBER = re.compile(rf"(?P<name>.+?)\s*[(（]\s*(?P<start>{_DAY})\s*(?:{SINCE}|[{UNTIL}到]\s*(?P<end>{_DAY}))\s*[)）]")
Changes = Mapping[Field, Edit]
Wanted = dict[str, dict[str, tuple[Membership, ...]]]      # by department, by group


@dataclass(frozen=True, slots=True)
class _Body:
    """A department as changed; `before` is the name it had, "" for a new one."""

    department: Department
    before: str
    edit: Edit | None

    @property
    def target(self) -> str:
        """What its edits are about."""
        return self.before or (self.edit.target if self.edit else "")


def with_bodies(plan: Plan, edits: Sequence[Edit], faults: list[Refusal]) -> Plan:
    """`plan` with the edits of its departments carried out, in the tasks too; what cannot be goes to `faults`.

    A department that gets the name of another is made one with it; the name it had stays as a spelling.
    """
    return _Changing(plan, edits, faults).plan() if edits else plan


class _Changing:
    """The departments of one plan while they change."""

    def __init__(self, plan: Plan, edits: Sequence[Edit], faults: list[Refusal]) -> None:
        self._plan, self._faults = plan, faults
        self._names, self._typed = Names(plan.departments, ()), BodyNames(plan)
        self._groups = {folded(group.name): group.name for group in plan.groups}
        self._words = PlanWords(plan)
        self._changes: dict[str, dict[Field, Edit]] = {}
        for edit in edits:
            self._note(edit)

    def _note(self, edit: Edit) -> None:
        """Keep an edit by the name that its department has now; an answer may have made two of them one."""
        name = edit.target if edit.target.startswith(NEW) else self._names.department(edit.target)
        changes = self._changes.setdefault(name, {}) if name else {}
        if name is None or edit.field in changes:
            self._faults.append(edit.refused("edit-gone", target=edit.target))
        changes[edit.field] = edit

    def plan(self) -> Plan:
        """The plan with its departments changed, wherever they are named."""
        bodies = list(self._bodies())
        merged = _merged(bodies)
        self._check_spellings(merged, bodies)
        self._check_heirs(merged, bodies)
        renamed = {body.before: body.department.name for body in bodies if body.before}
        wanted = self._members(bodies)
        groups = tuple(_group(group, renamed, wanted) for group in self._plan.groups)
        tasks = tuple(_task(task, renamed) for task in self._plan.tasks)
        return replace(self._plan, departments=merged, groups=groups, tasks=tasks)

    def _bodies(self) -> Iterator[_Body]:
        for body in self._plan.departments:
            yield self._body(body, self._changes.get(body.name, {}))
        for target, changes in self._changes.items():
            if target.startswith(NEW):
                yield self._body(Department(""), changes)

    def _body(self, body: Department, changes: Changes) -> _Body:
        edit = changes.get(Field.NAME) or next(iter(changes.values()), None)
        try:
            return _Body(self._changed(body, changes) if changes else body, body.name, edit)
        except Refusal as refusal:
            self._faults.append(refusal)
            return _Body(body, body.name, edit)

    def _changed(self, body: Department, changes: Changes) -> Department:
        name = self._typed.one(changes[Field.NAME]) if Field.NAME in changes else body.name
        if not name:
            raise next(iter(changes.values())).refused("edit-empty", field=Field.NAME)
        aliases = self._typed.several(changes[Field.ALIASES]) if Field.ALIASES in changes else body.aliases
        spellings = dict.fromkeys((*aliases, body.name))
        full_name = self._typed.one(changes[Field.FULL_NAME]) if Field.FULL_NAME in changes else body.full_name
        made = Department(name, tuple(one for one in spellings if one not in ("", name)), full_name, body.successor)
        edit = _of_succession(changes)
        return replace(made, successor=self._successor(body, changes, edit) if edit else _outward(made, body))

    def _successor(self, body: Department, changes: Changes, edit: Edit) -> Succession | None:
        name = body.successor.name if body.successor else ""
        if Field.SUCCESSOR in changes:
            name = self._typed.one(changes[Field.SUCCESSOR])
        since = changes.get(Field.SUCCEEDED)
        start = since.words.strip() if since else self._words.body(body)[Field.SUCCEEDED]
        if not name and not start:
            return None
        found = self._day(start, since or edit) if start else None
        if not name or found is None:
            raise edit.refused("edit-succession")
        return Succession(name, found)

    def _day(self, words: str, edit: Edit) -> date | None:
        try:
            return day(words, self._plan.year)
        except Refusal as refusal:
            raise edit.refused(refusal.key, **refusal.values) from None

    def _members(self, bodies: Iterable[_Body]) -> Wanted:
        """Who is to be in which group, of those departments about which that was changed."""
        wanted: Wanted = {}
        for body in bodies:
            edit = self._changes.get(body.target, {}).get(Field.GROUPS)
            if edit:
                wanted[body.before or body.department.name] = self._listed(edit, body.department.name)
        return wanted

    def _listed(self, edit: Edit, department: str) -> dict[str, tuple[Membership, ...]]:
        found: dict[str, tuple[Membership, ...]] = {}
        for words in listed(edit.words):
            try:
                group, member = self._membership(words, department, edit)
                found[group] = (*found.get(group, ()), member)
            except Refusal as refusal:
                self._faults.append(edit.refused(refusal.key, **refusal.values))
        return found

    def _membership(self, words: str, department: str, edit: Edit) -> tuple[str, Membership]:
        dated = _MEMBER.fullmatch(words)
        group = self._groups.get(folded(dated["name"] if dated else words))
        if group is None:
            raise edit.refused("edit-unknown-group", name=dated["name"] if dated else words)
        if dated is None:
            return group, Membership(department, self._plan.in_force)
        start, end = day(dated["start"], 0), day(dated["end"], 0) if dated["end"] else None
        if start is None or (end and end < start):
            raise edit.refused("rule-words-no-day", quote=words)
        return group, Membership(department, start, end)

    def _check_spellings(self, merged: Iterable[Department], bodies: Iterable[_Body]) -> None:
        """No spelling may stand for two: a list that names it would be ambiguous."""
        edits = {body.department.name: body.edit for body in bodies if body.edit}
        owner: dict[str, str] = {}
        for body in merged:
            for spelling in dict.fromkeys((body.name, body.full_name, *body.aliases)):
                other = owner.setdefault(spelling, body.name) if spelling else body.name
                edit = edits.get(body.name) or edits.get(other)
                if edit and other != body.name:
                    self._faults.append(edit.refused("edit-spelling-taken", name=spelling, other=other))

    def _check_heirs(self, merged: Iterable[Department], bodies: Iterable[_Body]) -> None:
        """Nobody may in the end take over from itself, not even where two made one would hide it."""
        heirs = {body.name: body.successor.name for body in merged if body.successor}
        edits: dict[str, Edit] = {}
        for body in bodies:
            changed, name = body.department, body.department.name
            typed = _of_succession(self._changes.get(body.target, {}))
            if typed and changed.successor:
                edits[name], heirs[name] = typed, heirs.get(name, name)
            elif body.edit:
                edits.setdefault(name, body.edit)
        self._faults += circles(heirs, edits)


def _merged(bodies: Iterable[_Body]) -> tuple[Department, ...]:
    """Departments of one name as one, with all spellings; what it was called before leads."""
    found: dict[str, Department] = {}
    for body in sorted(bodies, key=lambda one: one.before != one.department.name):
        name, department = body.department.name, body.department
        found[name] = _one(found[name], department) if name in found else department
    order = dict.fromkeys(body.department.name for body in bodies)
    return with_heirs_named(found[name] for name in order)


def _one(head: Department, other: Department) -> Department:
    full_name = head.full_name or other.full_name
    spellings = dict.fromkeys((*head.aliases, *other.aliases, other.full_name))
    aliases = tuple(one for one in spellings if one not in ("", head.name, full_name))
    made = Department(head.name, aliases, full_name)
    return replace(made, successor=_outward(made, head, other))


def _outward(made: Department, *before: Department) -> Succession | None:
    """Who takes over from `made` of those who were to from `before`; not itself, which a merger leaves behind."""
    own = (made.name, made.full_name, *made.aliases)
    return next((one.successor for one in before if one.successor and one.successor.name not in own), None)


def _of_succession(changes: Changes) -> Edit | None:
    return changes.get(Field.SUCCESSOR) or changes.get(Field.SUCCEEDED)


def _group(group: Group, renamed: Mapping[str, str], wanted: Wanted) -> Group:
    kept: list[Membership] = []
    for member in group.members:
        asked, name = wanted.get(member.department), renamed.get(member.department, member.department)
        same = replace(member, department=name)
        if asked is None or same in asked.get(group.name, ()):
            kept.append(same)
    added = [one for asked in wanted.values() for one in asked.get(group.name, ()) if one not in kept]
    return replace(group, members=tuple(_joined([*kept, *added])))


def _joined(members: Sequence[Membership]) -> Iterator[Membership]:
    """Each time of a department in a group once: times of two made one that overlap become one."""
    times: dict[str, list[tuple[date, date]]] = {}
    for member in sorted(members, key=lambda one: one.start):
        own = times.setdefault(member.department, [])
        end = member.end or date.max
        if own and member.start <= own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], end))
        else:
            own.append((member.start, end))
    for name in dict.fromkeys(member.department for member in members):
        yield from (Membership(name, start, None if end == date.max else end) for start, end in times[name])


def _task(task: Task, renamed: Mapping[str, str]) -> Task:
    assignments = dict.fromkeys(_assigned(one, renamed) for one in task.assignments)
    parts = tuple(_part(part, renamed) for part in task.deliverables)
    return replace(task, assignments=tuple(assignments), deliverables=parts)


def _assigned(one: Assignment, renamed: Mapping[str, str]) -> Assignment:
    return replace(one, department=renamed.get(one.department, one.department)) if one.department else one


def _part(part: Deliverable, renamed: Mapping[str, str]) -> Deliverable:
    return replace(part, departments=tuple(dict.fromkeys(renamed.get(name, name) for name in part.departments)))
