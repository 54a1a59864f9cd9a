"""Finds what a period runs from: the exact words in its sentence for the fact that starts the clock."""

import re

from obligations.intake.when.time_words import squeezed

LOOK_BACK = 80      # characters in which the event of a period is looked for
SHORT_EVENT = 4     # characters below which an event's words take the clause before them along (批准)
LONG_EVENT = 60
_TRIGGER = re.compile(r"(?:之)?[日时]起(?:算)?|(?<![今最前先随然此背落善午])[之以日]?后(?![续台勤备期果面门者])")
_GAP_TO_TRIGGER = 24
_EDGE = re.compile(r"[,:(\n。;！？]")
_SENTENCE = re.compile(r"[\n。;！？]")
_SUBJECT = re.compile(r".{0,20}?(?:单位|部门|机关|机构|政府|办|室|局|委|中心|人|者|应当?|须|要|并|均|需)(?=[在自于从])")
_OPENING = re.compile(r"(?:应当?|须|要|并|需)?"
                      r"(?:自(?![然主愿动身行建查])|在(?!线|建[工项的]|职|编|校|册)|于|从|待|经)?")
_AT = re.compile("^.*(?<![属关由位对低高基用等限终大小少多])于(?=.)")      # 会议纪要原则上于会后15日内公布
_HAS_DAY = re.compile("[0-9]\\s{0,3}[日月号年]")
# A clause that lends its words to a short event (预算、决算，经批准) is a mere name; these are none.
_NO_NAME = re.compile("除|外$|[应须要由将对把按照据]|结合|做好|加强|公[开布示]|发布|的$")
_SELF_EVIDENT = frozenset(("会", "发文"))
# Right before a period a start may stand without 后 or 起.
_MUST = re.compile(r"[,\s]{0,3}(?:应当?|须|要|必须|需)?[在于]?\s{0,3}$")
_HAPPENED = re.compile(r"(?:如?遇(?:有|到|见)?|发生|出现|如有|收到|接到|接报)[^的]{0,24}$")
_CASE = re.compile(r".{2,24}(?:的|之时|(?<=[发变整束成准复过化生台布])时)$")
_SINCE = re.compile(r"(?<=自)(?![然主愿动身行建查]).{2,24}起(?:算)?$")
_DONE = re.compile(r"(?:结束|印发|下发|批[复准]|形成|变[更化]|调整|出台|通过|办结|签[订署]|作出|制定"
                   r"|生成|产生|成立|审[定议批]|立项|获批|受理|中标|竣工|验收合格)$")


def event_before(text: str, start: int) -> str:
    """The exact words in the sentence before `start` for what a period runs from, up to 后 or 之日起, or right before
    it (遇突发事件, 信息变更的); "" for none."""
    low = max(0, start - LOOK_BACK)
    for edge in _SENTENCE.finditer(text, low, start):
        low = edge.end()
    triggers = list(_TRIGGER.finditer(text, max(low, start - _GAP_TO_TRIGGER), start))
    near = _beside(text[triggers[-1].end() if triggers else low:start])
    if near or not triggers or text.count(",", triggers[-1].end(), start) > 1:
        return near
    return _phrase(text, low, triggers[-1].start())


def _beside(words: str) -> str:
    """The start in the clause right before a period, without 后."""
    words = _MUST.sub("", words, count=1)
    clause = words[max((edge.end() for edge in _EDGE.finditer(words)), default=0):]
    if found := _HAPPENED.search(clause) or _SINCE.search(clause):
        return _sound(re.sub("起(?:算)?$", "", found[0]))
    if _CASE.fullmatch(clause) and not clause.startswith(("除", "不", "未", "无")):
        return _sound(without_opening(re.sub("(?:的|之?时)$", "", clause)))
    return _sound(without_opening(clause)) if _DONE.search(clause) else ""


def _phrase(text: str, low: int, high: int) -> str:
    edges = [low, *(edge.end() for edge in _EDGE.finditer(text, low, high))]
    words = without_opening(text[edges[-1]:high])
    if squeezed(words) in _SELF_EVIDENT:
        return text[high - len(words):high + 1]
    if len(squeezed(words)) < SHORT_EVENT and len(edges) > 1 and not _NO_NAME.search(text[edges[-2]:edges[-1] - 1]):
        words = without_opening(text[edges[-2]:high])
    return _sound(words)


def _sound(words: str) -> str:
    return words if 2 <= len(squeezed(words)) <= LONG_EVENT and not _HAS_DAY.search(words) else ""


def without_opening(words: str) -> str:
    """`words` for an event without who has to act and the 在 or 自 before it."""
    words = words.strip()
    if subject := _SUBJECT.match(words):
        words = words[subject.end():]
    words = _AT.sub("", words)
    return _OPENING.sub("", words, count=1).strip().removesuffix("之")
