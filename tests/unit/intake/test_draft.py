"""The whole way from a document to deliverables: the same document with the same answers gives the same draft."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.catalogue import texts
from locales.doubts import question
from obligations.errors import PlanFaults, Refusal
from obligations.intake.draft import LONGEST_TEXT, Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from obligations.plan import AfterEvent, ByDate, Milestones, Periodic, Plan, Role, Scope
from obligations.planfile import read_plan
from obligations.planfile_write import write_plan

SEED = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"
WANTED = Wanted(date(2024, 3, 5))
HEAD = ("# 云江县2024年政务公开工作任务分工\n\n2024年3月1日\n\n"
        "| 序号 | 工作任务 | 具体要求 | 责任单位 | 完成时限 |\n|---|---|---|---|---|\n")
BUDGET = "| 1 | 预算公开 | 1.公布预算。<br>2.9月底前公布决算。 | 县财政局牵头，县教育局配合 | 全年 |\n"
POWERS = "| 2 | 清单公开 | 权责清单调整后10个工作日内公布。 | 县政府各部门 | 全年 |\n"
MEETING = "| 3 | 会议公开 | 县政府常务会议结束后3个工作日内公布。 | 县政府办公室 | 全年 |\n"
FORM = HEAD + BUDGET + POWERS + MEETING


def kept(made: Draft) -> Plan:
    """The plan with its questions in words, as it is kept."""
    keys = [task.key for task in made.plan.tasks]
    return replace(made.plan, questions=tuple(
        question(texts("zh-CN"), doubt, keys) for doubt in made.questions))


def drafted(text: str = FORM, answers: dict[str, str] | None = None, name: str = "a.md") -> Draft:
    return draft(read_document(name, text.encode()), WANTED, Known(), answers or {}, "2024-1")


def test_every_row_is_a_task_with_its_own_words() -> None:
    made = drafted()
    assert [task.key for task in made.plan.tasks] == ["R01", "R02", "R03"] and len(made.source.rows) == 3
    budget = made.plan.tasks[0]
    assert (budget.printed, budget.deadline_cell, budget.text) == ("1", "全年", "预算公开")
    assert [(one.role, one.department) for one in budget.assignments] == [
        (Role.LEAD, "县财政局"), (Role.SUPPORTING, "县教育局")]


def test_numbered_items_are_deliverables_each_with_its_rule_and_its_words() -> None:
    first, second = drafted().plan.tasks[0].deliverables
    assert (first.key, second.key) == ("R01.1", "R01.2")
    assert (first.title, second.text) == ("公布预算", "2.9月底前公布决算。")
    assert isinstance(first.rule, Periodic) and second.rule == ByDate((date(2024, 9, 30),))
    assert first.departments == second.departments == ("县财政局",)


def test_event_of_a_group_is_told_whom_it_concerns_and_that_of_a_body_is_not() -> None:
    plan = drafted().plan
    powers, meeting = plan.tasks[1].deliverables[0].rule, plan.tasks[2].deliverables[0].rule
    assert isinstance(powers, AfterEvent) and isinstance(meeting, AfterEvent)
    scopes = {event.key: event.scope for event in plan.events}
    assert (scopes[powers.event], scopes[meeting.event]) == (Scope.NAMED, Scope.FIXED)


def test_questions_can_be_answered_and_remarks_cannot() -> None:
    made = drafted(FORM.replace("| 2 |", "| 7 |"))
    assert made.questions and made.remarks
    assert all(doubt.choices for doubt in made.questions) and not any(doubt.choices for doubt in made.remarks)
    assert len(made.questions) + len(made.remarks) == len(made.doubts)
    assert len({doubt.key for doubt in made.questions}) == len(made.questions)


def test_each_answer_stays_with_its_question() -> None:
    for doubt in drafted().questions:
        for choice in doubt.choices:
            again = drafted(answers={doubt.key: choice.id})
            assert next(one for one in again.doubts if one.key == doubt.key).answer == choice.id


def test_defaults_chosen_say_the_same_but_are_no_longer_assumed() -> None:
    made = drafted()
    again = drafted(answers={doubt.key: doubt.choices[0].id for doubt in made.questions})
    assert all(doubt.answer for doubt in again.questions)
    for before, after in zip(made.plan.tasks, again.plan.tasks, strict=True):
        for one, two in zip(before.deliverables, after.deliverables, strict=True):
            if isinstance(one.rule, Periodic | ByDate):
                assert replace(one.rule, assumed=False) == two.rule
            assert (one.departments, one.groups, one.key) == (two.departments, two.groups, two.key)


def test_long_words_are_clipped_where_they_are_shown_and_whole_where_they_count() -> None:
    made = drafted(HEAD + f"| 1 | {'很长的任务' * 60} | 公布{'很长的要求' * 60}。 | 县财政局 | 年底前 |\n")
    (task,) = made.plan.tasks
    assert len(task.text) == LONGEST_TEXT and task.deliverables[0].text == f"公布{'很长的要求' * 60}。"


def test_progress_is_told_row_by_row() -> None:
    steps: list[tuple[int, int]] = []
    draft(read_document("a.md", FORM.encode()), WANTED, Known(), {}, "k", step=lambda *at: steps.append(at))
    assert steps == [(1, 3), (2, 3), (3, 3)]


NOBODY = HEAD + "| 1 | 预算公开 | 公布预算。 | | 全年 |\n"


@pytest.mark.parametrize("text", [
    "云江县2024年\n\n没有表格。", HEAD, HEAD.replace("责任单位", "备注") + BUDGET, NOBODY])
def test_document_without_tasks_or_without_anybody_is_refused(text: str) -> None:
    with pytest.raises((Refusal, PlanFaults)):
        drafted(text)


def test_plan_of_the_seed_is_a_good_plan_file() -> None:
    made = draft(read_document(SEED.name, SEED.read_bytes()), Wanted(date(2018, 6, 5)), Known(), {}, "2018-1")
    assert read_plan(write_plan(kept(made)), "plan") == kept(made)
    assert [task.key for task in made.plan.tasks] == [f"R{number:02}" for number in range(1, 29)]
    pilot = next(task for task in made.plan.tasks if task.printed == "21")
    assert isinstance(pilot.deliverables[0].rule, Milestones)


WORDS = ["公布", "目录", "每季度", "年底前", "9月底前", "3个工作日内", "会议结束后", "及时", "；", "，", "。",
         "县财政局", "县政府各部门", "1.", "2.", "定期", "2024年13月", "10%"]
ASKS = st.lists(st.sampled_from(WORDS), max_size=10).map("".join)
WHO = st.lists(st.sampled_from(["县财政局", "县教育局", "、", "牵头", "配合", "等", "县政府各部门", "有关部门", " "]),
               max_size=6).map("".join)
WHEN = st.sampled_from(["全年", "", "年底前", "2024年6月底", "每月", "长期", "2024-02-30", "及时"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(ASKS, WHO, WHEN), min_size=1, max_size=5))
def test_whatever_the_cells_say_it_becomes_a_good_plan_or_is_refused(rows: list[tuple[str, str, str]]) -> None:
    lines = (f"| {n} | 任务{n} | {asks} | {who} | {when} |\n" for n, (asks, who, when) in enumerate(rows, 1))
    text = HEAD + "".join(lines)
    made = attempted(text, {})
    if made is None:
        return
    assert drafted(text) == made
    whole = "".join(part.text for task in made.plan.tasks for part in task.deliverables).replace(" ", "")
    for row, task in zip(made.source.rows, made.plan.tasks, strict=True):
        assert not task.deliverables or "".join(row.asks.text.split()) in whole
    for one in (made, attempted(text, {doubt.key: doubt.choices[-1].id for doubt in made.questions})):
        assert one is None or read_plan(write_plan(kept(one)), "plan") == kept(one)


def attempted(text: str, answers: dict[str, str]) -> Draft | None:
    """The draft; None: the document is refused."""
    try:
        return drafted(text, answers)
    except (Refusal, PlanFaults):
        return None
