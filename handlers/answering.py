"""What a message means together with the question that was asked before it: the number now, the link then, yes or no.

What is asked, and what becomes of the items, is done in `report.py`.
"""

from dataclasses import dataclass, replace

from handlers.context import Context
from obligations.remainder import is_plain
from obligations.reply import Ask, Close, ItemClose, NotDone, Question, Reading
from obligations.reply_words import says_done, says_no, says_yes
from storage import pending

ASKED = "report"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was asked last: `ask` with the words beside numbers and links, and all that was `typed` for it."""

    ask: Ask
    typed: str


def kept_of(context: Context) -> Kept | None:
    """The question about a report that still waits for this person's answer."""
    if context.member is None:
        return None
    asked = pending.asked(context.session, context.member.id, context.request.now)
    if asked is None or asked.kind != ASKED:
        return None
    question, numbers, links, typed = (asked.content[name] for name in ("question", "numbers", "links", "words"))
    beside = str(asked.content.get("beside", ""))
    return Kept(Ask(Question(question), tuple(numbers), tuple(links), beside), typed)


def completed(reading: Reading, kept: Ask, text: str) -> Reading:
    """A question's answer together with what was understood before: the number now, the link then."""
    if kept.question is Question.IS_IT_DONE:
        reading = _answered(reading, kept, text)
    return _still_doubted(_with_links(reading, kept), kept)


def _answered(reading: Reading, kept: Ask, text: str) -> Reading:
    """Yes or no to the question whether it is done. A yes to several items does not say to which."""
    if says_no(text):
        return NotDone(kept.numbers)
    if not says_yes(text):
        return reading
    return Ask(Question.NO_LINK if len(kept.numbers) == 1 else Question.WHICH_ITEM, kept.numbers)


def _with_links(reading: Reading, kept: Ask) -> Reading:
    """The links sent before, now that the item is named. Links that were sent for another item, or that
    could not be told apart, prove nothing."""
    if not (isinstance(reading, Ask) and kept.links) or reading.links:
        return reading
    meant = kept.question is Question.WHICH_ITEM or (
        kept.question is Question.IS_IT_DONE and set(reading.numbers) <= set(kept.numbers))
    if meant and reading.question is Question.WHICH_ITEM:
        return replace(reading, links=kept.links)
    if not meant or reading.question is not Question.NO_LINK:
        return reading
    if len(reading.numbers) == 1 or len(kept.links) == 1:
        return Close(tuple(ItemClose(number, kept.links) for number in reading.numbers), reading.words)
    return replace(reading, question=Question.WHICH_LINK, links=kept.links)


def _still_doubted(reading: Reading, kept: Ask) -> Reading:
    """A doubt that stood beside the missing piece is not gone once the piece is there: it is asked about,
    unless this answer itself says 已公开 or the doubt was asked about already."""
    settled = kept.question is Question.IS_IT_DONE or is_plain(kept.words)
    if settled or not isinstance(reading, Close | Ask) or says_done(reading.words) or not goes_on(reading, kept):
        return reading
    if isinstance(reading, Ask):
        return replace(reading, words=f"{kept.words} {reading.words}")
    links = tuple(dict.fromkeys(link for item in reading.items for link in item.links))
    return Ask(Question.IS_IT_DONE, tuple(item.number for item in reading.items), links, kept.words)


def goes_on(reading: Ask | Close, kept: Ask) -> bool:
    """Whether this is about the items or the links that were asked about."""
    numbers = {item.number for item in reading.items} if isinstance(reading, Close) else set(reading.numbers)
    return not (numbers and kept.numbers) or not numbers.isdisjoint(kept.numbers)
