"""What an uitvraag sends by itself, a mailing for each kind of it, and addresses where mail does not arrive."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0011"
down_revision = "0010"

MOMENT = sa.DateTime(timezone=True)
SOORTEN = "'opening', 'herinnering', 'dringend', 'bevestiging'"
GROEP = f"groep IN ('niet_begonnen', 'deels', 'niet_ingediend', 'verouderd', {SOORTEN})"
STATUS = "status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onzeker', 'overgeslagen')"
# In the order in which they can go: the one that points at another goes first.
TABLES = {
    "bericht_werkplein": "bericht_id, werkplein_id",
    "bericht": "id, mailing_id, adres, naam, status, melding, gewijzigd_op",
    "mailing": "id, sleutel, tertaal, groep, onderwerp, tekst, door, gemaakt_op",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        make_anew()
    else:
        op.drop_constraint("ck_mailing_groep", "mailing")
        op.create_check_constraint("ck_mailing_groep", "mailing", GROEP)
        op.add_column("bericht", sa.Column("over", sa.String(), nullable=False, server_default=""))
        op.drop_constraint("uq_bericht_mailing_adres", "bericht")
        op.create_unique_constraint("uq_bericht_mailing_adres_over", "bericht", ["mailing_id", "adres", "over"])
    create_tables()


def make_anew() -> None:
    """SQLite cannot change a constraint: the tables are copied into new ones."""
    op.create_table(
        "mailing_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", MOMENT, nullable=False),
        sa.CheckConstraint(GROEP, name="ck_mailing_groep"),
        sa.CheckConstraint(TERTAAL, name="ck_mailing_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_mailing"),
        sa.UniqueConstraint("sleutel", name="uq_mailing_sleutel"),
    )
    op.create_table(
        "bericht_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailing_id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("over", sa.String(), nullable=False, server_default=""),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("melding", sa.String(), nullable=True),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.CheckConstraint(STATUS, name="ck_bericht_status"),
        sa.ForeignKeyConstraint(["mailing_id"], ["mailing_nieuw.id"], name="fk_bericht_mailing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bericht"),
        sa.UniqueConstraint("mailing_id", "adres", "over", name="uq_bericht_mailing_adres_over"),
    )
    op.create_table(
        "bericht_werkplein_nieuw",
        sa.Column("bericht_id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bericht_id"], ["bericht_nieuw.id"], name="fk_bericht_werkplein_bericht_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_bericht_werkplein_werkplein_id"),
        sa.PrimaryKeyConstraint("bericht_id", "werkplein_id", name="pk_bericht_werkplein"),
    )
    for table, columns in reversed(TABLES.items()):
        op.execute(f"INSERT INTO {table}_nieuw ({columns}) SELECT {columns} FROM {table}")
    for table in TABLES:
        op.drop_table(table)
        op.rename_table(f"{table}_nieuw", table)


def create_tables() -> None:
    op.create_table(
        "geplande_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("aan", sa.Boolean(), nullable=False),
        sa.Column("moment", MOMENT, nullable=True),
        sa.Column("mailing_id", sa.Integer(), nullable=True),
        sa.Column("vervallen", sa.String(), nullable=True),
        sa.CheckConstraint("mailing_id IS NULL OR vervallen IS NULL", name="ck_geplande_post_uitkomst"),
        sa.CheckConstraint(f"soort IN ({SOORTEN})", name="ck_geplande_post_soort"),
        sa.CheckConstraint(TERTAAL, name="ck_geplande_post_tertaal"),
        sa.ForeignKeyConstraint(["mailing_id"], ["mailing.id"], name="fk_geplande_post_mailing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_geplande_post"),
        sa.UniqueConstraint("mailing_id", name="uq_geplande_post_mailing"),
        sa.UniqueConstraint("tertaal", "soort", name="uq_geplande_post_tertaal_soort"),
    )
    op.create_table(
        "onbestelbaar",
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("sinds", MOMENT, nullable=False),
        sa.CheckConstraint("bron IN ('retour', 'hand')", name="ck_onbestelbaar_bron"),
        sa.CheckConstraint("length(reden) BETWEEN 1 AND 500", name="ck_onbestelbaar_reden"),
        sa.PrimaryKeyConstraint("adres", name="pk_onbestelbaar"),
    )
