"""The report of a tertaal: which chapters go in, and what the AKO types around the figures."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0012"
down_revision = "0011"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "rapport_opzet",
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("delen", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_rapport_opzet_tertaal"),
        sa.PrimaryKeyConstraint("tertaal", name="pk_rapport_opzet"),
    )
    op.create_table(
        "rapport_tekst",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("deel", sa.String(length=40), nullable=False),
        sa.Column("plek", sa.String(length=5), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_rapport_tekst_tertaal"),
        sa.CheckConstraint("length(tekst) BETWEEN 1 AND 8000", name="ck_rapport_tekst_tekst"),
        sa.CheckConstraint("plek IN ('boven', 'onder')", name="ck_rapport_tekst_plek"),
        sa.PrimaryKeyConstraint("id", name="pk_rapport_tekst"),
        sa.UniqueConstraint("tertaal", "deel", "plek", name="uq_rapport_tekst_plek"),
    )
