"""A document is understood once, before the transaction that keeps it; others are served meanwhile."""

import asyncio
import threading
from dataclasses import replace
from datetime import date

import pytest

from handlers import document
from handlers.drafting import understand
from handlers.request import File
from handlers.router import route
from handlers.setting import setting
from handlers.understanding import (
    AtOnce,
    Case,
    Made,
    NotUnderstood,
    Read,
    Reading,
    Step,
    Understanding,
    YearOf,
    worked_out,
)
from obligations.errors import PlanFaults, Refusal
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from storage.documents import Stored
from tests.bot_api import BotApi
from tests.bot_api.at_work import at_work, brings, says
from tests.cast import OFFICE, TREASURY, Cast
from tests.papers import BUDGET, GLUED, WATER, but, every, paper, send

pytest_plugins = ("tests.bot_api.at_work_fixtures",)

CASE = Case(Stored("a.md", paper()), Wanted(date(2018, 6, 5)), Known())


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """The cases that were really worked out."""
    worked_out: list[Case] = []
    work = Case.done

    def noted(case: Case, understanding: Understanding, step: Step | None) -> Made:
        worked_out.append(case)
        return work(case, understanding, step)

    monkeypatch.setattr(Case, "done", noted)
    return worked_out


def test_what_was_understood_is_handed_on_as_a_value(drafted: list[Case]) -> None:
    understanding = Understanding().having(CASE)
    assert understanding.made(CASE) is understanding.made(replace(CASE, file=Stored("a.md", bytes(paper()))))
    assert len(drafted) == 1


@pytest.mark.parametrize("other", [
    replace(CASE, answers=(("open-list-9b2b92e0", "only-named"),)), replace(CASE, known=Known("池州市贵池区")),
    replace(CASE, wanted=Wanted(date(2018, 6, 6))), replace(CASE, file=Stored("a.md", paper([BUDGET]))),
    replace(CASE, known=Known(used=("R01.1",)))])
def test_anything_else_is_another_case(other: Case) -> None:
    with pytest.raises(NotUnderstood) as missing:
        Understanding().having(CASE).made(other)
    assert missing.value.work == other


def test_nothing_is_remembered_from_one_call_to_the_next(drafted: list[Case]) -> None:
    """A second process would lack it."""
    for _ in range(2):
        AtOnce().made(CASE)
    assert drafted == [CASE, CASE]


def test_a_file_is_read_once_for_all_that_is_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[str] = []
    read = Read.done

    def noted(work: Read, understanding: Understanding, step: Step | None) -> Reading:
        readings.append(work.file.name)
        return read(work, understanding, step)

    monkeypatch.setattr(Read, "done", noted)
    understanding = Understanding().having(YearOf(CASE.file)).having(CASE)
    assert understanding.year(CASE.file) == 2018 and understanding.made(CASE).plan.year == 2018
    assert readings == ["a.md"]


def test_a_refusal_is_handed_on_too() -> None:
    understanding = Understanding().having(Read(Stored("a.md", b"")))
    for _ in range(2):
        with pytest.raises((Refusal, PlanFaults)):
            understanding.reading(Stored("a.md", b""))


def test_what_is_missing_is_worked_out_and_begun_again() -> None:
    tries: list[Understanding] = []

    def act(understanding: Understanding) -> str:
        tries.append(understanding)
        understanding.year(CASE.file)
        return understanding.made(CASE).plan.title

    assert worked_out(act, Understanding()) == AtOnce().made(CASE).plan.title
    assert len(tries) == 3


def test_progress_is_told_only_where_there_is_something_to_do() -> None:
    steps: list[tuple[int, int]] = []
    at_once = AtOnce(step=lambda *at: steps.append(at))
    at_once.made(CASE)
    at_once.made(CASE)
    assert steps == [(number, 5) for number in range(1, 6)]


def test_year_is_found_before_anything_is_understood(drafted: list[Case]) -> None:
    assert AtOnce().year(CASE.file) == 2018 and drafted == []
    with pytest.raises(Refusal):
        AtOnce().year(Stored("a.md", paper(title="任务清单", day="")))


def looked_into(cast: Cast, content: bytes | None) -> Understanding:
    """What was understood of a document before the transaction that keeps it."""
    found = Understanding()

    def look(understanding: Understanding) -> None:
        nonlocal found
        found = understanding
        with cast.database.read() as session:
            context = cast.context(session, OFFICE, "", file=File("a.md", 1, "id"), content=content,
                                   attachment="document")
            document.understand(replace(context, understanding=understanding))

    worked_out(look, found)
    return found


def test_what_was_understood_beforehand_is_what_is_kept(cast: Cast, drafted: list[Case]) -> None:
    understanding = looked_into(cast, paper())
    assert len(drafted) == 1 and len(every(cast)) == 1
    with cast.database.write() as session:
        context = cast.context(session, OFFICE, "", file=File("a.md", 1, "id"), content=paper(), attachment="document")
        assert route(replace(context, understanding=understanding))
    assert len(drafted) == 1 and len(every(cast)) == 2


def test_what_cannot_be_understood_is_left_to_the_one_who_says_so(cast: Cast) -> None:
    for content in (b"", b"%PDF-1.7", "一".encode(), None):
        looked_into(cast, content)
    assert len(every(cast)) == 1


def test_each_answer_works_the_document_out_once(cast: Cast, drafted: list[Case]) -> None:
    send(cast, paper([BUDGET, GLUED, WATER]))
    drafted.clear()
    cast.press(OFFICE, "plan-ask:2")
    assert drafted == []
    for times in (1, 2):
        cast.say(OFFICE, "1")
        assert len(drafted) == times


async def test_nothing_is_worked_out_while_the_right_to_write_is_held(
        api: BotApi, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    send(cast, paper([BUDGET, GLUED, WATER]))
    cast.press(OFFICE, "plan-ask:2")
    held: list[bool] = []
    work = Case.done

    def noted(case: Case, understanding: Understanding, step: Step | None) -> Made:
        entered = threading.Event()

        def try_to_write() -> None:
            with cast.database.write():
                entered.set()

        other = threading.Thread(target=try_to_write)
        other.start()
        held.append(not entered.wait(5))
        other.join()
        return work(case, understanding, step)

    monkeypatch.setattr(Case, "done", noted)
    says(api, OFFICE, "1")
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.answers()
    assert held == [False]


def test_without_a_database_there_is_nothing_to_compare_with() -> None:
    case = setting(None, AtOnce(), CASE.file, Wanted(date(2018, 6, 5))).case
    assert (case.before, case.answers, case.known) == ("", (), Known())
    with pytest.raises((Refusal, PlanFaults)):
        understand(None, AtOnce(), Stored("a.md", b""), Wanted(date(2018, 6, 5)))


async def test_others_are_served_while_a_document_is_being_understood(
        api: BotApi, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_context: object) -> None:    # nothing is understood: what is missing is understood when it is handled
        begun.set()
        assert go_on.wait(30)

    monkeypatch.setattr(document, "understand", slow)
    brings(api, OFFICE, "a.md", content=paper([but(BUDGET, when="年底前")]))
    async with at_work(api, cast) as bot:
        await bot.takes(1)
        await bot.worker.handle_some()
        assert await asyncio.to_thread(begun.wait, 20)
        says(api, TREASURY, "状态")
        await bot.takes(1)
        while TREASURY.account not in bot.so_far():
            await bot.worker.handle_some()
        assert (bot.left(), len(every(cast))) == (1, 1)
        go_on.set()
        assert "草稿 2018-1" in (await bot.answers())[OFFICE.account][0]
