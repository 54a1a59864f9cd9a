"""The list of departments: what is known of the district, and what a list that comes in changes about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from obligations.directory import Entry, Listing, spelled_twice
from obligations.directory_words import Heading
from obligations.errors import PlanFaults, Refusal
from obligations.intake.known import Known
from obligations.names import Directory, Stage, keys_of
from obligations.plan import Department, Group
from obligations.succession import by_name, circle, heirs, in_office
from storage import audit, bodies, districts, memberships, people, plans, succession


@dataclass(frozen=True, slots=True)
class Listed:
    """A department in office: its spellings, its groups of the day, who is expected as liaison and who enrolled."""

    department: Department
    groups: tuple[str, ...]
    expected: tuple[str, ...]
    enrolled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a list changed, as names; `moved` are the numbers of items that went to another body, `unlisted` the
    successors that neither it nor the district knows, `groups` those that it speaks of or changes."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    moved: tuple[int, ...]
    unlisted: tuple[str, ...] = ()
    groups: tuple["Regrouped", ...] = ()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Who belonged to a group from today on, before a list came in and after it."""

    group: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def known(session: Session, district: int) -> Known:
    """What is known of the district before a document is read: every department that it has or had, the groups of
    the list, and those of the plan in force that the list does not have. A spelling that is also the name of another
    body, as that of one taken over from, is left to that body."""
    listed = memberships.groups(session, district)
    planned = _plan_groups(session, district, {group.name for group in listed})
    there = bodies.bodies(session, district)
    names = {body.name for body in there}
    own = tuple(replace(body, aliases=tuple(one for one in body.aliases if one not in names)) for body in there)
    return Known(districts.name_of(session, district), own, (*listed, *planned))


def listed(session: Session, district: int, today: date) -> list[Listed]:
    """The departments that no other has taken over from by `today`, in the order in which they became known; also a
    successor of today that is not founded yet."""
    rows, values = bodies.rows(session, district), by_name(bodies.bodies(session, district))
    groups = [(group.name, {in_office(m.department, values, today) for m in group.members
                            if m.start <= today and (m.end is None or today <= m.end)})
              for group in known(session, district).groups]
    there: dict[str, list[str]] = {name: [name] for name in rows if in_office(name, values, today) == name}
    for name in rows:
        if (heir := in_office(name, values, today)) not in rows:
            there.setdefault(heir, []).append(name)
    return [Listed(values.get(name) or Department(name), tuple(group for group, members in groups if name in members),
                   tuple(dict.fromkeys(one for row in mine for one in rows[row].liaisons)),
                   _enrolled(session, district, mine)) for name, mine in there.items()]


def _enrolled(session: Session, district: int, names: Sequence[str]) -> tuple[str, ...]:
    found = (one for name in names for one in people.liaisons(session, district, name))
    return tuple({one.id: one.name for one in found}.values())


def exact(session: Session, district: int, name: str) -> str | None:
    """The department that `name` names exactly, in office or not."""
    return Directory(bodies.bodies(session, district), districts.name_of(session, district)).exact(name)


def import_list(session: Session, district: int, listing: Listing, today: date, now: datetime,
                actor: str) -> Changes:
    """Take a list over, in the caller's transaction; the same again changes nothing. What the list has no column
    for, and whom it does not name, stays as it is. Raises PlanFaults with every row that cannot be taken over."""
    book = _Book(session, district, listing, today)
    book.check()
    before = _members(session, district, today)
    changes = book.write(now, actor)
    after = _members(session, district, today)
    moved = succession.carry_out(session, district, today, now)
    groups = (Regrouped(name, before.get(name, ()), after.get(name, ())) for name in {**before, **after})
    return replace(changes, moved=tuple(moved), groups=tuple(
        one for one in groups if one.group in listing.groups or set(one.before) != set(one.after)))


def _members(session: Session, district: int, today: date) -> dict[str, tuple[str, ...]]:
    return {group.name: tuple(dict.fromkeys(
        member.department for member in group.members if member.end is None or member.end >= today))
        for group in known(session, district).groups}


