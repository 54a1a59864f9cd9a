"""Recognises the rows of a new version of a document, so that they keep their keys, and with them their items.

A row keeps its key only where its words say that it is the same; where that is doubtful the office is asked, and
what is new gets a number that was never used.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from obligations.intake.inquiry import Choice, Inquiry
from obligations.intake.parts import Part
from obligations.intake.source import SourceRow
from obligations.plan import Plan, Task

SAME, LIKE = 0.9, 0.6     # of 1: the same but for a few characters; alike enough to ask
MOST_PAIRS = 60_000       # a table that was rewritten altogether is not compared row with row
_NUMBER = re.compile(r"R(\d{1,6})(?=$|\.)")
_NOISE = re.compile(r"[\s\u3000，。；、：:;,.“”\"（）()\d]+")


@dataclass(frozen=True, slots=True)
class Keys:
    """`rows`: a task's key for each row of the source; `parts` gives the keys of a task's deliverables. `known`: the
    tasks of the version before by their keys; `used`: the keys of deliverables that are not free."""

    rows: tuple[str, ...]
    known: Mapping[str, Task]
    used: frozenset[str] = frozenset()

    def parts(self, index: int, parts: Sequence[Part]) -> tuple[str, ...]:
        """The keys of the parts of row `index`: those of the version before where their words are the same."""
        key = self.rows[index]
        before = self.known[key].deliverables if key in self.known else ()
        if len(before) == len(parts) == 1:
            return (before[0].key,)      # one thing before, one thing now, of a row that is the same
        found = _same([part.quote.text for part in parts], [part.text for part in before])
        taken = self.used | {part.key for part in before}
        free = (name for number in count(1) if (name := f"{key}.{number}") not in taken)
        return tuple(before[found[at]].key if at in found else next(free) for at in range(len(parts)))


def keys_of(rows: Sequence[SourceRow], previous: Plan | None, inquiry: Inquiry, used: Iterable[str] = ()) -> Keys:
    """The keys of the rows of a document; `previous` is the plan in force of the same year, if there is one. A key
    among those `used` by earlier ones is no new row's, and no new part's: it has a history of its own."""
    tasks = previous.tasks if previous else ()
    found: list[str] = [""] * len(rows)
    left = {task.key: task for task in tasks}
    same = _same([row.asks.text for row in rows], [_words(task) for task in tasks])
    for index, place in same.items():
        found[index] = left.pop(tasks[place].key).key
    for index, task in _alike(rows, found, list(left.values()), inquiry):
        found[index] = left.pop(task.key).key
    taken = frozenset(used)
    highest = max((int(m[1]) for key in (*taken, *(t.key for t in tasks)) if (m := _NUMBER.match(key))), default=0)
    numbers = count(highest + 1)
    return Keys(tuple(key or f"R{next(numbers):02}" for key in found), {task.key: task for task in tasks}, taken)


def _same(now: Sequence[str], before: Sequence[str]) -> dict[int, int]:
    """Which of the texts `now` says the same as which `before`, by their places, each once: the very words first, and
    then what differs in nothing but marks and numbers (公布第1期 is not 公布第2期 as long as both are there)."""
    found: dict[int, int] = {}
    for plain in (_unspaced, _squeezed):
        left, used = dict[str, deque[int]](), set(found.values())
        for place, words in enumerate(before):
            if place not in used and plain(words):
                left.setdefault(plain(words), deque()).append(place)
        for place, words in enumerate(now):
            if place not in found and (same := left.get(plain(words))):
                found[place] = same.popleft()
    return found


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

    words = [(task, _squeezed(_words(task))) for task in tasks]
    pairs = [(Indel.normalized_similarity(_squeezed(rows[index].asks.text), text, score_cutoff=LIKE), index, task)
             for index in new for task, text in words]
    return sorted((pair for pair in pairs if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1], pair[2].key))


def _confirmed(row: SourceRow, index: int, task: Task, inquiry: Inquiry) -> bool:
    choices = (Choice("new-task"), Choice("same-task", task.key))
    answer = inquiry.ask("same-task", row.asks, choices, row=index, before=task.text[:80], task=task.key)
    return answer == choices[1].id


def _words(task: Task) -> str:
    return "".join(part.text for part in task.deliverables) or task.text


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _squeezed(text: str) -> str:
    """The words alone: spaces, punctuation and numbers come and go between versions."""
    return _NOISE.sub("", text)
