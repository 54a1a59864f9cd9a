"""Reads periods (3个工作日内) with what they run from, and rhythms (每月28日前); everything near to them is asked."""

import re

from obligations.intake.when.time_judging import doubtful_start
from obligations.intake.when.time_words import (
    GAP,
    NUMERALS,
    SMALL,
    Meaning,
    Rhythm,
    Unreadable,
    Within,
    number,
    squeezed,
)
from obligations.plan import Every, Unit

LONGEST = 1000      # the longest period, in whatever unit, that a plan file takes
LAST_DAY = 28       # a day of the month that every month has

_AMOUNT = rf"(?:[0-9]{{1,6}}(?:\.[0-9]{{1,2}})?|[{NUMERALS}数几半多]{{1,5}})"
PERIOD = re.compile(
    rf"(?P<amount>{_AMOUNT})(?P<upto>{GAP}(?:-{{1,2}}|~|至|到|或){GAP}{_AMOUNT})?{GAP}(?:个{GAP})?"
    rf"(?P<unit>工作日|自然日|日历日|小时|分钟|日|天|周|星期|月|季度|年)(?:{GAP}(?P<mark>[之以]?内(?![部容设])|[之以]?前(?!后)))?")
LEAD = re.compile(rf"提前{GAP}(?:至少|不少于)?{GAP}{_AMOUNT}{GAP}个?{GAP}(?:工作日|日|天|小时|周|月)")
_DATE_BEFORE = re.compile("(?:近|最近|过去|连续|以往)$")
_RUNS_FROM = re.compile(r"(?:[日时]起(?:算)?|不得?超过)[,于在\s]{0,3}$")
_AFTERWARDS = re.compile(r"后[,于在\s]{0,3}$")
_STATE = re.compile("(?:仍|均|都)?(?:未|没有|无|不(?!得|含|少))")
_UNITS = {"工作日": (Unit.WORKDAYS, 1), "自然日": (Unit.DAYS, 1), "日历日": (Unit.DAYS, 1), "日": (Unit.DAYS, 1),
          "天": (Unit.DAYS, 1), "小时": (Unit.HOURS, 1), "周": (Unit.DAYS, 7), "星期": (Unit.DAYS, 7)}

LOOK_BACK = 80      # characters in which the event of a period is looked for
_TRIGGER = re.compile(r"(?:之)?[日时]起(?:算)?|(?<![今最前先随然此背落善午])[之以日]?后(?![续台勤备期果面门者])")
_GAP_TO_TRIGGER = 24
_EDGE = re.compile(r"[,:(\n。;！？]")
_SENTENCE = re.compile(r"[\n。;！？]")
_SUBJECT = re.compile(r".{0,20}?(?:单位|部门|机关|机构|政府|办|室|局|委|中心|人|者|应当?|须|要|并|均|需)(?=[在自于从])")
_OPENING = re.compile(r"(?:应当?|须|要|并|需)?"
                      r"(?:自(?![然主愿动身行建查])|在(?!线|建[工项的]|职|编|校|册)|于|从|待|经)?")
_HAS_DAY = re.compile("[0-9]\\s{0,3}[日月号年]")
SHORT_EVENT = 4     # characters below which an event's words take the clause before them along (批准)
LONG_EVENT = 60

_DETAIL = f"[0-9{NUMERALS}的第最后首末次下上前结束终了个工作日月号季度旬初底之以内至到半年逢周星期 -]{{0,16}}"
RHYTHM = re.compile(
    rf"(?:每{GAP}(?:一{GAP})?个?{GAP}(?P<each>月度?|季度|季(?!节)|半年度?|年度|年(?![级龄代])|"
    rf"[一两二三四五六七八九十0-9]{{1,3}}{GAP}个?{GAP}(?:月|季度|年|周|天|日|小时|工作日|星期)"
    r"|周(?![边期])|星期|日(?!常)|天|旬|双月|双周|学期|工作日|隔)"
    rf"|[按逐分](?P<by>月(?![份底内])度?|季度|季(?!节)|半年(?:度)?)|按(?P<yearly>年度?)(?=公[开布]|发布|报送|上报|更新)"
    rf"|(?P<own>季度?(?=(?:[首末]|最后一个)月)))"
    rf"(?P<detail>{_DETAIL})")
