"""The 2018 table of Guichi: the time rule of every row, who is asked, and the doubts kept as questions."""

from datetime import date
from pathlib import Path

import pytest

from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Deliverable,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    Scope,
    TimeRule,
    Unit,
)
from obligations.planfile import read_plan

FILE = Path(__file__).parents[2] / "plans" / "guichi-2018.toml"
PLAN = read_plan(FILE.read_text(encoding="utf-8"), FILE.name)
GIVEN: dict[str, Deliverable] = {d.key: d for task in PLAN.tasks for d in task.deliverables}
SCOPES = {event.key: event.scope for event in PLAN.events}
ALL = "区政府各部门"
YEAR_END = date(2018, 12, 31)

QUARTERLY = Periodic(Every.QUARTER, assumed=True)
BY_YEAR_END = ByDate((YEAR_END,))
PERHAPS_YEAR_END = ByDate((YEAR_END,), assumed=True)
ONGOING = Ongoing()


def workdays(event: str, amount: int) -> AfterEvent:
    return AfterEvent(event, amount, Unit.WORKDAYS)


def days(event: str) -> AfterEvent:
    return AfterEvent(event, 20, Unit.DAYS)


def hours(event: str, amount: int) -> AfterEvent:
    return AfterEvent(event, amount, Unit.HOURS)


# Row by row, in the order of the deliverables; R03, R24 and R25 stand by themselves below.
RULES: dict[str, list[TimeRule]] = {
    "R01": [workdays("meeting", 3), Periodic(Every.MONTH, assumed=True)],
    "R02": [workdays("meeting-info", 3), workdays("meeting-info", 3)],
    "R04": [workdays("powers-changed", 1), QUARTERLY],
    "R05": [workdays("proposals-assigned", 20), workdays("answer-issued", 20), PERHAPS_YEAR_END],
    "R06": [PERHAPS_YEAR_END, workdays("negative-list-updated", 20)],
    "R07": [QUARTERLY, workdays("inspection-finished", 20), workdays("penalty-issued", 7)],
    "R08": [
        days("budget-approved"),
        days("budget-adjusted"),
        days("accounts-approved"),
        days("department-budget-approved"),
        days("department-accounts-approved"),
        PERHAPS_YEAR_END,
        QUARTERLY,
    ],
    "R09": [workdays("project-stage", 20), workdays("project-decision", 7), QUARTERLY],
    "R10": [QUARTERLY],
    "R11": [QUARTERLY],
    "R12": [
        ByDate((date(2019, 1, 31), date(2019, 3, 31)), assumed=True),
        ByDate((date(2019, 3, 31),), assumed=True),
    ],
    "R13": [QUARTERLY],
    "R14": [QUARTERLY],
    "R15": [hours("public-opinion", 5), hours("public-opinion", 48), QUARTERLY],
    "R16": [hours("livelihood-opinion", 5), hours("livelihood-opinion", 48), QUARTERLY],
    "R17": [PERHAPS_YEAR_END, PERHAPS_YEAR_END, QUARTERLY],
    "R18": [PERHAPS_YEAR_END, QUARTERLY],
    "R19": [PERHAPS_YEAR_END, PERHAPS_YEAR_END],
    "R20": [QUARTERLY],
    "R21": [BY_YEAR_END],
    "R22": [PERHAPS_YEAR_END, ONGOING],
    "R23": [
        AwaitSuperior("regulation-revised", 20, Unit.WORKDAYS),
        AwaitSuperior("regulation-revised", 20, Unit.WORKDAYS),
        QUARTERLY,
        PERHAPS_YEAR_END,
    ],
    "R26": [BY_YEAR_END, workdays("catalogue-duty-changed", 20)],
    "R27": [BY_YEAR_END, BY_YEAR_END],
    "R28": [
        workdays("plan-issued", 20),
        BY_YEAR_END,
        ONGOING,
        QUARTERLY,
        PERHAPS_YEAR_END,
        QUARTERLY,
        ONGOING,
    ],
}


@pytest.mark.parametrize("row", RULES)
def test_the_rules_of_a_row_are_those_of_its_text(row: str) -> None:
    task = next(task for task in PLAN.tasks if task.key == row)
    assert [deliverable.rule for deliverable in task.deliverables] == RULES[row]


