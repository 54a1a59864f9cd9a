"""What `gongkai plan` shows of a plan: who is asked and when, what is remarked on, and which version is newer."""

import pytest

from tests.acceptance.terminal import Terminal
from tests.acceptance.test_cli_plan_document import LATER, ROWS, SEED, markdown, put

TASK = {"key", "printed", "section", "text", "deadline_cell", "deliverables"}
PART = {"key", "title", "departments", "groups", "rule", "where"}
NOBODY = ["4", "政策解读", "及时公布解读材料。", "县政府有关部门", "全年"]


@pytest.fixture
def plan(terminal: Terminal) -> Terminal:
    """A terminal where the small plan was imported."""
    assert terminal("plan", "import", put(terminal, "分工.md", markdown([*ROWS, NOBODY]))).code == 0
    return terminal


def test_each_deliverable_stands_with_whom_it_is_asked_of_and_when(plan: Terminal) -> None:
    lines = plan("plan", "show").out.split("\n")
    at = lines.index("  · 公布县级预算和说明：县财政局")
    assert lines[at + 1] == "    时限：2026-09-30 前"
    assert "    时限：县政府常务会议结束后 3 个工作日内" in lines
    assert sum(line.startswith("    时限：") for line in lines) == sum(line.startswith("  · ") for line in lines) == 4


def test_deliverable_that_nobody_is_asked_for_is_not_said_to_follow_an_event(plan: Terminal) -> None:
    assert "  · 及时公布解读材料：还没有定派给谁\n    时限：每季度（系统默认）" in plan("plan", "show").out


def test_handwritten_plan_shows_its_checks_and_steps(office: Terminal) -> None:
    shown = office("plan", "show").out
    assert "    时限：2018-07-31 前或 2018-08-31 前：试点验收；2018-08-31 前或" in shown
    assert "    时限：发布前核对：涉及公共利益或公众权益吗；" in shown
    assert "会议议定政策的全文：登记事项时指定单位\n    时限：会议信息已发布后 3 个工作日内" in shown


def test_plan_is_shown_to_programs(plan: Terminal) -> None:
    shown = plan("plan", "show", "2026-1", "--json").json
    assert (shown["key"], shown["status"], shown["year"], shown["in_force"]) == ("2026-1", "draft", 2026, "2026-03-02")
    assert all(set(task) == TASK and all(set(part) == PART for part in task["deliverables"]) for task in shown["tasks"])
    assert [part["rule"] for task in shown["tasks"] for part in task["deliverables"]] == [
        "2026-09-30 前", "2026-10-31 前", "县政府常务会议结束后 3 个工作日内", "每季度（系统默认）"]
    assert shown["tasks"][0]["deliverables"][0]["departments"] == ["县财政局"]


def test_remarks_come_after_the_questions_with_their_place_and_words(terminal: Terminal) -> None:
    terminal("plan", "import", str(SEED))
    asked, _, noted = terminal("plan", "questions").out.partition("\n提示 ")
    assert "第 1 问 · R" in asked and "系统默认" in asked and "系统默认" not in noted
    assert noted.split("\n")[0].endswith(" 处，不用答，请看一看：")
    assert "R05 · 第 42 行：序号“3”用了两次，在第 4 条和第 5 条。\n    原文：“3”\n" in noted
    assert noted.count("原文：“") == int(noted.split()[0]) > 15


def test_handwritten_plan_ends_with_its_questions(office: Terminal) -> None:
    assert "提示" not in office("plan", "questions").out


def test_older_draft_is_put_in_force_by_its_code_only_and_the_newer_one_is_named(plan: Terminal) -> None:
    plan("plan", "import", put(plan, "新.md", markdown(LATER)))
    older = plan("plan", "activate", "2026-1")
    assert older.code == 0 and "注意：还有更新的草稿 2026-2；要用它，请启用 2026-2。" in older.out.split("\n")
    newer = plan("plan", "activate")
    assert "注意" not in newer.out and "· 启用中 ·" in plan("plan", "show", "2026-2").out
    back = plan("plan", "activate", "2026-1")
    assert "注意：正在执行的 2026-2 比 2026-1 新，启用 2026-1 是换回旧的。" in back.out.split("\n")
