"""What must hold of every draft, whatever the document was: no word is lost, the plan can be kept in a file, every
doubt has its words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from locales.catalogue import texts
from locales.doubts import asked, question
from obligations.intake.document import Document, Paragraph
from obligations.intake.draft import Draft
from obligations.intake.source import Quote, SourceRow
from obligations.plan import Plan

LOCALES = ("zh-CN", "en")
_PARTING = re.compile(r"[\s、，,；;。.．:：（()）\[\]【】〔〕]+")     # what only parts a number or a field from words


def lost(document: Document, made: Draft) -> str:
    """The characters of a document that stand in no row, no heading and no question, each as often as it is missing.

    Those that only part a number or a field from the words beside it are not counted.
    """
    there = Counter("".join(_words(document)))
    return "".join(sorted((there - Counter("".join(_kept(made)))).elements()))


def _words(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _bare(block.text)
        else:
            yield from (_bare(cell.text) for cell in {id(one): one for row in block.grid for one in row}.values())


def _kept(made: Draft) -> Iterator[str]:
    source = made.source
    yield _bare(source.title)
    quotes = Counter((quote.text, quote.place) for quote in source.headings)
    yield from (_bare(head.text) for head in source.heads)
    for row in source.rows:
        # A merged cell is quoted by every row that it reaches, and counts once.
        quotes |= Counter((quote.text, quote.place) for quote in _cells(row))
        yield _bare(row.number + "".join(row.sections))
    yield from (_bare(text) for text, _ in quotes.elements())


def _cells(row: SourceRow) -> list[Quote]:
    return [row.content, row.requirement, row.deadline, *(quote for _, quote in (*row.bodies, *row.others))]


def _bare(text: str) -> str:
    return _PARTING.sub("", text)


def worded(made: Draft, locale: str) -> Plan:
    """The plan with its questions in words, as the log keeps it; the remarks have words too."""
    keys = [task.key for task in made.plan.tasks]
    words = texts(locale)
    assert all(asked(words, doubt) for doubt in made.remarks)
    return replace(made.plan, questions=tuple(
        question(words, doubt, keys) for doubt in made.questions))
