"""Puts together what a list has on several lines although it is one thing: a bracket that the next line closes."""

import re
from collections.abc import Iterable, Iterator

from obligations.intake.document import Place
from obligations.intake.rows.sections import mark

MOST_LINES = 4      # of one bracket
_INSIDE = r"[^（）()\[\]【】〔〕]*"
_SPEAKS_OF_WHO = re.compile(
    rf"[（(\[【〔]{_INSIDE}(?:(?:责任|牵头|配合|主办|协办|承办|落实)(?:单位|部门|主体)?\s*[:：]|牵头|负责){_INSIDE}$")

Placed = tuple[str, Place]


def rejoined(lines: Iterable[Placed]) -> Iterator[Placed]:
    """`lines` with those joined, by a line break, that one bracket about who runs over: a text that was wrapped."""
    waiting = list(lines)
    at = 0
    while at < len(waiting):
        end = _end(waiting, at)
        yield "\n".join(text for text, _ in waiting[at:end]), waiting[at][1]
        at = end


def _end(lines: list[Placed], at: int) -> int:
    """One past the last line of the bracket that stands open at the end of line `at`; the next line without one."""
    text = lines[at][0]
    for end in range(at + 1, min(at + MOST_LINES, len(lines)) + 1):
        if not _SPEAKS_OF_WHO.search(text[-400:]):
            return end
        if end == len(lines) or mark(lines[end][0]):
            break
        text += "\n" + lines[end][0]
    return at + 1
