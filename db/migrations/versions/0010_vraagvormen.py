"""A vraag is answered with ja or nee, a number, one of a list, or a text."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0010"
down_revision = "0009"

MOMENT = sa.DateTime(timezone=True)
SOORT = "soort IN ('ja_nee', 'getal', 'keuze', 'tekst')"
ANTWOORD = "length(antwoord) BETWEEN 1 AND 4000"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        make_anew()
        return
    op.add_column("vraag", sa.Column("soort", sa.String(), nullable=False, server_default="ja_nee"))
    op.alter_column("vraag", "soort", server_default=None)
    op.add_column("vraag", sa.Column("eenheid", sa.String(), nullable=True))
    op.add_column("vraag", sa.Column("keuzes", sa.String(), nullable=True))
    op.create_check_constraint("ck_vraag_soort", "vraag", SOORT)
    op.drop_constraint("ck_vraag_antwoord_antwoord", "vraag_antwoord")
    op.create_check_constraint("ck_vraag_antwoord_antwoord", "vraag_antwoord", ANTWOORD)


def make_anew() -> None:
    """SQLite cannot change a constraint: both tables are copied, and the one that points at the other goes first."""
    op.create_table(
        "vraag_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("eenheid", sa.String(), nullable=True),
        sa.Column("keuzes", sa.String(), nullable=True),
        sa.CheckConstraint(TERTAAL, name="ck_vraag_tertaal"),
        sa.CheckConstraint(SOORT, name="ck_vraag_soort"),
        sa.PrimaryKeyConstraint("id", name="pk_vraag"),
        sa.UniqueConstraint("tertaal", "code", name="uq_vraag_tertaal_code"),
    )
    op.create_table(
        "vraag_antwoord_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("vraag_id", sa.Integer(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.Column("opgeslagen_op", MOMENT, nullable=True),
        sa.CheckConstraint(ANTWOORD, name="ck_vraag_antwoord_antwoord"),
        sa.ForeignKeyConstraint(["vraag_id"], ["vraag_nieuw.id"], name="fk_vraag_antwoord_vraag_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_vraag_antwoord_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_vraag_antwoord"),
        sa.UniqueConstraint("werkplein_id", "vraag_id", name="uq_vraag_antwoord_werkplein_vraag"),
    )
    op.execute(
        "INSERT INTO vraag_nieuw (id, tertaal, code, tekst, soort) SELECT id, tertaal, code, tekst, 'ja_nee' FROM vraag"
    )
    kept = "id, werkplein_id, vraag_id, antwoord, toelichting, opgeslagen_op"
    op.execute(f"INSERT INTO vraag_antwoord_nieuw ({kept}) SELECT {kept} FROM vraag_antwoord")
    for table in ("vraag_antwoord", "vraag"):
        op.drop_table(table)
        op.rename_table(f"{table}_nieuw", table)
