"""Cells about who that only point to another row (同上, 〃, 同第3项): nobody, until the office says who is meant.

What the words of that row mean is read in `body_cells`, like those of any other.
"""

import re
from dataclasses import replace

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.pointing import Targets, filled, pointer_in
from obligations.intake.source import Column, Quote, SourceRow

_ROW = "(?:一?[行项栏格条款个])?(?:(?:任务|责任|牵头|配合)?(?:单位|部门))?"
_POINTER = re.compile(
    r"^\s*[〃″〞\"“”'’↑]{1,3}\s*$"
    r"|(?:^|(?<=[\s、，,；;。：:])|(?<=单位)|(?<=部门)|(?=[（(]))[（(]?(?:"
    rf"[与和]?(?:[同仝见如与]|参[见照])\s{{0,4}}(?:以?上|前)[面述列边]?{_ROW}|上\s{{0,4}}同|(?i:ditto)"
    rf"|[与和]?[同与](?:第|序号|编号|No\.?)?\s{{0,4}}0{{0,3}}(?P<number>[1-9]\d{{0,3}})号?{_ROW}"
    rf"|[与和]?[同与]第[一二三四五六七八九十百]{{1,5}}{_ROW}"
    r")(?:相?同|一致)?[）)]?。?(?=$|[\s、，,；;]|牵头|配合|负责|参与|落实)"
)
_LEAVE_OPEN = Choice("leave-open")


def followed(rows: tuple[SourceRow, ...], inquiry: Inquiry) -> tuple[SourceRow, ...]:
    """`rows` with what a pointer is answered to mean in its place, and with nothing there until it is answered.

    The same pointer to the same words is asked about once: in a column of 同上 all of them mean the same.
    """
    following = _Following(inquiry)
    return tuple(following.row(row, index) for index, row in enumerate(rows))


class _Following:
    """The rows of one document on their way; each meaning is asked once."""

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry, self._targets = inquiry, Targets()
        self._meanings: dict[tuple[str, str], str] = {}

    def row(self, row: SourceRow, index: int) -> SourceRow:
        """`row` with the words in force in place of its pointers."""
        named: dict[Column, str] = {}
        cells = []
        for column, quote in row.bodies:
            words = quote.text
            if pointer := pointer_in(words, _POINTER):
                target = self._targets.of(pointer, column)
                words = filled(pointer, target)     # what is pointed to from below is what this one points to
                quote = replace(quote, text=filled(pointer, self._meaning(target, quote, row, index)))
            cells.append((column, quote))
            named[column] = f"{named[column]}；{words}" if column in named else words
        self._targets.note(row.number, named)
        return replace(row, bodies=tuple(cells))

    def _meaning(self, target: str, quote: Quote, row: SourceRow, index: int) -> str:
        if (quote.text, target) not in self._meanings:
            there = Choice("same-as", target)
            answer = self._inquiry.ask("like-above", quote, (_LEAVE_OPEN, there) if target.strip() else (_LEAVE_OPEN,),
                                       row=index, context=target, typed=True)
            said = {_LEAVE_OPEN.id: "", there.id: target}
            self._meanings[quote.text, target] = said.get(answer, answer.removeprefix(TYPED))
        return self._meanings[quote.text, target]
