"""Questions one at a time: buttons, numbers and typed names lead from each to the next; one may stop and go on."""

from datetime import timedelta

import pytest

from handlers.morning import MorningDesk
from handlers.request import Reply
from locales.catalogue import texts
from obligations.plan import PlanStatus
from storage import audit
from storage.plans import Kept
from tests.cast import COLLEAGUE, OFFICE, ZONE, Cast, Part
from tests.papers import (
    BUDGET,
    GLUED,
    ROWS,
    WATER,
    confirm,
    data,
    every,
    in_force,
    labels,
    newest,
    paper,
    press,
    sent,
    shown,
)

SAY = texts("zh-CN")
MORE = ("6", "住房公开", "公布保障房名单。", "区教体局区环保局", "2018年10月31日前")


@pytest.fixture
def draft(cast: Cast) -> Kept:
    """A draft with three questions: no-separator, no-separator, open-list."""
    kept = sent(cast, paper([*ROWS, MORE]))
    assert [one.key.rsplit("-", 1)[0] for one in shown(kept).questions] == ["no-separator", "no-separator", "open-list"]
    return kept


def ask(cast: Cast, kept: Kept, person: Part = OFFICE) -> Reply:
    """The question at which somebody is."""
    (reply,) = cast.press(person, f"plan-ask:{kept.id}")
    return reply


def given(cast: Cast) -> list[str]:
    """The answers in the newest plan, question by question."""
    return [one.answer for one in shown(newest(cast)).questions]


def open_in_digest(cast: Cast) -> str:
    """What the office's morning says about questions."""
    desk = MorningDesk(cast.calendar, ZONE)
    cast.now += timedelta(days=150)
    with cast.database.read() as session:
        (page,) = desk.office(session, cast.member(OFFICE), cast.today, cast.now)
    cast.now -= timedelta(days=150)
    return next((line for line in page.text.split("\n") if "问题" in line), "")


def test_question_shows_its_words_its_place_and_each_answer_with_the_default_marked(cast: Cast, draft: Kept) -> None:
    reply = ask(cast, draft)
    assert reply.edit and reply.text.split("\n") == [
        "第 1 问，共 3 问，还有 3 问没有答", "R30 · 第 11 行", "原文：“区财政局区环保局”", "",
        "两个单位名之间没有顿号，请确认是几个单位。", "", "1. 几个单位：区财政局、区环保局（系统默认）",
        "2. 一个单位：区财政局区环保局"]
    assert labels(reply) == [
        "1. 几个单位：区财政局、区环保局", "2. 一个单位：区财政局区环保局", "先按默认，下一问", "以后再答"]


def test_each_answer_turns_the_same_message_into_the_next_question(cast: Cast, draft: Kept) -> None:
    second = press(cast, ask(cast, draft), "1. ")
    assert second.edit and second.text.startswith(
        "记下了：几个单位：区财政局、区环保局\n\n第 2 问，共 3 问，还有 2 问没有答")
    third = press(cast, second, "1. ")
    last = press(cast, third, "1. ")
    assert last.text.endswith(SAY("questions-done")) and labels(last) == ["看变化", "看提示", "核对表", "启用"]
    assert given(cast) == ["几个单位：区财政局、区环保局", "几个单位：区教体局、区环保局", "只算写出来的单位"]


def test_answer_is_carried_out_in_the_draft_and_what_it_makes_doubtful_is_asked(cast: Cast, draft: Kept) -> None:
    press(cast, ask(cast, draft), "2. ")
    assert newest(cast).plan.tasks[4].deliverables[0].departments == ("区财政局区环保局",)
    assert any("区财政局区环保局" in one.ask for one in shown(newest(cast)).open_questions)


def test_skipping_leaves_the_default_and_ends_with_what_is_left(cast: Cast, draft: Kept) -> None:
    reply = ask(cast, draft)
    for _ in range(3):
        reply = press(cast, reply, "先按默认")
    assert reply.text == SAY("questions-skipped", count=3) and given(cast) == ["", "", ""]
    assert press(cast, reply, "回答问题").text.startswith("第 1 问")


