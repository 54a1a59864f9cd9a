"""Decides whether the words beside a report change nothing: each clause must be made of known words only.

The vocabulary stands in `plain_words.py`; a sign of doubt (`doubt_words.py`) anywhere goes before it.
"""

import re
from collections.abc import Sequence

from obligations import plain_words as vocabulary
from obligations.doubt_words import raises_doubt, without_nouns
from obligations.plain_words import HAN

LONGEST_CLAUSE = 200
LONGEST_TITLE = 80
LONGEST_BODY = 16


def _any_of(words: str | list[str]) -> str:
    listed = words.split() if isinstance(words, str) else words
    return "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))


_KNOWN = frozenset(word for words in vocabulary.WORDS.values() for word in words.split())
_LONGEST_WORD = max(map(len, _KNOWN))
_ENGLISH = re.compile("[a-z]+")
_CN = "一二三四五六七八九十"
_DATES = (
    r"[0-9]{4}年(?:度|版)?", "[0-9]{1,2}[日号]", r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
    r"(?:[0-9]{4}年)?[0-9]{1,2}(?:[-~至到][0-9]{1,2})?月(?:份|底|[0-9]{1,2}[日号])?",
    r"(?:已于|于)(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底)前",
    r"[0-9]{1,2}[:.][0-9]{1,2}(?:[:.][0-9]{2})?", r"[0-9]{1,2}[点时](?:[0-9]{1,2}分|半)?",
    r"(?:刚刚?|刚才|[今昨前]天|[上下]午|[0-9]{1,2}[月.][0-9]{1,2}[日号]?)(?:发|发布|上传|公开|挂|传)的",
    f"(?:本|第?[{_CN}1-4])季度?", f"[上下]半年|全年|本年度?|今年|本[月周期]|(?:周|星期)[{_CN}日天]",
)
_COUNTS_AND_PAPERS = (
    rf"[0-9{_CN}两]+(?:[条份篇次类项件个家页张期批处户人])?", f"第[{_CN}0-9]+[期批次]", f"第?[0-9{_CN}]+号",
    rf"(?:[{HAN}]{{1,8}})?[〔\[({{【][0-9]{{4}}[〕\])}}】]\s*第?[0-9]+号",
    r"[a-z]+[0-9]+[a-z0-9]*", r"[0-9]+(?:[.\-][0-9]+)*",
)
_COURTESIES = (    # 烦请各位领导查收, 张主任
    rf"(?:(?:{_any_of(vocabulary.COURTESIES)})?请|麻烦|烦劳|劳烦|辛苦)(?:{_any_of(vocabulary.ASKED_OF)}){{0,3}}"
    rf"(?:{_any_of(vocabulary.ASKED_SOFTLY)})?(?:{_any_of(vocabulary.ASKED_FOR)})"
    rf"(?:一下|了|审核|销号|并销号|链接|附件|网页|材料)?(?=$|[^{HAN}]|谢|请)",
    rf"[{vocabulary.SURNAMES}][{HAN}]{{0,2}}(?:{_any_of(vocabulary.RANKS)})",
    "请?(?:点击?|打开|点开)(?:链接|网址|网页|附件)?(?:即可|可)?(?:查看|看到|浏览|下载|打开)?",
)
_SHAPES = tuple(re.compile(shape) for shape in (*_DATES, *_COUNTS_AND_PAPERS, *_COURTESIES))
_PERSON = re.compile(rf"[{vocabulary.SURNAMES}][{HAN}]{{1,2}}")
_BODY = re.compile(rf"[{HAN}]{{1,12}}(?:{_any_of(vocabulary.BODY_ENDINGS)})|(?:{_any_of(vocabulary.BODIES)})")
_TITLE_TEXT = re.compile(rf"[{HAN}0-9a-z·〔〕+./()、\-]+")
_NOUN = _any_of(vocabulary.TITLE_NOUNS)
_NOUNS, _VERBS = frozenset(vocabulary.TITLE_NOUNS.split()), frozenset(vocabulary.TITLE_VERBS.split())
_LONGEST_NOUN = max(map(len, _NOUNS | _VERBS))
_BEFORE_VERB = re.compile(rf"(?:{_NOUN}|的|{_any_of(vocabulary.TITLE_FIELDS)})$")
# 贵池区…, 2018年…: a long phrase that begins so is a title too, unless it ends in what somebody does.
_TITLE_START = re.compile(rf"(?:[{HAN}]{{1,3}}[区县镇乡](?![里内上])|[0-9]{{4}}年度?)[^的]{{5,}}")
_DEED = re.compile(rf"(?:{_any_of(vocabulary.WORDS['done'])})$")
_OF = re.compile(rf"(?<=[{HAN}])的(?=(?:{_NOUN}|公示)(?:[和及与、](?:{_NOUN}))*$)")
_ABOUT = re.compile(f"[{HAN}]{{0,24}}(?:关于|印发|对)")
_TALK_NOUN = re.compile(_any_of(vocabulary.TALK_NOUNS))

# What is taken out whole before the clauses are looked at.
_NAMED = re.compile(    # 联系人: 张三, 联系人张三
    rf"(?:{_any_of(vocabulary.DUTIES)})\s*[:是为]?\s*"
    rf"[{vocabulary.SURNAMES}][{HAN}]{{1,2}}(?=[^{HAN}]|$|已)")
