"""The words of a Word file that stand in unusual places: none is lost, none is read twice."""

import pytest
from docx.document import Document as Word

from obligations.intake.document import ANYWHERE, Paragraph, Place, Stands, Table
from obligations.intake.reading.files import read_document
from tests.unit.intake.office_files import body_of, paragraphs, refusal, texts, written
from tests.unit.intake.raw_office import links, raw_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(body: str) -> list[str]:
    return paragraphs(read_document("分工.docx", body_of(body)))


def part_of(tag: str, inside: str) -> str:
    return f'<w:{tag} xmlns:w="{W}">{inside}</w:{tag}>'


BOX = f"<w:txbxContent>{p(r('框里第一行'))}{p(r('框里第二行'))}</w:txbxContent>"


@pytest.mark.parametrize(("inside", "text"), [
    (r("县") + r("财政局"), "县财政局"),
    ('<w:hyperlink r:id="rId9">' + r("公开专栏") + "</w:hyperlink>", "公开专栏"),
    ('<w:fldSimple w:instr="DATE">' + r("2024年") + "</w:fldSimple>", "2024年"),
    ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 任务</w:instrText></w:r>' + r("见第3条"),
     "见第3条"),
    ("<w:smartTag>" + r("云江县") + "</w:smartTag>", "云江县"),
    ("<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>" + r("年底前") + "</w:sdtContent></w:sdt>", "年底前"),
    ('<w:dir w:val="ltr">' + r("牵头") + "</w:dir>", "牵头"),
    (f"<w:r><w:ruby><w:rt>{r('cái')}</w:rt><w:rubyBase>{r('财')}</w:rubyBase></w:ruby></w:r>{r('政局')}", "财政局"),
    (r("县") + "<w:r><w:tab/></w:r>" + r("局"), "县\t局"),
    (r("2024") + "<w:r><w:noBreakHyphen/></w:r>" + r("1"), "2024-1"),
    (r("公") + "<w:r><w:softHyphen/><w:lastRenderedPageBreak/></w:r>" + r("开"), "公开"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("已办"), "☑已办"),
    ('<w:r><w:sym w:font="Symbol" w:char="00B7"/></w:r>' + r("要点"), "·要点"),
    ('<w:r><w:sym w:char="D800"/><w:sym w:char="zz"/><w:sym/></w:r>' + r("要点"), "要点"),
    ("<w:bookmarkStart/><w:proofErr/>" + r("名称") + "<w:bookmarkEnd/>", "名称"),
    ('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' + r("缩进"), "缩进"),
])
def test_a_line_is_read_as_it_is_printed(inside: str, text: str) -> None:
    assert lines(p(inside)) == [text]


