"""Reads a .docx into paragraphs and tables, cell by cell; what cannot be seen in print or is undecided is refused.

It reads the XML itself: python-docx passes over content controls, text boxes and numbers, and gives up on files
with a dangling picture, as WPS writes them.
"""

from collections.abc import Iterator

from lxml.etree import _Element

from obligations.errors import Refusal
from obligations.intake.document import ANYWHERE, Document, Paragraph, Place, Stands, Table
from obligations.intake.reading.archive import Archive
from obligations.intake.reading.grid import Room
from obligations.intake.reading.ooxml import Package
from obligations.intake.reading.word_numbers import VAL, Numbering, W
from obligations.intake.reading.word_table import TableReader
from obligations.intake.reading.word_text import FOREIGN, TBL, TRACKED, P, Writer, hides, unwrapped

_BASES = 10     # how far Word follows the styles that a style rests on
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


def read_word(archive: Archive) -> Document:
    """The blocks of a Word file: its body, each block followed by the notes on it; then headers and footers.

    Raises Refusal for tracked changes, hidden words, and files that are put together from others.
    """
    package = Package(archive)
    return _Reader(package).document()


class _Reader:
    """One file on its way to a Document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._root = package.xml(self._main)
        styles = self._part("styles")
        self._writer = Writer(package.name, Numbering(self._part("numbering"), styles), self._notes(),
                              _hidden_styles(self._root, styles))
        self._tables = TableReader(package, self._writer, Room(package.name))

    def document(self) -> Document:
        body = self._root.find(f"{W}body")
        if body is None:
            raise self._package.broken()
        self._check_decided(body)
        return Document(self._package.name, (*self._blocks(body), *self._margins()))

    def _blocks(self, body: _Element) -> Iterator[Paragraph | Table]:
        line = table = 0
        for element in unwrapped(body, P, TBL):
            if element.tag == P:
                line += 1
                lines = self._writer.paragraph(element, Place(line=line))
                yield from (one for one in lines if one.text.strip())
            else:
                table += 1
                yield from self._tables.read(element, table)
            yield from self._writer.asides()

    def _margins(self) -> Iterator[Paragraph]:
        """Headers and footers, each line once; those that only count pages say nothing."""
        seen: set[str] = set()
        for path in self._package.linked(self._main, "header", "footer"):
            for line in self._writer.lines(self._package.xml(path), ANYWHERE):
                text = line.strip()
                if text not in seen and not set(text) <= _PAGE_NUMBER:
                    seen.add(text)
                    yield Paragraph(text, ANYWHERE, Stands.MARGIN)

    def _notes(self) -> dict[tuple[str, str], _Element]:
        parts = ((kind, part) for name, kind in _NOTES.items() if (part := self._part(name)) is not None)
        return {(kind, note.get(f"{W}id", "")): note for kind, part in parts for note in part.iter(f"{W}{kind}")}

    def _part(self, kind: str) -> _Element | None:
        found = self._package.linked(self._main, kind)
        return self._package.xml(found[0]) if found else None

    def _check_decided(self, body: _Element) -> None:
        """Raises Refusal where changes wait to be accepted, since nobody else can know which words will stand, and
        where another file is set in, whose words are not here."""
        foreign = next(body.iter(*FOREIGN), None)
        if foreign is not None:
            raise Refusal("file-set-in", name=self._package.name, place=_place(foreign, body))
        tracked = next(body.iter(*TRACKED), None)
        if tracked is not None:
            quote = "".join(text.text or "" for text in tracked.iter(f"{W}t", f"{W}delText"))
            raise Refusal("file-tracked", name=self._package.name, place=_place(tracked, body), quote=quote)


_PAGE_NUMBER = frozenset("0123456789 \t\u3000-–—―－·.,/|第页共")


def _place(element: _Element, body: _Element) -> Place:
    """The paragraph, or the row of the table, that `element` stands in, or that follows it."""
    above = [element, *element.iterancestors()]
    top = above[above.index(body) - 1]
    tables = [one for one in above if one.tag == TBL]
    before = list(top.itersiblings(preceding=True))
    if not tables:
        return Place(line=sum(1 for one in before for _ in _tops(one, P)) + 1)
    row = above[above.index(tables[-1]) - 1]
    return Place(table=sum(1 for one in before for _ in _tops(one, TBL)) + 1,
                 row=sum(one.tag == row.tag for one in row.itersiblings(preceding=True)) + 1)


def _tops(element: _Element, tag: str) -> Iterator[_Element]:
    return iter((element,)) if element.tag == tag else unwrapped(element, tag)


def _hidden_styles(root: _Element, styles: _Element | None) -> frozenset[str] | None:
    """The ids of the styles that hide words, by themselves or as heirs; None where nothing in the file does."""
    known = {style.get(f"{W}styleId", ""): style for style in (styles.iter(f"{W}style") if styles is not None else ())}
    own = {key: mark for key, style in known.items() if (mark := style.find(f"{W}rPr/{W}vanish")) is not None}
    found = {key for key, mark in own.items() if hides(mark)}
    for _ in range(_BASES if found else 0):
        found |= {key for key, style in known.items() if key not in own and _base(style) in found}
    return frozenset(found) if found or next(root.iter(f"{W}vanish"), None) is not None else None


def _base(style: _Element) -> str | None:
    based = style.find(f"{W}basedOn")
    return None if based is None else based.get(VAL)
