"""Reads web pages and what Word saves as one: the tables with their merged cells, and the words around them.

Nothing is fetched, no entity is declared, no script is run. Words that are hidden are read too, and marked in cells.
"""

import re

from lxml import etree

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document
from obligations.intake.reading.grid import Room
from obligations.intake.reading.html_grid import Layout
from obligations.intake.reading.html_words import BLOCKS, UNSEEN, HtmlCell, HtmlTable, Numbering, Words, whole
from obligations.intake.rows.lost_borders import lost_border_faults

_WIDEST = 1000      # colspan and rowspan, by the HTML standard
_TALLEST = 65534
_MOST_TAGS = 1_000_000
_DEEPEST = 2048     # libxml2's own limit with huge_tree
_GONE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all)", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


def read_html(text: str, name: str) -> Document:
    """The paragraphs and tables of a page that has been decoded, whatever encoding it claims.

    Raises Refusal for one that is nested too deeply, has too many tags or cells, or cells that overlap.
    """
    if text.count("<") > _MOST_TAGS:
        raise Refusal("html-too-many-tags", name=name, tags=_MOST_TAGS)
    reader = _Reader()
    root = _parsed(text, name)
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        reader.open(element) if event == "start" else reader.close(element)
    blocks = tuple(Layout(Room(name)).blocks(reader.finished()))
    faults = lost_border_faults(blocks)
    if faults:
        raise PlanFaults(tuple(faults))
    return Document(name, blocks)


def _parsed(text: str, name: str) -> "etree._Element | None":
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(_CONTROLS.sub("", text).encode() or b" ", parser)
    # The parser would go on with what it has read so far, and the rest would be lost without a word.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refusal("html-too-deep", name=name, deepest=_DEEPEST)
    return root


class _Reader:
    """Follows a page from its first to its last element."""

    def __init__(self) -> None:
        self._page = HtmlCell()
        self._containers: list[HtmlCell | HtmlTable] = [self._page]
        self._words = Words()
        self._lists: list[Numbering | None] = []
        self._typed = self._unseen = 0
        self._hidden: list[object] = []

    def finished(self) -> "list[str | HtmlTable]":
        """Everything that was read, outside and inside tables."""
        self._end_line()
        return self._page.blocks

    def open(self, element: "etree._Element") -> None:
        """An element begins: its own words follow."""
        tag = _tag(element)
        self._unseen += tag in UNSEEN
        self._typed += tag == "pre"
        if _is_hidden(element):
            self._hidden.append(element)
        if tag in BLOCKS or tag == "br":
            self._end_line()
        self._open_part(tag, element)
        self._say(element.text)

    def close(self, element: "etree._Element") -> None:
        """An element ends: what follows belongs to the one around it."""
        tag = _tag(element)
        if tag in BLOCKS:
            self._end_line()
        self._close_part(tag)
        self._unseen -= tag in UNSEEN
        self._typed -= tag == "pre"
        if self._hidden and self._hidden[-1] is element:
            self._hidden.pop()
        self._say(element.tail)

    def _open_part(self, tag: str, element: "etree._Element") -> None:
        if tag == "table":
            self._containers.append(HtmlTable())
        elif tag in ("thead", "tbody", "tfoot", "tr"):
            self._open_rows(tag)
        elif tag in ("td", "th"):
            self._open_cell(element)
        elif tag in ("ol", "ul"):
            start = whole(element.get("start"), 1, _TALLEST)
            self._lists.append(Numbering(element.get("type") or "1", start) if tag == "ol" else None)
        elif tag == "li" and self._lists and (numbering := self._lists[-1]):
            self._words.open_item(numbering.take(element.get("value")))

    def _open_rows(self, tag: str) -> None:
        table = self._containers[-1]
        if isinstance(table, HtmlTable):
            table.open_row() if tag == "tr" else table.open_group(tag)

    def _open_cell(self, element: "etree._Element") -> None:
        table = self._containers[-1]
        cell = HtmlCell(max(1, whole(element.get("colspan"), 1, _WIDEST)), whole(element.get("rowspan"), 1, _TALLEST))
        cell.hidden = bool(self._hidden)
        # A cell outside every table is nothing but words.
        if isinstance(table, HtmlTable):
            table.add(cell)
            self._containers.append(cell)
        else:
            self._containers.append(table)

    def _close_part(self, tag: str) -> None:
        if tag == "table":
            table = self._containers.pop()
            if isinstance(table, HtmlTable):
                self._containers[-1].blocks.append(table)
        elif tag in ("td", "th"):
            self._containers.pop()
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._words.open_item("")

    def _say(self, text: str | None) -> None:
        if not text or self._unseen:
            return
        container = self._containers[-1]
        if self._hidden and not text.isspace() and isinstance(container, HtmlCell):
            container.hidden = True
        container.blocks += self._words.add(text, as_typed=self._typed > 0)

    def _end_line(self) -> None:
        self._containers[-1].blocks += self._words.end()


def _tag(element: "etree._Element") -> str:
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def _is_hidden(element: "etree._Element") -> bool:
    return element.get("hidden") is not None or _GONE.search(element.get("style") or "") is not None
