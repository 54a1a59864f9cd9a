"""Items and days to word: those of the 2018 table, made in the way the rules make them."""

from datetime import date
from zoneinfo import ZoneInfo

from locales.catalogue import texts
from locales.days import Days
from obligations.agenda import Agenda, Notice
from obligations.due import Due, after_event, planned
from obligations.item import Item, State
from obligations.plan import AfterEvent, ByDate, Every, Milestone, Milestones, Periodic, TimeRule, Unit
from obligations.workdays import calendar

CALENDAR = calendar()
ZONE = ZoneInfo("Asia/Shanghai")
IN_FORCE = date(2018, 6, 1)
MONDAY = date(2018, 12, 3)

END_OF_YEAR = ByDate((date(2018, 12, 31),))      # R27: a day off, act by the worked Saturday
QUARTERLY = Periodic(Every.QUARTER, assumed=True)
PILOT = Milestones((Milestone("acceptance", "试点验收", (date(2018, 7, 31),)),
                    Milestone("report", "报送成果", (date(2018, 8, 31),))), limit=date(2018, 9, 30))    # R24
NEXT_DAY = AfterEvent("powers", 1, Unit.WORKDAYS)
IN_A_DAY = AfterEvent("rumour", 24, Unit.HOURS)


def days(today: date = MONDAY, locale: str = "zh-CN") -> Days:
    """How days are worded on `today`."""
    return Days(texts(locale), today, CALENDAR, ZONE)


def item(number: int, title: str, due: Due, department: str = "区环保局", state: State | None = None,
         row: str = "R27", place: str = "", source: str = "") -> Item:
    """An item as the ledger would give it."""
    return Item(number, department, row, f"{row}.1", title, due.period,
                state or (State.WAITING if due.waiting else State.OPEN), due.step, place, source, due.due,
                due.act_by, due.overdue_after, due.at, due.provisional, IN_FORCE)


def dues(rule: TimeRule, year: int = 2018) -> tuple[Due, ...]:
    """What a rule of the plan asks for."""
    return planned(rule, year, IN_FORCE, CALENDAR)


def the_due(rule: TimeRule, period: str, year: int = 2018) -> Due:
    """The one with this period."""
    return next(due for due in dues(rule, year) if due.period == period)


def set_off(rule: AfterEvent, key: str, on: date) -> Due:
    """What an event sets off where days are counted."""
    return after_event(rule, key, on, None, CALENDAR, ZONE)


def third_quarter(number: int = 31) -> Item:
    """The confirmation that was due on 2018-09-30, a worked Sunday."""
    return item(number, "重大建设项目信息公开", the_due(QUARTERLY, "2018Q3"), row="R12")


def end_of_year(number: int = 47) -> Item:
    """What is due by 2018-12-31."""
    return item(number, "公共企事业单位信息公开制度", dues(END_OF_YEAR)[0])


def notices(items: list[Item], today: date = MONDAY) -> list[Notice]:
    """The items with their reasons on `today`, mentioned before or not."""
    return Agenda(today, today, CALENDAR).picture(items)
