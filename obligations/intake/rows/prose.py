"""Reads a list whose items end with who and by when; what is tied to an item is found in `labelled`, what a line is
that stands alone in `alone`."""

from collections.abc import Sequence

from obligations.intake.inquiry import Choice
from obligations.intake.rows.adding import add_item
from obligations.intake.rows.alone import Alone, GoesOn, Next
from obligations.intake.rows.bare import Bare, bare
from obligations.intake.rows.gathering import Gathering
from obligations.intake.rows.items import PUNCTUATION, Item, Line
from obligations.intake.rows.labelled import Field, Group, extended
from obligations.intake.rows.labels import TASK, WHO
from obligations.intake.rows.list_shape import ListShape
from obligations.intake.rows.sections import Mark, is_short, mark
from obligations.intake.rows.shapes import is_bodies
from obligations.intake.rows.unheard import tells
from obligations.intake.source import Column, Quote

_AS_TASK, _AS_HEADING = Choice("as-task"), Choice("as-heading")
_GOES_ON, _APART = Choice("goes-on"), Choice("stands-apart")
_FIELD, _OWN_ITEM = Choice("as-detail"), Choice("as-item")


class ListReader:
    """Reads a run of paragraphs. An item without fields among others that have them is asked about."""

    def __init__(self, lines: Sequence[Line], to: Gathering) -> None:
        self._lines, self._to = lines, to
        self._shape, self._alone = ListShape(lines), Alone(lines)
        self._item: Item | None = None
        self._leading: tuple[Group, ...] = ()
        self._section = 0
        self._under_items = False       # since the last heading
        self._openers: set[str] = set()

    def read(self) -> None:
        """Read every line; Refusals of single items are gathered."""
        at = 0
        while at < len(self._lines):
            at += self._read_at(at)
        self._close()

    def _read_at(self, at: int) -> int:
        """Read the line `at`, or several that stand alone together; how many."""
        line = self._lines[at]
        if line.only_fields:
            self._tie(line, at)
        elif line.groups:
            self._read_item(line)
        elif line.mark:
            self._read_marked(line, at)
        elif line.is_foot:
            self._put_aside(line)
        elif block := self._alone.block(at):
            self._read_alone(block, at)
            return len(block)
        else:
            self._read_words(line, at)
        return 1

    def _read_words(self, line: Line, at: int) -> None:
        """A paragraph that has neither number nor fields."""
        if line.label and line.label.label in self._openers:
            self._open(line)
        elif self._item and line.label and self._is_field(self._item, line.label, at):
            self._read_field(self._item, line, line.label)
        elif self._item and not self._item.groups:
            self._item.lines.append(line.text)
        elif self._shape.fields_follow(at):
            self._open(line)
        else:
            self._put_aside(line)

    def _read_marked(self, line: Line, at: int) -> None:
        if not self._shape.is_section(at):
            self._open(line)
            return
        self._close(line.mark)
        self._section += 1
        self._leading, self._under_items = (), False
        self._to.section(line.text, line.place)

    def _open(self, line: Line) -> None:
        self._close(line.mark)
        words = line.text[len(line.mark.words):] if line.mark else line.text
        self._item = Item(line.mark, line.place, self._section, [words.strip()], leading=self._leading)
        if line.label:
            self._openers.add(line.label.label)

    def _tie(self, line: Line, at: int) -> None:
        if self._shape.leads:
            self._lead(line, at)
        elif self._item:
            self._item.groups += line.groups
        else:
            self._to.fault("rows-fields-alone", line.place, line.text)

    def _lead(self, line: Line, at: int) -> None:
        """Fields over their items hold until other fields, or another section, come."""
        self._close()
        if not self._leading:
            self._to.inquiry.remark("fields-lead", Quote(line.text, line.place))
        goes_on = at > 0 and self._lines[at - 1].only_fields
        self._leading = (*self._leading, *line.groups) if goes_on else line.groups

    def _is_field(self, item: Item, label: Field, at: int) -> bool:
        found = self._shape.is_field(at, label, item)
        if found is not None:
            return found
        quote = Quote(self._lines[at].text, self._lines[at].place)
        return self._to.inquiry.ask("labelled-line", quote, (_FIELD, _OWN_ITEM), row=len(self._to.rows)) == _FIELD.id

    def _read_field(self, item: Item, line: Line, label: Field) -> None:
        """One more field; what only is kept of one that speaks of who or when is shown."""
        if label.kind in TASK:
            item.lines.append(line.text)
            return
        taken = is_bodies(label.words) if label.kind in WHO else (
            label.kind is Column.DEADLINE and all(one.kind is not Column.DEADLINE for one in item.fields))
        kind = label.kind if taken else Column.OTHER
        item.groups.append(Group("", (Field(kind, label.label, label.words),), line.text, line.place))
        if not taken and tells(label.words):
            self._to.inquiry.remark("other-column-tells", Quote(label.words, line.place), row=len(self._to.rows),
                                    heading=label.label)

    def _read_alone(self, block: Sequence[Line], at: int) -> None:
        """Lines that are nothing but times and bodies, or short words over items."""
        item, after = self._item, at + len(block) - 1
        if item and item.groups and self._goes_on(item, block, at):
            self._extend(block)
        elif self._alone.is_signature(at):
            self._sign(block)
        elif self._alone.is_heading(at) and (item is None or item.groups or self._alone.stands_apart(at)):
            self._head(block, at)
        elif item and not item.groups:
            item.lines += [line.text for line in block]
        else:
            for line in block[:-1]:
                self._put_aside(line)
            self._open(block[-1]) if self._shape.fields_follow(after) else self._put_aside(block[-1])

    def _goes_on(self, item: Item, block: Sequence[Line], at: int) -> bool:
        """Whether the lines go on with the fields of the open item; where they may be a heading, it is asked."""
        group = item.groups[-1]
        if extended(group, block[0].text) is None:
            return False
        if self._alone.follows(at) is Next.FIELDS:
            return not {one.label for one in item.fields} & self._shape.labels_under(at + len(block) - 1)
        found = self._alone.goes_on(at, group)
        if found in (GoesOn.YES, GoesOn.NO):
            return found is GoesOn.YES
        choices = (_APART, _GOES_ON) if found is GoesOn.HARDLY else (_GOES_ON, _APART)
        quote = Quote("\n".join(line.text for line in block), block[0].place)
        return self._to.inquiry.ask("line-goes-on", quote, choices, row=len(self._to.rows),
                                    context=item.text) == _GOES_ON.id

    def _extend(self, block: Sequence[Line]) -> None:
        for line in block:
            longer = extended(self._item.groups[-1], line.text) if self._item else None
            if self._item and longer:
                self._item.groups[-1] = longer
            else:
                self._put_aside(line)

    def _sign(self, block: Sequence[Line]) -> None:
        """The signature ends what stands over it."""
        self._close()
        for line in block:
            self._to.heading(line.text, line.place)
        self._to.outline.leave()

    def _head(self, block: Sequence[Line], at: int) -> None:
        open_end = self._item is not None and bool(self._item.groups) and not self._item.groups[-1].is_closed
        self._close()
        if open_end and bare(block[0].text) is Bare.WORDS and not self._alone.stands_apart(at):
            self._remark_aside(block[0])
        for line in block:
            if self._to.title:
                self._to.section(line.text, line.place)
            else:
                self._to.heading(line.text, line.place)

    def _put_aside(self, line: Line) -> None:
        self._close()
        if self._under_items and not line.is_foot and tells(line.text):
            self._to.heading(line.text, line.place)
            self._remark_aside(line)
        else:
            self._to.outside(line.text, line.place)

    def _remark_aside(self, line: Line) -> None:
        self._to.inquiry.remark("line-aside", Quote(line.text, line.place), row=max(len(self._to.rows) - 1, 0))

    def _read_item(self, line: Line) -> None:
        """A paragraph with fields: the end of the item that is open, or an item, or several, of its own."""
        item = self._item
        if line.mark or item is None or item.groups:
            self._close(line.mark)
            item = Item(line.mark, line.place, self._section, leading=self._leading)
        self._item = None
        for group in line.groups:
            if group.before.strip(PUNCTUATION):
                if item.groups:
                    self._add(item)
                item = _next(item, group.before.strip())
            item.groups.append(group)
        if line.tail.strip(PUNCTUATION):
            item.lines.append(line.tail.strip())
            self._to.inquiry.remark("words-after-bodies", Quote(line.tail.strip(), line.place), row=len(self._to.rows))
        self._item = item

    def _add(self, item: Item) -> None:
        self._under_items = True
        add_item(item, self._to)

    def _close(self, following: Mark | None = None) -> None:
        """The open item is complete; without fields it may be a heading of deeper items, or else it is asked."""
        item, self._item = self._item, None
        if item is None:
            return
        deeper = following and item.mark and following.level > item.mark.level
        if item.groups:
            self._add(item)
        elif deeper and is_short(item.text):
            self._to.outline.enter(item.printed, item.mark.level if item.mark else None)
            self._to.headings.append(Quote(item.printed, item.place))
        elif item.leading or (item.text and self._is_task(item, likely=not deeper and (
                item.section in self._shape.tied))):
            self._add(item)
        else:
            self._to.outside(item.printed, item.place)

    def _is_task(self, item: Item, *, likely: bool) -> bool:
        answer = self._to.inquiry.ask(
            "item-without-bodies", Quote(item.text, item.place), (_AS_TASK, _AS_HEADING) if likely else
            (_AS_HEADING, _AS_TASK), context=item.text)
        return answer == _AS_TASK.id


def _next(item: Item, words: str) -> Item:
    """`item` with `words`, or where its fields have been read the item after it, under a number of its own."""
    if not item.groups:
        item.lines.append(words)
        return item
    own = mark(words)
    text = words[len(own.words):].strip() if own else words
    return Item(own or item.mark, item.place, item.section, [text], leading=item.leading)
