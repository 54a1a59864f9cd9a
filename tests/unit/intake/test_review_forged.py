"""A hidden sheet that somebody wrote by hand, with a good seal: read, or refused in a sentence, never anything else."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Document, Place, Table
from obligations.intake.review.review import read_review
from obligations.intake.review.review_kept import HIDDEN, seal
from tests.unit.intake.reviewing import carried_out, drafted, opened, saved, worded

Json = list[object]
BOOK = saved(opened(drafted()))
RECORDS: list[Json] = [json.loads(row[0].text) for block in BOOK.blocks if isinstance(block, Table)
                       and block.grid[0][0].place.sheet == HIDDEN for row in block.grid[1:-1]]
VALUES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from(
    ["\ud800", 10**4000, 99_999, -1, "R01", "R01.1", "2024-02-30", [], [[]], ["x"], {}])


def forged(records: list[Json]) -> Document:
    """The workbook with these records, sealed."""
    cells = [json.dumps(record) for record in records]
    whole = ["gongkai-review 1", *cells, seal(cells)]
    return replace(BOOK, blocks=tuple(_kept(whole) if _is_kept(block) else block for block in BOOK.blocks))


def _is_kept(block: object) -> bool:
    return isinstance(block, Table) and block.grid[0][0].place.sheet == HIDDEN


def _kept(cells: list[str]) -> Table:
    return Table(tuple((Cell(words, Place(row=row, column=1, sheet=HIDDEN)),) for row, words in enumerate(cells, 1)))


def outcome(records: list[Json]) -> str:
    """What comes of a forged sheet: read, or the key of the first sentence that refuses it."""
    try:
        review = read_review(forged(records))
        assert review is not None
        assert carried_out(review).year == review.year
    except Refusal as refusal:
        assert worded(refusal)
        return refusal.key
    except PlanFaults as faults:
        assert all(map(worded, faults.faults))
        return faults.faults[0].key
    return "read"


def first(kind: str) -> int:
    return next(at for at, record in enumerate(RECORDS) if record[0] == kind)


def changed(kind: str, change: Callable[[Json], object]) -> list[Json]:
    """The records, the first of a kind changed."""
    records: list[Json] = json.loads(json.dumps(RECORDS))
    change(records[first(kind)])
    return records


def test_what_was_written_is_read() -> None:
    assert outcome(RECORDS) == "read"


@pytest.mark.parametrize(("kind", "change"), [
    ("plan", lambda one: one.__setitem__(4, 99_999)),
    ("plan", lambda one: one.__setitem__(4, 0)),
    ("plan", lambda one: one.__setitem__(3, "")),
    ("plan", lambda one: one.__setitem__(1, "\ud800")),
    ("question", lambda one: one.__setitem__(4, one[4][:1])),
    ("question", lambda one: one[4].append("")),
    ("body", lambda one: one.__delitem__(slice(3, None))),
    ("task", lambda one: one.__setitem__(3, [])),
    ("task", lambda one: one[3].append("")),
    ("task", lambda one: one[4][0].pop()),
    ("sheet", lambda one: one.__delitem__(slice(3, None))),
    ("sheet", lambda one: one.__delitem__(slice(2, None))),
    ("row", lambda one: one.pop()),
    ("row", lambda one: one[1].__setitem__(4, "很下面")),
])
def test_what_is_too_short_or_too_far_is_damaged(kind: str, change: Callable[[Json], object]) -> None:
    assert outcome(changed(kind, change)) == "review-damaged"


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_a_record_says_it_is_read_or_refused(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted({str(record[0]) for record in RECORDS})))
    records: list[Json] = json.loads(json.dumps(RECORDS))
    inside: Json = records[data.draw(st.sampled_from([at for at, one in enumerate(RECORDS) if one[0] == kind]))]
    at = data.draw(st.integers(0, len(inside) - 1))
    while isinstance(inside[at], list) and inside[at] and data.draw(st.booleans()):
        inside = inside[at]     # type: ignore[assignment]
        at = data.draw(st.integers(0, len(inside) - 1))
    how = data.draw(st.integers(0, 2))
    if how == 0:
        inside[at] = data.draw(VALUES)
    elif how == 1:
        del inside[at:at + data.draw(st.integers(1, 3))]
    else:
        inside.insert(at, data.draw(VALUES))
    assert outcome(records)
