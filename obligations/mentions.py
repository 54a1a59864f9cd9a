"""Finds the item numbers in typed words: #41, ＃４１, 41号, 第二件, #41-43, or a plain 41 that stands alone.

Dates, document numbers and counted things are told apart here; what the numbers are for says `reply.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from obligations.reply_words import DONE

HIGHEST = 9_999_999
DAY_AT_MOST = 31


class Kind(StrEnum):
    """What one piece of typed words is."""

    NOISE = "noise"      # 2018年, 〔2018〕47号, 3条: digits that name no item
    MARKED = "marked"    # #41、#42
    NUMBER = "number"    # 41号; up to 31 it may be a day
    ORDINAL = "ordinal"  # 第二件: the second one shown, or item 2
    PLAIN = "plain"      # 41
    BAD = "bad"          # a # with something impossible
    DONE = "done"
    GAP = "gap"
    WORD = "word"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `spans` are the numbers in it, a lone one as (41, 41), a range as (41, 43)."""

    kind: Kind
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """The items one piece names; `unsure`: it could as well mean something else; `bad`: no such number."""

    numbers: tuple[int, ...] = ()
    unsure: bool = False
    bad: bool = False


_COUNTED = (
    r"(?:[个天日条份次家类种篇批页点分秒时年月周期季元万亿人名位款章节版楼室层项件处组字岁届轮场部张米亩吨]"
    r"|工作日|公里|%|‰|[kmg]b|am|pm)"
)
_ANY = "[0-9]++"
_UNCOUNTED = rf"{_ANY}(?![.:/\-][0-9]{{1,4}}[.:/\-][0-9]|[.:][0-9]|\s*{_COUNTED})"


def _list(first: str, other: str) -> str:
    """The pattern of numbers one after another, ranges among them: 41、#42, 44-46."""
    dash, join = "[ ]*(?:[-~—–]+|至|到)[ ]*", "[ ]*(?:[、,;，和及与&]|and)[ ]*"
    span = rf"(?:{dash}\#?[ ]*{other})?"
    return rf"{first}{span}(?:{join}\#?[ ]*{other}{span})*"


