"""Bodies whose names are a letter apart are two, unless sound or shape says that one of them is a misprint."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pytest

from locales.catalogue import texts
from locales.doubts import asked as worded
from obligations.intake.draft import Draft, draft
from obligations.intake.inquiry import Doubt
from obligations.intake.known import Known
from obligations.intake.reading.files import read_document
from obligations.intake.source import Column, SourceRow
from obligations.intake.terms import Wanted
from obligations.intake.who.body_words import FUNCTIONS, LOCAL_FUNCTIONS
from obligations.plan import Department
from tests.unit.intake.cells_read import kinds, one, read, read_rows, row

WANTED = Wanted(date(2024, 3, 5))
HEAD = "云山县2024年政务公开任务分工\n云山县人民政府办公室\n2024年3月1日\n工作任务\t责任单位\t完成时限\n"
WORK = ("预算", "决算", "名单", "清单", "目录", "标准", "结果", "指南", "流程", "计划", "总结", "统计", "台账")

PAIRS = """
县水利局 县水保局|县社保局 县医保局|县国土局 县国税局|县国税局 县地税局|县药监局 县安监局|县安监局 县质监局
县财政局 县邮政局|县环保局 县环卫局|县林业局 县农业局|县林业局 县渔业局|县茶业局 县果业局|县交通局 县交警局
县教育局 县体育局|县民政局 县民宗局|县司法局 县执法局|县统计局 县审计局|县市监局 县质监局|县发改局 县发展局
县人社局 县人防局|县人防局 县消防局|县农机局 县农技局|县农牧局 县农林局|县城管局 县城建局|县房管局 县运管局
县文旅局 县文物局|县工信局 县经信局|县信访局 县信息局|县商务局 县税务局|县水务局 县税务局|县物价局 县物资局
县粮食局 县粮油局|县烟草局 县林草局|县供水中心 县供电中心|县海事局 县海洋局|县路政局 县邮政局|县旅游局 县旅投中心
县卫健委 县卫计委|县公安局 县国安局|县人事局 县外事局|县侨务办 县外事办|县公路局 县铁路局|县盐务局 县税务局
县移民局 县渔民局|县老龄办 县老干办|县法制办 县法治办|县招商局 县招生办|县园林局 县园区局|县住建局 县住保中心
县体彩中心 县福彩中心|县督查办 县督察办|县信用办 县信访办|县科协 县科技局|县文联 县妇联|县档案局 县档案馆
县工商局 县工商联|县一中 县二中|县中医院 县人民医院|县疾控局 县疾控中心|县农业局 县农办|县应急局 县应急办
县公共资源交易局 县公共资源交易中心|县社会保险局 县社会保障局|县医疗保险局 县医疗保障局
县人力资源社会保障局 县人力资源社会保险局|县教体局 县教科局|县农业机械局 县农业机修局|县竹业局 县竹艺局
东山镇 东川镇|石台镇 时台镇|清河镇 青河镇|永和镇 永合镇|大王乡 大汪乡|河东街道 河西街道|城北街道 城南街道
青山镇 青山乡
""".replace("\n", "|").strip("|").split("|")

MISPRINTS = """
县财正局 县财政局|县财证局 县财政局|县民正局 县民政局|县司发局 县司法局|县水力局 县水利局|县审记局 县审计局
县统记局 县统计局|县公按局 县公安局|县教玉局 县教育局|县人设局 县人社局|县医宝局 县医保局|县应及局 县应急局
县住健局 县住建局|县商物局 县商务局|县建社局 县建设局|县政财局 县财政局|县利水局 县水利局|县土国局 县国土局
县财政政局 县财政局|县住建建局 县住建局|县财政局局 县财政局|县县财政局 县财政局|县国士局 县国土局|县财攻局 县财政局
县入社局 县人社局|县材业局 县林业局|县人民检查院 县人民检察院|县人力资源和社会保章局 县人力资源和社会保障局
县人力资和社会保障局 县人力资源和社会保障局|县场监督管理局 县市场监督管理局
""".replace("\n", "|").strip("|").split("|")


def drafted(bodies: Sequence[str], answers: dict[str, str] | None = None, known: Known | None = None) -> Draft:
    """The draft of a table with one row for each of `bodies`."""
    rows = "".join(f"公布{WORK[at]}。\t{body}\t{at + 1}月底前\n" for at, body in enumerate(bodies))
    return draft(read_document("a.txt", (HEAD + rows).encode()), WANTED, known or Known(), answers or {}, "2024-1")


def asked(made: Draft) -> list[str]:
    """Who is asked by each row."""
    return ["、".join(part.departments or [one.department or "" for one in task.assignments])
            for task in made.plan.tasks for part in task.deliverables]


def defaults(doubts: Sequence[Doubt]) -> list[tuple[str, str]]:
    return [(doubt.kind, doubt.choices[0].kind) for doubt in doubts if doubt.choices]


def test_four_rows_of_three_bodies_stay_with_their_own() -> None:
    cells = ["县水利局", "县环保局", "县水保局", "县水利局"]
    assert asked(drafted(cells)) == cells


@pytest.mark.parametrize("pair", PAIRS)
def test_real_bodies_a_letter_apart_are_two_however_often_they_stand(pair: str) -> None:
    first, second = pair.split()
    for cells in ([first, second], [first, second, first], [second, first, second], [first, second, first, second]):
        assert asked(drafted(cells)) == cells


@pytest.mark.parametrize("cells", [
    "县社保局 县医保局 县环保局 县环卫局",
    "县水利局 县水保局 县水务局 县商务局 县税务局",
    "县农业局 县林业局 县果业局 县渔业局 县牧业局",
    "县安监局 县药监局 县质监局 县市监局 县食药监局",
    "县城管局 县城建局 县住建局 县建设局 县规建局",
    "县统计局 县审计局 县会计局 县审批局",
    "县民政局 县民宗局 县路政局 县邮政局 县财政局",
    "东山镇 东川镇 西川镇 西山镇 南山镇",
])
def test_chains_and_crowds_stay_apart_in_any_order(cells: str) -> None:
    names = cells.split()
    for order in (names, names[::-1], [*names[2:], *names[:2]], [*names, *names]):
        assert asked(drafted(order)) == order


def test_no_two_bodies_that_districts_have_are_one_by_default() -> None:
    cores = [core for core in dict.fromkeys((*FUNCTIONS.values(), *sorted(LOCAL_FUNCTIONS))) if len(core) > 1]
    names = [f"县{core}局" for core in cores if FUNCTIONS.get(core, core) == core]
    bodies, doubts = read(names)
    assert len(names) > 300
    assert sorted(body.name for body in bodies.departments) == sorted(names)
    assert {kind for kind, _ in defaults(doubts)} <= {"merged-body", "short-name"}


@pytest.mark.parametrize("pair", MISPRINTS)
def test_a_misprint_that_stands_once_is_what_it_sounds_or_looks_like(pair: str) -> None:
    wrong, right = pair.split()
    for cells in ([right, wrong], [wrong, right], [right, right, wrong]):
        made = drafted(cells)
        assert asked(made) == [right] * len(cells)
        assert defaults(made.questions) == [("misprint-body", "one-body")]


@pytest.mark.parametrize("pair", MISPRINTS)
def test_what_has_duties_of_its_own_in_several_rows_is_no_misprint_by_default(pair: str) -> None:
    wrong, right = pair.split()
    made = drafted([right, wrong, right, wrong])
    assert asked(made) == [right, wrong, right, wrong]
    assert defaults(made.questions) == [("misprint-body", "two-bodies")]


def test_a_cell_merged_over_several_rows_is_one_place() -> None:
    rows = (row((Column.RESPONSIBLE, "县财政局"), number=2), *[row((Column.RESPONSIBLE, "县财正局"), number=3)] * 3)
    assert [body.name for body in read_rows(rows)[0].departments] == ["县财政局"]


@pytest.mark.parametrize("cells", [
    [row((Column.LEAD, "县财政局"), (Column.SUPPORTING, "县财正局"))], [row((Column.LEAD, "县财政局、县财正局"))]])
def test_two_names_in_one_row_are_two(cells: list[SourceRow]) -> None:
    bodies, doubts = read_rows(tuple(cells))
    assert len(bodies.departments) == 2
    assert defaults(doubts) == [("misprint-body", "two-bodies")]


def test_towns_listed_side_by_side_are_not_asked_about() -> None:
    assert kinds(read(["东山镇、东川镇、西川镇、清水镇"])[1]) == []


def test_a_short_spelling_joins_no_bureau_with_the_centre_of_the_same_work() -> None:
    known = Known("云山县", (Department("县疾控"),))
    for cells in (["县疾控", "县疾控局", "县疾控中心"], ["县疾控中心", "县疾控局", "县疾控"]):
        bodies, _ = read(cells, title="云山县2024年政务公开任务分工", known=known)
        assert len(bodies.departments) == 2


def test_what_may_be_a_misprint_of_two_is_neither_by_default() -> None:
    made = drafted(["县水务局", "县睡务局", "县税务局"])
    assert asked(made) == ["县水务局", "县睡务局", "县税务局"]
    assert defaults(made.questions) == [("misprint-body", "two-bodies")] * 2


def test_an_answer_about_a_misprint_of_two_leaves_the_two_apart() -> None:
    cells = ["县水务局", "县睡务局", "县税务局"]
    for question, heir in zip(drafted(cells).questions, ("县水务局", "县税务局"), strict=True):
        made = drafted(cells, {question.key: "one-body"})
        assert asked(made) == ["县水务局", heir, "县税务局"]


def test_two_misprints_of_one_body_are_both_that_body() -> None:
    assert asked(drafted(["县财政局", "县财正局", "县财政政局"])) == ["县财政局"] * 3


def test_two_misprints_of_a_body_that_stands_nowhere_are_one_body_with_one_name() -> None:
    made = drafted(["县财正局", "县财证局"])
    assert asked(made) == ["县财政局"] * 2
    assert [body.name for body in made.plan.departments] == ["县财政局"]


def test_without_sound_or_shape_the_office_is_asked_and_may_still_say_that_they_are_one() -> None:
    cells = ["县财政局", "县财务局"]
    made = drafted(cells)
    assert (asked(made), defaults(made.questions)) == (cells, [("misprint-body", "two-bodies")])
    assert asked(drafted(cells, {made.questions[0].key: "one-body"})) == ["县财政局"] * 2


def test_a_listed_body_takes_in_its_misprint_and_not_its_neighbour() -> None:
    known = Known("云山县", (Department("县竹业局"), Department("县医保局")))
    made = drafted(["县竹业局", "县竹叶局", "县社保局"], known=known)
    assert asked(made) == ["县竹业局", "县竹业局", "县社保局"]


def test_two_listed_bodies_that_sound_alike_are_not_asked_about() -> None:
    known = Known("云山县", (Department("县竹业局"), Department("县竹叶局")))
    made = drafted(["县竹业局", "县竹叶局"], known=known)
    assert (asked(made), made.questions) == (["县竹业局", "县竹叶局"], ())


def test_a_misprint_of_a_listed_spelling_is_that_listed_body() -> None:
    known = Known("云山县", (Department("县住房城乡建设局", ("县住建局",)),))
    assert asked(drafted(["县住健局"], known=known)) == ["县住房城乡建设局"]


def test_a_misprint_is_compared_with_every_spelling_of_a_listed_body() -> None:
    known = Known("云山县", (Department("县住建委", ("县住建局",)),))
    made = drafted(["县住建委", "县住建局", "县住健局"], known=known)
    assert asked(made) == ["县住建委"] * 3
    assert defaults(made.questions) == [("misprint-body", "one-body")]


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize(("cells", "kind"), [
    (["县财政局", "县财正局"], "misprint-body"), (["县住建局", "县住建委"], "same-body")])
def test_a_question_says_which_of_the_two_holds_until_it_is_answered(locale: str, cells: list[str], kind: str) -> None:
    apart, alike = ("两个单位", "同一个单位登记") if locale == "zh-CN" else ("as two bodies", "and")
    together = worded(texts(locale), one(read(["、".join(cells)])[1], kind))
    parted = worded(texts(locale), one(read(cells)[1], kind))
    assert apart in together and apart not in parted and alike in parted


def test_all_pairs_of_the_table_are_of_different_names() -> None:
    assert len(PAIRS) >= 40 and len(MISPRINTS) >= 15
    assert all(len(set(pair.split())) == 2 for pair in (*PAIRS, *MISPRINTS))
    assert not any({*one.split()} == {*other.split()} for one, other in combinations(PAIRS, 2))
