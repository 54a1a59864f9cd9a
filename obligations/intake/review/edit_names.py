"""Tells which departments and groups of a plan the names in an edited cell stand for; only exact spellings count."""

from collections.abc import Iterable

from obligations.intake.review.edit_fields import Edit, listed, names_nobody
from obligations.intake.review.rule_signs import folded
from obligations.plan import Department, Group


class Names:
    """Every spelling of the departments and groups of a plan; spaces and full-width forms do not matter."""

    def __init__(self, departments: Iterable[Department], groups: Iterable[Group]) -> None:
        self._departments: dict[str, str] = {}
        self._groups = {folded(group.name): group.name for group in groups}
        self._filled = {group.name for group in groups if group.members}
        for body in departments:
            for spelling in (body.name, body.full_name, *body.aliases):
                self._departments.setdefault(folded(spelling), body.name)

    def department(self, spelling: str) -> str | None:
        """The department of that spelling."""
        return self._departments.get(folded(spelling)) if spelling.strip() else None

    def has_members(self, group: str) -> bool:
        """Whether anybody belongs to a group."""
        return group in self._filled

    def read(self, edit: Edit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The departments and the groups that an edit lists. Raises Refusal for a name that nobody has."""
        if names_nobody(edit.words):
            return (), ()
        departments: list[str] = []
        groups: list[str] = []
        for name in listed(edit.words):
            if department := self.department(name):
                departments.append(department)
            elif group := self._groups.get(folded(name)):
                groups.append(group)
            else:
                raise edit.refused("edit-unknown-name", name=name)
        return tuple(dict.fromkeys(departments)), tuple(dict.fromkeys(groups))
