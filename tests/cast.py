"""The fixed cast: a small realistic plan in force on a temporary database, and people who can say something."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from handlers.context import Context
from handlers.request import Reply, Request
from handlers.router import route
from locales.catalogue import texts
from obligations.item import Item
from obligations.workdays import WorkCalendar, calendar
from storage import ledger, outbox, people, plans, schema
from storage.database import Database, Session
from storage.people import Position

CHANNEL = "telegram"
ZONE = ZoneInfo("Asia/Shanghai")
DISTRICT = 1
LINK = "https://www.ahguichi.gov.cn/zwgk/2018/1.html"
OTHER_LINK = "https://www.ahguichi.gov.cn/zwgk/2018/2.html"

# Activated, its obligations are: #1 区政府办公室 waits for a meeting · #2–#5 the four departments wait for a
# change of powers · #6 区财政局 by 12-31 · #7 waits for a budget · #8 #9 区财政局 Q3 Q4 · #10 #11 区教体局
# Q3 Q4 · #12 waits for public opinion · #13 ongoing · #14 waits for the new regulation · #15 #16 two
# milestones with contradicting dates · #17 a check before publishing.
PLAN = """
key = "guichi-2018"
district = "池州市贵池区"
year = 2018
title = "贵池区 2018 年政务公开任务分工"
in_force = 2018-06-01

departments = [
  { name = "区政府办公室", aliases = ["区政府办"] },
  { name = "区财政局" },
  { name = "区教体局" },
  { name = "区环保局" },
]
groups = [{ name = "区政府各部门", members = ["区政府办公室", "区财政局", "区教体局", "区环保局"] }]
events = [
  { key = "meeting", name = "政府会议结束", aliases = ["会议"] },
  { key = "powers-changed", name = "权力事项变化", aliases = ["权力变化"], scope = "named" },
  { key = "budget-approved", name = "政府预算批准", aliases = ["预算批准"] },
  { key = "public-opinion", name = "政务舆情发生", aliases = ["舆情"], scope = "named" },
  { key = "regulation-revised", name = "新条例公布", aliases = ["新条例"] },
]
"""
ROWS = """
R01|会议信息|区政府办公室|{ kind = "after_event", event = "meeting", amount = 3, unit = "workdays" }
R04|调整后的权责清单|区政府各部门|{ kind = "after_event", event = "powers-changed", amount = 1, unit = "workdays" }
R08|债务公开办法|区财政局|{ kind = "by_date", dates = [2018-12-31], assumed = true }
R09|政府预算|区财政局|{ kind = "after_event", event = "budget-approved", amount = 20, unit = "days" }
R11|重点领域信息|区财政局、区教体局|{ kind = "periodic", every = "quarter", assumed = true }
R15|舆情首次回应|区教体局|{ kind = "after_event", event = "public-opinion", amount = 5, unit = "hours" }
R20|政务新媒体|区教体局|{ kind = "ongoing" }
R23|按新条例调整|区政府办公室|{ kind = "await_superior", event = "regulation-revised", amount = 20, unit = "workdays" }
R24|基层公开试点|区教体局|{ kind = "milestones", limit = 2018-09-30, steps = [\
{ key = "acceptance", title = "试点验收", dates = [2018-07-31, 2018-08-31] }, \
{ key = "report", title = "报送成果", dates = [2018-08-31, 2018-09-30] }] }
R25|公开前的自查|区政府办公室|{ kind = "gate", checks = ["可以公开吗"] }
"""
_TASK = """
[[tasks]]
key = "{row}"
printed = "{number}"
section = "一"
text = "{title}"
[[tasks.deliverables]]
key = "{row}.1"
title = "{title}"
rule = {rule}
who = [{who}]
"""


def plan_text(rows: str = ROWS, top: str = PLAN) -> str:
    """A plan file of these rows: row|title|who|rule."""
    tasks = []
    for number, line in enumerate(rows.strip().splitlines(), 1):
        row, title, who, rule = line.split("|")
        names = ", ".join(f'"{name}"' for name in who.split("、"))
        tasks.append(_TASK.format(row=row, number=number, title=title, rule=rule, who=names))
    return top + "".join(tasks)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast. `account` is the messenger's; the chat with the bot has the same id."""

    account: str
    name: str
    department: str | None = None


TREASURY = Part("101", "区财政局联络员", "区财政局")
EDUCATION = Part("102", "区教体局联络员", "区教体局")
DEPUTY = Part("103", "区教体局副联络员", "区教体局")
OFFICE = Part("201", "区政务公开办主任")
COLLEAGUE = Part("202", "区政务公开办科员")
STRANGER = Part("900", "路人")
ENROLLED = (TREASURY, EDUCATION, DEPUTY, OFFICE, COLLEAGUE)


