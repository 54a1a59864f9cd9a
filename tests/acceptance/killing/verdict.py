"""Holds what people said against what is left: every reply's effect exactly once, every word of the bot true.

The replies are replayed in the order in which they came, on a slate of its own that knows nothing
of the bot's code: what each must have brought about is known for certain, however often it was killed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.acceptance.killing.crowd import Act, Said
from tests.acceptance.killing.facts import Facts, Message, Proof

PUBLISHED, WITHDRAWN = "published", "withdrawn"
_CLOSED = re.compile(r"#(\d+) [^\n]*\n {4}(https://\S+)")
_MARKED = re.compile(r"^已销号 #(\d+) ", re.MULTILINE)
_UNDONE = re.compile(r"^已撤销 #(\d+) ")
_DIGEST = re.compile(r"^[^\n]+ · (\d+)月(\d+)日 周.(?=\n+(?:待公开|逾期|没有逾期))")
_MARK = re.compile(r"^可能重复：[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong, each with its evidence; all empty is what must be."""

    lost: list[str]
    missed: list[str]
    doubled: list[str]
    unfounded: list[str]
    shown_as_sent: list[str]
    other: list[str]

    @property
    def clean(self) -> bool:
        """Whether every promise was kept."""
        return not (self.lost or self.missed or self.doubled or self.unfounded or self.shown_as_sent or self.other)


def judge(said: list[Said], facts: Facts) -> Findings:
    """Everything that is wrong."""
    return Findings(list(_lost(said, facts)), list(_missed(facts)), list(_doubled(facts)), list(_unfounded(facts)),
                    list(_shown_as_sent(facts)), list(_other(said, facts)))


def plain(text: str) -> str:
    """The words without the mark of what was perhaps said before."""
    return _MARK.sub("", text)


def digests(facts: Facts, *, marked: bool) -> Counter[tuple[int, str]]:
    """How often each digest's first message was accepted, by chat and head, with the mark or without."""
    sent = [one for one in facts.accepted if one["method"] == "sendMessage"]
    heads = ((one["chat"], _DIGEST.match(plain(one["text"]))) for one in sent
             if bool(_MARK.match(one["text"])) is marked)
    return Counter((chat, head[0]) for chat, head in heads if head)


def twice_in_doubt(facts: Facts) -> list[Message]:
    """The digests of which even the repetition has an unknown fate: the next one takes their items along, and the
    office is told; all others must have arrived on their day."""
    return [one for one in facts.messages if one.day and one.state == "unknown"]


def receipts(facts: Facts) -> list[tuple[int, str]]:
    """Number and link of every closing that was acknowledged."""
    return [(int(number), link) for one in facts.accepted if plain(one["text"]).startswith("已销号 ")
            for number, link in _CLOSED.findall(one["text"])]


def _lost(said: list[Said], facts: Facts) -> Iterator[str]:
    standing: dict[int, int] = {}   # item → the chat whose reply closes it
    asked: dict[int, int] = {}      # chat → the item it was asked the link of
    for one in sorted(said, key=lambda one: one.update):
        if facts.inbox.get(one.update) != "done":
            yield f"{one} was not handled"
        if not facts.answers.get(one.key):
            yield f"{one} was not answered"
        expected = _expected(one, standing, asked)
        found = facts.proofs.get(one.key, [])
        if found != expected and not _lapsed(one, found, facts):
            yield f"{one} brought {found} instead of {expected}"
        for proof in found:
            _apply(proof, standing)


def _expected(one: Said, standing: dict[int, int], asked: dict[int, int]) -> list[Proof]:
    is_open = one.number not in standing
    if one.act is Act.DONE and is_open:
        asked[one.chat] = one.number
    answers_question = one.act is Act.LINK and asked.pop(one.chat, 0) == one.number
    if answers_question or (one.act is Act.REPORT and is_open):
        return [Proof(one.number, one.chat, PUBLISHED, (one.link,))]
    if one.act is Act.UNDO and standing.get(one.number) == one.chat:
        return [Proof(one.number, one.chat, WITHDRAWN, ())]
    return []


