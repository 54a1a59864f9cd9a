"""Whose a document is: the district that its title or its letter-head names, beside the installation's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Place
from obligations.intake.source import Quote
from obligations.intake.whose import named_in, stranger

OURS = "临川市青河区"
TASKS = "2025年政务公开工作任务分工"


def other(title: str, *lines: str, ours: str = OURS) -> str:
    """The stranger that a title, or lines around the rows, name; "" for none."""
    found = stranger(title, map(Quote, lines), ours)
    return found[0] if found else ""


@pytest.mark.parametrize(("title", "name"), [
    (f"云江县{TASKS}", "云江县"),
    (f"单县{TASKS}", "单县"),
    (f"全椒县{TASKS}", "全椒县"),
    (f"临川市云江县{TASKS}", "临川市云江县"),
    (f"江岭省{TASKS}", "江岭省"),
    (f"南平市青河区{TASKS}", "南平市青河区"),
    (f"青河经济开发区{TASKS}", "青河经济开发区"),
    ("2025年云江县政务公开工作任务分工", "云江县"),
    ("关于印发《2025年云江县政务公开工作要点》的通知", "云江县"),
    ("中共云江县委办公室 云江县人民政府办公室关于印发2025年政务公开要点分工的通知", "云江县"),
    ("云江县人民政府办公室关于转发《临川市2025年政务公开工作要点》的通知", "云江县"),
    ("云江县教育局2025年政务公开任务分工", "云江县"),
    ("云江县深化基层政务公开2025年任务分工", "云江县"),
    ("云江 县２０２５年政务公开任务分工", "云江县"),
    ("2025年政务公开工作任务分工（云江县）", "云江县"),
    ("我市云江县2025年政务公开任务分工", "云江县"),
])
def test_another_district_in_the_title_is_found(title: str, name: str) -> None:
    assert other(title) == name


@pytest.mark.parametrize("title", [
    f"青河区{TASKS}", f"临川市青河区{TASKS}", f"江岭省临川市青河区{TASKS}", f"江岭省青河区{TASKS}",
    "青河区教育局2025年政务公开任务分工", "青河区学习云江县2025年政务公开经验任务分工",
    "青河区人民政府办公室关于转发江岭省2025年政务公开工作要点的通知", "2025年政务公开工作任务分工（青河区）"])
def test_our_own_name_in_any_form_is_no_stranger(title: str) -> None:
    assert other(title) == ""


@pytest.mark.parametrize("title", [
    f"临川市{TASKS}", f"江岭省临川市{TASKS}", "临川市人民政府办公室关于印发2025年政务公开要点分工的通知",
    "关于转发《临川市2025年政务公开工作要点》的通知"])
def test_the_city_that_we_lie_in_is_no_stranger(title: str) -> None:
    assert other(title) == ""


@pytest.mark.parametrize("title", [
    TASKS, f"全市{TASKS}", f"我区{TASKS}", f"本县{TASKS}", f"各县区{TASKS}", f"全市各县（市、区）{TASKS}",
    "2025年全县政务公开任务分工", "2025年城市政务公开任务分工", "2025年农村社区政务公开任务分工",
    "关于推进县区政务公开的2025年任务分工", "市场监管领域2025年政务公开任务分工", "市委市政府2025年政务公开任务分工",
    "关于转发省政府办公厅2025年政务公开工作要点的通知", "国务院办公厅关于印发2025年政务公开工作要点分工的通知"])
def test_words_for_any_district_name_none(title: str) -> None:
    assert (other(title), named_in(title)) == ("", "")


def test_a_district_without_its_city_is_told_by_what_it_is_called() -> None:
    assert other(f"临川市青河区{TASKS}", ours="青河区") == ""
    assert other(f"安东区{TASKS}", ours="临川市东区") == "安东区", "东区 is the end of another name there"
    assert other(f"临川市{TASKS}", ours="青河区") == "临川市", "nobody has said where 青河区 lies"


def test_where_the_title_names_nobody_the_letter_head_and_the_signature_do() -> None:
    assert other(TASKS, "云江县人民政府办公室文件", "各单位：") == "云江县"
    assert other(TASKS, "各单位：", "云江县政务公开领导小组办公室 2025年3月1日") == "云江县"
    assert other(TASKS, "云江县") == "云江县"
    assert other(TASKS, "云江县人民政府", "青河区人民政府") == "", "ours is named beside it"
    assert other(f"青河区{TASKS}", "云江县人民政府办公室") == "", "the title goes before"


@pytest.mark.parametrize("line", [
    "各镇人民政府，各街道办事处，区直各单位：", "各县区人民政府", "请转告云江县人民政府。", "镇区", "（一）城区",
    "联系人：云江县"])
def test_other_lines_say_nothing_about_who_issues(line: str) -> None:
    assert other(TASKS, line) == ""


def test_names_in_the_cells_of_a_table_are_no_letter_head() -> None:
    cells = [Quote("云江县", Place(table=1, row=2, column=1))]
    assert stranger(TASKS, cells, OURS) is None


def test_what_is_found_comes_with_its_words_and_place() -> None:
    head = Quote("云江县人民政府文件", Place(line=1))
    assert stranger(TASKS, [head], OURS) == ("云江县", head)


@given(st.text(alphabet="省市县区州旗盟全各我本青河云江政务公开关于印发2025年《》（） ", max_size=80))
def test_any_title_is_read_and_our_own_never_asked_about(words: str) -> None:
    assert other(f"{OURS}2025年{words}") == ""
    assert isinstance(other(words), str)
