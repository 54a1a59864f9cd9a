"""Compares two versions of a plan: which deliverables are new, gone or changed, and in what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from obligations.events import asked_of
from obligations.plan import AfterEvent, AwaitSuperior, Deliverable, Plan, Task, TimeRule
from obligations.renaming import renamed


class What(StrEnum):
    """What became of a deliverable."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Field(StrEnum):
    """In what a deliverable changed."""

    RULE = "rule"
    WHO = "who"
    TITLE = "title"
    TEXT = "text"
    WHERE = "where"


@dataclass(frozen=True, slots=True)
class Change:
    """One deliverable of the newer plan, or of the older one where it is gone. `fields` say in what it changed;
    `before` and `after` are the two, None where there is none."""

    what: What
    task: Task
    before: Deliverable | None
    after: Deliverable | None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything in which two versions differ; departments by their canonical names. `departments_renamed`: bodies
    that are the same, with their name in the older version and that in the newer."""

    changes: tuple[Change, ...]
    departments_new: tuple[str, ...] = ()
    departments_gone: tuple[str, ...] = ()
    departments_renamed: tuple[tuple[str, str], ...] = ()

    @property
    def none(self) -> bool:
        """Whether the two ask the same of the same."""
        return not (self.changes or self.departments_new or self.departments_gone or self.departments_renamed)


def compare(older: Plan, newer: Plan) -> Difference:
    """What `newer` changes in `older`: in the order of the newer plan, what is gone at the end.

    A deliverable is the same by its key. Whom a group stands for counts as of the day each is in force.
    """
    before, after = _parts(older), _parts(newer)
    now = renamed(older.departments, newer.departments)
    changes = [change for key, (task, part) in after.items()
               if (change := _change(older, newer, task, before.get(key), part, now))]
    gone = [Change(What.GONE, task, part, None) for key, (task, part) in before.items() if key not in after]
    old_names, new_names = ([body.name for body in plan.departments] for plan in (older, newer))
    known = {*old_names, *now.values()}
    return Difference((*changes, *gone), tuple(name for name in new_names if name not in known),
                      tuple(name for name in old_names if name not in new_names and name not in now),
                      tuple(now.items()))


def _parts(plan: Plan) -> Mapping[str, tuple[Task, Deliverable]]:
    return {part.key: (task, part) for task in plan.tasks for part in task.deliverables}


def _change(older: Plan, newer: Plan, task: Task, before: tuple[Task, Deliverable] | None,
            part: Deliverable, now: Mapping[str, str]) -> Change | None:
    if before is None:
        return Change(What.NEW, task, None, part)
    fields = tuple(_fields(older, before[1], newer, part, now))
    return Change(What.CHANGED, task, before[1], part, fields) if fields else None


def _fields(older: Plan, before: Deliverable, newer: Plan, after: Deliverable,
            now: Mapping[str, str]) -> Iterator[Field]:
    if _rule(older, before) != _rule(newer, after):
        yield Field.RULE
    asked = {now.get(name, name) for name in asked_of(older, before, older.in_force)}
    if asked != set(asked_of(newer, after, newer.in_force)):
        yield Field.WHO
    if before.title != after.title:
        yield Field.TITLE
    if before.text and before.text != after.text:      # a plan written by hand has no words to compare
        yield Field.TEXT
    if before.where != after.where:
        yield Field.WHERE


def _rule(plan: Plan, part: Deliverable) -> TimeRule:
    """The rule with the name of its event in place of the key, which may differ where nobody would see it."""
    if not isinstance(part.rule, AfterEvent | AwaitSuperior):
        return part.rule
    key = part.rule.event
    return replace(part.rule, event=next((kind.name for kind in plan.events if kind.key == key), key))
