"""The numbers that Word prints before paragraphs by itself (一、 1. （1）): they stand nowhere in the text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from obligations.intake.reading.ooxml import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
DEPTH = 9               # levels of a list
LONGEST_LABEL = 64      # Word takes 31 characters
_BASES = 20             # a style may rest on another one; Word stops at ten
_HAN = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SLOT = re.compile("%([1-9])")


def chinese(number: int) -> str:
    """12 → 十二; nothing over 99, where the ways of counting part."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return ""
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones else "")


def _letters(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1) if 0 < number <= 260 else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN if number < 4000 else ():
        times, number = divmod(number, value)
        text += letters * times
    return text


def _circled(number: int) -> str:
    return chr(0x245f + number) if 0 < number <= 20 else ""


def _full_width(number: int) -> str:
    return str(number).translate({0x30 + digit: 0xff10 + digit for digit in range(10)})


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ideographTraditional": lambda number: _STEMS[number - 1] if 0 < number <= len(_STEMS) else "",
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                     "taiwaneseCountingThousand"), chinese),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs of one level of a list are numbered: （%1） in `format`, from `start`."""

    text: str
    format: str
    start: int
    style: str
    plain: bool     # all its numbers in Arabic digits
    joined: bool    # nothing between the number and the words


@dataclass(slots=True)
class _List:
    levels: Mapping[int, Level]
    counts: list[int | None]                                # shared by every list of the same make
    restarts: dict[int, int] = field(default_factory=dict)  # where this one begins anew, not yet done


class Numbering:
    """Counts the numbered paragraphs of a document in their order; each must be asked for exactly once."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists = _lists(numbering) if numbering is not None else {}
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")} \
            if styles is not None and self._lists else {}

    def label(self, paragraph: _Element) -> str:
        """What Word prints before the paragraph; "" where it prints nothing, only a bullet, or a number of a kind
        that is not known here."""
        if not self._lists:
            return ""
        list_id, level = self._listed(paragraph.find(f"{W}pPr"))
        found = self._lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        _count(found, level)
        return _printed(found, level)

    def _listed(self, properties: _Element | None) -> tuple[str, int]:
        if properties is None:
            return "", 0
        own = properties.find(f"{W}numPr")
        named = properties.find(f"{W}pStyle")
        style = self._styles.get(named.get(VAL, "")) if named is not None else None
        list_id, level = _reference(own)
        if list_id is None and style is not None:
            return self._by_style(style, level)
        return list_id or "", level or 0

    def _by_style(self, style: _Element, level: int | None) -> tuple[str, int]:
        for _ in range(_BASES):
            list_id, own_level = _reference(style.find(f"{W}pPr/{W}numPr"))
            level = level if level is not None else own_level
            if list_id is not None:
                return list_id, self._level_of(list_id, style) if level is None else level
            based = style.find(f"{W}basedOn")
            below = self._styles.get(based.get(VAL, "")) if based is not None else None
            if below is None:
                break
            style = below
        return "", 0

    def _level_of(self, list_id: str, style: _Element) -> int:
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((at for at, level in levels.items() if level.style == style.get(f"{W}styleId")), 0)


def _reference(properties: _Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    list_id, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    return (list_id.get(VAL) if list_id is not None else None,
            whole(level.get(VAL)) if level is not None else None)


def _count(found: _List, level: int) -> None:
    for at in [at for at in found.restarts if at <= level]:
        start = found.restarts.pop(at)
        found.counts[at] = start if at < level else start - 1
    now = found.counts[level]
    found.counts[level] = found.levels[level].start if now is None else now + 1
    found.counts[level + 1:] = [None] * (DEPTH - level - 1)


def _printed(found: _List, level: int) -> str:
    style = found.levels[level]
    text = style.text
    for slot in dict.fromkeys(_SLOT.findall(text)):
        at = int(slot) - 1
        other = found.levels.get(at, style)
        number = _in_words(found.counts[at] or other.start, "decimal" if style.plain else other.format)
        if not number:
            return ""
        text = text.replace(f"%{slot}", number)
    if style.format in ("bullet", "none") or not text.strip():
        return ""
    # 1 总则 needs the gap that （一）总则 does not need.
    return text if style.joined or not text[-1].isalnum() else f"{text} "


def _in_words(number: int, form: str) -> str:
    return _FORMATS[form](number) if form in _FORMATS else ""


def _lists(numbering: _Element) -> dict[str, _List]:
    makes = {make.get(f"{W}abstractNumId", ""): _levels(make) for make in numbering.iter(f"{W}abstractNum")}
    counts: dict[str, list[int | None]] = {make: [None] * DEPTH for make in makes}
    found = {}
    for one in numbering.iter(f"{W}num"):
        make = one.find(f"{W}abstractNumId")
        key = make.get(VAL, "") if make is not None else ""
        if key in makes:
            found[one.get(f"{W}numId", "")] = _List({**makes[key], **_own_levels(one)}, counts[key], _restarts(one))
    return found


def _levels(parent: _Element) -> dict[int, Level]:
    found = {whole(level.get(f"{W}ilvl")): _level(level) for level in parent.findall(f"{W}lvl")}
    return {at: level for at, level in found.items() if at < DEPTH}


def _own_levels(one: _Element) -> dict[int, Level]:
    return {at: level for changed in one.findall(f"{W}lvlOverride") for at, level in _levels(changed).items()}


def _restarts(one: _Element) -> dict[int, int]:
    found = {whole(changed.get(f"{W}ilvl")): start.get(VAL) for changed in one.findall(f"{W}lvlOverride")
             if (start := changed.find(f"{W}startOverride")) is not None}
    return {at: whole(start, 1) for at, start in found.items() if at < DEPTH}


def _level(level: _Element) -> Level:
    def said(tag: str, otherwise: str) -> str:
        element = level.find(f"{W}{tag}")
        return otherwise if element is None else element.get(VAL, otherwise)

    return Level(said("lvlText", "")[:LONGEST_LABEL], said("numFmt", "decimal"), whole(said("start", "0")),
                 said("pStyle", ""), level.find(f"{W}isLgl") is not None, said("suff", "tab") == "nothing")
