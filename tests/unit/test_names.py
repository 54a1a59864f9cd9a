"""How a department is found by what people type: exactly, nearly, ambiguously, or not at all."""

from datetime import date

import pytest

from obligations.names import Ambiguous, Directory, Exact, How, Likely, Stage, Unknown, keys_of
from obligations.plan import Department, Succession


def became(name: str) -> Succession:
    """The body that took over in the reform of early 2019."""
    return Succession(name, date(2019, 3, 1))


DEPARTMENTS = (
    Department("区政府办公室", ("区政府办",), "池州市贵池区人民政府办公室"),
    Department("区政务公开办", ("区政务公开办公室",)),
    Department("区财政局"),
    Department("区民政局"),
    Department("区发改委", ("区发展改革委",), "贵池区发展和改革委员会"),
    Department("区商务局"),
    Department("区水务局", (), "", became("区水利局")),
    Department("区公安分局", (), "池州市公安局贵池分局"),
    Department("区文广新局", (), "", became("区文化和旅游局")),
    Department("区旅发委", (), "", became("区文化和旅游局")),
    Department("区教体局", (), "贵池区教育和体育局"),
    Department("区住建委", ("区住房城乡建委", "区住建局"), "", became("区住房和城乡建设局")),
    Department("区政府新闻办", ("区政府新闻办公室",)),
    Department("区安监局", ("区安全监管局",), "", became("区应急管理局")),
    Department("区编办", (), "区机构编制委员会办公室"),
)
NAMES = Directory(DEPARTMENTS, "池州市贵池区")


@pytest.mark.parametrize(("query", "name"), [
    ("区财政局", "区财政局"),
    (" 区财政局 ", "区财政局"),
    ("区　财 政局", "区财政局"),
    ("区財政局", "区财政局"),
    ("“区财政局”", "区财政局"),
    ("贵池区财政局", "区财政局"),
    ("池州市贵池区财政局", "区财政局"),
    ("贵池财政局", "区财政局"),
    ("区财政局\u200b", "区财政局"),
    ("区政府办", "区政府办公室"),
    ("贵池区人民政府办公室", "区政府办公室"),
    ("区发展改革委", "区发改委"),
    ("区发展和改革委员会", "区发改委"),
    ("区住房城乡建委", "区住建委"),
    ("区住建局", "区住建委"),
    ("池州市公安局贵池分局", "区公安分局"),
    ("区政务公开办公室", "区政务公开办"),
    ("区机构编制委员会办公室", "区编办"),
])
def test_name_alias_and_full_name_are_exact(query: str, name: str) -> None:
    assert NAMES.find(query) == Exact(name)
    assert NAMES.exact(query) == name


@pytest.mark.parametrize(("query", "name", "how"), [
    ("财政", "区财政局", How.CORE),
    ("财政局", "区财政局", How.CORE),
    ("財政局", "区财政局", How.CORE),
    ("区财政", "区财政局", How.CORE),
    ("县财政局", "区财政局", How.CORE),
    ("发改委", "区发改委", How.CORE),
    ("发展改革局", "区发改委", How.CORE),
    ("公安局", "区公安分局", How.CORE),
    ("政府", "区政府办公室", How.CORE),
    ("公开办", "区政务公开办", How.CORE),
    ("新闻办", "区政府新闻办", How.CORE),
    ("caizhengju", "区财政局", How.PINYIN),
    ("quczj", "区财政局", How.INITIALS),
    ("qucaizhengju", "区财政局", How.PINYIN),
    ("caizheng", "区财政局", How.PINYIN),
    ("Cai Zheng Ju", "区财政局", How.PINYIN),
    ("ｃａｉｚｈｅｎｇ", "区财政局", How.PINYIN),
    ("lvfawei", "区旅发委", How.PINYIN),
    ("lufawei", "区旅发委", How.PINYIN),
    ("czj", "区财政局", How.INITIALS),
    ("CZJ", "区财政局", How.INITIALS),
    ("qczj", "区财政局", How.INITIALS),
    ("区czj", "区财政局", How.INITIALS),
    ("fgw", "区发改委", How.INITIALS),
    ("区财正局", "区财政局", How.TYPO),
    ("区政财局", "区财政局", How.TYPO),
    ("财正局", "区财政局", How.TYPO),
    ("区财局", "区财政局", How.TYPO),
    ("区教育局", "区教体局", How.CORE),
    ("区教题局", "区教体局", How.TYPO),
    ("caizehngju", "区财政局", How.TYPO),
    ("caizhengjv", "区财政局", How.TYPO),
    ("区水利局", "区水务局", How.SUCCESSOR),
    ("贵池区应急管理局", "区安监局", How.SUCCESSOR),
])
def test_clear_winner_is_likely_and_never_written(query: str, name: str, how: How) -> None:
    found = NAMES.find(query)
    assert isinstance(found, Likely)
    assert (found.name, found.how) == (name, how)
    assert NAMES.exact(query) is None


