"""Tables with one cell a line: how rows are told apart, what stands around them, and where that cannot be told."""

import pytest

from obligations.intake.reading.plaintext import read_text
from tests.unit.intake.pasted import (
    HEADER,
    TASKS,
    bare,
    cell_lines,
    faults,
    grid,
    paragraphs,
    tables,
    words,
)

TABLE = cell_lines(HEADER, *TASKS)


def read(text: str) -> list[list[str]]:
    return grid(read_text(text, "云江县.txt"))


def test_a_row_is_as_many_cells_as_most_rows_have() -> None:
    assert read(TABLE) == [list(HEADER), *map(list, TASKS)]


def test_lines_without_a_tab_go_on_with_their_cell() -> None:
    row = ("4", "1.公布预算。\n2.公布决算。", "县财政局", "全年")
    assert read(cell_lines(HEADER, *TASKS, row))[4] == list(row)


def test_an_empty_line_between_two_points_stays_in_its_cell() -> None:
    row = ("4", "1.公布预算。\n\n2.公布决算。", "县财政局", "全年")
    assert read(cell_lines(HEADER, *TASKS, row))[4] == list(row)


def test_an_empty_line_after_the_words_of_a_cell_does_not_end_the_row() -> None:
    row = ("4", "公布预算。\n", "县财政局", "全年")
    assert read(cell_lines(HEADER, *TASKS, row))[4] == ["4", "公布预算。", "县财政局", "全年"]


def test_rows_without_an_empty_line_between_them_are_told_apart_by_counting() -> None:
    text = cell_lines(HEADER, *TASKS, *TASKS).replace("\t6月底前\n\n", "\t6月底前\n")
    assert read(text) == [list(HEADER), *map(list, TASKS), *map(list, TASKS)]


def test_titles_above_and_notes_below_are_paragraphs() -> None:
    above, below = ["云江县2022年政务公开任务分工", "（征求意见稿）"], ["注：按季度报送。", "2.本表由县公开办解释。"]
    document = read_text("\n".join([*above, TABLE, *below]), "云江县.txt")
    assert paragraphs(document) == above + below
    assert grid(document)[3] == list(TASKS[2])


def test_a_signature_below_the_last_row_is_no_deadline() -> None:
    document = read_text(f"{TABLE.rstrip()}\n\n云江县人民政府办公室\n2022年5月6日印发", "云江县.txt")
    assert paragraphs(document) == ["云江县人民政府办公室", "2022年5月6日印发"]
    assert grid(document)[3][3] == "8月31日前"


def test_a_paragraph_keeps_its_line() -> None:
    document = read_text("标题\n\n\n引言", "云江县.txt")
    assert [block.place.line for block in document.blocks if not hasattr(block, "grid")] == [1, 4]


def test_two_tables_with_a_title_between_them_are_two() -> None:
    other = cell_lines(("序号", "公开事项", "牵头单位", "配合单位", "时限"),
                       ("1", "公布食品抽检结果。", "县市场监管局", "县卫健委", "每月"),
                       ("2", "公布救助标准。", "县民政局", "县财政局", "全年"))
    document = read_text(f"{TABLE.rstrip()}\n\n表二  民生领域\n{other}", "云江县.txt")
    first, second = tables(document)
    assert [len(first.grid), len(first.grid[0]), len(second.grid), len(second.grid[0])] == [4, 4, 3, 5]
    assert paragraphs(document) == ["表二  民生领域"]


def test_a_header_printed_again_after_a_page_break_stays_a_row_of_the_same_table() -> None:
    assert read(cell_lines(HEADER, TASKS[0], HEADER, *TASKS[1:]))[2] == list(HEADER)


def test_a_section_over_the_whole_width_is_one_cell_in_every_slot() -> None:
    [table] = tables(read_text(cell_lines(HEADER, ("一、加强重点领域公开",), *TASKS), "云江县.txt"))
    assert {id(cell) for cell in table.grid[1]} == {id(table.grid[1][0])}
    assert table.grid[1][0].text == "一、加强重点领域公开"


