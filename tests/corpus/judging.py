"""Compares a draft with what a careful reader finds, and tells which differences no question covers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from obligations.intake.document import ANYWHERE
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import Doubt
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Every,
    Gate,
    Milestones,
    Ongoing,
    Periodic,
    Plan,
    Role,
    Task,
    TimeRule,
    Unit,
)
from tests.corpus.shapes import Made, Row
from tests.corpus.writers import written

_NAMES = re.compile("〔[^〕]+〕|[^、]+")      # 〔各市、县人民政府〕 is one
ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.SUPPORTING: "配合", Role.INFORMED: "抄送"}
UNITS = {Unit.WORKDAYS: "个工作日", Unit.DAYS: "日", Unit.HOURS: "小时"}
RHYTHMS = {Every.MONTH: "每月", Every.QUARTER: "每季度", Every.HALF_YEAR: "每半年", Every.YEAR: "每年"}

# Which doubts speak of who, and which of when; a remark counts, for it is shown.
WHO = frozenset((
    "no-separator", "not-a-body", "open-list", "role-reach", "in-brackets", "which-level", "same-body", "merged-body",
    "misprint-body", "misprint-name", "short-name", "words-unread", "words-in-brackets", "similar-bodies",
    "named-twice", "look-alike", "part-of-body", "bold-lead", "no-bodies", "inherited-bodies", "nobody-asked",
    "column-bodies", "two-columns", "cell-across", "subject-not-listed", "several-subjects", "item-without-bodies",
    "lone-cell", "heading-missing", "heading-unknown", "group-members", "bracket-open", "line-aside", "imprint",
    "words-after-bodies", "like-above"))
WHEN = frozenset((
    "unreadable-date", "like-above-time", "time-beside", "other-year", "dates-differ", "several-dates",
    "hidden-date", "hidden-time", "times-mixed", "several-periods", "several-rhythms", "several-times",
    "at-once-differs",
    "no-start", "awaits-superior", "is-gate", "vague-time", "deadline-differs",
    "all-year-rhythm", "deadline-unread", "deadline-partly", "no-deadline", "inherited-deadline", "year-above",
    "two-columns", "cell-across", "item-without-bodies", "lone-cell", "heading-missing", "heading-unknown",
    "bracket-open", "line-aside", "words-unread", "words-after-bodies"))
OF_COLUMNS = frozenset(("two-columns", "heading-unknown", "heading-missing", "column-bodies"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a draft is not what was expected; `asked`: a question or a remark about that row says so."""

    row: int
    field: str
    expected: str
    found: str
    asked: bool


def drafted(made: Made, ending: str) -> Draft:
    """The draft of a document of the corpus."""
    return understood(f"{made.name}.{ending}", written(made.blocks, ending), made.year)


def understood(name: str, content: bytes, year: int | None = None) -> Draft:
    """The draft of a file of an office that has listed nothing yet."""
    return draft(read_document(name, content), Wanted(date(2025, 3, 2), "", year), Known(), {}, "plan")


def differences(made: Draft, rows: Iterable[Row]) -> list[Difference]:
    """Every difference between a draft and the rows expected."""
    expected = list(rows)
    if len(expected) != len(made.plan.tasks):
        return [Difference(-1, "rows", str(len(expected)), str(len(made.plan.tasks)), False)]
    return [one for at, row in enumerate(expected) for one in _of_row(made, at, row)]


def _of_row(made: Draft, at: int, row: Row) -> Iterator[Difference]:
    task = made.plan.tasks[at]
    found = {"words": task.text[:len(row.words)], "section": task.section, "who": who(made.plan, task),
             "when": " + ".join(spoken(part.rule) for part in task.deliverables)}
    expected = {"words": row.words, "section": row.section or "-", "who": named(made.plan, row.who), "when": row.when}
    kinds = {doubt.kind for doubt in about(made, at)}
    for field, words in expected.items():
        if field == "when" and words == "?":
            words = found[field] if kinds & WHEN else "?"
        if found[field] != words:
            relevant = {"who": WHO, "when": WHEN}.get(field, frozenset())
            yield Difference(at, field, words, found[field], bool(kinds & relevant))
    if missing := set(row.asked) - kinds:
        yield Difference(at, "asked", " ".join(sorted(missing)), " ".join(sorted(kinds)), False)


def about(made: Draft, at: int) -> list[Doubt]:
    """The doubts about a row: its own, those about its words or its place wherever they stand, those of columns."""
    row = made.source.rows[at]
    quotes = [row.content, row.requirement, row.deadline, *(quote for _, quote in row.bodies)]
    places = {quote.place for quote in quotes} - {ANYWHERE}
    without_time = not row.deadline.text
    return [doubt for doubt in made.doubts if (
        at in doubt.about or doubt.kind in OF_COLUMNS or doubt.quote.place in places
        or any(doubt.quote.text and doubt.quote.text in quote.text for quote in quotes)
        or (without_time and doubt.kind == "all-year-rhythm"))]


def who(plan: Plan, task: Task) -> str:
    """The parties of a task by their roles, in the order of their names."""
    parties = {(ROLES[one.role], one.department or f"〔{one.group}〕") for one in task.assignments}
    return _listed(parties)


def named(plan: Plan, words: str) -> str:
    """Expected parties under the names that the plan has for them: one body may be spelled in several ways."""
    names = {alias: one.name for one in plan.departments for alias in (*one.aliases, one.name)}
    groups = {group.name for group in plan.groups}
    parties = set()
    for clause in filter(None, words.split("；")):
        role, _, listed = clause.partition(" ")
        for name in _NAMES.findall(listed):
            parties.add((role, f"〔{name}〕" if name in groups else names.get(name, name)))
    return _listed(parties)


def _listed(parties: set[tuple[str, str]]) -> str:
    order = list(ROLES.values())
    return "；".join(f"{role} " + "、".join(sorted(name for at, name in parties if at == role))
                    for role in order if any(at == role for at, _ in parties))


def spoken(rule: TimeRule) -> str:
    """A time rule in few words: 2018-12-31, +20个工作日, 每季度, 每月28, 不定; (?) marks 系统默认."""
    match rule:
        case ByDate():
            return _days(rule.dates) + "(?)" * rule.assumed
        case Milestones():
            steps = "→".join(_days(step.dates) for step in rule.steps)
            return f"{steps}≤{rule.limit}" if rule.limit else steps
        case Periodic():
            return f"{RHYTHMS[rule.every]}{rule.day or ''}" + "(?)" * rule.assumed
        case AfterEvent():
            return f"+{rule.amount}{UNITS[rule.unit]}"
        case Gate():
            return "核对"
        case AwaitSuperior():
            return "待上级"
        case Ongoing():
            return "不定"


def _days(days: Iterable[date]) -> str:
    return "|".join(map(str, days))
