"""Finds who is meant by collective words (各部门, 有关单位, 镇街道), which `collectives` tells from bodies.

A group is never expanded by itself: the office's list decides, or its answer, or the default that it is shown.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote
from obligations.intake.who.body_words import LEVELS, NO_DEPARTMENT_TAILS, NO_DEPARTMENTS
from obligations.intake.who.collectives import excepted
from obligations.intake.who.naming import District, named, spelling_key
from obligations.plan import Department, Group, Membership

# 县委各部门, 驻县各单位 and 其他各部门 are others than the departments of a government.
_LEVEL = ("(?:区委区政府|县委县政府|市委市政府|旗委旗政府|[省市县区旗](?:人民)?政府|[省市县区旗][级直属](?:机关)?|"
          "全[省市县区旗]|本级|本[省市县区旗])")
_ALL = re.compile(f"{_LEVEL}*各(?:职能|工作|组成)?(?:部门|单位|委办局)(?:各单位|各部门)?")
_ALL_AND_PLACES = re.compile(f"{_LEVEL}*各(?:地区?|乡镇|镇街道?|镇|镇街|街道)(?:各|和|及)+(?:部门|单位)")


def kindred(group: str, district: District) -> str:
    """What groups share when they are the same people: 各部门 and 区政府各部门 say the same of one district."""
    key = spelling_key(group)
    if not _ALL.fullmatch(key):
        return key
    foreign = re.match("[省市县区旗]", key)
    return f"all:{foreign.group() if foreign and district.level else district.level}"


def departments_for_all(departments: Iterable[Department], doubtful: frozenset[str], district: District,
                        group: str) -> tuple[str, ...]:
    """Whom 各部门 means unless the office says otherwise: the document's bodies of the group's level, without party
    bodies, courts, companies, towns and mass organisations, without the office that asks the others, and without
    those whose very existence is asked about (`doubtful`)."""
    plain, exception = excepted(group)
    level = kindred(plain, district).removeprefix("all:")
    level = level if len(level) == 1 else district.level
    found = []
    for department in departments:
        name = named(department.name, district)
        if (name.place == level and name.core and name.core not in NO_DEPARTMENTS
                and name.tail not in NO_DEPARTMENT_TAILS and department.name not in doubtful):
            found.append(department)
    return tuple(one.name for one in found
                 if not any(_stands_in(exception, said.removeprefix(level)) for said in (one.name, *one.aliases)))


def _stands_in(exception: str, name: str) -> bool:
    """Whether the body of this `name`, without its level, is excepted: 体育局 is not by 县教育体育局."""
    return re.search(f"(?:^|[、，,和与及{LEVELS}]){re.escape(name)}", exception) is not None


def filled(groups: Mapping[str, Quote], in_prose: Collection[str], known: Iterable[Group],
           everyone: Callable[[str], tuple[str, ...]], resolve: Callable[[str], str | None], inquiry: Inquiry,
           district: District, start: date) -> tuple[Group, ...]:
    """Every group with its members: the office's list, or else what is answered to one question for each.

    `groups`: each collective name with its first place, those of the cells first; who belongs to one that stands only
    `in_prose` is not asked: nobody is told to hand in by it alone. `everyone`: who is meant by all; `resolve`: the body
    that a typed name means. Members that are not from the list begin at `start`.
    """
    listed: dict[str, tuple[Membership, ...]] = {}
    for group in known:
        if group.members:      # the list's own groups come first, and decide
            listed.setdefault(kindred(group.name, district), group.members)
    for name, quote in groups.items():
        key = kindred(name, district)
        if key not in listed and name not in in_prose:
            members = _asked(name, quote, everyone(name), resolve, inquiry)
            listed[key] = tuple(Membership(member, start) for member in members)
    return tuple(Group(name, listed.get(kindred(name, district), ())) for name in groups)


def _asked(name: str, quote: Quote, everyone: tuple[str, ...], resolve: Callable[[str], str | None],
           inquiry: Inquiry) -> tuple[str, ...]:
    nobody, everybody = Choice("nobody-yet"), Choice("all-named")
    key, exception = excepted(spelling_key(name))
    choices = [nobody]
    if everyone and (_ALL.fullmatch(key) or _ALL_AND_PLACES.fullmatch(key)):
        choices = [everybody, nobody] if _ALL.fullmatch(key) and not exception else [nobody, everybody]
    names = "、".join(everyone) if everybody in choices else "none"
    answer = inquiry.ask("group-members", quote, choices, typed=True, group=name, names=names)
    if answer.startswith(TYPED):
        typed = resolved(answer, quote, resolve, inquiry)
        if typed is not None:
            return typed
        answer = choices[0].id
    return everyone if answer == everybody.id else ()


def resolved(answer: str, quote: Quote, resolve: Callable[[str], str | None],
             inquiry: Inquiry) -> tuple[str, ...] | None:
    """The bodies typed in answer to the doubt asked last; None, and that doubt is open again, if one is unknown."""
    names = [name for name in re.split(r"[、，,；;\s]+", answer.removeprefix(TYPED)) if name]
    found = {name: resolve(name) for name in names}
    unknown = [name for name, body in found.items() if body is None]
    if names and not unknown:
        return tuple(dict.fromkeys(body for body in found.values() if body))
    inquiry.doubts[-1] = replace(inquiry.doubts[-1], answer=None)
    for name in unknown:
        inquiry.remark("typed-unknown", quote, name=name)
    return None
