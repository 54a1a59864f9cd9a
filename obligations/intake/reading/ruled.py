"""Reads tables drawn with bars, | or │, in plain texts and Markdown; only one row a line can be told for sure."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Place, Table
from obligations.intake.reading.lines import BARS, Line
from obligations.intake.reading.rectangle import Missing, columns_of, rectangle
from obligations.intake.rows.lost_borders import quoted

_BARS = re.compile(rf"(?<!\\)[{BARS}]")
_DRAWN = re.compile(r"[\s+|:=\-\u2500-\u257f]+")
_RULE = re.compile(r"[-=─━═┄┅┈┉]")
_CROSS = re.compile(r"[+|│┃║┌-╋╒-╬]")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_FEWEST = 2         # bars of a row


def is_rule(text: str) -> bool:
    """Whether `text` is a line between two rows: |---|---|, ├──┼──┤."""
    return _DRAWN.fullmatch(text) is not None and bool(_RULE.search(text) and _CROSS.search(text))


def is_ruled(text: str) -> bool:
    """Whether `text` is a row with a bar at both ends, or a line between two."""
    line = text.strip()
    return is_rule(line) or (len(line) > 2 and _is_bar(line[0]) and _is_bar(line[-1]) and bars(line) >= _FEWEST)


def bars(text: str) -> int:
    """How many bars part the cells of `text`; escaped ones are text."""
    return len(_BARS.findall(text))


def read_ruled(lines: Sequence[Line], plain: Callable[[str], str] = str) -> Table:
    """The table that `lines` draw; `plain` takes the marks out of the words of a cell.

    Raises PlanFaults with every row that cannot be aligned, and where one row is drawn over several lines.
    """
    rows = [(line, _cells(line, plain)) for line in lines if not is_rule(line.text)]
    faults = [_row_unclear(row) for line, row in rows if bars(line.text) == 0]
    faults += _wrapped(lines)
    if faults or not rows:
        raise PlanFaults(tuple(faults) or (_lone(lines[0]),))
    cells = [row for _, row in rows]
    return rectangle(cells, columns_of(cells), Missing.TRAILING)


def _is_bar(sign: str) -> bool:
    return _BARS.match(sign) is not None


def _cells(line: Line, plain: Callable[[str], str]) -> list[Cell]:
    parts = _BARS.split(line.text.strip())
    # The bars at both ends are the frame.
    parts = parts[not parts[0].strip():]
    parts = parts[:-1] if len(parts) > 1 and not parts[-1].strip() and _is_bar(line.text.rstrip()[-1]) else parts
    return [Cell(plain(_BREAK.sub("\n", part).replace("\\|", "|").strip()), Place(line=line.number)) for part in parts]


def _row_unclear(row: Sequence[Cell]) -> Refusal:
    return Refusal("text-line-unclear", place=row[0].place, quote=quoted(row[0].text))


def _lone(line: Line) -> Refusal:
    return Refusal("text-line-unclear", place=Place(line=line.number), quote=quoted(line.text))


def _wrapped(lines: Sequence[Line]) -> list[Refusal]:
    """Where a row goes on in the next line, which only a drawn frame allows: whether it is a new point or only the
    width of the cell that broke 区财/政局 cannot be told."""
    drawn = [line for line in lines if line.text.strip()]
    if sum(is_rule(line.text) for line in drawn) <= 1:
        return []
    blanks = [(line, _opens_blank(line)) for line in drawn]
    return [_lone(line) for (before, _), (line, blank) in pairwise(blanks)
            if not is_rule(line.text) and not is_rule(before.text) and (blank or _has_many_rules(drawn))]


def _opens_blank(line: Line) -> bool:
    cells = _cells(line, str)
    return not is_rule(line.text) and not cells[0].text


def _has_many_rules(lines: Sequence[Line]) -> bool:
    """Whether lines are drawn between the rows of the body too, and not only around it and under its header."""
    rules = [at for at, line in enumerate(lines) if is_rule(line.text)]
    inner = [at for at in rules if 0 < at < len(lines) - 1]
    return len(inner) > 1
