"""the day a document was read: a local date of its own, that was computed from a moment and the hour of Beijing."""

import json
from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_BEIJING = timedelta(hours=8)


def upgrade() -> None:
    plans = sa.table("plan", sa.column("id"), sa.column("known"), sa.column("imported_at"), sa.column("document_id"))
    drafted = sa.select(plans.c.id, sa.cast(plans.c.known, sa.Text), sa.cast(plans.c.imported_at, sa.Text)).where(
        plans.c.document_id.is_not(None))
    for row, known, moment in op.get_bind().execute(drafted).all():
        kept = json.loads(known)
        if isinstance(kept, dict) and kept:
            local = datetime.fromisoformat(moment).replace(tzinfo=None) + _BEIJING
            words = json.dumps(kept | {"read_on": local.date().isoformat()}, ensure_ascii=False)
            op.execute(plans.update().where(plans.c.id == row).values(known=words))


def downgrade() -> None:
    raise NotImplementedError("the days would be computed from a time zone again")
