"""Whatever stands in a cell: no crash, nothing lost, and the same answer every time."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from obligations.intake.inquiry import Doubt
from obligations.intake.who.cell_marks import MARK
from obligations.intake.who.names_in import compact
from obligations.intake.who.parties import Bodies
from tests.unit.intake.cells_read import read

NAMES = st.sampled_from([
    "县财政局", "县民政局", "县住房和城乡建设局", "县发改委", "团县委", "各部门", "各乡镇（街道）",
    "县市场监管局", "民政局", "青山镇", "张某", "县委宣传部", "有关部门", "县烟草",
    "横州产业园区管委会", "和平社区居委会", "库区各乡镇", "三个街道", "除县公安局外的各部门", "县委", "县政府督查室",
])
JOINTS = st.sampled_from(["、", "，", "；", "\n", " ", "和", "", "牵头，", "配合。", "等部门", "（牵头）、",
                          "（国库股）", "按职责分工负责", "会同", "牵头单位：", "由", "退静", "*"])
CELLS = st.lists(st.tuples(NAMES, JOINTS), min_size=1, max_size=7).map(
    lambda pieces: "".join(name + joint for name, joint in pieces))
ODD = "县市区各和及与等、，；：（）(*[局委办厅部院会镇乡 \n\t1.①财政民牵头配合负责会同由团按职分工的"
WILD = st.text(st.sampled_from(ODD), max_size=60)
KNOWN_MARKS = {"和", "及", "与", "由", "以及", "请", "暨", "联合", "并", "或", "为"}


def shown(text: str, bodies: Bodies, doubts: list[Doubt]) -> str:
    """The characters of `text` that are in no party, no mark of a role and no doubt."""
    rest = text
    words = [party.words for party in bodies.parties[0]] + [doubt.quote.text for doubt in doubts]
    words += [doubt.values.get("inside", "") for doubt in doubts]
    words += [name for body in bodies.departments for name in (body.name, *body.aliases)]
    words += [piece for word in list(words) for piece in word.split()]
    for word in sorted({*words, *map(compact, words)}, key=len, reverse=True):
        rest = rest.replace(word, "\0") if word else rest
    rest = MARK.sub("\0", rest)
    return rest


@settings(deadline=None)
@given(CELLS)
@example("县财政局按职责分工退静")
def test_every_name_of_a_cell_is_a_party_or_in_a_doubt(text: str) -> None:
    bodies, doubts = read([text])
    left = [piece for piece in shown(text, bodies, doubts).replace("\0", " ").split() if piece not in KNOWN_MARKS]
    assert left == []


@settings(deadline=None)
@given(st.one_of(WILD, st.text(max_size=80)))
@example("")
@example("和" * 140)
@example("（" * 300)
def test_no_cell_is_too_odd(text: str) -> None:
    bodies, doubts = read([text])
    assert len(bodies.parties) == 1
    empty = not any(character.isalpha() for character in text) or text.strip() in "无由请和及与为"
    assert bodies.parties[0] or doubts or empty


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5))
def test_every_party_is_a_body_or_a_group_of_the_document(cells: list[str]) -> None:
    bodies, _ = read(cells)
    known = {body.name for body in bodies.departments} | {group.name for group in bodies.groups}
    parties = [party for row in bodies.parties for party in row]
    assert all((party.department is None) != (party.group is None) for party in parties)
    assert {party.department or party.group for party in parties} <= known


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5))
def test_no_spelling_belongs_to_two_bodies(cells: list[str]) -> None:
    bodies, _ = read(cells)
    spelled = [name for body in bodies.departments for name in (body.name, *body.aliases)]
    assert len(spelled) == len(set(spelled))


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=4))
def test_the_same_cells_give_the_same_bodies_and_the_same_questions(cells: list[str]) -> None:
    assert read(cells) == read(cells)


@settings(deadline=None)
@given(CELLS)
def test_answering_with_every_default_changes_nothing(text: str) -> None:
    bodies, doubts = read([text])
    defaults = {doubt.key: doubt.choices[0].id for doubt in doubts if doubt.choices}
    assert read([text], answers=defaults)[0] == bodies
