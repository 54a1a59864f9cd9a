"""One spelling taken apart, and how two of them stand to each other."""

import pytest

from obligations.intake.who.likeness import Likeness, likeness, misprinted
from obligations.intake.who.naming import (
    District,
    Name,
    district_of,
    named,
    spelling_key,
)

HERE = district_of("临川市青河区", "")


@pytest.mark.parametrize(("known", "title", "level", "names"), [
    ("临川市青河区", "", "区", {"临川市青河区", "青河区", "临川市"}),
    ("", "云江县2021年政务公开工作要点任务分工", "县", {"云江县"}),
    ("", "关于印发《临川市青河区人民政府2019年政务公开任务分工》的通知", "区", {"临川市青河区", "青河区", "临川市"}),
    ("", "2022年抚州市政务公开重点工作任务分解表", "市", {"抚州市"}),
    ("池州市贵池区", "云江县2021年", "区", {"池州市贵池区", "贵池区", "池州市"}),
    ("", "任务分工表", "", set()),
])
def test_the_district_is_known_or_stands_in_the_title(known: str, title: str, level: str, names: set[str]) -> None:
    district = district_of(known, title)
    assert (district.level, {name for name, _ in district.names} - {"市青河区", "市贵池区"}) == (level, names)


@pytest.mark.parametrize(("spelling", "name"), [
    ("区财政局", Name("区", "财政", "局")),
    ("青河区财政局", Name("区", "财政", "局")),
    ("临川市青河区财政局", Name("区", "财政", "局")),
    ("青河财政局", Name("区", "财政", "局")),
    ("财政局", Name("", "财政", "局")),
    ("市财政局", Name("市", "财政", "局")),
    ("临川市财政局", Name("市", "财政", "局")),
    ("石桥县财政局", Name("石桥县", "财政", "局")),
    ("区财 政局", Name("区", "财政", "局")),
    ("區財政局", Name("区", "财政", "局")),
    ("市场监管局", Name("", "市监", "局")),
    ("市民政局", Name("市", "民政", "局")),
    ("市政府办", Name("市", "政府", "办")),
    ("区域合作办", Name("", "区域合作", "办")),
    ("区公安分局", Name("区", "公安", "分局")),
    ("临川市公安局青河分局", Name("区", "公安", "分局")),
    ("市公安局石桥分局", Name("市", "公安局石桥", "分局")),
    ("团区委", Name("区", "", "团委")),
    ("共青团青河区委员会", Name("区", "", "团委")),
    ("城关镇人民政府", Name("", "城关", "镇")),
    ("城关街道办事处", Name("", "城关", "街道")),
    ("区委组织部", Name("区", "组织", "部")),
    ("中共青河区委组织部", Name("区", "组织", "部")),
    ("区委", Name("区", "", "委")),
])
def test_a_spelling_is_taken_apart(spelling: str, name: Name) -> None:
    assert named(spelling, HERE) == name


SAME = [
    "区政府办公室 区政府办 青河区人民政府办公室 区府办",
    "区政务公开办 区政务公开办公室 区政务公开领导小组办公室",
    "区发改委 区发展改革委 区发展和改革委员会",
    "区住建局 区住房城乡建设局 区住房和城乡建设局",
    "区卫计委 区卫生计生委 区卫生和计划生育委员会",
    "区卫健委 区卫生健康委 区卫生健康委员会",
    "区安监局 区安全监管局 区安全生产监督管理局",
    "区人社局 区人力资源社会保障局 区人力资源和社会保障局",
    "区教体局 区教育体育局 区教育和体育局",
    "区文广新局 区文化广电新闻出版局",
    "区文旅局 区文化旅游局 区文化和旅游局",
    "区自规局 区自然资源规划局 区自然资源和规划局",
    "区市监局 区市场监管局 区市场监督管理局",
    "区食药监局 区食品药品监督管理局",
    "区城管局 区城市管理局",
    "区交通局 区交通运输局",
    "区工信局 区工业和信息化局",
    "区经信委 区经济和信息化委员会",
    "区退役军人局 区退役军人事务局",
    "区应急局 区应急管理局",
    "区医保局 区医疗保障局",
    "区国资委 区国有资产监督管理委员会",
    "区扶贫办 区扶贫开发办 区扶贫开发领导小组办公室",
    "区网信办 区委网信办 区委网络安全和信息化委员会办公室",
    "区编办 区委编办 区机构编制委员会办公室",
    "区数据资源局 区数据资源管理局",
    "区妇联 区妇女联合会",
    "区残联 区残疾人联合会",
    "区科协 区科学技术协会",
    "区信息办 区信息化办公室 区信息化工作办公室",
    "区环保局 区环境保护局",
    "区农委 区农业委员会",
]


