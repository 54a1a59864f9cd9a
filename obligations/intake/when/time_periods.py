"""Reads periods (3个工作日内) with what they run from, and rhythms (每月28日前); everything near to them is asked."""

import re

from obligations.intake.when.time_judging import doubtful_start
from obligations.intake.when.time_points import POINT, spanned
from obligations.intake.when.time_starts import event_before
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
    rf"(?P<unit>工作日|自然日|日历日|小时|分钟|日|天|周|星期|月|季度|年)(?:{GAP}(?P<mark>[之以]?内(?![部容设])|[之以]?前(?!后)|[之以]?后(?![续台勤备期])))?")
LEAD = re.compile(rf"(?:提前|距离?[^,;:。\n0-9]{{1,12}}?){GAP}(?:至少|不少于)?{GAP}{_AMOUNT}{GAP}个?{GAP}"
                  "(?:工作日|日|天|小时|周|月)")
_DATE_BEFORE = re.compile("(?:近|最近|过去|连续|以往)$")
_RUNS_FROM = re.compile(r"(?:[日时]起(?:算)?|不得?超过)[,于在\s]{0,3}$")
_AFTERWARDS = re.compile(r"后[,于在\s]{0,3}$")
_STATE = re.compile("(?:仍|均|都)?(?:未|没有|无|不(?!得|含|少))")
_UNITS = {"工作日": (Unit.WORKDAYS, 1), "自然日": (Unit.DAYS, 1), "日历日": (Unit.DAYS, 1), "日": (Unit.DAYS, 1),
          "天": (Unit.DAYS, 1), "小时": (Unit.HOURS, 1), "周": (Unit.DAYS, 7), "星期": (Unit.DAYS, 7)}

_DETAIL = f"[0-9{NUMERALS}的第最后首末次下上前结束终了个工作日月号季度旬初底之以内至到半年逢周星期天 -]{{0,16}}"
RHYTHM = re.compile(
    rf"(?:每{GAP}(?:一{GAP})?个?{GAP}(?P<each>月度?|季度|季(?!节)|半年度?|年度|年(?![级龄代])|"
    rf"[一两二三四五六七八九十0-9]{{1,3}}{GAP}个?{GAP}(?:月|季度|年|周|天|日|小时|工作日|星期)"
    r"|周(?![边期])|星期|日(?!常)|天|旬|双月|双周|学期|工作日|隔)"
    rf"|[按逐分](?P<by>月(?![份底内])度?|季度|季(?!节)|半年(?:度)?)|按(?P<yearly>年度?)(?=公[开布]|发布|报送|上报|更新)"
    rf"|(?P<own>季度?(?=(?:[首末]|最后一个)月)))"
    rf"(?P<detail>{_DETAIL})")
_DOES = "(?:公[开布示]|发布|更新|报送|上报|通报|调度)"
TURN = re.compile(f"(?P<turn>半年|季度|一(?:季度?|个?月|年))(?P<does>{_DOES})?"
                  "(?:[2-9两二三四]次|一(?:次|报|评估|通报|检查|督查|调度|公开|更新|汇总|考核|测评|小结|分析))")
HALVES = re.compile(f"(?:每年{GAP}的?)?上(?:半年)?{GAP}[、,和及与]?{GAP}下半年{GAP}(?:各|分别|均)")
UNSET = re.compile(rf"(?:[本当次下]{GAP}个?月|(?<![0-9{NUMERALS}])月){GAP}"
                   rf"(?:[底末]|[0-9]{{1,2}}{GAP}[日号]){GAP}[之以]?前"
                   r"|[当次即](?:日|天)(?:[之以]?内|[之以]?前|公开|公布|发布|更新|上报|报送|完成|反馈|回应|上传|办结|答复)"
                   rf"|(?<![0-9{NUMERALS}])月[底末](?={_DOES})|年[初中](?:[之以]?前|(?={_DOES}|完成|开展|报))"
                   r"|[本当下]个?(?:月|周|季度?)(?:[之以]?内|末)(?:[之以]?前)?|[本下]周[一二三四五六日](?:[之以]?前)?"
                   r"|(?:[本当下])?季度?[底末](?:[之以]?前)?"
                   rf"|每半个?月|每?逢(?:[双单](?:月|周|日)|[0-9{NUMERALS}]{{1,3}}[日号]?|[^,;:。、\n]{{0,6}}节(?:假?日)?)"
                   rf"|[按逐](?:[双单半]?月|[双单]?周|旬|日|年)(?={_DOES})|(?:[双单隔半]月|[双单隔]周|隔[日年])(?={_DOES})"
                   rf"|(?<![\u4e00-\u9fff0-9])[旬周日月季年]{_DOES}"
                   rf"|[2-9{NUMERALS}两]个?(?:周|月|星期|天|季度)(?:更新|公[开布]|发布|报送|上报|调度|开展|召开)?一次"
                   r"|(?:国庆|春节|元旦|五一|十一|中秋|端午|清明|劳动|除夕|年关|[双两]节|(?<![环季细情章])节日?|节假日"
                   r"|主?汛期?|入汛|供[暖热]季?|采暖季?|[入春夏秋冬雨]季|春耕|秋收|防火期|开学|[寒暑]假|[高中]考|两会|[党人]代会"
                   r"|暑期|学期[初末]?|学年[初末]?)"
                   r"(?:节|期间?|假期|长假|来临|到来|开始|结束)?[之以]?前|学[期年][初末]")
