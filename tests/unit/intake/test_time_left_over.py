"""Words of the cell 时限 left over beside a time that is understood: quoted in a remark, unless they say nothing."""

from datetime import date

import pytest

from obligations.intake.draft import draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from tests.unit.intake.rules_cast import row, timed

LEFT = [("每季度，年底考核", "年底考核"), ("年底考核，每季度", "年底考核"), ("每季度（含年底考核）", "含年底考核"),
    ("年底前并纳入年度考核", "纳入年度考核"), ("每季度一次，重大事项随时", "重大事项"),
    ("12月底前，遇重大情况及时", "遇重大情况"), ("每月底及重要节点", "重要节点"), ("6月底前（视情延期）", "延期"),
    ("每季度末；节假日顺延", "节假日顺延"), ("2024年二季度启动，年底前完成", "2024年二季度启动"),
    ("6月底前、县委研究", "县委研究")]
NOTHING_LEFT = ["6月底前", "6月底之前完成", "6月底前完成左右", "2024年12月31日前（含12月31日）", "每季度公布一次",
    "10日内（含当日）", "6月底前（第一批）", "6月底前并长期坚持", "自7月起每月", "6月底前，及时公开",
    "完成时限：6月底前", "全年，年底考核", "6月底前、12月底前各一次", "每季度末月25日前", "会议结束后3个工作日内",
    "6月底前，每季度", "事项变更后及时"]


@pytest.mark.parametrize(("cell", "rest"), LEFT)
def test_what_is_left_over_is_quoted_in_a_remark(cell: str, rest: str) -> None:
    _, doubts = timed(row("公布名单", cell), year=2024)
    assert [doubt.values["rest"] for doubt in doubts if doubt.kind == "deadline-partly"] == [rest]


@pytest.mark.parametrize("cell", NOTHING_LEFT)
def test_what_says_nothing_of_its_own_is_not(cell: str) -> None:
    _, doubts = timed(row("公布名单", cell), year=2024)
    assert "deadline-partly" not in [doubt.kind for doubt in doubts]


@pytest.mark.parametrize("ending", ["（责任单位：县财政局；完成时限：每季度，年底考核）",
                                    "\n责任单位：县财政局\n完成时限：每季度，年底考核"])
def test_a_list_in_prose_has_the_same_remark(ending: str) -> None:
    rows = f"1.公布预算。{ending}\n2.公布决算。（责任单位：县财政局；完成时限：6月底前）"
    text = f"云江县2024年政务公开任务分工\n{rows}\n"
    made = draft(read_document("a.txt", text.encode()), Wanted(date(2024, 3, 1)), Known(), {}, "2024-1")
    assert [(doubt.row, doubt.values["rest"]) for doubt in made.remarks if doubt.kind == "deadline-partly"] == [
        (0, "年底考核")]
