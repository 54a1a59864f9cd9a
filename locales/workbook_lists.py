"""The sheets of questions and of departments in a review workbook."""

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from locales.catalogue import Texts
from locales.doubts import asked, choice_words, place_words, question, task_words
from locales.workbook_pen import Block, Pen, cell_words, heights
from obligations.intake.draft import Draft
from obligations.intake.inquiry import Doubt
from obligations.intake.review.edit_fields import BODY, Field, PlanWords, fingerprint
from obligations.intake.review.edit_names import Names
from obligations.intake.review.review_kept import HIDDEN, KeptLine, KeptQuestion, Sheet
from obligations.intake.review.review_questions import ANSWER
from obligations.intake.review.review_tasks import same_words
from obligations.intake.review.rule_signs import ASSUMED
from obligations.plan import Plan

TOP = 2         # rows over the first line: a hint and the headings
_QUESTIONS = ("workbook-no", "workbook-question-task", "workbook-place", "workbook-words", "workbook-question",
              "workbook-choices", "workbook-answer", "workbook-in-use")
_QUESTION_WIDTHS = (6.0, 8.0, 18.0, 40.0, 44.0, 34.0, 28.0, 28.0)
_BODIES = ("workbook-no", "workbook-name", "workbook-aliases", "workbook-full-name", "workbook-groups",
           "workbook-successor", "workbook-succeeded")
_BODY_WIDTHS = (6.0, 24.0, 34.0, 34.0, 40.0, 28.0, 14.0)
_TITLE, _MESSAGE = 32, 255      # characters of a warning, at most
CHOICES = "B"                   # the column of the hidden sheet that lists the choices


class QuestionPage:
    """The sheet of questions of a draft, with what needs no answer below them."""

    def __init__(self, texts: Texts, draft: Draft) -> None:
        self._texts, self._draft = texts, draft
        self._keys = [task.key for task in draft.plan.tasks]
        self.sheet = Sheet(texts("workbook-sheet-questions"), tuple(map(texts, _QUESTIONS)))
        self.choices: list[str] = []        # of all questions, one below the other

    def write(self, sheet: Worksheet, pen: Pen) -> tuple[KeptQuestion, ...]:
        """Write the sheet; what it kept is needed to read it back."""
        _begin(sheet, pen, self._texts("workbook-questions-hint"), self.sheet.columns, _QUESTION_WIDTHS)
        kept: list[KeptQuestion] = []
        blocks: list[Block] = []
        for row, doubt in enumerate(self._draft.questions, TOP):
            cells = self._cells(doubt)
            blocks += [Block(row, row, column, words, style) for column, (words, style) in enumerate(cells) if column]
            pen.number(sheet, row, 0, row - TOP + 1)
            self._offer(sheet, row, doubt)
            shown = (words for at, (words, _) in enumerate(cells) if at not in (0, ANSWER))
            checks = tuple(same_words(cell_words(words)) for words in shown)
            answer = same_words(cell_words(cells[ANSWER][0]))
            kept.append(KeptQuestion(doubt.key, doubt.typed, tuple(self._pairs(doubt)), checks, answer))
        sheet.autofilter(TOP - 1, 0, max(TOP, TOP + len(kept) - 1), len(_QUESTIONS) - 1)
        blocks += self._remarks(TOP + len(kept) + 1)
        _write(sheet, pen, blocks, _QUESTION_WIDTHS)
        return tuple(kept)

    def _cells(self, doubt: Doubt) -> Sequence[tuple[str, str]]:
        worded = question(self._texts, doubt, self._keys)
        choices = [f"{words}{ASSUMED}" if words == worded.default else words for words in worded.choices]
        in_use = (worded.answer, "fixed") if worded.answer else (f"{worded.default}{ASSUMED}", "assumed")
        place = place_words(self._texts, doubt.quote.place)
        return (("", ""), (self._tasks(doubt), "fixed"), (place, "source"), (worded.quote, "source"),
                (worded.ask, "source"), ("\n".join(choices), "source"), (worded.answer, "typed"), in_use)

    def _tasks(self, doubt: Doubt) -> str:
        return task_words(self._texts, doubt, self._keys) or "—"

    def _pairs(self, doubt: Doubt) -> Iterator[tuple[str, str]]:
        return ((choice_words(self._texts, choice), choice.id) for choice in doubt.choices)

    def _offer(self, sheet: Worksheet, row: int, doubt: Doubt) -> None:
        """Let the answer be picked from a list, which stands on the hidden sheet: in a cell it has 255 characters."""
        words = list(dict.fromkeys(choice_words(self._texts, choice) for choice in doubt.choices))
        first = len(self.choices) + 1
        self.choices += words
        allowed = "workbook-answer-typed" if doubt.typed else "workbook-answer-listed"
        sheet.data_validation(row, ANSWER, row, ANSWER, {
            "validate": "list", "source": f"={HIDDEN}!${CHOICES}${first}:${CHOICES}${len(self.choices)}",
            "error_type": "warning" if doubt.typed else "stop",
            "error_title": self._texts("workbook-answer-title")[:_TITLE],
            "error_message": self._texts(allowed)[:_MESSAGE],
        })

    def _remarks(self, row: int) -> Iterator[Block]:
        """What should only be seen; beside it there is nowhere to answer."""
        if self._draft.remarks:
            yield Block(row, row, 1, self._texts("workbook-remarks"), "head")
        for at, doubt in enumerate(self._draft.remarks, row + 1):
            words = (self._tasks(doubt), place_words(self._texts, doubt.quote.place), doubt.quote.text,
                     asked(self._texts, doubt))
            yield from (Block(at, at, column, one, "source") for column, one in enumerate(words, 1))


