"""A content that many rows share is compared with all that they require together, however many there are."""

from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.misprints import look
from obligations.intake.source import Quote, Source, SourceRow

CONTENT = "公布校车线路和停靠点，公布司机年检结果，公布家长投诉电话"


def remarks(*rows: tuple[str, str], kind: str = "only-in-content") -> list[Doubt]:
    """The remarks of one kind about rows of a content and a requirement."""
    inquiry = Inquiry({})
    look(Source("", (), (), tuple(_row(number, *row) for number, row in enumerate(rows, 1))), 2018, inquiry)
    return [doubt for doubt in inquiry.doubts if doubt.kind == kind]


def _row(number: int, content: str, requirement: str) -> SourceRow:
    place = Place(table=1, row=number)
    return SourceRow((), str(number), Quote(content, place), Quote(requirement, place), (), Quote("全年"), place)


def test_a_clause_that_no_row_of_the_content_requires_is_remarked_on_each() -> None:
    found = remarks((CONTENT, "公布校车线路和停靠点"), (CONTENT, "公布司机年检结果"))
    assert [doubt.row for doubt in found] == [0, 1]
    assert {doubt.values["clauses"] for doubt in found} == {"公布家长投诉电话"}


def test_a_task_that_is_parted_among_its_rows_lacks_nothing() -> None:
    assert remarks((CONTENT, "公布校车线路和停靠点"), (CONTENT, "公布司机年检结果，公布家长投诉电话")) == []


def test_rows_of_other_contents_do_not_count() -> None:
    found = remarks((CONTENT, "公布校车线路和停靠点，公布司机年检结果"), ("推进校园安全", "公布家长投诉电话"))
    assert [doubt.row for doubt in found] == [0]


def test_thousands_of_rows_may_share_a_category() -> None:
    rows = ((CONTENT, f"第{number}项，公布服务指南、办理结果和咨询电话，方便群众查询比对") for number in range(3000))
    assert remarks(*rows) == []
