"""Reads the names that the office wrote for departments: each must be one that a body can have, and no circle may come
of who takes over from whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from obligations.directory_words import are_several, is_name, on_one_line
from obligations.errors import Refusal
from obligations.intake.review.edit_fields import REMOVED, Edit, listed, names_nobody
from obligations.intake.review.edit_names import Names
from obligations.intake.review.rule_signs import folded
from obligations.intake.who.collectives import is_group
from obligations.names import LONGEST
from obligations.plan import Department, Plan
from obligations.succession import circle


class BodyNames:
    """The names typed for the departments of `plan`. Those that it has are taken as they are, new ones are held to
    what the list of departments takes."""

    def __init__(self, plan: Plan) -> None:
        self._groups = frozenset(folded(group.name) for group in plan.groups)
        self._known = {folded(one): one for body in plan.departments
                       for one in (*body.aliases, body.full_name, body.name) if one}

    def one(self, edit: Edit) -> str:
        """The name in an edit, "" for none. Raises Refusal for what cannot be one."""
        return self._name(edit.words, edit)

    def several(self, edit: Edit) -> tuple[str, ...]:
        """Each name in an edit that lists several. Raises Refusal for what cannot be one."""
        return tuple(dict.fromkeys(self._name(words, edit) for words in listed(edit.words)))

    def _name(self, words: str, edit: Edit) -> str:
        sign = folded(words)
        if sign in self._known or not sign:
            return self._known.get(sign, "")
        if sign == REMOVED or names_nobody(words):
            raise edit.refused("edit-no-name", quote=words)
        if are_several(words.strip()):
            raise edit.refused("edit-several", quote=words)
        if not is_name(words.strip()):
            raise edit.refused("edit-name-unusable", quote=words, longest=LONGEST)
        if sign in self._groups or is_group(sign):
            raise edit.refused("edit-is-group", name=words)
        return on_one_line(words)


def with_heirs_named(departments: Iterable[Department]) -> tuple[Department, ...]:
    """`departments` with each succession under the name that the body which takes over has now."""
    bodies = tuple(departments)
    names = Names((*(Department(body.name) for body in bodies), *bodies), ())
    return tuple(body if body.successor is None else replace(body, successor=replace(
        body.successor, name=names.department(body.successor.name) or body.successor.name)) for body in bodies)


def circles(heirs: Mapping[str, str], edits: Mapping[str, Edit]) -> Iterator[Refusal]:
    """A refusal for each circle among `heirs` in which a body stands that was edited; both by the bodies' names."""
    seen: set[frozenset[str]] = set()
    for name, edit in edits.items():
        way = circle(name, heirs)
        if way and frozenset(way) not in seen:
            seen.add(frozenset(way))
            yield edit.refused("edit-circle", names=" → ".join(way))
