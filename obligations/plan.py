"""One year's 任务分工 as values: tasks, what each must make public, who, and the time rule.

Only the shapes stand here; `planfile.py` reads them, `due.py` turns a time rule into dates.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """责任分工: what a body has to do with a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORTING = "supporting"
    INFORMED = "informed"


class Unit(StrEnum):
    """What a period is counted in."""

    WORKDAYS = "workdays"
    DAYS = "days"
    HOURS = "hours"


class Every(StrEnum):
    """How often a confirmation is asked for."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class PlanStatus(StrEnum):
    """征求意见稿 → 正式 → 被替代."""

    DRAFT = "draft"
    ACTIVE = "active"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """`amount` `unit`s after an event of kind `event`; the event's own day is day 0."""

    event: str
    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class ByDate:
    """By a printed date. Contradicting dates are all kept, earliest first: remind from the
    first, overdue after the last. `assumed`: the text names no date, 系统默认."""

    dates: tuple[date, ...]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of several, with its own printed dates (earliest first)."""

    key: str
    title: str
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Milestones:
    """Steps in order; `limit` is the date after which an open step is overdue, None: its own last."""

    steps: tuple[Milestone, ...]
    limit: date | None = None


@dataclass(frozen=True, slots=True)
class Periodic:
    """A confirmation for every period, due on its last day, or on `day` of its last month.

    `assumed`: the text says only 全年, so the rhythm is 系统默认.
    """

    every: Every
    day: int | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Ongoing:
    """No date in the text: shown, never chased, never overdue."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A check before publishing: shown as a checklist, never chased."""

    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AwaitSuperior:
    """Waits for a superior's act, registered as an event of kind `event`; then runs like `AfterEvent`.

    `amount` None: once it has come, the item is open without a date until the office sets one.
    """

    event: str
    amount: int | None = None
    unit: Unit = Unit.WORKDAYS


TimeRule = AfterEvent | ByDate | Milestones | Periodic | Ongoing | Gate | AwaitSuperior


@dataclass(frozen=True, slots=True)
class Assignment:
    """One body or one named group in the 责任单位 cell; a group is named, not expanded."""

    role: Role
    department: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing to make public. `departments` are asked by name, `groups` through their members;
    both empty: whoever is named when the event is registered, or nobody while a question about it is open.

    `text`: the document's own words for it, on one line; "" where the plan was written by hand."""

    key: str
    title: str
    rule: TimeRule
    departments: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    where: str = ""
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about the text. `quote` are the source's exact words, `place` says where they stand.

    `answer`: what the office decided; "" until then, and `default` is in force, marked 系统默认. `typed`: it may be
    answered in other words than those of a choice.
    """

    key: str
    task: str | None
    place: str
    quote: str
    ask: str
    choices: tuple[str, ...]
    default: str
    answer: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the table. `printed` is the number on paper, which is not unique; `key` is (R01…).

    No deliverables: nobody hands anything in, the row is only shown.
    """

    key: str
    printed: str
    section: str
    text: str
    deadline_cell: str
    assignments: tuple[Assignment, ...]
    deliverables: tuple[Deliverable, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Who takes over, from which day."""

    name: str
    start: date


@dataclass(frozen=True, slots=True)
class Department:
    """A body by its canonical name, with every other spelling in use."""

    name: str
    aliases: tuple[str, ...] = ()
    full_name: str = ""
    successor: Succession | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A department's time in a group; `end` is the last day, None: still a member."""

    department: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A collective name such as 区政府各部门; `members` empty: nobody has said who is meant."""

    name: str
    members: tuple[Membership, ...] = ()


class Scope(StrEnum):
    """Whom a kind of event concerns."""

    FIXED = "fixed"      # whoever the deliverable names
    NAMED = "named"      # only the departments named when it is registered


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of dated fact that can be registered; `scope` says whether a department must be named."""

    key: str
    name: str
    scope: Scope = Scope.FIXED
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's table of one district, in force from `in_force` (a local date)."""

    key: str
    district: str
    year: int
    title: str
    in_force: date
    tasks: tuple[Task, ...]
    departments: tuple[Department, ...]
    groups: tuple[Group, ...] = ()
    events: tuple[EventKind, ...] = ()
    questions: tuple[Question, ...] = field(default=())

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those that nobody has answered: their defaults are in force, marked 系统默认."""
        return tuple(question for question in self.questions if not question.answer)
