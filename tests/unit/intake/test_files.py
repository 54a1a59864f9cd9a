"""What a file is taken for, what it is called, and the sentence for every kind of file that is not read."""

import pytest

from locales.catalogue import LOCALES, texts
from obligations.errors import Refusal
from obligations.intake.document import Place
from obligations.intake.reading.files import LARGEST, LONGEST_CELL, check_size, clean_name, read_document
from obligations.intake.reading.kinds import READ, Kind
from tests.unit.intake.office_files import docx_of, refusal, xlsx_of
from tests.unit.intake.office_files import texts as words
from tests.unit.intake.raw_office import cells, changed, raw_docx, raw_xlsx, text_cell, zip_of
from tests.wording.files import by_key

ROWS = [["任务", "责任单位"], ["公开预算", "区财政局"]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(200)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


FOREIGN = [
    ("分工.doc", ole("WordDocument"), "old-word"),
    ("分工.docx", ole("WordDocument"), "old-word"),
    ("分工.wps", ole("WordDocument"), "old-word"),
    ("分工.doc", b"<html><table></table></html>", "old-word"),
    ("分工.xls", ole("Workbook"), "old-sheet"),
    ("分工.xlsx", ole("Workbook"), "old-sheet"),
    ("分工.et", ole("Workbook"), "old-sheet"),
    ("分工.docx", ole("EncryptedPackage"), "encrypted"),
    ("分工.xlsx", ole("EncryptedPackage"), "encrypted"),
    ("分工.docx", ole("Contents"), "old-office"),
    ("分工.docx", JPEG, "photo"),
    ("照片.jpg", JPEG, "photo"),
    ("照片.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "photo"),
    ("照片.xlsx", b"RIFF\x24\x00\x00\x00WEBPVP8 ", "photo"),
    ("照片", b"\x00\x00\x00\x18ftypheic" + bytes(20), "photo"),
    ("照片.docx", b"BM\x36\x00\x00\x00\x00\x00\x00\x006\x00", "photo"),
    ("照片.docx", b"GIF89a" + bytes(9), "photo"),
    ("分工.pdf", b"%PDF-1.7\n", "pdf"),
    ("分工.docx", b"%PDF-1.7\n", "pdf"),
    ("分工.txt", b"\xef\xbb\xbf\n%PDF-1.4\n", "pdf"),
    ("分工.rtf", b"{\\rtf1\\ansi", "rich-text"),
    ("分工.docx", b"{\\rtf1\\ansi", "rich-text"),
    ("分工.rar", b"Rar!\x1a\x07\x01\x00", "archive"),
    ("分工.docx", b"7z\xbc\xaf\x27\x1c\x00\x04", "archive"),
    ("分工.zip", zip_of({"分工.docx": b"x"}), "archive"),
    ("分工.docx", zip_of({"readme.txt": b"x"}), "archive"),
    ("分工.xlsx", zip_of({}), "archive"),
    ("分工.xlsx", zip_of({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "binary-sheet"),
    ("分工.pptx", zip_of({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "slides"),
    ("分工.ofd", zip_of({"OFD.xml": "", "Doc_0/Document.xml": ""}), "ofd"),
    ("分工.odt", zip_of({"mimetype": "", "content.xml": ""}), "open-document"),
    ("分工.csv", "任务,责任单位\n".encode(), "commas"),
    ("分工.docx", "任务\t责任单位\n".encode(), "not-office"),
    ("分工.xlsx", b"<html><table></table></html>", "not-office"),
    ("分工.json", b"{}", "unknown"),
    ("分工", "任务分工".encode(), "unknown"),
]


@pytest.mark.parametrize(("name", "content", "kind"), FOREIGN, ids=[f"{one[0]}-{one[2]}" for one in FOREIGN])
def test_a_file_of_another_kind_is_called_what_it_is(name: str, content: bytes, kind: str) -> None:
    assert refusal(name, content).key == f"file-is-{kind}"
    assert refusal(name, content).values == {"name": name}


def test_a_word_file_under_another_ending_is_told_its_right_one() -> None:
    assert refusal("分工.xlsx", docx_of(ROWS)).key == "file-is-word-misnamed"
    assert refusal("分工.zip", docx_of(ROWS)).key == "file-is-word-misnamed"
    assert refusal("分工.docx", xlsx_of(ROWS)).key == "file-is-sheet-misnamed"
    assert refusal("分工.txt", xlsx_of(ROWS)).key == "file-is-sheet-misnamed"


@pytest.mark.parametrize("path", ["word/vbaProject.bin", "word/macros/VBAPROJECT.BIN"])
def test_macros_are_refused_whatever_the_file_is_called(path: str) -> None:
    assert refusal("分工.docx", changed(docx_of(ROWS), {path: b"\0"})).key == "file-is-macros"


def test_a_file_saved_with_room_for_macros_is_refused_even_without_any() -> None:
    assert refusal("分工.docm", docx_of(ROWS)).key == "file-is-macros"
    assert refusal("分工.xlsm", xlsx_of(ROWS)).key == "file-is-macros"


def test_old_macro_sheets_are_macros_too() -> None:
    assert refusal("分工.xlsx", changed(xlsx_of(ROWS), {"xl/macrosheets/sheet1.xml": "<a/>"})).key == "file-is-macros"


@pytest.mark.parametrize("ending", ["docx", "DOCX", "ｄｏｃｘ"])
def test_the_ending_may_be_typed_in_any_way(ending: str) -> None:
    assert words(read_document(f"分工.{ending}", docx_of(ROWS))) == ROWS


@pytest.mark.parametrize("name", ["/etc/../分工.docx", "C:\\公文\\分工.docx", "a/b\\分工.docx", "\u200b分工.docx"])
def test_only_the_last_part_of_a_name_is_kept(name: str) -> None:
    assert read_document(name, docx_of(ROWS)).name == "分工.docx"


def test_marks_that_turn_a_name_around_are_taken_out() -> None:
    assert clean_name("分工\u202excod.exe") == "分工 xcod.exe"
    assert clean_name("分\n工\t.docx") == "分 工 .docx"


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("长" * 5000 + ".docx") == "长" * 74 + "….docx"
    assert len(clean_name("x." + "y" * 5000)) == 80


@pytest.mark.parametrize("name", ["", "/", "..", ".docx", "\0", "\ud800.docx"])
def test_a_name_that_is_none_is_no_trouble(name: str) -> None:
    assert isinstance(refusal(name, b"\x00\x01\x02"), Refusal)


def test_an_empty_file_is_called_empty() -> None:
    assert refusal("分工.docx", b"").key == "file-empty"


def test_a_file_over_the_limit_is_refused_before_anything_is_looked_at() -> None:
    with pytest.raises(Refusal) as caught:
        check_size("公文/分工.xlsx", 200_000_000)
    assert caught.value.key == "file-too-large"
    assert caught.value.values == {"name": "分工.xlsx", "megabytes": 200, "limit": 20}


def test_a_file_at_the_limit_is_not_too_large() -> None:
    check_size("分工.xlsx", LARGEST)
    with pytest.raises(Refusal) as caught:
        check_size("分工.xlsx", LARGEST + 1)
    assert caught.value.values["megabytes"] == 21


def test_a_workbook_of_200_megabytes_is_refused_by_its_length() -> None:
    assert refusal("分工.xlsx", bytes(200_000_000)).key == "file-too-large"


@pytest.mark.parametrize("content", [raw_docx(""), raw_docx("<w:p/><w:p><w:r><w:t> \u3000</w:t></w:r></w:p>"),
                                     raw_docx("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")])
def test_a_word_file_without_words_is_refused(content: bytes) -> None:
    assert refusal("分工.docx", content).key == "file-no-words"


@pytest.mark.parametrize("content", [raw_xlsx(""), raw_xlsx(cells(text_cell("A1", "  ")))])
def test_a_workbook_without_words_is_refused(content: bytes) -> None:
    assert refusal("分工.xlsx", content).key == "file-no-words"


def test_a_text_longer_than_a_cell_can_be_is_refused_with_its_place() -> None:
    error = refusal("分工.docx", docx_of([["任务", "公" * (LONGEST_CELL + 1)]]))
    assert error.key == "file-long-cell"
    assert error.values["place"] == Place(table=1, row=1, column=2)


def test_the_longest_text_that_a_cell_can_hold_is_read() -> None:
    assert len(words(read_document("分工.docx", docx_of([["公" * LONGEST_CELL]])))[0][0]) == LONGEST_CELL


@pytest.mark.parametrize(("name", "text"), [
    ("分工.html", "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>公开预算</td><td>区财政局</td></tr></table>"),
    ("分工.HTM", "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>公开预算</td><td>区财政局</td></tr></table>"),
    ("分工.md", "| 任务 | 责任单位 |\n| --- | --- |\n| 公开预算 | 区财政局 |\n"),
    ("分工.tsv", "任务\t责任单位\n公开预算\t区财政局\n"),
    ("分工.txt", "任务\t责任单位\n公开预算\t区财政局\n"),
])
def test_a_text_file_is_read_by_the_reader_of_its_kind(name: str, text: str) -> None:
    assert words(read_document(name, text.encode())) == ROWS


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(by_key("zh-CN", "intake-files.ftl")))
def test_every_refusal_is_one_sentence(locale: str, key: str) -> None:
    said = texts(locale)(key, **dict.fromkeys(by_key(locale, "intake-files.ftl")[key], "x"))
    assert said.endswith("。" if locale == "zh-CN" else ".")
    assert said.count("。") <= 1 and "\n" not in said


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_that_is_not_read_has_its_sentence(locale: str) -> None:
    wanted = {f"file-is-{kind}" for kind in Kind if kind not in READ}
    assert {key for key in by_key(locale, "intake-files.ftl") if key.startswith("file-is-")} == wanted
