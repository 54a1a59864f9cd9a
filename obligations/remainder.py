"""Decides whether the words beside a report change nothing: each clause must be made of known words only.

The vocabulary stands in `plain_words.py`; a sign of doubt (`doubt_words.py`) anywhere goes before it.
"""

import re

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
    f"(?:本|第?[{_CN}1-4])季度?", f"[上下]半年|全年|本年度?|今年|本[月周期]|(?:周|星期)[{_CN}日天]",
)
_COUNTS_AND_PAPERS = (
    rf"[0-9{_CN}两]+(?:[条份篇次类项件个家页张期批处户人])?", f"第[{_CN}0-9]+[期批次]", f"第?[0-9{_CN}]+号",
    rf"(?:[{HAN}]{{1,8}})?[〔\[({{【][0-9]{{4}}[〕\])}}】]\s*第?[0-9]+号",
    r"[a-z]+[0-9]+[a-z0-9]*", r"[0-9]+(?:[.\-][0-9]+)*",
)
_COURTESIES = (    # 烦请各位领导查收, 张主任
    rf"(?:(?:{_any_of(vocabulary.COURTESIES)})?请|麻烦|烦劳)(?:{_any_of(vocabulary.ASKED_OF)})?"
    rf"(?:{_any_of(vocabulary.ASKED_SOFTLY)})?(?:{_any_of(vocabulary.ASKED_FOR)})"
    rf"(?:一下|了|审核|销号|并销号)?(?=$|[^{HAN}]|谢|请)",
    rf"[{vocabulary.SURNAMES}][{HAN}]{{0,2}}(?:{_any_of(vocabulary.RANKS)})",
)
_SHAPES = tuple(re.compile(shape) for shape in (*_DATES, *_COUNTS_AND_PAPERS, *_COURTESIES))
_PERSON = re.compile(rf"[{vocabulary.SURNAMES}][{HAN}]{{1,2}}")
_BODY = re.compile(rf"[{HAN}]{{1,12}}(?:{_any_of(vocabulary.BODY_ENDINGS)})|(?:{_any_of(vocabulary.BODIES)})")
_TITLE_TEXT = re.compile(rf"[{HAN}0-9a-z·〔〕+./()、\-]+")
_NOUN = _any_of(vocabulary.TITLE_NOUNS)
_TITLE_END = re.compile(
    rf"(?:{_NOUN}|(?:{_NOUN}|的|{_any_of(vocabulary.TITLE_FIELDS)})(?:{_any_of(vocabulary.TITLE_VERBS)}))$")
_OF = re.compile(rf"(?<=[{HAN}])的(?=(?:{_NOUN}|公示)(?:[和及与、](?:{_NOUN}))*$)")
_ABOUT = re.compile(f"[{HAN}]{{0,24}}(?:关于|印发|对)")
_TALK_NOUN = re.compile(_any_of(vocabulary.TALK_NOUNS))

# What is taken out whole before the clauses are looked at.
_NAMED = re.compile(    # 联系人: 张三, 联系人张三
    rf"(?:{_any_of(vocabulary.DUTIES)})(?:\s*[:是为]\s*[{HAN}]{{2,4}}(?![{HAN}])|\s+[{HAN}]{{2,4}}(?![{HAN}])"
    rf"|[{vocabulary.SURNAMES}][{HAN}]{{1,2}}(?=[^{HAN}]|$|已))")
_REACHED = re.compile(rf"(?:{_any_of(vocabulary.REACHED_BY)})\s*[:是为]?\s*[a-z0-9@._+()\-]{{3,40}}")
_BASIS = re.compile(    # 按照贵政办〔2018〕47号要求, 依据《条例》
    rf"(?:根据|依据|依照|按照|按|对照)(?:《[^《》]{{0,100}}》|[{HAN}0-9〔〕()]{{0,30}}?(?=要求|规定|精神|部署))"
    "(?:等?(?:文件)?(?:相关|有关)?(?:要求|规定|精神|部署))?")
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
    quiet = _quiet(clause)
    if _PERSON.fullmatch(clause) and quiet[0] == len(clause):
        return True
    reached = {0}
    for at in range(len(clause)):
        if at in reached:
            reached |= _ends(clause, at, quiet[at])
    return len(clause) in reached


def _quiet(clause: str) -> tuple[int, ...]:
    """For each place, how far one can read on from it before a sign of talk."""
    bare = without_nouns(_TALK_NOUN.sub(lambda noun: "〇" * len(noun[0]), clause))
    reach = [len(clause)] * (len(clause) + 1)
    for at in reversed(range(len(clause))):
        reach[at] = at if bare[at] in vocabulary.TALK else reach[at + 1]
    return tuple(reach)


def _ends(clause: str, at: int, quiet: int) -> set[int]:
    """Where the known words that begin at `at` end."""
    ends = {match.end() for shape in _SHAPES if (match := shape.match(clause, at))}
    if english := _ENGLISH.match(clause, at):
        return ends | ({english.end()} if english[0] in _KNOWN else set())
    ends |= {end for end in range(at + 1, min(at + _LONGEST_WORD, len(clause)) + 1) if clause[at:end] in _KNOWN}
    return ends | _bodies(clause, at, quiet) | _titles(clause, at, quiet)


def _bodies(clause: str, at: int, quiet: int) -> set[int]:
    """The ends of a department's name that begins here, with or without a person's name after it."""
    bodies = {end for end in range(at + 2, min(at + LONGEST_BODY, quiet) + 1) if _BODY.fullmatch(clause, at, end)}
    return bodies | {end + size for end in bodies for size in (2, 3)
                     if end + size <= quiet and _PERSON.fullmatch(clause, end, end + size)}


def _titles(clause: str, at: int, quiet: int) -> set[int]:
    return {end for end in range(at + 2, min(at + LONGEST_TITLE, quiet) + 1) if _is_title(clause[at:end])}


def _is_title(words: str) -> bool:
    """Whether `words` are a noun phrase as titles are: 关于印发…的通知, 2018年财政预算公开."""
    if not (_TITLE_END.search(words) and _TITLE_TEXT.fullmatch(words)):
        return False
    if "的" not in words or _ABOUT.match(words):
        return True
    owner = _OF.split(words)[0]
    return "的" not in owner and owner != words and _TITLE_END.search(owner) is not None
