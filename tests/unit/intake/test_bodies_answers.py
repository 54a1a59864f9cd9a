"""What the office answers is carried out, for every question about who."""

from datetime import date

import pytest

from obligations.intake.known import Known
from obligations.intake.source import Column
from obligations.intake.who.bodies import subject_of, subjects_of
from obligations.plan import Department, Group, Membership, Role, Succession
from tests.unit.intake.cells_read import IN_FORCE, answered, kinds, one, read, read_rows, row, told

LISTED = Known(
    "池州市贵池区",
    (Department("区住房城乡建委", ("区住建委",), "贵池区住房和城乡建设委员会",
                Succession("区住房和城乡建设局", date(2019, 3, 1))), Department("区商务局"), Department("区财政局")),
    (Group("区政府各部门", (Membership("区商务局", date(2018, 1, 1)),)),),
)


@pytest.mark.parametrize(("cells", "kind", "choice", "parties"), [
    (["县发改委县商务局"], "no-separator", "one-name", "R 县发改委县商务局"),
    (["县委县政府督查室"], "no-separator", "cut-apart", "R 县委, R 县政府督查室"),
    (["县财政局、张某"], "not-a-body", "keep-as-body", "R 县财政局, R 张某"),
    (["县财政局、县烟草"], "not-a-body", "keep-as-body", "R 县财政局, R 县烟草"),
    (["县财政局，县民政局配合"], "role-reach", "role-for-all", "S 县财政局, S 县民政局"),
    (["县财政局，县民政局牵头"], "role-reach", "role-for-last", "R 县财政局, L 县民政局"),
    (["县委宣传部（县政府新闻办）牵头"], "in-brackets", "also-asked", "L 县委宣传部, L 县政府新闻办"),
    (["省工信厅、财政局"], "which-level", "of-place:县财政局", "R 省工信厅, R 县财政局"),
    (["县财正局"], "misprint-name", "as-printed", "R 县财正局"),
    (["县教育局等部门", "县财政局"], "open-list", "typed:财政局", "R 县教育局, R 县财政局"),
    (["县食药监局", "县市场监管局"], "merged-body", "one-body", "R 县市场监管局"),
    (["县住建委", "县住建局", "县住建局"], "same-body", "two-bodies", "R 县住建委"),
    (["县园林绿化局", "县园林局", "县园林管护局"], "short-name", "one-body", "R 县园林绿化局"),
])
def test_an_answer_takes_the_place_of_the_default(
        cells: list[str], kind: str, choice: str, parties: str) -> None:
    before, doubts = read(cells)
    after, again = read(cells, answers=answered(doubts, kind, choice))
    assert told(after) == parties
    assert told(before) != parties or len(before.departments) != len(after.departments)
    assert one(again, kind).answer is not None


def test_a_typed_name_nobody_knows_leaves_the_question_open_and_is_pointed_out() -> None:
    cells = ["县教育局等部门"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "open-list", "typed:教育局、某某局"))
    assert told(bodies) == "R 县教育局"
    assert one(doubts, "open-list").answer is None
    assert one(doubts, "typed-unknown").values == {"name": "某某局"}


def test_the_same_words_are_asked_about_once_in_a_document() -> None:
    bodies, doubts = read(["县发改委县商务局", "县发改委县商务局牵头", "县发改委县商务局"])
    assert kinds(doubts) == ["no-separator"]
    assert [told(bodies, place) for place in (0, 1)] == ["R 县发改委, R 县商务局", "L 县发改委, L 县商务局"]


def test_a_listed_body_keeps_its_name_full_name_and_successor() -> None:
    bodies, _ = read(["区住房和城乡建设委员会", "区住建委"], title="2018年任务分工", known=LISTED)
    assert bodies.departments == (
        Department("区住房城乡建委", ("区住建委", "区住房和城乡建设委员会"), "贵池区住房和城乡建设委员会",
                   Succession("区住房和城乡建设局", date(2019, 3, 1))),)


def test_a_listed_group_has_its_listed_members_and_is_not_asked_about() -> None:
    bodies, doubts = read(["区财政局、区政府各部门", "各部门"], known=LISTED)
    assert [group.members for group in bodies.groups] == [LISTED.groups[0].members] * 2
    assert "区商务局" in {body.name for body in bodies.departments}
    assert doubts == []


def test_a_body_in_two_columns_stands_once_in_its_stronger_role() -> None:
    bodies, _ = read_rows((row((Column.RESPONSIBLE, "县财政局、县民政局"), (Column.LEAD, "县财政局")),))
    assert told(bodies) == "L 县财政局, R 县民政局"


def test_every_column_of_a_row_gives_its_own_role() -> None:
    cells = (Column.LEAD, "县财政局"), (Column.RESPONSIBLE, "县民政局"), (Column.SUPPORTING, "各乡镇")
    assert told(read_rows((row(*cells),))[0]) == "L 县财政局, R 县民政局, S <各乡镇>"


def test_the_words_of_a_party_are_those_of_the_document() -> None:
    bodies, _ = read(["由县财政局（国库股）牵头，民政局、县住房和\n城乡建设局负责"])
    assert [party.words for party in bodies.parties[0]] == ["县财政局（国库股）", "民政局", "县住房和\n城乡建设局"]


def test_a_clause_may_begin_with_several_bodies() -> None:
    bodies, _ = read(["县财政局、县民政局，各部门"])
    parties = subjects_of("县财政局、县民政局和各部门按要求公开", bodies)
    assert [party.department or party.group for party in parties] == ["县财政局", "县民政局", "各部门"]
    assert {party.role for party in parties} == {Role.RESPONSIBLE}


def test_a_clause_names_only_who_stands_in_the_document() -> None:
    bodies, _ = read(["县财政局、县政府"])
    assert subject_of("县司法局做好审查", bodies) is None
    assert subject_of("县政府有关部门做好审查", bodies) is None
    assert subject_of("县财政局", bodies) is not None


def test_members_begin_on_the_day_the_plan_comes_into_force() -> None:
    bodies, _ = read(["县财政局、各部门"])
    assert bodies.groups == (Group("各部门", (Membership("县财政局", IN_FORCE),)),)
