"""Reads a .xlsx into a table for each sheet, with what hangs on it; formulas are refused, never computed.

It reads the XML itself: openpyxl builds every slot of a merged range, and gives up on styles as WPS writes them.
Memory stays within what `archive`, `ooxml` and `grid` allow.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document, Paragraph, Place, Stands, Table
from obligations.intake.reading.archive import Archive
from obligations.intake.reading.grid import Room
from obligations.intake.reading.ooxml import Package, R, switched_on
from obligations.intake.reading.sheet_grid import Faults, SheetReader, located
from obligations.intake.reading.sheet_values import M, Values, string
from obligations.wording import one_line

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONGEST_TITLE = 31      # Excel's own limit
# Codes of fonts, sizes, colours and of what is counted or dated anew at every printing; && is an &.
_LAYOUT_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[LCRPNDTFAZGBIUSXYEHO])')


def read_workbook(archive: Archive) -> Document:
    """The sheets of a workbook in their order, each as a table, then its comments, text boxes, headers and footers.

    Hidden sheets, rows and columns are read and marked; sheets of charts say nothing. Raises Refusal or PlanFaults
    for cells that hold a formula or an error, each with its place, at most 20 of them.
    """
    return _Reader(Package(archive)).document()


class _Reader:
    """One workbook on its way to a Document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._root = package.xml(self._main)
        self._faults = Faults()
        self._sheets = SheetReader(package, self._values(), Room(package.name), self._faults)

    def document(self) -> Document:
        blocks = tuple(block for sheet in self._listed() for block in self._sheet(*sheet))
        self._raise_faults()
        return Document(self._package.name, blocks)

    def _listed(self) -> Iterator[tuple[int, str, bool, str]]:
        """Each sheet's number, title, whether it is hidden, and its part; those of charts and macros are none."""
        links = self._package.links(self._main)
        seen: set[str] = set()
        for number, sheet in enumerate(self._root.iter(f"{M}sheet"), 1):
            link = links.get(sheet.get(f"{R}id", ""))
            if link is None or link.path in seen:
                raise self._package.broken()
            seen.add(link.path)
            if link.kind == "worksheet":
                title = one_line(sheet.get("name", ""))[:LONGEST_TITLE]
                yield number, title, sheet.get("state", "visible") != "visible", link.path

    def _sheet(self, number: int, title: str, hidden: bool, path: str) -> Iterator[Table | Paragraph]:
        root = self._package.xml(path)
        yield from self._sheets.read(root, Place(table=number, sheet=title), hidden)
        here = Place(table=number, sheet=title)
        for part in self._package.linked(path, "comments"):
            yield from _comments(self._package.xml(part), here)
        for part in self._package.linked(path, "drawing"):
            yield from (Paragraph(text, here, Stands.BOX) for text in _boxes(self._package.xml(part)))
        yield from (Paragraph(text, here, Stands.MARGIN) for text in _margins(root))

    def _values(self) -> Values:
        strings, styles = self._part("sharedStrings"), self._part("styles")
        about = self._root.find(f"{M}workbookPr")
        return Values(tuple(string(item) for item in strings.iter(f"{M}si")) if strings is not None else (),
                      styles, about is not None and switched_on(about.get("date1904")))

    def _part(self, kind: str) -> _Element | None:
        found = self._package.linked(self._main, kind)
        return self._package.xml(found[0]) if found else None

    def _raise_faults(self) -> None:
        faults = self._faults.listed
        if self._faults.more:
            faults = [*faults, Refusal("file-more-faults", name=self._package.name, more=self._faults.more)]
        if len(faults) == 1:
            raise faults[0]
        if faults:
            raise PlanFaults(tuple(faults))


def _comments(root: _Element, sheet: Place) -> Iterator[Paragraph]:
    """The notes on cells: words of the document, though they stand beside the table."""
    for comment in root.iter(f"{M}comment"):
        inside = comment.find(f"{M}text")
        text = string(inside) if inside is not None else ""
        place = located(comment.get("ref", ""), sheet) or sheet
        yield from (Paragraph(line, place, Stands.COMMENT) for line in text.split("\n") if line.strip())


def _boxes(root: _Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_A}p"):
        text = "".join(part.text or "" for part in paragraph.iter(f"{_A}t"))
        if text.strip():
            yield text


def _margins(root: _Element) -> Iterator[str]:
    """The words of headers and footers, left, middle and right apart, each once."""
    found = root.find(f"{M}headerFooter")
    texts = (part.text or "" for part in found) if found is not None else ()
    parts = (part for text in texts for part in re.split("&[LCR]", text))
    lines = (line.strip() for part in parts for line in _without_codes(part).split("\n"))
    return iter(dict.fromkeys(line for line in lines if any(map(str.isalpha, re.sub("[第页共]", "", line)))))


def _without_codes(text: str) -> str:
    return "&".join(_LAYOUT_CODE.sub("", part) for part in text.split("&&"))
