"""Names the kinds of events that a document's own words speak of: the same words always give the same kind."""

from hashlib import sha256

from obligations.intake.when.time_words import squeezed
from obligations.plan import EventKind, Scope
from obligations.planfile_row import printable

LONGEST_NAME = 30       # characters, so that it can be typed when the event is registered
_HEAD = 14


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


def sentence_to(text: str, end: int) -> str:
    """The words of the sentence in `text` that come before `end`."""
    return text[max(text.rfind(sign, 0, end) for sign in "。；;\n") + 1:end]
