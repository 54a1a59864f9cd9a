"""Makes the 任务分工 that is measured: thousands of rows as offices write them, as a workbook and as a Word file.

Seven columns; categories merged over twenty rows, some tasks over two; thirty departments; every kind of deadline.
Every second row asks for something in words of its own (100–200 characters), the others share a few hundred shorter
texts. The same number of rows gives the same document, always.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from random import Random

import docx
import xlsxwriter
from docx.oxml.parser import parse_xml

SEED, SHARED_TEXTS, SECTION_ROWS = 20250301, 300, 20
TITLE = "云江县2025年政务公开重点工作任务分工"
HEADER = ("序号", "工作类别", "重点任务", "具体要求", "牵头单位", "配合单位", "完成时限")
WIDTHS = (6, 16, 24, 60, 18, 24, 16)
DEPARTMENTS = (
    "县政府办公室", "县发展改革委", "县教育局", "县科技局", "县工业和信息化局", "县公安局", "县民政局", "县司法局",
    "县财政局", "县人力资源社会保障局", "县自然资源局", "县生态环境局", "县住房城乡建设局", "县交通运输局", "县水利局",
    "县农业农村局", "县商务局", "县文化旅游局", "县卫生健康委", "县退役军人事务局", "县应急管理局", "县审计局",
    "县市场监管局", "县统计局", "县医疗保障局", "县城市管理局", "县数据资源局", "县信访局", "县林业局", "县税务局")
GROUPS = ("各乡镇", "县政府各部门", "县政府有关部门")
DEADLINES = ("全年", "2025年6月底前", "12月31日前", "年底前", "每季度", "9月底前", "2025年11月30日前", "每月10日前",
             "上半年", "3月底前、9月底前", "长期坚持", "第三季度")
TIMES = ("信息形成之日起20个工作日内", "会议结束后5个工作日内", "每季度末月25日前", "2025年10月底前",
         "文件印发后3个工作日内")
TOPICS = ("农村道路管护", "校园食堂抽检", "临时救助发放", "公租房轮候", "集中供水改造", "河道采砂许可", "高标准农田",
          "门诊慢特病待遇", "老旧电梯更新", "安置房交付", "农机购置补贴", "夜间施工许可", "公益性岗位", "招标投标监管",
          "非遗展演场次", "森林防火巡护", "预算绩效评价", "政府投资项目", "惠企资金兑付", "固定资产调查")
ACTS = ("逐项列出", "依次核实", "分类公布", "集中展示", "及时补录", "核对后发布", "用图表说明", "同步推送")
THINGS = ("办理条件和所需材料", "资金来源与拨付进度", "受理窗口及咨询电话", "检查结果和整改情况", "对象名单与评定标准",
          "合同金额和履约评价", "政策原文及问答材料", "年度目标和完成比例", "申诉渠道与答复时限",
          "项目地点、规模和工期")
PLACES = ("县政府网站相应栏目", "政务服务大厅显示屏", "村（居）务公开栏", "县融媒体中心客户端", "部门公示墙",
          "政务新媒体账号")
AIMS = ("方便群众查询比对", "接受社会各界监督", "减少企业反复询问", "做到数据前后一致", "避免同一事项多头发布",
        "让基层办事有据可依")
Merge = tuple[int, int, int]        # column, first row, last row, from 0


@dataclass(frozen=True, slots=True)
class LargePlan:
    """The rows under the header, and which of their cells reach down over others, whose words are empty."""

    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...]


def large_plan(number: int) -> LargePlan:
    """The plan with `number` rows."""
    chance = Random(SEED)
    shared = [_sentence(chance, 30) for _ in range(min(SHARED_TEXTS, number))]
    merges = tuple(_merges(chance, number))
    covered = {(row, column) for column, first, last in merges for row in range(first + 1, last + 1)}
    rows = (_row(chance, at, shared) for at in range(number))
    return LargePlan(tuple(tuple("" if (at, column) in covered else words for column, words in enumerate(row))
                           for at, row in enumerate(rows)), merges)


def workbook(plan: LargePlan) -> bytes:
    """The plan as an .xlsx with frames and wrapped lines."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("任务分工")
    framed = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体"})
    sheet.merge_range(0, 0, 0, len(HEADER) - 1, f"{TITLE}表", framed)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for at, row in enumerate((HEADER, *plan.rows), 1):
        for column, words in enumerate(row):
            sheet.write(at, column, words, framed)
    for column, first, last in plan.merges:
        sheet.merge_range(first + 2, column, last + 2, column, plan.rows[first][column], framed)
    book.close()
    return target.getvalue()


