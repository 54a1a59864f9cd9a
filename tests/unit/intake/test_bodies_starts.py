"""Whom a clause begins with is found however the first characters of the name are typed, and nobody else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.who.bodies import subject_of, subjects_of
from obligations.intake.who.parties import Bodies
from obligations.plan import Department
from tests.unit.intake.cells_read import read

NAMES = ("县财政局", "县民政局", "团县委", "税务局")
HERE = Bodies((), tuple(map(Department, NAMES)), ())
MARKS = st.text(st.sampled_from("\u200b\ufeff\u2060 \u3000\t"), max_size=4)
LETTERS = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@given(st.sampled_from(NAMES), MARKS, st.sampled_from(["公布清单", "：报送材料", "，逐项落实", ""]))
def test_blanks_and_invisible_marks_before_a_name_hide_nobody(name: str, marks: str, rest: str) -> None:
    found = subject_of(marks + name + rest, HERE)
    assert found is not None and found.department == name


@pytest.mark.parametrize(("clause", "name"), [
    ("縣財政局公布决算", "县财政局"), ("团縣委组织志愿活动", "团县委"), ("2.县民政局公布名单", "县民政局"),
    ("由税务局公布政策", "税务局"),
])
def test_a_name_in_other_characters_or_behind_a_number_is_found(clause: str, name: str) -> None:
    found = subject_of(clause, HERE)
    assert found is not None and found.department == name


@given(st.text(LETTERS, max_size=40))
def test_a_clause_that_begins_with_no_name_names_nobody(words: str) -> None:
    if not words.startswith(NAMES):
        assert subjects_of("公开" + words, HERE) == ()


@pytest.mark.parametrize("clause", ["县", "县政府网站公布", "团结各方", "税收优惠政策一览", "", "\u200b", "。"])
def test_sharing_a_first_character_is_not_enough(clause: str) -> None:
    assert subjects_of(clause, HERE) == ()


def test_a_document_that_names_nobody_has_no_subjects() -> None:
    assert subjects_of("县财政局公布预算", Bodies((), (), ())) == ()


def test_a_name_found_in_a_cell_is_found_in_prose() -> None:
    bodies, _ = read(["团县委、县财政局"])
    assert [party.department for party in subjects_of("团县委和县财政局公布名单", bodies)] == ["团县委", "县财政局"]
