"""A new version goes on from the one before it: its keys, its answers; a review workbook goes on from its own draft."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from handlers.drafting import answer, in_words, take_in
from handlers.reviewing import MAKERS, review
from handlers.understanding import AtOnce
from locales.catalogue import Texts, texts
from obligations.errors import Refusal
from obligations.intake.terms import Wanted
from obligations.plan import ByDate
from storage.documents import Stored
from storage.plans import Kept
from storage.tables import District
from tests.cast import OFFICE, Cast
from tests.papers import (
    BUDGET,
    GLUED,
    ROWS,
    SCHOOLS,
    WATER,
    but,
    confirm,
    every,
    in_force,
    newest,
    paper,
    put,
    saved,
    send,
    sent,
    shown,
    workbook,
)

NEW_WATER = but(WATER, asks="公布饮用水水质和供水厂名单。")


def keys(kept: Kept) -> dict[str, str]:
    """The key of each row by its number on paper."""
    return {task.printed: task.key for task in kept.plan.tasks}


def answers(kept: Kept) -> dict[str, str]:
    """The answered questions by their kinds."""
    return {one.key.rsplit("-", 1)[0]: one.answer for one in shown(kept).questions if one.answer}


def say(cast: Cast, kept: Kept, kind: str, words: str) -> Kept:
    """The draft after one of the office chose an answer."""
    one = next(one for one in shown(kept).questions if one.key.startswith(kind))
    number = [words in choice for choice in one.choices].index(True)
    cast.press(OFFICE, f"plan-say:{kept.id}:{one.key}:{number}")
    return newest(cast)


def test_rows_that_stayed_keep_their_keys_wherever_they_stand(cast: Cast) -> None:
    first = in_force(cast, paper())
    second = sent(cast, paper([GLUED, WATER, but(BUDGET, when="2018年8月31日前"), ("9", "新事项", "公布扶贫资金去向。",
                                                                               "区财政局", "2018年12月1日前")]))
    assert {n: keys(second)[n] for n in "145"} == {n: keys(first)[n] for n in "145"}
    assert keys(second)["9"] not in keys(first).values()


def test_row_that_changed_much_is_asked_about_and_the_answer_gives_it_its_key_back(cast: Cast) -> None:
    first = in_force(cast, paper())
    second = sent(cast, paper([BUDGET, NEW_WATER]))
    assert keys(second)["4"] not in keys(first).values(), "as long as nobody says so it is a new one"
    third = say(cast, second, "same-task", "是同一件")
    assert keys(third)["4"] == keys(first)["4"]


def test_answer_holds_for_every_version_that_still_has_the_words(cast: Cast) -> None:
    first = say(cast, sent(cast, paper()), "no-separator", "一个单位")
    assert answers(first) == {"no-separator": "一个单位：区财政局区环保局"}
    second = sent(cast, paper([BUDGET, WATER, GLUED]))
    assert answers(second) == answers(first)
    third = sent(cast, paper([BUDGET, but(GLUED, who="区财政局、区环保局")]))
    assert answers(third) == {}


def test_version_before_it_is_in_force_and_its_unfinished_draft_both_lend_their_answers(cast: Cast) -> None:
    say(cast, sent(cast, paper()), "open-list", "只算写出来的")
    confirm(cast, newest(cast))
    draft = say(cast, newest(cast), "no-separator", "几个单位")
    assert draft.status.value == "draft"
    third = sent(cast, paper([BUDGET, WATER, GLUED, SCHOOLS]))
    assert set(answers(third)) == {"no-separator", "open-list"}


def test_day_of_the_version_before_is_kept_where_the_document_names_none(cast: Cast) -> None:
    first = in_force(cast, paper())
    second = sent(cast, paper([BUDGET, GLUED], day=""))
    assert second.plan.in_force == first.plan.in_force != cast.today
    assert "2018-07-30" in next(one for one in shown(second).questions if one.key.startswith("in-force")).choices


def test_workbook_comes_back_with_its_answers_and_edits_under_the_same_keys(cast: Cast) -> None:
    first = sent(cast, paper())
    book = workbook(cast, first)
    put(book, "问题", "没有顿号", "答复", "一个单位：区财政局区环保局")
    put(book, "任务", "R26.1", "时限", "2018-08-15 前")
    second = sent(cast, saved(book), "核对表-2018-1.xlsx")
    assert second.id != first.id and keys(second) == keys(first)
    assert answers(second) == {"no-separator": "一个单位：区财政局区环保局"}
    assert second.plan.tasks[0].deliverables[0].rule == ByDate((date(2018, 8, 15),))
    assert second.before == first.before


def test_workbook_that_nobody_touched_changes_nothing(cast: Cast) -> None:
    first = sent(cast, paper())
    (words,) = send(cast, saved(workbook(cast, first)), "核对表.xlsx")
    assert words.text.startswith("和已经收到的一样") and newest(cast) == first


def test_answers_given_in_the_chat_meanwhile_survive_the_workbook(cast: Cast) -> None:
    first = sent(cast, paper())
    book = workbook(cast, first)
    say(cast, first, "no-separator", "一个单位")
    put(book, "任务", "R26.1", "时限", "2018-08-15 前")
    assert "no-separator" in answers(sent(cast, saved(book), "核对表.xlsx"))


def test_same_task_told_in_the_workbook_gives_the_row_its_key_back(cast: Cast) -> None:
    first = in_force(cast, paper())
    second = sent(cast, paper([BUDGET, NEW_WATER]))
    book = workbook(cast, second)
    asked = next(one for one in shown(second).questions if one.key.startswith("same-task"))
    put(book, "问题", asked.ask, "答复", asked.choices[1])
    third = sent(cast, saved(book), "核对表.xlsx")
    assert keys(third)["4"] == keys(first)["4"]


def test_answer_in_the_chat_keeps_what_was_edited_in_the_workbook(cast: Cast) -> None:
    book = workbook(cast, sent(cast, paper()))
    put(book, "任务", "R27.1", "派给", "区财政局")
    second = sent(cast, saved(book), "核对表.xlsx")
    third = say(cast, second, "no-separator", "一个单位")
    assert third.plan.tasks[1].deliverables[0].departments == ("区财政局",)
    assert third.id == second.id


def test_workbook_of_another_district_is_refused_and_makes_no_district(cast: Cast) -> None:
    with cast.database.write() as session:
        session.add(District(name="云江县"))
        other = take_in(session, AtOnce(), Stored("a.md", paper(title="云江县2018年任务清单")),
                        Wanted(cast.today, "云江县"), cast.now, "test").kept
    content = saved(workbook(cast, other))
    (refusal,) = send(cast, content, "核对表.xlsx")
    assert "云江县" in refusal.text and "没有收" in refusal.text
    assert newest(cast).id == other.id


def test_workbook_whose_draft_is_not_here_is_read_on_its_own(cast: Cast) -> None:
    content = saved(workbook(cast, sent(cast, paper())))
    with cast.database.write() as session:
        session.execute(text("DELETE FROM plan WHERE id > 1"))
    again = sent(cast, content, "核对表.xlsx")
    assert [task.printed for task in again.plan.tasks] == [row[0] for row in ROWS]


def test_what_is_kept_of_a_question_has_no_words_of_ours(cast: Cast) -> None:
    kept = sent(cast, paper())
    assert "[[questions]]" not in kept.content
    for locale in ("zh-CN", "en"):
        for one in in_words(texts(locale), kept).questions:
            assert one.ask not in kept.content + kept.doubts
            assert not [choice for choice in one.choices if choice in kept.content + kept.doubts
                        and choice not in paper().decode()]


def test_whoever_asks_reads_questions_in_their_own_language(cast: Cast) -> None:
    kept = sent(cast, paper())
    chinese, english = (in_words(texts(locale), kept).questions for locale in ("zh-CN", "en"))
    assert [one.key for one in chinese] == [one.key for one in english]
    assert all(one.ask != other.ask for one, other in zip(chinese, english, strict=True))
    with cast.database.write() as session:
        answer(session, AtOnce(), texts("en"), kept, english[0].key, english[0].choices[-1], cast.now, "test")
    now = shown(newest(cast)).questions[0]
    assert now.answer == chinese[0].choices[-1]


def test_a_release_with_other_words_still_takes_every_answer(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of choices and doubts are rendered last: none of them is how a question or an answer is found."""
    kept = sent(cast, paper())
    open_before = kept.questions_left
    plain = Texts.__call__

    def reworded(self: Texts, key: str, **values: object) -> str:
        words = plain(self, key, **values)
        return f"新：{words}" if key.startswith(("choice-", "doubt-")) else words

    with monkeypatch.context() as patch:
        patch.setattr(Texts, "__call__", reworded)
        for one in shown(kept).questions:
            if one.key in {left.key for left in shown(newest(cast)).open_questions}:
                (reply,) = cast.press(OFFICE, f"plan-say:{newest(cast).id}:{one.key}:0")
                assert "记下了：新：" in reply.text
        assert newest(cast).questions_left < open_before
    assert newest(cast).answers


def test_the_workbook_is_in_the_language_of_whoever_asked_for_it(cast: Cast) -> None:
    kept = sent(cast, paper())
    with cast.database.read() as session:
        sheets = [load_workbook(BytesIO(MAKERS["review"](session, f"{kept.id}:{locale}", cast.now))).sheetnames
                  for locale in ("zh-CN", "en")]
    assert sheets[0] != sheets[1]


def test_plan_written_by_hand_has_no_workbook(cast: Cast) -> None:
    with cast.database.read() as session, pytest.raises(Refusal, match="plan-by-hand"):
        review(session, "1", cast.now)
    with cast.database.read() as session, pytest.raises(Refusal, match="plan-gone"):
        review(session, "99", cast.now)
    assert [plan.id for plan in every(cast)] == [1]
