"""Joins what two people changed in workbooks of one draft, each without the other's changes."""

from collections.abc import Iterable
from dataclasses import replace

from obligations.intake.review.carrying import Carried
from obligations.intake.review.edit_fields import NEW, Edit, Field

Cells = dict[tuple[Field, str], Edit]


def joined(sent: Iterable[Edit], theirs: Iterable[Edit], ours: Iterable[Edit]) -> Carried:
    """`ours`, from a workbook that held the edits `sent` when it went out, brought into `theirs`, made since.

    What we left as it was stays as they have it; what we changed or took out goes before it. An edit of theirs to a
    cell that we changed too, but otherwise, is among the lost ones.
    """
    before, since, mine = _cells(sent), _cells(theirs), _cells(ours)
    result, lost = dict(since), list[Edit]()
    for cell, edit in _apart(mine, before, since).items():
        if cell in before and before[cell].words == edit.words:
            continue
        other = since.get(cell)
        if other and other.words != edit.words and (cell not in before or other.words != before[cell].words):
            lost.append(other)
        result[cell] = edit
    for cell, edit in before.items():
        if cell not in mine and cell in result and result[cell].words == edit.words:
            del result[cell]
    return Carried(tuple(result.values()), tuple(lost))


def _cells(edits: Iterable[Edit]) -> Cells:
    return {(edit.field, edit.target): edit for edit in edits}


def _apart(mine: Cells, before: Cells, since: Cells) -> Cells:
    """Our cells, where a line that both have added in the same place is not taken for one line."""
    known = {target for _, target in before}
    taken = {target for _, target in since if NEW in target} - known
    apart = {target: f"{target}b" for _, target in mine if target in taken}
    return {(field, apart.get(target, target)): replace(edit, target=apart.get(target, target))
            for (field, target), edit in mine.items()}
