"""the list of departments: who is expected as liaison, groups with dated members, successions told of."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.add_column(sa.Column("liaisons", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("told_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_department_successor_from"), ["successor_from"], unique=False)

    op.create_table(
        "membership",
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["department.id"],
        ),
        sa.ForeignKeyConstraint(
            ["district_id"],
            ["district.id"],
        ),
        sa.PrimaryKeyConstraint("district_id", "name", "department_id", "first"),
    )


def downgrade() -> None:
    raise NotImplementedError("what the list gave would be lost")