@pytest.mark.parametrize("resume", ["button", "问题", "/questions", "／问题"])
def test_one_goes_on_where_one_stopped(cast: Cast, draft: Kept, resume: str) -> None:
    stopped = press(cast, press(cast, ask(cast, draft), "先按默认"), "以后再答")
    assert stopped.edit and stopped.text == SAY("question-stopped", count=3)
    again = press(cast, stopped, "回答问题") if resume == "button" else cast.say(OFFICE, resume)[0]
    assert again.text.startswith("第 2 问，共 3 问")


def test_after_stopping_a_number_is_no_answer(cast: Cast, draft: Kept) -> None:
    press(cast, ask(cast, draft), "以后再答")
    assert "没看懂" in cast.answer(OFFICE, "1") and given(cast) == ["", "", ""]


def test_answers_and_the_place_survive_a_restart(cast: Cast, draft: Kept) -> None:
    press(cast, ask(cast, draft), "2. ")
    cast.database.close()
    assert given(cast)[0] == "一个单位：区财政局区环保局"
    assert cast.say(OFFICE, "问题")[0].text.startswith("第 2 问")


@pytest.mark.parametrize("words", ["2", "２", " 2。", "2.", "一个单位：区财政局区环保局", "一个单位:区财政局区环保局"])
def test_number_or_the_words_of_a_choice_may_be_typed(cast: Cast, draft: Kept, words: str) -> None:
    ask(cast, draft)
    (reply,) = cast.say(OFFICE, words)
    assert not reply.edit and reply.text.startswith("记下了：一个单位") and "第 2 问" in reply.text
    assert given(cast)[0] == "一个单位：区财政局区环保局"


@pytest.mark.parametrize("words", ["3", "0", "99999", "١", "²", "两个", "区财政局，2", "-1", "1 2"])
def test_wrong_words_keep_the_question_and_say_what_to_do(cast: Cast, draft: Kept, words: str) -> None:
    ask(cast, draft)
    said = cast.answer(OFFICE, words)
    if words == "²":      # NFKC makes it a plain 2
        assert said.startswith("记下了")
        return
    assert given(cast) == ["", "", ""]
    assert "编号" in said or "区财政局 ·" in said
    assert cast.answer(OFFICE, "1").startswith("记下了")


def test_names_may_be_typed_where_they_are_asked_for(cast: Cast, draft: Kept) -> None:
    cast.press(OFFICE, f"plan-next:{draft.id}:2")
    assert cast.answer(OFFICE, "区财政局、区政府办公室").startswith("记下了：区财政局、区政府办公室")
    water = newest(cast).plan.tasks[3].deliverables[0]
    assert set(water.departments) == {"区环保局", "区教体局", "区财政局", "区政府办公室"}
    assert given(cast)[2] == "区财政局、区政府办公室"


@pytest.mark.parametrize("words", ["区火星办", "区财政局、区火星办", "谢谢你", "x" * 3000, "'; DROP TABLE plan; --"])
def test_unknown_name_is_not_noted(cast: Cast, draft: Kept, words: str) -> None:
    cast.press(OFFICE, f"plan-next:{draft.id}:2")
    said = cast.answer(OFFICE, words)
    assert said.startswith("没有认出") and "没有记下" in said and len(said) < 300
    assert given(cast) == ["", "", ""]
    assert cast.answer(OFFICE, "区财政局").startswith("记下了：区财政局")


@pytest.mark.parametrize("words", ["2018-06-15", "2018年6月15日", "2018.6.15", "２０１８－０６－１５"])
def test_date_may_be_typed_where_a_day_is_asked_for(cast: Cast, words: str) -> None:
    kept = sent(cast, paper([BUDGET], day=""))
    ask(cast, kept)
    assert cast.answer(OFFICE, words).startswith("记下了")
    assert newest(cast).plan.in_force.isoformat() == "2018-06-15"


