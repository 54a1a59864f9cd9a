"""Small documents that the office of the cast might send, and the ways in which it sends them."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook

from handlers.drafting import in_words
from handlers.request import File, Reply
from handlers.reviewing import review
from locales.catalogue import texts
from obligations.plan import Plan
from storage import districts, plans
from storage.plans import Kept
from tests.cast import OFFICE, Cast, Part

TITLE, DAY = "贵池区2018年政务公开重点任务清单", "2018年6月1日"
HEAD = ("序号", "工作任务", "具体要求", "责任单位", "完成时限")
Row = tuple[str, ...]
BUDGET: Row = ("1", "预算公开", "公布区级预算和说明。", "区财政局", "2018年9月30日前")
SCHOOLS: Row = ("2", "招生公开", "公布各校招生办法。", "区教体局", "2018年10月31日前")
MEETINGS: Row = ("3", "会议公开", "区政府常务会议结束后3个工作日内公布议定事项。", "区政府办公室", "全年")
WATER: Row = ("4", "水质公开", "公布饮用水水质。", "区环保局、区教体局等", "每季度")
GLUED: Row = ("5", "补贴公开", "公布农户补贴名单。", "区财政局区环保局", "2018年11月30日前")
ROWS = (BUDGET, SCHOOLS, MEETINGS, WATER, GLUED)


def paper(rows: Sequence[Row] = ROWS, title: str = TITLE, day: str = DAY) -> bytes:
    """A table in Markdown, with its title and, unless it is empty, the day from which it is in force."""
    table = [HEAD, ("---",) * len(HEAD), *rows]
    lines = [f"# {title}", "", *([day, ""] if day else []), *("| " + " | ".join(row) + " |" for row in table)]
    return ("\n".join(lines) + "\n").encode()


def but(row: Row, **changed: str) -> Row:
    """A row with other words: asks, who or when."""
    places = {"asks": 2, "who": 3, "when": 4}
    words = list(row)
    for name, value in changed.items():
        words[places[name]] = value
    return tuple(words)


def send(cast: Cast, content: bytes, name: str = "任务清单.md", person: Part = OFFICE, words: str = "") -> list[Reply]:
    """What comes back when somebody sends a file."""
    return cast.say(person, words, file=File(name, len(content), "id"), attachment="document", content=content)


def sent(cast: Cast, content: bytes, name: str = "任务清单.md") -> Kept:
    """The draft that a file of the office's becomes."""
    send(cast, content, name)
    return newest(cast)


def newest(cast: Cast) -> Kept:
    """The plan that came last."""
    return every(cast)[-1]


def shown(kept: Kept) -> Plan:
    """A plan with its questions in words."""
    return in_words(texts("zh-CN"), kept)


def every(cast: Cast) -> list[Kept]:
    """Every plan of every district, the newest last."""
    with cast.database.read() as session:
        known = [one for district in districts.names(session).values() for one in plans.plans(session, district)]
    return sorted(known, key=lambda one: one.id)


def in_force(cast: Cast, content: bytes, name: str = "任务清单.md") -> Kept:
    """A file that was sent and put in force."""
    confirm(cast, sent(cast, content, name))
    return newest(cast)


def confirm(cast: Cast, kept: Kept, person: Part = OFFICE) -> Reply:
    """What comes back when a draft is to be put in force and that is confirmed, or why it cannot be."""
    (asked,) = cast.press(person, f"plan-go:{kept.id}")
    return press(cast, asked, "确认启用", person) if asked.buttons else asked


def labels(reply: Reply) -> list[str]:
    """What stands on the buttons of a message, row by row."""
    return [button.label for row in reply.buttons for button in row]


def data(reply: Reply, label: str) -> str:
    """What the first button with these words on it sends back."""
    return next(button.data for row in reply.buttons for button in row if label in button.label)


def press(cast: Cast, reply: Reply, label: str, person: Part = OFFICE) -> Reply:
    """What comes back when somebody presses a button of a message."""
    (answer,) = cast.press(person, data(reply, label))
    return answer


def workbook(cast: Cast, kept: Kept) -> Workbook:
    """The review workbook as the office opens it."""
    with cast.database.read() as session:
        return load_workbook(BytesIO(review(session, str(kept.id), cast.now)))


def saved(book: Workbook) -> bytes:
    """The workbook as the office sends it back."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(book: Workbook, sheet: str, beside: str, heading: str, words: str) -> None:
    """Write into the cell of a column, in the first row that holds `beside`."""
    page = book[sheet]
    column = next(c.column for row in page.iter_rows(max_row=6) for c in row if c.value == heading)
    row = next(c.row for line in page.iter_rows() for c in line if beside in str(c.value))
    assert row is not None and column is not None
    page.cell(row, column).value = words
