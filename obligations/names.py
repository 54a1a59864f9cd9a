"""Finds the department someone means; a write takes only an exact name, a read may take a clear winner.

Which departments there are, and what they are called, stands in the plan.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from obligations.plan import Department
from obligations.wording import simplified, unfolded, visible

LONGEST = 64    # characters; no department's name is longer


class Stage(StrEnum):
    """What a key stands for, most certain first."""

    NAME = "name"
    ALIAS = "alias"
    SUCCESSOR = "successor"
    CORE = "core"


class How(StrEnum):
    """By what a department was recognised that was not named exactly."""

    SUCCESSOR = "successor"    # by the name of the body that took over from it
    CORE = "core"              # 财政, 财政局
    PINYIN = "pinyin"          # caizhengju
    INITIALS = "initials"      # czj
    TYPO = "typo"              # 区财正局


@dataclass(frozen=True, slots=True)
class Exact:
    """Named exactly: by the canonical name, an alias or the full name."""

    name: str


@dataclass(frozen=True, slots=True)
class Likely:
    """One clear winner; good enough to show something, never to write. `others` come close."""

    name: str
    how: How
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several are meant equally well, in the plan's order."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """None is meant; `suggestions` are at most three similar names, the nearest first."""

    suggestions: tuple[str, ...] = ()


Found = Exact | Likely | Ambiguous | Unknown

_BETWEEN = re.compile(r"[\s·•・'’`\-_.,，。、:：“”\"「」]+")
_GROUP = re.compile("各|有关|相关|等部门|区直|单位")
_LEVEL = re.compile("^[区县市]")
_TAIL = re.compile("(?:领导小组)?(?:管理委员会|委员会|管委会|办公室|分局|中心|局|委|办|院|站|所|处)$")
_LATIN = re.compile("[a-z]")
_CHINESE = re.compile("[\u3400-\u9fff]")
_SHORTEST_TYPO = {False: 3, True: 5}    # letters carry less than characters


def keys_of(department: Department, district: str = "") -> frozenset[tuple[Stage, str]]:
    """Every key by which `department` may be found without guessing at letters."""
    others = [*department.aliases, department.full_name]
    keys = {(Stage.NAME, _local(department.name, district))}
    keys |= {(Stage.ALIAS, _local(other, district)) for other in others if other}
    if department.successor:
        keys.add((Stage.SUCCESSOR, _local(department.successor.name, district)))
    keys |= {(Stage.CORE, _core(name)) for stage, name in keys if stage is not Stage.SUCCESSOR}
    return frozenset((stage, key) for stage, key in keys if key)


class Directory:
    """The departments of one plan. `district` is the name that full names begin with (池州市贵池区)."""

    def __init__(self, departments: Sequence[Department], district: str = "") -> None:
        self._district = district
        self._order = {department.name: place for place, department in enumerate(departments)}
        self._index: dict[tuple[Stage, str], set[str]] = {}
        self._spellings: dict[str, set[str]] = {}
        for department in departments:
            for stage, key in keys_of(department, district):
                self._index.setdefault((stage, key), set()).add(department.name)
                if stage in (Stage.NAME, Stage.ALIAS):
                    self._spellings.setdefault(key, set()).add(department.name)

    def exact(self, query: str) -> str | None:
        """The canonical name that `query` names exactly, or None: what a write goes by."""
        found = self._exactly(_local(query[:LONGEST + 1], self._district))
        return found.name if isinstance(found, Exact) else None

    def find(self, query: str) -> Found:
        """Whom `query` means; the first stage that finds anything decides. Never raises."""
        wanted = _local(query[:LONGEST + 1], self._district)
        if not wanted or len(wanted) > LONGEST or (wanted not in self._spellings and _GROUP.search(wanted)):
            return Unknown()
        return self._exactly(wanted) or self._nearly(wanted)

    def _exactly(self, wanted: str) -> Exact | Ambiguous | None:
        for stage in (Stage.NAME, Stage.ALIAS):
            names = self._index.get((stage, wanted))
            if names:
                return Exact(*names) if len(names) == 1 else Ambiguous(self._ordered(names))
        return None

    def _nearly(self, wanted: str) -> Found:
        stages: tuple[tuple[How, Callable[[str], set[str]]], ...] = (
            (How.SUCCESSOR, lambda w: self._index.get((Stage.SUCCESSOR, w), set())),
            (How.CORE, lambda w: self._index.get((Stage.CORE, _core(w)), set())),
            (How.CORE, self._containing),
            (How.PINYIN, lambda w: self._sounding(w, How.PINYIN) | self._sounding(w, How.INITIALS)),
            (How.TYPO, self._mistyped),
        )
        for how, stage in stages:
            names = self._ordered(stage(wanted))
            if len(names) > 1:
                return Ambiguous(names)
            if names:
                told = How.INITIALS if how is How.PINYIN and not self._sounding(wanted, how) else how
                return Likely(names[0], told, self._others(wanted, names[0]))
        return Unknown(self._suggested(wanted))

    def _containing(self, wanted: str) -> set[str]:
        """Departments whose core holds the wanted one: 公开办 for 区政务公开办."""
        core = _core(wanted)
        if len(core) < 2 or not _CHINESE.search(core):
            return set()
        held = [names for (stage, key), names in self._index.items() if stage is Stage.CORE and core in key]
        return set().union(*held)

    def _sounding(self, wanted: str, how: How) -> set[str]:
        if not _LATIN.search(wanted):
            return set()
        return self._sounds.get((how, _sound(wanted)[0]), set())

    @cached_property
    def _sounds(self) -> dict[tuple[How, str], set[str]]:
        """Departments by how their spellings sound; built when someone first types letters."""
        sounds: dict[tuple[How, str], set[str]] = {}
        for spelling, names in self._spellings.items():
            short = _LEVEL.sub("", spelling)
            for form in (spelling, short, _core(spelling)):
                whole, initials = _sound(form)
                keys = {(How.PINYIN, whole), (How.PINYIN, whole.replace("v", "u"))}
                if len(initials) > 1:
                    keys.add((How.INITIALS, initials))
                if form is short and short != spelling:
                    keys.add((How.INITIALS, _sound(spelling[0])[0] + initials))
                for key in keys:
                    sounds.setdefault(key, set()).update(names)
        return sounds

    def _mistyped(self, wanted: str) -> set[str]:
        """Departments with a spelling one wrong, missing, extra or swapped character away."""
        from rapidfuzz.distance import OSA

        latin = not _CHINESE.search(wanted)
        if len(wanted) < _SHORTEST_TYPO[latin]:
            return set()
        near = [names for form, names in self._forms(latin)
                if len(form) >= _SHORTEST_TYPO[latin] and OSA.distance(wanted, form, score_cutoff=1) <= 1]
        return set().union(*near)

    def _forms(self, latin: bool) -> Iterable[tuple[str, set[str]]]:
        if latin:
            return [(key, names) for (how, key), names in self._sounds.items() if how is How.PINYIN]
        local = list(self._spellings.items())
        return local + [(_LEVEL.sub("", spelling), names) for spelling, names in local]

    def _others(self, wanted: str, winner: str) -> tuple[str, ...]:
        return tuple(name for name in self._suggested(wanted) if name != winner)

    def _suggested(self, wanted: str) -> tuple[str, ...]:
        """At most three names at least half alike, the most alike first."""
        from rapidfuzz.distance import OSA

        best: dict[str, float] = {}
        for form, names in self._forms(latin=not _CHINESE.search(wanted)):
            likeness = OSA.normalized_similarity(wanted, form)
            for name in names:
                best[name] = max(best.get(name, 0.0), likeness)
        alike = sorted((-likeness, self._order[name], name) for name, likeness in best.items())
        return tuple(name for unlike, _, name in alike[:3] if unlike <= -0.5)

    def _ordered(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=self._order.__getitem__))


def _local(name: str, district: str) -> str:
    """`name` folded, and as the district itself says it: 池州市贵池区财政局 → 区财政局."""
    folded = _BETWEEN.sub("", simplified(unfolded(visible(name))).lower())
    whole = _BETWEEN.sub("", unfolded(district))
    own = whole.rpartition("市")[2]
    for said in dict.fromkeys((whole, own)):
        if len(said) > 1 and folded.startswith(said) and len(folded) > len(said):
            return said[-1] + folded[len(said):]
    if len(own) > 2 and folded.startswith(own[:-1]) and len(folded) > len(own):
        return own[-1] + folded[len(own) - 1:]
    return folded


def _core(name: str) -> str:
    """What tells a body from its neighbours: 区财政局 → 财政."""
    return _TAIL.sub("", _LEVEL.sub("", name))


def _sound(name: str) -> tuple[str, str]:
    """Pinyin without tones, whole and as initials; letters stay letters."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
