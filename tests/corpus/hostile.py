"""Damaged documents by number, and what must be true of whatever comes of them."""

import re
from collections.abc import Iterator
from datetime import date
from random import Random

from locales.catalogue import texts
from locales.doubts import refused
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document
from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.terms import Wanted
from tests.corpus import county_tables, many_tables, odd_cells, prose
from tests.corpus.damage import EVERY, MISPLACING, cut, damaged, without_a_tab
from tests.corpus.judging import WHEN, WHO, about, named, spoken, who
from tests.corpus.keeping import LOCALES
from tests.corpus.shapes import Grid, Made, Row
from tests.corpus.writers import written

MADE = tuple(made for part in (county_tables, many_tables, odd_cells, prose) for made in part.DOCUMENTS)
TABLES = tuple(made for made in MADE if any(isinstance(block, Grid) for block in made.blocks))
# Where a row has two dates, or the bodies of all tasks, they change places without a trace.
PLACED = tuple(made for made in TABLES if made not in (county_tables.TWO_HEADER_ROWS, many_tables.LYING))
WANTED = Wanted(date(2020, 3, 2), "临川市青河区", 2020)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME = re.compile("〔[^〕]+〕|[^、；]+")


def a_file(number: int) -> tuple[str, bytes]:
    """A file of the corpus after one to three accidents, or cut."""
    chance = Random(number)
    made = chance.choice(MADE)
    ending = chance.choice(made.formats)
    content = written(damaged(made.blocks, chance, chance.randrange(1, 4), EVERY), ending)
    if chance.random() < 0.15:
        content = cut(content, chance)
    elif chance.random() < 0.15 and ending in ("txt", "md", "html"):
        content = without_a_tab(content, chance)
    return f"a.{ending}", content


def a_text(content: bytes, number: int) -> bytes:
    """A text that was cut, or lost up to three TABs and ends of lines."""
    chance = Random(number)
    if chance.random() < 0.2:
        return cut(content, chance)
    for _ in range(chance.randrange(1, 4)):
        content = without_a_tab(content, chance)
    return content


def taken(name: str, content: bytes, answers: dict[str, str] | None = None) -> tuple[Document, Draft] | list[Refusal]:
    """What comes of a file; anything raised but refusals is a defect."""
    try:
        document = read_document(name, content)
        return document, draft(document, WANTED, Known(WANTED.district), answers or {}, "plan")
    except Refusal as refusal:
        return [refusal]
    except PlanFaults as several:
        return list(several.faults)


def has_words(refusals: list[Refusal]) -> bool:
    """Whether every refusal is a sentence in every language."""
    return all(len(refused(texts(locale), one)) > 10 for locale in LOCALES for one in refusals)


def misplaced(number: int) -> tuple[Made, tuple[str, bytes]]:
    """A document of tables in which words stand in other places, and its file."""
    chance = Random(number)
    made = chance.choice(PLACED)
    ending = chance.choice(made.formats)
    return made, (f"a.{ending}", written(damaged(made.blocks, chance, 1, MISPLACING), ending))


def unasked(made: Made, found: Draft) -> Iterator[str]:
    """Every department and date that a draft has for a task and that no careful reader finds there, unless it is
    asked or shown."""
    for at, task in enumerate(found.plan.tasks):
        expected = [row for row in made.rows if row.words in task.text]
        if len(expected) == 1:
            yield from _wrong(found, at, expected[0])


def _wrong(found: Draft, at: int, row: Row) -> Iterator[str]:
    kinds = {doubt.kind for doubt in about(found, at)}
    task = found.plan.tasks[at]
    parties = _names(who(found.plan, task)) - _names(named(found.plan, row.who))
    if parties and not kinds & WHO:
        yield f"{task.key} {task.text[:12]}: {parties}"
    days = _days(" ".join(spoken(part.rule) for part in task.deliverables)) - _days(row.when)
    if days and row.when != "?" and not kinds & WHEN:
        yield f"{task.key} {task.text[:12]}: {days}"


def _names(parties: str) -> set[str]:
    return {name for clause in parties.split("；") for name in _NAME.findall(clause.partition(" ")[2])}


def _days(rules: str) -> set[str]:
    """Month and day: the file is read as of another year."""
    return {day[5:] for day in _DAY.findall(rules)}
