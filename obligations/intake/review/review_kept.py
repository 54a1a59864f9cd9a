"""What a review workbook keeps on its hidden sheet: the document itself, and how everything was written.

By it a returned workbook is compared with what was sent, and the document is drafted again with all of its places.
Only the form of that sheet is settled here; what the comparison means is decided in `review`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from obligations.intake.document import Document
from obligations.intake.review.edit_fields import BODY, PART, ROLES
from obligations.intake.review.review_document import BLOCKS, Json, blocks, list_of, text_of, written
from obligations.intake.terms import Wanted
from obligations.planfile_row import YEARS

FORMAT = "gongkai-review 1"       # also stands where it is seen, so that a workbook without this sheet is known
HIDDEN = "gongkai"
IDS = 2                           # columns: the task's number and the deliverable's
TASK_COLUMNS = IDS + len(PART) + len(ROLES) + 1     # the last: numbers of open questions; before them the source's
QUESTION_COLUMNS = 8              # number, row, place, words, question, choices, answer, what is in force
BODY_COLUMNS = 1 + len(BODY)      # a number, then what can be edited
_PIECE = 30_000                   # characters: a cell holds 32,767
_MORE = "+"
# Spreadsheets trim spaces and break lines as they like: everything but plain signs is written as \uXXXX.
_UNSAFE = re.compile("[^!-~\u2010-\u2027\u2030-\u203e\u3001-\u303f\u3400-\u9fff\uff01-\uff9f]|_(?=x)")


@dataclass(frozen=True, slots=True)
class KeptTask:
    """A task as written: fingerprints of the cells over its lines (in a source cell "~" before it: it reaches down
    from the row above), of its text, and of its lines."""

    key: str
    about: str
    checks: tuple[str, ...]
    parts: tuple["KeptLine", ...]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One line of a sheet as written, by its key: a deliverable, or a department."""

    key: str
    about: str
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question: what each of its choices stands for, and the fingerprints of the cells that ask it, and of the
    answer as written."""

    key: str
    typed: bool
    choices: tuple[tuple[str, str], ...]        # words and id
    checks: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The name of a sheet and its columns, by their headings, from the left."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that reading back needs. `wanted` drafts the document on the terms of the first time; `sheets` are
    those of tasks, of questions and of departments; `others` are the fingerprints of what stands around the tasks."""

    key: str
    wanted: Wanted
    sheets: tuple[Sheet, Sheet, Sheet]
    others: tuple[str, ...]
    tasks: tuple[KeptTask, ...]
    questions: tuple[KeptQuestion, ...]
    bodies: tuple[KeptLine, ...]
    document: Document


def pack(kept: Kept) -> list[str]:
    """The cells of the hidden sheet, from the top of its only column."""
    written = [piece for record in _records(kept) for piece in _pieces(_json(record))]
    return [FORMAT, *written, seal(written)]


def unpack(cells: Sequence[str]) -> Kept:
    """What `pack` wrote. Raises ValueError for anything else."""
    if len(cells) < 3 or cells[0] != FORMAT or cells[-1] != seal(cells[1:-1]):
        raise ValueError("damaged")
    try:
        kept = _kept(_joined(cells[1:-1]))
    except (TypeError, LookupError, RecursionError) as error:
        raise ValueError("damaged") from error
    of_a_plan = kept.wanted.district and kept.wanted.year in YEARS
    if not of_a_plan or any(found != wanted for found, wanted in _sizes(kept)):
        raise ValueError("damaged")
    return kept


def _sizes(kept: Kept) -> Iterator[tuple[int, int]]:
    """How much there is of what is compared side by side, and how much there must be."""
    tasks, questions, bodies = (len(sheet.columns) for sheet in kept.sheets)
    over = max(tasks, TASK_COLUMNS) - IDS - len(PART)
    yield from ((questions, QUESTION_COLUMNS), (bodies, BODY_COLUMNS))
    yield from ((len(task.checks), over) for task in kept.tasks)
    yield from ((len(part.checks), len(PART)) for task in kept.tasks for part in task.parts)
    yield from ((len(question.checks), QUESTION_COLUMNS - 2) for question in kept.questions)
    yield from ((len(body.checks), len(BODY)) for body in kept.bodies)


def _json(record: Json) -> str:
    return _UNSAFE.sub(_escaped, json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else json.dumps(found[0])[1:-1]


def _pieces(text: str) -> Iterator[str]:
    yield text[:_PIECE]
    yield from (_MORE + text[start:start + _PIECE] for start in range(_PIECE, len(text), _PIECE))


def _joined(cells: Iterable[str]) -> dict[str, list[Json]]:
    whole: list[str] = []
    for cell in cells:
        if cell.startswith(_MORE):
            whole[-1] += cell[1:]
        else:
            whole.append(cell)
    found: dict[str, list[Json]] = {}
    for text in whole:
        record = json.loads(text)
        found.setdefault("block" if record[0] in BLOCKS else record[0], []).append(record)
    return found


def seal(cells: Iterable[str]) -> str:
    """The last cell, by which the others are known to be whole."""
    return "=" + sha256("\n".join(cells).encode(errors="replace")).hexdigest()[:16]


def _records(kept: Kept) -> Iterator[Json]:
    yield ["plan", kept.key, str(kept.wanted.today), kept.wanted.district, kept.wanted.year, kept.document.name]
    for sheet in kept.sheets:
        yield ["sheet", sheet.name, *sheet.columns]
    yield ["others", *kept.others]
    for task in kept.tasks:
        yield ["task", task.key, task.about, task.checks, [[one.key, one.about, *one.checks] for one in task.parts]]
    for question in kept.questions:
        yield ["question", question.key, question.typed, question.choices, question.checks, question.answer]
    for body in kept.bodies:
        yield ["body", body.key, body.about, *body.checks]
    for block in kept.document.blocks:
        yield from written(block)


def _kept(found: dict[str, list[Json]]) -> Kept:
    _, key, today, district, year, name = found["plan"][0]
    tasks, questions, departments = (Sheet(text_of(one[1]), _texts(one[2:])) for one in found["sheet"])
    return Kept(
        text_of(key), Wanted(date.fromisoformat(text_of(today)), text_of(district), int(str(year))),
        (tasks, questions, departments), _texts(found["others"][0][1:]),
        tuple(map(_task, found.get("task", ()))), tuple(map(_question, found.get("question", ()))),
        tuple(_line(one[1:]) for one in found.get("body", ())),
        Document(text_of(name), tuple(blocks(found.get("block", ())))))


def _task(record: Json) -> KeptTask:
    _, key, about, checks, parts = record
    return KeptTask(text_of(key), text_of(about), _texts(checks), tuple(_line(list_of(one)) for one in list_of(parts)))


def _line(record: Json) -> KeptLine:
    key, about, *checks = record
    return KeptLine(text_of(key), text_of(about), _texts(checks))


def _question(record: Json) -> KeptQuestion:
    _, key, typed, choices, checks, *answer = record      # a workbook of before has no answer here
    pairs = tuple((text_of(words), text_of(chosen)) for words, chosen in map(list_of, list_of(choices)))
    return KeptQuestion(text_of(key), bool(typed), pairs, _texts(checks), *map(text_of, answer))


def _texts(values: object) -> tuple[str, ...]:
    return tuple(map(text_of, list_of(values)))