TURN = re.compile("(?P<turn>半年|一(?:季度?|个?月|年))"
                  "(?:[2-9两二三四]次|一(?:次|报|评估|通报|检查|督查|调度|公开|更新|汇总|考核|测评|小结|分析))")
UNSET = re.compile(rf"(?:[本当次下]{GAP}个?月|(?<![0-9{NUMERALS}])月){GAP}"
                   rf"(?:[底末]|[0-9]{{1,2}}{GAP}[日号]){GAP}[之以]?前"
                   r"|[当次即](?:日|天)(?:[之以]?内|[之以]?前|公开|公布|发布|更新|上报|报送|完成|反馈|回应|上传)"
                   r"|[本当下]个?(?:月|周|季度?)(?:[之以]?内|末)(?:[之以]?前)?|[本下]周[一二三四五六日](?:[之以]?前)?"
                   r"|(?:[本当下])?季度?[底末](?:[之以]?前)?"
                   rf"|每半个?月|逢[双单](?:月|周|日)|按(?:[双单半]?月|[双单]?周|旬|日)(?=公[开布]|发布|更新|报送|上报|调度)"
                   rf"|[2-9{NUMERALS}两]个?(?:周|月|星期|天|季度)(?:更新|公[开布]|发布|报送|上报|调度|开展|召开)?一次"
                   r"|(?:国庆|春节|元旦|五一|十一|中秋|端午|清明|劳动节|汛期|两会|开学|暑期|学期末)"
                   r"(?:节|假期|长假)?[之以]?前")
SHORT_YEAR = re.compile(rf"(?:[0-9]{{1,3}}|[{NUMERALS}〇]{{1,3}}){GAP}年{GAP}[底末](?:{GAP}[之以]?前)?")
_OFTEN = re.compile(rf"{GAP}(?:至少|不少于|召开|开展|组织|举办|进行){{0,2}}{GAP}[2-9两二三四五六]{GAP}次")
_EVERY = {"月": Every.MONTH, "季": Every.QUARTER, "半年": Every.HALF_YEAR, "年": Every.YEAR}
_LAST = re.compile(r"(?:季度?|月|年)?(?:[末底]|最后一?个?月?底?)[之以]?前?"
                   r"|(?:末|最后一个|第三个|年?12|年?十二)月份?(?:[底末][之以]?前?)?")
_ON_DAY = re.compile(rf"(?:末月|最后一个月|第三个月|12月|十二月)?份?({SMALL})[日号][之以]?前?")
_TIMELY = re.compile(f".*(?:[0-9{NUMERALS}](?:个|日|月|号|季度?)|半年|月|日|号|旬|初|底|末|前|内|季度?|首)")
_ANOTHER = re.compile(rf"{GAP}[、,和及]{GAP}{SMALL}{GAP}(?:月|日|号)(?:[底末]|{GAP}[0-9]{{1,2}}日)?前?")


def period(match: re.Match[str], text: str) -> Meaning | None:
    """What PERIOD matched; None: it is no deadline. Months and years are no number of days, so they are asked."""
    before, after = text[max(0, match.start() - 8):match.start()], text[match.end():match.end() + 4]
    mark = match["mark"]
    if _DATE_BEFORE.search(before):
        return None
    if not mark:
        return _unmarked(match, text, before)
    if mark.endswith("前"):
        return None if match["unit"] in ("年", "季度", "月", "周", "星期") else Unreadable()
    return Unreadable() if _STATE.match(after) else _counted(match, text, before)


def _unmarked(match: re.Match[str], text: str, before: str) -> Meaning | None:
    """自…之日起 20 个工作日 has no 内; 印发后 10 日 may be any day of the ten, 召开前 5 日 is a time before."""
    if _RUNS_FROM.search(before):
        return _counted(match, text, before)
    near = _AFTERWARDS.search(before) or before.endswith("前")
    return Unreadable() if near and match["unit"] in _UNITS else None


