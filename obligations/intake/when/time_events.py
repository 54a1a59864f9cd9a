"""Finds times that are set against an event and that no rule holds: 会议召开前3个工作日, 会后公布, 6月1日起公布.

Periods behind an event (会议结束后3个工作日内) are `time_periods.py`'s part.
"""

import re
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import takewhile

from obligations.intake.when.time_points import Sight
from obligations.intake.when.time_starts import without_opening
from obligations.intake.when.time_words import GAP, NUMERALS, SMALL, Unreadable, Vague, squeezed

LONGEST_CLAUSE = 30     # characters in which the event before a sign is looked for
LONGEST_EVENT = 14      # characters of an event that tell it from others
_SIGN = re.compile("[前后起]")
_EDGES = ",;:。\n(!?"
_AMOUNT = rf"(?P<amount>[0-9]{{1,4}}|[{NUMERALS}半数几]{{1,5}}){GAP}(?:个{GAP})?"
_UNIT = "(?:工作日|自然日|日历日|小时|日|天|周|星期|(?P<long>月|季度|年))"
_AHEAD = re.compile(rf"前{GAP}(?:至少|不少于)?{GAP}{_AMOUNT}{_UNIT}(?:{GAP}[之以]?内(?![部容设]))?")
_BACK = re.compile(rf"{_AMOUNT}{_UNIT}{GAP}[之以]?$")
_COMING = ("到期|期满|届满|召开|举行|举办|开始|截止|报名|考试|录取|开标|开庭|开考|听证会?|换届|竣工|启用|使用|到来|来临"
           "|结束|启动|开工|开园|开放|招标|招生|采购|拍卖|出让|征收|选举|投产|[中高]考|两会|开学|表决")
_PROCEDURE = "出台|决策|印发|审[议定批]|上会|实施|施行|(?<![社委协学工商联])会议?"
_EVENT = re.compile(rf"(?:{_COMING}|{_PROCEDURE}|[节汛季假考赛标学]|汛期)[之以]?$")
_AHEAD_OF = re.compile(rf"(?:(?P<coming>{_COMING})|{_PROCEDURE})[之以]?$")
_NO_EVENT = re.compile("(?:[提目当先空眼面从午此]|^.)$")
# 公布前一日菜价 is about the day before.
_PUBLISHED = re.compile("(?:公[开布示]|发布|更新|通报|报送|汇总|统计|每[日天周月])的?$")
_DONE = re.compile("(?:结束|召开|闭幕|印发|下发|批[复准]|形成|变[更化]|调整|出台|通过|办结|签[订署]|作出|制定|生成|产生"
                   "|成立|发[布生]|公告|审[定议批]|立项|获批|受理|中标|竣工|验收(?:合格)?|录取|期满|到期|完成|确定|两会|[中高]考|考试"
                   "|(?<![环季细情章])节|汛期?"
                   "|(?<![社委协学工商联])会议?)[之以]?$")
_VERB = "(?:公[开布示告]|发布|更新|通报|解读|报送|上报|上传|征求)(?!的)"
_SOON = "持续|滚动|及时|立即|第一时间|尽快|随即|即时|同步|按规定|依法|主动|应当?|要|须|统一|正式|全面|全文|向社会|对外"
_ASKED_BEFORE = re.compile(rf"[^,;。\n]{{0,12}}?{_VERB}")
_COUNTS = re.compile(rf"前(?![期后提置端沿列往来述])"
                     rf"|[后起],?(?:{_SOON}|[在于][^,;。\n0-9{NUMERALS}]{{1,16}}?){{0,3}}{_VERB}")
_FROM = re.compile(rf"(?:[自从])?(?:[0-9]{{4}}{GAP}年{GAP})?{SMALL}{GAP}月(?:{GAP}份|{GAP}{SMALL}{GAP}[日号])?$")


def with_events(plain: str, sights: Iterable[Sight]) -> list[Sight]:
    """`sights` with the times set against events among them; those in which an amount before an event was seen only
    in part give way to the whole."""
    passed: list[Sight] = []
    waiting = deque(sights)
    for sign in _SIGN.finditer(plain):
        at = sign.start()
        while waiting and waiting[0].end <= at:
            passed.append(waiting.popleft())
        if found := _found(plain, at, passed, waiting[0] if waiting and waiting[0].start <= at else None):
            while passed and passed[-1].end > found.start:
                passed.pop()
            while waiting and waiting[0].start < found.end:
                waiting.popleft()
            passed.append(found)
    return [*passed, *waiting]


def _found(plain: str, at: int, passed: Sequence[Sight], over: Sight | None) -> Sight | None:
    """The time set against an event whose sign stands at a place; `passed` are the sights before it, `over` is the one
    that covers it."""
    partly = over is None or (plain[at] == "前" and isinstance(over.what, Unreadable))
    if not partly or not _COUNTS.match(plain, at) or (passed and passed[-1].end > at):
        return None
    clause = plain[max(0, at - LONGEST_CLAUSE):at]
    clause = clause[max(map(clause.rfind, _EDGES)) + 1:]
    if plain[at] == "前" and (whole := _whole(plain, clause, at)):
        return Sight(_begin(whole[0], passed, at), whole[1], Unreadable())
    return _alone(plain, clause, at, passed) if over is None else None


def _whole(plain: str, clause: str, at: int) -> tuple[int, int] | None:
    """From where to where an amount of time before an event stands (会议召开前3日, 会议召开3日前)."""
    ahead, back = _AHEAD.match(plain, at), _BACK.search(clause)
    event = (clause[:back.start()] if back else clause).rstrip().removesuffix("的")
    amount = ahead or back
    if amount is None or not _is_event(event, amount):
        return None
    return plain.rfind(without_opening(event), 0, at - len(clause) + len(event)), ahead.end() if ahead else at + 1


def _is_event(words: str, amount: re.Match[str]) -> bool:
    """Months and years are as often a past (3个月前) as the time before an event, which has to be a sure one."""
    if amount["long"] or _EVENT.search(words):
        return bool(_EVENT.search(words))
    near = amount["amount"] in ("一", "1") and _PUBLISHED.search(words)
    return not near and not _NO_EVENT.search(words.strip()) and len(squeezed(words)) > 1


def _begin(start: int, passed: Sequence[Sight], at: int) -> int:
    """Where the words for an event begin: behind the times before it, and with the day that they are (12月31日)."""
    for one in takewhile(lambda one: one.end > start, reversed(passed)):
        if one.end == at:
            return one.start
        if not isinstance(one.what, Vague):
            return one.end
    return start


def _alone(plain: str, clause: str, at: int, passed: Sequence[Sight]) -> Sight | None:
    """A time before or after an event without an amount, or from a day on."""
    event = {"前": _AHEAD_OF, "后": _DONE, "起": _FROM}[plain[at]].search(clause)
    if event is None:
        return None
    start = at - len(clause) + event.start()
    if plain[at] != "起":
        words = without_opening(clause)
        start = _begin(at - len(words) if len(words) <= LONGEST_EVENT else start, passed, at)
    if plain[at] == "前" and event["coming"]:
        return Sight(start, at + 1, Unreadable())
    asked = plain[at] != "前" or _ASKED_BEFORE.match(plain, at + 1)
    return Sight(start, at + 1, Vague(apart=True)) if asked else None
