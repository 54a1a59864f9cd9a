"""Words for several bodies: a group whose members are asked for, or a question, and never a department in silence."""

import pytest

from obligations.intake.known import Known
from obligations.intake.who.collectives import excepted, is_group
from obligations.plan import Department
from tests.unit.intake.cells_read import answered, one, read, told

_GROUPS = """
库区各乡镇 城区各街道 沿江各镇 其余各局 嘎查村 行政村 村委会 社区居委会 全县中小学 全旗中小学 三个街道 两镇一乡
五大开发区 县级以上人民政府 本级政府 党委政府 业务主管局 行业主管部门 相关职能部门 县“两办” 试点单位 牵头部门
责任单位 各苏木镇 各苏木乡镇 各镇场 各中心校 县域内各医院 村（社区） 库区各乡镇（街道） 各局 相关镇 12个乡镇
全县12个乡镇 沿江五镇 县属国有企业 驻县部队 市驻县单位 金融机构 中介机构 律师事务所 派出所 青山镇各村 同级财政部门
县委各部门 各民主党派 除县公安局外的县政府各部门 县直及驻县有关单位 所有责任单位 学校 医院 乡镇政府
县委和县政府各部门 各分局 各镇〔街道〕 各村（居）委会
"""
_ASKED = """
五乡镇 教育两局 各莫镇 山区乡镇 乡镇卫生院 有农村的乡镇 申请受理单位 全县党员 相关责任人 各部委办室 县直各系统
镇政府 局机关 高新区
"""
GROUPS, ASKED = tuple(_GROUPS.split()), tuple(_ASKED.split())
GLUED = ["县林业局涉农部门", "县国资委监管企业", "县教育局各学校", "县融媒体中心各乡镇", "县一中各乡镇",
         "县供销社各乡镇", "各乡镇县民政局", "各乡镇县医院", "县公安局各派出所"]


@pytest.mark.parametrize("words", GROUPS)
@pytest.mark.parametrize("cell", ["{}", "县民政局、{}", "{}牵头、县民政局配合", "县民政局及{}"])
def test_a_word_for_several_is_a_group_and_its_members_are_asked_for(words: str, cell: str) -> None:
    bodies, doubts = read([cell.format(words)])
    assert [group.name for group in bodies.groups] == [words]
    assert {body.name for body in bodies.departments} <= {"县民政局"}
    doubt = one(doubts, "group-members")
    assert (doubt.values["group"], doubt.typed, doubt.choices[0].id) == (words, True, "nobody-yet")


@pytest.mark.parametrize("words", ASKED)
def test_a_sign_of_several_is_never_a_department_in_silence(words: str) -> None:
    bodies, doubts = read([f"县民政局、{words}"])
    assert [body.name for body in bodies.departments] == ["县民政局"]
    assert any(doubt.choices and words.startswith(doubt.quote.text) for doubt in doubts)


@pytest.mark.parametrize("words", GLUED)
def test_a_group_swallows_no_body_that_it_is_glued_to(words: str) -> None:
    bodies, doubts = read([words])
    assert (len(bodies.departments), len(bodies.groups)) == (1, 1)
    assert one(doubts, "no-separator").quote.text == words


def test_the_office_may_answer_that_unknown_words_are_a_group() -> None:
    cells = ["县民政局、五乡镇"]
    bodies, doubts = read(cells, answers=answered(read(cells)[1], "not-a-body", "keep-as-group"))
    assert (told(bodies), [group.name for group in bodies.groups]) == ("R 县民政局, R <五乡镇>", ["五乡镇"])
    assert one(doubts, "group-members").values["group"] == "五乡镇"


def test_a_body_that_is_listed_by_such_a_word_stays_one() -> None:
    known = Known("云江县", (Department("派出所"), Department("各莫镇")))
    assert told(read(["派出所、各莫镇"], known=known)[0]) == "R 派出所, R 各莫镇"


def test_an_and_before_a_group_ends_the_name_before_it() -> None:
    assert told(read(["县民政局、城关镇及各社区居委会"])[0]) == "R 县民政局, R 城关镇, R <各社区居委会>"


@pytest.mark.parametrize("cell", [
    "县农业农村局、县林业局等涉农部门", "县农业农村局、县林业局等5个涉农部门", "县农业农村局、县林业局等乡镇",
    "县农业农村局、县林业局等县直单位"])
def test_words_after_an_open_list_take_no_body_into_a_group(cell: str) -> None:
    bodies, doubts = read([cell])
    assert (told(bodies), one(doubts, "open-list").quote.text) == ("R 县农业农村局, R 县林业局", cell)


@pytest.mark.parametrize("cell", ["县中等职业学校", "县高等学校"])
def test_the_sign_of_an_open_list_within_a_name_is_none(cell: str) -> None:
    bodies, _ = read([cell])
    assert told(bodies) == f"R {cell}"


@pytest.mark.parametrize("words", ["除县公安局外的县政府各部门", "除公安局以外，县政府各部门"])
def test_an_exception_is_offered_without_the_excepted_and_nobody_is_in_it_until_then(words: str) -> None:
    cells = ["县公安局、县财政局、县民政局", words]
    bodies, doubts = read(cells)
    doubt = one(doubts, "group-members")
    assert ([choice.id for choice in doubt.choices], doubt.values["names"]) == (
        ["nobody-yet", "all-named"], "县财政局、县民政局")
    assert bodies.groups[0].members == ()
    chosen, _ = read(cells, answers={doubt.key: "all-named"})
    assert [member.department for member in chosen.groups[0].members] == ["县财政局", "县民政局"]


@pytest.mark.parametrize(("words", "parts"), [
    ("除县公安局外的各部门", ("各部门", "县公安局")), ("各部门", ("各部门", "")), ("除夕办", ("除夕办", ""))])
def test_who_is_excepted_stands_before_the_group(words: str, parts: tuple[str, str]) -> None:
    assert excepted(words) == parts


@pytest.mark.parametrize("group", ["驻县各单位", "其他各部门", "县委各部门", "直属各单位"])
def test_others_than_the_departments_of_the_government_are_not_all_of_them(group: str) -> None:
    bodies, doubts = read(["县财政局、县民政局", group])
    assert bodies.groups[0].members == ()
    assert [choice.id for choice in one(doubts, "group-members").choices] == ["nobody-yet"]


def test_a_group_in_the_brackets_behind_a_body_is_asked_about() -> None:
    bodies, doubts = read(["县教育局（各学校）"])
    assert (told(bodies), one(doubts, "in-brackets").quote.text) == ("R 县教育局", "县教育局（各学校）")


@pytest.mark.parametrize("words", ["各" * 30, "各乡镇" * 10, "有关各" * 10, "全县" * 15, "除" + "外" * 29])
def test_no_word_is_too_odd(words: str) -> None:
    assert is_group(words) in (True, False)
