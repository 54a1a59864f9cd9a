"""A plan is put in force: the first in silence, a new version with one notice to each liaison of what changed."""

from datetime import date, timedelta

import pytest

from handlers import activating
from handlers.activating import Desk, activate
from handlers.morning import MorningDesk
from locales.catalogue import texts
from locales.messages import size
from obligations.item import State
from obligations.plan import PlanStatus
from storage import districts, evidence, plans
from storage.outbox import Planned
from tests import papers
from tests.cast import (
    COLLEAGUE,
    DISTRICT,
    EDUCATION,
    LINK,
    OFFICE,
    TREASURY,
    ZONE,
    Cast,
    Part,
    at,
    enrol,
    fresh_database,
    on_stage,
    plan_text,
)
from tests.papers import BUDGET, GLUED, MEETINGS, SCHOOLS, WATER, but, every, in_force, newest, paper, send, sent

SAY = texts("zh-CN")
LATER = but(BUDGET, when="2018年8月31日前")


@pytest.fixture
def first(cast: Cast) -> Cast:
    """The cast with a document's plan in force: #18 budget, #19 schools, #20 meetings, #21–#24 water, #25 #26 glued."""
    in_force(cast, paper())
    return cast


def heard(cast: Cast, person: Part, plan: int) -> list[Planned]:
    """The notices about a plan that are on their way to somebody."""
    return [one for one in cast.planned() if one.key.startswith(f"plan:{plan}:") and one.chat == person.account]


def confirm(cast: Cast, plan: int, person: Part = OFFICE) -> str:
    """What is said when the activation of a plan is confirmed."""
    return papers.confirm(cast, next(kept for kept in every(cast) if kept.id == plan), person).text


def test_new_version_keeps_what_stayed_moves_what_moved_and_drops_the_rest(first: Cast) -> None:
    first.say(EDUCATION, f"已公开 #19 {LINK}")
    kept = sent(first, paper([LATER, SCHOOLS, MEETINGS, but(WATER, who="区环保局")]))
    assert "新增 0 件，沿用 5 件，不再要 4 件" in confirm(first, kept.id)
    assert first.item(19).state is State.CLOSED
    assert (first.item(18).due, first.item(18).state) == (date(2018, 8, 31), State.OPEN)
    assert [first.item(n).state for n in (23, 24, 25, 26)] == [State.DROPPED] * 4
    with first.database.read() as session:
        assert [one.links for one in evidence.history(session, DISTRICT, 19)] == [(LINK,)]


def test_each_liaison_hears_once_what_changed_for_the_own_department_only(first: Cast) -> None:
    kept = sent(first, paper([LATER, but(WATER, who="区环保局"), ("9", "扶贫公开", "公布扶贫资金去向。", "区财政局",
                                                              "2018年12月14日前"), SCHOOLS, MEETINGS]))
    assert "变化已经通知 3 位联络员" in confirm(first, kept.id)
    (treasury,) = heard(first, TREASURY, kept.id)
    assert treasury.text.split("\n") == [
        f"区财政局：任务分工换了新版《{kept.plan.title}》", "",
        "新增", "#27 公布扶贫资金去向", "    12月14日前", "",
        "改期", "#18 公布区级预算和说明", "    8月31日前", "",
        "不再要 1 件（不用再办，办过的留着）", "#25 公布农户补贴名单"]
    assert (treasury.items, treasury.buttons) == (
        (27, 18, 25), ((("查看 #27", "view:27"), ("查看 #18", "view:18"), ("查看 #25", "view:25")),))
    (education,) = heard(first, EDUCATION, kept.id)
    assert "#23" in education.text and "区财政局" not in education.text and "改期" not in education.text
    assert heard(first, OFFICE, kept.id) == []


def test_department_for_which_nothing_changed_hears_nothing(first: Cast) -> None:
    kept = sent(first, paper([LATER, SCHOOLS, MEETINGS, WATER, GLUED]))
    confirm(first, kept.id)
    assert len(heard(first, TREASURY, kept.id)) == 1 and heard(first, EDUCATION, kept.id) == []


def test_closed_item_that_is_no_longer_asked_for_is_not_announced(first: Cast) -> None:
    first.say(EDUCATION, f"已公开 #19 {LINK}")
    kept = sent(first, paper([BUDGET, MEETINGS, WATER, GLUED]))
    confirm(first, kept.id)
    assert heard(first, EDUCATION, kept.id) == [] and first.item(19).state is State.CLOSED


def test_first_plan_is_put_in_force_without_a_notice(tmp_path_factory: pytest.TempPathFactory) -> None:
    cast = Cast(fresh_database(tmp_path_factory.mktemp("empty")))
    with cast.database.write() as session:
        districts.found(session, "池州市贵池区")
    enrol(cast.database, OFFICE, None)
    kept = sent(cast, paper())
    (asked,) = cast.press(OFFICE, f"plan-go:{kept.id}")
    assert "这是 2018 年的第一份，会建 5 项交付要求的待办" in asked.text
    done = confirm(cast, kept.id)
    assert "新增 9 件" in done and "通知" not in done
    assert "还没有联络员的单位 4 个：区财政局、区教体局、区政府办公室、区环保局" in done
    assert cast.planned() == []
    cast.database.close()


def test_next_years_first_plan_is_put_in_force_without_a_notice(first: Cast) -> None:
    first.now = at("2019-01-03")
    kept = sent(first, paper().replace("2018年".encode(), "2019年".encode()))
    assert "通知" not in confirm(first, kept.id)
    assert first.item(18).due == date(2018, 9, 30), "last year's debt stays"