@pytest.mark.parametrize("words", ["2018-02-30", "明天", "2081-06-01", "6月15日", "2018-6"])
def test_day_that_is_none_or_far_off_is_not_noted(cast: Cast, words: str) -> None:
    kept = sent(cast, paper([BUDGET], day=""))
    ask(cast, kept)
    assert cast.answer(OFFICE, words).startswith("没有认出")
    assert newest(cast).plan == kept.plan


def test_never_mind_ends_the_questions(cast: Cast, draft: Kept) -> None:
    ask(cast, draft)
    assert "不用答了" in cast.answer(OFFICE, "算了")
    assert "没看懂这句话，没有办理" in cast.answer(OFFICE, "1")


def test_two_of_the_office_answer_the_same_question_and_the_second_hears_of_the_first(cast: Cast, draft: Kept) -> None:
    mine, yours = ask(cast, draft), ask(cast, draft, COLLEAGUE)
    press(cast, mine, "1. ")
    other = press(cast, yours, "2. ", COLLEAGUE)
    assert "记下了：一个单位：区财政局区环保局（原来答的是：几个单位：区财政局、区环保局）" in other.text
    assert given(cast)[0] == "一个单位：区财政局区环保局"


def test_same_answer_again_writes_nothing(cast: Cast, draft: Kept) -> None:
    first = ask(cast, draft)
    press(cast, first, "2. ")
    with cast.database.read() as session:
        lines = audit.verify(session).lines
    press(cast, first, "2. ")
    with cast.database.read() as session:
        assert audit.verify(session).lines == lines


def test_answer_about_the_plan_in_force_goes_into_a_draft_and_leaves_it_untouched(cast: Cast) -> None:
    active = in_force(cast, paper())
    reply = press(cast, ask(cast, active), "1. ")
    assert "正在执行的不动，改在草稿 2018-2 里" in reply.text
    before, after = every(cast)[-2:]
    assert before == active and (after.status, after.key) == (PlanStatus.DRAFT, "2018-2")
    assert [one.answer for one in shown(after).questions] == ["几个单位：区财政局、区环保局", ""]


def test_second_answer_from_an_old_message_goes_into_the_same_draft(cast: Cast) -> None:
    active = in_force(cast, paper())
    old, older = ask(cast, active), ask(cast, active, COLLEAGUE)
    press(cast, old, "1. ")
    cast.press(COLLEAGUE, data(older, "先按默认"))
    cast.say(COLLEAGUE, "1")
    assert [kept.key for kept in every(cast)] == ["guichi-2018", "2018-1", "2018-2"]
    assert given(cast) == ["几个单位：区财政局、区环保局", "只算写出来的单位"]


def test_answer_in_force_already_makes_no_draft(cast: Cast) -> None:
    kept = sent(cast, paper())
    first = ask(cast, kept)
    press(cast, first, "1. ")
    confirm(cast, kept)
    press(cast, first, "1. ")
    assert [one.key for one in every(cast)] == ["guichi-2018", "2018-1"]


def test_what_is_answered_in_a_draft_no_longer_counts_in_the_morning(cast: Cast) -> None:
    active = in_force(cast, paper())
    assert "2 个" in open_in_digest(cast)
    second = press(cast, ask(cast, active), "1. ")
    assert "1 个" in open_in_digest(cast)
    press(cast, second, "1. ")
    assert open_in_digest(cast) == ""


def test_new_document_takes_over_the_questions_of_the_draft_before_it(cast: Cast, draft: Kept) -> None:
    old = ask(cast, draft)
    sent(cast, paper([WATER, GLUED]))
    reply = press(cast, old, "1. ")
    assert "改在草稿 2018-2 里" in reply.text
    assert [one.answer for one in shown(every(cast)[1]).questions] == ["", "", ""]
    sent(cast, paper([BUDGET]))
    assert press(cast, old, "1. ").text == SAY("question-gone")
