"""Whatever a table or a list looks like: every word ends in a row or a heading, or the document is refused."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import ANYWHERE, Table
from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.rows import read_rows
from obligations.intake.source import Source
from tests.unit.intake.tables import Area, Block, document, everything, table

HEADINGS = ("序号", "类别", "工作任务", "重点内容", "具体要求", "责任单位", "牵头单位", "配合单位", "完成时限",
            "备注", "涉密", "")
MOULDS = ("{}", "一、{}", "（一）{}", "做好{}工作。按期公布。", "县{}局", "县{}局、县{}委", "{}注", "注：{}",
          "第{}行\n续{}", "责任单位：{}",
          "{}（责任单位：县{}局；完成时限：6月底前）", "", "", "全年", "6月底前", "3", "合计")
ENDS = ("", "1.", "2、", "一、", "（一）", "（1）")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A cell's words, nearly always with letters in them that stand nowhere else."""
    word = "".join(draw(st.lists(st.sampled_from(string.ascii_letters), min_size=6, max_size=6)))
    return draw(st.sampled_from(MOULDS)).replace("{}", word)


def areas(rows: int, columns: int) -> st.SearchStrategy[Area]:
    """Up to four columns and rows merged."""
    return st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1), st.integers(0, 3), st.integers(0, 3)).map(
        lambda one: (one[0], one[1], min(one[0] + one[2], rows - 1), min(one[1] + one[3], columns - 1)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with some header, often a good one, and anything under it."""
    columns = draw(st.integers(1, 6))
    header = draw(st.permutations(HEADINGS))[:columns]
    good = ("工作任务", "责任单位")
    rows = [[*good, *header][:columns] if draw(st.booleans()) else list(header)]
    rows += draw(st.lists(st.lists(texts(), min_size=columns, max_size=columns), max_size=6))
    merged: list[Area] = []
    for area in draw(st.lists(areas(len(rows), columns), max_size=3)):
        # Merged areas never overlap.
        if all(area[2] < other[0] or other[2] < area[0] or area[3] < other[1] or other[3] < area[1]
               for other in merged):
            merged.append(area)
    hidden = draw(st.sets(st.integers(0, len(rows) - 1)))
    return table(*rows, merged=merged, known=draw(st.booleans()), hidden=sorted(hidden))


paragraphs = st.tuples(st.sampled_from(ENDS), texts()).map("".join)
blocks = st.lists(tables() | paragraphs, max_size=5)
answers = st.sampled_from((0, 1))


def outcome(parts: list[Block], answer: int = 0) -> Source | list[Refusal]:
    """What comes of a document when each doubt gets its first answer, or its second."""
    asked = Inquiry({})
    found = _read(parts, asked)
    given_answers = {doubt.key: doubt.choices[-1].id for doubt in asked.doubts if doubt.choices}
    return _read(parts, Inquiry(given_answers)) if answer else found


def _read(parts: list[Block], inquiry: Inquiry) -> Source | list[Refusal]:
    try:
        return read_rows(document(*parts), inquiry)
    except Refusal as refusal:
        return [refusal]
    except PlanFaults as several:
        return list(several.faults)


def plain(text: str) -> str:
    """Without blanks, and without the marks that only part a number or a field from the words beside it."""
    return "".join(char for char in text if not char.isspace() and char not in "、，,；;。.．")


def covered_words(parts: list[Block]) -> list[str]:
    """Every text of the document, cell by cell and line by line."""
    whole = document(*parts)
    found: list[str] = []
    for block in whole.blocks:
        texts_of = [cell.text for row in block.grid for cell in row] if isinstance(block, Table) else [block.text]
        found += [line for text in texts_of for line in text.splitlines()]
    return found


def letters(text: str) -> list[str]:
    """The runs of letters: what a text has of its own."""
    return "".join(char if char in string.ascii_letters else " " for char in text).split()


@settings(max_examples=300, deadline=None)
@given(blocks, answers)
def test_every_word_is_kept_or_the_document_is_refused(parts: list[Block], answer: int) -> None:
    found = outcome(parts, answer)
    if isinstance(found, Source):
        kept = plain(everything(found))
        missing = [line for line in covered_words(parts) if plain(line) not in kept
                   and not all(word in kept for word in letters(line) or [plain(line)])]
        assert missing == []
    else:
        assert found and all(fault.values["quote"] or fault.values["place"] == ANYWHERE for fault in found)


@settings(max_examples=100, deadline=None)
@given(blocks)
def test_a_row_always_says_what_is_to_be_done(parts: list[Block]) -> None:
    found = outcome(parts)
    if isinstance(found, Source):
        assert found.rows
        assert all(row.asks.text.strip() for row in found.rows)


@settings(max_examples=100, deadline=None)
@given(blocks)
def test_a_row_only_has_bodies_that_are_printed(parts: list[Block]) -> None:
    found = outcome(parts)
    if isinstance(found, Source):
        printed = "\n".join(covered_words(parts))
        assert all(line in printed for row in found.rows for _, quote in row.bodies for line in quote.text.splitlines())
