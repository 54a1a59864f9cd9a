"""A line that stands alone in a list: the heading of the items under it, a signature, or more of the item above."""

from datetime import date

import pytest

from obligations.intake.document import Document, Paragraph, Place
from obligations.intake.draft import draft
from obligations.intake.inquiry import Inquiry
from obligations.intake.known import Known
from obligations.intake.rows.bare import Bare, bare
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source
from obligations.intake.terms import Wanted
from obligations.plan import ByDate
from tests.unit.intake.tables import answered, document, doubts, kinds, read, who

HEAD = "云江县2023年政务公开任务清单"
FIRST, SECOND = "1.公布水价。（责任单位：县水利局）", "2.公布票价。（责任单位：县文旅局）"
THIRD = "3.公布线路。责任单位：县交通局"
OFFICE, DAY = "云江县人民政府办公室", "2023年4月6日"


def sections(source: Source) -> list[tuple[str, ...]]:
    return [row.sections for row in source.rows]


def names(source: Source) -> list[list[tuple[str, str]]]:
    return [who(source, at) for at in range(len(source.rows))]


@pytest.mark.parametrize(("text", "kind"), [
    ("5月", Bare.TIME), ("【5月】", Bare.TIME), ("11月份", Bare.TIME), ("二季度", Bare.TIME), ("9月底前：", Bare.TIME),
    ("2023年4月6日", Bare.TIME), ("二〇二三年四月六日", Bare.TIME), ("县水利局", Bare.BODIES),
    ("【县水利局】（共3项）", Bare.BODIES), ("县水利局、各镇", Bare.BODIES), ("水利领域", Bare.WORDS),
    ("改版政务公开平台", Bare.WORDS), ("各镇人民政府，县直各单位：", None), ("请遵照执行。", None), ("（5月）", None),
    (HEAD, None), ("联系人：某人", None), ("— 3 —", None), ("5", None)])
def test_a_short_line_is_made_of_a_time_or_of_bodies_or_of_words(text: str, kind: Bare | None) -> None:
    assert bare(text) is kind


@pytest.mark.parametrize(("last", "asked"), [(SECOND, 0), (THIRD, 1), ("2.公布票价。（县文旅局负责）", 0)])
def test_the_signature_under_the_last_item_is_no_duty_of_it(last: str, asked: int) -> None:
    blocks = (HEAD, FIRST, last, OFFICE, DAY, "（此件公开发布）")
    found = read(*blocks)
    assert OFFICE not in str(names(found)) and [row.deadline.text for row in found.rows] == ["", ""]
    assert [quote.text for quote in found.headings][:2] == [OFFICE, DAY]
    assert kinds(*blocks).count("line-goes-on") == asked


def test_the_day_under_a_list_is_that_of_the_document() -> None:
    made = draft(document(HEAD, FIRST, SECOND, OFFICE, DAY), Wanted(date(2023, 5, 1)), Known(), {}, "2023-1")
    assert made.plan.in_force == date(2023, 4, 6)
    assert "in-force" not in {doubt.kind for doubt in made.doubts}


def test_the_office_may_say_that_what_looks_like_a_signature_goes_on() -> None:
    found = answered(lambda doubt: doubt.choices[1].id if doubt.kind == "line-goes-on" else None,
                     HEAD, THIRD, OFFICE, DAY)
    assert names(found) == [[("responsible", f"县交通局\n{OFFICE}")]]
    assert found.rows[0].deadline.text == DAY


def test_a_signature_between_a_letter_and_its_list_heads_nothing() -> None:
    found = read(HEAD, "一、总体要求", "1.抓紧公布。（责任单位：县司法局）", OFFICE, DAY, "附件", FIRST, SECOND)
    assert sections(found)[1:] == [("附件",), ("附件",)]
    assert OFFICE in [quote.text for quote in found.headings]


@pytest.mark.parametrize(("first", "second"), [
    ("5月", "9月"), ("【5月】", "【9月】"), ("5月份", "9月份"), ("县水利局", "县文旅局"), ("水利领域", "旅游领域"),
    ("上半年", "9月底前"), ("县水利局：", "县文旅局（共1项）")])
def test_a_short_line_between_items_heads_those_under_it(first: str, second: str) -> None:
    assert sections(read(HEAD, first, FIRST, second, SECOND)) == [(first,), (second,)]


def test_a_calendar_is_not_moved_by_one_month() -> None:
    found = draft(document(HEAD, "5月", FIRST, "9月", SECOND), Wanted(date(2023, 3, 1)), Known(), {}, "2023-1")
    assert [part.rule for task in found.plan.tasks for part in task.deliverables] == [
        ByDate((date(2023, 5, 31),)), ByDate((date(2023, 9, 30),))]
    assert [one.quote.text for one in found.questions if one.kind == "heading-time"] == ["5月", "9月"]


def test_months_stand_under_numbered_headings_and_over_them() -> None:
    inner = read(HEAD, "一、水利", "5月", FIRST, "9月", SECOND, "二、交通", THIRD)
    assert sections(inner) == [("一、水利", "5月"), ("一、水利", "9月"), ("二、交通",)]
    outer = read(HEAD, "5月", "一、水利", FIRST, "9月", "一、交通", SECOND)
    assert sections(outer) == [("5月", "一、水利"), ("9月", "一、交通")]


