"""From an office's document to a plan draft in the log, and from an answer to the draft that it makes.

The chat and the command line go the same way here; what a document means is `understanding.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.understanding import Case, Made, made, read, year_in
from locales.catalogue import LOCALES, Texts, texts
from locales.doubts import asked, choice_words, question
from obligations.due import BEIJING
from obligations.errors import PlanFaults, Refusal
from obligations.intake.inquiry import TYPED, UNREAD_NAMES, Doubt
from obligations.intake.known import Known
from obligations.intake.review.carrying import NONE
from obligations.intake.review.edit_fields import Edit
from obligations.intake.terms import Wanted
from obligations.plan import Plan, PlanStatus, Question
from obligations.planfile_row import printable
from storage import departments, districts, documents, knowing, plans
from storage.database import Session
from storage.documents import Circumstances, Stored
from storage.plans import Kept


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that has become a draft; `new`: it says something that was not known before."""

    kept: Kept
    made: Made
    new: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a document that comes in: the case that it makes, the plan with whose rows its own are
    compared, and the one that it goes on from, which may be all that it says."""

    case: Case
    before: Kept | None
    base: Kept | None


def understand(session: Session | None, file: Stored, wanted: Wanted) -> Case:
    """What `take_in` will have to understand, to be made (see `understanding.made`) outside of its transaction.
    `session` None: there is no database yet. Raises Refusal or PlanFaults for a file that cannot be read."""
    return _setting(session, file, wanted).case


def take_in(session: Session, say: Texts, file: Stored, wanted: Wanted, now: datetime, actor: str) -> Taken:
    """Keep a document, or a review workbook that came back, as a draft; what says nothing new is kept once.

    Raises Refusal or PlanFaults, and then nothing is kept.
    """
    if known := _known_file(session, file, wanted):
        return Taken(known, drafted(session, known), False)
    setting = _setting(session, file, wanted)
    found = made(setting.case)
    plan, base = worded(say, found), setting.base
    answers = {doubt.key: doubt.answer for doubt in found.draft.doubts if doubt.answer is not None}
    if base and base.status is not PlanStatus.SUPERSEDED and _says_the_same(base, plan, answers):
        return Taken(base, found, False)
    district = districts.found(session, plan.district)
    plan = replace(plan, key=documents.next_key(session, district, plan.year))
    given = Circumstances(setting.case.known, setting.before, answers, found.carried)
    kept = documents.keep_draft(session, district, plan, file, given, now, actor)
    return Taken(kept, found, True)


def drafted(session: Session, kept: Kept, answers: Mapping[str, str] | None = None) -> Made:
    """What is made of a plan's document, with its own answers or with others. Raises Refusal for a plan written by
    hand, PlanFaults where what was edited in its workbook does not go with the answers."""
    file = documents.stored(session, kept)
    if file is None or kept.imported_at is None:
        raise Refusal("plan-by-hand", code=kept.key)
    wanted = Wanted(kept.imported_at.astimezone(BEIJING).date(), kept.plan.district, kept.plan.year)
    before = plans.plan(session, kept.before) if kept.before else None
    given = kept.answers if answers is None else answers
    case = _case(file, wanted, knowing.from_json(kept.known), given, before)
    return made(replace(case, carried=knowing.edits_from_json(kept.carried)))


def answer(session: Session, kept: Kept, key: str, words: str, now: datetime, actor: str) -> Kept:
    """Write down the answer to the question `key`: the words of a choice, or typed ones where those are asked for.

    It goes into the newest draft of the year; a plan in force stays as it is, and where there is no draft one begins
    as its copy. Raises Refusal for words that mean nothing here.
    """
    kept = to_change(session, kept)
    one = next((one for one in kept.plan.questions if one.key == key), None)
    if one is None:
        raise Refusal("question-gone")
    if one.answer and one.answer == printable(words):
        return kept
    if kept.status is PlanStatus.ACTIVE:
        kept = documents.revision(session, kept, now, actor)
    if kept.document is None:
        return _note_by_hand(session, kept, one, words, now, actor)
    before = drafted(session, kept)
    doubt = next((doubt for doubt in before.draft.questions if doubt.key == key), None)
    if doubt is None:
        raise Refusal("question-gone")
    say = language(kept, before)
    chosen = _chosen(say, doubt, words)
    try:
        changed = drafted(session, kept, {**kept.answers, key: chosen})
        if chosen.startswith(TYPED) and not _is_understood(changed, before, key, chosen):
            raise Refusal("question-typed-unknown", words=words[:40])
        plan = replace(worded(say, changed), key=kept.key)
        return documents.note_answer(session, kept, plan, key, chosen, now, actor)
    except PlanFaults as faults:
        raise _first(faults) from None


def to_change(session: Session, kept: Kept) -> Kept:
    """The plan that an answer to a question of `kept` is about: a newer draft of the year goes before. Raises Refusal
    for one that was replaced."""
    if kept.status is PlanStatus.SUPERSEDED:
        raise Refusal("plan-not-a-draft", code=kept.key)
    newest = plans.coming(session, kept.district_id, kept.plan.year)
    return newest if newest and newest.id > kept.id else kept


def worded(say: Texts, made: Made) -> Plan:
    """The plan with its questions in words."""
    keys = [task.key for task in made.draft.plan.tasks]
    return replace(made.plan, questions=tuple(question(say, doubt, keys) for doubt in made.draft.questions))


def language(kept: Kept, made: Made) -> Texts:
    """The language that a plan's questions are in: that of whoever sent the document."""
    first = next(iter(made.draft.questions), None)
    words = next((one.ask for one in kept.plan.questions if first and one.key == first.key), "")
    spoken = (say for say in map(texts, LOCALES) if first and asked(say, first) == words)
    return next(spoken, texts(LOCALES[0]))


