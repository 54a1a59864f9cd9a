"""Writes the review workbook: what the office opens in Excel or WPS to check what was understood, to answer and edit.

Each sheet has a module of its own; here they are put together. It is read back by `obligations/intake/review`.
"""

from datetime import date, datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from locales.catalogue import Texts
from locales.workbook_lists import BodyPage, QuestionPage
from locales.workbook_pen import Block, Pen, heights
from locales.workbook_tasks import TaskPage
from obligations.intake.document import Document
from obligations.intake.draft import Draft
from obligations.intake.review.review_kept import FORMAT, HIDDEN, Kept, pack
from obligations.intake.terms import Wanted
from obligations.plan import Plan

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NO_DAY = datetime(2000, 1, 1)      # the same plan must give the same file, whenever it is written
_A3 = 8
_A4 = 9
_GUIDE_WIDTH = 110.0
_GUIDE = ("workbook-guide-sheets", "workbook-guide-edit", "workbook-guide-rules", "workbook-guide-add",
          "workbook-guide-remove", "workbook-guide-departments", "workbook-guide-leave", "workbook-guide-return")


def review_workbook(texts: Texts, draft: Draft, plan: Plan, document: Document) -> bytes:
    """The workbook (.xlsx) for checking `draft`, which was made of `document`.

    It shows `plan`: the draft's own, or that with edits carried out, which then count as edits once more when it
    comes back. Nothing in it depends on when or by whom it is written.
    """
    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"created": _NO_DAY})
    pen = Pen(book)
    _guide(book.add_worksheet(texts("workbook-sheet-guide")), pen, texts)
    tasks, questions = TaskPage(texts, draft, plan, _open_questions(draft)), QuestionPage(texts, draft)
    bodies = BodyPage(texts, draft.plan, plan)
    kept_tasks = tasks.write(_printed(book, tasks.sheet.name), pen)
    kept_questions = questions.write(_printed(book, questions.sheet.name), pen)
    kept_bodies = bodies.write(_printed(book, bodies.sheet.name), pen)
    sheets = (tasks.sheet, questions.sheet, bodies.sheet)
    kept = Kept(plan.key, _wanted(draft), sheets, tasks.others, kept_tasks, kept_questions, kept_bodies, document)
    _keep(book.add_worksheet(HIDDEN), kept, questions.choices)
    book.close()
    return stream.getvalue()


def _printed(book: Workbook, name: str) -> Worksheet:
    """A sheet that prints across one page, its headings on every page."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return sheet


def _guide(sheet: Worksheet, pen: Pen, texts: Texts) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    pen.words(sheet, 0, 0, texts("workbook-guide-title"), "title")
    blocks = [Block(row, row, 0, texts(key), "text") for row, key in enumerate(_GUIDE, 2)]
    for block in blocks:
        pen.block(sheet, block)
    for row, height in heights(blocks, [_GUIDE_WIDTH]).items():
        sheet.set_row(row, height + 6)
    pen.words(sheet, len(_GUIDE) + 3, 0, FORMAT, "faint")


def _open_questions(draft: Draft) -> dict[int, list[int]]:
    """The numbers of the questions nobody has answered, by the row they are about."""
    found: dict[int, list[int]] = {}
    for number, doubt in enumerate(draft.questions, 1):
        for row in doubt.about if doubt.answer is None else ():
            found.setdefault(row, []).append(number)
    return found


def _wanted(draft: Draft) -> Wanted:
    """The terms on which the document gives this draft again: where its day was asked, the day of the import, which
    was offered last."""
    offered = next((doubt.choices[-1].value for doubt in draft.questions if doubt.kind == "in-force"), "")
    today = date.fromisoformat(offered) if offered else draft.plan.in_force
    return Wanted(today, draft.plan.district, draft.plan.year)


def _keep(sheet: Worksheet, kept: Kept, choices: list[str]) -> None:
    for row, cell in enumerate(pack(kept)):
        sheet.write_string(row, 0, cell)
    for row, words in enumerate(choices):
        sheet.write_string(row, 1, words)
    sheet.hide()
