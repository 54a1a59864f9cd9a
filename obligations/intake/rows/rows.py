"""Turns a document into its rows: tables under their headers, lists by their items; every word ends in a row or a
heading, and what cannot be read is refused with its place. What the words mean is understood elsewhere."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from obligations.errors import Refusal
from obligations.intake.document import ANYWHERE, Cell, Document, Paragraph, Place, Table
from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.rows.besides import is_beside, keep_besides
from obligations.intake.rows.gathering import Gathering
from obligations.intake.rows.headers import (
    Header,
    distinct,
    find_header,
    heads_bodies,
    heads_tasks,
    is_contacts,
    looks_like_tasks,
)
from obligations.intake.rows.items import Line, taken_apart
from obligations.intake.rows.lost_borders import lost_border_faults
from obligations.intake.rows.numbers import remark_numbers
from obligations.intake.rows.over_tables import headings_over
from obligations.intake.rows.prose import ListReader
from obligations.intake.rows.sections import is_heading
from obligations.intake.rows.shapes import is_page_mark
from obligations.intake.rows.tables import TableReader
from obligations.intake.rows.turned import upright
from obligations.intake.rows.wrapped import rejoined
from obligations.intake.source import Quote, Source

_HOSTS = ("主办", "承办", "协办", "维护", "运维")
_IMPRINT, _FIELD = Choice("as-imprint"), Choice("as-field")
_READ, _IGNORE, _REFUSE, _CONTINUE = Choice("read"), Choice("ignore"), Choice("refuse"), Choice("continue")


def read_rows(document: Document, inquiry: Inquiry) -> Source:
    """Every row of `document` in its order, doubts in `inquiry`.

    Raises Refusal, or PlanFaults with several, for a row, a column or a table that cannot be read (place, quote),
    and for a document that has neither a table of tasks nor a list of them.
    """
    blocks = list(_blocks(document))
    if not blocks:
        raise Refusal("rows-empty", place=ANYWHERE, quote=document.name)
    reading = _Reading(blocks, Gathering(inquiry))
    reading.read()
    keep_besides(document, reading.to)
    source = reading.to.source()
    if not source.rows:
        raise Refusal("rows-none", place=_place(blocks[0]), quote=_first_words(blocks[0]))
    remark_numbers(reading.to.printed, inquiry)
    return source


def _blocks(document: Document) -> Iterator[Line | Table]:
    """The text without blank blocks; a table of one column, or of one cell, is paragraphs in a frame."""
    held: list[tuple[str, Place]] = []
    for block in document.blocks:
        if isinstance(block, Table) and any(len(distinct(row)) > 1 for row in block.grid):
            yield from _lines(held)
            yield block
            held = []
            continue
        if isinstance(block, Paragraph) and is_beside(block):
            continue
        for part in (block,) if isinstance(block, Paragraph) else _cells(block):
            held += [(line, part.place) for line in part.text.splitlines() if line.strip()]
    yield from _lines(held)


def _lines(placed: list[tuple[str, Place]]) -> Iterator[Line]:
    return (taken_apart(text, place) for text, place in rejoined(placed))


def _cells(table: Table) -> list[Cell]:
    return list({id(cell): cell for row in table.grid for cell in row}.values())


def _place(block: Line | Table) -> Place:
    return block.place if isinstance(block, Line) else block.grid[0][0].place


def _first_words(block: Line | Table) -> str:
    words = block.text if isinstance(block, Line) else " ".join(cell.text for cell in _cells(block))
    return " ".join(words.split())[:60]


class _Reading:
    """A document that is being read, block by block."""

    def __init__(self, blocks: list[Line | Table], to: Gathering) -> None:
        self.to = to
        self._blocks = [self._upright(block) for block in blocks]
        self._reader: TableReader | None = None
        self._width = 0
        self._since: list[Line] = []    # paragraphs since the last table
        self._has_tasks = any(isinstance(block, Table) and find_header(block) for block in self._blocks)
        self._put_imprints_aside()
        self._over = {id(self._blocks[at]) for at in headings_over(self._blocks)}
        self._reads_lists = self._has_list()

    def _upright(self, block: Line | Table) -> Line | Table:
        if isinstance(block, Line) or not (turned := upright(block)):
            return block
        self.to.inquiry.remark("table-turned", Quote(_first_words(block), _place(block)))
        return turned

    def read(self) -> None:
        lines: list[Line] = []
        for block in self._blocks:
            if isinstance(block, Line):
                lines.append(block)
                continue
            self._read_paragraphs(lines)
            lines = []
            self._read_table(block)
        self._read_paragraphs(lines)
        # Words set under each other with blanks are no table in any format.
        self.to.faults += lost_border_faults([Paragraph(block.text, block.place) for block in self._blocks
                                              if isinstance(block, Line)])

    def _has_list(self) -> bool:
        """Whether the paragraphs hold items; beside a table of tasks this is asked."""
        tied = next((block for block in self._blocks if isinstance(block, Line) and block.names_bodies), None)
        if tied is None or not self._has_tasks:
            return tied is not None
        quote = Quote(tied.text, tied.place)
        return self.to.inquiry.ask("prose-beside-table", quote, (_READ, _IGNORE)) == _READ.id

    def _put_imprints_aside(self) -> None:
        """主办：县政府办公室 at the foot of a page says who keeps the site, not who owes the task above it."""
        lines = [block for block in self._blocks if isinstance(block, Line)]
        labels = Counter(label for line in lines for label in line.labels)
        for at, block in enumerate(self._blocks):
            if not isinstance(block, Line) or not block.only_fields or not block.labels:
                continue
            alone = all(label.startswith(_HOSTS) and labels[label] == 1 for label in block.labels)
            quote = Quote(block.text, block.place)
            if alone and self.to.inquiry.ask("imprint", quote, (_IMPRINT, _FIELD)) == _IMPRINT.id:
                self._blocks[at] = replace(block, groups=(), tail="", is_foot=True)

    def _read_paragraphs(self, lines: list[Line]) -> None:
        self._since = [line for line in lines if not is_page_mark(line.text)]
        if self._reads_lists and any(line.groups for line in lines):
            ListReader(lines, self.to).read()
            self._leave_sections(lines)
            return
        for line in lines:
            if self._heads(line):
                self.to.section(line.text, line.place)
            else:
                self.to.outside(line.text, line.place)
        if not all(map(self._heads, self._since)):
            self._leave_sections(lines)

    def _heads(self, line: Line) -> bool:
        return is_heading(line.text) or id(line) in self._over

    def _leave_sections(self, lines: list[Line]) -> None:
        """Only headings directly above a table are its sections: those of a letter before it are over."""
        self.to.outline.leave()
        above = list(takewhile(self._heads, reversed(lines)))
        for line in reversed(above):
            self.to.outline.enter(line.text)

    def _read_table(self, table: Table) -> None:
        header = find_header(table)
        try:
            if header:
                self._open(table, header)
            elif self._reader and self._continues(table):
                self._reader.read(table, 0)
            else:
                self._pass_over(table)
        except Refusal as refusal:
            self.to.faults.append(refusal)
        self._since = []

    def _open(self, table: Table, header: Header) -> None:
        for row in table.grid[:header.first]:
            for cell in distinct(row):
                if is_heading(cell.text):
                    self.to.section(cell.text, cell.place)
                else:
                    self.to.outside(cell.text, cell.place)
        self._reader = TableReader(table, header, self.to)
        self._width = len(table.grid[0])
        self._reader.read(table, header.last + 1)

    def _continues(self, table: Table) -> bool:
        """Whether a table without a header goes on with the one before; over headings between them it is asked."""
        if len(table.grid[0]) != self._width or not all(map(self._heads, self._since)):
            return False
        first = distinct(table.grid[0])
        quote = Quote(_first_words(table), first[0].place if first else table.grid[0][0].place)
        if not self._since:
            self.to.inquiry.remark("table-continued", quote)
            return True
        return self.to.inquiry.ask("table-continued", quote, (_CONTINUE, _REFUSE)) == _CONTINUE.id

    def _pass_over(self, table: Table) -> None:
        """A table without a header: refused if it may hold tasks, else kept as words, which is asked."""
        self.to.keep(_cells(table))
        bodies = heads_bodies(table)
        quote = Quote(_first_words(table), _place(table))
        if bodies and not is_contacts(table):
            key = "rows-headings-unknown" if heads_tasks(table) else "rows-no-task-column"
            self.to.fault(key, bodies.place, bodies.text)
        elif looks_like_tasks(table) or self.to.inquiry.ask("table-unread", quote, (_IGNORE, _REFUSE)) == _REFUSE.id:
            self.to.fault("rows-no-header", quote.place, quote.text)
