"""What stands beside the text of a document is no part of its rows, and is shown where it says who or when."""

from datetime import date

import pytest

from obligations.intake.document import ANYWHERE, Document, Paragraph, Place, Stands
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source
from obligations.intake.terms import Wanted, terms_of
from tests.unit.intake.tables import PLAIN, table, words

TITLE = Paragraph("云江县2023年政务公开任务分工", Place(line=1))
ROWS = table(PLAIN, ("1", "公布水价。", "县水利局", "5月底前"), ("2", "公布票价。", "县文旅局", "9月底前"))
LIST = [Paragraph("1.公布水价。", Place(line=2)), Paragraph("责任单位：县水利局", Place(line=3)),
        Paragraph("2.公布票价。（责任单位：县文旅局）", Place(line=5))]


def understood(*blocks: Paragraph) -> tuple[Source, list[Doubt]]:
    inquiry = Inquiry({})
    return read_rows(Document("a.docx", (TITLE, ROWS, *blocks)), inquiry), inquiry.doubts


def shown(*blocks: Paragraph) -> list[tuple[str, str, int | None]]:
    return [(doubt.kind, doubt.quote.text, doubt.row) for doubt in understood(*blocks)[1]]


@pytest.mark.parametrize("words", ["改由县财政局办理", "请核对", "每月都要公布吗"])
def test_a_comment_is_shown_with_its_row_whatever_it_says(words: str) -> None:
    place = Place(table=1, row=3, column=3)
    assert shown(Paragraph(words, place, Stands.COMMENT)) == [("comment", words, 1)]


@pytest.mark.parametrize("stands", [Stands.NOTE, Stands.BOX, Stands.MARGIN])
def test_what_stands_beside_the_text_is_shown_where_it_says_who_or_when(stands: Stands) -> None:
    assert shown(Paragraph("第2项改由县财政局牵头。", Place(line=9), stands)) == [
        ("beside-text", "第2项改由县财政局牵头。", None)]
    assert shown(Paragraph("请注意保存", Place(line=9), stands)) == []
    [(kind, _, _)] = shown(Paragraph("其余各项于11月底前完成。", Place(line=9), stands))
    assert kind == "duty-outside"


@pytest.mark.parametrize("text", ["县财政局", "9月", "责任单位：县财政局", "3.公布目录（责任单位：县财政局）"])
@pytest.mark.parametrize("stands", [Stands.NOTE, Stands.COMMENT, Stands.MARGIN])
def test_what_stands_beside_a_list_is_no_part_of_its_items(text: str, stands: Stands) -> None:
    inquiry = Inquiry({})
    beside = Paragraph(text, ANYWHERE if stands is Stands.MARGIN else Place(line=2), stands)
    found = read_rows(Document("a.docx", (TITLE, LIST[0], beside, *LIST[1:], beside)), inquiry)
    assert words(found) == [("公布水价。", ""), ("公布票价。", "")]
    assert text in [quote.text for quote in found.headings]
    assert [row.bodies[0][1].text for row in found.rows] == ["县水利局", "县文旅局"]


def test_a_text_box_may_hold_the_title() -> None:
    box = Paragraph(TITLE.text, Place(line=1), Stands.BOX)
    inquiry = Inquiry({})
    assert read_rows(Document("a.docx", (box, ROWS)), inquiry).title == TITLE.text
    assert inquiry.doubts == []


@pytest.mark.parametrize(("line", "stands"), [
    ("征求意见稿", Stands.MARGIN), ("（讨论稿）", Stands.TEXT),
    ("云江县2023年政务公开任务分工（送审稿）", Stands.MARGIN)])
def test_a_page_or_a_line_of_its_own_may_say_that_this_is_a_draft(line: str, stands: Stands) -> None:
    inquiry = Inquiry({})
    source = read_rows(Document("a.docx", (TITLE, Paragraph(line, Place(line=2), stands), ROWS)), inquiry)
    terms_of(source, Wanted(date(2023, 3, 1)), inquiry)
    assert [doubt.quote.text for doubt in inquiry.doubts if doubt.kind == "for-comment"] == [line]


def test_a_heading_about_drafts_of_others_does_not_make_this_one() -> None:
    inquiry = Inquiry({})
    rows = [Paragraph("一、决策草案公开", Place(line=2)), *LIST]
    terms_of(read_rows(Document("a.docx", (TITLE, *rows)), inquiry), Wanted(date(2023, 3, 1)), inquiry)
    assert "for-comment" not in {doubt.kind for doubt in inquiry.doubts}
