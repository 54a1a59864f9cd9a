"""questions in ids: what is doubtful about a document is kept in ids and values, no longer in the words of a language.

The words stood in the plan file, and the ids cannot be told from words that have changed since: so the documents of
drafts and of plans in force are read once more, with what was known and answered then.
"""

import json
import re

import sqlalchemy as sa
from alembic import op

from obligations.errors import PlanFaults, Refusal
from obligations.intake.draft import draft
from obligations.intake.inquiry import Doubt
from obligations.intake.reading.files import read_document
from obligations.intake.review.review import read_review
from obligations.intake.terms import Wanted
from obligations.planfile import read_plan
from storage.knowing import doubts_as_json, from_json, read_on

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LARGEST = 100_000_000
_COLUMNS = ("id", "key", "year", "content", "answers", "known", "document_id", "before_id", "doubts")
_QUESTIONS = re.compile(r"^\[\[questions\]\]\n.*?(?=^\[\[?\w|\Z)", re.MULTILINE | re.DOTALL)


def upgrade() -> None:
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("doubts", sa.Text(), nullable=False, server_default="[]"))
    plans = sa.table("plan", *map(sa.column, _COLUMNS))
    documents = sa.table("document", *map(sa.column, ("id", "name", "content")))
    contents = {row: content for row, content in op.get_bind().execute(sa.select(plans.c.id, plans.c.content))}
    drafted = sa.select(plans, documents.c.name, documents.c.content.label("file")).join(
        documents, plans.c.document_id == documents.c.id)
    for row in op.get_bind().execute(drafted).mappings().all():
        found = _doubts(dict(row), contents)
        if found is not None:
            op.execute(plans.update().where(plans.c.id == row["id"]).values(
                doubts=doubts_as_json(found), content=_QUESTIONS.sub("", row["content"])))


def _doubts(row: dict[str, object], contents: dict[int, str]) -> tuple[Doubt, ...] | None:
    """What is doubtful about a plan's document; None: it is no longer read as it was."""
    try:
        plan = read_plan(str(row["content"]), "plan", LARGEST, ours=True)
        known, answers = json.loads(str(row["known"])), json.loads(str(row["answers"]))
        document = read_document(str(row["name"]), row["file"])  # type: ignore[arg-type]
        review = read_review(document)
        before = contents.get(row["before_id"]) if row["before_id"] else None  # type: ignore[call-overload]
        wanted = review.wanted if review else Wanted(read_on(known), plan.district, plan.year)
        return draft(review.document if review else document, wanted, from_json(known), answers, "new",
                     read_plan(before, "plan", LARGEST, ours=True) if before else None).doubts
    except (Refusal, PlanFaults, ValueError, LookupError, TypeError):
        return None


def downgrade() -> None:
    raise NotImplementedError("questions would be in words again")
