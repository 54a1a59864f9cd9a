"""What of a plan can be edited in a table, and the words that stand there for it; edits are carried out in `edits`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from obligations.errors import Refusal
from obligations.intake.document import Place
from obligations.intake.review.rule_signs import folded
from obligations.intake.review.rule_words import Notation
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    Deliverable,
    Department,
    Group,
    Membership,
    Plan,
    Role,
    Task,
    TimeRule,
)
from obligations.planfile_row import printable

# Words of the table's language, like those of the notation for time rules: typed, kept and read back in any locale.
REMOVED = "删除"
AT_EVENT = "（登记时指定）"
OPEN = "（待明确）"
SINCE, UNTIL = "起", "至"
LONGEST_QUOTE = 80
_SEPARATORS = re.compile(r"[、,，;；\n]+")


class Field(StrEnum):
    """A column that may be edited: of a deliverable, of a task (the roles), or of a department."""

    TITLE = "title"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORTING = "supporting"
    INFORMED = "informed"
    NAME = "name"
    ALIASES = "aliases"
    FULL_NAME = "full-name"
    GROUPS = "groups"
    SUCCESSOR = "successor"
    SUCCEEDED = "succeeded"


PART = (Field.TITLE, Field.WHO, Field.WHEN, Field.WHERE)
ROLES = (Field.LEAD, Field.RESPONSIBLE, Field.SUPPORTING, Field.INFORMED)
BODY = (Field.NAME, Field.ALIASES, Field.FULL_NAME, Field.GROUPS, Field.SUCCESSOR, Field.SUCCEEDED)
NEW = "+"       # in a target: something that is not there yet


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell that was changed. `target`: the key of a deliverable (R01.1) or of a task (R01), or the name of a
    department; R01+7 and +7 are a new deliverable and a new department, of line 7. `about`: the fingerprint of the
    document's words for it, which must still be the same, "" for anything. `was`: the words that stood there, "" where
    that is not known."""

    field: Field
    target: str
    words: str
    place: Place
    about: str = ""
    was: str = ""

    def refused(self, key: str, **values: object) -> Refusal:
        """A refusal of this edit, with its place and, unless others are given, its words; all of them cut short."""
        said = {"place": self.place, "quote": self.words, **values}
        return Refusal(key, **{name: quoted(one) if isinstance(one, str) else one for name, one in said.items()})


def quoted(words: str) -> str:
    """What a refusal repeats of a cell: on one line, without what does not print, at most 80 characters."""
    plain = printable(words)
    return plain if len(plain) <= LONGEST_QUOTE else plain[:LONGEST_QUOTE - 1] + "…"


def fingerprint(words: str) -> str:
    """Eight characters by which changed words are known; spaces at line ends do not count. "" for no words."""
    plain = " ".join(words.split())
    return sha256(plain.encode(errors="replace")).hexdigest()[:8] if plain else ""


def listed(words: str) -> tuple[str, ...]:
    """The names in a list, each once."""
    return tuple(dict.fromkeys(name for piece in _SEPARATORS.split(words) if (name := " ".join(piece.split()))))


def names_nobody(words: str) -> bool:
    """Whether a cell about who is empty, or says that it is."""
    return folded(words) in ("", folded(AT_EVENT), folded(OPEN))


class PlanWords:
    """The words for everything in a plan that can be edited."""

    def __init__(self, plan: Plan) -> None:
        self._notation = Notation({event.key: event for event in plan.events})
        self._rules: dict[TimeRule, str] = {}
        self._groups = _by_department(plan.groups, plan.in_force)

    def part(self, part: Deliverable) -> Mapping[Field, str]:
        """The words for a deliverable."""
        who = "、".join((*part.departments, *part.groups))
        nobody = AT_EVENT if isinstance(part.rule, AfterEvent | AwaitSuperior) else OPEN
        return {Field.TITLE: part.title, Field.WHO: who or nobody, Field.WHEN: self._rule(part.rule),
                Field.WHERE: part.where}

    def task(self, task: Task) -> Mapping[Field, str]:
        """The words for who has which part in a task."""
        return {Field(role): "、".join(one.department or one.group or "" for one in task.assignments
                                      if one.role is role) for role in Role}

    def body(self, body: Department) -> Mapping[Field, str]:
        """The words for a department."""
        name, start = (body.successor.name, str(body.successor.start)) if body.successor else ("", "")
        return {Field.NAME: body.name, Field.ALIASES: "、".join(body.aliases), Field.FULL_NAME: body.full_name,
                Field.GROUPS: "、".join(self._groups.get(body.name, ())), Field.SUCCESSOR: name,
                Field.SUCCEEDED: start}

    def _rule(self, rule: TimeRule) -> str:
        if rule not in self._rules:
            self._rules[rule] = self._notation.words(rule)
        return self._rules[rule]


def _by_department(groups: Iterable[Group], in_force: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in groups:
        for member in group.members:
            found.setdefault(member.department, []).append(group.name + _period(member, in_force))
    return found


def _period(member: Membership, in_force: date) -> str:
    if member.end:
        return f"（{member.start} {UNTIL} {member.end}）"
    return "" if member.start == in_force else f"（{member.start} {SINCE}）"
