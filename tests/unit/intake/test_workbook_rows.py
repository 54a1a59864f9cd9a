"""A question that is asked once for several rows names them, and each of those rows points to the question."""

from tests.unit.intake.reviewing import ROWS, back, document, drafted, heading, opened

WEEKLY = (*ROWS[:1], *[(str(at), "推进公开", words, "县财政局", "每周") for at, words in enumerate(
    ("公布菜价。", "每半年公布水价。", "公布气价。"), 2)])
MADE = drafted(source=document(WEEKLY))
BOOK = opened(MADE)


def under(sheet: str, words: str) -> dict[str, str]:
    """The words under a heading, by those in the column of the tasks' keys."""
    page = BOOK[sheet]
    top, keys = heading(page, words), heading(page, "行号").column
    lines = range(top.row + 1, page.max_row + 1)
    return {str(page.cell(row, keys).value): str(page.cell(row, top.column).value or "") for row in lines}


def test_every_row_that_a_question_touches_points_to_it() -> None:
    pending, numbers = under("任务", "待答问题"), under("问题", "编号")
    assert numbers["R02、R04"] in pending["R02"] and numbers["R02、R04"] in pending["R04"]
    assert numbers["R03"] in pending["R03"] and numbers["R02、R04"] not in pending["R03"]


def test_the_default_that_a_question_states_is_the_rule_of_its_rows() -> None:
    stated, rules = under("问题", "目前按"), under("任务", "时限（理解）")
    assert ("不催办" in stated["R02、R04"], rules["R02"], rules["R04"]) == (True, "不催办", "不催办")
    assert ("每半年" in stated["R03"], rules["R03"]) == (True, "每半年")


def test_the_sheets_come_back_unchanged() -> None:
    assert back(BOOK).edits == ()
