"""Tells what a line without number and fields is that stands alone in a list: a heading of the items under it, a
signature, or more of the item above; what is doubtful is asked by whoever reads the list."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from obligations.intake.rows.bare import Bare, bare, is_dated, is_framed
from obligations.intake.rows.items import Line
from obligations.intake.rows.labelled import Group

_TIED = (Bare.TIME, Bare.BODIES)
_LISTS_ON = re.compile("[、，,]$")


class Next(StrEnum):
    """What follows on a line, or on several."""

    TASK = "task"        # an item, or a heading over items
    FIELDS = "fields"
    WORDS = "words"
    END = "end"          # no item and no field stands below


class GoesOn(StrEnum):
    """Whether a line is more of the item above it; only the first and the last are sure."""

    YES = "yes"
    LIKELY = "likely"
    HARDLY = "hardly"
    NO = "no"


class Alone:
    """The lines of one list that stand alone."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        tied = [at for at, line in enumerate(lines) if line.groups or line.mark]
        self._first, self._end = (tied[0], tied[-1] + 1) if tied else (0, 0)
        self._next = [Next.END] * (len(lines) + 1)
        self._bare: list[Bare | None] = [None] * (len(lines) + 1)
        self._ends = list(range(1, len(lines) + 2))
        for at in reversed(range(len(lines))):
            self._look(at)
        self._before = self._before_first()
        self._between = any(self._bare[at] and self._next[at] is Next.TASK for at in range(self._first, self._end))
        steps = (line.place.line - above.place.line for above, line in pairwise(lines))
        self._spacing = min((step for step in steps if step > 0), default=1)

    def _look(self, at: int) -> None:
        line, below = self._lines[at], self._next[at + 1]
        found = None if line.groups or line.mark or line.label or line.is_foot else bare(line.text)
        if found and (found is not Bare.WORDS or below is Next.TASK):
            self._bare[at], self._next[at] = found, below
            if found in _TIED and self._bare[at + 1] in _TIED:
                self._ends[at] = self._ends[at + 1]
        elif at < self._end:
            self._next[at] = _is(line, below)

    def _before_first(self) -> set[Bare]:
        """What the lines right above the first item are made of, the title and numbered headings left out."""
        found = set()
        first = next((at for at, line in enumerate(self._lines) if line.is_task and not line.is_section), 0)
        for at in range(first - 1, 0, -1):
            if kind := self._bare[at]:
                found.add(kind)
            elif not self._lines[at].is_section:
                break
        return found

    def block(self, at: int) -> Sequence[Line]:
        """The lines from `at` that are nothing but times and bodies and belong together, or the one that heads what
        follows; none: `at` does not stand alone."""
        if self._bare[at] is None:
            return ()
        end = self._ends[at]
        return self._lines[at:next((cut for cut in range(at + 1, end) if self._parts(cut, end)), end)]

    def _parts(self, at: int, end: int) -> bool:
        """Whether a heading, or a signature, begins with line `at` under others of its block."""
        kind, above = self._bare[at], self._bare[at - 1]
        if self._next[at] is Next.TASK and kind in self._before and above not in self._before:
            return True
        return above is Bare.TIME and kind is Bare.BODIES and end - at > 1 and self._is_day(end - 1) and all(
            self._bare[one] is Bare.BODIES for one in range(at, end - 1))

    def _is_day(self, at: int) -> bool:
        """Whether line `at` is a day as under a signature, at the end also a month."""
        return is_dated(self._lines[at].text, to_the_day=self._next[at] is not Next.END)

    def follows(self, at: int) -> Next:
        """What follows on the line `at` and those that stand alone with it."""
        return self._next[at]

    def is_signature(self, at: int) -> bool:
        """Whether the lines from `at` are bodies with a day under them."""
        last = at + len(self.block(at)) - 1
        return last > at and self._bare[last - 1] is Bare.BODIES and self._is_day(last)

    def is_heading(self, at: int) -> bool:
        """Whether what stands at `at` heads the items under it. Above all items a word is one only where others stand
        between them, as a letter-head is none; the day of the document never."""
        if self._next[at] is not Next.TASK or self.is_signature(at):
            return False
        line = self._lines[at]
        clear = is_framed(line.text) or (self._bare[at] is Bare.TIME and not is_dated(line.text))
        return at > self._first or (at > 0 and not is_dated(line.text, to_the_day=True) and (clear or self._between))

    def stands_apart(self, at: int) -> bool:
        """Whether what stands at `at` is surely no more of the words above it."""
        return self._is_like_first(at) or self._is_parted(at)

    def goes_on(self, at: int, group: Group) -> GoesOn:
        """Whether what stands at `at`, with no fields under it, goes on with the `group` above it."""
        block, follows = self.block(at), self._next[at]
        dated, times = is_dated(block[-1].text), {bare(line.text) for line in block} == {Bare.TIME}
        if is_framed(block[0].text) or self._is_parted(at):
            return GoesOn.NO
        if _LISTS_ON.search(group.printed.rstrip()) or (follows is Next.END and times and not dated):
            return GoesOn.YES
        apart = self._is_like_first(at) if follows is Next.TASK else dated
        return GoesOn.HARDLY if apart else GoesOn.LIKELY

    def _is_like_first(self, at: int) -> bool:
        """Whether the list begins with a heading of the kind of line `at`."""
        return is_framed(self._lines[at].text) or self._bare[at] in self._before

    def _is_parted(self, at: int) -> bool:
        """Whether more space than usual stands above line `at`."""
        above = self._lines[at - 1].place if at else None
        here = self._lines[at].place
        return above is not None and (above.table, above.row, above.sheet) == (here.table, here.row, here.sheet) and (
            here.line - above.line > self._spacing)


def _is(line: Line, below: Next) -> Next:
    if line.is_task or (below is Next.FIELDS and not line.groups and (line.label is None or line.opens)):
        return Next.TASK
    return Next.FIELDS if line.groups or line.label else Next.WORDS
