"""Recognises the rows of a new version of a document, so that they keep their keys, and with them their items.

A row keeps its key only where its words say that it is the same; where that is doubtful the office is asked, and
what is new gets a number that was never used.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.parts import Part
from obligations.intake.source import SourceRow
from obligations.plan import Deliverable, Plan, Task

SAME, LIKE = 0.9, 0.6     # of 1: the same but for a few characters; alike enough to ask
MOST_PAIRS = 60_000       # a table that was rewritten altogether is not compared row with row
_NUMBER = re.compile(r"R(\d{1,6})")
_NOISE = re.compile(r"[\s\u3000，。；、：:;,.“”\"（）()\d]+")


@dataclass(frozen=True, slots=True)
class Keys:
    """`rows`: a task's key for each row of the source; `parts` gives the keys of a task's deliverables."""

    rows: tuple[str, ...]
    known: "dict[str, Task]"

    def parts(self, index: int, parts: Sequence[Part]) -> tuple[str, ...]:
        """The keys of the parts of row `index`: those of the version before where their words are the same."""
        key = self.rows[index]
        before = self.known[key].deliverables if key in self.known else ()
        by_words = {_squeezed(part.text): part.key for part in before}
        found = [by_words.pop(_squeezed(part.quote.text), "") for part in parts]
        if not any(found) and len(before) == len(parts) == 1:
            return (before[0].key,)      # one thing before, one thing now, of a row that is the same
        taken = {part.key for part in before}
        free = (name for number in range(1, 10_000) if (name := f"{key}.{number}") not in taken)
        return tuple(name or next(free) for name in found)


def keys_of(rows: Sequence[SourceRow], previous: Plan | None, inquiry: Inquiry) -> Keys:
    """The keys of the rows of a document; `previous` is the plan in force of the same year, if there is one."""
    tasks = previous.tasks if previous else ()
    found: list[str] = [""] * len(rows)
    left = {task.key: task for task in tasks}
    for index, task in _word_for_word(rows, tasks):
        found[index] = left.pop(task.key).key
    for index, task in _alike(rows, found, list(left.values()), inquiry):
        found[index] = left.pop(task.key).key
    highest = max((int(m[1]) for task in tasks if (m := _NUMBER.fullmatch(task.key))), default=0)
    numbers = iter(range(highest + 1, highest + len(rows) + 1))
    return Keys(tuple(key or f"R{next(numbers):02}" for key in found), {task.key: task for task in tasks})


def _word_for_word(rows: Sequence[SourceRow], tasks: Iterable[Task]) -> Iterator[tuple[int, Task]]:
    by_words: dict[str, list[Task]] = {}
    for task in tasks:
        by_words.setdefault(_words(task.deliverables, task.text), []).append(task)
    for index, row in enumerate(rows):
        same = by_words.get(_squeezed(row.asks.text))
        if same:
            yield index, same.pop(0)


def _alike(rows: Sequence[SourceRow], found: Sequence[str], tasks: Sequence[Task],
           inquiry: Inquiry) -> Iterator[tuple[int, Task]]:
    """Rows that changed a little, each with the most similar task that is left."""
    new = [index for index, key in enumerate(found) if not key]
    if not new or not tasks or len(new) * len(tasks) > MOST_PAIRS:
        return
    taken: set[str] = set()
    for likeness, index, task in _pairs(rows, new, tasks):
        if task.key in taken or index not in new:
            continue
        if likeness >= SAME or _confirmed(rows[index], index, task, inquiry):
            taken.add(task.key)
            yield index, task
            new.remove(index)


def _pairs(rows: Sequence[SourceRow], new: Sequence[int], tasks: Sequence[Task]) -> list[tuple[float, int, Task]]:
    from rapidfuzz.distance import Indel

    words = [(task, _words(task.deliverables, task.text)) for task in tasks]
    pairs = [(Indel.normalized_similarity(_squeezed(rows[index].asks.text), text, score_cutoff=LIKE), index, task)
             for index in new for task, text in words]
    return sorted((pair for pair in pairs if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1], pair[2].key))


def _confirmed(row: SourceRow, index: int, task: Task, inquiry: Inquiry) -> bool:
    choices = (Choice("new-task"), Choice("same-task", task.key))
    answer = inquiry.ask("same-task", row.asks, choices, row=index, before=task.text[:80], task=task.key)
    return answer == choices[1].id


def _words(parts: Sequence[Deliverable], otherwise: str) -> str:
    return _squeezed("".join(part.text for part in parts) or otherwise)


def _squeezed(text: str) -> str:
    """The words alone: spaces, punctuation and numbers come and go between versions."""
    return _NOISE.sub("", text)
