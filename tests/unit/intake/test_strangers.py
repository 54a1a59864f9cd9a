"""Cells that strangers write, from the file to the draft: names that are none, notes on who leads, periods and rhythms
that contradict each other."""

from datetime import date

import pytest

from obligations.intake.document import Document
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.source import Quote
from obligations.intake.terms import Wanted
from obligations.plan import Role
from tests.corpus.judging import spoken, who
from tests.unit.intake.tables import PLAIN, Block, document, table

TITLE = "云江县2025年政务公开任务分工"


def drafted(*rows: tuple[str, ...], head: tuple[str, ...] = PLAIN, before: tuple[Block, ...] = ()) -> Draft:
    """The draft of a table under its title."""
    return understood(document(TITLE, *before, table(head, *rows)))


def understood(source: Document) -> Draft:
    """The draft of a document."""
    return draft(source, Wanted(date(2025, 3, 2)), Known(), {}, "plan")


def one_row(content: str = "公布预算。", bodies: str = "县财政局",
            deadline: str = "6月底前") -> tuple[str, str, set[str]]:
    """Who and when of a single row, and the kinds of doubts."""
    made = drafted(("1", content, bodies, deadline))
    [task] = made.plan.tasks
    return who(made.plan, task), spoken(task.deliverables[0].rule), {doubt.kind for doubt in made.doubts}


@pytest.mark.parametrize("cell", ["政府网站", "县政府网站"])
def test_a_website_is_no_body_in_silence(cell: str) -> None:
    assert "not-a-body" in one_row(bodies=cell)[2]


def test_a_central_office_with_its_place_is_one_body() -> None:
    assert one_row(bodies="县财政局、国家税务总局云江县税务局")[0] == "责任 县财政局、国家税务总局云江县税务局"


@pytest.mark.parametrize("cell", ["决策承办单位", "政策起草单位"])
def test_whoever_drafts_or_decides_is_a_group(cell: str) -> None:
    found, _, asked = one_row(bodies=f"{cell}、县司法局")
    assert (found, "group-members" in asked) == (f"责任 〔{cell}〕、县司法局", True)


@pytest.mark.parametrize(("heading", "note"), [
    ("责任单位（牵头单位在前）", ()), ("责任单位", ("注：牵头单位列首位。",))])
def test_a_note_says_that_the_first_leads(heading: str, note: tuple[str, ...]) -> None:
    made = drafted(("1", "公布预算。", "县财政局、县教育局", "6月底前"),
                   head=("序号", "工作任务", heading, "完成时限"), before=note)
    assert who(made.plan, made.plan.tasks[0]) == "牵头 县财政局；责任 县教育局"


@pytest.mark.parametrize(("content", "deadline", "rule", "asked"), [
    ("会议结束后3个工作日内公布。", "会议结束后5个工作日内", "+3个工作日", "several-periods"),
    ("会议结束后3个工作日内公布。", "5个工作日内", "+3个工作日", "several-periods"),
    ("按季度公布。", "每月", "每月", "several-rhythms"),
])
def test_periods_and_rhythms_that_contradict_each_other_are_asked(content: str, deadline: str, rule: str,
                                                                  asked: str) -> None:
    _, found, kinds = one_row(content, deadline=deadline)
    assert (found, asked in kinds) == (rule, True)


@pytest.mark.parametrize(("content", "deadline", "rule"), [
    ("按月公布办理情况。", "每月5日前", "每月5"),
    ("会议结束后3个工作日内公布。", "3个工作日内", "+3个工作日"),
    ("3个工作日内公布。", "会议结束后3个工作日内", "+3个工作日"),
])
def test_the_same_said_twice_is_said_once(content: str, deadline: str, rule: str) -> None:
    _, found, kinds = one_row(content, deadline=deadline)
    assert (found, kinds) == (rule, {"in-force"})


def test_what_a_deadline_says_beside_its_time_is_shown() -> None:
    assert "deadline-partly" in one_row(deadline="每月㈠15日")[2]
    assert one_row(deadline="12月31日前（含12月31日）")[1:] == ("2025-12-31", {"in-force"})


def test_the_end_of_the_farmers_year_is_no_day_of_ours() -> None:
    _, found, kinds = one_row(deadline="农历年底前")
    assert ("12-31" not in found or "unreadable-date" in kinds, "unreadable-date" in kinds) == (True, True)


def test_parties_stand_in_the_order_of_a_plan_file() -> None:
    made = drafted(("1", "公布预算。", "各镇、县财政局", "县审计局", "6月底前"),
                   head=("序号", "工作任务", "配合单位", "牵头单位", "完成时限"))
    assert [(one.role, one.department or one.group) for one in made.plan.tasks[0].assignments] == [
        (Role.LEAD, "县审计局"), (Role.SUPPORTING, "县财政局"), (Role.SUPPORTING, "各镇")]


def test_hidden_characters_end_neither_in_titles_nor_in_aliases() -> None:
    made = drafted(("1", "公\u200b布预算。", "县\ufeff财政局", "6月底前"))
    assert made.plan.tasks[0].deliverables[0].title == "公 布预算"
    assert [(one.name, one.aliases) for one in made.plan.departments] == [("县财政局", ("县 财政局",))]


def test_tables_of_different_widths_in_one_pasted_text_are_two() -> None:
    text = f"{TITLE}\n任务\t责任单位\t时限\n公布预算。\t县财政局\t6月底前\n\n注：以下为续表。\n" \
           "任务\t牵头单位\t配合单位\t时限\n公布学区。\t县教育局\t县公安局\t8月底前\n"
    made = understood(read_document("云江县.txt", text.encode()))
    assert [who(made.plan, task) for task in made.plan.tasks] == ["责任 县财政局", "牵头 县教育局；配合 县公安局"]


def test_an_answer_holds_whatever_blanks_a_format_has() -> None:
    keys = set()
    for words in ("1.公布预算。\n\n2.公布决算。", "1.公布预算。\n2.公布决算。", "1.公布预算。 2.公布决算。"):
        inquiry = Inquiry({})
        inquiry.ask("is-gate", Quote(words), (Choice("gate"),), context=words)
        keys.add(inquiry.doubts[0].key)
    assert len(keys) == 1
