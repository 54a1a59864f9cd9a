"""`/event`: shown first, registered when confirmed, once, and told at once where a day is too long."""

from datetime import UTC, date, datetime

import pytest

from obligations.item import State
from storage.outbox import Kind
from tests.cast import COLLEAGUE, DEPUTY, EDUCATION, LINK, OFFICE, STRANGER, TREASURY, Cast, Part, at, enrol

SECRETARY = Part("104", "区政府办公室联络员", "区政府办公室")


@pytest.fixture
def autumn(cast: Cast) -> Cast:
    """The cast on 28 September 2018, with a liaison of 区政府办公室."""
    enrol(cast.database, SECRETARY, SECRETARY.department)
    cast.now = at("2018-09-28")
    return cast


def register(cast: Cast, who: Part, words: str) -> str:
    """Ask for it and confirm it; the answer."""
    (preview,) = cast.say(who, words)
    assert preview.buttons, preview.text
    (done,) = cast.press(who, preview.buttons[0][0].data)
    return done.text


def notices(cast: Cast) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.chat, one.items) for one in cast.planned() if one.kind is Kind.NOTICE]


def test_nothing_is_registered_before_it_is_confirmed(autumn: Cast) -> None:
    (preview,) = autumn.say(OFFICE, "/event 会议 2018-09-27")
    assert preview.text.splitlines() == [
        "政府会议结束 · 9月27日", "区政府办公室：会议信息，9月30日前（周日上班）", "确认后登记并起算。"]
    with pytest.raises(KeyError):
        autumn.item(18)


def test_a_meeting_of_27_september_is_due_on_the_worked_sunday(autumn: Cast) -> None:
    assert "#18 区政府办公室：会议信息" in register(autumn, OFFICE, "登记 会议 2018-09-27")
    assert autumn.item(18).due == date(2018, 9, 30)


def test_cancelling_registers_nothing(autumn: Cast) -> None:
    (preview,) = autumn.say(OFFICE, "登记 会议 2018-09-27")
    (cancelled,) = autumn.press(OFFICE, preview.buttons[0][1].data)
    assert cancelled.edit and "已取消" in cancelled.text
    (late,) = autumn.press(OFFICE, preview.buttons[0][0].data)
    assert late.text == "没有等待确认的内容。"


def test_confirming_twice_registers_once(autumn: Cast) -> None:
    (preview,) = autumn.say(OFFICE, "登记 会议 2018-09-27")
    answers = [autumn.press(OFFICE, preview.buttons[0][0].data)[0].text for _ in range(2)]
    assert answers[0].startswith("已登记，产生 1 件") and answers[1] == "没有等待确认的内容。"


def test_an_older_preview_does_not_confirm_a_newer_one(autumn: Cast) -> None:
    (older,) = autumn.say(OFFICE, "登记 会议 2018-09-26")
    (newer,) = autumn.say(OFFICE, "登记 会议 2018-09-27")
    (refused,) = autumn.press(OFFICE, older.buttons[0][0].data)
    assert refused.text == "没有等待确认的内容。"
    autumn.press(OFFICE, newer.buttons[0][0].data)
    assert autumn.item(18).period == "event:meeting|2018-09-27||"


def test_the_same_fact_registered_by_two_is_one(autumn: Cast) -> None:
    first, second = (register(autumn, who, "登记 会议 2018-09-27") for who in (OFFICE, SECRETARY))
    assert "#18" in first and "#18" in second
    with pytest.raises(KeyError):
        autumn.item(19)


def test_a_change_of_powers_is_told_at_once_to_those_concerned(autumn: Cast) -> None:
    register(autumn, OFFICE, "登记 权力变化 2018-09-28 区教体局")
    assert autumn.item(18).due == date(2018, 9, 29)
    assert notices(autumn) == [(EDUCATION.account, (18,)), (DEPUTY.account, (18,))]
    assert "#18 调整后的权责清单" in autumn.planned()[0].text


def test_registering_it_again_tells_nobody_twice(autumn: Cast) -> None:
    for _ in range(2):
        register(autumn, OFFICE, "登记 权力变化 2018-09-28 区教体局")
    assert len(notices(autumn)) == 2


def test_a_rule_of_hours_is_told_at_once_with_its_hour(autumn: Cast) -> None:
    autumn.now = at("2018-09-28", "15:00")
    register(autumn, OFFICE, "登记 舆情 2018-09-28 14:30 区教体局")
    assert autumn.item(18).at == datetime(2018, 9, 28, 11, 30, tzinfo=UTC)
    assert len(notices(autumn)) == 2 and "19:30" in autumn.planned()[0].text