@pytest.mark.parametrize("spellings", SAME)
def test_usual_short_forms_are_the_same_for_certain(spellings: str) -> None:
    assert len({named(spelling, HERE) for spelling in spellings.split()}) == 1


def test_no_two_usual_functions_are_taken_for_one() -> None:
    firsts = [named(spellings.split()[0], HERE) for spellings in SAME]
    assert len(set(firsts)) == len(SAME)


@pytest.mark.parametrize(("one", "other", "how"), [
    ("区住建委", "区住建局", Likeness.OTHER_TAIL),
    ("区公安局", "区公安分局", Likeness.OTHER_TAIL),
    ("区食药监局", "区市场监管局", Likeness.SUCCEEDED),
    ("区卫健委", "区卫计委", Likeness.SUCCEEDED),
    ("区农委", "区农业农村局", Likeness.SUCCEEDED),
    ("区财正局", "区财政局", Likeness.MISPRINT),
    ("区住建建局", "区住建局", Likeness.MISPRINT),
    ("区检查院", "区人民检察院", Likeness.MISPRINT),
    ("区人民检查院", "区检察院", Likeness.MISPRINT),
    ("区财改局", "区财政局", Likeness.MISPRINT),
    ("区财经局", "区财政局", Likeness.ONE_LETTER),
    ("东山镇", "东川镇", Likeness.ONE_LETTER),
    ("区科教局", "区教科局", Likeness.ONE_LETTER),
    ("区水利局", "区水保局", Likeness.APART),
    ("区法制办", "区法治办", Likeness.APART),
    ("永镇", "永和镇", Likeness.APART),
    ("区园林局", "区园林养护局", Likeness.SHORTENED),
    ("人民银行青河支行", "中国人民银行青河支行", Likeness.SHORTENED),
    ("区教育局", "区教体局", Likeness.ALIKE),
    ("区文体局", "区体育局", Likeness.ALIKE),
    ("区财政局", "市财政局", Likeness.APART),
    ("区财政局", "石桥县财政局", Likeness.APART),
    ("区民政局", "区民宗局", Likeness.APART),
    ("区统计局", "区审计局", Likeness.APART),
    ("区第一幼儿园", "区第二幼儿园", Likeness.APART),
    ("河东街道", "河西街道", Likeness.APART),
    ("区工商局", "区工商联", Likeness.APART),
    ("区档案局", "区档案馆", Likeness.APART),
    ("区政务公开办", "区政府办", Likeness.APART),
])
def test_two_spellings_stand_so_to_each_other(one: str, other: str, how: Likeness) -> None:
    assert likeness(named(one, HERE), named(other, HERE)) is how
    assert likeness(named(other, HERE), named(one, HERE)) is how


@pytest.mark.parametrize(("spelling", "forms"), [
    ("区财正局", "财政"), ("区民证局", "民政"), ("区税物局", "税务"), ("区国士局", "国土"), ("区政财局", "财政"),
    ("区财政政局", "财政"), ("区财政局局", "财政"), ("区区财政局", "财政"), ("区睡务局", "水务 税务"),
    ("区人力资源和社会保章局", "人力资源社会保障"), ("区人力资和社会保障局", "人力资源社会保障"),
    ("区财政局", ""), ("区水产局", ""), ("区农机局", ""), ("区法治办", ""), ("区科教局", ""), ("区财经局", ""),
    ("青正镇", ""), ("区委", ""),
])
def test_a_misprint_sounds_or_looks_like_what_was_meant(spelling: str, forms: str) -> None:
    assert sorted(misprinted(named(spelling, HERE))) == sorted(forms.split())


def test_full_width_and_look_alike_characters_are_compared_as_plain_ones() -> None:
    assert spelling_key("区巿场监管局\u200b（Ａ）") == "区市场监管局A"


def test_without_a_district_a_level_is_a_place_all_the_same() -> None:
    assert named("县财政局", District()) == Name("县", "财政", "局")
