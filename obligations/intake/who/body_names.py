"""Knows what has the form of a body's name in one district; where glued names are cut is decided in `names_in`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from obligations.intake.who.body_words import LEVELS, NOT_IN_NAMES, TAIL, UNTORN
from obligations.intake.who.collectives import is_group, is_many
from obligations.intake.who.naming import PLACES, District, Name, is_function, named, placed, spelling_key

OFFICES = frozenset(("局", "委", "办", "厅", "部"))
RULERS = frozenset(("委", "政府", "人大", "政协", "党委"))
LONGEST = 30
_WRITTEN = re.compile("[\u3400-\u9fffA-Za-z0-9·“”\"—-]+")
_WHOLE_TAILS = frozenset(("委", "政府", "法院", "检察院", "人大", "政协", "团委", "工会", "武装部", "人武部", 
                          "红十字会", "供销社", "党校", "常委会", "管委会"))
_OF_A_PLACE = frozenset(("医院", "中学", "幼儿园", "电大"))    # 县医院 is a name, 医院 none
_CHANNELS = ("网站", "主页")     # where something is made public, not a 站
_CENTRAL = ("国家", "中国", "国网", "人民银行", "农业银行")
_OUTSIDE = (*_CENTRAL, "国营", "农行")
_AREAS = frozenset(("镇", "乡", "街道", "管委会", "苏木", "嘎查", "管理区"))
_AREA_OFFICE = re.compile("..(?:[林农牧]场|区管理[局处])$")
_IN_A_TOWN = re.compile("..{1,3}(?:镇|乡|街道).+(?<![所站队])$")
_MINOR = frozenset(("公司", "集团", "银行", "支行", "医院", "学校", "中学", "小学", "学院", "幼儿园", "办事处", "社区",
                    "居委会", "村委会"))
_BRANCHES = frozenset(("支行", "分行", "分公司"))
# In 城市, 社区, 上市 the second character is no level.
_NO_LEVEL = {"县": "", "市": "城都上超门集夜股楼菜",
             "区": "社园城景库矿林灌新片牧校小地山郊辖海湖特发税范验开高理用生街商学军专营港站厂"
                  "农垦能貌治聚行作贸假户护市胜游冲活心务业流住教技济"}
_SHORT_PLACE = re.compile(f"(?:^|[{LEVELS}])[^{LEVELS}]{{1,3}}$")    # 烟台, 景德镇
_COOPERATIVE = re.compile("(?:供销|合作|联合|[联总报]|信用)社$|幼儿园$")


@dataclass(frozen=True, slots=True)
class Forms:
    """The names of one district; `known` finds a listed body by its spelling."""

    district: District
    known: Callable[[str], str | None]
    _inner: dict[str, bool] = field(default_factory=dict)

    def is_placed(self, word: str) -> bool:
        """Whether `word` begins with the district or a level: 县烟草."""
        return bool(self.named(word).place)

    def named(self, word: str) -> Name:
        """`word` taken apart."""
        return named(word, self.district)

    def is_body(self, word: str) -> bool:
        """Whether `word` has the form of a body's name, or is known to be one."""
        if self.known(word):
            return True
        if not (2 <= len(word) <= LONGEST) or not _WRITTEN.fullmatch(word) or NOT_IN_NAMES.search(word):
            return False
        key = spelling_key(word)
        if not TAIL.search(key) or is_many(key) or word.endswith(_CHANNELS) or self.holds(word):
            return False
        name = self.named(word)
        if name.core and name.tail not in OFFICES and is_function(name.core + name.tail):
            return False    # 县人社, 县农业农村: a function without a tail, not a 社 or a 村
        if not name.core:
            if name.tail in _WHOLE_TAILS:
                return bool(name.place) or len(word) > 2
            return bool(name.place) and (name.tail in _OF_A_PLACE or name.tail[-1] in "中行")
        return bool(name.place) or len(name.core) > 1 or is_function(name.core)

    def is_usual(self, word: str) -> bool:
        """区人力资源和社会保障局: the whole is what every district has, so nothing is cut from it."""
        return self.is_body(word) and is_function(self.named(word).core)

    def stands_alone(self, word: str) -> bool:
        """Whether `word` needs no name before it: a group, a listed body, a place's own, a usual function."""
        if is_group(word) or self.known(word):
            return True
        name = self.named(word)
        return bool(name.place) or is_function(name.core)

    def holds(self, word: str) -> bool:
        """Whether a name of the district stands within `word`, behind another: 县电大县文物局 is not one."""
        if word not in self._inner:
            self._inner[word] = any(self._is_inner(word, at) for at in self._levels(word))
        return self._inner[word]

    def begins(self, word: str) -> bool:
        """Whether `word`, which may be a group, begins with the whole name of a usual body: 县林业局涉农部门."""
        return any(word[end - 1] in "局委办厅" and self.is_usual(word[:end]) for end in range(3, len(word) - 1))

    def is_torn(self, left: str, right: str) -> bool:
        """Whether the border between the two goes through one word: 社 区, 委 员会."""
        word, end = left + right, len(left)
        if right[0] in "办局处厅" or any(
                end - len(said) < at < end for said, _ in self.district.names if (at := word.find(said)) >= 0):
            return True
        if any(left[-before:] + right[:after] in UNTORN for before in range(1, 4) for after in range(1, 5)):
            return not (right[0] in LEVELS and (self._is_plain(right) or _COOPERATIVE.search(left)))
        return False

    def is_another(self, left: str, right: str) -> bool:
        """Whether `right` is hardly a part of `left`: 县财政局青山镇, but not 县公安局城关派出所."""
        before, after = self.named(left), self.named(right)
        if not after.core or (not before.core and before.tail in RULERS and after.tail == "街道"):
            return False
        if own := self._own(right):
            above = self._is_central(left) or before.place not in ("", self.district.level)
            return not above and right[len(own)] != "分" and not TAIL.fullmatch(right[len(own):])
        return right.startswith(_OUTSIDE) or bool(_AREA_OFFICE.search(right)) or (
            after.tail in _AREAS and (after.tail != "嘎查" or before.tail not in PLACES))

    def is_branch(self, left: str, right: str) -> bool:
        """Whether `left` is a central body and `right` the same of the district: 国家税务总局 云江县税务局."""
        after = self.named(right)
        if not self._is_central(left) or right.startswith(_OUTSIDE):
            return False
        return bool(self._own(right)) or len(after.place) > 1 or after.tail in _BRANCHES

    def may_be_another(self, left: str, right: str) -> bool:
        """Whether `right` is a body that `left` may have of its own: 县水务局自来水公司, 县交通局公路局."""
        before, after = self.named(left), self.named(right)
        if after.tail in OFFICES and left[-1] in OFFICES:
            return is_function(before.core) or (before.tail == "局" and len(after.core) > 1)
        if before.tail in _AREAS or not after.core or (not before.core and before.tail in RULERS):
            return False
        return after.tail in _MINOR or bool(_IN_A_TOWN.match(right))

    def is_complete(self, word: str) -> bool:
        """Whether `word` is surely a whole name: 县财政局, but 县政协社会 of 县政协社会和法制委员会 may go on."""
        if is_group(word) or self.known(word):
            return True
        name = self.named(word)
        return name.tail in PLACES or (name.tail not in ("村", "会", "场", "社")
                                       and (bool(name.place) or is_function(name.core)))

    def _is_central(self, word: str) -> bool:
        return word.startswith(_CENTRAL) and not any(self._own(word[at:]) for at in range(2, len(word)))

    def _own(self, word: str) -> str:
        """The name of the district that `word` begins with, "" for none."""
        names = (form for said, level in self.district.names if level == self.district.level
                 for form in (said, said[:-1]) if len(form) > 1)
        return next((form for form in names if word.startswith(form)), "")

    def _levels(self, word: str) -> Iterator[int]:
        """Where in `word`, behind the place it begins with, a level stands."""
        begun = len(word) - len(placed(word, self.district)[1])
        for at in range(max(begun + 1, 2), len(word) - 2):
            no_level = _NO_LEVEL.get(word[at])
            if word[at] in LEVELS and (
                    word[at] == self.district.level if no_level is None else word[at - 1] not in no_level
                    or _COOPERATIVE.search(word[:at])):
                yield at

    def _is_inner(self, word: str, at: int) -> bool:
        """Whether a name begins at the level in the middle of `word`: one of our own level, or a usual one."""
        own = word[at] == self.district.level
        if self._ends_own(word[:at + 1]) or (word.startswith(_CENTRAL) and not own):
            return False
        if not own and (not TAIL.search(word[:at]) or _SHORT_PLACE.search(word[:at])):
            return False
        ends = (end for end in range(at + 3, len(word) + 1) if end == len(word) or word[end - 1] in OFFICES)
        return any((own and self._is_whole(word[at:end])) or self._is_plain(word[at:end]) for end in ends)

    def _is_whole(self, word: str) -> bool:
        name = self.named(word)
        return bool(name.place and name.core and name.tail)

    def _ends_own(self, word: str) -> bool:
        return any(word.endswith(said) for said, level in self.district.names if level == self.district.level)

    def _is_plain(self, word: str) -> bool:
        name = self.named(word)
        return bool(name.place) and (is_function(name.core) or is_function(name.core + name.tail)
                                     or (not name.core and name.tail in ("法院", "检察院")))
