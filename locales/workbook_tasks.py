"""The sheet of tasks in a review workbook: the document's table on the left, what was understood beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.worksheet import Worksheet

from locales.catalogue import Texts
from locales.workbook_pen import Block, Pen, cell_words, heights
from locales.workbook_source import SourceCell, SourceView
from obligations.intake.draft import Draft
from obligations.intake.review.edit_fields import PART, REMOVED, ROLES, Field, PlanWords, fingerprint
from obligations.intake.review.review_kept import KeptLine, KeptTask, Sheet
from obligations.intake.review.review_tasks import REACHES_DOWN, same_words
from obligations.intake.review.rule_signs import ASSUMED
from obligations.plan import Deliverable, Plan, Task

TOP = 4         # rows over the first line: title, hint, the two halves, the columns
_HEADINGS = ("workbook-task", "workbook-part", "workbook-title", "workbook-who", "workbook-when", "workbook-where",
             "workbook-lead", "workbook-responsible", "workbook-supporting", "workbook-informed",
             "workbook-questions")
_WIDTHS = (7.0, 9.0, 32.0, 28.0, 26.0, 14.0, 18.0, 22.0, 18.0, 18.0, 12.0)
_IDS = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A deliverable as it is shown, and as drafting gives it: "" and None for one that was added."""

    key: str
    words: Mapping[Field, str]
    drafted: Deliverable | None = None


@dataclass(slots=True)
class _Layout:
    """Where everything stands."""

    blocks: list[Block] = field(default_factory=list)
    kept: list[KeptTask] = field(default_factory=list)
    row: int = TOP