def test_a_title_inside_the_table_covers_its_width() -> None:
    assert read(cell_lines(("云江县任务分工表",), HEADER, *TASKS))[0] == ["云江县任务分工表"] * 4


@pytest.mark.parametrize("lost", range(4))
def test_a_row_that_lost_a_cell_is_refused_with_its_place_and_words(lost: int) -> None:
    row = TASKS[1][:lost] + TASKS[1][lost + 1:]
    [(key, line, quote)] = faults(read_text, cell_lines(HEADER, TASKS[0], row, TASKS[2], *TASKS))
    assert key == "text-row-unclear" and 11 <= line <= 13 and quote in TASKS[1]


def test_every_row_in_doubt_is_named_at_once() -> None:
    found = faults(read_text, cell_lines(HEADER, TASKS[0][1:], TASKS[1], TASKS[2][:3], *TASKS))
    assert [line for _, line, _ in found] == [6, 15]


def test_two_cells_that_changed_places_are_refused() -> None:
    number, task, who, when = TASKS[0]
    [(key, _, quote)] = faults(read_text, cell_lines(HEADER, *TASKS, *TASKS, (number, task, when, who)))
    assert (key, quote) == ("text-row-unclear", "6月底前")


def test_a_heading_over_the_wrong_column_is_refused() -> None:
    assert faults(read_text, cell_lines(("序号", "工作任务", "完成时限", "责任单位"), *TASKS))[0][2] == "完成时限"


def test_cells_that_are_all_parted_by_empty_lines_are_refused() -> None:
    [(key, line, quote)] = faults(read_text, TABLE.replace("\n\n", "\n").replace("\n", "\n\n"))
    assert (key, line, quote) == ("text-borders-lost", 5, "责任单位")


def test_a_header_without_any_rows_that_can_be_told_apart_is_refused() -> None:
    [(key, line, quote)] = faults(read_text, cell_lines(*(("责任单位", "时限")[:at % 2 + 1] for at in range(2)), ("1",),
                                                        ("县财政局",), ("全年",)))
    assert (key, line, quote) == ("text-rows-unclear", 1, "责任单位")


def test_a_signature_right_below_the_last_deadline_is_told_from_it() -> None:
    document = read_text(f"{TABLE.rstrip()}\n云江县人民政府办公室\n2022年5月6日", "云江县.txt")
    assert grid(document)[3][3] == "8月31日前"
    assert paragraphs(document) == ["云江县人民政府办公室", "2022年5月6日"]


def test_a_last_row_that_lost_its_tabs_is_no_note() -> None:
    [(key, line, quote)] = faults(read_text, f"{TABLE}\n4\n公布低保名单。\n县民政局\n全年")
    assert (key, line, quote) == ("text-line-unclear", 21, "4")


def test_a_line_after_the_last_cell_that_may_belong_to_it_is_refused() -> None:
    header, rows = (*HEADER, "落实情况"), [(*task, "按要求推进中") for task in TASKS]
    [(key, _, quote)] = faults(read_text, f"{cell_lines(header, *rows)}\n其余事项另行通知")
    assert (key, quote) == ("text-line-unclear", "其余事项另行通知")


def test_indented_paragraphs_are_no_table() -> None:
    text = "\t现就有关事项通知如下。\n\t一、公布预算（责任单位：县财政局）\n\n\t二、公布规划（责任单位：县发改委）"
    document = read_text(text, "云江县.txt")
    assert tables(document) == [] and words(document) == bare(text)
    assert len(paragraphs(document)) == 3


def test_blank_cells_are_cells() -> None:
    rows = [(*TASKS[0][:2], "", ""), ("", "续报决算。", "县财政局", "")]
    assert read(cell_lines(HEADER, *TASKS, *rows))[4:] == [list(row) for row in rows]
