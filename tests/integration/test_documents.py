"""Documents and the drafts made of them in the log: what is kept, under which key, and what is not kept twice."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from handlers.drafting import Taken, drafted, take_in
from handlers.understanding import AtOnce
from locales.catalogue import texts
from obligations.errors import PlanFaults, Refusal
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from obligations.plan import Department, Group, Membership, PlanStatus, Succession
from storage import audit, documents, knowing, plans
from storage.documents import Stored
from storage.plans import Kept
from storage.tables import District
from tests.cast import DISTRICT, ZONE, Cast, plan_text
from tests.papers import BUDGET, GLUED, ROWS, SCHOOLS, TITLE, every, newest, paper, shown

SAY = texts("zh-CN")
HERE = "池州市贵池区"


def taken(cast: Cast, content: bytes, name: str = "a.md", district: str = HERE, year: int | None = None) -> Taken:
    with cast.database.write() as session:
        return take_in(session, AtOnce(), Stored(name, content), Wanted(cast.today, district, year), cast.now, "test")


def whole_log(cast: Cast) -> list[tuple[str, list[object]]]:
    """Every row of every table."""
    with cast.database.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).scalars()
        return [(name, [tuple(row) for row in session.execute(text(f'SELECT * FROM "{name}"'))]) for name in names]


def imported(cast: Cast, content: str) -> Kept:
    with cast.database.write() as session:
        return plans.import_plan(session, content, "plan.toml", cast.now, "test")[0]


def test_document_is_kept_as_it_came_beside_its_draft(cast: Cast) -> None:
    done = taken(cast, paper(), "任务清单.md")
    assert (done.new, done.kept.key, done.kept.status) == (True, "2018-1", PlanStatus.DRAFT)
    assert done.kept.plan.title == TITLE
    with cast.database.read() as session:
        assert documents.stored(session, done.kept) == Stored("任务清单.md", paper())
        assert drafted(session, AtOnce(), done.kept).plan.tasks == done.kept.plan.tasks
        assert audit.verify(session).broken_at == 0


def test_same_bytes_under_any_name_change_nothing_at_all(cast: Cast) -> None:
    first = taken(cast, paper())
    before = whole_log(cast)
    again = taken(cast, paper(), "另一个名字.md")
    assert (again.new, again.kept) == (False, first.kept)
    assert whole_log(cast) == before


def test_other_bytes_that_say_the_same_change_nothing_either(cast: Cast) -> None:
    first = taken(cast, paper())
    before = whole_log(cast)
    again = taken(cast, paper() + b"\n\n")
    assert (again.new, again.kept.id) == (False, first.kept.id)
    assert whole_log(cast) == before


def test_another_word_makes_another_draft(cast: Cast) -> None:
    taken(cast, paper())
    second = taken(cast, paper().replace("饮用水".encode(), "自来水".encode()))
    assert (second.new, second.kept.key) == (True, "2018-2")


def test_same_file_for_another_year_is_another_plan(cast: Cast) -> None:
    content = paper(day="")
    first, second = taken(cast, content, year=2018), taken(cast, content, year=2019)
    assert (first.kept.plan.year, second.kept.plan.year, second.new) == (2018, 2019, True)
    assert taken(cast, content, year=2018).kept.id == first.kept.id


def test_refused_document_leaves_nothing(cast: Cast) -> None:
    before = whole_log(cast)
    for content, name in ((b"", "a.md"), (b"%PDF-1.7", "a.pdf"), ("县财政局".encode(), "a.txt")):
        with pytest.raises((Refusal, PlanFaults)):
            taken(cast, content, name)
    assert whole_log(cast) == before


def test_keys_of_plans_are_never_given_twice(cast: Cast) -> None:
    imported(cast, plan_text().replace('key = "guichi-2018"', 'key = "2018-1"'))
    assert taken(cast, paper()).kept.key == "2018-2"
    other = imported(cast, plan_text().replace("会议信息", "会议的信息"))
    assert other.key == other.plan.key == "guichi-2018-2"
    with cast.database.read() as session:
        found = plans.called(session, DISTRICT, "guichi-2018")
    assert found is not None and found.id == 1


def test_coming_draft_is_the_newest_that_nothing_in_force_has_overtaken(cast: Cast) -> None:
    first, second = taken(cast, paper()).kept, taken(cast, paper([BUDGET, GLUED])).kept

    def coming() -> int | None:
        with cast.database.read() as session:
            found = plans.coming(session, DISTRICT)
            return found.id if found else None

    assert coming() == second.id
    with cast.database.write() as session:
        plans.activate(session, second.id, cast.calendar, ZONE, cast.now, "test")
    assert coming() is None, "the first draft is older than what is in force"
    with cast.database.write() as session:
        plans.activate(session, first.id, cast.calendar, ZONE, cast.now, "test")
    assert coming() is None, "the second was in force, and was replaced"
    assert [kept.status for kept in every(cast)] == [
        PlanStatus.SUPERSEDED, PlanStatus.ACTIVE, PlanStatus.SUPERSEDED]


def test_next_years_draft_is_not_overtaken_by_this_years_plan(cast: Cast) -> None:
    next_year = taken(cast, paper(day=""), year=2019).kept
    correction = taken(cast, paper([BUDGET])).kept
    with cast.database.write() as session:
        plans.activate(session, correction.id, cast.calendar, ZONE, cast.now, "test")
        found = plans.coming(session, DISTRICT)
    assert found is not None and found.id == next_year.id


def test_plan_of_another_district_is_neither_compared_nor_in_hand(cast: Cast) -> None:
    with cast.database.write() as session:
        session.add(District(name="云江县"))
    made = taken(cast, paper(title="云江县2018年政务公开任务清单"), district="云江县").kept
    assert made.before is None and [task.key for task in made.plan.tasks] == ["R01", "R02", "R03", "R04", "R05"]
    with cast.database.read() as session:
        assert plans.coming(session, DISTRICT) is None


def test_rows_of_another_year_lend_no_keys(cast: Cast) -> None:
    old = taken(cast, paper())
    with cast.database.write() as session:
        plans.activate(session, old.kept.id, cast.calendar, ZONE, cast.now, "test")
    new = taken(cast, paper().replace("2018年".encode(), "2019年".encode()))
    assert new.kept.before is None
    assert [task.key for task in new.kept.plan.tasks] == ["R01", "R02", "R03", "R04", "R05"]


def test_draft_stays_as_it_was_whatever_becomes_known_later(cast: Cast) -> None:
    rows = (*ROWS, ("6", "住房公开", "公布保障房名单。", "区住建局", "2018年10月31日前"),
            ("7", "物业公开", "公布物业评价。", "区住建委", "2018年10月31日前"))
    kept = taken(cast, paper(rows)).kept
    asked = [one.key for one in shown(kept).questions]
    with cast.database.write() as session:
        plans.activate(session, kept.id, cast.calendar, ZONE, cast.now, "test")
    with cast.database.read() as session:
        assert [one.key for one in drafted(session, AtOnce(), newest(cast)).draft.questions] == asked


def test_plan_of_thousands_of_rows_can_be_read_again(cast: Cast) -> None:
    rows = [(str(n), f"第{n}项公开", f"公布第{n}项的{'目录和说明' * 70}。", "区财政局", "2018年9月30日前")
            for n in range(1, 1501)]
    kept = taken(cast, paper(rows)).kept
    assert len(kept.content.encode()) > 2_000_000
    assert len(newest(cast).plan.tasks) == 1500


def test_knowledge_of_a_district_survives_being_kept() -> None:
    known = Known("云江县", (
        Department("县财政局", ("财政局",), "云江县财政局"),
        Department("县环保局", successor=Succession("县生态环境局", date(2019, 3, 1)))),
        (Group("县政府各部门", (Membership("县财政局", date(2018, 1, 1)),
                            Membership("县环保局", date(2018, 1, 1), date(2019, 2, 28)))), Group("各乡镇")),
        ("R01.1", "R02.1"))
    day = date(2019, 1, 2)
    assert knowing.from_json(knowing.as_json(known, day)) == known
    assert knowing.from_json(knowing.as_json(Known(), day)) == Known()
    assert knowing.read_on(knowing.as_json(known, day)) == day


def test_written_by_hand_cannot_be_read_again(cast: Cast) -> None:
    with cast.database.read() as session, pytest.raises(Refusal, match="plan-by-hand"):
        drafted(session, AtOnce(), every(cast)[0])


def test_two_files_of_one_plan_keep_their_own_bytes(cast: Cast) -> None:
    first, second = taken(cast, paper()).kept, taken(cast, paper([BUDGET, SCHOOLS])).kept
    with cast.database.read() as session:
        assert documents.stored(session, first) != documents.stored(session, second)
        assert documents.stored(session, replace(first, document=None)) is None
