"""Says how two names stand to each other: what is the same for certain, what is only likely, what is merely alike.

Asking is left to `alike`.
"""

from enum import StrEnum
from functools import lru_cache

from obligations.intake.who.body_words import FUNCTIONS, LOCAL_FUNCTIONS, LONG_FORMS, MADE_OF, SUCCEEDED
from obligations.intake.who.naming import PLACES, Name, is_function
from obligations.intake.who.slips import is_clipped, is_slip

_NUMBERS = frozenset("一二三四五六七八九十东西南北中上下左右大小新老0123456789")
_FAMILY = frozenset(("局", "委", "办", "厅", "分局", "中心"))
_FORMS = {**LONG_FORMS, "": ("", "人民")}    # 人民检查院
_LONG = 4    # letters of a name that is none any more when one of them is left out


class Likeness(StrEnum):
    """How two spellings of one place stand to each other, the most certain first."""

    SAME = "same"              # 区发改委, 区发展改革委: nothing to ask
    OTHER_TAIL = "other-tail"  # 区住建委, 区住建局; 区烟草, 区烟草局
    SUCCEEDED = "succeeded"    # 区食药监局, 区市场监管局: one took over from the other, perhaps
    MISPRINT = "misprint"      # 区财正局, 区财政局: sound or shape says so
    ONE_LETTER = "one-letter"  # 区财改局, 区财政局; 东山镇, 东川镇: nothing says so
    SHORTENED = "shortened"    # 区园林局, 区园林养护局
    ALIKE = "alike"            # 区教育局, 区教体局
    APART = "apart"


def likeness(one: Name, other: Name) -> Likeness:
    """How two names stand to each other; of different places they have nothing to do with each other."""
    if one == other:
        return Likeness.SAME
    if one.place != other.place:
        return Likeness.APART
    if one.core == other.core and {one.tail, other.tail} <= {*_FAMILY, ""}:
        return Likeness.OTHER_TAIL
    if has_succeeded(one, other) or has_succeeded(other, one):
        return Likeness.SUCCEEDED if {one.tail, other.tail} <= _FAMILY else Likeness.APART
    if is_misprint(one, other) or is_misprint(other, one):
        return Likeness.MISPRINT
    if one.tail != other.tail and not {one.tail, other.tail} <= _FAMILY:
        return Likeness.APART
    if _one_letter_apart(one, other):
        return Likeness.ONE_LETTER
    if _parts(one.core) & _parts(other.core):
        return Likeness.ALIKE
    short, long = sorted((one.core, other.core), key=len)
    if one.tail == other.tail and len(short) > 1 and one.tail not in PLACES and _within(short, long):
        return Likeness.SHORTENED
    return Likeness.APART


def has_succeeded(old: Name, new: Name) -> bool:
    """Whether bodies like `new` took over from bodies like `old` in some reform."""
    return (old.core, new.core) in SUCCEEDED


def traits_of(name: Name) -> frozenset[tuple[str, ...]]:
    """What names that may be one body have in common: two names without a common trait are apart."""
    by_core = {("core", name.place, part) for part in (name.core, *_parts(name.core))}
    by_reform = {("reform", name.place, old, new) for old, new in SUCCEEDED if name.core in (old, new)}
    by_misprint = {("core", name.place, FUNCTIONS[form]) for form in misprinted(name)}
    whole = (name.core + name.tail).removeprefix("人民")
    slips = {whole, *(whole[:at] + whole[at + 1:] for at in range(len(whole)))}
    by_slip = {("slip", name.place, slip) for slip in slips}
    ends = {("first", name.place, name.tail, name.core[:1]), ("last", name.place, name.tail, name.core[-1:])}
    return frozenset(by_core | by_reform | by_misprint | by_slip | ends)


def is_usual(name: Name) -> bool:
    """Whether bodies of this name are known to exist: it is no misprint, whatever it resembles."""
    return is_function(name.core) or name.core in LOCAL_FUNCTIONS or (not name.core and len(name.tail) > 1)


@lru_cache(maxsize=4096)
def misprinted(name: Name) -> tuple[str, ...]:
    """The forms of usual functions that an unusual one is a misprint of, one of each function: 财正 is 财政."""
    if name.tail not in _FAMILY or len(name.core) < 2:
        return ()
    found = {short: form for short, forms in LONG_FORMS.items() for form in forms
             if _is_misprint(name, form, Name(name.place, short, name.tail))}
    return tuple(found.values())


def is_misprint(wrong: Name, right: Name) -> bool:
    """Whether sound or shape says that `wrong` is meant to be `right`, in its short form or a longer one."""
    return any(_is_misprint(wrong, form, right) for form in _FORMS.get(right.core, (right.core,)))


def _is_misprint(wrong: Name, form: str, right: Name) -> bool:
    # Of one letter nothing can be said, and a number is another number.
    if is_usual(wrong) or len(form or right.tail) == 1 or _numbers_apart(wrong.core, form):
        return False
    is_joint = right.core in MADE_OF
    if is_joint and sorted(wrong.core) == sorted(form):
        return False    # 科教局 is 教科局, or another one
    if is_function(right.core) and not is_joint and len(form) >= _LONG and wrong.tail == right.tail:
        return is_clipped(wrong.core, form) or _is_slip(wrong, form, right)
    return _is_slip(wrong, form, right)


def _is_slip(wrong: Name, form: str, right: Name) -> bool:
    # With the level before it: 县县财政局 has one letter twice, and so has 县财政局局.
    level = wrong.place[-1:]
    return is_slip(level + wrong.core + wrong.tail, level + form + right.tail)


def _parts(core: str) -> set[str]:
    return set(MADE_OF.get(core, core).split())


def _one_letter_apart(one: Name, other: Name) -> bool:
    """One other, missing, extra or swapped character, where at least one of the two is no usual body."""
    from rapidfuzz.distance import OSA

    if one.tail != other.tail or (is_usual(one) and is_usual(other)) or _numbers_apart(one.core, other.core):
        return False
    return min(len(one.core), len(other.core)) > 1 and OSA.distance(one.core, other.core, score_cutoff=1) == 1


def _numbers_apart(one: str, other: str) -> bool:
    return bool((set(one) ^ set(other)) & _NUMBERS)


def _within(short: str, long: str) -> bool:
    """Whether `short` leaves out characters of `long`, but for the first one, or words before it."""
    rest = iter(long)
    return short in long or (short[0] == long[0] and all(character in rest for character in short))
