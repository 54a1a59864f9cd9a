"""A row whose cells list several things side by side: one by one, or all of it for each, as the office says."""

import pytest

from tests.unit.intake.tables import PLAIN, answered, doubts, everything, kinds, read, table, who, words

TASKS = "1.公布水价；2.公布票价；3.公布线路"
BODIES = "1.县水利局；2.县文旅局；3.县交通局"


def asked(task: str, bodies: str, time: str = "6月底前") -> list[tuple[str, str]]:
    """What is asked about such a row: the cell, and the first choice."""
    blocks = table(PLAIN, ("1", task, bodies, time), ("2", "公布目录", "县档案馆", "9月底前"))
    return [(one.quote.text, one.choices[0].id) for one in doubts(blocks) if one.kind == "cells-paired"]


@pytest.mark.parametrize(("task", "bodies"), [
    (TASKS, BODIES), (TASKS.replace("；", "\n"), BODIES.replace("；", "\n")), (TASKS, BODIES.replace("；", "、")),
    (TASKS, BODIES.replace("；", " ")), ("①公布水价②公布票价③公布线路", "①县水利局②县文旅局③县交通局"),
    ("（1）公布水价。（2）公布票价。（3）公布线路。", "(1)县水利局\n(2)县文旅局\n(3)县交通局")])
def test_things_of_the_same_numbers_belong_together_and_are_asked(task: str, bodies: str) -> None:
    one = table(PLAIN, ("1", task, bodies, "6月底前"), ("2", "公布目录", "县档案馆", "9月底前"))
    found = read(one)
    assert [who(found, at) for at in range(3)] == [
        [("responsible", "县水利局")], [("responsible", "县文旅局")], [("responsible", "县交通局")]]
    assert "公布水价" in words(found)[0][0] and words(found)[2][1] == "6月底前"
    assert (asked(task, bodies), [row.number for row in found.rows]) == ([(bodies, "one-to-one")], ["1", "1", "1", "2"])
    assert task[:5] in everything(found) and bodies in everything(found)


def test_the_office_may_say_that_each_is_asked_of_all() -> None:
    one = table(PLAIN, ("1", TASKS, BODIES, "6月底前"))
    found = answered(lambda doubt: "all-to-each" if doubt.kind == "cells-paired" else None, one)
    assert (words(found), who(found)) == ([(TASKS, "6月底前")], [("responsible", BODIES)])


def test_times_belong_to_their_things_too() -> None:
    found = read(table(PLAIN, ("1", TASKS, "县水利局\n县文旅局\n县交通局", "5月底前\n7月底前\n9月底前")))
    assert [time for _, time in words(found)] == ["5月底前", "7月底前", "9月底前"]
    assert who(found, 2) == [("responsible", "县交通局")]
    times = read(table(PLAIN, ("1", TASKS, "县水利局", "1.5月底前；2.7月底前；3.9月底前")))
    assert [time for _, time in words(times)] == ["5月底前", "7月底前", "9月底前"]


@pytest.mark.parametrize(("task", "bodies"), [
    (TASKS, "县水利局\n县文旅局\n县交通局"), ("公布水价\n公布票价", "县水利局\n县文旅局")])
def test_as_many_lines_as_things_are_asked_and_stay_together(task: str, bodies: str) -> None:
    assert asked(task, bodies) == [(bodies, "all-to-each")]
    assert len(read(table(PLAIN, ("1", task, bodies, "6月底前"))).rows) == 1


def test_bodies_in_several_columns_are_paired_each() -> None:
    head = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
    found = read(table(head, ("1", TASKS, BODIES, "县司法局", "6月底前")))
    assert who(found, 1) == [("lead", "县文旅局"), ("supporting", "县司法局")]


def test_the_requirement_is_what_is_taken_apart() -> None:
    head = ("序号", "工作任务", "具体要求", "责任单位", "完成时限")
    found = read(table(head, ("1", "价格公开", TASKS, BODIES, "6月底前")))
    assert [(row.content.text, row.requirement.text) for row in found.rows][1] == ("价格公开", "2.公布票价；")


@pytest.mark.parametrize(("task", "bodies"), [
    ("公布水价\n公布票价", "县水利局、\n县文旅局"), (TASKS, "县水利局、县文旅局、县交通局"),
    ("公布水价", "县水利局\n县文旅局"),
    ("公布水价\n公布票价", "县水利\n局"), (TASKS, "县水利局\n县文旅局")])
def test_cells_that_list_nothing_side_by_side_ask_nothing(task: str, bodies: str) -> None:
    assert kinds(table(PLAIN, ("1", task, bodies, "6月底前"))) == []


def test_numbers_that_do_not_fit_are_shown() -> None:
    for task in ("公布各类价格", "1.公布水价；2.公布票价"):
        shown = [one for one in doubts(table(PLAIN, ("1", task, BODIES, "6月底前"))) if one.kind == "cells-unpaired"]
        assert [(one.quote.text, one.values["task"]) for one in shown] == [(BODIES, task)]
