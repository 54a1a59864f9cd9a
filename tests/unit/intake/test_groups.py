"""Collective words are known from bodies, and nobody is in a group by guessing."""

import pytest

from obligations.intake.inquiry import Doubt
from obligations.intake.source import Column
from obligations.intake.who.collectives import group_at_start, groups_at_start, is_group
from obligations.intake.who.groups import kindred
from obligations.intake.who.naming import District
from obligations.intake.who.parties import Bodies
from tests.unit.intake.cells_read import answered, one, read, read_rows, row

GROUPS = [
    "各部门", "区政府各部门", "区直各部门", "区直各单位", "区直有关部门", "有关部门", "相关部门", "各有关单位",
    "各单位", "各乡镇（街道）", "各镇街", "镇街道", "乡镇", "各乡镇人民政府", "各街道办事处", "各地各部门",
    "各地区各部门", "各学校", "试点单位", "试点相关单位", "牵头部门", "承办单位", "行业主管部门",
    "县政务公开领导小组成员单位", "“两微一端”开设单位", "全县各级各部门", "公共企事业单位", "其他部门",
    "各县区", "市直有关单位", "各委办局", "县级部门", "各直属机构",
]
BODIES = [
    "区财政局", "区政府办公室", "县机关事务管理局", "城关街道办事处", "青山镇", "高新区管委会",
    "县公共资源交易中心", "县委直属机关工委", "县区域合作办", "县政府", "县财政局各乡镇", "县工业和信息化局",
    "县行业协会办公室", "各山镇人大",
]
UNIVERSAL = ["各部门", "县政府各部门", "县直各部门", "各单位"]


def members(bodies: Bodies, name: str) -> list[str]:
    return [member.department for group in bodies.groups if group.name == name for member in group.members]


def about_groups(doubts: list[Doubt]) -> list[str]:
    return [doubt.values["group"] for doubt in doubts if doubt.kind == "group-members"]


@pytest.mark.parametrize("words", GROUPS)
def test_a_collective_word_is_a_group(words: str) -> None:
    assert is_group(words)


@pytest.mark.parametrize("words", BODIES)
def test_a_body_is_no_group(words: str) -> None:
    assert not is_group(words)


@pytest.mark.parametrize(("clause", "group"), [
    ("各部门在区政务公开办的指导下", "各部门"),
    ("各单位对权责清单实施动态管理", "各单位"),
    ("区政府各部门主要负责同志要", "区政府各部门"),
    ("各地区各部门要根据条例", "各地区各部门"),
    ("各乡镇（街道）要围绕试点", "各乡镇（街道）"),
    ("“两微一端”开设单位按照原则", "“两微一端”开设单位"),
    ("牵头部门于3个工作日内", "牵头部门"),
    ("各县（市、区）人民政府要", "各县（市、区）人民政府"),
    ("各级政府网站", ""),
    ("各类信息要及时公开", ""),
    ("各区域协调发展", ""),
    ("积极开展各部门培训", ""),
    ("公开各单位预算", ""),
])
def test_a_clause_begins_with_a_group_or_not(clause: str, group: str) -> None:
    assert group_at_start(clause) == group


def test_a_clause_may_begin_with_two_groups() -> None:
    assert list(groups_at_start("试点相关单位及各乡镇（街道）要")) == ["试点相关单位", "各乡镇（街道）"]


@pytest.mark.parametrize("group", UNIVERSAL)
def test_all_departments_are_by_default_those_the_document_names(group: str) -> None:
    bodies, doubts = read([f"县财政局、县民政局、县委宣传部、县妇联、青山镇、市公安局，{group}"])
    assert members(bodies, group) == ["县财政局", "县民政局"]
    assert [choice.id for choice in one(doubts, "group-members").choices] == ["all-named", "nobody-yet"]
    assert one(doubts, "group-members").values["names"] == "县财政局、县民政局"


@pytest.mark.parametrize("group", ["有关部门", "县政府相关部门", "各乡镇", "各学校", "牵头部门", "成员单位"])
def test_a_vague_group_is_never_filled_by_itself(group: str) -> None:
    bodies, doubts = read([f"县财政局、{group}"])
    assert members(bodies, group) == []
    assert [choice.id for choice in one(doubts, "group-members").choices] == ["nobody-yet"]


def test_places_and_departments_together_are_nobody_until_chosen() -> None:
    cells = ["县财政局、各地各部门"]
    bodies, doubts = read(cells)
    assert members(bodies, "各地各部门") == []
    chosen, _ = read(cells, answers=answered(doubts, "group-members", "all-named"))
    assert members(chosen, "各地各部门") == ["县财政局"]


def test_typed_names_become_members_by_any_of_their_spellings() -> None:
    cells = ["县发展和改革委员会、县财政局，有关部门"]
    answers = answered(read(cells)[1], "group-members", "typed:县发改委，财政局")
    assert members(read(cells, answers=answers)[0], "有关部门") == ["县发展和改革委员会", "县财政局"]


def test_a_typed_name_that_nobody_has_keeps_the_question_open() -> None:
    cells = ["县财政局、有关部门"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "group-members", "typed:县财政局、县水族馆"))
    assert members(bodies, "有关部门") == []
    assert one(doubts, "group-members").answer is None
    assert one(doubts, "typed-unknown").values == {"name": "县水族馆"}


def test_a_group_is_asked_about_once_and_its_synonyms_share_the_answer() -> None:
    bodies, doubts = read(["县财政局、县政府各部门", "各部门", "县政府各部门", "有关部门", "有关部门"])
    assert about_groups(doubts) == ["县政府各部门", "有关部门"]
    assert members(bodies, "各部门") == members(bodies, "县政府各部门") == ["县财政局"]


def test_a_group_of_another_level_has_members_of_its_own() -> None:
    bodies, _ = read(["县财政局、市民政局、市政府各部门、县政府各部门"])
    assert members(bodies, "市政府各部门") == ["市民政局"]
    assert members(bodies, "县政府各部门") == ["县财政局"]
    assert kindred("市政府各部门", District((), "县")) != kindred("各部门", District((), "县"))


def test_a_body_that_may_not_exist_any_more_is_in_no_group_by_default() -> None:
    bodies, _ = read(["县食药监局、县市场监管局、各部门"])
    assert members(bodies, "各部门") == ["县市场监管局"]


def test_who_is_excepted_from_a_group_takes_no_other_body_along_whose_name_ends_alike() -> None:
    _, doubts = read(["县教育体育局", "县体育局", "县财政局", "除县教育体育局外的各部门"])
    assert one(doubts, "group-members").values["names"] == "县体育局、县财政局"


def test_groups_that_begin_a_clause_of_prose_are_known_too() -> None:
    prose = "1.县财政局牵头公开预算。2.试点单位及各乡镇（街道）要公开决算；承办单位要公开答复。"
    bodies, _ = read_rows((row((Column.RESPONSIBLE, "县财政局"), prose=prose),))
    assert [group.name for group in bodies.groups] == ["试点单位", "各乡镇（街道）", "承办单位"]
