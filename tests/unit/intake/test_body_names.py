"""The names that bodies of counties really have: each is exactly itself, alone, in lists, between roles and without
anything between them, or else somebody is asked."""

from itertools import pairwise

import pytest

from obligations.intake.inquiry import Doubt
from obligations.intake.who.collectives import is_group, is_many
from tests.unit.intake.cells_read import TITLE, kinds, read, told
from tests.unit.intake.county_names import NAMES, OTHER, USUAL

OF_LIKENESS = {"same-body", "merged-body", "short-name", "similar-bodies", "named-twice", "misprint-body"}
TRIPLES = list(zip(NAMES, NAMES[7:], NAMES[19:], strict=False))


def names_of(cell: str, title: str = TITLE) -> tuple[list[str], list[Doubt]]:
    """The bodies and groups of a cell, and what is doubtful about reading it."""
    bodies, doubts = read([cell], title=title)
    found = [party.department or f"<{party.group}>" for party in bodies.parties[0]]
    return found, [doubt for doubt in doubts if doubt.kind not in OF_LIKENESS]


def asked(doubts: list[Doubt]) -> bool:
    return any(doubt.choices for doubt in doubts)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_name_is_itself_without_any_doubt(name: str) -> None:
    bodies, doubts = read([name])
    assert (told(bodies), kinds(doubts)) == (f"R {name}", [])


def test_no_real_name_is_taken_for_several_bodies() -> None:
    assert [name for name in NAMES if is_group(name) or is_many(name)] == []


@pytest.mark.parametrize("between", ["、", "，", "；", "\n", "　", "/"])
def test_a_list_of_real_names_has_exactly_these(between: str) -> None:
    for three in TRIPLES:
        assert names_of(between.join(three)) == (list(three), []), three


@pytest.mark.parametrize(("pattern", "roles"), [
    ("{}牵头，{}、{}配合", "LSS"), ("{}、{}、{}分别负责", "RRR"), ("{}、{}、{}按职责分工负责", "RRR"),
    ("{}牵头、{}负责、{}参与", "LRS"), ("牵头单位：{}；配合单位：{}、{}", "LSS"), ("由{}会同{}、{}", "LSS"),
    ("{}（牵头）、{}、{}等3个部门", "LRR")])
def test_roles_stand_beside_real_names_and_not_in_them(pattern: str, roles: str) -> None:
    for three in TRIPLES:
        bodies, doubts = read([pattern.format(*three)])
        expected = ", ".join(f"{role} {name}" for role, name in zip(roles, three, strict=True))
        assert (told(bodies), {*kinds(doubts)} - OF_LIKENESS) == (expected, set()), three


@pytest.mark.parametrize("level", ["县", "区", "旗"])
def test_usual_names_with_nothing_between_them_are_cut_apart_and_asked_about(level: str) -> None:
    title = f"青河{level}2021年政务公开任务分工"
    for one, other in pairwise(name.replace("县", level, 1) for name in USUAL):
        found, doubts = names_of(one + other, title)
        assert (found, [doubt.kind for doubt in doubts]) == ([one, other], ["no-separator"])


def test_unusual_names_with_nothing_between_them_are_never_one_in_silence() -> None:
    for one, other in (*pairwise(OTHER), *zip(USUAL, OTHER, strict=False), *zip(OTHER, USUAL, strict=False)):
        found, doubts = names_of(one + other)
        assert found == [one, other] or asked(doubts), one + other


def test_an_and_between_names_joins_none_of_them_in_silence() -> None:
    for one, other in (*pairwise(NAMES), *zip(USUAL, OTHER, strict=False), *zip(OTHER, USUAL, strict=False)):
        found, doubts = names_of(f"{one}和{other}")
        assert found == [one, other] or asked(doubts), f"{one}和{other}"


@pytest.mark.parametrize(("cell", "found"), [
    ("县财政局青山镇", ["县财政局", "青山镇"]),
    ("县融媒体中心青山湖景区管委会", ["县融媒体中心", "青山湖景区管委会"]),
    ("县水务局自来水公司", ["县水务局自来水公司"]),
    ("县交通局公路局", ["县交通局公路局"]),
    ("县规划局和青山乡", ["县规划局", "青山乡"]),
    ("县政协社会和法制委员会", ["县政协社会和法制委员会"]),
    ("县教育局和平街道", ["县教育局", "和平街道"]),
])
def test_the_default_for_doubtful_borders_is_the_likelier_one(cell: str, found: list[str]) -> None:
    names, doubts = names_of(cell)
    assert (names, [doubt.kind for doubt in doubts]) == (found, ["no-separator"])


@pytest.mark.parametrize("cell", ["县公安局城关派出所", "县城关镇人民政府", "云江县人民政府城关街道办事处",
                                  "县第二人民医院", "城关镇中心小学", "县人民政府驻京办事处"])
def test_a_part_of_a_body_is_one_name(cell: str) -> None:
    names, doubts = names_of(cell)
    assert (names, asked(doubts)) == ([cell], False)


def test_names_that_cannot_be_cut_apart_are_nobody_until_somebody_says_who() -> None:
    found, doubts = names_of("县财政局、县烟草县民政局县盐业")
    assert (found, [(doubt.kind, doubt.quote.text) for doubt in doubts]) == (
        ["县财政局"], [("not-a-body", "县烟草县民政局县盐业")])


@pytest.mark.parametrize(("title", "cell", "found"), [
    ("马鞍山市2024年政务公开任务分工", "市财政局、和县财政局", ["市财政局", "和县财政局"]),
    ("和县2024年政务公开任务分工", "县财政局和和县教育局", ["县财政局", "和县教育局"]),
    ("云江县2024年政务公开任务分工", "和县财政局", ["县财政局"]),
    ("云江县2024年政务公开任务分工", "会同县财政局", ["县财政局"]),
    ("怀化市2024年政务公开任务分工", "会同县财政局", ["会同县财政局"]),
    ("临川市2024年政务公开任务分工", "市政协办公室、市民宗局", ["市政协办公室", "市民宗局"]),
])
def test_a_place_whose_name_begins_like_another_word_keeps_it(title: str, cell: str, found: list[str]) -> None:
    assert names_of(cell, title) == (found, [])


@pytest.mark.parametrize("cell", ["县委、县政府督查室", "县委、县政府办公室", "县委、县政府各部门"])
def test_what_two_rulers_share_does_not_make_one_of_them_a_body(cell: str) -> None:
    found, doubts = names_of(cell)
    assert "县委" not in found and [doubt.quote.text for doubt in doubts if doubt.kind == "not-a-body"] == ["县委"]
