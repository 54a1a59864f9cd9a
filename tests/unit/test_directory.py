"""The district's list of departments: columns in any order, whatever a clerk's table looks like."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.directory import Listing, Stay, read_listing
from obligations.directory_words import Heading
from obligations.errors import PlanFaults, Refusal
from obligations.plan import Department, Succession


def commas(*rows: str) -> Listing:
    return read_listing("名录.csv", "\n".join(rows).encode())


def workbook(rows: Sequence[list[Any]], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def names(listing: Listing) -> list[str]:
    return [entry.department.name for entry in listing.entries]


def test_every_column_is_understood_in_any_order() -> None:
    (entry,) = commas("生效日期,联络员,群体,全称,简称,承接单位,单位名称",
                      "2019-03-01,甲、乙,区直各部门、两微一端开设单位,青河区水务局,水务局、区水利办,区水利局,区水务局").entries
    assert entry.department == Department("区水务局", ("水务局", "区水利办"), "青河区水务局",
                                          Succession("区水利局", date(2019, 3, 1)))
    assert entry.liaisons == ("甲", "乙")
    assert entry.stays == (Stay("区直各部门"), Stay("两微一端开设单位"))


@pytest.mark.parametrize("heading", ["名称", "部门", "单位", "单位名称", " 单 位 ", "部门名称（规范）", "单位："])
def test_the_departments_column_has_many_headings(heading: str) -> None:
    assert names(commas(heading, "区财政局")) == ["区财政局"]


def test_a_list_with_names_alone_says_nothing_about_the_rest() -> None:
    assert commas("单位", "区财政局").columns == {Heading.NAME}


def test_title_rows_blank_rows_and_columns_for_other_uses_do_not_disturb() -> None:
    found = commas("青河区单位名录,,", ",,", "序号,单位,电话", "1,区财政局,000", ",,", "2,区民政局,111")
    assert names(found) == ["区财政局", "区民政局"]
    assert found.unused == ("序号", "电话")


def test_a_heading_said_again_on_the_next_page_is_no_department() -> None:
    found = commas("单位,联络员", "区财政局,甲", " 单 位 ,联络员", "区民政局,乙")
    assert names(found) == ["区财政局", "区民政局"]


@pytest.mark.parametrize(("cell", "name"), [
    ('"区人力资源和\n社会保障局"', "区人力资源和社会保障局"), ("区 政 府 办 公 室", "区政府办公室"),
    ("区文旅局（体育、文物）", "区文旅局（体育、文物）")])
def test_a_name_over_two_lines_spread_out_or_with_a_list_in_brackets_is_one(cell: str, name: str) -> None:
    assert names(commas("单位", cell)) == [name]


def test_spaces_that_only_align_are_no_part_of_a_name() -> None:
    (entry,) = commas("单位,联络员", "民　政　局,甲  乙").entries
    assert (entry.department.name, entry.liaisons) == ("民政局", ("甲乙",))


@pytest.mark.parametrize("words", ["2019-03-01", "2019/3/1", "2019年3月1日", "2019.3.1", "２０１９年３月１日"])
def test_a_day_may_be_written_in_every_usual_way(words: str) -> None:
    (entry,) = commas("单位,群体,加入日期", f"区财政局,区直各部门,{words}").entries
    assert entry.stays == (Stay("区直各部门", date(2019, 3, 1)),)


def test_a_department_may_belong_to_groups_at_different_times() -> None:
    (entry,) = commas("单位,群体,加入日期,退出日期", "区财政局,甲组,2018-01-01,2018-06-30", "区财政局,乙组,,",
                      "区财政局,甲组,2019-01-01,").entries
    assert entry.stays == (Stay("甲组", date(2018, 1, 1), date(2018, 6, 30)), Stay("乙组"),
                           Stay("甲组", date(2019, 1, 1)))


def test_an_excel_list_gives_the_same_as_its_csv() -> None:
    rows = [["单位", "简称", "承接单位", "生效日期"], ["区水务局", "水务局", "区水利局", "2019-03-01"]]
    assert read_listing("名录.xlsx", workbook(rows)).entries[0].department == commas(
        *map(",".join, rows)).entries[0].department


def test_a_day_of_excel_is_a_day() -> None:
    rows: list[list[Any]] = [["单位", "承接单位", "生效日期"], ["区水务局", "区水利局", datetime(2019, 3, 1)]]
    (entry,) = read_listing("名录.xlsx", workbook(rows)).entries
    assert entry.department.successor == Succession("区水利局", date(2019, 3, 1))


def test_a_merged_name_stands_for_all_its_rows() -> None:
    rows: list[list[Any]] = [["单位", "群体"], ["区财政局", "甲组"], [None, "乙组"]]
    (entry,) = read_listing("名录.xlsx", workbook(rows, "A2:A3")).entries
    assert entry.stays == (Stay("甲组"), Stay("乙组"))


def test_what_looks_like_a_formula_in_a_csv_is_just_words() -> None:
    words = ["=HYPERLINK(1)", "+区财政局", "@区民政局"]
    assert names(commas("单位", *words)) == words


def test_a_quoted_cell_may_hold_commas_and_lines() -> None:
    (entry,) = commas("单位,简称", '区财政局,"财政局,区财局\n财局"').entries
    assert entry.department.aliases == ("财政局", "区财局", "财局")


def test_a_mark_before_the_first_heading_is_no_part_of_it() -> None:
    assert names(read_listing("名录.csv", "单位\n区财政局\n".encode("utf-8-sig"))) == ["区财政局"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_another_encoding_is_refused_by_its_name(encoding: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_listing("名录.csv", "单位名称,简称\n区财政局,财政局\n".encode(encoding))
    assert refused.value.key == "file-encoding"
    assert refused.value.values["encoding"] == encoding.upper()


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_nothing_else(words: str) -> None:
    try:
        listing = read_listing("名录.csv", ("单位,简称\n" + words).encode(errors="replace"))
    except (Refusal, PlanFaults):
        return
    assert all(entry.department.name for entry in listing.entries)
