"""What has been read of a document so far: rows, headings, faults; the readers of tables and of lists add to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Place
from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.labels import compact
from obligations.intake.rows.outside import duties
from obligations.intake.rows.sections import Outline
from obligations.intake.source import NOTHING, Column, Quote, Source, SourceRow
from obligations.intake.titles import is_title

Columns = tuple[tuple[Column, str], ...]
# 附件1, （续表）, — 2 —, 单位：万元: first lines that are no title.
_NO_TITLE = re.compile(r"^(?:附件?表?[\d一二三四五]{0,3}[:.]?|\(?续表?\)?|[\-—–]*\d*[\-—–]*|(?:计量)?单位[:].{0,12})$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it stands in a row's own cell, and which row that is (from 0)."""

    text: str
    place: Place
    row: int
    sections: tuple[str, ...]


@dataclass(slots=True)
class Gathering:
    """The parts of a Source while it grows."""

    inquiry: Inquiry
    outline: Outline = field(default_factory=Outline)
    title: str = ""
    headings: list[Quote] = field(default_factory=list)
    columns: Columns = ()
    rows: list[SourceRow] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    faults: list[Refusal] = field(default_factory=list)
    _heads: list[Quote] = field(default_factory=list)
    _outside: list[tuple[Quote, bool]] = field(default_factory=list)
    _title: Quote = NOTHING
    _before_title: int = 0

    def heading(self, text: str, place: Place) -> None:
        """Keep words outside the rows; the first that is like a title is the title, or else the very first."""
        words = text.strip()
        if not words:
            return
        if self.title and not self.rows and is_title(words) and not is_title(self.title):
            self.headings.insert(self._before_title, self._title)      # menus, a letter-head
            self.title = ""
        if not self.title and not self.rows and not _NO_TITLE.match(compact(words[:40])):
            self.title, self._title, self._before_title = words, Quote(words, place), len(self.headings)
        else:
            self.headings.append(Quote(words, place))

    def outside(self, text: str, place: Place) -> None:
        """Keep a paragraph outside the rows; what it asks for by a day is shown."""
        self.heading(text, place)
        self._outside.append((Quote(text.strip(), place), False))

    def beside(self, text: str, place: Place, *, is_shown: bool) -> None:
        """Keep words that stand beside the text, never as a title; what they ask for by a day is shown, unless all of
        it is."""
        self.headings.append(Quote(text.strip(), place))
        if not is_shown:
            self._outside.append((self.headings[-1], False))

    def head(self, columns: Columns, cells: Iterable[Cell]) -> None:
        """Keep what a table's columns are called, and the words over them; those that no column is called by are
        words outside the rows."""
        self.columns += tuple(one for one in columns
                              if not self.columns or (one not in self.columns and one[0] is not Column.SECTION))
        called = {words for _, words in self.columns}
        for cell in cells:
            if words := cell.text.strip():
                (self._heads if words in called else self.headings).append(Quote(words, cell.place))

    def keep(self, cells: Iterable[Cell]) -> None:
        """Keep the words of cells that are no row, never as a title."""
        self.headings += [Quote(cell.text.strip(), cell.place) for cell in cells if cell.text.strip()]

    def section(self, text: str, place: Place) -> None:
        """Enter a section, and keep its heading."""
        self.outline.enter(text, rows=len(self.rows))
        self.headings.append(Quote(text.strip(), place))
        self._outside.append((self.headings[-1], not text.strip().endswith("。")))

    def fault(self, key: str, place: Place, quote: str) -> None:
        """Note words that cannot be read; the document is refused once all of it has been seen."""
        self.faults.append(Refusal(key, place=place, quote=_clipped(quote)))

    def source(self) -> Source:
        """Everything read. Raises Refusal or PlanFaults for what could not be."""
        if len(self.faults) == 1:
            raise self.faults[0]
        if self.faults:
            raise PlanFaults(tuple(self.faults))
        self._remark_duties()
        return Source(self.title, tuple(self.headings), self.columns, tuple(self.rows), tuple(self._heads))

    def _remark_duties(self) -> None:
        shown: set[str] = set()
        for quote, is_heading in [(self._title, False), *self._outside]:
            for sentence in duties(quote.text, heading=is_heading):
                if sentence not in shown:
                    self.inquiry.remark("duty-outside", Quote(sentence, quote.place))
                shown.add(sentence)


def _clipped(text: str, most: int = 120) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most - 1] + "…"