@pytest.mark.parametrize(("query", "candidates"), [
    ("区税务局", ("区商务局", "区水务局")),
    ("swj", ("区商务局", "区水务局")),
    ("区文化和旅游局", ("区文广新局", "区旅发委")),
    ("区政局", ("区财政局", "区民政局")),
])
def test_equally_good_names_are_left_to_the_person(query: str, candidates: tuple[str, ...]) -> None:
    assert NAMES.find(query) == Ambiguous(candidates)
    assert NAMES.exact(query) is None


@pytest.mark.parametrize("query", [
    "", " ", "。", "x", "区", "局", "完全不同的话", "41", "区政府各部门", "区政府有关部门", "区政府相关部门",
    "各部门", "区直单位",
    "区" * 5_000, "\u202e", "zzzzzzzz", "财", "q",
])
def test_what_is_no_department_is_unknown(query: str) -> None:
    assert isinstance(NAMES.find(query), Unknown)
    assert NAMES.exact(query) is None


def test_unknown_name_comes_with_similar_ones() -> None:
    found = NAMES.find("区农政部")
    assert isinstance(found, Unknown)
    assert found.suggestions[:2] == ("区财政局", "区民政局")
    assert len(found.suggestions) <= 3


def test_winner_names_those_that_come_close() -> None:
    found = NAMES.find("区财正局")
    assert isinstance(found, Likely)
    assert "区民政局" in found.others and "区财政局" not in found.others


def test_own_name_beats_being_somebodys_successor() -> None:
    both = Directory((*DEPARTMENTS, Department("区水利局")))
    assert both.find("区水利局") == Exact("区水利局")


def test_own_name_beats_another_departments_alias() -> None:
    both = Directory((Department("区信息办", ("区政务服务中心",)), Department("区政务服务中心")))
    assert both.exact("区政务服务中心") == "区政务服务中心"


def test_alias_of_two_departments_is_no_exact_name() -> None:
    both = Directory((Department("区甲局", ("区共用办",)), Department("区乙局", ("区共用办",))))
    assert both.find("区共用办") == Ambiguous(("区甲局", "区乙局"))
    assert both.exact("区共用办") is None


def test_core_of_two_departments_is_ambiguous_in_the_plans_order() -> None:
    both = Directory((Department("区信息中心"), Department("区信息办")))
    assert both.find("信息") == Ambiguous(("区信息中心", "区信息办"))


def test_district_without_a_known_name_strips_nothing() -> None:
    assert Directory(DEPARTMENTS).exact("贵池区财政局") is None
    assert Directory(DEPARTMENTS).exact("区财政局") == "区财政局"


def test_empty_directory_knows_nobody() -> None:
    assert Directory(()).find("区财政局") == Unknown()


def test_keys_tell_under_what_a_department_is_found() -> None:
    assert keys_of(DEPARTMENTS[6]) == {
        (Stage.NAME, "区水务局"), (Stage.SUCCESSOR, "区水利局"), (Stage.CORE, "水务")}
    assert (Stage.ALIAS, "区人民政府办公室") in keys_of(DEPARTMENTS[0], "池州市贵池区")
