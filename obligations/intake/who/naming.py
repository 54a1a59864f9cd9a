"""Reads one spelling of a body as place, function and tail; how two of them stand to each other is `likeness`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from obligations.intake.who.body_words import (
    FUNCTIONS,
    LEVEL,
    LEVELS,
    PLAIN_TAILS,
    TAIL,
)
from obligations.wording import simplified, unfolded, visible

_BETWEEN = re.compile(r"[\s·•・.。,，、:：“”\"'「」()（）〔〕【】]+")
LOOK_ALIKES = str.maketrans("巿囯", "市国")
_TITLED = re.compile(r"^(?:关于|印发|转发|《|\d{4}年度?)*([\u4e00-\u9fff]{1,12}?[" + LEVELS
                     + r"])(?=(?:人民)?政府|政务|关于|办公|\d{4}|二〇)")
_FARTHEST = 12    # characters of another place's name
_LEAGUE = re.compile("^(?:共青)?团(.+?)委(?:员会)?$")
_PARENT_BRANCH = re.compile("^(.{2,}?)(?:委员会|局)(.{2,7})分局$")
_TOWN = re.compile("^(.+(?:[镇乡]|苏木))(?:人民)?政府$")
# No place: 云江中学县教育局 is no 教育局 of a 云江中学县.
_NO_PLACE = re.compile(
    "街道|社区|[中小大]学|学[校院]|医院|法院|检察院|政府|中心|公司|[支银农]行|[大中支]队|嘎查|苏木|[林农牧]场|[残妇工文科社]联|"
    "公室|委会|员会|联合会|[一二三四五六七八九]中|幼儿园|[园景]区|[发理范]区|"
    "(?:[^省市县区旗州盟]{2}[乡村社镇处站所院会队组部]|[^省市县区旗州盟][和及与])(?<!景德镇)(?=[省市县区旗州盟])")
_EMPTY_WORDS = re.compile("(?:工作)?(?:领导小组|委员会)?(?:工作)?$")
PLACES = frozenset(("镇", "乡", "街道", "村", "社区", "苏木", "嘎查", "居委会", "村委会"))


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling taken apart. `place`: a level (区) for the district's own, a name for another place, "" where
    nothing is said; `core`: the function in its short form (财政); `tail`: what kind of body it is (局)."""

    place: str
    core: str
    tail: str


@dataclass(frozen=True, slots=True)
class District:
    """The names the document's own district goes by, the longest first, and its level (区), "" if unknown."""

    names: tuple[tuple[str, str], ...] = ()
    level: str = ""


def district_of(known: str, title: str) -> District:
    """The district by its known name (池州市贵池区) or, where that is "", by what the document's title begins with."""
    titled = _TITLED.match(spelling_key(title))
    whole = spelling_key(known) or (titled.group(1) if titled else "")
    if not whole or whole[-1] not in LEVELS:
        return District()
    names = {whole: whole[-1]}
    for end in range(2, len(whole)):
        if whole[end - 1] in LEVELS and whole[end] not in LEVELS:    # 池州市: its 州 is no level
            names[whole[:end]] = whole[end - 1]
            if len(whole) - end > 1:
                names[whole[end:]] = whole[-1]
    return District(tuple(sorted(names.items(), key=lambda item: -len(item[0]))), whole[-1])


@lru_cache(maxsize=65536)
def spelling_key(words: str) -> str:
    """`words` as they are compared: full-width, traditional and look-alike characters as the plain ones, no gaps."""
    return _BETWEEN.sub("", simplified(unfolded(visible(words)))).translate(LOOK_ALIKES)


@lru_cache(maxsize=65536)
def named(spelling: str, district: District) -> Name:
    """`spelling` taken apart; it is a body's name, which `body_cells` has seen to."""
    place, rest = placed(spelling_key(spelling).removeprefix("中共"), district)
    branch = _PARENT_BRANCH.match(rest)
    if branch and _is_own(branch.group(2), district):
        return Name(district.level, _function(branch.group(1)), "分局")
    if town := _TOWN.match(rest):
        rest = town.group(1)
    found = TAIL.search(rest)
    if not found:
        return Name(place, _function(rest), "")
    tail = PLAIN_TAILS.get(found.group(), found.group())
    core = rest[:found.start()]
    if tail in PLACES:    # 永和镇 is not 永镇
        return Name(place, core, tail)
    if tail == "管委会" and core + "管理" in FUNCTIONS:    # 国有资产监督管理委员会 manages no area
        tail, core = "委", core + "管理"
    if tail == "办":
        core = _EMPTY_WORDS.sub("", core) or core
    return Name(place, _function(core), tail)


def is_function(core: str) -> bool:
    """Whether `core` is a function that every district has: 财政, 发改."""
    return core in FUNCTIONS


def longest(spellings: Iterable[str]) -> str:
    """The spelling a body goes by when nobody has said: the longest, for it says most; of those the first."""
    return max(spellings, key=len)


def placed(key: str, district: District) -> tuple[str, str]:
    """The place that a spelling, as it is compared, begins with, and what follows; ("", key) for none."""
    league = _LEAGUE.match(key)
    if league:
        return placed(league.group(1) + "团委", district)
    for said, level in district.names:
        if key.startswith(said) and len(key) > len(said):
            return level, key[len(said):]
    if found := LEVEL.match(key):
        return found.group(1), key[1:]
    short = [said[:-1] for said, level in district.names if level == district.level and len(said) > 2]
    ends = [len(said) for said in short if key.startswith(said)] + [
        place + 1 for place, character in enumerate(key[:_FARTHEST])
        if place > 1 and character in LEVELS and not set(key[:place]) & set("局委办厅")
        and not _NO_PLACE.search(key[:place + 1])]
    for end in ends:
        if _function(TAIL.sub("", key[end:])) in FUNCTIONS:
            return district.level if key[:end] in short else key[:end], key[end:]
    return "", key


def _is_own(words: str, district: District) -> bool:
    return any(words in (said, said[:-1]) for said, level in district.names if level == district.level)


def _function(core: str) -> str:
    plain = re.sub("(?<=.)[和与及](?=.)", "", core)
    for form in (plain, plain.removeprefix("委"), plain.removeprefix("人民政府"), plain.removeprefix("政府")):
        if form in FUNCTIONS:
            return FUNCTIONS[form]
    return plain.removeprefix("委") or plain
