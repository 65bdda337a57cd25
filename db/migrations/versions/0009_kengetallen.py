"""The other figures of the report."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0009"
down_revision = "0008"

KENMERK = ("tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort")
FILLED = ("tabel", "indicator", "uitsplitsing", "periode", "soort", "eenheid")


def upgrade() -> None:
    op.create_table(
        "kengetal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in (*KENMERK, "waarde", "eenheid", "noot", "bron")),
        sa.CheckConstraint(TERTAAL, name="ck_kengetal_tertaal"),
        *(sa.CheckConstraint(f"length({name}) BETWEEN 1 AND 200", name=f"ck_kengetal_{name}") for name in FILLED),
        sa.CheckConstraint("length(waarde) BETWEEN 1 AND 60", name="ck_kengetal_waarde"),
        sa.PrimaryKeyConstraint("id", name="pk_kengetal"),
        sa.UniqueConstraint("tertaal", *KENMERK, name="uq_kengetal_kenmerk"),
    )
