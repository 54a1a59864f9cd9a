"""What a cell of a workbook reads as: numbers and dates as the sheet shows them; where cells stand, others know."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from lxml.etree import _Element

from obligations.intake.reading.ooxml import switched_on, whole

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Formats that Excel and WPS number without writing them down (ECMA-376, 18.8.30): the common ones, then those that
# mean a Chinese date only in a Chinese Office. openpyxl takes the latter for plain numbers.
_BUILT_IN = {
    1: "0", 2: "0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d", 15: "yyyy-m-d", 16: "m-d", 17: "yyyy-m", 18: "h:mm",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-m-d h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    **dict.fromkeys((27, 36, 50, 52, 57), "yyyy-m"), **dict.fromkeys((28, 29, 51, 53, 54, 58), "m-d"),
    30: "yyyy-m-d", 31: "yyyy-m-d", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 55: "h:mm", 56: "h:mm:ss",
}
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?")
_LITERAL = r'(?:"[^"]*"|\\.|[^\x00-\x7f])'
_SHOWN = re.compile(rf'(?P<before>{_LITERAL}*)(?P<whole>[#0,]+)(?:\.(?P<part>[#0]+))?(?P<percent>%?)'
                    rf'(?P<after>{_LITERAL}*)')
_SPACING = re.compile(r'("[^"]*"|\\.)|[_*].')
_SECTION = re.compile(r'("[^"]*"|\\.|[^;])|;.*')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_ASIDE = re.compile(r'"[^"]*"|\\.|[_*].|AM/PM|A/P|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIELDS = re.compile(r"y+|e+|m+|d+|a{3,}|h+|s+", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST_FORMAT = 255
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?)?Z?")
# Day 60 is 29 February 1900, which never was; before it the count is one off.
_EPOCH_EARLY, _EPOCH, _EPOCH_1904 = datetime(1899, 12, 31), datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_958_465       # 9999-12-31


@dataclass(frozen=True, slots=True)
class _Format:
    """How numbers of one style are shown. `date` names the parts of a date or time that are: y m d, h n (minutes) s,
    w (weekday); "" for a plain number."""

    date: str = ""
    elapsed: bool = False
    before: str = ""
    digits: int = 1
    decimals: int = 0
    percent: bool = False
    after: str = ""


_GENERAL = _Format()


class Values:
    """The words of cells, given the workbook's shared strings and styles."""

    def __init__(self, strings: tuple[str, ...], styles: _Element | None, from_1904: bool) -> None:
        self._strings = strings
        self._formats = _formats(styles) if styles is not None else ()
        self._from_1904 = from_1904

    def text(self, cell: _Element) -> str:
        """What the cell reads as, its lines parted by "\\n", without spaces around it.

        Raises ValueError for a text that is not there."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inside = cell.find(f"{M}is")
            return string(inside) if inside is not None else ""
        value = cell.findtext(f"{M}v", "")
        if kind == "s" and value:
            at = whole(value, -1)
            if not 0 <= at < len(self._strings):
                raise ValueError(value)
            return self._strings[at]
        if kind == "n":
            return shown(value, self._format(cell.get("s")), self._from_1904).strip() if value else ""
        return _plain(kind, value).strip()

    def _format(self, style: str | None) -> _Format:
        at = whole(style, 0)
        return self._formats[at] if at < len(self._formats) else _GENERAL


def string(item: _Element) -> str:
    """The words of a shared or inline string, without spaces around them; the pinyin that may stand over them (rPh) is
    left out. Many cells share one string: it is stripped here, once, and never copied for each."""
    texts = item.findall(f"{M}t") or [text for run in item.findall(f"{M}r") for text in run.findall(f"{M}t")]
    text = "".join(part.text or "" for part in texts)
    if "_x" in text:
        text = _unescaped(text)
    return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).strip()


def shown(value: str, form: _Format, from_1904: bool) -> str:
    """A stored number as its format shows it; nothing is rounded away. Whatever is no number stays as it is."""
    if not _NUMBER.fullmatch(value.strip()):
        return value
    number = Decimal(value.strip())
    if form.date:
        moment = _moment(number, from_1904)
        if form.elapsed:
            return _elapsed(number)
        if moment is not None:
            return _dated(moment, form.date)
    return _numbered(number, form)


def _plain(kind: str, value: str) -> str:
    if kind == "b":
        return "TRUE" if switched_on(value) else "FALSE"
    if kind == "d" and (found := _ISO.fullmatch(value)):
        time = found[2] if found[2] and (found[2], found[3] or ":00") != ("00:00", ":00") else ""
        return f"{found[1]} {time}".strip()
    return _unescaped(value)


def _unescaped(text: str) -> str:
    """`text` with what XML cannot hold, written _x000D_ there, as itself."""
    return _ESCAPE.sub(lambda found: _character(int(found[1], 16)), text)


def _character(code: int) -> str:
    return chr(code) if code in (9, 10, 13) or 0x20 <= code < 0xd800 or 0xe000 <= code < 0xfffe else "\ufffd"


def _numbered(number: Decimal, form: _Format) -> str:
    # Excel keeps 15 digits: 0.30000000000000004 was typed as 0.3.
    exact = Decimal(f"{number:.15g}") * (100 if form.percent else 1)
    text = f"{exact.normalize():f}"
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    units, _, part = text.partition(".")
    part = part.ljust(form.decimals, "0")
    body = units.rjust(form.digits, "0") + (f".{part}" if part else "")
    return f"{sign}{form.before}{body}{'%' * form.percent}{form.after}"


def _moment(number: Decimal, from_1904: bool) -> datetime | None:
    if not 0 <= number < _LAST_DAY + 1:
        return None
    epoch = _EPOCH_1904 if from_1904 else _EPOCH_EARLY if number < 60 else _EPOCH
    try:
        return epoch + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return None


def _elapsed(number: Decimal) -> str:
    minutes = round(number * 1440)
    return f"{minutes // 60}:{minutes % 60:02}"


def _dated(moment: datetime, parts: str) -> str:
    """The parts of a date that are shown: 9月30日 does not say the year that is stored behind it."""
    day = {"ymd": f"{moment:%Y-%m-%d}", "ym": f"{moment.year}年{moment.month}月",
           "md": f"{moment.month}月{moment.day}日", "y": f"{moment.year}年", "m": f"{moment.month}月",
           "d": f"{moment.day}日"}.get("".join(part for part in "ymd" if part in parts), "")
    time = f"{moment:%H:%M}" if "h" in parts or "n" in parts else ""
    if time == "00:00" and day:
        time = ""
    return " ".join(filter(None, (day, time))) or f"{moment:%Y-%m-%d}"


def _formats(styles: _Element) -> tuple[_Format, ...]:
    named: dict[int, str] = dict(_BUILT_IN)
    named.update({whole(form.get("numFmtId")): form.get("formatCode", "")[:_LONGEST_FORMAT]
                  for form in styles.iter(f"{M}numFmt")})
    cells = styles.find(f"{M}cellXfs")
    return tuple(_format(named.get(whole(one.get("numFmtId")), "")) for one in cells) if cells is not None else ()


@lru_cache(maxsize=256)
def _format(code: str) -> _Format:
    first = _SECTION.sub(r"\1", code)     # the others are for negative numbers, zero and texts
    bare = _ASIDE.sub("", first)
    parts = _date_parts(bare)
    if parts:
        return _Format(date=parts, elapsed=_ELAPSED.search(bare) is not None)
    return _number_format(first)


def _number_format(code: str) -> _Format:
    found = _SHOWN.fullmatch(_SPACING.sub(r"\1", code))
    if found is None:
        return _GENERAL
    return _Format(before=_unquoted(found["before"]), digits=max(1, found["whole"].count("0")),
                   decimals=(found["part"] or "").count("0"), percent=bool(found["percent"]),
                   after=_unquoted(found["after"]))


def _date_parts(bare: str) -> str:
    """Which parts of a date or time a format shows, w for a weekday. An m after hours or before seconds means
    minutes; an e alone belongs to a number (0.0E+0, General)."""
    fields = [found[0].lower() for found in _FIELDS.finditer(bare)]
    if not any(field[0] in "ymdhsa" for field in fields):
        return ""
    letters = ""
    for field, following in zip(fields, [*fields[1:], "-"], strict=True):
        if field[0] == "m" and (letters.endswith("h") or following[0] == "s"):
            letters += "n"
        elif field[0] == "a" or (field[0] == "d" and len(field) > 2):
            letters += "w"
        else:
            letters += "y" if field[0] == "e" else field[0]
    return letters


def _unquoted(literal: str) -> str:
    return _QUOTED.sub(r"\1\2", literal)
