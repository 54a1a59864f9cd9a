"""Takes over what the office edited in the version before: an edit holds where the document still says what it said
then. What does not hold any more is named, never dropped in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from obligations.errors import PlanFaults
from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt
from obligations.intake.review.edit_fields import BODY, NEW, ROLES, Edit, Field, PlanWords, fingerprint, listed
from obligations.intake.review.edit_names import Names
from obligations.intake.review.edits import apply
from obligations.intake.source import Quote
from obligations.plan import Plan


@dataclass(frozen=True, slots=True)
class Carried:
    """Edits of an earlier version: those that hold in the present one, and those that are `lost`."""

    kept: tuple[Edit, ...] = ()
    lost: tuple[Edit, ...] = ()


NONE = Carried()


def noted(edits: Iterable[Edit], drafted: Plan) -> tuple[Edit, ...]:
    """`edits` of the plan as `drafted`, each with the words that it changed."""
    words = dict(_words(drafted))
    return tuple(replace(edit, was=words.get((edit.target, edit.field), "")) for edit in edits)


def carried(edits: Sequence[Edit], now: Plan) -> Carried:
    """What becomes of `edits` of an earlier version in the plan `now`, as drafted from its document.

    An edit that says what `now` says already, or is about a body that it does not have, needs nothing.
    """
    return _Carrying(now).result(edits)


class _Carrying:
    """The present draft, with the words for everything in it that can be edited."""

    def __init__(self, now: Plan) -> None:
        self._now, self._words = now, dict(_words(now))
        self._names = Names(now.departments, now.groups)
        self._by_about: dict[tuple[bool, str], list[str]] = {}
        for task in now.tasks:
            self._by_about.setdefault((True, fingerprint(task.text)), []).append(task.key)
            for part in task.deliverables:
                self._by_about.setdefault((False, fingerprint(part.text)), []).append(part.key)

    def result(self, edits: Sequence[Edit]) -> Carried:
        """What holds and what is lost."""
        kept: list[Edit] = []
        lost: list[Edit] = []
        for edit in edits:
            target = self._target(edit)
            if target is None:
                lost += [] if edit.field in BODY else [edit]
            elif not self._is_said(edit, target):
                (kept if self._is_unchanged(edit, target) else lost).append(replace(edit, target=target))
        kept, refused = self._possible(kept)
        return Carried(tuple(kept), (*lost, *refused))

    def _target(self, edit: Edit) -> str | None:
        """What an edit is about as it is called now: a row by its words, if they stand there only once."""
        key, plus, line = edit.target.partition(NEW)
        if edit.field in BODY:
            return edit.target if plus else self._names.department(key)
        same = self._by_about.get((bool(plus) or edit.field in ROLES, edit.about), [])
        return (key if key in same else same[0]) + plus + line if key in same or len(same) == 1 else None

    def _is_said(self, edit: Edit, target: str) -> bool:
        """Whether the document, or what is known of the district, says by itself what was edited."""
        now = self._words.get((target, edit.field))
        return now is not None and self._comparable(edit.field, now) == self._comparable(edit.field, edit.words)

    def _is_unchanged(self, edit: Edit, target: str) -> bool:
        """Whether the document says there what it said when that was edited. A name is the office's own word."""
        if NEW in target or edit.field is Field.NAME:
            return True
        now = self._words.get((target, edit.field))
        return now is not None and self._comparable(edit.field, edit.was) == self._comparable(edit.field, now)

    def _comparable(self, field: Field, words: str) -> object:
        if field in (Field.WHO, *ROLES):
            return frozenset(self._names.department(name) or name for name in listed(words))
        return frozenset(listed(words)) if field in (Field.ALIASES, Field.GROUPS) else fingerprint(words)

    def _possible(self, edits: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
        """Those that can be carried out together, and those that cannot."""
        left, refused = dict(enumerate(edits, 1)), list[Edit]()
        while left:
            try:
                apply(self._now, (replace(edit, place=Place(row=at)) for at, edit in left.items()))
            except PlanFaults as faults:
                places = {fault.values.get("place") for fault in faults.faults}
                wrong = [at for at in left if Place(row=at) in places] or list(left)
                refused += [left.pop(at) for at in wrong]
            else:
                break
        return list(left.values()), refused


def _words(plan: Plan) -> Iterator[tuple[tuple[str, Field], str]]:
    words = PlanWords(plan)
    for task in plan.tasks:
        yield from _by_field(task.key, words.task(task))
        for part in task.deliverables:
            yield from _by_field(part.key, words.part(part))
    for body in plan.departments:
        yield from _by_field(body.name, words.body(body))


def _by_field(key: str, words: Mapping[Field, str]) -> Iterator[tuple[tuple[str, Field], str]]:
    return (((key, field), one) for field, one in words.items())


def lost_edits(found: Carried, plan: Plan) -> Iterator[Doubt]:
    """A remark for each edit that does not hold any more; `plan` is the present one."""
    rows = {key: at for at, task in enumerate(plan.tasks) for key in (task.key, *(p.key for p in task.deliverables))}
    for number, edit in enumerate(found.lost):
        target = edit.target.partition(NEW)[0]
        yield Doubt(f"edit-lost-{number}", "edit-lost", Quote(edit.words), row=rows.get(target),
                    values={"target": target, "field": edit.field.value})
