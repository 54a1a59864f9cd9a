"""Numbers that Word prints by itself are read as they are printed, in paragraphs and in number columns."""

import pytest

from obligations.intake.reading.files import read_document
from obligations.intake.reading.word_numbers import chinese
from tests.unit.intake.office_files import paragraphs, texts
from tests.unit.intake.raw_office import links, raw_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(at: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f"{more}</w:lvl>")


def make(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def used(key: int, made: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{made}"/>{more}</w:num>'


def numbered(text: str, key: int = 1, at: int = 0) -> str:
    return (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>")


def styled(text: str, style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def document_of(body: str, numbering: str, styles: str = "") -> bytes:
    return raw_docx(body, {
        "word/_rels/document.xml.rels": links(numbering="numbering.xml", styles="styles.xml"),
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'})


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return paragraphs(read_document("分工.docx", document_of(body, numbering, styles)))


@pytest.mark.parametrize(("form", "text", "printed"), [
    ("decimal", "%1.", ["1.甲", "2.甲", "3.甲"]),
    ("decimal", "%1", ["1 甲", "2 甲", "3 甲"]),
    ("decimalZero", "%1、", ["01、甲", "02、甲", "03、甲"]),
    ("chineseCounting", "（%1）", ["（一）甲", "（二）甲", "（三）甲"]),
    ("chineseCountingThousand", "第%1条", ["第一条 甲", "第二条 甲", "第三条 甲"]),
    ("japaneseCounting", "%1、", ["一、甲", "二、甲", "三、甲"]),
    ("decimalEnclosedCircleChinese", "%1", ["① 甲", "② 甲", "③ 甲"]),
    ("decimalFullWidth", "%1．", ["１．甲", "２．甲", "３．甲"]),
    ("upperLetter", "%1.", ["A.甲", "B.甲", "C.甲"]),
    ("lowerRoman", "%1)", ["i)甲", "ii)甲", "iii)甲"]),
    ("ideographTraditional", "%1、", ["甲、甲", "乙、甲", "丙、甲"]),
    ("bullet", "●", ["甲", "甲", "甲"]),
    ("none", "", ["甲", "甲", "甲"]),
    ("hebrew1", "%1.", ["甲", "甲", "甲"]),
])
def test_the_number_is_read_as_it_is_printed(form: str, text: str, printed: list[str]) -> None:
    assert lines(numbered("甲") * 3, make(0, level(0, text, form)) + used(1, 0)) == printed


def test_an_empty_cell_with_an_automatic_number_reads_as_the_number() -> None:
    row = f"<w:tr><w:tc>{numbered('')}</w:tc><w:tc><w:p><w:r><w:t>公开预算</w:t></w:r></w:p></w:tc></w:tr>"
    content = document_of(f"<w:tbl>{row * 3}</w:tbl>", make(0, level(0, "%1")) + used(1, 0))
    assert texts(read_document("分工.docx", content)) == [["1", "公开预算"], ["2", "公开预算"], ["3", "公开预算"]]


def test_deeper_levels_begin_anew_under_each_higher_one() -> None:
    two = make(0, level(0, "%1、", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")) + used(1, 0)
    body = numbered("总") + numbered("分", at=1) * 2 + numbered("总") + numbered("分", at=1)
    assert lines(body, two) == ["一、总", "1.1 分", "1.2 分", "二、总", "2.1 分"]


def test_two_lists_of_one_make_go_on_counting() -> None:
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 1)
    assert lines(body, make(0, level(0, "%1.")) + used(1, 0) + used(2, 0)) == ["1.甲", "2.乙", "3.丙"]


def test_a_list_that_is_told_to_begin_anew_does() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = numbered("甲") * 2 + numbered("乙", 2) * 2
    assert lines(body, make(0, level(0, "%1.")) + used(1, 0) + used(2, 0, anew)) == ["1.甲", "2.甲", "5.乙", "6.乙"]


def test_a_list_may_change_a_level_of_its_make_and_start_elsewhere() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "任务%1：", start=3)}</w:lvlOverride>'
    assert lines(numbered("甲") * 2, make(0, level(0, "%1.")) + used(1, 0, own)) == ["任务3：甲", "任务4：甲"]


def test_nothing_stands_between_where_the_list_says_so() -> None:
    assert lines(numbered("号"), make(0, level(0, "%1", more='<w:suff w:val="nothing"/>')) + used(1, 0)) == ["1号"]


def test_a_heading_is_numbered_by_its_style_and_by_the_style_below_it() -> None:
    numbering = make(0, level(0, "%1、", "chineseCounting", '<w:pStyle w:val="h1"/>'),
                     level(1, "（%2）", "chineseCounting", '<w:pStyle w:val="h2"/>')) + used(1, 0)
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (f'<w:style w:styleId="h1">{own}</w:style><w:style w:styleId="h2">{own}</w:style>'
              '<w:style w:styleId="h3"><w:basedOn w:val="h2"/></w:style>')
    body = styled("总", "h1") + styled("分", "h2") + styled("分", "h3") + styled("文", "none")
    assert lines(body, numbering, styles) == ["一、总", "（一）分", "（二）分", "文"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = '<w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = styled("总", "h") + styled("文", "h", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, make(0, level(0, "%1.")) + used(1, 0), styles) == ["1.总", "文"]


@pytest.mark.parametrize("numbering", [
    "", used(1, 7), make(0) + used(1, 0), make(0, level(5, "%1")) + used(1, 0), make(0, level(0, "")) + used(1, 0),
    '<w:num w:numId="1"/>', make(0, '<w:lvl w:ilvl="0"/>') + used(1, 0), make(0, level(77, "%1.")) + used(1, 0),
    make(0, '<w:lvl w:ilvl="x"><w:start w:val="-1"/></w:lvl>') + used(1, 0),
])
def test_a_list_that_is_not_whole_numbers_nothing(numbering: str) -> None:
    assert lines(numbered("甲"), numbering) == ["甲"]


def test_styles_that_rest_on_each_other_in_a_circle_are_no_trouble() -> None:
    styles = ('<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
              '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>')
    assert lines(styled("甲", "a"), make(0, level(0, "%1.")) + used(1, 0), styles) == ["甲"]


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五"),
                                              (99, "九十九"), (0, ""), (100, "")])
def test_chinese_counting_to_ninety_nine(number: int, text: str) -> None:
    assert chinese(number) == text
