"""Keeps what stands beside the text of a document, comments, notes, text boxes and the margins of its pages, out of its
rows; what somebody should see of it is shown."""

from collections import Counter
from collections.abc import Iterable

from obligations.intake.document import ANYWHERE, Document, Paragraph, Place, Stands
from obligations.intake.rows.gathering import Gathering
from obligations.intake.rows.outside import duties
from obligations.intake.rows.unheard import tells
from obligations.intake.source import Quote

_BESIDE = frozenset({Stands.NOTE, Stands.COMMENT, Stands.MARGIN})


def is_beside(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no part of the text; a box may well be, it may hold the title."""
    return paragraph.stands in _BESIDE


def keep_besides(document: Document, to: Gathering) -> None:
    """Keep what stands beside the text as words outside the rows. A comment is shown, whatever it says, and the rest
    where it speaks of who or of when."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    rows = _rows_by_line(to)
    for one in filter(is_beside, paragraphs):
        to.beside(one.text, one.place, is_shown=one.stands is Stands.COMMENT)
        if one.stands is Stands.COMMENT:
            to.inquiry.remark("comment", Quote(one.text.strip(), one.place), row=rows.get(_line(one.place)))
        elif tells(one.text) and not any(duties(one.text)):
            to.inquiry.remark("beside-text", Quote(one.text.strip(), one.place), row=rows.get(_line(one.place)))
    _show_boxes((one for one in paragraphs if one.stands is Stands.BOX), to)


def _rows_by_line(to: Gathering) -> dict[tuple[int, int, int, str], int]:
    """The row of each line of the document that has one; two rows on a line are told apart by nobody."""
    lines = [_line(row.place) for row in to.rows]
    several = Counter(lines)
    return {line: at for at, line in enumerate(lines) if several[line] == 1 and line != _line(ANYWHERE)}


def _show_boxes(boxes: Iterable[Paragraph], to: Gathering) -> None:
    """Those of which no row and no other doubt has the words."""
    kept = {(quote.text, quote.place) for quote in to.headings}
    seen = {doubt.quote.text for doubt in to.inquiry.doubts}
    for box in boxes:
        words = box.text.strip()
        if (words, box.place) in kept and words not in seen and tells(words) and not any(duties(words)):
            to.inquiry.remark("beside-text", Quote(words, box.place))


def _line(place: Place) -> tuple[int, int, int, str]:
    return place.line, place.table, place.row, place.sheet
