"""Who is asked for a part of a row: whoever leads or answers, and a group only where its words ask it."""

from collections.abc import Sequence

import pytest

from obligations.intake.asked import Asked, When, Who
from obligations.intake.document import Place
from obligations.intake.inquiry import TYPED, Inquiry
from obligations.intake.parts import Part
from obligations.intake.source import NOTHING, Column, Quote, SourceRow
from obligations.intake.who.bodies import Party
from obligations.plan import Role

CELL = Quote("县财政局牵头，县政府各部门配合", Place(line=9))
ROW = SourceRow((), "1", Quote("预算公开"), Quote("公布预算。", Place(line=8)), ((Column.RESPONSIBLE, CELL),), NOTHING,
                Place(line=8))
BARE = SourceRow((), "1", Quote("预算公开"), Quote("公布预算。", Place(line=8)), (), NOTHING, Place(line=8))
UNDATED, DATED, EVENT = When(False, False), When(False, True), When(True, False)
ALL = "县政府各部门"
NAMES = {"县财政局": "县财政局", "财政局": "县财政局", "县教育局": "县教育局"}


def body(name: str, role: Role = Role.RESPONSIBLE) -> Party:
    return Party(role, name, department=name)


def group(name: str = ALL, role: Role = Role.RESPONSIBLE) -> Party:
    return Party(role, name, group=name)


def asked(parties: Sequence[Party], when: When = UNDATED, subjects: Sequence[Party] = (), row: SourceRow = ROW,
          answer: str = "") -> tuple[Asked | None, Inquiry]:
    """Who hands in a part; `answer`: to the first question about it."""
    part = Part(Quote("公布预算。", Place(line=8)), tuple(subjects))
    inquiry = Inquiry({})
    found = Who(inquiry, {ALL}, NAMES).asked(part, row, parties, 0, when)
    if answer:
        inquiry = Inquiry({next(d.key for d in inquiry.doubts if d.choices): answer})
        found = Who(inquiry, {ALL}, NAMES).asked(part, row, parties, 0, when)
    return found, inquiry


def kinds(inquiry: Inquiry) -> list[str]:
    return [doubt.kind for doubt in inquiry.doubts]


@pytest.mark.parametrize(("role", "names"), [
    (Role.LEAD, ("县财政局",)), (Role.RESPONSIBLE, ("县财政局",)), (Role.SUPPORTING, ()), (Role.INFORMED, ())])
def test_who_leads_or_answers_hands_in_who_supports_does_not(role: Role, names: tuple[str, ...]) -> None:
    found, _ = asked([body("县财政局", role)], EVENT)
    assert found == Asked(names)


def test_body_named_twice_is_asked_once() -> None:
    found, _ = asked([body("县财政局", Role.LEAD), body("县财政局"), body("县教育局")])
    assert found == Asked(("县财政局", "县教育局"))


def test_words_of_the_part_go_before_the_cells() -> None:
    found, inquiry = asked([body("县财政局"), body("县教育局")], subjects=[body("县教育局")])
    assert found == Asked(("县教育局",)) and inquiry.doubts == []


def test_body_that_only_the_words_name_is_asked_and_shown() -> None:
    found, inquiry = asked([body("县财政局")], subjects=[body("县教育局")])
    assert found == Asked(("县教育局",)) and kinds(inquiry) == ["subject-not-listed"]


def test_group_alone_in_its_cell_is_every_member() -> None:
    found, inquiry = asked([group()])
    assert found == Asked((), (ALL,)) and inquiry.doubts == []


def test_of_an_event_a_group_alone_is_named_when_it_is_registered() -> None:
    assert asked([group()], EVENT)[0] == Asked()


@pytest.mark.parametrize(("when", "answer", "found"), [
    (UNDATED, "", Asked(("县财政局",))), (DATED, "", Asked(("县财政局",), (ALL,))),
    (UNDATED, "every-member", Asked(("县财政局",), (ALL,))), (DATED, "named-only", Asked(("县财政局",)))])
