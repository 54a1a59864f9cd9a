"""Understands a liaison's words: one meaning, or one clear question that keeps all that was typed.

Whose the items are, and whether they are still open, is the ledger's knowledge and not decided here.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from obligations.links import LinkFault
from obligations.remainder import is_plain
from obligations.reply_parts import Parts, taken_apart
from obligations.reply_words import (
    is_denied,
    is_only_filler,
    says_done,
    says_nothing_due,
    says_undo,
)
from obligations.wording import has_hidden, visible

LONGEST = 5_000    # characters; messengers let less through in one message


class Question(StrEnum):
    """The one thing to ask back; the value is the key of the sentence."""

    HIDDEN_MARKS = "ask-hidden-marks"
    TOO_LONG = "ask-too-long"
    BAD_LINK = "ask-bad-link"
    CUT_LINK = "ask-cut-link"        # a link that plainly goes on beyond what can be read of it
    BAD_NUMBER = "ask-bad-number"
    WHICH_ITEM = "ask-which-item"
    NO_LINK = "ask-no-link"
    WHICH_LINK = "ask-which-link"
    IS_IT_DONE = "ask-is-it-done"    # words stand beside the report that are not known to be harmless


@dataclass(frozen=True, slots=True)
class ItemClose:
    """One item with the links that prove it, at least one."""

    number: int
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Close:
    """已公开: items in the order typed, each once; `words` is what stands beside numbers and links."""

    items: tuple[ItemClose, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class NothingToPublish:
    """本期无: these items are confirmed without anything to publish."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Undo:
    """撤销; None: the person's last closure."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Half understood. The pieces are kept, so that only what is missing must be typed: `numbers`
    sure or likely, good `links`, `refused` links with a `LinkFault` each, and the other `words`."""

    question: Question
    numbers: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    words: str = ""
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NotDone:
    """还没有: the answer no to the question whether these items are done."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotAReply:
    """No attempt to report anything."""


Reading = Close | NothingToPublish | Undo | Ask | NotDone | NotAReply


def read_reply(
    text: str,
    *,
    extra_links: tuple[str, ...] = (),
    shown: tuple[int, ...] = (),
    awaiting: tuple[int, ...] = (),
) -> Reading:
    """What `text` means. `shown`: the items of the message replied to, in its order; `awaiting`: those
    just asked about; `extra_links`: links the channel knows apart from the text. Never raises."""
    if text.lstrip().startswith(("/", "／")):
        return NotAReply()
    context = shown or awaiting
    parts = taken_apart(visible(text[:2 * LONGEST]), extra_links, context)
    reading = _meaning(parts, shown, context)
    if isinstance(reading, NotAReply):
        return reading
    if has_hidden(text):
        return _ask(parts, Question.HIDDEN_MARKS)
    return _ask(parts, Question.TOO_LONG) if len(text) > LONGEST else reading


def _meaning(parts: Parts, shown: tuple[int, ...], context: tuple[int, ...]) -> Reading:
    if says_undo(parts.words) and not (parts.links or parts.refused):
        return _undo(parts, shown)
    if says_nothing_due(parts.words):
        return _nothing(parts, context)
    return _report(parts, context)


def _undo(parts: Parts, shown: tuple[int, ...]) -> Reading:
    if parts.bad:
        return _ask(parts, Question.BAD_NUMBER)
    numbers = parts.numbers or (shown if len(shown) == 1 else ())
    if parts.likely or len(numbers) > 1:
        return _ask(parts, Question.WHICH_ITEM)
    return Undo(numbers[0] if numbers else None)


def _nothing(parts: Parts, context: tuple[int, ...]) -> Reading:
    numbers = parts.numbers or (context if len(context) == 1 else ())
    if parts.bad:
        return _ask(parts, Question.BAD_NUMBER)
    if parts.links or parts.refused:
        return _ask(parts, Question.IS_IT_DONE)
    if numbers and not parts.likely:
        return NothingToPublish(numbers)
    # A lone 无 without anything it could be about is small talk.
    return NotAReply() if len(parts.words) < 2 and not parts.likely else _ask(parts, Question.WHICH_ITEM)


def _report(parts: Parts, context: tuple[int, ...]) -> Reading:
    if not _is_attempt(parts, context):
        return NotAReply()
    if not (parts.numbers or parts.likely or parts.bad) and len(context) == 1:
        parts = _about(parts, context[0])
    if parts.refused:
        are_cut = all(fault == LinkFault.CUT.value for _, fault in parts.refused)
        return _ask(parts, Question.CUT_LINK if are_cut else Question.BAD_LINK)
    if parts.bad:
        return _ask(parts, Question.BAD_NUMBER)
    if parts.likely or not parts.numbers:
        return _ask(parts, Question.WHICH_ITEM)
    return _closing(parts)


def _closing(parts: Parts) -> Reading:
    if not is_plain(parts.words):
        return _ask(parts, Question.IS_IT_DONE)
    if not parts.links:
        return _ask(parts, Question.NO_LINK)
    items = _paired(parts)
    return Close(items, parts.words) if items else _ask(parts, Question.WHICH_LINK)


def _is_attempt(parts: Parts, context: tuple[int, ...]) -> bool:
    """Whether somebody tries to report: with a link, with 已公开, or with nothing but a number."""
    has_number = bool(parts.numbers or parts.likely or parts.bad)
    if is_denied(parts.words) and not (parts.links and (has_number or len(context) == 1)):
        return False
    if parts.links or parts.refused:
        return True
    if says_done(parts.words):
        return has_number or bool(context) or is_only_filler(parts.words)
    return is_only_filler(parts.words) and (parts.marked or (has_number and bool(context)))


def _about(parts: Parts, number: int) -> Parts:
    """The same parts, said about the one item in question."""
    return replace(parts, trail=(number, *parts.trail))


def _ask(parts: Parts, question: Question) -> Ask:
    numbers = tuple(dict.fromkeys(parts.numbers + parts.likely))
    return Ask(question, numbers, parts.links, parts.words, parts.refused)


def _paired(parts: Parts) -> tuple[ItemClose, ...]:
    """Every item with its links; empty when it is not certain which link belongs to which item."""
    if len(parts.numbers) == 1:
        return (ItemClose(parts.numbers[0], parts.links),)
    runs = [(kind, tuple(dict.fromkeys(run))) for kind, run in groupby(parts.trail, key=type)]
    if len(runs) % 2 or (parts.loose and len(runs) > 2):
        return ()
    pairs = [sorted(pair, key=lambda run: run[0] is str) for pair in zip(runs[::2], runs[1::2], strict=True)]
    if any(len(numbers) > 1 and len(links) > 1 for (_, numbers), (_, links) in pairs):
        return ()
    together: dict[int, dict[str, None]] = {}
    for (_, numbers), (_, links) in pairs:
        for number in numbers:
            together.setdefault(int(number), {}).update(dict.fromkeys(map(str, links)))
    return tuple(ItemClose(number, tuple(links)) for number, links in together.items())
