"""Which spellings of a document become one body, in silence or by a question, and what that body is called."""

import pytest

from tests.unit.intake.cells_read import kinds, one, read, told


def names(cells: list[str], title: str = "云江县2021年政务公开任务分工") -> list[tuple[str, tuple[str, ...]]]:
    return [(body.name, body.aliases) for body in read(cells, title=title)[0].departments]


def test_spellings_that_are_the_same_for_certain_are_one_body_by_its_longest_name() -> None:
    bodies, doubts = read(["县发改委", "县发展改革委", "县发展和改革委员会"])
    assert [(body.name, body.aliases) for body in bodies.departments] == [
        ("县发展和改革委员会", ("县发改委", "县发展改革委"))]
    assert doubts == []


def test_a_place_may_be_said_in_three_ways_but_a_city_is_no_district() -> None:
    cells = ["区财政局", "青河区财政局", "临川市青河区财政局", "市财政局", "临川市财政局"]
    assert names(cells, "临川市青河区2019年政务公开任务分工") == [
        ("临川市青河区财政局", ("区财政局", "青河区财政局")), ("临川市财政局", ("市财政局",))]


def test_a_name_without_its_place_belongs_to_the_level_of_the_document() -> None:
    assert names(["县气象局", "气象局"]) == [("县气象局", ("气象局",))]


def test_a_bare_spelling_that_two_bodies_share_is_no_alias() -> None:
    cells = ["县财政局、民政局", "省财政厅、省民政局、民政局"]
    assert all("民政局" not in aliases for _, aliases in names(cells))


@pytest.mark.parametrize(("cells", "kind", "default", "bodies"), [
    (["县住建局", "县住建委"], "same-body", "one-body", 1),
    (["县住建局、县住建委"], "same-body", "two-bodies", 2),
    (["县食药监局", "县市场监管局"], "merged-body", "two-bodies", 2),
    (["县财政局", "县财政局", "县财证局"], "misprint-body", "one-body", 1),
    (["县住建建局", "县住建局"], "misprint-body", "one-body", 1),
    (["县财政局、县财证局"], "misprint-body", "two-bodies", 2),
    (["青山镇", "青云镇", "青山镇"], "misprint-body", "two-bodies", 2),
    (["县园林局", "县园林养护局"], "short-name", "two-bodies", 2),
    (["县财证局"], "misprint-name", "read-as", 1),
])
def test_what_is_only_likely_is_asked(cells: list[str], kind: str, default: str, bodies: int) -> None:
    found, doubts = read(cells)
    assert kinds(doubts) == [kind]
    assert one(doubts, kind).choices[0].kind == default
    assert len(found.departments) == bodies


@pytest.mark.parametrize(("cells", "kind"), [
    (["县教育局", "县教体局"], "similar-bodies"),
    (["县巿场监管局"], "look-alike"),
    (["县发改委、县发展改革委"], "named-twice"),
])
def test_what_is_only_worth_a_look_is_shown(cells: list[str], kind: str) -> None:
    assert kinds(read(cells)[1]) == [kind]


def test_a_misprint_is_an_alias_of_what_was_meant_and_never_its_name() -> None:
    assert names(["县住建建局", "县住建局"]) == [("县住建局", ("县住建建局",))]
    assert names(["县财证局"]) == [("县财政局", ("县财证局",))]


def test_a_question_names_both_bodies_and_quotes_the_one_in_doubt() -> None:
    doubt = one(read(["县市场监管局", "县食药监局牵头"])[1], "merged-body")
    assert (doubt.quote.text, doubt.row) == ("县食药监局", 1)
    assert doubt.values == {"first": "县市场监管局", "second": "县食药监局"}


def test_bodies_of_different_work_are_not_even_asked_about() -> None:
    cells = ["县公安局、县司法局、县审计局、县统计局、县民政局、县民宗局",
             "县水利局、县林业局、县商务局、县税务局、县政府办、县委办"]
    bodies, doubts = read(cells)
    assert (len(bodies.departments), doubts) == (12, [])


def test_three_spellings_of_two_kinds_end_in_one_body() -> None:
    bodies, doubts = read(["县住房城乡建委", "县住建委", "县住建局"])
    assert kinds(doubts) == ["same-body"]
    assert [told(bodies, place) for place in range(3)] == ["R 县住房城乡建委"] * 3