def test_group_beside_named_bodies_is_confirmed(when: When, answer: str, found: Asked) -> None:
    result, inquiry = asked([body("县财政局"), group()], when, answer=answer)
    assert result == found
    assert kinds(inquiry) == ["group-beside-named-dated" if when.dated else "group-beside-named"]


def test_group_beside_a_leader_is_informed_unless_the_office_wants_all() -> None:
    parties = [body("县财政局", Role.LEAD), group()]
    assert asked(parties, DATED)[0] == Asked(("县财政局",))
    assert asked(parties, DATED, answer="every-member")[0] == Asked(("县财政局",), (ALL,))


def test_way_in_which_a_group_stands_is_asked_once_a_document() -> None:
    inquiry = Inquiry({})
    who = Who(inquiry, {ALL}, NAMES)
    for index in range(3):
        who.asked(Part(Quote(f"公布{index}")), ROW, [body("县财政局", Role.LEAD), group()], index, UNDATED)
    assert kinds(inquiry) == ["group-beside-lead"]


def test_group_without_members_is_never_expanded() -> None:
    found, inquiry = asked([body("县财政局"), group("县政府有关部门")])
    assert found == Asked(("县财政局",)) and inquiry.doubts == []


def test_words_that_ask_a_group_are_confirmed_against_the_cells() -> None:
    parties = [body("县财政局", Role.LEAD), group()]
    found, inquiry = asked(parties, UNDATED, subjects=[group()])
    assert found == Asked(("县财政局",)) and kinds(inquiry) == ["part-asks-group"]
    assert asked(parties, DATED, subjects=[group()])[0] == Asked(("县财政局",), (ALL,))
    assert asked(parties, EVENT, subjects=[group()])[0] == Asked((), (ALL,))


def test_words_that_ask_a_group_nobody_knows_leave_it_to_the_cells() -> None:
    found, inquiry = asked([body("县财政局")], subjects=[group("各村居")])
    assert found == Asked(("县财政局",)) and kinds(inquiry) == ["subject-without-members"]


def test_row_that_asks_nobody_is_asked_about_once_for_all_its_parts() -> None:
    inquiry = Inquiry({})
    who = Who(inquiry, {ALL}, NAMES)
    found = [who.asked(Part(Quote(words)), ROW, [group("有关部门")], 4, UNDATED) for words in ("一", "二")]
    assert found == [Asked(), Asked()] and kinds(inquiry) == ["nobody-asked"]
    assert (inquiry.doubts[0].row, inquiry.doubts[0].quote, inquiry.doubts[0].typed) == (4, CELL, True)


def test_row_without_any_cell_about_who_is_quoted_by_its_words() -> None:
    assert asked([], row=BARE)[1].doubts[0].quote.text == "公布预算。"


def test_leaving_it_for_later_leaves_it_open() -> None:
    result, inquiry = asked([], answer="ask-later")
    assert result == Asked() and inquiry.doubts[0].answer is None


@pytest.mark.parametrize(("answer", "found"), [
    ("nobody", None), (f"{TYPED}县财政局", Asked(("县财政局",))),
    (f"{TYPED}财政局、县教育局、县财政局", Asked(("县财政局", "县教育局"))),
    (f"{TYPED}县教育局 县财政局", Asked(("县教育局", "县财政局")))])
def test_office_says_who_it_is_or_that_it_is_nobody(answer: str, found: Asked | None) -> None:
    result, inquiry = asked([], answer=answer)
    assert result == found and inquiry.doubts[0].answer == answer


@pytest.mark.parametrize("words", ["县火星局", "县财政局、县火星局", "", "、"])
def test_typed_name_that_nobody_has_is_not_dropped_in_silence(words: str) -> None:
    result, inquiry = asked([], answer=TYPED + words)
    assert result == Asked() and inquiry.doubts[0].answer is None
    assert [doubt.values["name"] for doubt in inquiry.doubts[1:]] == [w for w in words.split("、") if "火星" in w]


def test_event_needs_nobody_beforehand() -> None:
    found, inquiry = asked([], EVENT)
    assert found == Asked() and inquiry.doubts == []
