"""Printed numbers that repeat or skip are remarked; they may begin anew in every section."""

import pytest

from tests.unit.intake.tables import PLAIN, Block, doubts, read, table


def numbered(*numbers: str) -> Block:
    """A table whose rows have these numbers; 一、… is the heading of a section."""
    return table(PLAIN, *[(number, "", "", "") if "、" in number else (number, f"公布第{at}项", "县司法局", "全年")
                          for at, number in enumerate(numbers)])


def remarks(*numbers: str) -> list[tuple[str, str, str]]:
    """Kind and the two values that each remark compares."""
    return [(doubt.kind, doubt.values["before"], doubt.values["number"]) for doubt in doubts(numbered(*numbers))]


def test_a_number_that_stands_twice_is_remarked_with_both_rows() -> None:
    doubt = doubts(numbered("1", "2", "3", "3", "4"))[0]
    assert (doubt.kind, doubt.row, doubt.quote.text) == ("number-repeated", 3, "3")
    assert (doubt.values["first"], doubt.values["second"]) == ("3", "4")
    assert not doubt.choices


def test_both_rows_with_the_same_number_are_rows() -> None:
    assert [row.number for row in read(numbered("3", "3")).rows] == ["3", "3"]


@pytest.mark.parametrize("numbers", [
    ("1", "2", "3"), ("一、甲", "1", "2", "二、乙", "1", "2"), ("一、甲", "1", "2", "二、乙", "3", "4"), ("1", "2",
        "1", "2"),
    ("1.", "2.", "3."), ("（1）", "（2）"), ("1.1", "1.2", "1.3"), ("5", "6"), ("甲-1", "甲-2"), ("一", "二"),
])
def test_numbers_that_follow_or_begin_anew_need_no_word(numbers: tuple[str, ...]) -> None:
    assert remarks(*numbers) == []


@pytest.mark.parametrize(("numbers", "found"), [
    (("1", "2", "4"), [("number-skipped", "2", "4")]),
    (("1", "3", "2"), [("number-skipped", "1", "3"), ("number-skipped", "3", "2")]),
    (("一、甲", "1", "1"), [("number-repeated", "1", "1")]),
    (("1.1", "1.2", "1.2"), [("number-repeated", "1.2", "1.2")]),
    (("1", "2", "（2）"), [("number-repeated", "2", "（2）")]),
])
def test_numbers_that_do_not_follow_are_remarked(numbers: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert remarks(*numbers) == found


def test_a_number_that_reaches_down_is_not_twice() -> None:
    assert doubts(table(PLAIN, ("1", "公布名单", "县司法局", "全年"), ("", "公布结果", "县司法局", "全年"),
                        merged=[(1, 0, 2, 0)])) == []
