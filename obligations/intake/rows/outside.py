"""Finds the sentences outside the rows that ask for something by a day: no row carries them, so they are shown."""

import re
from collections.abc import Iterator

from obligations.wording import unfolded

LONGEST = 4000      # characters of a paragraph looked at
_SENTENCES = re.compile(r"(?<=[。；;!\n])")
# What names a day without asking for anything: titles of other papers, grounds, what has been reached so far.
_NO_DUTY = re.compile("《[^《》]{0,80}》|截[至止][^,。]{0,40}|(?:政务|信息|已经?)(?:主动)?公开")
_GROUNDS = re.compile("^(?:根据|按照|依据|依照|经)[^,]{0,60},?")
_DAY = (r"(?:(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:\d{1,2}[日号]|[上中下]旬|[初底末])?|\d{1,2}[日号]"
        r"|[年月季周]度?(?:[初底末]|中(?!国))|周[一二三四五六日]|季度|半年|20\d\d[-./]\d{1,2}[-./]\d{1,2})")
_BY = re.compile(rf"{_DAY}(?:\([^()]{{0,8}}\))?(?:下班|\d{{1,2}}[:点时]\d{{0,2}})?(?:之前|以前|前|内)"
                 r"|[年月季]度?[底末](?![的,])|(?:每个?|按|逐)(?:[年月周季旬]|半年|双月)"
                 r"|\d{1,3}个?(?:工作日|日|天|小时|月)(?:之|以)?内")
_ON = re.compile(_DAY)
_REPORTS = re.compile("报(?![告道表刊名纸酬销警价批])|发[送至到]|交[回至]|提交|反馈|汇总")
_ASKS = re.compile("公开|公布|发布|更新|完成|编制|制定|通报|总结|梳理|检查|自查|整改|报告|落实|建立|修订|开展|召开|"
                   "明确|确定|指定|成立|组建|配备|设立|上线|开通|开设|建成|实现|启动|改造|[时期]限")


def duties(text: str, *, heading: bool = False) -> Iterator[str]:
    """The sentences of `text` that ask for something by a day. `heading`: it is numbered like one, which may name a
    day as well (一、6月底前完成的任务); there only a report that is asked for makes a duty."""
    for sentence in _SENTENCES.split(text[:LONGEST]):
        words = _NO_DUTY.sub("", unfolded("".join(sentence.split())))
        reports = _REPORTS.search(words) is not None
        if (_BY.search(words) and (reports or (not heading and _ASKS.search(words)))) or (
                reports and _ON.search(_GROUNDS.sub("", words))):
            yield sentence.strip()