class BodyPage:
    """The sheet of departments; `plan` is what it shows, `drafted` what it is compared with."""

    def __init__(self, texts: Texts, drafted: Plan, plan: Plan) -> None:
        self._texts, self._drafted, self._plan = texts, drafted, plan
        self.sheet = Sheet(texts("workbook-sheet-departments"), tuple(map(texts, _BODIES)))

    def write(self, sheet: Worksheet, pen: Pen) -> tuple[KeptLine, ...]:
        """Write the sheet; what it kept is needed to read it back."""
        _begin(sheet, pen, self._texts("workbook-departments-hint", groups=self._groups()), self.sheet.columns,
               _BODY_WIDTHS)
        before = PlanWords(self._drafted)
        kept: list[KeptLine] = []
        blocks: list[Block] = []
        lines = [*zip(self._drafted.departments, self._shown(), strict=True)]
        for row, (body, words) in enumerate(lines, TOP):
            pen.number(sheet, row, 0, row - TOP + 1)
            blocks += _body_blocks(row, words)
            drafted = before.body(body)
            kept.append(KeptLine(body.name, "", tuple(fingerprint(drafted[field]) for field in BODY)))
        for row, words in enumerate(self._added(), TOP + len(lines)):
            blocks += _body_blocks(row, words)
        _write(sheet, pen, blocks, _BODY_WIDTHS)
        sheet.autofilter(TOP - 1, 0, max(TOP, TOP + len(lines) - 1), len(_BODIES) - 1)
        return tuple(kept)

    def _groups(self) -> str:
        return "、".join(self._texts("workbook-group", name=group.name, count=len(group.members))
                        for group in self._plan.groups) or "—"

    def _shown(self) -> Iterator[Mapping[Field, str]]:
        """What each department is now; of two made one the second only has the name of the first."""
        names, now = Names(self._plan.departments, ()), {body.name: body for body in self._plan.departments}
        before, after = PlanWords(self._drafted), PlanWords(self._plan)
        heads: dict[str, str] = {}
        for body in sorted(self._drafted.departments, key=lambda one: names.department(one.name) != one.name):
            heads.setdefault(names.department(body.name) or "", body.name)
        for body in self._drafted.departments:
            name = names.department(body.name) or ""
            if name and heads[name] == body.name:
                yield after.body(now[name])
            else:
                yield {**before.body(body), Field.NAME: name or body.name}

    def _added(self) -> Iterator[Mapping[Field, str]]:
        names, words = Names(self._plan.departments, ()), PlanWords(self._plan)
        known = {names.department(body.name) for body in self._drafted.departments}
        return (words.body(body) for body in self._plan.departments if body.name not in known)


def _body_blocks(row: int, words: Mapping[Field, str]) -> Iterator[Block]:
    for column, name in enumerate(BODY, 1):
        yield Block(row, row, column, words[name], "typed" if name is Field.SUCCEEDED else "understood")


def _begin(sheet: Worksheet, pen: Pen, hint: str, columns: Sequence[str], widths: Sequence[float]) -> None:
    pen.across(sheet, (0, 0, 0, len(columns) - 1), hint, "text")
    sheet.set_row(0, heights([Block(0, 0, 0, hint, "text")], [sum(widths)])[0])
    pen.line(sheet, TOP - 1, columns, "head")
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(TOP, 0)
    sheet.repeat_rows(TOP - 1)


def _write(sheet: Worksheet, pen: Pen, blocks: Sequence[Block], widths: Sequence[float]) -> None:
    for block in blocks:
        pen.block(sheet, block)
    for row, height in heights(blocks, widths).items():
        sheet.set_row(row, height)
