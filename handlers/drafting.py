"""From an office's document to a plan draft in the log, and from an answer to the draft that it makes.

The chat and the command line go the same way here; what a document means is `understanding.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.setting import case_of, setting
from handlers.understanding import Made, Understanding
from locales.catalogue import Texts
from locales.doubts import choice_words, question
from locales.planning import remark
from obligations.errors import PlanFaults, Refusal
from obligations.intake.inquiry import TYPED, UNREAD_NAMES, Doubt
from obligations.intake.terms import Wanted
from obligations.plan import Plan, PlanStatus
from obligations.planfile_row import printable
from storage import districts, documents, plans
from storage.database import Session
from storage.documents import Circumstances, Stored
from storage.knowing import doubts_from_json
from storage.plans import Kept


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that has become a draft; `new`: it says something that was not known before. `beside`: a newer plan
    of which a review workbook that came back knows nothing. `made`: what was made of the document; None: its draft
    was known already, by its very bytes."""

    kept: Kept
    new: bool
    beside: Kept | None = None
    made: Made | None = None


def understand(session: Session | None, understanding: Understanding, file: Stored, wanted: Wanted) -> Made:
    """What `take_in` will have to understand. `session` None: there is no database yet. Raises Refusal or PlanFaults
    for a file that cannot be read, NotUnderstood for what is to be understood outside of a transaction."""
    return understanding.made(setting(session, understanding, file, wanted).case)


def take_in(session: Session, understanding: Understanding, file: Stored, wanted: Wanted, now: datetime,
            actor: str) -> Taken:
    """Keep a document, or a review workbook that came back, as a draft; what says nothing new is kept once.

    Raises Refusal or PlanFaults, and then nothing is kept; NotUnderstood.
    """
    if known := _known_file(session, file, wanted):
        return Taken(known, False)
    around = setting(session, understanding, file, wanted)
    found, base = understanding.made(around.case), around.base
    answers = {doubt.key: doubt.answer for doubt in found.draft.doubts if doubt.answer is not None}
    if base and base.status is not PlanStatus.SUPERSEDED and _says_the_same(base, found, answers):
        return Taken(base, False, around.beside, found)
    district = districts.found(session, found.plan.district)
    plan = replace(found.plan, key=documents.next_key(session, district, found.plan.year))
    given = Circumstances(around.case.known, around.case.wanted.today, around.before, answers, found.carried)
    kept = documents.keep_draft(session, district, plan, found.draft.doubts, file, given, now, actor)
    return Taken(kept, True, around.beside, found)


def drafted(session: Session, understanding: Understanding, kept: Kept,
            answers: Mapping[str, str] | None = None) -> Made:
    """What is made of a plan's document, with its own answers or with others. Raises Refusal for a plan written by
    hand, PlanFaults where what was edited in its workbook does not go with the answers, NotUnderstood."""
    case = case_of(session, kept, kept.answers if answers is None else answers)
    if case is None:
        raise Refusal("plan-by-hand", code=kept.key)
    return understanding.made(case)


def answer(session: Session, understanding: Understanding, say: Texts, kept: Kept, key: str, words: str, now: datetime,
           actor: str) -> Kept:
    """Write down the answer to the question `key`: the words of a choice, as `say` has them, or typed ones where
    those are asked for.

    It goes into the newest draft of the year; a plan in force stays as it is, and where there is no draft one begins
    as its copy. Raises Refusal for words that mean nothing here, NotUnderstood.
    """
    kept = to_change(session, kept)
    if kept.plan.questions:
        return _note_by_hand(session, kept, key, words, now, actor)
    doubt = _asked(kept, key)
    chosen = _chosen(say, doubt, words)
    if doubt.answer == chosen:
        return kept
    if kept.status is PlanStatus.ACTIVE:
        kept = documents.revision(session, kept, now, actor)
    try:
        changed = drafted(session, understanding, kept, {**kept.answers, key: chosen})
        if chosen.startswith(TYPED) and not _is_understood(changed, kept, key, chosen):
            raise Refusal("question-typed-unknown", words=words[:40])
        plan = replace(changed.plan, key=kept.key)
        return documents.note_answer(session, kept, plan, changed.draft.doubts, key, chosen, now, actor)
    except PlanFaults as faults:
        raise _first(faults) from None


def to_change(session: Session, kept: Kept) -> Kept:
    """The plan that an answer to a question of `kept` is about: a newer draft of the year goes before. Raises Refusal
    for one that was replaced."""
    if kept.status is PlanStatus.SUPERSEDED:
        raise Refusal("plan-not-a-draft", code=kept.key)
    newest = plans.coming(session, kept.district_id, kept.plan.year)
    return newest if newest and newest.id > kept.id else kept


