"""Texts without TABs: paragraphs are kept line by line, and a table whose borders are lost is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Paragraph, Place
from obligations.intake.reading.plaintext import read_text
from tests.unit.intake.pasted import HEADER, TASKS, bare, faults, paragraphs, tables, words

PROSE = """青河区2023年政务公开工作要点
任务分工

一、总体要求
  各责任单位：请按时报送。
（一）公布预算。（责任单位：区财政局；完成时限：6月底前）
　　（二）公布规划。
责任单位：区发改委
完成时限：全年
联系人：\t区政府办公室
"""


def test_each_line_is_a_paragraph_with_its_line() -> None:
    blocks = read_text("一、公布预算。\n\n　　二、公布规划。 \r\n三、公布决算。", "青河区.txt").blocks
    assert blocks == (Paragraph("一、公布预算。", Place(line=1)), Paragraph("二、公布规划。", Place(line=3)),
                      Paragraph("三、公布决算。", Place(line=4)))


def test_prose_with_labels_and_colons_is_no_lost_table() -> None:
    document = read_text(PROSE, "青河区.txt")
    assert tables(document) == [] and words(document) == bare(PROSE)
    assert len(paragraphs(document)) == 9


@pytest.mark.parametrize("text", ["", "\n\n", " \t \n", "\f"])
def test_nothing_gives_no_blocks(text: str) -> None:
    assert words(read_text(text, "青河区.txt")) == ""


@pytest.mark.parametrize("gap", ["  ", " ", "\u3000", "，", ",", " / ", "\u00a0\u00a0"])
def test_headings_on_one_line_without_tabs_are_refused(gap: str) -> None:
    text = "青河区任务分工\n" + "\n".join(gap.join(row) for row in (HEADER, *TASKS))
    assert faults(read_text, text)[0][:2] == ("text-borders-lost", 2)


def test_headings_run_together_are_refused() -> None:
    assert faults(read_text, "任务分工\n\n序号工作任务责任单位完成时限\n1公布预算。区财政局全年")[0] == (
        "text-borders-lost", 3, "序号工作任务责任单位完成时限")


@pytest.mark.parametrize(("between", "line"), [("\n", 4), ("\n\n", 7)])
def test_cells_on_lines_of_their_own_are_refused(between: str, line: int) -> None:
    text = between.join(("青河区任务分工", *HEADER, *TASKS[0], *TASKS[1]))
    assert faults(read_text, text) == [("text-borders-lost", line, "责任单位")]


@pytest.mark.parametrize("labels", [("工作任务", "完成时限"), ("牵头单位", "配合单位"), ("责 任 单 位", "时　限")])
def test_two_headings_one_below_the_other_are_refused(labels: tuple[str, str]) -> None:
    assert faults(read_text, "\n".join(("通知", *labels, "公布预算。")))[0][0] == "text-borders-lost"


@pytest.mark.parametrize("text", [
    "青河区2023年政务公开工作要点\n任务分工", "工作要求\n加强组织领导。", "任务分工 责任清单", "重点任务\n具体措施",
    "三、时间安排\n6月底前完成。", "责任单位：区财政局\n完成时限：全年", "各责任单位：",
])
def test_titles_and_headings_of_prose_are_not_mistaken_for_columns(text: str) -> None:
    assert words(read_text(text, "青河区.txt")) == bare(text)


SIGNS = "一二（）1.、。；：区财政局县教育局负责全年月底前责任单位时限序号公布预算\t\t\t\t\n\n\n \u3000"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=150))
def test_what_is_not_refused_is_kept_to_the_last_character(text: str) -> None:
    try:
        document = read_text(text, "青河区.txt")
    except PlanFaults as found:
        assert all(isinstance(fault.values["place"], Place) for fault in found.faults)
    else:
        assert words(document) == bare(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["\t", "\n", "\n", '"', '""', "|", "│", "---", "├─┼─┤", "\r", "\0", "\v", "\u2028",
                                 "\\", "\ud800", "责任单位", "时限", "序号", "1", "全年", "区财政局", "公布预算。",
                                 "一、"]),
                max_size=60).map("".join))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    try:
        document = read_text(text, "青河区.txt")
    except (PlanFaults, Refusal):
        return
    assert all(len(row) == len(table.grid[0]) for table in tables(document) for row in table.grid)


@pytest.mark.parametrize("sign", ["\t", "|", "\n", "\r"])
def test_endless_cells_and_lines_are_refused_before_they_are_read(sign: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_text(sign * 1_000_000, "青河区.txt")
    assert refused.value.key in ("file-too-many-cells", "text-too-many-lines")


@pytest.mark.parametrize("text", [
    '\t"' * 50_000, '\t""x' * 50_000, "\t1\n" * 50_000, "(（" * 200_000, "一、" * 200_000, "1\t2\n" * 50_000,
    "\n\t公布\n\n" * 20_000, "责任单位" * 100_000, "a\tb\tc\n\n注\n" * 20_000,
])
def test_hostile_texts_end(text: str) -> None:
    try:
        assert bare(words(read_text(text, "青河区.txt")))
    except (PlanFaults, Refusal) as refused:
        assert refused.args
