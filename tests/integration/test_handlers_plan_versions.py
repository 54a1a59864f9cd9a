"""What the office is shown before it decides on a version: that a newer one is there, and what is remarked on."""

import pytest

from locales.catalogue import texts
from obligations.plan import PlanStatus
from storage import audit
from storage.plans import Kept
from tests.cast import LINK, OFFICE, TREASURY, Cast
from tests.papers import (
    BUDGET,
    GLUED,
    MEETINGS,
    SCHOOLS,
    WATER,
    but,
    confirm,
    data,
    every,
    in_force,
    labels,
    newest,
    paper,
    sent,
    shown,
)

SAY = texts("zh-CN")
LATER = but(BUDGET, when="2018年8月31日前")
CHECK = "注意：还有更新的草稿 2018-2；要用它，请启用 2018-2。"
NOBODY = ("6", "政策解读", "公布解读材料。", "区政府有关部门", "2018年10月31日前")


@pytest.fixture
def two(cast: Cast) -> tuple[Kept, Kept]:
    """Two drafts of the same year, the older first."""
    return sent(cast, paper()), sent(cast, paper([LATER, SCHOOLS]))


def in_force_now(cast: Cast) -> list[str]:
    """The codes of the plans that came out of documents and are in force."""
    return [kept.key for kept in every(cast) if kept.document and kept.status is PlanStatus.ACTIVE]


def test_older_draft_names_the_newer_one_before_it_is_confirmed(cast: Cast, two: tuple[Kept, Kept]) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{two[0].id}")
    assert asked.text.split("\n")[2] == CHECK and labels(asked) == ["确认启用", "先不启用"]
    (done,) = cast.press(OFFICE, data(asked, "确认启用"))
    assert "已启用" in done.text and in_force_now(cast) == ["2018-1"]


def test_newest_draft_has_nothing_to_name(cast: Cast, two: tuple[Kept, Kept]) -> None:
    (asked,) = cast.press(OFFICE, f"plan-go:{two[1].id}")
    assert "注意" not in asked.text and labels(asked) == ["确认启用", "先不启用"]


def test_draft_that_arrives_between_look_and_confirmation_is_named_first(cast: Cast) -> None:
    older = sent(cast, paper())
    (asked,) = cast.press(OFFICE, f"plan-go:{older.id}")
    sent(cast, paper([LATER, SCHOOLS]))
    (again,) = cast.press(OFFICE, data(asked, "确认启用"))
    assert CHECK in again.text and in_force_now(cast) == []
    cast.press(OFFICE, data(again, "确认启用"))
    assert in_force_now(cast) == ["2018-1"]


def test_older_draft_under_a_newer_plan_in_force_is_called_a_way_back(cast: Cast, two: tuple[Kept, Kept]) -> None:
    confirm(cast, two[1])
    (asked,) = cast.press(OFFICE, f"plan-go:{two[0].id}")
    assert "注意：正在执行的 2018-2 比 2018-1 新，启用 2018-1 是换回旧的。" in asked.text


def test_draft_of_another_year_is_not_a_newer_version(cast: Cast) -> None:
    older = sent(cast, paper())
    sent(cast, paper().replace("2018年".encode(), "2019年".encode()))
    (asked,) = cast.press(OFFICE, f"plan-go:{older.id}")
    assert "注意" not in asked.text


def test_remarks_are_shown_with_place_and_words_in_the_order_of_the_rows(cast: Cast) -> None:
    twice = [but(BUDGET), SCHOOLS, ("2", *MEETINGS[1:]), WATER, ("2", *GLUED[1:])]
    kept = sent(cast, paper(twice, title="贵池区2018年政务公开重点任务清单（征求意见稿）"))
    (shown,) = cast.press(OFFICE, f"plan-note:{kept.id}")
    lines = shown.text.split("\n")
    assert lines[0] == f"提示 {len(lines[2:]) // 2} 处，不用答，请看一看：" and not lines[1]
    assert lines[2].startswith("全文：文件上写着“征求意见稿”") and lines[3].startswith("    原文：“贵池区2018年")
    assert any(line.startswith("R28 · 第 9 行：序号“2”用了两次") for line in lines)
    assert labels(shown)[-1] == "启用"


def test_document_without_remarks_says_so(cast: Cast) -> None:
    kept = sent(cast, paper())
    assert cast.press(OFFICE, f"plan-note:{kept.id}")[0].text == SAY("remarks-none")


def test_remarks_are_for_the_office_only(cast: Cast) -> None:
    kept = sent(cast, paper([BUDGET, ("1", *SCHOOLS[1:])]))
    assert "序号" not in cast.press(TREASURY, f"plan-note:{kept.id}")[0].text


def test_more_remarks_than_a_message_holds_are_counted(cast: Cast) -> None:
    rows = [(str(n // 2), f"第{n}项", f"公布第{n}项目录。", *BUDGET[3:]) for n in range(2, 200)]
    kept = sent(cast, paper(rows))
    (shown,) = cast.press(OFFICE, f"plan-note:{kept.id}")
    assert len(shown.text) <= 4000 and shown.text.split("\n")[-1].endswith("处，见核对表。")


def test_question_left_for_later_is_said_to_stay_and_does(cast: Cast) -> None:
    kept = sent(cast, paper([BUDGET, NOBODY]))
    one = next(one for one in shown(kept).questions if one.key.startswith("nobody-asked"))
    (reply,) = cast.press(OFFICE, f"plan-say:{kept.id}:{one.key}:0")
    assert reply.text.startswith(f"这一问先留着：{one.choices[0]}\n") and "记下了" not in reply.text
    assert one.key in [left.key for left in shown(newest(cast)).open_questions]


def test_office_that_is_not_understood_hears_what_the_office_may_say(cast: Cast) -> None:
    assert cast.answer(OFFICE, "今天天气不错") == SAY("not-understood-office")
    assert cast.answer(TREASURY, "今天天气不错") == SAY("not-understood")


def test_milestone_is_called_by_its_step_wherever_a_liaison_meets_it(cast: Cast) -> None:
    steps = ("7", "招生公开", "8月15日前公布招生方案，9月10日前公布录取结果", "区财政局", "9月底前")
    in_force(cast, paper([steps]))
    found = [item for item in map(cast.item, (18, 19))]
    assert [item.step for item in found] == ["公布招生方案", "公布录取结果"]
    assert "#18 公布招生方案\n" in cast.answer(TREASURY, "状态")
    assert cast.answer(TREASURY, f"已公开 #19 {LINK}").startswith("已销号 1 件\n#19 公布录取结果\n")
    with cast.database.read() as session:
        assert audit.verify(session)
