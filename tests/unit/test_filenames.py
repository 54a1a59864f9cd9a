"""A file's name is shown as one harmless line, whatever somebody called the file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.filenames import clean_name
from obligations.intake.reading.files import LONGEST_NAME

HIDDEN = re.compile("[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


@pytest.mark.parametrize(("name", "shown"), [
    ("云江县2026年任务分工.docx", "云江县2026年任务分工.docx"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\office\\分工.xlsx", "分工.xlsx"),
    ("分工\u202excod.exe", "分工 xcod.exe"),
    ("分\u200b工\0\n.txt", "分工 .txt"),
    ('a<b>"c"|d?.txt', "a b c d .txt"),
    (" .bashrc", "bashrc"),
    ("分工\ud800.docx", "分工 .docx"),
    ("", ""), ("..", ""), ("/", ""), ("\u202e", ""),
])
def test_name_loses_folders_and_what_is_hidden_and_keeps_its_words(name: str, shown: str) -> None:
    assert clean_name(name) == shown


def test_long_name_keeps_its_beginning_and_its_ending() -> None:
    shown = clean_name("青河区" * 100 + ".docx")
    assert (len(shown), shown[:3], shown[-6:]) == (LONGEST_NAME, "青河区", "….docx")
    assert clean_name("x" * 300) == "x" * LONGEST_NAME
    assert clean_name("x." + "y" * 300) == "x." + "y" * (LONGEST_NAME - 2)


@given(st.text(max_size=400))
def test_any_name_becomes_a_short_line_that_can_be_sent_and_stays_as_it_is(name: str) -> None:
    shown = clean_name(name)
    assert len(shown) <= LONGEST_NAME and not HIDDEN.search(shown) and not set(shown) & set('/\\<>:"|?*')
    assert clean_name(shown) == shown
