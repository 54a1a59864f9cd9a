"""A plan comes into force as it was shown: what changed between the look and the confirmation is shown again first."""

import pytest

from locales.catalogue import texts
from obligations.plan import PlanStatus
from storage.plans import Kept
from tests.cast import COLLEAGUE, OFFICE, Cast
from tests.papers import BUDGET, SCHOOLS, confirm, data, every, in_force, newest, paper, press, sent, shown

SAY = texts("zh-CN")
CHANGED = SAY("activate-changed")
WHEN = ("6", "扶贫公开", "及时公布扶贫资金分配结果。", "区财政局", "全年")


@pytest.fixture
def draft(cast: Cast) -> Kept:
    """A draft that asks something."""
    kept = sent(cast, paper([BUDGET, WHEN]))
    assert shown(kept).open_questions
    return kept


def answer(cast: Cast, kept: Kept, choice: int) -> None:
    """The colleague answers the first question."""
    (reply,) = cast.press(COLLEAGUE, f"plan-say:{kept.id}:{shown(kept).questions[0].key}:{choice}")
    assert reply.text.startswith("记下了")


def active(cast: Cast) -> list[str]:
    """The codes of the plans in force."""
    return [kept.key for kept in every(cast) if kept.status is PlanStatus.ACTIVE]


def test_answer_between_look_and_confirmation_is_shown_before_it_comes_into_force(cast: Cast, draft: Kept) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    answer(cast, draft, 3)
    again = press(cast, asked, "确认启用")
    (fresh,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    assert again.text == f"{CHANGED}\n{fresh.text}" and again.buttons == fresh.buttons
    assert newest(cast).status is PlanStatus.DRAFT
    assert "已启用" in press(cast, again, "确认启用").text and newest(cast).status is PlanStatus.ACTIVE


def test_old_button_stays_old_however_often_it_is_pressed(cast: Cast, draft: Kept) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    answer(cast, draft, 1)
    assert [press(cast, asked, "确认启用").text.split("\n")[0] for _ in range(3)] == [CHANGED] * 3
    assert newest(cast).status is PlanStatus.DRAFT


def test_answer_taken_back_leaves_what_was_shown(cast: Cast, draft: Kept) -> None:
    answer(cast, draft, 1)
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    answer(cast, draft, 2)
    answer(cast, draft, 1)
    assert "已启用" in press(cast, asked, "确认启用").text


def test_same_answer_once_more_changes_nothing_that_was_shown(cast: Cast, draft: Kept) -> None:
    answer(cast, draft, 1)
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    answer(cast, draft, 1)
    assert "已启用" in press(cast, asked, "确认启用").text


def test_other_plan_in_force_meanwhile_is_compared_with_first(cast: Cast) -> None:
    one, two = sent(cast, paper([BUDGET])), sent(cast, paper([BUDGET, SCHOOLS]))
    (asked,) = cast.press(COLLEAGUE, f"plan-go:{two.id}")
    confirm(cast, one)
    again = press(cast, asked, "确认启用", COLLEAGUE)
    assert again.text.startswith(CHANGED) and f"与现行的《{one.plan.title}》相比" in again.text
    assert active(cast) == [one.key]
    press(cast, again, "确认启用", COLLEAGUE)
    assert active(cast) == [two.key]


@pytest.mark.parametrize("seen", ["", ":", ":1", ":99999999", ":x:y", ":￼"])
def test_button_without_its_mark_asks_again(cast: Cast, draft: Kept, seen: str) -> None:
    (again,) = cast.press(OFFICE, f"plan-yes:{draft.id}{seen}")
    assert again.text.startswith(CHANGED) and newest(cast).status is PlanStatus.DRAFT


def test_button_of_the_largest_plan_there_can_be_fits_the_messenger(cast: Cast, draft: Kept) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    name, number, mark = data(asked, "确认启用").split(":")
    assert (name, int(number), len(mark)) == ("plan-yes", draft.id, 8)
    assert len(f"{name}:{10**9 - 1}:{mark}".encode()) <= 64


def test_confirm_button_pressed_twice_is_carried_out_once(cast: Cast, draft: Kept) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{draft.id}")
    assert "已启用" in press(cast, asked, "确认启用").text
    assert press(cast, asked, "确认启用").text == SAY("plan-not-a-draft", code=draft.key)


def test_reason_and_changes_together_fit_one_message(cast: Cast) -> None:
    in_force(cast, paper([BUDGET]))
    rows = [(str(n), f"第{n}项", f"公布第{n}项目录。", *BUDGET[3:]) for n in range(2, 300)]
    kept = sent(cast, paper([*rows, WHEN]))
    (again,) = cast.press(OFFICE, f"plan-yes:{kept.id}")
    assert again.text.startswith(CHANGED) and len(again.text) <= 4000
    assert again.text.split("\n")[-1].endswith("用命令 gongkai plan diff 看全部。")