_REACHED = re.compile(rf"(?:{_any_of(vocabulary.REACHED_BY)})\s*[:是为]?\s*[a-z0-9@._+()/\-]{{2,40}}")
_BASIS = re.compile(    # 按照贵政办〔2018〕47号要求, 依据《条例》
    rf"(?:根据|依据|依照|按照|按|对照)(?:《[^《》]{{0,100}}》|[{HAN}0-9〔〕()]{{0,30}}?(?=要求|规定|精神|部署|分工))"
    "(?:等?(?:文件)?(?:相关|有关)?(?:要求|规定|精神|部署|分工|安排)*)?")
_QUOTED = re.compile("《[^《》]{0,200}》|“[^“”]{0,100}”|‘[^‘’]{0,100}’|\"[^\"]{0,100}\"|「[^」]{0,100}」|</?[a-z]+>")
_FILE_ENDING = re.compile(rf"(?<=[\w)])\.(?:{_any_of(vocabulary.FILE_ENDINGS)})(?![a-z0-9])")
_ASIDE = re.compile(r"\(([^()]{0,60})\)")
_CLAUSE_MARK = re.compile(r"[^\w·〔〕、./+\-]+|(?<!\w)[、./+\-]+|[、./+\-]+(?!\w)|_+")


def is_plain(words: str) -> bool:
    """Whether all of `words` (simplified NFKC, without numbers and links) is known to change nothing."""
    said = words.lower()
    if raises_doubt(said):
        return False
    for known in (_REACHED, _NAMED, _BASIS, _QUOTED, _FILE_ENDING):
        said = known.sub(" ", said)
    apart = " ".join((_ASIDE.sub("", said), *_ASIDE.findall(said)))
    return all(_is_known(clause) for clause in _CLAUSE_MARK.split(apart) if clause)


def _is_known(clause: str) -> bool:
    """Whether a clause is wholly made of known words, one after another."""
    if len(clause) > LONGEST_CLAUSE:
        return False
    if clause == "的":    # 这是 #41 的
        return True
    quiet = _quiet(clause)
    if _PERSON.fullmatch(clause) and quiet[0] == len(clause):
        return True
    nouns = tuple(_noun_before(clause, end) for end in range(len(clause) + 1))
    reached = {0}
    for at in range(len(clause)):
        if at in reached:
            reached |= _ends(clause, at, quiet[at], nouns)
    return len(clause) in reached


def _quiet(clause: str) -> tuple[int, ...]:
    """For each place, how far one can read on from it before a sign of talk."""
    bare = without_nouns(_TALK_NOUN.sub(lambda noun: "〇" * len(noun[0]), clause))
    reach = [len(clause)] * (len(clause) + 1)
    for at in reversed(range(len(clause))):
        reach[at] = at if bare[at] in vocabulary.TALK else reach[at + 1]
    return tuple(reach)


def _ends(clause: str, at: int, quiet: int, nouns: Sequence[int]) -> set[int]:
    """Where the known words that begin at `at` end."""
    ends = {match.end() for shape in _SHAPES if (match := shape.match(clause, at))}
    if english := _ENGLISH.match(clause, at):
        return ends | ({english.end()} if english[0] in _KNOWN else set())
    ends |= {end for end in range(at + 1, min(at + _LONGEST_WORD, len(clause)) + 1) if clause[at:end] in _KNOWN}
    return ends | _bodies(clause, at, quiet) | _titles(clause, at, quiet, nouns)


def _bodies(clause: str, at: int, quiet: int) -> set[int]:
    """The ends of a department's name that begins here, with or without a person's name after it."""
    # 已报区政府办 and 见区财政局 speak of somebody else.
    if at and clause[at - 1] != "在" and clause[:at] != "我是":
        return set()
    bodies = {end for end in range(at + 2, min(at + LONGEST_BODY, quiet) + 1) if _is_body(clause[at:end])}
    return bodies | {end + size for end in bodies for size in (2, 3)
                     if end + size <= quiet and _PERSON.fullmatch(clause, end, end + size)}


def _is_body(words: str) -> bool:
    return _BODY.fullmatch(words) is not None and vocabulary.TOWARDS.isdisjoint(words)


def _titles(clause: str, at: int, quiet: int, nouns: Sequence[int]) -> set[int]:
    """The ends of the titles that begin here: noun phrases such as 关于印发…的通知, 2018年财政预算公开."""
    if at and clause[at - 1] in vocabulary.ADVERBS:    # 已通知科室 is no title
        return set()
    until = min(at + LONGEST_TITLE, quiet)
    ends = {end for end in range(at + 2, until + 1) if nouns[end] >= at and _is_title(clause[at:end])}
    if at == 0 and _TITLE_START.fullmatch(clause, 0, until) and not _DEED.search(clause[:until]):
        ends.add(until)
    return ends


def _noun_before(clause: str, end: int) -> int:
    """Where the noun begins that a title up to `end` would end in, -1 without one; a verb needs a noun before it."""
    for size in range(1, _LONGEST_NOUN + 1):
        start = end - size
        if start >= 0 and clause[start:end] in _NOUNS:
            return start
        if start > 0 and clause[start:end] in _VERBS and (match := _BEFORE_VERB.search(clause, 0, start)):
            return match.start()
    return -1


def _is_title(words: str) -> bool:
    """Whether 的 stands in `words` only as in titles, and nothing but letters, digits and the marks of titles."""
    if _TITLE_TEXT.fullmatch(words) is None:
        return False
    if "的" not in words or _ABOUT.match(words):
        return True
    owner = _OF.split(words)[0]
    return "的" not in owner and owner != words and _noun_before(owner, len(owner)) >= 0
