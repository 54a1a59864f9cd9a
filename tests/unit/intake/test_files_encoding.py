"""Text files are UTF-8, or are told which encoding they are in; nothing is guessed into wrong words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.errors import Refusal
from obligations.intake.document import Place
from obligations.intake.reading.decoding import LARGEST_TEXT, LINES, decoded

TEXT = "云江县政务公开任务分工\n一、公开预算，责任单位：县财政局\n二、7月底前公布清单\n"


def refused(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        decoded("分工.txt", content)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decoded("分工.txt", TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_end_as_they_do_anywhere(end: str) -> None:
    assert decoded("分工.txt", TEXT.replace("\n", end).encode()) == TEXT


@pytest.mark.parametrize(("codec", "encoding"), [
    ("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
    ("utf-32", "UTF-32"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32"),
])
def test_another_encoding_is_called_by_its_name(codec: str, encoding: str) -> None:
    error = refused(TEXT.encode(codec))
    assert (error.key, error.values) == ("file-encoding", {"name": "分工.txt", "encoding": encoding})


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-be"])
def test_a_long_text_without_a_mark_is_recognised_by_its_beginning(codec: str) -> None:
    assert refused((TEXT * 3000).encode(codec)).key == "file-encoding"


def test_latin_text_in_two_bytes_a_letter_is_no_text_full_of_zeros() -> None:
    assert refused("task\tdepartment\n".encode("utf-16-le")).values["encoding"] == "UTF-16"


def test_a_zero_byte_in_a_text_makes_it_no_text() -> None:
    assert refused(TEXT.encode() + b"\0").key == "file-no-text"


def test_binary_bytes_are_no_text() -> None:
    assert refused(bytes(range(256)) * 5).key == "file-no-text"


@pytest.mark.parametrize("bad", [b"\xff", b"\xe4\xba", b"\xc0\xaf", b"\xed\xa0\x80"])
def test_one_bad_byte_in_good_utf_8_is_shown_with_its_line(bad: bytes) -> None:
    content = (TEXT * 20).encode() + bad + "\n三、其他\n".encode()
    assert refused(content).key == "file-bad-byte"
    assert refused(content).values["place"] == Place(line=61)


def test_bytes_of_no_encoding_at_all_are_not_called_gbk() -> None:
    assert refused(b"\xff\xfd\xff\xfd\xff").key == "file-bad-byte"


def test_a_text_of_too_many_bytes_is_refused() -> None:
    assert refused(b"x" * (LARGEST_TEXT + 1)).key == "file-text-too-large"


def test_a_text_of_too_many_lines_is_refused() -> None:
    assert refused(b"\n" * (LINES + 1)).key == "file-too-many-lines"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_whatever_is_written_in_utf_8_comes_back(text: str) -> None:
    assert decoded("分工.txt", text.encode("utf-8-sig")) == text


@given(st.binary())
def test_any_bytes_are_words_or_one_refusal(content: bytes) -> None:
    try:
        assert decoded("分工.txt", content).replace("\n", "") in content.decode().replace("\r", "").replace("\n", "")
    except Refusal as error:
        assert error.key in {"file-encoding", "file-no-text", "file-bad-byte"}


@given(st.lists(st.sampled_from(["公开", "财政局", "负责", "年底前", "，", "。", "\n"]), min_size=12))
def test_chinese_office_words_in_gbk_are_always_called_gbk(parts: list[str]) -> None:
    text = "".join(parts)
    if any(letter >= "\u4e00" for letter in text):
        assert refused(text.encode("gbk")).values.get("encoding") == "GBK"
