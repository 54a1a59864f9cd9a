"""Cells 时限 that only point to another row (同上, 〃, 同第3项): no time, until the office says which one is meant.

What the words of that row mean is read in `rules.py`, like those of any other. Cells about who that do so are the part
of `pointers.py` beside `bodies.py`.
"""

import re
from dataclasses import replace

from obligations.intake.inquiry import TYPED, Choice, Inquiry
from obligations.intake.pointing import Targets, filled, pointer_in
from obligations.intake.source import Column, SourceRow
from obligations.intake.when.time_words import squeezed

_WHAT = "(?:一?[行项栏格条款个])?(?:任务)?的?(?:完成)?(?:时限|时间|期限|要求)?"
_POINTER = re.compile(
    r"^\s*[〃″〞\"“”'’↑]{1,3}\s*$"
    r"|(?:^|(?<=[\s、，,；;。：:（(]))(?:"
    rf"(?:[同仝见如与和]|参[见照])\s{{0,4}}(?:以?上|前)[面述列边]?{_WHAT}|上\s{{0,4}}同|(?i:ditto)"
    rf"|[同与和](?:第|序号|编号|No\.?)?\s{{0,4}}0{{0,3}}(?P<number>[1-9]\d{{0,3}})号?{_WHAT}"
    rf"|[同与和]第[一二三四五六七八九十百]{{1,5}}{_WHAT}"
    r")(?:相?同步?|一致|同步)?。?(?=$|[\s、，,；;）)])"
)
_LEAVE_OPEN = Choice("leave-open")


def timed_as_pointed(rows: tuple[SourceRow, ...], year: int, inquiry: Inquiry) -> tuple[SourceRow, ...]:
    """`rows` with what a pointer in the cell 时限 is answered to mean in its place, and with nothing there until it is
    answered. The same pointer to the same words is asked about once, for all of its rows."""
    pointing = _Pointing(year, inquiry)
    return tuple(pointing.row(row, index) for index, row in enumerate(rows))


class _Pointing:
    """The rows of one document on their way; each meaning is asked once."""

    def __init__(self, year: int, inquiry: Inquiry) -> None:
        self._year, self._inquiry, self._targets = str(year), inquiry, Targets()
        self._meanings: dict[tuple[str, str], tuple[str, str]] = {}

    def row(self, row: SourceRow, index: int) -> SourceRow:
        """`row` with the words in force in place of its pointer."""
        words = row.deadline.text
        if pointer := pointer_in(words, _POINTER):
            target = self._targets.of(pointer, Column.DEADLINE)
            words = filled(pointer, target)     # what is pointed to from below is what this one points to
            meaning = filled(pointer, self._meaning(target, row, index))
            row = replace(row, deadline=replace(row.deadline, text=meaning))
        self._targets.note(row.number, {Column.DEADLINE: words})
        return row

    def _meaning(self, target: str, row: SourceRow, index: int) -> str:
        context = target.strip() or row.asks.text       # what points to nothing means in every row another time
        known = squeezed(row.deadline.text), context
        if known not in self._meanings:
            there = Choice("same-as", target)
            choices = (_LEAVE_OPEN, there) if target.strip() else (_LEAVE_OPEN,)
            answer = self._inquiry.ask("like-above-time", row.deadline, choices, context=context, typed=True,
                                       year=self._year)
            said = {_LEAVE_OPEN.id: "", there.id: target}
            self._meanings[known] = said.get(answer, answer.removeprefix(TYPED)), self._inquiry.doubts[-1].key
        words, key = self._meanings[known]
        self._inquiry.concerns(key, index)
        return words
