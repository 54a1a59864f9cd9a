"""A succession as people meet it: the morning that tells of it, look-ups by both names, and what comes after."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.channels.rehearsal.channel import RehearsalChannel
from bot.channels.rehearsal.process import PLAN as GUICHI
from bot.channels.rehearsal.process import prepare
from bot.rounds import Rounds
from obligations.item import State
from obligations.plan import Succession
from obligations.workdays import calendar
from storage import audit, bodies, ledger, outbox, people, plans, succession
from storage.outbox import Kind
from storage.plans import Activation
from tests.cast import (
    DISTRICT,
    EDUCATION,
    LINK,
    OFFICE,
    TREASURY,
    ZONE,
    Cast,
    activate,
    at,
    fresh_database,
    plan_text,
)

NEW = "区财政金融局"
REFORM = date(2018, 9, 3)    # a Monday


def tick(cast: Cast, day: str, clock: str = "09:00") -> None:
    cast.now = at(day, clock)
    Rounds(cast.database, cast.calendar, ZONE, time(9)).tick(cast.now)


def notices(cast: Cast) -> dict[str, str]:
    return {one.chat: one.text for one in cast.planned() if one.key.startswith("succession:")}


@pytest.fixture
def reform(cast: Cast) -> Cast:
    """The succession is recorded; its day has not come."""
    with cast.database.write() as session:
        succession.succeed(session, DISTRICT, "区财政局", Succession(NEW, REFORM), cast.today, cast.now, "test")
    return cast


def test_items_move_at_midnight_and_people_are_told_in_the_morning(reform: Cast) -> None:
    tick(reform, "2018-09-02", "23:59")
    assert reform.item(8).department == "区财政局"
    tick(reform, "2018-09-03", "00:00")
    assert reform.item(8).department == NEW
    assert notices(reform) == {}
    tick(reform, "2018-09-03")
    assert set(notices(reform)) == {TREASURY.account, "201", "202"}
    assert "区财政局自 9月3日起由区财政金融局承接。" in notices(reform)[TREASURY.account]


def test_everybody_is_told_once(reform: Cast) -> None:
    for day in ("2018-09-03", "2018-09-03", "2018-09-04", "2018-09-05"):
        tick(reform, day)
    assert len([one for one in reform.planned() if one.key.startswith("succession:")]) == 3


def test_a_day_that_was_slept_through_is_made_up_for(reform: Cast) -> None:
    tick(reform, "2018-08-31")
    tick(reform, "2018-09-10")
    assert reform.item(8).department == NEW
    assert len(notices(reform)) == 3


def test_the_digest_of_that_morning_is_the_new_bodys(reform: Cast) -> None:
    tick(reform, "2018-09-03")
    (digest,) = [one for one in reform.planned() if one.kind is Kind.DIGEST and one.chat == TREASURY.account]
    assert 8 in digest.items


def test_before_the_day_the_old_name_is_the_departments(reform: Cast) -> None:
    reform.now = at("2018-08-31")
    assert reform.answer(OFFICE, "状态 区财政局").startswith("区财政局 · ")
    assert reform.answer(OFFICE, f"状态 {NEW}").startswith(f"没有“{NEW}”，按“区财政局”查询。")


def test_after_the_day_both_names_lead_to_the_new_body(reform: Cast) -> None:
    tick(reform, "2018-09-03")
    old, new = reform.answer(OFFICE, "状态 区财政局"), reform.answer(OFFICE, f"状态 {NEW}")
    assert old == f"区财政局自 9月3日起由{NEW}承接。\n{new}"
    assert new.startswith(f"{NEW} · 9月3日") and "#8 " in new


def test_of_a_line_the_day_is_the_last_ones(reform: Cast) -> None:
    heir = Succession("区财经局", date(2018, 10, 8))
    with reform.database.write() as session:
        bodies.founded(session, DISTRICT, NEW, reform.now, "test")
        succession.succeed(session, DISTRICT, NEW, heir, reform.today, reform.now, "test")
    tick(reform, "2018-10-08")
    assert reform.answer(OFFICE, "状态 区财政局").startswith("区财政局自 10月8日起由区财经局承接。\n区财经局 · ")


@pytest.mark.parametrize("words", ["状态 czj", "状态 区财正局", "状态 财政"])
def test_careless_spellings_of_the_old_name_lead_there_too(reform: Cast, words: str) -> None:
    tick(reform, "2018-09-03")
    assert f"按“{NEW}”查询。" in reform.answer(OFFICE, words)


def test_the_liaison_closes_for_the_new_body_and_still_sees_what_was_closed_before(reform: Cast) -> None:
    reform.say(TREASURY, f"已公开 #8 {LINK}")
    tick(reform, "2018-09-03")
    assert "已销号 1 件" in reform.answer(TREASURY, f"已公开 #9 {LINK}")
    assert "责任单位：区财政局" in reform.answer(TREASURY, "查看 8")
    assert f"责任单位：{NEW}" in reform.answer(TREASURY, "查看 9")
    new, old = reform.say(TREASURY, "状态")
    assert new.text.startswith(NEW) and old.text.startswith("区财政局") and "#8 " in old.text


def test_the_old_name_without_any_history_is_not_shown_on_its_own(reform: Cast) -> None:
    tick(reform, "2018-09-03")
    assert reform.answer(TREASURY, "状态").startswith(NEW)


def test_another_departments_liaison_is_still_refused(reform: Cast) -> None:
    tick(reform, "2018-09-03")
    assert reform.answer(EDUCATION, "状态 区财政局") == (
        f"您只能查看本单位的事项，{NEW}的请问公开办；查看本单位请发“状态”。")


@pytest.mark.parametrize("name", ["区财政局", NEW, ""])
def test_an_event_obliges_the_new_body_by_whichever_name(reform: Cast, name: str) -> None:
    reform.now = at("2018-09-04")     # no round has been since the day came
    who = OFFICE if name else TREASURY
    (preview,) = reform.say(who, f"登记 权力变化 2018-09-03 {name}")
    assert f"{NEW}：调整后的权责清单" in preview.text
    (done,) = reform.press(who, preview.buttons[0][0].data)
    assert [reform.item(number).department for number in done.items] == [NEW]


def test_a_known_fact_brings_nothing_new_where_the_old_body_has_settled_it(cast: Cast) -> None:
    (preview,) = cast.say(OFFICE, "登记 预算批准 2018-07-27")
    (done,) = cast.press(OFFICE, preview.buttons[0][0].data)
    cast.say(TREASURY, f"已公开 #{done.items[0]} {LINK}")
    with cast.database.write() as session:
        succession.succeed(session, DISTRICT, "区财政局", Succession(NEW, REFORM), cast.today, cast.now, "test")
    cast.now = at("2018-09-04")
    (preview,) = cast.say(OFFICE, "登记 预算批准 2018-07-27")
    (again,) = cast.press(OFFICE, preview.buttons[0][0].data)
    assert again.items == done.items


def test_activating_again_obliges_the_new_body_and_keeps_what_the_old_one_closed(reform: Cast) -> None:
    reform.say(TREASURY, f"已公开 #8 {LINK}")
    reform.now = at("2018-09-04")
    again = activate(reform.database, plan_text(), reform.calendar, reform.now)
    assert again == Activation(made=0, kept=17, dropped=0)
    assert (reform.item(8).department, reform.item(8).state) == ("区财政局", State.CLOSED)
    assert reform.item(9).department == NEW
    assert activate(reform.database, plan_text(), reform.calendar, reform.now) == again


def test_a_new_row_for_the_old_name_is_the_new_bodys(reform: Cast) -> None:
    reform.now = at("2018-09-04")
    row = 'R30|新增事项|区财政局|{ kind = "by_date", dates = [2018-12-31] }'
    activate(reform.database, plan_text(row), reform.calendar, reform.now)
    with reform.database.read() as session:
        (item,) = [one for one in ledger.items(session, DISTRICT, NEW) if one.row == "R30"]
        assert item.state is State.OPEN
        assert all(one.row != "R30" for one in ledger.items(session, DISTRICT, "区财政局"))


def test_merged_bodies_stay_merged_when_the_plan_is_activated_again(cast: Cast) -> None:
    with cast.database.write() as session:
        succession.succeed(session, DISTRICT, "区财政局", Succession("区教体局", REFORM), cast.today, cast.now, "test")
    cast.now = at("2018-09-04")
    for _ in range(2):
        activate(cast.database, plan_text(), cast.calendar, cast.now)
        assert [cast.item(number).state for number in (3, 8, 10)] == [State.DROPPED, State.DROPPED, State.OPEN]


def test_the_rehearsal_past_the_reform_moves_the_sample_plans_items(tmp_path: Path) -> None:
    stage = Cast(fresh_database(tmp_path), now=at("2018-07-30", "08:59"))
    prepare(stage.database, ZONE, stage.now, "zh-CN")
    planned = plans.parsed(GUICHI.read_text(encoding="utf-8"))
    tick(stage, "2019-03-01")
    with stage.database.read() as session:
        for body in planned.departments:
            alive = [one for one in ledger.items(session, DISTRICT, body.name) if one.to_do]
            assert bool(alive) == (body.successor is None), body.name
            if body.successor:
                assert people.liaisons(session, DISTRICT, body.successor.name)
        waiting = outbox.waiting(session, RehearsalChannel.name, stage.now, 1000)
        told = [one for one in waiting if one.planned.key.startswith("succession:")]
        assert len(told) == len({one.planned.chat for one in told}) == 1 + sum(
            body.successor is not None for body in planned.departments)
        assert audit.verify(session).broken_at == 0
    assert calendar().is_workday(date(2019, 3, 1))
    stage.database.close()
