"""Reads a table of a plan file field by field, noting every fault; the meaning is left to others."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from obligations.errors import Refusal

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

YEARS = range(2000, 2101)
TOP = "plan"
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_KINDS: dict[type, str] = {str: "text", date: "day", int: "number", bool: "flag", list: "list", dict: "table"}


def shown(value: object, longest: int = 40) -> str:
    """`value` as a sentence may quote it: of at most `longest` characters, on one line, never failing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**12:
        return "…"      # Python refuses to write out an integer of thousands of digits.
    if isinstance(value, (str, int, float, date, time)):
        plain = "".join(c if _printable(c) else "·" for c in str(value)[:longest + 1])
        return plain if len(plain) <= longest else plain[:longest - 1] + "…"
    return "{…}" if isinstance(value, dict) else "[…]"


def printable(text: str) -> str:
    """`text` on one line, as a field of a plan file takes it: what does not print becomes a space."""
    plain = text if text.isprintable() else "".join(c if _printable(c) else " " for c in text)
    return " ".join(plain.split())


def _printable(character: str) -> bool:
    """False for line breaks, controls, direction marks and surrogates: they would disturb a message."""
    return not unicodedata.category(character).startswith("C") and character not in "\u2028\u2029"


def fault(key: str, file: str, row: str, field: str, **values: object) -> Refusal:
    """One fault of a plan file; `key` without its prefix names the sentence in plan.ftl."""
    return Refusal(f"plan-fault-{key}", file=file, row=row, field=field, **values)


class Row:
    """One TOML table under reading.

    A faulty field gives a harmless stand-in, so that reading goes on and the next fault is found
    too; the values read are worth nothing once `faults` holds any. `name` is what a person looks
    for: a task's key, or departments[3] for the third.
    """

    def __init__(self, file: str, name: str, data: object, faults: list[Refusal], path: str = "") -> None:
        self.file, self.name, self.faults, self.path = file, name, faults, path
        self._is_table = isinstance(data, dict)
        self._data: dict[str, object] = data if isinstance(data, dict) else {}
        self._unread = dict.fromkeys(self._data)
        if not self._is_table:
            self.faults.append(fault("not-table", shown(file), name, path.rstrip("."), found=shown(data)))

    def fault(self, key: str, field: str, **values: object) -> None:
        """Notes that `field` of this row is wrong in the way `key`."""
        self.faults.append(fault(key, shown(self.file), self.name, self.path + shown(field), **values))

    def finish(self) -> None:
        """Notes every field that nobody asked for: most often a misspelt one."""
        for field in self._unread:
            self.fault("unknown-field", field)

    def text(self, field: str, *, required: bool = True) -> str:
        """A line of text without surrounding spaces; an optional one may be left out or empty."""
        value = self._take(field, str, required)
        if value is None:
            return ""
        return self._line(field, value.strip(), required)

    def key(self, field: str) -> str:
        """A short latin key, as it stands in commands and in the ledger."""
        value = self.text(field)
        if value and not _KEY.fullmatch(value):
            self.fault("bad-key", field, found=shown(value))
            return ""
        return value

    def texts(self, field: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of lines of text, none of them empty."""
        lines = []
        for number, item in enumerate(self.items(field, required=required), 1):
            place = f"{field}[{number}]"
            if isinstance(item, str):
                lines.append(self._line(place, item.strip(), True))
            else:
                self.fault("not-text", place, found=shown(item))
        return tuple(line for line in lines if line)

    def flag(self, field: str) -> bool:
        """true or false; left out means false."""
        return bool(self._take(field, bool, False))

    def number(self, field: str, low: int, high: int, *, required: bool = True) -> int | None:
        """A whole number from `low` to `high`, both included."""
        value = self._take(field, int, required)
        if value is None or low <= value <= high:
            return value
        self.fault("out-of-range", field, found=shown(value), low=low, high=high)
        return None

    def day(self, field: str, *, required: bool = True) -> date | None:
        """A local date."""
        value = self._take(field, date, required)
        return value if value is None else self._sane(field, value)

    def days(self, field: str) -> tuple[date, ...]:
        """One or more local dates, earliest first; empty when any of them is faulty."""
        values = [self._dated(f"{field}[{n}]", item) for n, item in enumerate(self.items(field), 1)]
        days = tuple(day for day in values if day)
        if len(days) != len(values):
            return ()
        if any(later <= earlier for earlier, later in pairwise(days)):
            self.fault("unordered", field, found=shown("、".join(map(str, days))))
        return days

    def choice(self, field: str, kinds: type[E], *, required: bool = True) -> E | None:
        """One of the words of `kinds`; None when it is faulty or left out."""
        value = self.text(field, required=required)
        if not value or value in set(kinds):
            return kinds(value) if value else None
        self.fault("not-one-of", field, found=shown(value), allowed="、".join(kinds))
        return None

    def rows(self, field: str, *, required: bool = True) -> list["Row"]:
        """The tables of a list of tables."""
        items = self.items(field, required=required)
        return [self.child(f"{field}[{number}]", item) for number, item in enumerate(items, 1)]

    def some_rows(self, field: str) -> list["Row"]:
        """The tables of a list of tables that must be there but may be empty: nothing left out by oversight."""
        if self._data.get(field) == []:
            self._unread.pop(field, None)
            return []
        return self.rows(field)

    def table(self, field: str, *, required: bool = True) -> "Row | None":
        """The inline table `field`."""
        value = self._take(field, dict, required)
        return None if value is None else self.child(field, value)

    def child(self, place: str, data: object) -> "Row":
        """The table at `place` in this one; below the top it keeps this row's name."""
        if self.name == TOP:
            return Row(self.file, place, data, self.faults)
        return Row(self.file, self.name, data, self.faults, f"{self.path}{place}.")

    def items(self, field: str, *, required: bool = True) -> list[object]:
        """The members of a list, whatever they are; a required one must have some."""
        value: list[object] | None = self._take(field, list, required)
        if value == [] and required:
            self.fault("empty", field)
        return value or []

    def once(self, field: str, values: Iterable[str], seen: set[str]) -> None:
        """Notes each of `values` that stands in `seen` already, and adds them to it."""
        for value in values:
            if value and value in seen:
                self.fault("duplicate", field, found=shown(value))
            seen.add(value)

    def _take(self, field: str, kind: type[T], required: bool) -> T | None:
        self._unread.pop(field, None)
        if field not in self._data:
            if required and self._is_table:
                self.fault("missing", field)
            return None
        value = self._data[field]
        # By exact type: True is an int to Python, and a moment is a date.
        if type(value) is kind:
            return value
        self.fault(f"not-{_KINDS[kind]}", field, found=shown(value))
        return None

    def _line(self, field: str, value: str, required: bool) -> str:
        if not value and required:
            self.fault("empty", field)
        if value.isprintable() or all(map(_printable, value)):
            return value
        self.fault("unprintable", field, found=shown(value))
        return ""

    def _dated(self, field: str, value: object) -> date | None:
        if isinstance(value, date) and type(value) is date:
            return self._sane(field, value)
        self.fault("not-day", field, found=shown(value))
        return None

    def _sane(self, field: str, day: date) -> date | None:
        if day.year in YEARS:
            return day
        self.fault("out-of-range", field, found=str(day), low=YEARS[0], high=YEARS[-1])
        return None