def _counted(match: re.Match[str], text: str, before: str) -> Meaning:
    amount, counted = number(match["amount"]), _UNITS.get(match["unit"])
    if match["upto"] or counted is None or not amount or doubtful_number(before):
        return Unreadable()
    unit, each = counted
    return Within(amount * each, unit, event_before(text, match.start())) if amount * each <= LONGEST else Unreadable()


def doubtful_number(before: str) -> bool:
    """1.5小时内 and 第5个工作日: the number may be longer than it looks, even behind an item's number."""
    return doubtful_start(before) or bool(re.search(r"[0-9][./-]$", before))


def event_before(text: str, start: int) -> str:
    """The exact words in the sentence before `start` for what a period runs from, up to 后 or 之日起; "" for none."""
    low = max(0, start - LOOK_BACK)
    for edge in _SENTENCE.finditer(text, low, start):
        low = edge.end()
    triggers = list(_TRIGGER.finditer(text, max(low, start - _GAP_TO_TRIGGER), start))
    if not triggers or text.count(",", triggers[-1].end(), start) > 1:
        return ""
    return _phrase(text, low, triggers[-1].start())


def _phrase(text: str, low: int, high: int) -> str:
    edges = [low, *(edge.end() for edge in _EDGE.finditer(text, low, high))]
    words = _without_opening(text[edges[-1]:high])
    if len(squeezed(words)) < SHORT_EVENT and len(edges) > 1:
        words = _without_opening(text[edges[-2]:high])
    plain = squeezed(words)
    if plain in ("会", "事"):
        return text[high - 1:high + 1]
    return "" if not 2 <= len(plain) <= LONG_EVENT or _HAS_DAY.search(words) else words


def _without_opening(words: str) -> str:
    words = words.strip()
    if subject := _SUBJECT.match(words):
        words = words[subject.end():]
    return _OPENING.sub("", words, count=1).strip().removesuffix("之")


def rhythm(match: re.Match[str], text: str) -> tuple[int, Meaning]:
    """What RHYTHM matched and where it ends. Weeks, ten days and days beyond the 28th are asked."""
    words = match["each"] or match["by"] or match["yearly"] or match["own"]
    every, detail = _EVERY.get(words[:2]) or _EVERY.get(words[0]), match["detail"]
    timely = _timely(detail)
    end = match.start("detail") + len(timely)
    if every is None:
        return end, Unreadable()
    if every in (Every.YEAR, Every.HALF_YEAR) and (often := _OFTEN.match(text, match.start("detail"))):
        return often.end(), Unreadable()
    if timely and (more := _ANOTHER.match(text, end)):
        return more.end(), Unreadable()
    return end, _detailed(every, squeezed(timely).removeprefix("的"))


def _timely(detail: str) -> str:
    """The part of `detail` that speaks of time, from its start."""
    found = _TIMELY.match(detail)
    return found[0] if found else ""


def _detailed(every: Every, detail: str) -> Meaning:
    if not detail or (_LAST.fullmatch(detail) and _names_last(every, detail)):
        return Rhythm(every)
    on_day = _ON_DAY.fullmatch(detail)
    in_december = detail.startswith(("12月", "十二月"))
    if on_day is None or (every is Every.MONTH) == ("月" in detail) or (every is Every.YEAR) != in_december:
        return Unreadable()
    day = number(on_day[1]) or 0
    return Rhythm(every, day) if 1 <= day <= LAST_DAY else Rhythm(every) if day == 31 else Unreadable()


def _names_last(every: Every, detail: str) -> bool:
    """Whether the words for the last month or its end suit the rhythm: 每年12月, 每季度末月, 每月底."""
    if "12月" in detail or "十二月" in detail:
        return every is Every.YEAR
    return every in (Every.QUARTER, Every.HALF_YEAR) or "月" not in detail or every is Every.MONTH


def turn(match: re.Match[str]) -> Meaning:
    """What TURN matched: 半年一次, 一季一评估; 一年两次 is no rhythm of ours."""
    if "一" not in match[0][len(match["turn"]):]:
        return Unreadable()
    words = match["turn"].removeprefix("一").removeprefix("个")
    return Rhythm(_EVERY.get(words[:2]) or _EVERY[words[0]])