@pytest.mark.parametrize("mark", ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'])
def test_a_break_begins_a_new_line_of_the_same_paragraph(mark: str) -> None:
    document = read_document("分工.docx", body_of(p("") + p(r("一、公开") + f"<w:r>{mark}</w:r>" + r("二、解读"))))
    assert document.blocks == (Paragraph("一、公开", Place(line=2)), Paragraph("二、解读", Place(line=2)))


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    shape = (f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
             f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    assert lines(p(shape + r("外面")) + p(r("下一段"))) == ["外面", "框里第一行", "框里第二行", "下一段"]


def test_a_text_box_of_an_old_file_is_read_too() -> None:
    assert lines(p(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>")) == ["框里第一行", "框里第二行"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    content = body_of(f"<w:tbl><w:tr><w:tc>{p(r('格') + f'<w:r><w:pict>{BOX}</w:pict></w:r>')}</w:tc></w:tr></w:tbl>")
    assert texts(read_document("分工.docx", content)) == [["格\n框里第一行\n框里第二行"]]


def test_a_watermark_and_embedded_things_say_nothing() -> None:
    assert lines(p('<w:r><w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict></w:r>'
                   "<w:r><w:object/></w:r>" + r("公开"))) == ["公开"]


def with_notes(body: str, **kinds: str) -> bytes:
    more = {f"word/{kind}.xml": text for kind, text in kinds.items()}
    return raw_docx(body, {"word/_rels/document.xml.rels": links(**{kind: f"{kind}.xml" for kind in kinds}), **more})


def note(tag: str, text: str, key: str = "2") -> str:
    return f'<w:{tag} w:id="{key}">{p(text)}</w:{tag}>'


@pytest.mark.parametrize(("tag", "kind"), [("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments")])
def test_a_note_follows_the_block_that_it_is_about(tag: str, kind: str) -> None:
    body = p(r("公开预算") + f'<w:r><w:{tag}Reference w:id="2"/></w:r>') + p(r("公开决算"))
    content = with_notes(body, **{kind: part_of(kind, note(tag, r("含部门预算")))})
    stands = Stands.COMMENT if tag == "comment" else Stands.NOTE
    assert read_document("分工.docx", content).blocks == (
        Paragraph("公开预算", Place(line=1)), Paragraph("含部门预算", Place(line=1), stands),
        Paragraph("公开决算", Place(line=2)))


def test_a_note_in_a_table_has_the_place_of_its_cell() -> None:
    cell = "<w:tc>" + p(r("预算") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + "</w:tc>"
    content = with_notes(f"<w:tbl><w:tr><w:tc><w:p/></w:tc>{cell}</w:tr></w:tbl>",
                         footnotes=part_of("footnotes", note("footnote", r("含部门预算"))))
    table, said = read_document("分工.docx", content).blocks
    assert isinstance(table, Table)
    assert said == Paragraph("含部门预算", Place(table=1, row=1, column=2), Stands.NOTE)


def test_a_note_that_refers_to_itself_is_read_once() -> None:
    again = r("注") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = with_notes(p(again) * 3, footnotes=part_of("footnotes", note("footnote", again)))
    assert paragraphs(read_document("分工.docx", content)) == ["注", "注", "注", "注"]


def test_headers_and_footers_come_last_each_line_once_and_page_numbers_not_at_all() -> None:
    def write(word: Word) -> None:
        word.add_paragraph("云江县任务分工")
        section = word.sections[0]
        section.header.paragraphs[0].text = "征求意见稿"
        section.footer.paragraphs[0].text = "第 1 页 共 3 页"
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "征求意见稿"
        section.first_page_footer.paragraphs[0].text = "— 1 —"

    assert read_document("分工.docx", written(write)).blocks == (
        Paragraph("云江县任务分工", Place(line=1)), Paragraph("征求意见稿", ANYWHERE, Stands.MARGIN))


def test_links_to_the_outside_and_missing_pictures_are_no_trouble() -> None:
    outside = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               '<Relationship Id="a" Type="x/header" Target="http://127.0.0.1:9/h.xml" TargetMode="External"/>'
               '<Relationship Id="b" Type="x/image" Target="NULL"/><Relationship Id="c" Type="x/styles" Target="s"/>'
               '<Relationship Id="d" Type="x/image"/></Relationships>')
    content = raw_docx(p(r("公开")), {"word/_rels/document.xml.rels": outside})
    assert paragraphs(read_document("分工.docx", content)) == ["公开"]


@pytest.mark.parametrize(("body", "place", "quote"), [
    (p("<w:ins>" + r("县财政局") + "</w:ins>"), Place(line=1), "县财政局"),
    (p(r("甲")) + p("<w:del><w:r><w:delText>县审计局</w:delText></w:r></w:del>"), Place(line=2), "县审计局"),
    (p("<w:moveFrom>" + r("第三条") + "</w:moveFrom>"), Place(line=1), "第三条"),
    (p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("并到下一段")), Place(line=1), ""),
    ("<w:tbl/>" + f"<w:tbl><w:tr><w:tc>{p('')}</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{p(r('新行'))}</w:tc>"
     "</w:tr></w:tbl>", Place(table=2, row=2), ""),
    (f"<w:sdt><w:sdtContent>{p('') * 2}</w:sdtContent></w:sdt>" + p("<w:ins>" + r("新") + "</w:ins>"),
     Place(line=3), "新"),
])
def test_a_change_that_is_not_decided_is_refused_with_its_place(body: str, place: Place, quote: str) -> None:
    error = refusal("分工.docx", body_of(body))
    assert (error.key, error.values["place"], error.values["quote"]) == ("file-tracked", place, quote)


def test_a_change_of_the_looks_alone_is_no_matter() -> None:
    assert lines(p(r("公开", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"))) == ["公开"]


@pytest.mark.parametrize("tag", ["altChunk", "subDoc"])
def test_another_file_set_in_is_refused_because_its_words_are_not_here(tag: str) -> None:
    body = p(r("公开")) + (f"<w:{tag} r:id='rId1'/>" if tag == "altChunk" else p(f"<w:{tag} r:id='rId1'/>"))
    error = refusal("分工.docx", body_of(body))
    assert (error.key, error.values["place"]) == ("file-set-in", Place(line=2))


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:vanish w:val="1"/>'])
def test_hidden_words_are_refused(properties: str) -> None:
    error = refusal("分工.docx", body_of(p(r("县财政局") + r("县审计局", properties))))
    assert (error.key, error.values["quote"], error.values["place"]) == (
        "file-hidden-words", "县审计局", Place(line=1))


@pytest.mark.parametrize("text", ["<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + r("公开"),
                                  r("公开", '<w:vanish w:val="0"/>'), r("公开") + r(" ", "<w:vanish/>")])
def test_a_hidden_mark_without_words_hides_nothing(text: str) -> None:
    assert lines(p(text))[0].strip() == "公开"


def hidden_by_style(body: str) -> bytes:
    styles = ('<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
              '<w:style w:styleId="c"><w:basedOn w:val="b"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>')
    return with_notes(body, styles=part_of("styles", styles))


@pytest.mark.parametrize("body", [p('<w:pPr><w:pStyle w:val="a"/></w:pPr>' + r("藏")),
                                  p('<w:pPr><w:pStyle w:val="b"/></w:pPr>' + r("藏")),
                                  p(r("藏", '<w:rStyle w:val="b"/>'))])
def test_words_hidden_by_their_style_are_refused(body: str) -> None:
    assert refusal("分工.docx", hidden_by_style(body)).key == "file-hidden-words"


@pytest.mark.parametrize("body", [p('<w:pPr><w:pStyle w:val="c"/></w:pPr>' + r("公开")),
                                  p(r("公开", '<w:rStyle w:val="a"/><w:vanish w:val="0"/>'))])
def test_what_shows_words_again_wins_over_the_style_below(body: str) -> None:
    assert paragraphs(read_document("分工.docx", hidden_by_style(body))) == ["公开"]
