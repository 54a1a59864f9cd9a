"""What holds for every name: each spelling leads home, and no slip of the finger to another department."""

import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from obligations.names import Ambiguous, Directory, Exact, Found, Likely, Unknown
from obligations.plan import Department

DISTRICT = "池州市贵池区"
DEPARTMENTS = (
    Department("区政府办公室", ("区政府办",), "池州市贵池区人民政府办公室"),
    Department("区财政局"),
    Department("区民政局"),
    Department("区商务局"),
    Department("区水务局"),
    Department("区林业局"),
    Department("区环保局", (), "贵池区环境保护局"),
    Department("区卫生计生委", ("区卫计委",), "贵池区卫生和计划生育委员会"),
    Department("区市场监管局", (), "贵池区市场监督管理局"),
    Department("区国土资源分局", (), "池州市国土资源局贵池分局"),
    Department("区住建委", ("区住房城乡建委", "区住建局")),
)
NAMES = Directory(DEPARTMENTS, DISTRICT)
SPELLINGS = [
    (spelling, department.name)
    for department in DEPARTMENTS
    for spelling in (department.name, *department.aliases, department.full_name) if spelling
]
spellings = st.sampled_from(SPELLINGS)
characters = st.sampled_from("区市县财政民商水务林业环保局委办卫计生住建城乡国土a1 x。")


def named(found: Found) -> set[str]:
    """Every department that an answer mentions as meant."""
    match found:
        case Exact(name) | Likely(name):
            return {name}
        case Ambiguous(candidates):
            return set(candidates)
        case Unknown():
            return set()


@pytest.mark.parametrize(("spelling", "name"), SPELLINGS)
def test_every_spelling_leads_to_its_department(spelling: str, name: str) -> None:
    assert NAMES.find(spelling) == Exact(name)


@given(spellings, st.data())
def test_blanks_and_width_do_not_matter(spelling: tuple[str, str], data: st.DataObject) -> None:
    typed, name = spelling
    at = data.draw(st.integers(0, len(typed)))
    blank = data.draw(st.sampled_from([" ", "　", "\u200b", "\n", "·"]))
    assert NAMES.exact(typed[:at] + blank + typed[at:]) == name


@given(st.sampled_from(DEPARTMENTS), st.sampled_from([DISTRICT, "贵池区"]))
def test_district_in_front_does_not_matter(department: Department, before: str) -> None:
    assert NAMES.exact(before + department.name[1:]) == department.name


@given(spellings, st.data(), characters)
def test_one_wrong_character_never_names_another_exactly(
    spelling: tuple[str, str], data: st.DataObject, wrong: str
) -> None:
    typed, name = spelling
    at = data.draw(st.integers(0, len(typed) - 1))
    edited = typed[:at] + wrong + typed[at + 1:]
    # 区水务局 with 商 for 水 is simply the name of another department.
    assume(edited not in {other for other, _ in SPELLINGS})
    assert NAMES.exact(edited) in (None, name)


@given(spellings.filter(lambda spelling: "贵池" not in spelling[0]), st.data())
def test_swapped_characters_still_find_the_department(spelling: tuple[str, str], data: st.DataObject) -> None:
    typed, name = spelling
    assume(len(typed) >= 4)
    at = data.draw(st.integers(1, len(typed) - 2))
    swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2:]
    assert name in named(NAMES.find(swapped))


@given(st.text(max_size=80))
def test_any_text_has_an_answer_and_the_same_one_again(text: str) -> None:
    found = NAMES.find(text)
    assert found == Directory(DEPARTMENTS, DISTRICT).find(text)
    assert named(found) <= {department.name for department in DEPARTMENTS}


@given(st.one_of(st.text(max_size=12), spellings.map(lambda spelling: spelling[0])))
def test_what_a_write_takes_is_what_a_read_calls_exact(text: str) -> None:
    found = NAMES.find(text)
    assert NAMES.exact(text) == (found.name if isinstance(found, Exact) else None)


@given(st.permutations(DEPARTMENTS), spellings)
def test_order_of_the_plan_does_not_change_who_is_meant(
    order: list[Department], spelling: tuple[str, str]
) -> None:
    assert Directory(order, DISTRICT).find(spelling[0]) == Exact(spelling[1])


def test_exact_names_load_neither_pinyin_nor_distances() -> None:
    code = (
        "import sys\n"
        "from obligations.names import Directory\n"
        "from obligations.plan import Department\n"
        "assert Directory((Department('区财政局'),)).exact('区财政局')\n"
        "Directory((Department('区财政局'),)).find('区财政局')\n"
        "sys.exit(bool({'pypinyin', 'rapidfuzz'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
