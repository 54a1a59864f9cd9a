"""How days and deadlines are worded; which day it is has been decided before."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from locales.catalogue import Texts
from locales.steps import step_of
from obligations.item import Item, State
from obligations.workdays import WorkCalendar

EVENT = "event:"
LONGEST_TITLE = 200   # characters; the deadline below it must still be seen
_QUARTER, _HALF, _MONTH, _YEAR = (
    re.compile(pattern) for pattern in (r"\d{4}Q([1-4])", r"\d{4}H([12])", r"\d{4}-(\d\d)", r"(\d{4})"))
_RHYTHMS = {"quarter": _QUARTER, "half_year": _HALF, "month": _MONTH, "year": _YEAR}


class Days:
    """Words days as seen from one `today` (a local date): the year is named only when it is another."""

    def __init__(self, texts: Texts, today: date, calendar: WorkCalendar, zone: ZoneInfo) -> None:
        self.texts, self.today, self.calendar, self.zone = texts, today, calendar, zone

    def day(self, day: date) -> str:
        """A date, such as 9月30日."""
        return self.texts("day" if day.year == self.today.year else "day-with-year",
                          year=day.year, month=day.month, day=day.day, iso=day.isoformat())

    def weekday(self, day: date) -> str:
        """The day of the week."""
        return self.texts(f"weekday-{day.weekday()}")

    def time(self, moment: datetime) -> str:
        """A moment (aware UTC) as local day and time."""
        local = moment.astimezone(self.zone)
        return self.texts("clock-time", day=self.day(local.date()), time=local.strftime("%H:%M"))

    def list(self, days: "tuple[date, ...] | list[date]") -> str:
        """Several dates in a row."""
        return self.texts("list-comma").join(self.day(day) for day in days)

    def title(self, item: Item) -> str:
        """What an item is about: its title, the step or the period it stands for."""
        parts = [step_of(item.title, item.step), self._period(item.period)]
        words = " · ".join(part for part in parts if part)
        return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE - 1] + "…"

    def deadline(self, item: Item) -> str:
        """Until when, with the day to act by where the printed one is a day off."""
        if item.due is None or item.act_by is None:
            return self.texts(f"undated-{_undated(item)}")
        if item.at is not None:
            local = item.at.astimezone(self.zone)
            return self.texts("deadline-hours", due=self.day(local.date()), time=local.strftime("%H:%M"))
        words = self._printed(item.due, item.act_by)
        if item.overdue_after and item.overdue_after > item.due:
            words = self.texts("deadline-limit", deadline=words, limit=self.day(item.overdue_after))
        return self.texts("deadline-provisional", deadline=words) if item.provisional else words

    def late(self, workdays: int) -> str:
        """How many working days late; none yet when only days off have passed since."""
        return self.texts("late", count=workdays) if workdays > 0 else self.texts("late-now")

    def _printed(self, due: date, act_by: date) -> str:
        made_up = "-made-up" if self.calendar.made_up(act_by) else ""
        kind = f"day-off{made_up}" if act_by != due else made_up.removeprefix("-") or "plain"
        return self.texts(f"deadline-{kind}", due=self.day(due), actby=self.day(act_by), weekday=self.weekday(act_by))

    def _period(self, period: str) -> str:
        if period.startswith(EVENT):
            _, when, _, title = [*period.split("|", 3), "", "", ""][:4]
            return self.texts("period-event", day=self._when(when), title=title).strip()
        if found := _QUARTER.fullmatch(period):
            return self.texts("period-quarter", which=self.texts(f"ordinal-{found[1]}"))
        if found := _HALF.fullmatch(period):
            return self.texts(f"period-half-{found[1]}")
        if found := _MONTH.fullmatch(period):
            return self.texts("period-month", month=int(found[1]))
        found = _YEAR.fullmatch(period)
        return self.texts("period-year", year=found[1]) if found else ""

    def _when(self, when: str) -> str:
        try:
            return self.time(datetime.fromisoformat(when)) if "T" in when else self.day(date.fromisoformat(when))
        except ValueError:
            return when


def is_periodic(period: str) -> bool:
    """Whether an item asks for a confirmation of a period, which may have had nothing to publish."""
    return any(pattern.fullmatch(period) for pattern in (_QUARTER, _HALF, _MONTH, _YEAR))


def _undated(item: Item) -> str:
    if item.state is State.WAITING:
        return "waiting"
    if item.period.startswith(EVENT):
        return "unset"
    return "gate" if item.period == "gate" else "none"


def every(period: str) -> str:
    """The rhythm that a confirmation's period belongs to."""
    found = (name for name, pattern in _RHYTHMS.items() if pattern.fullmatch(period))
    return next(found, "year")
