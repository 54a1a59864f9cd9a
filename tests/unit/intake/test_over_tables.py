"""A short line over a table heads its rows, where it says when, or where bodies stand over several tables."""

import pytest

from tests.unit.intake.tables import PLAIN, Block, kinds, read, table

HEAD = "云江县2023年政务公开任务清单"
FIRST, SECOND = ("1", "公布水价。", "水政股", ""), ("2", "公布票价。", "旅游股", "")


def sections(*blocks: Block) -> list[tuple[str, ...]]:
    return [row.sections for row in read(*blocks).rows]


@pytest.mark.parametrize(("first", "second"), [
    ("5月", "9月"), ("【5月】", "9月底前"), ("县水利局", "县文旅局"), ("县水利局（共1项）", "县文旅局（共1项）")])
def test_a_line_over_each_table_heads_its_rows(first: str, second: str) -> None:
    found = sections(HEAD, first, table(PLAIN, FIRST), second, table(PLAIN, SECOND, number=2))
    assert found == [(first,), (second,)]


def test_months_stand_under_the_numbered_heading_over_them() -> None:
    assert sections(HEAD, "一、水利", "5月", table(PLAIN, FIRST), "9月", table(PLAIN, SECOND, number=2)) == [
        ("一、水利", "5月"), ("一、水利", "9月")]


def test_a_table_that_goes_on_under_another_month_is_asked_about() -> None:
    blocks = (HEAD, "5月", table(PLAIN, FIRST), "9月", table(SECOND, number=2))
    assert sections(*blocks) == [("5月",), ("9月",)]
    assert "table-continued" in kinds(*blocks)


@pytest.mark.parametrize("lines", [
    ("云江县人民政府办公室",), ("2023年4月6日",), ("云江县人民政府办公室", "2023年4月6日"), ("单位：件",)])
def test_a_letter_head_or_a_day_over_the_table_heads_nothing(lines: tuple[str, ...]) -> None:
    assert sections(HEAD, *lines, table(PLAIN, FIRST)) == [()]


def test_a_signature_between_two_tables_heads_nothing() -> None:
    blocks = (HEAD, table(PLAIN, FIRST), "云江县人民政府办公室", "2023年4月6日", table(PLAIN, SECOND, number=2))
    assert sections(*blocks) == [(), ()]