_CN = "一二三四五六七八九十"
_NOISE = (
    r"(?:电话|手机号?|联系方式|传真|密码|提取码|访问码|验证码|口令|qq|微信号?|邮编|tel|phone|"
    r"索引号|文号|点击量|浏览量|[浏点][览击]次数|阅读量|访问量)[ ]*[:是为]?[ ]*"
    r"[0-9a-z][0-9a-z/\-]{1,29}", "(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9])",
    "[0-9]{1,2}[ ]*[-~至到][ ]*[0-9]{1,2}月份?",
    r"[〔\[({【][0-9]{4}[〕\])}】]\s*第?\s*[0-9]+\s*号?", "[0-9]{4}年第?[0-9]+号",
    r"(?:令|公告|通告|[文发函字])\s*第?\s*[0-9]+\s*号",
    "第?[0-9]+号(?=[楼文令线机门院路]|建议|提案|议案|公告|通[告知报])",
    f"第[0-9{_CN}]+条(?:第[0-9{_CN}]+[款项])*", f"第[0-9{_CN}]+个(?=[链网附文问])",
    f"第[0-9{_CN}]+(?:季度?|期|次|批|版|届|章|款|节|年|名|个?月)",
    "[0-9]{2,4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?", "[0-9]{1,2}月(?:[0-9]{1,2}[日号])?",
    "[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}", r"[0-9]+[:.][0-9]+(?:[:.][0-9]+)*",
    "《[^》]{0,200}》", rf"[0-9]+\s*{_COUNTED}", "(?!(?:no|item)[0-9])[a-z]+[0-9]+[a-z0-9]*",
    r"^[ ]*[0-9]{1,2}[ ]*[.、)][ ]*(?=\#)",
)
_PIECE = re.compile(
    rf"""(?P<noise>{"|".join(_NOISE)})
       | (?P<marked>(?:\#|[编序]号|(?<![a-z])(?:no\.?|item)(?=[ ]*[0-9]))[ ]*:?[ ]*
                    {_list(_ANY, _UNCOUNTED)}(?:(?={DONE})|(?![a-z0-9_]|\.[0-9])))
       | (?P<ordinal>第[ ]*(?:{_list(_ANY, _ANY)}|[{_CN}两]{{1,3}})[ ]*[项件个号])
       | (?P<bad>\#\S{{0,20}})
       | (?P<done>{DONE})
       | (?P<number>{_list(_UNCOUNTED, _UNCOUNTED)}[ ]*号)
       | (?P<plain>{_list(_UNCOUNTED, _UNCOUNTED)}(?:(?={DONE})|(?![a-z0-9_])))
       | (?P<gap>[\W_]+?(?=[\w\#《]|[〔\[({{【][0-9]|\Z))
       | (?P<word>[0-9]+|[a-z]+|.)""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NUMBERS = re.compile(r"([0-9]+)(?:[ ]*(?:[-~—–]+|至|到)[ ]*#?[ ]*([0-9]+))?")
_DIGITS = {character: value for value, character in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_LIST_MARK = re.compile(r"[ ]*[.、)]")


def pieces(text: str) -> tuple[Piece, ...]:
    """`text` (simplified NFKC, without its links) cut into pieces that together are the whole of it."""
    return tuple(_piece(match) for match in _PIECE.finditer(text))


def named(row: Sequence[Piece], context: Sequence[int]) -> tuple[Named, ...]:
    """What each piece of `row` names, for someone who has the items `context` before their eyes, in order."""
    marked = has_marked(row)
    return tuple(_named(row, place, context, marked) for place in range(len(row)))


def has_marked(row: Sequence[Piece]) -> bool:
    """Whether some number is written as an item's, however impossible."""
    return any(piece.kind in (Kind.MARKED, Kind.NUMBER, Kind.ORDINAL, Kind.BAD) for piece in row)


def _named(row: Sequence[Piece], place: int, context: Sequence[int], marked: bool) -> Named:
    piece = row[place]
    if piece.kind is Kind.BAD:
        return Named(bad=True)
    if not piece.spans or (piece.kind is Kind.PLAIN and _is_prose(row, place)):
        return Named()
    if piece.kind is Kind.PLAIN and marked and _is_year(piece) and piece.spans[0][0] not in context:
        return Named()
    if any(not 0 < number <= HIGHEST for span in piece.spans for number in span):
        return Named(bad=True)
    found = [_meant(piece.kind, span, context) for span in piece.spans]
    unsure = any(one.unsure for one in found) or (
        piece.kind is Kind.PLAIN and _is_unsure(row, place, context, marked))
    return Named(tuple(dict.fromkeys(n for one in found for n in one.numbers)), unsure)


def _piece(match: re.Match[str]) -> Piece:
    kind = Kind(match.lastgroup or "word")
    text = match[0]
    if kind in (Kind.MARKED, Kind.NUMBER, Kind.ORDINAL, Kind.PLAIN):
        return Piece(kind, text, _spans(text))
    return Piece(kind, text)


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    written = _NUMBERS.findall(text)
    if not written:
        count = _counted(text.strip("第 项件个号"))
        return ((count, count),)
    return tuple((_number(first), _number(last or first)) for first, last in written)


def _number(digits: str) -> int:
    """The number, or 0 for one with more digits than any item can have."""
    significant = digits.lstrip("0")
    return int(significant or "0") if len(significant) <= len(str(HIGHEST)) else 0


def _counted(words: str) -> int:
    """一 … 九十九 as a number; 0 when it is none."""
    tens, ten, ones = words.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _meant(kind: Kind, span: tuple[int, int], context: Sequence[int]) -> Named:
    first, last = span
    if first != last:
        return _ranged(first, last, context)
    if kind is Kind.MARKED or (kind is not Kind.ORDINAL and first in context):
        return Named((first,))
    if kind is Kind.NUMBER:
        return Named((first,), unsure=first <= DAY_AT_MOST)
    return _counted_off(kind, first, context)


def _ranged(first: int, last: int, context: Sequence[int]) -> Named:
    """A range is sure only when each of its numbers is in view: between two items may lie a stranger's."""
    if 0 < last - first < len(context) and set(range(first, last + 1)) <= set(context):
        return Named(tuple(range(first, last + 1)))
    return Named((first, last), unsure=True)


def _counted_off(kind: Kind, number: int, context: Sequence[int]) -> Named:
    """A number that may be a place in the list shown as well as an item's own."""
    by_place = context[number - 1] if number <= len(context) else None
    if kind is Kind.PLAIN:
        return Named((number,), unsure=by_place is not None)
    either = dict.fromkeys(n for n in (number if number in context else None, by_place) if n is not None)
    return Named(tuple(either) or (number,), unsure=len(either) > 1 or (not either and bool(context)))


def _is_prose(row: Sequence[Piece], place: int) -> bool:
    """Whether a plain number stands amid words, as in 共 3 类."""
    return not (_is_free(row, place, -1) or _is_free(row, place, 1))


def _is_unsure(row: Sequence[Piece], place: int, context: Sequence[int], marked: bool) -> bool:
    """Whether a plain number is more likely a list mark, a year, or part of a sentence."""
    spans = row[place].spans
    known = all(first in context and last in context for first, last in spans)
    if not (_is_free(row, place, -1) and _is_free(row, place, 1)):
        return True
    after = row[place + 1].text if place + 1 < len(row) else ""
    return not known and (marked or _is_year(row[place]) or bool(_LIST_MARK.match(after)))


def _is_year(piece: Piece) -> bool:
    return any(1990 <= first <= 2100 for first, _ in piece.spans)


def _is_free(row: Sequence[Piece], place: int, step: int) -> bool:
    """Whether on this side stands no word before the line ends, only links, numbers or 已公开."""
    at = place + step
    while 0 <= at < len(row) and row[at].kind is Kind.GAP:
        if "\n" in row[at].text:
            return True
        at += step
    return not 0 <= at < len(row) or row[at].kind not in (Kind.WORD, Kind.NOISE, Kind.BAD)
