"""Inviting: many at once, each on a line of its own; and who lets in colleagues of his werkplein."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MOMENT = sa.DateTime(timezone=True)
STATUS = "status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onzeker', 'overgeslagen')"


def upgrade() -> None:
    op.add_column("account_werkplein", sa.Column("coordinator", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "uitnodigingsronde",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("als_bestand", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_uitnodigingsronde"),
        sa.UniqueConstraint("sleutel", name="uq_uitnodigingsronde_sleutel"),
    )
    op.create_table(
        "uitnodiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ronde_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("melding", sa.String(), nullable=True),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("verzegeld", sa.String(), nullable=True),
        sa.CheckConstraint(STATUS, name="ck_uitnodiging_status"),
        sa.ForeignKeyConstraint(["ronde_id"], ["uitnodigingsronde.id"], name="fk_uitnodiging_ronde_id"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_uitnodiging_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_uitnodiging"),
        sa.UniqueConstraint("ronde_id", "account_id", name="uq_uitnodiging_ronde_account"),
    )
    op.create_index("ix_uitnodiging_account", "uitnodiging", ["account_id"])
