"""The AKO fills in on behalf of a werkplein: who gave the answers and how, and which versions came of it."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "namens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("hoe", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_door", sa.String(), nullable=True),
        sa.Column("beeindigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(TERTAAL, name="ck_namens_tertaal"),
        sa.CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_namens_wie"),
        sa.CheckConstraint("hoe IN ('telefoon', 'papier', 'brief', 'bezoek')", name="ck_namens_hoe"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_namens_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_namens"),
    )
    op.create_index("ix_namens_werkplein", "namens", ["werkplein_id", "tertaal"])
    op.create_table(
        "indiening_namens",
        sa.Column("indiening_id", sa.Integer(), nullable=False),
        sa.Column("namens_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_indiening_namens_indiening_id"),
        sa.ForeignKeyConstraint(["namens_id"], ["namens.id"], name="fk_indiening_namens_namens_id"),
        sa.PrimaryKeyConstraint("indiening_id", name="pk_indiening_namens"),
    )