def word(plan: LargePlan) -> bytes:
    """The plan as a .docx, its table with the marks that Word itself would write around each cell."""
    made = docx.Document()
    made.add_paragraph(f"{TITLE}表")
    starts = {(first, column) for column, first, _ in plan.merges}
    covered = {(row, column) for column, first, last in plan.merges for row in range(first + 1, last + 1)}
    rows = [_word_row(HEADER, ["" for _ in HEADER])]
    for at, row in enumerate(plan.rows):
        rows.append(_word_row(row, ['<w:vMerge w:val="restart"/>' if (at, column) in starts else
                                    "<w:vMerge/>" if (at, column) in covered else "" for column in range(len(row))]))
    grid = "".join(f'<w:gridCol w:w="{width * 90}"/>' for width in WIDTHS)
    table = (f'<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:tblPr>'
             f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
             f'{"".join(rows)}</w:tbl>')
    made.element.body.insert(1, parse_xml(table))
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _word_row(row: tuple[str, ...], merged: list[str]) -> str:
    cells = "".join(_word_cell(words, mark, width) for words, mark, width in zip(row, merged, WIDTHS, strict=True))
    return f'<w:tr w:rsidR="00A41F0C"><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>'


def _word_cell(words: str, merged: str, width: int) -> str:
    look = '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr>'
    run = f"<w:r>{look}<w:t>{escape(words)}</w:t></w:r>" if words else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width * 90}" w:type="dxa"/>{merged}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:jc w:val="left"/>{look}</w:pPr>{run}</w:p></w:tc>')


def _merges(chance: Random, number: int) -> Iterator[Merge]:
    for first in range(0, number - 1, SECTION_ROWS):
        yield 1, first, min(first + SECTION_ROWS, number) - 1
    for first in range(0, number - 1, 10):
        if chance.random() < 0.5:
            yield 2, first, first + 1
            yield 6, first, first + 1


def _row(chance: Random, at: int, shared: list[str]) -> tuple[str, ...]:
    section = f"{TOPICS[at // SECTION_ROWS % len(TOPICS)]}信息公开"
    text = chance.choice(shared) if at % 2 else _long(chance, at)
    lead = chance.choice(DEPARTMENTS)
    others = chance.sample(DEPARTMENTS, chance.choice((0, 1, 2, 3)))
    helping = "、".join(others) if others else chance.choice(("", *GROUPS))
    task = f"推进{chance.choice(TOPICS)}领域{chance.choice(THINGS)}公开"
    return str(at + 1), section, task, text, lead, helping, chance.choice(DEADLINES)


def _long(chance: Random, at: int) -> str:
    """100–200 characters that no other row has; one in six in numbered items, one in five with a time of its own."""
    found = f"围绕第{at + 1}号民生事项，" if chance.random() < 0.5 else f"对照清单第{at + 1}条，"
    if chance.random() < 0.2:
        found += f"在{chance.choice(TIMES)}"
    items = chance.random() < 0.16
    for number in range(1, 5):
        if len(found) < 100:
            found += f"{number}." * items + _sentence(chance, 30)
    return found


def _sentence(chance: Random, least: int) -> str:
    found = f"{chance.choice(ACTS)}{chance.choice(TOPICS)}的{chance.choice(THINGS)}"
    while len(found) < least:
        found += f"，{chance.choice(('在' + chance.choice(PLACES) + '公布', chance.choice(AIMS)))}"
    return found + "。"
