"""Keeps why a due date is what it is, for a clerk to check on a calendar; the words are in `locales`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from obligations.plan import Unit
from obligations.workdays import RestDay, Why


class RuleKind(StrEnum):
    """Which time rule was at work."""

    AFTER_EVENT = "after_event"
    BY_DATE = "by_date"
    MILESTONES = "milestones"
    PERIODIC = "periodic"
    ONGOING = "ongoing"
    GATE = "gate"
    AWAIT_SUPERIOR = "await_superior"
    COUNT = "count"    # somebody asked, without any rule of a plan


@dataclass(frozen=True, slots=True)
class Explanation:
    """All days are local dates; None: there is no such day for this rule.

    `anchor` is day 0 of a count, or the first day that a period asks about; `amount` and `unit` are
    the rule's. `skipped` are the days off passed over: while counting, or from act-by to the printed
    day. `rolled_from` is the day off on which a period of calendar days ended. `printed` are the
    dates of the text, earliest first. `made_up` are the weekend days that counted as working days.
    `assumed`: the text names no date, 系统默认.
    """

    kind: RuleKind
    calendar_version: str
    anchor: date | None = None
    amount: int | None = None
    unit: Unit | None = None
    skipped: tuple[RestDay, ...] = ()
    rolled_from: date | None = None
    printed: tuple[date, ...] = ()
    made_up: tuple[date, ...] = ()
    assumed: bool = False

    def as_json(self) -> dict[str, Any]:
        """As what JSON can hold; dates in ISO form."""
        return {
            "kind": self.kind.value,
            "calendar_version": self.calendar_version,
            "anchor": _text(self.anchor),
            "amount": self.amount,
            "unit": self.unit and self.unit.value,
            "skipped": [{"date": rest.day.isoformat(), "why": rest.why.value} for rest in self.skipped],
            "rolled_from": _text(self.rolled_from),
            "printed": [day.isoformat() for day in self.printed],
            "made_up": [day.isoformat() for day in self.made_up],
            "assumed": self.assumed,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """What `as_json` gave. Raises KeyError or ValueError for anything else."""
        return cls(
            kind=RuleKind(data["kind"]),
            calendar_version=data["calendar_version"],
            anchor=_day(data["anchor"]),
            amount=data["amount"],
            unit=data["unit"] and Unit(data["unit"]),
            skipped=tuple(RestDay(date.fromisoformat(s["date"]), Why(s["why"])) for s in data["skipped"]),
            rolled_from=_day(data["rolled_from"]),
            printed=tuple(map(date.fromisoformat, data["printed"])),
            made_up=tuple(map(date.fromisoformat, data["made_up"])),
            assumed=data["assumed"],
        )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