class _Book:
    """The departments as they will stand once the list is taken over."""

    def __init__(self, session: Session, district: int, listing: Listing, today: date) -> None:
        self._session, self._district, self._listing, self._today = session, district, listing, today
        self._rows = bodies.rows(session, district)
        self._before = by_name(map(bodies.value, self._rows.values()))
        kept = plans.active(session, district)
        self._planned = by_name(kept.plan.departments if kept else ())
        self._called = districts.name_of(session, district)
        self._directory = Directory(tuple(self._before.values()), self._called)
        self._canonical_names = Directory([Department(name) for name in self._before], self._called)
        self._named = {entry.department.name for entry in listing.entries}
        self._entries: dict[str, Entry] = {}
        self._faults: list[Refusal] = []
        for entry in listing.entries:
            name = self._canonical(entry.department.name)
            if name in self._entries:
                self._fault(Refusal("listing-twice", **_at(entry)))
            self._entries.setdefault(name, entry)
        self._after = dict(self._before) | {name: self._body(name, one) for name, one in self._entries.items()}
        self._name_heirs(Directory(tuple(self._after.values()), self._called))

    def check(self) -> None:
        """Raises PlanFaults, if there is anything to say against the list."""
        self._check_spellings()
        self._check_groups()
        successors = {name: body.successor.name for name, body in self._after.items() if body.successor}
        for name, entry in self._entries.items():
            before = self._before.get(name, Department(name)).successor
            if way := circle(name, successors) if entry.department.successor else ():
                self._fault(Refusal("listing-circle", names=" → ".join(way), **_at(entry)))
            if before and before.start <= self._today and before != self._after[name].successor:
                self._fault(Refusal("listing-succession-done", new=before.name, day=before.start.isoformat(),
                                    **_at(entry)))
        if self._faults:
            raise PlanFaults(tuple(self._faults))

    def write(self, now: datetime, actor: str) -> Changes:
        """Write it all down. Raises PlanFaults for memberships that do not fit together."""
        new = [name for name in self._entries if name not in self._rows]
        for name in new:
            self._rows[name] = bodies.founded(self._session, self._district, name, now, actor)
        self._adopt_groups()
        changed = [name for name, entry in self._entries.items() if self._write(name, entry, now, actor)]
        if self._faults:
            raise PlanFaults(tuple(self._faults))
        changed = [name for name in changed if name not in new]
        if new or changed:
            audit.record(self._session, now, actor, "departments-imported",
                         districts.name_of(self._session, self._district), new=new, changed=changed)
        said = (self._after[name].successor for name, entry in self._entries.items() if entry.department.successor)
        unlisted = dict.fromkeys(heir.name for heir in said if heir and heir.name not in self._after)
        return Changes(tuple(new), tuple(changed), len(self._entries) - len(new) - len(changed), (), tuple(unlisted))

    def _adopt_groups(self) -> None:
        """A group that only the plan had so far keeps its members, but for those of whom the list says otherwise."""
        listed = {group.name for group in memberships.groups(self._session, self._district)}
        for group in _plan_groups(self._session, self._district, listed):
            if group.name in self._listing.groups:
                memberships.adopt(self._session, group, self._rows)

    def _write(self, name: str, entry: Entry, now: datetime, actor: str) -> bool:
        row, body = self._rows[name], self._after[name]
        changed = bodies.write(row, replace(body, successor=bodies.value(row).successor))
        if body.successor:
            changed |= succession.succeed(self._session, self._district, name, body.successor, self._today, now, actor)
        if Heading.LIAISONS in self._listing.columns and row.liaisons != list(entry.liaisons):
            row.liaisons, changed = list(entry.liaisons), True
        if Heading.GROUPS in self._listing.columns:
            try:
                changed |= memberships.take_over(self._session, row, entry.stays, self._today)
            except ValueError:
                self._fault(Refusal("listing-stays", **_at(entry)))
        return changed

    def _canonical(self, name: str) -> str:
        """The department that a name of the list means: the one of that name, or that is known by this spelling,
        unless the list has that one under its own name."""
        found = self._canonical_names.exact(name)
        if found is None:
            found = self._directory.exact(name)
            found = None if found in self._named else found
        return found or name

    def _body(self, name: str, entry: Entry) -> Department:
        before, said = self._before.get(name, Department(name)), entry.department
        given = (*self._planned.get(name, before).aliases, *said.aliases) if Heading.ALIASES in self._listing.columns \
            else before.aliases
        also = (said.name,) if self._directory.exact(said.name) != said.name else ()
        wanted = dict.fromkeys(one for one in (*given, *also) if one != name and one not in self._named - {said.name})
        aliases = (*(one for one in before.aliases if one in wanted), *(w for w in wanted if w not in before.aliases))
        return Department(name, aliases, said.full_name or before.full_name, said.successor or before.successor)

    def _name_heirs(self, everybody: Directory) -> None:
        """A successor may be written by any spelling, also by one that this list brings."""
        for name, entry in self._entries.items():
            if heir := entry.department.successor:
                heir = replace(heir, name=everybody.exact(heir.name) or heir.name)
                self._after[name] = replace(self._after[name], successor=heir)

    def _check_spellings(self) -> None:
        """A spelling leads to one department, however the district is named in it; only a body and its successor
        may share some."""
        names = (*(name for name in self._after if name not in self._entries), *self._entries)
        others = ((name, one) for name in names for one in (*self._after[name].aliases, self._after[name].full_name))
        owner: dict[str, str] = {}
        for name, spelling in (*((name, name) for name in names), *others):
            other = owner.setdefault(self._folded(spelling), name) if spelling else name
            if other != name and name in self._entries and not self._are_kin(name, other):
                self._fault(spelled_twice(self._entries[name], name, spelling, self._entries.get(other), other))

    def _folded(self, spelling: str) -> str:
        keys = keys_of(Department(spelling), self._called)
        return next((key for stage, key in keys if stage is Stage.NAME), spelling)

    def _check_groups(self) -> None:
        """What is called like a group, now or in this list, is no department, and takes over from none."""
        groups = {group.name for group in known(self._session, self._district).groups} | self._listing.groups
        for name, entry in self._entries.items():
            heir = entry.department.successor
            for one in filter(groups.__contains__, (name, heir.name if heir else "")):
                self._fault(Refusal("listing-group", name=one, **_at(entry)))

    def _are_kin(self, one: str, other: str) -> bool:
        return other in heirs(one, self._after, date.max) or one in heirs(other, self._after, date.max)

    def _fault(self, fault: Refusal) -> None:
        self._faults.append(fault)


def _at(entry: Entry) -> dict[str, object]:
    return {"place": entry.place, "quote": entry.department.name}


def _plan_groups(session: Session, district: int, listed: set[str]) -> Sequence[Group]:
    kept = plans.active(session, district)
    planned = kept.plan.groups if kept else ()
    return [group for group in planned if group.name not in listed]
