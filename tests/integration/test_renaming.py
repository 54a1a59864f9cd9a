"""A body that the office calls by another name stays the same body: its items, its liaisons, its history."""

from sqlalchemy import text

from obligations.changes import compare
from obligations.plan import PlanStatus
from storage import audit, bodies, ledger, people, plans
from tests.cast import DEPUTY, EDUCATION, LINK, OFFICE, ZONE, Cast
from tests.papers import (
    BUDGET,
    SCHOOLS,
    WATER,
    but,
    confirm,
    every,
    in_force,
    newest,
    paper,
    put,
    saved,
    send,
    sent,
    workbook,
)

OLD, NEW, BUDGET_OFFICE = "区教体局", "区教育体育局", "区财政局"


def items(cast: Cast) -> dict[int, tuple[str, str]]:
    """Whose each item of the paper's plan is, and how it stands, by its number; without what was dropped."""
    with cast.database.read() as session:
        return {item.number: (item.department, item.state.value) for item in ledger.items(session, 1)
                if item.state.value != "dropped"}


def called(cast: Cast, old: str = OLD, new: str = NEW) -> None:
    """The newest plan with another name for a body, from the review workbook, put in force."""
    book = workbook(cast, newest(cast))
    put(book, "部门", old, "名称", new)
    send(cast, saved(book), "核对表.xlsx")
    confirm(cast, newest(cast))


def lines(cast: Cast, action: str) -> list[tuple[str, str]]:
    """The log's lines of one kind: what they are about, and their details."""
    with cast.database.read() as session:
        assert not audit.verify(session).fault
        return [tuple(row) for row in session.execute(
            text("SELECT subject, details FROM audit WHERE action = :action ORDER BY id"), {"action": action})]


def test_items_and_evidence_stay_with_a_body_that_got_another_name(cast: Cast) -> None:
    in_force(cast, paper())
    before = items(cast)
    mine = [number for number, (name, _) in before.items() if name == OLD]
    cast.say(EDUCATION, f"已公开 #{mine[0]} {LINK}")
    closed = items(cast)
    called(cast)
    assert items(cast) == {number: (NEW if name == OLD else name, state) for number, (name, state) in closed.items()}
    assert items(cast)[mine[0]] == (NEW, "closed")


def test_liaisons_go_on_under_the_new_name(cast: Cast) -> None:
    in_force(cast, paper())
    mine = [number for number, (name, _) in items(cast).items() if name == OLD]
    called(cast)
    with cast.database.read() as session:
        assert [person.name for person in people.liaisons(session, 1, NEW)] == [EDUCATION.name, DEPUTY.name]
        assert not people.liaisons(session, 1, OLD)
    (receipt,) = cast.say(EDUCATION, f"已公开 #{mine[0]} {LINK}")
    assert f"#{mine[0]}" in receipt.text and items(cast)[mine[0]][1] == "closed"


def test_new_name_is_a_line_in_the_log(cast: Cast) -> None:
    in_force(cast, paper())
    called(cast)
    [(subject, details)] = lines(cast, "department-renamed")
    assert subject == OLD and NEW in details


def test_old_name_is_understood_in_the_next_version_and_by_people(cast: Cast) -> None:
    in_force(cast, paper())
    called(cast)
    again = sent(cast, paper([BUDGET, SCHOOLS, but(WATER, when="每月")]))
    assert again.plan.tasks[1].deliverables[0].departments == (NEW,)
    confirm(cast, again)
    assert {name for name, _ in items(cast).values()} == {BUDGET_OFFICE, NEW, "区环保局"}
    (answer,) = cast.say(OFFICE, f"状态 {OLD}")
    assert NEW in answer.text


def test_new_name_is_no_change_of_who(cast: Cast) -> None:
    older = in_force(cast, paper())
    called(cast)
    found = compare(older.plan, newest(cast).plan)
    assert found.departments_renamed == ((OLD, NEW),)
    assert not found.changes and not found.departments_new and not found.departments_gone


def test_plan_before_it_can_come_back_into_force_with_its_names(cast: Cast) -> None:
    older = in_force(cast, paper())
    before = items(cast)
    called(cast)
    with cast.database.write() as session:
        plans.activate(session, older.id, cast.calendar, ZONE, cast.now, "test")
    assert items(cast) == before
    assert [subject for subject, _ in lines(cast, "department-renamed")] == [OLD, NEW]


def test_items_of_two_bodies_made_one_move_with_a_record(cast: Cast) -> None:
    in_force(cast, paper())
    before = items(cast)
    called(cast, "区环保局", OLD)
    after = items(cast)
    water = [number for number, (name, _) in before.items() if name == "区环保局"]
    assert water and {after.get(number, (OLD,))[0] for number in water} == {OLD}
    assert {subject for subject, _ in lines(cast, "moved")} | {subject for subject, _ in lines(cast, "dropped")}
    with cast.database.read() as session:
        there = {body.name: body for body in bodies.bodies(session, 1)}
    assert (heir := there["区环保局"].successor) and heir.name == OLD


def test_source_of_two_bodies_made_one_can_be_sent_again(cast: Cast) -> None:
    in_force(cast, paper())
    called(cast, "区环保局", OLD)
    count = len(every(cast))
    again = sent(cast, paper([BUDGET, SCHOOLS, but(WATER, when="每月")]))
    assert len(every(cast)) == count + 1
    confirm(cast, again)
    assert "区环保局" not in {name for name, _ in items(cast).values()}


def test_source_of_two_bodies_made_one_comes_into_force_again_with_other_words(cast: Cast) -> None:
    in_force(cast, paper([BUDGET, SCHOOLS, but(WATER, who="区环保局")]))
    called(cast, "区环保局", OLD)
    again = sent(cast, paper([BUDGET, SCHOOLS, but(WATER, who="区环保局", when="每月")]))
    assert next(one for one in again.plan.departments if one.name == OLD).successor is None
    confirm(cast, again)
    assert newest(cast).status is PlanStatus.ACTIVE
    assert {name for name, _ in items(cast).values()} == {BUDGET_OFFICE, OLD}


def test_another_body_s_new_name_touches_nobody_else(cast: Cast) -> None:
    in_force(cast, paper())
    before = items(cast)
    called(cast, BUDGET_OFFICE, "区财政国资局")
    after = items(cast)
    assert {number: name for number, (name, _) in after.items() if name != "区财政国资局"} == {
        number: name for number, (name, _) in before.items() if name != BUDGET_OFFICE}
