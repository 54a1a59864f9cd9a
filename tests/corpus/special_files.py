"""Files that exist in one format only: a page of a government's site, a workbook with two sheets, typed Markdown."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter

from tests.corpus.shapes import Row, grid, rows
from tests.corpus.writers import html_table


@dataclass(frozen=True, slots=True)
class File:
    """A file with the rows that a careful reader finds, and kinds of doubts about the whole."""

    name: str
    content: bytes
    rows: tuple[Row, ...]
    asked: tuple[str, ...] = ()


def _page() -> bytes:
    """Menus and columns made of tables, the document's table inside, a script, a footer."""
    table = html_table(grid("""
        序号 | 任务 | 责任单位 | 完成时限
        1 | 公布防汛责任人名单。 | 县水利局 | 5月15日前
        2 | 公布耕地地力补贴资金。 | 县农业农村局、县财政局 | 6月底前
        3 | 公布医疗机构校验结果。 | 县卫健局 | 每季度
        """))
    menu = "".join(f"<td><a href='#'>{word}</a></td>" for word in ("首页", "信息公开", "政务服务", "互动交流"))
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>石门县人民政府</title>
    <style>td {{ color: #333 }}</style><script>var x = "责任单位：没有";</script></head><body>
    <table width="100%" id="menu"><tr>{menu}</tr></table>
    <table width="100%"><tr><td class="left"><div>当前位置：首页 &gt; 信息公开</div></td></tr>
    <tr><td><h1>石门县2022年政务公开任务分工</h1><p>发布日期：2022-03-30　浏览次数：<span>128</span></p>
    {table}</td></tr></table>
    <div class="footer">主办：石门县人民政府办公室　网站标识码：0000000000</div>
    <div class="footer">承办：石门县数据局</div></body></html>""".encode()


def _workbook() -> bytes:
    """Two sheets, dates as dates in two formats, numbers as numbers, a hidden row, a hidden sheet of options."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    first, second, options = (book.add_worksheet(name) for name in ("重点任务", "民生任务", "选项"))
    first.merge_range(0, 0, 0, 4, "柳溪区2023年政务公开重点任务")
    for sheet, line in ((first, 1), (second, 0)):
        sheet.write_row(line, 0, ("序号", "任务", "牵头单位", "配合单位", "完成时限"))
    first.write_row(2, 0, (1, "公布征迁补偿标准。", "区自然资源分局", "区财政局"))
    first.write_datetime(2, 4, date(2023, 6, 30), book.add_format({"num_format": "yyyy年m月d日"}))
    first.write_row(3, 0, (2, "公布供排水水质检测结果。", "区水务局", ""))
    first.write_datetime(3, 4, date(2023, 3, 31), book.add_format({"num_format": 14}))
    first.write_row(4, 0, (3, "（已取消）公布旧版目录。", "区档案馆", "", "6月底前"))
    first.set_row(4, None, None, {"hidden": True})
    second.write_row(1, 0, (1, "公布校园食堂检查结果。", "区教育局", "区市场监管局", "每月"))
    second.write_row(2, 0, (2, "公布社保基金监督情况。", "区人社局", "", "2023-11-15"))
    options.write_column(0, 0, ("全年", "每季度", "每月"))
    options.hide()
    book.close()
    return target.getvalue()


_TYPED = """# 临川市 2021 年政务公开任务

> 说明：本表由市政务公开办汇总。

| 序号 | 任务 | 责任单位 | 配合单位 | 时限 |
|:---:|:-----|:---|---|--:|
| 1 | 公布**安置房**交付计划 | 市住建局 | | 4 月底前 |
| 2 | 公布公交线路调整方案 | 市交通运输局 | 市公安局 | 方案批准之日起 7 个工作日内 |

以上任务请抓好落实。
""".encode()

PAGE = File("石门县任务.html", _page(), rows("""
    公布防汛责任人名单 | 责任 县水利局 | 2022-05-15
    公布耕地地力补贴 | 责任 县农业农村局、县财政局 | 2022-06-30
    公布医疗机构 | 责任 县卫健局 | 每季度
    """), ("imprint", "table-unread"))
BOOK = File("柳溪区任务.xlsx", _workbook(), rows("""
    公布征迁补偿标准 | 牵头 区自然资源分局；配合 区财政局 | 2023-06-30
    公布供排水水质 | 牵头 区水务局 | 2023-03-31
    （已取消）公布旧版目录 | 牵头 区档案馆 | 2023-06-30
    公布校园食堂 | 牵头 区教育局；配合 区市场监管局 | 每月
    公布社保基金 | 牵头 区人社局 | 2023-11-15
    """, row3="hidden-row"))
TYPED = File("临川市任务.md", _TYPED, rows("""
    公布安置房交付计划 | 责任 市住建局 | 2021-04-30
    公布公交线路调整方案 | 责任 市交通运输局；配合 市公安局 | +7个工作日
    """))
FILES = (PAGE, BOOK, TYPED)
