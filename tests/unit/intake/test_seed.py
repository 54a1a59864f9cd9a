"""贵池区's table of 2018 from the file to the draft: every row, every body, every date, every trap, against a table
written by hand."""

from collections import Counter
from datetime import date

import pytest

from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.source import Column, From
from obligations.intake.terms import Wanted
from tests.corpus.judging import about, named, spoken, who
from tests.unit.intake.pasted import SEED
from tests.unit.intake.seed_expected import BODIES, EXPECTED, ONE_BODY, TRAPS

DISTRICT = "池州市贵池区"
Facts = Counter[tuple[int, str]]


@pytest.fixture(scope="module")
def seed() -> Draft:
    """The draft that an office gets which has listed and answered nothing."""
    document = read_document(SEED.name, SEED.read_bytes())
    return draft(document, Wanted(date(2018, 6, 25), DISTRICT), Known(DISTRICT), {}, "guichi-2018")


def test_every_department_of_every_row_is_found_and_no_other(seed: Draft) -> None:
    found: Facts = Counter()
    expected: Facts = Counter()
    for at, (task, row) in enumerate(zip(seed.plan.tasks, EXPECTED, strict=True), 1):
        found.update((at, party) for party in _parties(who(seed.plan, task)))
        expected.update((at, party) for party in _parties(named(seed.plan, row.who)))
    assert _figures(found, expected) == (1.0, 1.0), _compared(seed)
    assert sum(expected.values()) == 84


def test_every_time_rule_of_every_row_is_found_and_no_other(seed: Draft) -> None:
    found: Facts = Counter()
    expected: Facts = Counter()
    for at, (task, row) in enumerate(zip(seed.plan.tasks, EXPECTED, strict=True), 1):
        found.update((at, spoken(part.rule)) for part in task.deliverables)
        expected.update((at, rule) for rule in row.when.split(" + "))
    assert _figures(found, expected) == (1.0, 1.0), _compared(seed)
    assert sum("(?)" not in rule for _, rule in expected.elements()) == 15      # what the text itself says


def test_a_group_hands_in_only_where_the_words_ask_every_member(seed: Draft) -> None:
    asked = {part.key: part.groups for task in seed.plan.tasks for part in task.deliverables if part.groups}
    assert asked == {"R03.1": ("区政府各部门",), "R04.1": ("各单位",), "R05.2": ("各单位",), "R26.1": ("区政府各部门",)}


def test_28_rows_keep_their_numbers_and_both_threes_stay_apart(seed: Draft) -> None:
    assert [task.printed for task in seed.plan.tasks] == [row.number for row in EXPECTED]
    assert [task.key for task in seed.plan.tasks] == [f"R{at:02}" for at in range(1, 29)]
    threes = [task for task in seed.plan.tasks if task.printed == "3"]
    assert ["权责清单" in task.text for task in threes] == [True, False]
    assert ["建议" in task.text for task in threes] == [False, True]


def test_the_seven_columns_are_understood_though_five_have_headings(seed: Draft) -> None:
    kinds = [kind for kind, _ in seed.source.columns]
    assert kinds == [Column.SECTION, Column.SECTION, Column.NUMBER, Column.CONTENT, Column.REQUIREMENT,
                     Column.RESPONSIBLE, Column.DEADLINE]


def test_empty_cells_take_what_stands_above_and_say_so(seed: Draft) -> None:
    second, third, sixteenth = (seed.source.rows[at] for at in (1, 2, 15))
    assert (second.number, second.content.origin, second.deadline.text) == ("1", From.ABOVE, "全年")
    assert [(quote.text, quote.origin) for _, quote in third.bodies] == [("区政府各部门负责落实", From.ABOVE)]
    assert (sixteenth.number, sixteenth.deadline.origin) == ("13", From.ABOVE)


def test_each_body_is_one_under_all_its_spellings(seed: Draft) -> None:
    spellings = {frozenset((one.name, *one.aliases)) for one in seed.plan.departments}
    assert all(any(group <= together for together in spellings) for group in ONE_BODY)
    assert len(seed.plan.departments) == BODIES
    assert {"区发改委区商务局", "区政府各部门"}.isdisjoint(set().union(*spellings))


def test_the_group_of_all_departments_has_no_party_bodies_and_not_the_office_itself(seed: Draft) -> None:
    members = next({member.department for member in group.members} for group in seed.plan.groups
                   if group.name == "区政府各部门")
    assert members.isdisjoint({"区编办", "区政府新闻办", "区政务公开办"})
    assert {"区财政局", "区公安分局", "区信息办"} <= members
    assert all(not group.members for group in seed.plan.groups if "有关" in group.name or "相关" in group.name)


@pytest.mark.parametrize(("row", "kind", "words"), TRAPS, ids=[f"R{row:02}-{kind}" for row, kind, _ in TRAPS])
def test_every_trap_of_the_paper_is_shown_at_its_row(seed: Draft, row: int, kind: str, words: str) -> None:
    shown = [doubt for doubt in about(seed, row - 1) if doubt.kind == kind]
    assert any(words in doubt.quote.text or words in doubt.values.values() for doubt in shown)


def test_the_paper_is_only_a_draft_for_comment_and_has_no_date(seed: Draft) -> None:
    kinds = {doubt.kind for doubt in seed.doubts}
    assert {"for-comment", "in-force"} <= kinds
    assert (seed.plan.year, seed.plan.district) == (2018, DISTRICT)


def _parties(listed: str) -> list[str]:
    clauses = [clause.partition(" ") for clause in listed.split("；") if clause]
    return [f"{role} {name}" for role, _, names in clauses for name in names.split("、")]


def _figures(found: Facts, expected: Facts) -> tuple[float, float]:
    """Precision and recall."""
    right = sum((found & expected).values())
    return right / sum(found.values()), right / sum(expected.values())


def _compared(seed: Draft) -> str:
    """The rows that differ, one under the other, for whoever looks at a failure."""
    lines = []
    for task, row in zip(seed.plan.tasks, EXPECTED, strict=True):
        there = who(seed.plan, task), " + ".join(spoken(part.rule) for part in task.deliverables)
        wanted = named(seed.plan, row.who), row.when
        if there != wanted:
            lines += [f"{task.key} found    {there}", f"{task.key} expected {wanted}"]
    return "\n".join(lines)
