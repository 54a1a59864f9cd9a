"""Remarks on printed numbers that repeat or skip; they are shown to people and never used as keys.

That the numbers begin anew in every section is normal, and numbers with parts (1.2) are only compared.
"""

import re
from collections.abc import Iterable

from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.gathering import Printed
from obligations.intake.rows.labels import compact
from obligations.intake.source import Quote

_WHOLE = re.compile(r"\(?(\d{1,4})[.、)]*")


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
    return int(found[1]) if found else None


def _remark(inquiry: Inquiry, kind: str, one: Printed, other: Printed) -> None:
    inquiry.remark(kind, Quote(one.text, one.place), row=one.row, number=one.text, before=other.text,
                   first=str(other.row + 1), second=str(one.row + 1))
