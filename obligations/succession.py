"""Which body is in office on a day: follows successions, and sees a plan or a list of departments as of that day.

Recording a succession and moving what is open is `storage/succession.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from obligations.plan import Assignment, Department, Group, Plan, Succession, Task

Bodies = Mapping[str, Department]
"""Departments by their canonical names."""


def by_name(departments: Iterable[Department]) -> Bodies:
    """Departments by their canonical names, in the given order."""
    return {body.name: body for body in departments}


def heirs(name: str, bodies: Bodies, on: date) -> Iterator[str]:
    """Those who took over from `name`, and from one another, up to the local date `on`, the last one in office."""
    return (one.name for one in _steps(name, bodies, on))


def takeover(name: str, bodies: Bodies, on: date) -> Succession | None:
    """Who is on the local date `on` in the place of `name`, and since when: of a line, since its last step. None:
    `name` is in office itself."""
    steps = list(_steps(name, bodies, on))
    return Succession(steps[-1].name, max(one.start for one in steps)) if steps else None


def _steps(name: str, bodies: Bodies, on: date) -> Iterator[Succession]:
    seen = {name}
    while (body := bodies.get(name)) and body.successor and body.successor.start <= on:
        name = body.successor.name
        if name in seen:    # refused wherever a succession is recorded
            return
        seen.add(name)
        yield body.successor


def in_office(name: str, bodies: Bodies, on: date) -> str:
    """The canonical name of the body that does on the local date `on` what `name` once did; often itself."""
    *_, last = name, *heirs(name, bodies, on)
    return last


def in_their_place(departments: Iterable[Department], on: date) -> tuple[Department, ...]:
    """The bodies in office on `on`, each with the spellings of those that it took over from."""
    bodies = by_name(departments)
    taken: dict[str, dict[str, None]] = {}
    for body in bodies.values():
        heir = in_office(body.name, bodies, on)
        found = taken.setdefault(heir, {})
        if heir != body.name:
            found.update(dict.fromkeys(filter(None, (body.name, *body.aliases, body.full_name))))
    return tuple(_with(bodies.get(heir) or Department(heir), found) for heir, found in taken.items())


def out_of_office(departments: Iterable[Department], on: date) -> tuple[Department, ...]:
    """The bodies that another one has taken over from by `on`."""
    return tuple(body for body in departments if body.successor and body.successor.start <= on)


def circle(name: str, successors: Mapping[str, str]) -> tuple[str, ...]:
    """The way from `name` back to itself (A, B, A) by whatever dates; empty: there is none."""
    way = [name]
    while (following := successors.get(way[-1])) is not None:
        way.append(following)
        if following == name:
            return tuple(way)
        if way.count(following) > 1:    # a circle, but of others
            return ()
    return ()


def plan_in_office(plan: Plan, bodies: Bodies, on: date) -> Plan:
    """`plan` with the bodies in office on `on` in the place of those it names."""
    now = {name: in_office(name, bodies, on) for name in bodies}
    if all(name == heir for name, heir in now.items()):
        return plan
    return replace(plan, tasks=tuple(_task(task, now) for task in plan.tasks),
                   groups=tuple(_group(group, now) for group in plan.groups))


def _with(body: Department, spellings: Iterable[str]) -> Department:
    return replace(body, aliases=tuple(dict.fromkeys((*body.aliases, *(s for s in spellings if s != body.name)))))


def _task(task: Task, now: Mapping[str, str]) -> Task:
    parts = tuple(replace(part, departments=_renamed(part.departments, now)) for part in task.deliverables)
    return replace(task, deliverables=parts, assignments=tuple(_assignment(one, now) for one in task.assignments))


def _assignment(one: Assignment, now: Mapping[str, str]) -> Assignment:
    return replace(one, department=now.get(one.department, one.department)) if one.department else one


def _group(group: Group, now: Mapping[str, str]) -> Group:
    return replace(group, members=tuple(replace(member, department=now.get(member.department, member.department))
                                        for member in group.members))


def _renamed(names: Iterable[str], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now.get(name, name) for name in names))
