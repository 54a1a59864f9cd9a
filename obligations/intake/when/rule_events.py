"""Names the kinds of events that a document's own words speak of: the same words always give the same kind.

A name reads well before 后 (会议结束后 3 个工作日内); which words they are is found in `time_starts.py`.
"""

import re
from collections import Counter
from hashlib import sha256

from obligations.intake.when.time_words import squeezed
from obligations.plan import EventKind, Scope
from obligations.planfile_row import printable

LONGEST_NAME = 30       # characters, so that it can be typed when the event is registered
UNKNOWN = "未写明的起算日（{}）"
SHORTEST = 4            # characters that tell one thing to be done from another
_HEAD = 14
_CLAUSE = re.compile("[，。；;\n]")
_BEFORE = re.compile("^(?:除.{1,30}?外[，,、]?|每(?:次|个|项|批|期|场)|凡是?|如有|按照?(?:规定|要求)"
                     "|[自从在于待经](?=.{2}))+")
_SINCE = re.compile("自(?![然主愿动身行建查治])")
_BEHIND = re.compile("(?:之日|之时|以后|之后|[的时之后，,]|之)+$")
_JOINED = re.compile("[，,](?:一?经)?")
_HAPPENS = re.compile("(?:如?遇(?:有|到|见)?|发生|出现)(?P<what>.{2,})")
_SHORT = {"会": "会议结束", "会议": "会议结束", "发文": "文件印发"}
_ITEM = re.compile(r"^\s*(?:[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[①-⑳])\s*")


class Events:
    """The kinds of events of one document, no two of which have the same name."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._times: Counter[str] = Counter()

    def kind(self, words: str, *, named: bool) -> EventKind:
        """The kind of event that `words` speak of; `named`: whom it concerns is said when it is registered."""
        return event_kind(noun(words), named=named)

    def unknown(self, asked: str, about: str, *, named: bool) -> EventKind:
        """The kind of event from which a period of `asked` runs whose words do not say from what; it is called after
        `about`, what has to be done."""
        key = event_kind(UNKNOWN.format(asked), named=named).key
        room = LONGEST_NAME - len(UNKNOWN.format(""))
        plain = squeezed(printable(_ITEM.sub("", about))).strip("，。；、：,.;:") or "-"
        name = UNKNOWN.format(plain if len(plain) <= room else plain[:room - 1] + "…")
        if self._keys.setdefault(name, key) != key:
            self._times[name] += 1
            mark = str(self._times[name] + 1)
            name = UNKNOWN.format(plain[:room - 1 - len(mark)] + "…" + mark)
            self._keys[name] = key
        return EventKind(key, name, Scope.NAMED if named else Scope.FIXED)


def telling(*texts: str) -> str:
    """The first words of the first of `texts` that tell what has to be done, or else those of the last."""
    first = [_CLAUSE.split(text.strip(), maxsplit=1)[0] for text in texts]
    return next((words for words in first if len(words) >= SHORTEST), first[-1])


def noun(words: str) -> str:
    """`words` as what can happen: 除依法不公开的外，会 is 会议结束, 遇突发事件 is 突发事件发生."""
    plain = _BEHIND.sub("", _BEFORE.sub("", squeezed(printable(words)).strip("，。；、：,.;:")))
    plain = _SINCE.sub("", _JOINED.sub("", plain))
    if happens := _HAPPENS.fullmatch(plain):
        plain = happens["what"].removesuffix("发生") + "发生"
    return _SHORT.get(plain, plain) or words


def event_kind(words: str, *, named: bool) -> EventKind:
    """The kind of event called `words`; `named`: whom it concerns is said when it is registered."""
    plain = squeezed(printable(words))
    key = "event-" + sha256(plain.encode(errors="replace")).hexdigest()[:6]
    return EventKind(key, _clipped(plain), Scope.NAMED if named else Scope.FIXED)


def _clipped(words: str) -> str:
    """Long words keep both ends: events often differ only in the last (…结束, …印发)."""
    words = words.strip("，。；、：,.;:") or "-"
    if len(words) <= LONGEST_NAME:
        return words
    return f"{words[:_HEAD]}…{words[_HEAD + 1 - LONGEST_NAME:]}"
