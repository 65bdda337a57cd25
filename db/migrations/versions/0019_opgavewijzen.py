"""Answers that came by e-mail or as a workbook, where the AKO writes them down."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0019"
down_revision = "0018"

MOMENT = sa.DateTime(timezone=True)
HOE = "hoe IN ('telefoon', 'papier', 'brief', 'bezoek', 'mail', 'werkmap')"
WIE = "length(wie) BETWEEN 1 AND 120"
# In the order in which they can go: the one that points at another goes first.
TABLES = {
    "indiening_namens": "indiening_id, namens_id",
    "namens": "id, werkplein_id, tertaal, wie, hoe, door, begonnen_op, beeindigd_door, beeindigd_op",
    "navraag_opgave": "navraag_id, wie, hoe",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        make_anew()
        return
    for table in ("namens", "navraag_opgave"):
        op.drop_constraint(f"ck_{table}_hoe", table)
        op.create_check_constraint(f"ck_{table}_hoe", table, HOE)


def make_anew() -> None:
    """SQLite cannot change a constraint: the tables are copied into new ones."""
    create_namens()
    op.create_table(
        "navraag_opgave_nieuw",
        sa.Column("navraag_id", sa.Integer(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("hoe", sa.String(), nullable=False),
        sa.CheckConstraint(WIE, name="ck_navraag_opgave_wie"),
        sa.CheckConstraint(HOE, name="ck_navraag_opgave_hoe"),
        sa.ForeignKeyConstraint(["navraag_id"], ["navraag.id"], name="fk_navraag_opgave_navraag_id"),
        sa.PrimaryKeyConstraint("navraag_id", name="pk_navraag_opgave"),
    )
    for table, columns in reversed(TABLES.items()):
        op.execute(f"INSERT INTO {table}_nieuw ({columns}) SELECT {columns} FROM {table}")
    for table in TABLES:
        op.drop_table(table)
    for table in TABLES:
        op.rename_table(f"{table}_nieuw", table)
    op.create_index("ix_namens_werkplein", "namens", ["werkplein_id", "tertaal"])


def create_namens() -> None:
    op.create_table(
        "namens_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("hoe", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("begonnen_op", MOMENT, nullable=False),
        sa.Column("beeindigd_door", sa.String(), nullable=True),
        sa.Column("beeindigd_op", MOMENT, nullable=True),
        sa.CheckConstraint(TERTAAL, name="ck_namens_tertaal"),
        sa.CheckConstraint(WIE, name="ck_namens_wie"),
        sa.CheckConstraint(HOE, name="ck_namens_hoe"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_namens_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_namens"),
    )
    op.create_table(
        "indiening_namens_nieuw",
        sa.Column("indiening_id", sa.Integer(), nullable=False),
        sa.Column("namens_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_indiening_namens_indiening_id"),
        sa.ForeignKeyConstraint(["namens_id"], ["namens_nieuw.id"], name="fk_indiening_namens_namens_id"),
        sa.PrimaryKeyConstraint("indiening_id", name="pk_indiening_namens"),
    )
