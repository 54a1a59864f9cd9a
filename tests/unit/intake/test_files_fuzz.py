"""Damaged Office files, in every way that chance finds: they are read or refused, and nothing else happens."""

from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from locales.catalogue import texts
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Document
from obligations.intake.reading.files import read_document
from tests.unit.intake.office_files import docx_of, xlsx_of
from tests.unit.intake.raw_office import changed, part

ROWS = [["任务", "责任单位", "时限"], ["公开预算", "县财政局", "年底前"], ["公开决算", "", "7月底前"]]
PARTS = [("分工.docx", "word/document.xml"), ("分工.docx", "word/numbering.xml"), ("分工.docx", "word/styles.xml"),
         ("分工.docx", "word/_rels/document.xml.rels"), ("分工.xlsx", "xl/worksheets/sheet1.xml"),
         ("分工.xlsx", "xl/sharedStrings.xml"), ("分工.xlsx", "xl/styles.xml"), ("分工.xlsx", "xl/workbook.xml")]
PIECES = ["", "0", "-1", "99999999999", "x", "/>", "<", "w:", "A1:B2", 'r="A1"', "\u3000", "Ａ", "<w:p/>", "true"]


@cache
def whole(name: str) -> bytes:
    return docx_of(ROWS, [(1, 1, 2, 1)]) if name.endswith("docx") else xlsx_of(ROWS, [(4, 0, 5, 1)])


def outcome(name: str, content: bytes) -> Document | None:
    """What is read, or None for a refusal that can be put into words."""
    try:
        return read_document(name, content)
    except Refusal as error:
        assert texts("zh-CN")(error.key, **error.values)
    except PlanFaults as error:
        assert all(texts("zh-CN")(fault.key, **fault.values) for fault in error.faults)
    return None


@pytest.mark.parametrize("name", ["分工.docx", "分工.xlsx"])
def test_the_whole_file_is_read(name: str) -> None:
    assert outcome(name, whole(name)) is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["分工.docx", "分工.xlsx"]), st.data())
def test_a_flipped_byte_never_breaks_the_reader(name: str, data: st.DataObject) -> None:
    content = bytearray(whole(name))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[at] ^= data.draw(st.integers(1, 255))
    outcome(name, bytes(content))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["分工.docx", "分工.xlsx"]), st.floats(0, 1))
def test_a_file_cut_anywhere_is_refused(name: str, share: float) -> None:
    content = whole(name)[:int(len(whole(name)) * share * 0.99)]
    assert outcome(name, content) is None


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PARTS), st.floats(0, 1), st.floats(0, 0.02), st.sampled_from(PIECES))
@example(PARTS[4], 0.5, 0.0, "<c/>")
def test_a_part_that_is_changed_anywhere_never_breaks_the_reader(
        place: tuple[str, str], start: float, share: float, piece: str) -> None:
    name, path = place
    text = part(whole(name), path)
    at = int(len(text) * start)
    outcome(name, changed(whole(name), {path: text[:at] + piece + text[at + int(len(text) * share):]}))


@settings(max_examples=100)
@given(st.sampled_from(["分工.docx", "分工.xlsx", "分工.txt", "分工"]), st.binary(max_size=300))
def test_any_bytes_under_any_name_are_read_or_refused(name: str, content: bytes) -> None:
    outcome(name, content)
