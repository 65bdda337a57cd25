"""The AKO asks a werkplein about one of its answers, or about a whole invulling."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0008"
down_revision = "0007"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "navraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("mijlpaal", sa.String(length=60), nullable=True),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gesteld_op", MOMENT, nullable=False),
        sa.Column("antwoord", sa.String(), nullable=True),
        sa.Column("beantwoord_door", sa.String(), nullable=True),
        sa.Column("beantwoord_op", MOMENT, nullable=True),
        sa.Column("gesloten_door", sa.String(), nullable=True),
        sa.Column("gesloten_op", MOMENT, nullable=True),
        sa.CheckConstraint("length(tekst) BETWEEN 1 AND 2000", name="ck_navraag_tekst"),
        sa.CheckConstraint("length(antwoord) BETWEEN 1 AND 2000", name="ck_navraag_antwoord"),
        sa.CheckConstraint("(antwoord IS NULL) = (beantwoord_op IS NULL)", name="ck_navraag_beantwoord"),
        sa.CheckConstraint(TERTAAL, name="ck_navraag_tertaal"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_navraag_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_navraag"),
    )
    op.create_index("ix_navraag_werkplein", "navraag", ["werkplein_id", "tertaal"])
