"""An installation of two districts at the terminal: every command is about one, which is named where both could be."""

from pathlib import Path

import pytest

from tests.acceptance.terminal import GUICHI, Terminal

OTHER = "云溪市青山县"


@pytest.fixture
def two(office: Terminal) -> Terminal:
    """The plan of Guichi in force, and beside it that of another district."""
    words = GUICHI.read_text(encoding="utf-8").replace('district = "池州市贵池区"', f'district = "{OTHER}"')
    (office.folder / "theirs.toml").write_text(words, encoding="utf-8")
    assert office("plan", "import", "theirs.toml").code == 0
    return office


@pytest.mark.parametrize("words", [
    ("status", "区财政局"), ("preview", "--on", "2018-07-30"), ("plan", "show"), ("plan", "questions"),
    ("plan", "diff"), ("plan", "activate"), ("departments", "list"), ("departments", "invite"),
    ("departments", "succeed", "区财政局", "区审计局", "--on", "2018-07-30"), ("event", "kinds"),
    ("event", "add", "--kind", "meeting", "--on", "2018-07-30"), ("invite", "--role", "office"),
])
def test_where_two_could_be_meant_the_name_is_asked_for(two: Terminal, words: tuple[str, ...]) -> None:
    assert two.refused(*words) == f"这里有几个区县：池州市贵池区、{OTHER}。请加上 --district 名称。"


def test_the_named_district_is_meant(two: Terminal) -> None:
    assert "池州" not in two("plan", "show", "--district", OTHER).out.splitlines()[0]
    assert two("status", "区财政局", "--district", "池州市贵池区").code == 0
    assert two.refused("status", "区财政局", "--district", OTHER) == two.refused("preview", "--on", "2018-07-30",
                                                                          "--district", OTHER)
    assert two("plan", "activate", "--district", OTHER).code == 0
    assert two("status", "区财政局", "--district", OTHER).code == 0


def test_an_unknown_district_is_one_sentence(two: Terminal) -> None:
    said = two.refused("status", "区财政局", "--district", "没有区")
    assert said == f"没有叫“没有区”的区县，现有：池州市贵池区、{OTHER}。"


def test_doctor_looks_at_each(two: Terminal) -> None:
    two("plan", "activate", "--district", OTHER)
    assert two("doctor").out.count("启用中的任务分工") == 2


def test_a_document_goes_to_the_district_that_it_names(two: Terminal, tmp_path: Path) -> None:
    (two.folder / "要点.txt").write_text(
        f"{OTHER}2019年政务公开任务分工\n{OTHER}人民政府办公室\n2019年3月1日\n"
        "工作任务\t责任单位\t完成时限\n公开财政预算\t县财政局\t2019年6月30日前\n", encoding="utf-8")
    assert two("plan", "import", "要点.txt").code == 0
    assert "2019" in two("plan", "show", "--district", OTHER, "2019-1").out
    assert "2019-1" in two.refused("plan", "show", "--district", "池州市贵池区", "2019-1")
