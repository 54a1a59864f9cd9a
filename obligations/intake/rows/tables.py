"""Reads the rows of one table, and of its continuation after a page break; columns are settled in `columns`, empty
cells in `inherit`, rows that are no task in `asides`."""

from obligations.intake.document import Cell, Table
from obligations.intake.inquiry import Choice
from obligations.intake.rows.asides import Aside, aside
from obligations.intake.rows.cells import Line, line
from obligations.intake.rows.columns import Layout, settle
from obligations.intake.rows.gathering import Gathering, Printed
from obligations.intake.rows.headers import Header, new_header_at
from obligations.intake.rows.inherit import Heir
from obligations.intake.rows.labels import compact
from obligations.intake.rows.pairs import paired
from obligations.intake.rows.sections import on_one_line
from obligations.intake.rows.shifted import is_shifted
from obligations.intake.rows.unheard import remark_unheard
from obligations.intake.source import NOTHING, Column, From, Quote, SourceRow
from obligations.planfile_row import printable

_KEEP, _DROP = Choice("keep"), Choice("drop")


class TableReader:
    """Reads a table row by row; what a row takes from the one above is remembered between rows and tables."""

    def __init__(self, table: Table, header: Header, gathering: Gathering) -> None:
        self._to = gathering
        self._all_hidden = False
        self._begin(table, header)

    def _begin(self, table: Table, header: Header) -> None:
        """Read what follows under `header`. Raises Refusal for a column that cannot be read."""
        self.layout = settle(table, header, self._to.inquiry)
        self._above: SourceRow | None = None
        self._sections = [""] * len(self.layout.all(Column.SECTION))
        self._deadlines_used = _is_used(table, self.layout)
        cells = {id(cell): cell for row in table.grid[header.first:header.last + 1] for cell in row}
        self._to.head(self.layout.columns(), cells.values())

    def read(self, table: Table, start: int) -> None:
        """Read the rows of `table` from `start`; Refusals of single rows are gathered."""
        self._all_hidden = _is_hidden(table)
        if self._all_hidden and self._answer_hidden(table.grid[0], "hidden-table", "") == _DROP.id:
            for at in range(start, len(table.grid)):
                self._to.keep(self._line(table, at, start).own)
            return
        self._remark_hidden_columns()
        skip = start
        for at in range(start, len(table.grid)):
            if at >= skip:
                skip = self._read_row(table, at, start)

    def _read_row(self, table: Table, at: int, start: int) -> int:
        """Read the row `at`, or a header that stands there; the row to go on with."""
        read = self._line(table, at, start)
        if not read.own:
            return at + 1
        if self.layout.header.repeats(read.cells):
            self._to.head((), read.own)
            return at + 1
        header = new_header_at(table, at)
        if header:
            self._begin(table, header)
            return header.last + 1
        self._read_line(read, table.merges_known)
        return at + 1

    def _line(self, table: Table, at: int, start: int) -> Line:
        return line(table.grid[at], table.grid[at - 1] if at > start else None, self.layout)

    def _read_line(self, read: Line, trusts_blanks: bool) -> None:
        found = aside(read, self._to, self._above, trusts_blanks)
        if found is Aside.SECTION:
            self._above = None
            self._sections = [""] * len(self._sections)
        elif found is Aside.SECTION_COLUMN:
            self._enter_sections(read)
            self._to.keep(read.own)
        elif found is Aside.TASK:
            self._read_task(read, trusts_blanks)

    def _read_task(self, read: Line, trusts_blanks: bool) -> None:
        hidden = all(cell.hidden for cell in read.own)
        if hidden and not self._all_hidden and self._answer_hidden(read.own, "hidden-row", read.words) == _DROP.id:
            self._to.keep(read.own)
            return
        self._enter_sections(read)
        heir = Heir(read, self._above, trusts_blanks, len(self._to.rows), self._to.inquiry)
        if is_shifted(read, trusts_blanks=trusts_blanks):
            self._to.fault("rows-shifted", read.place, read.words)
        elif not self._add(read, heir, hidden):
            self._to.fault("rows-no-task", read.place, read.words)

    def _add(self, read: Line, heir: Heir, hidden: bool) -> bool:
        """Add the row; False: nothing in it says what is to be done."""
        number, content = heir.task()
        requirement = read.first(Column.REQUIREMENT) or NOTHING
        asks = requirement if requirement.text else content
        if not printable(asks.text):
            return False
        row = SourceRow(
            self._to.outline.names() + tuple(name for name in self._sections if name), number, content, requirement,
            heir.bodies(asks), heir.deadline(asks, column_used=self._deadlines_used), read.place, _others(read), hidden)
        self._remark(read, row)
        self._to.rows += paired(row, len(self._to.rows), self._to.inquiry)
        self._above = row
        return True

    def _remark(self, read: Line, row: SourceRow) -> None:
        """Note the row's own number, and cells that cover columns they cannot all be meant for."""
        at = len(self._to.rows)
        number = read.first(Column.NUMBER)
        if number and number.origin is From.OWN:
            self._to.printed.append(Printed(number.text, number.place, at, row.sections))
        if row.content.origin is From.OWN and not row.number and self._to.printed and self.layout.all(Column.NUMBER):
            self._to.inquiry.remark("no-number", row.content, row=at)
        for kind, quote in ((Column.CONTENT, row.content), (Column.REQUIREMENT, row.requirement)):
            if not quote.text and self.layout.all(kind):
                self._to.inquiry.remark(f"no-{kind}", Quote(row.asks.text, quote.place), row=at)
        remark_unheard(row, at, self._to.inquiry)
        for cell in read.across:
            self._to.inquiry.remark("cell-across", Quote(cell.text.strip(), cell.place), row=at)

    def _enter_sections(self, read: Line) -> None:
        """Sections in columns: an empty cell stands under the one above, unless an outer section is new."""
        changed = False
        for level, at in enumerate(self.layout.all(Column.SECTION)):
            name = on_one_line(read.quotes[at].text)
            if (changed and not name) or (name and compact(name) != compact(self._sections[level])):
                self._sections[level] = name
                changed = True
        if changed:
            self._above = None

    def _answer_hidden(self, cells: tuple[Cell, ...], kind: str, context: str) -> str:
        first = next((cell for cell in cells if cell.text.strip()), cells[0])
        quote = Quote(context or first.text.strip(), first.place)
        row = len(self._to.rows) if context else None
        return self._to.inquiry.ask(kind, quote, (_KEEP, _DROP), row=row, context=context)

    def _remark_hidden_columns(self) -> None:
        for at, head in enumerate(self.layout.header.headings):
            if head.cell.hidden and not head.blank and not self._all_hidden:
                self._to.inquiry.remark("column-hidden", Quote(head.words, head.cell.place), column=str(at + 1))


def _others(read: Line) -> tuple[tuple[str, Quote], ...]:
    return tuple((read.layout.words[at], read.quotes[at]) for at in read.layout.all(Column.OTHER)
                 if read.quotes[at].text)


def _is_hidden(table: Table) -> bool:
    return all(cell.hidden for row in table.grid for cell in row)


def _is_used(table: Table, layout: Layout) -> bool:
    columns = layout.all(Column.DEADLINE)
    return any(row[at].text.strip() for row in table.grid[layout.header.last + 1:] for at in columns)
