"""A district's table on its way to the office as a review workbook and back, edited like a clerk would."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from locales.catalogue import LOCALES, texts
from locales.doubts import refused as in_words
from locales.workbook import review_workbook
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Cell, Document, Paragraph, Place, Table
from obligations.intake.draft import Draft, draft
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.review.edit_fields import Edit
from obligations.intake.review.edits import apply
from obligations.intake.review.review import Review, read_review
from obligations.intake.terms import Wanted
from obligations.plan import Deliverable, Plan

SAY = texts("zh-CN")
KNOWN = Known("云江县")
HEAD = ("序号", "重点任务", "具体要求", "责任单位", "时限")
ROWS = (
    ("1", "推进惠民补贴公开", "1.县财政局公布补贴目录。\n2.县民政局公布救助标准。", "县财政局牵头，县民政局配合",
     "2024年6月30日前"),
    ("2", "推进会议公开", "县政府常务会议结束后5个工作日内公开议定事项。", "县政府办公室负责", "全年"),
    ("", "", "整理会议图文解读。", "县司法局、县政府各部门负责", "每季度"),
    ("3", "=公开 +水质 @信息", "定期发布饮用水水质。", "县水利局、县水务局等负责", "全年"),
)


def document(rows: tuple[tuple[str, ...], ...] = ROWS) -> Document:
    """A letter with one table, in which the second task is a cell over two rows."""
    grid: list[tuple[Cell, ...]] = []
    for r, row in enumerate((HEAD, *rows), 1):
        cells = [Cell(words, Place(table=1, row=r, column=c)) for c, words in enumerate(row, 1)]
        if r == 4:
            cells[:2] = grid[-1][:2]
        grid.append(tuple(cells))
    return Document("云江县.docx", (Paragraph("云江县2024年政务公开重点任务分工", Place(line=1)), Table(tuple(grid)),
                                 Paragraph("附注：未尽事宜由县政府办公室解释。", Place(line=2))))


WANTED = Wanted(date(2024, 3, 1), "云江县", 2024)
DOCUMENT = document()


def drafted(answers: dict[str, str] | None = None, source: Document = DOCUMENT) -> Draft:
    """The table as understood."""
    return draft(source, WANTED, KNOWN, answers or {}, "yunjiang-2024")


def sent(made: Draft, plan: Plan | None = None, locale: str = "zh-CN") -> bytes:
    """The workbook that the office gets."""
    return review_workbook(texts(locale), made, plan or made.plan, DOCUMENT)


def opened(made: Draft, plan: Plan | None = None) -> Workbook:
    """The workbook as Excel has it open."""
    return load_workbook(BytesIO(sent(made, plan)))


def saved(book: Workbook) -> Document:
    """The workbook after it was saved, as it is read."""
    stream = BytesIO()
    book.save(stream)
    return read_document("核对表.xlsx", stream.getvalue())


def back(book: Workbook) -> Review:
    """The review that comes back in a saved workbook."""
    review = read_review(saved(book))
    assert review is not None
    return review


def refused(book: Workbook) -> list[tuple[str, str]]:
    """What is wrong with a workbook that came back: the sentence and the cell."""
    try:
        review = read_review(saved(book))
    except PlanFaults as faults:
        return [(fault.key, _cell(fault)) for fault in faults.faults if worded(fault)]
    except Refusal as refusal:
        return [(refusal.key, _cell(refusal))] if worded(refusal) else []
    raise AssertionError(review)


def worded(refusal: Refusal) -> bool:
    """Whether a refusal is a whole sentence in every language, with its values in it."""
    return all(in_words(texts(locale), refusal).endswith(("。", ".")) for locale in LOCALES)


def _cell(refusal: Refusal) -> str:
    place = refusal.values.get("place", Place())
    assert isinstance(place, Place)
    return f"{place.sheet}!{chr(64 + place.column)}{place.row}" if place.column else ""


def heading(sheet: Worksheet, words: str) -> SheetCell:
    """The cell of a column's heading."""
    found = [cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value == words]
    assert found, words
    assert isinstance(found[-1], SheetCell)
    return found[-1]


def cell(book: Workbook, page: str, key: str, column: str) -> SheetCell:
    """The cell of a line, by the key in its column of numbers: a deliverable's, a question's, a department's."""
    sheet = book[page]
    keys = {"任务": "交付编号"}.get(page, "编号")
    at = heading(sheet, keys)
    for row in range(at.row + 1, sheet.max_row + 1):
        if str(sheet.cell(row, at.column).value) == key:
            found = sheet.cell(row, heading(sheet, column).column)
            assert not isinstance(found, MergedCell)
            return found
    raise AssertionError(key)


def put(one: SheetCell | MergedCell, words: object) -> None:
    """Put words into a cell as words, whatever they begin with."""
    assert isinstance(one, SheetCell)
    one.value = words if isinstance(words, str | int | None) else str(words)
    one.data_type = "s" if isinstance(words, str) else one.data_type


def task_line(book: Workbook, key: str) -> int:
    """The row of a deliverable on the sheet of tasks."""
    return int(cell(book, "任务", key, "交付编号").row)


def body_number(made: Draft, name: str) -> str:
    """The number of a department on its sheet."""
    return str(1 + [body.name for body in made.plan.departments].index(name))


def question_number(made: Draft, kind: str) -> str:
    """The number of the first question of a kind."""
    return str(1 + [doubt.kind for doubt in made.questions].index(kind))


def carried_out(review: Review) -> Plan:
    """The plan that a review makes: drafted again with its answers, then edited."""
    made = draft(review.document, review.wanted, KNOWN, review.answers, review.key)
    return apply(made.plan, review.edits)


def part(plan: Plan, key: str) -> Deliverable:
    """A deliverable by its key."""
    return next(one for task in plan.tasks for one in task.deliverables if one.key == key)


def changed(review: Review) -> list[tuple[str, str, str]]:
    """The edits of a review: field, target and words."""
    return [_short(edit) for edit in review.edits]


def _short(edit: Edit) -> tuple[str, str, str]:
    return str(edit.field), edit.target, edit.words