SHORT_YEAR = re.compile(rf"(?:[0-9]{{1,3}}|[{NUMERALS}〇]{{1,3}}){GAP}年{GAP}"
                        rf"(?:[底末]|{SMALL}{GAP}月份?{GAP}(?:[底末初]|[上中下]旬|{SMALL}{GAP}[日号])?)(?:{GAP}[之以]?前)?")
_OFTEN = re.compile(r"(?:(?![一1]次|[第每])[^,;:。、\n(]){0,14}?(?<![第0-9])"
                    r"(?:[2-9两二三四五六七八九十]|[1-9][0-9])\s?次")
_WEEKDAY = re.compile("[一二三四五六日天末](?![次个至到、])(?:[之以]?前)?")
_EVERY = {"月": Every.MONTH, "季": Every.QUARTER, "半年": Every.HALF_YEAR, "年": Every.YEAR}
_LAST = re.compile(r"(?:季度?|月|年)?(?:[末底]|最后一?个?月?底?)[之以]?前?"
                   r"|(?:末|最后一个|第三个|年?12|年?十二)月份?(?:[底末][之以]?前?)?|最后一[天日]")
_ON_DAY = re.compile(rf"(?:末月|最后一个月|第三个月|12月|十二月)?份?({SMALL})[日号][之以]?前?")
_TIMELY = re.compile(f".*(?:[0-9{NUMERALS}](?:个|日|月|号|季度?)|半年|月|日|号|旬|初|底|末|前|内|季度?|首"
                     "|第[一二三四五]周|一天)")
_ANOTHER = re.compile(rf"{GAP}[、,和及]{GAP}{SMALL}{GAP}(?:月|日|号)(?:[底末]|{GAP}[0-9]{{1,2}}日)?前?")


def period(match: re.Match[str], text: str) -> Meaning | None:
    """What PERIOD matched; None: it is no deadline. Months and years are no number of days, so they are asked."""
    before, after = text[max(0, match.start() - 8):match.start()], text[match.end():match.end() + 4]
    mark = match["mark"]
    if _DATE_BEFORE.search(before):
        return None
    if not mark:
        return _unmarked(match, text, before)
    if mark.endswith("后"):
        return Unreadable()
    if mark.endswith("前"):
        return None if match["unit"] in ("年", "季度", "月", "周", "星期") else Unreadable()
    return Unreadable() if _STATE.match(after) else _counted(match, text, before)


def _unmarked(match: re.Match[str], text: str, before: str) -> Meaning | None:
    """自…之日起 20 个工作日 has no 内; 印发后 10 日 may be any day of the ten."""
    if _RUNS_FROM.search(before):
        return _counted(match, text, before)
    return Unreadable() if _AFTERWARDS.search(before) and match["unit"] in _UNITS else None


def _counted(match: re.Match[str], text: str, before: str) -> Meaning:
    amount, counted = number(match["amount"]), _UNITS.get(match["unit"])
    if match["upto"] or counted is None or not amount or doubtful_number(before):
        return Unreadable()
    unit, each = counted
    return Within(amount * each, unit, event_before(text, match.start())) if amount * each <= LONGEST else Unreadable()


def doubtful_number(before: str) -> bool:
    """1.5小时内 and 第5个工作日: the number may be longer than it looks, even behind an item's number."""
    return doubtful_start(before) or bool(re.search(r"[0-9][./-]$", before))


def rhythm(match: re.Match[str], text: str, year: int) -> tuple[int, Meaning]:
    """What RHYTHM matched and where it ends. Weeks, ten days and days beyond the 28th are asked."""
    words = match["each"] or match["by"] or match["yearly"] or match["own"]
    every, detail = _EVERY.get(words[:2]) or _EVERY.get(words[0]), match["detail"]
    timely = _timely(detail)
    end = match.start("detail") + len(timely)
    if every is None:
        weekday = _WEEKDAY.match(text, match.start("detail")) if words[0] in "周星" else None
        return max(end, weekday.end() if weekday else 0), Unreadable()
    if often := _OFTEN.match(text, match.start("detail")):
        return often.end(), Unreadable()
    if timely and (more := _ANOTHER.match(text, end)):
        return more.end(), Unreadable()
    meaning = _detailed(every, squeezed(timely).removeprefix("的"))
    return end, _of_the_year(timely, year) if every is Every.YEAR and meaning == Unreadable() else meaning


def _of_the_year(timely: str, year: int) -> Meaning:
    """每年3月底前 is by the end of March in the plan's year, which is asked: the next may be meant."""
    found = POINT.fullmatch(timely.strip().removeprefix("的"))
    span = spanned(found, year) if found else None
    return Unreadable((span[1],)) if span else Unreadable()


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


def halves(match: re.Match[str], text: str) -> tuple[int, Meaning]:
    """What HALVES matched and where it ends: 上半年、下半年各公布一次."""
    often = _OFTEN.match(text, match.end())
    return (often.end(), Unreadable()) if often else (match.end(), Rhythm(Every.HALF_YEAR))


def turn(match: re.Match[str]) -> Meaning:
    """What TURN matched: 半年一次, 一季一评估; 一年两次 is no rhythm of ours, 一季度公布一次 may mean the first."""
    unsure = match["does"] and match["turn"] in ("一季度", "一季", "一月")
    if unsure or "一" not in match[0][len(match["turn"]):]:
        return Unreadable()
    words = match["turn"].removeprefix("一").removeprefix("个")
    return Rhythm(_EVERY.get(words[:2]) or _EVERY[words[0]])
