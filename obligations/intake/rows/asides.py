"""Which rows of a table are no task: headings across it, notes, totals and signatures under it, lone words."""

import re
from enum import StrEnum

from obligations.intake.inquiry import Choice
from obligations.intake.rows.cells import Line, covers
from obligations.intake.rows.gathering import Gathering
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.sections import is_heading, is_short
from obligations.intake.rows.shapes import (
    is_bodies,
    is_chinese_number,
    is_note,
    is_number,
    is_page_mark,
    is_time,
    is_total,
)
from obligations.intake.source import Column, From, Quote, SourceRow

_AS_HEADING, _AS_TASK = Choice("as-heading"), Choice("as-task")
_LONGEST_TITLE = 30     # characters of a heading that has no number
_LABELLED = re.compile(r"(?:责任|牵头|承办|配合|落实)(?:单位|部门|主体)\s*[:：]")


class Aside(StrEnum):
    """What a row is that may not be a task; a row that is neither was put where it belongs."""

    TASK = "task"
    SECTION = "section"
    SECTION_COLUMN = "section_column"    # only its cell in a column of sections has words
    PUT_AWAY = "put_away"


def aside(read: Line, to: Gathering, above: SourceRow | None, trusts_blanks: bool) -> Aside:
    """What the row is. A heading is entered, notes are kept, and words that are lost for good are a fault."""
    if _is_note(read):
        return _keep(read, to, "note-row")
    if _is_numbered_section(read):
        to.outline.enter(" ".join(cell.text.strip() for cell in read.own))
        to.keep(read.own)
        return Aside.SECTION
    if _adds_no_task(read):
        return _keep(read, to, "note-row")
    filled = [at for at, quote in enumerate(read.quotes) if quote.text]
    if len(filled) != 1:
        return Aside.TASK
    second = not trusts_blanks and above is not None and read.layout.kinds[filled[0]] is Column.REQUIREMENT
    return Aside.TASK if second and not is_heading(read.words) else _lone(read, filled[0], to)


def _is_note(read: Line) -> bool:
    first = read.own[0].text
    no_duty = not any(read.quotes[at].text for at in read.layout.all(*WHO))
    return is_total(first) or (is_note(first) and (no_duty or all(is_note(cell.text) for cell in read.own)))


def _is_numbered_section(read: Line) -> bool:
    """“一” in the column of numbers, words in that of tasks, and nothing else."""
    return (len(read.own) == 2 and is_chinese_number(read.text(Column.NUMBER))
            and read.own[1].text.strip() in (read.text(Column.CONTENT), read.text(Column.SECTION)))


def _adds_no_task(read: Line) -> bool:
    """Whether only a remark or a number stands beside cells that all reach down from above."""
    own = {read.layout.kinds[at] for at, quote in enumerate(read.quotes) if quote.origin is From.OWN}
    merged = any(quote.origin is From.MERGED for quote in read.quotes)
    return merged and own <= {Column.OTHER, Column.NUMBER} and not _is_task_number(read)


def _is_task_number(read: Line) -> bool:
    return bool(read.text(Column.NUMBER)) and not read.text(Column.CONTENT)


def _keep(read: Line, to: Gathering, kind: str) -> Aside:
    for cell in read.own:
        to.outside(cell.text, cell.place)
    to.inquiry.remark(kind, Quote(read.words, read.own[0].place))
    return Aside.PUT_AWAY


def _lone(read: Line, at: int, to: Gathering) -> Aside:
    """A row in which one cell has words: a heading, a note, or what is left of a task."""
    cell, kind, text = read.own[0], read.layout.kinds[at], read.words
    wide = covers(read.cells, cell) > 1
    if _LABELLED.search(text) or (not wide and (is_bodies(text) or is_time(text))):
        return _lost(read, to)
    if is_page_mark(text):
        return _keep(read, to, "note-row")
    if is_heading(text) or (wide and is_short(text)):
        to.section(text, cell.place)
        return Aside.SECTION
    if kind is Column.SECTION and not wide:
        return Aside.SECTION_COLUMN
    if wide or kind in (Column.CONTENT, Column.REQUIREMENT):
        return _asked(read, to, heading=wide or (kind is Column.CONTENT and _is_title(text)))
    if kind is Column.NUMBER and is_number(text):
        return _keep(read, to, "number-alone")
    return _asked(read, to, heading=True) if kind is Column.NUMBER and is_short(text) else _lost(read, to)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and is_short(text) and not text.endswith(("。", "；"))


def _asked(read: Line, to: Gathering, *, heading: bool) -> Aside:
    choices = (_AS_HEADING, _AS_TASK) if heading else (_AS_TASK, _AS_HEADING)
    quote = Quote(read.words, read.own[0].place)
    if to.inquiry.ask("lone-cell", quote, choices, context=read.words) == _AS_TASK.id:
        return Aside.TASK
    if not is_short(read.words):
        to.keep(read.own)
        return Aside.PUT_AWAY
    to.section(read.words, read.own[0].place)
    return Aside.SECTION


def _lost(read: Line, to: Gathering) -> Aside:
    to.fault("rows-no-task", read.place, read.words)
    return Aside.PUT_AWAY
