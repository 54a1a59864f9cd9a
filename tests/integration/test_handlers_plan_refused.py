"""What is refused about plans, each time in a sentence: who may not, what is gone, what was made up by hand."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.request import Place
from locales.catalogue import texts
from locales.messages import size
from obligations.plan import PlanStatus
from storage.tables import District, Plan
from tests.cast import DISTRICT, EDUCATION, OFFICE, STRANGER, TREASURY, Cast, Part, on_stage
from tests.papers import GLUED, ROWS, every, in_force, newest, paper, press, sent, shown

SAY = texts("zh-CN")
BUTTONS = ("plan-ask:2", "plan-say:2:KEY:0", "plan-next:2:0", "plan-stop:2", "plan-diff:2", "plan-go:2", "plan-yes:2",
           "plan-no:2", "plan-review:2")
GONE, NO_QUESTION = SAY("plan-gone"), SAY("question-gone")


def fingerprint(cast: Cast) -> list[tuple[int, str, str]]:
    """Every plan as it stands."""
    return [(kept.id, kept.status.value, kept.content) for kept in every(cast)]


@pytest.fixture
def key(cast: Cast) -> str:
    """The key of the first question of plan 2, which is there."""
    return shown(sent(cast, paper())).questions[0].key


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize(("person", "more", "sentence"), [
    (TREASURY, {}, "office-only"), (EDUCATION, {}, "office-only"), (STRANGER, {}, "not-enrolled"),
    (OFFICE, {"place": Place.GROUP}, "private-only"), (OFFICE, {"forwarded": True}, "forwarded")])
def test_nobody_else_nowhere_else_and_nothing_forwarded(cast: Cast, key: str, person: Part, more: dict[str, Any],
                                                        sentence: str, button: str) -> None:
    before = fingerprint(cast)
    (refusal,) = cast.say(person, button=button.replace("KEY", key), replied_to="1", **more)
    assert refusal.text == SAY(sentence) and refusal.buttons == ()
    assert fingerprint(cast) == before


@pytest.mark.parametrize("number", [
    "", "0", "99", "999999999", "9999999999999999999", "²", "٢", "２", "-2", "2.0", " 2", "2 ", "0x2", "二"])
@pytest.mark.parametrize("action", ["plan-ask", "plan-yes", "plan-review"])
def test_plan_that_is_not_there_is_gone_however_its_number_is_made_up(cast: Cast, key: str, action: str,
                                                                     number: str) -> None:
    before = fingerprint(cast)
    assert cast.press(OFFICE, f"{action}:{number}")[0].text == GONE
    assert fingerprint(cast) == before


@pytest.mark.parametrize("rest", [
    "", ":", "KEY", "KEY:", "KEY:9", "KEY:-1", "KEY:²", "KEY:٠", "KEY:0:0", "KEY:99999999999", "nothing:0", "KEY-2:0",
    "KEY:1e0", "KEY: 1"])
def test_answer_that_was_made_up_is_refused(cast: Cast, key: str, rest: str) -> None:
    before = fingerprint(cast)
    assert cast.press(OFFICE, f"plan-say:2:{rest.replace('KEY', key)}")[0].text == NO_QUESTION
    assert fingerprint(cast) == before


@pytest.mark.parametrize("place", ["", "x", "²", "-1", "99999", "9999999999999999"])
def test_place_that_was_made_up_leads_to_some_question_or_the_end(cast: Cast, key: str, place: str) -> None:
    assert cast.press(OFFICE, f"plan-next:2:{place}")[0].text.startswith(("第 1 问", "到底了"))


def test_plan_of_another_district_is_gone_for_this_one(cast: Cast, key: str) -> None:
    with cast.database.write() as session:
        other = District(name="云江县")
        session.add(other)
        session.flush()
        session.get_one(Plan, 2).district_id = other.id or 0
    for button in BUTTONS:
        assert cast.press(OFFICE, button.replace("KEY", key))[0].text == GONE
    assert newest(cast).status is PlanStatus.DRAFT and newest(cast).district_id != DISTRICT


def test_stale_buttons_of_a_plan_that_was_replaced_are_refused(cast: Cast) -> None:
    old = in_force(cast, paper())
    (question,) = cast.press(OFFICE, f"plan-ask:{old.id}")
    in_force(cast, paper([GLUED]))
    before = fingerprint(cast)
    for label in ("1. ", "先按默认"):
        assert press(cast, question, label).text == SAY("plan-not-a-draft", code="2018-1")
    for action in ("plan-ask", "plan-go", "plan-yes"):
        assert cast.press(OFFICE, f"{action}:{old.id}")[0].text == SAY("plan-not-a-draft", code="2018-1")
    assert fingerprint(cast) == before


def test_what_was_replaced_can_still_be_looked_at(cast: Cast) -> None:
    old = in_force(cast, paper())
    in_force(cast, paper([GLUED]))
    (changes,), (workbook,) = (cast.press(OFFICE, f"{action}:{old.id}") for action in ("plan-diff", "plan-review"))
    assert "新增 4 项" in changes.text and workbook.file is not None


def test_plan_in_force_is_not_confirmed_again(cast: Cast) -> None:
    kept = in_force(cast, paper())
    assert cast.press(OFFICE, f"plan-go:{kept.id}")[0].text == SAY("plan-not-a-draft", code="2018-1")


def test_answers_about_a_plan_written_by_hand_are_only_noted_and_the_words_say_so(cast: Cast) -> None:
    asked = ('\n[[questions]]\nkey = "Q1"\ntask = "R01"\nplace = "第 1 行"\nquote = "等"\nask = "还有谁？"\n'
             'choices = ["没有了", "还有"]\ndefault = "没有了"\n')
    with cast.database.write() as session:
        session.get_one(Plan, 1).content += asked
    (question,) = cast.press(OFFICE, "plan-ask:1")
    reply = press(cast, question, "2. ")
    assert "答复只作记录，日期和部门要改请改文件再导入" in reply.text and "草稿 2018-1" in reply.text
    hand, revision = every(cast)
    assert [one.answer for one in shown(hand).questions] == [""]
    assert [one.answer for one in shown(revision).questions] == ["还有"]
    assert revision.plan.tasks == hand.plan.tasks
    assert cast.answer(OFFICE, "还有吗").startswith("没看懂"), "nothing is asked any more"


def test_stray_words_while_a_question_waits_are_answered_with_how_to_answer(cast: Cast, key: str) -> None:
    cast.press(OFFICE, "plan-ask:2")
    assert cast.answer(OFFICE, "这个怎么填") == SAY("question-waiting")
    assert cast.answer(OFFICE, "状态").startswith("池州市贵池区"), "a command is never an answer"


def test_longest_questions_fit_one_message_and_their_buttons_the_messenger(cast: Cast) -> None:
    many = "、".join(f"区{first}{second}局" for first in "水林农商文卫交建审统" for second in "利业务政管监测护养运改")
    rows = [*ROWS, ("6", "多", "公布" + "很长的说明" * 180, many, "2018年10月31日前"),
            ("7", "空", "公布" + "😀" * 700, "", "定期"), ("8", "全", "公布各部门目录。", "区政府各单位", "年底前")]
    kept = sent(cast, paper(rows, day=""))
    assert len(shown(kept).questions) > 6
    for place in range(len(shown(kept).questions)):
        (reply,) = cast.press(OFFICE, f"plan-next:{kept.id}:{place}")
        assert size(reply.text) <= 4096 and f"第 {place + 1} 问" in reply.text
        assert all(f"\n{n}. " in reply.text for n in range(1, len(shown(kept).questions[place].choices) + 1))
        assert all(len(one.data.encode()) <= 64 and len(one.label) <= 24 for row in reply.buttons for one in row)


ACTIONS = st.sampled_from([*(button.split(":")[0] for button in BUTTONS), "plan-", "plan-x", "plan"])
PIECES = st.lists(st.one_of(st.sampled_from(["2", "1", "0", "KEY", "", "²", "99999999999999"]), st.text(max_size=8)),
                  max_size=4)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ACTIONS, PIECES, st.sampled_from([OFFICE, TREASURY, STRANGER])), min_size=1, max_size=4))
def test_no_button_makes_the_bot_fall_over_or_lets_others_in(
        tmp_path_factory: pytest.TempPathFactory, presses: list[tuple[str, list[str], Part]]) -> None:
    cast = on_stage(tmp_path_factory.mktemp("stage"))
    key = shown(sent(cast, paper())).questions[0].key
    for action, pieces, person in presses:
        before = fingerprint(cast)
        replies = cast.press(person, ":".join([action, *(piece.replace("KEY", key) for piece in pieces)]))
        assert all(0 < size(reply.text) <= 4096 for reply in replies) and replies
        assert person is OFFICE or fingerprint(cast) == before
    cast.database.close()
