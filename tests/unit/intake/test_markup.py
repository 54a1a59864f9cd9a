"""The words of a web page: lines, numbers of lists, what is hidden, and pages that mean harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Paragraph, Place
from obligations.intake.reading.markup import read_html
from tests.unit.intake.pasted import bare, cells, faults, grid, paragraphs, tables, words


def lines(text: str) -> list[str]:
    document = read_html(text, "青河区.html")
    assert tables(document) == []
    return paragraphs(document)


def test_blocks_are_paragraphs_counted_from_the_top() -> None:
    assert read_html("<h1>任务分工</h1><div>一、<b>公布</b>\n  预算<p>二、公布规划</div>", "青河区.html").blocks == (
        Paragraph("任务分工", Place(line=1)), Paragraph("一、公布 预算", Place(line=2)),
        Paragraph("二、公布规划", Place(line=3)))


def test_entities_and_hard_blanks_are_read() -> None:
    assert lines("<p>&nbsp;&nbsp;公布&nbsp;“三公”&amp;&#39044;&#x7b97;&lt;全文&gt;</p>") == ["公布 “三公”&预算<全文>"]


def test_a_line_break_parts_two_lines() -> None:
    assert lines("公布预算<br>公布决算<br/><br/>公布规划") == ["公布预算", "公布决算", "公布规划"]


def test_typed_text_keeps_its_lines() -> None:
    assert lines("<pre>公布预算\n  公布决算\n</pre>完") == ["公布预算", "公布决算", "完"]


@pytest.mark.parametrize(("opening", "expected"), [
    ("<ol>", ["1.甲", "2.乙", "3.丙"]), ("<ol start=4>", ["4.甲", "5.乙", "6.丙"]),
    ("<ol type=a>", ["a.甲", "b.乙", "c.丙"]), ("<ol type=A start=25>", ["Y.甲", "Z.乙", "27.丙"]),
    ("<ol start=x>", ["1.甲", "2.乙", "3.丙"]), ("<ul>", ["甲", "乙", "丙"]),
])
def test_the_number_of_an_item_is_put_before_it(opening: str, expected: list[str]) -> None:
    assert lines(f"{opening}<li>甲<li><p>乙</p><li>丙</ol></ul>") == expected


def test_an_item_may_have_its_own_number_and_a_list_inside() -> None:
    assert lines("<ol><li value=7>甲<ol><li>子</ol><li>乙</ol>后") == ["7.甲", "1.子", "8.乙", "后"]


def test_what_nobody_sees_is_dropped() -> None:
    page = "<head><title>站名</title><style>p{}</style></head><script>x</script><!-- 注 --><?php y ?>公布"
    assert lines(page) == ["公布"]


def test_what_word_writes_for_its_lists_is_read() -> None:
    text = ("<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>"
            "<![endif]>公布预算<o:p></o:p></p>")
    assert lines(text) == ["1. 公布预算"]


def test_the_encoding_that_a_page_claims_is_no_longer_of_interest() -> None:
    assert lines("<?xml version='1.0' encoding='gb2312'?><meta charset=gbk><p>公布预算") == ["公布预算"]


def test_hidden_cells_are_kept_and_marked() -> None:
    page = ("<table><tr><td>甲</td><td style='Display : none'>乙</td><td><span hidden>丙</span></td></tr>"
            "<tr style='display:none'><td>丁</td><td>戊</td><td>己</td></tr><tr><td>庚<td>辛<td>壬</tr></table>")
    document = read_html(page, "青河区.html")
    assert [cell.text for cell in cells(document) if cell.hidden] == ["乙", "丙", "丁", "戊", "己"]
    assert words(document) == "甲乙丙丁戊己庚辛壬"


def test_columns_made_of_boxes_instead_of_cells_are_refused() -> None:
    columns = ("任务分工", "公开事项", "责任单位", "时限", "公布预算。", "区财政局")
    text = "".join(f"<div>{word}</div>" for word in columns)
    assert faults(read_html, text) == [("text-borders-lost", 3, "责任单位")]


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "<", "<!---->", "<table>", "</td></table>", "<tr><td>"])
def test_nothing_gives_nothing(text: str) -> None:
    assert words(read_html(text, "青河区.html")) in ("", "<")


def test_entities_that_grow_stay_as_they_are() -> None:
    page = "<!DOCTYPE html [<!ENTITY a '公布公布'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>"
    assert "公布" not in bare(words(read_html(page, "青河区.html"))).replace("'公布公布'", "")


def test_a_page_that_names_other_files_reads_none(tmp_path: pytest.TempPathFactory) -> None:
    page = f"<!DOCTYPE x [<!ENTITY f SYSTEM 'file://{tmp_path}/a'>]><iframe src='file://{tmp_path}/a'></iframe><p>&f;完"
    assert words(read_html(page, "青河区.html")).endswith("&f;完")


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ol><li", "b", "font"])
def test_endless_nesting_is_refused_and_not_cut_short(tag: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_html(f"<{tag}>" * 5000 + "公布预算", "青河区.html")
    assert refused.value.key == "html-too-deep"


def test_deep_nesting_is_read_to_the_bottom() -> None:
    assert lines("<div>" * 1000 + "公布预算" + "</div>" * 1000 + "完") == ["公布预算", "完"]
    assert words(read_html("<table><tr><td>甲" * 300, "青河区.html")) == "甲" * 300


def test_too_many_tags_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read_html("<" * 1_000_001, "青河区.html")
    assert refused.value.key == "html-too-many-tags"


TAGS = ["<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=2>", "<th rowspan=0>", "</td>", "<p>",
        "<br>", "<ol>", "<li>", "</ol>", "<thead>", "<tbody>", "<caption>", "<div hidden>", "</div>", "<span>", "<pre>",
        "\n", "&nbsp;"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*TAGS, *"公布预算决算规划"]), max_size=60).map("".join))
def test_no_word_of_any_page_is_lost(page: str) -> None:
    try:
        document = read_html(page, "青河区.html")
    except (PlanFaults, Refusal) as found:
        assert isinstance(found, Refusal) and found.key == "html-cells-overlap"
        return
    shown = [sign for sign in words(document) if sign in "公布预算决算规划"]
    assert sorted(shown) == sorted(sign for sign in page if sign in "公布预算决算规划")
    assert all(len(row) == len(table.grid[0]) for table in tables(document) for row in table.grid)


def test_a_cell_keeps_its_lines() -> None:
    page = "<table><tr><td>甲<td><p>公布预算</p><p>公布决算<br>公布规划</p><ol><li>一<li>二</ol></table>"
    assert grid(read_html(page, "青河区.html")) == [["甲", "公布预算\n公布决算\n公布规划\n1.一\n2.二"]]
