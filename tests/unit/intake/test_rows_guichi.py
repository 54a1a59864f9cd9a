"""The plan of 2018 as it was pasted: 28 rows, both 3s, and what three of them take from above."""

from pathlib import Path

import pytest

from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.reading.files import read_document
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Column, From, Source

FILE = Path(__file__).parents[2] / "seed" / "guichi-2018.txt"


@pytest.fixture(scope="module")
def reading() -> tuple[Source, list[Doubt]]:
    inquiry = Inquiry({})
    return read_rows(read_document(FILE.name, FILE.read_bytes()), inquiry), inquiry.doubts


def test_all_rows_and_printed_numbers_are_there(reading: tuple[Source, list[Doubt]]) -> None:
    numbers = [row.number for row in reading[0].rows]
    assert numbers == ["1", "1", "2", "3", "3", *map(str, range(4, 13)), "13", "13", *map(str, range(14, 26))]


def test_all_seven_columns_are_understood(reading: tuple[Source, list[Doubt]]) -> None:
    assert [column for column, _ in reading[0].columns] == [
        Column.SECTION, Column.SECTION, Column.NUMBER, Column.CONTENT, Column.REQUIREMENT, Column.RESPONSIBLE,
        Column.DEADLINE]


def test_sections_repeated_at_page_breaks_are_the_same(reading: tuple[Source, list[Doubt]]) -> None:
    assert len({row.sections for row in reading[0].rows}) == 15
    assert reading[0].rows[27].sections == ("四、加强监督保障",)
    assert reading[0].rows[8].sections[1] == "（二）围绕重点领域加大主动公开力度"


def test_three_rows_take_what_is_empty_from_above(reading: tuple[Source, list[Doubt]]) -> None:
    rows = reading[0].rows
    taken = [at + 1 for at, row in enumerate(rows) if From.ABOVE in (row.content.origin, row.deadline.origin)]
    assert taken == [2, 3, 16]
    assert [rows[at].content.origin for at in (1, 15)] == [From.ABOVE] * 2
    assert rows[2].bodies[0][1].origin is From.ABOVE
    assert rows[2].bodies[0][1].text == "区政府各部门负责落实"


def test_only_the_inherited_bodies_are_asked(reading: tuple[Source, list[Doubt]]) -> None:
    asked = [(doubt.kind, doubt.row) for doubt in reading[1] if doubt.choices]
    assert asked == [("inherited-bodies", 2)]
    repeated = [doubt.values for doubt in reading[1] if doubt.kind == "number-repeated"]
    assert [(values["number"], values["first"], values["second"]) for values in repeated] == [("3", "4", "5")]


def test_only_two_rows_have_a_deadline_that_is_not_the_whole_year(reading: tuple[Source, list[Doubt]]) -> None:
    found = {at + 1: row.deadline.text for at, row in enumerate(reading[0].rows) if row.deadline.text != "全年"}
    assert found == {24: "9月底前", 26: "年底前"}