def test_bodies_hold_over_the_months_under_them() -> None:
    found = read(HEAD, "县水利局", "5月", FIRST, "9月", SECOND, "县交通局", "5月", THIRD)
    assert sections(found) == [("县水利局", "5月"), ("县水利局", "9月"), ("县交通局", "5月")]


def test_a_letter_head_over_the_only_items_is_no_heading_of_them() -> None:
    assert sections(read(HEAD, OFFICE, FIRST, SECOND)) == [(), ()]
    assert sections(read(HEAD, DAY, FIRST, SECOND)) == [(), ()]


def test_lines_after_a_label_without_brackets_are_asked_and_go_on() -> None:
    blocks = (HEAD, THIRD, "县住建局", "7月底前", "4.公布站点。责任单位：县城管局")
    assert names(read(*blocks))[0] == [("responsible", "县交通局\n县住建局")]
    [doubt] = [doubt for doubt in doubts(*blocks) if doubt.kind == "line-goes-on"]
    assert (doubt.quote.text, doubt.row, doubt.choices[0].id) == ("县住建局\n7月底前", 0, "goes-on")
    apart = answered(lambda doubt: doubt.choices[1].id if doubt.kind == "line-goes-on" else None, *blocks)
    assert (sections(apart)[1], names(apart)[0]) == (("县住建局", "7月底前"), [("responsible", "县交通局")])


def test_where_the_list_begins_with_a_month_a_month_after_a_label_heads_what_follows() -> None:
    blocks = (HEAD, "5月", THIRD, "9月", "4.公布站点。责任单位：县城管局")
    assert sections(read(*blocks)) == [("5月",), ("9月",)]
    assert "line-goes-on" in kinds(*blocks)


@pytest.mark.parametrize("blocks", [
    ("3.公布线路。", "责任单位：县交通局", "县住建局", "完成时限：7月底前"),
    ("3.公布线路。", "责任单位：县交通局、", "县住建局", "4.公布站点。责任单位：县城管局"),
    ("3.公布线路。", "责任单位：县交通局、县住建局", "7月底前")])
def test_what_surely_goes_on_is_not_asked(blocks: tuple[str, ...]) -> None:
    assert "line-goes-on" not in kinds(HEAD, *blocks)
    assert "县住建局" in str(names(read(HEAD, *blocks))[0])


def test_more_space_than_usual_parts_a_line_from_the_item_above() -> None:
    lines = [(1, HEAD), (2, THIRD), (3, "4.公布站点。责任单位：县城管局"), (6, "县住建局"), (7, SECOND)]
    inquiry = Inquiry({})
    found = read_rows(Document("a.txt", tuple(Paragraph(text, Place(line=at)) for at, text in lines)), inquiry)
    assert sections(found) == [(), (), ("县住建局",)]
    assert [doubt.kind for doubt in inquiry.doubts if doubt.kind == "line-goes-on"] == []


def test_items_without_fields_are_no_reason_to_move_a_calendar() -> None:
    found = read(HEAD, "5月", FIRST, "2.公布站点。", "9月", "3.公布票价。（责任单位：县文旅局）")
    assert sections(found) == [("5月",), ("5月",), ("9月",)]


def test_words_after_an_open_label_may_be_the_rest_of_it_and_are_shown() -> None:
    shown = [doubt.quote.text for doubt in doubts(HEAD, THIRD, "和各有关企业等", SECOND) if doubt.kind == "line-aside"]
    assert shown == ["和各有关企业等"]


def test_a_task_that_ends_like_a_body_is_not_tied_to_the_item_above() -> None:
    found = read(HEAD, "开通热线。", "责任单位：县数据局", "公布政务公开平台", "责任单位：县融媒体中心")
    assert [row.content.text for row in found.rows] == ["开通热线。", "公布政务公开平台"]


def test_a_day_that_heads_items_is_theirs_and_not_the_documents() -> None:
    made = draft(document(HEAD, FIRST, DAY, SECOND), Wanted(date(2023, 3, 1)), Known(), {}, "2023-1")
    assert (made.plan.in_force, [row.sections for row in made.source.rows]) == (date(2023, 3, 1), [(), (DAY,)])


def test_a_body_that_goes_on_takes_no_heading_and_no_signature_along() -> None:
    found = read(HEAD, "一、交通", "5月", THIRD, "县住建局", "9月", "4.公布站点。责任单位：县城管局")
    assert (who(found, 0), sections(found)) == ([("responsible", "县交通局\n县住建局")], [
        ("一、交通", "5月"), ("一、交通", "9月")])
    signed = read(HEAD, THIRD, "县住建局", "2023年7月底前", OFFICE, DAY)
    assert (who(signed), signed.rows[0].deadline.text) == ([("responsible", "县交通局\n县住建局")], "2023年7月底前")
    assert [quote.text for quote in signed.headings] == [OFFICE, DAY]


def test_a_duty_in_an_explanation_is_shown() -> None:
    blocks = (HEAD, "一、任务", FIRST, "二、要求", "1.加强领导。", "县政府办每季度通报一次。")
    assert "duty-outside" in kinds(*blocks)
