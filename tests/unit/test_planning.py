"""A plan on its way into force, in words: its summary, one question, what a new version changes for a department."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.catalogue import LOCALES, texts
from locales.messages import size
from locales.planning import (
    LONGEST_LABEL,
    MOST_GONE,
    Changed,
    activated,
    asking,
    changed_pages,
    counts,
    label,
    remark,
    summary,
)
from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt
from obligations.intake.source import Quote
from obligations.item import State
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    Deliverable,
    Every,
    Gate,
    Milestones,
    Ongoing,
    Periodic,
    Plan,
    PlanStatus,
    Question,
    Task,
    TimeRule,
    Unit,
)
from tests.wording.cast import days, end_of_year, third_quarter

SAY = texts("zh-CN")
RULES: tuple[TimeRule, ...] = (
    ByDate((date(2024, 6, 30),)), Milestones(()), AfterEvent("e", 3, Unit.WORKDAYS), AwaitSuperior("e"), Ongoing(),
    Gate(("可以吗",)), Periodic(Every.MONTH))
OPEN = Question("q-1", "R01", "第 3 行", "县财政局等", "还有谁？", ("没有了", "还有别的"), "没有了", typed=True)
DONE = replace(OPEN, key="q-2", answer="没有了")


def plan(*questions: Question) -> Plan:
    parts = tuple(Deliverable(f"R01.{n}", "公开", rule) for n, rule in enumerate(RULES))
    task = Task("R01", "1", "-", "公开", "", (), parts)
    return Plan("2024-1", "云江县", 2024, "云江县任务分工", date(2024, 1, 1), (task,), (), questions=questions)


def test_everything_is_counted_once() -> None:
    assert counts(plan(OPEN, DONE), 1) == {
        "tasks": 1, "departments": 0, "deliverables": 7, "dated": 2, "events": 2, "ongoing": 3, "questions": 1}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("status", PlanStatus)
def test_summary_says_how_it_stands_and_what_comes_next(locale: str, status: PlanStatus) -> None:
    lines = summary(texts(locale), plan(OPEN), 1, status, 4).split("\n")
    assert len(lines) == 5 and "2024-1" in lines[0] and lines[-1]


def test_summary_without_questions_and_remarks_is_short() -> None:
    assert len(summary(SAY, plan(DONE), 0, PlanStatus.ACTIVE).split("\n")) == 3


def test_question_is_shown_with_its_number_its_place_and_its_answers() -> None:
    assert asking(SAY, plan(DONE, OPEN), OPEN).split("\n") == [
        "第 2 问，共 2 问，还有 1 问没有答", "R01 · 第 3 行", "原文：“县财政局等”", "", "还有谁？", "",
        "1. 没有了（系统默认）", "2. 还有别的"]


def test_question_about_the_whole_document_has_no_row() -> None:
    one = replace(OPEN, task=None, place="全文")
    assert asking(SAY, plan(one), one, "记下了：好").split("\n")[:4] == [
        "记下了：好", "", "第 1 问，共 1 问，还有 1 问没有答", "全文"]


@given(st.text(min_size=1, max_size=400), st.text(max_size=3000),
       st.lists(st.text(min_size=1, max_size=3000), min_size=1, max_size=40, unique=True), st.text(max_size=3000))
def test_longest_question_fits_one_message_with_every_answer_to_be_seen(
        quote: str, ask: str, choices: list[str], before: str) -> None:
    one = replace(OPEN, quote=quote, ask=ask, choices=tuple(choices), default=choices[0])
    words = asking(SAY, plan(one), one, before)
    assert size(words) <= 4000
    assert all(f"\n{number}. " in words for number in range(1, len(choices) + 1))


@pytest.mark.parametrize(("choice", "words"), [
    ("没有了", "1. 没有了"), ("公" * 21, "1. " + "公" * 21), ("公" * 22, "1. " + "公" * 20 + "…")])
def test_label_is_cut_so_that_it_shows(choice: str, words: str) -> None:
    assert label(1, choice) == words and len(words) <= LONGEST_LABEL


def test_activation_names_departments_without_a_liaison_and_how_to_invite() -> None:
    assert activated(SAY, 0, ()) == []
    told, alone = activated(SAY, 3, [f"县{n}局" for n in range(20)])
    assert "3 位联络员" in told
    assert "20 个" in alone and "县14局 …" in alone and "县15局" not in alone and "邀请 县0局" in alone


def test_changes_of_a_department_are_grouped_new_moved_gone() -> None:
    gone = replace(end_of_year(9), state=State.DROPPED)
    changed = [Changed("gone", gone), Changed("moved", end_of_year(5)), Changed("new", third_quarter(7))]
    (page,) = changed_pages(days(), "县环保局", "新分工", changed)
    heading = "不再要 1 件（不用再办，办过的留着）"
    assert [line for line in page.text.split("\n") if line in ("新增", "改期", heading)] == ["新增", "改期", heading]
    assert page.items == (7, 5, 9) and page.text.startswith("县环保局：任务分工换了新版《新分工》")


def test_what_is_no_longer_asked_for_is_summed_up_below_what_is_to_be_done() -> None:
    gone = [Changed("gone", replace(end_of_year(number), state=State.DROPPED)) for number in range(20, 60)]
    (page,) = changed_pages(days(), "县环保局", "新分工", [*gone, Changed("new", third_quarter(7))])
    title = "公共企事业单位信息公开制度"
    assert page.text.split("\n")[-6:] == [
        "", "不再要 40 件（不用再办，办过的留着）", f"#20 {title}", f"#21 {title}", f"#22 {title}",
        "还有 37 件，发“状态”可以看到，列在最后。"]
    assert page.items == (7, 20, 21, 22)


def test_few_that_are_no_longer_asked_for_are_all_named() -> None:
    gone = [Changed("gone", replace(end_of_year(number), state=State.DROPPED)) for number in (1, 2, MOST_GONE)]
    (page,) = changed_pages(days(), "县环保局", "新分工", gone)
    assert page.items == (1, 2, 3) and "还有" not in page.text


def test_remark_stands_with_its_place_and_its_words() -> None:
    one = Doubt("k", "number-repeated", Quote("3" * 200, Place(line=42)),
                values={"number": "3", "first": "4", "second": "5"})
    place, words = remark(SAY, one, "R05").split("\n")
    assert place == "R05 · 第 42 行：序号“3”用了两次，在第 4 条和第 5 条。" and words == f"    原文：“{'3' * 79}…”"
    assert remark(SAY, one, None).startswith("第 42 行：")


@pytest.mark.parametrize("locale", LOCALES)
def test_many_changes_are_split_each_page_saying_what_it_is_about(locale: str) -> None:
    changed = [Changed("new", end_of_year(number)) for number in range(1, 150)]
    pages = changed_pages(days(locale=locale), "县环保局", "新分工", changed)
    assert len(pages) > 1 and all(size(page.text) <= 4000 and "县环保局" in page.text.split("\n")[0] for page in pages)
    assert [number for page in pages for number in page.items] == list(range(1, 150))