def _known_file(session: Session, file: Stored, wanted: Wanted) -> Kept | None:
    district = districts.called(session, wanted.district)
    return documents.drafted_from(session, district, file.content, wanted.year) if district is not None else None


def _setting(session: Session | None, file: Stored, wanted: Wanted) -> _Setting:
    review = read(file).review
    if review and wanted.district and review.district != wanted.district:
        raise Refusal("review-other-district", named=review.district, district=wanted.district)
    own = review.answers if review else {}
    district = districts.called(session, wanted.district) if session else None
    if session is None or district is None:
        return _Setting(_case(file, wanted, Known(wanted.district), own, None), None, None)
    base = plans.called(session, district, review.key) if review else None
    if review and base and base.document is not None:
        before = plans.plan(session, base.before) if base.before else None
        case = _case(file, wanted, knowing.from_json(base.known), review.answers_after(base.answers), before)
        return _Setting(case, before, base)
    year = (review.year if review else wanted.year) or year_in(file)
    active, draft = (find(session, district, year) for find in (plans.in_force, plans.coming))
    given = {**(active.answers if active else {}), **(draft.answers if draft else {}), **own}
    before, latest = active or draft, draft or active
    known = replace(departments.known(session, district), used=plans.used_keys(session, district, year))
    case = replace(_case(file, wanted, known, given, before), inherited=_inherited(latest))
    return _Setting(case, before, latest)


def _inherited(latest: Kept | None) -> tuple[Edit, ...]:
    """What the office edited in the latest version. What did not hold there may hold in the next one, as long as the
    office has not put that version in force."""
    found = knowing.edits_from_json(latest.carried) if latest else NONE
    return (*found.kept, *(found.lost if latest and latest.status is PlanStatus.DRAFT else ()))


def _case(file: Stored, wanted: Wanted, known: Known, answers: Mapping[str, str], before: Kept | None) -> Case:
    return Case(file, wanted, known, tuple(sorted(answers.items())), before.content if before else "")


def _says_the_same(base: Kept, plan: Plan, answers: Mapping[str, str]) -> bool:
    """Whether a plan differs in nothing from one that is there, and asks nothing that was not asked there."""
    old = {one.key for one in base.plan.questions}
    return (answers == base.answers and all(one.key in old for one in plan.open_questions)
            and replace(plan, key=base.key, questions=base.plan.questions) == base.plan)


def _first(faults: PlanFaults) -> Refusal:
    """What stands against an answer: the document itself, or what was edited in its workbook."""
    edits = [fault for fault in faults.faults if fault.key.startswith("edit-")]
    return Refusal("question-against-edits", count=len(edits)) if edits else faults.faults[0]


def _note_by_hand(session: Session, kept: Kept, one: Question, words: str, now: datetime, actor: str) -> Kept:
    """An answer about a plan that was written by hand: it is only kept, there is nothing to draft again."""
    if words not in one.choices:
        raise Refusal("question-typed-unknown", words=words[:40])
    questions = tuple(replace(q, answer=words) if q.key == one.key else q for q in kept.plan.questions)
    return documents.note_answer(session, kept, replace(kept.plan, questions=questions), one.key, words, now, actor)


def _chosen(say: Texts, doubt: Doubt, words: str) -> str:
    """The id of the choice with these words, or the words themselves where they may be typed. Raises Refusal."""
    for choice in doubt.choices:
        if choice_words(say, choice) == words:
            return choice.id
    if not doubt.typed or not printable(words):
        raise Refusal("question-typed-unknown", words=words[:40])
    return TYPED + printable(words)


def _is_understood(changed: Made, before: Made, key: str, chosen: str) -> bool:
    """Whether typed words are in force now, and are not themselves what is doubtful next."""
    old = {one.key for one in before.draft.doubts}
    new = [one for one in changed.draft.doubts if one.key not in old and one.kind in UNREAD_NAMES]
    if any(one.quote.text and one.quote.text in chosen for one in new):
        return False
    return any(one.key == key and one.answer == chosen for one in changed.draft.doubts)

