"""A document that names another district: the chat asks whose it is, and nothing but a yes puts it in force."""

from dataclasses import replace

import pytest

from handlers.activating import check_ours
from locales.catalogue import texts
from obligations.errors import Refusal
from obligations.intake.terms import OTHER_DISTRICT
from obligations.plan import PlanStatus
from storage.plans import Kept
from tests.cast import OFFICE, Cast
from tests.papers import TITLE, confirm, newest, paper, sent, shown

SAY = texts("zh-CN")
STRANGE = TITLE.replace("贵池区", "云江县")
OURS, NOT_OURS = SAY("choice-is-ours", value=""), SAY("choice-not-ours", value="")


@pytest.fixture
def strange(cast: Cast) -> Kept:
    """The draft of a document that names another district."""
    return sent(cast, paper(title=STRANGE))


def said(cast: Cast, button: str) -> str:
    """What a button of the office's brings."""
    (reply,) = cast.press(OFFICE, button)
    return reply.text


def answer(cast: Cast, kept: Kept, words: str) -> None:
    """Answer the question whose document it is."""
    one = next(one for one in shown(kept).questions if one.key.startswith(OTHER_DISTRICT))
    cast.press(OFFICE, f"plan-say:{kept.id}:{one.key}:{one.choices.index(words)}")


def test_neither_the_first_button_nor_the_second_puts_it_in_force(cast: Cast, strange: Kept) -> None:
    refusal = SAY("activate-other-district", title=STRANGE)
    assert said(cast, f"plan-go:{strange.id}") == refusal
    assert said(cast, f"plan-yes:{strange.id}") == refusal
    assert newest(cast).status is PlanStatus.DRAFT


def test_the_answer_that_it_is_not_ours_keeps_it_out(cast: Cast, strange: Kept) -> None:
    answer(cast, strange, NOT_OURS)
    assert said(cast, f"plan-yes:{strange.id}") == SAY("activate-other-district", title=STRANGE)


def test_the_answer_that_it_is_ours_lets_it_in(cast: Cast, strange: Kept) -> None:
    answer(cast, strange, OURS)
    assert "已启用" in confirm(cast, strange).text
    assert newest(cast).status is PlanStatus.ACTIVE


def test_a_second_version_of_it_need_not_be_asked_again(cast: Cast, strange: Kept) -> None:
    answer(cast, strange, OURS)
    again = sent(cast, paper(title=STRANGE, day="2018年7月2日"))
    assert again.id != strange.id and "已启用" in confirm(cast, again).text


def test_a_plan_that_was_written_by_hand_says_itself_whose_it_is(strange: Kept) -> None:
    with pytest.raises(Refusal):
        check_ours(strange)
    check_ours(replace(strange, document=None))
