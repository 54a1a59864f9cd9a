"""Hostile zips: bombs, liars, endless lists. What they may cost is counted in memory, not in seconds."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from obligations.errors import Refusal
from obligations.intake.reading.archive import ENTRIES, EXPANDED, Archive
from obligations.intake.reading.files import read_document
from obligations.intake.reading.ooxml import MARKS
from tests.unit.intake.office_files import docx_of, refusal, texts, xlsx_of
from tests.unit.intake.raw_office import changed, links, lying_zip, part, raw_docx, zip_of

ROWS = [["任务", "责任单位"], ["公开预算", "区财政局"]]
MEGABYTE = 1_000_000


@contextmanager
def memory_below(megabytes: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()


def bomb() -> bytes:
    return b"<w:p/>" * (EXPANDED // 6 + 1)


def refused(content: bytes, path: str = "a") -> str:
    with pytest.raises(Refusal) as caught:
        Archive("分工.docx", content).read(path)
    return caught.value.key


def test_an_entry_is_read_whatever_its_capitals() -> None:
    assert Archive("分工.docx", zip_of({"Word/Document.xml": b"x"})).read("word/document.xml") == b"x"


def test_a_bomb_in_a_word_file_is_refused_without_unpacking_it() -> None:
    content = changed(docx_of(ROWS), {"word/document.xml": bomb()})
    assert len(content) < MEGABYTE
    with memory_below(10):
        assert refusal("分工.docx", content).key == "file-expands"


def test_a_bomb_in_a_workbook_is_refused_without_unpacking_it() -> None:
    content = changed(xlsx_of(ROWS), {"xl/worksheets/sheet1.xml": bomb()})
    with memory_below(10):
        assert refusal("分工.xlsx", content).key == "file-expands"


def test_a_bomb_that_nobody_reads_does_no_harm() -> None:
    content = changed(docx_of(ROWS), {"word/media/image1.png": bomb()})
    with memory_below(20):
        assert Archive("分工.docx", content).read("word/document.xml")


def test_a_bomb_that_hides_its_size_is_never_unpacked_beyond_what_it_claims() -> None:
    content = lying_zip("a", bytes(100 * MEGABYTE), claimed=10)
    with memory_below(10):
        assert refused(content) == "file-broken"


def test_many_small_parts_cannot_add_up_to_a_bomb() -> None:
    content = zip_of({str(number): bytes(EXPANDED // 4) for number in range(5)})
    archive = Archive("分工.docx", content)
    for number in range(4):
        archive.read(str(number))
    with pytest.raises(Refusal) as caught:
        archive.read("4")
    assert caught.value.key == "file-expands"


def test_a_list_of_too_many_entries_is_refused_before_it_is_read() -> None:
    content = zip_of({f"{number}": b"" for number in range(ENTRIES + 1)})
    with memory_below(1):
        assert refusal("分工.docx", content).key == "file-too-many-parts"


def test_a_zip_in_a_zip_is_not_unpacked() -> None:
    content = changed(docx_of(ROWS), {"word/embeddings/inner.zip": zip_of({"word/document.xml": bomb()})})
    with memory_below(30):
        assert texts(read_document("分工.docx", content)) == ROWS


@pytest.mark.parametrize("path", ["../evil", "/etc/passwd", "a/../../b", "C:/evil", "..\\evil"])
def test_names_that_lead_out_of_the_file_are_refused(path: str) -> None:
    assert refused(zip_of({path: b"x"})) == "file-broken"


def test_a_part_that_stands_there_twice_is_refused() -> None:
    assert refused(zip_of({"word/document.xml": b"x", "Word/Document.xml": b"y"})) == "file-broken"


def test_a_missing_part_is_a_damaged_file() -> None:
    assert refused(zip_of({"b": b"x"})) == "file-broken"


def test_an_unusual_compression_is_not_unpacked() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_BZIP2) as packed:
        packed.writestr("a", bytes(MEGABYTE))
    assert refused(target.getvalue()) == "file-broken"


def test_a_locked_entry_is_called_locked() -> None:
    content = bytearray(zip_of({"a": b"x"}))
    listed = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[listed + 8] |= 1
    assert refused(bytes(content)) == "file-is-encrypted"


def test_a_file_that_was_cut_off_is_broken() -> None:
    whole = docx_of(ROWS)
    assert refusal("分工.docx", whole[:len(whole) // 2]).key == "file-broken"


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml"])
def test_a_word_file_without_its_main_part_is_broken(missing: str) -> None:
    assert refusal("分工.docx", changed(docx_of(ROWS), {missing: "<Relationships/>"})).key == "file-broken"


@pytest.mark.parametrize("evil", [
    '<!DOCTYPE a [<!ENTITY b "{BODY}">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/x">%b;]>',
])
def test_entities_are_refused_in_every_part(evil: str) -> None:
    for path in ("word/document.xml", "_rels/.rels", "word/styles.xml"):
        text = part(docx_of(ROWS), path)
        head, _, rest = text.partition("?>")
        content = changed(docx_of(ROWS), {path: f"{head}?>{evil}{rest}"})
        assert refusal("分工.docx", content).key == "file-unsafe"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-32", "cp037", "gb18030"])
def test_a_part_in_another_encoding_cannot_smuggle_anything_in(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="{codec.upper()}"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    content = changed(docx_of(ROWS), {"word/document.xml": text.encode(codec)})
    assert refusal("分工.docx", content).key == "file-unsafe"


def test_a_part_that_claims_another_encoding_is_still_read_as_utf_8() -> None:
    text = part(docx_of(ROWS), "word/document.xml").replace("encoding='UTF-8'", "encoding='ISO-8859-1'")
    assert "ISO-8859-1" in text
    assert texts(read_document("分工.docx", changed(docx_of(ROWS), {"word/document.xml": text}))) == ROWS


def test_parts_within_parts_without_end_are_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert refusal("分工.docx", raw_docx(deep)).key == "file-broken"


def test_more_elements_than_any_document_has_are_refused_before_they_are_built() -> None:
    with memory_below(60):
        assert refusal("分工.docx", raw_docx("<w:p/>" * (MARKS + 1))).key == "file-too-many-parts"


def test_the_elements_of_all_parts_count_together() -> None:
    many = "<a/>" * (MARKS // 2)
    with memory_below(60):
        content = raw_docx("", {"word/_rels/document.xml.rels": links(styles="styles.xml", numbering="numbering.xml"),
                                "word/styles.xml": f"<a>{many}</a>", "word/numbering.xml": f"<a>{many}</a>"})
        assert refusal("分工.docx", content).key == "file-too-many-parts"


def test_a_byte_order_mark_before_a_part_is_no_trouble() -> None:
    text = part(docx_of(ROWS), "word/document.xml")
    assert texts(read_document("分工.docx", changed(docx_of(ROWS), {"word/document.xml": "\ufeff" + text}))) == ROWS


def test_the_strict_format_is_told_apart_from_a_damaged_file() -> None:
    text = part(docx_of(ROWS), "word/document.xml")
    strict = text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                          "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert refusal("分工.docx", changed(docx_of(ROWS), {"word/document.xml": strict})).key == "file-strict"


def test_a_real_strict_file_is_told_apart_although_its_relations_differ_too() -> None:
    links = part(docx_of(ROWS), "_rels/.rels").replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
    assert refusal("分工.docx", changed(docx_of(ROWS), {"_rels/.rels": links})).key == "file-strict"