def test_reviews_before_publishing_are_checks_and_nothing_to_hand_in() -> None:
    gates = {key: d.rule.checks for key, d in GIVEN.items() if isinstance(d.rule, Gate)}
    assert set(gates) == {"R03.1", "R25.1"}
    assert all(len(checks) == 3 for checks in gates.values())


def test_the_pilot_keeps_all_its_printed_dates_the_earliest_first() -> None:
    rule = GIVEN["R24.1"].rule
    assert isinstance(rule, Milestones)
    july, august, september = date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 30)
    assert [step.dates for step in rule.steps] == [(july, august), (august, september)]
    assert all(isinstance(step, Milestone) for step in rule.steps)
    assert rule.limit == september
    assert GIVEN["R24.1"].departments == ("区政务公开办",)


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("R01.1", {"区政府办公室"}),
        ("R05.1", {"区政府办公室"}),
        ("R06.1", {"区发展改革委", "区商务局"}),
        ("R08.1", {"区财政局"}),
        ("R08.4", {ALL}),
        ("R12.2", {"区政务公开办"}),
        ("R16.2", {"区教体局", "区住房城乡建委", "区安全监管局", "区民政局", "区食药监局", "区人社局"}),
        ("R17.1", {"区政府办公室", "区政务公开办"}),
        ("R19.2", {"区信息办"}),
        ("R20.1", {"区信息办"}),
        ("R21.1", {"区政府办公室"}),
        ("R23.1", {"区政府办公室"}),
        ("R26.1", {"区政务公开办", ALL}),
        ("R28.1", {ALL}),
        ("R28.2", {"区政务公开办", ALL}),
        ("R28.7", {"区政务公开办"}),
    ],
)
def test_a_thing_is_asked_of_those_the_text_means(key: str, asked: set[str]) -> None:
    assert {*GIVEN[key].departments, *GIVEN[key].groups} == asked


def test_the_eight_of_row_27_hand_in_two_things_each() -> None:
    assert len(GIVEN["R27.1"].departments) == 8
    assert GIVEN["R27.1"].departments == GIVEN["R27.2"].departments


def test_thirteen_departments_share_the_big_projects() -> None:
    assert {len(GIVEN[key].departments) for key in ("R09.1", "R09.2", "R09.3")} == {13}


def test_what_depends_on_the_case_is_asked_of_those_named_when_it_is_registered() -> None:
    nameless = {key for key, d in GIVEN.items() if not d.departments and not d.groups}
    assert nameless == {"R02.1", "R02.2", "R15.1", "R15.2"}
    by_event = [(d, d.rule.event) for d in GIVEN.values() if isinstance(d.rule, AfterEvent)]
    many = {event for deliverable, event in by_event if len(deliverable.departments) != 1}
    assert {event for event in many if SCOPES[event] is Scope.FIXED} == {"plan-issued"}


def test_every_row_without_a_date_is_marked_as_assumed() -> None:
    printed = {key for key, d in GIVEN.items() if isinstance(d.rule, ByDate) and not d.rule.assumed}
    assert printed == {"R21.1", "R26.1", "R27.1", "R27.2", "R28.2"}
    assert all(d.rule.assumed for d in GIVEN.values() if isinstance(d.rule, Periodic))


def test_the_doubtful_rows_are_questions_with_a_short_quote() -> None:
    asked = {question.task for question in PLAN.questions}
    doubtful = {"R02", "R03", "R06", "R16", "R20", "R21", "R22", "R23", "R24", "R26", "R27", "R28"}
    assert doubtful <= asked
    assert all(len(question.quote) <= 15 for question in PLAN.questions)
    assert all(len(question.choices) >= 2 for question in PLAN.questions)


def test_the_food_and_drug_body_stays_apart_until_the_office_answers() -> None:
    question = next(q for q in PLAN.questions if q.key == "R16-fda")
    assert question.quote == "区食药监局"
    assert any("区市场监管局" in choice for choice in question.choices)
    assert "区食药监局" in GIVEN["R16.1"].departments
