"""Every doubt and refusal that reading the rows can raise has its words, with no value that it is not given."""

import re
from pathlib import Path

import pytest

from locales.catalogue import LOCALES, texts
from obligations.errors import Refusal
from obligations.intake.document import Document, Paragraph, Place, Stands
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.rows.rows import read_rows
from tests.unit.intake.tables import PLAIN, Block, doubts, faults, table

ROOT = Path(__file__).parents[3]
HEAD = ("序号", "任务", "具体要求", "完成标准", "责任单位", "时限", "涉密", "")
DOUBTFUL: tuple[tuple[Block, ...], ...] = (
    (table(HEAD, ("1", "甲事", "公布甲", "好", "县司法局", "6月底前", "否", "某"), ("3", "乙事", "", "", "", ""),
           ("3", "丙事"),
           ("注：丙",), ("", "丁"), ("9",), hidden=[2]), table(("2", "甲事", *[""] * 5, "某"), number=2), "二、丙",
     table(("2", "甲事", *[""] * 5, "某"), number=3), table(("甲", "乙"), number=4)),
    (table(PLAIN, ("1", "甲事", "县司法局", "全年"), ("2", "乙事", "", ""), known=False),),
    (table(PLAIN, ("1", "甲事", "县司法局", "6月"), ("2", "乙事", "", ""), known=False),),
    ("1.甲事（责任单位：县司法局）。后记", "2.乙事", table(("工作任务", "重点内容", "对接部门"), ("一", "甲事",
        "县司法局"))),
    (table(("序号", "工作任务", "重点内容", "具体要求", "责任单位"), ("1", "甲", "甲事", "公布甲", "县司法局"),
           ("", "甲", "乙事", "公布乙", "县司法局"), ("3", "甲", "", "公布丙", "县司法局")),),
    (table(("工作任务", "牵头单位", "配合单位"), ("甲事", "各镇", ""), merged=[(1, 1, 1, 2)], hidden=[0, 1]),),
    (table(("工作任务", "甲事（县司法局配合）"), ("责任单位", "县财政局"), ("备注", "6月底前报送")),
     "年底前报送总结。"),
    ("要点", "责任单位：县司法局", "1.甲事"),
    ("要点", "1.甲事", "责任单位：县司法局", "重点：乙", "重点地段：乙", "时限：6月", "2.丙事。责任单位：县司法局",
     "县财政局", "3.丁事（责任单位：县司法局）"),
    (table(PLAIN, ("1", "1.甲；2.乙", "1.县司法局；2.县财政局", "全年"),
           ("2", "丙", "1.县司法局；2.县财政局", "全年")),),
)
REFUSED: tuple[tuple[Block, ...], ...] = (
    ("",), ("甲",), (table(("责任单位", "得分"), ("甲", "乙")),), (table(("任务", "责任单位及时限"), ("甲", "乙")),),
    (table(PLAIN, ("", "", "县司法局")),), (table(PLAIN, ("1", "甲事", "6月", "县司法局")),), ("责任单位：县司法局",),
    ("1.（责任单位：县司法局）",), (table(*[(str(at), "公布行政检查的计划和结果", "县司法局") for at in range(4)]),),
    (table(("任务", "责任单位", "任务", "责任单位"), ("甲事", "县司法局", "乙事", "县财政局")),),
    (table(("任务", "责任单位", "春", "夏", "秋"), ("甲事", "县司法局", "", "", "")),),
)
BESIDE = Document("a.docx", (
    table(PLAIN, ("1", "甲事", "县司法局", "全年")), Paragraph("改为县财政局", Place(line=1), Stands.COMMENT),
    Paragraph("由县财政局牵头", Place(line=1), Stands.NOTE)))
ASKED = Inquiry({})
read_rows(BESIDE, ASKED)
FOUND = [*ASKED.doubts, *(doubt for blocks in DOUBTFUL for doubt in doubts(*blocks))]
FAULTS = [fault for blocks in REFUSED for fault in faults(*blocks)]
KEYS = re.findall(r"^([\w-]+) =", (ROOT / "locales" / "zh-CN" / "intake-rows.ftl").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("doubt", FOUND, ids=lambda doubt: doubt.kind)
def test_a_doubt_and_its_choices_have_words(doubt: Doubt, locale: str) -> None:
    assert texts(locale)(f"doubt-{doubt.kind}", **doubt.values)
    assert all(texts(locale)(f"choice-{choice.kind}", value=choice.value) for choice in doubt.choices)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.key)
def test_a_refusal_has_words_that_name_what_was_found(fault: Refusal, locale: str) -> None:
    assert isinstance(fault.values["place"], Place)
    assert str(fault.values["quote"]) in texts(locale)(fault.key, **fault.values)


def test_no_words_are_there_in_vain() -> None:
    used = {f"doubt-{doubt.kind}" for doubt in FOUND} | {fault.key for fault in FAULTS}
    used |= {f"choice-{choice.kind}" for doubt in FOUND for choice in doubt.choices}
    # A column hidden alone, and a heading read as a requirement, are shown in tests of their own.
    assert set(KEYS) - used <= {"doubt-column-hidden", "doubt-heading-as-requirement"}