class TaskPage:
    """The sheet of tasks of one draft; `plan` is what it shows, the draft's own plan what it is compared with."""

    def __init__(self, texts: Texts, draft: Draft, plan: Plan, open_questions: Mapping[int, Sequence[int]]) -> None:
        self._texts, self._draft, self._plan, self._open = texts, draft, plan, open_questions
        self._view = SourceView(texts, draft.source)
        self._drafted, self._shown = PlanWords(draft.plan), PlanWords(plan)
        self.sheet = Sheet(texts("workbook-sheet-tasks"), self._columns())
        self._left = len(self._view.headings)
        self._reaching: dict[int, int] = {}
        words = [draft.source.title, *(quote.text for quote in draft.source.headings)]
        self._words = [cell_words(one) for one in words if one.strip()]

    def write(self, sheet: Worksheet, pen: Pen) -> tuple[KeptTask, ...]:
        """Write the sheet; what it kept is needed to read it back."""
        layout = self._laid_out()
        widths = (*self._view.widths, *_WIDTHS)
        self._heading(sheet, pen)
        for block in layout.blocks:
            pen.block(sheet, block)
        for row, height in heights(layout.blocks, widths).items():
            sheet.set_row(row, height)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._others(sheet, pen, layout.row + 1)
        sheet.freeze_panes(TOP, 0)
        sheet.autofilter(TOP - 1, 0, max(TOP, layout.row - 1), len(widths) - 1)
        sheet.repeat_rows(TOP - 2, TOP - 1)
        return tuple(layout.kept)

    @property
    def others(self) -> tuple[str, ...]:
        """The fingerprints of everything on the sheet that stands on no line."""
        around = map(self._texts, ("workbook-hint", "workbook-source", "workbook-understood", "workbook-other-words"))
        return tuple(dict.fromkeys(map(same_words, (self._plan.title, *around, *self._words))))

    def _columns(self) -> tuple[str, ...]:
        """Every heading; of what was understood none is called like a column of the document."""
        taken = [cell_words(heading) for heading in self._view.headings]
        plain = {same_words(heading) for heading in taken}
        for key in _HEADINGS:
            heading = self._texts(key)
            while same_words(heading) in plain:
                heading = self._texts("workbook-heading-understood", heading=heading)
            taken.append(heading)
        return tuple(taken)

    def _heading(self, sheet: Worksheet, pen: Pen) -> None:
        pen.words(sheet, 0, 0, self._plan.title, "title")
        pen.words(sheet, 1, 0, self._texts("workbook-hint"), "faint")
        last = len(self.sheet.columns) - 1
        pen.across(sheet, (2, 0, 2, self._left - 1), self._texts("workbook-source"), "head")
        pen.across(sheet, (2, self._left, 2, last), self._texts("workbook-understood"), "head-understood")
        for column, heading in enumerate(self.sheet.columns):
            pen.words(sheet, 3, column, heading, "head" if column < self._left else "head-understood")

    def _others(self, sheet: Worksheet, pen: Pen, row: int) -> None:
        """The words of the document that stand in no row."""
        pen.words(sheet, row, 0, self._texts("workbook-other-words"), "faint")
        for at, one in enumerate(self._words, row + 1):
            pen.across(sheet, (at, 0, at, self._left - 1), one, "source")

    def _laid_out(self) -> _Layout:
        layout = _Layout()
        rows = zip(self._draft.source.rows, self._draft.plan.tasks, self._plan.tasks, strict=True)
        for index, (row, drafted, shown) in enumerate(rows):
            lines = list(self._lines(drafted, shown)) or [_Line("", {})]
            first, last = layout.row, layout.row + len(lines) - 1
            checks = [self._source(layout, at, cell, (first, last)) for at, cell in enumerate(self._view.cells(row))]
            for at, line in enumerate(lines, first):
                layout.blocks += self._line(at, drafted.key, line)
            numbers = "、".join(map(str, self._open.get(index, ())))
            layout.blocks += self._over(shown, numbers, (first, last))
            layout.kept.append(self._kept(drafted, numbers, checks, lines))
            layout.row = last + 1
        return layout

    def _lines(self, drafted: Task, shown: Task) -> Iterator[_Line]:
        now = {part.key: part for part in shown.deliverables}
        for part in drafted.deliverables:
            if part.key in now:
                yield _Line(part.key, self._shown.part(now.pop(part.key)), part)
            else:
                yield _Line(part.key, {**self._drafted.part(part), Field.WHO: REMOVED}, part)
        yield from (_Line("", self._shown.part(part)) for part in now.values())

    def _source(self, layout: _Layout, column: int, cell: SourceCell, rows: tuple[int, int]) -> str:
        """Lay out a cell of the document over the lines of its task; its fingerprint, marked if it reaches down."""
        words = cell_words(cell.words)
        before = self._reaching.get(column)
        if cell.down and before is not None and layout.blocks[before].words == words:
            above = layout.blocks[before]
            layout.blocks[before] = Block(above.first, rows[1], column, words, above.style)
            return REACHES_DOWN + same_words(words)
        if cell.above:
            words = f"{words}\n{self._texts('workbook-from-above')}"
        self._reaching[column] = len(layout.blocks)
        layout.blocks.append(Block(*rows, column, words, "above" if cell.above else "source"))
        return same_words(words)

    def _line(self, row: int, task: str, line: _Line) -> Iterator[Block]:
        yield Block(row, row, self._left, task, "fixed")
        yield Block(row, row, self._left + 1, line.key, "fixed")
        for column, name in enumerate(PART, self._left + _IDS):
            words = line.words.get(name, "")
            style = "assumed" if ASSUMED in words else "typed" if name is Field.WHEN else "understood"
            yield Block(row, row, column, words, style)

    def _over(self, task: Task, numbers: str, rows: tuple[int, int]) -> Iterator[Block]:
        words = self._shown.task(task)
        for column, role in enumerate(ROLES, self._left + _IDS + len(PART)):
            yield Block(*rows, column, words[role], "understood")
        yield Block(*rows, len(self.sheet.columns) - 1, self._pending(numbers), "assumed" if numbers else "fixed")

    def _pending(self, numbers: str) -> str:
        return self._texts("workbook-pending", numbers=numbers) if numbers else ""

    def _kept(self, task: Task, numbers: str, checks: Sequence[str], lines: Sequence[_Line]) -> KeptTask:
        words = self._drafted.task(task)
        parts = tuple(self._kept_part(line.drafted) for line in lines if line.drafted)
        over = [*(fingerprint(words[role]) for role in ROLES), same_words(self._pending(numbers)), *checks]
        return KeptTask(task.key, fingerprint(task.text), tuple(over), parts)

    def _kept_part(self, part: Deliverable) -> KeptLine:
        words = self._drafted.part(part)
        return KeptLine(part.key, fingerprint(part.text), tuple(fingerprint(words[name]) for name in PART))
