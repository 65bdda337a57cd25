"""The uitvraag and what is learnt from it: uitstel, vrijstelling, momentopname, mail, lists, prognoses, afspraken."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)
KEPT = ("momentopname", "momentopname_stand")


def upgrade() -> None:
    create_tables()
    add_columns()
    for table in KEPT:
        protect(table)


def protect(table: str) -> None:
    """What was counted at a closing is never changed and never deleted, not by this program either."""
    said = f"{table}: alleen toevoegen"
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            refusal = f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            op.execute(f"CREATE TRIGGER tr_{table}_{act.lower()} BEFORE {act} ON {table} {refusal}")
    else:
        body = f"BEGIN RAISE EXCEPTION '{said}'; END"
        op.execute(f"CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        op.execute(
            f"CREATE TRIGGER tr_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}()"
        )


def add_columns() -> None:
    op.add_column("ako_indicatie", sa.Column("gegeven_op", MOMENT, nullable=True))
    op.add_column("ako_indicatie", sa.Column("door", sa.String(), nullable=True))
    op.add_column("uitvraag", sa.Column("vragen_aan", sa.String(), nullable=True))
    op.add_column("vraag_antwoord", sa.Column("opgeslagen_op", MOMENT, nullable=True))
    op.add_column("werkplein", sa.Column("contact_naam", sa.String(), nullable=True))
    op.add_column("werkplein", sa.Column("contact_adres", sa.String(), nullable=True))
    op.add_column("werkplein", sa.Column("contact_gedeeld_op", MOMENT, nullable=True))


def create_tables() -> None:
    op.create_table(
        "achterblijverslijst",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("regel", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("opgeslagen_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_achterblijverslijst_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_achterblijverslijst"),
        sa.UniqueConstraint("tertaal", name="uq_achterblijverslijst_tertaal"),
    )
    op.create_table(
        "mailing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", MOMENT, nullable=False),
        sa.CheckConstraint("groep IN ('niet_begonnen', 'deels', 'niet_ingediend', 'verouderd')", name="ck_mailing_groep"),
        sa.CheckConstraint(TERTAAL, name="ck_mailing_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_mailing"),
        sa.UniqueConstraint("sleutel", name="uq_mailing_sleutel"),
    )
    op.create_table(
        "momentopname",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("genomen_op", MOMENT, nullable=False),
        sa.Column("opent", MOMENT, nullable=True),
        sa.Column("herinnering", MOMENT, nullable=True),
        sa.Column("sluit", MOMENT, nullable=True),
        sa.Column("actueel_vanaf", MOMENT, nullable=True),
        sa.CheckConstraint(TERTAAL, name="ck_momentopname_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_momentopname"),
        sa.UniqueConstraint("tertaal", name="uq_momentopname_tertaal"),
    )
    op.create_table(
        "achterblijverslijst_regel",
        sa.Column("lijst_id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("redenen", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lijst_id"], ["achterblijverslijst.id"], name="fk_achterblijverslijst_regel_lijst_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_achterblijverslijst_regel_werkplein_id"),
        sa.PrimaryKeyConstraint("lijst_id", "werkplein_id", name="pk_achterblijverslijst_regel"),
    )
    op.create_table(
        "afspraak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("mijlpaal", sa.String(length=60), nullable=True),
        sa.Column("met_werkplein_id", sa.Integer(), nullable=True),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("wanneer", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", MOMENT, nullable=False),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.CheckConstraint("status IN ('open', 'gedaan', 'vervallen')", name="ck_afspraak_status"),
        sa.CheckConstraint("length(wat) BETWEEN 1 AND 4000", name="ck_afspraak_wat"),
        sa.CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_afspraak_wie"),
        sa.ForeignKeyConstraint(["met_werkplein_id"], ["werkplein.id"], name="fk_afspraak_met_werkplein_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_afspraak_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_afspraak"),
    )
    op.create_index("ix_afspraak_werkplein", "afspraak", ["werkplein_id"], unique=False)
    op.create_table(
        "bericht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailing_id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("melding", sa.String(), nullable=True),
        sa.Column("gewijzigd_op", MOMENT, nullable=False),
        sa.CheckConstraint(
            "status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onzeker', 'overgeslagen')", name="ck_bericht_status"
        ),
        sa.ForeignKeyConstraint(["mailing_id"], ["mailing.id"], name="fk_bericht_mailing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bericht"),
        sa.UniqueConstraint("mailing_id", "adres", name="uq_bericht_mailing_adres"),
    )
    op.create_table(
        "prognose",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("helling", sa.Float(), nullable=False),
        sa.Column("volgende", sa.Float(), nullable=False),
        sa.Column("bereikt", sa.String(length=6), nullable=True),
        sa.Column("vroegst", sa.String(length=6), nullable=True),
        sa.Column("laatst", sa.String(length=6), nullable=True),
        sa.Column("gemaakt_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_prognose_tertaal"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_prognose_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_prognose"),
        sa.UniqueConstraint("werkplein_id", "tertaal", name="uq_prognose_werkplein_tertaal"),
    )
    op.create_table(
        "uitstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("tot", MOMENT, nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gegeven_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_uitstel_tertaal"),
        sa.CheckConstraint("length(reden) BETWEEN 1 AND 500", name="ck_uitstel_reden"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_uitstel_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_uitstel"),
        sa.UniqueConstraint("werkplein_id", "tertaal", name="uq_uitstel_werkplein_tertaal"),
    )
    op.create_table(
        "vrijstelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gegeven_op", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_vrijstelling_tertaal"),
        sa.CheckConstraint("soort IN ('vrijgesteld', 'geen_wijziging')", name="ck_vrijstelling_soort"),
        sa.CheckConstraint("length(reden) BETWEEN 1 AND 500", name="ck_vrijstelling_reden"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_vrijstelling_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_vrijstelling"),
        sa.UniqueConstraint("werkplein_id", "tertaal", name="uq_vrijstelling_werkplein_tertaal"),
    )
    op.create_table(
        "bericht_werkplein",
        sa.Column("bericht_id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bericht_id"], ["bericht.id"], name="fk_bericht_werkplein_bericht_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_bericht_werkplein_werkplein_id"),
        sa.PrimaryKeyConstraint("bericht_id", "werkplein_id", name="pk_bericht_werkplein"),
    )
    op.create_table(
        "momentopname_stand",
        sa.Column("momentopname_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("indiening_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_momentopname_stand_indiening_id"),
        sa.ForeignKeyConstraint(["momentopname_id"], ["momentopname.id"], name="fk_momentopname_stand_momentopname_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_momentopname_stand_werkplein_id"),
        sa.PrimaryKeyConstraint("momentopname_id", "tertaal", "werkplein_id", name="pk_momentopname_stand"),
        sqlite_with_rowid=False,
    )
