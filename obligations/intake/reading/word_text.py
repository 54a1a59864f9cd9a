"""The words of paragraphs of a Word file, with what hangs on them: text boxes, notes, comments, printed numbers."""

from collections.abc import Iterator

from lxml.etree import _Element

from obligations.errors import Refusal
from obligations.intake.document import Paragraph, Place, Stands
from obligations.intake.reading.ooxml import switched_on
from obligations.intake.reading.word_numbers import VAL, Numbering, W

P, TBL, TR, TC = (f"{W}{tag}" for tag in ("p", "tbl", "tr", "tc"))
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"

TRACKED = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
FOREIGN = (f"{W}altChunk", f"{W}subDoc")
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote", f"{W}commentReference": "comment"}
# Around paragraphs, rows and cells these change nothing.
_WRAPS = frozenset((*(f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "smartTag")),
                    *(f"{_MC}{tag}" for tag in ("AlternateContent", "Choice", "Fallback"))))
_WORDS = frozenset((f"{W}t", f"{_M}t"))
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Instructions of fields, properties, the pinyin over a word, embedded things and the letters of a watermark.
_WORDLESS = frozenset((
    *(f"{W}{tag}" for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "rt", "fldData", "ffData",
                              "smartTagPr", "customXmlPr")), f"{_V}textpath"))
# Wingdings hold the boxes that are ticked by hand; fonts put symbols at U+F0xx.
_SYMBOLS = {0xF0A8: "☐", 0xF06F: "☐", 0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF054: "☒", 0xF0FC: "✓", 0xF050: "✓"}


def unwrapped(parent: _Element, *tags: str) -> Iterator[_Element]:
    """The children of `parent` with these tags, also where content controls stand around them."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPS and not _repeats(child):
            yield from unwrapped(child, *tags)


class Writer:
    """Writes down paragraphs in their order; each of them once, because numbers are counted on the way."""

    def __init__(self, name: str, numbering: Numbering, notes: dict[tuple[str, str], _Element],
                 hidden_styles: frozenset[str] | None) -> None:
        """`notes` by kind and id, each taken out when it is met. `hidden_styles`: those that
        hide text; None: nothing is hidden anywhere."""
        self._name = name
        self._numbering = numbering
        self._notes = notes
        self._hidden_styles = hidden_styles
        self._asides: list[Paragraph] = []

    def asides(self) -> list[Paragraph]:
        """The notes and comments met since this was last asked, each with the place of the words that it is about."""
        found, self._asides = self._asides, []
        return found

    def lines(self, container: _Element, place: Place) -> list[str]:
        """The lines of all that stands in a cell, a text box or a note; a row of a table in it makes one line."""
        found: list[str] = []
        for child in unwrapped(container, P, TBL):
            if child.tag == P:
                found += [line.text for line in self.paragraph(child, place)]
            else:
                found += [" ".join(self._cells(row, place)).strip() for row in unwrapped(child, TR)]
        return found

    def paragraph(self, paragraph: _Element, place: Place) -> list[Paragraph]:
        """The lines of one paragraph with its number, then those of its text boxes.

        Raises Refusal for hidden words: whether they belong to the document, only the office knows.
        """
        boxes: list[_Element] = []
        label = self._numbering.label(paragraph)
        text = label + "".join(self._pieces(paragraph, place, boxes, self._hides(paragraph)))
        return [*(Paragraph(line, place) for line in text.split("\n")),
                *(Paragraph(line, place, Stands.BOX) for box in boxes for line in self.lines(box, place))]

    def _cells(self, row: _Element, place: Place) -> Iterator[str]:
        return (" ".join(filter(None, self.lines(cell, place))) for cell in unwrapped(row, TC))

    def _pieces(self, parent: _Element, place: Place, boxes: list[_Element], hidden: bool) -> Iterator[str]:
        for child in parent:
            tag = child.tag
            if tag in _WORDS or tag in _MARKS or tag == f"{W}sym":
                yield self._shown(_MARKS.get(tag) or _symbol(child) or child.text or "", place, hidden)
            elif tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag in NOTES:
                self._aside(NOTES[tag], child.get(f"{W}id", ""), place)
            elif tag == f"{W}r":
                yield from self._pieces(child, place, boxes, hidden or self._hides(child))
            elif tag not in _WORDLESS and not _repeats(child):
                yield from self._pieces(child, place, boxes, hidden)

    def _shown(self, text: str, place: Place, hidden: bool) -> str:
        if hidden and text.strip():
            raise Refusal("file-hidden-words", name=self._name, place=place, quote=text)
        return text

    def _hides(self, element: _Element) -> bool:
        """Whether a run, or the style of a paragraph, hides its words."""
        if self._hidden_styles is None:
            return False
        is_run = element.tag == f"{W}r"
        own = element.find(f"{W}rPr/{W}vanish") if is_run else None
        style = element.find(f"{W}rPr/{W}rStyle" if is_run else f"{W}pPr/{W}pStyle")
        by_style = style is not None and style.get(VAL) in self._hidden_styles
        return by_style if own is None else hides(own)

    def _aside(self, kind: str, key: str, place: Place) -> None:
        note = self._notes.pop((kind, key), None)    # a hostile note refers to itself
        if note is not None:
            kept = len(self._asides)
            lines = self.lines(note, place)
            stands = Stands.COMMENT if kind == "comment" else Stands.NOTE
            self._asides[kept:kept] = [Paragraph(line, place, stands) for line in lines if line.strip()]


def hides(vanish: _Element) -> bool:
    """Whether a w:vanish says yes; without a value it does."""
    return vanish.get(VAL) is None or switched_on(vanish.get(VAL))


def _symbol(element: _Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        number = int(code, 16) if len(code) == 4 else 0
    except ValueError:
        return ""
    return (_SYMBOLS.get(number) or chr(number)) if 0x20 <= number < 0xD800 or number >= 0xE000 else ""


def _repeats(element: _Element) -> bool:
    """Whether it only says again, for older programs, what stands before it."""
    return element.tag == f"{_MC}Fallback" and element.getprevious() is not None
