"""Edits of the office are carried out on the plan as drafted, by the names and words of its own table."""

from datetime import date

import pytest

from obligations.errors import PlanFaults
from obligations.intake.document import Place
from obligations.intake.review.edit_fields import AT_EVENT, OPEN, REMOVED, Edit, Field, PlanWords, fingerprint
from obligations.intake.review.edits import apply
from obligations.plan import (
    AfterEvent,
    Assignment,
    ByDate,
    Deliverable,
    Department,
    EventKind,
    Every,
    Group,
    Membership,
    Milestone,
    Milestones,
    Periodic,
    Plan,
    Role,
    Scope,
    Task,
    Unit,
)
from obligations.planfile import read_plan
from obligations.planfile_write import write_plan
from tests.unit.intake.reviewing import worded

START = date(2024, 3, 1)
STEPS = Milestones((Milestone("acceptance", "验收", (date(2024, 7, 31),)),))


def plan() -> Plan:
    """Two tasks of a district, with a group that has members and one that has none."""
    budget = Deliverable("R01.1", "预算", ByDate((date(2024, 6, 30),)), ("县财政局",), text="公开预算。")
    after = AfterEvent("meeting", 5, Unit.WORKDAYS)
    meeting = Deliverable("R01.2", "会议", after, ("县政府办公室",), text="公开会议。")
    trial = Deliverable("R02.1", "试点", STEPS, (), ("各部门",), text="试点验收。")
    tasks = (
        Task("R01", "1", "一", "预算和会议", "全年", (
            Assignment(Role.LEAD, "县财政局"), Assignment(Role.SUPPORTING, "县水利局"),
            Assignment(Role.SUPPORTING, group="各部门")), (budget, meeting)),
        Task("R02", "2", "一", "试点", "", (Assignment(Role.RESPONSIBLE, group="各部门"),), (trial,)),
    )
    return Plan("yunjiang", "云江县", 2024, "任务分工", START, tasks, (
        Department("县财政局", ("财政局",)), Department("县政府办公室"), Department("县水利局"),
        Department("县水务局")),
        (Group("各部门", (Membership("县财政局", START), Membership("县水利局", START))), Group("有关单位")),
        (EventKind("meeting", "常务会议结束"),))


def edit(field: Field, target: str, words: str, about: str = "") -> Edit:
    return Edit(field, target, words, Place(table=2, row=5, column=3, sheet="任务"), about)


def applied(*edits: Edit) -> Plan:
    """The plan after edits; it must be one that a plan file can hold."""
    made = apply(plan(), edits)
    assert read_plan(write_plan(made), "edited.toml") == made
    return made


def fault(*edits: Edit) -> str:
    with pytest.raises(PlanFaults) as caught:
        apply(plan(), edits)
    (found,) = caught.value.faults
    assert isinstance(found.values["place"], Place)
    assert worded(found)
    return found.key


def test_without_edits_a_plan_stays_what_it_is() -> None:
    before = plan()
    assert apply(before, ()) is before


def test_the_words_for_everything_written_back_change_nothing() -> None:
    before = plan()
    words = PlanWords(before)
    edits = [edit(field, part.key, said) for task in before.tasks for part in task.deliverables
             for field, said in words.part(part).items()]
    edits += [edit(field, task.key, said) for task in before.tasks for field, said in words.task(task).items()]
    edits += [edit(field, body.name, said) for body in before.departments for field, said in words.body(body).items()]
    assert apply(before, edits) == before


def test_title_place_and_rule_are_changed_for_their_deliverable_alone() -> None:
    made = applied(edit(Field.TITLE, "R01.1", "预算 和三公经费"), edit(Field.WHERE, "R01.1", "网站专栏"),
                   edit(Field.WHEN, "R01.1", "每年"))
    part = made.tasks[0].deliverables[0]
    assert (part.title, part.where, part.rule) == ("预算 和三公经费", "网站专栏", Periodic(Every.YEAR))
    assert made.tasks[0].deliverables[1] == plan().tasks[0].deliverables[1]
    assert made.tasks[1] is not None and made.tasks[1] == plan().tasks[1]


def test_who_is_named_by_any_spelling_of_departments_and_groups() -> None:
    part = applied(edit(Field.WHO, "R01.1", "财政局，县水利局、各部门\n县财政局")).tasks[0].deliverables[0]
    assert (part.departments, part.groups) == (("县财政局", "县水利局"), ("各部门",))


def test_the_key_of_a_step_lives_through_a_change_of_its_day() -> None:
    rule = applied(edit(Field.WHEN, "R02.1", "8月15日前：验收〔acceptance〕")).tasks[1].deliverables[0].rule
    assert rule == Milestones((Milestone("acceptance", "验收", (date(2024, 8, 15),)),))


def test_a_role_is_changed_and_the_others_stay() -> None:
    task = applied(edit(Field.SUPPORTING, "R01", "县水务局"), edit(Field.INFORMED, "R01", "各部门")).tasks[0]
    assert task.assignments == (Assignment(Role.LEAD, "县财政局"), Assignment(Role.SUPPORTING, "县水务局"),
                                Assignment(Role.INFORMED, group="各部门"))


