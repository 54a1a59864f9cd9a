"""Reads the departments and groups of a plan file, and tells which of them a name in it stands for.

Only exact spellings count here; forgiving look-up for people's typing is `names.py`.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from obligations.plan import Department, Group, Membership, Succession
from obligations.planfile_row import Row, shown


@dataclass(slots=True)
class Bodies:
    """The departments and groups read so far by name; `owner` leads from every spelling to its body."""

    departments: dict[str, Department] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)

    def claim(self, row: Row, place: str, spelling: str, name: str) -> None:
        """Keeps `spelling` for the body `name`; a fault when another body has it."""
        other = self.owner.setdefault(spelling, name) if spelling else name
        if other != name:
            row.fault("spelling-taken", place, found=shown(spelling), other=shown(other))

    def named(self, row: Row, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The departments and the groups that the list `place` names, by their canonical names."""
        spellings = row.texts(place, required=False)
        for spelling in spellings:
            if spelling not in self.owner:
                row.fault("unknown-name", place, found=shown(spelling))
        names = [self.owner[spelling] for spelling in spellings if spelling in self.owner]
        row.once(place, names, set())
        departments = tuple(name for name in names if name in self.departments)
        return departments, tuple(name for name in names if name not in self.departments)

    def has_members(self, group: str) -> bool:
        """Whether somebody has said who belongs to `group`."""
        return bool(self.groups[group].members)


def read_bodies(top: Row, in_force: date) -> Bodies:
    """Departments and groups; a member given by its name alone belongs from `in_force` on."""
    bodies, names = Bodies(), set[str]()
    for row in top.some_rows("departments"):
        department = _department(row, bodies, names)
        bodies.departments[department.name] = department
    for row in top.rows("groups", required=False):
        group = _group(row, bodies, in_force, names)
        bodies.groups[group.name] = group
    return bodies


def _department(row: Row, bodies: Bodies, names: set[str]) -> Department:
    name = row.text("name")
    row.once("name", [name], names)
    aliases, full_name = row.texts("aliases", required=False), row.text("full_name", required=False)
    bodies.claim(row, "name", name, name)
    bodies.claim(row, "full_name", full_name, name)
    for alias in aliases:
        bodies.claim(row, "aliases", alias, name)
    successor = row.table("successor", required=False)
    department = Department(name, aliases, full_name, _succession(successor) if successor else None)
    row.finish()
    return department


def _succession(row: Row) -> Succession:
    succession = Succession(row.text("name"), row.day("start") or date.min)
    row.finish()
    return succession


def _group(row: Row, bodies: Bodies, in_force: date, names: set[str]) -> Group:
    name = row.text("name")
    row.once("name", [name], names)
    bodies.claim(row, "name", name, name)
    items = enumerate(row.items("members", required=False), 1)
    members = [_member(row, f"members[{n}]", item, bodies, in_force) for n, item in items]
    _check_periods(row, members)
    row.finish()
    return Group(name, tuple(members))


def _member(row: Row, place: str, item: object, bodies: Bodies, in_force: date) -> Membership:
    if isinstance(item, str):
        return Membership(_known(row, place, item.strip(), bodies), in_force)
    table = row.child(place, item)
    department = _known(table, "department", table.text("department"), bodies)
    member = Membership(department, table.day("start") or date.min, table.day("end", required=False))
    if member.end and member.end < member.start:
        table.fault("unordered", "end", found=str(member.end))
    table.finish()
    return member


def _known(row: Row, place: str, spelling: str, bodies: Bodies) -> str:
    """The department of that spelling; a group within a group is not one."""
    name = bodies.owner.get(spelling, "")
    if name in bodies.departments:
        return name
    row.fault("unknown-name", place, found=shown(spelling))
    return ""


def _check_periods(row: Row, members: list[Membership]) -> None:
    """A department may come back to a group, but not belong to it twice on the same day."""
    ordered = sorted((m for m in members if m.department), key=lambda m: (m.department, m.start))
    for first, then in pairwise(ordered):
        if first.department == then.department and (first.end is None or first.end >= then.start):
            row.fault("duplicate", "members", found=shown(then.department))
