"""A working day on Telegram: push, reply, receipt, the office's look, and taking it back."""

import pytest

from obligations.item import State
from tests.acceptance.telegram_stage import (
    BUDGET,
    EDUCATION,
    GROUP,
    HOUSING,
    LINK,
    OFFICE,
    SCHOOLS,
    TREASURY,
    Stage,
    at,
    to,
)
from tests.bot_api.world import Json

pytest_plugins = ("tests.acceptance.telegram_fixtures",)


async def pushed(stage: Stage, chat: int = TREASURY) -> Json:
    """The morning's push to one person."""
    return next(one for one in await stage.morning(at(9, 28, 9)) if one["chat"] == chat)


async def closed(stage: Stage) -> list[Json]:
    """What comes of a reply to the push."""
    push = await pushed(stage)
    return await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}", reply_to=push["message_id"])


async def test_push_names_what_is_due_and_has_a_button_for_each(stage: Stage) -> None:
    push = await pushed(stage)
    assert push["text"].startswith("区财政局 · 9月28日 周五\n待公开 ")
    assert f"\n#{BUDGET} " in push["text"]
    assert {f"done:{BUDGET}", f"view:{BUDGET}", f"done:{HOUSING}"} <= set(push["buttons"])
    assert f"#{SCHOOLS} " not in push["text"]


async def test_everybody_hears_once_a_morning(stage: Stage) -> None:
    chats = [one["chat"] for one in await stage.morning(at(9, 28, 9))]
    assert sorted(chats) == [TREASURY, EDUCATION, OFFICE]
    assert await stage.morning(at(9, 28, 15)) == []


async def test_nothing_is_pushed_before_nine(stage: Stage) -> None:
    assert await stage.morning(at(9, 28, 8, 59)) == []


async def test_reply_to_the_push_closes_the_item_with_a_receipt(stage: Stage) -> None:
    messages = await closed(stage)
    receipt = next(one for one in messages if one["method"] == "sendMessage")
    assert receipt["text"].startswith(f"已销号 1 件\n#{BUDGET} ")
    assert LINK in receipt["text"]
    assert receipt["buttons"] == [f"undo:{BUDGET}"]
    assert stage.item(BUDGET).state is State.CLOSED
    assert stage.log_is_whole()


async def test_card_is_marked_in_place(stage: Stage) -> None:
    edit = next(one for one in await closed(stage) if one["method"] == "editMessageText")
    assert f"\n已销号 #{BUDGET} " in edit["text"]
    assert f"done:{BUDGET}" not in edit["buttons"]
    assert f"done:{HOUSING}" in edit["buttons"]


async def test_office_sees_it_at_once(stage: Stage) -> None:
    [before] = to(OFFICE, await stage.say(OFFICE, "/status 区财政局"))
    await closed(stage)
    [after] = to(OFFICE, await stage.say(OFFICE, "状态　区财政局"))
    assert "已销号 0" in before
    assert "已销号 1" in after


async def test_undo_by_button_opens_the_item_again(stage: Stage) -> None:
    [receipt] = [one for one in await closed(stage) if one["text"].startswith("已销号 1 件")]
    messages = await stage.press(receipt, f"undo:{BUDGET}")
    [undone] = [one for one in messages if one["text"].startswith(f"已撤销 #{BUDGET} ")]
    assert (undone["method"], undone["message_id"]) == ("editMessageText", receipt["message_id"])
    assert stage.item(BUDGET).state is State.OPEN
    assert "已销号 0" in to(OFFICE, await stage.say(OFFICE, "/status 区财政局"))[0]


async def test_button_asks_for_the_link_and_the_bare_link_closes(stage: Stage) -> None:
    [question] = to(TREASURY, await stage.press(await pushed(stage), f"done:{HOUSING}"))
    assert f"#{HOUSING}" in question
    assert stage.item(HOUSING).state is State.OPEN
    await stage.say(TREASURY, LINK)
    assert stage.item(HOUSING).state is State.CLOSED


async def test_closed_item_is_not_pushed_again_and_the_office_is_told(stage: Stage) -> None:
    await closed(stage)
    messages = await stage.morning(at(9, 29, 9))
    assert f"#{BUDGET} " not in to(TREASURY, messages)[0]
    assert LINK in to(OFFICE, messages)[0]


async def test_every_press_is_answered(stage: Stage) -> None:
    push = await pushed(stage)
    await stage.press(push, f"view:{BUDGET}")
    assert len(stage.api.wait(lambda state: state["answered"])["answered"]) == 1


async def test_another_departments_number_is_refused_by_name(stage: Stage) -> None:
    [answer] = to(TREASURY, await stage.say(TREASURY, f"已公开 #{SCHOOLS} {LINK}"))
    assert "区教体局" in answer
    assert stage.item(SCHOOLS).state is State.OPEN


async def test_liaison_does_not_see_another_departments_item(stage: Stage) -> None:
    assert to(TREASURY, await stage.say(TREASURY, f"/item {SCHOOLS}")) == [
        f"#{SCHOOLS} 不是本单位的事项，您只能查看本单位的，请核对编号。"]


async def test_stranger_changes_nothing_and_hears_how_to_come_in(stage: Stage) -> None:
    [answer] = to(999, await stage.say(999, f"已公开 #{BUDGET} {LINK}"))
    assert "/join" in answer
    assert stage.item(BUDGET).state is State.OPEN


FORWARDED = {"forward_origin": {"type": "hidden_user", "sender_user_name": "某人", "date": 1}}


async def test_forwarded_reply_changes_nothing(stage: Stage) -> None:
    words = f"已公开 #{BUDGET} {LINK}"
    [answer] = to(TREASURY, await stage.say(TREASURY, words, fields=FORWARDED))
    assert answer.startswith("转发的消息不作为佐证")
    assert stage.item(BUDGET).state is State.OPEN


async def test_reply_in_a_group_changes_nothing_and_is_not_answered(stage: Stage) -> None:
    words = f"已公开 #{BUDGET} {LINK}"
    assert await stage.say(GROUP, words, account=TREASURY, group=True) == []
    assert stage.item(BUDGET).state is State.OPEN


@pytest.mark.parametrize("words", ["/leave 确认", "/event 会议 2018-09-27", "/undo", "/invite 区教体局"])
async def test_group_is_read_only(stage: Stage, words: str) -> None:
    answers = to(GROUP, await stage.say(GROUP, words, account=OFFICE, group=True))
    assert answers == ["群里只能查询：/status、/item、/due。办理请私聊机器人。"]


async def test_group_may_ask_how_a_department_stands(stage: Stage) -> None:
    [answer] = to(GROUP, await stage.say(GROUP, "/status@gongkai_test_bot 区财政局", account=OFFICE, group=True))
    assert answer.startswith("区财政局 · 9月27日 周四")


async def test_editing_a_counted_reply_does_not_count_it_again(stage: Stage) -> None:
    await closed(stage)
    words = f"已公开 #{BUDGET} {LINK}?2"
    [answer] = to(TREASURY, await stage.say(TREASURY, words, kind="edited_message"))
    assert answer.startswith(f"#{BUDGET} 已经销号")


async def test_editing_a_mistyped_reply_mends_it(stage: Stage) -> None:
    await stage.say(TREASURY, f"已公开 #{BUDGET}")
    await stage.say(TREASURY, f"已公开 #{BUDGET} {LINK}", kind="edited_message")
    assert stage.item(BUDGET).state is State.CLOSED
