"""Remarks on printed numbers that repeat or skip; they are shown to people and never used as keys.

That the numbers begin anew in every section is normal, and numbers with parts (1.2) are only compared.
"""

import re
from collections.abc import Iterable

from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.gathering import Printed
from obligations.intake.rows.labels import compact
from obligations.intake.source import Quote

_SIGNS = "零一二三四五六七八九"
_WHOLE = re.compile(rf"\(?(\d{{1,4}}|[{_SIGNS}]?十?[{_SIGNS}]?)[.、)]*")


def remark_numbers(printed: Iterable[Printed], inquiry: Inquiry) -> None:
    """Note in `inquiry` every number that stands twice in its run and every one that does not follow the one before
    it. The values `first` and `second` are the two rows, counted from 1."""
    seen: dict[str, Printed] = {}
    before: Printed | None = None
    for one in printed:
        if before and _begins_anew(one, before):
            seen, before = {}, None
        number = compact(one.text).strip(".、()")
        if number in seen:
            _remark(inquiry, "number-repeated", one, seen[number])
        elif before and _skips(one, before):
            _remark(inquiry, "number-skipped", one, before)
        seen.setdefault(number, one)
        before = one


def _begins_anew(one: Printed, before: Printed) -> bool:
    value, last = _value(one), _value(before)
    return value == 1 and (one.sections != before.sections or last is None or last > 1)


def _skips(one: Printed, before: Printed) -> bool:
    value, last = _value(one), _value(before)
    return value is not None and last is not None and value != last + 1


def _value(one: Printed) -> int | None:
    found = _WHOLE.fullmatch(compact(one.text))
    if found is None or not found[1]:
        return None
    return int(found[1]) if found[1].isdecimal() else in_figures(found[1])


def in_figures(words: str) -> int | None:
    """A number to 99 in signs: 五, 十二, 三十; None: it is none."""
    tens, ten, ones = words.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or any(sign not in _SIGNS for sign in tens + ones):
        return None
    return (_SIGNS.find(tens) if tens else len(ten)) * 10 + _SIGNS.find(ones)


def _remark(inquiry: Inquiry, kind: str, one: Printed, other: Printed) -> None:
    inquiry.remark(kind, Quote(one.text, one.place), row=one.row, number=one.text, before=other.text,
                   first=str(other.row + 1), second=str(one.row + 1))