def test_an_emptied_role_names_nobody() -> None:
    assert [one.role for one in applied(edit(Field.SUPPORTING, "R01", "")).tasks[0].assignments] == [Role.LEAD]


def test_a_removed_deliverable_is_gone_and_its_task_stays() -> None:
    made = applied(edit(Field.WHO, "R02.1", f" {REMOVED} "), edit(Field.TITLE, "R02.1", ""))
    assert [task.key for task in made.tasks] == ["R01", "R02"]
    assert made.tasks[1].deliverables == ()


def test_a_new_deliverable_gets_a_number_that_was_never_used() -> None:
    added = [edit(field, "R01+9", words) for field, words in (
        (Field.TITLE, "决算"), (Field.WHO, "县财政局"), (Field.WHEN, "年底前"))]
    made = applied(edit(Field.WHO, "R01.1", REMOVED), *added)
    assert [part.key for part in made.tasks[0].deliverables] == ["R01.2", "R01.3"]
    assert made.tasks[0].deliverables[1].rule == ByDate((date(2024, 12, 31),))
    assert made.tasks[0].deliverables[1].source == "R01"


def test_an_event_that_is_new_becomes_a_kind_of_the_plan() -> None:
    made = applied(edit(Field.WHEN, "R01.1", "预算批复后 20 日内"))
    assert [event.name for event in made.events] == ["常务会议结束", "预算批复"]
    assert made.tasks[0].deliverables[0].rule == AfterEvent(made.events[1].key, 20, Unit.DAYS)


@pytest.mark.parametrize("words", ["", AT_EVENT, "(登记时指定)"])
def test_of_an_event_the_concerned_may_be_named_when_it_is_registered(words: str) -> None:
    made = applied(edit(Field.WHO, "R01.2", words))
    assert made.tasks[0].deliverables[1].departments == ()
    assert made.events[0].scope is Scope.NAMED


@pytest.mark.parametrize(("edits", "key"), [
    ([edit(Field.TITLE, "R01.1", " ")], "edit-empty"),
    ([edit(Field.WHEN, "R01.1", "")], "edit-empty"),
    ([edit(Field.WHO, "R01.1", "")], "edit-nobody"),
    ([edit(Field.WHO, "R01.1", OPEN)], "edit-nobody"),
    ([edit(Field.WHO, "R01.1", "有关单位")], "edit-group-empty"),
    ([edit(Field.WHO, "R01.2", "有关单位")], "edit-group-empty"),
    ([edit(Field.WHO, "R01.1", "县审计局")], "edit-unknown-name"),
    ([edit(Field.WHO, "R01.1", "（县水利局）")], "edit-unknown-name"),
    ([edit(Field.WHO, "R01.1", "县财政局县水利局")], "edit-unknown-name"),
    ([edit(Field.LEAD, "R01", "县审计局")], "edit-unknown-name"),
    ([edit(Field.WHEN, "R01.1", "尽快")], "rule-words-unclear"),
    ([edit(Field.WHEN, "R01.1", "2月30日前")], "rule-words-no-day"),
    ([edit(Field.WHO, "R01.2", ""), edit(Field.WHEN, "R01.2", "年底前")], "edit-nobody"),
    ([edit(Field.WHERE, "R01.9", "网站")], "edit-gone"),
    ([edit(Field.LEAD, "R09", "县财政局")], "edit-gone"),
    ([edit(Field.TITLE, "R09+3", "新的")], "edit-gone"),
    ([edit(Field.TITLE, "R01.1", "新的", about=fingerprint("公开决算。"))], "edit-gone"),
    ([edit(Field.LEAD, "R01", "县水利局", about=fingerprint("别的任务"))], "edit-gone"),
    ([edit(Field.WHO, "R01+9", "县财政局")], "edit-empty"),
    ([edit(Field.TITLE, "R01+9", "决算"), edit(Field.WHO, "R01+9", "县财政局")], "edit-empty"),
])
def test_an_edit_that_cannot_be_carried_out_is_refused_with_its_place(edits: list[Edit], key: str) -> None:
    assert fault(*edits) == key


def test_an_edit_of_the_same_words_is_carried_out() -> None:
    made = applied(edit(Field.TITLE, "R01.1", "新的", about=fingerprint("公开预算。")),
                   edit(Field.LEAD, "R01", "县水利局", about=fingerprint("预算和会议")))
    assert made.tasks[0].deliverables[0].title == "新的"


def test_a_new_deliverable_that_asks_nobody_is_refused() -> None:
    assert fault(edit(Field.TITLE, "R01+9", "决算"), edit(Field.WHEN, "R01+9", "年底前"),
                 edit(Field.WHO, "R01+9", OPEN)) == "edit-nobody"


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(PlanFaults) as caught:
        apply(plan(), [edit(Field.WHO, "R01.1", "县审计局"), edit(Field.WHEN, "R01.2", "尽快"),
                       edit(Field.LEAD, "R02", "县统计局")])
    assert len(caught.value.faults) == 3
