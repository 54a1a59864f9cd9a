"""Cells about who that point to another row: asked, with the words of that row, and nobody until they are answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.inquiry import Inquiry
from obligations.intake.source import Column
from obligations.intake.who.pointers import followed
from tests.unit.intake.cells_read import answered, kinds, one, read, read_rows, row, told

ABOVE = ["同上", "同 上", "（同上）", "同上。", "〃", "″", "同上行", "同上一行", "同前", "与上一行相同", "同上单位",
         "仝上", "上同", "Ditto", "参照上项", "同上述单位"]
NUMBERED = ["同1", "同第1项", "与第1项相同", "同序号1", "同 01", "同1号"]
NO_POINTERS = ["同仁医院", "同级财政部门", "会同县民政局", "县总工会", "同心镇", "上海办事处", "县前街道", "同和街道"]


@pytest.mark.parametrize("words", ABOVE + NUMBERED)
def test_a_pointer_names_nobody_and_is_asked_with_the_words_it_points_to(words: str) -> None:
    bodies, doubts = read_rows((row((Column.RESPONSIBLE, "县财政局牵头，县民政局配合"), number=1),
                                row((Column.RESPONSIBLE, words), number=2)))
    doubt = one(doubts, "like-above")
    assert (told(bodies, 1), kinds(doubts), doubt.row, doubt.typed) == ("", ["like-above"], 1, True)
    assert [choice.id for choice in doubt.choices] == ["leave-open", "same-as:县财政局牵头，县民政局配合"]
    assert doubt.quote.text == words


@pytest.mark.parametrize("words", NO_POINTERS)
def test_a_name_that_only_looks_like_a_pointer_is_none(words: str) -> None:
    assert "like-above" not in kinds(read(["县财政局", words])[1])


@pytest.mark.parametrize(("cell", "answer", "found"), [
    ("同上", "same-as", "L 县财政局, S 县民政局"), ("同上", "leave-open", ""), ("同上", "typed:教育局", "R 县教育局"),
    ("同上，县教育局配合", "same-as", "L 县财政局, S 县民政局, S 县教育局"),
    ("县教育局、同上", "leave-open", "R 县教育局"), ("同2", "typed:县教育局", "R 县教育局"),
])
def test_an_answer_puts_the_words_in_its_place(cell: str, answer: str, found: str) -> None:
    cells = ["县财政局牵头，县民政局配合", cell]
    bodies, _ = read(cells, answers=answered(read(cells)[1], "like-above", answer))
    assert told(bodies, 1) == found


def test_a_run_of_them_is_asked_about_once_and_all_mean_the_same() -> None:
    cells = ["县财政局", "同上", "同上", "县民政局", "同上"]
    _, doubts = read(cells)
    assert [(doubt.row, doubt.choices[1].value) for doubt in doubts] == [(1, "县财政局"), (4, "县民政局")]
    bodies, _ = read(cells, answers={doubts[0].key: "same-as:县财政局"})
    assert [told(bodies, at) for at in range(5)] == ["R 县财政局", "R 县财政局", "R 县财政局", "R 县民政局", ""]


def test_a_pointer_with_nothing_above_offers_nobody() -> None:
    _, doubts = read(["同上", "县财政局", "同9"])
    assert [[choice.id for choice in doubt.choices] for doubt in doubts] == [["leave-open"], ["leave-open"]]


def test_a_pointer_means_its_own_column() -> None:
    _, doubts = read_rows((row((Column.LEAD, "县财政局"), (Column.SUPPORTING, "县民政局")),
                           row((Column.LEAD, "同上"), (Column.SUPPORTING, "同上"))))
    assert [doubt.choices[1].value for doubt in doubts] == ["县财政局", "县民政局"]


def test_a_number_means_the_last_row_that_has_it() -> None:
    rows = [row((Column.RESPONSIBLE, name), number=number) for name, number in
            (("县财政局", 1), ("县民政局", 2), ("县教育局", 1), ("同1", 2))]
    assert one(read_rows(tuple(rows))[1], "like-above").choices[1].value == "县教育局"


def test_the_answer_is_void_when_the_words_above_change() -> None:
    given = answered(read(["县财政局", "同上"])[1], "like-above", "same-as")
    bodies, doubts = read(["县民政局", "同上"], answers=given)
    assert (told(bodies, 1), one(doubts, "like-above").answer) == ("", None)


@given(st.lists(st.text(st.sampled_from("同上前〃与第一项1、（）。县财政局 \n"), max_size=12), max_size=6))
def test_whatever_points_where_every_cell_keeps_its_place(cells: list[str]) -> None:
    rows = tuple(row((Column.RESPONSIBLE, text), number=at) for at, text in enumerate(cells, 1))
    inquiry = Inquiry({})
    now_read = followed(rows, inquiry)
    asked = {doubt.quote.text for doubt in inquiry.doubts}
    for before, after in zip(rows, now_read, strict=True):
        (_, own), (_, now) = before.bodies[0], after.bodies[0]
        assert own.place == now.place and (own == now or own.text in asked)
