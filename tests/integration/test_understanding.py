"""A document is understood once, before the transaction that keeps it; others are served meanwhile."""

import asyncio
import threading
from dataclasses import replace
from datetime import date

import pytest

from handlers import document, understanding
from handlers.drafting import understand
from handlers.request import File
from handlers.understanding import REMEMBERED, Case, made, year_in
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
    work = understanding._made

    def noted(case: Case, step: understanding.Step | None) -> understanding.Made:
        worked_out.append(case)
        return work(case, step)

    monkeypatch.setattr(understanding, "_made", noted)
    understanding._MADE.clear()
    return worked_out


def test_same_case_is_worked_out_once(drafted: list[Case]) -> None:
    assert made(CASE) is made(replace(CASE, file=Stored("a.md", bytes(paper()))))
    assert len(drafted) == 1


@pytest.mark.parametrize("other", [
    replace(CASE, answers=(("open-list-9b2b92e0", "only-named"),)), replace(CASE, known=Known("池州市贵池区")),
    replace(CASE, wanted=Wanted(date(2018, 6, 6))), replace(CASE, file=Stored("a.md", paper([BUDGET]))),
    replace(CASE, known=Known(used=("R01.1",)))])
def test_anything_else_is_another_case(drafted: list[Case], other: Case) -> None:
    made(CASE)
    made(other)
    assert drafted == [CASE, other]


def test_only_the_last_few_are_remembered(drafted: list[Case]) -> None:
    cases = [replace(CASE, wanted=Wanted(date(2018, 6, day))) for day in range(1, REMEMBERED + 2)]
    for case in cases:
        made(case)
    made(cases[-1])
    made(cases[0])
    assert drafted == [*cases, cases[0]]


def test_progress_is_told_only_where_there_is_something_to_do(drafted: list[Case]) -> None:
    steps: list[tuple[int, int]] = []
    made(CASE, lambda *at: steps.append(at))
    made(CASE, lambda *at: steps.append(at))
    assert steps == [(number, 5) for number in range(1, 6)] and len(drafted) == 1


def test_year_is_found_before_anything_is_understood() -> None:
    assert year_in(CASE.file) == 2018
    with pytest.raises(Refusal):
        year_in(Stored("a.md", paper(title="任务清单", day="")))


def test_what_was_understood_beforehand_is_what_is_kept(cast: Cast, drafted: list[Case]) -> None:
    file = File("a.md", 1, "id")
    with cast.database.read() as session:
        context = cast.context(session, OFFICE, "", file=file, content=paper(), attachment="document")
        document.understand(context)
    assert len(drafted) == 1 and len(every(cast)) == 1
    send(cast, paper(), "a.md")
    assert len(drafted) == 1 and len(every(cast)) == 2


def test_what_cannot_be_understood_is_left_to_the_one_who_says_so(cast: Cast) -> None:
    with cast.database.read() as session:
        for content in (b"", b"%PDF-1.7", "一".encode(), None):
            context = cast.context(session, OFFICE, "", file=File("a.md", 1, "id"), content=content)
            document.understand(context)
    assert len(every(cast)) == 1


def test_each_answer_works_the_document_out_once_more_only(cast: Cast, drafted: list[Case]) -> None:
    send(cast, paper([BUDGET, GLUED, WATER]))
    drafted.clear()
    cast.press(OFFICE, "plan-ask:2")
    assert drafted == []
    cast.say(OFFICE, "1")
    first = len(drafted)
    cast.say(OFFICE, "1")
    assert len(drafted) - first == 1


def test_without_a_database_there_is_nothing_to_compare_with() -> None:
    case = understand(None, CASE.file, Wanted(date(2018, 6, 5)))
    assert (case.before, case.answers, case.known) == ("", (), Known())
    with pytest.raises((Refusal, PlanFaults)):
        understand(None, Stored("a.md", b""), Wanted(date(2018, 6, 5)))


async def test_others_are_served_while_a_document_is_being_understood(
        api: BotApi, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_context: object) -> None:
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
