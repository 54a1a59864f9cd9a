"""Looks over a whole list before it is read: where fields follow, which lines are headings of sections, and whether the
fields stand over their items."""

from collections import Counter
from collections.abc import Iterator, Sequence

from obligations.intake.rows.items import Item, Line
from obligations.intake.rows.labelled import Field
from obligations.intake.rows.labels import TASK, WHO
from obligations.intake.rows.sections import Mark
from obligations.intake.rows.shapes import is_note
from obligations.intake.source import Column
from obligations.intake.titles import is_title

_MOST_FIELDS = 24       # lines of one item that have labels


class ListShape:
    """The lines of one list, and what they are together."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.leads = _leads(lines)
        self._below = _marks_below(lines)
        self._levels = {line.mark.level for at, line in enumerate(lines)
                        if line.mark and (line.groups or self.fields_follow(at))}
        self._sections = {at for at, line in enumerate(lines) if line.is_section and self._heads(at)}
        self._labels = Counter(line.label.label for line in lines if line.label)
        self.tied = self._tied()

    def fields_follow(self, at: int) -> bool:
        """Whether the next lines are fields of the line `at`; a title has none, and nothing has where they lead."""
        title = is_title(self._lines[at].text) and not self._lines[at].mark
        return not self.leads and not title and bool(self.labels_under(at))

    def labels_under(self, at: int) -> set[str]:
        """The labels of the fields that stand right under line `at`, other labelled lines left out."""
        return {one.label for line in self._under(at) for group in line.groups for one in group.fields}

    def _under(self, at: int) -> Iterator[Line]:
        met = False
        for line in self._lines[at + 1:at + 1 + _MOST_FIELDS]:
            if line.only_fields:
                met = True
                yield line
            elif met or line.label is None or line.opens:
                return

    def is_section(self, at: int) -> bool:
        """Whether line `at` is the heading of a section."""
        return at in self._sections

    def _heads(self, at: int) -> bool:
        """One numbered like items, with nothing deeper under it, is an item whose fields were forgotten."""
        here, below = self._lines[at].mark, self._below[at]
        forgotten = here and here.level in self._levels and not (below and below.level > here.level)
        return not forgotten and not self.fields_follow(at)

    def is_field(self, at: int, label: Field, item: Item) -> bool | None:
        """Whether the labelled line `at` is one more field of the `item` above it; None: it may be an item as well.

        It is none where the fields under it are those that the item has already, nor where it is a note under all."""
        line = self._lines[at]
        if not item.groups:
            return not line.opens and (label.kind is not Column.OTHER or self.fields_follow(at))
        if not line.opens:
            return not is_note(line.text) or self._labels[label.label] > 1
        if {one.label for one in item.fields} & self.labels_under(at):
            return False
        return True if label.kind in TASK or self._labels[label.label] > 1 else None

    def _tied(self) -> set[int]:
        """The sections, counted from 0 as they are met, in which some item has fields, or may have lost them."""
        section, found = 0, set[int]()
        for at, line in enumerate(self._lines):
            section += self.is_section(at)
            if line.groups or self.leads:
                found.add(section)
        return found


def _marks_below(lines: Sequence[Line]) -> list[Mark | None]:
    """The next number under each line."""
    found: list[Mark | None] = []
    below: Mark | None = None
    for line in reversed(lines):
        found.append(below)
        below = line.mark or below
    return found[::-1]


def _leads(lines: Sequence[Line]) -> bool:
    """Whether fields stand over the items that they are of: the first above all items, none under the last."""
    fields = [at for at, line in enumerate(lines) if line.only_fields]
    items = [at for at, line in enumerate(lines) if line.is_task and not line.is_section]
    if not fields or not items or not fields[0] < items[0] or fields[-1] > items[-1]:
        return False
    between = lines[fields[0]:items[0]]
    return all(line.only_fields or line.label for line in between) and not any(
        one.kind in WHO for group in lines[items[-1]].groups for one in group.fields)
