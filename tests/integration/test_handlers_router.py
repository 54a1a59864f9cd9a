"""Which words lead where; refusals leave nothing behind, and no text makes the bot fall over."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from handlers import commands
from handlers.context import Context
from handlers.request import Place, Reply
from locales.messages import size
from obligations.errors import Refusal
from storage import ledger
from storage.tables import District
from tests.cast import DISTRICT, EDUCATION, LINK, OFFICE, STRANGER, TREASURY, Cast, Part, on_stage


@pytest.mark.parametrize(("who", "words", "answer"), [
    (TREASURY, "帮助", "已公开 #41"), (OFFICE, "/help", "邀请 区财政局"), (STRANGER, "/help", "索取邀请码"),
    (TREASURY, "/frobnicate", "已公开 #41"), (STRANGER, "/start", "索取邀请码"), (TREASURY, "你好", "没看懂"),
    (OFFICE, "你好", "没看懂"), (STRANGER, "你好", "还没有登记"), (TREASURY, "", "没看懂")])
def test_words_lead_to_the_right_answer_by_role(cast: Cast, who: Part, words: str, answer: str) -> None:
    assert answer in cast.answer(who, words)


@pytest.mark.parametrize("words", [
    "大家好", "状态 区财政局", f"已公开 #10 {LINK}", "帮助", "9月27日后3个工作日", "登记 会议 2018-07-27"])
def test_what_is_said_in_a_group_without_a_slash_was_not_said_to_the_bot(cast: Cast, words: str) -> None:
    assert cast.say(EDUCATION, words, place=Place.GROUP) == []


@pytest.mark.parametrize("words", [
    "/help", "/event 会议 2018-07-27", "/invite 区财政局", "/leave 确认", "/undo", "/join x"])
def test_a_group_is_read_only(cast: Cast, words: str) -> None:
    (reply,) = cast.say(OFFICE, words, place=Place.GROUP)
    assert reply.text == "群里只能查询：/status、/item、/due。办理请私聊机器人。"


@pytest.mark.parametrize("data", ["", "x", "done", "done:", "done:x", "done:99999999", "done:-1", "done:٣", "undo:0",
                                  "event-yes", "event-yes:x", "event-no", "delete:10", "view:99", "more:1"])
def test_a_button_of_nonsense_is_answered_and_changes_nothing(cast: Cast, data: str) -> None:
    before = fingerprint(cast)
    (reply,) = cast.press(EDUCATION, data)
    assert reply.text
    assert fingerprint(cast) == before


@pytest.mark.parametrize("data", ["done:10", "undo:10", "view:10", "more:1:区财政局", "event-yes:x", "event-no"])
def test_a_strangers_press_changes_nothing(cast: Cast, data: str) -> None:
    (reply,) = cast.press(STRANGER, data)
    assert "还没有登记" in reply.text


def test_a_refused_handlers_writing_is_taken_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_and_refuse(context: Context, _words: str) -> list[Reply]:
        context.session.get_one(District, DISTRICT).name = "改了"
        context.session.flush()
        raise Refusal("item-number-missing")

    monkeypatch.setattr(commands, "COMMANDS", tuple(
        replace(one, handler=write_and_refuse) if one.name == "item" else one for one in commands.COMMANDS))
    assert cast.answer(OFFICE, "/item 1") == "请写明编号，如“查看 41”。"
    with cast.database.read() as session:
        assert session.get_one(District, DISTRICT).name == "池州市贵池区"


def test_before_a_plan_is_in_force_everyone_is_told_how_to_get_one(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE plan SET status = 'draft'"))
    for who, words in ((TREASURY, "状态"), (OFFICE, "登记 会议 2018-07-27"), (TREASURY, f"已公开 #8 {LINK}"),
                       (OFFICE, "/item 1")):
        assert "gongkai plan import" in cast.answer(who, words)
    assert "没看懂" in cast.answer(TREASURY, "区财政局")
    assert "9月30日" in cast.answer(TREASURY, "/due 2018-09-27 3")


def fingerprint(cast: Cast) -> list[tuple[int, str, int]]:
    """Every item's state: what nobody but a liaison's report may change."""
    with cast.database.read() as session:
        return [(one.number, one.state.value, one.version) for one in ledger.items(session, DISTRICT)]


SPICE = ["已公开", "#10", "#8", LINK, "撤销", "本期无", "状态", "区财政局", "/", "登记 会议 2018-07-27",
         "\u202e", "<b>", "＃１０", "。", "\n", "http://", "第二件", "999999999999", "'; DROP TABLE evidence; --", "{",
         "{ $number }", "😀", "\0"]
typed = st.lists(st.one_of(st.sampled_from(SPICE), st.text(max_size=12)), max_size=8).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from([TREASURY, EDUCATION, OFFICE, STRANGER]), typed, st.booleans()), max_size=5))
def test_whatever_is_typed_is_answered_within_limits_and_never_crosses_departments(
        tmp_path_factory: pytest.TempPathFactory, said: list[tuple[Part, str, bool]]) -> None:
    cast = on_stage(tmp_path_factory.mktemp("stage"))
    for who, words, forwarded in said:
        before = {number: (state, version) for number, state, version in fingerprint(cast)}
        replies = cast.say(who, words, forwarded=forwarded)
        after = {number: (state, version) for number, state, version in fingerprint(cast)}
        changed = {number for number in after if after[number] != before.get(number)}
        assert replies
        assert all(0 < size(reply.text) < 4096 for reply in replies)
        assert all(len(one.data.encode()) <= 64 for reply in replies for row in reply.buttons for one in row)
        assert all(cast.item(number).department == who.department for number in changed)
        assert not (changed and forwarded)
    cast.database.close()
