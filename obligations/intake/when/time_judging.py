"""Judges which printed days and spans are deadlines, by the words around them.

A false date is worse than a missed one: what is surely something else (印发的日期, 起算的日期, 数据的期间) is left
alone, and what may be is `Unreadable` with the days it may mean, so that the office is asked.
"""

import re
from datetime import timedelta

from obligations.intake.when.time_points import Grain, Point
from obligations.intake.when.time_words import AllYear, Day, Meaning, Unreadable, Window

AROUND = 18     # characters on either side that can change what a day means

_STARTS = re.compile(r"\s{0,2}(?:起|以来|之?后|以后|开始|至今|始|以降|启动|施行|实施|生效)")
_PASSED = ("印发|出台|制定|制发|发布|公布|公开|形成|产生|成立|受理|签订|建成|完成|施行|生效|失效|办结|收到|作出"
           "|批准|备案|登记|实施")
_ATTRIBUTE = re.compile(rf"[,，]?(?:已|所有|尚?未|的|(?:{_PASSED}){{1,2}}的(?!要求|目标|任务))")
_CITED = re.compile(r"[^,;。、\n]{1,10}的|\s{0,2}[《〕]")
_MODAL = "(?:要|须|应当?|必须|全部|全面|基本|初步|力争|确保|予以|统一|集中|各|分别){0,2}"
_STRONG = re.compile(rf",?{_MODAL}(?:完成|报送|上报|报备|提交|建成|实现|办结)(?!情况|率|的|时|值)")
_ACTION = re.compile(rf"{_MODAL}(?:组织|开展|召开|举办|公开|公布|发布|印发|出台|制定|编制|修订|更新|汇总|形成"
                     r"|建立|上线|评估|检查|督查|通报|培训|推出|落实|报)(?!情况|的|数据|内容|信息|工作|率)|:")
_NOUN = re.compile("考核|总结|绩效|述职|评优|盘点|决算")
_LIMIT = re.compile(r"(?:(?:截止|不晚于|不迟于|最迟|至迟|最晚)(?:日期|时间|期限|到|至|于|为|在|:|\s){0,4}"
                    r"|(?:时限|期限|完成时间|办结时间|报送时间|完成日期)(?:为|是|:|\s){1,2})$")
_ODD = re.compile(r"(?:[0-9A-Za-z][-./x:]?|[一二两三四五六七八九十百近第前])$")
_ITEM = re.compile(r"(?:^|[\n。;])\s*[0-9]{1,2}[.]$")
_OF_OTHERS = re.compile("[对凡将把]$|凡是$")


def doubtful_start(before: str) -> bool:
    """Whether what stands before a number could be a part of it (1.5, A3, 第5): an item's own number cannot."""
    return bool(_ODD.search(before)) and not _ITEM.search(before)


def judged(point: Point, before: str, after: str, alone: bool) -> Meaning | None:
    """What `point` means between the words `before` and `after`; None: it is no deadline.

    `alone`: the whole text is nothing but times, as the cell 时限 has them; then a bare 6月 or 2018年 is one, too.
    """
    if before.endswith("含"):
        return None     # 12月31日前（含12月31日）
    mark = point.mark or ("止" if _LIMIT.search(before) else "")
    if mark:
        return _marked(point, mark, before, after)
    if alone:
        return _alone(point, before)
    if point.grain is Grain.YEAR or _STARTS.match(after):
        return None
    return _bare(point, before, after)


def _marked(point: Point, mark: str, before: str, after: str) -> Meaning | None:
    if before.endswith(("近", "去", "上")) and point.span is None:
        return None
    if point.span is None:
        return Unreadable()
    certain = (point.grain in (Grain.DAY, Grain.END) or mark in ("止", "为止")
               or (point.grain in (Grain.LONGER, Grain.YEAR) and mark.endswith("内")))
    if point.grain is Grain.DAY and mark.endswith("内"):
        certain = False
    if not certain or mark == "前后" or _is_odd(point, before) or _OF_OTHERS.search(before) or _ATTRIBUTE.match(after):
        return _unreadable(point, both=mark.endswith("前") and point.grain not in (Grain.DAY, Grain.END))
    return Day(point.span[1])


def _alone(point: Point, before: str) -> Meaning:
    if point.span is None or _is_odd(point, before):
        return _unreadable(point)
    if point.grain is Grain.YEAR:
        return AllYear()
    if point.grain in (Grain.MONTH, Grain.LONGER):
        return Window(*point.span)
    return Day(point.span[1])


def _bare(point: Point, before: str, after: str) -> Meaning | None:
    fine = point.grain in (Grain.DAY, Grain.END, Grain.PART)
    if _STRONG.match(after):
        unsure = point.span is None or _is_odd(point, before)
        return _unreadable(point) if unsure or point.span is None else Day(point.span[1])
    if _NOUN.match(after) or (point.grain is Grain.DAY and _CITED.match(after)):
        return None
    return _unreadable(point) if fine or _ACTION.match(after) else None


def _is_odd(point: Point, before: str) -> bool:
    return not point.sure or doubtful_start(before)


def _unreadable(point: Point, *, both: bool = False) -> Unreadable:
    """`both`: 三季度前 may mean before it begins, or before it ends."""
    if point.span is None:
        return Unreadable()
    first, last = point.span
    return Unreadable((first - timedelta(days=1), last) if both and first.year > 1 else (last,))