def at(day: str, time: str = "09:00") -> datetime:
    """A local moment of the district as aware UTC."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE).astimezone(UTC)


START = at("2018-06-01", "08:00")
MORNING = at("2018-07-30", "10:00")


@dataclass(slots=True)
class Cast:
    """The stage: its database, what time it is there (aware UTC), and the calendar in use."""

    database: Database
    now: datetime = MORNING
    calendar: WorkCalendar = field(default_factory=calendar)
    _keys: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(ZONE).date()

    def say(self, person: Part, text: str = "", **more: object) -> list[Reply]:
        """What comes back when `person` says `text`; `more` are further fields of the Request."""
        with self.database.write() as session:
            return route(self.context(session, person, text, **more))

    def press(self, person: Part, data: str, message: str = "1") -> list[Reply]:
        """What comes back when `person` presses a button of a message."""
        return self.say(person, button=data, replied_to=message)

    def answer(self, person: Part, text: str = "", **more: object) -> str:
        """The words of the only reply that comes back."""
        (reply,) = self.say(person, text, **more)
        return reply.text

    def context(self, session: Session, person: Part, text: str, **more: object) -> Context:
        """A request in its surroundings, as the worker puts it together."""
        fields: dict[str, object] = {
            "key": f"update:{next(self._keys)}", "chat": person.account, "account": person.account, "now": self.now,
            "text": text, "name": person.name}
        request = Request(**(fields | more))  # type: ignore[arg-type]
        member = people.by_account(session, CHANNEL, person.account)
        return Context(session, request, CHANNEL, self.today, ZONE, self.calendar, texts("zh-CN"), member,
                       plans.active(session, member.district) if member else None,
                       lambda code: f"https://t.me/gongkai_bot?start={code}")

    def shows(self, person: Part, numbers: Sequence[int], words: str = "", message: str = "1") -> str:
        """A message of the bot with these items arrives at `person`; its id."""
        text = words or "\n".join(f"#{number} 事项" for number in numbers)
        buttons = tuple(((f"已公开 #{n}", f"done:{n}"), (f"查看 #{n}", f"view:{n}")) for n in numbers)
        key = f"shown:{next(self._keys)}"
        with self.database.write() as session:
            outbox.plan(session, [outbox.Planned(key, CHANNEL, person.account, outbox.Kind.DIGEST, None, text,
                                                 buttons, tuple(numbers), priority=0)], self.now)
            letter = next(one for one in outbox.waiting(session, CHANNEL, self.now, 100) if one.planned.key == key)
            outbox.settle(session, letter.id, "sent", self.now, message)
        return message

    def item(self, number: int) -> Item:
        """An item as it stands now."""
        with self.database.read() as session:
            return ledger.numbered(session, DISTRICT, [number])[number]

    def member(self, person: Part) -> people.Member:
        """An enrolled person as the storage knows them."""
        with self.database.read() as session:
            found = people.by_account(session, CHANNEL, person.account)
        assert found is not None
        return found

    def planned(self) -> list[outbox.Planned]:
        """Everything queued, the most pressing first."""
        with self.database.read() as session:
            return [letter.planned for letter in outbox.waiting(session, CHANNEL, self.now, 10_000)]


def enrol(database: Database, person: Part, department: str | None, now: datetime = START) -> None:
    """Invite somebody and let them in: a department's liaison, or with None one of the office."""
    position = Position.LIAISON if department else Position.OFFICE
    with database.write() as session:
        code, _ = people.invite(session, DISTRICT, position, department, now.astimezone(ZONE).date(), now, "test")
        people.enrol(session, code, CHANNEL, person.account, person.account, person.name, "zh-CN",
                     now.astimezone(ZONE).date(), now)


def activate(database: Database, content: str, days: WorkCalendar, now: datetime = START) -> plans.Activation:
    """Import and activate a plan file."""
    with database.write() as session:
        kept, _ = plans.import_plan(session, content, "plan.toml", now, "test")
        return plans.activate(session, kept.id, days, ZONE, now, "test")


def fresh_database(folder: Path) -> Database:
    """An empty database with the present tables."""
    database = Database(f"sqlite:///{folder}/gongkai.db")
    schema.upgrade(database)
    return database


def on_stage(folder: Path) -> Cast:
    """The cast, enrolled, in a database of its own in `folder`."""
    file = folder / "gongkai.db"
    file.write_bytes(_template())
    return Cast(Database(f"sqlite:///{file}"))


@cache
def _template() -> bytes:
    """Activating and enrolling costs more than most tests, so it is done once and copied."""
    with TemporaryDirectory() as folder:
        database = fresh_database(Path(folder))
        activate(database, plan_text(), calendar())
        for person in ENROLLED:
            enrol(database, person, person.department)
        database.close()
        return (Path(folder) / "gongkai.db").read_bytes()
