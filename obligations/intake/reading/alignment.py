"""Tells what kind of words each column of a table holds, and how a row with too few cells can stand under them; what
is done with a row that fits in no way or in two is decided in `rectangle`."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

from obligations.intake.document import Cell
from obligations.intake.rows.labels import LONGEST, WHO, meaning
from obligations.intake.rows.sections import is_short, mark
from obligations.intake.rows.shapes import is_number, is_time
from obligations.intake.source import Column

_SAMPLE = 200       # rows looked at
_FEWEST = 2         # cells that must agree before a column is said to be of a kind
_MOST = 0.8         # share of them

# 区发改委、… / 区财政局牵头…: a body, and then something that can follow one. Sentences (。) are no list of bodies.
_BODIES = re.compile(r"(?:局|委|办|室|部|厅|院|中心|政府|街道|镇|乡|公司|部门|单位|委员会|分局|联|会|社|馆|站|所)"
                     r"(?:$|[、，,;；（(）)\s]|等|牵头|负责|配合|按|分别|落实)")
_LONGEST_LIST = 600


class Kind(StrEnum):
    """What the cells of a column have in common."""

    PART = "part"           # 第一部分
    SECTION = "section"     # 一、
    SUBSECTION = "subsection"   # （一）
    NUMBER = "number"
    TIME = "time"
    WHO = "who"
    FREE = "free"           # nothing


_TELLING = frozenset({*WHO, Column.DEADLINE, Column.NUMBER})
HEADINGS = (Kind.PART, Kind.SECTION, Kind.SUBSECTION)


def _stands_at(level: int) -> Callable[[str], bool]:
    def test(text: str) -> bool:
        opening = mark(text)
        return opening is not None and opening.level == level and is_short(text) and "\n" not in text.strip()
    return test


def _is_who(text: str) -> bool:
    return len(text) <= _LONGEST_LIST and "。" not in text.rstrip("。\n ") and _BODIES.search(text) is not None


_TESTS: dict[Kind, Callable[[str], bool]] = {
    Kind.PART: _stands_at(0), Kind.SECTION: _stands_at(1), Kind.SUBSECTION: _stands_at(2),
    Kind.NUMBER: is_number, Kind.TIME: is_time, Kind.WHO: _is_who, Kind.FREE: lambda text: True,
}


def fits(kind: Kind, text: str) -> bool:
    """Whether `text` can stand in a column of `kind`; an empty cell can anywhere."""
    return kind is Kind.FREE or not text or text.isspace() or _TESTS[kind](text)


def kinds_of(rows: Sequence[Sequence[Cell]], width: int) -> tuple[Kind, ...]:
    """The kind of each of `width` columns, as the first 200 of the complete `rows` have it."""
    sample = rows[:_SAMPLE]
    return tuple(_kind([row[at].text for row in sample if row[at].text.strip()]) for at in range(width))


def _kind(texts: Sequence[str]) -> Kind:
    if len(texts) < _FEWEST:
        return Kind.FREE
    return next(kind for kind, test in _TESTS.items() if sum(map(test, texts)) >= _MOST * len(texts))


def misfit(row: Sequence[Cell], kinds: Sequence[Kind]) -> Cell | None:
    """The first cell of `row`, read from the left, that is not of its column's kind."""
    return next((cell for cell, kind in zip(row, kinds, strict=False) if not fits(kind, cell.text)), None)


def is_header(row: Sequence[Cell]) -> bool:
    """Whether `row` has headings of columns: at least two of them, half of its words, and one of who, when or 序号,
    which no row of tasks consists of."""
    texts = [cell.text for cell in row if cell.text.strip()]
    if len(texts) < 2 or any(len(text) > LONGEST for text in texts):
        return False
    known = [announced for text in texts if (announced := meaning(text))]
    return len(known) >= 2 and 2 * len(known) >= len(texts) and not _TELLING.isdisjoint(known)


def contradicts(label: str, kind: Kind) -> bool:
    """Whether the heading `label` cannot stand over a column of `kind`: 责任单位 over dates."""
    announced = meaning(label)
    if announced in WHO:
        return kind in (Kind.TIME, Kind.NUMBER, *HEADINGS)
    if announced is Column.DEADLINE:
        return kind in (Kind.WHO, Kind.NUMBER, *HEADINGS)
    if announced is Column.NUMBER:
        return kind in (Kind.WHO, Kind.TIME)
    return announced is not None and announced is not Column.OTHER and kind in (Kind.WHO, Kind.TIME)


def placements(row: Sequence[Cell], kinds: Sequence[Kind]) -> list[tuple[int, ...]]:
    """At most two different ways to leave as many columns empty as `row` has cells too few, so that every cell is of
    its column's kind: the columns left empty. Ways that differ only in which of two empty cells is missing are one.
    """
    return list(islice(_placed(row, kinds, (), 0), 2))


def _placed(row: Sequence[Cell], kinds: Sequence[Kind], gaps: tuple[int, ...], at: int) -> Iterator[tuple[int, ...]]:
    spare = len(kinds) - len(row) - len(gaps)
    column = at + len(gaps)
    if column == len(kinds):
        yield gaps
        return
    after_empty = at > 0 and not row[at - 1].text.strip() and (not gaps or gaps[-1] != column - 1)
    if spare and not after_empty:
        yield from _placed(row, kinds, (*gaps, column), at)
    if at < len(row) and fits(kinds[column], row[at].text):
        yield from _placed(row, kinds, gaps, at + 1)
