"""returned items are reminded: the index that the morning reads covers them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_REMINDED = sa.text("state IN ('open', 'returned') AND act_by IS NOT NULL")


def upgrade() -> None:
    op.drop_index("obligation_morning", "obligation")
    op.create_index(
        "obligation_morning",
        "obligation",
        [
            "district_id",
            "department_id",
            "act_by",
            "number",
            "due",
            "overdue_after",
            "deliverable_id",
            "period",
            "opened_on",
            "provisional",
            "state",
        ],
        unique=False,
        sqlite_where=_REMINDED,
        postgresql_where=_REMINDED,
    )


def downgrade() -> None:
    raise NotImplementedError("returned items would be forgotten by the mornings")