def test_confirming_comes_after_a_look_and_may_be_left(first: Cast) -> None:
    kept = sent(first, paper([LATER, GLUED]))
    (asked,) = first.press(OFFICE, f"plan-go:{kept.id}")
    assert asked.text.startswith(
        f"启用《{kept.plan.title}》（2018-2）后：\n还有 1 问没有答，先按系统默认办。\n与现行的")
    assert [one.label for row in asked.buttons for one in row] == ["确认启用", "先不启用"]
    (left,) = first.press(OFFICE, f"plan-no:{kept.id}")
    assert left.edit and left.text == SAY("activate-cancelled") and newest(first).status is PlanStatus.DRAFT


def test_pressed_twice_or_by_two_it_is_done_once_and_told_once(first: Cast) -> None:
    kept = sent(first, paper([LATER, GLUED]))
    confirm(first, kept.id)
    told = first.planned()
    assert confirm(first, kept.id) == confirm(first, kept.id, COLLEAGUE) == SAY("plan-not-a-draft", code="2018-2")
    assert first.planned() == told


def test_what_is_in_force_already_tells_nobody_again(first: Cast) -> None:
    kept = sent(first, paper([LATER, GLUED]))
    confirm(first, kept.id)
    told = first.planned()
    with first.database.write() as session:
        done = activate(session, newest(first), Desk(first.calendar, ZONE, first.now + timedelta(days=1)), "cli")
    assert (done.made, done.dropped, done.told) == (0, 0, 0) and first.planned() == told


def test_version_that_comes_back_into_force_has_changed_something_again(first: Cast) -> None:
    old, new = every(first)[-1], sent(first, paper([LATER, SCHOOLS, MEETINGS, WATER, GLUED]))
    confirm(first, new.id)
    for hours, kept in ((1, old), (2, new)):
        with first.database.write() as session:
            now = first.now + timedelta(hours=hours)
            assert activate(session, kept, Desk(first.calendar, ZONE, now), "cli").told == 1
    assert len(heard(first, TREASURY, new.id)) == 2


def test_activation_that_fails_tells_nobody(first: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = sent(first, paper([LATER, GLUED]))
    before = first.planned()

    def fall_over(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(activating, "_alone", fall_over)
    with pytest.raises(ZeroDivisionError):
        confirm(first, kept.id)
    assert first.planned() == before and newest(first).status is PlanStatus.DRAFT
    assert first.item(18).due == date(2018, 9, 30)


def test_new_row_never_inherits_what_was_done_for_one_that_is_gone(first: Cast) -> None:
    first.say(EDUCATION, f"已公开 #19 {LINK}")
    in_force(first, paper([BUDGET, MEETINGS]))
    canteens = ("6", "食堂公开", "公布学校食堂检查结果。", "区教体局", BUDGET[4])
    kept = in_force(first, paper([BUDGET, MEETINGS, canteens]))
    assert (first.item(27).state, first.item(27).row) == (State.OPEN, "R31")
    assert (first.item(19).state, first.item(19).row) == (State.CLOSED, "R27")
    first.press(OFFICE, f"plan-ask:{kept.id}")
    assert [task.key for task in newest(first).plan.tasks] == ["R26", "R28", "R31"]


def test_plan_that_was_replaced_stays_readable(first: Cast) -> None:
    old = every(first)[-1]
    in_force(first, paper([LATER, GLUED]))
    again = every(first)[1]
    assert again.status is PlanStatus.SUPERSEDED and again.plan == old.plan and again.key == "2018-1"


def test_long_notice_is_split_below_the_limit_and_comes_once(first: Cast) -> None:
    rows = [(str(n), f"第{n}项", f"公布第{n}项的{'详细' * 12}目录。", *BUDGET[3:]) for n in range(1, 90)]
    kept = sent(first, paper(rows))
    confirm(first, kept.id)
    pages = heard(first, TREASURY, kept.id)
    assert len(pages) > 1 and all(size(page.text) <= 4096 and len(page.buttons) <= 3 for page in pages)
    assert len({number for page in pages for number in page.items}) == sum(len(page.items) for page in pages)


def test_department_that_joins_has_no_liaison_and_the_office_hears_of_it(first: Cast) -> None:
    rows = [BUDGET, ("9", "林地公开", "公布林地审批。", "区林业局", "2018年8月3日前")]
    kept = sent(first, paper(rows))
    (changes,) = first.press(OFFICE, f"plan-diff:{kept.id}")
    assert "部门增加：区林业局" in changes.text
    assert "还没有联络员的单位 1 个：区林业局。请发“邀请 区林业局”" in confirm(first, kept.id)
    first.now = at("2018-07-31")
    with first.database.read() as session:
        (morning,) = MorningDesk(first.calendar, ZONE).office(session, first.member(OFFICE), first.today, first.now)
    assert "区林业局" in morning.text
    assert "邀请" in first.answer(OFFICE, "邀请 区林业局")


def test_handwritten_version_over_a_documents_keeps_what_has_the_same_keys(first: Cast) -> None:
    with first.database.write() as session:
        kept, _ = plans.import_plan(session, plan_text(), "plan.toml", first.now, "test")
    assert kept.status is PlanStatus.SUPERSEDED, "the very file is known"
    (again,) = send(first, paper())
    assert "启用中" in again.text


def test_replayed_update_is_answered_from_what_is_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    cast = on_stage(tmp_path_factory.mktemp("replay"))
    for _ in range(2):
        send(cast, paper())
    assert [kept.key for kept in every(cast)] == ["guichi-2018", "2018-1"]
    cast.database.close()
