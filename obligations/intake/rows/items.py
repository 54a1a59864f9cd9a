"""A paragraph of a list taken apart, and the item it belongs to; which lines make an item is decided in `prose`."""

import re
from dataclasses import dataclass, field, replace

from obligations.intake.document import Place
from obligations.intake.rows.labelled import Field, Group, groups
from obligations.intake.rows.labels import TASK, WHO, meaning
from obligations.intake.rows.sections import Mark, is_heading, mark
from obligations.intake.source import NOTHING, Column, Quote

PUNCTUATION = " \t\u3000；;，,。、.．"
_LABEL = re.compile("([\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff]){1,7})[ \u3000]{0,3}[:：](.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph taken apart: its number, its groups of fields and the words after them. `label`: without any of
    these it is one field all the same, known or not; `is_foot`: it says who keeps the page."""

    text: str
    place: Place
    mark: Mark | None
    groups: tuple[Group, ...]
    tail: str
    label: Field | None = None
    is_foot: bool = False

    @property
    def only_fields(self) -> bool:
        """Whether nothing but fields stands here: they belong to the words above."""
        return bool(self.groups) and not self.mark and not any(
            words.strip(PUNCTUATION) for words in (self.tail, *(group.before for group in self.groups)))

    @property
    def names_bodies(self) -> bool:
        """Whether some field says who."""
        return any(one.kind in WHO for group in self.groups for one in group.fields)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of those fields that say who."""
        return tuple(one.label for group in self.groups for one in group.fields if one.kind in WHO and one.label)

    @property
    def is_section(self) -> bool:
        """Whether this is a heading, unless fields follow."""
        return not self.groups and is_heading(self.text)

    @property
    def is_task(self) -> bool:
        """Whether an item, or a section of them, begins here."""
        return self.mark is not None or bool(self.groups and not self.only_fields)

    @property
    def opens(self) -> bool:
        """Whether its label is none of those that a field has: 任务二：…, 工作任务：…"""
        return self.label is not None and meaning(self.label.label) in (None, *TASK)


def taken_apart(text: str, place: Place) -> Line:
    """`text` as a Line."""
    opening = mark(text)
    words = text.strip()[len(opening.words):] if opening else text.strip()
    found, tail = groups(words)
    labelled = None if opening or found else _LABEL.fullmatch(words)
    label = Field(meaning(labelled[1]) or Column.OTHER, labelled[1], labelled[2].strip()) if labelled else None
    return Line(text.strip(), place, opening, tuple(replace(group, place=place) for group in found), tail, label)


@dataclass(slots=True)
class Item:
    """An item that is being read: its lines, the groups that have been tied to it, and those that lead it."""

    mark: Mark | None
    place: Place
    section: int
    lines: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    leading: tuple[Group, ...] = ()

    @property
    def tied(self) -> tuple[Group, ...]:
        """All groups that say who and when of it."""
        return (*self.leading, *self.groups)

    @property
    def fields(self) -> list[Field]:
        """All their fields."""
        return [one for group in self.tied for one in group.fields]

    @property
    def text(self) -> str:
        """Its words without number and fields."""
        return "\n".join(line for line in self.lines if line)

    @property
    def number(self) -> str:
        """The printed number; the mark that parts it from the words is no part of it."""
        return self.mark.words.rstrip(PUNCTUATION) if self.mark else ""

    @property
    def printed(self) -> str:
        """Its words with its number as printed."""
        return (self.mark.words if self.mark else "") + self.text

    def quotes(self, *kinds: Column) -> tuple[tuple[Column, Quote], ...]:
        """The words of its fields of these kinds."""
        return tuple((one.kind, Quote(one.words, group.place)) for group in self.tied for one in group.fields
                     if one.kind in kinds and one.words)

    @property
    def deadline(self) -> Quote:
        """Its time."""
        return next((quote for _, quote in self.quotes(Column.DEADLINE)), NOTHING)

    @property
    def others(self) -> tuple[tuple[str, Quote], ...]:
        """The groups as printed, labels, brackets and all."""
        return tuple((next((one.label for one in group.fields if one.label), ""), Quote(group.printed, group.place))
                     for group in self.tied)
