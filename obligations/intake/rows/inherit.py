"""What an empty cell takes from the row above: by a merged cell without asking, else asked, else nothing.

Whose duty a row is and by when it is due are never taken over in silence: issue of the seed's rows 2, 3 and 16.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.rows.cells import Line
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.shapes import is_whole_year
from obligations.intake.source import NOTHING, Column, From, Quote, SourceRow

Bodies = tuple[tuple[Column, Quote], ...]
_LEAVE_OPEN = Choice("leave-open")
_MAIN = (Column.LEAD, Column.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class Heir:
    """A row that is being read and the one above it, if they stand under the same section.

    `trusts_blanks`: the format tells merged cells, so that an empty cell is empty. `row` is its index among all rows.
    """

    line: Line
    above: SourceRow | None
    trusts_blanks: bool
    row: int
    inquiry: Inquiry

    def task(self) -> tuple[str, Quote]:
        """Number and content; where only a requirement stands it is the second one of the task above."""
        number, content = self.line.text(Column.NUMBER), self.line.first(Column.CONTENT)
        if content is None:
            return number, NOTHING
        if self._is_second_requirement() and self.above:
            return self.above.number, _from_above(self.above.content)
        return number, content

    def _is_second_requirement(self) -> bool:
        line = self.line
        return (not self.trusts_blanks and not line.text(Column.NUMBER) and not line.text(Column.CONTENT)
                and bool(line.text(Column.REQUIREMENT)))

    def bodies(self, asks: Quote) -> Bodies:
        """The cells about who; those who lead or answer are taken from above only by a merged cell or an answer."""
        columns = self.line.layout.all(*WHO)
        own = tuple((self.line.role(at), self.line.quotes[at]) for at in columns if self.line.quotes[at].text)
        has_mains = any(kind in _MAIN for kind in self.line.layout.kinds)
        if not columns or any(kind in _MAIN for kind, _ in own) or (own and not has_mains):
            return own
        return self._inherited_bodies(self.line.quotes[columns[0]], asks) + own

    def _inherited_bodies(self, empty: Quote, asks: Quote) -> Bodies:
        above = self.above.bodies if self.above else ()
        words = "；".join(quote.text for _, quote in above)
        answer = self._ask("bodies", replace(asks, place=empty.place), words, typed=True)
        if answer.startswith(TYPED):
            return ((Column.RESPONSIBLE, Quote(answer.removeprefix(TYPED), empty.place)),)
        if answer == _LEAVE_OPEN.id:
            return ()
        return tuple((kind, _from_above(quote)) for kind, quote in above)

    def deadline(self, asks: Quote, *, column_used: bool) -> Quote:
        """The 时限 cell; an empty one is asked about unless the cell above says no more than 全年."""
        own = self.line.first(Column.DEADLINE)
        if own is None or own.text or not column_used:
            return own or NOTHING
        above = self.above.deadline if self.above else NOTHING
        if is_whole_year(above.text):
            self.inquiry.remark("year-above", replace(asks, place=own.place), row=self.row, above=above.text)
            return own if self.trusts_blanks else _from_above(above)
        answer = self._ask("deadline", replace(asks, place=own.place), above.text)
        return own if answer == _LEAVE_OPEN.id else _from_above(above)

    def _ask(self, what: str, quote: Quote, above: str, *, typed: bool = False) -> str:
        """What is in force for an empty cell: where merging cannot be told it is taken from above, marked."""
        as_above = [Choice("as-above", above)] if above else []
        likely = bool(above) and not self.trusts_blanks
        choices: Sequence[Choice] = [*as_above, _LEAVE_OPEN] if likely else [_LEAVE_OPEN, *as_above]
        kind = f"inherited-{what}" if likely else f"no-{what}"
        return self.inquiry.ask(kind, quote, choices, row=self.row, context=self.line.words, typed=typed)


def _from_above(quote: Quote) -> Quote:
    """The words of the cell above; their place stays where they are printed."""
    return replace(quote, origin=From.ABOVE if quote.text else From.NOWHERE)
