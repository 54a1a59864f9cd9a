"""What an empty cell takes from above: within a merge in silence, else only asked."""

import pytest

from obligations.intake.inquiry import TYPED, Doubt
from obligations.intake.source import From, SourceRow
from tests.unit.intake.tables import PLAIN, answered, doubts, kinds, read, table, who

HEAD = ("序号", "任务", "具体要求", "责任单位", "时限")
FIRST = ("1", "平台建设", "改版门户网站", "县融媒体中心", "8月底前")
BARE = ("2", "政策解读", "制作图解", "", "")


def origins(row: SourceRow) -> tuple[From, From, From]:
    """How content, bodies and deadline came to their words."""
    bodies = row.bodies[0][1].origin if row.bodies else From.NOWHERE
    return row.content.origin, bodies, row.deadline.origin


def test_empty_cell_inherits_only_within_a_merge() -> None:
    merged = table(HEAD, FIRST, BARE, merged=[(1, 3, 2, 3), (1, 4, 2, 4)])
    assert origins(read(merged).rows[1]) == (From.OWN, From.MERGED, From.MERGED)
    assert kinds(merged) == []
    empty = table(HEAD, FIRST, BARE)
    assert origins(read(empty).rows[1]) == (From.OWN, From.NOWHERE, From.NOWHERE)
    assert kinds(empty) == ["no-bodies", "no-deadline"]


def test_a_merged_cell_gives_the_words_and_the_place_where_they_stand() -> None:
    found = read(table(HEAD, FIRST, BARE, merged=[(1, 3, 2, 3)]))
    assert found.rows[1].bodies == tuple(
        (column, type(quote)(quote.text, quote.place, From.MERGED)) for column, quote in found.rows[0].bodies)


def test_where_merges_are_unknown_the_cell_above_holds_and_is_asked() -> None:
    whole = table(HEAD, FIRST, BARE, known=False)
    assert origins(read(whole).rows[1]) == (From.OWN, From.ABOVE, From.ABOVE)
    asked = [(doubt.kind, [choice.kind for choice in doubt.choices], doubt.row) for doubt in doubts(whole)]
    assert asked == [("inherited-bodies", ["as-above", "leave-open"], 1),
                     ("inherited-deadline", ["as-above", "leave-open"], 1)]


def _second(doubt: Doubt) -> str | None:
    return doubt.choices[1].id if doubt.choices else None


@pytest.mark.parametrize("known", [True, False])
def test_the_answer_holds_instead_of_the_default(known: bool) -> None:
    row = answered(_second, table(HEAD, FIRST, BARE, known=known)).rows[1]
    assert [bool(row.bodies), bool(row.deadline.text)] == [known, known]


def test_bodies_may_be_typed_for_an_empty_cell() -> None:
    whole = table(HEAD, FIRST, BARE)
    found = answered(lambda doubt: TYPED + "县司法局" if doubt.kind == "no-bodies" else None, whole)
    assert who(found, 1) == [("responsible", "县司法局")]


def test_a_whole_year_above_is_taken_over_with_a_remark() -> None:
    whole = table(HEAD, (*FIRST[:4], "全年"), ("2", "政策解读", "制作图解", "县司法局", ""), known=False)
    assert (read(whole).rows[1].deadline.text, kinds(whole)) == ("全年", ["year-above"])


def test_a_column_of_deadlines_that_is_empty_throughout_is_not_asked_about() -> None:
    assert kinds(table(HEAD, (*FIRST[:4], ""), ("2", *FIRST[1:4], ""))) == []


def test_a_second_requirement_belongs_to_the_task_above() -> None:
    row = read(table(HEAD, FIRST, ("", "", "开通无障碍版", "县残联", "9月底前"), known=False)).rows[1]
    assert (row.number, row.content.text, row.content.origin) == ("1", "平台建设", From.ABOVE)
    assert row.requirement.text == "开通无障碍版"


def test_where_merges_are_known_an_empty_task_is_empty() -> None:
    row = read(table(HEAD, FIRST, ("", "", "开通无障碍版", "县残联", "9月底前"))).rows[1]
    assert (row.number, row.content.origin, row.asks.text) == ("", From.NOWHERE, "开通无障碍版")


def test_nothing_is_taken_over_from_another_section() -> None:
    whole = table(("类别", *HEAD), ("公开", *FIRST), ("解读", *BARE), known=False)
    assert kinds(whole) == ["no-bodies", "no-deadline"]
    assert read(whole).rows[1].bodies == ()


def test_one_task_for_two_bodies_is_two_rows() -> None:
    found = read(table(PLAIN, ("1", "公布名单", "县司法局", "全年"), ("", "", "县民政局", ""),
                       merged=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 3, 2, 3)]))
    assert [row.asks.text for row in found.rows] == ["公布名单"] * 2
    assert who(found, 1) == [("responsible", "县民政局")]


def test_an_empty_cell_of_who_helps_needs_no_question() -> None:
    whole = table(("任务", "牵头单位", "配合单位"), ("公布名单", "县司法局", ""))
    assert (who(read(whole)), kinds(whole)) == ([("lead", "县司法局")], [])


def test_helpers_alone_are_asked_for_a_lead() -> None:
    whole = table(("任务", "牵头单位", "配合单位"), ("公布名单", "", "县司法局"))
    assert (who(read(whole)), kinds(whole)) == ([("supporting", "县司法局")], ["no-bodies"])


def test_a_cell_over_who_leads_and_who_helps_says_neither() -> None:
    whole = table(("任务", "牵头单位", "配合单位"), ("公布名单", "各镇", ""), merged=[(1, 1, 1, 2)])
    assert (who(read(whole)), kinds(whole)) == ([("responsible", "各镇")], ["cell-across"])
