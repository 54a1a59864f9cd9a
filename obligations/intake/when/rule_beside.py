"""Sees what stands beside the times that decide a row and does not agree with them, or is left out: 即时 against a
period, 会后公布 or 动态更新 beside a day, words of the cell 时限 that are no time at all."""

import re
from collections.abc import Iterator, Sequence

from obligations.intake.when.rule_doubts import UNDATED, About, Asking
from obligations.intake.when.rule_hearing import Heard, joined
from obligations.intake.when.time_words import Awaits, Rhythm, Time, Vague

_READ = "\0"            # in place of what is understood
LONGEST_REST = 20       # characters of words left over that a remark repeats
_LIKE_A_TIME = re.compile("(?<![0-9])[0-9一二三四五六七八九十]{1,3}[月日号周]|年[底末终]|[上下]半年|[每按][月季年]")
# 12月31日前（含12月31日）
_INCLUDED = re.compile("含(?:[当该]日|当天|本[日数]|[0-9一二三四五六七八九十][0-9一二三四五六七八九十〇年月日号底]+)")
_EDGE = re.compile(r"[,，;；。、:：\n()（）并且和与]|及(?!时)")
# What a cell says about its time without adding anything to it.
_FILLING = re.compile("完成|办结|公[开布示]|发布|更新|报送|上报|推进|落实|实施|执行|开展|坚持|持续|长期|左右|原则上"
                      "|[之以]?前|[之以]?内|之?后"
                      "|至少|不少于|不晚于|力争|确保|全面|全部|分[一二两三四]?(?:[批期]|阶段)|第[一二三四]批|[一二两三四0-9]次|各|并|及时|要求|时限|时间|期限"
                      "|截[止至]|为[止准]|起|时|底|末|中旬|[^\u4e00-\u9fff]")


def set_against(heard: Heard, other: Heard, asking: Asking, about: About) -> None:
    """即时 in one cell and 10个工作日内 in the other contradict each other."""
    at_once = next((time for vague, time in heard.vague if vague.at_once), None)
    if at_once and (words := joined(other.says_when)):
        rule = asking.beside("at-once-differs", heard.words(at_once), UNDATED, words, about)
        heard.settled.extend([rule] if rule else [])


def remark_left_out(prose: Heard, cell: Heard, asking: Asking, about: About) -> None:
    """Note what comes to no reminder of its own, because other words of the same thing say when."""
    if prose.vague or cell.vague or cell.all_year:
        said = [time for time in (*prose.says_when, *cell.says_when) if not isinstance(time.meaning, Awaits)]
        for heard, time, others in (*_beside(prose, said, alone=False), *_beside(cell, said, alone=True)):
            if words := joined(others):
                asking.remark("time-beside", heard.words(time), about.row, words=words)
    if rest := left_over(cell):
        asking.remark("deadline-partly", cell.quote, about.row, rest=rest)


def _beside(heard: Heard, said: Sequence[Time], *, alone: bool) -> Iterator[tuple[Heard, Time, Sequence[Time]]]:
    """The words of a place that bring no reminder, each with those of `said` that it would end with. `alone`: the
    place is the cell 时限, whose words are about all that the row asks."""
    own = [time for time in said if any(time is one for one in heard.says_when)]
    once = [time for time in own if not isinstance(time.meaning, Rhythm)]
    for vague, time in heard.vague:
        if vague.apart:
            yield heard, time, said
        elif vague.at_once or vague.lasting:
            yield heard, time, own if vague.at_once else once
    for time in heard.all_year if alone else ():
        yield heard, time, once


def left_over(heard: Heard) -> str:
    """Words beside a day, a period or a rhythm that none of its times covers: 每月㈠15日 is understood only as 每月,
    每季度，年底考核 as 每季度; "" for none."""
    if not heard.says_when and not heard.others:
        return ""
    if sum(len(time.words) for time in heard.times) == len(heard.quote.text):
        return ""
    rest = list(heard.quote.text)
    for time in (*heard.times, *heard.others):
        start = time.start - len(heard.before(time))
        rest[start:time.end] = (" " if isinstance(time.meaning, Vague) else _READ) * (time.end - start)
    for clause in _EDGE.split(_INCLUDED.sub(_READ, "".join(rest))):
        if _LIKE_A_TIME.search(clause) or (_READ not in clause and len(_FILLING.sub("", clause)) > 1):
            return clause.replace(_READ, " ").strip()[:LONGEST_REST]
    return ""