def in_words(say: Texts, kept: Kept) -> Plan:
    """The plan with its questions as `say` has them; those of a plan written by hand are in its own words, and so are
    those of a document that could not be read again when questions were first kept in ids."""
    plan = kept.plan
    if plan.questions:
        return plan
    keys = [task.key for task in plan.tasks]
    return replace(plan, questions=tuple(question(say, doubt, keys) for doubt in _doubts(kept) if doubt.choices))


def remarks(say: Texts, kept: Kept) -> list[str]:
    """What should only be seen about a plan's document, in words, in the order of its rows; none about a plan written
    by hand."""
    keys = [task.key for task in kept.plan.tasks]
    noted = [doubt for doubt in _doubts(kept) if not doubt.choices]
    ordered = sorted(noted, key=lambda one: -1 if one.row is None else one.row)
    return [remark(say, one, None if one.row is None else keys[one.row]) for one in ordered]


def _doubts(kept: Kept) -> tuple[Doubt, ...]:
    return doubts_from_json(kept.doubts)


def _asked(kept: Kept, key: str) -> Doubt:
    """The question with this key. Raises Refusal for one that is not asked any more."""
    found = next((doubt for doubt in _doubts(kept) if doubt.key == key and doubt.choices), None)
    if found is None:
        raise Refusal("question-gone")
    return found


def _known_file(session: Session, file: Stored, wanted: Wanted) -> Kept | None:
    """The plan of these very bytes, as long as it can still be worked on: one that was replaced, or was drafted
    beside another plan in force than the present one, is made anew."""
    district = districts.called(session, wanted.district)
    if district is None:
        return None
    kept = documents.drafted_from(session, district, file.content, wanted.year)
    if kept is None or kept.status is PlanStatus.ACTIVE:
        return kept
    active = plans.in_force(session, district, kept.plan.year)
    is_outdated = kept.status is PlanStatus.SUPERSEDED or (active and active.id != kept.before)
    return None if is_outdated else kept


def _says_the_same(base: Kept, found: Made, answers: Mapping[str, str]) -> bool:
    """Whether a plan differs in nothing from one that is there, and asks nothing that was not asked there."""
    old = {one.key for one in _doubts(base)}
    return (answers == base.answers and all(one.key in old for one in found.draft.questions if one.answer is None)
            and replace(found.plan, key=base.key, questions=()) == replace(base.plan, questions=()))


def _first(faults: PlanFaults) -> Refusal:
    """What stands against an answer: the document itself, or what was edited in its workbook."""
    edits = [fault for fault in faults.faults if fault.key.startswith("edit-")]
    return Refusal("question-against-edits", count=len(edits)) if edits else faults.faults[0]


def _note_by_hand(session: Session, kept: Kept, key: str, words: str, now: datetime, actor: str) -> Kept:
    """An answer about a plan that was written by hand, in whose own words its questions are: it is only kept, there
    is nothing to draft again."""
    one = next((one for one in kept.plan.questions if one.key == key), None)
    if one is None:
        raise Refusal("question-gone")
    if one.answer == words:
        return kept
    if words not in one.choices:
        raise Refusal("question-typed-unknown", words=words[:40])
    if kept.status is PlanStatus.ACTIVE:
        kept = documents.revision(session, kept, now, actor)
    questions = tuple(replace(q, answer=words) if q.key == key else q for q in kept.plan.questions)
    return documents.note_answer(session, kept, replace(kept.plan, questions=questions), (), key, words, now, actor)


def _chosen(say: Texts, doubt: Doubt, words: str) -> str:
    """The id of the choice with these words, or the words themselves where they may be typed. Raises Refusal."""
    for choice in doubt.choices:
        if choice_words(say, choice) == words:
            return choice.id
    if not doubt.typed or not printable(words):
        raise Refusal("question-typed-unknown", words=words[:40])
    return TYPED + printable(words)


def _is_understood(changed: Made, before: Kept, key: str, chosen: str) -> bool:
    """Whether typed words are in force now, and are not themselves what is doubtful next."""
    old = {one.key for one in _doubts(before)}
    new = [one for one in changed.draft.doubts if one.key not in old and one.kind in UNREAD_NAMES]
    if any(one.quote.text and one.quote.text in chosen for one in new):
        return False
    return any(one.key == key and one.answer == chosen for one in changed.draft.doubts)