def _lapsed(one: Said, found: list[Proof], facts: Facts) -> bool:
    """A bare link that came more than a day after its question is asked about again, and nothing is lost."""
    return one.act is Act.LINK and not found and any("说的是哪一件" in a.text for a in facts.answers.get(one.key, ()))


def _apply(proof: Proof, standing: dict[int, int]) -> None:
    if proof.kind == PUBLISHED:
        standing[proof.number] = proof.chat
    else:
        standing.pop(proof.number, None)


def unheard(facts: Facts) -> list[Message]:
    """The digests that were planned, had something to say, and did not arrive on their day."""
    arrived = {(one["chat"], *map(int, head.groups())) for one in facts.accepted
               if (head := _DIGEST.match(plain(one["text"])))}
    planned = [one for one in facts.messages if one.day and one.state != "void" and one.key.count(":") == 2]
    return [one for one in planned if (one.chat, *map(int, one.day.split("-")[1:])) not in arrived]


def _missed(facts: Facts) -> Iterator[str]:
    excused = {one.key for one in twice_in_doubt(facts)}
    yield from (f"{one.key} ({one.state}) did not arrive on its day" for one in unheard(facts)
                if one.key not in excused)


def _doubled(facts: Facts) -> Iterator[str]:
    for marked in (False, True):
        for (chat, head), times in digests(facts, marked=marked).items():
            if times > 1:
                yield f"{head} to {chat}: {times} times {'marked' if marked else 'without a mark'}"
    # Whatever else went out without a mark went out once for each time that it was planned.
    planned = Counter((one.chat, plain(one.text)) for one in facts.messages)
    said = Counter((one["chat"], one["text"]) for one in facts.accepted
                   if one["method"] == "sendMessage" and not _DIGEST.match(one["text"]))
    yield from (f"{text[:40]!r} to {chat}: {times} times without a mark" for (chat, text), times in said.items()
                if not _MARK.match(text) and times > max(1, planned[chat, text]))


def _unfounded(facts: Facts) -> Iterator[str]:
    proofs = [proof for found in facts.proofs.values() for proof in found]
    linked = {(proof.number, link) for proof in proofs for link in proof.links}
    closed = {proof.number for proof in proofs if proof.kind == PUBLISHED}
    undone = {proof.number for proof in proofs if proof.kind == WITHDRAWN}
    yield from (f"receipt for {claim}" for claim in receipts(facts) if claim not in linked)
    for text in (plain(one["text"]) for one in facts.accepted):
        yield from (f"card says #{n} is closed" for n in _MARKED.findall(text) if int(n) not in closed)
        yield from (f"#{n} is said to be taken back" for n in _UNDONE.findall(text) if int(n) not in undone)


def _shown_as_sent(facts: Facts) -> Iterator[str]:
    there = {(one["chat"], one["message_id"], one["text"]) for one in facts.accepted}
    for one in facts.messages:
        if one.state == "sent" and (one.chat, one.message, one.text) not in there:
            yield f"{one.key} is called sent"


def _other(said: list[Said], facts: Facts) -> Iterator[str]:
    yield from facts.violations
    if facts.log.broken_at:
        yield f"the log is broken: {facts.log}"
    known = {one.key for one in said}
    yield from (f"evidence of nobody: {source}" for source in facts.proofs if source not in known)
    yield from (f"{one.key} is {one.state}" for one in facts.messages if one.state in ("queued", "sending", "dead"))
    planned = {(one.chat, plain(one.text)) for one in facts.messages if one.state in ("sent", "unknown")}
    # What was in doubt is worded anew when it goes out once more, so the first words may be gone.
    anew = {one.chat for one in facts.messages if one.doubts and one.day}
    yield from (f"sent, but not in the outbox: {one['text'][:60]!r}" for one in facts.accepted
                if (one["chat"], plain(one["text"])) not in planned
                and not (one["chat"] in anew and _DIGEST.match(plain(one["text"]))))
    if "Traceback" in facts.victims_log:
        yield f"a traceback in the log: {facts.victims_log.partition('Traceback')[2][:2000]}"
