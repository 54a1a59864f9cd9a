"""Words in a cell about who that look like no body: nobody is asked by them until the office says what they mean."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from obligations.errors import Refusal
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import TYPED, Doubt
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from obligations.intake.who.bodies import subject_of
from obligations.plan import Department, Question
from obligations.planfile import read_plan
from obligations.planfile_write import write_plan
from tests.corpus.judging import who
from tests.unit.intake.cells_read import IN_FORCE, answered, kinds, one, read, told
from tests.unit.intake.tables import PLAIN, document, table

TITLE = "云江县2025年政务公开任务分工"
NOBODY = ["张某", "被审计单位", "各有关", "相关责任人", "办公地点", "第三方", "见附件", "待定",
          "县烟草", "财政", "同左", "全体干部职工"]


def drafted(*cells: str, answers: Mapping[str, str] | None = None) -> Draft:
    """A document with one row for each cell about who."""
    rows = [(str(at), f"公布第{at}批清单。", cell, "6月底前") for at, cell in enumerate(cells, 1)]
    return draft(document(TITLE, table(PLAIN, *rows)), Wanted(IN_FORCE), Known(), answers or {}, "plan")


def parties(made: Draft) -> list[str]:
    """Who is named in each row."""
    return [who(made.plan, task) for task in made.plan.tasks]


def said(doubts: list[Doubt], kind: str, words: str, answer: str) -> dict[str, str]:
    """The answer to the only question of this kind about these words."""
    (doubt,) = [doubt for doubt in doubts if (doubt.kind, doubt.quote.text) == (kind, words)]
    return {doubt.key: answer}


@pytest.mark.parametrize("words", NOBODY)
@pytest.mark.parametrize("cell", ["{}", "县财政局、{}", "{}、县财政局牵头"])
def test_words_that_look_like_no_body_are_asked_about_and_name_nobody(words: str, cell: str) -> None:
    bodies, doubts = read([cell.format(words)])
    assert [body.name for body in bodies.departments] == ["县财政局"] * ("县财政局" in cell)
    doubt = one(doubts, "not-a-body")
    assert (doubt.quote.text, [choice.kind for choice in doubt.choices], doubt.typed) == (
        words, ["leave-out", "keep-as-body", "keep-as-group"], True)


@pytest.mark.parametrize("name", [
    "青山镇", "城关街道", "云江供电公司", "县人民医院", "云江一中", "云江农商银行", "市生态环境局云江分局",
    "县消防支队", "县残疾人联合会", "县总工会", "团县委", "县融媒体中心", "县委办", "县发改委"])
def test_what_ends_like_a_body_is_one_without_a_question(name: str) -> None:
    bodies, doubts = read([name])
    assert (told(bodies), kinds(doubts)) == (f"R {name}", [])


@pytest.mark.parametrize(("answer", "found"), [
    ("keep-as-body", "R 县民政局, R 张某"), ("leave-out", "R 县民政局"), ("typed:县审计局", "R 县民政局, R 县审计局"),
    ("typed:审计局、各乡镇", "R 县民政局, R 县审计局, R <各乡镇>")])
def test_the_office_says_what_the_words_mean(answer: str, found: str) -> None:
    cells = ["县民政局、张某"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "not-a-body", answer))
    assert (told(bodies), one(doubts, "not-a-body").answer) == (found, answer)


@pytest.mark.parametrize("typed", ["李某", "县财政局县教育局", "县审计局、李某"])
def test_a_typed_answer_that_names_no_single_body_leaves_the_question_open(typed: str) -> None:
    cells = ["县民政局、张某"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "not-a-body", TYPED + typed))
    assert (told(bodies), one(doubts, "not-a-body").answer) == ("R 县民政局", None)


def test_a_role_and_an_open_list_stay_with_the_names_that_are_typed() -> None:
    cells = ["县民政局牵头，财政等部门配合"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "not-a-body", "typed:县财政局"))
    assert (told(bodies), one(doubts, "open-list").quote.text) == ("L 县民政局, S 县财政局", "县民政局牵头，财政等部门")


def test_a_short_name_that_is_listed_is_no_question() -> None:
    known = Known("云江县", (Department("县财政局", ("财政",)),))
    assert told(read(["财政"], known=known)[0]) == "R 县财政局"


def test_a_short_name_kept_beside_the_full_one_is_asked_about_once_more() -> None:
    cells = ["县财政局", "财政"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "not-a-body", "keep-as-body"))
    assert (told(bodies, 1), [choice.kind for choice in one(doubts, "same-body").choices]) == (
        "R 县财政局", ["one-body", "two-bodies"])


def test_prose_about_finances_is_not_the_body_that_a_short_name_means() -> None:
    bodies, _ = read(["财政"], known=Known("云江县", (Department("县财政局", ("财政",)),)))
    assert subject_of("财政预算公开及时", bodies) is None
    assert subject_of("县财政局公布预算", bodies) is not None


def test_a_document_of_short_names_is_a_plan_that_asks_about_each_word_once() -> None:
    made = drafted("财政、教育", "教育、民政", "民政、财政")
    asked = [doubt.quote.text for doubt in made.questions if doubt.kind == "not-a-body"]
    assert (parties(made), made.plan.departments, asked) == (["", "", ""], (), ["财政", "教育", "民政"])
    assert [doubt.row for doubt in made.questions if doubt.kind == "nobody-asked"] == [0, 1, 2]


def test_one_answer_about_a_word_holds_in_every_cell() -> None:
    cells = ["财政、教育", "教育、民政"]
    doubts = list(drafted(*cells).doubts)
    made = drafted(*cells, answers={**said(doubts, "not-a-body", "教育", "typed:县教育局"),
                                    **said(doubts, "not-a-body", "民政", "keep-as-body")})
    assert parties(made) == ["责任 县教育局", "责任 县教育局、县民政"]
    assert "nobody-asked" not in {doubt.kind for doubt in made.questions}


def test_a_document_whose_words_all_mean_nobody_stays_a_plan_and_asks_row_by_row() -> None:
    doubts = list(drafted("待定", "待定").doubts)
    made = drafted("待定", "待定", answers=said(doubts, "not-a-body", "待定", "leave-out"))
    assert [doubt.row for doubt in made.questions if doubt.kind == "nobody-asked"] == [0, 1]


@pytest.mark.parametrize("cells", [("——", "/"), ("", ""), ("无", "根据工作需要另行确定")])
def test_a_document_in_which_nobody_stands_at_all_is_refused(cells: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        drafted(*cells)
    assert refused.value.key == "intake-nobody-named"


def test_a_plan_file_may_name_nobody_yet() -> None:
    asked = Question("not-a-body-1", "R01", "表 1 第 2 行第 3 格", "待定", "这是哪个单位？", ("不列入",), "不列入")
    plan = replace(drafted("待定").plan, questions=(asked,))
    assert read_plan(write_plan(plan), "plan.toml") == plan
