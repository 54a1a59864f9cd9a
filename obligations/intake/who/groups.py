"""Tells collective words (各部门, 有关单位, 镇街道) from bodies and finds who is meant by them.

A group is never expanded by itself: the office's list decides, or its answer, or the default that it is shown.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.source import Quote
from obligations.intake.who.body_words import NO_DEPARTMENT_TAILS, NO_DEPARTMENTS
from obligations.intake.who.naming import District, named, spelling_key
from obligations.plan import Department, Group, Membership

_NOUN = ("部门|单位|机构|机关|组织|企业|公司|学校|院校|医院|乡镇街道|镇街道|乡镇|镇街|镇办|街镇|街道办事处|街道办|"
         "街道|社区|园区|功能区|开发区|板块|人民政府|政府|地区|县区|区县|市县|科室|处室|股室|委办局|管委会|办事处|"
         "窗口|企事业单位|责任主体|站所|行政村|村居")
_SHORT_NOUN = "地|县|市|区|镇|乡|村"
_LEVEL = ("区委区政府|县委县政府|市委市政府|[省市县区](?:人民)?政府|[省市县区][级直属](?:机关)?|[省市县区]委|直属|"
          "驻[区县市]|全[区县市省]|本级|本[区县市]|辖区内?|其[他它]")
_WHICH = ("各级|各|有关|相关|所有|全体|全部|其他|其它|涉及|双管|垂管|职能|主管|行业|业务|成员|试点|牵头|承办|责任|"
          "配合|开设|主办|起草|公共|组成|工作|直属")
_GENERIC = re.compile(
    "部门|单位|乡镇街道|镇街道|乡镇|镇街|街镇|镇办|街道|街道办|街道办事处|乡镇人民政府|乡镇政府|镇|乡|社区|学校|园区|开发区|管委会"
)
_ONE_OF = f"(?:{_WHICH})+[^、，,；;：:。（）局厅]{{0,8}}?(?:{_NOUN})"
_MORE = f"(?:(?:{_WHICH})+(?:{_NOUN}))*"
_GROUP = re.compile(
    f"(?:{_LEVEL})?(?:各(?:{_SHORT_NOUN}))?(?:{_ONE_OF}{_MORE}|各(?:{_SHORT_NOUN}|[^、，；：]{{0,8}}?(?:党委|工委))|"
    f"(?:{_LEVEL})(?:部门|单位|机构|企业|学校|乡镇|镇街))"
    "(?:单位|部门|主要)?"
)
_OF_A_BODY = re.compile("[\u4e00-\u9fff“”\"]{2,20}(?:成员|开设)单位|[\u4e00-\u9fff]{1,10}部门|"
                        "[\u4e00-\u9fff]{1,8}(?:承办|主办|起草|运营|建设|用人)单位")
_BRACKETS = re.compile("[（(][^（()）]*[)）]")
_ALL = re.compile(f"(?:{_LEVEL})*各(?:职能|工作|组成)?(?:部门|单位|委办局)(?:各单位|各部门)?")
_ALL_AND_PLACES = re.compile(f"(?:{_LEVEL})*各(?:地区?|乡镇|镇街道?|镇|镇街|街道)(?:各|和|及)+(?:部门|单位)")
_START = re.compile(
    f"(?:{_LEVEL})?(?:{_WHICH})+(?:(?:{_NOUN})|(?:{_SHORT_NOUN})(?=[各（(、，,要应须按在]|人民政府))"
    f"(?:[（(][^（()）]{{1,8}}[)）](?:人民政府|政府|办事处|管委会)?)?(?:各(?:{_NOUN}))*"
    f"(?!网站|门户|预算|决算|公报|热线|之间)|(?:{_LEVEL})(?:部门|单位)|镇街道|乡镇街道|[“\"][\u4e00-\u9fff]{{1,8}}[”\"](?:开设|主办|相关)单位"
)


@lru_cache(maxsize=65536)
def is_group(words: str) -> bool:
    """Whether `words` are a collective name; a body's own name never is."""
    plain = _BRACKETS.sub("", words)
    if len(plain) > 30:
        return False
    return bool(_GENERIC.fullmatch(plain) or _GROUP.fullmatch(plain) or _OF_A_BODY.fullmatch(plain))


def group_at_start(clause: str) -> str:
    """The collective words that a clause of prose begins with, "" if it begins with none."""
    found = _START.match(clause)
    return found.group() if found and is_group(found.group()) else ""


def groups_at_start(clause: str) -> Iterator[str]:
    """All of them: 试点单位及各乡镇（街道）要… are two."""
    while group := group_at_start(clause):
        yield group
        clause = clause[len(group):]
        clause = clause.lstrip("、和及与") if clause.startswith(("、", "和", "及", "与")) else ""


def kindred(group: str, district: District) -> str:
    """What groups share when they are the same people: 各部门 and 区政府各部门 say the same of one district."""
    key = spelling_key(group)
    if not _ALL.fullmatch(key):
        return key
    foreign = re.match("[省市县区]", key)
    return f"all:{foreign.group() if foreign and district.level else district.level}"


def departments_for_all(departments: Iterable[Department], doubtful: frozenset[str], district: District,
                        group: str) -> tuple[str, ...]:
    """Whom 各部门 means unless the office says otherwise: the document's bodies of the group's level, without party
    bodies, courts, companies, towns and mass organisations, without the office that asks the others, and without
    those whose very existence is asked about (`doubtful`)."""
    level = kindred(group, district).removeprefix("all:")
    level = level if len(level) == 1 else district.level
    found = []
    for department in departments:
        name = named(department.name, district)
        if (name.place == level and name.core and name.core not in NO_DEPARTMENTS
                and name.tail not in NO_DEPARTMENT_TAILS and department.name not in doubtful):
            found.append(department.name)
    return tuple(found)


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
    key = spelling_key(name)
    choices = [nobody]
    if everyone and (_ALL.fullmatch(key) or _ALL_AND_PLACES.fullmatch(key)):
        choices = [everybody, nobody] if _ALL.fullmatch(key) else [nobody, everybody]
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
