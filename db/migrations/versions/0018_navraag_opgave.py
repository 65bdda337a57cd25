"""On whose word the AKO wrote down the answer to a navraag."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "navraag_opgave",
        sa.Column("navraag_id", sa.Integer(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("hoe", sa.String(), nullable=False),
        sa.CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_navraag_opgave_wie"),
        sa.CheckConstraint("hoe IN ('telefoon', 'papier', 'brief', 'bezoek')", name="ck_navraag_opgave_hoe"),
        sa.ForeignKeyConstraint(["navraag_id"], ["navraag.id"], name="fk_navraag_opgave_navraag_id"),
        sa.PrimaryKeyConstraint("navraag_id", name="pk_navraag_opgave"),
    )