def test_a_rule_of_three_days_waits_for_the_morning(autumn: Cast) -> None:
    register(autumn, OFFICE, "登记 会议 2018-09-27")
    assert notices(autumn) == []


def test_what_waited_for_a_superior_opens_instead_of_a_new_item(autumn: Cast) -> None:
    assert "#14" in register(autumn, OFFICE, "登记 新条例 2018-09-27")
    item = autumn.item(14)
    assert (item.state, item.due, item.opened_on) == (State.OPEN, date(2018, 10, 30), date(2018, 9, 28))
    with pytest.raises(KeyError):
        autumn.item(18)


def test_what_waits_for_any_number_of_meetings_goes_on_waiting(autumn: Cast) -> None:
    register(autumn, OFFICE, "登记 会议 2018-09-27")
    assert (autumn.item(1).state, autumn.item(18).state) == (State.WAITING, State.OPEN)


def test_what_an_event_brought_about_is_closed_like_any_other(autumn: Cast) -> None:
    register(autumn, OFFICE, "登记 权力变化 2018-09-28 区财政局")
    assert autumn.answer(TREASURY, f"已公开 #18 {LINK}").startswith("已销号 1 件")


def test_a_liaison_registers_for_the_own_department_without_naming_it(autumn: Cast) -> None:
    register(autumn, TREASURY, "登记 权力变化 2018-09-28")
    assert autumn.item(18).department == "区财政局"


@pytest.mark.parametrize("words", [
    "登记 权力变化 2018-09-28 区教体局", "登记 新条例 2018-09-28", "登记 会议 2018-09-27"])
def test_a_liaison_registers_nothing_that_obliges_only_others(autumn: Cast, words: str) -> None:
    assert autumn.answer(TREASURY, words) == "这项操作由公开办办理，请联系公开办。"


def test_a_title_may_begin_like_a_department(autumn: Cast) -> None:
    register(autumn, OFFICE, "登记 会议 2018-09-27 区政府第12次常务会议")
    assert "9月27日 区政府第12次常务会议" in autumn.answer(SECRETARY, "/item 18")


@pytest.mark.parametrize(("words", "answer"), [
    ("登记", "请写“登记 类别 日期 单位”"), ("登记 会议", "请写“登记 类别 日期 单位”"),
    ("登记 地震 2018-09-27", "没有“地震”这类事项"),
    ("登记 会议 9月31日", "日期看不懂"), ("登记 会议 明天", "日期看不懂"), ("登记 会议 2018-09-29", "还没有到"),
    ("登记 会议 2017-12-31", "早于任务分工的年度"), ("登记 会议 1900-01-01", "请核对日期"),
    ("登记 权力变化 2018-09-28", "要写明单位"), ("登记 权力变化 2018-09-28 区外星局", "没有找到“区外星局”"),
    ("登记 权力变化 2018-09-28 区财正局", "区财政局"), ("登记 舆情 2018-09-28 区教体局", "请写明几点"),
    ("登记 舆情 2018-09-28 25:00 区教体局", "日期看不懂"),
    ("登记 舆情 2018-09-28 08:30 区财政局", "派给区财政局，没有登记")])
def test_bad_input_is_answered_with_one_sentence_and_asks_nothing(autumn: Cast, words: str, answer: str) -> None:
    (reply,) = autumn.say(OFFICE, words)
    assert answer in reply.text and not reply.buttons


def test_strangers_and_forwards_register_nothing(autumn: Cast) -> None:
    assert "还没有登记" in autumn.answer(STRANGER, "登记 会议 2018-09-27")
    assert "转发的消息" in autumn.answer(OFFICE, "登记 会议 2018-09-27", forwarded=True)


def test_the_buttons_fit_into_what_a_messenger_carries(autumn: Cast) -> None:
    (preview,) = autumn.say(OFFICE, "登记 会议 2018-09-27 " + "很长的会议名称" * 20)
    assert all(len(button.data.encode()) <= 64 for row in preview.buttons for button in row)


def test_urgent_item_of_a_department_without_a_liaison_is_told_to_the_office(cast: Cast) -> None:
    register(cast, OFFICE, "登记 权力变化 2018-07-27 区环保局")
    told = [one for one in cast.planned() if one.kind == "notice"]
    assert {one.chat for one in told} == {OFFICE.account, COLLEAGUE.account}
    assert all("区环保局没有能收到消息的联络员" in one.text and "已公开 #" not in one.text for one in told)
    assert {data for one in told for row in one.buttons for _, data in row} == {"view:18"}


def test_the_open_government_office_is_invited_as_a_department_by_its_full_name(cast: Cast) -> None:
    assert "没有找到“区政务公开办”" in cast.answer(OFFICE, "邀请 区政务公开办")
