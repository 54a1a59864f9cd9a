"""Answers given in the workbook are those that the chat would have taken, and they decide the next draft."""

from obligations.intake.inquiry import TYPED
from tests.unit.intake.reviewing import back, carried_out, cell, drafted, opened, question_number

MADE = drafted()
BODIES = question_number(MADE, "merged-body")


def answered(number: str, words: str) -> dict[str, str]:
    book = opened(MADE)
    cell(book, "问题", number, "答复").value = words
    return dict(back(book).answers)


def test_a_choice_is_known_by_its_words() -> None:
    key = MADE.questions[int(BODIES) - 1].key
    assert answered(BODIES, "同一个单位") == {key: "one-body"}


def test_spaces_and_the_mark_of_the_default_do_not_matter() -> None:
    key = MADE.questions[int(BODIES) - 1].key
    assert answered(BODIES, " 同一个 单位\n") == {key: "one-body"}
    assert answered(BODIES, "两个单位(系统默认)") == {key: "two-bodies"}


def test_where_words_may_be_typed_they_are_kept_as_typed() -> None:
    number = question_number(MADE, "open-list")
    key = MADE.questions[int(number) - 1].key
    assert answered(number, " 县司法局、县水利局 ") == {key: f"{TYPED}县司法局、县水利局"}


def test_no_answer_is_no_answer() -> None:
    assert answered(BODIES, " \u3000") == {}


def test_an_answer_changes_the_draft_as_if_it_was_given_in_chat() -> None:
    book = opened(MADE)
    cell(book, "问题", BODIES, "答复").value = "同一个单位"
    review = back(book)
    plan = carried_out(review)
    assert plan == drafted(dict(review.answers)).plan
    assert [one.department for one in plan.tasks[3].assignments] == ["县水利局"]


def test_answers_given_before_stand_in_their_cells_and_can_be_taken_back() -> None:
    key = MADE.questions[int(BODIES) - 1].key
    book = opened(drafted({key: "one-body"}))
    answer = cell(book, "问题", BODIES, "答复")
    assert answer.value == "同一个单位"
    assert back(book).answers == {key: "one-body"}
    answer.value = None
    review = back(book)
    assert not review.answers and review.changed == {key}


def test_only_what_was_changed_in_the_workbook_goes_before_an_answer_given_since() -> None:
    key = MADE.questions[int(BODIES) - 1].key
    untouched = back(opened(drafted({key: "one-body"})))
    assert untouched.answers_after({key: "two-bodies", "other": "x"}) == {key: "two-bodies", "other": "x"}
    book = opened(drafted({key: "one-body"}))
    cell(book, "问题", BODIES, "答复").value = None
    assert back(book).answers_after({key: "one-body", "other": "x"}) == {"other": "x"}
    cell(book, "问题", BODIES, "答复").value = "两个单位"
    assert back(book).answers_after({key: "one-body"}) == {key: "two-bodies"}
    cell(book, "问题", BODIES, "答复").value = "同一个单位（系统默认）"
    assert back(book).answers_after({}) == {key: "one-body"}


def test_a_typed_day_of_coming_into_force_is_followed() -> None:
    book = opened(MADE)
    cell(book, "问题", question_number(MADE, "in-force"), "答复").value = "2024-05-01"
    assert str(carried_out(back(book)).in_force) == "2024-05-01"


def test_answers_and_edits_come_together() -> None:
    book = opened(MADE)
    cell(book, "问题", BODIES, "答复").value = "同一个单位"
    cell(book, "任务", "R01.1", "交付要求").value = "公布目录"
    plan = carried_out(back(book))
    assert plan.tasks[0].deliverables[0].title == "公布目录"
    assert [one.department for one in plan.tasks[3].assignments] == ["县水利局"]
