"""Reads words about time that hold no number: 全年, 及时, 待…出台后, 公开前…审查."""

import re

from obligations.intake.when.time_words import AllYear, Awaits, Check, Meaning, Vague

STANDING = re.compile("(?:贯穿)?全年度?(?:推进|持续|坚持)?|(?<!中)长期(?:坚持|推进|实施|开展|有效)"
                      "|持续(?:推进|开展|推动)|常态化(?:推进|开展)?|常年")
ALONE = re.compile("长期|持续|年度|季度|月度|半年|季|月|半年度")
VAGUE = re.compile("(?P<free>适时|择机|视情)|(?P<paced>不?定期)(?!存款)"
                   "|(?P<at_once>即时(?!通[讯信]|聊|消息)|实时(?!监[测控]|数据|路况)|随时|立即|即刻|马上|第一时间)"
                   "|(?P<lasting>动态(?:更新|调整|公[开布示]|发布|维护))|同步(?=公[开布示]|发布|更新|解读|上传)"
                   "|及时|尽快|尽早|按时|近期|限期|按照?(?:规定|要求)的?(?:时限|时间|期限)(?:要求)?|按时限要求|按要求"
                   "|按规定(?=公开|公布|发布)|按(?:序时)?进度")
_SUPERIOR = "(?:国务院|自治区|上级|省|市|州)"
_ACT = "(?:出台|印发|公布|下发|明确|发布|施行|批复|批准|部署|通知)"
AWAITS = re.compile(
    rf"待(?P<act>[^,;。、前\n]{{1,30}}?{_ACT})[之以]?后"
    rf"|(?:根据|按照|依照|依据|按|对照)(?P<asked>{_SUPERIOR}[^,;。《前\n]{{0,14}}?的(?:要求|部署|安排)"
    rf"|{_SUPERIOR}[^,;。《前\n]{{0,10}}?统一(?:部署|安排|要求)|上级(?:要求|部署|安排))"
    r"|(?:根据|按照|依照|依据|按|对照)(?P<law>新(?:修订|修改|制定|出台)(?:后)?的?"
    r"(?:《[^》\n]{1,40}》|[^,;。、\n]{0,10}?(?:条例|办法|规定|标准))|新条例)"
    rf"|(?P<liaised>与{_SUPERIOR}[^,;。、\n]{{0,12}}?对接)")
_CLAUSE = r"[^,;。\n0-9]"
CHECK = re.compile(
    rf"(?:公开|发布|印发|出台|上网|上传|上线|信息)之?前(?!期|后){_CLAUSE}{{0,24}}?审[查核]"
    rf"|(?:公开|发布)时(?:要|应当?|须|必须){_CLAUSE}{{1,16}}"
    rf"|先审查?核?,?后(?:公开|发布|上网)"
    rf"|未{_CLAUSE}{{0,12}}?的,?(?:一律)?不(?:予|得|能){_CLAUSE}{{2,6}}")
SHORTEST_CLAUSE, LONGEST_CLAUSE = 8, 40
_ITEM = re.compile(r"^\s*(?:[0-9]{1,2}[.、]|\([0-9]{1,2}\))")
_LIMITS = ",;。\n"


def standing(match: re.Match[str]) -> Meaning:
    """What STANDING matched."""
    return AllYear()


def vague(match: re.Match[str]) -> Meaning:
    """What VAGUE matched."""
    free = bool(match["free"])
    return Vague(paced=free or bool(match["paced"]), free=free, at_once=bool(match["at_once"]),
                 lasting=bool(match["lasting"]))


def awaits(match: re.Match[str]) -> Meaning:
    """What AWAITS matched, with the words for what is waited for."""
    return Awaits(next(words for words in match.groups() if words))


def check(match: re.Match[str], text: str) -> Meaning:
    """What CHECK matched, with the clause around it; a short one takes the clause before it along."""
    start = _back(text, match.start())
    if match.end() - start < SHORTEST_CLAUSE or match[0].startswith("未"):
        start = _back(text, start - 1)
    return Check(_ITEM.sub("", text[start:match.end()], count=1).strip()[-LONGEST_CLAUSE:])


def _back(text: str, high: int) -> int:
    """Where the clause begins that ends before `high`."""
    low = max(0, high - LONGEST_CLAUSE)
    return max((text.rfind(sign, low, high) + 1 for sign in _LIMITS), default=low) or low
