"""Documents as they came and the plans drafted from them; what a document means is decided in `obligations/intake`."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count

from sqlmodel import Session, col, select

from obligations.errors import Refusal
from obligations.intake.inquiry import Doubt
from obligations.intake.known import Known
from obligations.intake.review.carrying import Carried
from obligations.plan import Plan as Drafted
from obligations.plan import PlanStatus
from obligations.planfile_write import write_plan
from storage import audit, plans
from storage.knowing import as_json, doubts_as_json, edits_as_json
from storage.plans import Kept
from storage.tables import Document, Plan


@dataclass(frozen=True, slots=True)
class Stored:
    """A file exactly as it was sent."""

    name: str
    content: bytes = field(repr=False)


def stored(session: Session, kept: Kept) -> Stored | None:
    """The file that a plan was drafted from; None: the plan was written by hand."""
    row = session.get(Document, kept.document) if kept.document else None
    return Stored(row.name, row.content) if row else None


def drafted_from(session: Session, district: int, content: bytes, year: int | None = None) -> Kept | None:
    """The newest plan drafted from these very bytes, of any year or of one, whatever has been answered since; None:
    they are new."""
    newest = select(Plan).join(Document).where(Document.district_id == district,
                                               Document.digest == hashlib.sha256(content).hexdigest())
    newest = newest if year is None else newest.where(Plan.year == year)
    row = session.exec(newest.order_by(col(Plan.id).desc())).first()
    return plans.kept(row) if row else None


def next_key(session: Session, district: int, year: int) -> str:
    """A key for a further plan of a year: 2018-1, 2018-2 …"""
    return plans.free_key(session, district, (f"{year}-{number}" for number in count(1)))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """With what a document was understood, on the local day `read_on`: what was `known` of the district, the plan
    with whose rows its own were compared, the `answers` in force, and the edits of an earlier version that were
    `carried` over."""

    known: Known
    read_on: date
    before: Kept | None
    answers: Mapping[str, str]
    carried: Carried


def keep_draft(session: Session, district: int, plan: Drafted, doubts: Sequence[Doubt], file: Stored,
               given: Circumstances, now: datetime, actor: str) -> Kept:
    """A new draft with the file it was made of, and what is doubtful about it. Raises PlanFaults for one that could
    not be read again."""
    document = _document(session, district, file)
    content = _written(plan)
    # A revision of the same file is a plan of its own; only the first one goes by the file's own digest.
    digest = hashlib.sha256(content.encode() if drafted_from(session, district, file.content) else file.content)
    row = Plan(district_id=district, key=plan.key, year=plan.year, title=plan.title, status=PlanStatus.DRAFT,
               digest=digest.hexdigest(), content=content, document_id=document.id, answers=dict(given.answers),
               known=as_json(given.known, given.read_on), before_id=given.before.id if given.before else None,
               carried=edits_as_json(given.carried), doubts=doubts_as_json(doubts), imported_at=now)
    session.add(row)
    session.flush()
    audit.record(session, now, actor, "plan-imported", plan.key, digest=document.digest, file=file.name)
    return plans.kept(row)


def note_answer(session: Session, kept: Kept, plan: Drafted, doubts: Sequence[Doubt], question: str, answer: str,
                now: datetime, actor: str) -> Kept:
    """Write down an answer in a draft, with the plan and its doubts as they are now.

    Raises Refusal for a plan that is in force or was replaced: those are not changed; PlanFaults for one that could
    not be read again.
    """
    row = session.get_one(Plan, kept.id)
    if row.status != PlanStatus.DRAFT:
        raise Refusal("plan-not-a-draft", code=row.key)
    row.answers, row.content = {**row.answers, question: answer}, _written(plan)
    row.title, row.doubts = plan.title, doubts_as_json(doubts)
    session.flush()
    audit.record(session, now, actor, "question-answered", row.key, question=question, answer=answer,
                 before=kept.answers.get(question, ""))
    return plans.kept(row)


def revision(session: Session, kept: Kept, now: datetime, actor: str) -> Kept:
    """A draft that begins as a copy of a plan, for answers to change; the plan itself stays as it is."""
    row = session.get_one(Plan, kept.id)
    key = next_key(session, row.district_id, row.year)
    digest = hashlib.sha256(f"{row.digest} {key}".encode()).hexdigest()
    content = write_plan(replace(kept.plan, key=key))
    copy = Plan(district_id=row.district_id, key=key, year=row.year, title=row.title, status=PlanStatus.DRAFT,
                digest=digest, content=content, document_id=row.document_id, answers=dict(row.answers),
                known=dict(row.known), before_id=row.before_id, carried=list(row.carried), doubts=row.doubts,
                imported_at=row.imported_at)
    session.add(copy)
    session.flush()
    audit.record(session, now, actor, "plan-revised", key, before=row.key)
    return plans.kept(copy)


def _written(plan: Drafted) -> str:
    """The plan file, which has been read once: what cannot be read is never kept."""
    content = write_plan(plan)
    plans.parsed(content)
    return content


def _document(session: Session, district: int, file: Stored) -> Document:
    digest = hashlib.sha256(file.content).hexdigest()
    same = select(Document).where(Document.district_id == district, Document.digest == digest)
    row = session.exec(same).first() or Document(district_id=district, name=file.name, digest=digest,
                                                 content=file.content)
    session.add(row)
    session.flush()
    return row
