"""Personal tokens, with which programs read in the name of an account."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "apitoken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(naam) BETWEEN 1 AND 80", name="ck_apitoken_naam"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_apitoken_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_apitoken"),
        sa.UniqueConstraint("token_hash", name="uq_apitoken_token"),
    )
    op.create_index("ix_apitoken_account", "apitoken", ["account_id"])
