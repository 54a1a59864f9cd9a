"""interruptions: what is known of a message whose fate was in doubt, and of the times when the messenger failed."""

import re
from datetime import date

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# As keys were made until then: digest:PERSON:DAY, office:PERSON:DAY, again:KEY:DAY, each with :PART behind it.
_DAY = re.compile(r":(\d{4}-\d\d-\d\d)(?![^:])")


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("doubts", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("claimed_at", UTCDateTime(), nullable=True))
    op.create_table(
        "interruption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", AutoString(), nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=False),
        sa.Column("lasts", sa.Boolean(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("interruption", schema=None) as batch_op:
        batch_op.create_index("interruption_began", ["channel", "began_at"], unique=False)
    _give_days()


def _give_days() -> None:
    """Only what has not left yet still needs its day; a repetition that waits is one already."""
    rows = sa.table("outbox", *(sa.column(name) for name in ("id", "key", "kind", "state", "doubts")),
                    sa.column("day", sa.Date()))
    waiting = sa.select(rows.c.id, rows.c.key, rows.c.kind).where(rows.c.state.in_(("queued", "sending")))
    for row, key, kind in op.get_bind().execute(waiting).all():
        again, days = key.startswith("again:"), _DAY.findall(key)
        if days and (again or kind in ("digest", "office")):
            op.execute(rows.update().where(rows.c.id == row).values(
                day=date.fromisoformat(days[-1]), doubts=int(again)))


def downgrade() -> None:
    raise NotImplementedError("what is known of messages in doubt would be lost")
