"""What a cell reads as: the number, date or text that a person sees in it."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from obligations.intake.reading.files import read_document
from tests.unit.intake.office_files import texts, workbook_of, xlsx_of
from tests.unit.intake.raw_office import cells, formats, number_cell, raw_xlsx

DAY = "43465"       # 2018-12-31


def first(content: bytes) -> str:
    return texts(read_document("分工.xlsx", content))[0][0]


def shown(value: str, code: str = "0", about: str = "") -> str:
    return first(raw_xlsx(cells(number_cell("A1", value)), styles=formats(code), about=about))


@pytest.mark.parametrize(("value", "text"), [
    ("3", "3"), ("3.0", "3"), ("2018", "2018"), ("1.5", "1.5"), ("-7", "-7"), ("0", "0"), ("1E3", "1000"),
    ("0.30000000000000004", "0.3"), ("123456789012345", "123456789012345"), ("1E-7", "0.0000001"),
    ("12345678901234567890", "12345678901234600000"), ("2.5E+2", "250"), ("nan", "nan"), ("1e9999", "1e9999"),
])
def test_a_number_is_read_as_it_was_typed(value: str, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(("value", "code", "text"), [
    ("0.5", "9", "50%"), ("0.125", "10", "12.50%"), ("1", "0%", "100%"), ("3", "000", "003"), ("7", "00", "07"),
    ("1.1", "0.00", "1.10"), ("2.6", "0", "2.6"), ("5", '0"个工作日"', "5个工作日"), ("3", '"第"0"号"', "第3号"),
    ("4", "第0项", "第4项"), ("1234567", "#,##0", "1234567"), ("12", '#,##0"万元"', "12万元"), ("8", "0_ ", "8"),
    ("9", "0_);(0)", "9"), ("6", "General", "6"), ("6", "0.00E+00", "6"),
    ("6", "@", "6"), ("6", '0;"无"', "6"), ("6", r"0\条", "6条"),
])
def test_a_number_carries_the_words_of_its_format(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(("code", "text"), [
    ("14", "2018-12-31"), ("22", "2018-12-31"), ("31", "2018-12-31"), ("yyyy-mm-dd", "2018-12-31"),
    ("yyyy/m/d;@", "2018-12-31"), ('yyyy"年"m"月"d"日"', "2018-12-31"), ("[$-804]yyyy年m月d日", "2018-12-31"),
    ("[DBNum1][$-804]yyyy年m月d日;@", "2018-12-31"), ("dddd, mmmm d, yyyy", "2018-12-31"), ("d-mmm-yy", "2018-12-31"),
    ("57", "2018年12月"), ('yyyy"年"m"月"', "2018年12月"), ("mmm-yy", "2018年12月"), ("17", "2018年12月"),
    ("58", "12月31日"), ('m"月"d"日"', "12月31日"), ("m/d", "12月31日"), ("16", "12月31日"),
    ('yyyy"年"', "2018年"), ('m"月"', "12月"), ('d"日"', "31日"), ("aaaa", "2018-12-31"), ("dddd", "2018-12-31"),
])
def test_a_date_says_no_more_and_no_less_than_its_format_shows(code: str, text: str) -> None:
    assert shown(DAY, code) == text


@pytest.mark.parametrize(("value", "code", "text"), [
    ("43465.625", "yyyy-m-d h:mm", "2018-12-31 15:00"), ("43465.625", "14", "2018-12-31"),
    ("43465", "yyyy-m-d h:mm AM/PM", "2018-12-31"), ("0.375", "20", "09:00"), ("0.375", "h:mm AM/PM", "09:00"),
    ("0", "h:mm", "00:00"), ("0.375", '上午/下午h"时"mm"分"', "09:00"), ("0.375", "55", "09:00"),
    ("43465.999999999", "yyyy-m-d", "2019-01-01"), ("2", "[h]:mm", "48:00"), ("0.0034722222", "mm:ss", "00:05"),
])
def test_times_are_read_with_or_without_their_day(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(("value", "text"), [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("-1", "-1"),
    ("2958465", "9999-12-31"), ("2958466", "2958466"), ("99999999999", "99999999999"),
])
def test_the_ends_of_the_calendar_are_as_excel_has_them(value: str, text: str) -> None:
    assert shown(value, "14") == text


@pytest.mark.parametrize("flag", ["1", "true"])
def test_a_workbook_may_count_its_days_from_1904(flag: str) -> None:
    assert shown("42003", "14", f'<workbookPr date1904="{flag}"/>') == "2018-12-31"
    assert shown("2957500", "14", f'<workbookPr date1904="{flag}"/>') == "2957500"


def test_openpyxl_and_xlsxwriter_write_the_same_dates() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet.append([date(2018, 12, 31), datetime(2018, 9, 30, 15, 30), time(9, 5), timedelta(hours=30)])

    assert texts(read_document("分工.xlsx", workbook_of(write))) == [
        ["2018-12-31", "2018-09-30 15:30", "09:05", "30:00"]]
    assert first(xlsx_of([[date(2018, 12, 31)]])) == "2018-12-31"


def test_openpyxl_agrees_on_1904() -> None:
    def write(sheet: Worksheet, book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet["A1"] = date(2018, 12, 31)

    assert first(workbook_of(write)) == "2018-12-31"


@given(st.datetimes(datetime(1900, 3, 1), datetime(2199, 12, 31)).map(lambda moment: moment.replace(microsecond=0)))
def test_every_day_is_that_of_xlsxwriter(moment: datetime) -> None:
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    book.add_worksheet().write_datetime(0, 0, moment, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    book.close()
    time_shown = "" if (moment.hour, moment.minute) == (0, 0) else f" {moment:%H:%M}"
    assert first(target.getvalue()) == f"{moment:%Y-%m-%d}{time_shown}"


@pytest.mark.parametrize(("cell", "text"), [
    ('<c r="A1" t="d"><v>2018-12-31</v></c>', "2018-12-31"),
    ('<c r="A1" t="d"><v>2018-12-31T00:00:00Z</v></c>', "2018-12-31"),
    ('<c r="A1" t="d"><v>2018-12-31T15:30:00.000</v></c>', "2018-12-31 15:30"),
    ('<c r="A1" t="d"><v>去年</v></c>', "去年"),
    ('<c r="A1" t="b"><v>1</v></c>', "TRUE"), ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
    ('<c r="A1" t="str"><v>县财政局_x000a_牵头</v></c>', "县财政局\n牵头"),
    ('<c r="A1" t="inlineStr"><is><r><t>县</t></r><r><rPr/><t>财政局</t></r></is></c>', "县财政局"),
    ('<c r="A1" s="99"><v>5</v></c>', "5"), ('<c r="A1" s="x"><v>5</v></c>', "5"),
])
def test_cells_of_every_type_are_read(cell: str, text: str) -> None:
    assert first(raw_xlsx(cells(cell))) == text


@pytest.mark.parametrize(("item", "text"), [
    ("<t>县财政局</t>", "县财政局"),
    ('<t>县财政局</t><rPh sb="0" eb="1"><t>xiàn</t></rPh><phoneticPr fontId="1"/>', "县财政局"),
    ("<r><t>县</t></r><r><t>财政局</t></r><rPh><t>xiàn</t></rPh>", "县财政局"),
    ("<r><rPr><b/></rPr><t>一、</t></r><r><t>公开</t></r>", "一、公开"),
    ("<t>甲_x000D_\n乙_x005F_x000D_</t>", "甲\n乙_x000D_"),
    ("<t>_x0000__xD83D__x0009_乙</t>", "\ufffd\ufffd\t乙"),
    ("<t>第一行\n第二行</t>", "第一行\n第二行"),
])
def test_a_shared_text_is_read_without_the_pinyin_over_it(item: str, text: str) -> None:
    content = raw_xlsx(cells('<c r="A1" t="s"><v>1</v></c>'), strings=f"<si><t>别的</t></si><si>{item}</si>")
    assert first(content) == text


def test_rich_text_of_openpyxl_is_one_text() -> None:
    def write(sheet: Worksheet, _: Workbook) -> None:
        sheet["A1"] = CellRichText("责任单位：", TextBlock(InlineFont(b=True), "县财政局"))

    assert first(workbook_of(write)) == "责任单位：县财政局"


@pytest.mark.parametrize("text", ["=SUM(A1)", "+86", "-", "@县财政局", "'引号", "007", "1-2", "3/4"])
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    assert first(xlsx_of([[text]])) == text
