"""Reads which district the words around a plan name, and whether it is another one than ours; what follows from that
is decided in `terms`."""

import re
from collections.abc import Iterable, Iterator

from obligations.intake.source import Quote
from obligations.intake.titles import LONGEST
from obligations.wording import unfolded

_FIRST = 20         # lines around the rows that may hold a letter-head; further on names stand for other things
_LONGEST_NAME = 25
_ANNOUNCED = re.compile("关于(?:印发|转发|公布)?")
_BEFORE = re.compile(r"(?:附件\d{0,2}:?|20\d\d年度?|中共|[《〈【\[(“\"])*")
# No name holds these words: 推进县区政务公开 names nobody.
_SIGN = (r"(?:(?!关于|印发|转发|办公|政府|附件|政务|公开|推进|推动|提升|促进|做好|加强|"
         r"开展|落实|贯彻|进一步|工作|全面|信息|重点|委|党)"
         r"[\u4e00-\u9fff])")
_NAME = f"({_SIGN}{{1,24}}?[省市县区旗盟州])"
_NAMED = re.compile(_NAME + r"(?=20\d\d|二[〇○零]|人民政府|政务|政府|全面|贯彻|落实|关于|委|转发|印发"
                    r"|[“\"”《〈\]】)(]|$|[\u4e00-\u9fff]{1,12}?(?:局|中心)(?:关于|20\d\d))")
_RUN = re.compile(f"{_SIGN}{{1,{_LONGEST_NAME}}}")
_IN_BRACKETS = re.compile(rf"[(\[【]{_NAME}[)\]】]")
# A line of its own that says who issues: a letter-head, or the signature.
_ISSUER = re.compile(_NAME + "(?:人民政府|政府|委员会|委|政务公开)?(?:工作)?(?:领导小组)?(?:办公室|办)?(?:文件)?"
                     r"(?:20\d\d年\d{1,2}月\d{1,2}日(?:印发)?)?")
# 全市各县区, 我县, 社区: they name no district.
_COLLECTIVE = re.compile("[全我本该各省市县区及和]+")
_COMMON = re.compile(".*(?:社区|小区|辖区|城市|片区|地区|镇区)|园区")
_OUR = re.compile("^[全我本](?:省|市|县|区)(?=.{2})")
_PROVINCE = re.compile("^(?:[^省市县区]{2,3}省|[^省市县]{2,5}自治区)(?=.{2})")
_BORDERS = frozenset("省市县区旗盟州")
_GOES_ON = frozenset("级直域场政民属内外长")      # 市场, 区域, 县级: no name ends here


def named_in(title: str) -> str:
    """The district that a title names, "" for none: that of the plan before that of the office which issues it."""
    return next(_in_title(title), "")


def stranger(title: str, headings: Iterable[Quote], ours: str) -> tuple[str, Quote] | None:
    """Another district than `ours` that the title names, or where it names none the lines about who issues it, with
    the words that do; None: there is none, or ours is named beside it. The city, and the province, that `ours` begins
    with are no strangers."""
    begun = list(_begun(title))
    named = [(name, Quote(title)) for name in [*_in_title(title)] or begun] or list(_issuers(headings))
    if any(_is_same(name, ours) for name in (*begun, *(name for name, _ in named))):
        return None
    return next(((name, quote) for name, quote in named if not _is_over(name, ours)), None)


def _in_title(title: str) -> Iterator[str]:
    """Every name that the words after it show to be one, and those alone in brackets."""
    words, starts = _starts(title)
    found = (*(_NAMED.match(words, start) for start in starts), *_IN_BRACKETS.finditer(words))
    yield from filter(None, (_proper(one[1]) for one in found if one))


def _begun(title: str) -> Iterator[str]:
    """Whatever the title begins with that can be a name, whatever follows: 云江县深化…"""
    words, starts = _starts(title)
    for run in (_RUN.match(words, start) for start in starts):
        for at, sign in enumerate(run[0] if run and not _OUR.match(run[0]) else ""):
            if run and at and sign in _BORDERS and words[run.start() + at + 1:][:1] not in _GOES_ON:
                yield from filter(None, (_proper(run[0][:at + 1]),))


def _starts(title: str) -> tuple[str, list[int]]:
    """A title without blanks, and where in it a name can stand: after 关于印发, and at its beginning."""
    words = "".join(unfolded(title[:LONGEST]).split())
    announced = _ANNOUNCED.search(words)
    starts = [announced.end(), 0] if announced else [0]
    return words, [found.end() for start in starts if (found := _BEFORE.match(words, start))]


def _issuers(headings: Iterable[Quote]) -> Iterator[tuple[str, Quote]]:
    lines = [quote for quote in headings if not quote.place.table]
    for quote in dict.fromkeys((*lines[:_FIRST], *lines[-_FIRST:])):
        found = _ISSUER.fullmatch("".join(unfolded(quote.text[:LONGEST]).split()).removeprefix("中共"))
        if found and (name := _proper(found[1])):
            yield name, quote


def _proper(words: str) -> str:
    """The name in `words`, "" where they name no district in particular."""
    if _COLLECTIVE.fullmatch(words) or _COMMON.fullmatch(words):
        return ""
    return _OUR.sub("", words)


def _is_same(name: str, ours: str) -> bool:
    """Whether one is a fuller form of the other: 贵池区, 池州市贵池区, 安徽省贵池区."""
    short, long = sorted((_without_province(name), _without_province(ours)), key=len)
    return long.endswith(short) and (short == long or long[-len(short) - 1] in _BORDERS)


def _is_over(name: str, ours: str) -> bool:
    """Whether `name`, or its end, is a district that ours lies in: 安徽省池州市 over 池州市贵池区."""
    ends = [name[at:] for at in range(len(name) - 1) if not at or name[at - 1] in _BORDERS]
    return any(whole.startswith(end) for whole in (ours, _without_province(ours)) for end in ends)


def _without_province(name: str) -> str:
    return _PROVINCE.sub("", name)
