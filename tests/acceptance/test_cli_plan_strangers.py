"""`gongkai plan` with a document of another county: import says so, and only an answer lets it into force."""

from pathlib import Path

from openpyxl import load_workbook

from tests.acceptance.terminal import Terminal

TABLE = """
| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 公布县级预算和说明。 | 县财政局 | 2026年9月30日前 |

各单位于11月30日前将工作总结报送县政务公开办。
"""
OURS = ("--district", "临川市青河区")


def imported(terminal: Terminal, title: str, name: str = "分工.md") -> str:
    """What importing a document of this title prints."""
    (terminal.folder / name).write_text(f"# {title}\n\n（2026年3月2日）\n{TABLE}", encoding="utf-8")
    shown = terminal("plan", "import", name, *OURS)
    assert (shown.code, shown.err) == (0, "")
    return shown.out


def answer(folder: Path, words: str) -> str:
    """The review workbook with an answer to the question whose it is."""
    book = load_workbook(folder / "核对表-2026-1.xlsx")
    asked = next(row for row in book["问题"].iter_rows() if any("发错了" in str(cell.value) for cell in row))
    asked[6].value = words
    book.save(folder / "改好.xlsx")
    return "改好.xlsx"


def test_another_countys_document_is_asked_about_and_cannot_be_put_in_force(terminal: Terminal) -> None:
    assert "待确认问题 1 个" in imported(terminal, "云江县2026年政务公开任务分工")
    shown = terminal("plan", "questions").out
    assert "这里写的是“云江县”，本单位是“临川市青河区”的" in shown and "不是我们的，不启用" in shown
    assert "写的是别的县区，没有启用" in terminal.refused("plan", "activate")
    assert "写的是别的县区，没有启用" in terminal.refused("plan", "activate", "2026-1")


def test_an_answer_that_it_is_ours_lets_it_into_force(terminal: Terminal) -> None:
    imported(terminal, "云江县2026年政务公开任务分工")
    assert terminal("plan", "import", answer(terminal.folder, "不是我们的，不启用")).code == 0
    assert "写的是别的县区，没有启用" in terminal.refused("plan", "activate")
    shown = terminal("plan", "import", answer(terminal.folder, "是我们的，照用"))
    assert shown.code == 0 and "待确认问题 0 个" in shown.out, shown.err
    assert "已启用 云江县2026年政务公开任务分工" in terminal("plan", "activate").out


def test_another_district_cannot_be_claimed_beside_the_file_either(terminal: Terminal) -> None:
    imported(terminal, "青河区2026年政务公开任务分工")
    for claimed in ("云江县", "青河区"):
        said = terminal.refused("plan", "import", "分工.md", "--district", claimed)
        assert "这里是临川市青河区" in said and "去掉 --district" in said
    assert terminal("plan", "import", "分工.md").out.startswith("和已导入的一样")


def test_our_own_document_and_the_citys_are_put_in_force_without_asking(terminal: Terminal) -> None:
    for number, title in enumerate(("青河区2026年政务公开任务分工", "临川市2026年政务公开任务分工"), 1):
        assert "待确认问题 0 个" in imported(terminal, title, f"{number}.md")
        assert terminal("plan", "activate", f"2026-{number}").code == 0
